"""Find ranges whose words do not go together: “between 5 to 10”, “from May–July”, “a range of 5 and 10”.

An end of a range is a number, an hour, a day, a month or a season; in “between the church to the mill” it is a noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from newslint.language.numbers.names import CARDINALS, CURRENCIES, SCALES, UNITS
from newslint.patterns import pattern
from newslint.records import NamedTuple


class BrokenRange(NamedTuple):
    """Hold a range: its half-open span, the word that should join its ends, with the span that it replaces.

    `is_clock` says that its ends are hours, as notices of events give them.
    """

    start: int
    end: int
    join_start: int
    join_end: int
    word: str
    is_clock: bool


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b)"
_SEASON = r"(?:spring|summer|autumn|winter|fall)(?=[ ]\d{4})"
_NAMED = rf"(?:{_MONTH}|{_DAY}|{_SEASON}|noon\b|midnight\b|midday\b)"
_TENS = "|".join(name for name, number in CARDINALS.items() if number % 10 == 0 and number >= 20)
_OTHERS = "|".join(name for name, number in CARDINALS.items() if number % 10 or number < 20)
_DIGITS = r"[$£€₹]?\d[\d,]{0,12}(?:[.:]\d{1,3})?(?:%|°?[CF]\b|(?!s\b|st\b|nd\b|rd\b|th\b)[a-z]{1,4}\b)?"
_NUMBER = rf"(?:{_DIGITS}|(?:{_TENS}|{_OTHERS}|(?:{_TENS})-(?:{_OTHERS}))(?![\w]))"
_END = rf"(?:(?:mid|early|late)[ -])?(?:{_NAMED}(?:[ ]\d{{1,4}}(?!\d))?|{_NUMBER}(?:[ ]{_MONTH})?)"
_UNIT = r"(?:[ ](?!to\b|and\b)[a-z][a-z.]{0,13}){0,2}"
_LEAD = r"(?:the[ ]ages[ ]of|the[ ]hours[ ]of|ages|aged|about|around|mile|junction|exit|grade|week)[ ]"
_RANGE = pattern(
    rf"\b(?P<first>[Bb]etween|[Ff]rom|(?<!out[ ]of[ ])range[ ]of)[ ](?:{_LEAD})?"
    rf"(?P<low>{_END})(?P<low_unit>{_UNIT})(?P<join>[ ]?[-–][ ]?|—|[ ]to[ ]|[ ]and[ ])"
    rf"(?P<high>{_END})(?![-–/:]|[.,]?\d|\w)"
)
# “Between the church to the mill”: two things, each with its article.
_PLACES = pattern(
    r"\b(?P<first>[Bb]etween)[ ](?P<article>the|an?|his|her|their|its|our)[ ]"
    r"(?!pair\b|couple\b|duo\b|trio\b|family\b|team\b|group\b|crew\b|lot\b|two\b|three\b|four\b)"
    r"[a-z]{3,20}(?<!s)(?P<join>[ ]to[ ])(?P=article)[ ][a-z]{2,20}\b(?![^.;:]{0,80}\band\b)"
)
# Behind: the other end of a longer range (“between 2014-15 and 2018-19”), a season, or a score.
_GOES_ON = pattern(
    r"[^.;,()\d]{0,30}\b(?:and|to|through|until|till)[ ]"
    rf"(?:[$£€₹]?\d|(?:{_TENS}|{_OTHERS}|mid|early|late)\b|{_NAMED})"
    r"|(?:[ ][a-z]{1,20})?[ ]respectively\b|[ ](?:down|up|behind|ahead|deficit|lead|win|loss|seasons?"
    r"|terms?|odds"
    r"|school|academic|financial|fiscal)\b"
)
_CAME_BACK = pattern(r"\b(?:rall(?:y|ied|ies)|back|recover(?:s|ed|ing)?|comeback|fought)\b[^.;]{0,20}\Z", re.IGNORECASE)
# “The link between five to ten cups and health”: the other thing comes later.
_LINK = pattern(
    r"\b(?:links?|gap|differences?|relations?|relationship|connection|correlation|choice|choose|contrast|trade-off"
    r"|balance)[ ]\Z"
)
_AND = pattern(r"[^.;]{0,60}[ ]and[ ]")
# “Offers from 10-15 clubs”: what is behind “from” has a number of its own.
_COUNTED = pattern(r"(?:[ ][a-z]{3,20})?[ ](?!was\b|has\b|is\b|its\b|this\b|as\b)(?P<noun>[a-z]{3,20}s|people)\b")
_SPANS = pattern(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|between|takes?|took|last(?:s|ed)?)[ ]\Z")
# Two sorts of a thing, behind “a range of 4 and 6” and “a range of $3 and $4”: “litre pans”, “pies”.
_SORTS = pattern(r"[ -](?:[A-Z]|(?P<first>[a-z]{2,20})[ -](?P<noun>[a-z]{2,20}s)\b)")
_PRICED = pattern(r"[ ](?P<noun>[a-z]{2,20}s)\b")
_LITTLE = frozenset("for its in of on at as is was has this a an the per by with under from to over his".split())
_AGO = pattern(r"[^.;,()]{0,25}\b(?:ago|BC|BCE)\b")
# What may join the ends; “from 5 and 10” is no range.
_RIGHT = {"between": ("and",), "from": ("to", "and"), "range of": ("to", "-", "–", "—")}
_YEARS = range(1000, 2101)
_CENTURY = 100


def find_broken_ranges(text: str) -> Iterator[BrokenRange]:
    """Yield the broken ranges of a text; scores, seasons and what is no rising range are left alone."""
    for match in _RANGE.finditer(text):
        first, joined = match["first"].lower(), match["join"].strip()
        if joined in _RIGHT[first] or not _is_unit(match["low_unit"]) or _GOES_ON.match(text, match.end()):
            continue
        if _is_range(match) and not _is_other(match, first):
            word, is_clock = "and" if first == "between" else "to", _is_clock(match)
            yield BrokenRange(match.start(), match.end(), *match.span("join"), word, is_clock)
    for match in _PLACES.finditer(text):
        yield BrokenRange(match.start(), match.end(), *match.span("join"), "and", False)


@cache
def _unit_words() -> frozenset[str]:
    """Return the words that name units, currencies, scales and halves of the day."""
    names = (*UNITS, *SCALES, *CURRENCIES, "per cent", "percent", "a.m.", "p.m.", "am", "pm", "points", "cubic", "o.c.")
    return frozenset(word for name in names for word in name.split())


def _is_unit(words: str) -> bool:
    return all(word in _unit_words() for word in words.split())


def _is_other(match: re.Match[str], first: str) -> bool:
    """Tell whether the words of a range have another reading: two sorts, a score, or what comes from a few."""
    text, end = match.string, match.end()
    if first == "range of":
        return _are_sorts(match)
    if first == "between":
        return _LINK.search(text, 0, match.start()) is not None and _AND.match(text, end) is not None
    if first == "from" and _CAME_BACK.search(text, max(0, match.start() - 40), match.start()):
        return True
    counted = _COUNTED.match(text, end) if first == "from" else None
    if counted is None or match["high"][-1:] == "m" or _value(match["low"]) in _YEARS:
        return False
    return counted["noun"] not in _unit_words() and not _SPANS.search(text, 0, match.start())


def _are_sorts(match: re.Match[str]) -> bool:
    """Tell whether two figures name two sorts of a thing, and no range."""
    text, end = match.string, match.end()
    sorts, priced = _SORTS.match(text, end), _PRICED.match(text, end)
    if sorts and not sorts["noun"]:
        return True
    if sorts and sorts["first"] not in _LITTLE and sorts["noun"] not in _unit_words() | _LITTLE:
        return True
    is_price = match["high"][0] in "$£€₹"
    return is_price and priced is not None and priced["noun"] not in _unit_words() | _LITTLE


_NAMES = pattern(rf"{_NAMED}|\d[ ]?[ap]\.?m\b")
_HALF_DAY = pattern(r"(?:[ ]?[ap]\.?m\b)")


def _is_range(match: re.Match[str]) -> bool:
    """Tell whether both ends may be those of a range: days and hours, or numbers that rise."""
    text, end = match.string, match.end()
    is_named = bool(_NAMES.search(match["low"] + match["low_unit"]) or _NAMES.search(match["high"]))
    if is_named or _HALF_DAY.match(text, end):
        return True
    low, high = _value(match["low"]), _value(match["high"])
    if low is None or high is None:
        return False
    is_short_year = int(low) in _YEARS and high < _CENTURY and low == int(low)
    if is_short_year:
        # “A letter from 1939-40”: a school year or a season
        return low % _CENTURY + (match["first"].lower() == "from") < high
    return low < high or _AGO.match(text, end) is not None


# “From 5-8 on Friday”, “from 9 a.m.–1”: hours without a unit, in the evening or with minutes.
_HOUR = pattern(r"\d:[0-5]\d\b|\d[ ]?[ap]\.?m\b")
_AT_NIGHT = pattern(
    r"(?:[ ]?[ap]\.?m\b|[ ](?:on[ ])?(?:tonight|today|tomorrow|daily|weekdays|weekends|each|every|in[ ]the[ ]"
    r"(?:morning|afternoon|evening)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\b)"
)
_HOURS_OF_A_CLOCK = 12


def _is_clock(match: re.Match[str]) -> bool:
    """Tell whether the ends of a range are hours."""
    text, end = match.string, match.end()
    if _HOUR.search(match["low"] + match["low_unit"]) or _HOUR.search(match["high"]) or _HALF_DAY.match(text, end):
        return True
    low, high = _value(match["low"]), _value(match["high"])
    is_hour = low is not None and high is not None and max(low, high) <= _HOURS_OF_A_CLOCK
    return is_hour and _AT_NIGHT.match(text, end) is not None


def _value(written: str) -> Decimal | None:
    """Return the number of an end, or None where it has none."""
    found = _VALUE.match(written)
    if found is None:
        tens, _, one = written.lower().partition("-")
        return Decimal(CARDINALS[tens] + CARDINALS.get(one, 0)) if tens in CARDINALS else None
    return Decimal(found[1].replace(",", "").replace(":", "."))


_VALUE = pattern(r"[$£€₹]?(\d[\d,]{0,12}(?:[.:]\d{1,3})?)")
