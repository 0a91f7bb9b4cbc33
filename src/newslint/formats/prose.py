"""Build a block's readable text piece by piece, each with its way back to the source; knows no format."""

from __future__ import annotations

from newslint.article import Prose, Run

_WHITE = " \t\n\r\f\v"
_CLOSES_UP = frozenset(".,;:!?)]”’")


class ProseBuilder:
    """Collect pieces of text with their origins; neighbours that lie side by side in the source become one run.

    `source` is the text of the file: pieces of equal length that differ from it are kept apart, so that a run whose
    size and width are equal is the same in prose and source, character by character.
    """

    __slots__ = ("_ats", "_has_gap", "_origins", "_parts", "_sizes", "_widths", "last", "length", "source")

    def __init__(self, source: str) -> None:
        """Begin an empty text."""
        self.source = source
        self._parts: list[str] = []
        self._ats: list[int] = []
        self._sizes: list[int] = []
        self._origins: list[int] = []
        self._widths: list[int] = []
        self._has_gap = False
        self.length = 0
        self.last = ""

    def add(self, text: str, origin: int) -> None:
        """Append text that stands at `origin` exactly as it is."""
        if not text:
            return
        if self._has_gap:
            self._close_gap(text[0])
        self._parts.append(text)
        size = len(text)
        if self._ats:
            last = self._sizes[-1]
            if last == self._widths[-1] and self._origins[-1] + last == origin:
                self._sizes[-1] = self._widths[-1] = last + size
                self.length += size
                self.last = text[-1]
                return
        self._append(text, size, origin, size)

    def add_decoded(self, text: str, origin: int, width: int) -> None:
        """Append text that was made from source [origin, origin + width); equal characters stay equal."""
        if not text:
            return
        size = len(text)
        if size != width:
            if self._has_gap:
                self._close_gap(text[0])
            self._parts.append(text)
            self._append(text, size, origin, width)
            return
        at = 0
        while at < size:
            end = at
            while end < size and text[end] == self.source[origin + end]:
                end += 1
            if end > at:
                self.add(text[at:end], origin + at)
            if end < size:
                # One character for another (a line end read as a space): a run without width says where it stands.
                self.add_decoded(text[end], origin + end, 0)
                end += 1
            at = end

    def add_gap(self) -> None:
        """Note that something silent stood here: the white space around it counts once."""
        self._has_gap = True

    def add_space(self, origin: int, width: int) -> None:
        """Append one space for white space of the source, unless the text begins here or already ends in some."""
        if self.length and self.last not in _WHITE:
            self.add_decoded(" ", origin, width)

    def add_break(self, origin: int, width: int) -> None:
        """Append a line break, in place of a space that stands there."""
        self._drop_space()
        if self.length and self.last != "\n":
            self.add_decoded("\n", origin, width)

    def whole(self) -> Prose:
        """Return the prose with the white space at its ends, for a text that is read further."""
        rows = zip(self._ats, self._sizes, self._origins, self._widths, strict=True)
        return Prose(str(self), [Run(*row) for row in rows])

    def build(self) -> tuple[Prose, int]:
        """Return the prose without white space at its ends, and how much was cut at its beginning."""
        text = "".join(self._parts)
        lead = len(text) - len(text.lstrip())
        end = len(text.rstrip())
        rows = zip(self._ats, self._sizes, self._origins, self._widths, strict=True)
        if lead == 0 and end == len(text):
            return Prose(text, [Run(*row) for row in rows]), 0
        runs: list[Run] = []
        for at, size, origin, width in rows:
            first, last = max(at, lead), min(at + size, end)
            if first >= last:
                continue
            if size == width:
                runs.append(Run(first - lead, last - first, origin + first - at, last - first))
            else:
                runs.append(Run(first - lead, last - first, origin, width if width != last - first else 0))
        return Prose(text[lead:end], runs), lead

    def __str__(self) -> str:
        """Return the text so far."""
        return "".join(self._parts)

    def _append(self, text: str, size: int, origin: int, width: int) -> None:
        self._ats.append(self.length)
        self._sizes.append(size)
        self._origins.append(origin)
        self._widths.append(width)
        self.length += size
        self.last = text[-1]

    def _close_gap(self, next_character: str) -> None:
        self._has_gap = False
        if next_character in _WHITE or next_character in _CLOSES_UP:
            self._drop_space()

    def _drop_space(self) -> None:
        if self.last != " " or not self.length:
            return
        part = self._parts[-1][:-1]
        if part:
            self._parts[-1] = part
        else:
            self._parts.pop()
        size = self._sizes[-1] - 1
        if size == 0:
            for column in (self._ats, self._sizes, self._origins, self._widths):
                column.pop()
        else:
            if self._sizes[-1] == self._widths[-1]:
                self._widths[-1] = size
            elif self._widths[-1] == size:
                self._widths[-1] = 0
            self._sizes[-1] = size
        self.length -= 1
        self.last = self._parts[-1][-1] if self._parts else ""
