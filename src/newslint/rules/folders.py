"""Where rule files, word lists and profiles are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from newslint.patterns import pattern

_PACKAGE = Path(__file__).resolve().parents[1]


def bundled(kind: str) -> Path:
    """Return the folder of the `rules` or `profiles` that newslint ships: in the wheel, else in the source tree."""
    installed = _PACKAGE / "_bundled" / kind
    return installed if installed.is_dir() else _PACKAGE.parents[1] / kind


def prepared_file() -> Path:
    """Return the file in a wheel that holds the shipped rules and profiles compiled; a source tree has none."""
    return _PACKAGE / "_bundled" / "prepared.json"


_PROFILE_NAME = pattern(r"[a-z0-9-]+(?:/[a-z0-9-]+)?")


def shipped_profiles() -> dict[str, Path]:
    """Return the files of the shipped profiles by name, sorted: `news`, and `style/plain` in a folder of its own."""
    folder = bundled("profiles")
    files = {profile_name(path): path for path in (*folder.glob("*.yaml"), *folder.glob("*/*.yaml"))}
    return dict(sorted(files.items()))


def is_shipped_profile(path: Path) -> bool:
    """Tell whether a file is a profile that newslint ships."""
    return bundled("profiles") in (path.parent, path.parent.parent)


def profile_name(path: Path) -> str:
    """Return the name of a profile's file: with its folder for a shipped one that has one."""
    return f"{path.parent.name}/{path.stem}" if path.parent.parent == bundled("profiles") else path.stem


def profile_path(name: str, base: Path) -> Path | None:
    """Return the file of a profile: a shipped one by its name, else the file of that name under a folder, or None.

    The path is as it was named: links in it are not resolved.
    """
    shipped = bundled("profiles") / f"{name}.yaml"
    if _PROFILE_NAME.fullmatch(name) and os.path.isfile(shipped):
        return shipped
    own = base / name
    return own if os.path.isfile(own) else None


@cache
def made_from() -> tuple[Path, ...]:
    """Return the files and folders that compiled rules are made from: in a source tree, also the code that does it."""
    if os.path.isfile(prepared_file()):
        return (prepared_file(),)
    shipped = (bundled("rules"), bundled("profiles"))
    if shipped[0].is_relative_to(_PACKAGE):  # installed code changes with the version only
        return shipped
    return (*shipped, *(_PACKAGE / room for room in ("checks", "rules", "settings")))


JURISDICTIONS = "jurisdictions"
"""The folder among those of rules that holds no rules."""


def rule_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the id and path of each rule file under a folder, sorted: the id is the path."""
    for path in sorted([*folder.glob("*/*.yaml"), *folder.glob("*/*.yml")]):
        if path.parent.name != JURISDICTIONS:
            yield f"{path.parent.name}/{path.stem}", path
