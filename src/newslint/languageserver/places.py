"""Positions as a client counts them: lines from 0, and on a line the units of the encoding that was agreed upon."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from lsprotocol import types

from newslint.patterns import pattern
from newslint.source import Source

# Characters that take more than one unit, and how many more.
_WIDE = {"utf-8": pattern("[^\x00-\x7f]"), "utf-16": pattern("[\U00010000-\U0010ffff]"), "utf-32": None}


def _extra_units(character: str, encoding: str) -> int:
    if encoding == "utf-16":
        return 1
    return 1 if character < "\u0800" else 2 if character < "\U00010000" else 3


class Places:
    """The way between offsets into a text and a client's positions, in the logarithm of the text's length."""

    def __init__(self, source: Source, encoding: str = "utf-16") -> None:
        """Take a text, and `utf-8`, `utf-16` or `utf-32`; for any other, UTF-16 is used, which all clients know."""
        kind = encoding if encoding in _WIDE else "utf-16"
        regex = _WIDE[kind]
        self.source = source
        wide = [] if regex is None or source.text.isascii() else list(regex.finditer(source.text))
        self._wide = [found.start() for found in wide]
        self._extra = list(accumulate((_extra_units(found.group(), kind) for found in wide), initial=0))

    def _units(self, start: int, end: int) -> int:
        extra = self._extra[bisect_left(self._wide, end)] - self._extra[bisect_left(self._wide, start)]
        return end - start + extra

    def position(self, offset: int) -> types.Position:
        """Return the position of an offset; one beyond the text is at its end."""
        place = self.source.position(max(0, min(offset, len(self.source.text))))
        begin = self.source.line_starts[place.line - 1]
        return types.Position(place.line - 1, self._units(begin, place.offset))

    def range(self, start: int, end: int) -> types.Range:
        """Return the range of the code points [start, end)."""
        return types.Range(self.position(start), self.position(max(start, end)))

    def offset(self, position: types.Position) -> int:
        """Return the offset of a position; one behind the end of its line is there, one below the text at its end."""
        if position.line >= len(self.source.line_starts):
            return len(self.source.text)
        start, end = self.source.line_span(position.line + 1)
        offsets = range(start, end + 1)
        found = bisect_left(offsets, position.character, key=lambda offset: self._units(start, offset))
        return offsets[min(found, len(offsets) - 1)]
