"""The words of a sentence in small letters, with their places and the marks before them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from newslint.patterns import pattern
from newslint.records import NamedTuple

_FOLDER = Path(__file__).parent
_WORD = pattern(r"[\w&]+(?:-[\w&]+)*")
Phrase = tuple[str, ...]


class Group(frozenset[str]):
    """Words and phrases, found by the first and by the last word of each, the longest first."""

    firsts: Mapping[str, tuple[Phrase, ...]]
    lasts: Mapping[str, tuple[Phrase, ...]]

    def __new__(cls, phrases: Iterable[str] = ()) -> Group:
        """Index the phrases once."""
        made = super().__new__(cls, phrases)
        cut = sorted((tuple(phrase.split(" ")) for phrase in made), key=len, reverse=True)
        made.firsts = _indexed(cut, 0)
        made.lasts = _indexed(cut, -1)
        return made


def _indexed(phrases: Iterable[Phrase], at: int) -> Mapping[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        found[phrase[at]] = (*found.get(phrase[at], ()), phrase)
    return found


class Words(NamedTuple):
    """A sentence cut at spaces, apostrophes and marks: `said` in small letters, where, and `before` which marks."""

    said: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    before: tuple[str, ...]
    names: tuple[bool, ...]

    @property
    def is_title(self) -> bool:
        """Whether the words are written as titles are, so that capitals show no names."""
        long = [is_name for word, is_name in zip(self.said, self.names, strict=True) if len(word) >= _LONG]
        return len(long) >= _FEW and all(long)

    def ends(self, at: int, known: Group) -> int:
        """Return how many words that end at a place are one of some words or phrases; 0: none are."""
        for phrase in known.lasts.get(self.said[at], ()):
            if len(phrase) <= at + 1 and self.said[at + 1 - len(phrase) : at + 1] == phrase:
                return len(phrase)
        return 0

    def begins(self, at: int, known: Group) -> int:
        """Return how many words from a place on are one of some words or phrases; 0: none are."""
        for phrase in known.firsts.get(self.said[at], ()) if at < len(self.said) else ():
            if self.said[at : at + len(phrase)] == phrase:
                return len(phrase)
        return 0


_LONG, _FEW = 4, 3  # letters of a word, and words of a title


def read_words(text: str) -> Words:
    """Read the words of a sentence."""
    found = list(_WORD.finditer(text))
    ends = [0, *(match.end() for match in found)]
    return Words(
        tuple(match[0].lower() for match in found),
        tuple(match.span() for match in found),
        tuple(text[end : match.start()].strip(" \t\n’'") for end, match in zip(ends, found, strict=False)),
        tuple(match[0][0].isupper() for match in found),
    )


@cache
def read_groups(name: str) -> Mapping[tuple[str, ...], Group]:
    """Return the words of a file beside this one by their groups, each as the words before its colon."""
    found: dict[tuple[str, ...], set[str]] = {}
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            group, _, words = line.partition(" : ")
            found.setdefault(tuple(group.split()), set()).update(_phrases(words.split()))
    return {group: Group(words) for group, words in found.items()}


def _phrases(words: Iterable[str]) -> Iterable[str]:
    return (word.replace("_", " ") for word in words)
