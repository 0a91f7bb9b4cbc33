"""Checks of words that an article writes in two ways: British and American, with a hyphen and without."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Annotated

from newslint.article import Article
from newslint.checks.compounds import Written, find_pairs
from newslint.checks.shared import SHOWN, as_set, join_words
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.spelling.variants import COMPUTING, MEANT, Variant, american_of, is_british, variant_of
from newslint.spans import Span

Found = dict[str, list[Span]]
_LEAST = 4
_MOST = 3
_RIVALS = (("British", "American"), ("-ise", "American"), ("-ise", "-ize"))
_NAMES = {"-ise": "British", "-ize": "American"}


@check(grades=("same-word",), placeholders=("word", "sort", "other", "others"))
def spelling_variants(
    article: Article,
    scene: Scene,
    *,
    min_others: Annotated[int, Option("so many words of the other spelling show which one is the article's", ge=1)] = 3,
) -> Iterator[Finding]:
    """Flag British spellings in an American article and the reverse, once, at the first of the rarer ones.

    Names and quotations are left alone. The grade is `same-word` where one word is spelled in both ways. The message
    may use `{word}`, its `{sort}`, a word of the `{other}` spelling, and what those are called (`{others}`).
    """
    if article.language_code not in (None, "en"):
        return
    written = Written(article)
    twice = [*_written_twice(written)][:_MOST]
    for word, other, places, others in twice:
        related = [
            Related(others[0], f"“{other}” here"),
            *(Related(each, f"“{word}” again") for each in places[1:SHOWN]),
        ]
        values = {"word": word, "sort": _sort_of(word, other), "other": other, "others": _sort_of(other, word)}
        yield Finding(places[0], values, related=tuple(related), grade="same-word")
    if not twice:
        yield from _mixed(article, min_others)


def _written_twice(written: Written) -> Iterator[tuple[str, str, list[Span], list[Span]]]:
    """Yield words that the article spells in two ways: the rarer or later spelling, the other, and the places."""
    words = written.words
    for british in sorted(word for word in words if len(word) > 2 and is_british(word)):
        for american in american_of(british):
            is_tool = "program" in american and not words.isdisjoint(COMPUTING)
            if american not in words or american == british or is_tool:
                continue
            if written.is_name(british) or written.is_name(american):
                continue
            ours, theirs = written.find(british), written.find(american, before=MEANT.get(american))
            if ours and theirs:
                pairs = ((british, ours), (american, theirs))
                (word, places), (other, others) = sorted(pairs, key=lambda pair: (-len(pair[1]), pair[1][0]))[::-1]
                yield word, other, places, others


def _mixed(article: Article, min_others: int) -> Iterator[Finding]:
    """Yield one finding for spellings of different words, at the first of the rarer ones."""
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
    if len(usual) < min_others:
        return
    word, other = _first(rare)[1], _first(usual)[1]
    places = sorted((place, each) for each in rare for place in rare[each])
    related = [Related(usual[other][0], f"“{other}” here")]
    related += [Related(place, f"“{each}”") for place, each in places if place != rare[word][0]][:SHOWN]
    values = {"word": word, "sort": _sort_of(word, other), "other": other, "others": _sort_of(other, word)}
    yield Finding(rare[word][0], values, related=tuple(related))


def _first(found: Found) -> tuple[Span, str]:
    """Return the first place of some words, and the word."""
    return min((places[0], word) for word, places in found.items())


def _sort_of(word: str, other: str) -> str:
    """Return what a spelling is called beside another one."""
    variant = variant_of(word)
    if variant is None:
        return "American" if word in american_of(other) else "British"
    return _NAMES.get(variant.sort, variant.sort)


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


@check(grades=("aside",), placeholders=("word", "other", "count"))
def hyphen_drift(
    article: Article,
    scene: Scene,
    *,
    apart: Annotated[tuple[str, ...], Option("compounds without their hyphen that may be written in both ways")] = (),
) -> Iterator[Finding]:
    """Flag a compound that the article writes with a hyphen here and without one there, in the rarer spelling.

    In two words it is told only before the noun that follows it with a hyphen, too, or where both stand for a noun, so
    that “in the long term” is not held against “long-term care”. Names and quotations are left alone. The grade is
    `aside` where one of the two stands in metadata, in paragraphs in italics or beside the story only. The message may
    use `{word}`, the `{other}` spelling, and how often (`{count}`) that stands.
    """
    if article.language_code not in (None, "en"):
        return
    told: set[str] = set()
    written = Written(article)
    for one, other in find_pairs(written, as_set(apart)):
        found = {word: places for word in (one, other) if (places := written.find(word))}
        if len(found) == 2 and not told & {one, other}:
            told |= {one, other}
            rare, usual = sorted(found, key=lambda word: (len(found[word]), -found[word][0].start))
            related = [Related(found[usual][0], f"“{usual}” here")]
            related += [Related(place, f"“{rare}” again") for place in found[rare][1:SHOWN]]
            values = {"word": rare, "other": usual, "count": len(found[usual])}
            grade = "default" if all(map(written.is_of_story, found.values())) else "aside"
            yield Finding(found[rare][0], values, grade, tuple(related))
