"""What is the same of comments in all documents: who makes them, and which characters they can be put at."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from newslint.documents.model import AUTHOR, Document, Note


def clip_notes(notes: Sequence[Note], document: Document) -> list[Note]:
    """Return notes that cover a character or more of one paragraph each, in their order.

    What is missing has a place and no characters: the note is put at the character there, or at the last one before.
    """
    placed = []
    last = max(0, len(document.text) - 1)
    for note in notes:
        note = note._replace(start=min(note.start, last))
        end = document.text.find("\n", note.start)
        line_end = len(document.text) if end < 0 else end
        start, stop = min(note.start, line_end), min(note.end, line_end)
        if start >= stop:
            line_start = document.text.rfind("\n", 0, start) + 1
            start = min(start, max(line_start, line_end - 1))
            stop = min(start + 1, line_end)
        if start < stop:
            placed.append(note._replace(start=start, end=stop))
    return placed


def digest_of(document: Document) -> str:
    """Return a short hash of what people wrote into a document: its text, and comments that are not newslint's."""
    others = sorted((remark.author, remark.text) for remark in document.remarks if remark.author != AUTHOR)
    return blake2b(repr((document.text, others)).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
