"""The check of words that are none: slips of the keyboard in words of small letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from newslint.article import Article
from newslint.checks.odd_words import Place, is_explained
from newslint.checks.shared import as_set
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Edit, Finding, Fix
from newslint.language.spelling.slips import is_near_common, meant
from newslint.language.spelling.table import commonness, unknown
from newslint.language.spelling.words import is_formed, is_regular, is_word
from newslint.language.units.words import list_parts
from newslint.patterns import pattern
from newslint.spans import Extent

_KINDS = frozenset({"paragraph", "list-item", "quotation", "heading", "caption"})
_LONGEST = 24
_BEFORE = frozenset(" \t\n\r\u00a0“\"‘'(—–[*_")
_AFTER = frozenset(" \t\n\r\u00a0”\"’'),;:.!?…—–]*_")
# What follows a mark that ends no word: an address, a name of a file, a part of code, a possessive of something odd.
_GOES_ON = pattern(r"[.:'’](?!s\b)\w|::|\.\w|\(")


@check(fixes=("unsafe",), grades=("quoted",), placeholders=("word", "meant"))
def misspelled_words(
    article: Article,
    scene: Scene,
    *,
    known: Annotated[tuple[str, ...], Option("words that are right beside those of the dictionary")] = (),
    max_unknown: Annotated[int, Option("with more unknown words a block is in no plain English", ge=1)] = 2,
) -> Iterator[Finding]:
    """Flag words in small letters that are none, stand once in an article and are one slip away from a common word.

    The message may use `{word}` and `{meant}`. The grade is `quoted` in a quotation.
    """
    if article.language_code not in (None, "en"):
        return
    for place in _find_strange(article, _names_of(known, scene), max_unknown):
        if (right := _judge(article, place)) is not None:
            yield _tell(article, place, right)


def _names_of(known: tuple[str, ...], scene: Scene) -> frozenset[str]:
    return as_set(tuple(part for words in (*known, *scene.names) for part in list_parts(words.lower())))


def _find_strange(article: Article, house: frozenset[str], max_unknown: int) -> Iterator[Place]:
    """Yield the places of words in small letters that are unknown, in blocks that have few of them."""
    for index, block in enumerate(article.blocks):
        if block.kind not in _KINDS:
            continue
        strange = [
            Place(index, start, word)
            for word in sorted(unknown(article.vocabulary(index)) - house)
            if 3 <= len(word) <= _LONGEST and word.isascii() and word.isalpha()
            for start in _places(block.text, word)
        ]
        strange = [place for place in strange if not is_word(place.word, article.lexicon)]
        if 0 < len(strange) <= max_unknown:
            yield from sorted(place for place in strange if _stands_apart(place, strange))


def _places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands in small letters and by itself."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        is_begun = at == 0 or text[at - 1] in _BEFORE
        if is_begun and (end == len(text) or text[end] in _AFTER) and not _GOES_ON.match(text, end):
            yield at
        at = text.find(word, end)


def _stands_apart(place: Place, strange: Iterable[Place]) -> bool:
    """Tell whether no other unknown word is beside one: two of them are a phrase of another language."""
    end = place.start + len(place.word)
    return not any(
        other != place and (0 <= other.start - end <= 2 or 0 <= place.start - other.start - len(other.word) <= 2)
        for other in strange
    )


def _judge(article: Article, place: Place) -> str | None:
    """Return what a word was meant to be, or None where something explains it."""
    right = meant(place.word)
    if right is None or (is_formed(place.word) and not is_near_common(place.word)):
        return None
    if (
        is_regular(place.word)
        or _is_coined(place.word, right)
        or _count(article, place.word) > 1
        or is_explained(article, place)
    ):
        return None
    return right


def _is_coined(word: str, right: str) -> bool:
    """Tell whether a word is another one with an ending by which words are made: “favorables”, “swoony”."""
    return word[-1] in "sy" and commonness(word[:-1]) is not None and (word[-1] == "y" or right == word[:-1])


def _count(article: Article, word: str) -> int:
    """Count a word in an article, in capitals or not."""
    found = 0
    for index in range(len(article.blocks)):
        if word in article.vocabulary(index):
            found += article.parts(index).count(word)
    return found


def _tell(article: Article, place: Place, right: str) -> Finding:
    end = place.start + len(place.word)
    span = article.locate(Extent(place.block, place.start, end))
    is_quoted = article.is_quoted(place.block, place.start, end)
    is_written = article.source.slice(span) == place.word
    fix = Fix("unsafe", (Edit(span.start, span.end, right),)) if is_written and not is_quoted else None
    values: Mapping[str, str] = {"word": place.word, "meant": right}
    return Finding(span, values, "quoted" if is_quoted else "default", fix=fix)
