"""Signs of a text's purpose: families of words that meet in a sentence or a short paragraph, as a rule file lists them.

A sign names families: `buy our goods !told`. All of them must be met outside quotations, none of those with `!`. One
with `^` is met where a sentence begins with it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence, Set
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
    """What must meet, of it the families, with what a sentence begins, and what must be absent."""

    needs: frozenset[str]
    families: frozenset[str]
    opens: frozenset[str]
    bars: frozenset[str]


class Grammar(NamedTuple):
    """Families by their words, phrases by their longest word, shapes, and groups of signs made of them.

    `known` are the words by which a family is found, with those of `likely`: some of its words, or of its phrases.
    """

    words: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[tuple[str, str], ...]]
    known: frozenset[str]
    likely: Mapping[str, frozenset[str]]
    shapes: Mapping[str, re.Pattern[str]]
    groups: tuple[tuple[_Sign, ...], ...]

    def families(self, vocabulary: frozenset[str], text: str) -> set[str]:
        """Return the families of which a text with some words has a word or phrase; shapes are not looked for."""
        found: set[str] = set()
        for word in self.known & vocabulary:
            found |= self.words.get(word, _NONE)
            found.update([name for name, phrase in self.phrases.get(word, ()) if _stands_in(phrase, text)])
        return found

    def live(self, vocabulary: frozenset[str]) -> list[list[_Sign]]:
        """Return the signs of each group that a text with some words may have: no phrase is looked for."""
        likely = _NONE.union(*map(self.likely.__getitem__, self.known & vocabulary))
        return [[sign for sign in signs if sign.families <= likely] for signs in self.groups]


_NONE = frozenset[str]()


def _stands_in(phrase: str, text: str) -> bool:
    """Tell whether a text has a phrase that begins as a word does: “our values” is not in “Labour values”."""
    at = text.find(phrase)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(phrase, at + 1)
    return at >= 0


@lru_cache(maxsize=32)
def read_signs(families: tuple[str, ...], shapes: tuple[str, ...], *groups: tuple[str, ...]) -> Grammar:
    """Make a grammar of `name: word two_words …`, of `name: pattern` and of groups of signs."""
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
    known = words.keys() | phrases.keys()
    patterns = {name: pattern(shape) for name, _, shape in (line.partition(": ") for line in shapes)}
    return Grammar(
        {word: frozenset(names) for word, names in words.items()},
        {word: tuple(listed) for word, listed in phrases.items()},
        frozenset(known),
        {word: frozenset({*words.get(word, ()), *(name for name, _ in phrases.get(word, ()))}) for word in known},
        patterns,
        tuple(tuple(_read_sign(text, patterns.keys()) for text in signs) for signs in groups),
    )


def _read_sign(text: str, shapes: Set[str]) -> _Sign:
    terms = text.split()
    needs = frozenset(term.lstrip("^") for term in terms if term[0] != "!")
    opens = frozenset(term[1:] for term in terms if term[0] == "^")
    return _Sign(needs, needs - shapes, opens, frozenset(term[1:] for term in terms if term[0] == "!"))


def find_signs(article: Article, grammar: Grammar) -> list[list[Extent]]:
    """Return where a sign of each group is met outside quotations and code: its shape, a sentence or a paragraph."""
    found: list[list[Extent]] = [[] for _ in grammar.groups]
    for index, block in article.prose_blocks():
        text = block.text
        if len(text) < _LEAST:
            continue
        live = grammar.live(article.vocabulary(index))
        if not any(live):
            continue
        met = grammar.families(article.vocabulary(index), text.lower().replace("’", "'"))
        live = [[sign for sign in signs if sign.families <= met] for signs in live]
        if any(live) and not speaks_of_site(text):
            for group, places in zip(found, _find_in_block(article, index, grammar, live, met), strict=True):
                group += places
    return found


def _find_in_block(
    article: Article, index: int, grammar: Grammar, groups: Sequence[Sequence[_Sign]], met: set[str]
) -> list[list[Extent]]:
    """Return where signs of each group are met in a block of which the families are known."""
    whole = article.blocks[index].text
    text = whole
    quoted = article.quoted_extents(index)
    for _, start, end in quoted:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    units = [(0, len(text))] if len(text) <= _LONGEST_WHOLE else split_sentences(text)
    found: list[list[Extent]] = [[] for _ in groups]
    for start, end in units:
        unit, families = text[start:end], met
        if quoted or len(units) > 1:
            lower = unit.lower().replace("’", "'")
            families = grammar.families(frozenset(list_parts(lower)), lower)
        for signs, places in zip(groups, found, strict=True):
            place = next((place for sign in signs if (place := _place(sign, unit, families, grammar))), None)
            if place and not article.is_code(index, start + place[0], start + place[1]):
                places.append(Extent(index, start + place[0], start + place[1]))
    return found


def _place(sign: _Sign, unit: str, families: set[str], grammar: Grammar) -> tuple[int, int] | None:
    """Return where a sign is met in a unit, None if it is not."""
    if not sign.families <= families or not sign.bars.isdisjoint(families):
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
