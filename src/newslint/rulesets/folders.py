"""Where rule files, word lists and profiles stand; nothing here opens one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def bundled(kind: str) -> Path:
    """Return the folder of the `rules` or `profiles` that newslint ships: in the wheel, else in the source tree."""
    installed = _PACKAGE / "_bundled" / kind
    return installed if installed.is_dir() else _PACKAGE.parents[1] / kind


def rule_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the id and path of each rule file under a folder, sorted: the id is the path."""
    for path in sorted([*folder.glob("*/*.yaml"), *folder.glob("*/*.yml")]):
        yield f"{path.parent.name}/{path.stem}", path


def stamp(folder: Path) -> list[tuple[str, int, int]]:
    """Return the name, size and time of change of every file under a folder: equal stamps, equal content."""
    found = []
    for path in sorted(folder.rglob("*")):
        status = path.stat()
        if not path.is_dir():
            found.append((path.relative_to(folder).as_posix(), status.st_size, status.st_mtime_ns))
    return found
