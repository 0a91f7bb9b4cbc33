"""Find the days of which a text tells the weekday, and hold them against the calendar."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache

from newslint.language.dates.mentions import DateMention
from newslint.language.dates.names import WEEKDAYS, is_possible_day
from newslint.language.dates.shapes import WEEKDAY
from newslint.language.dates.years import share_years
from newslint.patterns import pattern
from newslint.records import NamedTuple

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_JOIN = r"(?:,?\s(?:to|and|until|till|through|thru|or|&)\s|\s?[-–—/]\s?)"
_PART = (
    r"(?:['’]s|\s(?:early\s|late\s)?(?:morning|afternoon|evening|night|noon|lunchtime|midnight)"
    r"|\s(?:of\s)?(?:this|last|next)\sweek)?"
)
_LONGEST = 60  # code points before a day that its weekdays may take


class DatedWeekday(NamedTuple):
    """A day of a text with the weekdays that the text gives it, any of which is meant: [start, end) holds both.

    `year` is None where the text has none. `days` are the days of the month that are meant, any of them, and
    `months` each month that a date in numbers may mean, with the day of it.
    """

    start: int
    end: int
    weekdays: tuple[int, ...]
    days: tuple[tuple[int, int], ...]
    year: int | None
    is_day_first: bool


@cache
def _before() -> re.Pattern[str]:
    return pattern(
        rf"""
        \b (?P<first>{WEEKDAY})
        (?: {_JOIN} (?P<second>{WEEKDAY}) )? {_PART} (?:,\s|\s[(–—-]\s?|,?\son\s|\s) (?:the\s)? \Z
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _bare_before() -> re.Pattern[str]:
    # Friday 7 to | Sunday 9 March
    return pattern(
        rf"\b(?P<first>{WEEKDAY}){_PART},?\s(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_JOIN}(?:on\s)?\Z",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return pattern(
        rf"""
        (?: ,?\s\((?:an?\s)?(?P<bracketed>{WEEKDAY})\)
          | ,?\s(?:(?:which|that)\s)?(?:is|was|falls\son|fell\son|will\sbe|will\sfall\son)\san?\s(?P<told>{WEEKDAY})
          | ,\s(?:an?\s)?(?P<set>{WEEKDAY}) (?=[,.;)\n]|\s[–—-]\s|\Z) )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _second_day() -> re.Pattern[str]:
    return pattern(
        r"(?:\s(?:and|to|through|or|&)\s|\s?[-–—/]\s?)(\d{1,2})(?:st|nd|rd|th)?\b(?![:.]\d|\s?[ap]\.?m)"
        r"(?:,?\s(?P<year>(?:19|20)\d\d)\b)?+"
    )


@cache
def _lead() -> re.Pattern[str]:
    return pattern(rf"{WEEKDAY},?\s+(?:the\s)?", re.IGNORECASE)


def find_weekdays(text: str, mentions: Sequence[DateMention]) -> Iterator[DatedWeekday]:
    """Yield the days with weekdays among the dates of a text, in order.

    Of “Saturday and Sunday, March 8 and 9” each day is one; where a range has one weekday, it may be of either end.
    """
    floor = 0
    for at, mention in enumerate(share_years(text, mentions)):
        following = mentions[at + 1].start if at + 1 < len(mentions) else len(text)
        if mention.month and mention.day and not mention.impossible:
            yield from _read(text, mention, floor, following)
        floor = mention.end


def _read(text: str, mention: DateMention, floor: int, following: int) -> Iterator[DatedWeekday]:
    core = _core(text, mention)
    window = max(floor, core - _LONGEST)
    before = _before().search(text[window:core])
    bare = _bare_before().search(text[window : mention.start])
    if bare and _is_weekday(bare["first"], text[window : window + bare.start()]):
        yield _pair(mention, window + bare.start(), mention.end, [bare["first"]], [int(bare["day"])], text)
    if before and _is_weekday(before["first"], text[window : window + before.start()]):
        start, last = window + before.start(), mention.last_day
        end = mention.end + ("(" in before[0] and text.startswith(")", mention.end))
        second = _second_day().match(text, end) if last is None and before["second"] else None
        if second:
            last, end = int(second[1]), second.end()
            mention = mention._replace(year=int(second["year"]) if second["year"] else mention.year)
        yield from _spread(text, mention, (start, end), (before["first"], before["second"]), last)
        return
    after = _after().match(text, mention.end)
    if after and after.end() <= following:
        word = after["bracketed"] or after["told"] or after["set"]
        if _is_weekday(word, ""):
            days = [day for day in (mention.day, mention.last_day) if day]
            yield _pair(mention, mention.start, after.end(), [word], days, text)


def _spread(
    text: str, mention: DateMention, span: tuple[int, int], words: tuple[str, str | None], last: int | None
) -> Iterator[DatedWeekday]:
    """Yield a day with one weekday or two, or each of two days with its own."""
    first, second = words
    days = [day for day in (mention.day, last) if day]
    if second and len(days) == 2:
        yield _pair(mention, *span, [first], days[:1], text)
        yield _pair(mention, *span, [second], days[1:], text)
    else:
        yield _pair(mention, *span, [first, *([second] if second else [])], days, text)


def _core(text: str, mention: DateMention) -> int:
    """Return where a date begins without the weekday that a mention has in front."""
    lead = _lead().match(text, mention.start) if mention.weekday is not None else None
    return lead.end() if lead else mention.start


# What stands before a short form that is a name: “The Sun”, “the Tarrow Sun”.
_NAMING = pattern(r"(?:\b(?i:the|a|this|his|her)|(?<![\w’'-])[A-Z][\w’'-]*)\s\Z")


def _is_weekday(word: str, before: str) -> bool:
    """Tell whether a word is a weekday, and no verb (“sat”) or name (“The Sun”)."""
    if not word[0].isupper():
        return False
    return word.lower().rstrip(".").endswith("day") or not _NAMING.search(before)


def _pair(
    mention: DateMention, start: int, end: int, words: Sequence[str], days: Sequence[int], text: str
) -> DatedWeekday:
    weekdays = tuple(WEEKDAYS[word.lower().rstrip(".")] for word in words)
    month = mention.month or 1
    places = [(month, day) for day in days]
    if mention.ambiguous:
        places += [(day, month) for day in days if day <= 12]
    is_day_first = text[_core(text, mention)].isdigit()
    return DatedWeekday(start, end, weekdays, tuple(places), mention.year, is_day_first)


def fits(dated: DatedWeekday, year: int) -> bool:
    """Tell whether in a year one of the days is one of the weekdays, or there is no such day."""
    days = [datetime.date(year, *place) for place in dated.days if is_possible_day(year, *place)]
    return not days or any(day.weekday() in dated.weekdays for day in days)


def nearest(dated: DatedWeekday, year: int) -> datetime.date:
    """Return the day nearest to a day of a year that is of its weekday: at most three days away."""
    day = datetime.date(year, *dated.days[0])
    away = (dated.weekdays[0] - day.weekday() + 3) % 7 - 3
    return day + datetime.timedelta(days=away)
