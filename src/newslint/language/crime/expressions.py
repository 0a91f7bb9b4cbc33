"""Regular expressions that stand in lists beside this module, with parts that several of them share."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from newslint.patterns import pattern

_FOLDER = Path(__file__).parent


@cache
def expressions(name: str) -> re.Pattern[str]:
    """Return one pattern of all expressions of a list, which match from the beginning of a word on."""
    parts: dict[str, str] = {}
    found = []
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        part, is_part, expression = line.partition(" = ")
        if is_part and part.isalpha():
            parts[part] = expression
        elif line and not line.startswith("#"):
            found.append(f"(?:{_filled(line, parts)})")
    return pattern(rf"(?<![\w’'-])(?:{'|'.join(found)})")


def _filled(line: str, parts: dict[str, str]) -> str:
    for part, expression in parts.items():
        line = line.replace(f"<{part}>", expression)
    return line
