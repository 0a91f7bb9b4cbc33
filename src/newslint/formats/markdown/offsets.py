"""Turn byte offsets of the Markdown parser into code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from newslint.patterns import pattern

_WIDER = pattern(r"[^\x00-\x7f]+")


class Offsets:
    """Turn UTF-8 byte offsets of a text into code points."""

    def __init__(self, text: str) -> None:
        """Note where characters of each width begin."""
        self._bytes = [0]
        self._points = [0]
        self._widths = [1]
        at = bytes_ = 0
        for found in _WIDER.finditer(text):
            bytes_ += found.start() - at
            at = found.start()
            for width, size in _widths(found.group()):
                self._add(bytes_, at, width)
                bytes_ += size * width
                at += size
            self._add(bytes_, at, 1)

    def _add(self, bytes_: int, point: int, width: int) -> None:
        self._bytes.append(bytes_)
        self._points.append(point)
        self._widths.append(width)

    def point(self, offset: int) -> int:
        """Return the code point that begins at a byte offset."""
        at = bisect_right(self._bytes, offset) - 1
        return self._points[at] + (offset - self._bytes[at]) // self._widths[at]


def _widths(run: str) -> Iterator[tuple[int, int]]:
    """Yield the bytes that a character takes in UTF-8, and of how many characters in a row that is true."""
    for width, characters in groupby(run, key=lambda character: 2 + (character > "\u07ff") + (character > "\uffff")):
        yield width, sum(1 for _ in characters)
