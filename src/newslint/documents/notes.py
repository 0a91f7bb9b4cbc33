"""What is the same of comments in all documents: who makes them, and which characters they can be put at."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from newslint.documents.model import AUTHOR, BREAK, CELL, Document, Note


def clip_notes(notes: Sequence[Note], document: Document) -> list[Note]:
    """Return notes that cover a character or more of one paragraph each, in their order.

    What is missing has a place and no characters: the note is put at the character there, or at the nearest one. The
    borders of cells and the breaks between lines carry no comment.
    """
    text = document.text
    placed = []
    for note in notes:
        start = min(note.start, max(0, len(text) - 1))
        first, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
        last = len(text) if end < 0 else end
        stop = max(min(note.end, last), start)
        while start < stop and text[start] in _BORDERS:
            start += 1
        while stop > start and text[stop - 1] in _BORDERS:
            stop -= 1
        if start >= stop:
            near = _nearest(text, min(start, last), first, last)
            start, stop = (near, near + 1) if near is not None else (0, 0)
        if start < stop:
            placed.append(note._replace(start=start, end=stop))
    return placed


_BORDERS = (BREAK, CELL)


def _nearest(text: str, at: int, first: int, last: int) -> int | None:
    """Return the place of the first character of a line that is no border, from a place on, else before it."""
    after = (place for place in range(at, last) if text[place] not in _BORDERS)
    before = (place for place in range(at - 1, first - 1, -1) if text[place] not in _BORDERS)
    return next(after, next(before, None))


def digest_of(document: Document) -> str:
    """Return a short hash of what people wrote into a document: its text, and comments that are not newslint's."""
    others = sorted((remark.author, remark.text) for remark in document.remarks if remark.author != AUTHOR)
    return blake2b(repr((document.text, others)).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
