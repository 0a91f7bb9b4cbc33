"""Read what opens the first paragraph of a report, the place and the date, with positions; it judges neither."""

from __future__ import annotations

import re
from functools import cache

from newslint.newsroom.datelines import DateLine, find_moments
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Dateline(NamedTuple):
    """The place (and date) that opens a report, `HARBOUR CITY, 3 May (Wire) —`, and its range in the line."""

    text: str
    start: int
    end: int


@cache
def _dateline_pattern() -> re.Pattern[str]:
    return pattern(
        r"""
        (?P<place>
            [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[\s/][A-ZÀ-Þ.'’-]{2,}){0,4}           # HARBOUR CITY
            (?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}){0,2}                 # , Ill.  , South Africa
        )
        (?:,?\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,?\s\d{4})?)?    # , May 3
        (?:\s?\((?P<agency>[^()]{1,40})\))?                               # (Wire)
        \s?(?:[—–]+|--?|:)(?=\s|[A-Z“"])
        """,
        re.VERBOSE,
    )


@cache
def _mixed_dateline_pattern() -> re.Pattern[str]:
    return pattern(
        r"""
        (?P<place>[A-ZÀ-Þ][\w.'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]+){0,3}(?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})?)
        (?: \s?\((?P<agency>[^()]{1,40})\)\s?(?:[—–]+|--?)                # Harbour City (Wire) —
          | ,\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,?\s\d{4})?
            (?:\s?\([^()]{1,40}\))?\s?(?:[—–:]+|--?)                      # Harbour City, May 3 (Wire) —
          | \s(?:—|–)                                                     # Harbour City —
        )(?=\s|$)
        """,
        re.VERBOSE,
    )


def read_dateline(line: str) -> Dateline | None:
    """Read the dateline that opens a paragraph, or return None; the range ends before the dash."""
    head = line[:160]
    found = _dateline_pattern().match(head) or _mixed_dateline_pattern().match(head)
    if found is None or len(found["place"]) < 3:
        return None
    if found["place"].isupper() and head[found.end() - 1] == ":" and not found["agency"]:
        return None
    end = found.end()
    while end > 0 and head[end - 1] in "—–-: ":
        end -= 1
    return Dateline(head[:end], 0, end)


_LONGEST_OPENING = 70  # code points
# “(18.01.2018) ”, “27.1.2022 - ”, “31. Oktober 2023. ”, “Tarrow, 3. Mai 2016. ”
_LEAD = pattern(r"(?:[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?(?:,\s?|\s(?=\()|\s?[/|]\s?))?(?:den\s|am\s)?\(?")
_BEHIND = pattern(r"(?:\)[.:,]?|[.:|]|\s?[–—|-])\s*(?=[\"„“«»‚‘(]?[A-ZÀ-Þ])|\s(?=[„“«»])")


def read_opening_date(text: str) -> DateLine | None:
    """Read the date of publication that opens a paragraph, set off by a sign from its first sentence."""
    head = text[:_LONGEST_OPENING]
    lead = _LEAD.match(head)
    if lead is None or not any(map(str.isdigit, head[:40])):
        return None
    for start, end, value in find_moments(head)[:1]:
        if value is not None and start == lead.end() and _BEHIND.match(head, end):
            return DateLine("published", value, start, end)
    return None
