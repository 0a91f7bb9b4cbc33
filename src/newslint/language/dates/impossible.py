"""Find days and hours that no calendar and no clock has: February 30, 31 April 2024, at 14:75, 13 p.m."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newslint.language.dates.mentions import DateMention
from newslint.language.dates.names import ENGLISH_MONTHS, is_possible_day
from newslint.language.dates.spans import find_spans
from newslint.language.dates.years import share_years
from newslint.patterns import pattern
from newslint.records import NamedTuple

MONTH_NAMES = tuple("January February March April May June July August September October November December".split())
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Impossible(NamedTuple):
    """A day or an hour that there is not, at [start, end), with the reason as a clause; `year` where one is given.

    `month` is that of a day, from 1 to 12; an hour has none.
    """

    start: int
    end: int
    reason: str
    year: int | None = None
    month: int | None = None


_MONTH = rf"(?:{'|'.join(MONTH_NAMES)})"


@cache
def _no_day() -> re.Pattern[str]:
    # Without a year, 32 may be a year or a count: only “on June 32”, “the 32nd of June”, “June 32nd” are days.
    return pattern(
        rf"""
        \b [Oo]n \s (?P<first>{_MONTH}) \s (?:0|3[2-9]) \b (?![\d%]|[.,:/]\d|\s?[-–—]|\s[a-z]+s\b)
      | \b [Oo]n \s (?:the\s)? (?:0|3[2-9]) (?:th|nd|rd)? \s (?:of\s)? (?P<second>{_MONTH}) \b
      | \b (?P<third>{_MONTH}) \s (?:3[2-9](?:th|nd|rd)|0th) \b
      | \b (?:3[2-9](?:th|nd|rd)|0th) \s (?:day\s)? of \s (?P<fourth>{_MONTH}) \b
        """,
        re.VERBOSE,
    )


@cache
def _clock() -> re.Pattern[str]:
    return pattern(
        r"""
        (?<![\d.:,/$£€-])
        (?: (?P<hour>\d\d?) (?:[:.](?P<minute>\d\d))? \s?(?P<half>[ap](?:\.\s?m\b\.?|m\b))
          | (?: (?<=\bat\s) | (?<=\bfrom\s) | (?<=\d\sto\s) | (?<=\buntil\s) | (?<=\btill\s)
              | (?<=\bby\s) | (?<=\bbefore\s) | (?<=\bback\sto\s) | (?<=\bmoved\sto\s) )
            (?P<plain>\d\d?) : (?P<late>\d\d)
            (?![\d:.,%-]*\d | [%:] | \s?(?:[ap]\.?m|min|of|into|per|pace|mark|left|remaining)\b
              | \sin\sthe\s(?:\w+\s)?(?:half|video|clip|game|match|period|quarter|film|recording)\b)
          | (?P<far>\d\d?) : (?P<past>\d\d) \s
            (?:GMT|UTC|BST|CES?T|E[SD]?T|P[SD]?T|IST|local\stime|o['’]clock|hours|hrs)\b
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# There is no need to look for an hour where the text has no digit behind which one might stand.
_HALF = pattern(r"\d\s?[ap]\.?\s?m\b|\d[:.]\d\d", re.IGNORECASE)


def find_impossible(text: str, mentions: Sequence[DateMention]) -> list[Impossible]:
    """Find what cannot be a day or an hour in a text with these dates, in order; dates in ISO form that may be codes,
    and 29 February without a year are let pass."""
    found = [
        Impossible(mention.start, mention.end, reason, mention.year, mention.month)
        for mention in share_years(text, mentions)
        if mention.impossible and mention.month and (reason := _why(text, mention))
    ]
    found += _ends_of_ranges(text, mentions)
    if " 3" in text or " 0" in text:
        found += _days_without_year(text)
        found += _days_of_lists(text, mentions)
    if "hirt" in text:
        found += _days_in_words(text)
    if _HALF.search(text):
        found += _hours(text)
        known = {each.start for each in found}
        found += [each for each in _dotted_hours(text) if each.start not in known]
        known = {each.start for each in found}
        found += [each for each in _hours_of_days(text, mentions) if each.start not in known]
    return sorted(found)


def _why(text: str, mention: DateMention) -> str:
    if mention.year is None and _is_count(text, mention):
        return ""
    year, month = mention.year, mention.month or 0
    if not 1 <= month <= 12:
        is_code = text[mention.start : mention.start + 4].isdigit()
        return "" if is_code else f"there is no month {month}"
    days = [day for day in (mention.day, mention.last_day) if day is not None]
    wrong = [day for day in days if not is_possible_day(year, month, day)]
    if not wrong or wrong[0] > 39:
        return ""
    return _tell(month, wrong[0], year)


# “31 April babies”, “Room 31 February wing”, “September 31 boats sank”, “June 31 Street”: no days.
_COUNT_AHEAD = pattern(
    r"(?:\b(?:no|room|rule|are|were|was|is|be|all|some|about|over|than|has|have|had|aged?|another|with|only)\b|\d)\.?\s\Z",
    re.IGNORECASE,
)
_COUNTED = pattern(r"\s(?:[a-z]+(?<![aius])s\b|[A-Z])")


def _is_count(text: str, mention: DateMention) -> bool:
    """Tell whether the number beside a month counts things or is part of a name."""
    if _COUNTED.match(text, mention.end):
        return True
    return text[mention.start].isdigit() and bool(_COUNT_AHEAD.search(text, max(0, mention.start - 12), mention.start))


def _ends_of_ranges(text: str, mentions: Sequence[DateMention]) -> Iterator[Impossible]:
    """Yield the ranges of which the end without a month of its own is no day (“from April 28 to 31”)."""
    whole = {mention.start for mention in mentions if mention.last_day or mention.impossible}
    for span in find_spans(text, mentions):
        day, month = span.last.day, span.last.month
        if not (day and span.first.day) or span.first.month != month or span.start in whole:
            continue
        is_end = span.first.day < day <= 39 and not is_possible_day(span.last.year, month, day)
        if is_end and not any(mention.impossible and span.start <= mention.start < span.end for mention in mentions):
            start = span.start + (len(span.cue) + 1 if span.cue else 0)
            yield Impossible(start, span.end, _tell(month, day, span.last.year), span.last.year, month)


def _tell(month: int, day: int, year: int | None) -> str:
    name = MONTH_NAMES[month - 1]
    if day == 0:
        return "days are counted from 1"
    if month == 2 and day == 29:
        return f"{year} is no leap year"
    if month == 2 and year is not None:
        return f"February {year} has {29 if is_possible_day(year, 2, 29) else 28} days"
    return f"{name} has {_LENGTHS[month - 1] if month != 2 else 'at most 29'} days"


def _days_without_year(text: str) -> Iterator[Impossible]:
    for match in _no_day().finditer(text):
        name = match["first"] or match["second"] or match["third"] or match["fourth"]
        if _has_year(text, match.end()):
            continue  # a mention
        month = ENGLISH_MONTHS[name.lower()]
        start = match.start() + (3 if match[0][:3].lower() == "on " else 0)
        day = 0 if _ZERO.search(match[0]) else 32
        yield Impossible(start, match.end(), _tell(month, day, None), None, month)


_ZERO = pattern(r"\b0")


@cache
def _in_words() -> re.Pattern[str]:
    day = "thirty-(?:first|second)|thirty (?:first|second)|thirtieth"
    return pattern(
        rf"\b(?:[Tt]he\s)?(?P<one>{day})\s(?:day\s)?of\s(?P<first>{_MONTH})\b"
        rf"|\b(?P<second>{_MONTH})\s(?:the\s)?(?P<other>{day})\b"
    )


_IN_WORDS = {"thirtieth": 30, "first": 31, "second": 32}


def _days_in_words(text: str) -> Iterator[Impossible]:
    """Yield the days that are spelled out (“the thirty-first of April”)."""
    for match in _in_words().finditer(text):
        month = ENGLISH_MONTHS[(match["first"] or match["second"]).lower()]
        day = _IN_WORDS[(match["one"] or match["other"]).replace("-", " ").split()[-1]]
        if not is_possible_day(None, month, day):
            yield Impossible(match.start(), match.end(), _tell(month, day, None), None, month)


_LISTED = pattern(
    r"(?:,\s\d{1,2}(?:st|nd|rd|th)?){0,8}(?:,?\s(?:and|or|&)\s|,\s)(?P<day>3\d)(?:st|nd|rd|th)?\b"
    r"(?=[.;)!?](?!\d)|,(?!\d)|\s(?:at|in|from|with|for)\b|\Z)"
)


def _days_of_lists(text: str, mentions: Sequence[DateMention]) -> Iterator[Impossible]:
    """Yield the last of some days of a month that is none of it (“April 5, 12 and 31”)."""
    for mention in mentions:
        if not (mention.month and mention.day) or mention.year or not text[mention.end - 1].isdigit():
            continue
        listed = _LISTED.match(text, mention.end)
        day = int(listed["day"]) if listed else 0
        if listed and mention.day < day and not is_possible_day(None, mention.month, day):
            yield Impossible(mention.start, listed.end(), _tell(mention.month, day, None), None, mention.month)


_YEAR_BEHIND = pattern(r",?\s(?:1[4-9]|2[01])\d\d\b")


def _has_year(text: str, end: int) -> bool:
    return _YEAR_BEHIND.match(text, end) is not None


def _hours(text: str) -> Iterator[Impossible]:
    for match in _clock().finditer(text):
        reason = _why_not_on_a_clock(match)
        is_dotted = "." in match[0][:3] and _A_MEASURE.search(text, max(0, match.start() - 30), match.start())
        if reason and not is_dotted:
            yield Impossible(match.start(), match.end(), reason)


@cache
def _dotted() -> re.Pattern[str]:
    # Only what a clock is told by: an hour with a dot may be a price or a measure, one with a colon a verse or a race.
    return pattern(
        rf"""
        (?<![\d.:,/$£€-])
        (?: (?: (?<=\s[ap]m\sto\s) | (?<=\d\.\d\d\sto\s) | (?<=\d:\d\d\sto\s)
              | (?<=\d\.\d\d\suntil\s) | (?<=\d:\d\d\suntil\s) )
            (?P<end>\d\d?)
          | (?<=\d[.:]\d\d\sand\s) (?P<until>\d\d?)
          | \b[Tt]he\s(?P<train>\d\d?)(?=[.:][6-9]\d\s(?:to|from|for|train|bus|service|ferry|flight|departure)\b)
          | (?:{_EVENT}|{_TIMED}\s(?:is|was)|(?:pronounced|declared|found)\sdead)
            \s(?:due\s)?(?:at|(?:just|shortly|soon)\s(?:before|after)) \s (?P<hour>\d\d?) )
        (?P<mark>[.:]) (?P<minute>\d\d)
        (?! [\d%:] | [.,]\d | \s?(?:[ap]\.?m\b|min|of\b|per\b|into\b|pence|pounds|dollars|points?|seconds?)
          | \s?(?:metres?|miles?|kg|km|in\sthe\b|odds) )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# What is timed by the clock, so that what it is at is an hour.
_TIMED = (
    r"\b(?:trains?|bus|ferry|flight|tram|coach|tide|kick-?off|service|show|performance|screening|sunset|sunrise|dawn|dusk|bell|curtain(?:-up)?"
    r"|dinner|lunch|breakfast|supper|tea|check-?in|departure|arrival|landing|launch|funeral|mass|concert|tee-?off|start|bully-?off|throw-?in)"
)
_EVENT = (
    r"\b(?:radioed|starts?|started|begins?|began|opens?|opened|leaves?|left|departs?|departed|arrives?|arrived|logged|called"
    r"|phoned|pulled\sin|failed|kick(?:s|ed)?[-\s]off|clocked\so(?:ff|n)|sounded|struck|landed|docked|sailed|sunset|sunrise"
    r"|finishes|finished|ends?|ended|reported|recorded|died|woke|went\sout|went\sdark|rang|raised|broke\sout|came|fell|shut|closes?|closed|begin|raised|set\so(?:ff|ut)|meets?|met)"
)
_A_MEASURE = pattern(
    r"\b(?:pound|sterling|dollar|euro|yen|bonds?|stocks?|gilts?|rates?|yields?|oil|gold|brent|bitcoin|currency|turnout|rose|goals?|match|game|scor\w+"
    r"|metres?|prices?|ratio|shares?|index|trad\w+|odds|minutes?|seconds?|lap|heat|race|km|per\s?cent|video|clip|half)\b",
    re.IGNORECASE,
)


def _dotted_hours(text: str) -> Iterator[Impossible]:
    """Yield the hours of the 24-hour clock, with a dot or a colon, that stand where only hours do."""
    for match in _dotted().finditer(text):
        if _A_MEASURE.search(text, max(0, match.start() - 60), match.end() + (30 if match["end"] else 8)):
            continue
        name = next(name for name in ("hour", "end", "until", "train") if match[name])
        hour, minute, start = int(match[name]), int(match["minute"]), match.start(name)
        if name in ("end", "until") and not _hour_ahead(text, start):
            continue
        if minute > 59 and hour <= 24:
            yield Impossible(start, match.end(), "an hour has 60 minutes")
        elif hour > 24 or (hour == 24 and minute > 0):
            yield Impossible(start, match.end(), "a day has 24 hours")


_FROM_HOUR = pattern(
    r"\b(?:from|open|between)\s\d\d?(?:[.:][0-5]\d)?(?:\s?[ap]m)?\s(?:to|and|until)\s\Z", re.IGNORECASE
)


def _hour_ahead(text: str, at: int) -> bool:
    return bool(_FROM_HOUR.search(text, max(0, at - 24), at)) and bool(_OPEN.search(text))


_OPEN = pattern(r"\b(?:open|opens|closed?|closes|lines|hours|served|shop|office|daily)\b", re.IGNORECASE)


_BEHIND_DAY = pattern(r",?\s(?:at\s)?(?P<hour>\d\d?):(?P<minute>\d\d)(?![\d:.,]*\d)")


def _hours_of_days(text: str, mentions: Sequence[DateMention]) -> Iterator[Impossible]:
    """Yield the hours directly behind a day (“2 January 2026, 25:10”), which can be nothing else."""
    for mention in mentions:
        match = _BEHIND_DAY.match(text, mention.end) if mention.day and mention.year else None
        if not match:
            continue
        hour, minute = int(match["hour"]), int(match["minute"])
        if minute > 59 or hour > 24 or (hour == 24 and minute > 0):
            reason = "an hour has 60 minutes" if minute > 59 else "a day has 24 hours"
            yield Impossible(match.start("hour"), match.end(), reason)


def _why_not_on_a_clock(match: re.Match[str]) -> str:
    if match["half"]:
        half = "p.m." if match["half"][0] in "pP" else "a.m."
        if match["minute"] and int(match["minute"]) > 59:
            return "an hour has 60 minutes"
        return f"hours before {half} go to 12" if int(match["hour"]) > 12 else ""
    hour, minute = int(match["plain"] or match["far"]), int(match["late"] or match["past"])
    if minute > 59 and hour <= 24:
        return "an hour has 60 minutes"
    is_late = hour > 24 or (hour == 24 and minute > 0)
    is_hour = _OF_THE_DAY.match(match.string, match.end()) or _OPENING.search(
        match.string, max(0, match.start() - 20), match.start()
    )
    return "a day has 24 hours" if is_late and (match["far"] or is_hour) else ""


# What shows that a number is an hour of the day, and no minute of a match or a recording.
_OF_THE_DAY = pattern(
    r",?\s(?:\(?(?:GMT|UTC|BST|CES?T|E[SD]T|P[SD]T|IST)\b|local\stime|o['’]clock|hours\b|hrs\b|today\b|tonight\b|tomorrow\b|yesterday\b"
    r"|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
)
_OPENING = pattern(
    r"\b(?:begins?|starts?|opens?|closes?|leaves?|leaving|departs?|departing|arriv(?:es?|ed|ing)|sails?|entering|put\sback|moved|brought\sforward|delayed)"
    r"\s(?:at|from|until|by|to)\s\Z"
)
