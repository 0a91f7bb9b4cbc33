"""Find the smallest part of a regular expression that something is still true of, in its author's own spelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from newslint.patterns import pattern

# One item of a pattern: an escape, a set, the begin of a group, a repetition, or any other character.
_ITEM = pattern(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|N\{[^}]{0,100}\}|[0-9]{1,3}|.)"
    r"|\[\^?\]?(?:\\.|[^\]\\])*+\]?"
    r"|\((?:\?(?:P?<\w+>|P=\w+|<?[=!]|[aiLmsux]*(?:-[imsx]+)?:|>|\(\w+\)|\#[^)]*)?)?"
    r"|(?:[*+?]|\{\d*(?:,\d*)?\})[?+]?"
    r"|.",
    re.DOTALL,
)


def smallest(text: str | bytes, holds: Callable[[str], bool]) -> str:
    """Return a part of `text` that `holds` is true of and that nothing can be cut from; `text` itself if in doubt."""
    whole = text.decode("latin-1") if isinstance(text, bytes) else text

    def is_good(part: str) -> bool:
        try:
            return holds(part)
        except (re.error, ValueError, RecursionError):
            return False

    part = whole
    while shorter := next((cut for cut in _cuts(part) if len(cut) < len(part) and is_good(cut)), None):
        part = shorter
    return part


def _cuts(text: str) -> Iterator[str]:
    """Yield parts of a pattern: what stands in its groups and branches, the smallest first, then less at one end."""
    items = [match.group() for match in _ITEM.finditer(text)]
    for begin, end in sorted(_inner_ranges(items), key=lambda ends: ends[1] - ends[0]):
        yield "".join(items[begin:end])
    # Large cuts first: where one of them holds, many small ones need not be tried.
    for count in (len(items) // 2, len(items) // 4, *range(1, max(2, min(12, len(items))))):
        if count:
            yield "".join(items[count:])
            yield "".join(items[:-count])


def _inner_ranges(items: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of items inside the groups of a pattern, then those of its outermost branches."""
    opened: list[int] = []
    bars = [-1]
    for at, item in enumerate(items):
        if item[0] == "(":
            opened.append(at)
        elif item == ")" and opened:
            yield opened.pop() + 1, at
        elif item == "|" and not opened:
            bars.append(at)
    yield from ((one + 1, other) for one, other in pairwise([*bars, len(items)]))
