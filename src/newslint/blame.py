"""Who wrote a line of a file, and when, where git knows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path

from newslint.changes import run_git
from newslint.errors import UsageError
from newslint.patterns import pattern
from newslint.records import NamedTuple

_HEAD = pattern(r"([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?")
# At most this many lines are asked for at once: a command line has an end.
_ASKED = 500


class Author(NamedTuple):
    """Who wrote a line, and on which day."""

    name: str
    day: str


def authors_of(path: Path, lines: Collection[int]) -> dict[int, Author]:
    """Return the authors of some lines, counted from 1; empty where there is no git or no history."""
    wanted = sorted(lines)
    found: dict[int, Author] = {}
    for start in range(0, len(wanted), _ASKED):
        asked = [word for line in wanted[start : start + _ASKED] for word in ("-L", f"{line},{line}")]
        try:
            told = run_git(path.parent, "excuses", "blame", "--porcelain", *asked, "--", path.name)
        except UsageError:
            return {}
        found.update(_read(told.decode(errors="replace").splitlines()))
    return found


def _read(lines: list[str]) -> Iterator[tuple[int, Author]]:
    """Yield the lines of `git blame --porcelain`, which describes each commit at its first line only."""
    known: dict[str, dict[str, str]] = {}
    commit, number = "", 0
    for line in lines:
        head = _HEAD.fullmatch(line)
        if head:
            commit, number = head[1], int(head[2])
            known.setdefault(commit, {})
        elif line.startswith("\t"):
            about = known[commit]
            # What is not committed yet has a commit of zeros.
            if commit.strip("0"):
                day = datetime.fromtimestamp(int(about["author-time"]), UTC).date().isoformat()
                yield number, Author(about["author"], day)
        elif line.startswith(("author ", "author-time ")):
            key, _, value = line.partition(" ")
            known[commit].setdefault(key, value)
