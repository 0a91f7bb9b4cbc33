"""Find compounds that an article may write in two ways: with a hyphen, as one word, and as two."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache

from newslint.article import Article
from newslint.checks.bodies import Part, cut
from newslint.checks.italics import is_in_italics
from newslint.checks.shared import kept
from newslint.language.spelling.table import commonness
from newslint.language.units.similarity import STOP_WORDS
from newslint.language.units.words import list_words
from newslint.patterns import pattern
from newslint.spans import Span

_HYPHENED = pattern(r"\A(?:e|[a-z]{2,20})(?:-[a-z]{2,20}){1,3}\Z")
# Words that mean something else with a hyphen: “to re-sign”, “to resign”.
_OTHERWISE = frozenset(
    """resign recover reform recreate release recount redress remark resort retreat repress react represent recollect
    restore replace recede relay reserve resent recoil repose resound research recite reserved coop predate prevent
    antipathy uncoordinated unionised unionized extract exact coed multiplied underway altogether backlog""".split()
)
# Small words that verbs take behind them: to set up, a setup.
_PARTICLES = frozenset(
    """up down out off over back in on away through around under about along by to ahead aside together every any some
    no all there where here else one body thing time times day days way ever so may can not long short high low hot
    black white blue green red big small half under super over self first last""".split()
)
_PREPOSITIONS = frozenset("for to of with at from into about".split())
_SHORTEST = 4
_OWNER = ("'s", "’s")
# “Part-time staff” at the beginning, and not “Part-Time Staff Ltd”.
_BEGINS = pattern(r"(?:\A|[.!?:…][”\"’')]*\s+|[\n“\"‘(–—][ ]?)\Z")
_CAPITAL_NEXT = pattern(r"[ ][A-Z]")
_BEFORE_WORD = 8
_REACH = 12
# “In the long term care will be dearer”: a phrase, and what follows begins another.
_IN_THE = pattern(r"\b(?:[Ii]n|[Oo]ver|[Ff]or|[Oo]n)[ ]the[ ]\Z")
# What follows a noun: a mark, or a small word or verb.
_NEXT = pattern(r"[ ]([a-z]+)")
_LISTED = (", ", " and ", " or ")
_LIST = pattern(r",[ ]|[ ](?:and|or)[ ]")
_VERBS = frozenset("is was are were has have had will would can could may might must said says".split())
_DIGESTS = frozenset(["dek", "summary"])
# What stands beside a story.
_BESIDE = frozenset("author-bio disclosure correction footnote menu share related comments footer other".split())


class Written:
    """The words of an article’s own voice in small letters, and where some of them stand.

    Words at the beginning of a sentence count as those in small letters; captions and summaries are read, too.
    """

    def __init__(self, article: Article) -> None:
        self._article = article

    @property
    def words(self) -> frozenset[str]:
        """All words in small letters, also those that begin with a capital."""
        return _words(self._article)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that stand in small letters somewhere."""
        digests = (word for _, part in self._digests for word in list_words(part.text))
        return frozenset(word.removesuffix("’s").removesuffix("'s") for word in (*self._article.uses, *digests))

    def is_name(self, word: str) -> bool:
        """Tell whether a word has a capital everywhere, also within a sentence: “planes of Boeing”."""
        if word in self.small:
            return False
        found = ((part.text, match) for _, part in self._parts for match in _form(word).finditer(part.text))
        return any(not _BEGINS.search(text[max(0, at.start() - _BEFORE_WORD) : at.start()]) for text, at in found)

    @cached_property
    def text(self) -> str:
        """All texts, one a line, in small letters."""
        return "\n".join(part.text.lower() for _, part in self._parts)

    @property
    def _digests(self) -> list[tuple[int | None, Part]]:
        return _digests(self._article)

    @cached_property
    def _parts(self) -> list[tuple[int | None, Part]]:
        prose = [(index, Part(block.text, block, block.span, True)) for index, block in self._article.prose_blocks()]
        return [*prose, *self._digests]

    def find(self, words: str, before: str | None = None) -> list[Span]:
        """Return where some words in small letters stand in the article’s own voice, behind what a pattern finds."""
        parts = words.replace("-", " ").split()
        found = []
        ahead = pattern(rf"{before}\Z", re.IGNORECASE) if before else None
        for index, part in self._parts:
            if index is None or self._article.vocabulary(index).issuperset(parts):
                for match in _form(words).finditer(part.text):
                    is_meant = ahead is None or ahead.search(part.text, max(0, match.start() - _REACH), match.start())
                    if is_meant and self._is_own(index, part.text, *match.span()):
                        found.append(part.locate(*match.span()))
        return found

    def is_of_story(self, places: Iterable[Span]) -> bool:
        """Tell whether one of some places is in the story: not in metadata, a standing line in italics or a comment."""
        return any(map(self._is_of_story, places))

    def _is_of_story(self, place: Span) -> bool:
        for index, block in enumerate(self._article.blocks):
            if block.span.start <= place.start and place.end <= block.span.end:
                return block.role not in _BESIDE and not is_in_italics(self._article, index)
        return False

    def _is_own(self, index: int | None, text: str, start: int, end: int) -> bool:
        if " " in text[start:end] and _IN_THE.search(text[max(0, start - 9) : start]):
            return False
        if text[start].isupper():
            begins = _BEGINS.search(text[max(0, start - _BEFORE_WORD) : start])
            if not begins or (_CAPITAL_NEXT.match(text, end) and index is not None):
                return False
        is_other = index is not None and (
            self._article.is_quoted(index, start, end) or self._article.is_code(index, start, end)
        )
        return not is_other

    def are_nouns(self, words: str) -> bool:
        """Tell whether some words stand for a noun wherever they stand: nothing but a mark or a small word follows."""
        return bool(followed := self._followed(words)) and all(map(_is_small, followed))

    def are_before_nouns(self, words: str) -> bool:
        """Tell whether some words belong to a noun behind them wherever they stand."""
        return bool(followed := self._followed(words)) and not any(map(_is_small, followed))

    def _followed(self, words: str) -> list[str]:
        """Return what follows each place of some words: a word, or nothing before a mark.

        Within a list it does not show what they belong to: “independent, third-party and unaffiliated voters”.
        """
        places = (match.span() for match in _form(words).finditer(self.text))
        ends = (
            end
            for start, end in places
            if not (self.text[max(0, start - 5) : start].endswith(_LISTED) and _LIST.match(self.text, end))
        )
        return [found[1] if (found := _NEXT.match(self.text, end)) else "" for end in ends]


@kept
def _digests(article: Article) -> list[tuple[int | None, Part]]:
    """Return the captions of an article, and what its metadata say beside the text."""
    found: list[tuple[int | None, Part]] = [
        (index, Part(block.text, block, block.span, True))
        for index, block in enumerate(article.blocks)
        if block.kind == "caption"
    ]
    for element in article.elements:
        if element.kind in _DIGESTS:
            found += [(None, part) for part in cut(article, element) if part.block is None]
    return found


@kept
def _words(article: Article) -> frozenset[str]:
    """Return the words of an article in small letters, without the ending of those that own something."""
    words = {*article.uses, *(word for _, part in _digests(article) for word in list_words(part.text))}
    return frozenset(
        [word[:-2].lower() if word.endswith(_OWNER) else word.lower() for word in words if word[1:].islower()]
    )


def _is_small(word: str) -> bool:
    """Tell whether what follows a compound is no noun of its: nothing, a small word or a verb."""
    return not word or word in STOP_WORDS or word in _VERBS


@lru_cache(maxsize=4096)
def _form(words: str) -> re.Pattern[str]:
    first = f"[{words[0]}{words[0].upper()}]"
    return pattern(rf"(?<![\w’'./@#-]){first}{re.escape(words[1:])}(?![\w/@-]|[’'](?!s\b)|\.\w)")


def find_pairs(written: Written, apart: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of spellings of one compound that may both stand in an article."""
    words = written.words
    hyphened = sorted(word for word in words if "-" in word and _HYPHENED.match(word))
    for word in hyphened:
        closed = word.replace("-", "")
        if closed in _OTHERWISE or closed in apart:
            continue
        if closed in words:
            # “Run-time errors” at “runtime”: before a noun and as one.
            is_apart = not _PARTICLES.isdisjoint(word.split("-"))
            if not (is_apart and written.are_before_nouns(word) and written.are_nouns(closed)):
                yield word, closed
        elif f"{closed}s" in words or closed.removesuffix("s") in words:
            yield word, f"{closed}s" if f"{closed}s" in words else closed.removesuffix("s")
        yield from _open(written, word)
    yield from _in_two_words(words, apart)


def _open(written: Written, word: str) -> Iterator[tuple[str, str]]:
    """Yield compounds with a hyphen that stand without it before the same noun, or as a noun like them."""
    open_word = word.replace("-", " ")
    if open_word not in written.text:
        return
    heads = {match[1] for match in _before(word).finditer(written.text)}
    heads &= {match[1] for match in _before(open_word).finditer(written.text)}
    # “Paid-for results” and “who paid for results”: a verb may have its small word before any noun.
    is_verb_like = open_word.rpartition(" ")[2] in _PREPOSITIONS
    for head in () if is_verb_like else sorted(heads - STOP_WORDS - _VERBS):
        yield f"{word} {head}", f"{open_word} {head}"
    parts = open_word.split()
    is_pair = len(parts) == 2 and min(map(len, parts)) >= _SHORTEST and _PARTICLES.isdisjoint(parts)
    if is_pair and _is_noun(parts[1]) and written.are_nouns(word) and written.are_nouns(open_word):
        yield word, open_word


def _is_noun(word: str) -> bool:
    """Tell whether a word may be the second part of a noun and hardly anything else: making, makers, field."""
    return not word.endswith(("ed", "ly")) and (commonness(word) or 99) < 70


@lru_cache(maxsize=1024)
def _before(words: str) -> re.Pattern[str]:
    return pattern(rf"(?<![\w-]){re.escape(words)}[ ]([a-z]++)(?!-)")


def _in_two_words(words: frozenset[str], apart: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield nouns in one word whose two parts are words of the article, too: “healthcare”, “health care”."""
    for closed in words:
        for at in range(_SHORTEST, len(closed) - _SHORTEST + 1):
            first, second = closed[:at], closed[at:]
            if second in words and first in words and closed not in apart and _is_noun_pair(first, second, closed):
                yield closed, f"{first} {second}"


def _is_noun_pair(first: str, second: str, closed: str) -> bool:
    is_long = min(len(first), len(second)) >= _SHORTEST and closed.isalpha()
    small = STOP_WORDS | _PARTICLES
    return is_long and first not in small and second not in small and closed not in _OTHERWISE
