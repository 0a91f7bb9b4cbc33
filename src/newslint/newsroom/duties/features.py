"""The features of a sentence by which it is told what duty it puts on a newsroom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, pairwise
from typing import Literal

from newslint.newsroom.duties.words import kin_of, read_classes, read_words
from newslint.patterns import pattern

Place = Literal["body", "headline", "caption"]
"""Where a sentence stands."""
_SIZES = (6, 10, 16, 24, 34)
_ENDINGS = pattern(r"(?<=\w{3})(?:ings?|ed|es|s|ly|ers?|ies|y|e)\Z")
_SIGNS = ("?", "!", "£", "$", "%", "“", "(", ":", ";", "—", "–", "…")


class Features(frozenset[str]):
    """The features of a sentence; its `words` are those that have letters alone."""

    words: frozenset[str]


def find_features(text: str, place: Place) -> Features:
    """Return the features of a sentence: its words, stems, pairs and classes, what meets, its form and its place."""
    words = read_words(text)
    classes = read_classes().find(words)
    own = sorted(name for name in classes if " " not in name)
    made = Features(
        [
            *words,
            *map(stem, words),
            *(f"{first} {second}" for first, second in pairwise(words)),
            *classes,
            *chain.from_iterable(map(kin_of, words)),
            *(f"{first} + {second}" for first, second in combinations(own, 2)),
            *_find_opening(words),
            *_find_form(text, words, place),
        ]
    )
    made.words = frozenset(filter(str.isalpha, words))
    return made


def stem(word: str) -> str:
    """Return a word with a mark and without its ending, so that “buying” and “buys” are one."""
    return f"~{_ENDINGS.sub('', word)}" if word[0] != "#" else word


def _find_opening(words: Sequence[str]) -> Iterator[str]:
    if words:
        yield f"^ {words[0]}"
        yield from (f"^ {name}" for name in read_classes().words.get(words[0], ()) if " " not in name)
    if len(words) > 1:
        yield f"^ {words[0]} {words[1]}"


def _find_form(text: str, words: Sequence[str], place: Place) -> Iterator[str]:
    yield f"in {place}"
    yield from (f"words<={size}" for size in _SIZES if len(words) <= size)
    yield from (f"has {sign}" for sign in _SIGNS if sign in text)
    if any(word.endswith("ed") for word in words):
        yield "has -ed"
    if any(word.endswith("est") for word in words):
        yield "has -est"
