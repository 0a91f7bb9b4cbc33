"""What the ignore files of folders say; imported where there is one."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.places import obstacle
from newslint.records import NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# In one folder, the later file has the last word.
IGNORE_FILES = (".gitignore", ".ignore", ".newslintignore")
_LARGEST = 1_000_000  # bytes


class Decision(NamedTuple):
    """What an ignore file says of a path, and with which of its lines, empty ones not counted."""

    excludes: bool
    file: str
    entry: int


class Ignores(NamedTuple):
    """What the ignore files of one folder say, each with its name, and those of the folders above it."""

    folder: str
    specs: tuple[tuple[str, GitIgnoreSpec], ...]
    above: Ignores | None

    def is_ignored(self, absolute: str) -> bool:
        """Tell whether a path is ignored (a folder's ends with a slash)."""
        decision = self.decide(absolute)
        return decision is not None and decision.excludes

    def decide(self, absolute: str) -> Decision | None:
        """Return what the nearest file with a word on a path says, or None."""
        level: Ignores | None = self
        while level is not None:
            folder = f"{level.folder.rstrip('/')}/"
            # What an ignore file says holds below its folder, not for the folder itself.
            relative = absolute[len(folder) :] if absolute.startswith(folder) else ""
            for name, spec in reversed(level.specs if relative else ()):
                found = spec.check_file(relative)
                if found.include is not None:
                    return Decision(found.include, f"{folder}{name}", found.index or 0)
            level = level.above
        return None


def read_ignores(
    folder: str,
    above: Ignores | None,
    names: Collection[str],
    leads_out: Callable[[str], bool],
    unreadable: list[str],
) -> Ignores | None:
    """Return what the ignore files of a folder say; a message about one that cannot be read joins `unreadable`."""
    from newslint.settings.ignore_lines import read_ignore_lines

    specs = []
    for name in IGNORE_FILES:
        if name in names:
            file = f"{folder}/{name}"
            try:
                specs.append((name, read_ignore_lines(_lines_of(file, leads_out))))
            except (OSError, ValueError) as error:
                cause = getattr(error, "strerror", None) or "one of its lines is not a pattern"
                unreadable.append(f"{file}: the ignore file cannot be read ({cause}).")
    return Ignores(folder, tuple(specs), above) if specs else above


def _lines_of(file: str, leads_out: Callable[[str], bool]) -> list[str]:
    """Return the lines of an ignore file, which is a file of no great size and no link to somewhere else."""
    if cause := obstacle(file):
        raise OSError(errno.EINVAL, f"it {cause}")
    if os.path.getsize(file) > _LARGEST:
        raise OSError(errno.EFBIG, "it is too large")
    if leads_out(file):
        raise OSError(errno.EINVAL, "it is a link that leads out of the repository")
    text = Path(file).read_text(encoding="utf-8", errors="surrogateescape")
    return text.removeprefix("\ufeff").splitlines()


def line_at(decision: Decision) -> int:
    """Return the number of the line that decided, counted from 1; 1 where the file cannot be read any more."""
    try:
        lines = Path(decision.file).read_text(encoding="utf-8", errors="surrogateescape").removeprefix("\ufeff")
    except OSError:
        return 1
    numbers = [number for number, line in enumerate(lines.splitlines(), 1) if line]
    return numbers[decision.entry] if decision.entry < len(numbers) else 1
