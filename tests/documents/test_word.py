"""Word documents: what styles, lists, tables, notes, links, pictures and tracked changes become."""

from __future__ import annotations

import pytest
from tests.documents.made import W, add_link, lines, p, packed, read, saved, unpacked, word

from newslint.article import Article
from newslint.assembly import parse
from newslint.source import decode_raw


def _styles(*styles: tuple[str, str, str]) -> str:
    made = (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>{more}</w:style>'
        for name, shown, more in styles
    )
    return f"<w:root>{''.join(made)}</w:root>"


def _styled(name: str, text: str = "Words here") -> str:
    return p(text, f'<w:pStyle w:val="{name}"/>')


def _blocks(data: bytes, tracked: str = "accepted") -> list[tuple[str, str, int | None]]:
    return [(block.kind, block.text, block.level) for block in _article(data, tracked).blocks]


def _article(data: bytes, tracked: str = "accepted") -> Article:
    return parse(read(data, tracked=tracked))


@pytest.mark.parametrize(
    ("shown", "kind"),
    [
        ("Title", "title"),
        ("Titel", "title"),
        ("Subtitle", "subtitle"),
        ("Standfirst", "subtitle"),
        ("heading 2", "heading"),
        ("Überschrift 3", "heading"),
        ("Intense Quote", "quotation"),
        ("Zitat", "quotation"),
        ("caption", "caption"),
        ("List Bullet 2", "list-item"),
        ("HTML Preformatted", "code"),
        ("Body Text", "paragraph"),
        ("Quote of the day", "paragraph"),
    ],
)
def test_a_style_says_what_a_paragraph_is(shown: str, kind: str) -> None:
    assert lines(word(_styled("X"), styles=_styles(("X", shown, "")))) == [(kind, "Words here")]


def test_a_style_of_the_house_is_what_it_is_based_on() -> None:
    styles = _styles(("A", "heading 1", ""), ("B", "Gazette Head", '<w:basedOn w:val="A"/>'))
    assert lines(word(_styled("B"), styles=styles)) == [("heading", "Words here")]


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = _styles(("A", "One", '<w:basedOn w:val="B"/>'), ("B", "Two", '<w:basedOn w:val="A"/>'))
    assert lines(word(_styled("A"), styles=styles)) == [("paragraph", "Words here")]


def test_an_outline_level_makes_a_heading() -> None:
    direct = p("Words here", '<w:outlineLvl w:val="1"/>')
    by_style = _styles(("A", "Gazette", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'))
    for data in (word(direct), word(_styled("A"), styles=by_style)):
        assert _blocks(data) == [("heading", "Words here", 2)]


def test_without_styles_their_ids_count() -> None:
    assert lines(word(_styled("Title") + _styled("Heading1") + _styled("Titre2"))) == [
        ("title", "Words here"),
        ("heading", "Words here"),
        ("heading", "Words here"),
    ]


def test_below_a_title_the_first_level_heads_sections() -> None:
    levels = [level for _, _, level in _blocks(word(_styled("Title") + _styled("Heading1") + _styled("Heading2")))]
    assert levels == [1, 2, 3]
    levels = [level for _, _, level in _blocks(word(_styled("Title") + _styled("Heading2") + _styled("Heading3")))]
    assert levels == [1, 2, 3]


def test_without_headings_a_short_first_line_is_the_headline() -> None:
    article = _article(word(p("Ferry stops at Tarrow") + p("By Mara Oduya") + p("The last boat sails in May.")))
    assert article.headline is not None
    assert article.headline.text == "Ferry stops at Tarrow"
    assert _article(word(p("The last boat sails in May.") + p("Nobody knew."))).headline is None


def test_a_blank_paragraph_does_not_count() -> None:
    source = read(word(p("One") + p() + p("   ") + p("Two")))
    assert source.text == "One\nTwo\n"
    assert source.position(4) == (4, 2, 1)


def test_breaks_tabs_and_special_hyphens_are_characters() -> None:
    inner = (
        "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/></w:r>"
    )
    source = read(word(p(inner=inner)))
    assert source.text == "a\u2028b\tc\u2011d\u00ad\n"
    assert parse(source).blocks[0].text.startswith("a\nb c")


@pytest.mark.parametrize(
    ("inner", "accepted", "rejected"),
    [
        ("<w:ins w:id='1'><w:r><w:t>new</w:t></w:r></w:ins>", "A new", "A "),
        ("<w:del w:id='1'><w:r><w:delText>old</w:delText></w:r></w:del>", "A ", "A old"),
        ("<w:moveTo w:id='1'><w:r><w:t>new</w:t></w:r></w:moveTo>", "A new", "A "),
        ("<w:moveFrom w:id='1'><w:r><w:t>old</w:t></w:r></w:moveFrom>", "A ", "A old"),
    ],
)
def test_tracked_changes_are_read_as_asked(inner: str, accepted: str, rejected: str) -> None:
    data = word(p("A ", inner=inner))
    assert read(data).text == accepted + "\n"
    assert read(data, tracked="rejected").text == rejected + "\n"


def test_the_end_of_a_paragraph_may_be_tracked() -> None:
    for name, joined in (("del", "accepted"), ("ins", "rejected")):
        data = word(p("One ", f"<w:rPr><w:{name} w:id='1'/></w:rPr>") + p("two."))
        other = "rejected" if joined == "accepted" else "accepted"
        assert read(data, tracked=joined).text == "One two.\n"
        assert read(data, tracked=other).text == "One \ntwo.\n"


def test_a_tracked_row_is_there_or_not() -> None:
    def row(text: str, inner: str = "") -> str:
        return f"<w:tr><w:trPr>{inner}</w:trPr>" + f"<w:tc>{p(text)}</w:tc>" * 2 + "</w:tr>"

    data = word(f"<w:tbl>{row('a')}{row('b', '<w:del/>')}</w:tbl>")
    assert [text for _, text in lines(data)] == ["a\ta"]
    assert [text for _, text in lines(data, tracked="rejected")] == ["a\ta", "b\tb"]


def test_comments_headers_hidden_text_and_contents_are_no_copy() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
    contents = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{p('What next 2')}</w:sdtContent></w:sdt>"
    )
    comments = '<w:root><w:comment w:id="0" w:author="Ana Roe">' + p("Ask her office") + "</w:comment></w:root>"
    marked = '<w:commentRangeStart w:id="0"/><w:r><w:t>copy</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    data = word(p(inner=hidden + marked) + contents, comments=comments, header="<w:root>" + p("Gazette") + "</w:root>")
    assert read(data).text == "copy\n"


def test_lists_count_as_word_does() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/></w:lvl>'
        for level, form in ((0, "decimal"), (1, "decimal"), (2, "bullet"))
    )
    numbering = (
        f'<w:root><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:root>'
    )

    def item(level: int) -> str:
        return p("x", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>')

    article = _article(word("".join(map(item, (0, 1, 1, 2, 0, 1))), numbering=numbering))
    assert [block.ordinal for block in article.blocks] == ["1", "1", "2", None, "2", "1"]
    assert {block.kind for block in article.blocks} == {"list-item"}


def test_a_table_has_rows_and_cells_and_a_page_laid_out_with_one_has_paragraphs() -> None:
    from docx import Document

    document = Document()
    table = document.add_table(2, 3)
    for row in (0, 1):
        for column in (0, 1, 2):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(1, 1).add_paragraph("more")
    layout = document.add_table(1, 2)
    layout.cell(0, 0).text, layout.cell(0, 1).text = "Long. " * 100, "Short."
    blocks = _article(saved(document)).blocks
    rows = [block for block in blocks if block.kind == "table-row"]
    assert [[row.text[a:b] for a, b in row.cells] for row in rows] == [["00", "01", "02"], ["10", "11\nmore", "12"]]
    assert [row.is_header for row in rows] == [True, False]
    assert [block.kind for block in blocks[2:]] == ["paragraph", "paragraph"]


def test_notes_follow_the_text_in_the_order_of_their_signs() -> None:
    signs = "".join(f'<w:r><w:footnoteReference w:id="{name}"/></w:r>' for name in (3, 2))
    footnotes = "".join(f'<w:footnote w:id="{name}">{p(f"Note {name}.")}</w:footnote>' for name in (-1, 2, 3))
    article = _article(word(p("Copy.", inner=signs) + p("End."), footnotes=f"<w:root>{footnotes}</w:root>"))
    assert [(block.text, block.role, block.ordinal) for block in article.blocks[2:]] == [
        ("Note 3.", "footnote", "1"),
        ("Note 2.", "footnote", "2"),
    ]


def test_links_are_relations_fields_or_bookmarks() -> None:
    from docx import Document

    document = Document()
    add_link(document.add_paragraph("See "), "the ferry", "https://hallin.example/ferry")
    body = document.element.body
    field = (
        f'<w:p xmlns:w="{W}"><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK '
        '"https://hallin.example/old" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>old</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:hyperlink w:anchor="next"><w:r><w:t> below</w:t></w:r></w:hyperlink>'
        '<w:bookmarkStart w:id="1" w:name="next"/></w:p>'
    )
    from docx.oxml import parse_xml

    body.insert(1, parse_xml(field))
    article = _article(saved(document))
    assert [(link.text, link.target) for link in article.links] == [
        ("the ferry", "https://hallin.example/ferry"),
        ("old", "https://hallin.example/old"),
        ("below", "#next"),
    ]
    assert "next" in article.targets
    for link in article.links:
        assert article.source.slice(link.span).strip() == link.text


@pytest.mark.parametrize(("told", "alt"), [("", None), ('descr=""', None), ('descr="A ferry"', "A ferry")])
def test_a_picture_has_its_description(told: str, alt: str | None) -> None:
    drawing = (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" {told}/><a:blip r:embed="rX"/>'
        "</wp:inline></w:drawing></w:r>"
    )
    image = '<Relationship Id="rX" Type="http://x/image" Target="media/ferry.png"/>'
    article = _article(word(p("Above.") + p(inner=drawing), links=image))
    (picture,) = article.images
    assert (picture.target, picture.alt, article.source.slice(picture.span)) == ("word/media/ferry.png", alt, "\ufffc")


def test_bold_from_end_to_end_is_strong() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>All </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r>"
    off = '<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>plain</w:t></w:r>'
    article = _article(word(p("One.") + p(inner=bold) + p(inner=bold + off)))
    assert [block.is_strong for block in article.blocks] == [False, True, False]


def test_a_text_box_is_read_after_its_paragraph() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('In the box.')}</w:txbxContent></w:pict></w:r>"
    assert [text for _, text in lines(word(p("Before ", inner=box + "<w:r><w:t>after.</w:t></w:r>") + p("End.")))] == [
        "Before after.",
        "In the box.",
        "End.",
    ]


def test_right_to_left_text_and_emoji_keep_their_places() -> None:
    text = "שלום 👩‍👩‍👧 عالم 🚢 end"
    source = read(word(p(text, "<w:bidi/>")))
    assert source.text == text + "\n"
    block = parse(source).blocks[0]
    assert source.slice(block.locate(text.index("🚢"), text.index("🚢") + 1)) == "🚢"


def test_a_comment_that_excuses_counts_and_others_do_not() -> None:
    from newslint.suppressions.reading import read_suppressions

    excuse = "newslint: ignore[hygiene/tk-or-lorem] reason: the name of a company"
    comments = f'<w:root><w:comment w:id="0" w:author="Ana Roe">{p(excuse)}</w:comment></w:root>'
    marked = '<w:commentRangeStart w:id="0"/><w:r><w:t>TK Maxx</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    article = _article(word(p("Other.") + p(inner=marked), comments=comments))
    (suppression,) = read_suppressions(article, [])
    assert suppression.cover is not None
    assert article.source.slice(suppression.cover) == "TK Maxx"


def test_the_strict_kind_of_word_documents_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = word(_styled("Title"))
    parts = {name: text.replace(W.encode(), strict.encode()) for name, text in unpacked(data).items()}
    assert lines(packed(parts)) == [("title", "Words here")]


def test_a_name_in_capitals_is_a_document_too() -> None:
    assert decode_raw(word(p("One")), "STORY.DOCX").text == "One\n"


@pytest.mark.parametrize(("kind", "expected"), [("drop", ["Once more."]), ("none", ["O", "nce more."])])
def test_a_drop_cap_is_the_first_letter_of_its_paragraph(kind: str, expected: list[str]) -> None:
    data = word(p("O", f'<w:framePr w:dropCap="{kind}" w:lines="3"/>') + p("nce more."))
    assert [text for _, text in lines(data)] == expected
