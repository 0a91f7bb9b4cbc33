"""Find ranges whose words do not go together: “between 5 to 10”, “from 5-10”, “between 5-10”, “a range of 5 and 10”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from newslint.language.numbers.names import CARDINALS
from newslint.patterns import pattern
from newslint.records import NamedTuple


class BrokenRange(NamedTuple):
    """Hold a range: its half-open span, and the word that should join its ends, with the span that it replaces."""

    start: int
    end: int
    join_start: int
    join_end: int
    word: str


_WORDS = "|".join(sorted(CARDINALS, key=lambda name: (-len(name), name)))
_NUMBER = rf"(?:[$£€₹]?\d[\d,]{{0,12}}(?:\.\d{{1,3}})?|(?:{_WORDS})(?![\w-]))"
_UNIT = (
    r"(?:[ ]?%|[ ](?:per[ ]cent|percent|million|billion|miles|km|kg|years|days|weeks|months|hours|minutes|points"
    r"|degrees|euros|dollars|pounds|metres|meters|feet|inches|[ap]\.m\.)"
    r"|bn|m|k|km|kg|am|pm)?"
)
_RANGE = pattern(
    rf"\b(?P<first>between|from|(?<!out[ ]of[ ])range[ ]of)[ ]"
    rf"(?P<low>{_NUMBER}){_UNIT}(?P<join>[ ]?[-–][ ]?|[ ]to[ ]|[ ]and[ ])"
    rf"(?P<high>{_NUMBER})(?![\w%]*[-–\d/:])",
    re.IGNORECASE,
)
# Behind: the other end of a longer range (“between 2014-15 and 2018-19”), a season, or a score.
_GOES_ON = pattern(
    rf"[^.;,()\d]{{0,30}}\b(?:and|to|through|until|till)[ ](?:[$£€₹]?\d|(?:{_WORDS}|mid|early|late|noon|midnight)\b)"
    r"|(?:[ ][a-z]{1,20})?[ ]respectively\b|[ ](?:down|up|behind|ahead|deficit|lead|win|loss|seasons?"
    r"|terms?|odds"
    r"|school|academic|financial|fiscal)\b",
    re.IGNORECASE,
)
# Two sorts of a thing, behind “a range of 4 and 6” and “a range of $3 and $4”: “litre pans”, “pies”.
_SORTS = pattern(r"[ -](?:[A-Z]|[a-z]{2,20}[^s\W][ -][a-z]{2,20}s\b)")
_PRICED = pattern(r"[ ](?!euros\b|dollars\b|pounds\b)[a-z]{2,20}s\b")
# What may join the ends; “from 5 and 10” is no range.
_RIGHT = {"between": ("and",), "from": ("to", "and"), "range of": ("to", "-", "–")}
_YEARS = range(1000, 2101)
_CENTURY = 100


def find_broken_ranges(text: str) -> Iterator[BrokenRange]:
    """Yield the broken ranges of a text; scores, seasons and what is no rising range are left alone."""
    for match in _RANGE.finditer(text):
        first, joined = match["first"].lower(), match["join"].strip()
        if first == "range of" and _are_sorts(match):
            continue
        if joined in _RIGHT[first] or _GOES_ON.match(text, match.end()) or not _rises(match):
            continue
        word = "and" if first == "between" else "to"
        yield BrokenRange(match.start(), match.end(), *match.span("join"), word)


def _are_sorts(match: re.Match[str]) -> bool:
    """Tell whether two figures name two sorts of a thing, and no range."""
    text, end = match.string, match.end()
    is_price = match["high"][0] in "$£€₹"
    return _SORTS.match(text, end) is not None or (is_price and _PRICED.match(text, end) is not None)


def _rises(match: re.Match[str]) -> bool:
    low, high = _value(match["low"]), _value(match["high"])
    if low is None or high is None:
        return False
    is_short_year = int(low) in _YEARS and high < _CENTURY
    return low < high or (is_short_year and low % _CENTURY < high)


def _value(written: str) -> Decimal | None:
    number = written.lstrip("$£€₹").rstrip(",").replace(",", "")
    if number.lower() in CARDINALS:
        return Decimal(CARDINALS[number.lower()])
    return Decimal(number) if number.replace(".", "", 1).isdigit() else None
