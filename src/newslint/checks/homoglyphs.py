"""The check of letters of another alphabet that look like Latin ones within a Latin word."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.checks.bodies import cut
from newslint.contract import Scene, check
from newslint.diagnostics import Edit, Finding, Fix
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


@check(fixes=("unsafe",), placeholders=("word", "letters", "meant"))
def mixed_scripts(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag words of Latin letters in which some are Cyrillic, Greek or Armenian ones that look the same.

    The message may use `{word}`, `{letters}` that are not Latin, and `{meant}`, the word in Latin letters.
    """
    if article.source.text.isascii() and "&" not in article.source.text:
        return
    for index, block in enumerate(article.blocks):
        if block.kind not in _SILENT:
            for start, word in _mixed_words(block.text):
                if not article.is_code(index, start, start + len(word)):
                    yield _tell(article, article.locate(Extent(index, start, start + len(word))), word)
    for element in article.elements:
        if element.kind in _DIGESTS and element.origin == "front matter":
            for part in cut(article, element):
                for start, word in _mixed_words(part.text) if part.block is None else ():
                    yield _tell(article, part.locate(start, start + len(word)), word)


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


def _tell(article: Article, span: Span, word: str) -> Finding:
    meant = _in_latin(word)
    letters = ", ".join(sorted({f"{letter} (U+{ord(letter):04X})" for letter in word if letter in _ALIKE}))
    is_written = article.source.slice(span) == word
    fix = Fix("unsafe", (Edit(span.start, span.end, meant),)) if is_written else None
    return Finding(span, {"word": word, "letters": letters, "meant": meant}, fix=fix)
