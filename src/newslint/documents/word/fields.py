"""Follow the fields of Word, which are written as code and result side by side: links, contents, numbers of pages."""

from __future__ import annotations

from typing import Any

from newslint.documents.styles import link_in
from newslint.documents.writer import TextWriter

# Fields whose result is no copy: lists of contents and of entries of an index.
_SILENT = frozenset({"TOC", "XE", "TC", "INDEX", "TA", "RD"})


class _Field:
    def __init__(self) -> None:
        self.code: list[str] = []
        self.is_result = False
        self.is_silent = True
        self.start = 0


class Fields:
    """The fields that are open at a place; they may hold others."""

    def __init__(self, writer: TextWriter) -> None:
        """Begin outside of all fields."""
        self._writer = writer
        self._open: list[_Field] = []

    @property
    def is_silent(self) -> bool:
        """Whether what stands here is code, or a result that is no copy."""
        return any(field.is_silent for field in self._open)

    def read(self, element: Any, name: str, kind: str | None) -> None:
        """Read a sign that begins, parts or ends a field, or a piece of its code."""
        if name != "fldChar":
            if self._open and not self._open[-1].is_result:
                self._open[-1].code.append(element.text or "")
        elif kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            field = self._open[-1]
            field.is_result, field.start = True, self._writer.length
            field.is_silent = _name_of(field.code) in _SILENT
        elif kind == "end" and self._open:
            field = self._open.pop()
            start = max(field.start, self._writer.start)
            if field.is_result:
                self._writer.mark_link(start, link_in("".join(field.code)))


def _name_of(code: list[str]) -> str:
    words = "".join(code).split(maxsplit=1)
    return words[0].upper() if words else ""
