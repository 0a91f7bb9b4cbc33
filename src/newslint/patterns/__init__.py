"""Regular expressions that are compiled when they are first used, and a list of all of them.

A start makes some four hundred patterns and one article uses fewer than half, so compiling is put off. The list is for
those who judge patterns: a test reads every one of them, and so does the loading of house rules.
"""

from __future__ import annotations

import re
import sys

from newslint.patterns import bytecode, sieving
from newslint.records import NamedTuple

# `typing` is imported for the type checker alone: this module is part of the shortest of starts.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any, AnyStr


class Made(NamedTuple):
    """A pattern as it was asked for; `module` and `line` say where it was asked for first."""

    text: str | bytes
    flags: int
    module: str
    line: int


_made: dict[tuple[str | bytes, int], tuple[str, int]] = {}
_listeners: list[list[Made]] = []


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is compiled when one of its methods or attributes is first asked for.

    `re.error` is raised then, not here. The result is no `re.Pattern`: ask it, rather than hand it to functions of
    `re`. Patterns made out of what an article says would fill the list; escape such text and use `re.compile`.
    """
    key = (text, int(flags))
    frame = sys._getframe(1)
    place = (frame.f_globals.get("__name__", ""), frame.f_lineno)
    _made.setdefault(key, place)
    for listener in _listeners:
        listener.append(Made(*key, *place))
    return _Waiting(*key)  # type: ignore[return-value]


def made() -> list[Made]:
    """Return all patterns made so far in this process, each text with its flags once, the oldest first."""
    return [Made(*key, *place) for key, place in _made.items()]


class listening:  # noqa: N801 (it is called like a function)
    """Collect the patterns that are made inside the `with` block, those made before included if made again."""

    def __enter__(self) -> list[Made]:
        self._listener: list[Made] = []
        _listeners.append(self._listener)
        return self._listener

    def __exit__(self, *raised: type[BaseException] | BaseException | TracebackType | None) -> None:
        # By identity: two lists are equal as long as both are empty.
        del _listeners[next(at for at, each in enumerate(_listeners) if each is self._listener)]


_ATTRIBUTES = tuple(name for name in dir(re.Pattern) if not name.startswith("_"))


class _Ready:
    """A compiled pattern whose methods are attributes of the object, so that a call costs what it costs in `re`."""

    __slots__ = ("_asked", *_ATTRIBUTES)

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._asked = (text, flags)

    def __reduce__(self) -> tuple[Any, ...]:
        return _Waiting, self._asked

    def __copy__(self) -> _Ready:
        return self

    def __deepcopy__(self, _memo: object) -> _Ready:
        return self

    def __repr__(self) -> str:
        return f"pattern{self._asked!r}"

    def __eq__(self, other: object) -> bool:
        return self._asked == other._asked if isinstance(other, _Ready) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._asked)


class _Waiting(_Ready):
    """A pattern before its first use; it turns into a `_Ready` one, which looks nothing up in vain."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name not in _ATTRIBUTES:
            raise AttributeError(name)
        compiled, sieve = bytecode.with_sieve(*self._asked)
        for each in _ATTRIBUTES:
            setattr(self, each, getattr(compiled, each))
        if sieve is not None:
            for each, method in sieving.methods(compiled, sieve).items():
                setattr(self, each, method)
        self.__class__ = _Ready  # type: ignore[assignment]
        return getattr(self, name)
