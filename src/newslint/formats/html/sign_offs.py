"""Find who signs a page away from the headline: in labelled lines, rows, boxes about the author, or at the end."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from newslint.article import Element
from newslint.formats.html.bios import named_behind, notes_behind
from newslint.formats.html.pieces import Piece
from newslint.formats.html.signatures import (
    AFTER,
    BEFORE,
    ELSEWHERE,
    LONGEST_NAMES,
    Head,
    claims_in,
    is_full_name,
    is_given,
    is_names_alone,
)
from newslint.newsroom.bylines import Byline, find_opener
from newslint.newsroom.labels import read_empty_label
from newslint.newsroom.lines import read_line
from newslint.newsroom.people import read_people
from newslint.newsroom.words import word_lists
from newslint.parts import Person
from newslint.patterns import pattern

_LONGEST = 300  # code points of a line that names people
_LONGEST_OPENED = 160


def far_from_headline(head: Head) -> list[Element]:
    """Return who signs where the lines near the headline do not: in a labelled line anywhere, or at the end."""
    found = (
        list(claims_in(head.pieces, _read_labelled))
        or list(claims_in(_named_in_rows(head), _read_row))
        or list(claims_in(_introduced(head), _read_introduced))
    )
    last = _last_of_body(head)
    if not found:
        notes = dict(notes_behind(head, last))
        found = [*claims_in(list(notes), notes.get)] or [*claims_in(named_behind(head, last), _read_row)]
    if len({claim.names for claim in found}) == 1:
        return found[:1]
    if found:
        return []
    return [*claims_in(_last_pieces(head, last), lambda piece: _read_sign_off(piece, is_last=piece.index == last))][-1:]


def _named_in_rows(head: Head) -> list[Piece]:
    """Return what stands behind a label such as “Autor” in a list of definitions or a table, or behind a “By” alone."""
    rows = pairwise(piece for piece in head.pieces if piece.node.tag in ("dt", "dd", "th", "td"))
    named = [value for label, value in rows if _is_label(label.text) and value.role not in ELSEWHERE]
    first = max(0, head.headline - BEFORE)
    near = pairwise(head.pieces[first : max(head.headline, head.body_start) + AFTER])
    last = _last_of_body(head)
    behind = pairwise(piece for piece in head.pieces[last + 1 : last + _BEHIND] if piece.role not in ELSEWHERE)
    return named or [value for label, value in (*near, *behind) if label.text.rstrip(": ").lower() in _BY]


# What stands alone before a name, near the headline or so many pieces behind the body.
_BY = frozenset(
    """
    by,von,par,por,door,written by,posted by,words by,story by,text by,author,geschrieben von,verfasst von,text von
    beitrag von,ein beitrag von,artikel von,veröffentlicht von,autor,autorin,écrit par,escrito por,scritto da
    """.strip()
    .replace("\n", ",")
    .replace("    ", "")
    .split(",")
)
_BEHIND = 8
_ABOUT = pattern(
    r"""
    (?:(?:more\ )?about | (?:mehr\ )?über | zu[rm]? | [àa]\ propos\ de | acerca\ d[eo]l? | sobre | sull['’]? | over)?
    \s?
    (?:the|our|de[nrm]|die|unsere?|l['’]|el|la|los|os?|as?)? \s?
    (?:authors? | writers? | autor(?:in|innen|en|es|a|as)? | auteur(?:e|s)? | autrice | autore | verfasser(?:in)?)
    (?: \s?:\s? | $)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _introduced(head: Head) -> list[Piece]:
    """Return the lines that open the boxes behind labels such as “About the author”."""
    boxes = []
    for piece in head.pieces[head.headline + 1 :]:
        found = _ABOUT.match(piece.text) if len(piece.text) < _LONGEST and "u" in piece.text.lower()[:12] else None
        if found is None:
            continue
        boxes += head.pieces[piece.index + 1 : piece.index + 2] if found.end() == len(piece.text) else [piece]
    return boxes


def _read_introduced(piece: Piece) -> Byline | None:
    """Read the full names with which an introduction of the authors begins."""
    label = _ABOUT.match(piece.text)
    start = label.end() if label else 0
    found = read_people(piece.text[: start + LONGEST_NAMES], start)
    people = tuple(takewhile(is_full_name, found.people))
    end = piece.text.find(people[-1].name, start) + len(people[-1].name) if people else 0
    return Byline(people, start, end) if end > start else None


def _is_label(text: str) -> bool:
    label = read_empty_label(text.rstrip(": ") + ":")
    return label is not None and label.element == "byline"


def _read_row(piece: Piece) -> Byline | None:
    found = read_line(piece.text).placed_byline if len(piece.text) <= _LONGEST_OPENED else None
    return found if found is not None and all(map(is_full_name, found.people)) else None


def _read_labelled(piece: Piece) -> Byline | None:
    """Read `Written by Ann Roe`, `Autor: Ann Roe`, and a “By” with a date or nothing else behind the name."""
    text = piece.text
    if len(text) > _LONGEST_OPENED or (piece.role in ELSEWHERE and not _is_dated_footer(piece)):
        return None
    opener, found = find_opener(text), read_line(text).byline
    if opener is None or found is None or found.start > 3:
        return None
    is_alone = found.end == len(text) and not piece.is_body
    return found if is_alone or _says_more_than_by(text[slice(*opener)].rstrip()) or read_line(text).dates else None


def _is_dated_footer(piece: Piece) -> bool:
    """Tell whether a line that looks like a page's last one dates the article: `Created by Ann Roe, 3 May 2020`."""
    return piece.role == "footer" and "©" not in piece.text and bool(read_line(piece.text).dates)


def _says_more_than_by(words: str) -> bool:
    return words.endswith(":") or len(words) > _LONGEST_BY


_LONGEST_BY = 5  # letters of a plain “By”: “durch”


def _last_of_body(head: Head) -> int:
    return max((piece.index for piece in head.pieces if piece.is_body), default=-1)


def _last_pieces(head: Head, last: int) -> list[Piece]:
    """Return the last paragraphs of the body, and the lines right behind it."""
    return [piece for piece in head.pieces[max(head.headline + 1, last - 2) : last + 2] if piece.kind == "paragraph"]


_SET_OFF = pattern(r"<(?:em|i|b|strong)\b|text-align:\s?right|align=.?right", re.IGNORECASE)
_AGENCIES = pattern(
    r"(?:^|\s)\(([^()]{2,30})\)\.?$|^(?:©(?:\s?\d{4}(?=\s))?|Quelle:|Source\s?:|Fuente:|Fonte:)\s?([^,.()]{2,30})"
)
_PARTS = pattern(r"\s?/\s?|,\s|\s(?:mit|und|and|with|et|avec|y|con)\s")


def _read_sign_off(piece: Piece, *, is_last: bool) -> Byline | None:
    """Read the last line of an article: a name alone, or the agency that it is from: `(HK mit dpa)`."""
    text = piece.text
    found = _read_alone(piece, is_last=is_last) if piece.role not in ELSEWHERE else None
    # A line with ©, which looks like a footer, may name the agency.
    return found or (_read_agency(text) if text[-1] in ")." or text[0] in "©QSF" else None)


def _read_alone(piece: Piece, *, is_last: bool) -> Byline | None:
    """Read full names that are all of a line or of brackets at its end: set off, or common and at the body's end."""
    start, end = _range_of_name(piece.text)
    text = piece.text[start:end]
    found = read_line(text).placed_byline if len(text) <= LONGEST_NAMES else None
    if found is None or not is_names_alone(found, text):
        return None
    is_signed = (is_last and is_given(found)) or (not start and _is_set_off(piece))
    return Byline(found.people, start + found.start, start + found.end) if is_signed else None


_BRACKETS = pattern(r"(?:^|[.!?…]\s)\(([^()]{5,70})\)\.?$")


def _range_of_name(text: str) -> tuple[int, int]:
    """Return the range of a text in which a name may stand alone: what brackets at its end hold, or all of it."""
    found = _BRACKETS.search(text, max(0, text.rfind("(") - 2)) if text[-1] in ")." else None
    return found.span(1) if found else (0, len(text))


def _read_agency(text: str) -> Byline | None:
    """Read the agency in brackets at the end, or behind its label."""
    signed = _AGENCIES.search(text)
    start, end = signed.span(signed.lastindex or 0) if signed else (0, 0)
    return Byline((Person(text[start:end], kind="group"),), start, end) if _is_of_agency(text[start:end]) else None


def _is_set_off(piece: Piece) -> bool:
    return piece.text[0] in "(–—" or _SET_OFF.search(piece.node.text, piece.node.start, piece.node.close) is not None


def _is_of_agency(text: str) -> bool:
    """Tell whether a short text names an agency, perhaps with others: `dpa/HK`."""
    parts = [part.strip() for part in _PARTS.split(text.lower())]
    return len(parts) <= _MOST_WORDS and not word_lists("people")["agency"].isdisjoint(parts)


_MOST_WORDS = 4
