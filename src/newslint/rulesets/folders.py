"""Where rule files, word lists and profiles stand; nothing here opens one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def bundled(kind: str) -> Path:
    """Return the folder of the `rules` or `profiles` that newslint ships: in the wheel, else in the source tree."""
    installed = _PACKAGE / "_bundled" / kind
    return installed if installed.is_dir() else _PACKAGE.parents[1] / kind


def profile_path(name: str, base: Path) -> Path | None:
    """Return the file of a profile: a shipped one by its name, else the file of that name under a folder, or None."""
    shipped = bundled("profiles") / f"{name}.yaml"
    if re.fullmatch(r"[a-z0-9-]+", name) and os.path.isfile(shipped):
        return shipped
    own = base / name
    return Path(os.path.realpath(own)) if os.path.isfile(own) else None


@cache
def sources() -> tuple[Path, ...]:
    """Return the folders that compiled rules are made from: in a source tree, also the code that makes them."""
    shipped = (bundled("rules"), bundled("profiles"))
    if shipped[0].is_relative_to(_PACKAGE):  # installed code changes with the version only
        return shipped
    return (*shipped, *(_PACKAGE / room for room in ("checks", "rules", "rulesets", "settings")))


def rule_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the id and path of each rule file under a folder, sorted: the id is the path."""
    for path in sorted([*folder.glob("*/*.yaml"), *folder.glob("*/*.yml")]):
        yield f"{path.parent.name}/{path.stem}", path


def stamp(path: Path) -> list[list[str | int]]:
    """Return the name, size and time of change (ns) of a file, or of every file in a folder and the folders in it.

    Equal stamps, equal content. Of what is not there the stamp is empty. Rules and lists stand no deeper.
    """
    if not os.path.isdir(path):
        return _stat(path, "")
    found: list[list[str | int]] = []
    for entry in _list(path):
        if not entry.is_dir():
            found += _stat(entry, entry.name)
        elif entry.name != "__pycache__":
            for inner in _list(entry):
                found += _stat(inner, f"{entry.name}/{inner.name}")
    return sorted(found, key=str)


def _list(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _stat(file: Path | os.DirEntry[str], name: str) -> list[list[str | int]]:
    try:
        status = file.stat()
    except OSError:  # a link to nowhere, such as an editor's lock
        return []
    return [[name, status.st_size, status.st_mtime_ns]]
