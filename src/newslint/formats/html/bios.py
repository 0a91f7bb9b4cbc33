"""Find the notes about the authors that pages print behind an article without a label: who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint.formats.html.pieces import Piece
from newslint.formats.html.signatures import ELSEWHERE, LONGEST_NAMES, Head, is_full_name, is_given, is_names_alone
from newslint.language.units.comparison import comparison_key
from newslint.newsroom.bylines import Byline
from newslint.newsroom.lines import read_line
from newslint.newsroom.people import read_people
from newslint.newsroom.words import word_lists
from newslint.patterns import pattern

_BEHIND = 8  # pieces behind the body in which such a note may begin
_LONGEST = 800  # code points of a note
_MOST_WORDS = 5  # of a line that says a job
_OUR = pattern(
    r"(?:unser[en]?|our|notre|nuestr[oa])\s(?:gast)?(?:autor(?:in)?|author|auteure?|autora?)\s", re.IGNORECASE
)
_TELLS = pattern(
    r"""
    \s(?:\([^()]{1,40}\)\s)?
    (?:ist|war|schreibt|arbeitet|lebt|lehrt|leitet|studierte?|berichtet|forscht|gehört|is|was|writes|covers|works|teaches
      |lives|reports|joined|est|écrit|travaille|es|escribe|trabaja)\b
    """,
    re.VERBOSE,
)
_TITLED = pattern(r"(?:about|über|zu|à\spropos\sde|sobre)\s", re.IGNORECASE)
_LEFT_TAGS, _RIGHT_TAGS = ("<em>", "<em ", "<i>", "<i "), ("</em>", "</i>")


def notes_behind(head: Head, last: int) -> Iterator[tuple[Piece, Byline]]:
    """Yield the notes from the last paragraphs of the body on, whose last piece is given, with whom they are about."""
    pieces = head.pieces[max(head.headline + 1, last - 1) : last + _BEHIND]
    for before, piece in pairwise([head.pieces[max(0, pieces[0].index - 1)], *pieces] if pieces else ()):
        found = None if piece.role in ELSEWHERE or piece.kind == "heading" else _read_note(piece, before)
        if found is not None:
            yield piece, found


def named_behind(head: Head, last: int) -> list[Piece]:
    """Return the names behind the body, or as its last lines, that stand alone above a line that says a job."""
    first = max(head.headline + 1, last - 1)
    behind = pairwise(piece for piece in head.pieces[first : last + _BEHIND] if piece.role not in ELSEWHERE)
    return [name for name, job in behind if _is_job(job.text) and _is_name(name.text)]


def _is_job(text: str) -> bool:
    words = text.lower().split()
    return 0 < len(words) <= _MOST_WORDS and words[-1] in word_lists("people")["job"]


def _is_name(text: str) -> bool:
    found = read_line(text).placed_byline if len(text) <= LONGEST_NAMES else None
    return found is not None and is_names_alone(found, text) and is_given(found)


def _read_note(piece: Piece, before: Piece) -> Byline | None:
    """Read the full name with which a note begins that says by its form or by its words that it is one."""
    text = piece.text
    if len(text) > _LONGEST or not text[0].isupper():
        return None
    our = _OUR.match(text)
    start = our.end() if our else 0
    people = read_people(text[: start + LONGEST_NAMES], start).people[:1]
    end = start + len(people[0].name) if people else 0
    if not people or not is_full_name(people[0]) or not text.startswith(people[0].name, start):
        return None
    found = Byline(people, start, end)
    if not _TELLS.match(text, end) or not is_given(found):
        return None
    return found if our or piece.role == "author-bio" or _is_set_off(piece, people[0].name, before) else None


def _is_set_off(piece: Piece, name: str, before: Piece) -> bool:
    """Tell whether a note is in italics, stands under the name of whom it is about, or tells of a job behind a bold
    name."""
    node = piece.node
    markup = node.text[node.inner : node.close].strip().lower()
    if markup.startswith(_LEFT_TAGS) and markup.endswith(_RIGHT_TAGS):
        return True
    title = _TITLED.sub("", before.text, count=1) if len(before.text) <= LONGEST_NAMES else ""
    if comparison_key(title, "letters") == comparison_key(name, "letters"):
        return True
    return piece.strong_size >= len(name) and not word_lists("people")["job"].isdisjoint(_words(piece.text))


def _words(text: str) -> list[str]:
    return [word.strip(",.;:()") for word in text[:_LONGEST_JOB].lower().split()]


_LONGEST_JOB = 160  # code points within which a note says what somebody does
