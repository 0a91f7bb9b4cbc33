"""Keep what settings were resolved to for the next run, for as long as no file changes that they were made from."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

from newslint import __version__
from newslint.cachefolder import cache_folder
from newslint.rulesets.folders import sources, stamp

Stamps = dict[str, Any]


def stamp_all(files: Iterable[Path]) -> Stamps:
    """Return what changes whenever newslint, a shipped rule or one of some files and folders changes.

    Take the stamps before the files are read, so that a change in between shows in the next run.
    """
    return {"newslint": __version__, **{str(path): stamp(path) for path in (*sources(), *files)}}


def is_fresh(stamps: Stamps) -> bool:
    """Tell whether nothing has changed since the stamps were taken."""
    shipped = {str(path) for path in sources()}
    return (
        stamps.get("newslint") == __version__
        and shipped <= stamps.keys()
        and all(stamp(Path(path)) == then for path, then in stamps.items() if path != "newslint")
    )


def read_cache(config: Path | None) -> dict[str, Any] | None:
    """Return what was kept for a configuration if it is whole and fresh."""
    file = _file_of(config)
    try:
        check, _, data = file.read_bytes().partition(b"\n") if file else (b"", b"", b"")
        state = marshal.loads(data) if check == _sum(data) else None
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return state if isinstance(state, dict) and is_fresh(state["stamps"]) else None


def write_cache(config: Path | None, state: Mapping[str, Any]) -> None:
    """Keep a state for a configuration; a folder that cannot be written to is no fault."""
    file = _file_of(config)
    if file is None:
        return
    # Not JSON, whose import costs as much as reading this: what is kept is plain data, and only for this interpreter.
    data = marshal.dumps(dict(state))
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(_sum(data) + b"\n" + data)
        temporary.replace(file)
    except OSError:
        _remove(temporary)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _sum(data: bytes) -> bytes:
    return b"%08x" % crc32(data)


def _file_of(config: Path | None) -> Path | None:
    """Return the file of a configuration in the user's cache folder, or None where there is no such folder."""
    key = repr((__version__, sys.hexversion, str(sources()[0]), str(config) if config else None))
    folder = cache_folder()
    return folder / f"rules-{crc32(key.encode('utf-8', 'replace')):08x}.marshal" if folder else None
