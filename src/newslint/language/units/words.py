"""Find the words of a text; knows nothing of sentences, languages or rules."""

import re

from newslint.patterns import pattern

# Letters that `\w` does not know: combining marks (a decomposed é, Indic vowel signs), soft hyphens and
# joiners.
_MARKS = (
    "\u0300-\u036f\u00ad\u200c\u200d\u0591-\u05bd\u064b-\u065f"
    "\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc-\u09cd"
)

_WORD = pattern(
    rf"""
    [^\W_] [\w{_MARKS}]*+              # a word begins with a letter or a digit
    (?:
        ['’ʼ\-‐‑] [\w{_MARKS}]++       # it's, O’Brien, well-known
      | (?<=\d) [.,:/] (?=\d) \w++     # 1,234.5  9:40  24/7  11.24.2025
      | (?<=\d) [\u202f\u2009\u00a0] (?=\d{{3}}(?!\d)) \d++    # 12 000, with a space that does not break
      | (?<=\b[^\W\d_]) \. (?=[^\W\d_]\b) \w                   # U.S  a.m  (the last full stop stays outside)
    )*+
    """,
    re.VERBOSE,
)


def find_words(text: str) -> list[tuple[int, int]]:
    """Find the words of a text as half-open spans, in order.

    Apostrophes (straight or curly) and hyphens inside a word belong to it, as do the separators inside a
    number. A word never begins or ends with one of them.
    """
    return [match.span() for match in _WORD.finditer(text)]


def count_words(text: str) -> int:
    """Count the words that `find_words` finds."""
    return len(_WORD.findall(text))


def list_words(text: str) -> list[str]:
    """Return the words that `find_words` finds, in order."""
    return _WORD.findall(text)


_PART = pattern(r"\w+")


def list_parts(text: str) -> list[str]:
    """Return the runs of letters and digits of a text, in order: words cut at hyphens and apostrophes."""
    return _PART.findall(text)
