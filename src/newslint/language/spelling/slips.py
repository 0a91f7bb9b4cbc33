"""Say which word letters that are none were meant to be: a common one that is one edit away, or two run together.

One edit is a letter too many, one too few, a wrong one, or two that changed places (Damerau 1964: four of five slips).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from newslint.language.spelling.table import commonness
from newslint.language.spelling.words import FUNCTION_WORDS

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEAST = 5
_LONG = 7
# How common the word that was meant must be: `table.commonness` of it at the most, in short words and in long ones.
_SHORT_SIZE = 35
_LONG_SIZE = 60
_MOST_COMMON = 20
_EVERYWHERE = 10
_RANK_WEIGHT = 10  # how much more common a word must be that a rarer edit leads to
# The rank of edits that other words are made by: a letter before a word (“eboat”), or one that forms names and plurals
# behind it (“royale”). Slips that look so are told in very common words only.
_ODD = 5
_DOUBLING = 2  # the first rank that is neither a doubled letter nor two in the wrong order
_FORMING = "aeiosy"
_LEAST_RUN = 5  # letters of two words that were run together
# Words of three and four letters are judged where a function word has its letters in another order: “teh”, “wiht”.
_SHUFFLED = ("that", "this", "with", "from", "have", "they", "been", "were", "when", "will", "than", "then", "their")
_SHORT = {
    slip: word
    for word in ("the", "and", "for", "was", "has", "had", *_SHUFFLED)
    for slip in (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    if slip != word
}
# Contractions that lack their apostrophe, and are no other word.
_VERBS = "do did does is are was were has have had would could should must".split()
_CONTRACTED = {f"{verb}nt": f"{verb}n’t" for verb in _VERBS} | {
    f"{pronoun}{ending}": f"{pronoun}’{ending}" for pronoun in ("they", "you") for ending in ("re", "ve")
}


@lru_cache(maxsize=4096)
def meant(word: str) -> str | None:
    """Return what a string of small letters that is no word was meant to be, or None where that is not plain."""
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    if len(word) < _LEAST:
        return _SHORT.get(word) or _lengthened(word)
    near = _nearest(word)
    return near[1] if near else _parted(word)


def is_near_common(word: str) -> bool:
    """Tell whether a string of letters is one edit from one of the most common words: “governmet” is no compound."""
    near = _nearest(word) if len(word) > _LEAST else None
    return near is not None and near[0] <= _MOST_COMMON


def _lengthened(word: str) -> str | None:
    """Return the very common word of five letters of which one is missing: “abot”."""
    found = {near for _, near in _edits(word) if len(near) == _LEAST and (commonness(near) or 99) <= _EVERYWHERE}
    return found.pop() if len(word) == _LEAST - 1 and len(found) == 1 else None


@lru_cache(maxsize=4096)
def _nearest(word: str) -> tuple[int, str] | None:
    """Return how common the likeliest word that is one edit away is, and the word; None where there is none."""
    most = _LONG_SIZE if len(word) >= _LONG else _SHORT_SIZE
    found = [
        (size + _RANK_WEIGHT * rank, size, near)
        for rank, near in _edits(word)
        if (size := commonness(near)) is not None and size <= _limit(rank, most)
    ]
    return min(found)[1:] if found else None


def _limit(rank: int, most: int) -> int:
    """Return how common the word must be that an edit of a rank leads to: less for those that fingers make most."""
    return _LONG_SIZE if rank < _DOUBLING else most if rank < _ODD else _MOST_COMMON


def _edits(word: str) -> Iterator[tuple[int, str]]:
    """Yield what is one edit away, each with a rank, the likelier edits first.

    A wrong first letter is hardly ever typed: words that differ in it are other words, unless they are long ones.
    """
    for at in range(len(word)):
        before, letter, after = word[:at], word[at], word[at + 1 :]
        if after and after[0] != letter:
            yield 0, before + after[0] + letter + after[1:]
        if not after.startswith(letter):
            is_odd = not before or (not after and letter in _FORMING)
            yield 1 if before[-1:] == letter else _ODD if is_odd else 3, before + after
        if at or len(word) > _LONG:
            for other in _LETTERS:
                if other != letter:
                    yield 4, before + other + after
    for at in range(len(word) + 1):
        for letter in _LETTERS:
            yield 1 if word[at - 1 : at] == letter or word[at : at + 1] == letter else 2, word[:at] + letter + word[at:]


def _parted(word: str) -> str | None:
    """Return two words that lack the space between them, of which one only joins others: “of the” for “ofthe”."""
    if len(word) < _LEAST_RUN:
        return None
    found = {f"{word[:cut]} {word[cut:]}" for cut in range(1, len(word)) if _are_run_together(word[:cut], word[cut:])}
    return found.pop() if len(found) == 1 else None


def _are_run_together(first: str, second: str) -> bool:
    if first not in FUNCTION_WORDS and second not in FUNCTION_WORDS:
        return False
    sizes = commonness(first), commonness(second)
    is_common = all(size is not None and size <= _MOST_COMMON for size in sizes)
    return is_common and min(len(first), len(second)) > 1
