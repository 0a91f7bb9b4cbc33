"""Forty documents of many kinds: read without a crash, judged as Markdown is, and commented without another change."""

from __future__ import annotations

from datetime import date

import pytest
from tests.documents.comparing import LOOKS
from tests.documents.made import WRITERS, Item, lines, markdown_of, p, unpacked, word
from tests.documents.test_opendocument import odt

from newslint.diagnostics import FileReport
from newslint.documents import Note, read_document, write_notes
from newslint.documents.model import AUTHOR
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import Source, decode, decode_raw

_HEAD = [Item("title", (("Ferry stops at Tarrow", ""),)), Item("paragraph", (("By Mara Oduya", ""),))]
_TEXT = "The ferry sails at noon, the harbour office said. TK asked for more."


def _said(*texts: str, kind: str = "paragraph") -> list[Item]:
    return [Item(kind, ((text, ""),)) for text in texts]


def _row(*cells: str) -> Item:
    return Item("table-row", (), cells=cells)


KINDS: dict[str, list[Item]] = {
    "plain": _said(_TEXT),
    "headings": [
        Item("heading", (("At the quay", ""),), 2), *_said(_TEXT), Item("heading", (("Below", ""),), 3), *_said("So.")
    ],
    "skipped levels": [Item("heading", (("At the quay", ""),), 2), Item("heading", (("Deep", ""),), 5), *_said(_TEXT)],
    "quotations": [*_said("Nobody told us, and TK is late.", kind="quotation"), *_said(_TEXT)],
    "lists": [*_said("Boats", "Boats boats TK", kind="list-item"), *_said(_TEXT)],
    "numbers": [Item("list-item", ((f"Step {number} TK", ""),), ordinal=str(number)) for number in range(1, 9)],
    "table": [_row("Year", "Boats"), _row("2024", "TK"), _row("2025", "12"), *_said(_TEXT)],
    "wide table": [_row(*"abcdefghij"), *(_row(*(f"{row}.{cell}" for cell in range(10))) for row in range(40))],
    "two tables": [_row("A", "B"), _row("1", "2"), *_said("Between."), _row("C", "D"), _row("3", "TK")],
    "links": [Item("paragraph", (("Read ", ""), ("here", "https://hallin.example/?utm_source=x"), (" TK.", "")))],
    "pictures": [Item("paragraph", ((_TEXT, ""),), picture=("ferry.png", None)), *_said("After.")],
    "bold": [Item("paragraph", (("Not a heading", ""),), is_strong=True), *_said(_TEXT)],
    "right to left": _said("שלום עולם, the ferry TK sails. مرحبا بالعالم.", "النص هنا TK قصير."),
    "emoji": _said("👩‍👩‍👧 wave 🏴󠁧󠁢󠁥󠁮󠁧󠁿 TK 👋🏽 at 🇩🇪 the the quay."),
    "combined": _said("Cafe\u0301 TK na\u00efve \u200bhidden\u00ad hyphen \u00a0 spaces."),
    "quotes": _said("“Nobody told us, said Ben Doe.", "He said 'no' and \"yes\" and “no”."),
    "200 pages": _said(*("The ferry sails at noon. " * 12 + f"Page {number}." for number in range(1600))),
}  # fmt: skip


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load_settings(None), RunOptions(date(2026, 11, 27), profile="news"))


def _told(report: FileReport) -> list[tuple[str, str]]:
    """Return rules and excerpts, but for what names a line."""
    return sorted((found.rule, found.excerpt.replace("\u2028", "\n")) for found in report.diagnostics)


def _of_markdown(linter: Linter, items: list[Item]) -> Source:
    return decode(markdown_of(items).encode(), "story.md")


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_judged_as_in_markdown_and_commented_without_another_change(kind: str, linter: Linter) -> None:
    items = [*_HEAD, *KINDS[kind]]
    expected = _told(linter.lint(_of_markdown(linter, items)))
    for suffix, write in WRITERS.items():
        data = write(items)
        report = linter.lint(decode_raw(data, f"a.{suffix}"))
        assert not report.crashed
        assert [rule for rule, _ in _told(report)] == [rule for rule, _ in expected], suffix
        if suffix in LOOKS:
            _check_comments(data, suffix, report)


def _check_comments(data: bytes, suffix: str, report: FileReport) -> None:
    """Hold the document with a comment for each finding to the one without, and a second time to the first."""
    name = f"a.{suffix}"
    notes = [Note(found.start.offset, found.end.offset, (found.rule, found.message)) for found in report.diagnostics]
    made = write_notes(data, name, notes)
    assert LOOKS[suffix](made) == LOOKS[suffix](data)
    assert lines(made, name) == lines(data, name)
    assert write_notes(made, name, notes) == made
    own = [remark for remark in read_document(made, name).remarks if remark.author == AUTHOR]
    assert len(own) == len({(note.start, note.lines) for note in notes})
    before, after = unpacked(data), unpacked(made)
    parts = {part for part in before if before[part] != after[part]}
    assert parts <= {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
        "content.xml",
    }


_SIGN = '<w:r><w:footnoteReference w:id="2"/></w:r>'
_NOTE = f'<w:root><w:footnote w:id="2">{p("It sails at TK.")}</w:footnote></w:root>'
_COMMENT = f'<w:root><w:comment w:id="0" w:author="Ana Roe">{p("Is this so?")}</w:comment></w:root>'
_ASKED = '<w:commentRangeStart w:id="0"/><w:r><w:t>Our TK.</w:t></w:r><w:commentRangeEnd w:id="0"/>'
_ASKED += '<w:r><w:commentReference w:id="0"/></w:r>'
_TOP = p("Ferry stops at Tarrow")


def _tracked(name: str, text: str) -> str:
    tag = "delText" if name in ("del", "moveFrom") else "t"
    return f'<w:{name} w:id="7" w:author="Ana Roe"><w:r><w:{tag}>{text}</w:{tag}></w:r></w:{name}>'


def _cells(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def _aside(text: str) -> str:
    return (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        f"<text:p>{text}</text:p></text:note-body></text:note>"
    )


_THEIRS = (
    '<office:annotation office:name="a1"><dc:creator>Ana Roe</dc:creator><text:p>Is this so?</text:p>'
    '</office:annotation>Our TK.<office:annotation-end office:name="a1"/>'
)
RAW: dict[str, bytes] = {
    "footnote.docx": word(_TOP + p("The ferry sails.", inner=_SIGN), footnotes=_NOTE),
    "footnote in a table.docx": word(_TOP + _cells(p("One", inner=_SIGN), p("TK")), footnotes=_NOTE),
    "tracked.docx": word(
        _TOP + p("It sails at ", "", _tracked("ins", "TK") + _tracked("del", "no") + _tracked("moveTo", "."))
    ),
    "tracked end.docx": word(_TOP + p("One TK", "<w:rPr><w:del w:id='1'/></w:rPr>") + p(" two TK.")),
    "tracked row.docx": word(_TOP + "<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc/></w:tr></w:tbl>"),
    "comment of another.docx": word(_TOP + p(inner=_ASKED), comments=_COMMENT),
    "comment in a table.docx": word(_TOP + _cells(p(inner=_ASKED), p("TK")), comments=_COMMENT),
    "table in a table.docx": word(_TOP + _cells(p("TK") + _cells(p("TK one"), p("b")), p("c"))),
    "text box.docx": word(_TOP + p("A", inner=f"<w:r><w:pict><w:txbxContent>{p('TK')}</w:txbxContent></w:pict></w:r>")),
    "control.docx": word(_TOP + f"<w:sdt><w:sdtContent>{p('TK in a control')}</w:sdtContent></w:sdt>"),
    "drop cap.docx": word(_TOP + p("T", '<w:framePr w:dropCap="drop"/>') + p("K and more.")),
    "right to left.docx": word(_TOP + p("שלום TK עולם", "<w:bidi/>")),
    "footnote.odt": odt(f"<text:p>Ferry</text:p><text:p>It sails{_aside('It sails at TK.')}.</text:p>"),
    "footnote in a table.odt": odt(
        f"<table:table><table:table-row><table:table-cell><text:p>One{_aside('It sails at TK.')}</text:p>"
        "</table:table-cell><table:table-cell><text:p>TK</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    ),
    "comment of another.odt": odt(f"<text:p>Ferry stops</text:p><text:p>{_THEIRS}</text:p>"),
    "comment in a table.odt": odt(
        f"<table:table><table:table-row><table:table-cell><text:p>{_THEIRS}</text:p></table:table-cell>"
        "<table:table-cell><text:p>TK</text:p></table:table-cell></table:table-row></table:table>"
    ),
    "nested lists.odt": odt(
        "<text:list><text:list-item><text:p>One TK</text:p><text:list><text:list-item><text:p>Two TK</text:p>"
        "</text:list-item></text:list></text:list-item></text:list>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RAW)
def test_what_markdown_lacks_is_commented_without_another_change(name: str, linter: Linter) -> None:
    data, suffix = RAW[name], name.rpartition(".")[2]
    report = linter.lint(decode_raw(data, f"a.{suffix}"))
    assert not report.crashed
    assert any(found.rule == "hygiene/tk-or-lorem" for found in report.diagnostics) == (name != "tracked row.docx")
    _check_comments(data, suffix, report)
    theirs = [remark for remark in read_document(data, name).remarks if remark.author != AUTHOR]
    made = write_notes(data, name, [Note(0, 1, ("x",))])
    kept = [remark.text for remark in read_document(made, name).remarks if remark.author != AUTHOR]
    assert kept == [remark.text for remark in theirs]
