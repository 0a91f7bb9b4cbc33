"""Regular expressions in the form that the interpreter runs, kept where Python keeps the bytecode of modules.

Compiling the patterns of one article costs four times a bare start, and Python keeps nothing of it. So the wheel brings
their code for the interpreter that built it, and a source tree has it in its `__pycache__`, under the same terms as
bytecode: made for one exact interpreter, and trusted because who may write it may write the modules themselves. The
cache folder, whose content is data, never has any. What is missing, damaged or refused is compiled as ever.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from contextlib import suppress
from zlib import crc32

from newslint.patterns.shelf import Shelf, write_shelf

# `typing` is imported for the type checker alone: this module is part of the shortest of starts.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    Asked = tuple[str | bytes, int]
    Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
    # The code of a pattern, and the text and code of its sieve where it has one.
    Entry = tuple[Code, tuple[str, Code] | None]

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_MOST = 10_000  # patterns; what has grown beyond that is begun anew
_LEAST = 240  # bytes of code: below, a sieve saves less than asking it costs


def _identity() -> str:
    """Return what the code belongs to: one build of one interpreter."""
    magic = getattr(sys.modules.get("_sre"), "MAGIC", 0)
    return f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{magic}"


def bundled_file() -> str:
    """Return the path of the file in a wheel; a source tree has none."""
    return os.path.join(_PACKAGE, "_bundled", "patterns.bin")


def kept_file() -> str:
    """Return the path of the file beside the bytecode of newslint's modules."""
    return os.path.join(_PACKAGE, "__pycache__", f"patterns.{_identity()}.bin")


class _Store:
    """What was kept, and what this process had to compile."""

    def __init__(self) -> None:
        self.kept = Shelf(bundled_file(), _identity())
        if not len(self.kept):
            self.kept = Shelf(kept_file(), _identity())
        self.missed: list[Asked] = []


_store: _Store | None = None


def compiled(text: str | bytes, flags: int) -> re.Pattern[Any]:
    """Return a pattern made from the code that is kept, else compiled; raise `re.error` as `re.compile` does."""
    return with_sieve(text, flags)[0]


def with_sieve(text: str | bytes, flags: int) -> tuple[re.Pattern[Any], re.Pattern[str] | None]:
    """Return a pattern as `compiled` does, and its sieve if one is kept: to make one here would be slow."""
    flags = int(flags)
    global _store
    if _store is None:
        _store = _Store()
    entry = _entry_in(_store.kept, text, flags)
    if entry is not None:
        made = _revive(text, entry)
        if made is not None:
            return made, entry[1] and _revive_code(*entry[1])
    pattern = re.compile(text, flags)
    _store.missed.append((text, flags))
    return pattern, None


def _number(text: str | bytes, flags: int) -> int:
    """Return the number of a pattern's piece; the piece says which pattern it is, should two have one number."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else b"\0" + text
    return crc32(data, flags) + (len(data) << 32)


def _entry_in(shelf: Shelf, text: str | bytes, flags: int) -> Entry | None:
    piece = shelf.get(_number(text, flags))
    if piece is None:
        return None
    try:
        asked, entry = marshal.loads(piece)
    except (EOFError, TypeError, ValueError):
        return None
    kept: Entry | None = entry if asked == (text, flags) else None
    return kept


def _revive(text: str | bytes, entry: Entry) -> re.Pattern[Any] | None:
    """Return a pattern made of what was kept of it; None where that is not as this interpreter wants it."""
    try:
        code, _sieve = entry
    except (TypeError, ValueError):
        return None
    return _revive_code(text, code)


def _revive_code(text: str | bytes, kept: Code) -> re.Pattern[Any] | None:
    """Hand code to the interpreter, which checks it."""
    try:
        flags, code, groups, names, indices = kept
        # The same call that `re._compiler.compile` ends with, in CPython 3.11 to 3.14.
        pattern: re.Pattern[Any] = sys.modules["_sre"].compile(
            text, flags, memoryview(code).cast("I").tolist(), groups, names, indices
        )
    except (AttributeError, KeyError, OverflowError, RuntimeError, TypeError, ValueError):
        return None
    return pattern


def _entry_of(text: str | bytes, flags: int) -> Entry | None:
    """Compile a pattern and its sieve to code; return None where the interpreter's `re` is made differently."""
    code = _code_of(text, flags)
    if code is None or isinstance(text, bytes) or len(code[1]) < _LEAST:
        return code and (code, None)
    from newslint.patterns.sieves import sieve_of

    sieve = sieve_of(text, flags)
    coded = sieve and _code_of(*sieve)
    return code, (sieve[0], coded) if sieve and coded else None


def _code_of(text: str | bytes, flags: int) -> Code | None:
    """Compile a pattern to code; return None where the interpreter's `re` is made differently."""
    from array import array

    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(text, flags)
        state = parsed.state
        # The compiler writes named constants, which are integers but cannot be kept.
        code = array("I", (int(word) for word in _compiler._code(parsed, flags))).tobytes()
        names = dict(state.groupdict)
        indices: list[str | None] = [None] * state.groups
        for name, index in names.items():
            indices[index] = name
        return int(flags | state.flags), code, state.groups - 1, names, tuple(indices)
    except (AttributeError, ImportError, OverflowError, RuntimeError, TypeError, ValueError):
        return None


def write(patterns: Iterable[Asked]) -> bytes:
    """Return the content of a file for patterns, each a text with its flags; those that cannot be kept are left out."""
    asked = ((text, int(flags)) for text, flags in patterns)
    return write_shelf(dict(_pieces(asked)), _identity())


def _pieces(patterns: Iterable[Asked]) -> Iterator[tuple[int, bytes]]:
    for asked in patterns:
        entry = _entry_of(*asked)
        if entry is not None and _revive(asked[0], entry):
            yield _number(*asked), marshal.dumps((asked, entry))


def read(file: str) -> dict[Asked, Entry]:
    """Return the patterns of a file: none where it is not there, damaged, or of another interpreter."""
    return dict(marshal.loads(piece) for _, piece in Shelf(file, _identity()).pieces())


def save() -> None:
    """Keep the patterns that this process compiled, where Python may keep bytecode and the folder can be written.

    For runs with the shipped rules alone: the patterns of a newsroom are its own.
    """
    store = _store
    if store is None or not store.missed or sys.dont_write_bytecode or sys.pycache_prefix:
        return
    pieces = dict(store.kept.pieces()) if len(store.kept) < _MOST else {}
    pieces.update(_pieces(store.missed))
    store.missed = []
    file = kept_file()
    temporary = f"{file}.{os.getpid()}"
    try:
        with open(temporary, "wb") as opened:
            opened.write(write_shelf(pieces, _identity()))
        store.kept.close()  # what is open cannot be replaced on every system
        os.replace(temporary, file)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
    store.kept = Shelf(file, _identity())
