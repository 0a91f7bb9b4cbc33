"""Translate regular expressions of Vale, which are .NET's with some of Go's, into those of Python.

What Python lacks is written out: flags in the middle of an expression, Unicode and POSIX classes, differences of sets,
and look-behinds whose length is not fixed. These look back over at most 40 repetitions of a part.
"""

from __future__ import annotations

import re
from itertools import product

from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.vale.classes import NAMED, posix_class, unicode_class

_FLAGS = pattern(r"\(\?([imnsx]*)(?:-([imnsx]+))?([:)])")
_NAME = pattern(r"\(\?P?<([A-Za-z_]\w*)>|\(\?'([A-Za-z_]\w*)'")
_PLAIN_OPENING = pattern(r"\(\?(?:[:=!>]|\(\w+\))|\((?!\?)")
_TIMES = pattern(r"(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?")
_REPETITION = pattern(r"\{\d+(?:,\d*)?\}")
_BACK = pattern(r"\\k(?:<(\w+)>|'(\w+)'|\{(\w+)\})|\(\?P=(\w+)\)")
_CODE = pattern(r"\\x\{([0-9A-Fa-f]{1,6})\}")
_PROPERTY = pattern(r"\\([pP])(?:\{(\^?)([\w=-]+)\}|([A-Z]))")
_POSIX = pattern(r"\[:(\^?)([a-z]+):\]")
_ASSERTIONS = "bBA"
# Classes are of ASCII in Vale, while its boundaries of words know all letters. A line end is written by its number, so
# that an expression with `\\s` is not taken for one that asks for line ends.
_CLASSES = {
    "d": "0-9",
    "w": "0-9A-Za-z_",
    "s": r" \t\x0a\x0c\r",
    "D": r"\x00-/:-\U0010ffff",
    "W": r"\x00-/:-@\[-\^`{-\U0010ffff",
    "S": r"\x00-\x08\x0b\x0e-\x1f!-\U0010ffff",
}
_CONTROLS = "nrtfva"
_FARTHEST = 40  # repetitions that a look-behind looks back over
_MOST = 400  # look-behinds in place of one


class UnknownSyntaxError(ValueError):
    """What cannot be said in a regular expression of Python, or is none at all."""


class _Piece(NamedTuple):
    """A part of an expression, and how often it is repeated."""

    atom: str
    times: str = ""


_Branches = list[list[_Piece]]


def translate(expression: str) -> str:
    """Return an expression of Python that matches the same; raise UnknownSyntaxError where there is none."""
    reader = _Reader(expression)
    translated = _join(reader.alternatives())
    if reader.at < len(expression):
        raise UnknownSyntaxError(f"unbalanced `)` at character {reader.at + 1}")
    return translated


def check(expression: str) -> str:
    """Return an expression of Python; raise UnknownSyntaxError where it does not compile."""
    try:
        re.compile(expression)
    except (re.error, RecursionError, OverflowError) as problem:
        raise UnknownSyntaxError(str(problem)) from problem
    return expression


def without_captures(expression: str) -> str:
    """Return an expression of Vale whose groups without a name capture nothing."""
    return _CAPTURE.sub("(?:", expression)


_CAPTURE = pattern(r"(?<!\\)\((?!\?)")


def has_captures(expression: str) -> bool:
    """Tell, as Vale does, whether an expression has a group that captures."""
    return expression.count("(") > expression.count("(?") + expression.count(r"\(")


def _join(branches: _Branches) -> str:
    return "|".join("".join(piece.atom + piece.times for piece in branch) for branch in branches)


class _Reader:
    """Read an expression from left to right."""

    def __init__(self, text: str) -> None:
        """Begin at the first character."""
        self.text = text
        self.at = 0

    def alternatives(self) -> _Branches:
        """Return the alternatives up to the end of the group that is being read, or of the expression."""
        branches: _Branches = [[]]
        while self.at < len(self.text) and self.text[self.at] != ")":
            if self.text[self.at] == "|":
                self.at += 1
                branches.append([])
            elif (flags := _FLAGS.match(self.text, self.at)) and flags[3] == ")":
                self.at = flags.end()
                first, *others = self._under(_flags(flags))
                branches[-1].append(first)
                branches += [[piece] for piece in others]
            else:
                branches[-1] += self._piece()
        return branches

    def _under(self, flags: str) -> list[_Piece]:
        """Return the alternatives of the rest of a group, each under some flags."""
        rest = self.alternatives()
        return [_Piece(f"(?{flags}:{_join([branch])})") for branch in rest]

    def _piece(self) -> list[_Piece]:
        atom = self._atom()
        times = _TIMES.match(self.text, self.at)
        if times is None or not atom:
            return [_Piece(atom)] if atom else []
        self.at = times.end()
        return [_Piece(atom, times[0])]

    def _atom(self) -> str:
        sign = self.text[self.at]
        if sign == "(":
            return self._group()
        if sign == "[":
            return self._set()
        if sign == "\\":
            return self._escape()
        self.at += 1
        if sign == "{" and not _REPETITION.match(self.text, self.at - 1):
            return r"\{"
        return sign

    def _group(self) -> str:
        text, at = self.text, self.at
        if text.startswith("(?#", at):
            end = text.find(")", at)
            self.at = len(text) if end < 0 else end + 1
            return ""
        if back := _BACK.match(text, at):
            self.at = back.end()
            return f"(?P={back[back.lastindex or 0]})"
        if text.startswith(("(?<=", "(?<!"), at):
            return self._look_behind(text[at : at + 4])
        return self._close(self._opening())

    def _opening(self) -> str:
        """Return the beginning of a group as Python writes it, and pass it."""
        if flags := _FLAGS.match(self.text, self.at):
            self.at = flags.end()
            return f"(?{_flags(flags)}:"
        if name := _NAME.match(self.text, self.at):
            self.at = name.end()
            return f"(?P<{name[1] or name[2]}>"
        if opening := _PLAIN_OPENING.match(self.text, self.at):
            self.at = opening.end()
            return opening[0]
        raise UnknownSyntaxError(f"`{self.text[self.at : self.at + 4]}` at character {self.at + 1}")

    def _close(self, opening: str) -> str:
        return f"{opening}{_join(self._inner())})"

    def _inner(self) -> _Branches:
        branches = self.alternatives()
        if self.at >= len(self.text):
            raise UnknownSyntaxError("a group is not closed")
        self.at += 1
        return branches

    def _look_behind(self, opening: str) -> str:
        """Return look-behinds of fixed length in place of one: for each alternative, and each length."""
        self.at += len(opening)
        behind = [f"{opening}{text})" for text in _fixed(self._inner())]
        return "".join(behind) if opening == "(?<!" else f"(?:{'|'.join(behind)})" if len(behind) > 1 else behind[0]

    def _escape(self) -> str:
        text, at = self.text, self.at
        if found := _PROPERTY.match(text, at):
            self.at = found.end()
            return f"[{_property(found)}]"
        if found := _CODE.match(text, at):
            self.at = found.end()
            return re.escape(chr(int(found[1], 16)))
        if text.startswith(r"\Q", at):
            inner, end, _ = text[at + 2 :].partition(r"\E")
            self.at = at + 2 + len(inner) + len(end)
            return f"(?:{re.escape(inner)})"
        if found := _BACK.match(text, at):
            self.at = found.end()
            return f"(?P={found[found.lastindex or 0]})"
        return self._short_escape()

    def _short_escape(self) -> str:
        sign = self.text[self.at + 1 : self.at + 2]
        self.at += 2
        if not sign:
            raise UnknownSyntaxError("a backslash at the end")
        known = {"z": r"\Z", "Z": r"(?=\n?\Z)", "e": r"\x1b", "h": r"[ \t]", "G": "", "E": ""}
        if sign in known:
            return known[sign]
        if sign in "xu":
            return f"\\{sign}"
        return _plain_escape(sign)

    def _set(self) -> str:
        """Return a set; `[a-z-[aeiou]]`, all of one set but another, is a look-ahead and a set."""
        start = self.at
        self.at += 1
        parts = ["[^" if self.text.startswith("^", self.at) else "["]
        self.at += len(parts[0]) - 1
        except_for = ""
        while True:
            if self.at >= len(self.text):
                raise UnknownSyntaxError(f"the set at character {start + 1} is not closed")
            if self.text[self.at] == "]" and len(parts) > 1:
                break
            if self.text.startswith("-[", self.at) and len(parts) > 1 and not _POSIX.match(self.text, self.at + 1):
                self.at += 1
                except_for = f"(?!{self._set()})"
                continue
            parts.append(self._member(parts))
        self.at += 1
        whole = "".join(parts) + "]"
        return f"(?:{except_for}{whole})" if except_for else whole

    def _member(self, before: list[str]) -> str:
        text, at = self.text, self.at
        if named := _POSIX.match(text, at):
            self.at = named.end()
            return posix_class(named[2], bool(named[1]))
        if found := _PROPERTY.match(text, at):
            self.at = found.end()
            return _property(found)
        if text[at] == "\\" and (members := _CLASSES.get(text[at + 1 : at + 2])):
            self.at += 2
            return members
        if text[at] == "\\":
            return self._escape()
        self.at += 1
        is_lone = text[at] == "-" and before[-1] in _CLASSES.values()
        return f"\\{text[at]}" if is_lone or text[at] in "[]&~|" else text[at]


def _flags(found: re.Match[str]) -> str:
    """Return flags as Python writes them; explicit capture has no letter there, and no use."""
    on = "".join(sorted(set(found[1]) - {"n"}))
    off = "".join(sorted(set(found[2] or "") - {"n"} - set(on)))
    return f"{on}-{off}" if off else on


def _plain_escape(sign: str) -> str:
    if sign in _CLASSES:
        return f"[{_CLASSES[sign]}]" if sign.islower() else f"[^{_CLASSES[sign.lower()]}]"
    if sign in _ASSERTIONS or sign in _CONTROLS or sign.isdigit():
        return f"\\{sign}"
    return re.escape(sign)


def _property(found: re.Match[str]) -> str:
    name = found[3] or found[4]
    is_negated = (found[1] == "P") != bool(found[2])
    members = unicode_class(name, is_negated)
    if members is None:
        raise UnknownSyntaxError(f"`{found[0]}`; known are general categories and {', '.join(NAMED)}")
    return members


def _fixed(branches: _Branches) -> list[str]:
    """Return the alternatives of a look-behind, each of one length."""
    found: list[str] = []
    for branch in branches:
        choices = [_counts(piece) for piece in branch]
        size = 1
        for each in choices:
            size *= len(each)
        if len(found) + size > _MOST:
            raise UnknownSyntaxError("a look-behind of too many lengths")
        found += ["".join(choice) for choice in product(*choices)]
    return found


_BOUNDS = pattern(r"\{(\d+)(?:(,)(\d*))?\}")


def _counts(piece: _Piece) -> list[str]:
    """Return a part as often as it may stand there, once for each number."""
    if not piece.times:
        return [piece.atom]
    least, most = {"*": (0, None), "+": (1, None), "?": (0, 1)}.get(piece.times[0], (0, 0))
    if bounds := _BOUNDS.match(piece.times):
        least = int(bounds[1])
        most = int(bounds[3]) if bounds[3] else None if bounds[2] else least
    last = least + _FARTHEST if most is None else min(most, least + _FARTHEST)
    return [f"{piece.atom}{{{count}}}" if count != 1 else piece.atom for count in range(least, last + 1)]
