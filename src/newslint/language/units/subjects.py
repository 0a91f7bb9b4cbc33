"""Tell which words of a text say what it is about: not those of grammar, of counting, nor common verbs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from newslint.language.units.similarity import STOP_WORDS, stem
from newslint.language.units.words import list_parts

__all__ = ["count_subjects", "subject_of", "subjects_in"]

# Words of counting, of the places and times that a figure holds for, and those that stand in texts about anything.
_EMPTY = frozenset(
    stem(word)
    for word in """percent cent per year month week day half third quarter one two three four five six seven eight nine
    ten dozen hundred thousand million billion rose rise fell fall increase decrease drop grow grew double triple
    average rank record high low country nation nationwide national state region city county district province town
    local area last past decade number figure rate total share level time people now almost nearly roughly around about
    least fewer less than still end first second many most ever every over find found work make made take took taken get
    got use used want need give gave given come came goes went back keep kept put let help call left leave long part
    place way thing start begin began new old good big great small large early late much another lot since also even
    well own around away across along among already yet today""".split()
)
_LEAST = 3  # letters


@lru_cache(maxsize=32_768)
def subject_of(word: str) -> str:
    """Return the stem of a word in small letters if it tells what a text is about, else an empty string."""
    if len(word) < _LEAST or not word.isalpha() or word in STOP_WORDS:
        return ""
    found = stem(word)
    return "" if found in _EMPTY else found


def subjects_in(text: str) -> list[str]:
    """Return the stems of the telling words of a text, in order."""
    return [found for word in list_parts(text.lower()) if (found := subject_of(word))]


def count_subjects(words: Mapping[str, int] | Iterable[str]) -> Counter[str]:
    """Count the stems of words in small letters, which may be counted already."""
    found: Counter[str] = Counter()
    for word, times in Counter(words).items():
        if subject := subject_of(word):
            found[subject] += times
    return found
