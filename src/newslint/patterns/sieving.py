"""Methods of a pattern that ask its sieve first whether there is anything to find; `sieves` says what that is."""

from __future__ import annotations

import sys
from functools import lru_cache

# `typing` is imported for the type checker alone: this module is part of the shortest of starts.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator
    from typing import Any

_LONG = 20_000  # code points; longer texts are not kept
_END = sys.maxsize


def _exotic() -> frozenset[str]:
    """Return letters that `re` takes for others in ways of their own: a text with one is not sieved."""
    extra: dict[int, tuple[int, ...]] = getattr(sys.modules.get("re._casefix"), "_EXTRA_CASES", {})
    codes = {code for key, others in extra.items() for code in (key, *others)}
    return frozenset(chr(code) for code in codes if code > 127) | {"İ", "Σ"}


EXOTIC = _exotic()


def _small(text: str) -> str | None:
    """Return a text in small letters, of the same length; None where that is not how `re` compares."""
    if text.isascii() or EXOTIC.isdisjoint(text):
        return text.lower()
    return None


_keep_small = lru_cache(maxsize=1024)(_small)


def in_small_letters(text: str) -> str | None:
    """Return what a sieve is asked for a text, or None where it cannot be asked; many patterns ask for one text."""
    return _keep_small(text) if len(text) < _LONG else _small(text)


def methods(pattern: re.Pattern[str], sieve: re.Pattern[str]) -> dict[str, Callable[..., Any]]:
    """Return the methods that look for a pattern anywhere in a text, each for use in place of the pattern's own.

    What the pattern matches begins where the sieve matches or after it, so looking from there on finds the same.
    """
    passes, search, finditer, findall = sieve.search, pattern.search, pattern.finditer, pattern.findall

    def start(text: str, pos: int, endpos: int) -> int | None:
        small = in_small_letters(text)
        if small is None:
            return pos
        found = passes(small, pos, endpos)
        return None if found is None else found.start()

    def sieved_search(text: str, pos: int = 0, endpos: int = _END) -> re.Match[str] | None:
        first = start(text, pos, endpos)
        return None if first is None else search(text, first, endpos)

    def sieved_finditer(text: str, pos: int = 0, endpos: int = _END) -> Iterator[re.Match[str]]:
        first = start(text, pos, endpos)
        return iter(()) if first is None else finditer(text, first, endpos)

    def sieved_findall(text: str, pos: int = 0, endpos: int = _END) -> list[Any]:
        first = start(text, pos, endpos)
        return [] if first is None else findall(text, first, endpos)

    def sieved_sub(put: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return text if start(text, 0, _END) is None else pattern.sub(put, text, count)

    return {"search": sieved_search, "finditer": sieved_finditer, "findall": sieved_findall, "sub": sieved_sub}
