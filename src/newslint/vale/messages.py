"""Make a message of newslint of one of Vale, in which `%s` stands for one value after the other."""

from __future__ import annotations

import re
from itertools import count

from newslint.patterns import pattern

MOST = 9
"""How many values a message may have."""

_VERB = pattern(r"%(?:\[(\d)\])?[+-]?\d*(?:\.\d+)?([sdvqfgt])|%%|[{}]")


def placeholder(number: int) -> str:
    """Return the name of a value, counted from 1."""
    return f"value_{number}"


def message_of(text: str) -> str:
    """Return the message; a value too many is empty, as in Vale."""
    numbers = count(1)

    def put(found: re.Match[str]) -> str:
        if not found[2]:
            return found[0][0] if found[0] == "%%" else found[0] * 2
        number = int(found[1]) if found[1] else next(numbers)
        name = f"{{{placeholder(number)}}}" if 1 <= number <= MOST else ""
        return f'"{name}"' if found[2] == "q" else name

    return _VERB.sub(put, " ".join(text.split())) or "{value_1}"


def without_marks(text: str) -> str:
    """Return a message whose first value brings its own quotation marks, as a list of replacements does."""
    for mark in ("'%s'", '"%s"'):
        if text.count(mark) == 2:
            text = text.replace(mark, "%s", 1)
    return text
