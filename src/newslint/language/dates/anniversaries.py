"""Find anniversaries beside the year in which it began and the year in which they are marked."""

from __future__ import annotations

import re
from functools import cache

from newslint.language.dates.counts import COUNT, RANK, YEAR, read_count
from newslint.language.dates.shapes import BEFORE_YEAR
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
    "silver wedding": 25, "pearl wedding": 30, "ruby wedding": 40, "golden wedding": 50, "diamond wedding": 60,
    "silver jubilee": 25, "golden jubilee": 50, "centenary": 100, "centennial": 100, "bicentenary": 200,
    "bicentennial": 200, "tercentenary": 300, "sesquicentennial": 150, "quincentenary": 500,
}  # fmt: skip
_BEGUN = (
    r"(?:open(?:ed|ing)|found(?:ed|ing)|establish(?:ed|ment)|buil[td]|launch(?:ed)?|created?|creation|formed|formation"
    r"|began|begun|beg[iu]nning|started|born|birth|incorporated|inaugurated|set\sup|unveiled|introduced|married|wed|appeared|first\s[a-z]+ed"
    r"|signed|raised|laid|dug|chartered|written|composed|published|planted|premiered|dedicated|consecrated|commissioned|registered|invented"
    r"|minted|screened|aired|ratified|ordained|staged|first\s(?:held|run|shown|sung|won|flown|built))"
)


@cache
def _anniversary() -> re.Pattern[str]:
    named = "|".join(name.replace(" ", r"\s") for name in _NAMED)
    return pattern(
        rf"\b(?:(?P<rank>{RANK})[-\s](?:wedding\s|birth\s)?(?:anniversary|birthday)|(?P<named>{named})"
        rf"|is\s(?P<young>{COUNT})(?=\s(?:this|next)\s(?:year|month|week)\b)"
        rf"|(?:turn|turns|turned)\s(?P<turned>{COUNT})(?=[,.;]|\sin\s|\sthis\s|\snext\s|\slast\s|\Z)"
        rf"|(?:marks|marked|marking|celebrates|celebrated|celebrating|is|turned|turns)\s(?P<age>{COUNT})"
        r"(?:(?<=\d)|(?<=[a-z]))\syears(?:\sold)?(?=[,.;]|\sin\s|\sthis\s|\ssince\s|\Z))(?!\w)",
        re.IGNORECASE,
    )


# Of what has an anniversary, the year may be far back.
_ANY_YEAR = YEAR.replace("1[5-9]", r"1\d")


@cache
def _of_year() -> re.Pattern[str]:
    # the 80th anniversary of the 1944 landings    of its founding in 1890
    return pattern(
        rf"\sof\s(?:(?:the|its|his|her|their|our|a|an)\s)?(?:(?P<year>{_ANY_YEAR})(?=\s[a-z])|(?:[\w’'-]+,?\s){{0,6}}?(?:in|of|on)\s{BEFORE_YEAR}(?P<in>{_ANY_YEAR})\b)"
    )


@cache
def _begun() -> re.Pattern[str]:
    return pattern(
        rf"\b(?i:{_BEGUN})\s(?:[a-z]+\s){{0,4}}?(?:in|back\sin|on)\s{BEFORE_YEAR}(?P<year>{YEAR})\b"
        rf"|\b(?:[Ss]ince|[Ff]rom)\s(?P<since>{YEAR})\b|\b[Tt]he\s[a-z]+\sof\s(?P<of>{YEAR})\b(?=\s[a-z]+\sits\s)"
        rf"|\b[Tt]he\s(?P<named>{YEAR})\s[a-z]+\s(?=[^.;\d]{{0,40}}\bits\s)"
    )


@cache
def _marked() -> re.Pattern[str]:
    return pattern(
        rf"(?P<next>\b[Nn]ext\syear\b)|(?P<this>\b[Tt]his\s(?:year|month|week|spring|summer|autumn|fall|winter)\b)|(?P<last>\b[Ll]ast\syear\b)"
        rf"|\b[Ii]n\s{BEFORE_YEAR}(?P<year>{YEAR})\b",
    )


_NOW = pattern(
    r"\b(?:it\s(?:is|will\sbe)|(?:will|is|are)\s[a-z]+\s(?=an?\s)|(?:today|tomorrow|\w+day)\sis|(?:at|for|ahead\sof|before)(?=\s(?:its|their)\s)|marks|celebrates|is\s(?:marking|celebrating)|are\s(?:marking|celebrating)|will\s(?:mark|celebrate)"
    r"|has\s(?:just\s)?(?:turned|marked|celebrated))\s(?:(?:its|their|his|her|the|an?)\s)?\Z",
    re.IGNORECASE,
)
_OF_ANOTHER = pattern(r"\sof\s(?!(?:its|their|his|her)\s)")
_DELAYED = pattern(r"\b(?:delay\w*|postpone\w*|belated\w*|late|early|second|latest)\b", re.IGNORECASE)
_LONE_YEAR = pattern(rf"(?<![\w.,$£€–-]){YEAR}(?![\w-])")


def find_anniversary(text: str) -> Anniversary | None:
    """Return the anniversary of a few sentences, if they have one, one year in which it began, and when it is held."""
    found = list(_anniversary().finditer(text))
    if len(found) != 1:
        return None
    mark = found[0]
    if mark["named"]:
        years = _NAMED[" ".join(mark["named"].lower().split())]
    else:
        years = read_count(mark["rank"] or mark["age"] or mark["turned"] or mark["young"])
    of = _of_year().match(text, mark.end())
    begins = [of] if of else list(_begun().finditer(text))
    if len(begins) != 1 or _DELAYED.search(text):
        return None
    begun = begins[0]
    if not of and begun.start() < mark.start() and _OF_ANOTHER.match(text, mark.end()):
        return None
    if (mark["age"] or mark["turned"] or mark["young"]) and not _has_age(text, mark, begun):
        return None
    year = next(int(each) for each in begun.groups() if each)
    start, end = min(mark.start(), begun.start()), max(mark.end(), begun.end())
    marked, shift = _when(text, mark, begun)
    is_now = (
        mark["age"] or mark["turned"] or mark["young"] or _NOW.search(text, max(0, mark.start() - 50), mark.start())
    )
    if marked is None and shift is None and not is_now:
        return None
    return Anniversary(start, end, years, year, marked, shift)


def _has_age(text: str, mark: re.Match[str], begun: re.Match[str]) -> bool:
    """Tell whether what began is what has the age behind it, and no person (“The museum, opened in 1974, is 60”)."""
    if text.startswith(" since ", mark.end()):
        return begun.start() > mark.end()
    is_behind = begun.end() <= mark.start() and ";" not in text[begun.end() : mark.start()]
    return is_behind and not begun[0].lower().startswith(("born", "birth", "since", "from"))


def _when(text: str, mark: re.Match[str], begun: re.Match[str]) -> tuple[int | None, int | None]:
    """Return the year in which an anniversary is marked, or that year as seen from the publication."""
    found = [each for each in _marked().finditer(text) if not begun.start() <= each.start() < begun.end()]
    if not found:
        loose = [each for each in _LONE_YEAR.finditer(text) if not begun.start() <= each.start() < begun.end()]
        return (int(loose[0][0]), None) if len(loose) == 1 and mark["rank"] else (None, None)
    if len(found) != 1:
        return None, None
    when = found[0]
    if when["year"]:
        return int(when["year"]), None
    return None, 1 if when["next"] else -1 if when["last"] else 0
