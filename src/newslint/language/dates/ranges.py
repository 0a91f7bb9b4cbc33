"""Find ranges of years, days and hours that run backwards: 2019–2014, June 12 to June 5, 5 p.m. to 3 p.m."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache

from newslint.language.dates.clock import make_clock
from newslint.language.dates.counts import YEAR
from newslint.language.dates.mentions import DateMention
from newslint.language.dates.names import is_possible_day
from newslint.language.dates.years import share_years
from newslint.patterns import pattern

Range = tuple[int, int]

_PREPOSITION = r"(?P<cue>\b(?:from|between)\s)?+"


@cache
def _years() -> re.Pattern[str]:
    return pattern(
        rf"""
        (?<![\w.,/:#$£€–—-]) (?:
            (?i:from)\s (?P<from>{YEAR}) \s(?:to|until|till|through)\s (?P<to>{YEAR})
          | (?i:between)\s (?P<between>{YEAR}) \sand\s (?P<and>{YEAR})
          | (?P<one>{YEAR}) \s?[–—]\s? (?P<other>{YEAR})
          | (?P<in>(?<=\bin\s)|(?<=\()) (?P<first>{YEAR}) - (?P<last>{YEAR}) )
        (?= [.,;:)!?\n] | \s[–—] | \Z
          | \s(?:and|or|but|the|he|she|it|they|we|when|as|in|at|for|with|after|while|was|were|had)\b )
        """,
        re.VERBOSE,
    )


# Years before Christ, pages, models; what falls from one figure to another; what is told backwards on purpose.
_NO_YEARS = pattern(
    r"\b(?:B\.?C\.?(?:E\.?)?|pp?\.|pages?|No\.|nos?\.|lines?|rooms?|f[ae]ll(?:s|en|ing)?|r[io]se[sn]?|rising|dropp?\w*|declin\w+"
    r"|decreas\w+|increas\w+|grew|grow\w*|cut|reduc\w+|climb\w+|jump\w+|slid\w*|back(?:wards?)?|reverse\w*|count\w*|down|levels?"
    r"|compar\w+|rank\w*|points?|steps?|rat(?:ed|ing)\w*|elo|versus|vs\.?)(?!\w)",
    re.IGNORECASE,
)


@cache
def _clocks() -> re.Pattern[str]:
    return pattern(
        r"""
        (?<![\d.:,$£€-]) (?:(?:from|between)\s)?+
        (?P<hour>\d{1,2}) (?:[:.](?P<minute>\d\d))? \s? (?P<half>[ap])\.?\s?m\b\.?
        (?: \s(?:to|until|till|through|and)\s | \s?[-–—]\s? )
        (?P<later>\d{1,2}) (?:[:.](?P<past>\d\d))? \s? (?P<other>[ap])\.?\s?m\b\.?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# Another day, another zone, or a whole day between two hours.
_NEXT_DAY = pattern(
    r"\b(?:next|following|overnight|24[-\s]hours?|round the clock|around the clock|day after|daily|straight|later"
    r"|(?:to|through)\s\w+day|Mon(?:days?)?|Tues?(?:days?)?|Wed(?:nesdays?)?|Thu(?:rs)?(?:days?)?|Fri(?:days?)?|Sat(?:urdays?)?|Sun(?:days?)?|tomorrow"
    r"|E[SD]?T|P[SD]?T|C[SD]?T|M[SD]?T|GMT|BST|UTC|time|zones?)\b",
    re.IGNORECASE,
)
_AROUND = 60  # code points
# What must be there for either to be looked for.
_TWO_YEARS = pattern(r"\d{4}(?:\s?[-–—]\s?|\s[a-z]{2,7}\s)\d{4}")
_TWO_HOURS = pattern(r"\d\s?[ap]\.?m\b|\d\s?[AP]\.?M\b")


def find_backward_years(text: str) -> Iterator[Range]:
    """Yield the ranges of years of which the last is before the first, where both can only be years."""
    if not _TWO_YEARS.search(text):
        return
    for match in _years().finditer(text):
        first, last = (int(year) for year in match.groups() if year)
        around = text[max(0, match.start() - _AROUND) : match.end() + 20]
        if last < first and not _NO_YEARS.search(around):
            yield match.span()


def find_backward_hours(text: str) -> Iterator[Range]:
    """Yield the ranges of hours in one half of a day of which the last is before the first, if no other day is told."""
    if not _TWO_HOURS.search(text):
        return
    for match in _clocks().finditer(text):
        one = make_clock(match["hour"], match["minute"], None, match["half"])
        other = make_clock(match["later"], match["past"], None, match["other"])
        around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        is_one_half = match["half"].lower() == match["other"].lower()
        if one and other and is_one_half and other < one and not _NEXT_DAY.search(around):
            yield match.span()


_FROM = pattern(r"\b(?P<way>from|between)\s(?:\w+day,?\s)?(?:the\s)?\Z", re.IGNORECASE)
_TO = pattern(r",?\s(?P<join>to|until|till|through|and)\s(?:on\s)?(?:the\s)?|\s?(?P<dash>[-–—])\s?")
_WHOLE_YEAR = pattern(
    r"\b(?:(?:12|twelve)[-\s]months?|(?:52|53)[-\s]weeks?|years?|annual\w*|seasons?|year-on-year)\b", re.IGNORECASE
)


def find_backward_days(text: str, mentions: Sequence[DateMention]) -> Iterator[Range]:
    """Yield the ranges of days of which the last is before the first, in one year that is given or in one month."""
    shared = share_years(text, mentions)
    for mention in shared:
        if mention.day and mention.last_day and mention.month and mention.year and mention.last_day < mention.day:
            yield mention.start, mention.end
    for at in range(len(shared) - 1):
        one, other = shared[at], shared[at + 1]
        join = _TO.fullmatch(text, one.end, other.start)
        way = _FROM.search(text, max(0, one.start - 24), one.start)
        if (
            not join
            or not (way or join["dash"])
            or (way and (way["way"].lower() == "between") != (join["join"] == "and"))
        ):
            continue
        if _is_backward(mentions[at], one, other) and not _WHOLE_YEAR.search(
            text, max(0, one.start - 60), other.end + 40
        ):
            yield (way.start() if way else one.start), other.end


def _is_backward(written: DateMention, one: DateMention, other: DateMention) -> bool:
    """Tell whether one day is after another: both with years, or both in one month, where a year is told once."""
    if not (one.month and one.day and other.month and other.day) or one.ambiguous or other.ambiguous:
        return False
    if written.year is None:
        is_in_order = one.month != other.month or (one.last_day or one.day) <= other.day
        return not is_in_order and other.last_day is None
    if other.year is None:
        return False
    days = [
        datetime.date(each.year, each.month, each.day)
        for each in (one, other)
        if each.year and each.month and each.day and is_possible_day(each.year, each.month, each.day)
    ]
    return len(days) == 2 and days[1] < days[0]
