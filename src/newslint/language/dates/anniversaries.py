"""Find anniversaries beside the year in which it began and the year in which they are marked."""

from __future__ import annotations

import re
from functools import cache

from newslint.language.dates.counts import RANK, YEAR, read_count
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Anniversary(NamedTuple):
    """So many years since a year, at [start, end). `marked` is the year in which that is marked, `shift` that year as
    seen from the publication (0 for “this year”, 1 for “next year”); both None where it is only said to be marked now.
    """

    start: int
    end: int
    years: int
    begun: int
    marked: int | None
    shift: int | None


# Without a number. Of jubilees only those that stand for one number: a diamond one has 60 or 75 years.
_NAMED = {
    "silver jubilee": 25, "golden jubilee": 50, "centenary": 100, "centennial": 100, "bicentenary": 200,
    "bicentennial": 200, "tercentenary": 300, "sesquicentennial": 150, "quincentenary": 500,
}  # fmt: skip
_BEGUN = (
    r"(?:open(?:ed|ing)|found(?:ed|ing)|establish(?:ed|ment)|buil[td]|launch(?:ed)?|created?|creation|formed|formation"
    r"|began|begun|beg[iu]nning|started|born|birth|incorporated|inaugurated|set\sup|unveiled|introduced|married|wed)"
)


@cache
def _anniversary() -> re.Pattern[str]:
    named = "|".join(name.replace(" ", r"\s") for name in _NAMED)
    return pattern(
        rf"\b(?:(?P<rank>{RANK})[-\s](?:wedding\s|birth\s)?(?:anniversary|birthday)|(?P<named>{named}))\b",
        re.IGNORECASE,
    )


@cache
def _of_year() -> re.Pattern[str]:
    # the 80th anniversary of the 1944 landings    of its founding in 1890
    return pattern(
        rf"\sof\s(?:(?:the|its|his|her|their|our|a|an)\s)?(?:(?P<year>{YEAR})(?=\s[a-z])|(?:[\w’'-]+\s){{0,6}}?in\s(?P<in>{YEAR})\b)"
    )


@cache
def _begun() -> re.Pattern[str]:
    return pattern(
        rf"\b(?i:{_BEGUN})\s(?:[a-z]+\s){{0,4}}?(?:in|back\sin|on)\s(?:[A-Z][a-z]+\.?\s(?:\d{{1,2}},?\s)?|\d{{1,2}}\s[A-Z][a-z]+\s)?+(?P<year>{YEAR})\b"
        rf"|\b(?:[Ss]ince|[Ff]rom)\s(?P<since>{YEAR})\b"
    )


@cache
def _marked() -> re.Pattern[str]:
    return pattern(
        rf"(?P<next>\b[Nn]ext\syear\b)|(?P<this>\b[Tt]his\s(?:year|month|week|spring|summer|autumn|fall|winter)\b)|(?P<last>\b[Ll]ast\syear\b)"
        rf"|\b[Ii]n\s(?:[A-Z][a-z]+\s)?+(?P<year>{YEAR})\b",
    )


_NOW = pattern(
    r"\b(?:marks|celebrates|is\s(?:marking|celebrating)|are\s(?:marking|celebrating)|will\s(?:mark|celebrate)"
    r"|has\s(?:just\s)?(?:turned|marked|celebrated))\s(?:(?:its|their|his|her|the)\s)?\Z"
)


def find_anniversary(text: str) -> Anniversary | None:
    """Return the anniversary of a few sentences, if they have one, one year in which it began, and when it is held."""
    found = list(_anniversary().finditer(text))
    if len(found) != 1:
        return None
    mark = found[0]
    years = _NAMED[" ".join(mark["named"].lower().split())] if mark["named"] else read_count(mark["rank"])
    of = _of_year().match(text, mark.end())
    begins = [of] if of else list(_begun().finditer(text))
    if len(begins) != 1:
        return None
    begun = begins[0]
    year = next(int(each) for each in begun.groups() if each)
    start, end = min(mark.start(), begun.start()), max(mark.end(), begun.end())
    marked, shift = _when(text, mark, begun)
    if marked is None and shift is None and not _NOW.search(text, max(0, mark.start() - 40), mark.start()):
        return None
    return Anniversary(start, end, years, year, marked, shift)


def _when(text: str, mark: re.Match[str], begun: re.Match[str]) -> tuple[int | None, int | None]:
    """Return the year in which an anniversary is marked, or that year as seen from the publication."""
    found = [each for each in _marked().finditer(text) if not begun.start() <= each.start() < begun.end()]
    if len(found) != 1:
        return None, None
    when = found[0]
    if when["year"]:
        return int(when["year"]), None
    return None, 1 if when["next"] else -1 if when["last"] else 0
