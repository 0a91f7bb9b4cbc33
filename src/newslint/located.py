"""Text that knows where each of its characters came from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newslint.records import NamedTuple
from newslint.spans import Span


class Run(NamedTuple):
    """The way from a part of a text back to the source: [start, end) comes from [source_start, source_end).

    Where both are equally long, the characters are the same, one by one. Otherwise the text was decoded (`&amp;`) and
    the whole run stands for the whole range.
    """

    start: int
    length: int
    source_start: int
    source_length: int

    @property
    def end(self) -> int:
        """Where the part of the text ends."""
        return self.start + self.length

    @property
    def source_end(self) -> int:
        """Where the range of the source ends."""
        return self.source_start + self.source_length

    @property
    def is_verbatim(self) -> bool:
        """Whether the characters are those of the source."""
        return self.length == self.source_length


class Prose:
    """Readable text together with the runs that lead back to the source."""

    __slots__ = ("_sources", "_starts", "runs", "text")

    def __init__(self, text: str, runs: Sequence[Run]) -> None:
        """Keep a text and its runs: in order, without gaps, covering all of the text."""
        self.text = text
        self.runs = tuple(runs)
        self._starts = [run.start for run in self.runs]
        self._sources: list[int] | None = None

    def locate(self, start: int, end: int) -> Span:
        """Return the span of the source that the text [start, end) was made from."""
        if not self.runs:
            return Span(0, 0)
        first = self._run_at(start)
        begin = first.source_start
        if first.is_verbatim:
            begin += min(start - first.start, first.length)
        if end <= start:
            return Span(begin, begin)
        last = self._run_at(end - 1)
        finish = last.source_start + min(end - last.start, last.length) if last.is_verbatim else last.source_end
        return Span(begin, max(begin, finish))

    def find(self, span: Span) -> tuple[int, int] | None:
        """Return the range of the text that was made from a span of the source, or None where none was."""
        if self._sources is None:
            self._sources = [run.source_start for run in self.runs]
        first = max(bisect_right(self._sources, span.start) - 1, 0)
        made = [
            (
                run.start + max(0, span.start - run.source_start),
                run.start + min(run.length, span.end - run.source_start),
            )
            if run.is_verbatim
            else (run.start, run.end)
            for run in self.runs[first : bisect_left(self._sources, span.end)]
            if run.source_start < span.end and run.source_end > span.start
        ]
        start, end = (made[0][0], made[-1][1]) if made else (0, 0)
        return (start, end) if start < end else None

    def _run_at(self, place: int) -> Run:
        return self.runs[max(bisect_right(self._starts, place) - 1, 0)]
