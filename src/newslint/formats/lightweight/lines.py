"""The lines of a text with their indents, and the running text of a block, piece by piece."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from newslint.formats.markdown.blocks import BlockWriter
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.source import Source

_BREAK = pattern(r"(?:\r\n|\n|\r)[ \t]*+")


class Line(NamedTuple):
    """A line without its end: where it begins, where its text does, where it ends, and the column of its text."""

    start: int
    text_start: int
    end: int
    indent: int

    @property
    def is_blank(self) -> bool:
        """Whether the line has no text."""
        return self.text_start == self.end


def lines_of(source: Source) -> list[Line]:
    """Return the lines of a text; a tab leads to the next multiple of eight columns."""
    text, found = source.text, []
    for number in range(1, len(source.line_starts) + 1):
        start, end = source.line_span(number)
        at, indent = start, 0
        while at < end and text[at] in " \t":
            indent = indent + 1 if text[at] == " " else indent + 8 - indent % 8
            at += 1
        while end > at and text[end - 1] in " \t":
            end -= 1
        found.append(Line(start, at, end, indent))
    return found


Handler = Callable[[re.Match[str]], None]


class Inline:
    """Write the running text of a block: markup is handed to what reads it, everything else is said as it stands."""

    def __init__(self, writer: BlockWriter, markup: re.Pattern[str], handlers: Mapping[str, Handler]) -> None:
        """Take the markup as one pattern, whose named groups are those of the handlers."""
        self.writer = writer
        self._markup = markup
        self._handlers = handlers
        self._depth = 0

    def read(self, start: int, end: int) -> None:
        """Write what the source [start, end) says."""
        at, text = start, self.writer.text
        if self._depth > 8:  # markup in markup in markup
            self.plain(start, end)
            return
        self._depth += 1
        for found in self._markup.finditer(text, start, end):
            self.plain(at, found.start())
            self._handlers[found.lastgroup or ""](found)
            at = found.end()
        self.plain(at, end)
        self._depth -= 1

    def plain(self, start: int, end: int) -> None:
        """Write text as it stands; a line end with the white space around it is one space."""
        at, text = start, self.writer.text
        for found in _BREAK.finditer(text, start, end):
            stop = found.start()
            while stop > at and text[stop - 1] in " \t":
                stop -= 1
            self._say(at, stop)
            self.writer.add_space(stop, found.end())
            at = found.end()
        self._say(at, end)

    def _say(self, start: int, end: int) -> None:
        if end > start:
            self.writer.add_text(self.writer.text[start:end], start, end)

    def read_ranges(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Write the text of some lines that do not lie side by side, with a space between them."""
        for number, (start, end) in enumerate(ranges):
            if number:
                self.writer.add_space(ranges[number - 1][1], start)
            self.read(start, end)


def joined(lines: Iterable[Line]) -> tuple[int, int]:
    """Return the range from the text of the first line to the end of the last."""
    members = [*lines]
    return members[0].text_start, members[-1].end
