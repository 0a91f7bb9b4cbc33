"""Checks of whether somebody says in the body what a headline quotes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain, pairwise
from typing import Annotated

from newslint.article import Article
from newslint.checks.bodies import cut
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.speech.passages import Passage
from newslint.language.speech.quotations import find_quotations
from newslint.language.units.similarity import content_words, fold_words
from newslint.patterns import pattern

_LONGEST_HEADLINE = 1000  # code points; what is longer is not a headline


_TERM_WORDS = 3


@check(
    grades=("term",),
    placeholders=("quote",),
    renamed={"least_words": "min_words", "least_body": "min_body_words", "enough": "min_share"},
)
def headline_quote(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("shorter quotations are not looked for", ge=1)] = 3,
    min_body_words: Annotated[int, Option("articles with fewer words are not judged", ge=0)] = 100,
    min_share: Annotated[
        float, Option("the share of a quotation's content words that a sentence must have to support it", ge=0, le=1)
    ] = 0.67,
) -> Iterator[Finding]:
    """Flag quoted words of a headline that nobody says in the body.

    The grade is `term` for three words at most that all have capitals: a name or a nickname, which nobody need say.
    """
    if article.headline is None or article.word_count < min_body_words:
        return
    headline = next(cut(article, article.headline))
    if len(headline.text) > _LONGEST_HEADLINE:
        return
    body = _SaidInBody(article)
    for quotation in find_quotations([Passage(headline.text, "heading")]):
        quoted = headline.text[quotation.inner.start : quotation.inner.end]
        if quotation.is_closed and quotation.words >= min_words and not body.has(quoted, min_share):
            span = headline.locate(quotation.extent.start, quotation.extent.end)
            yield Finding(span, {"quote": quoted}, "term" if _is_term(quoted) else "default")


def _is_term(quoted: str) -> bool:
    """Tell whether a few quoted words all have capitals."""
    words = quoted.split()
    return len(words) <= _TERM_WORDS and not any(word[0].islower() for word in words)


_OMITTED = pattern(r"\.{3}|…|\[[^\]]{0,300}\]")


class _SaidInBody:
    """The words of an article's body, sentence by sentence and as a whole."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._blocks = [index for index, block in enumerate(article.blocks) if block.role != "headline"]

    @cached_property
    def _whole(self) -> str:
        texts = (self._article.passages[index].text for index in self._blocks)
        return f" {' '.join(' '.join(fold_words(text)) for text in texts)} "

    @cached_property
    def _sentences(self) -> list[frozenset[str]]:
        sentences = chain.from_iterable(self._article.sentences_of.get(index, ()) for index in self._blocks)
        return [frozenset(content_words(sentence.text)) for sentence in sentences]

    def has(self, quoted: str, enough: float) -> bool:
        """Tell whether the body has the words, piece by piece around dots, or nearly all of them close together."""
        pieces = [" ".join(fold_words(piece)) for piece in _OMITTED.split(quoted)]
        if all(f" {piece} " in self._whole for piece in pieces if piece):
            return True
        wanted = set(content_words(quoted))
        # The headline's words may be spread over two neighbouring sentences of one answer.
        pairs = pairwise([*self._sentences, frozenset()])
        return not wanted or any(len(wanted & (one | other)) >= enough * len(wanted) for one, other in pairs)
