"""The expressions of styles, compiled when they are first used and kept for all articles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=8_192)
def compiled(expression: str) -> re.Pattern[str]:
    """Return an expression of an option, compiled once."""
    return re.compile(expression)


def all_compiled(value: str | Iterable[str] | Iterable[Iterable[str]]) -> None:
    """Compile the expressions of an option, at any depth; raise re.error for one that is none."""
    if isinstance(value, str):
        compiled(value)
        return
    for each in value:
        all_compiled(each)
