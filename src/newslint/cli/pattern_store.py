"""Keep compiled regular expressions from one run to the next: half of a start would go into compiling them again.

CPython compiles a pattern in Python and hands the resulting code to `_sre.compile`, which checks it and makes the
pattern. This keeps that code beside the compiled rules. The code belongs to one exact interpreter, so its version and
the engine's magic number are part of the file; wherever anything differs, patterns are compiled as ever. Only the
command line installs this; nothing else may depend on it.
"""

from __future__ import annotations

import marshal
import os
import sys
from array import array
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

_DEBUG = 128  # re.DEBUG, which prints while it compiles
_MOST = 4000  # patterns; a store that grew beyond that is begun anew


def install(folder: Path | None) -> PatternStore | None:
    """Let `re.compile` use the patterns kept in a folder; return None where this interpreter does not allow it."""
    if (
        folder is None
        or array("I").itemsize != 4
        or sys.implementation.name != "cpython"
        or "NEWSLINT_NO_PATTERN_STORE" in os.environ
    ):
        return None
    try:
        from importlib import import_module

        _sre = import_module("_sre")
        _compiler, _parser = import_module("re._compiler"), import_module("re._parser")

        identity = f"{sys.hexversion:x}-{_sre.MAGIC}-{_sre.CODESIZE}"
        store = PatternStore(folder / f"patterns-{identity}.marshal", _sre.compile, _compiler, _parser)
    except (ImportError, AttributeError):
        return None
    setattr(_compiler, "compile", store.compile)  # noqa: B010 (the type checker knows no innards of `re`)
    return store


class PatternStore:
    """Stands in for the compiler of `re`."""

    def __init__(self, file: Path, make: Any, compiler: Any, parser: Any) -> None:
        """Read the store; a file that is missing or damaged is an empty store."""
        self._file = file
        self._make = make
        self._compiler = compiler
        self._parser = parser
        self._fallback = compiler.compile
        self._is_changed = False
        try:
            check, _, data = file.read_bytes().partition(b"\n")
            self._kept: dict[Any, Any] = marshal.loads(data) if check == _sum(data) else {}
        except (OSError, ValueError, EOFError, TypeError):
            self._kept = {}
        if not isinstance(self._kept, dict) or len(self._kept) > _MOST:
            self._kept = {}

    def compile(self, pattern: Any, flags: Any = 0) -> Any:
        """Return a compiled pattern, from the store if it is there."""
        if not isinstance(pattern, (str, bytes)) or int(flags) & _DEBUG:
            return self._fallback(pattern, flags)
        key = (pattern, int(flags))
        kept = self._kept.get(key)
        if kept is not None:
            try:
                final, code, groups, names, indices = kept
                return self._make(pattern, final, array("I", code).tolist(), groups, names, indices)
            except (TypeError, ValueError, RuntimeError, OverflowError):
                del self._kept[key]
        return self._compile_and_keep(key, pattern, int(flags))

    def _compile_and_keep(self, key: Any, pattern: Any, flags: int) -> Any:
        """Do what the compiler of `re` does, and keep the code that it makes."""
        made = self._fallback(pattern, flags)
        try:
            parsed = self._parser.parse(pattern, flags)
            # The compiler writes named constants, which are integers but cannot be kept.
            code = array("I", (int(word) for word in self._compiler._code(parsed, flags))).tobytes()
            state = parsed.state
            names = state.groupdict
            indices: list[str | None] = [None] * state.groups
            for name, index in names.items():
                indices[index] = name
            entry = (flags | state.flags, code, state.groups - 1, dict(names), tuple(indices))
        except Exception:  # the innards of `re` changed: what was compiled the ordinary way is still good
            return made
        self._kept[key] = entry
        self._is_changed = True
        return made

    def save(self) -> None:
        """Keep what was compiled in this run; a folder that cannot be written to is no fault."""
        if not self._is_changed:
            return
        temporary = self._file.with_suffix(f".{os.getpid()}.tmp")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            data = marshal.dumps(self._kept)
            temporary.write_bytes(_sum(data) + b"\n" + data)
            temporary.replace(self._file)
        except (OSError, ValueError):
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _sum(data: bytes) -> bytes:
    """Return a checksum: the store is trusted as far as the user's own folder is, but not where it is damaged."""
    return b"%08x" % crc32(data)
