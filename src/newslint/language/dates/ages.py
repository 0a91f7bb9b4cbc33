"""Find the age of somebody beside the year of birth, and the years in which it may have been theirs."""

from __future__ import annotations

import re
from functools import cache

from newslint.language.dates.counts import COUNT, YEAR, read_count
from newslint.language.dates.shapes import BEFORE_YEAR
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Aged(NamedTuple):
    """An age beside a year of birth, at [start, end). `years` are those of which one must fit; `is_now` says that the
    day of the publication may fit, too. `month` is that of the birth, where one is given."""

    start: int
    end: int
    age: int
    born: int
    years: tuple[int, ...]
    is_now: bool


@cache
def _birth() -> re.Pattern[str]:
    return pattern(
        rf"\b(?:[Bb]orn|b\.|[Ff]oaled|[Hh]atched)\s(?:(?!about|around|circa|before|after)[a-z]+\s)?(?:in\s(?:[A-Z][a-z]+(?:,\s[A-Z][a-z]+)?,?\s(?:in|on)\s)?|on\s)?"
        rf"{BEFORE_YEAR}(?P<born>{YEAR})\b"
        rf"|\((?P<from>1[5-9]\d\d|20\d\d)\s?[-–—]\s?(?P<to>{YEAR})\)"
    )


@cache
def _age() -> re.Pattern[str]:
    return pattern(
        rf"""
        (?P<dead> (?: \bdied\b [^.;]{{0,60}}? \b(?:aged|at(?:\sthe)?(?:\sage)?(?:\sof)?)
              | \blived\sto(?:\sbe|\sthe\sage\sof)? ) \s (?P<at>(?i:{COUNT})) (?![\d:%,.]\d|\s?[ap]\.?m) )
      | (?P<then> \b(?:at\sthe\sage\sof|at\sage|turned(?!\s[a-z\d-]{{1,12}}\s(?:this|last)\s)) \s
            (?P<n>(?i:{COUNT})) (?= ,?\s|[.)])
          | \bwas\s(?:just\s|only\s|aged\s)? (?P<when>(?i:{COUNT}))
            (?=\s(?:years\sold\s)?(?:when|at\sthe\stime|in\s(?:1[5-9]|20)\d\d)\b) )
      | (?P<now> \b(?:[Aa]ged|(?<!look\s)[Aa]t|Now) \s
            (?:just\s|only\s)? (?P<aged>(?i:{COUNT})) (?=, | \sat\s(?:his|her)\sdeath | \.)
            | \bturn(?:s|ed)\s (?P<turned>(?i:{COUNT})) (?=\s(?:this|last)\s(?:year|month|week)\b)
            | (?<=[a-z)]),\s (?P<alone>\d{{1,3}}) (?=,) | \b(?P<old>(?i:{COUNT}))-year-old\b
            | \b(?:is|now|currently|now\saged)\s(?P<plain>(?i:{COUNT}))\b(?=,|\s(?:years\sold|and)\b|[.;]) )
        """,
        re.VERBOSE,
    )


# Somebody else's birth or age, and what is no age of a person.
_KIN = pattern(
    r"\b(?:sons?|daughters?|child(?:ren)?|kids?|mother|(?!(?-i:Father\s[A-Z]))father|parents?|brothers?|sisters?|wife|husband|baby|twins?|grand\w+"
    r"|whose|nephew|niece|uncle|aunt|cousin|widow|friend|who\shad|after|two|three|both|each|all|they|their|company|firm)\b",
    re.IGNORECASE,
)
_YEAR = pattern(rf"(?<![\d.,$£€–-]){YEAR}")
_NAMED_KIN = pattern(r"\b(?:son|daughter|brother|sister|wife|husband|mother|father),(?:\s[A-Z][\w’'-]+){1,3}\Z")
# Somebody whom the sentence has not named before: “honours a painter born in 1910”.
_SOMEBODY = pattern(r"\ban?\s(?:[a-z-]+\s){1,3}\Z")
_DEATH = pattern(r"\s(?:years\sold\s)?when\s(?:he|she)\sdied\b")
_FAR = 160  # code points between birth and age


def find_age(text: str) -> Aged | None:
    """Return the age of a sentence that has one age, one birth and nobody else."""
    births, ages = list(_birth().finditer(text)), list(_age().finditer(text))
    if len(births) != 1 or len(ages) != 1:
        return None
    birth, age = births[0], ages[0]
    if age.start() < birth.start() and _SOMEBODY.search(text, max(0, birth.start() - 30), birth.start()):
        return None
    start, end = min(birth.start(), age.start()), max(birth.end(), age.end())
    if end - start > _FAR or _KIN.search(text, start, end):
        return None
    # “The younger brother, Pavel, 41, was born” is of the brother.
    if _KIN.search(text, max(0, start - 30), start) and not _NAMED_KIN.search(text, max(0, start - 60), start):
        return None
    count = read_count(
        next(age[name] for name in ("at", "n", "when", "aged", "turned", "alone", "old", "plain") if age[name])
    )
    born = int(birth["born"] or birth["from"])
    others = tuple(int(year[0]) for year in _YEAR.finditer(text) if not birth.start() <= year.start() < birth.end())
    if birth["to"]:
        is_end = age["dead"] or (age["when"] and _DEATH.match(text, age.end()))
        others = (int(birth["to"]),) if is_end else ()
    is_now = age["now"] is not None
    return Aged(start, end, count, born, others, is_now) if others or is_now else None
