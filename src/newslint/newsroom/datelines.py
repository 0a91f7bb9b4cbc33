"""Read the lines that say when an article was written, with positions; it judges no date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, Literal

from newslint.language.dates.names import MONTHS
from newslint.patterns import pattern
from newslint.records import NamedTuple

if TYPE_CHECKING:
    from newslint.language.dates.timestamps import Timestamp

_LONGEST = 240
_MOST_TOKENS = 40

_UPDATED = pattern(
    r"\b(?:updated?|(?<!was\s)(?<!been\s)amended|last\sreviewed|corrected|modified|revised|revision|edited(?!\sby)|aktualisier(?:t|ung)|geändert|änderung|(?:be|über)arbeitet|mise?\s[àa]\sjour"
    r"|modifiée?|actualisée?|actualizad[oa]|actualización|modificad[oa]|modificación|aggiornat[oa]|aggiornamento|modificat[oa]"
    r"|modifica|atualizad[oa]|atualização|aktualizacja|güncelleme|bijgewerkt|uppdaterad|oppdatert"
    r"|zaktualizowano|обновлено|изменено|güncellendi|更新日?時?|수정|업데이트)\b",
    re.IGNORECASE,
)
_PUBLISHED = pattern(
    r"\b(?:published|publication|for\simmediate\srelease|posted|publish|date|released|issued|filed|created|ver[öo]ffentlich(?:t|ung)|erschienen|(?:erscheinungs)?datum"
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


def read_date_lines(line: str) -> list[DateLine]:
    """Read all dates that a line states about the article, in order; a line of prose states none.

    A date that follows "Updated" is the update, every other one the publication.
    """
    if not 5 < len(line) <= _LONGEST or _EVENT.match(line):
        return []
    found = find_moments(line)
    if not found:
        return _read_labelled(line)
    own = _read_own_sentence(line, *found[0])
    if own is not None:
        return [own]
    ends = [0, *(end for _, end, _ in found)]
    dates = [date for date in map(_read_found, repeat(line), ends, found) if date]
    rest, line = _rest_of(line, found, ends)
    return dates if _may_surround(rest, dates, line) else []


def _rest_of(line: str, found: Sequence[tuple[int, int, str | None]], ends: Sequence[int]) -> tuple[str, str]:
    """Return the words around dates, and the line, both without what says where the article is filed."""
    filing = _FILING.search(line, ends[-1])
    line = line[: filing.start()].rstrip() if filing else line
    starts = [*(start for start, _, _ in found), len(line)]
    return "".join(line[at:start] for at, start in zip(ends, starts, strict=True)), line


def _read_found(line: str, at: int, moment: tuple[int, int, str | None]) -> DateLine | None:
    """Return a date with what the words before it, from `at`, say of it; None where it is another step's."""
    start, end, value = moment
    before = line[at:start]
    label = "updated" if at and _AS_OF.search(before) else _read_label(before[-60:])
    if label == "other" or not (label or _may_be_short(before, line[start:end])):
        return None
    return DateLine(label or "published", value, start, end, label is not None)


def _read_own_sentence(line: str, start: int, end: int, value: str | None) -> DateLine | None:
    """Read the sentence in which a system says when an article was published, with its verb before or behind."""
    if not _OWN.match(line):
        return None
    before, behind = _read_label(line[:start]), _VERB.match(line, end)
    label: Literal["published", "updated"]
    if before == "published":
        rest, label = line[end:], before
    elif before is None and behind is not None:
        rest, label = line[behind.end() :], "updated" if _UPDATED.search(behind["verb"]) else "published"
    else:
        return None
    is_own = _FILING.search(rest) or len(_LETTERS.findall(rest)) <= _MOST_BEHIND
    return DateLine(label, value, start, end, True) if is_own else None


# “Dieser Beitrag wurde am 3. Mai 2016 …”, “This entry was posted on …”
_OWN = pattern(
    r"(?:die(?:ser|se|ses)\s(?:\w{1,12}[-‐])?(?:artikel|beitrag|eintrag|text|post|posting|meldung|nachricht|seite|bericht)"
    r"|der\s(?:artikel|beitrag|eintrag|text|post)|this\s(?:entry|post|article|page|item|story)"
    r"|cet?\s(?:article|billet)|cette\spage|est[ea]\s(?:entrada|artículo|página|artigo|texto)"
    r"|quest[oa]?['’\s](?:articolo|pagina))\s(?:wurde|was|has\sbeen|a\sété|ha\ssido|fue|foi|è\sstat[oa])\b",
    re.IGNORECASE,
)
# What stands between the date and a verb at the end: a time, and a name.
_VERB = pattern(
    r"[^.!?]{0,80}?\b(?P<verb>veröffentlicht|geschrieben|gepostet|erstellt|publiziert|verfasst"
    r"|online\sgestellt|hochgeladen|geändert|aktualisiert|bearbeitet|überarbeitet)\b",
    re.IGNORECASE,
)
_MOST_BEHIND = 4
# Where a system filed an article is told behind its date.
_FILING = pattern(
    r"\b(?:(?-i:Filed\s(?:under|in)|Posted\s(?:in|under)|Abgelegt\s(?:unter|in)|Veröffentlicht\s(?:in|unter)|Tagged\b"
    r"|Getaggt\b|Classé\sdans|Publié\sdans|Archivado\sen|Publicado\sen|Pubblicato\sin|Archiviato\sin)"
    r"|(?:is|and|und)\s(?:is\s|ist\s|wurde\s)?(?:filed\s(?:under|in)|posted\sin|tagged|unter|abgelegt|getaggt)\b"
    r"|(?:kategorien?|categor(?:y|ies)|tags?|schlag(?:wort|worte|wörter)|catégories?|categorías?|rubrik|rubrique)\s?:)",
    re.IGNORECASE,
)


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
    rights reserved rechte vorbehalten droits réservés derechos reservados h
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


def find_moments(line: str) -> list[tuple[int, int, str | None]]:
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
