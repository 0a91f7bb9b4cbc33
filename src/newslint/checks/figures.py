"""Checks of figures: those without a source, those that the body does not bear out, and mixed units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import zip_longest
from typing import Annotated

from newslint.article import Article, Sentence
from newslint.checks.shared import either, once
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.numbers.quantities import Quantity, find_quantities
from newslint.language.speech.claims import Claim
from newslint.patterns import pattern
from newslint.spans import Extent, Span

Families = dict[str, dict[str, tuple[str, ...]]]


@check(placeholders=("unit", "other"))
def unit_mix(
    article: Article,
    scene: Scene,
    *,
    families: Annotated[Families, Option("families of units; in each, a unit's name and the words for it")],
) -> Iterator[Finding]:
    """Flag figures of one kind of measure in several units, unless one is given in brackets as the other's conversion.

    What counts as a figure, “twelve miles” and “12mi” included, is what the analysis of quantities reads.
    """
    figures = list(_measures_of(article))
    for units in families.values():
        known = {unit: name for name, words in units.items() for word in words for unit in _units_of(word)}
        places = list(_in_units(article, figures, known))
        if len({unit for unit, _, _ in places}) > 1:
            unit, span, text = places[0]
            _, other, words = next(place for place in places if place[0] != unit)
            yield Finding(other, {"unit": words, "other": text}, related=(Related(span, f"“{text}” here"),))


@lru_cache(maxsize=1024)
def _units_of(word: str) -> tuple[str, ...]:
    """Return the unit that a word of an option stands for, as the analysis of quantities names it; else the word."""
    found = find_quantities(f"2 {word}")
    return tuple(quantity.unit for quantity in found if quantity.unit is not None) or (word.lower(),)


def _measures_of(article: Article) -> Iterator[tuple[Sentence, list[tuple[int, int, str]]]]:
    """Yield each sentence that has figures, with start, end and unit of those; a unit may be any word after one."""
    by_block: dict[int, list[Quantity]] = {}
    for index, quantity in article.quantities:
        by_block.setdefault(index, []).append(quantity)
    for index, quantities in by_block.items():
        text = article.blocks[index].text
        for sentence in article.sentences_of.get(index, ()):
            own = [quantity for quantity in quantities if sentence.start <= quantity.start < sentence.end]
            found = [
                _measure(text, quantity)
                for quantity, following in zip_longest(own, own[1:])
                # “two to three miles”: the unit stands with the second figure
                if following is None or not _RANGE.fullmatch(text, quantity.end, following.start)
            ]
            if found:
                yield sentence, found


def _measure(text: str, quantity: Quantity) -> tuple[int, int, str]:
    after = _NEXT_WORD.match(text, quantity.end) if quantity.unit is None else None
    return (
        (quantity.start, after.end(), after[1].lower())
        if after
        else (quantity.start, quantity.end, quantity.unit or "")
    )


_RANGE = pattern(r"\s?(?:to|or|and|[-–—])\s?")
_NEXT_WORD = pattern(r"[ -]([^\W\d]\w*)")


def _in_units(
    article: Article, figures: Sequence[tuple[Sentence, list[tuple[int, int, str]]]], known: Mapping[str, str]
) -> Iterator[tuple[str, Span, str]]:
    """Yield unit, span and words of each figure in known units; none of a sentence that converts one in brackets."""
    for sentence, measures in figures:
        own = [(known[unit], start, end) for start, end, unit in measures if unit in known]
        if "(" in sentence.text and len({unit for unit, _, _ in own}) > 1:
            continue
        block = article.blocks[sentence.block]
        for unit, start, end in own:
            if not article.is_quoted(sentence.block, start, end):
                yield unit, block.locate(start, end), block.text[start:end]


# What goes on for longer without a full stop is not a sentence.
_LONGEST_SENTENCE = 2000
# What happened to people, or how much a measured thing changed: numbers that somebody has counted.
_TOLL = pattern(
    r"""
      \s*(?:other[ ]|more[ ])?(?:[a-z-]+[ ]){0,2}?
      (?:people|civilians|soldiers|children|women|men|workers|passengers|patients|migrants|refugees|victims)?[ ]?
      (?:were[ ]|have[ ]been[ ]|had[ ]been[ ]|are[ ])?
      (?:died|dead|killed|injured|wounded|missing|displaced|infected|hospitalised|hospitalized|deaths|casualties|arrested)\b
    """,
    re.VERBOSE,
)
_MOVED = pattern(
    r"\b(?:rose|risen|rises|fell|fallen|falls|grew|grown|grows|dropped|drops|climbed|climbs|declined|declines|increased?s?"
    r"|decreased?s?|jumped|jumps|soared|soars|surged|surges|plunged|plunges|shrank|shrinks|doubled|tripled|slumped"
    r"|slumps|gained|lost|cut by|up by|down by|accounts? for|accounted for|make up|makes up|made up|per cent of"
    r"|percent of|% of)\b"
)

# Shares that count nothing (“the top 1 percent”, “owns 44 percent”), and what a publication says of itself.
_SHARE = pattern(
    r"""
      \b(?:top|richest|wealthiest|bottom|poorest)[ ]\d
    | \b(?:own|hold)(?:s|ed|ing)?[ ](?:[a-z]+[ ]){0,2}\d | \b(?:stakes?|sure)\b
    | \b(?:one[ ]hundred|100|110)[ ]?(?:per[ ]?cent|%)
    | \b(?i:we|our|us)\b
    """,
    re.VERBOSE,
)


@check(
    placeholders=("figure", "more"),
    renamed={"least_sum": "min_sum", "least": "min_figures", "least_words": "min_words"},
)
def unsourced_figure(
    article: Article,
    scene: Scene,
    *,
    evidence: Annotated[tuple[str, ...], Option("what shows where a paragraph's figures come from", pattern=either)],
    min_sum: Annotated[int, Option("smaller sums of money are left alone", ge=0)] = 1_000_000,
    min_figures: Annotated[int, Option("an article with fewer of such figures is left alone", ge=1)] = 1,
    min_words: Annotated[int, Option("shares in sentences with fewer words are left alone", ge=0)] = 6,
) -> Iterator[Finding]:
    """Flag figures of weight, in the publication's own voice, for which no source is in sight; once an article."""
    figures = {(index, quantity.start): quantity for index, quantity in article.quantities}
    sources = cache(lambda block: _has_evidence(article, block, either(evidence)))
    found: dict[Extent, tuple[Span, str]] = {}
    for claim in article.claims:
        number = claim.extent.passage
        if claim.kind != "figure" or article.blocks[number].kind != "paragraph" or claim.sentence in found:
            continue
        quantity = figures[number, claim.extent.start]
        if not _is_weighty(article, claim, quantity, min_sum, min_words):
            continue
        near = range(max(0, number - 1), min(len(article.blocks), number + 2))
        if article.linked_blocks.isdisjoint(near[:2]) and not any(map(sources, near)):
            place = Extent(number, quantity.start, quantity.end)
            found[claim.sentence] = article.locate(place), article.text_of(place)
    if len(found) >= min_figures:
        yield from once([*found.values()], "figure")


def _is_weighty(article: Article, claim: Claim, quantity: Quantity, min_sum: int, min_words: int) -> bool:
    sentence = article.text_of(claim.sentence)
    if len(sentence) > _LONGEST_SENTENCE or article.is_quoted(claim.extent.passage, quantity.start, quantity.end):
        return False
    if quantity.kind in ("percent", "percentage-point"):
        return len(sentence.split()) >= min_words and _SHARE.search(sentence) is None
    limits: dict[tuple[str, str | None], int] = {("money", None): min_sum, ("plain", None): 1000}
    least = limits.get((quantity.kind, quantity.unit))
    if least is None:
        return False
    if quantity.value >= least and _MOVED.search(sentence) is not None:
        return True
    text = article.blocks[claim.extent.passage].text
    return quantity.kind == "plain" and quantity.value >= 3 and _TOLL.match(text, quantity.end) is not None


def _has_evidence(article: Article, block: int, evidence: re.Pattern[str]) -> bool:
    text = article.blocks[block].text
    return evidence.search(text) is not None or article.has_source(block, 0, len(text))
