"""What will be an error in a later release and is accepted now: told as warnings, and collected to be told again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

_listeners: list[list[str]] = []


def note(message: str) -> None:
    """Warn of something that is accepted for one release."""
    for listener in _listeners:
        listener.append(message)
    warn([message])


@contextmanager
def noting() -> Iterator[list[str]]:
    """Collect what is noted inside the `with` block, to be told again where its outcome is used again."""
    listener: list[str] = []
    _listeners.append(listener)
    try:
        yield listener
    finally:
        del _listeners[next(at for at, each in enumerate(_listeners) if each is listener)]


def warn(messages: Iterable[str]) -> None:
    """Tell what was noted, as warnings of the kind that users see."""
    for message in messages:
        import warnings

        warnings.warn(message, FutureWarning, stacklevel=2)
