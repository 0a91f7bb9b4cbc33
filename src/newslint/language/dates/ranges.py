"""Find spans of years, days and hours that run backwards: 2019–2014, June 12 to June 5, 3 to 1 May, 5 p.m. to 3 p.m."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newslint.language.dates.clock import make_clock
from newslint.language.dates.counts import YEAR
from newslint.language.dates.mentions import DateMention
from newslint.language.dates.shapes import BEFORE_YEAR
from newslint.language.dates.spans import End, Span, find_spans
from newslint.patterns import pattern

Range = tuple[int, int]


@cache
def _years() -> re.Pattern[str]:
    to = r"\s(?:to|until|till|through|thru)\s"
    year = r"(?:1[5-9]|20)\d\d"
    return pattern(
        rf"""
        (?<![\w.,/:#$£€–—-]) (?:
            (?i:from)\s {BEFORE_YEAR} (?P<from>{YEAR}) {to} {BEFORE_YEAR} (?P<to>{YEAR})
          | (?i:between)\s {BEFORE_YEAR} (?P<between>{YEAR}) \sand\s {BEFORE_YEAR} (?P<and>{YEAR})
          | (?P<one>{YEAR}) \s?[–—]\s? (?P<other>{YEAR})
          | (?i:(?P<years>years|seasons))\s(?P<begin>1\d\d\d|20\d\d) (?:{to}|-) (?P<end>1\d\d\d|20\d\d)
          | (?P<in>(?<=\bin\s)|(?<=\b[Tt]he\s)|(?<=\()|(?<=[a-z],\s)) (?P<first>{year}) (?:-|{to}) (?P<last>{YEAR}) )
        (?= [.,;:)!?\n] | \s[–—] | \Z | \s[a-z] )
        """,
        re.VERBOSE,
    )


@cache
def _decades() -> re.Pattern[str]:
    year = r"(?:1[5-9]|20)\d0s"
    return pattern(
        rf"\b(?:[Ff]rom\s(?:the\s)?(?P<from>{year})\s(?:to|until|through)|[Bb]etween\s(?:the\s)?(?P<between>{year})\sand)"
        rf"\s(?:the\s)?(?P<to>{year})\b"
    )


# Years before Christ, pages, models; what falls from one figure to another; what is told backwards on purpose.
_NO_YEARS = pattern(
    r"\b(?:B\.?C\.?(?:E\.?)?|pp?\.|pages?|No\.|nos?\.|lines?|rooms?|f[ae]ll(?:s|en|ing)?|r[io]se[sn]?|rising|dropp?\w*|declin\w+"
    r"|decreas\w+|increas\w+|grew|grow\w*|cut|reduc\w+|climb\w+|jump\w+|slid\w*|back(?:wards?)?|reverse\w*|count\w*|down|levels?"
    r"|compar\w+|rank\w*|points?|steps?|rat(?:ed|ing)\w*|elo|versus|vs\.?|w[io]n|beat|lost|score\w*|vot(?:e[sd]?|ing))(?!\w)",
    re.IGNORECASE,
)
_AROUND = 60  # code points
# What must be there for either to be looked for.
_TWO_YEARS = pattern(r"\d{4}(?:\s?[-–—]\s?|\s[a-z]{2,7}\s(?:[\w.,]{1,9}\s){0,4})\d{4}")
_TWO_DECADES = pattern(r"\d0s\s[a-z]{2,7}\s(?:the\s)?\d{3}0s")


def find_backward_years(text: str) -> Iterator[Range]:
    """Yield the spans of years or decades of which the last is before the first, where both can only be years."""
    found = list(_years().finditer(text)) if _TWO_YEARS.search(text) else []
    found += _decades().finditer(text) if _TWO_DECADES.search(text) else ()
    for match in found:
        first, last = (int(year.rstrip("s")) for year in match.groups() if year and year[0].isdigit())
        around = text[max(0, match.start() - _AROUND) : match.end() + 20]
        if last < first and not _NO_YEARS.search(around):
            yield match.span()


@cache
def _clocks() -> re.Pattern[str]:
    half = r"(?:[:.](?P<{0}>\d\d))?\s?(?P<{1}>[ap])(?:\.\s?m\b\.?|m\b)"
    return pattern(
        rf"""
        (?<![\d.:,$£€-]) (?:(?:from|between)\s)?+
        (?: (?P<hour>\d{{1,2}}) {half.format("minute", "half")} (?: \s(?:to|until|till|through|and)\s | \s?[-–—]\s? )
            (?P<later>\d{{1,2}}) {half.format("past", "other")}
          | (?P<plain>[01]?\d|2[0-3]) [:.] (?P<min>[0-5]\d) (?: \s(?:to|until|till)\s | \s?[-–—]\s? )
            (?P<end>[01]?\d|2[0-3]) [:.] (?P<late>[0-5]\d) (?![\d%:]|[.,]\d|\s?[ap]\.?m) )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# Another day, another zone, or a whole day between two hours.
_NEXT_DAY = pattern(
    r"\b(?:next|following|overnight|24[-\s]hours?|round the clock|around the clock|day after|straight|later"
    r"|tomorrow"
    r"|E[SD]?T|P[SD]?T|C[SD]?T|M[SD]?T|GMT|BST|UTC|time|zones?)\b",
    re.IGNORECASE,
)
_DAY_BEHIND = pattern(
    r"\s(?:on\s)?(?:the\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!s?,?\s?(?:to|until|through|[-–])(?!\w))"
)
_TWO_HOURS = pattern(r"\d\s?[ap]\.?m\b|\d\s?[AP]\.?M\b|\d[:.]\d\d\s?(?:[-–—]|to|until|till)\s?\d{1,2}[:.]\d\d")
_DAY = 24 * 60  # minutes
# Hours between which something may be open: 11 a.m. to 1 a.m., 5 a.m. to 1 a.m.
_CLOSING = 4 * 60
_LONGEST_DAY = 18 * 60
# What is open by day, and what shows that it is open by night.
_BY_DAY = pattern(
    r"\b(?:offices?|librar(?:y|ies)|museums?|galler(?:y|ies)|clinics?|surger(?:y|ies)|schools?|banks?|town\shall|post\soffice"
    r"|council\soffices|registry|archives?|nurser(?:y|ies)|playgrounds?|market|box\soffice|help\s?desk|cr[eè]che|bakery)\b",
    re.IGNORECASE,
)
_OPEN = pattern(r"\b(?:opens?|opening\shours|hours\sare|staffed|open)\b", re.IGNORECASE)
_BY_NIGHT = pattern(
    r"\b(?:nights?|overnight|out[-\s]of[-\s]hours|after[-\s]hours|emergenc\w+|shelters?|closed?|shuts?|curfew|lates?|evenings?|parties|party"
    r"|sleep\w*|except)\b",
    re.IGNORECASE,
)


def find_backward_hours(text: str) -> Iterator[Range]:
    """Yield the spans of hours of which the last is before the first, if no night can lie between them."""
    if not _TWO_HOURS.search(text):
        return
    for match in _clocks().finditer(text):
        one = make_clock(match["hour"] or match["plain"], match["minute"] or match["min"], None, match["half"])
        other = make_clock(match["later"] or match["end"], match["past"] or match["late"], None, match["other"])
        around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        if not one or not other or _NEXT_DAY.search(around) or _DAY_BEHIND.match(text, match.end()):
            continue
        first, last = one.hour * 60 + one.minute, other.hour * 60 + other.minute
        if last < first and _is_no_night(match, first, last, text):
            yield match.start(), match.end() - (match[0].endswith("m.") and match.end() == len(text))


def _is_no_night(match: re.Match[str], first: int, last: int, text: str) -> bool:
    """Tell whether hours are too far apart for a night, or of something that is open by day."""
    length = _DAY - first + last
    is_written = bool(match["half"]) or ":" in match[0]
    if match["half"] and first >= _DAY // 2 and last >= _DAY // 2:
        return True
    if is_written and length >= _LONGEST_DAY and last >= _CLOSING:
        return True
    begin, end = max(0, match.start() - 2 * _AROUND), match.end() + _AROUND
    is_by_day = last >= _CLOSING and bool(_BY_DAY.search(text, begin, end) and _OPEN.search(text, begin, end))
    return is_by_day and not _BY_NIGHT.search(text, begin, end)


_WHOLE_YEAR = pattern(
    r"\b(?:(?:12|twelve)[-\s]months?|(?:52|53)[-\s]weeks?|years?|annual\w*|year-on-year)\b", re.IGNORECASE
)
_WINTER = pattern(r"\b(?:seasons?|terms?|academic|school|fiscal|financial|winters?)\b", re.IGNORECASE)
# Scores: 24-20 in June.
_SCORE = pattern(
    r"\b(?:w[io]ns?|won|beat\w*|lost|loss|lead|led|score\w*|draw|drew|defeat\w*|victor\w+|vot(?:e[sd]?|ing)|ruled|record)\s(?:[\w’'-]+\s){0,5}?\Z",
    re.IGNORECASE,
)


def find_backward_days(text: str, mentions: Sequence[DateMention]) -> Iterator[Range]:
    """Yield the spans of days or months of which the last is before the first."""
    for span in find_spans(text, mentions):
        if (span.cue == "between" and span.join == "to") or (span.cue == "from" and span.join == "and"):
            continue
        if span.join == "and" and span.cue != "between":
            continue
        if not _is_backward(span) or (span.join == "dash" and _SCORE.search(text, max(0, span.start - 40), span.start)):
            continue
        begin, end = max(0, span.start - 60), span.end + 40
        is_told = span.first.month != span.last.month or span.cue == "from"
        if is_told and _MOVED.search(text, begin, span.start):
            continue
        if span.join == "dash" and _ASIDE.search(text, span.start, span.end + 30):
            continue
        is_winter = span.first.month != span.last.month and _WINTER.search(text, begin, end)
        if span.years == 2 or not (is_winter or _WHOLE_YEAR.search(text, begin, end)):
            yield span.start, span.end


# What is moved from a day to an earlier one: “move the vote up from April 23 to March 19”.
_MOVED = pattern(
    r"\b(?:mov(?:e[sd]?|ing)|shift\w*|chang\w+|switch\w*|brought|bring\w*|reschedul\w+|advanc\w+|earlier|pull\w*|push\w*)\b",
    re.IGNORECASE,
)
# “On July 22 — 10 days after it”: what is behind the dash is no day.
_ASIDE = pattern(r"\s[–—]\s\d{1,2}\s(?:days?|weeks?|months?|years?|hours?|people|of)\b")
_NEXT_TO_IT = range(7, 46)  # days by which an end is before its beginning, where nothing lasts a year but a few weeks


def _is_just_before(first: End, last: End) -> bool:
    """Tell whether an end is in the month before (“May 3 to April 22”); July 1 to June 30 is a year."""
    days = first.make_day(last.year), last.make_day(first.year)
    if first.month - last.month != 1 or first.day == 1 or not (days[0] and days[1]):
        return False
    return (days[0] - days[1]).days in _NEXT_TO_IT


_WINTER_WRAPS = frozenset({8, 9, 10})  # months in which a school year or a season begins


def _is_backward(span: Span) -> bool:
    """Tell whether a span ends before it begins: both ends with years, or in one month, or nearly a year later."""
    first, last = span.first, span.last
    if span.years == 2:
        if first.day and last.day:
            days = [first.make_day(None), last.make_day(None)]
            return days[0] is not None and days[1] is not None and days[1] < days[0]
        return (last.year or 0, last.month) < (first.year or 0, first.month)
    if first.day and last.day:
        return last.day < first.day if first.month == last.month else _is_just_before(first, last)
    # “May to March 2022” is May to March of the next year only where something lasts through a winter.
    return span.years == 1 and 2 <= first.month - last.month <= 3 and first.month not in _WINTER_WRAPS
