"""Find the year of a day that is written without one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from newslint.language.dates.mentions import DateMention
from newslint.language.dates.names import is_possible_day
from newslint.patterns import pattern

_JOINED = pattern(r",?\s(?:to|and|until|till|through|thru|or|&)\s(?:on\s|from\s)?|\s?[-–—/]\s?|,\s")
NEAR = 182  # days: less than half of every year, so that only one year fits


def share_years(text: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """Return the dates of a text, those that share a year behind them with it (“March 8 to March 9, 2025”)."""
    found = list(mentions)
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        if one.year or not (one.month and one.day and other.year and other.month and other.day):
            continue
        if _JOINED.fullmatch(text, one.end, other.start):
            year = other.year - (one.month > other.month)
            found[at] = one._replace(year=year, impossible=not is_possible_day(year, one.month, one.day))
    return found


def years_near(month: int, day: int, anchors: Iterable[datetime.date], *, within: int = NEAR) -> list[int]:
    """Return the years in which a day lies at most so many days from one of some others."""
    years = {
        year
        for anchor in anchors
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if is_possible_day(year, month, day) and abs((datetime.date(year, month, day) - anchor).days) <= within
    }
    return sorted(years)
