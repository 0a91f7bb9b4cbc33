"""Tell what a sentence of a notice says, by classes of words that meet in it: `parts.txt` has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from newslint.language.units.words import list_parts
from newslint.records import NamedTuple

_FILE = Path(__file__).with_name("parts.txt")
_LONGEST = 60  # words of a sentence that are read

Chain = tuple[str, ...]


class Tables(NamedTuple):
    """The words of classes by the first word of each, and for each part the meetings that make it."""

    classes: Mapping[str, Mapping[str, tuple[Chain, ...]]]
    parts: Mapping[str, tuple[tuple[Chain, ...], ...]]


@cache
def tables() -> Tables:
    """Read the file of parts."""
    classes: dict[str, dict[str, tuple[Chain, ...]]] = {}
    parts: dict[str, tuple[tuple[Chain, ...], ...]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        name, colon, words = line.partition(" : ")
        if not colon or line.startswith("#"):
            continue
        if name.startswith("= "):
            known = classes.setdefault(name[2:], {})
            for phrase in map(_phrase, words.split()):
                known[phrase[0]] = (*known.get(phrase[0], ()), phrase)
        else:
            parts[name] = (*parts.get(name, ()), tuple(tuple(each.split(">")) for each in words.split()))
    return Tables(classes, parts)


def _phrase(word: str) -> Chain:
    return tuple(list_parts(word.replace("_", " ")))


@cache
def words_of(part: str) -> frozenset[str]:
    """Return words of which a text has one where it may have a part: the smallest class of each of its meetings."""
    known = tables()
    firsts = (
        min((frozenset(known.classes[name]) for chain in meeting for name in chain), key=len)
        for meeting in known.parts[part]
    )
    return frozenset().union(*firsts)


def says(part: str, sentence: str) -> bool:
    """Tell whether a sentence says a part of a notice."""
    known = tables()
    words = list_parts(sentence.replace("+", " plus ").lower())[:_LONGEST]
    return any(all(_meets(chain, words, known) for chain in meeting) for meeting in known.parts[part])


def _meets(chain: Chain, words: Sequence[str], known: Tables) -> bool:
    """Tell whether the classes of a chain follow one another in some words."""
    at = 0
    for name in chain:
        found = _find(known.classes[name], words, at)
        if found is None:
            return False
        at = found
    return True


def _find(phrases: Mapping[str, tuple[Chain, ...]], words: Sequence[str], at: int) -> int | None:
    """Return where the first phrase ends that stands at or behind a place."""
    for place in range(at, len(words)):
        for phrase in phrases.get(words[place], ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                return place + len(phrase)
    return None
