"""Keep what is made of the shipped rules beside the bytecode of the modules, in a source tree.

A wheel brings its rules compiled. In a source tree their YAML takes ten times as long to read as all else of a start,
and no cache folder may be there. What is kept here has the terms of bytecode: it belongs to one interpreter and to the
rules and the code that it was made from, and is trusted because who may write it may write the modules themselves.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar, cast

from newslint.rules import folders
from newslint.rules.stamps import digest, stamp

_Plain = TypeVar("_Plain")


def made_once(name: str, make: Callable[[], _Plain]) -> _Plain:
    """Return plain data that is made from the shipped rules: what is kept if it is whole and fresh, else made anew.

    `name` says what it is. Data of a package that is installed are made each time.
    """
    file = _file(name)
    if file is None:
        return make()
    key = _key()
    with suppress(OSError, ValueError, EOFError, TypeError):
        check, _, data = file.read_bytes().partition(b"\n")
        if check == _check(key, data):
            return cast("_Plain", marshal.loads(data))
    made = make()
    if not sys.dont_write_bytecode and not sys.pycache_prefix:
        data = marshal.dumps(cast("Any", made))
        _write(file, _check(key, data) + b"\n" + data)
    return made


def _file(name: str) -> Path | None:
    """Return the file of something that is kept, or None where rules are installed."""
    package = folders._PACKAGE
    if folders.bundled("rules").is_relative_to(package):
        return None
    return package / "__pycache__" / f"{name}.{sys.implementation.cache_tag}.bin"


def _key() -> bytes:
    """Return what that which is kept belongs to: the interpreter, the rules, and the code that reads them."""
    files = [(str(path), stamp(path)) for path in folders.made_from()]
    return repr((sys.version, files)).encode("utf-8", "surrogateescape")


def _check(key: bytes, data: bytes) -> bytes:
    return digest(key + b"\0" + data).encode()


def _write(file: Path, content: bytes) -> None:
    """Write a file at once; a folder that cannot be written to is no fault."""
    temporary = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        temporary.write_bytes(content)
        os.replace(temporary, file)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
