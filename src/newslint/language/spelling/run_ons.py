"""Find words between which a mark lacks its space: “two sons.Both are vets”, “the tower,and the band”.

Addresses, names of files, code and abbreviations have marks without spaces, too. So both sides must be words of
English, or a figure before the mark, and a sentence must go on or end behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.language.spelling.table import commonness
from newslint.language.spelling.words import FUNCTION_WORDS
from newslint.language.units.sentences import ABBREVIATIONS
from newslint.patterns import pattern

_BEFORE_SIZE = 70  # how common the word before a mark must be, as `table.commonness` has it
_AFTER_SIZE = 60
_STOP = pattern(
    r"(?<![\w.@/:#$&=?’'-])(?:(?P<word>[a-z]{2,20})|(?P<name>[A-Z][a-z]{2,20})|(?P<figure>\d{2,4}|\d{1,3}(?:%|p|am|pm|m|bn|km)))"
    r"(?P<mark>[.!?;])(?P<quote>[”\"]?)(?P<after>[A-Z][a-z]{0,20})(?![\w.@/:#&=-]|[’']\w\w\w)"
)
_COMMA = pattern(
    r"(?<![\w.@/:#$&=?,’'-])(?P<word>[A-Za-z]{2,20}|\d{4})(?P<mark>[,;])(?P<after>[A-Za-z][a-z]{0,20})(?=[ ][\w“\"‘(])"
)
# What names of files and addresses end in, in capitals or not.
_ENDINGS = frozenset("com net org gov edu info biz final docx pdf app dev io co uk us js me tv md it py".split())


def find_missing_spaces(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of two words with a mark between them; the space belongs behind its group `mark` or `quote`."""
    for match in _STOP.finditer(text):
        if _is_end(match):
            yield match
    commas = [match for match in _COMMA.finditer(text) if _are_words(match)]
    if len(commas) == 1:  # more of them are a list of names in code
        yield commas[0]


def _is_end(match: re.Match[str]) -> bool:
    """Tell whether a sentence ends before a mark and another begins behind it."""
    after = match["after"].lower()
    if after in _ENDINGS and not (after == "it" and not match["name"] and _goes_on(match)):
        return False  # but “the pier.It fell” is no address
    if match["name"]:
        if match["mark"] != "." or match["name"].lower() in _ABBREVIATIONS:
            return False
        return _is_common(after, _BEGINNING_SIZE) and _goes_on(match) is not None
    if match["figure"] and (match["mark"] != "." or not _is_common(after, _BEGINNING_SIZE)):
        return False
    if match["word"] and (not _is_common(match["word"], _BEFORE_SIZE) or match["word"] in _ABBREVIATIONS):
        return False
    return _is_common(after, _AFTER_SIZE) or ((len(after) > 1 or after in _LETTERS) and _goes_on(match) is not None)


# “ticket.A guard”, “late.I was”.
_LETTERS = ("a", "i")
_ABBREVIATIONS = frozenset(word.replace(".", "").lower() for word in ABBREVIATIONS)


_BEGINNING_SIZE = 20
_GOES_ON = pattern(r"[ ][a-z]|[ ][A-Z][a-z]|,[ ]")


def _goes_on(match: re.Match[str]) -> re.Match[str] | None:
    return _GOES_ON.match(match.string, match.end())


def _is_common(word: str, most: int) -> bool:
    size = commonness(word)
    return size is not None and size <= most


def _are_words(match: re.Match[str]) -> bool:
    """Tell whether both sides of a comma are words; beside a name or a year, the other is a common word."""
    word, after = match["word"], match["after"]
    if word.isdigit() or (word[0].isupper() and not _is_common(word.lower(), _BEFORE_SIZE)):
        return after in FUNCTION_WORDS
    if after[0].isupper():
        return word.islower() and len(after) > 1 and _is_common(word, _BEGINNING_SIZE)
    return _is_common(word.lower(), _BEFORE_SIZE) and (after == "a" or _is_common(after, _AFTER_SIZE))
