"""Write a sentence with a mark for each figure, so that what is said of figures can be read by its form.

“Profit rose more than 20 per cent, from $50m to $65m” is read as “Profit rose P, from M to M”, with private characters
for P and M. Words that bound a figure are part of its mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from newslint.language.numbers.bounds import Bound, bound_before, bound_behind
from newslint.language.numbers.intervals import Interval, interval_of
from newslint.language.numbers.movement import CHANGE_NOUNS
from newslint.language.numbers.quantities import Kind, Quantity
from newslint.language.numbers.shares import SHARE_WORDS, find_shares
from newslint.patterns import pattern
from newslint.records import NamedTuple

PERCENT, POINTS, MONEY, MEASURE, PLAIN, ORDINAL, SHARE = map(chr, range(0xE000, 0xE007))
ANY = f"{PERCENT}-{SHARE}"
_MARKS: dict[Kind, str] = {
    "percent": PERCENT,
    "percentage-point": POINTS,
    "money": MONEY,
    "measure": MEASURE,
    "plain": PLAIN,
    "ordinal": ORDINAL,
}


class Figure(NamedTuple):
    """Hold one figure of a sentence: its half-open span in the block's text, with and without the words that bound it.

    `quantity` is what it states; a share such as “a third” is one of kind percent.
    """

    start: int
    end: int
    quantity: Quantity
    bound: Bound
    is_share: bool

    @property
    def value(self) -> Decimal:
        """Its value as written."""
        return self.quantity.value

    @property
    def interval(self) -> Interval:
        """Between which values the true one lies."""
        return interval_of(self.quantity, self.bound)

    def is_like(self, other: Figure) -> bool:
        """Tell whether two figures have the same kind and unit, so that they can be added."""
        one, two = self.quantity, other.quantity
        return (one.kind, one.unit, one.currency) == (two.kind, two.unit, two.currency)


class Figured(NamedTuple):
    """Hold a sentence with a mark for each figure; `figures` are those, in order.

    `source` is the text of the block, `start` and `end` are where the sentence stands in it.
    """

    text: str
    figures: tuple[Figure, ...]
    source: str
    start: int
    end: int

    def figure_at(self, place: int) -> Figure:
        """Return the figure whose mark stands at a place of `text`."""
        return self.figures[sum(map(self.text.count, _ALL, (0,) * len(_ALL), (place,) * len(_ALL)))]

    def figure(self, match: re.Match[str], group: str | int) -> Figure:
        """Return the figure that a group of a match in `text` stands for."""
        return self.figure_at(match.start(group))

    def written(self, figure: Figure) -> str:
        """Return a figure as it is written, with the words that bound it."""
        return self.source[figure.start : figure.end]


_ALL = (*_MARKS.values(), SHARE)


# A sentence that says what the figures of the one before it make.
_SUMS_UP = pattern(
    rf"(?:(?:That|This|It)[ ](?:is|was|means|marks|makes|made|represents|represented|equals|amounts"
    rf"|amounted|works)"
    rf"|(?:An?|The)[ ](?:[a-z]{{2,20}}[ ])?(?:{CHANGE_NOUNS})|(?:Up|Down|In[ ](?:all|total)|Together|Altogether)"
    r"|(?:The|Their|Its)[ ](?:[a-z]{2,20}[ ])?total"
    r"|(?:They|The[ ](?:figure|number|rate|share|total))[ ](?:was|were|stood|had[ ]been)"
    r"|(?:An?|One|Two|Three|Five|Ten)[ ](?:year|month|week|decade)s?[ ](?:ago|earlier|before),?[ ]"
    r"(?:it|they|that|there|the[ ](?:figure|number|rate|share|total))"
    r"|(?:Last|The[ ]previous)[ ](?:year|month|week|season),?[ ](?:it|they|that|there|the[ ]figure))\b"
)


# A sentence that says that the next one tells the parts of its figure.
_SPLIT_WORDS = frozenset({"split", "divided", "shared"})
_SPLITS_UP = pattern(r"\b(?:split|divided|shared)[ ](?:up[ ])?(?:as[ ]follows|(?:[a-z]{2,8}|\d)[ ]ways)[.:]\s*\Z")
_REACH = 30  # code points


def _splits_up(source: str, group: tuple[int, int, list[Quantity]]) -> bool:
    start, end, _ = group
    return _SPLITS_UP.search(source, max(start, end - _REACH), end) is not None


_COMPARING = pattern(rf"\s*(?:[ -](?:{CHANGE_NOUNS})[ ])?", re.IGNORECASE)
# A result, which is no figure.
_SCORE = pattern(r"(?<![\w–-])\d{1,3}[-–]\d{1,3}(?![\w–-])")


# What the writer says is wrong.
_TOLD_WRONG = pattern(
    r"\b(?:true|correct|right|actual)[ ](?:figure|number|sum|rise|total|answer)\b"
    r"|\b(?:wrong|incorrect|mistaken|erroneous)ly\b|\bmiscalculat"
    r"|\bmisstated\b|\bshould[ ]have[ ](?:said|read|been)\b|\bin[ ]error\b"
)
# A share that has no figure of its own, beside a percentage.
_MAJORITIES = frozenset("majority minority most almost nearly virtually practically".split())
_MAJORITY = pattern(r"ority\b|\bMost\b|\b(?:almost|nearly|virtually|practically)[ ](?:all|every)", re.IGNORECASE)


def read_sentences(
    source: str, sentences: Sequence[tuple[int, int]], quantities: Sequence[Quantity], vocabulary: frozenset[str]
) -> Iterator[Figured]:
    """Yield the sentences of a text with two figures, or one beside a result or “majority”, with what sums them up.

    Sentences that tell of a wrong figure are left out.

    `vocabulary` are the words of the text in small letters, cut at hyphens: most texts have none of shares.
    """
    with_shares = not SHARE_WORDS.isdisjoint(vocabulary)
    groups: list[tuple[int, int, list[Quantity]]] = []
    at = 0
    for start, end in sentences:
        own = []
        while at < len(quantities) and quantities[at].start < end:
            own.append(quantities[at])
            at += 1
        is_split = not _SPLIT_WORDS.isdisjoint(vocabulary)
        if groups and own and (_SUMS_UP.match(source, start) or (is_split and _splits_up(source, groups[-1]))):
            first, _, others = groups.pop()
            groups.append((first, end, [*others, *own]))
        else:
            groups.append((start, end, own))
    has_majorities = not _MAJORITIES.isdisjoint(vocabulary)
    for start, end, own in groups:
        has_more = bool(own) and (
            _SCORE.search(source, start, end) is not None
            or (has_majorities and _MAJORITY.search(source, start, end) is not None)
        )
        if (len(own) > 1 or has_more or (own and with_shares)) and not _TOLD_WRONG.search(source, start, end):
            found = read_figured(source, start, end, own, with_shares=with_shares)
            if len(found.figures) > 1 or has_more:
                yield found


def read_figured(source: str, start: int, end: int, quantities: Sequence[Quantity], *, with_shares: bool) -> Figured:
    """Return the sentence of a block's text [start, end) with marks for its quantities and, if asked, its shares."""
    figures = [_figure(source, each) for each in quantities]
    if with_shares:
        figures = _add_shares(source, start, end, figures)
    figures = _read_metres(source, figures)
    pieces: list[str] = []
    kept: list[Figure] = []
    at = start
    for figure in figures:
        first = max(figure.start, at)
        if kept and figure.bound in ("above", "below") and _COMPARING.fullmatch(source, at, first):
            # “20 per cent more than the 50”, “an increase over the 50”: a comparison, no bound
            first, figure = figure.quantity.start, figure._replace(bound="")
        pieces += [source[at:first], SHARE if figure.is_share else _MARKS[figure.quantity.kind]]
        kept.append(figure._replace(start=first))
        at = figure.end
    # Frames know plain spaces only.
    text = "".join([*pieces, source[at:end]]).replace("\u00a0", " ")
    return Figured(text, tuple(kept), source, start, end)


_ENGLISH_LENGTHS = frozenset({"foot", "inch", "yard", "mile"})
_CONVERTING = pattern(r"[^.;]{0,30}?(?:[(]|,[ ]or[ ])\Z")
_MILLION = Decimal(1_000_000)


def _read_metres(source: str, figures: list[Figure]) -> list[Figure]:
    """Return the figures with metres where “m” beside a length in feet or miles was taken for millions."""
    found = list(figures)
    for at, figure in enumerate(figures):
        quantity = figure.quantity
        if quantity.kind != "plain" or not source.endswith("m", quantity.start, quantity.end):
            continue
        before, after = figures[at - 1] if at else None, figures[at + 1] if at + 1 < len(figures) else None
        behind = before is not None and _is_converted(source, before, figure, before)
        if behind or (after is not None and _is_converted(source, figure, after, after)):
            metres = quantity._replace(
                value=quantity.value / _MILLION, step=quantity.step / _MILLION, kind="measure", unit="metre"
            )
            found[at] = figure._replace(quantity=metres)
    return found


def _is_converted(source: str, first: Figure, second: Figure, length: Figure) -> bool:
    is_length = length.quantity.unit in _ENGLISH_LENGTHS
    return is_length and _CONVERTING.fullmatch(source, first.quantity.end, second.start) is not None


def _figure(source: str, quantity: Quantity) -> Figure:
    before, first = bound_before(source, quantity.start)
    behind, last = bound_behind(source, quantity.end)
    return Figure(first, last, quantity, before or behind, False)


def _add_shares(source: str, start: int, end: int, figures: list[Figure]) -> list[Figure]:
    found = []
    for first, last, value in find_shares(source[start:end]):
        quantity = Quantity(start + first, start + last, value * 100, "percent", step=Decimal("0.1"))
        found.append(_figure(source, quantity)._replace(is_share=True))
    others = [each for each in figures if not any(_overlap(each, share) for share in found)]
    return sorted([*others, *found], key=lambda each: each.start)


def _overlap(one: Figure, other: Figure) -> bool:
    return one.quantity.start < other.quantity.end and other.quantity.start < one.quantity.end


class Mismatch(NamedTuple):
    """Hold figures of a sentence that do not agree: a half-open span of the block's text, and words for a message.

    `stated` is what does not fit, `other` what it is held against, `right` what that makes.
    """

    start: int
    end: int
    stated: str
    other: str
    right: str


def gap(most: int) -> str:
    """Return a pattern for some characters within a sentence that are no figure."""
    return rf"[^{ANY}.;:()]{{0,{most}}}?"
