"""Find what a colleague put into a sentence: words set apart by marks that ask, order, doubt or speak as “I” and “you”.

News has glosses and asides in brackets, and none that speaks to anybody. Which articles speak to nobody is told by
`memos.is_told`; in others, nothing here is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.newsroom.asides import find_loose, is_for_colleague
from newslint.newsroom.memo_words import PEOPLE
from newslint.newsroom.memos import is_memo, names_trade
from newslint.patterns import pattern

_BRACKETS = pattern(
    r"\((?P<round>[^()\n]{2,160})\)|\[(?P<square>[^\[\]\n]{2,160})\](?![(\[:])|\{(?P<curly>[^{}\n]{2,160})\}"
)
_DASHES = pattern(r"(?<=\s)(?:[–—]{1,3}|-{1,3})\s(?P<dash>[^–—\n]{4,100}?)\s(?:[–—]{1,3}|-{1,3})(?=[\s,.])")
_ARROW = pattern(r"(?:<--?|<==?|<<<?|-->|==>|>>>|\^\^)\s?(?P<arrow>[a-z][^.<>\n]{4,80})")
# Capitals of an order or a piece of the copy within a sentence that has small letters.
_SHOUT = pattern(r"(?<=[a-z,;] )(?P<shout>[A-Z’']{2,}(?:[ /][A-Z’']{2,}){1,9})[?!]{0,3}(?=[ .,]|\Z)")
_LABELS = frozenset("query check chk cq nb legal legals subs desk ed eds confirm verify todo fixme note".split())
_LABEL = pattern(rf"(?<=[a-z,;] )(?:{'|'.join(sorted(_LABELS)).upper()})\s?[–—:-]\s?[a-z][^.\n]{{3,80}}")
_DOUBT = pattern(
    r"\?\?|^(?:sp|sic|spelling|name|age|date|title|year|really|sure|right|true|correct|who|which|when|how)\?\s",
    re.IGNORECASE,
)
_PERSON = pattern(
    r"\b(?:I|I['’](?:m|ve|d|ll)|we|you)\s(?:(?:have|had|do|did|make|could|can|should|would|will|might"
    r"|may)\s)?(?:think|thought|make|made"
    r"|reckon|guess|checked|rang|asked|said|have|had|ran|run|know|need|want|got|heard|tried|counted|used|got"
    r"|believe|suspect|may|doubt"
    r"|mean|sure|find|found|name|say|use|check|ask|moved|cut|took|put)\b"
)
_WHO_SAYS = pattern(
    r"(?:(?:his|her|their|its|the|our|my) )?(?:[A-Z][a-z]+|mum|mother|dad|father|wife|husband|daughter|son|sister"
    r"|brother|widow|agent|clerk|website|programme|program"
    rf"|minutes|press notice|release|handout|book|{PEOPLE})\s(?:says?|said|thinks?|reckons?|gives?|insists?)\s"
    r"(?:it|this|that|he|she|they|one|two|three|four|five|six|seven|eight|nine|ten|\d|both|otherwise|different|not)"
)
_QUOTED = ("“", "”", '"', "„", "«", "''")
_FOR_READERS = pattern(
    r"\b(?:see|photo|picture|pictured|image|credit|source|below|above|emphasis|translation|https?|page \d)\b",
    re.IGNORECASE,
)
_TEMPLATE = pattern(r"[=%$|\\<>_#;]|\w\.\w|: |\w:\S|^\W*\w+\W*$")
_FEWEST_IN_BRACES = 2
# “[30s/40s?]”: one of two, and nobody knows which.
_EITHER = pattern(r"[\w.’'-]{1,20}/[\w.’'-]{1,20}\?{1,3}\Z")


def find_inserts(text: str, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield what is put into the sentences of a paragraph and is for a colleague, with its marks.

    `words` are the paragraph's different words in small letters.
    """
    if any(map(text.__contains__, "([{")):
        for match in _BRACKETS.finditer(text):
            if _is_insert(match[match.lastgroup or 0], match.lastgroup or ""):
                yield match.span()
    if any(map(text.__contains__, ("–", "—", " -"))):
        yield from (match.span() for match in _DASHES.finditer(text) if _is_aside(match["dash"]))
    if any(map(text.__contains__, ("<", ">", "^^"))):
        yield from (match.span() for match in _ARROW.finditer(text) if match["arrow"].count(" "))
    if not text.isupper():
        if not _LABELS.isdisjoint(words):
            yield from (match.span() for match in _LABEL.finditer(text))
        yield from (match.span() for match in _SHOUT.finditer(text) if _is_shouted(match["shout"]))
    yield from find_loose(text, words)


def _is_insert(content: str, kind: str) -> bool:
    if any(mark in content for mark in _QUOTED) or _FOR_READERS.search(content):
        return False
    if kind == "curly":
        return content.count(" ") >= _FEWEST_IN_BRACES - 1 and not _TEMPLATE.search(content)
    if kind == "square" and "?" in content and (" " in content or _EITHER.match(content)):
        return True
    return bool(_DOUBT.search(content) or _PERSON.search(content) or _WHO_SAYS.match(content)) or _is_aside(content)


def _is_aside(content: str) -> bool:
    """Tell whether words between marks order or ask something of a colleague."""
    return is_for_colleague(content) or (content.count(" ") > 0 and names_trade(content) and is_memo(content))


def _is_shouted(content: str) -> bool:
    return bool(names_trade(content)) and is_memo(content.capitalize())
