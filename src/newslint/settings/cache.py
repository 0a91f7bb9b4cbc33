"""Keep resolved settings for the next run, for as long as the files that they were made from do not change."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newslint import __version__
from newslint.cachefolder import keep, read_kept
from newslint.rules.folders import made_from
from newslint.rules.prepared import PARTS, is_whole
from newslint.rules.stamps import digest, stamp

Stamps = dict[str, Any]
_NEWSLINT = "newslint"
# Of an interpreter, what may change the meaning of what is kept: its version and whether it is CPython.
_MADE_BY = [__version__, sys.implementation.name, sys.version]
_PARTS = {**PARTS, "stamps": dict, "notices": list}


def stamp_all(files: Iterable[Path]) -> Stamps:
    """Return what changes whenever newslint, a shipped rule or one of some files and folders changes.

    Take the stamps before the files are read, so that a change in between shows in the next run.
    """
    return {_NEWSLINT: _MADE_BY, **{str(path): stamp(path) for path in (*made_from(), *files)}}


def is_fresh(stamps: Stamps) -> bool:
    """Tell whether nothing has changed since the stamps were taken."""
    shipped = {str(path) for path in made_from()}
    return (
        stamps.get(_NEWSLINT) == _MADE_BY
        and shipped <= stamps.keys()
        and all(stamp(Path(path)) == then for path, then in stamps.items() if path != _NEWSLINT)
    )


def read_cache(config: Path | None) -> dict[str, Any] | None:
    """Return what was kept for a configuration if it is whole and fresh."""
    check, _, data = (read_kept(_name_of(config)) or b"").partition(b"\n")
    try:
        state = marshal.loads(data) if check == digest(data).encode() else None
    except (ValueError, EOFError, TypeError):
        return None
    return state if is_whole(state, _PARTS) and is_fresh(state["stamps"]) else None


def write_cache(config: Path | None, state: Mapping[str, Any]) -> None:
    """Keep a state for a configuration; a folder that cannot be written to is no fault."""
    # Not JSON, whose import costs as much as reading this: what is kept is plain data, and only for this interpreter.
    data = marshal.dumps(dict(state))
    keep(_name_of(config), digest(data).encode() + b"\n" + data)


def _name_of(config: Path | None) -> str:
    """Return the name under which a configuration's state is kept."""
    key = repr((_MADE_BY, str(made_from()[0]), str(config) if config else None))
    return f"settings-{digest(key.encode('utf-8', 'surrogateescape'))[:32]}"
