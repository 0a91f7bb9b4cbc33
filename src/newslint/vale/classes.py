"""Classes of characters that Vale's regular expressions name, as members of a set of Python's."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable
from functools import cache

from newslint.patterns import pattern

_POSIX = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "ascii": r"\x00-\x7f",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r" \t\n\r\f\v",
    "upper": "A-Z",
    "word": "0-9A-Za-z_",
    "xdigit": "0-9A-Fa-f",
}
# Scripts whose characters have their name in front.
_SCRIPTS = {
    "Arabic": "ARABIC",
    "Armenian": "ARMENIAN",
    "Bengali": "BENGALI",
    "Cyrillic": "CYRILLIC",
    "Devanagari": "DEVANAGARI",
    "Georgian": "GEORGIAN",
    "Greek": "GREEK",
    "Han": "CJK UNIFIED",
    "Hangul": "HANGUL",
    "Hebrew": "HEBREW",
    "Hiragana": "HIRAGANA",
    "Katakana": "KATAKANA",
    "Latin": "LATIN",
    "Tamil": "TAMIL",
    "Thai": "THAI",
}
NAMED = tuple(_SCRIPTS)
_CATEGORIES = frozenset(
    "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn".split()
)


def posix_class(name: str, is_negated: bool = False) -> str:
    """Return the members of a POSIX class, which are all ASCII; of another name it has none."""
    members = _POSIX.get(name, "")
    if not is_negated:
        return members
    inside = pattern(f"[{members}]") if members else _NOTHING
    return _ranges(lambda character: inside.match(character) is None)


_NOTHING = pattern(r"(?!)")


@cache
def unicode_class(name: str, is_negated: bool = False) -> str | None:
    """Return the members of a general category (`Lu`, `L`) or of a script (`Cyrillic`), or None for another name."""
    script = _SCRIPTS.get(name.removeprefix("Is"))
    if name in _CATEGORIES:
        return _ranges(lambda character: unicodedata.category(character).startswith(name) != is_negated)
    if script is None:
        return None
    return _ranges(lambda character: unicodedata.name(character, "").startswith(script) != is_negated)


_PLANES = 0x20000  # what follows is rare ideographs, and one range here


def _ranges(has: Callable[[str], bool]) -> str:
    """Return the ranges of characters of which something is true."""
    found: list[str] = []
    start: int | None = None
    for code in range(_PLANES + 1):
        is_member = code < _PLANES and has(chr(code))
        if is_member and start is None:
            start = code
        elif not is_member and start is not None:
            found.append(_range(start, code - 1))
            start = None
    if has(chr(_PLANES)):
        found.append(_range(_PLANES, sys.maxunicode))
    return "".join(found)


def _range(first: int, last: int) -> str:
    return _code(first) if first == last else f"{_code(first)}-{_code(last)}"


def _code(code: int) -> str:
    return f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}"
