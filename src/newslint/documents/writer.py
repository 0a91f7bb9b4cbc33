"""Write a document's paragraphs as one text, each on a line, and note where every character came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newslint.documents.model import (
    BREAK,
    CELL,
    OBJECT,
    Atom,
    Document,
    Mark,
    Paragraph,
    ParagraphKind,
    Reading,
    Remark,
)

# What would end a line, and other white space that means no more than a space.
_SPACES = {ord(sign): " " for sign in "\t\n\v\f\r\x1c\x1d\x1e\x85"}


class TextWriter:
    """Gather one paragraph after the other; what nothing readable stands in leaves no trace.

    While `stand_in` is an element, all that is written is found at that element: the text of a note at its sign.
    """

    def __init__(self) -> None:
        """Begin an empty text."""
        self.parts: list[str] = []
        self.length = 0
        self.atoms: list[Atom] = []
        self.paragraphs: list[Paragraph] = []
        self.remarks: list[Remark] = []
        self.stand_in: Any = None
        self.start = 0
        self._first_part = self._first_atom = 0
        self._marks: list[Mark] = []
        self._targets: list[str] = []
        self._cells: list[tuple[int, int]] = []
        self._cell = -1

    def add(self, text: str | None, element: Any, skip: int = 0) -> None:
        """Append the readable text of an element, character by character."""
        if text:
            self._append(text.translate(_SPACES), element, skip)

    def add_sign(self, sign: str, element: Any) -> None:
        """Append one character for an element that is no text."""
        self._append(sign, element, 0)

    def _append(self, text: str, element: Any, skip: int) -> None:
        if self.stand_in is not None:
            element, skip = self.stand_in, -1
        self.atoms.append(Atom(self.length, len(text), element, skip))
        self.parts.append(text)
        self.length += len(text)

    def add_break(self, element: Any) -> None:
        """Append a line break within the paragraph."""
        self.add_sign(BREAK, element)

    def add_image(self, element: Any, name: str, alt: str | None, *, is_decorative: bool = False) -> None:
        """Note a picture, which takes the place of a character."""
        self.add_sign(OBJECT, element)
        self._marks.append(Mark("image", self.length - 1, self.length, name, alt, is_decorative))

    def describe_image(self, text: str) -> None:
        """Describe the last picture, or say more about it."""
        for index in range(len(self._marks) - 1, -1, -1):
            mark = self._marks[index]
            if mark.kind == "image":
                self._marks[index] = mark._replace(alt=(mark.alt or "") + text)
                return

    def mark_link(self, start: int, target: str) -> None:
        """Make what was written since a place a link."""
        if start < self.length and target:
            self._marks.append(Mark("link", start, self.length, target))

    def mark_strong(self, start: int) -> None:
        """Make what was written since a place bold; what goes on from there is one."""
        if start >= self.length:
            return
        last = self._marks[-1] if self._marks else None
        if last is not None and last.kind == "strong" and last.end == start:
            self._marks[-1] = last._replace(end=self.length)
        else:
            self._marks.append(Mark("strong", start, self.length))

    def add_target(self, name: str | None) -> None:
        """Note a name that links may lead to."""
        if name:
            self._targets.append(name)

    def begin_cell(self, element: Any) -> None:
        """Begin the next cell of a row."""
        self.end_cell()
        if self._cells:
            self.add_sign(CELL, element)
        self._cell = self.length

    def end_cell(self) -> None:
        """End a cell that is being written."""
        if self._cell >= 0:
            self._cells.append((self._cell, self.length))
        self._cell = -1

    @property
    def in_cell(self) -> bool:
        """Whether a cell is being written."""
        return self._cell >= 0

    @property
    def cell_count(self) -> int:
        """How many cells of a row were written."""
        return len(self._cells) + self.in_cell

    @property
    def is_empty(self) -> bool:
        """Whether nothing readable was written since the last paragraph ended."""
        return not any(self.parts[index].strip() for index in range(self._first_part, len(self.parts)))

    def end(self, kind: ParagraphKind, **particulars: Any) -> None:
        """End a paragraph; `particulars` are fields of its record."""
        self.end_cell()
        if self.is_empty:
            self._forget()
            return
        cells, marks, targets = tuple(self._cells), tuple(self._marks), tuple(self._targets)
        self.paragraphs.append(
            Paragraph(kind, self.start, self.length, cells=cells, marks=marks, targets=targets, **particulars)
        )
        self.parts.append("\n")
        self.length += 1
        self._begin()

    def _forget(self) -> None:
        del self.parts[self._first_part :]
        del self.atoms[self._first_atom :]
        self.length = self.start
        targets = self._targets
        self._begin()
        self._targets = targets  # a bookmark in an empty paragraph is one of the next

    def _begin(self) -> None:
        self.start = self.length
        self._first_part, self._first_atom = len(self.parts), len(self.atoms)
        self._marks, self._targets, self._cells, self._cell = [], [], [], -1

    def reading(self, properties: Mapping[str, str]) -> Reading:
        """Return the document, and the way back to its elements."""
        if not self.is_empty:
            self.end("paragraph")
        text = "".join(self.parts)
        remarks = (
            remark._replace(start=min(remark.start, len(text)), end=min(remark.end, len(text)))
            for remark in self.remarks
        )
        return Reading(Document(text, tuple(self.paragraphs), tuple(remarks), properties), tuple(self.atoms))
