"""From a pattern that ignores case to a sieve: a pattern for text in small letters that matches wherever it does.

The engine of `re` compares without case one character at a time and never skips a branch by its first letter. In
small letters it does, and finds three to seven times as fast that nothing is there, which is what it finds nearly
always. A sieve may let too much through and holds nothing back: what it stops at is tried with the pattern itself.
Like `rules.automata` and `rules.literals`, this module knows the innards of `re`.
"""

from __future__ import annotations

import re
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

_MOST = 3000  # characters of a range
_EVERYTHING = r"[\s\S]"
_CATEGORIES = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w", "NOT_DIGIT": r"\D", "NOT_SPACE": r"\S", "NOT_WORD": r"\W"}
_PLACES = {
    "AT_BEGINNING": "^", "AT_BEGINNING_STRING": r"\A", "AT_END": "$", "AT_END_STRING": r"\Z",
    "AT_BOUNDARY": r"\b", "AT_NON_BOUNDARY": r"\B",
}  # fmt: skip
# Of the letters that `sieving.EXOTIC` keeps away from sieves, those that are the same as a plain one without case.
_PLAIN = {"İ": "i", "ı": "i", "ſ": "s"}
_KEPT = re.MULTILINE | re.DOTALL


class _NoSieveError(Exception):
    """The pattern has what a sieve cannot say, or it could take more than linear time."""


def sieve_of(text: str, flags: int) -> tuple[str, int] | None:
    """Return text and flags of a pattern's sieve; None where it minds case, or where none can be made.

    Raises `re.error` where the pattern is not valid.
    """
    parser: Any = import_module("re._parser")
    parsed = parser.parse(text, flags)
    if parsed.state.flags & (re.ASCII | re.LOCALE):
        return None
    writer = _Writer(parser.MAXREPEAT, has_references="GROUPREF" in repr(parsed))
    try:
        written = writer.sequence(parsed, ignores_case=bool(parsed.state.flags & re.IGNORECASE))
    except _NoSieveError:
        return None
    return (written, int(parsed.state.flags & _KEPT)) if writer.gains else None


class _Writer:
    """Write what was parsed as a pattern for text in small letters.

    What minds case is written so that it matches more. That is refused inside a repetition, where two ways to read
    one text might come of it, and inside of what must not be there or gives nothing back, where matching more is
    holding back.
    """

    def __init__(self, endless: Any, *, has_references: bool) -> None:
        self._endless = endless
        self._group = "(" if has_references else "(?:"
        self._repeats = 0
        self._denials = 0
        self.gains = False  # whether a letter is compared without case: else a sieve finds nothing sooner

    def sequence(self, items: Iterable[tuple[Any, Any]], ignores_case: bool) -> str:
        return "".join(self._item(str(operation), value, ignores_case) for operation, value in items)

    def _item(self, operation: str, value: Any, ignores_case: bool) -> str:
        match operation:
            case "LITERAL":
                return re.escape(self._letter(value, ignores_case))
            case "NOT_LITERAL" | "IN":
                items = [("NEGATE", None), ("LITERAL", value)] if operation == "NOT_LITERAL" else value
                return self._set([(str(kind), each) for kind, each in items], ignores_case)
            case "ANY":
                return "."
            case "AT":
                return _PLACES[value.name]
            case "BRANCH":
                return f"(?:{'|'.join(self.sequence(branch, ignores_case) for branch in value[1])})"
            case "SUBPATTERN":
                return self._subpattern(ignores_case, *value)
            case "ATOMIC_GROUP":
                return self._kept(lambda: f"(?>{self.sequence(value, ignores_case)})")
            case "MAX_REPEAT" | "MIN_REPEAT":
                return self._repeat(ignores_case, operation, *value)
            case "POSSESSIVE_REPEAT":
                return self._kept(lambda: self._repeat(ignores_case, operation, *value))
            case "ASSERT" | "ASSERT_NOT":
                return self._look(ignores_case, operation, *value)
            case "GROUPREF":
                return rf"(?:\{value})"
        raise _NoSieveError(operation)

    def _letter(self, code: int, ignores_case: bool) -> str:
        small = _PLAIN.get(chr(code), chr(code).lower())
        self.gains |= ignores_case and small != small.upper()
        if not ignores_case and (small != chr(code) or small.upper() != small):
            self._widen()
        return small

    def _widen(self) -> None:
        if self._repeats or self._denials:
            raise _NoSieveError("more would be matched where that is not safe")

    def _set(self, items: list[tuple[str, Any]], ignores_case: bool) -> str:
        is_negated = items[0][0] == "NEGATE"
        classes = [_CATEGORIES[each.name.removeprefix("CATEGORY_")] for kind, each in items if kind == "CATEGORY"]
        letters: set[str] = set()
        for low, high in (each if kind == "RANGE" else (each, each) for kind, each in items if kind in _CODES):
            if high - low > _MOST:
                raise _NoSieveError("a wide range")
            letters |= {self._letter(code, ignores_case) for code in range(low, high + 1)}
        if is_negated and not ignores_case:
            letters = {letter for letter in letters if letter == letter.upper()}
        if not (letters or classes):
            return _EVERYTHING
        return f"[{'^' * is_negated}{''.join(classes)}{_ranges(letters)}]"

    def _subpattern(self, ignores_case: bool, number: int | None, added: int, removed: int, body: Any) -> str:
        if (added | removed) & (_KEPT | re.ASCII) or added & re.LOCALE:
            raise _NoSieveError("flags that change inside")
        own = (ignores_case or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE
        return f"{self._group if number is not None else '(?:'}{self.sequence(body, own)})"

    def _repeat(self, ignores_case: bool, operation: str, least: int, most: int, body: Any) -> str:
        self._repeats += most > 1
        inner = self.sequence(body, ignores_case)
        self._repeats -= most > 1
        times = f"{{{least},{'' if most == self._endless else most}}}"
        sign = {"MAX_REPEAT": "", "MIN_REPEAT": "?", "POSSESSIVE_REPEAT": "+"}[operation]
        return f"(?:{inner}){times}{sign}"

    def _look(self, ignores_case: bool, operation: str, direction: int, body: Any) -> str:
        sign = ("<" if direction < 0 else "") + ("=" if operation == "ASSERT" else "!")
        if operation == "ASSERT":
            return f"(?{sign}{self.sequence(body, ignores_case)})"
        return self._kept(lambda: f"(?{sign}{self.sequence(body, ignores_case)})")

    def _kept(self, write: Callable[[], str]) -> str:
        self._denials += 1
        written = write()
        self._denials -= 1
        return written


_CODES = ("LITERAL", "RANGE")


def _ranges(letters: set[str]) -> str:
    """Return characters as they are written in a set, neighbours as ranges."""
    codes, runs = sorted(map(ord, letters)), list[list[int]]()
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(re.escape(chr(low)) + (f"-{re.escape(chr(high))}" if high > low else "") for low, high in runs)
