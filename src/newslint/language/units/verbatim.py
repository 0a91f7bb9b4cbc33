"""Tell whether a text has some quoted words as they were said, and what was changed; it knows no speakers.

Case, accents, articles, contractions and the way to write a number are no changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from newslint.language.units.similarity import fold_words, stem

_CONTRACTED = {"n't": "not", "'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would"}
# Of which the ending is “is” or “has”, and no genitive.
_WITH_VERB = frozenset("it he she that there what who here where how".split())
_IRREGULAR = {"won't": "will", "can't": "can", "cannot": "can", "shan't": "shall", "ain't": "is"}
_SPELLED = {"gonna": ("going", "to"), "okay": ("ok",), "percent": ("per", "cent"), "let's": ("let", "us")}
_ARTICLES = frozenset(["a", "an", "the"])
_NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}
# Without them a sentence says something else.
NEGATIONS = frozenset(
    "not no never nobody none nothing nor neither without hardly barely nearly almost unless if".split()
)
_MOST_WORDS = 60
_MOST_PLACES = 200


def said_words(text: str) -> list[str]:
    """Return the words of a text as they are compared: folded, without articles, contractions written out."""
    return [part for word in fold_words(text) for part in _write_out(word)]


@lru_cache(maxsize=8192)
def _write_out(word: str) -> tuple[str, ...]:
    if word in _ARTICLES:
        return ()
    if word in _SPELLED:
        return _SPELLED[word]
    if word in _IRREGULAR:
        return _IRREGULAR[word], "not"
    head, mark, ending = word.rpartition("'")
    if mark and head:
        if word.endswith("n't"):
            return word[:-3], "not"
        if f"'{ending}" in _CONTRACTED:
            return head, _CONTRACTED[f"'{ending}"]
        if ending == "s" and head in _WITH_VERB:
            return head, "is"
    parts = word.replace(",", "").split("-")
    return tuple(_NUMBERS.get(part, part) for part in parts if part)


class SaidWords:
    """The words of a text in order, to look for words that are quoted from it."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.words = [word for text in texts for word in said_words(text)]
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.words):
            self._places[stem(word)].append(place)

    def has(self, quoted: Sequence[str], max_omitted: int) -> bool:
        """Tell whether some words stand in the text in their order: those at the edges in any form, some left out.

        `max_omitted` words in a row may be left out, and half as many in all as there are, but none of `NEGATIONS`.
        """
        quoted = quoted[:_MOST_WORDS]
        starts = self._places.get(stem(quoted[0]), ())[:_MOST_PLACES] if quoted else ()
        return not quoted or any(self._goes_on(quoted, start, max_omitted) for start in starts)

    def _goes_on(self, quoted: Sequence[str], start: int, max_omitted: int) -> bool:
        at, omitted = start, 0
        for number, word in enumerate(quoted[1:], 2):
            place = self._find(word, range(at + 1, at + max_omitted + 2), is_edge=number == len(quoted))
            if place is None:
                return False
            omitted += place - at - 1
            at = place
        return omitted <= len(quoted) / 2

    def _find(self, word: str, places: range, *, is_edge: bool) -> int | None:
        for place, own in zip(places, self.words[places.start : places.stop], strict=False):
            if own == word or (is_edge and stem(own) == stem(word)):
                return place
            if own in NEGATIONS:
                return None
        return None
