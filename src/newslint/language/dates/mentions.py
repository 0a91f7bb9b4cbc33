"""Find the dates that a text mentions.

Weekdays alone ("on Monday"), clock times alone and bare years ("the 2024 vote") are not mentions.
"""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import Literal

from newslint.language.dates.clock import CLOCK, OFFSET, read_clock, read_offset
from newslint.language.dates.names import ENGLISH_MONTHS, MONTHS, WEEKDAYS, ZONE_NAMES, find_offset, is_possible_day
from newslint.language.dates.timestamps import iso_pattern, order_numeric_date, read_iso_time, widen_year
from newslint.patterns import pattern
from newslint.records import NamedTuple

Precision = Literal["year", "month", "day", "time"]


class DateMention(NamedTuple):
    """Hold one date of a text: its half-open span and the parts that are given.

    `weekday` is 0 for Monday. `last_day` is the end of a range of days ("Nov. 24-26"). `offset` is in minutes
    east of UTC. `ambiguous` marks a guess at the order of day and month ("3/4/2024"), `impossible` a day that
    the calendar does not have ("February 30").
    """

    start: int
    end: int
    precision: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    last_day: int | None = None
    time: datetime.time | None = None
    offset: int | None = None
    zone: str | None = None
    ambiguous: bool = False
    impossible: bool = False


# A word that may be an English month, with a capital or all in capitals; the table of names decides.
_NAME = r"([A-Z][A-Za-z]{2,8})\b"
_YEAR = r"(?:1[4-9]|2[01])\d{2}(?![\d%°]|[.,:/]\d|-\d{3})"
# What shows that the number after a month name counts things: "In May 20 people", "March 10 miles".
_COUNTED = (
    r"(?!\s?%|\s(?:people|percent|per\scent|men|women|children|miles|kilomet(?:er|re)s|km|met(?:er|re)s"
    r"|million|billion|times|years|points)\b)"
)


@cache
def _pattern() -> re.Pattern[str]:
    return pattern(
        rf"""
        (?P<iso> (?<![\w.\-/]) \d{{4}} ([-/]) \d{{2}} \2 \d{{2}} (?![\d\-/]|\.\d)
            (?: [T\s] \d{{2}} :\d{{2}} (?: :\d{{2}}(?:[.,]\d{{1,9}})? )?
                (?:\s?(?:Z\b|UTC|GMT|[+\-]\d{{2}}:?\d{{2}}\b))? )? )
      | (?P<numeric> (?<![\w.\-/]) (?<!\d,)
            (\d{{1,2}}) (?P<mark>[./\-]) (\d{{1,2}}) (?P=mark) (\d{{4}}|\d{{2}}) (?![\w/]|[.\-,:]\d) )
      | (?P<long> (?<![\w.,/:\-]) (\d{{1,2}}) (?:\s?[-–—]\s?(\d{{1,2}}))? (?:st|nd|rd|th|er|\.|º)?
            (?:\s|-) (?:of\s|de\s|d['’])? ([^\W\d_]{{3,10}}) \.?,? (?:\s|-) (?:de\s|del\s)? (?P<longyear>{_YEAR}) )
      | (?P<dm> (?<![\w.,/:$£€\-]) (\d{{1,2}}) (?:\s?[-–—]\s?(\d{{1,2}}))? (?:st|nd|rd|th)? (?:\s(?:day\s)?of)?
            \s {_NAME} (?!['’]s\b | (?<=May)\s(?:be|have|has|not|also|well|never|still|only)\b
                | (?<=March)\s(?:on|against|past)\b) )
      | (?P<md> (?<![\w\-]) {_NAME} \.? \s (?:the\s)? (\d{{1,2}}) (?:st|nd|rd|th)?
            (?:\s?[-–—]\s?(\d{{1,2}})(?![\d%]))?
            (?![\w%°]|[.,:/]\d|-\d|-\w) (?: (?:,\s|\s|,) (?P<mdyear>{_YEAR}) | {_COUNTED} ) )
      | (?P<my> (?<!\w) (?<![^dD]-) {_NAME} \.?,? \s (?:of\s)? (?P<myyear>{_YEAR}) )
      | (?P<m> (?<!\w) (?<![^dD]-) {_NAME} (?![\w'’\-]|\.\w|\s\d) )
        """,
        re.VERBOSE,
    )


@cache
def _before() -> re.Pattern[str]:
    return pattern(
        r"(?:(?P<weekday>\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?),?\s+(?:the\s)?"
        r"|\b(?P<part>early|late|mid|mid-?)(?:\s|-))\Z",
        re.IGNORECASE,
    )


@cache
def _clock_after() -> re.Pattern[str]:
    return pattern(
        rf"""
        (?: ,?\s | ,?\s(?:at|around|about|by)\s | \s?[|·•@–—-]\s? )
        {CLOCK} (?!\s?%)
        (?: \s? \(?
            (?: (?P<zone>[A-Z]{{2,5}}|Eastern|Central|Pacific|Mountain) \b
                (?:\s(?:Standard|Daylight|Summer)?\s?Time)? )?
            (?: {OFFSET} )?
        )?
        """,
        re.VERBOSE,
    )


_MONTH_CUES = frozenset("in since until till during last next this early late mid".split())
# Month names that are also other words or first names need a cue in front and no name behind.
_DOUBTFUL_MONTHS = frozenset((3, 4, 5, 6, 8))


@cache
def _year_after_cue() -> re.Pattern[str]:
    return pattern(_YEAR + r"(?![\w’'-]|\s?[%°])" + _COUNTED)


@cache
def _year_cue() -> re.Pattern[str]:
    return pattern(
        r"\b(?:in|since|during|until|by|before|after|early|late|mid|year|spring|summer|autumn|fall|winter"
        r"|(?:end|start|beginning)\sof)[\s-](?:of\s)?\Z",
        re.IGNORECASE,
    )


@cache
def _anchor() -> re.Pattern[str]:
    # Every date begins with a digit or the capital of an English month: only there is the costly pattern tried.
    return pattern(
        r"""
        [\dJFMASOND]
        (?: (?<=\d) (?<!\d\d)
          | (?<=[A-Z]) (?<!\w[A-Z])
            (?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec|AN|EB|AR|PR|AY|UN|UL|UG|EP|CT|OV|EC) )
        """,
        re.VERBOSE,
    )


def find_dates(text: str, *, day_first: bool | None = None) -> list[DateMention]:
    """Find the dates of a text in order, disjoint.

    Complete dates are read with the month names of ten languages, the others with English ones. `day_first`
    decides the order of "3/4/2024"; where it is None, the month is guessed to come first, and that is marked.
    """
    mentions: list[DateMention] = []
    last = 0
    regex = _pattern()
    for anchor in _anchor().finditer(text):
        at = anchor.start()
        if at < last:
            continue
        match = regex.match(text, at)
        mention = _read(text, match, day_first) if match else None
        if mention:
            mention = _extend(text, mention, last)
        elif text[at].isdigit():
            mention = _read_year(text, at)
        if mention:
            mentions.append(mention)
            last = mention.end
    return mentions


def _read(text: str, match: re.Match[str], day_first: bool | None) -> DateMention | None:
    groups = list(filter(None, match.groups()))
    if match["iso"]:
        return _read_iso(match)
    if match["numeric"]:
        return _read_numeric(match, groups, day_first)
    if match["long"]:
        return _read_long(match, groups)
    name = groups[-1] if match["dm"] else groups[1]
    if not _is_month(name):
        return None
    if match["dm"]:
        return _build(match.span(), None, _month_of(name), list(filter(str.isdigit, groups[1:-1])))
    if match["md"]:
        return _read_month_day(match, groups)
    if match["my"]:
        month = _month_of(groups[1])
        return DateMention(*match.span(), "month", year=int(match["myyear"]), month=month)
    return _read_month(text, match)


def _is_month(name: str) -> bool:
    return name.lower() in ENGLISH_MONTHS and (name[1:].islower() or name.isupper())


def _month_of(name: str) -> int:
    return ENGLISH_MONTHS[name.lower()]


def _build(span: tuple[int, int], year: int | None, month: int, days: list[str]) -> DateMention | None:
    """Build a mention of one day or a range of days."""
    numbers = [int(day) for day in days]
    if year is None and (numbers[0] > 31 or numbers[0] == 0):
        # "June 85" is a year or a count, not a day.
        return None
    impossible = not all(is_possible_day(year, month, number) for number in numbers)
    last_day = numbers[1] if len(numbers) > 1 else None
    return DateMention(*span, "day", year=year, month=month, day=numbers[0], last_day=last_day, impossible=impossible)


def _read_iso(match: re.Match[str]) -> DateMention | None:
    found = iso_pattern().fullmatch(match["iso"])
    if found is None:
        return None
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    if not 1000 <= year < 2200:
        return None
    clock, offset = read_iso_time(found)
    return DateMention(
        *match.span(),
        "time" if found["hour"] else "day",
        year=year,
        month=month,
        day=day,
        time=clock,
        offset=offset,
        impossible=not is_possible_day(year, month, day) or (clock is None and bool(found["hour"])),
    )


def _read_numeric(match: re.Match[str], groups: list[str], day_first: bool | None) -> DateMention | None:
    first, mark, second, third = int(groups[1]), groups[2], int(groups[3]), groups[4]
    if len(third) == 2 and mark != "/":
        # 1.2.13 is a version, 3-2-14 a score.
        return None
    year = widen_year(int(third))
    if not 1400 <= year < 2200:
        return None
    if not (0 < first <= 31 and 0 < second <= 31) or (min(first, second) > 12 and len(third) == 2):
        return None
    month, day, ambiguous = order_numeric_date(first, second, year, mark, day_first)
    impossible = not is_possible_day(year, month, day)
    return DateMention(
        *match.span(), "day", year=year, month=month, day=day, ambiguous=ambiguous, impossible=impossible
    )


def _read_long(match: re.Match[str], groups: list[str]) -> DateMention | None:
    month = MONTHS.get(groups[-2].lower())
    if month is None:
        return None
    return _build(match.span(), int(match["longyear"]), month, list(filter(str.isdigit, groups[1:-2])))


def _read_month_day(match: re.Match[str], groups: list[str]) -> DateMention | None:
    year = match["mdyear"]
    days = groups[2:-1] if year else groups[2:]
    return _build(match.span(), int(year) if year else None, _month_of(groups[1]), days)


def _read_month(text: str, match: re.Match[str]) -> DateMention | None:
    """Read a month that stands alone, where it cannot be a verb or a name."""
    start, end = match.span()
    name = text[start:end]
    month = _month_of(name)
    if len(name) <= 4 and month not in (5, 6, 7):
        return None
    before = text[max(0, start - 16) : start].replace("-", " ").rsplit(None, 1)
    cue = before[-1].lower() if before else ""
    following = text[end : end + 2]
    if (len(following) == 2 and following[0].isspace() and following[1].isupper()) or name.isupper():
        return None
    if month in _DOUBTFUL_MONTHS and cue not in _MONTH_CUES:
        return None
    return DateMention(start, end, "month", month=month)


def _extend(text: str, mention: DateMention, floor: int) -> DateMention:
    """Take in the weekday or "late" before a mention and the clock time after it."""
    start, end = mention.start, mention.end
    weekday = mention.weekday
    at = max(floor, start - 20)
    before = _before().search(text[at:start])
    if before and (before["weekday"] is None) == (mention.day is None):
        start = at + before.start()
        if before["weekday"]:
            weekday = WEEKDAYS.get(before["weekday"].lower().rstrip("."))
    values = {"year": mention.year, "month": mention.month, "day": mention.day}
    clock, offset, zone, precision = mention.time, mention.offset, mention.zone, mention.precision
    if mention.day is not None and clock is None:
        after = _clock_after().match(text, end)
        found = _read_clock_after(after, values) if after else None
        if found:
            clock, offset, zone, end = found
            precision = "time"
    if (start, end) == (mention.start, mention.end):
        return mention
    return DateMention(
        start,
        end,
        precision,
        weekday=weekday,
        last_day=mention.last_day,
        time=clock,
        offset=offset,
        zone=zone,
        ambiguous=mention.ambiguous,
        impossible=mention.impossible,
        **values,
    )


def _read_clock_after(
    after: re.Match[str], day: dict[str, int | None]
) -> tuple[datetime.time, int | None, str | None, int] | None:
    clock = read_clock(after)
    if clock is None:
        return None
    zone, end = _read_zone(after)
    offset = find_offset(zone, **day) if zone else None
    if after["sign"] and (zone or after["minutes"]):
        numeric = read_offset(after["sign"], after["hours"], after["minutes"])
        offset = numeric if numeric is not None else offset
    return clock, offset, zone, end


def _read_zone(after: re.Match[str]) -> tuple[str | None, int]:
    """Return the time zone behind a clock time, if it is one, and where the time ends with its zone or offset."""
    zone, end = after["zone"], after.end()
    if zone.upper() not in ZONE_NAMES if zone else not after["sign"]:
        return None, after.end("clock")
    is_bracket = "(" in after[0] and after.string[end : end + 1] == ")"
    return zone, end + is_bracket


def _read_year(text: str, at: int) -> DateMention | None:
    year = _year_after_cue().match(text, at)
    if year and _year_cue().search(text[max(0, at - 16) : at]):
        return DateMention(at, year.end(), "year", year=int(year[0]))
    return None
