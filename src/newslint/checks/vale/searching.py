"""Look for many expressions in a text as if they were alternatives of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.checks.vale.expressions import compiled
from newslint.records import NamedTuple


class Found(NamedTuple):
    """A match, and which of the expressions it is of."""

    match: re.Match[str]
    which: int


def search_all(patterns: Sequence[str], text: str) -> Iterator[Found]:
    """Yield the matches of expressions, none of which overlap: the first at each place, as of `one|two|…`."""
    if len(patterns) == 1:
        yield from (Found(match, 0) for match in compiled(patterns[0]).finditer(text))
        return
    waiting = {which: match for which, each in enumerate(patterns) if (match := compiled(each).search(text))}
    while waiting:
        which = min(waiting, key=lambda each: (waiting[each].start(), each))
        match = waiting[which]
        yield Found(match, which)
        at = max(match.end(), match.start() + 1)
        _move(waiting, patterns, text, at)


def _move(waiting: dict[int, re.Match[str]], patterns: Sequence[str], text: str, at: int) -> None:
    """Let every expression wait at its first match from a place on."""
    for which, match in list(waiting.items()):
        if match.start() < at:
            following = compiled(patterns[which]).search(text, at) if at <= len(text) else None
            if following is None:
                del waiting[which]
            else:
                waiting[which] = following


def is_excused(exceptions: str, phrases: str, text: str, start: int, end: int, observed: str) -> bool:
    """Tell whether what was found has an exception in it, or lies in a phrase that excuses its words."""
    if exceptions and compiled(exceptions).search(observed):
        return True
    if not phrases:
        return False
    return any(found.start() <= start and end <= found.end() for found in compiled(phrases).finditer(text))
