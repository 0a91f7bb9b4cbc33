"""Checks of figures: one kind of measure in several units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, zip_longest
from typing import Annotated

from newslint.article import Article, Block, Sentence
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.numbers.quantities import Quantity, find_quantities
from newslint.patterns import pattern
from newslint.records import NamedTuple

Families = dict[str, dict[str, tuple[str, ...]]]


@check(placeholders=("unit", "other"))
def unit_mix(
    article: Article,
    scene: Scene,
    *,
    families: Annotated[Families, Option("families of units; in each, a unit's name and the words for it")],
) -> Iterator[Finding]:
    """Flag figures of one kind of measure in several units, close together, unless one converts the other.

    What counts as a figure, “twelve miles” and “12mi” included, is what the analysis of quantities reads.
    """
    figures = list(_measures_of(article))
    section_of = {index: place for place, section in enumerate(article.sections) for index in section.blocks}
    for units in families.values():
        known = {unit: name for name, words in units.items() for word in words for unit in _units_of(word)}
        places = list(_in_units(article, figures, known))
        # Of figures in a row, each against the one before in another unit: only what stands close is compared.
        for one, other in pairwise(places):
            is_close = section_of.get(one.block) == section_of.get(other.block) and other.block - one.block <= _CLOSE
            # One measure in two units is a mix wherever the two are.
            if one.unit != other.unit and (is_close or _is_equal(one, other)) and _is_mix(article, one, other):
                spans = [article.blocks[each.block].locate(each.start, each.end) for each in (one, other)]
                related = (Related(spans[0], f"“{one.text}” here"),)
                yield Finding(spans[1], {"unit": other.text, "other": one.text}, related=related)
                break


_CLOSE = 8  # blocks
_LIKE = 1000
# How many of a base unit the unit that is named first is, to know a conversion by its value.
_SIZES = {
    "mile": 1.609, "kilometre": 1, "foot": 0.3048, "metre": 1, "yard": 0.9144, "inch": 2.54, "centimetre": 1,
    "pound (mass)": 0.4536, "kilogram": 1, "ounce": 28.35, "gram": 1, "acre": 0.4047, "hectare": 1, "gallon": 3.785,
    "litre": 1, "mile per hour": 1.609, "kilometre per hour": 1, "tonne": 1, "ton": 0.907,
}  # fmt: skip


class _Measured(NamedTuple):
    """A figure in a unit of a family."""

    block: int
    start: int
    end: int
    unit: str
    text: str
    value: float


def _is_mix(article: Article, one: _Measured, other: _Measured) -> bool:
    """Tell whether two figures measure things of like size, and neither converts the other."""
    is_beside = one.block == other.block and other.start - one.end <= _BESIDE
    if is_beside and _CONVERTING.fullmatch(article.blocks[one.block].text, one.end, other.start):
        return False
    low, high = sorted((one.value, other.value))
    return low > 0 and high < low * _LIKE and not (is_beside and _is_equal(one, other))


_SAME = 0.06
_BESIDE = 40  # code points


def _is_equal(one: _Measured, other: _Measured) -> bool:
    return abs(one.value - other.value) <= _SAME * max(one.value, other.value)


_CONVERTING = pattern(r"[,\s]{0,2}(?:or|i\.e\.|that is)\b[^.;]{0,15}|\s?[/=≈]\s?")


@lru_cache(maxsize=1024)
def _units_of(word: str) -> tuple[str, ...]:
    """Return the unit that a word of an option stands for, as the analysis of quantities names it; else the word."""
    found = find_quantities(f"2 {word}")
    return tuple(quantity.unit for quantity in found if quantity.unit is not None) or (word.lower(),)


def _measures_of(article: Article) -> Iterator[tuple[Sentence, list[_Measured]]]:
    """Yield each sentence that has figures, with those; a unit may be any word after one."""
    by_block: dict[int, list[Quantity]] = {}
    for index, quantity in article.quantities:
        by_block.setdefault(index, []).append(quantity)
    for index, quantities in by_block.items():
        block = article.blocks[index]
        for sentence in article.sentences_of.get(index, ()):
            own = [quantity for quantity in quantities if sentence.start <= quantity.start < sentence.end]
            found = [
                _measure(block, index, quantity)
                for quantity, following in zip_longest(own, own[1:])
                # “two to three miles”: the unit stands with the second figure
                if following is None or not _RANGE.fullmatch(block.text, quantity.end, following.start)
            ]
            if found:
                yield sentence, found


def _measure(block: Block, index: int, quantity: Quantity) -> _Measured:
    after = _NEXT_WORD.match(block.text, quantity.end) if quantity.unit is None else None
    end, unit = (after.end(), after[1].lower()) if after else (quantity.end, quantity.unit or "")
    text = block.text[quantity.start : end]
    return _Measured(index, quantity.start, end, unit, text, abs(float(quantity.value)) * _SIZES.get(unit, 1))


_RANGE = pattern(r"\s?(?:to|or|and|[-–—])\s?")
_NEXT_WORD = pattern(r"[ -]([^\W\d]\w*)")
# “one-liter bottles”, “the 100-metre final”: what names a thing is not converted.
_NAMING = pattern(
    r"[ ](?:bottles?|jugs?|cans?|cartons?|tanks?|barrels?|buckets?|bags?|packs?|races?|dash|finals?|sprints?|hurdles"
    r"|relay|freestyle|butterfly|backstroke|breaststroke|guns?|pistols?|shells?)\b"
)


def _in_units(
    article: Article, figures: Sequence[tuple[Sentence, list[_Measured]]], known: Mapping[str, str]
) -> Iterator[_Measured]:
    """Yield each figure in known units, with the family's name of the unit."""
    for sentence, measures in figures:
        own = [each._replace(unit=known[each.unit]) for each in measures if each.unit in known]
        if "(" in sentence.text and len({each.unit for each in own}) > 1:
            continue
        block = article.blocks[sentence.block]
        for each in own:
            is_name = ("-" in each.text or "‑" in each.text) and _NAMING.match(block.text, each.end)
            if not is_name and not article.is_quoted(each.block, each.start, each.end):
                yield each
