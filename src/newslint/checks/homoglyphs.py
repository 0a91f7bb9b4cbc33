"""The check of letters of another alphabet that look like Latin ones within a Latin word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from newslint.article import Article
from newslint.checks.bodies import cut
from newslint.checks.shared import SHOWN, join_fixes
from newslint.contract import Scene, check
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.language.spelling.table import commonness
from newslint.patterns import pattern
from newslint.spans import Extent, Span

# Letters of Cyrillic, Greek and Armenian that nobody can tell from a Latin one in most typefaces (Unicode's
# confusables.txt).
_ALIKE = dict(
    zip(
        "аеорсухіјѕһԁԛԝӏѵАВЕКМНОРСТХУІЈЅԌԚԜӀοινκυχραγϲΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹօոսհ",
        "aeopcyxijshdqwlvABEKMHOPCTXYIJSGQWIoivkuxpaycABEZHIKMNOPTYXConuh",
        strict=True,
    )
)
_FOREIGN = pattern("[\u0370-\u03ff\u0400-\u058f]")
_GREEK = pattern("[\u0370-\u03ff]")
_WORD = pattern(r"[^\W\d_]{3,40}")
_SILENT = frozenset({"code", "boilerplate"})
_DIGESTS = frozenset(["headline", "dek", "summary"])
_LATIN = "\u0250"  # the first letter behind those of Latin alphabets


Word = tuple[Span, str]


@check(fixes=("unsafe",), placeholders=("word", "letters", "meant", "more"))
def mixed_scripts(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag words of Latin letters in which some are Cyrillic, Greek or Armenian ones that look the same.

    All words of a paragraph, or of a line of the source, are one finding, at the first of them. The message may use
    that `{word}`, its `{letters}` that are not Latin, `{meant}`, the word in Latin letters, and `{more}`, which says
    how many others there are.
    """
    if article.source.text.isascii() and "&" not in article.source.text:
        return
    found = ((article.source.position(words[0][0].start).line, words) for words in _paragraphs(article))
    for _, group in groupby(found, key=lambda each: each[0]):
        yield _tell(article, [word for _, words in group for word in words])


def _paragraphs(article: Article) -> Iterator[list[Word]]:
    """Yield the mixed words of each paragraph and digest that has some."""
    for index, block in enumerate(article.blocks):
        if block.kind not in _SILENT and (found := [*_mixed_words(block.text)]):
            extents = [(Extent(index, start, start + len(word)), word) for start, word in found]
            words = [(article.locate(each), word) for each, word in extents if not article.is_code(*each)]
            if words:
                yield words
    for element in article.elements:
        if element.kind in _DIGESTS and element.origin == "front matter":
            for part in cut(article, element):
                found = [*_mixed_words(part.text)] if part.block is None else []
                if found:
                    yield [(part.locate(start, start + len(word)), word) for start, word in found]


def _mixed_words(text: str) -> Iterator[tuple[int, str]]:
    if not text.isascii() and _FOREIGN.search(text):
        for match in _WORD.finditer(text):
            if _is_mixed(match.group()):
                yield match.start(), match.group()


def _is_mixed(word: str) -> bool:
    """Tell whether a word is Latin but for some letters, all of which look like Latin ones.

    Symbols of science have Greek letters (TNFα, NFκB), so that these are only told in words and in names.
    """
    if word.isascii():
        return False
    foreign = [letter for letter in word if _FOREIGN.match(letter)]
    latin = sum(letter < _LATIN for letter in word)
    if not foreign or not latin or len(foreign) + latin < len(word) or not _ALIKE.keys() >= set(foreign):
        return False
    if commonness(_in_latin(word).lower()) is not None:
        return True
    return len(foreign) < latin and (not _GREEK.search(word) or word.istitle())


def _in_latin(word: str) -> str:
    return "".join(_ALIKE.get(letter, letter) for letter in word)


def _tell(article: Article, words: Sequence[Word]) -> Finding:
    (span, word), *others = words
    letters = ", ".join(sorted({f"{letter} (U+{ord(letter):04X})" for letter in word if letter in _ALIKE}))
    noun = "word" if len(others) == 1 else "words"
    more = f", and {len(others)} more {noun} here" if others else ""
    values = {"word": word, "letters": letters, "meant": _in_latin(word), "more": more}
    related = tuple(Related(place, f"“{each}”") for place, each in others[:SHOWN])
    fix = join_fixes(_fix(article, *each) for each in words)
    return Finding(span, values, related=related, fix=fix)


def _fix(article: Article, span: Span, word: str) -> Fix | None:
    is_written = article.source.slice(span) == word
    return Fix("unsafe", (Edit(span.start, span.end, _in_latin(word)),)) if is_written else None
