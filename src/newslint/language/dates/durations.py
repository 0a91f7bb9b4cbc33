"""Find how long something is said to have lasted or to be ago, beside the years or days that tell the same."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache

from newslint.language.dates.counts import COUNT, ROUGHLY, YEAR, read_count
from newslint.language.dates.mentions import DateMention
from newslint.language.dates.names import ENGLISH_MONTHS
from newslint.language.dates.shapes import BEFORE_YEAR, MONTH
from newslint.language.dates.spans import find_spans
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Lasting(NamedTuple):
    """A length of so many years with the first and the last year that it is said to have, at [start, end)."""

    start: int
    end: int
    years: int
    first: int
    last: int
    is_rough: bool


class Ago(NamedTuple):
    """So many years ago, with the year, and the month where one is given, that was then."""

    start: int
    end: int
    years: int
    year: int
    month: int | None
    is_rough: bool


_RANGE = (
    rf"(?:(?i:between)\s{BEFORE_YEAR}(?P<first>{YEAR})\sand\s{BEFORE_YEAR}(?P<last>{YEAR})"
    rf"|(?:(?i:from)\s)?{BEFORE_YEAR}(?P<from>{YEAR})(?:\s(?:to|until|till|through)\s|\s?[-–—]\s?){BEFORE_YEAR}(?P<to>{YEAR}))"
)
# What stands behind years that are no length, or the length of something else.
_NOT_A_LENGTH = (
    r"(?![-\s](?:old|olds|ago|later|earlier|before|after|since|into|in|on|of|longer|more|shorter|apart|from|older"
    r"|younger|ahead|behind|behind|contracts?|deals?|plans?|bonds?|notes?|mortgages?|average|low|high|terms|cycles?"
    r"|intervals?|prison|sentences?|bans?|loans?|leases?)\b)"
)
_OF_WORDS = (
    r"(?:(?:a|an|the|or|for|in|of|all|total|span|period|run|reign|tenure|stretch|spell|stint|just|only|exactly"
    r"|spanning|lasting|covering|making|is|was|altogether|some|whole|full|entire|long)\s){0,6}"
)


@cache
def _length_behind() -> re.Pattern[str]:
    # from 1990 to 2005, a span of 12 years
    return pattern(
        rf"{_RANGE}[),]?\s(?:[–—-]\s)?\(?{_OF_WORDS}(?P<rough>{ROUGHLY}\s)?+(?P<count>(?i:{COUNT}))[-\s]years?\b{_NOT_A_LENGTH}"
    )


@cache
def _length_before() -> re.Pattern[str]:
    # 12 years, from 1990 to 2005    a 12-year reign (1990–2005)
    return pattern(
        rf"(?<![\w-])(?P<rough>{ROUGHLY}\s)?+(?P<count>(?i:{COUNT}))[-\s]years?\b{_NOT_A_LENGTH}"
        rf"(?:\s[a-z’'-]+(?<!\sfrom)(?<!\sbetween)(?<!\sand)(?<!\sor)(?<!\sthan)){{0,5}}+,?\s(?:\(|(?=from\s|between\s)){_RANGE}"
    )


def find_lengths(text: str) -> Iterator[Lasting]:
    """Yield the lengths in years beside the years that they run from and to, in a sentence."""
    for regex in (_length_behind(), _length_before()):
        for match in regex.finditer(text):
            first, last = int(match["first"] or match["from"]), int(match["last"] or match["to"])
            yield Lasting(*match.span(), read_count(match["count"]), first, last, match["rough"] is not None)


def _how_long(form: str) -> str:
    """Return a fragment for “about ten years”, “two decades” or “half a century”, with groups of a form's own."""
    rough = rf"(?P<{form}rough>(?i:{ROUGHLY})\s)?+"
    span = r"(?i:half\sa\scentury|a\s(?:century|decade|quarter\sof\sa\scentury))"
    count = rf"(?P<{form}count>(?i:{COUNT}))\s(?P<{form}unit>years?|decades?)"
    return rf"(?:(?:[Jj]ust|[Oo]nly|[Ee]xactly|[Ff]ully|now)\s)?{rough}(?:{count}|(?P<{form}span>{span}))"


def _in_year(form: str) -> str:
    """Return a fragment for a year with what stands before it; the month is a group where no day is told."""
    month = rf"(?:(?:early|late|mid)[-\s])?(?P<{form}month>{MONTH}),?\s(?:of\s)?"
    return rf"(?:in\s|on\s)?(?:{month}|{BEFORE_YEAR.removesuffix('?+')})?+(?P<{form}year>{YEAR})"


@cache
def _ago() -> re.Pattern[str]:
    return pattern(
        rf"""
        (?<![\w-]) {_how_long("a")} \s ago (?:\s(?:this\s(?:week|month|year|spring|summer|autumn|fall|winter)|today))?
            (?: ,?\s(?:back\s)?(?=in\s) | \s\( | ,\s | \s[–—-]\s ) {_in_year("a")} (?!\s?[-–—]\s?\d)
      | (?<![\w-]) {_in_year("b")} (?: ,?\s\(? | \s[–—-]\s | ,?\s(?:was|is|now)\s ) {_how_long("b")} \s ago
      | (?<![\w-]) (?P<cyear>{YEAR}) \b [^.;\d]{{0,60}} [.;] \s (?:That|that|This|this|It) \s
            (?:was|is)\s {_how_long("c")} \s ago
      | \b(?:[Ii]t\s(?:is|has\sbeen)|[Ii]t['’]s(?:\sbeen)?|marks|are)\s {_how_long("d")} \s since\s
            [^.;,\d]{{0,70}}? \s(?:in|(?:the|a|its|their)\s[a-z]{{3,}}\sof)\s {_in_year("d")} (?!\s?[-–—]\s?\d)
        """,
        re.VERBOSE,
    )


_SPANS = {"a decade": 10, "half a century": 50, "a century": 100, "a quarter of a century": 25}


def find_agos(text: str) -> Iterator[Ago]:
    """Yield what is said to be so many years ago beside its year, in a sentence."""
    for match in _ago().finditer(text):
        form = next(form for form in "abcd" if match[f"{form}year"])
        month = (match[f"{form}month"] or "").strip(" .,").lower() if form != "c" else ""
        span = " ".join((match[f"{form}span"] or "").lower().split())
        is_rough = match[f"{form}rough"] is not None or span == "a decade"
        count = _SPANS.get(span) or read_count(match[f"{form}count"])
        if (match[f"{form}unit"] or "").startswith("decade"):
            count, is_rough = 10 * count, True
        yield Ago(*match.span(), count, int(match[f"{form}year"]), ENGLISH_MONTHS.get(month), is_rough)


class Apart(NamedTuple):
    """A year, how many years before or after another it is said to be, and the other."""

    start: int
    end: int
    years: int
    one: int
    other: int
    is_rough: bool


@cache
def _apart() -> re.Pattern[str]:
    # In 2014, four years after the vote of 2008
    return pattern(
        rf"(?<![\w-])[Ii]n\s{BEFORE_YEAR}(?P<one>{YEAR}),?\s(?:[–—-]\s|just\s|only\s|exactly\s)?(?P<rough>{ROUGHLY}\s)?+"
        rf"(?P<count>(?i:{COUNT}))\syears?\s(?P<way>before|after)\s(?:[\w’'-]+,?\s){{0,8}}?(?P<other>{YEAR})\b"
    )


def find_distances(text: str) -> Iterator[Apart]:
    """Yield the years that are said to be so many years before or after another, in a sentence."""
    for match in _apart().finditer(text):
        count = read_count(match["count"]) * (1 if match["way"] == "after" else -1)
        yield Apart(*match.span(), count, int(match["one"]), int(match["other"]), match["rough"] is not None)


class Days(NamedTuple):
    """A length of so many days or nights beside its first and last day, at [start, end)."""

    start: int
    end: int
    number: int
    is_nights: bool
    first: datetime.date
    last: datetime.date


@cache
def _days_before() -> re.Pattern[str]:
    # the three-day fair runs from    three days, from
    return pattern(
        rf"(?<![\w-])(?<!first\s)(?<!last\s)(?<!next\s)(?<!other\s)(?P<count>(?i:{COUNT}))"
        r"(?:-(?P<adjective>day|night)\b(?!-old)(?:\s(?!(?:of|off|in|after|before)\s)[a-z’'-]+){0,6}?"
        r"|\s(?P<noun>days?|nights?)),?\s(?:from\s|between\s|on\s|\()\Z"
    )


@cache
def _days_behind() -> re.Pattern[str]:
    return pattern(
        rf",?\s(?:[–—-]\s)?(?:a|an|for|lasting|in\sall|a\stotal\sof)\s(?P<count>(?i:{COUNT}))[-\s](?P<unit>days?|nights?)\b"
        r"(?!-old|\s(?:old|ago|later|earlier|before|after|since|into|longer|more)\b)"
    )


def find_days(text: str, mentions: Sequence[DateMention]) -> Iterator[Days]:
    """Yield the lengths in days of a sentence beside the range of days that tells the same."""
    for start, end, first, last in _ranges(text, mentions):
        window = max(0, start - _WINDOW)
        before = _days_before().search(text[window:start])
        found = before or _days_behind().match(text, end)
        if not found:
            continue
        unit = found["adjective"] or found["noun"] if before else found["unit"]
        place = (window + before.start(), end) if before else (start, found.end())
        yield Days(*place, read_count(found["count"]), unit.startswith("night"), first, last)


_WINDOW = 90  # code points


def _ranges(text: str, mentions: Sequence[DateMention]) -> Iterator[tuple[int, int, datetime.date, datetime.date]]:
    """Yield the ranges of days of a text, of one year where none is told."""
    for span in find_spans(text, mentions):
        first, last = span.first, span.last
        # Without a year, nobody can tell how long a February is.
        if not (first.day and last.day) or ((first.year or last.year) is None and first.month <= 2 < last.month):
            continue
        days = first.make_day(last.year), last.make_day(first.year)
        if days[0] and days[1] and days[0] < days[1]:
            yield span.start + (len(span.cue) + 1 if span.cue else 0), span.end, days[0], days[1]
