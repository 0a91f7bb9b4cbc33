"""Hold a change against the two values that a sentence gives for it: “rose 20 per cent, from 50 to 65”.

The frames are read in a sentence with marks for figures (`figured`). A change in per cent, in points, in the unit of
the values or as a multiple is looked for before the pair of values, behind it and between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from newslint.language.numbers.bounds import Bound, bound_before
from newslint.language.numbers.figured import PERCENT, POINTS, Figure, Figured, gap
from newslint.language.numbers.intervals import ONE, Interval, around, pair_of, widen
from newslint.language.numbers.movement import (
    CHANGE_NOUNS,
    FALL_NOUNS,
    FALLS,
    FOLDS,
    MULTIPLES,
    RATES,
    RISE_NOUNS,
    RISES,
)
from newslint.patterns import pattern
from newslint.records import NamedTuple

__all__ = ["Change", "Way", "find_changes"]

Way = Literal["percent", "points", "amount", "multiple"]


class Change(NamedTuple):
    """Hold a change and the two values that it leads from and to.

    [start, end) is where the change stands in the block's text. `stated` is the interval of its value: per cent,
    points, an amount, or how many times as much. `sign` is 1 for a rise, -1 for a fall, 0 where nothing says so.
    """

    start: int
    end: int
    way: Way
    stated: Interval
    before: Figure
    after: Figure
    sign: int


_VALUE = f"[{PERCENT}\ue002-\ue004]"
_CHANGE = f"[{PERCENT}-\ue004\ue006]"


# “from 50 to 65”, “to 65 from 50”.
_FROM_TO = pattern(
    rf"\bfrom[ ]{gap(25)}(?P<before>{_VALUE}){gap(50)}\bto[ ]{gap(25)}(?P<after>{_VALUE})", re.IGNORECASE
)
_TO_FROM = pattern(
    rf"\bto[ ]{gap(25)}(?P<after>{_VALUE}){gap(50)}\bfrom[ ]{gap(25)}(?P<before>{_VALUE})", re.IGNORECASE
)
_ADVERB = r"(?:[ ][a-z]{1,20}ly)?"
_MANNER = r"(?:[ ](?:by|up|down|another|further|an?|the|extra|full|whole|total|of|some)){0,4}"
_VERBS = rf"\b(?:(?P<up>{RISES})|(?P<down>{FALLS}))"
_NOUNS = rf"(?:(?P<up>{RISE_NOUNS})|(?P<down>{FALL_NOUNS})|(?P<any>{CHANGE_NOUNS}))\b"
_WORDS = r"(?:[ -][a-z]{2,20}){0,2}?[ -]"
# Lengths of time and ordinals may stand between: “over ten years”.
_END = rf"[^{PERCENT}-\ue002\ue004\ue006.;:()]{{0,70}}?\Z"
_BEFORE_PAIR = tuple(
    pattern(form + _END, re.IGNORECASE)
    for form in (
        rf"{_VERBS}\b{_ADVERB}{_MANNER}[ ](?P<change>{_CHANGE})",
        rf"{_VERBS}\b{gap(50)}[ ]by[ ](?:an?[ ]|another[ ]|some[ ])?(?P<change>{_CHANGE})",
        rf"(?P<change>{_CHANGE}){_WORDS}{_NOUNS}",
        rf"\b{_NOUNS}[ ](?:in[ ][a-z ]{{1,30}}[ ])?of[ ](?P<change>{_CHANGE})",
    )
)
_LINK = (
    r"(?:,|[ ]?[–—(]|[ ]-|[.;:])?[ ]?(?:(?:and|which|that|this|it)[ ])?(?:(?:is|was|means|marks|represents|equals"
    r"|amounts[ ]to|meaning|marking|representing|equal[ ]to|equivalent[ ]to|i\.e\.|that[ ]is"
    r"|works[ ]out[ ](?:at|as))[ ])?"
)
_BEHIND_PAIR = tuple(
    pattern(gap(50) + form, re.IGNORECASE)
    for form in (
        rf"{_LINK}(?:an?|the)[ ](?:[a-z]{{2,20}}[ -]){{0,3}}?{_NOUNS}[ ]of[ ](?:an?[ ])?(?P<change>{_CHANGE})",
        rf"{_LINK}(?:an?|the)[ ](?:[a-z]{{2,20}}[ ])?(?P<change>{_CHANGE}){_WORDS}{_NOUNS}",
        rf"(?:,|[ ]?[–—(]|[ ]-)[ ]?(?:and[ ])?{_VERBS}\b(?:[ ]by)?(?:[ ]an?)?[ ](?P<change>{_CHANGE})",
        rf"{_LINK}(?P<change>{_CHANGE})[ ](?P<up>more|higher|larger|greater|up)\b",
        rf"{_LINK}(?P<change>{_CHANGE})[ ](?P<down>less|lower|fewer|smaller|down)\b",
    )
)
# “from 50 to 65 (20 per cent)”, “from 50 to 65, or 20 per cent”.
_BARE = pattern(
    rf"{gap(30)}(?:[ ][(]|,[ ]or[ ]|[ ]or[ ]by[ ])(?P<sign>[+−-])?(?P<change>[{PERCENT}{POINTS}])(?![ ]of\b)"
)
# “to 65, up 20 per cent from 50”, “65, a rise of 20 per cent on 50”, “65, 20 per cent more than the 50 of May”.
_TO = rf"(?P<after>{_VALUE}){gap(40)}(?:,|[ ]?[–—(]|[ ]-)?[ ]?"
_THAN = r"(?:from|on|over|than|compared[ ](?:with|to)|against|versus)"
_FROM = rf"{gap(15)}\b{_THAN}[ ](?:[a-z’']+[ ]){{0,5}}?(?P<before>{_VALUE})"
_BETWEEN = tuple(
    pattern(form, re.IGNORECASE)
    for form in (
        rf"{_TO}\b{_VERBS}(?:[ ]by)?(?:[ ]an?)?[ ](?P<change>{_CHANGE}){_FROM}",
        rf"{_TO}\b(?:an?|the)[ ](?:[a-z]{{2,20}}[ -]){{0,2}}?{_NOUNS}[ ]of[ ](?P<change>{_CHANGE}){_FROM}",
        rf"{_TO}\b(?:an?|the)[ ](?P<change>{_CHANGE}){_WORDS}{_NOUNS}{_FROM}",
        rf"{_TO}(?P<change>{_CHANGE})[ ](?P<up>more|higher|larger|greater|up|above){_FROM}",
        rf"{_TO}(?P<change>{_CHANGE})[ ](?P<down>less|lower|fewer|smaller|down|below){_FROM}",
        rf"{_TO}(?P<change>{_CHANGE})[ ](?:(?P<up>over|above)|(?P<down>below|under))[ ]"
        rf"(?:[a-z’']+[ ]){{0,3}}?(?P<before>{_VALUE})",
    )
)
# What stands between a change and its values, and says that it is of something else.
_OTHER = pattern(
    r"\b(?:and|but|while|whereas|although|though|who|which|where|when|because|as|aged?|ages|ranging|ranges?|range|between"
    r"|among|within|temperatures?|excluding|including|annually|yearly)\b",
    re.IGNORECASE,
)
# “People aged from 18 to 65” are no change.
_RANGE = pattern(
    r"\b(?:aged?|ages|rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|everything|anything|open|hours|going|prices?|priced|costs?"
    r"|costing|sells?|selling|sold|available)[ ]\Z"
)
_RATE = pattern(rf"(?:{RATES})", re.IGNORECASE)
_YEARLY = pattern(r"\b(?:annual|annuali[sz]ed|yearly|compound|average|real)[ ]\Z", re.IGNORECASE)
_FOLLOWED = pattern(r"[ ](?:in|out[ ]of|per|to|a\.m|p\.m|am|pm|o’clock|o'clock)\b(?![ ](?:the|a|an|[A-Z]|\d{4}))")
_YEARS = range(1000, 2101)
_MOST_TIMES = 1000


def find_changes(sentence: Figured) -> Iterator[Change]:
    """Yield the changes of a sentence for which it gives both values, each once."""
    known: set[int] = set()
    for change in _all_changes(sentence):
        if change.start not in known and _is_comparable(sentence, change):
            known.add(change.start)
            yield change


def _all_changes(sentence: Figured) -> Iterator[Change]:
    text = sentence.text
    for regex in (_FROM_TO, _TO_FROM):
        for pair in regex.finditer(text):
            if _RANGE.search(text, max(0, pair.start() - _REACH), pair.start()):
                continue
            yield from _before_pair(sentence, pair)
            yield from _behind_pair(sentence, pair)
            yield from _multiples(sentence, pair)
    if _COMPARES.search(text):
        for regex in _BETWEEN:
            for match in regex.finditer(text):
                yield from _read(sentence, match, match)
    for match in _MULTIPLE_OF.finditer(text):
        yield from _multiple_change(sentence, match, match)
    if PERCENT in text and len(sentence.figures) >= _FIGURES_OF_A_LEVEL:
        for match in _TO_LEVEL.finditer(text):
            yield from _level(sentence, match)


# Words without which no change stands between its two values.
_COMPARES = pattern(
    r"[\ue000-\ue004\ue006][^.;]{0,90}[ ](?:from|on|over|than|compared|against|versus|above|below|under)[ ]"
    r"[^.;]{0,60}[\ue000\ue002-\ue004]",
    re.IGNORECASE,
)
_FIGURES_OF_A_LEVEL = 3


def _before_pair(sentence: Figured, pair: re.Match[str]) -> Iterator[Change]:
    start = pair.start()
    for regex in _BEFORE_PAIR:
        match = regex.search(sentence.text, max(0, start - _REACH), start)
        if match and not _OTHER.search(sentence.text, match.end("change") + 1, start):
            yield from _read(sentence, match, pair)
            return


_REACH = 160


def _behind_pair(sentence: Figured, pair: re.Match[str]) -> Iterator[Change]:
    end = pair.end()
    for regex in (*_BEHIND_PAIR, _BARE):
        match = regex.match(sentence.text, end)
        if match:
            yield from _read(sentence, match, pair)
            return


def _read(sentence: Figured, match: re.Match[str], pair: re.Match[str]) -> Iterator[Change]:
    """Yield the change of a match, unless it is a rate that goes on, such as “5 per cent a year”."""
    text, place = sentence.text, match.start("change")
    if _RATE.match(text, place + 1) or _YEARLY.search(text, 0, place):
        return
    figure = sentence.figure_at(place)
    before, after = sentence.figure(pair, "before"), sentence.figure(pair, "after")
    way: Way = "percent" if text[place] in (PERCENT, "\ue006") else "points" if text[place] == POINTS else "amount"
    # “The index fell 500 points” is in its own unit, “their share fell 10 points” is not.
    if figure.quantity.kind == "plain" and before.quantity.kind == "percent" and _POINTS.match(text, place + 1):
        way = "points"
    groups = match.groupdict()
    sign = 1 if groups.get("up") else -1 if groups.get("down") else 0
    if way != "amount" or (figure.is_like(before) and figure.is_like(after)):
        yield Change(figure.start, figure.end, way, figure.interval, before, after, sign)


_POINTS = pattern(r"[ -](?:per[ ]?cent)?points?\b")
_TIMES = rf"(?P<times>{'|'.join(sorted((*MULTIPLES, *FOLDS), key=lambda word: (-len(word), word)))})"
# But “pay double the price”.
_MULTIPLE_BEFORE = pattern(
    rf"\b(?!(?:double|triple|treble|quadruple|quintuple|twice)[ ](?:the|as|what|that|its)\b){_TIMES}\b{_END}",
    re.IGNORECASE,
)
_MULTIPLE_BEHIND = pattern(
    rf"{gap(40)}(?:,|[ ]?[–—(]|[ ]-)[ ]?(?:an?[ ])?(?:(?:more[ ]than|nearly|almost|about|roughly)[ ])?{_TIMES}\b",
    re.IGNORECASE,
)


def _multiples(sentence: Figured, pair: re.Match[str]) -> Iterator[Change]:
    """Yield “doubled” and the like beside a pair of values."""
    text, start = sentence.text, pair.start()
    match = _MULTIPLE_BEFORE.search(text, max(0, start - _REACH), start)
    if match and _OTHER.search(text, match.end("times"), start):
        match = None
    match = match or _MULTIPLE_BEHIND.match(text, pair.end())
    if match is None:
        return
    yield from _multiple_change(sentence, match, pair)


def _multiple_change(sentence: Figured, match: re.Match[str], pair: re.Match[str]) -> Iterator[Change]:
    text, word = sentence.text, match["times"].lower()
    bound, first = bound_before(text, match.start("times"))
    shift = _shift(sentence, match.start("times"))
    begin, end = first + shift, match.end("times") + shift
    before, after = sentence.figure(pair, "before"), sentence.figure(pair, "after")
    yield Change(begin, end, "multiple", _multiple(word, bound), before, after, 0)


# “to 65, double the 30 of last year”.
_MULTIPLE_OF = pattern(
    rf"{_TO}(?:(?:more[ ]than|nearly|almost|about|roughly)[ ])?\b{_TIMES}[ ](?:the|its|as[ ](?:many|much)[ ]as)[ ]"
    rf"(?:[a-z’']+[ ]){{0,4}}?(?P<before>{_VALUE})",
    re.IGNORECASE,
)
# “rose 500 points, or 0.6 per cent, to 80,500”: the value before is the one that is left.
_TO_LEVEL = pattern(
    rf"{_VERBS}\b{_ADVERB}{_MANNER}[ ](?P<amount>[\ue002-\ue004]){gap(20)}(?:,[ ]or|[ ][(]|[ ]or|,)[ ]?"
    rf"(?P<change>{PERCENT})[,)]*{gap(30)}[ ](?:to|at)[ ]{gap(20)}(?P<level>[\ue002-\ue004])",
    re.IGNORECASE,
)


def _level(sentence: Figured, match: re.Match[str]) -> Iterator[Change]:
    """Yield the change of a match whose value before is the level behind the change, less the amount."""
    amount, level, change = (sentence.figure(match, name) for name in ("amount", "level", "change"))
    sign = 1 if match["up"] else -1
    before = level.value - sign * amount.value
    if not amount.is_like(level) or before <= 0 or amount.bound or level.bound:
        return
    step = max(amount.quantity.step, level.quantity.step)
    first = level._replace(quantity=level.quantity._replace(value=before, step=step))
    yield Change(change.start, change.end, "percent", change.interval, first, level, sign)


def _multiple(word: str, bound: Bound) -> Interval:
    """Return how many times as much a word says; “threefold” is used for three and for four times."""
    if word in FOLDS:
        return widen(Interval(FOLDS[word] * (ONE - _LOOSE), (FOLDS[word] + ONE) * (ONE + _LOOSE)), bound)
    value = MULTIPLES[word]
    if bound == "above":  # more than doubled: how much more is not said; more than halved: less than half is left
        near = value * (ONE - _TIGHT)
        return Interval(near, value * 10) if value > 1 else Interval(Decimal(0), value * (ONE + _TIGHT))
    if bound == "below":
        near = value * (ONE + _TIGHT)
        return Interval(ONE, near) if value > 1 else Interval(value * (ONE - _TIGHT), ONE)
    return Interval(value, value).wider(_LOOSE * (2 if bound else 1))


_LOOSE, _TIGHT = Decimal("0.08"), Decimal("0.01")


def _shift(sentence: Figured, place: int) -> int:
    """Return how far the block's text is ahead of a place behind some marks of a sentence."""
    count = sum(sentence.text.count(chr(mark), 0, place) for mark in range(0xE000, 0xE007))
    return sentence.start + sum(each.end - each.start - 1 for each in sentence.figures[:count])


def _is_comparable(sentence: Figured, change: Change) -> bool:
    """Tell whether two values are of one kind and size, and no years, ages or times of day."""
    before, after = change.before, change.after
    if not before.is_like(after) or "open" in (before.bound, after.bound) or before.value <= 0 or after.value < 0:
        return False
    low, high = sorted((before.value, after.value))
    if high > low * _MOST_TIMES and low > 0:
        return False
    return not all(_is_year(sentence, each) for each in (before, after))


def _is_year(sentence: Figured, figure: Figure) -> bool:
    return figure.quantity.kind == "plain" and figure.value in _YEARS and "," not in sentence.written(figure)


# “Unemployment rose 0.2 per cent to 5.4 per cent”.
_RATE_WORD = (
    r"(?:rates?|inflation|unemployment|joblessness|turnout|yields?|tax|vat|duty|levy|margins?|share|vacancy|approval"
    r"|support|interest|coupon|tariffs?|ratio|proportion)"
)
_TO_RATE = pattern(
    rf"\b(?:{_RATE_WORD}\b{gap(60)}{_VERBS}\b(?:{gap(40)}[ ]by|{_ADVERB})?"
    rf"|(?:{RISES}|{FALLS})\b{gap(30)}[ ]{_RATE_WORD}{gap(15)}[ ]by)[ ](?:an?[ ]|another[ ])?(?P<change>{PERCENT})"
    rf"(?:[ ](?:increase|rise|cut|drop|fall))?,?[ ]to[ ](?P<level>{PERCENT})(?![ ](?:above|below|more|less|higher))",
    re.IGNORECASE,
)


class Hidden(NamedTuple):
    """Hold a change in per cent that the level behind it could not show: per cent of per cent are hardly meant.

    [start, end) is where the change stands in the block's text.
    """

    start: int
    end: int
    change: Figure
    level: Figure


def find_hidden(sentence: Figured) -> Iterator[Hidden]:
    """Yield changes of rates that must be in points: in per cent of the level they would be lost in its rounding."""
    if sentence.text.count(PERCENT) <= 1:
        return
    for match in _TO_RATE.finditer(sentence.text):
        change, level = sentence.figure(match, "change"), sentence.figure(match, "level")
        moved = change.value * level.value / 100
        is_range = level.value < change.value * _FINER
        if not is_range and not change.bound and moved < _step_of(change, level) / 2:
            yield Hidden(change.start, change.end, change, level)


_FINER = 4
# Rates that are set move in twentieths of a point.
_TWENTIETH = Decimal("0.05")


def _step_of(change: Figure, level: Figure) -> Decimal:
    """Return the steps in which a rate moves."""
    is_set = not change.value % _TWENTIETH and not level.value % _TWENTIETH
    return max(level.quantity.step, _TWENTIETH) if is_set else level.quantity.step


def intervals(change: Change) -> tuple[Interval, Interval]:
    """Return between which values both of a change lie."""
    before, after = change.before, change.after
    first, second = pair_of(before.quantity, after.quantity)
    return widen(around(before.value, first), before.bound), widen(around(after.value, second), after.bound)
