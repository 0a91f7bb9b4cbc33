"""Write a heading in title case or sentence case, as Vale does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.checks.vale.expressions import compiled
from newslint.patterns import pattern

_SMALL = frozenset("a an and as at but by en for if in nor of on or per the to vs vs. via v v.".split())
_PREPOSITIONS = frozenset(
    "with from into during including until against among throughout despite towards upon concerning about over through"
    " before between after since without under within along following across beyond around down near above".split()
)
_WORD = pattern(r"[^\W_][^\s/-]*")
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_NUMBER = pattern(r"\d\.")
TOKEN = r"(?:[^\W_]|\*)+\S*"
# A word and the expression that finds it.
Vocabulary = Sequence[tuple[str, str]]


def known(vocabulary: Vocabulary, word: str) -> str:
    """Return a word as the vocabulary writes it, or nothing where it has none such."""
    for term, expression in vocabulary:
        if term.casefold() == word.casefold():
            return term
        if compiled(expression).search(word):
            return word
    return ""


def _capitalized(word: str) -> str:
    return word[:1].upper() + word[1:]


def title_case(text: str, style: str, vocabulary: Vocabulary, prefix: str) -> str:
    """Return a heading in title case of AP or Chicago; in AP style “to” keeps its capital, as in an infinitive."""
    begin = _prefix(text, prefix)
    text = text.removeprefix(begin)
    plain = text.translate(_PLAIN)
    small = _SMALL | _PREPOSITIONS if style == "Chicago" else _SMALL

    def cased(found: re.Match[str]) -> str:
        word, (start, end) = found[0], found.span()
        if entry := known(vocabulary, word):
            return entry
        if (
            word.lower() in small
            and _is_inside(plain, start, end)
            and not (word.lower() == "to" and style != "Chicago")
        ):
            return word.lower()
        return _capitalized(word)

    return begin + _WORD.sub(cased, text)


def _is_inside(text: str, start: int, end: int) -> bool:
    """Tell whether a word is neither first nor last, and not part of a compound."""
    before = text[max(0, start - 2) : start]
    if start == 0 or end == len(text) or before[-1:] not in (" ", "-", "/"):
        return False
    is_open = len(before) < 2 or before[0] not in ":-"
    return is_open and (text[end : end + 1] != "-" or before[-1:] == "-")


def sentence_case(text: str, vocabulary: Vocabulary, prefix: str, indicators: Sequence[str]) -> str:
    """Return the words of a heading in sentence case; the word after one with an indicator begins with a capital."""
    begin = _prefix(text, prefix)
    terms = [expression for _, expression in vocabulary]
    expression = "|".join([*([rf"\b(?:{'|'.join(terms)})\b"] if terms else []), TOKEN])
    words = [found[0] for found in compiled(f"(?i:{expression})").finditer(text.removeprefix(begin))]
    cased = []
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        opens = at == 0 or _indicates(before, at - 1, indicators)
        cased.append(known(vocabulary, word) or (_titled(word) if opens else word.lower()))
    return begin + " ".join(cased)


def _titled(word: str) -> str:
    return word[:1].upper() + word[1:].lower()


def _indicates(word: str, at: int, indicators: Sequence[str]) -> bool:
    if any(len(word) > len(each) and word.endswith(each) for each in indicators):
        return True
    return at == 0 and _NUMBER.search(word) is not None


def _prefix(text: str, prefix: str) -> str:
    found = compiled(prefix).search(text) if prefix else None
    return found[0] if found else ""
