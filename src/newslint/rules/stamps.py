"""Tell by content whether files and folders are what they were, and whether links still lead where they led."""

from __future__ import annotations

import os
import stat
from pathlib import Path

try:
    # The same function as in `hashlib`, whose import costs three milliseconds of every start for OpenSSL.
    from _blake2 import blake2b as blake2b
except ImportError:
    from hashlib import blake2b as blake2b

# What a stamp says: where a path leads through all links, and what stands there; nothing where nothing is.
Stamp = list[str]
# Files of other kinds in a folder of rules or of code mean nothing.
_MEANT = (".yaml", ".yml", ".txt", ".py")


def digest(data: bytes) -> str:
    """Return a hash of some bytes (BLAKE2b of 256 bits) in hexadecimal."""
    return blake2b(data, digest_size=32).hexdigest()


def stamp(path: Path) -> Stamp:
    """Return where a path leads and a hash of what stands there: a file's content, or all that a folder holds.

    Equal stamps, equal content, reached through the same links. Of what is not there the stamp is empty. Rules and
    lists stand no deeper than in a folder of a folder.
    """
    if not os.path.isdir(path):
        content = _content(path)
        return [] if content is None else [os.path.realpath(path), content]
    found = []
    for entry in _list(path):
        if not entry.is_dir():
            found.append(_describe(entry, entry.name))
        elif entry.name != "__pycache__":
            link = os.path.realpath(entry.path) if entry.is_symlink() else ""
            found += [f"{link}\0{_describe(inner, f'{entry.name}/{inner.name}')}" for inner in _list(entry)]
    return [os.path.realpath(path), digest("\n".join(sorted(found)).encode("utf-8", "surrogateescape"))]


def _list(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if entry.name.endswith(_MEANT) or entry.is_dir()]
    except OSError:
        return []


def _describe(entry: os.DirEntry[str], name: str) -> str:
    """Return the name of a file in a folder, where it leads if it is a link, and a hash of its content."""
    link = os.path.realpath(entry.path) if entry.is_symlink() else ""
    return f"{name}\0{link}\0{_content(entry)}"


def _content(file: Path | os.DirEntry[str]) -> str | None:
    """Return a hash of a file's content, or None of what is not there (a link to nowhere) or is no file (a pipe)."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return None
        with open(file, "rb", buffering=0) as opened:
            return digest(opened.read())
    except (OSError, ValueError):
        return None
