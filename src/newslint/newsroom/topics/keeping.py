"""Keep what was made of the files of topics where Python keeps the bytecode of modules, and read what a wheel brings.

It is plain data, trusted because who may write it may write the modules themselves. What is missing, damaged or made of
other files is made anew.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parents[2]
_PARTS = 6


def bundled_file() -> Path:
    """Return the path of the file in a wheel; a source tree has none."""
    return _PACKAGE / "_bundled" / "topics.bin"


def kept_file() -> Path:
    """Return the path of the file beside the bytecode of this room."""
    return Path(__file__).parent / "__pycache__" / f"topics.{sys.implementation.cache_tag}.bin"


def pack(plain: tuple[Any, ...]) -> bytes:
    """Return what a wheel brings, for the interpreter that runs this."""
    return marshal.dumps((sys.hexversion, None, plain))


def read_kept(files: Iterable[Path]) -> tuple[Any, ...] | None:
    """Return what was made of some files, or None."""
    bundled = _read(bundled_file(), None)
    return bundled if bundled is not None else _read(kept_file(), _stamps(files))


def _read(path: Path, stamps: list[tuple[str, int, int]] | None) -> tuple[Any, ...] | None:
    try:
        with open(path, "rb") as file:
            version, made_of, plain = marshal.loads(file.read())
    except (OSError, EOFError, TypeError, ValueError):
        return None
    is_ours = version == sys.hexversion and made_of == stamps and isinstance(plain, tuple) and len(plain) == _PARTS
    return plain if is_ours else None


def keep(files: Iterable[Path], plain: tuple[Any, ...]) -> None:
    """Keep what was made of some files, where Python may keep bytecode; a folder that refuses is no fault."""
    if sys.dont_write_bytecode:
        return
    path = kept_file()
    made = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        made.write_bytes(marshal.dumps((sys.hexversion, _stamps(files), plain)))
        os.replace(made, path)


def _stamps(files: Iterable[Path]) -> list[tuple[str, int, int]]:
    """Return name, size and time of some files."""
    return [(file.name, (known := file.stat()).st_size, known.st_mtime_ns) for file in files]
