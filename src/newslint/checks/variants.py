"""Checks of words that an article writes in two ways: British and American, with a hyphen and without."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Annotated

from newslint.article import Article
from newslint.checks.shared import SHOWN, as_set, join_words
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.spelling.variants import Variant, variant_of
from newslint.language.units.similarity import STOP_WORDS
from newslint.patterns import pattern
from newslint.spans import Span

Found = dict[str, list[Span]]
_LEAST = 4
_RIVALS = (("British", "American"), ("-ise", "American"), ("-ise", "-ize"))
_NAMES = {"-ise": "British", "-ize": "American"}


@check(grades=("same-word",), placeholders=("word", "sort", "other", "others"))
def spelling_variants(
    article: Article,
    scene: Scene,
    *,
    min_others: Annotated[int, Option("so many words of the other spelling show which one is the article's", ge=1)] = 2,
) -> Iterator[Finding]:
    """Flag British spellings in an American article and the reverse, once, at the first of the rarer ones.

    Names and quotations are left alone. The grade is `same-word` where one word is spelled in both ways. The message
    may use `{word}`, its `{sort}`, a word of the `{other}` spelling, and what those are called (`{others}`).
    """
    if article.language_code not in (None, "en"):
        return
    sorts: dict[str, dict[str, Variant]] = defaultdict(dict)
    for word in article.uses:
        if len(word) >= _LEAST and word.islower() and (variant := variant_of(word)) is not None:
            sorts[variant.sort][word] = variant
    if not any(sorts[one] and sorts[other] for one, other in _RIVALS):
        return
    found = {sort: _places(article, words) for sort, words in sorts.items()}
    for sort, rivals in (("British", ("American",)), ("-ise", ("American", "-ize"))):
        ours = found.get(sort, {})
        theirs = {word: places for rival in rivals for word, places in found.get(rival, {}).items()}
        if ours and theirs:
            yield from _tell_mix(article, ours, theirs, min_others)
            return


def _tell_mix(article: Article, ours: Found, theirs: Found, min_others: int) -> Iterator[Finding]:
    """Yield one finding at the first place of the rarer spelling."""
    rare, usual = sorted((ours, theirs), key=lambda found: (sum(map(len, found.values())), -_first(found)[0].start))
    twice = {word: variant.other for word in rare if (variant := variant_of(word)) and variant.other in usual}
    if len(usual) < min_others and not twice:
        return
    word = next(iter(twice), _first(rare)[1])
    other = twice.get(word, _first(usual)[1])
    places = sorted((place, each) for each in rare for place in rare[each])
    related = [Related(usual[other][0], f"“{other}” here")]
    related += [Related(place, f"“{each}”") for place, each in places if place != rare[word][0]][:SHOWN]
    values = {"word": word, "sort": _sort_of(word), "other": other, "others": _sort_of(other)}
    yield Finding(rare[word][0], values, related=tuple(related), grade="same-word" if twice else "default")


def _first(found: Found) -> tuple[Span, str]:
    """Return the first place of some words, and the word."""
    return min((places[0], word) for word, places in found.items())


def _sort_of(word: str) -> str:
    variant = variant_of(word)
    return _NAMES.get(variant.sort, variant.sort) if variant is not None else ""


def _places(article: Article, words: Collection[str]) -> Found:
    """Return where words in small letters stand in the article's own voice."""
    found: Found = defaultdict(list)
    if not words:
        return found
    wanted = _any_word(tuple(sorted(words)))
    for index, block in article.prose_blocks():
        if article.vocabulary(index).isdisjoint(part for word in words for part in word.split("-")):
            continue
        for match in wanted.finditer(block.text):
            if _is_own(article, index, *match.span()):
                found[match.group()].append(block.locate(*match.span()))
    return found


def _any_word(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'./@#-])(?:{join_words(words)})(?![\w’'/@-]|\.\w)")


def _is_own(article: Article, block: int, start: int, end: int) -> bool:
    return not article.is_quoted(block, start, end) and not article.is_code(block, start, end)


_HYPHENED = pattern(r"\A(?:e|[a-z]{2,20})-[a-z]{2,20}\Z")
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
_SHORTEST = 4


@check(placeholders=("word", "other", "count"))
def hyphen_drift(
    article: Article,
    scene: Scene,
    *,
    apart: Annotated[tuple[str, ...], Option("compounds without their hyphen that may be written in both ways")] = (),
) -> Iterator[Finding]:
    """Flag a compound that the article writes with a hyphen here and without one there, in the rarer spelling.

    In two words it is told only before the noun that follows it with a hyphen, too, so that “in the long term” is not
    held against “long-term care”. Names and quotations are left alone. The message may use `{word}`, the `{other}`
    spelling, and how often (`{count}`) that stands.
    """
    if article.language_code not in (None, "en"):
        return
    told: set[str] = set()
    for one, other in _candidates(article, as_set(apart)):
        found = {word: places for word in (one, other) if (places := _forms(article, word))}
        if len(found) == 2 and not told & {one, other}:
            told |= {one, other}
            rare, usual = sorted(found, key=lambda word: (len(found[word]), -found[word][0].start))
            related = [Related(found[usual][0], f"“{usual}” here")]
            related += [Related(place, f"“{rare}” again") for place in found[rare][1:SHOWN]]
            yield Finding(
                found[rare][0], {"word": rare, "other": usual, "count": len(found[usual])}, related=tuple(related)
            )


def _candidates(article: Article, apart: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of spellings of one compound that may both stand in an article."""
    uses = article.uses
    hyphened = [word for word in uses if "-" in word and _HYPHENED.match(word)]
    for word in hyphened:
        closed = word.replace("-", "")
        if closed in _OTHERWISE or closed in apart:
            continue
        if closed in uses:
            yield word, closed
        elif f"{closed}s" in uses or closed.removesuffix("s") in uses:
            yield word, f"{closed}s" if f"{closed}s" in uses else closed.removesuffix("s")
    if hyphened:
        yield from _open(article, hyphened, apart)
    yield from _in_two_words(article, apart)


def _open(article: Article, hyphened: Sequence[str], apart: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield compounds before a noun that stand before the same noun without a hyphen: “long term care”."""
    text = "\n".join(block.text for _, block in article.prose_blocks())
    for word in hyphened:
        apart_word = word.replace("-", " ")
        if f"{apart_word} " in text and word.replace("-", "") not in apart:
            heads = {match[1] for match in _before(word).finditer(text)}
            heads &= {match[1] for match in _before(apart_word).finditer(text)}
            for head in sorted(heads - STOP_WORDS):
                yield f"{word} {head}", f"{apart_word} {head}"


@lru_cache(maxsize=1024)
def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(words)}[ ]([a-z]+)\b")


def _in_two_words(article: Article, apart: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield nouns in one word whose two parts are words of the article, too: “healthcare”, “health care”."""
    uses = article.uses
    for closed in uses:
        for at in range(_SHORTEST, len(closed) - _SHORTEST + 1):
            first, second = closed[:at], closed[at:]
            if second in uses and first in uses and closed not in apart and _is_noun_pair(first, second, closed):
                yield closed, f"{first} {second}"


def _is_noun_pair(first: str, second: str, closed: str) -> bool:
    is_long = min(len(first), len(second)) >= _SHORTEST and closed.islower() and closed.isalpha()
    small = STOP_WORDS | _PARTICLES
    return is_long and first not in small and second not in small and closed not in _OTHERWISE


# “In the long term care will be dearer”: a phrase, and what follows begins another.
_IN_THE = pattern(r"\b(?:[Ii]n|[Oo]ver|[Ff]or|[Oo]n)[ ]the[ ]\Z")


@lru_cache(maxsize=4096)
def _form(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'./@#-]){re.escape(words)}(?![\w’'/@-]|\.\w)")


def _forms(article: Article, words: str) -> list[Span]:
    parts = words.replace("-", " ").split()
    return [
        block.locate(*match.span())
        for index, block in article.prose_blocks()
        if article.vocabulary(index).issuperset(parts)
        for match in _form(words).finditer(block.text)
        if _is_own(article, index, *match.span()) and not _IN_THE.search(block.text[: match.start()][-9:])
    ]
