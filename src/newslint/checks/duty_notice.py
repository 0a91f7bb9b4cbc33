"""Flag a text that advises without the notice that such advice needs; it does not say what the law asks for.

Of general use: `advice` phrases and patterns open the duty, `notices` fulfil it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, PhraseHit, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern


class Options(NamedTuple):
    """`advice`: phrases; `patterns`: regular expressions of advice, searched sentence by sentence.

    `notices` are phrases that fulfil the duty wherever they stand in the article; at least `least` pieces of advice
    open it. What is quoted or attributed to a source is nobody's advice but theirs.
    """

    advice: tuple[str, ...]
    notices: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    least: int = 1


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Looks for advice in the article's own voice, and for a notice."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        self._notices = {_fold(phrase) for phrase in options.notices}
        self._patterns = pattern("|".join(f"(?:{regex})" for regex in options.patterns)) if options.patterns else None

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, at the first piece of advice, with `advice` for the message."""
        if any(_fold(hit.phrase) in self._notices for hit in scene.hits):
            return
        found = [(hit.block, hit.start, hit.end) for hit in scene.hits if _is_own(article, hit)]
        found += list(self._match(article))
        found.sort()
        if len(found) < self.options.least or not found:
            return
        (index, start, end), rest = found[0], found[1:]
        related = tuple(
            Related(article.blocks[other].locate(first, last), "more advice") for other, first, last in rest[:5]
        )
        block = article.blocks[index]
        yield Finding(block.locate(start, end), {"advice": block.text[start:end]}, related=related)

    def _match(self, article: Article) -> Iterator[tuple[int, int, int]]:
        if self._patterns is None:
            return
        for sentence in article.sentences:
            hit = self._patterns.search(sentence.text)
            if hit is None or hit.start() == hit.end():
                continue
            start, end = sentence.start + hit.start(), sentence.start + hit.end()
            if not article.is_quoted(sentence.block, start, end) and not article.is_attributed(
                sentence.block, start, end
            ):
                yield sentence.block, start, end


def _fold(phrase: str) -> str:
    return " ".join(phrase.lower().split()).replace("’", "'")


def _is_own(article: Article, hit: PhraseHit) -> bool:
    if article.blocks[hit.block].kind not in {*PROSE_KINDS, "heading"}:
        return False
    if article.is_quoted(hit.block, hit.start, hit.end):
        return False
    return not article.is_attributed(hit.block, hit.start, hit.end)


def phrases_of(options: Options) -> Iterable[str]:
    """Give the shared automaton both advice and notices."""
    return (*options.advice, *options.notices)


CHECK = CheckType("duty-notice", Options, build, phrases=phrases_of, placeholders=("advice",))
