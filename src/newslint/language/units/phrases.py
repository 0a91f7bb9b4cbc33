"""Find thousands of phrases in one pass over a text; it knows nothing of what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newslint.language.units.comparison import fold_in_place


class PhraseIndex:
    """An automaton over the phrases of many owners, matched without case at word boundaries."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        """Build the automaton from each owner's phrases."""
        import ahocorasick

        owners: dict[str, list[str]] = {}
        for owner, entries in phrases.items():
            for phrase in entries:
                owners.setdefault(fold_in_place(" ".join(phrase.split())), []).append(owner)
        self._automaton: Any = ahocorasick.Automaton()
        for phrase, names in owners.items():
            self._automaton.add_word(phrase, (len(phrase), phrase, tuple(names)))
        self._is_empty = not owners
        if owners:
            self._automaton.make_automaton()

    def find(self, text: str) -> list[tuple[str, int, int, str]]:
        """Return (owner, start, end, phrase) of every phrase, the longest of an owner's overlapping ones, in order."""
        if self._is_empty or not text:
            return []
        folded = fold_in_place(text)
        best: dict[str, list[tuple[int, int, str]]] = {}
        for last, (size, phrase, names) in self._automaton.iter(folded):
            start, end = last + 1 - size, last + 1
            if not _is_whole(folded, start, end):
                continue
            for name in names:
                _keep_longest(best.setdefault(name, []), start, end, phrase)
        hits = [(name, start, end, phrase) for name, found in best.items() for start, end, phrase in found]
        return sorted(hits, key=lambda hit: (hit[1], hit[2], hit[0]))


def _keep_longest(found: list[tuple[int, int, str]], start: int, end: int, phrase: str) -> None:
    """Add a place to those of an owner, which end before it, unless one of them overlaps it and begins earlier."""
    while found and start <= found[-1][0]:
        found.pop()
    if not found or start >= found[-1][1]:
        found.append((start, end, phrase))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a phrase begins and ends where words do."""
    before = start > 0 and text[start].isalnum() and (text[start - 1].isalnum() or text[start - 1] == "_")
    after = end < len(text) and text[end - 1].isalnum() and (text[end].isalnum() or text[end] == "_")
    return not before and not after
