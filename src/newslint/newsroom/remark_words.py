"""The words of remarks to colleagues and of a chat assistant, in families: who is spoken to, and of what.

No family is proof; what it weighs is learned, in `remarks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from sys import intern
from typing import Literal

from newslint.patterns import pattern
from newslint.records import NamedTuple

Register = Literal["desk", "assistant"]
REGISTERS: tuple[Register, ...] = ("desk", "assistant")
_FOLDER = Path(__file__).with_name("lexicons")
_WORD = pattern(r"[a-z0-9]+(?:['-][a-z0-9]+)*|[?!]+")


class Families(NamedTuple):
    """The families of single words, of phrases by their first two words, and those that are things or acts.

    A phrase has the words that follow those two. A family is named after its register: `desk check`.
    """

    words: Mapping[str, set[str]]
    phrases: Mapping[tuple[str, str], list[tuple[tuple[str, ...], str]]]
    told: frozenset[str]

    def find(self, words: list[str]) -> set[str]:
        """Return the families of which some words have a phrase."""
        found: set[str] = set()
        for word in self.words.keys() & words:
            found |= self.words[word]
        pairs = [*pairwise(words)]
        if known := self.phrases.keys() & pairs:
            for at, pair in enumerate(pairs, 2):
                for rest, family in self.phrases[pair] if pair in known else ():
                    if not rest or tuple(words[at : at + len(rest)]) == rest:
                        found.add(family)
        return found


def split_words(text: str) -> list[str]:
    """Return the words of a text in small letters, and its marks of questions and shouts; a number is `number`."""
    words: list[str] = _WORD.findall(text.lower().replace("’", "'"))
    return ["number" if word[0].isdigit() else word for word in words]


@cache
def read_families() -> Families:
    """Read the families of all registers: `family : phrase phrase`; `_` is a space, `/` divides words of one place."""
    single: dict[str, set[str]] = {}
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    told: set[str] = set()
    known: dict[tuple[tuple[str, ...], str], tuple[tuple[str, ...], str]] = {}  # most phrases end alike
    for register, family, words in _rows():
        if family in ("things", "acts"):
            told.update(f"{register} {word}" for word in words)
            continue
        name = f"{register} {family}"
        for phrase in words:
            first, *others = [list(map(intern, word.split("/"))) for word in phrase.split("_")]
            if not others:
                for word in first:
                    single.setdefault(word, set()).add(name)
            for combined in product(first, *others) if others else ():
                rest = combined[2:], name
                phrases.setdefault((combined[0], combined[1]), []).append(known.setdefault(rest, rest))
    return Families(single, phrases, frozenset(told))


def _rows() -> Iterator[tuple[Register, str, list[str]]]:
    for register in REGISTERS:
        for line in (_FOLDER / f"{register}.txt").read_text(encoding="utf-8").splitlines():
            family, _, words = line.partition(" : ")
            if words and not line.startswith("#"):
                yield register, family, words.split()
