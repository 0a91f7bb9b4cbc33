"""Compare short texts by their words, without case, accents and punctuation; it knows no grammar and judges nothing."""

from __future__ import annotations

from functools import lru_cache

from newslint.language.units.comparison import comparison_key
from newslint.language.units.words import find_words

# English words that say too little to tell one statement from another.
STOP_WORDS = frozenset(
    """a about above after again against all also am among an and any are as at be became because been before being
    below between both but by can could did do does doing down during each even few for from further had has have
    having he her here hers herself him himself his how however i if in into is it its itself just may me might more
    most must my myself no nor not now of off on once one only or other our ours out over own per said same say says
    she should so some such than that the their theirs them then there these they this those though through to too
    under until up upon us very was we were what when where whether which while who whom whose why will with within
    without would yet you your yours""".split()
)


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word's key for comparison."""
    return comparison_key(word)


def fold_words(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded, in order."""
    return tuple(fold(text[start:end]) for start, end in find_words(text))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the rough stem of a folded English word: without possessive, plural and verb endings."""
    if word.endswith("'s"):
        word = word[:-2]
    for ending in ("ing", "ies", "ied", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] in "ey" else word


def content_words(text: str) -> list[str]:
    """Return the stems of the words that carry a text's meaning, in order, hyphenated words in their parts."""
    parts = (part for word in fold_words(text) for part in word.split("-"))
    return [stem(part) for part in parts if part and part not in STOP_WORDS]
