"""Read the lines that say when and where an article was written, with positions; it judges no date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from newslint.language.dates.names import MONTHS
from newslint.patterns import pattern
from newslint.records import NamedTuple

if TYPE_CHECKING:
    from newslint.language.dates.timestamps import Timestamp

_LONGEST = 240
_MOST_TOKENS = 40

_UPDATED = pattern(
    r"\b(?:updated?|corrected|modified|revised|revision|edited(?!\sby)|aktualisier(?:t|ung)|geändert|änderung|bearbeitet|mise?\s[àa]\sjour"
    r"|modifiée?|actualisée?|actualizad[oa]|actualización|modificad[oa]|modificación|aggiornat[oa]|aggiornamento|modificat[oa]"
    r"|modifica|atualizad[oa]|atualização|aktualizacja|güncelleme|bijgewerkt|uppdaterad|oppdatert"
    r"|zaktualizowano|обновлено|изменено|güncellendi|更新日?時?|수정|업데이트)\b",
    re.IGNORECASE,
)
_PUBLISHED = pattern(
    r"\b(?:published|publication|posted|publish|date|released|issued|filed|created|ver[öo]ffentlich(?:t|ung)|erschienen|(?:erscheinungs)?datum"
    r"|erstellt|stand|gepostet|hochgeladen|geschrieben\sam|online\s(?:seit|gestellt)|uploaded|publi[ée]e?|paru|mise?\sen\sligne|publicad[oa]|publicaci[óo]n|fecha|pubblicat[oa]|pubblicazione"
    r"|publicação|postado|publikacja|giriş|data(?=\s?:|\sd[ie]\s)"
    r"|gepubliceerd|geplaatst|opublikowano|опубликовано|yayınlanma|yayın"
    r"|公開日?時?|掲載日?|配信|発行日|投稿日|입력|등록|게시일?|발행일?|승인)\b",
    re.IGNORECASE,
)
# Other steps, as journals and public bodies state them.
_OTHER = pattern(
    r"\b(?:received|accepted|submitted(?!\sby\b)|recorded|effective|due|expir(?:es|y)|valid|until|deadline|registered|joined"
    r"|member\ssince|registriert|beigetreten|mitglied\sseit|inscrite?|miembro\sdesde|last\s(?:visit|login|seen)|letzter\sbesuch"
    r"|zuletzt\sonline)\b",
    re.IGNORECASE,
)
# Behind another date of the line this is an update.
_AS_OF = pattern(r"\b(?:stand|as\sof|état\sau)\b", re.IGNORECASE)
_LABELS: dict[Literal["published", "updated", "other"], re.Pattern[str]] = {
    "published": _PUBLISHED,
    "updated": _UPDATED,
    "other": _OTHER,
}
# Labels of what the article tells of, not of the article.
_EVENT = pattern(
    r"\W*(?:when|what|where|who|starts?|ends?|begins?|deadline|due|events?|opens?|closes?|expire[sd]?|expiry|register|"
    r"registration|time|webinar|session|born|died|valid|until|wann|wo|beginn|ende|termin|frist|anmeldung|anmeldeschluss|"
    r"geboren|gestorben|gültig|quand|où|début|fin|date\slimite|née?|cuándo|dónde|inicio|plazo|nacid[oa]|quando|dove|inizio|"
    r"fine|scadenza|nat[oa]|onde|início|fim|prazo|nascid[oa])\b[^:\d]{0,20}:",
    re.IGNORECASE,
)
_TOKEN = pattern(r"[^\s|•·：()\[\]]+")
# What a date begins with: a number, a month or a weekday.
_NUMBER = pattern(r"\d{1,4}(?:st|nd|rd|th|er|[ºª])?(?![^\W年년])|[^\W\d_]{2,13}")
# A time without a colon: 1935 HKT.
_ZONED = pattern(r"\d{4}\s(?:GMT|UTC|[A-Z]{1,3}[SD]?T)\b")
_MAY_HAVE_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d\d(?!\d)|[’']\d\d(?!\d)|\s2[1-9]\d\d(?!\d)")
_HAS_YEAR = pattern(
    r"(?<!\d)(?:19|20)\d\d(?!\d{1,3}(?!\d))|\d{1,2}[./-]\d{1,2}[./-]\d\d(?!\d)|(?<!\d)20\d{6}(?!\d)"
    r"|[a-z\d][.,]?\s2[1-9]\d\d(?!\d)"  # a typing error: 3 May 2206
)


class DateLine(NamedTuple):
    """A date that a line states: its element (published or updated), ISO 8601 value, range, and whether a word
    such as "Published" says which it is. The value is None where nobody can read it ("Published: 30 February")."""

    element: Literal["published", "updated"]
    value: str | None
    start: int
    end: int
    is_labelled: bool = False


class Dateline(NamedTuple):
    """The place (and date) that opens a report, `HARBOUR CITY, 3 May (Wire) —`, and its range in the line."""

    text: str
    start: int
    end: int


def read_date_lines(line: str) -> list[DateLine]:
    """Read all dates that a line states about the article, in order; a line of prose states none.

    A date that follows "Updated" is the update, every other one the publication.
    """
    if not 5 < len(line) <= _LONGEST or _EVENT.match(line):
        return []
    found = _find_moments(line)
    if not found:
        return _read_labelled(line)
    dates: list[DateLine] = []
    rest = []
    at = 0
    for start, end, value in found:
        before = line[at:start]
        rest.append(before)
        at = end
        label = _read_label(before[-60:])
        if dates and _AS_OF.search(before):
            label = "updated"
        if label != "other" and (label or _may_be_short(before, line[start:end])):
            dates.append(DateLine(label or "published", value, start, end, label is not None))
    rest.append(line[at:])
    return dates if _may_surround("".join(rest), dates, line) else []


def _read_label(text: str) -> Literal["published", "updated", "other"] | None:
    """Return what the last word of a label says of the date after it, or None."""
    names: tuple[Literal["published", "updated", "other"], ...] = ("published", "updated", "other")
    ends = [
        max((match.end() for match in words.finditer(text)), default=-1) for words in (_PUBLISHED, _UPDATED, _OTHER)
    ]
    last = max(ends)
    return names[ends.index(last)] if last >= 0 else None


_SHORT = pattern(r"\d{1,2}([.-])\d{1,2}\1\d\d(?!\d)")


def _may_be_short(before: str, date: str) -> bool:
    """Tell whether a year may have two digits: behind a word, 3.2.19 is a section or a version."""
    return not _SHORT.match(date) or not before.strip() or before.rstrip()[-1] in ",;:|•·/()[]–—-"


def _read_labelled(line: str) -> list[DateLine]:
    """Read what stands behind the label of a date, whether it is a date or not; a sentence or a name is neither."""
    from newslint.newsroom.labels import read_empty_label

    colon = line.find(":")
    label = read_empty_label(line[: colon + 1]) if 0 < colon < _LONGEST_LABEL else None
    value = line[colon + 1 :].strip()
    if label is None or label.element not in ("published", "updated") or not _may_be_meant(value):
        return []
    from newslint.language.dates.timestamps import parse_timestamp

    moment = parse_timestamp(value)
    start = line.index(value, colon + 1)
    return [DateLine(label.element, moment.isoformat() if moment else None, start, start + len(value), True)]


def _may_be_meant(value: str) -> bool:
    """Tell whether a value may have been meant as a date: with a digit or a template's marks, or a word or two."""
    words = value.split()
    if any(character.isdigit() or character in "{<%[" for character in value):
        return len(words) <= _MOST_WORDS and len(value) <= _LONGEST_VALUE and "://" not in value
    return (len(words) == 1 and value.replace("-", "").isalpha()) or (1 < len(words) <= 3 and value.islower())


_LONGEST_LABEL, _LONGEST_VALUE = 40, 60
_MOST_WORDS = 7
_LETTERS = pattern(r"[^\W\d_]+")
# “· Updated 3 hours ago” beside a date
_MAY_BE_RELATIVE = pattern(r"\d\s\w+\s(?:ago|fa)\b|\b(?:vor|il\sy\sa|há|hace)\s\d", re.IGNORECASE)
_RELATIVE = pattern(
    r"(?:\b(?:updated|aktualisiert|mis\sà\sjour|actualizado|atualizado|aggiornato)\s:?)?"
    r"(?:\b\d{1,4}\s[^\W\d_]{1,12}\s(?:ago|fa)\b|\b(?:vor|il\sy\sa|há|hace)\s\d{1,4}\s[^\W\d_]{1,12})",
    re.IGNORECASE,
)
_NEXT_SENTENCE = pattern(r"[a-z]{3}[.!?]\s+[A-Z]")


def _may_surround(rest: str, dates: Sequence[DateLine], line: str) -> bool:
    """Tell whether the words around dates are those of a line about the article and not of prose."""
    words = _words_around(rest)
    if any(date.is_labelled for date in dates) and len(words) <= 22 and not _NEXT_SENTENCE.search(rest):
        return len(words) <= _MOST_LABELLED.get(line[-1], 22)
    small = sum(word[0].islower() and word.lower() not in _SMALL for word in words)
    # Behind a bar stands a part of a line, and no sentence ends.
    most = 14 if "|" in rest else _MOST_AROUND.get(line[-1], 14)
    return small <= 1 and len(words) <= most


def _words_around(rest: str) -> list[str]:
    """Return the words around dates but for those that say how long ago something was."""
    return _LETTERS.findall(_RELATIVE.sub("", rest) if _MAY_BE_RELATIVE.search(rest) else rest)


# How many words stand around a date at most, by the last sign of the line.
_MOST_LABELLED = {".": 12, "!": -1, "?": -1}
_MOST_AROUND = dict.fromkeys(".!?;:", 3)

_SMALL = frozenset(
    """
    by on at in and of the for am pm a uhr um von am min read minute minutes comments comment views de le la el
    to est gmt mins uur written words las r г года в hour hours day days ago vor stunden tagen x mal gelesen
    minuten zu lesen de lecture lectura di lettura leitura
    à às alle ore kl avec mit with con com agences agenturen agencias agenzie agências agencies
    """.split()
)


_HALF = pattern(r"\s?[ap]\.?m\b\.?", re.IGNORECASE)


class _Token(NamedTuple):
    start: int
    end: int
    text: str


_MAY_BE_GLUED = pattern(r"[^\W\d_]\d|[a-zß-ÿ][A-ZÀ-Þ][a-zß-ÿ]{2}|\d[A-ZÀ-Þ]|\d{5}|[A-Z](?:Up|Publ|Post)")


@cache
def _seams() -> re.Pattern[str]:
    """Return the pattern of places where a date was printed right behind or before other words, without a space."""
    months = "|".join(sorted((re.escape(month) for month in MONTHS if len(month) > 2), key=len, reverse=True))
    return pattern(
        rf"""
        (?<=[^\W\d_]) (?= \d{{1,2}} [./] \d{{1,2}} [./] \d\d | (?:19|20)\d\d [./年년-] \s?\d    # Harbour Post16.08.2020
          | \d{{1,2}}\.?\s[a-zà-ÿ]{{3,10}}\s(?:19|20)\d\d )    # Mara Oduya12. März
      | (?-i:(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])) (?= (?:{months}) \b\.?\s\d )                         # Associated PressApril 28
      | (?<=[A-Z]) (?-i:(?=(?:Updated|Published|Posted)\b))                                     # EDTUpdated
      | (?<=\d) (?-i:(?=[A-ZÀ-Þ][a-zß-ÿ]))                                                    # 18.11.2019Get short URL
      | (?: (?:{months})\.?,?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s | \d\.?\s(?:{months})\.?,?\s ) (?:19|20)\d\d (?=\d)
                                                                                           # April 25, 20242:26 PM
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _tokens(line: str) -> list[_Token]:
    """Cut a line at its spaces and signs, and where a date is glued to what stands beside it."""
    seams = [found.end() for found in _seams().finditer(line)] if _MAY_BE_GLUED.search(line) else []
    found: list[_Token] = []
    for match in _TOKEN.finditer(line):
        start = match.start()
        for seam in seams:
            if start < seam < match.end():
                found.append(_Token(start, seam, line[start:seam]))
                start = seam
        found.append(_Token(start, match.end(), line[start : match.end()]))
    return found


def _unglued(line: str, tokens: Sequence[_Token]) -> str:
    """Return the text of some tokens, with spaces where there are none but should be."""
    text = line[tokens[0].start : tokens[0].end]
    for before, token in pairwise(tokens):
        text += (line[before.end : token.start] or " ") + token.text
    return text


_APOSTROPHES = "'’"
# 2026.03.12, as in Japan, Korea and Lithuania
_DOTTED = pattern(r"(?<!\d)((?:19|20)\d\d)\.(\d{1,2})\.(\d{1,2})(?![\d.]\d)\.?")
_SHORT_YEAR = pattern(r"(?:\d{1,2}\.\d{1,2}\.|[^\W\d_]\.?\s[’'])(?P<year>\d\d)(?=$|[,\s])")


def _moment_of(text: str) -> Timestamp | Literal["impossible"] | None:
    """Read the moment that a text states; a year of two digits, as in `02.12.19`, is one of this century."""
    from newslint.language.dates.timestamps import read_moment

    if _DOTTED.search(text):
        text = _DOTTED.sub(r"\1-\2-\3", text)
    short = _SHORT_YEAR.search(text)
    if short is not None:
        text = f"{text[: short.start('year')].rstrip(_APOSTROPHES)}20{text[short.start('year') :]}"
    return read_moment(text) if _HAS_YEAR.search(text) else None


def _find_moments(line: str) -> list[tuple[int, int, str | None]]:
    """Return the dates of a line with their ranges; the value of one that the calendar does not have is None."""
    found: list[tuple[int, int, str | None]] = []
    if not _MAY_HAVE_YEAR.search(line):
        return found
    tokens = _tokens(line)
    at = len(tokens) if len(tokens) > _MOST_TOKENS else 0
    while at < len(tokens):
        moment = _read_moment(line, tokens, at) if _may_begin(line, tokens[at]) else None
        if moment is not None:
            start = tokens[at].start
            end, value, at = moment
            half = _HALF.match(line, end)
            found.append((start, half.end() if half else end, value))
        at += 1
    return found


def _read_moment(line: str, tokens: Sequence[_Token], at: int) -> tuple[int, str | None, int] | None:
    """Read the moment that begins with a token: where it ends, its value, and its last token."""
    best: tuple[int, str | None, int] | None = None
    for last in range(at, min(len(tokens), at + 12)):
        if last > at and (_UPDATED.match(tokens[last].text) or _PUBLISHED.match(tokens[last].text)):
            break
        whole = _unglued(line, tokens[at : last + 1])
        text = whole.rstrip(",;:-–—/.•")
        moment = _moment_of(text)
        if moment is None:
            continue
        value = None if moment == "impossible" else moment.isoformat()
        # The shortest text that says as much as a longer one: "3 May 2024" and not "3 May 2024 by".
        if best is None or (value is not None and value != best[1]):
            best = tokens[last].end - len(whole) + len(text), value, last
    return best


@cache
def _starters() -> frozenset[str]:
    from newslint.language.dates.names import WEEKDAYS

    return frozenset(MONTHS) | frozenset(WEEKDAYS)


def _may_begin(line: str, token: _Token) -> bool:
    found = _NUMBER.match(token.text)
    if found is None or _ZONED.match(line, token.start):
        return False
    word = found.group().lower()
    return word[0].isdigit() or word in _starters()


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
