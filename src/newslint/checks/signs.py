"""Signs of a text's purpose: families of words that meet in a sentence or a short paragraph, as a rule file lists them.

A sign names families: `buy our goods !told`. All of them must be met outside quotations, none of those with `!`. One
with `^` is met where a sentence begins with it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from newslint.article import Article
from newslint.language.speech.claims import is_telling
from newslint.language.units.sentences import split_sentences
from newslint.language.units.words import list_parts
from newslint.newsroom.services import speaks_of_site
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent

_LONGEST_WHOLE = 420  # code points of a paragraph that is one unit
_LEAST = 12  # code points


class _Sign(NamedTuple):
    """What must meet, with what a sentence begins, and what must be absent."""

    needs: frozenset[str]
    opens: frozenset[str]
    bars: frozenset[str]


class Grammar(NamedTuple):
    """Families by their words, phrases by their first word, shapes, and signs made of them."""

    words: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[tuple[str, str], ...]]
    shapes: Mapping[str, re.Pattern[str]]
    signs: tuple[_Sign, ...]

    def families(self, vocabulary: frozenset[str], text: str) -> set[str]:
        """Return the families of which a text with some words has a word or phrase; shapes are not looked for."""
        found: set[str] = set()
        for word in self.words.keys() & vocabulary:
            found |= self.words[word]
        for word in self.phrases.keys() & vocabulary:
            found.update(name for name, phrase in self.phrases[word] if phrase in text)
        return found


@lru_cache(maxsize=32)
def read_signs(families: tuple[str, ...], shapes: tuple[str, ...], signs: tuple[str, ...]) -> Grammar:
    """Make a grammar of `name: word two_words …`, of `name: pattern` and of signs."""
    words: dict[str, set[str]] = {}
    phrases: dict[str, list[tuple[str, str]]] = {}
    for line in families:
        name, _, listed = line.partition(": ")
        for entry in listed.split():
            phrase = entry.replace("_", " ").replace("’", "'")
            parts = list_parts(phrase)
            if len(parts) == 1 and parts[0] == phrase:
                words.setdefault(phrase, set()).add(name)
            else:
                phrases.setdefault(max(parts, key=len), []).append((name, phrase))
    return Grammar(
        {word: frozenset(names) for word, names in words.items()},
        {word: tuple(listed) for word, listed in phrases.items()},
        {name: pattern(shape) for name, _, shape in (line.partition(": ") for line in shapes)},
        tuple(map(_read_sign, signs)),
    )


def _read_sign(text: str) -> _Sign:
    terms = text.split()
    needs = frozenset(term.lstrip("^") for term in terms if term[0] != "!")
    opens = frozenset(term[1:] for term in terms if term[0] == "^")
    return _Sign(needs, opens, frozenset(term[1:] for term in terms if term[0] == "!"))


def find_signs(article: Article, grammar: Grammar) -> Iterator[Extent]:
    """Yield where a sign is met outside quotations and code: its shape, a sentence or a short paragraph."""
    shapes = grammar.shapes.keys()
    for index, block in article.prose_blocks():
        if len(block.text) < _LEAST:
            continue
        met = grammar.families(article.vocabulary(index), block.text.lower().replace("’", "'"))
        signs = [sign for sign in grammar.signs if sign.needs - shapes <= met]
        if signs and not speaks_of_site(block.text):
            yield from _find_in_block(article, index, grammar, signs)


def _find_in_block(article: Article, index: int, grammar: Grammar, signs: Sequence[_Sign]) -> Iterator[Extent]:
    whole = article.blocks[index].text
    text = whole
    for _, start, end in article.quoted_extents(index):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    units = [(0, len(text))] if len(text) <= _LONGEST_WHOLE else split_sentences(text)
    for start, end in units:
        unit = text[start:end]
        lower = unit.lower().replace("’", "'")
        families = grammar.families(frozenset(list_parts(lower)), lower)
        place = next((place for sign in signs if (place := _place(sign, unit, families, grammar))), None)
        if place and not article.is_code(index, start + place[0], start + place[1]):
            yield Extent(index, start + place[0], start + place[1])


def _place(sign: _Sign, unit: str, families: set[str], grammar: Grammar) -> tuple[int, int] | None:
    """Return where a sign is met in a unit, None if it is not."""
    if not sign.needs - grammar.shapes.keys() <= families or not sign.bars.isdisjoint(families):
        return None
    found = [grammar.shapes[name].search(unit) for name in sorted(sign.needs & grammar.shapes.keys())]
    barred = any(grammar.shapes[name].search(unit) for name in sign.bars & grammar.shapes.keys())
    if None in found or barred or not _opens(sign, unit, grammar):
        return None
    spans = [match.span() for match in found if match]
    return spans[0] if spans else (len(unit) - len(unit.lstrip()), len(unit.rstrip()))


_START = pattern(r"^\W*|[.!?:]\W+")


def _opens(sign: _Sign, unit: str, grammar: Grammar) -> bool:
    """Tell whether some sentence begins with a word or phrase of each family that opens a sign."""
    if not sign.opens:
        return True
    starts = [unit[match.end() : match.end() + 40].lower().replace("’", "'") for match in _START.finditer(unit)]
    return all(any(_begins(start, name, grammar) for start in starts) for name in sign.opens)


def _begins(start: str, name: str, grammar: Grammar) -> bool:
    parts = list_parts(start)
    first = next(iter(parts[:1]), "")
    if name in grammar.words.get(first, ()):
        return True
    return any(
        family == name and start.startswith(phrase)
        for word in parts[:4]
        for family, phrase in grammar.phrases.get(word, ())
    )


_WE = pattern(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)
_OURS = frozenset("we our us ours".split())


def speaking(article: Article, beside: Container[int] = ()) -> Iterator[int]:
    """Yield the blocks in which the text says “we” outside quotations, but for some."""
    for index, block in article.prose_blocks():
        if index in beside or _OURS.isdisjoint(article.vocabulary(index)):
            continue
        if any(not article.is_quoted(index, *match.span()) for match in _WE.finditer(block.text)):
            yield index


_LEAST_SAID = 2


def is_report_beside(article: Article, own: set[Extent], most: int = 0) -> bool:
    """Tell whether a text reports what several people said, and nearly nobody says “we” outside some places.

    At most some other paragraphs may.
    """
    others = speaking(article, {place.passage for place in own})
    if len([*islice(others, most + 1)]) > most:
        return False
    said = (found.cue for found in article.attributions if found.source_kind in ("named", "institution", "role"))
    told = (cue for cue in said if cue and is_telling(article.text_of(*cue), article.lexicon))
    return len([*islice(told, _LEAST_SAID)]) == _LEAST_SAID
