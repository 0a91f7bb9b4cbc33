"""Tell whether a line names an article's authors, with positions; it knows nothing of the lines around it."""

from __future__ import annotations

import re
from functools import cache

from newslint.newsroom.datelines import read_date_lines
from newslint.newsroom.people import People, names_of, read_people
from newslint.newsroom.words import word_lists
from newslint.parts import Person
from newslint.patterns import pattern
from newslint.records import NamedTuple

_LONGEST = 260

_OPENER = r"""
    (?:(?:exclusive|analysis|opinion|commentary|column|review|interview|story|stories|words|text|report|reporting
    |reported|written|posted
         |published|article|by-?line|edited|curated|compiled|produced|created|uploaded|submitted|contributed|by
         |an?\ +(?:analysis|opinion|essay|obituary|appreciation|profile|review|report|interview|commentary|tribute)
         |guest\ (?:post|column|essay))
       \s+)? by\b [\s:]*
  | (?=(?:text|words|story|photos?|pictures)\s(?:and|und|&)\s(?:text|words|story|photos?|pictures|images|fotos)\s+by\b)
  | by(?=[A-Z][a-z]) | BY(?=[A-Z][a-z])
  | (?:(?:verfasst|geschrieben|veröffentlicht|publiziert|erstellt|eingestellt|aufgezeichnet|gepostet|fotografiert|texte?
       |(?:eine?\ )?(?:interview|beitrag|artikel|bericht|kommentar|gastbeitrag|gastkommentar|essay
       |porträt|analyse|kolumne|reportage|rezension|glosse|meinung|nachruf|leitartikel|feature|gastessay|report
       |film|[a-zäöü]{3,10}kritik)) \s+ von
     |(?:écrit|rédigé|publié|posté|propos\ recueillis|texte|(?:une?\ )?(?:article|analyse|enquête|reportage|récit
       |portrait|entretien|chronique|tribune|billet|nécrologie|critique)) \s+ par
     |(?:escrito|publicado|redactado|texto|postado|(?:una?\ )?(?:artículo|crónica|reportaje|análisis|obituario|columna
       |entrevista)) \s+ por | (?:scritto|pubblicato|testo) \s+ da
     |un(?:\ (?:articolo|commento|reportage)|['’](?:analisi|inchiesta)) \s+ di
     |a\ cura \s+ d(?:i|el(?:la)?)|(?:texto|reportagem|(?:um\ )?artigo) \s+ de
     |(?:geschreven|gepubliceerd) \s+ door | (?:skrivet|skrevet|skriven|publicerad) \s+ (?:av|af) ) \b [\s:]*
  | (?:von|par|por|door|redakteur(?:in)?|authors?|author\(s\)|reporters?|written|writer|story|text|words|auteure?s?
     |autor(?:in|en|innen|es)?(?:[/:*_]-?(?:autor|in|innen))?|autrice
     |(?:gast|beitrags|co)-?autor(?:in|en|innen)?|redaktion|(?:gast)?beitrag|gastkommentar|reportage|recherche
     |kommentar|bericht|analyse|glosse|kolumne|rezension|essay|themenstarter(?:in)?|thread\ ?starter|ersteller(?:in)?
     |autor[aei]s?|tekst|texte|texto|testo|verfasser(?:in)?|interview|protokoll|gespräch|propos\ recueillis
     |redacción|byline|von|par|por|di|door|av|words
     |(?:verfasst|geschrieben|erstellt)\ von|(?:text|interview)\ (?:und|&)\ (?:interview|text))
    \s*:\s*
  | autor(?:in|en)?(?:[/:*_]-?(?:autor|in|innen))?\ +(?=[A-ZÀ-ÞŁŚŻ][^\W\d_]+\s[A-ZÀ-ÞŁŚŻ])
  | verfasser(?:in)?\ (?=[A-ZÀ-ÞŁŚŻ][^\W\d_]+\s[A-ZÀ-ÞŁŚŻ])
  | (?:von|par|por|door|durch|af|av|di|da) \s+ (?=[A-ZÀ-ÞŁŚŻ]) | beitragvon\s
  | (?:von|da|de|dal|dalla|dalle|dai)\ (?=unser|notre|nuestr|noss|nostr|inviat)
  | (?:texte?|text|idee|konzept)\ (?:und|&|\+)\ (?:fotos?|bilder|recherche|illustration(?:en)?)\s*(?::\s*|von\s)
  | aus(?:\ [^\W\d_][\w/-]*){1,4}\ berichte(?:t|n|te|ten) \s+ (?=[A-ZÀ-ÞŁŚŻ])
  | (?:das\ (?:interview|gespräch)\ führten? | die\ fragen\ stellten? | as\ told\ to) \s+
"""


@cache
def _opener() -> re.Pattern[str]:
    return pattern(r"\W{0,3}(?P<by>" + _OPENER + r")", re.VERBOSE | re.IGNORECASE)


@cache
def _strict_opener() -> re.Pattern[str]:
    # Without regard to case "Di Maria scores" would be taken for Italian.
    return pattern(
        r"\W{0,3}(?:by|by:|(?:von|par|por|door|durch|af|av|di)\s+(?=[A-ZÀ-ÞŁŚŻ])|Von|Par|Por|Door|Af|Av)\b"
        r"|\W{0,3}(?i:von|de|da|dal|dalla|dalle|dai)\s(?=unser|notre|nuestr|noss|nostr|inviat)"
        r"|\W{0,3}D[ia](?=(?:\s[A-ZÀ-Þ][\w’'-]+){2,3}\s*(?:$|[,|–—(]|e\s[A-ZÀ-Þ]))"
    )


@cache
def _stop_pattern() -> re.Pattern[str]:
    return pattern(
        r"""
        \s*(?: [|•·/–—@(\[<…»] | \s-\s | -\s | \bon\b | \bat\b | \bin\b | \bfor\b | \bof\b | \bfrom\b | \bvia\b | \bis\b
             | \baus\b
             | um\s\d
             | \b(?:published|updated|posted|last|first|follow|contact|email|view|share|read|modified|aktualisiert|am)\b
             | [.;]\s(?:(?:last|first|medically|zuletzt|dernière|última|ultimo)\s)?(?:updated?|published|posted|modified
                 |reviewed|edited|fact-checked|translated|aktualisiert|veröffentlicht|stand|mise?\sà\sjour|publié
                 |actualizado|actualización|aggiornato|aggiornamento|atualizado|atualização)\b
             | (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s+\d
             | \d | https?: | $ )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


class Byline(NamedTuple):
    """The people that a line names, and the range of the byline in the line, from “By” to the last name."""

    people: tuple[Person, ...]
    start: int
    end: int

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the authors, or of the desk or agency that signs in their place."""
        return names_of(self.people)


def find_opener(text: str) -> tuple[int, int] | None:
    """Return the range of the words that open a byline (“By”, “Written by”, “Von”), or None."""
    opener = _opener().match(text)
    if opener is None or opener.end() == len(text):
        return None
    by = opener["by"].rstrip()
    # Without regard to case “Di Maria scores” would be taken for Italian.
    is_sure = not by or by[:2].lower() in ("by", "au") or len(by) > _LONGEST_PLAIN or ":" in by or " " in by
    if is_sure or _strict_opener().match(text) or text.isupper():
        return opener.start("by"), opener.end()
    return None


_LONGEST_PLAIN = 5  # letters of a plain “By”: “durch”


def read_byline(line: str, *, is_placed: bool = False) -> Byline | None:
    """Read a line as a byline, or return None.

    `is_placed` says that the line stands where bylines stand (near the headline, or before the date): only there
    a bare name, or a name before a date, is a byline. The range covers the words from "By" to the last name.
    """
    if not 2 < len(line) <= _LONGEST:
        return None
    opener = find_opener(line)
    found = _read_opened(line, *opener) if opener else _read_unopened(line, is_placed)
    return found or _read_behind(line)


_POSTED = pattern(
    r"(?:posted|published|filed|veröffentlicht|geschrieben|verfasst|publié|publicado|pubblicato)"
    r"\s(?:in|on|under|unter|am|dans|en)\s",
    re.IGNORECASE,
)
_THEN_BY = pattern(r"\s(?:by|von|par|por|da)\s(?=[A-ZÀ-Þ])")
_BARS = pattern(r"\s(?:[|·•/])\s(?=\S)")
_MOST_BEFORE = 7  # words and bars


def _read_behind(line: str) -> Byline | None:
    """Read the full names behind a short entry and a bar, or behind a section: `News | By Ann Roe`, `Posted in News by
    Ann Roe`."""
    for start in _starts_behind(line):
        if len(line[:start].split()) > _MOST_BEFORE:
            break
        opener = find_opener(line[start:])
        found = _read_opened(line[start:], *opener) if opener else None
        if found and all(" " in name for name in found.names):
            return Byline(found.people, start + found.start, start + found.end)
    return None


def _starts_behind(line: str) -> list[int]:
    """Return where a “By” may stand behind other words."""
    if _POSTED.match(line):
        return [found.start() + 1 for found in _THEN_BY.finditer(line)]
    if len(line) <= _LONGEST_ROW and ("|" in line or "·" in line or "•" in line or " / " in line):
        return [found.end() for found in _BARS.finditer(line)]
    return []


_LONGEST_ROW = 140


# Who was asked stands behind who asked: `Ein Interview von Ann Roe mit Ben Doe`.
_ASKED = pattern(r"\smit\s")


def _read_opened(line: str, start: int, at: int) -> Byline | None:
    asked = _ASKED.search(line, at) if "nterview" in line[start:at] else None
    line = line[: asked.start()] if asked else line
    found = read_people(line, at)
    if not found.people:
        handle = _HANDLE.match(line, at) if _BEFORE_HANDLE.match(line, start, at) else None
        return Byline((Person(handle[1], kind="account"),), start, handle.end(1)) if handle else None
    return Byline(found.people, start, found.names_end) if _may_end(line, found) else None


# “Posted by jdoe on 3 May”: a verb or a colon says that a name follows, be it in small letters.
_BEFORE_HANDLE = pattern(r"(?i:beitragvon)|[^\W\d_]{4,}\s(?:by|von|par|por|da|door|av)\b|[^\W\d_]{4,}\s?:")
_HANDLE = pattern(r"([a-z][a-z\d_.-]{2,29})(?=\s?(?:$|[|•·–—»@(,]|(?:on|am|le|el|il|op|um|at)\s|\d))")


_DATED = pattern(r"(?:[|•·–—/-]\s*)?(?:updated|published|posted)\b(?:.*\d|\W*$|.*\bago\b)", re.IGNORECASE)
_FOR_OUTLET = pattern(r"for\s(?:the\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3}$")
_PLACED = pattern(r"[|•·–—/@(,-]|(?:(?:on|am|vom|le|el|il|op|em|den)\s)?(?:\w{3,9}\.?,?\s)?\d|[A-Z][a-z]{2,8}\.?\s\d")


def _read_unopened(line: str, is_placed: bool) -> Byline | None:
    """Read `A. Roe | Updated …`, `A. Roe, Staff Writer`, `A. Roe for the Tribune` or a bare name."""
    start = len(line) - len(line.lstrip(" \t|•·–—-"))
    if len(line) > 140 or not line[start : start + 1].isalpha() or (line[start].islower() and not is_placed):
        return _read_after_date(line, is_placed)
    found = read_people(line, start)
    if not _may_stand_alone(found, line, start):
        return _read_after_date(line, is_placed)
    rest = line[found.names_end :].strip().rstrip(" ,&")
    if rest:
        is_byline = _may_follow(found, line, rest, is_placed)
    else:
        is_byline = is_placed and len(line.split()) <= 12 and line[-1] not in "!?:;"
    return Byline(found.people, start, found.names_end) if is_byline else None


def _may_follow(found: People, line: str, rest: str, is_placed: bool) -> bool:
    """Tell whether what stands behind names makes a byline of them without a “By”."""
    if rest[-1] in ".!?" or not any(map(str.isalnum, rest)):
        return False
    if _DATED.match(rest) or _says_role(found, rest, is_placed) or (is_placed and _says_where(found, line)):
        return True
    if _FOR_OUTLET.match(rest):
        return is_placed or "the" in rest.split()[:2]
    behind = line[found.end :].strip()
    return is_placed and all(_PLACED.match(part) for part in (rest, behind) if part)


def _may_stand_alone(found: People, line: str, start: int) -> bool:
    """Tell whether a line may begin with these people and no “By”: full names, or one that is known to sign."""
    if not found.people:
        return False
    first = found.people[0]
    if first.kind != "author":
        is_agency = first.name.lower().partition("/")[0] in word_lists("people")["agency"]
        is_whole = found.end >= len(line.rstrip())
        return first.kind == "group" and (is_agency and is_whole if line[start].islower() else is_agency or is_whole)
    words = first.name.lower().split()
    known = word_lists("people")
    is_name = words[0] not in known["soft"] and known["label"].isdisjoint(words) and not line[start].islower()
    return is_name and _are_full(found)


def _are_full(found: People) -> bool:
    return all(" " in one.name for one in found.people if one.kind == "author")


def _says_where(found: People, line: str) -> bool:
    """Tell whether a line is full names, common ones, and nothing else but where each of them writes."""
    given = word_lists("people")["given"]
    return found.end == len(line.rstrip()) and all(
        (one.place or one.outlet) and " " in one.name and one.name.lower().split()[0] in given for one in found.people
    )


def _says_role(found: People, rest: str, is_placed: bool) -> bool:
    """Tell whether a role follows the names of a short line."""
    return bool(found.people[-1].role) and (rest[0] in ",|–—-(" or is_placed) and len(rest.split()) <= 7


_LATER_BY = pattern(r"\d.{0,40}?\b(?P<by>(?i:by|von|par|por|door|durch|av|af|di))\s+(?=[^\W\d_])")
_DATE_ENDS = pattern(r"(?:\s?(?:uhr|h|hrs|gmt|utc|cet|cest|mez|mesz)\b)?\s?(?:[|•·–—/,-]\s?)?", re.IGNORECASE)


def _read_after_date(line: str, is_placed: bool) -> Byline | None:
    """Read `3 May 2024 by Ann Roe`, `Published 3 May by Ann Roe`, and `3 May 2024 | Ann Roe` where bylines stand."""
    dates = read_date_lines(line) if line[0].isalnum() and _HAS_DIGIT.search(line) else []
    if not dates:
        return None
    later = _LATER_BY.search(line[:140])
    if later is not None:
        found = _read_opened(line, later.start("by"), later.end())
        if found is None and dates[0].is_labelled and (handle := _HANDLE.match(line, later.end())):
            found = Byline((Person(handle[1], kind="account"),), later.start("by"), handle.end(1))
        if found:
            return found
    return _read_behind_date(line, dates[-1].end) if is_placed else None


def _read_behind_date(line: str, end: int) -> Byline | None:
    """Read a full name that a mark parts from the date before it."""
    mark = _DATE_ENDS.match(line, end)
    start = mark.end() if mark else end
    found = read_people(line, start)
    is_full = bool(found.people) and found.people[0].kind == "author" and " " in found.people[0].name
    return Byline(found.people, start, found.names_end) if is_full and _may_end(line, found) else None


_HAS_DIGIT = pattern(r"\d")
_LETTERS = pattern(r"[^\W\d_]+")


def _may_end(line: str, found: People) -> bool:
    """Tell whether what follows the people may follow people in a byline."""
    rest = line[found.end :]
    if not rest.strip(" .,:") or _stop_pattern().match(rest):
        return True
    return _is_before_date(line, found.end) or _says_more(rest)


def _is_before_date(line: str, end: int) -> bool:
    """Tell whether a comma and a date follow an offset."""
    rest = line[end:].lstrip()
    return rest[0] == "," and any(not line[end : date.start].strip(" ,") for date in read_date_lines(line))


def _says_more(rest: str) -> bool:
    """Tell whether a few words behind the people are a role, an outlet or what sites print beside names."""
    words = _LETTERS.findall(rest)
    known = word_lists("people")
    roles = known["job"] | known["modifier"]
    if not 0 < len(words) <= 10 or rest.rstrip()[-1] in "!?":
        return False
    keys = [*map(str.lower, words)]
    if keys[0] in known["interface"] | known["soft"]:
        return len(words) <= 6 and rest.rstrip()[-1] != "."
    return keys[0] in roles or (rest.lstrip().startswith(",") and (words[0][0].isupper() or not roles.isdisjoint(keys)))
