"""Read the words that bound a figure: “about”, “more than”, “nearly”, “up to”, “or so”."""

from __future__ import annotations

import re
from typing import Literal

from newslint.patterns import pattern

# The true value is near, above or below the figure; `open`: it says nothing but a limit.
Bound = Literal["", "about", "above", "below", "open"]

_WORDS: dict[Bound, str] = {
    "above": r"(?:slightly|just|well|a[ ]little|a[ ]bit|far)[ ](?:more[ ]than|over|above)"
    r"|(?:more|greater|higher)[ ]than|over|above|upwards[ ]of|in[ ]excess[ ]of|exceeding",
    "below": r"(?:slightly|just|a[ ]little|a[ ]bit|well)[ ](?:less[ ]than|fewer[ ]than|under"
    r"|below|shy[ ]of|short[ ]of)|(?:less|fewer|lower)[ ]than|under|below|nearly|almost"
    r"|close[ ]to|approaching|not[ ]quite",
    "about": r"about|around|approximately|approx\.?|roughly|some|circa|ca?\.|an?[ ]estimated|estimated"
    r"|near|nearer|[~≈]",
    "open": r"up[ ]to|as[ ](?:many|much|few|little|low|high)[ ]as|at[ ](?:least|most)|no[ ](?:more|less|fewer)[ ]than"
    r"|a[ ](?:minimum|maximum)[ ]of|not[ ]more[ ]than|only[ ]up[ ]to",
}
_BEFORE = pattern(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items())
    + r")[ ]?(?:the[ ]|its[ ])?\Z",
    re.IGNORECASE,
)
_BEHIND = pattern(
    r"(?P<above>\+(?!\w)|-plus\b|[ ](?:or|and)[ ](?:more|higher|over|above)\b)"
    r"|(?P<below>[ ]or[ ](?:less|fewer|lower)\b)|(?P<about>[ ]or[ ](?:so|thereabouts)\b|[ ]?-odd\b|ish\b)"
)
_FARTHEST = 32  # code points: the longest of the words, with a space


def bound_before(text: str, start: int) -> tuple[Bound, int]:
    """Return how words before a figure bound it, and where they begin; nothing and `start` where none do."""
    if text[start - 1 : start] not in (" ", "~", "≈", "\u00a0"):
        return "", start
    match = _BEFORE.search(text, max(0, start - _FARTHEST), start)
    if match is None or _MOVED.search(text, max(0, match.start() - _FARTHEST), start):
        return "", start
    return _name(match), match.start()


# “Inflation picked up to 3 per cent” is no bound.
_MOVED = pattern(
    r"\b(?:pick|go|goes|went|gone|going|move|climb|creep|crept|shot|shoot|jump|push|edge|tick|inch|rise|rose|bring"
    r"|brought|take|took)[a-z]{0,4}[ ]up[ ]to[ ]\Z",
    re.IGNORECASE,
)


def bound_behind(text: str, end: int) -> tuple[Bound, int]:
    """Return how words behind a figure bound it, and where they end; nothing and `end` where none do."""
    if text[end : end + 1] not in (" ", "+", "-", "i"):
        return "", end
    match = _BEHIND.match(text, end)
    return (_name(match), match.end()) if match else ("", end)


def _name(match: re.Match[str]) -> Bound:
    name: Bound = match.lastgroup  # type: ignore[assignment]
    return name
