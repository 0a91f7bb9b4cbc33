"""Spans lead back to the source, and missing elements have a home."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.article import Prose, Run
from newslint.assembly import parse
from newslint.source import Source
from newslint.spans import Span

PROSE = Prose("Roe & Lind", [Run(0, 4, 10, 4), Run(4, 1, 14, 5), Run(5, 5, 19, 5)])


def test_text_that_was_not_decoded_leads_back_character_by_character() -> None:
    assert PROSE.locate(1, 3) == Span(11, 13)


def test_decoded_text_stands_for_all_that_it_was_made_from() -> None:
    assert PROSE.locate(4, 5) == Span(14, 19)
    assert PROSE.locate(0, 10) == Span(10, 24)


@given(st.integers(0, 10), st.integers(0, 10))
def test_every_range_of_the_text_has_a_span(start: int, end: int) -> None:
    span = PROSE.locate(min(start, end), max(start, end))
    assert 10 <= span.start <= span.end <= 24


def test_an_empty_file_has_its_anchors_on_line_one() -> None:
    for name in ("a.md", "a.html", "a.txt"):
        article = parse(Source(name, "", name[2:].replace("md", "markdown").replace("txt", "text")))
        assert article.anchor("byline") == Span(0, 0)


def test_a_missing_date_belongs_to_its_empty_label() -> None:
    text = "Harbour bridge closes\n\nBy Ana Roe\n\nPublished on:\n\nThe bridge closes on Monday, the port said.\n"
    article = parse(Source("a.txt", text, "text"))
    assert article.source.slice(article.anchor("published")) == "Published on:"


@given(st.text(max_size=300), st.sampled_from(["markdown", "html", "text"]))
def test_whatever_the_text_blocks_slice_as_the_model_says(text: str, format: str) -> None:
    source = Source("a", text, format)
    article = parse(source)
    for block in article.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(text)
        at = 0
        for run in block.prose.runs:
            assert run.start == at
            at += run.length
            if run.is_verbatim:
                assert text[run.source_start : run.source_end] == block.text[run.start : run.end]
        assert at == len(block.text)
