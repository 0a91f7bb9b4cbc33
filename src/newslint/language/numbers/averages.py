"""Hold an average against the number and the total of its sentence: “45 goals in 30 matches, a rate of 2.5 a match”.

An average is told by what is behind it (“each”, “a match”, “per pupil”) or before it (“an average of”). The two other
figures of the sentence are the total and the number; where there is one only, the number may be that of the weeks or
days in “last year”. Which is which is told by their units and by the noun of the average.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from newslint.language.numbers.conversions import factor_between
from newslint.language.numbers.figured import ORDINAL, PERCENT, POINTS, SHARE, Figure, Figured, Mismatch
from newslint.language.numbers.following import unit_of
from newslint.language.numbers.intervals import Interval
from newslint.language.numbers.pairs import TIME, mask
from newslint.language.numbers.sums import show_like
from newslint.language.units.similarity import stem
from newslint.patterns import pattern
from newslint.records import NamedTuple


class _Average(NamedTuple):
    """An average: its place among the figures and in the text, and its noun, or nothing for “each”."""

    at: int
    place: int
    noun: str


_PER = pattern(
    r"(?:[ ][a-z]{2,20}){0,2}?(?:[ ](?:each|apiece|on[ ]average)\b"
    r"|[ ](?:per|an?|(?:for[ ]|to[ ])?(?:every|each)|to[ ]the|to[ ]an?)[ ]"
    r"(?P<noun>(?:square[ ]|cubic[ ])?[a-z]{2,20})\b)",
    re.IGNORECASE,
)
_AVERAGE = pattern(
    r"\b(?:an?|the|its|his|her)[ ](?:[a-z]+[ ])?average[ ](?:[a-z]+[ ])?of[ ]\Z"
    r"|\baverag(?:es|ed|ing)[ ](?:out[ ]at[ ])?\Z",
    re.IGNORECASE,
)
# What leads from number and total to their average.
_LINKED = pattern(
    r"(?:[,–—(:;]|\bor\b|\baverag|\brate[ ]of\b|\b(?:comes?|came|amounts?|amounted)[ ]to\b"
    r"|\b(?:gave|gives?|giving|making|made)\b"
    r"|\bworks?[ ]out\b|\.[ ](?:That|This|It)\b)"
)
_APART = pattern(
    r"\b(?:while|whereas|but|who|than|compared|extra|plus|minimum|maximum|up[ ]to|could|would|might|may|should|if"
    r"|at[ ](?:most|least)|another|including|excluding|of[ ]which|where|after|before|some|others?|rest|not[ ]out|then"
    r"|usually|normally|with[ ][a-z ]{1,30}[ ](?:at|averaging)|and(?![ ](?:an?[ ]average|that|child|woman|averag))"
    r"|cheapest|dearest|record|best|up|down)\b",
    re.IGNORECASE,
)
# What stands between the ends of a range.
_RANGE = frozenset(("to", "-", "–", "through", "until"))
_AND = pattern(r"(?<=[a-z])[ ]and[ ]\Z")
# Behind an average: which of several it is, or a second time.
_GOES_ON = pattern(r"[ ](?:on|for|in|at|from|when|if|an?|per|during)\b(?![ ](?:average|all|total)\b)")
# Period -> parts of it, with the least and the most of them: days of work or all days.
_PERIODS = {
    ("year", "day"): (250, 366),
    ("year", "week"): (46, 53),
    ("year", "month"): (11, 12),
    ("month", "day"): (20, 31),
    ("week", "day"): (5, 7),
    ("day", "hour"): (8, 24),
}
_PERIOD = pattern(
    r"\b(?:last|this|in[ ](?:the|a|one|its|his|her)(?:[ ]first|[ ]past|[ ]single)?|over[ ](?:the|a)"
    r"|during[ ](?:the|a)|an?|each|every|per|of[ ]the|the[ ](?:past|previous))[ ]"
    r"(?P<period>year|month|week|day)\b|\b(?P<annual>annual(?:ly)?|yearly)\b"
    r"|\bin[ ]20\d\d\b",
    re.IGNORECASE,
)
_MOST, _LEAST, _SLACK, _TIGHT = 1000, 2, Decimal("0.03"), Decimal("0.01")
_NO_VALUE = frozenset((PERCENT, POINTS, ORDINAL, SHARE))


def find_average_mismatches(sentence: Figured) -> Iterator[Mismatch]:
    """Yield the average of a sentence where number and total make another one; rounding is allowed for."""
    text = mask(sentence)
    if len(sentence.figures) < _LEAST or not _HINT.search(text):
        return
    places = [place for place, char in enumerate(text) if "\ue000" <= char <= TIME]
    average = _find_average(text, places)
    if average is None or average.at != len(places) - 1:
        return
    each = sentence.figures[average.at]
    others = _others(text, places, average)
    if not others or each.bound == "open" or not _is_linked(text, others, average):
        return
    between = text[places[others[0]] + 1 : places[others[-1]]]
    before = f"{_AND.sub(' ', between, count=1)} {text[places[others[-1]] + 1 : average.place]}"
    if _APART.search(before) or between.strip() in _RANGE:
        return
    if len(others) == 1:
        yield from _of_period(sentence, sentence.figures[others[0]], each, average, text)
    else:
        one, two = (sentence.figures[at] for at in others)
        nouns = [text[places[at] + 1 : places[at + 1]] for at in others]
        found = _roles(one, two, each, average, nouns)
        if found is not None:
            total, count = found
            yield from _judge(sentence, each, total, Interval(*count.interval), sentence.written(count), count)


_HINT = pattern(
    r"\b(?:each|apiece|average|averag(?:es|ed|ing)|per|every|to[ ]the)\b|[\ue002-\ue004][a-z ]{0,40}[ ]an?[ ]"
)


def _find_average(text: str, places: list[int]) -> _Average | None:
    """Return the only average of a sentence, or None where there is none or several."""
    found = []
    for at, place in enumerate(places):
        if text[place] in _NO_VALUE:
            continue
        behind = _PER.match(text, place + 1)
        if behind and at and not _GOES_ON.match(text, behind.end()):
            found.append(_Average(at, place, (behind["noun"] or "").lower()))
        elif _AVERAGE.search(text, max(0, place - 40), place):
            found.append(_Average(at, place, ""))
    return found[-1] if len(found) == 1 or _are_apart(found) else None


def is_told_apart(sentence: Figured, match: re.Match[str], each: Figure) -> bool:
    """Tell whether words before an average, or behind it, say that it is that of some, or of something else."""
    places = sorted(match.start(name) for name in ("count", "total", "each"))
    behind = _PER.match(sentence.text, places[-1] + 1)
    is_last = sentence.figures[-1].start == each.start
    goes_on = behind is not None and _GOES_ON.match(sentence.text, behind.end()) is not None
    return not is_last or goes_on or _APART.search(sentence.text, places[0] + 1, places[-1]) is not None


def _are_apart(found: list[_Average]) -> bool:
    """Tell whether the last of several is of something and the others are totals by time: “4,000 litres a day”."""
    times = frozenset("day week month year hour minute night season".split())
    return len(found) > 1 and found[-1].noun not in times and all(each.noun in times for each in found[:-1])


def _others(text: str, places: list[int], average: _Average) -> list[int]:
    """Return the two figures, or the one, that an average is made of; nothing where that is not clear."""
    is_of_time = unit_of(average.noun) in _TIME_UNITS if average.noun else False
    values = [at for at, place in enumerate(places[: average.at]) if text[place] not in _NO_VALUE]
    times = [at for at in values if text[places[at]] == TIME]
    plain = [at for at in values if text[places[at]] != TIME]
    if is_of_time:
        chosen = sorted(plain + times)
        return chosen if len(chosen) <= _LEAST else []
    return plain if len(plain) == _LEAST else []


_TIME_UNITS = frozenset("second minute hour day week month year decade".split())


def _is_linked(text: str, others: list[int], average: _Average) -> bool:
    places = [place for place, char in enumerate(text) if "\ue000" <= char <= TIME]
    between = text[places[others[-1]] + 1 : average.place]
    return len(between) <= _FAR and _LINKED.search(between) is not None


_FAR = 90


def _roles(one: Figure, two: Figure, each: Figure, average: _Average, nouns: list[str]) -> tuple[Figure, Figure] | None:
    """Return total and number of two figures, or None where their units and nouns do not tell."""
    noun_unit = unit_of(average.noun) if average.noun else None
    if noun_unit:
        # “14 miles a day”: the number has the unit that the average is told by.
        for total, count in ((one, two), (two, one)):
            is_bare = each.quantity.kind == "plain" and total.quantity.unit not in _TIME_UNITS
            if count.quantity.unit == noun_unit and (is_bare or _factor(total, each) is not None):
                return total, count
        return None
    likes = [
        figure.is_like(each) or factor_between(figure.quantity.unit or "", each.quantity.unit or "") is not None
        for figure in (one, two)
    ]
    kinds = [figure.quantity.kind == "plain" for figure in (one, two)]
    if likes == [True, False] and kinds[1]:
        return one, two
    if likes == [False, True] and kinds[0]:
        return two, one
    if each.quantity.kind == "plain" and sorted(kinds) == [False, True]:
        return (two, one) if kinds[0] else (one, two)
    if likes != [True, True] or each.quantity.kind != "plain":
        return None
    return _by_nouns(one, two, average, nouns)


def _by_nouns(one: Figure, two: Figure, average: _Average, nouns: list[str]) -> tuple[Figure, Figure] | None:
    """Return total and number of two plain figures, by the noun of the average."""
    if not average.noun:
        return (one, two) if one.value >= two.value else (two, one)
    wanted = stem(average.noun)
    fits = [any(stem(word.lower()) == wanted for word in _WORD.findall(noun.split(",")[0])[:4]) for noun in nouns]
    if fits == [True, False]:
        return two, one
    return (one, two) if fits == [False, True] else None


_WORD = pattern(r"[A-Za-z’']+")


def _factor(total: Figure, each: Figure) -> Decimal | None:
    """Return what a total is multiplied by to be in the unit of an average, or None where they measure other things."""
    if total.is_like(each) or each.quantity.kind == "plain":
        return Decimal(1)
    units = total.quantity.unit or "", each.quantity.unit or ""
    return factor_between(*units)


def _of_period(sentence: Figured, total: Figure, each: Figure, average: _Average, text: str) -> Iterator[Mismatch]:
    """Yield an average by day, week or month of a total of a longer time: “73,000 last year, or 300 a day”."""
    told = _PERIOD.search(text, 0, average.place)
    if told is None or not total.is_like(each):
        return
    period = (told["period"] or "year").lower()
    parts = _PERIODS.get((period, average.noun))
    if parts is not None:
        name = f"{period} of {parts[1]} {average.noun}s"
        yield from _judge(sentence, each, total, Interval(Decimal(parts[0]), Decimal(parts[1])), f"a {name}", None)


def _judge(
    sentence: Figured, each: Figure, total: Figure, number: Interval, told: str, count: Figure | None
) -> Iterator[Mismatch]:
    """Yield an average that is not what a total makes for a number."""
    factor = _factor(total, each)
    one = total.interval.over(number)
    if one is None or factor is None or not each.value or "open" in (total.bound, count.bound if count else ""):
        return
    divisor = count.value if count else number.high
    right = total.value * factor / divisor
    is_near = divisor >= 1 and each.value < right * _MOST and right < each.value * _MOST
    slack = _SLACK if count else _TIGHT
    if is_near and not one.times(factor).wider(slack).meets(each.interval):
        written = sentence.written(each)
        other = f"{sentence.written(total)} for {told}"
        yield Mismatch(each.start, each.end, written, other, show_like(right, written, each.quantity))
