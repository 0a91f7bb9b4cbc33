"""Choose the fixes that can be applied together, and apply them to a text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Container, Iterable, Sequence
from itertools import accumulate, groupby, pairwise
from operator import attrgetter

from newslint.diagnostics import Diagnostic, Edit, Fix, Severity
from newslint.records import NamedTuple


class Wanted(NamedTuple):
    """Which fixes are to be applied: unsafe ones, too, or not, and of findings that are at least so severe."""

    unsafe: bool = False
    least: Severity = Severity.ADVICE

    def fix_of(self, found: Diagnostic) -> Fix | None:
        """Return the fix of a finding that is to be applied, or None."""
        fix = found.fix
        is_wanted = fix is not None and (fix.is_safe or self.unsafe) and found.severity.rank >= self.least.rank
        return fix if is_wanted else None


class Choice(NamedTuple):
    """Edits that do not overlap, in order, and the findings that they repair, each with where its first edit is."""

    edits: tuple[Edit, ...] = ()
    repaired: tuple[tuple[int, Diagnostic], ...] = ()


def choose(diagnostics: Iterable[Diagnostic], wanted: Wanted, barred: Container[str] = ()) -> Choice:
    """Return the wanted edits of findings whose rules are not barred; of those that overlap, the first."""
    fixes = [
        (fix, found)
        for found in diagnostics
        if found.rule not in barred and (fix := wanted.fix_of(found)) is not None and fix.edits
    ]
    fixes.sort(key=lambda entry: (min(entry[0].edits)[:2], entry[1].rule))
    taken: list[Edit] = []
    repaired: list[tuple[int, Diagnostic]] = []
    for fix, found in fixes:
        parts = [sorted(part) for _, part in groupby(sorted(fix.edits, key=_PART), key=_PART)]
        # One part after the other, so that each sees those before it.
        done = [part[0].start for part in parts if _take(part, taken)]
        if done:
            repaired.append((min(done), found))
    return Choice(tuple(taken), tuple(repaired))


_PART = attrgetter("part")


def _take(part: Sequence[Edit], taken: list[Edit]) -> bool:
    """Add the edits of a part to those that are taken, and tell whether none of them was in the way."""
    is_free = not any(_meet(one, other) for one, other in pairwise(part))
    if not is_free or any(_is_in_the_way(edit, taken) for edit in part):
        return False
    for edit in part:
        insort(taken, edit)
    return True


def _is_in_the_way(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Tell whether an edit overlaps one that is taken; what is put in where another begins or ends has no order."""
    at = bisect_left(taken, edit)
    return any(_meet(edit, other) for other in taken[max(0, at - 1) : at + 1])


def _meet(one: Edit, other: Edit) -> bool:
    is_insertion = one.start == one.end or other.start == other.end
    first, last = max(one.start, other.start), min(one.end, other.end)
    return first <= last if is_insertion else first < last


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made that are in order and do not overlap."""
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


class Moves:
    """Where places are after edits that are in order and do not overlap; these may be many, so none is walked."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        """Take the edits."""
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        grown = (len(edit.text) - (edit.end - edit.start) for edit in edits)
        self._shifts = list(accumulate(grown, initial=0))

    def follow(self, offset: int) -> int:
        """Return where a place is after the edits; one within an edit is at the end of what was put there."""
        count = bisect_left(self._starts, offset)
        if count and self._edits[count - 1].end > offset:
            return self._edits[count - 1].start + self._shifts[count - 1] + len(self._edits[count - 1].text)
        return offset + self._shifts[count]
