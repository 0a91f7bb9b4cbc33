"""The expressions of styles, compiled when they are first used and kept for all articles."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=8_192)
def compiled(expression: str) -> re.Pattern[str]:
    """Return an expression of an option, compiled once."""
    return re.compile(expression)


def is_valid(expression: str) -> bool:
    """Tell whether a text is an expression."""
    try:
        compiled(expression)
    except (re.error, RecursionError, OverflowError):
        return False
    return True
