"""Half-open ranges of text: what they are called, and how to ask many of them at once.

Everything that asks whether a place lies in one of many ranges does so here, in the logarithm of their number.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from newslint.records import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points in a source's text."""

    start: int
    end: int


class Extent(NamedTuple):
    """A half-open range of code points in the text of one passage; an article's passages are its blocks."""

    passage: int
    start: int
    end: int


class Ranges:
    """Many half-open ranges, in any order, overlapping or not. An empty one covers nothing."""

    __slots__ = ("_reaches", "_starts")

    def __init__(self, ranges: Iterable[tuple[int, int]] = ()) -> None:
        """Sort the ranges once."""
        ordered = sorted((start, end, index) for index, (start, end) in enumerate(ranges) if start < end)
        self._starts = [start for start, _, _ in ordered]
        # For each range in order of start: of it and those before it, the one that reaches furthest.
        self._reaches = list(accumulate(((end, index) for _, end, index in ordered), max))

    def __bool__(self) -> bool:
        """Tell whether there is a range that covers anything."""
        return bool(self._starts)

    def contains(self, offset: int) -> bool:
        """Tell whether a character lies in one of the ranges."""
        at = bisect_right(self._starts, offset)
        return at > 0 and self._reaches[at - 1][0] > offset

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether [start, end) has a character in common with one of the ranges; an empty one is a place."""
        return self.find(start, end) is not None

    def encloses(self, start: int, end: int) -> bool:
        """Tell whether [start, end) lies wholly in one of the ranges."""
        at = bisect_right(self._starts, start)
        return at > 0 and self._reaches[at - 1][0] >= end

    def find(self, start: int, end: int) -> int | None:
        """Return which of the ranges, counted as they were given, overlaps [start, end) and reaches furthest."""
        at = bisect_left(self._starts, max(end, start + 1))
        return self._reaches[at - 1][1] if at and self._reaches[at - 1][0] > start else None


class Extents:
    """Many extents, to be asked by passage."""

    __slots__ = ("_found", "_ranges")

    def __init__(self, extents: Iterable[Extent]) -> None:
        """Part the extents by passage; those of a passage are sorted when it is first asked for."""
        self._found: dict[int, list[tuple[int, int]]] = {}
        for passage, start, end in extents:
            self._found.setdefault(passage, []).append((start, end))
        self._ranges: dict[int, Ranges] = {}

    def _of(self, passage: int) -> Ranges | None:
        if passage not in self._found:
            return None
        if passage not in self._ranges:
            self._ranges[passage] = Ranges(self._found[passage])
        return self._ranges[passage]

    def overlaps(self, passage: int, start: int, end: int) -> bool:
        """Tell whether [start, end) of a passage has a character in common with one of the extents."""
        ranges = self._of(passage)
        return ranges is not None and ranges.overlaps(start, end)

    def enclose(self, passage: int, start: int, end: int) -> bool:
        """Tell whether [start, end) of a passage lies wholly in one of the extents."""
        ranges = self._of(passage)
        return ranges is not None and ranges.encloses(start, end)


def drop_overlapping(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ranges in order, without those that begin inside one that is kept."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
