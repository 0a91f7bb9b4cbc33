"""Find 29 February without a year where the year that is meant is no leap year."""

from __future__ import annotations

import datetime
import re
from calendar import isleap
from collections.abc import Iterator, Sequence

from newslint.language.dates.impossible import Impossible
from newslint.language.dates.mentions import DateMention
from newslint.patterns import pattern

_NAMED = pattern(r",?\s(?:of\s)?(?P<way>this|next|last)\syear\b")
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_TO_COME = pattern(r"\b(?:will|shall|(?:is|are)\s(?:due|set|scheduled|expected|planned|to))\b", re.IGNORECASE)
# Who was born on that day, and what comes every four years.
_EVERY = pattern(r"\b(?:born|birthdays?|bab(?:y|ies)|every|each|when|years?\sold|if|anniversar\w+)\b", re.IGNORECASE)
_BEFORE, _BEHIND = 80, 60  # code points


def find_missing_leap_days(
    text: str, mentions: Sequence[DateMention], published: Sequence[datetime.date]
) -> Iterator[Impossible]:
    """Yield each 29 February without a year that is told as to come, or as of last year, in years without one."""
    for mention in mentions:
        if (mention.month, mention.day, mention.year) != (2, 29, None) or not published:
            continue
        named = _NAMED.match(text, mention.end)
        if _EVERY.search(text, max(0, mention.start - _BEFORE), mention.end + _BEHIND):
            continue
        if named:
            years = {day.year + _SHIFTS[named["way"]] for day in published}
        elif _TO_COME.search(text, max(0, mention.start - _BEFORE), mention.start):
            # That of the year of publication, or the next one, once it is past.
            years = {day.year + shift for day in published for shift in range(1 + (day.month > 2))}
        else:
            continue
        if not any(map(isleap, years)):
            year = max(years)
            end = named.end() if named else mention.end
            yield Impossible(mention.start, end, f"{year} is no leap year", year, mention.month)
