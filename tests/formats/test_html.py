"""A page's article is found among what its site puts around it, every word with its place."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint.article import Block, Element
from newslint.formats.draft import Draft
from newslint.formats.html.reader import draft_html
from newslint.source import Source

SENTENCE = "The harbour board of Elmport voted on Tuesday to rebuild the old sea wall before the next winter."
BODY = "\n".join(f"<p>{SENTENCE} It will cost {number} million crowns.</p>" for number in range(2, 8))


def draft(text: str) -> Draft:
    return draft_html(Source("page.html", text, "html"))


def page(head: str = "", before: str = "", body: str = BODY, after: str = "") -> str:
    return (
        f"<!doctype html><html lang=en-GB><head>{head}</head><body><nav><a href=/>Home</a> <a href=/news>News</a></nav>"
        f"<main><h1>Elmport to rebuild its sea wall</h1>{before}<div class=article-body>{body}</div></main>"
        f"{after}<footer>Legal notice of the Elmport Courier</footer></body></html>"
    )


def claims(found: Draft, kind: str) -> list[Element]:
    return [claim for claim in found.claims if claim.kind == kind]


def texts(found: Draft, *kinds: str) -> list[str]:
    return [block.text for block in found.blocks if not kinds or block.kind in kinds]


def assert_places(text: str, found: Draft) -> None:
    """Every run that is as wide as long is the source itself; runs cover the text; nothing lies outside the file."""
    for block in found.blocks:
        at = 0
        for run in block.prose.runs:
            assert run.start == at
            assert run.length > 0
            assert 0 <= run.source_start <= run.source_end <= len(text)
            if run.is_verbatim:
                assert block.text[run.start : run.end] == text[run.source_start : run.source_end]
            at += run.length
        assert at == len(block.text)
        assert block.text == block.text.strip() != ""
        assert all(0 <= start <= end <= len(block.text) for start, end in block.cells)
    for link in found.links:
        assert text[link.span.start] == "<"
        if link.block is not None:
            assert found.blocks[link.block].text[link.start : link.end] == link.text
    for claim in found.claims:
        assert claim.text
        assert 0 <= claim.span.start < claim.span.end <= len(text)
    for image in found.images:
        assert text[image.span.start : image.span.start + 4].lower() == "<img"
    for data in found.structured_data:
        assert data.error is None or (data.error_span is not None and data.error_span.end <= len(text))


def only_block(html: str) -> Block:
    blocks = draft(html).blocks
    assert len(blocks) == 1
    return blocks[0]


# Text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Salt &amp; pepper</p>", "Salt & pepper"),
        ("<p>  one\n\t two  </p>", "one two"),
        ("<p>one <b> two</b></p>", "one two"),
        ("<p>one<br>two</p>", "one\ntwo"),
        ("<p>one <br/> two</p>", "one\ntwo"),
        ("<p>5&nbsp;km</p>", "5\u00a0km"),
        ("<p>a&#8212;b</p>", "a—b"),
        ("<p>R&D and AT&T;</p>", "R&D and AT&T;"),
        ("<p>2 < 3 and 4 > 3</p>", "2 < 3 and 4 > 3"),
        ("<p>one<!-- two --> three</p>", "one three"),
        ("<p>one<script>two()</script> three</p>", "one three"),
        ('<p>one<span class="sr-only"> hidden</span> two</p>', "one two"),
        ("<p>one\r\ntwo\rthree</p>", "one two three"),
    ],
)
def test_text_is_what_a_browser_shows(html: str, text: str) -> None:
    assert only_block(html).text == text


def test_every_character_leads_back_to_its_place() -> None:
    html = "<p>Salt &amp; <b>pepper</b>\n\n mill</p>"
    block = only_block(html)
    for word in ("Salt", "pepper", "mill"):
        start = block.text.index(word)
        assert block.locate(start, start + len(word)) == (html.index(word), html.index(word) + len(word))
    start = block.text.index("&")
    assert html[slice(*block.locate(start, start + 1))] == "&amp;"


def test_two_breaks_end_a_paragraph() -> None:
    assert texts(draft("<div>One.<br><br>Two.<br>Three.</div>")) == ["One.", "Two.\nThree."]


@pytest.mark.parametrize("name", ["br", "r-component br", "Line-Break"])
def test_an_empty_element_that_is_named_after_a_break_ends_a_paragraph(name: str) -> None:
    mark = f'<span class="{name}" data-pos="2"></span>'
    assert texts(draft(f"<div>One.{mark}Two.{mark}{mark}<b>Three</b>{mark}Four.</div>")) == [
        "One.", "Two.", "Three", "Four."
    ]  # fmt: skip
    assert texts(draft(f"<table><tr><td>One{mark}two<td>Three</table>")) == texts(
        draft("<table><tr><td>One<br>two<td>Three</table>")
    )


@pytest.mark.parametrize("html", ['<span class="br">a</span>', '<span class="abbr"></span>', '<img class="br">'])
def test_other_elements_are_no_breaks(html: str) -> None:
    assert len(texts(draft(f"<div>One{html}two.</div>"))) == 1


@pytest.mark.parametrize(
    ("html", "kinds"),
    [
        ("<h2>A</h2><p>b</p>", ["heading", "paragraph"]),
        ("<ul><li>a<li>b</ul>", ["list-item", "list-item"]),
        ("<blockquote><p>a</p><ul><li>b</ul></blockquote>", ["quotation", "quotation"]),
        ("<figure><img src=a.jpg><figcaption>a</figcaption></figure>", ["caption"]),
        ("<pre>a\n  b</pre>", ["code"]),
        ("<table><tr><th>a<th>b<tr><td>c<td>d</table>", ["table-row", "table-row"]),
        ("<p>a<p>b<div>c</div>d", ["paragraph"] * 4),
    ],
)
def test_elements_become_kinds_of_blocks(html: str, kinds: list[str]) -> None:
    assert [block.kind for block in draft(html).blocks] == kinds


def test_cells_are_ranges_of_a_row_and_heads_are_marked() -> None:
    rows = draft("<table><thead><tr><th>Year</th><th>Cost</th></tr></thead><tr><td>2024<td><p>5 m</p></table>").blocks
    assert [[row.text[start:end] for start, end in row.cells] for row in rows] == [["Year", "Cost"], ["2024", "5 m"]]
    assert [row.is_header for row in rows] == [True, False]
    assert {row.table for row in rows} == {0}


@pytest.mark.parametrize("part", ["tbody", "thead", "tfoot"])
def test_a_part_of_a_table_without_end_tags_stays_in_it(part: str) -> None:
    rows = draft(f"<table><tbody><tr><td>Year<td>2024<{part}><tr><td>Cost<td>5 m<{part}><tr><td>Ends<td>2026").blocks
    assert [(row.kind, row.table, len(row.cells)) for row in rows] == [("table-row", 0, 2)] * 3


def test_tables_that_lay_out_a_page_are_no_rows() -> None:
    html = f"<table><tr><td><ul><li>Home</ul></td><td><p>{SENTENCE}</p><p>{SENTENCE}</p></td></tr></table>"
    assert texts(draft(html), "table-row") == []


def test_items_carry_their_numbers() -> None:
    items = draft("<ol start=3><li>a<li value=9><p>b</p><li>c</ol><ul><li>d</ul>").blocks
    assert [item.ordinal for item in items] == ["3", "9", "10", None]


def test_headings_have_levels_and_bold_paragraphs_are_marked() -> None:
    blocks = draft("<h3>a</h3><p><strong>b c</strong></p><p><b>d</b> e</p>").blocks
    assert [block.level for block in blocks] == [3, None, None]
    assert [block.is_strong for block in blocks] == [False, True, False]


def test_links_stand_in_the_text() -> None:
    html = '<p>See <a href="/a?x=1&amp;y=2">the <i>report</i></a>.</p><p><a id=top name=here></a>x</p>'
    found = draft(html)
    link = found.links[0]
    assert (link.text, link.target, link.block, link.start, link.end) == ("the report", "/a?x=1&y=2", 0, 4, 14)
    assert html[slice(*link.span)].startswith("<a href")
    assert html[slice(*link.span)].endswith("</a>")
    assert found.targets == {"top", "here"}


def test_images_keep_the_difference_between_no_alt_and_an_empty_one() -> None:
    found = draft(
        "<p>x</p><img src=a.jpg><img src=b.jpg alt=''><img src=c.jpg alt=Pier role=presentation><img src=p width=1>"
    )
    assert [(image.target, image.alt, image.is_decorative) for image in found.images] == [
        ("a.jpg", None, False),
        ("b.jpg", "", False),
        ("c.jpg", "Pier", True),
    ]


def test_conditional_comments_are_silent() -> None:
    found = draft("<!-- newslint: x --><p>a</p><!--[if IE]><p>b</p><![endif]-->")
    assert [comment.text for comment in found.comments] == [" newslint: x "]
    assert texts(found) == ["a"]


# The article among its surroundings


def test_body_is_found_and_the_rest_is_boilerplate_with_a_role() -> None:
    aside = "<aside class=related><h2>More</h2><ul><li><a href=/x>Ferry fares rise again in Elmport</a></ul></aside>"
    found = draft(page(after=aside))
    assert texts(found, "paragraph") == [f"{SENTENCE} It will cost {number} million crowns." for number in range(2, 8)]
    roles = {block.text: block.role for block in found.blocks if block.kind == "boilerplate"}
    assert roles["Home News"] == "menu"
    assert roles["Ferry fares rise again in Elmport"] == "related"
    assert roles["Legal notice of the Elmport Courier"] == "footer"
    assert found.language == "en-GB"
    assert not found.is_fragment


def test_insets_of_the_body_are_left_out() -> None:
    inset = (
        "<div class=newsletter-signup><p>Get our letter every morning, with all that matters.</p></div>"
        "<p>Read more: <a href=/y>What the wall has cost the town so far</a></p>"
        "<ul><li><a href=/a>Ferry fares rise again</a><li><a href=/b>Pier to close in May</a></ul>"
    )
    found = draft(page(body=BODY + inset + BODY))
    assert len(texts(found, "paragraph", "list-item")) == 12


def test_a_last_heading_goes_with_what_it_heads() -> None:
    links = "<h2>More from the port</h2><ul><li><a href=/a>Ferry fares rise again</a></ul>"
    assert [block.role for block in draft(page(body=BODY + links)).blocks[-3:]] == ["related", "related", "footer"]
    assert texts(draft(page(body=BODY + "<h2>Who pays</h2>")), "heading")[-1] == "Who pays"


def test_lists_of_sources_stay() -> None:
    sources = "<h2>Sources</h2><ul><li><a href=/a>Minutes of the board</a><li><a href=/b>Budget</a></ul>"
    assert texts(draft(page(body=BODY + sources)), "list-item") == ["Minutes of the board", "Budget"]


def test_a_body_in_several_parts_is_whole() -> None:
    parts = "".join(f"<div class=text-widget>{BODY}</div><div class=ad-slot>Advertisement</div>" for _ in range(3))
    assert len(texts(draft(page(body=parts)), "paragraph")) == 18


def test_a_fragment_is_body_from_end_to_end() -> None:
    found = draft("<h2>Wall</h2><ul><li><a href=/x>One link</a></ul><p>Text.</p>")
    assert found.is_fragment
    assert [block.kind for block in found.blocks] == ["heading", "list-item", "paragraph"]


# Claims


def test_the_heading_that_metadata_confirm_is_the_headline() -> None:
    head = (
        '<meta property="og:title" content="Elmport to rebuild its sea wall"><title>Sea wall | Elmport Courier</title>'
    )
    text = page(head, before="<h1>Elmport Courier</h1>")
    found = draft(text)
    claim = claims(found, "headline")[0]
    assert (claim.text, claim.origin) == ("Elmport to rebuild its sea wall", "markup")
    assert next(block for block in found.blocks if block.role == "headline").span == claim.span
    assert text[slice(*claim.span)] == claim.text


def test_a_title_loses_the_name_of_its_site() -> None:
    found = draft("<html><title>Wall to rise again - Elmport Courier</title><body><p>Text.</p></body></html>")
    assert claims(found, "headline")[0].text == "Wall to rise again"


JSON_LD = """<script type="application/ld+json">{"@graph": [{"@type": "Person", "@id": "#ann", "name": "Ann Roe"},
{"@type": "OpinionNewsArticle", "headline": "Elmport to rebuild its sea wall", "description": "The board has voted.",
"datePublished": "2024-05-06T07:08:00+02:00", "dateModified": "2024-05-07",
"author": [{"@id": "#ann"}, {"@type": "Person", "name": "Bo L\\u00f8ve"}]}]}</script>"""


def test_json_ld_is_read_with_its_places() -> None:
    text = page(JSON_LD)
    found = draft(text)
    byline = claims(found, "byline")[0]
    assert byline.names == ("Ann Roe", "Bo Løve")
    assert text[slice(*byline.span)].startswith("Ann Roe")
    assert text[slice(*byline.span)].endswith("Bo L\\u00f8ve")
    published = claims(found, "published")[0]
    assert published.value == "2024-05-06T07:08:00+02:00"
    assert text[slice(*published.span)] == published.text == "2024-05-06T07:08:00+02:00"
    assert claims(found, "updated")[0].value == "2024-05-07"
    assert claims(found, "summary")[0].text == "The board has voted."
    assert claims(found, "label")[0].value == "opinion"
    assert found.structured_data[0].error is None


def test_broken_json_ld_is_reported_where_it_breaks() -> None:
    text = page('<script type="application/ld+json">{"headline": "Wall", oops}</script>')
    data = draft(text).structured_data[0]
    assert data.value is None
    assert data.error_span is not None
    assert text[data.error_span.start :].startswith("oops")


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ('<meta name=author content="Ann Roe">', ("Ann Roe",)),
        ('<meta name=author content="By Ann Roe and Bo Love">', ("Ann Roe", "Bo Love")),
        ('<meta property=article:author content="https://pages.example/annroe">', None),
        ('<meta name=author content="Roe, Ann">', ("Ann Roe",)),
        ('<meta name=author content="Ann Roe, Staff Writer">', ("Ann Roe",)),
        ('<meta name=author content="Staff">', ("Staff",)),
    ],
)
def test_meta_tags_name_authors(markup: str, names: tuple[str, ...] | None) -> None:
    found = claims(draft(page(markup)), "byline")
    assert (found[0].names if found else None) == names


@pytest.mark.parametrize(
    "markup",
    [
        "<p class=byline>By <a href=/ann>Ann Roe</a></p>",
        "<p>By Ann Roe</p>",
        '<a rel=author href="/ann">Ann Roe</a>',
        "<span itemprop=author itemscope><span itemprop=name>Ann Roe</span></span>",
    ],
)
def test_visible_lines_name_authors(markup: str) -> None:
    text = page(before=markup)
    found = draft(text)
    byline = claims(found, "byline")[0]
    assert byline.names == ("Ann Roe",)
    assert "Ann Roe" in text[slice(*byline.span)]
    line = next(block for block in found.blocks if "Ann Roe" in block.text)
    assert (line.kind, line.role) == ("boilerplate", "byline")


@pytest.mark.parametrize(
    "markup",
    [
        "<time datetime=2024-05-06>6 May</time>",
        "<p class=date>6 May 2024</p>",
        "<span itemprop=datePublished content=2024-05-06>Monday</span>",
    ],
)
def test_dates_near_the_headline_are_found(markup: str) -> None:
    assert claims(draft(page(before=markup)), "published")[0].value == "2024-05-06"


def test_impossible_years_are_not_believed() -> None:
    assert claims(draft(page("<meta name=date content=0001-01-01>")), "published") == []


def test_a_dek_stays_part_of_the_article() -> None:
    found = draft(page(before="<p class=standfirst>The board wants the work done before the autumn storms.</p>"))
    dek = next(block for block in found.blocks if block.role == "dek")
    assert dek.kind == "paragraph"
    assert claims(found, "dek")[0].text == dek.text


# Any text whatever

_TAGS = """p /p div /div b /b a|href=x /a table tr td /td /table li ol h1 /h1 br !-- script /script title /title
svg /svg pre /pre time blockquote article nav img|src=a meta|name=author|content=""".split()
_PIECES = """--> &amp; &nbsp; &#10; &lt &x; < > " ' = word By By|Ann, 2024-05-06 hidden {"a":1}""".split()
_PARTS = st.sampled_from(
    [
        *(f"<{tag.replace('|', ' ')}>" for tag in _TAGS),
        *(piece.replace("|", " ") for piece in _PIECES),
        *("\n", "\r", "\r\n", " ", "\t", "\0", "\u2028", "\ufeff", "é"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PARTS, max_size=40).map("".join))
@example('<script type="application/ld+json">[[{"@type":"Article","author":')
@example("<a b='")
@example("<pre>a\r\nb\rc")
@example("<table><tr><td>a<td>\xa0<td>b")
def test_any_text_has_exact_places(text: str) -> None:
    assert_places(text, draft(text))


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 20_000 + "x",
        "<b>" + "<div>" * 5_000 + "</b>" * 5_000,
        "<p><button>" + "<div>" * 5_000 + "<p>" * 5_000,
        "<a <" * 20_000,
        "&a" * 50_000,
        "<title>" + " - a" * 20_000 + "</title>",
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>",
        "<table><tr><td>" * 3_000,
    ],
    ids=["deep", "misnested", "scopes", "open-tags", "references", "separators", "json", "tables"],
)
def test_no_text_takes_long(text: str) -> None:
    assert_places(text, draft(text))


HEADED = "<h1>Bridge closed in Hallin after crane strike</h1>"


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ('<p class="entry-meta"><span class="author vcard"><a class="fn">Mara Oduya</a></span></p>', "Mara Oduya"),
        ('<div class="posted-on"><span class="byline">by <a>Mara Oduya</a></span></div>',
         "Mara Oduya"),
        ('<div class="author"><a>Mara Oduya</a><span class="role">News Reporter</span></div>', "Mara Oduya"),
        ('<p><span class="author">Mara Oduya</span><span>Published 3 May 2026</span></p>', "Mara Oduya"),
        ("<p>24 November 2026 by Mara Oduya</p>", "Mara Oduya"),
        ("<p>Veröffentlicht am 24. November 2026 von Mara Oduya</p>", "Mara Oduya"),
        ("<p>Interview: Mara Oduya</p>", "Mara Oduya"),
        ("<p>Verfasst von: maraoduya | 24. November 2026</p>", "maraoduya"),
        ('<div class="post-author">Mara</div>', "Mara"),
        ("<p>Artikel veröffentlicht am 28. April 2024</p>", None),
        ('<p class="author">Lesezeit: 1 Minute</p>', None),
        ('<figure><p class="image-author">Ben Doe</p></figure>', None),
        ('<p class="date">North Tarrow 09:31 August 20, 2025</p>', None),
    ],
)  # fmt: skip
def test_themes_name_authors_in_a_line_or_a_class(markup: str, names: str | None) -> None:
    found = claims(draft(page(body=f"<article>{HEADED}{markup}{BODY}</article>")), "byline")
    assert [claim.names for claim in found[:1]] == ([(names,)] if names else [])


@pytest.mark.parametrize(
    ("label", "said", "names"),
    [("Verfasst von", "Mara Oduya", ("Mara Oduya",)), ("Lesezeit", "Vier Minuten", None),
     ("Reading time", "Two Min", None)],
)  # fmt: skip
def test_a_card_names_an_author_under_a_label_that_says_so(
    label: str, said: str, names: tuple[str, ...] | None
) -> None:
    head = f'<meta name="twitter:label1" content="{label}"><meta name="twitter:data1" content="{said}">'
    found = claims(draft(page(head)), "byline")
    assert [claim.names for claim in found] == ([names] if names else [])


def test_a_kicker_is_not_part_of_the_headline() -> None:
    kicker = '<h1><span class="kicker">Harbour safety</span><span>Bridge closed in Hallin after strike</span></h1>'
    found = draft(f"<html><body><article>{kicker}{BODY}</article></body></html>")
    assert claims(found, "headline")[0].text == "Bridge closed in Hallin after strike"
    assert "Harbour safety Bridge" in found.blocks[0].text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p><span>safety</span><span>Bridge</span></p>", "safety Bridge"),
        ('<p><span class="date">3.5.2026</span><a>durch Mara</a></p>', "3.5.2026 durch Mara"),
        ("<p><b>N</b>ational</p>", "National"),
        ('<p><span class="dropcap">T</span>he port</p>', "The port"),
        ("<p><span>Hel</span><span>lo</span></p>", "Hello"),
        ("<p>the <span>1</span><span>st</span> of May</p>", "the 1st of May"),
        ("<p>on <em>Mac</em>World</p>", "on MacWorld"),
    ],
)
def test_parts_are_set_apart_and_words_are_not(html: str, text: str) -> None:
    assert only_block(html).text == text


@pytest.mark.parametrize(
    ("shown", "day"),
    [("March 3, 2026 at 9:30 p.m.", "2026-03-03T21:30:00-05:00"), ("3 March 2026", "2026-03-03"),
     ("4 March 2026", "2026-03-04T02:30:00+00:00"), ("1 March 2026", "2026-03-04T02:30:00+00:00")],
)  # fmt: skip
def test_a_moment_in_utc_is_said_as_the_page_says_it(shown: str, day: str) -> None:
    head = '<meta property="article:published_time" content="2026-03-04T02:30:00+00:00">'
    body = f"<article>{HEADED}<p>Published {shown}</p>{BODY}</article>"
    assert claims(draft(page(head, body=body)), "published")[0].value == day


def test_a_consent_dialog_is_never_the_article() -> None:
    ask = "<p>We and our partners store information on a device, such as cookies, and process personal data.</p>" * 30
    for names in ('id="onetrust-consent-sdk"', 'class="cookie-banner"', 'class="qc-cmp2-container"'):
        found = draft(page(before=f"<div {names}>{ask}</div>", body=f"<article>{HEADED}{BODY}</article>"))
        assert not any("partners" in block.text for block in found.blocks if block.kind != "boilerplate")


def test_embedded_posts_are_quotations() -> None:
    post = '<div class="twitter-tweet"><p>What a mess at the bridge tonight.</p></div>'
    found = draft(page(body=f"<article>{HEADED}{BODY}{post}{BODY}</article>"))
    assert "What a mess at the bridge tonight." in texts(found, "quotation")


@pytest.mark.parametrize(
    ("html", "level"),
    [('<p class="c3 title" id="h.abc">Bridge closed</p>', 1), ("<p class=MsoTitle>Bridge closed</p>", 1),
     ("<p class=MsoHeading7>Bridge closed</p>", 6), ('<p class="title">Bridge closed</p>', None)],
)  # fmt: skip
def test_headings_of_word_processors_are_read(html: str, level: int | None) -> None:
    assert only_block(html).level == level


def test_links_that_a_word_processor_redirects_lead_where_they_say() -> None:
    found = draft('<p><a href="https://www.google.com/url?q=https://port.example/a%3Fb&amp;sa=D&amp;ust=1">x</a></p>')
    assert [link.target for link in found.links] == ["https://port.example/a?b"]


_PROSE = (
    "<p>The town of Hallin has closed its harbour bridge after a storm tore two of the cables, its mayor said.</p>" * 3
)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        # Metadata are written for search engines, the heading for readers.
        (
            '<meta property="og:title" content="Hallin storm damage explained">',
            "<h1>Two cables torn, one bridge shut</h1>",
        ),
        # The site's name is a heading, too, and leads home.
        (
            "<title>Hallin Letters » Archive » Two cables torn, one bridge shut</title>",
            '<h1><a href="http://letters.example/">Hallin Letters</a></h1><h2>Two cables torn, one bridge shut</h2>',
        ),
        (
            "<title>The Hallin Letters | Two cables torn, one bridge shut</title>",
            "<h2><a>Two cables torn, one bridge shut</a></h2>",
        ),
        # The last step of breadcrumbs is a heading.
        (
            '<meta property="og:title" content="Bridge shut: storm in Hallin">',
            "<nav><a>Home</a><h1>Bridge shut: storm in Hallin</h1></nav><h2>Two cables torn, one bridge shut</h2>",
        ),
        # Nothing but the page's title, which names the page.
        ("<title>News - hallin.example</title>", "<h2>Two cables torn, one bridge shut</h2>"),
        # Metadata put the kicker before the headline.
        (
            '<meta property="og:title" content="Storm in Hallin: Two cables torn, one bridge shut">',
            "<h2>Storm</h2><h1>Two cables torn, one bridge shut</h1>",
        ),
        ("", '<h1>Two cables torn, one bridge shut<a class="headerlink" href="#two">¶</a></h1>'),
    ],
)
def test_the_heading_that_readers_see_is_the_headline(head: str, body: str) -> None:
    found = draft(f"<html><head>{head}</head><body><main>{body}{_PROSE}</main></body></html>")
    assert claims(found, "headline")[0].text == "Two cables torn, one bridge shut"


def test_the_logo_and_the_newsletter_are_not_the_headline() -> None:
    boxes = (
        '<div class="logo"><h1>Letters from the Harbour</h1></div>',
        '<div class="newsletter"><h1>All news of the day</h1></div>',
    )
    head = '<meta property="og:title" content="Two cables torn, one bridge shut">'
    for box in boxes:
        found = draft(f"<html><head>{head}</head><body>{box}<main>{_PROSE}</main></body></html>")
        assert claims(found, "headline")[0].text == "Two cables torn, one bridge shut"


def _bodies(text: str) -> list[str]:
    return [block.text for block in draft(text).blocks if block.kind in ("paragraph", "list-item", "quotation")]


_ARTICLE = (
    "<h1>Two cables torn, one bridge shut</h1><div><p>The bridge at Tarrow was shut on Monday.</p>" + _PROSE + "</div>"
)
_LONG = "I have crossed this bridge for forty years and never have I seen its cables move in a wind like that. " * 3


@pytest.mark.parametrize(
    "part",
    [
        '<div id="comments">{}</div>',
        '<section class="comment-list"><div class="comment-body">{}</div></section>',
        "<aside>{}</aside>",
        '<div class="sidebar">{}</div>',
        '<div class="footer-text">{}</div>',
    ],
)
def test_parts_that_are_longer_than_the_article_are_not_its_body(part: str) -> None:
    others = part.format("".join(f"<p>{_LONG}</p>" for _ in range(6)))
    found = _bodies(f"<html><body>{_ARTICLE}{others}</body></html>")
    assert len(found) == 4
    assert not any(_LONG.strip() == text for text in found)


@pytest.mark.parametrize("name", ["paywall-content", "read-more"])
def test_a_part_that_holds_the_article_is_its_body_whatever_its_name(name: str) -> None:
    part = f'<div class="{name}">{_PROSE * 3}</div>'
    assert (
        len(_bodies(f"<html><body><h1>Two cables torn, one bridge shut</h1><p>{_LONG}</p>{part}</body></html>")) == 10
    )


def test_cards_that_lead_to_other_articles_are_not_the_body() -> None:
    card = (
        '<div class="box"><h3><a href="/ferry-{0}">Ferry number {0} to sail at night</a></h3>'
        "<p>The company hopes for more travellers in the season, when {0} ships sail.</p></div>"
    )
    cards = "".join(card.format(number) for number in range(4))
    found = _bodies(f"<html><body><main>{_ARTICLE}{_PROSE}{cards}</main></body></html>")
    assert len(found) == 7
    # Products that an article describes are its own words.
    products = "".join(card.format(number).replace("The company", _LONG * 2) for number in range(4))
    assert len(_bodies(f"<html><body><main>{_ARTICLE}{products}</main></body></html>")) == 8


def test_what_follows_an_announcement_of_other_articles_is_not_the_body() -> None:
    short = "<p>The ferry to Hallin sails again, two days after the storm had ended.</p>"
    announced = f"<p>Related articles</p>{short}"
    assert len(_bodies(f"<html><body><main>{_ARTICLE}{announced}</main></body></html>")) == 4
    # The article goes on.
    assert len(_bodies(f"<html><body><main>{_ARTICLE}{announced}<p>{_LONG}</p></main></body></html>")) == 6 + 1


def test_comments_of_word_processors_are_notes_to_editors() -> None:
    text = (
        "<p>The bridge at Tarrow was shut on Monday.<a href='#cmnt1'>[a]</a></p>"
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Please ask the office.</span></p></div>'
        '<p class="MsoCommentText"><a name="_msocom_1"></a><a href="#_msoanchor_1">[MO1]</a>Please cut this.</p>'
    )
    for whole in (text, f"<html><body><article><h1>Bridge shut after the storm</h1>{text}</article></body></html>"):
        assert _bodies(whole)[1:] == ["[a]Please ask the office.", "[MO1]Please cut this."]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        # React sends late parts in hidden elements; others stay hidden.
        (f'<div id=app></div><div hidden id="S:1a"><main>{_ARTICLE}</main></div><div hidden><p>{_LONG}</p></div>', 4),
        # Page builders call the text a widget; a sidebar's text is not the article.
        (f'<main>{_ARTICLE}<div class="elementor-widget elementor-widget-text-editor">{_PROSE}</div></main>', 7),
        (f'<main>{_ARTICLE}{_PROSE}<div class="widget widget_text"><p>{_LONG}</p></div></main>', 7),
        # An offer is wrapped around the article's text.
        (
            f'<main>{_ARTICLE}{_PROSE * 3}<div class="paywall"><p class="article-body__p">{_LONG}</p>'
            f"<p>{_LONG}</p></div></main>",
            14,
        ),
        # More articles follow in the same element.
        (f"<main><article>{_ARTICLE}</article>{f'<article><p>{_LONG}</p></article>' * 3}</main>", 4),
    ],
)
def test_the_article_is_found_in_streamed_built_wrapped_and_endless_pages(text: str, paragraphs: int) -> None:
    assert len(_bodies(f"<html><body>{text}</body></html>")) == paragraphs


_SHUT = "Harbour bridge closed until spring"


@pytest.mark.parametrize(
    ("head", "top", "headline"),
    [
        # A section or a site's short name stands above the headline.
        ("<title>Tarrow Courier | Politics</title>", f"<h1>Politics</h1><h2>{_SHUT}</h2>", _SHUT),
        ("<title>Bridge shut</title>", f"<h1>Bridge shut</h1><h2>{_SHUT}</h2>", "Bridge shut"),
        # A kicker in a part of its own, which metadata end with a colon.
        (
            '<meta property="og:title" content="Old quay: Bridge to stay shut">',
            f"<h1><b>Old quay</b> {_SHUT}</h1>",
            _SHUT,
        ),
        (
            f'<meta property="og:title" content="{_SHUT}">',
            f'<h1><span class=a>"It is over"</span><span class=b>{_SHUT}</span></h1>',
            _SHUT,
        ),
        ("<title>Tarrow</title>", f"<h1>{_SHUT}<a href='#b'>¶</a></h1>", _SHUT),
        ("<title>Tarrow</title>", f"<div itemprop=headline>{_SHUT}</div>", _SHUT),
        (f"<title>Tarrow Notes » {_SHUT}</title>", "", _SHUT),
        (f"<title>{_SHUT} &lt; Tarrow Notes</title>", "", _SHUT),
    ],
)
def test_headlines_below_names_and_behind_kickers(head: str, top: str, headline: str) -> None:
    found = draft(f"<html><head>{head}</head><body><article>{top}{BODY}</article></body></html>")
    assert found.claims[0].kind == "headline"
    assert found.claims[0].text == headline
