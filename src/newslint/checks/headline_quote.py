"""Flag quoted words of a headline that nobody says in the body; single words and titles are left alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, Element
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding
from newslint.language.speech.passages import Passage
from newslint.language.speech.quotations import find_quotations
from newslint.language.units.similarity import content_words, fold_words
from newslint.patterns import pattern
from newslint.source import Span

_LONGEST = 1000  # code points; what is longer is no headline


class Options(NamedTuple):
    """Quotations of fewer than `least_words` words are not looked for, nor in a body of fewer than `least_body` words.

    A sentence of the body that has a share of at least `enough` of the quotation's telling words bears it out.
    """

    least_words: int = 3
    least_body: int = 100
    enough: float = 0.67


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Looks up each quotation of the headline in the body."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each quotation that the body does not have, with `quote` for the message."""
        headline = article.headline
        if headline is None or article.word_count < self.options.least_body:
            return
        at = article.block_at(headline.span.start)
        blocks = [article.blocks[at]] if at is not None and article.blocks[at].role == "headline" else []
        text = blocks[0].text if blocks else headline.text
        if len(text) > _LONGEST:
            return
        quotations = [
            entry
            for entry in find_quotations([Passage(text, "heading")])
            if entry.is_closed and entry.words >= self.options.least_words
        ]
        if not quotations:
            return
        body = _Body(article)
        for quotation in quotations:
            quoted = text[quotation.inner.start : quotation.inner.end]
            if body.has(quoted, self.options.enough):
                continue
            start, end = quotation.extent.start, quotation.extent.end
            span = blocks[0].locate(start, end) if blocks else _within(article, headline, start, end)
            yield Finding(span, {"quote": quoted})


def _within(article: Article, element: Element, start: int, end: int) -> Span:
    if article.source.slice(element.span) == element.text:
        return Span(element.span.start + start, element.span.start + end)
    return element.span


_OMITTED = pattern(r"\.{3}|…|\[[^\]]{0,300}\]")


class _Body:
    """The words of an article's body, sentence by sentence and as a whole."""

    def __init__(self, article: Article) -> None:
        blocks = [
            (index, block)
            for index, block in enumerate(article.blocks)
            if block.role != "headline" and block.kind not in ("boilerplate", "code")
        ]
        self._whole = " " + " ".join(" ".join(fold_words(block.text)) for _, block in blocks) + " "
        self._sentences: list[frozenset[str]] | None = None
        self._texts = [sentence.text for index, _ in blocks for sentence in article.sentences_of.get(index, ())]

    def has(self, quoted: str, enough: float) -> bool:
        """Tell whether the body has the words, piece by piece around dots, or nearly all of them close together."""
        pieces = [" ".join(fold_words(piece)) for piece in _OMITTED.split(quoted)]
        if all(f" {piece} " in self._whole for piece in pieces if piece):
            return True
        wanted = set(content_words(quoted))
        if not wanted:
            return True
        if self._sentences is None:
            self._sentences = [frozenset(content_words(text)) for text in self._texts]
        # The headline's words may be spread over two neighbouring sentences of one answer.
        pairs = zip(self._sentences, [*self._sentences[1:], frozenset()], strict=True)
        return any(len(wanted & (one | other)) >= enough * len(wanted) for one, other in pairs)


CHECK = CheckType("headline-quote", Options, build, placeholders=("quote",))
