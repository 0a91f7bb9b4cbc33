"""Read the line that names an article's authors, with positions; it knows nothing of the lines around it.

The words below are our own reading of how newsrooms sign articles.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newslint.newsroom.datelines import read_date_lines
from newslint.patterns import pattern

_LONGEST = 260

_PARTICLES = frozenset(
    """
    de da di del della dela do dos das du des la le el al bin ibn bint van von der den ter ten y e zu zum af av
    st abu ould
    """.split()
)
# Words of a job; the name ends before them.
_ROLES = frozenset(
    """
    editor editors reporter reporters correspondent correspondents writer writers columnist columnists
    contributor contributors journalist photographer producer director professor lecturer analyst critic blogger
    freelance freelancer staff senior chief deputy assistant associate political parliamentary diplomatic
    economics national foreign science health environment technology tech sports sport business education crime
    legal defence defense security royal arts culture entertainment consumer city home social affairs global
    europe africa asia washington contributing executive managing guest special digital online investigative
    investigations features news data media transport energy world editorial general fellow researcher phd md dr
    """.split()
)
_ROLE_NOUNS = frozenset(
    """
    editor editors reporter reporters correspondent correspondents writer writers columnist contributor
    contributors journalist photographer producer analyst critic blogger freelancer desk bureau staff
    """.split()
)
# A name of several words that holds one of these is an organisation.
_ORGANISATIONS = frozenset(
    """
    agency agencies associated bureau desk editorial group magazine media news newspaper newsroom online press
    reporter reporters reports service services staff team times wire wires post journal gazette herald tribune
    guardian university institute network networks radio tv contributors correspondents editors writers board
    """.split()
)
_AGENCIES = frozenset(
    """
    reuters ap afp pa dpa ani pti ians upi xinhua tass bloomberg cnn bbc npr kyodo yonhap efe ansa aap apa sid
    """.split()
)
# Capitalised words that open a sentence or a heading and never a name.
_NOT_NAMES = frozenset(
    """
    a an the this that these those it its he she they we you i my our your his her their what when where which
    who why how is are was were do does did has have had will can could should would may might must not no yes
    and or but if so as at by for from in into of on onto over under up down out off to with without about after
    before between during against than then there here all any both each every more most other some such only
    own same too very just now new first last next top best how-to monday tuesday wednesday thursday friday
    saturday sunday january february march april june july august september october november december today
    yesterday tomorrow published updated posted read share follow comments comment subscribe sign log click
    source get give take make try see find meet join add buy book download enter choose select show hide open
    close save send play skip jump photo image video advertisement related breaking exclusive live watch listen
    latest opinion analysis sponsored home menu search contact news sports politics business world technology
    entertainment health science lifestyle culture travel
    """.split()
)

_OPENER = r"""
    (?:(?:exclusive|analysis|opinion|commentary|column|review|interview|story|stories|words|text|report|reporting
    |reported|written|posted
         |published|article|by-?line|edited|compiled|produced|created|uploaded|submitted|an?\ +(?:analysis|opinion
         |essay)
         |guest\ (?:post|column|essay)|photos?\ and\ (?:story|text)|words\ and\ (?:photos|pictures|images)
         |story\ and\ photos?)
       \s+)? by\b [\s:]*
  | by(?=[A-Z][a-z]) | BY(?=[A-Z][a-z])
  | (?:authors?|author\(s\)|reporters?|written|writer|story|text|words|autor(?:in|en)?|auteur|autore|tekst
  |byline) \s*:\s*
  | (?:von|par|por|door|af|av|di) \s+ (?=[A-ZÀ-ÞŁŚŻ])
"""


@cache
def _opener() -> re.Pattern[str]:
    return pattern(r"\W{0,3}(?P<by>" + _OPENER + r")", re.VERBOSE | re.IGNORECASE)


@cache
def _strict_opener() -> re.Pattern[str]:
    # Without regard to case "Di Maria scores" would be taken for Italian.
    return pattern(r"\W{0,3}(?:by|by:|(?:von|par|por|door|af|av|di)\s+(?=[A-ZÀ-ÞŁŚŻ])|Von|Par|Por|Door|Af|Av)\b")


@cache
def _name_word_pattern() -> re.Pattern[str]:
    return pattern(
        r"""
        (?:[^\W\d_](?:\.[^\W\d_])*\.)                       # an initial, or several: A.  J.K.
      | [^\W\d_](?:[^\W\d_]|[’'.\-‐])*                                # a word, with hyphens and apostrophes
      | ["“”‘'][^\W\d_][\w\s]{0,24}["”’']                   # a nickname
        """,
        re.VERBOSE,
    )


_SEPARATOR = pattern(r"\s*(?:,\s*(?:and|&|und)?\s|\band\b|&|\bund\b|\bet\b|\s\+\s|\by\b|;|\bwith\b)\s*", re.IGNORECASE)


@cache
def _stop_pattern() -> re.Pattern[str]:
    return pattern(
        r"""
        \s*(?: [|•·/–—@(\[<…] | \s-\s | -\s | \bon\b | \bat\b | \bin\b | \bfor\b | \bof\b | \bfrom\b | \bvia\b | \bis\b
             | \b(?:published|updated|posted|last|first|follow|contact|email|view|share|read|modified|aktualisiert|am)\b
             | (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s+\d
             | \d | https?: | $ )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


class Byline(NamedTuple):
    """The people (or the desk) that a line names as authors, and the range of the byline in the line."""

    names: tuple[str, ...]
    start: int
    end: int


class _Name(NamedTuple):
    start: int
    end: int


def read_byline(line: str, *, is_placed: bool = False) -> Byline | None:
    """Read a line as a byline, or return None.

    `is_placed` says that the line stands where bylines stand (near the headline, or before the date): only there
    a bare name, or a name before a date, is a byline. The range covers the words from "By" to the last name.
    """
    if not 2 < len(line) <= _LONGEST:
        return None
    opener = _opener().match(line)
    if opener and opener.end() < len(line):
        if opener["by"][:2].lower() != "by" and ":" not in opener["by"] and " " not in opener["by"].strip():
            opener = opener if _strict_opener().match(line) else None
        if opener:
            return _read_names(line, opener.start("by"), opener.end(), is_open=True)
    return _read_unopened(line, is_placed)


_DATED = pattern(r"[|•·–—/-]\s*(?:updated|published|posted)\b|(?:published|updated|posted)\b", re.IGNORECASE)
_FOR_OUTLET = pattern(r"for\s(?:the\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3}$")
_PLACED = pattern(r"[|•·–—/@(,-]|(?:on\s)?(?:\w{3,9}\.?,?\s)?\d|[A-Z][a-z]{2,8}\.?\s\d")


def _read_unopened(line: str, is_placed: bool) -> Byline | None:
    """Read `A. Roe | Updated …`, `A. Roe, Staff Writer`, `A. Roe for the Tribune` or a bare name."""
    start = len(line) - len(line.lstrip(" \t|•·–—-"))
    found = _read_names(line, start, start, is_open=False)
    if found is None:
        return _read_after_date(line)
    rest = line[found.end :].strip()
    if rest and not any(sign.isalnum() for sign in rest):
        return None
    if not rest:
        return found if is_placed and _is_bare_name(found, line) else None
    if len(line) > 140 or rest[-1:] in ".!?":
        return None
    if _says_role(rest, is_placed) and len(line.split()) <= 12:
        return found
    if _DATED.match(rest):
        return found
    if _FOR_OUTLET.match(rest):
        return found if is_placed or "the" in rest.split()[:2] else None
    if is_placed and _PLACED.match(rest):
        return found
    return None


_LATER_BY = pattern(r"\d.{0,40}?\bby\s+(?=[A-Z])", re.IGNORECASE)


def _read_after_date(line: str) -> Byline | None:
    """Read `3 May 2024 by Ann Roe`."""
    later = _LATER_BY.search(line[:120]) if line[0].isalnum() else None
    if later is None or not read_date_lines(line):
        return None
    begin = line.rfind("by" if "by" in later.group() else "By", 0, later.end())
    return _read_names(line, begin, later.end(), is_open=True)


_LETTERS = pattern(r"[^\W\d_]+")


def _says_role(rest: str, is_placed: bool) -> bool:
    words = _LETTERS.findall(rest.lower())
    return (
        (rest[0] in ",|–—-(" or (is_placed and bool(words) and words[0] in _ROLES))
        and 0 < len(words) <= 7
        and any(word in _ROLE_NOUNS for word in words)
    )


def _is_bare_name(found: Byline, line: str) -> bool:
    words = line.split()
    if len(found.names) == 1 and len(words) == 1:
        return words[0].lower() in _AGENCIES
    return len(words) <= 12 and line[-1] not in "!?:;"


def _read_names(line: str, begin: int, at: int, *, is_open: bool) -> Byline | None:
    """Read names from `at` on; `begin` is where the byline begins."""
    spans: list[_Name] = []
    position = at
    while len(spans) < 12:
        name = _read_name(line, position, is_open)
        if name is None:
            break
        spans.append(name)
        separator = _SEPARATOR.match(line, name.end)
        if separator is None:
            break
        position = separator.end()
    if not spans:
        return None
    end = spans[-1].end
    if not _may_end(line, end, is_open):
        return None
    kept = [
        name
        for index, name in enumerate(spans)
        if index == 0 or not _is_office(line[name.start : name.end], spans, line)
    ]
    # What is left out at the end belongs to the byline's words but is nobody's name.
    return Byline(
        tuple(
            line[name.start : name.end].strip(" .,") if not _is_initial_end(line, name) else line[name.start : name.end]
            for name in kept
        ),
        begin,
        end,
    )


def _is_initial_end(line: str, name: _Name) -> bool:
    words = line[name.start : name.end].split()
    return bool(words) and words[-1].endswith(".") and (len(words[-1]) <= 3 or words[-1].lower() in ("jr.", "sr."))


def _may_end(line: str, end: int, is_open: bool) -> bool:
    """Tell whether what follows the names may follow names in a byline."""
    rest = line[end:]
    if not rest.strip(" .,") or _GLUED.search(line[max(0, end - 20) :].split(" ")[-1]):
        return True
    if _stop_pattern().match(rest):
        return True
    words = _LETTERS.findall(rest)
    if is_open and words and len(words) <= 10 and (words[0].lower() in _ROLES or rest.lstrip().startswith(",")):
        return rest.rstrip()[-1] not in "!?" and (
            words[0].lower() in _ROLES or any(w.lower() in _ROLES for w in words) or words[0][0].isupper()
        )
    return not is_open and bool(words) and len(words) <= 8 and words[0].lower() in _ROLES


def _is_office(text: str, spans: list[_Name], line: str) -> bool:
    """Tell whether one of several names is a desk, a job or a paper that follows the people."""
    words = [word.lower().strip(".,") for word in text.split()]
    if all(word in _ROLES or word in _PARTICLES for word in words) or any(word in _ROLE_NOUNS for word in words):
        return True
    before = line[: spans[0].start].rstrip().lower()
    is_after_comma = line[: max(0, line.find(text))].rstrip().endswith(",")
    if is_after_comma and any(word in _ORGANISATIONS or word in _ROLES or word in _AGENCIES for word in words):
        return True
    return len(words) == 1 and (
        words[0] in _AGENCIES or (text.isupper() and is_after_comma) or (bool(before) and is_after_comma)
    )


# A button that copying glued to the name before it.
_BLANK = pattern(r"[ \t\u00a0]+")
_GLUED = pattern(r"\b(\w*[a-z])(?:Twitter|Follow|Following|Facebook|Instagram|Email|Contact|Share|Bio)$")


def _read_name(line: str, at: int, is_open: bool) -> _Name | None:
    """Read one name from `at` on: up to five capitalised words, particles and initials between them."""
    start = at
    end = at
    count = 0
    while count < 6:
        found = _name_word_pattern().match(line, at)
        if found is None:
            break
        word = found.group()
        lowered = word.lower().strip(".")
        if not _belongs_to_name(word, lowered, count, is_open, line, found.end()):
            break
        # A full stop after a whole word ends the name.
        glued = _GLUED.match(word)
        if glued:
            end = found.start() + len(glued[1])
            count += 1
            break
        if word.endswith(".") and len(word) > 4 and "." not in word[:-1] and lowered not in ("prof", "capt"):
            end = found.end() - 1
            count += 1
            break
        at = found.end()
        if lowered not in _PARTICLES or count == 0:
            end = at
        count += 1
        blank = _BLANK.match(line, at)
        if blank is None:
            break
        at = blank.end()
    if not count or end == start:
        return None
    if not is_open and count == 1 and line[start:end].lower() not in _AGENCIES:
        return None
    return _Name(start, end)


_ONE_MORE_NAME = pattern(r"\s[A-Z][a-z]+(?:\s|,|$)")


def _belongs_to_name(word: str, lowered: str, count: int, is_open: bool, line: str, end: int) -> bool:
    if word[0] in "\"“‘'":
        return count > 0
    if count and lowered in _PARTICLES:
        return True
    if not word[0].isupper() and not (count and word[:2] in ("d’", "d'") and word[2:3].isupper()):
        return not word[0].islower() and word[0].isalpha()
    if len(lowered) == 1 and word.endswith("."):
        return True
    if count and lowered in _ORGANISATIONS and not _has_role_noun(line[end:]):
        return True
    if count and _MONTH_AND_DAY.match(line, end - len(word)):
        return False
    if lowered in _NOT_NAMES and not (
        count and len(word) > 2 and lowered in ("best", "down", "will", "may", "may", "april", "june", "august", "home")
    ):
        return (
            lowered in ("will", "april", "june", "august", "may")
            and count == 0
            and bool(_ONE_MORE_NAME.match(line[end:]))
        )
    # A job ends the name: "Amy Roe Political Correspondent"; but "News Desk" may be all there is.
    if count >= 2 and lowered in _ROLES:
        return line[:end].split()[-2].lower() in _ORGANISATIONS or (
            lowered in _ORGANISATIONS and not _has_role_noun(line[end:])
        )
    return is_open or lowered not in _ROLES or count > 0


_MONTH_AND_DAY = pattern(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+\d", re.IGNORECASE)


def _has_role_noun(rest: str) -> bool:
    words = _LETTERS.findall(rest[:60].lower())
    return any(word in _ROLE_NOUNS and word not in _ORGANISATIONS for word in words)
