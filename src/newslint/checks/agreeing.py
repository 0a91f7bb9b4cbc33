"""Checks of figures that an article gives twice: counts, tolls, sums and results that are taken up as others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from newslint.article import Article, Sentence
from newslint.checks.twice_told import Told, find_twice_told, shared_words
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.numbers.quantities import Quantity
from newslint.language.numbers.repeated import Counted, Result, find_counted, find_results
from newslint.language.numbers.twice import is_turned
from newslint.language.units.relatives import family_of
from newslint.patterns import pattern
from newslint.records import NamedTuple


class _Told(NamedTuple):
    """A figure with what it counts, its block and its sentence."""

    block: int
    sentence: Sentence
    counted: Counted


# What says that a figure is of another time, place or event, or that it has changed.
_ELSEWHERE = pattern(
    r"\b(?:1[5-9]\d\d|20\d\d|other|another|earlier|previous(?:ly)?|former|later|since|then|now|more|further"
    r"|additional|new"
    r"|first|second|second-largest|last|next|each|every|rose|risen|revised|updated|corrected|initially|originally|if"
    r"|would|could|may|might|planned|proposed|between|of[ ]them|remaining|rest|only|not|later|again)\b",
)
_MOST_TIMES = 2
_SCALES = (1_000, 1_000_000, 10, 100)


@check(placeholders=("stated", "other"))
def figure_twice(
    article: Article,
    scene: Scene,
    *,
    of: Annotated[
        Literal["count", "magnitude"], Option("whether another figure is looked for, or another scale of it")
    ],
) -> Iterator[Finding]:
    """Flag a figure that is taken up (“the 14 deaths”) where the article has told another one; silent when in doubt.

    The message may use `{stated}`, the figure, and `{other}`, the one before.
    """
    for told, rival in _rivals(article):
        one, two = told.counted.quantity.value, rival.counted.quantity.value
        is_scale = max(one, two) / min(one, two) in _SCALES and told.counted.quantity.kind in ("money", "measure")
        if is_scale == (of == "magnitude") and (is_scale or _is_one(article, told, rival)):
            yield _tell(article, told.block, told.counted, rival.block, rival.counted)
    if of == "count":
        yield from _results(article)
        for later, before in find_twice_told(article):
            yield _tell_twice(later, before)


def _tell(article: Article, block: int, one: Counted | Result, rival_block: int, other: Counted | Result) -> Finding:
    blocks = article.blocks
    values = {
        "stated": blocks[block].text[one.start : one.end],
        "other": blocks[rival_block].text[other.start : other.end],
    }
    related = (Related(blocks[rival_block].locate(other.start, other.end), "told otherwise here"),)
    return Finding(blocks[block].locate(one.start, one.end), values, related=related)


def _tell_twice(later: Told, one: Told) -> Finding:
    texts = [each.part.text[each.tally.start : each.tally.end] for each in (later, one)]
    spans = [each.part.locate(each.tally.start, each.tally.end) for each in (later, one)]
    related = (Related(spans[1], "told otherwise here"),)
    return Finding(spans[0], {"stated": texts[0], "other": texts[1]}, related=related)


def _rivals(article: Article) -> Iterator[tuple[_Told, _Told]]:
    """Yield figures that are taken up with another value than the only one that was told before, and that one."""
    by_key: dict[str, list[_Told]] = {}
    for told in _counted(article):
        by_key.setdefault(told.counted.key, []).append(told)
    for same in by_key.values():
        values = {each.counted.quantity.value for each in same}
        if len(values) != _TWO:
            continue
        for place, told in enumerate(same):
            value = told.counted.quantity.value
            before = [each for each in same[:place] if each.counted.quantity.value != value]
            if told.counted.is_known and before and _is_alone(same, value) and _may_be_one(told, before[-1]):
                yield told, before[-1]


_TWO = 2


def _is_alone(same: Sequence[_Told], value: object) -> bool:
    return sum(each.counted.quantity.value == value for each in same) == 1


def _may_be_one(told: _Told, rival: _Told) -> bool:
    """Tell whether nothing explains two values: a part, another size, time or event."""
    one, two = told.counted.quantity, rival.counted.quantity
    low, high = sorted((one.value, two.value))
    is_scale = low > 0 and high / low in _SCALES
    if low <= 1 or (high > low * _MOST_TIMES and not (is_scale and one.kind != "plain")):
        return False
    # “The ten boats” may be some of forty.
    if one.value < two.value and one.kind == "plain" and " " in told.counted.key:
        return False
    if abs(one.value - two.value) <= max(one.step, two.step) / 2:
        return False
    return not any(_ELSEWHERE.search(each.sentence.text) for each in (told, rival))


def _is_one(article: Article, told: _Told, rival: _Told) -> bool:
    """Tell whether two counts are of the same things: digits were exchanged, or the sentences are alike."""
    one, two = told.counted.quantity, rival.counted.quantity
    if one.kind != "plain" or " " not in told.counted.key:
        return False  # sums and tolls are read by `twice_told`
    noun = told.counted.key.rpartition(" ")[2]
    shared = shared_words(article, told.sentence.text, rival.sentence.text) - {noun, family_of(noun)}
    return is_turned(one.value, two.value) or (abs(one.value - two.value) <= _NEAR and bool(shared))


_NEAR = 3


def _counted(article: Article) -> Iterator[_Told]:
    """Yield what the body's own sentences count, in order."""
    by_block: dict[int, list[Quantity]] = {}
    for index, quantity in article.quantities:
        if index in article.sentences_of:
            by_block.setdefault(index, []).append(quantity)
    for index, quantities in by_block.items():
        text = article.blocks[index].text
        for sentence in article.sentences_of[index]:
            own = [each for each in quantities if sentence.start <= each.start < sentence.end]
            for counted in find_counted(text, sentence.start, sentence.end, own) if own else ():
                if not article.is_quoted(index, counted.start, counted.end):
                    yield _Told(index, sentence, counted)


def _results(article: Article) -> Iterator[Finding]:
    """Yield results that are taken up as others than the only one that was told before."""
    found: list[tuple[int, Result]] = [
        (sentence.block, result)
        for sentence in article.sentences
        if "-" in sentence.text or "–" in sentence.text
        for result in find_results(article.blocks[sentence.block].text, sentence.start, sentence.end)
        if not article.is_quoted(sentence.block, result.start, result.end)
    ]
    if len(found) == _TWO and found[1][1].is_known and found[0][1].figures != found[1][1].figures:
        (rival_block, other), (block, one) = found
        yield _tell(article, block, one, rival_block, other)
