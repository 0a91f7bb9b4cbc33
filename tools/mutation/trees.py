"""Throw-away copies of a source tree, and what identifies its content."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

_LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "*.egg-info", "dist", "build", "benchmarks"
)


def copy_tree(tree: Path, target: Path, tests: Path | None = None) -> Path:
    """Copy a tree without what tools leave behind, with another tree's tests if asked, and return the copy."""
    shutil.copytree(tree, target, ignore=_LEFT_OUT, symlinks=True)
    if tests is not None:
        shutil.rmtree(target / "tests")
        shutil.copytree(tests, target / "tests", ignore=_LEFT_OUT, symlinks=True)
    return target


def key_of(copy: Path, also: Iterable[str] = ()) -> str:
    """Return a key of all files of a copy but its modules of tests, by name and content, and of other words."""
    whole = hashlib.sha256("\0".join(also).encode())
    for path in sorted(copy.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and not path.match("test_*.py"):
            whole.update(str(path.relative_to(copy)).encode() + b"\0")
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:24]


def key_of_test(base: str, copy: Path, name: str) -> str:
    """Return a key of a module of tests, given that of everything else."""
    return hashlib.sha256(f"{base}\0{name}\0".encode() + (copy / name).read_bytes()).hexdigest()[:24]


def cache_folder() -> Path:
    """Return the folder outside the repository where the reach of tests is kept; made where it is missing."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    folder = (Path(base) if os.path.isabs(base) else Path.home() / ".cache") / "newslint-mutation"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
