"""Find the spans of days and months of a text: March 4 to 6, from 3 to 1 May, 12 June–5 July, May to March 2022."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from newslint.language.dates.mentions import DateMention
from newslint.language.dates.names import ENGLISH_MONTHS, is_possible_day
from newslint.language.dates.shapes import DAY, JOIN, MONTH, WEEKDAY
from newslint.language.dates.years import share_years
from newslint.patterns import pattern
from newslint.records import NamedTuple


class End(NamedTuple):
    """One end of a span: its year, which it may share with the other, its month and its day, where they are told."""

    year: int | None
    month: int
    day: int | None

    def make_day(self, other_year: int | None) -> datetime.date | None:
        """Return the day of an end in its year, that of the other end, or any; None where there is no such day."""
        year = self.year or other_year or 2023
        if self.day is None or not is_possible_day(year, self.month, self.day):
            return None
        return datetime.date(year, self.month, self.day)


class Span(NamedTuple):
    """A span of days or months at [start, end), as it is told.

    `cue` is the word before it, `join` that between its ends; `years` says how many of the ends have a year of their
    own.
    """

    start: int
    end: int
    first: End
    last: End
    cue: Literal["from", "between", ""]
    join: Literal["to", "and", "dash"]
    years: int


# from the evening of 9 May to the morning of 16 May
_PART = r"(?:the\s(?:early\s|late\s)?(?:morning|afternoon|evening|night|end|start|beginning)\sof\s)"


@cache
def _cue() -> re.Pattern[str]:
    return pattern(rf"\b(?P<cue>from|between)\s{_PART}?(?:{WEEKDAY},?\s)?(?:the\s)?\Z", re.IGNORECASE)


@cache
def _joined() -> re.Pattern[str]:
    return pattern(rf",?\s(?P<join>{JOIN})\s(?:on\s)?{_PART}?(?:the\s)?|\s?(?P<dash>[-–—])\s?", re.IGNORECASE)


@cache
def _day_behind() -> re.Pattern[str]:
    return pattern(
        rf",?\s(?P<join>{JOIN})\s(?:on\s)?(?:{WEEKDAY},?\s)?(?:the\s)?(?P<day>{DAY})\b"
        r"(?![:.,]\d|\s?[ap]\.?m\b|\s?[%°]|\s?[-–—]\s?\d|\s[A-Z])(?:,?\s(?P<year>(?:19|20)\d\d)\b)?+(?!\s[a-z]+s\b)"
    )


@cache
def _day_before() -> re.Pattern[str]:
    return pattern(
        rf"(?<![\d.,:/$£€-])(?P<day>{DAY})(?:\s(?P<join>{JOIN})\s(?:on\s)?|\s?[–—]\s?)(?:{WEEKDAY},?\s)?(?:the\s)?\Z"
    )


def find_spans(text: str, mentions: Sequence[DateMention]) -> Iterator[Span]:
    """Yield the spans of days and months among the dates of a text, in order."""
    shared = share_years(text, mentions)
    for at, one in enumerate(shared):
        if one.month is None or one.ambiguous:
            continue
        other = shared[at + 1] if at + 1 < len(shared) else None
        span = _within(text, one) or (other and _across(text, mentions[at], one, other)) or _half(text, one)
        if span:
            yield span


def _within(text: str, one: DateMention) -> Span | None:
    """Read a date of two days: March 4-6."""
    if not (one.day and one.last_day and one.month):
        return None
    ends = End(one.year, one.month, one.day), End(one.year, one.month, one.last_day)
    return _make(text, one.start, one.end, *ends, "dash", int(one.year is not None))


def _across(text: str, written: DateMention, one: DateMention, other: DateMention) -> Span | None:
    """Read two dates that are joined."""
    if not (one.month and other.month) or other.last_day or other.ambiguous or bool(one.day) != bool(other.day):
        return None
    join = _joined().fullmatch(text, one.end, other.start)
    if not join:
        return None
    ends = End(one.year, one.month, one.day), End(other.year, other.month, other.day)
    years = (written.year is not None) + (other.year is not None)
    return _make(text, one.start, other.end, *ends, join["join"] or "dash", years)


def _half(text: str, one: DateMention) -> Span | None:
    """Read a date beside a day that shares its month, or a month beside one: 4 to 6 March, May to June 2024."""
    if not one.month:
        return None
    if not one.day:
        return _months(text, one)
    behind = _day_behind().match(text, one.end) if not text[one.end - 1].isalpha() or one.year else None
    if behind:
        year = one.year or (int(behind["year"]) if behind["year"] else None)
        ends = End(year, one.month, one.day), End(year, one.month, _number(behind["day"]))
        return _make(text, one.start, behind.end(), *ends, behind["join"], int(year is not None))
    before = _day_before().search(text, max(0, one.start - 40), one.start) if text[one.end - 1].isalnum() else None
    if before and _is_day_first(text, one):
        ends = End(one.year, one.month, _number(before["day"])), End(one.year, one.month, one.day)
        return _make(text, before.start(), one.end, *ends, before["join"] or "dash", int(one.year is not None))
    return None


@cache
def _month_before() -> re.Pattern[str]:
    return pattern(rf"\b(?P<cue>[Ff]rom|[Bb]etween)\s(?P<month>{MONTH})\s(?P<join>{JOIN})\s\Z")


def _months(text: str, one: DateMention) -> Span | None:
    """Read a month with a year behind a month that may be no mention alone, since it may be a name: from May to."""
    before = _month_before().search(text, max(0, one.start - 36), one.start) if one.year else None
    if not before:
        return None
    ends = End(None, ENGLISH_MONTHS[before["month"].lower().rstrip(".")], None), End(one.year, one.month or 0, None)
    return _make(text, before.start("month"), one.end, *ends, before["join"], 1)


def _number(day: str) -> int:
    return int("".join(filter(str.isdigit, day)))


_LEAD = pattern(rf"(?:{WEEKDAY},?\s)?(?:the\s)?\d")


def _is_day_first(text: str, one: DateMention) -> bool:
    return _LEAD.match(text, one.start) is not None


def _make(text: str, start: int, end: int, first: End, last: End, join: str, years: int) -> Span:
    before = _cue().search(text, max(0, start - 56), start)
    cue = before["cue"].lower() if before else ""
    kind = "dash" if join == "dash" else "and" if join.lower() == "and" else "to"
    return Span(before.start() if before else start, end, first, last, cue, kind, years)  # type: ignore[arg-type]
