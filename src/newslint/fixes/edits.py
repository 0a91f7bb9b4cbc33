"""Choose the fixes that can be applied together, and apply them to a text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import groupby, pairwise
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
    """Edits that do not overlap, in order, and how many findings of each rule they repair."""

    edits: tuple[Edit, ...] = ()
    fixed: Mapping[str, int] = {}


def choose(diagnostics: Iterable[Diagnostic], wanted: Wanted, barred: Container[str] = ()) -> Choice:
    """Return the wanted edits of findings whose rules are not barred; of those that overlap, the first."""
    fixes = [
        (found.rule, fix)
        for found in diagnostics
        if found.rule not in barred and (fix := wanted.fix_of(found)) is not None and fix.edits
    ]
    fixes.sort(key=lambda entry: (min(entry[1].edits)[:2], entry[0]))
    taken: list[Edit] = []
    fixed: Counter[str] = Counter()
    for rule, fix in fixes:
        parts = [list(part) for _, part in groupby(sorted(fix.edits, key=_PART), key=_PART)]
        # One part after the other, so that each sees those before it.
        done = [_take(sorted(part), taken) for part in parts]
        fixed[rule] += any(done)
    return Choice(tuple(taken), +fixed)


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


def follow(offset: int, edits: Iterable[Edit]) -> int:
    """Return where a place of a text is after edits; one within an edit is at the end of what was put there."""
    shift = 0
    for edit in edits:
        if edit.start >= offset:
            break
        shift = edit.start + len(edit.text) - edit.end + shift if edit.end <= offset else shift
        if edit.end > offset:
            return edit.start + shift + len(edit.text)
    return offset + shift
