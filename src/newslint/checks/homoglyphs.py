"""The check of letters of another alphabet that look like Latin ones within a Latin word."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.contract import Scene, check
from newslint.diagnostics import Edit, Finding, Fix
from newslint.patterns import pattern
from newslint.spans import Extent

# Letters of Cyrillic and Greek that nobody can tell from a Latin one in most typefaces (Unicode's confusables.txt).
_ALIKE = dict(
    zip(
        "аеорсухіјѕһԁԛԝАВЕКМНОРСТХУІЈЅԌԚԜοινκυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aeopcyxijshdqwABEKMHOPCTXYIJSGQWoivkuxABEZHIKMNOPTYX",
        strict=True,
    )
)
_FOREIGN = pattern("[\u0370-\u03ff\u0400-\u052f]")
_WORD = pattern(r"[^\W\d_]{3,40}")
_SILENT = frozenset({"code", "boilerplate"})


@check(fixes=("unsafe",), placeholders=("word", "letters", "meant"))
def mixed_scripts(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag words of Latin letters in which some are Cyrillic or Greek ones that look the same.

    The message may use `{word}`, `{letters}` that are not Latin, and `{meant}`, the word in Latin letters.
    """
    if article.source.text.isascii() and "&" not in article.source.text:
        return
    for index, block in enumerate(article.blocks):
        if block.kind in _SILENT or block.text.isascii() or not _FOREIGN.search(block.text):
            continue
        for match in _WORD.finditer(block.text):
            if _is_mixed(match.group()) and not article.is_code(index, *match.span()):
                yield _tell(article, index, match.start(), match.group())


def _is_mixed(word: str) -> bool:
    """Tell whether a word is Latin but for some letters, all of which look like Latin ones."""
    if word.isascii():
        return False
    foreign = [letter for letter in word if _FOREIGN.match(letter)]
    latin = sum(letter < "\u0250" for letter in word)
    return 0 < len(foreign) < latin and len(foreign) + latin == len(word) and _ALIKE.keys() >= set(foreign)


def _tell(article: Article, index: int, start: int, word: str) -> Finding:
    meant = "".join(_ALIKE.get(letter, letter) for letter in word)
    letters = ", ".join(sorted({f"{letter} (U+{ord(letter):04X})" for letter in word if letter in _ALIKE}))
    span = article.locate(Extent(index, start, start + len(word)))
    is_written = article.source.slice(span) == word
    fix = Fix("unsafe", (Edit(span.start, span.end, meant),)) if is_written else None
    return Finding(span, {"word": word, "letters": letters, "meant": meant}, fix=fix)
