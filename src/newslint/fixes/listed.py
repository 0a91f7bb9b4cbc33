"""Know where a first report told of what, so that later rounds fix nothing that it did not list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from newslint.diagnostics import Diagnostic, Edit
from newslint.fixes.edits import Wanted
from newslint.spans import Ranges


class Listed:
    """The places of findings that are to be fixed, by rule, followed through the edits of each round."""

    def __init__(self, found: Iterable[Diagnostic], wanted: Wanted) -> None:
        """Take the findings of the first report, and which of their fixes are to be applied."""
        self._places: dict[str, set[tuple[int, int]]] = {}
        for one in found:
            if wanted.fix_of(one) is not None:
                self._places.setdefault(one.rule, set()).update(_places_of(one))

    def move(self, edits: Sequence[Edit]) -> None:
        """Follow the places through edits that are in order and do not overlap."""
        moves = _Moves(edits)
        self._places = {rule: {moves.follow(*place) for place in places} for rule, places in self._places.items()}

    def of(self, found: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return the findings with those parts of their fixes that touch a place where their rule was listed."""
        ranges = {rule: Ranges((start, end + 1) for start, end in places) for rule, places in self._places.items()}

        def spare(one: Diagnostic, own: Ranges) -> Diagnostic:
            return one._replace(fix=one.fix and one.fix.keep(lambda edit: own.overlaps(edit.start, edit.end + 1)))

        return [spare(one, ranges[one.rule]) for one in found if one.rule in ranges]


def _places_of(found: Diagnostic) -> Iterator[tuple[int, int]]:
    yield found.start.offset, found.end.offset
    for place in found.related:
        yield place.start.offset, place.end.offset
    for edit in found.fix.edits if found.fix else ():
        yield edit.start, edit.end


class _Moves:
    """Where places are after edits; these may be as many as the places, so none is walked."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        grown = (len(edit.text) - (edit.end - edit.start) for edit in edits)
        self._shifts = list(accumulate(grown, initial=0))

    def follow(self, start: int, end: int) -> tuple[int, int]:
        """Return a range after the edits: what they put in there, or at its end, is part of it."""
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end)
        begin = start + self._shifts[first]
        if first and self._edits[first - 1].end > start:
            begin = self._edits[first - 1].start + self._shifts[first - 1]
        stop = end + self._shifts[last]
        if last and self._edits[last - 1].end >= end:
            edit = self._edits[last - 1]
            stop = edit.start + self._shifts[last - 1] + len(edit.text)
        return begin, max(begin, stop)
