"""Read the word lists of this room: lines of `group : words`, where `_` in a word stands for a space."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("lexicons")


@cache
def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """Return the words of each group of a list, such as `people`."""
    found: dict[str, set[str]] = {}
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            group, _, words = line.partition(" : ")
            found.setdefault(group, set()).update(word.replace("_", " ") for word in words.split())
    return {group: frozenset(words) for group, words in found.items()}
