"""Analyses are made once for an article, and what they count is what the text says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.analyses import Analyses
from newslint.article import Article, Block, Prose, Run
from newslint.language.readability.measures import measure
from newslint.language.units import words as units
from newslint.source import Source
from newslint.spans import Extent, Span

PIECES = st.text("aB1 .,’'-“”\n2U", max_size=40)


def article_of(*texts: str) -> Article:
    """Return an article of plain paragraphs."""
    blocks, at = [], 0
    for text in texts:
        span = Span(at, at + len(text))
        blocks.append(Block("paragraph", span, Prose(text, [Run(0, len(text), at, len(text))])))
        at = span.end + 2
    return Article(Source("a.txt", "\n\n".join(texts), "text"), tuple(blocks))


@given(st.lists(PIECES, min_size=1, max_size=3))
def test_words_of_a_blocks_sentences_are_those_of_its_text(texts: list[str]) -> None:
    article = article_of(*texts)
    for index, text in enumerate(texts):
        words = [word for sentence in article.sentences_of.get(index, ()) for word in article.words_of(sentence)]
        assert words == units.list_words(text)
        assert article.count_words(index) == units.count_words(text)
        assert article.vocabulary(index) == set(units.list_parts(text.lower()))
    assert article.word_count == sum(map(units.count_words, texts))


@given(st.lists(PIECES, min_size=1, max_size=3))
def test_words_that_are_shared_measure_as_words_found_anew(texts: list[str]) -> None:
    article = article_of(*texts)
    assert article.readability() == measure([sentence.text for sentence in article.sentences])
    for index in range(len(texts)):
        own = [sentence.text for sentence in article.sentences_of.get(index, ())]
        assert article.readability(blocks=(index,)) == measure(own)


def test_words_are_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    article = article_of("Mara Oduya left Tarrow.", "Ben Doe stayed. He said so.")
    seen: list[str] = []
    find: Callable[[str], list[str]] = units.list_words

    def noted(text: str) -> list[str]:
        seen.append(text)
        return find(text)

    monkeypatch.setattr(units, "list_words", noted)
    assert article.word_count == 10
    assert article.readability().counts.words == 10
    assert article.count_words(1) == 6
    assert seen == [sentence.text for sentence in article.sentences]


@given(st.lists(PIECES, min_size=2, max_size=3), st.integers(0, 40), st.integers(0, 40))
def test_an_extent_has_a_text_and_a_place(texts: list[str], start: int, length: int) -> None:
    article = article_of(*texts)
    extents = [Extent(index, min(start, len(text)), min(start + length, len(text))) for index, text in enumerate(texts)]
    for extent in extents:
        assert article.source.slice(article.locate(extent)) == article.text_of(extent)
    assert article.text_of(*extents) == " ".join(map(article.text_of, extents))


def test_an_article_is_its_analyses() -> None:
    assert isinstance(article_of("Tarrow."), Analyses)
