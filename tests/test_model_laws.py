"""What holds of every article: runs lead back, ranges answer as a plain scan would, what is missing has a home."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article import (
    KINDS,
    PROSE_KINDS,
    Article,
    Block,
    Element,
    Field,
    FrontMatter,
    Image,
    Link,
    Prose,
    Question,
    Run,
    Section,
    StructuredData,
)
from newslint.assembly import parse
from newslint.language.dates.mentions import find_dates
from newslint.language.lexicon import SHIPPED
from newslint.language.numbers.quantities import find_quantities
from newslint.language.speech.attributions import Attribution
from newslint.language.speech.claims import find_claims
from newslint.language.speech.passages import Extent
from newslint.language.speech.quotations import Quotation, find_quotations
from newslint.language.units.code_spans import find_code_spans
from newslint.language.units.sentences import split_sentences
from newslint.language.units.words import count_words
from newslint.parts import BlockKind, ElementKind
from newslint.source import Source, decode
from newslint.spans import Span

SHOWCASE = {
    "md": (
        "---\ntitle: A head\n---\n\n# A head\n\nBy Mara Oduya\n\nThe town paid 40 pounds on 3 May 2026. Ben Doe said: "
        "“It is &amp; was `ours` to pay 12 times.”\n\n## First\n\n- One item here.\n- Two items here.\n\n> Not ours, "
        "she wrote.\n\n### Deeper\n\n```\ncode is shown\n```\n\n[A link](https://x.example) and `code` again.\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nShare this article\n"
    ),
    "html": (
        "<!doctype html><html lang=en><body><nav><a href=/>Home</a></nav><article><h1>A head</h1><p>By Mara Oduya</p>"
        "<p>The town paid 40 pounds on 3 May 2026. Ben Doe said: “It is &amp; was <code>ours</code> to pay.”</p>"
        "<h2>First</h2><ul><li>One item here.</li></ul><blockquote>Not ours, she wrote.</blockquote><h3>Deeper</h3>"
        "<pre><code>code is shown</code></pre><p><a href=https://x.example>A link</a> and <code>code</code>.</p>"
        "</article></body></html>"
    ),
    "txt": (
        "A head\n\nBy Mara Oduya\n\nThe town paid 40 pounds on 3 May 2026. Ben Doe said: “It is ours to pay.”\n\n"
        "First\n\nMore words stand here than in a heading, the port said on Monday.\n\nSecond\n\n- One item here.\n"
    ),
}


def showcase(suffix: str) -> Article:
    return parse(decode(SHOWCASE[suffix].encode(), f"a.{suffix}"))


ALL = [showcase(suffix) for suffix in SHOWCASE]
every = pytest.mark.parametrize("article", ALL, ids=list(SHOWCASE))


# Prose and its way back


@st.composite
def proses(draw: st.DrawFn) -> tuple[Prose, list[tuple[int, int]]]:
    """Return a prose and, for each of its characters, the range of the source that it stands for."""
    runs, places = [], []
    at, origin = 0, draw(st.integers(0, 5))
    for _ in range(draw(st.integers(1, 5))):
        size = draw(st.integers(1, 4))
        is_same = draw(st.booleans())
        width = size if is_same else draw(st.sampled_from([wide for wide in range(1, 10) if wide != size]))
        runs.append(Run(at, size, origin, width))
        places += [(origin + n, origin + n + 1) if is_same else (origin, origin + width) for n in range(size)]
        at += size
        origin += width + draw(st.integers(0, 3))
    return Prose("x" * at, runs), places


@given(proses(), st.data())
def test_a_range_of_prose_comes_from_all_that_its_characters_stand_for(
    drawn: tuple[Prose, list[tuple[int, int]]], data: st.DataObject
) -> None:
    prose, places = drawn
    start = data.draw(st.integers(0, len(places) - 1))
    end = data.draw(st.integers(start + 1, len(places)))
    assert prose.locate(start, end) == Span(places[start][0], places[end - 1][1])
    assert prose.locate(start, start) == prose.locate(start, start - 1) == Span(places[start][0], places[start][0])


@given(proses())
def test_what_lies_behind_the_prose_is_at_its_end(drawn: tuple[Prose, list[tuple[int, int]]]) -> None:
    prose, places = drawn
    first, last = places[0][0], places[-1][1]
    assert prose.locate(0, len(places) + 5) == Span(first, last)
    behind = prose.locate(len(places) + 2, len(places) + 3)
    assert places[-1][0] <= behind.start <= behind.end <= last


def test_a_place_behind_copied_characters_is_the_end_and_behind_decoded_ones_their_begin() -> None:
    assert Prose("ab", [Run(0, 2, 7, 2)]).locate(2, 2) == Span(9, 9)
    assert Prose("ab", [Run(0, 2, 7, 2)]).locate(9, 12) == Span(9, 9)
    assert Prose("a&", [Run(0, 1, 7, 1), Run(1, 1, 8, 5)]).locate(2, 2) == Span(8, 8)


def test_prose_without_runs_is_at_the_begin_of_the_source() -> None:
    assert Prose("", []).locate(0, 0) == Prose("ab", []).locate(1, 2) == Span(0, 0)


def test_a_span_never_ends_before_it_begins_where_text_was_put_together_in_another_order() -> None:
    assert Prose("abcd", [Run(0, 2, 20, 2), Run(2, 2, 5, 2)]).locate(0, 4) == Span(20, 20)


def test_a_block_leads_back_as_its_prose_does() -> None:
    block = Block("paragraph", Span(3, 9), Prose("ab", [Run(0, 2, 4, 2)]))
    assert (block.text, block.locate(1, 2)) == ("ab", Span(5, 6))


# Facts that nobody stated


def test_what_a_parser_does_not_say_is_unknown() -> None:
    span = Span(0, 1)
    block = Block("paragraph", span, Prose("", []))
    assert block[3:] == (None, "", (), None, False, None, False)
    assert FrontMatter("yaml", span).fields == ()
    assert Element("byline", "a", span, "markup")[4:] == ((), None, None, (), ())
    assert Question("a", "b", span, span, span)[5:] == (None, (), ())
    assert Link("a", "b", span, "inline")[4:] == (None, 0, 0)
    assert Image("a", None, span)[3:] == (None, True, False)
    assert StructuredData(span)[1:] == (None, None, None, None)
    article = Article(Source("a", "", "text"))
    assert article[1:] == ((), (), (), None, (), (), (), (), (), (), frozenset(), None, False, {}, SHIPPED, None)


def test_a_field_is_found_by_the_first_name_that_there_is_whatever_its_case() -> None:
    span = Span(0, 1)
    fields = tuple(Field(name, number, span, span) for number, name in enumerate(["Title", "date", "TITLE", "Author"]))
    matter = FrontMatter("yaml", span, fields)
    assert matter.find("title") == fields[0]
    assert matter.find("tiTLE") == fields[0]
    assert matter.find("none", "AUTHOR", "title") == fields[3]
    assert matter.find("none") is None
    assert matter.find() is None


def test_elements_are_found_by_kind_and_the_first_is_the_best() -> None:
    kinds: list[ElementKind] = ["byline", "headline", "published", "byline", "headline", "published"]
    elements = tuple(Element(kind, str(n), Span(n, n + 1), "markup") for n, kind in enumerate(kinds))
    article = Article(Source("a.md", "x" * 9, "markdown"), elements=elements)
    assert article.find("byline") == elements[0]
    assert article.find_all("byline") == [elements[0], elements[3]]
    assert (article.headline, article.published) == (elements[1], elements[2])
    assert article.find("dek") is None
    assert article.find_all("dek") == []
    assert (article.path, article.format) == ("a.md", "markdown")
    bare = Article(Source("a.md", "", "markdown"))
    assert (bare.headline, bare.published) == (None, None)


LACKS = {
    "text": {
        "images": "plain text has no images",
        "links": "plain text has no link targets",
        "heading-levels": "plain text has no heading levels",
        "structured-data": "plain text has no structured data",
        "front-matter": "plain text has no front matter",
    },
    "markdown": {"structured-data": "Markdown has no structured data"},
    "html": {"front-matter": "HTML has no front matter"},
}


@pytest.mark.parametrize("format", LACKS)
def test_what_a_format_cannot_show_is_said_in_words(format: str) -> None:
    article = Article(Source("a", "", format))
    whats = [*LACKS["text"], "anything"]
    assert {what: article.lacks(what) for what in whats} == {what: LACKS[format].get(what) for what in whats}


# Blocks


@every
def test_blocks_are_in_order_of_known_kinds_and_inside_of_the_source(article: Article) -> None:
    assert {block.kind for block in article.blocks} <= set(KINDS)
    before = 0
    for block in article.blocks:
        assert before <= block.span.start <= block.span.end <= len(article.source.text)
        before = block.span.start
    shown = {index for index, _ in article.prose_blocks()}
    assert shown == {n for n, block in enumerate(article.blocks) if block.kind in PROSE_KINDS}
    assert all(article.blocks[index] is block for index, block in article.prose_blocks())
    assert {"paragraph", "list-item", "quotation"} == PROSE_KINDS


def plain_block(start: int, end: int, kind: BlockKind = "paragraph", **facts: Any) -> Block:
    return Block(kind, Span(start, end), Prose("x" * (end - start), [Run(0, end - start, start, end - start)]), **facts)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5), st.booleans()), max_size=6))
def test_a_block_is_found_by_any_offset_that_it_holds(shape: list[tuple[int, int, bool]]) -> None:
    blocks: list[Block] = []
    at = 0
    for gap, size, has_caption in shape:
        start, end = at + gap, at + gap + size
        blocks.append(plain_block(start, end))
        if has_caption and size > 1:
            # An image's caption stands inside of its paragraph and may end before it does.
            blocks.append(plain_block(start + 1, end - size % 2, "caption"))
        at = end + 1
    article = Article(Source("a.md", "x" * (at + 3), "markdown"), tuple(blocks))
    for offset in range(at + 4):
        holding = [n for n, block in enumerate(blocks) if block.span.start <= offset <= block.span.end]
        assert article.block_at(offset) == (holding[-1] if holding else None)


@every
def test_blocks_of_parsed_articles_are_found_by_their_offsets(article: Article) -> None:
    for offset in range(len(article.source.text) + 1):
        holding = [n for n, block in enumerate(article.blocks) if block.span.start <= offset <= block.span.end]
        found = article.block_at(offset)
        assert found in holding if holding else found is None


def test_sections_begin_at_headings_other_than_the_headline() -> None:
    def at(number: int, kind: BlockKind, level: int | None = None, role: str = "") -> Block:
        return plain_block(number, number, kind, level=level, role=role)

    article = Article(
        Source("a.md", "x" * 20, "markdown"),
        (
            at(0, "boilerplate"),
            at(1, "heading", 1, "headline"),
            at(2, "paragraph"),
            at(3, "heading", 3),
            at(4, "heading", None),
            at(5, "paragraph"),
            at(6, "boilerplate"),
            at(7, "list-item"),
            at(8, "heading", 1),
            at(9, "code"),
        ),
    )
    assert article.sections == (
        Section(None, 1, (2,)),
        Section(3, 3, ()),
        Section(4, 2, (5, 7)),
        Section(8, 1, (9,)),
    )
    assert Article(Source("a.md", "", "markdown")).sections == ()
    assert Article(Source("a.md", "x", "markdown"), (at(0, "paragraph", role="headline"),)).sections == ()


@every
def test_sections_part_what_is_neither_boilerplate_nor_headline(article: Article) -> None:
    parts = [n for section in article.sections for n in (section.heading, *section.blocks) if n is not None]
    kept = [n for n, block in enumerate(article.blocks) if block.kind != "boilerplate" and block.role != "headline"]
    assert parts == kept
    assert all(article.blocks[section.heading].kind == "heading" for section in article.sections if section.heading)


@every
def test_sentences_are_those_of_the_prose_blocks(article: Article) -> None:
    found: dict[int, list[tuple[int, int]]] = {}
    for sentence in article.sentences:
        assert article.blocks[sentence.block].text[sentence.start : sentence.end] == sentence.text
        found.setdefault(sentence.block, []).append((sentence.start, sentence.end))
    naive = {index: list(split_sentences(block.text)) for index, block in article.prose_blocks()}
    assert found == {index: spans for index, spans in naive.items() if spans}
    by_block = {index: [(one.start, one.end) for one in those] for index, those in article.sentences_of.items()}
    assert by_block == found
    assert article.word_count == sum(count_words(block.text) for _, block in article.prose_blocks()) > 20
    assert article.readability().flesch_kincaid_grade != 0


@every
def test_a_block_is_pointed_at_by_its_first_sentence(article: Article) -> None:
    for index, block in article.prose_blocks():
        first = article.sentences_of[index][0]
        assert article.first_sentence_span(block) == block.locate(first.start, first.end)
    empty = plain_block(3, 3)
    assert article.first_sentence_span(empty) == Span(3, 3)
    blank = Block("paragraph", Span(2, 4), Prose("  ", [Run(0, 2, 2, 2)]))
    assert article.first_sentence_span(blank) in (Span(2, 4), Span(2, 2))


@every
def test_analyses_see_every_block_but_boilerplate_and_code(article: Article) -> None:
    silent = {"boilerplate", "code"}
    texts = ["" if block.kind in silent else block.text for block in article.blocks]
    assert [passage.text for passage in article.passages] == texts
    assert [passage.kind for passage in article.passages] == [block.kind for block in article.blocks]
    assert article.quotations == find_quotations(article.passages)
    assert article.quotations
    assert list(article.dates) == [(n, date) for n, text in enumerate(texts) for date in find_dates(text)]
    dated = {n: [date for index, date in article.dates if index == n] for n in range(len(texts))}
    naive = [(n, one) for n, text in enumerate(texts) for one in find_quantities(text, dated[n])]
    assert list(article.quantities) == naive
    assert naive
    extents = [Extent(one.block, one.start, one.end) for one in article.sentences]
    claims = find_claims(article.passages, extents, article.attributions, article.quotations, article.quantities)
    assert list(article.claims) == list(claims)
    assert claims


@every
def test_attributions_are_those_of_the_block_in_which_their_content_begins(article: Article) -> None:
    assert article.attributions
    for index, those in article.attributions_of.items():
        assert [one for one in article.attributions if one.content[0].passage == index] == list(those)
    assert sum(map(len, article.attributions_of.values())) == len(article.attributions)
    assert article.linked_blocks == {link.block for link in article.links if link.block is not None}


def test_a_link_outside_of_all_blocks_links_none() -> None:
    links = (Link("a", "b", Span(0, 1), "inline", 2), Link("a", "b", Span(0, 1), "inline"))
    assert Article(Source("a.md", "x", "markdown"), links=links).linked_blocks == {2}


# Ranges


RANGES = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 5)).map(lambda pair: (pair[0], sum(pair))), max_size=5)
SIZE = 17


def two_blocks() -> Article:
    return Article(Source("a.md", "x" * 40, "markdown"), (plain_block(0, SIZE), plain_block(20, 20 + SIZE)))


def queries() -> list[tuple[int, int, int]]:
    return [(block, start, end) for block in (0, 1) for start in range(SIZE) for end in range(start + 1, SIZE + 1)]


def quotation(block: int, start: int, end: int) -> Quotation:
    return Quotation(Extent(block, start, end), Extent(block, start, end), "“", True, None, 2, "speech")


@given(RANGES, RANGES)
def test_a_range_is_quoted_where_one_quotation_holds_all_of_it(
    first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    article = two_blocks()
    article.__dict__["quotations"] = [quotation(0, *one) for one in first] + [quotation(1, *one) for one in second]
    for block, start, end in queries():
        naive = any(low <= start and end <= high for low, high in (first, second)[block])
        assert article.is_quoted(block, start, end) == naive
    assert list(article.quoted_extents(1)) == [Extent(1, *one) for one in second]
    assert list(article.quoted_extents(7)) == []


def test_all_of_a_block_quotation_is_quoted_and_all_of_a_code_block_is_code() -> None:
    article = Article(
        Source("a.md", "x" * 20, "markdown"),
        (plain_block(0, 5, "quotation"), plain_block(6, 9, "code"), plain_block(10, 15)),
    )
    assert [article.is_quoted(block, 0, 1) for block in (0, 1, 2)] == [True, False, False]
    assert [article.is_code(block, 0, 1) for block in (0, 1, 2)] == [False, True, False]


def said(
    content: Sequence[Extent], cue: Sequence[Extent] = (), has_source: bool = True, quotation: int | None = None
) -> Attribution:
    source = (Extent(0, 0, 1),) if has_source else ()
    return Attribution(source, tuple(cue), tuple(content), "named", quotation, False, None, False, False)


@given(RANGES, RANGES, RANGES)
def test_a_range_is_attributed_where_it_meets_what_a_source_says(
    first: list[tuple[int, int]], second: list[tuple[int, int]], sourceless: list[tuple[int, int]]
) -> None:
    article = two_blocks()
    article.__dict__["attributions"] = [
        *(said([Extent(0, *one)]) for one in first),
        *(said([Extent(1, *one)]) for one in second),
        *(said([Extent(1, *one)], has_source=False) for one in sourceless),
    ]
    for block, start, end in queries():
        naive = any(low < end and start < high for low, high in (first, second)[block])
        assert article.is_attributed(block, start, end) == naive
    assert not article.is_attributed(5, 0, 1)


@given(RANGES, RANGES, st.booleans())
def test_a_source_tells_something_where_its_cue_or_its_words_stand(
    cues: list[tuple[int, int]], contents: list[tuple[int, int]], is_quoted: bool
) -> None:
    article = two_blocks()
    article.__dict__["attributions"] = [
        said(
            [Extent(1, *one) for one in contents], [Extent(0, *one) for one in cues], quotation=0 if is_quoted else None
        ),
        said([Extent(1, 0, SIZE)], has_source=False, quotation=0),
    ]
    for block, start, end in queries():
        # `xxx` is no word that tells: without a quotation it makes no source. A statement has no cue.
        naive = (is_quoted or not cues) and any(low < end and start < high for low, high in (cues, contents)[block])
        assert article.has_source(block, start, end) == naive


def test_a_cue_that_tells_makes_a_source_without_a_quotation() -> None:
    text = "Ben Doe said that it is. Ben Doe hopes that it is."
    block = Block("paragraph", Span(0, len(text)), Prose(text, [Run(0, len(text), 0, len(text))]))
    article = Article(Source("a.md", text, "markdown"), (block,))
    article.__dict__["attributions"] = [
        said([Extent(0, 13, 23)], [Extent(0, 8, 12)]),
        said([Extent(0, 39, 49)], [Extent(0, 33, 38)]),
    ]
    assert [at for at in range(len(text)) if article.has_source(0, at, at + 1)] == [*range(8, 12), *range(13, 23)]


@every
def test_a_range_is_code_where_its_begin_stands_in_code(article: Article) -> None:
    text = article.source.text
    spans = find_code_spans(text, 0, len(text), article.format) if article.format == "html" else []
    if article.format != "html":
        spans = [
            span
            for block in article.blocks
            for span in find_code_spans(text, block.span.start, block.span.end, article.format)
        ]
    assert bool(spans) == (article.format != "text")
    for index, block in enumerate(article.blocks):
        for at in range(len(block.text)):
            begin = block.locate(at, at + 1).start
            naive = block.kind == "code" or any(low <= begin < high for low, high in spans)
            assert article.is_code(index, at, at + 1) == naive


@pytest.mark.parametrize("text", ["a `b` c", "a <code>b</code> c", "`b` and <code>b</code>", "<b>b</b> `x`", "a b c"])
def test_code_is_found_by_backticks_and_by_tags_alone_and_together(text: str) -> None:
    article = parse(decode(f"Before.\n\n{text}\n\nAfter `z`.\n".encode(), "a.md"))
    index, block = next((n, block) for n, block in enumerate(article.blocks) if "b" in block.text)
    shown = {block.text[at] for at in range(len(block.text)) if article.is_code(index, at, at + 1)} - set("`")
    assert shown == {"x"} & set(text) | ({"b"} & set(text) if "`b`" in text or "<code>b" in text else set())


# Anchors


HOMELY = "First line\nsecond line\n\nThird line\n"


def home(homes: dict[str, Span], **facts: Any) -> Article:
    return Article(Source("a.md", HOMELY, "markdown"), homes=homes, **facts)


def test_a_missing_element_belongs_to_the_first_line_of_its_home() -> None:
    third = HOMELY.index("Third")
    assert home({"published": Span(0, 22)}).anchor("published") == Span(0, 10)
    assert home({"published": Span(2, 5)}).anchor("published") == Span(2, 5)
    assert home({"published": Span(2, 10)}).anchor("published") == Span(2, 10)
    # An empty home stands for its line.
    assert home({"published": Span(third, third)}).anchor("published") == Span(third, third + 10)
    assert home({"published": Span(10, 11)}).anchor("published") == Span(10, 10)


def test_an_element_without_a_home_belongs_to_the_byline_then_the_headline_then_the_first_block() -> None:
    byline, headline, own = Span(11, 13), Span(0, 3), Span(24, 26)
    assert home({"byline": byline, "headline": headline, "dek": own}).anchor("dek") == own
    assert home({"byline": byline, "headline": headline}).anchor("dek") == byline
    assert home({"headline": headline}).anchor("dek") == headline
    blocks = (plain_block(0, 5, "boilerplate"), plain_block(11, 22), plain_block(24, 34))
    matter = FrontMatter("yaml", Span(2, 9))
    assert home({"dek": own}, blocks=blocks).anchor("byline") == Span(11, 22)
    assert home({}, blocks=blocks, front_matter=matter).anchor("byline") == Span(11, 22)
    assert home({}, blocks=blocks[:1], front_matter=matter).anchor("byline") == Span(2, 9)
    assert home({}).anchor("byline") == Span(0, 10)


@every
def test_an_anchor_is_a_place_in_one_line(article: Article) -> None:
    for element in ("headline", "byline", "published", "summary", "author-bio", "faq", "nothing"):
        span = article.anchor(element)
        assert 0 <= span.start <= span.end <= len(article.source.text)
        assert article.source.position(span.start).line == article.source.position(span.end).line


def test_the_model_of_every_corpus_article_is_whole() -> None:
    files = sorted(Path(__file__).parent.joinpath("corpus").glob("b0*/article.*"))
    assert len(files) > 9
    for file in files:
        article = parse(decode(file.read_bytes(), file.name))
        text = article.source.text
        for index, block in enumerate(article.blocks):
            assert 0 <= block.span.start <= block.span.end <= len(text)
            assert "".join(block.text[run.start : run.end] for run in block.prose.runs) == block.text
            for run in block.prose.runs:
                assert block.span.start <= run.source_start <= run.source_end <= block.span.end, (file, index)
                if run.is_verbatim:
                    assert text[run.source_start : run.source_end] == block.text[run.start : run.end]


@given(
    parts=st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3), st.booleans()), min_size=1, max_size=6),
    data=st.data(),
)
def test_words_are_found_again_in_the_text_that_was_made_of_them(
    parts: list[tuple[int, int, bool]], data: st.DataObject
) -> None:
    runs, at, source = [], 0, 0
    for length, gap, is_decoded in parts:
        source += gap
        runs.append(Run(at, length, source, length + 4 if is_decoded else length))
        at, source = at + length, runs[-1].source_end
    prose = Prose("x" * at, runs)
    start = data.draw(st.integers(0, at - 1))
    end = data.draw(st.integers(start + 1, at))
    found = prose.find(prose.locate(start, end))
    assert found is not None
    assert found[0] <= start < end <= found[1]
    # What was decoded is found as a whole; all else is found exactly.
    if not any(is_decoded for _, _, is_decoded in parts):
        assert found == (start, end)
    assert prose.find(Span(source + 1, source + 9)) is None
    assert prose.find(prose.locate(start, start)) is None or any(is_decoded for _, _, is_decoded in parts)
