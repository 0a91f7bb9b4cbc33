"""Hold a change against the two values that a sentence gives for it: “rose 20 per cent, from 50 to 65”.

The frames are read in a sentence with marks for figures (`figured`). A change in per cent, in points, in the unit of
the values or as a multiple is looked for before the pair of values, behind it and between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from newslint.language.numbers.apart import (
    APART,
    OF_OTHER,
    OF_THEN,
    OTHER,
    OTHER_BASE,
    OTHER_BEHIND,
    OTHER_MEASURE,
    OWN,
    RIVAL,
)
from newslint.language.numbers.bounds import Bound, bound_before
from newslint.language.numbers.figured import PERCENT, PLAIN, POINTS, Figure, Figured, gap
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
from newslint.language.numbers.pairs import (
    TIME,
    VALUE,
    Pair,
    find_marked_pairs,
    find_told_pairs,
    is_alone,
    mask,
    may_be_one,
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


_CHANGE = f"[{PERCENT}-\ue004\ue006{TIME}]"
_ADVERB = r"(?:[ ][a-z]{1,20}ly)?"
_MANNER = r"(?:[ ](?:by|up|down|another|further|an?|the|extra|full|whole|total|of|some)){0,4}"
_VERBS = rf"\b(?:(?P<up>{RISES})|(?P<down>{FALLS}))"
_NOUNS = rf"(?:(?P<up>{RISE_NOUNS})|(?P<down>{FALL_NOUNS})|(?P<any>{CHANGE_NOUNS}))\b"
_WORDS = r"(?:[ -][a-z]{2,20}){0,2}?[ -]"
# “by 70, or 20 per cent”: two changes of one pair.
_TOLD = rf"(?:(?P<also>{_CHANGE})(?:,[ ]or|[ ]or|,|[ ][(]or|[ ][(])[ ]?(?:by[ ]|about[ ])?)?(?P<change>{_CHANGE})\)?"
# Lengths of time and ordinals may stand between: “over ten years”.
_END = rf"[^{PERCENT}-\ue004\ue006.;]{{0,70}}?\Z"
_FORMS_BEFORE = (
    rf"{_VERBS}\b{_ADVERB}{_MANNER}[ ]{_TOLD}",
    rf"{_VERBS}\b{gap(50)}[ ]by[ ](?:an?[ ]|another[ ]|some[ ])?{_TOLD}",
    rf"(?P<change>{_CHANGE}){_WORDS}{_NOUNS}",
    rf"\b{_NOUNS}[ ](?:in[ ][a-z ]{{1,30}}[ ])?of[ ](?:an?[ ])?{_TOLD}",
)
_BEFORE_PAIR = tuple(pattern(form + _END, re.IGNORECASE) for form in _FORMS_BEFORE)
_LINK = (
    r"(?:,|[ ]?[–—(:]|[ ]-|[.;])?[ ]?(?:(?:and|so|or|which|that|this|it)[ ]){0,2}"
    r"(?:(?:is|was|means|marks|represents|equals|amounts[ ]to|meaning|marking|representing|equal[ ]to"
    r"|equivalent[ ]to|i\.e\.|that[ ]is|works[ ]out[ ](?:at|as))[ ])?"
)
_SO = (
    r"(?:,|[ ]?[–—(:]|[.;])?[ ](?:so|and|which[ ]means|meaning)[ ](?:that[ ])?(?:[a-z’']+[ ]){0,3}?"
    r"(?:is|are|was|were|has|have|had)[ ]"
)
_NOW = r"(?:,|[ ]?[–—])[ ]the[ ](?:[a-z]+[ ]){1,2}(?:has|have|is|are)[ ]"
_BEHIND_PAIR = tuple(
    pattern(gap(50) + form, re.IGNORECASE)
    for form in (
        rf"{_LINK}(?:an?|the)[ ](?:[a-z]{{2,20}}[ -]){{0,3}}?{_NOUNS}[ ]of[ ](?:an?[ ])?{_TOLD}",
        rf"{_LINK}(?:an?|the)[ ](?:[a-z]{{2,20}}[ ])?(?P<change>{_CHANGE}){_WORDS}{_NOUNS}",
        rf"(?:,|[ ]?[–—(:]|[ ]-)[ ]?(?:and[ ])?{_VERBS}\b(?:[ ]by)?(?:[ ]an?)?[ ]{_TOLD}",
        rf"{_LINK}(?P<change>{_CHANGE})[ ](?P<up>more|higher|larger|greater|up)\b",
        rf"{_LINK}(?P<change>{_CHANGE})[ ](?P<down>less|lower|fewer|smaller|down)\b",
        rf"(?:{_SO}|{_NOW})(?:now[ ]|been[ ])?(?:{_VERBS}|(?P<gained>added|gained))\b(?:[ ]by)?[ ]{_TOLD}",
    )
)
# “from 50 to 65 (20 per cent)”, “from 50 to 65, or 20 per cent”.
_BARE = pattern(
    rf"{gap(30)}(?:[ ][(]|,[ ]or[ ](?:by[ ])?|[ ]or[ ]by[ ])(?P<sign>[+−-])?(?P<change>[{PERCENT}{POINTS}])(?![ ]of\b)"
)
# “to 65, up 20 per cent from 50”, “65, a rise of 20 per cent on 50”, “65, 20 per cent more than the 50 of May”.
_TO = rf"(?P<after>{VALUE}){gap(60)}(?:,|[ ]?[–—(]|[ ]-)?[ ]?"
_THAN = r"(?:from|on|over|than|compared[ ](?:with|to)|against|versus)"
_FROM = rf"{gap(15)}\b{_THAN}[ ](?:[a-z’']+[ ]){{0,5}}?(?P<before>{VALUE})"
_BETWEEN = tuple(
    pattern(form, re.IGNORECASE)
    for form in (
        rf"{_TO}\b{_VERBS}(?:[ ]by)?(?:[ ]an?)?[ ]{_TOLD}{_FROM}",
        rf"{_TO}\b(?:an?|the)[ ](?:[a-z]{{2,20}}[ -]){{0,2}}?{_NOUNS}[ ]of[ ]{_TOLD}{_FROM}",
        rf"{_TO}\b(?:an?|the)[ ](?P<change>{_CHANGE}){_WORDS}{_NOUNS}{_FROM}",
        rf"{_TO}(?P<change>{_CHANGE})[ ](?P<up>more|higher|larger|greater|up|above){_FROM}",
        rf"{_TO}(?P<change>{_CHANGE})[ ](?P<down>less|lower|fewer|smaller|down|below){_FROM}",
        rf"{_TO}(?P<change>{_CHANGE})[ ](?:(?P<up>over|above)|(?P<down>below|under))[ ]"
        rf"(?:[a-z’']+[ ]){{0,3}}?(?P<before>{VALUE})",
    )
)
_RATE = pattern(rf"(?:{RATES})", re.IGNORECASE)
_YEARLY = pattern(r"\b(?:annual|annuali[sz]ed|yearly|compound|average|real)[ ]\Z", re.IGNORECASE)
_YEARS = range(1000, 2101)
_MOST_TIMES = 1000
_REACH = 160
_FIGURES = 3


def find_changes(sentence: Figured) -> Iterator[Change]:
    """Yield the changes of a sentence for which it gives both values, each once."""
    known: set[int] = set()
    if len(sentence.figures) > 1:
        for change in _all_changes(sentence, mask(sentence)):
            if change.start not in known and _is_comparable(sentence, change):
                known.add(change.start)
                yield change


def _all_changes(sentence: Figured, text: str) -> Iterator[Change]:
    for pair in find_told_pairs(text):
        yield from _before_pair(sentence, text, pair)
        yield from _behind_pair(sentence, text, pair)
        yield from _multiples(sentence, text, pair)
    if _COMPARES.search(text):
        for regex in _BETWEEN:
            for match in regex.finditer(text):
                before, after = match.start("before"), match.start("after")
                is_apart = APART.search(text, min(before, after), max(before, after)) is not None
                if not is_apart and not OF_OTHER.search(text, 0, after):
                    yield from _read(sentence, match, before, after)
        for regex in _MULTIPLES_OF:
            for match in regex.finditer(text):
                yield from _multiple_change(sentence, match, match.start("before"), match.start("after"))
    if len(sentence.figures) >= _FIGURES:
        for match in _TO_LEVEL.finditer(text) if PERCENT in text else ():
            yield from _level(sentence, match)
    if len(sentence.figures) >= _FIGURES or ": " in text:
        for pair in find_marked_pairs(text, sentence):
            yield from _behind_pair(sentence, text, pair)
            # “deaths doubled: 16 in 2021, 24 in 2022”
            if text[max(0, pair.start - 2) : pair.start] == ": " and not pair.is_open:
                yield from _before_pair(sentence, text, pair)
                yield from _multiples(sentence, text, pair)


# Words without which no change stands between its two values.
_COMPARES = pattern(
    r"[\ue000-\ue004\ue006\ue007][^.;]{0,90}[ ](?:from|on|over|than|compared|against|versus|above|below|under|twice"
    r"|double|triple|treble|times|half)[ ][^.;]{0,60}[\ue000\ue002-\ue004\ue007]"
    r"|\b(?:twice|double|times|half)[ ][^.;]{0,60}[\ue000\ue002-\ue004]",
    re.IGNORECASE,
)


def _before_pair(sentence: Figured, text: str, pair: Pair) -> Iterator[Change]:
    if pair.is_compared and not _is_of_then(text, pair):
        return
    for regex in _BEFORE_PAIR:
        match = regex.search(text, max(0, pair.start - _REACH), pair.start)
        if match and not OTHER.search(OWN.sub("", text[match.end("change") + 1 : pair.start])):
            yield from _read(sentence, match, pair.before, pair.after)
            return


def _is_of_then(text: str, pair: Pair) -> bool:
    """Tell whether the value that another is held against is an earlier one of the same thing."""
    return OF_THEN.search(text[pair.after : pair.before] + text[pair.before : pair.end + 30]) is not None


def _behind_pair(sentence: Figured, text: str, pair: Pair) -> Iterator[Change]:
    for regex in (*_BEHIND_PAIR, _BARE):
        match = regex.match(text, pair.end)
        if match and not _is_of_other(text, pair, match):
            yield from _read(sentence, match, *_turn(sentence, match, pair))
            return
    match = _MULTIPLE_BEHIND.match(text, pair.end)
    is_other = match is not None and (
        OTHER_BEHIND.search(text, pair.end, match.start("times")) or OTHER_MEASURE.match(text, match.end("times"))
    )
    if match and not pair.is_open and not is_other:
        yield from _multiple_change(sentence, match, pair.before, pair.after)


def _is_of_other(text: str, pair: Pair, match: re.Match[str]) -> bool:
    """Tell whether a change behind a pair is of something else, or from another value."""
    is_from_other = OTHER_BASE.match(text, match.end("change")) or OTHER_BASE.match(text, match.end())
    is_rival = RIVAL.search(text, pair.start, match.start("change")) is not None
    return (
        is_from_other is not None or is_rival or OTHER_BEHIND.search(text, pair.end, match.start("change")) is not None
    )


def _turn(sentence: Figured, match: re.Match[str], pair: Pair) -> tuple[int, int]:
    """Return the places of the first and the second value of a pair; of an open one as the change has them."""
    places = pair.before, pair.after
    groups = match.groupdict()
    if not pair.is_open:
        return places
    low, high = sorted(places, key=lambda place: sentence.figure_at(place).value)
    return (high, low) if groups.get("down") else (low, high) if groups.get("up") else places


def _read(sentence: Figured, match: re.Match[str], before: int, after: int) -> Iterator[Change]:
    """Yield the change of a match, and the one that is told with it (“by 70, or 20 per cent”)."""
    values = sentence.figure_at(before), sentence.figure_at(after)
    for name in ("change", "also"):
        place = match.start(name) if name in match.re.groupindex else -1
        if place >= 0 and place not in (before, after):
            change = _read_one(sentence, match, place, *values)
            if change:
                yield change


def _read_one(sentence: Figured, match: re.Match[str], place: int, before: Figure, after: Figure) -> Change | None:
    """Return the change at a place, or None where it is a rate that goes on, such as “5 per cent a year”."""
    text = sentence.text
    if _RATE.match(text, place + 1) or _is_of_range(text, place) or _YEARLY.search(text, 0, place):
        return None
    figure = sentence.figure_at(place)
    way: Way = "percent" if text[place] in (PERCENT, "\ue006") else "points" if text[place] == POINTS else "amount"
    # “The index fell 500 points” is in its own unit, “their share fell 10 points” is not.
    if figure.quantity.kind == "plain" and before.quantity.kind == "percent" and _POINTS.match(text, place + 1):
        way = "points"
    groups = match.groupdict()
    is_up = groups.get("up") and not groups["up"].lower().startswith(_BETTER)
    sign = 1 if is_up or groups.get("gained") else -1 if groups.get("down") else 0
    if way == "amount" and not (figure.is_like(before) and figure.is_like(after)):
        return None
    return Change(figure.start, figure.end, way, figure.interval, before, after, sign)


def _is_of_range(text: str, place: int) -> bool:
    """Tell whether a figure is one end of a range: “growth of 6-6.5 per cent”."""
    behind, before = text[place + 1 : place + 3], text[max(0, place - 2) : place]
    return (behind[:1] in _DASHES and behind[1:] in _FIGURE_MARKS) or (
        before[1:] in _DASHES and before[:1] in _FIGURE_MARKS
    )


_DASHES, _FIGURE_MARKS = frozenset("-–"), frozenset(map(chr, range(0xE000, 0xE008)))
_BETTER = ("improv", "swing")  # a wait that improves is shorter
_POINTS = pattern(r"[ -](?:per[ ]?cent)?points?\b")
_WORDS_OF_MULTIPLES = "|".join(sorted((*MULTIPLES, *FOLDS), key=lambda word: (-len(word), word)))
_TIMES = (
    rf"(?P<times>\b(?:{_WORDS_OF_MULTIPLES})"
    rf"|{PLAIN}[ ]times(?=[ ](?:as|what|the|its|more|higher|larger|bigger|greater|that|last|their|his|her)\b))"
)
# But “pay double the price”.
_MULTIPLE_BEFORE = pattern(
    r"(?!(?:double|triple|treble|quadruple|quintuple|twice)[ ](?:the|as|what|that|its)\b(?<!\bto[ ]double[ ]the))"
    rf"{_TIMES}(?![\w-]){_END}",
    re.IGNORECASE,
)
_MULTIPLE_BEFORE_COMPARED = pattern(rf"{_TIMES}(?![\w-]){_END}", re.IGNORECASE)
_MULTIPLE_BEHIND = pattern(
    rf"{gap(40)}(?:,|[ ]?[–—(:]|[ ]-|[.;])[ ]?(?:(?:so|and|which|that|it|is|has|an?)[ ]){{0,4}}"
    rf"(?:(?:more[ ]than|nearly|almost|about|roughly)[ ])?{_TIMES}(?![\w-])",
    re.IGNORECASE,
)


def _multiples(sentence: Figured, text: str, pair: Pair) -> Iterator[Change]:
    """Yield “doubled” and the like before a pair of values."""
    regex = _MULTIPLE_BEFORE_COMPARED if pair.is_compared else _MULTIPLE_BEFORE
    match = regex.search(text, max(0, pair.start - _REACH), pair.start)
    if match and not OTHER.search(OWN.sub("", _AS_MUCH.sub("", text[match.end("times") : pair.start]))):
        yield from _multiple_change(sentence, match, pair.before, pair.after)


# “twice as much as before”, “what it was in 2015, when it was”
_AS_MUCH = pattern(r"\bas[ ](?:[a-z]{2,10}|(?:many|much)[^,:;.]{0,40})[ ]as\b|\bwhen[ ](?:it|they|there)\b|[ ]when\Z")


def _multiple_change(sentence: Figured, match: re.Match[str], before: int, after: int) -> Iterator[Change]:
    text, word, place = sentence.text, match["times"].lower(), match.start("times")
    if text[place] == PLAIN:
        figure = sentence.figure_at(place)
        stated = _times(figure, is_more=match.string.startswith((" more", " higher", " larger"), match.end("times")))
        begin, end = figure.start, figure.end + match.end("times") - place - 1
        if place in (before, after):
            return
    else:
        bound, first = bound_before(text, place)
        shift = _shift(sentence, place)
        begin, end = first + shift, match.end("times") + shift
        stated = _multiple(word, bound)
    yield Change(begin, end, "multiple", stated, sentence.figure_at(before), sentence.figure_at(after), 0)


def _times(figure: Figure, *, is_more: bool) -> Interval:
    """Return how many times as much “three times” says; “three times more” may be four times as much."""
    exact = around(figure.value, figure.quantity.step).wider(_TIGHT) if figure.quantity.step < 1 else None
    plain = exact or Interval(figure.value, figure.value).wider(_LOOSE * (2 if figure.bound else 1))
    return widen(Interval(plain.low, plain.high + is_more), figure.bound if figure.bound != "about" else "")


# “to 65, double the 30 of last year”, “double the 30 of last year, at 65”, “three times what it was, when it was 30”.
_MULTIPLES_OF = tuple(
    pattern(form, re.IGNORECASE)
    for form in (
        rf"{_TO}(?:(?:is|was|are|has|have|more[ ]than|nearly|almost|about|roughly)[ ]){{0,2}}{_TIMES}[ ]"
        rf"(?:(?:the|its|his|their|last|as[ ](?:many|much)[ ]as)[ ])(?:[a-z’']+[ ]){{0,4}}?(?P<before>{VALUE})",
        rf"{_TIMES}[ ](?:the|its|last|as[ ](?:many|much)[ ]as)[ ](?:[a-z’']+[ ]){{0,5}}?(?:of[ ])(?P<before>{VALUE})"
        rf"{gap(15)}(?:,|[ ]?[–—(])?[ ](?:at|with|to)[ ]{gap(15)}(?P<after>{VALUE})",
        rf"{_TO}(?:is|are|was|were)[ ](?:now[ ])?{_TIMES}[ ]what{gap(40)}when{gap(25)}(?P<before>{VALUE})",
    )
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
        return Interval(value * _NEARLY, near) if value > 1 else Interval(value * (ONE - _TIGHT), value / _NEARLY)
    return Interval(value, value).wider(_LOOSE * (2 if bound else 1))


_LOOSE, _TIGHT, _NEARLY = Decimal("0.08"), Decimal("0.01"), Decimal("0.75")


def _shift(sentence: Figured, place: int) -> int:
    """Return how far the block's text is ahead of a place behind some marks of a sentence."""
    count = sum(sentence.text.count(chr(mark), 0, place) for mark in range(0xE000, 0xE007))
    return sentence.start + sum(each.end - each.start - 1 for each in sentence.figures[:count])


def _is_comparable(sentence: Figured, change: Change) -> bool:
    """Tell whether two values are of one kind and size, and no years, ages or times of day."""
    before, after = change.before, change.after
    if not before.is_like(after):
        bare = before if before.quantity.kind == "plain" else after
        if not (may_be_one(before, after) and is_alone(sentence.source, bare)):
            return False
    if "open" in (before.bound, after.bound) or before.value <= 0 or after.value < 0:
        return False
    low, high = sorted((before.value, after.value))
    if high > low * _MOST_TIMES and low > 0:
        return False
    return not all(_is_year(sentence, each) for each in (before, after))


def _is_year(sentence: Figured, figure: Figure) -> bool:
    return figure.quantity.kind == "plain" and figure.value in _YEARS and "," not in sentence.written(figure)


def intervals(change: Change) -> tuple[Interval, Interval]:
    """Return between which values both of a change lie."""
    before, after = change.before, change.after
    first, second = pair_of(before.quantity, after.quantity)
    return _around(before, first), _around(after, second)


def _around(figure: Figure, rounding: Decimal) -> Interval:
    """Return between which values a value lies; “some 36 per cent” is hardly 39."""
    if figure.bound == "about" and figure.quantity.kind == "percent":
        return around(figure.value, rounding).wider(_SOME)
    return widen(around(figure.value, rounding), figure.bound)


_SOME = Decimal("0.04")
