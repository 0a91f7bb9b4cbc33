"""Show what fixes would change as a unified diff, which `patch` and `git apply` read."""

from __future__ import annotations

from collections.abc import Iterator


def diff_of(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff of two texts, each with its line end; none where they are equal.

    Lines end at a line feed, as for the programs that read a diff; a carriage return before it is part of the line.
    """
    from difflib import unified_diff

    for line in unified_diff(_lines(before), _lines(after), path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    return lines[:-1] if text.endswith("\n") or not text else [*lines[:-1], lines[-1][:-1]]
