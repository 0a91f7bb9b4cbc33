"""The register of those who may sign, and which of them a name that it does not have is nearly."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from newslint.language.units.comparison import comparison_key
from newslint.patterns import pattern
from newslint.records import NamedTuple

_GLYPHS = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "\u00a0": " "})
_SHORTEST = 4  # letters of a word in which another letter is a slip
_SHORTEST_SWAP = 3
_DOUBLED = pattern(r"(.)\1")
_LONG = 7  # letters of a word that may have two slips


class _Spelling(NamedTuple):
    """One way to write a name: its words without case, accents and marks, and the name in the house's spelling."""

    words: tuple[str, ...]
    name: str


class Register:
    """Who may sign: names in the spelling of the house, and other names of the same people."""

    def __init__(self, entries: Iterable[Mapping[str, Any]]) -> None:
        """Take people in the plain form of options."""
        entries = list(entries)
        self._people = {entry["name"]: entry["role"] for entry in entries}
        spellings = [(name, entry["name"]) for entry in entries for name in (entry["name"], *entry["aliases"])]
        self._known = {_plain(spelling) for spelling, _ in spellings}
        self._capitals = {spelling.upper() for spelling in self._known}
        self._all = spellings

    def __bool__(self) -> bool:
        """Tell whether anybody may sign: a register without names asks for nothing."""
        return bool(self._people)

    def knows(self, name: str) -> bool:
        """Tell whether a name is in the register, in this spelling, in capitals, or as the key of a record."""
        plain = _plain(name)
        if plain in self._known or (plain.isupper() and plain in self._capitals):
            return True
        is_key = " " not in plain and plain == plain.lower()
        return is_key and comparison_key(plain, "letters") in self._keys

    def nearest(self, name: str) -> list[str]:
        """Return the names that one is nearly, in the order of the register: the nearest only."""
        words = tuple(comparison_key(name, "words").split())
        letters = "".join(words)
        found: dict[str, int] = {}
        for spelling in self._candidates(words, letters):
            distance = _distance(words, spelling.words)
            if distance is not None:
                found[spelling.name] = min(distance, found.get(spelling.name, distance))
        least = min(found.values(), default=0)
        return [name for name in self._people if found.get(name) == least]

    def describe(self, name: str) -> str:
        """Return a name in quotation marks, with the person's role if the register has one."""
        return f"“{name}” ({self._people[name]})" if self._people[name] else f"“{name}”"

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(comparison_key(spelling, "letters") for spelling, _ in self._all)

    @cached_property
    def _spellings(self) -> list[_Spelling]:
        folded = ((tuple(comparison_key(spelling, "words").split()), name) for spelling, name in self._all)
        return [_Spelling(words, name) for words, name in folded if words]

    @cached_property
    def _index(self) -> Mapping[str, list[_Spelling]]:
        """The spellings by each of their words, by their letters in one, and by the first letters of their words."""
        found: dict[str, list[_Spelling]] = defaultdict(list)
        for spelling in self._spellings:
            for key in {*spelling.words, "".join(spelling.words), _initials(spelling.words)}:
                found[key].append(spelling)
        return found

    def _candidates(self, words: tuple[str, ...], letters: str) -> Iterator[_Spelling]:
        for key in dict.fromkeys([*words, letters, _initials(words)]):
            yield from self._index.get(key, ())


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.translate(_GLYPHS).split()))


def _initials(words: tuple[str, ...]) -> str:
    return " ".join(sorted(word[0] for word in words if len(word) > 1)).upper()


def _distance(words: tuple[str, ...], other: tuple[str, ...]) -> int | None:
    """Return how far two names are apart: 0 for accents, spaces and order alone; None: they are different names."""
    if sorted(words) == sorted(other) or "".join(words) == "".join(other):
        return 0
    own, theirs = _without_initials(words), _without_initials(other)
    if own == theirs and len(own) > 1:
        return 1
    if len(own) == 1 and other[-1:] == own and (len(words) == 1 or words[0] == other[0][0]):
        return 2  # the surname alone, or with an initial
    if len(own) != len(theirs) or len(own) < 2:
        return None
    slips = [_slips(one, two) for one, two in zip(own, theirs, strict=True)]
    total = sum(slips)
    return total if max(slips) < _MANY and total <= 2 else None


def _without_initials(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if len(word) > 1)


_MANY = 9


def _slips(one: str, other: str) -> int:
    """Return how many slips of typing make one word the other, or `_MANY` where it is another word."""
    if one == other:
        return 0
    short = min(len(one), len(other))
    if abs(len(one) - len(other)) > 2 or short < _SHORTEST_SWAP:
        return _MANY
    number = _edits(one, other)
    # Two letters that changed places, or one that stands twice: Anna for Ana.
    is_swap = number == 1 and (sorted(one) == sorted(other) or _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other))
    most = 2 if short >= _LONG else 1
    return number if number <= most and (is_swap or short >= _SHORTEST) else _MANY


def _edits(one: str, other: str) -> int:
    """Return how many letters are to be changed, left out, added or exchanged with the next (optimal alignment)."""
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 < column and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]
