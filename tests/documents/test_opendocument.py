"""OpenDocument texts: what styles, lists, tables, notes, links, pictures and tracked changes become."""

from __future__ import annotations

import pytest
from tests.documents.made import lines, packed, read, unpacked

from newslint.article import Article
from newslint.assembly import parse
from newslint.documents import Note, write_notes

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in {
        "office": "office", "text": "text", "style": "style", "table": "table", "draw": "drawing",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
)  # fmt: skip
_SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def odt(body: str, automatic: str = "", styles: str = "") -> bytes:
    """Return an OpenDocument text of the XML of its body and of its styles."""
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    named = f"<office:document-styles {_SPACES}><office:styles>{styles}</office:styles></office:document-styles>"
    kind = "application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": content, "styles.xml": named})


def _lines(body: str, automatic: str = "", styles: str = "", tracked: str = "accepted") -> list[tuple[str, str]]:
    return lines(odt(body, automatic, styles), "a.odt", tracked)


def _article(body: str, automatic: str = "", styles: str = "") -> Article:
    return parse(read(odt(body, automatic, styles), "a.odt"))


def _p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("Title", "title"),
        ("Subtitle", "subtitle"),
        ("Heading_20_2", "heading"),
        ("Quotations", "quotation"),
        ("Preformatted_20_Text", "code"),
        ("P1", "caption"),
        ("Standard", "paragraph"),
    ],
)
def test_a_style_says_what_a_paragraph_is(style: str, kind: str) -> None:
    automatic = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Illustration"/>'
    named = '<style:style style:name="Illustration" style:family="paragraph" style:parent-style-name="Caption"/>'
    assert _lines(_p("Words here", style), automatic, named) == [(kind, "Words here")]


def test_white_space_counts_once_and_elements_stand_for_more() -> None:
    body = _p("  One\n  <text:span>two </text:span> three<text:s text:c='2'/>four<text:tab/>five<text:line-break/>six")
    source = read(odt(body), "a.odt")
    assert source.text == "One two three  four\tfive\u2028six\n"


def test_lists_are_nested_and_count_where_their_style_does() -> None:
    automatic = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/>'
        '<text:list-level-style-bullet text:level="2"/></text:list-style>'
    )
    inner = f"<text:list><text:list-item>{_p('inner')}</text:list-item></text:list>"
    body = (
        f'<text:list text:style-name="L1"><text:list-item>{_p("one")}{inner}</text:list-item>'
        f"<text:list-item>{_p('two')}{_p('more')}</text:list-item></text:list>"
    )
    blocks = _article(body, automatic).blocks
    assert [(block.kind, block.text, block.ordinal) for block in blocks] == [
        ("list-item", "one", "1"),
        ("list-item", "inner", None),
        ("list-item", "two", "2"),
        ("paragraph", "more", None),
    ]


def test_a_table_has_rows_and_a_head() -> None:
    def row(*texts: str) -> str:
        cells = "".join(f"<table:table-cell>{_p(text)}</table:table-cell>" for text in texts)
        return f"<table:table-row>{cells}</table:table-row>"

    head = f"<table:table-header-rows>{row('Year', 'Boats')}</table:table-header-rows>"
    article = _article(f"<table:table>{head}{row('2024', '12')}</table:table>")
    rows = [[block.text[start:end] for start, end in block.cells] for block in article.blocks]
    assert rows == [["Year", "Boats"], ["2024", "12"]]
    assert [block.is_header for block in article.blocks] == [True, False]


def test_notes_links_pictures_and_contents() -> None:
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    note += f"{_p('A note.')}</text:note-body></text:note>"
    frame = '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>T</svg:title><svg:desc>A ferry</svg:desc>'
    link = '<text:a xlink:href="https://hallin.example/">link</text:a>'
    contents = f"<text:table-of-content><text:index-body>{_p('What next 2')}</text:index-body></text:table-of-content>"
    article = _article(contents + _p(f"Copy{note} and a {link}.{frame}</draw:frame>"))
    assert [(block.text, block.role) for block in article.blocks] == [("Copy and a link.", ""), ("A note.", "footnote")]
    assert [(one.text, one.target) for one in article.links] == [("link", "https://hallin.example/")]
    assert [(one.target, one.alt) for one in article.images] == [("Pictures/a.png", "A ferry")]


_CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="i"><text:insertion/></text:changed-region>'
    f'<text:changed-region text:id="d"><text:deletion>{_p("old")}</text:deletion></text:changed-region>'
    "</text:tracked-changes>"
)


def test_tracked_changes_are_read_as_asked() -> None:
    inserted = '<text:change-start text:change-id="i"/>new <text:change-end text:change-id="i"/>'
    body = _CHANGES + _p(f'A {inserted}word<text:change text:change-id="d"/>.')
    assert _lines(body) == [("paragraph", "A new word.")]
    assert _lines(body, tracked="rejected") == [("paragraph", "A wordold.")]


def test_an_inserted_end_of_a_paragraph_is_taken_back() -> None:
    body = (
        _CHANGES + _p('One <text:change-start text:change-id="i"/>x') + _p('y<text:change-end text:change-id="i"/>two')
    )
    assert _lines(body) == [("paragraph", "One x"), ("paragraph", "ytwo")]
    assert _lines(body, tracked="rejected") == [("paragraph", "One two")]


def test_a_finding_in_a_note_is_told_beside_it() -> None:
    note = f'<text:note text:note-class="footnote"><text:note-body>{_p("A TK note.")}</text:note-body></text:note>'
    data = odt(_p(f"Copy{note} goes on."))
    text = read(data, "a.odt").text
    made = write_notes(data, "a.odt", [Note(text.index("TK"), text.index("TK") + 2, ("here",))])
    body = unpacked(made)["content.xml"].decode()
    assert body.index("<office:annotation ") < body.index("<text:note ") < body.index("<office:annotation-end")
    assert read(made, "a.odt").text == text


def test_a_comment_of_a_row_stands_in_a_paragraph() -> None:
    cell = "<table:table-cell>{}</table:table-cell>"
    row = f"<table:table-row>{cell.format(_p(''))}{cell.format(_p('12'))}</table:table-row>"
    data = odt(f"<table:table>{row}</table:table>")
    made = write_notes(data, "a.odt", [Note(0, 0, ("here",)), Note(0, 1, ("there",))])
    assert unpacked(made)["content.xml"].count(b'<text:p text:style-name=""><office:annotation') == 1


def test_a_resolved_comment_stays() -> None:
    resolved = (
        '<office:annotation office:name="n" xmlns:loext="urn:x" loext:resolved="true"><dc:creator>newslint</dc:creator>'
        f"{_p('first')}</office:annotation>One<office:annotation-end office:name='n'/> two"
    )
    made = write_notes(odt(_p(resolved)), "a.odt", [Note(0, 3, ("first",)), Note(4, 7, ("second",))])
    document = read(made, "a.odt").document
    assert document is not None
    assert sorted(remark.text for remark in document.remarks) == ["first", "second"]


def test_a_note_or_a_box_in_a_cell_is_read_once() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>A note.</text:p></text:note-body></text:note>"
    )
    box = "<draw:frame><draw:text-box><text:p>A box.</text:p></draw:text-box></draw:frame>"
    cells = "".join(f"<table:table-cell><text:p>One{aside}</text:p></table:table-cell>" for aside in (note, box))
    found = _lines(f"<table:table><table:table-row>{cells}</table:table-row></table:table>")
    assert found == [("row", "One\tOne"), ("paragraph", "A box."), ("note", "A note.")]


def test_long_comments_in_a_cell_leave_a_table_a_table() -> None:
    cells = "<table:table-cell><text:p>One</text:p></table:table-cell>" * 2
    data = odt(f"<table:table><table:table-row>{cells}</table:table-row></table:table>")
    made = write_notes(data, "a.odt", [Note(0, 3, ("x" * 900,))])
    assert lines(made, "a.odt") == lines(data, "a.odt") == [("row", "One\tOne")]
