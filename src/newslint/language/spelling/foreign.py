"""Tell a passage in another language from an English one, by words in small letters that English has not."""

from __future__ import annotations

from newslint.language.spelling.table import commonness
from newslint.patterns import pattern

_AROUND = 120  # code points before and after a place
_KNOWN = 70  # words that are less common are no words to most readers
_WORD = pattern(r"(?<![\w’'@#./-])[^\W\d_A-ZÀ-ÖØ-Þ]{2,40}+(?![\w’'@/-])")
_BEFORE = pattern(r"(?<![\w’'@#./-])([^\W\d_A-ZÀ-ÖØ-Þ]{2,12}+)[ ]\Z")
_LEAST, _SHARE = 3, 3  # so many words, and one in so many


def is_foreign(text: str, start: int, end: int) -> bool:
    """Tell whether a name at a place of a text stands in another language than English.

    That is so where the word before it is none (“des Alten Testaments”), or one in three of the words around it.
    """
    before = _BEFORE.search(text, max(0, start - 16), start)
    if before is not None and not _is_english(before[1]):
        return True
    around = _WORD.findall(text, max(0, start - _AROUND), min(len(text), end + _AROUND))
    strange = sum(not _is_english(word) for word in around)
    return strange >= _LEAST and strange * _SHARE >= len(around)


def _is_english(word: str) -> bool:
    return (commonness(word) or _KNOWN + 1) <= _KNOWN
