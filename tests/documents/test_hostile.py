"""Documents that are damaged, protected, traps or very long: one line and the status 2, in linear time."""

from __future__ import annotations

import builtins
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.made import WRITERS, Item, W, p, packed, rtf_of, unpacked, word

from newslint.cli import main
from newslint.documents import read_document, write_notes
from newslint.errors import SourceError

BOMB = f'<!DOCTYPE d [<!ENTITY a "{"x" * 100}">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 10)
)
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">'


def _with_document(text: str | bytes) -> bytes:
    return packed({**unpacked(word(p("One"))), "word/document.xml": text})


def _main(inner: str) -> str:
    return f'<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'


def _odt(content: str) -> bytes:
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _unpacks_to(size: int) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", 8) as made:
        for name, data in unpacked(word(p("One"))).items():
            made.writestr(name, b" " * size if name == "word/document.xml" else data)
    return out.getvalue()


def _flagged(data: bytes) -> bytes:
    """Mark the parts as encrypted, as zip programs do."""
    return data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
HOSTILE: dict[str, Callable[[], bytes]] = {
    "empty.docx": lambda: b"",
    "text.docx": lambda: b"Not a document",
    "page.docx": lambda: b"PK\x03\x04 and nothing else",
    "short.docx": lambda: word(p("One " * 200))[:-40],
    "old.docx": lambda: _OLE,
    "secret.docx": lambda: _OLE + "EncryptedPackage".encode("utf-16-le"),
    "locked.docx": lambda: _flagged(word(p("One"))),
    "sheet.docx": lambda: packed({"xl/workbook.xml": "<a/>"}),
    "broken.docx": lambda: _with_document(_main("<w:p>")[:-30]),
    "bomb.docx": lambda: _with_document(f"{BOMB}]>" + _main(p("&a9;"))),
    "outside.docx": lambda: _with_document(f"{OUTSIDE}]>" + _main(p("&a;"))),
    "large.docx": lambda: _unpacks_to(100_001),
    "deep.docx": lambda: _with_document(_main("<w:sdt><w:sdtContent>" * 4000 + "</w:sdtContent></w:sdt>" * 4000)),
    "bomb.odt": lambda: _odt(f"{BOMB}]><d>&a9;</d>"),
    "locked.odt": lambda: packed({"META-INF/manifest.xml": "<m><e:encryption-data/></m>", "content.xml": b"\x81\x02"}),
    "sheet.odt": lambda: _odt("<d/>"),
    "text.odt": lambda: b"Not a document",
    "text.rtf": lambda: b"Not a document",
    "two.zip": lambda: packed({"a.html": "<p>a</p>", "b.html": "<p>b</p>"}),
    "none.zip": lambda: packed({"a.txt": "a"}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_document_is_told_in_one_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("newslint.documents.packages._LARGEST_PART", 100_000)
    Path(name).write_bytes(HOSTILE[name]())
    assert main(["inspect", name]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert name in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize(
    ("name", "cause"), [("old.docx", "format of Word before 2007"), ("secret.docx", "protected by a password")]
)
def test_an_old_document_is_told_from_one_with_a_password(name: str, cause: str) -> None:
    with pytest.raises(SourceError) as told:
        read_document(HOSTILE[name](), name)
    assert cause in told.value.cause


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_what_unpacks_to_too_much_gets_no_comments(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed({**unpacked(SMALL[name[2:]]), "media/a.png": b"\0" * 90_000})
    monkeypatch.setattr("newslint.documents.packages._LARGEST", 80_000)
    assert read_document(data, name).text
    with pytest.raises(SourceError, match="unpacks to more than"):
        write_notes(data, name, [])


@given(st.sampled_from(sorted(WRITERS)), st.data())
@settings(max_examples=30)
def test_a_damaged_document_is_read_or_refused(suffix: str, data: Any) -> None:
    whole = bytearray(SMALL[suffix])
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    _try(bytes(whole), suffix)


_NOISE = st.lists(
    st.sampled_from(
        r"{ } \par \row \cell \intbl \trowd \u8364? \'e4 \* \fldinst \field \footnote \bin5 \b \v \ud \pict a".split()
    ),
    max_size=40,
)


@given(_NOISE)
@settings(max_examples=30)
def test_rich_text_of_any_order_is_read(words: list[str]) -> None:
    _try(b"{\\rtf1 " + " ".join(words).encode(), "rtf")


_TAGS = ["p", "r", "t", "tbl", "tr", "tc", "ins", "del", "hyperlink", "sdt", "sdtContent", "fldChar", "drawing", "x"]


@given(
    st.recursive(
        st.just(""), lambda inner: st.lists(st.tuples(st.sampled_from(_TAGS), inner), max_size=4), max_leaves=15
    )
)
@settings(max_examples=30)
def test_word_s_elements_in_any_order_are_read(tree: Any) -> None:
    def xml(node: Any) -> str:
        return "".join(f"<w:{tag}>{xml(inner) or 'a'}</w:{tag}>" for tag, inner in node) if node else ""

    _try(_with_document(_main(xml(tree))), "docx")


SMALL = {
    "docx": word(p("One two") + f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"),
    "odt": _odt(
        '<d xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><o:body><o:text><p>One <s/> two</p></o:text>'
        "</o:body></d>"
    ),
    "rtf": rtf_of([Item("paragraph", (("One — two", ""),))]),
}


def _try(data: bytes, suffix: str) -> None:
    """Read a document, and hold what it says to its own places."""
    try:
        document = read_document(data, f"a.{suffix}")
    except SourceError:
        return
    assert document.text.split("\n")[:-1] == [document.text[each.start : each.end] for each in document.paragraphs]


def test_200_pages_take_linear_time() -> None:
    def seconds(pages: int) -> float:
        items = "".join(p(f"Paragraph {number}. " + "The ferry sails at noon. " * 12) for number in range(pages * 8))
        data = word(items)
        best = 9e9
        for _ in range(2):
            begin = time.process_time()
            document = read_document(data, "a.docx")
            best = min(best, time.process_time() - begin)
        assert len(document.paragraphs) == pages * 8
        return best

    assert seconds(200) < 12 * max(seconds(50), 0.01)


def test_many_comments_in_one_paragraph_take_linear_time() -> None:
    from newslint.documents import Note

    def seconds(count: int) -> float:
        data = word(p("word " * count))
        notes = [Note(5 * number, 5 * number + 4, ("x",)) for number in range(count)]
        begin = time.process_time()
        write_notes(data, "a.docx", notes)
        return time.process_time() - begin

    assert seconds(1600) < 14 * max(seconds(400), 0.02)


@pytest.mark.parametrize("name", ["story.docx", "story.odt"])
def test_without_the_extra_one_line_says_what_to_install(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known = builtins.__import__

    def refuse(module: str, *rest: Any, **more: Any) -> Any:
        if module.partition(".")[0] == "lxml":
            raise ModuleNotFoundError("No module named 'lxml'", name="lxml")
        return known(module, *rest, **more)

    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(SMALL[name.rpartition(".")[2]])
    Path("other.md").write_text("# Ferry stops\n\nBy Mara Oduya\n", encoding="utf-8")
    monkeypatch.setattr(builtins, "__import__", refuse)
    for command in (["check", name], ["inspect", name], ["annotate", name]):
        assert main([*command]) == 2
        told = capsys.readouterr().err
        assert told.count("\n") == 1
        assert "pip install 'newslint[documents]'" in told
    # A folder may hold documents that nobody meant to be checked.
    assert main(["check", ".", "--select", "hygiene", "--fail-on", "warning"]) == 0
    assert "pip install 'newslint[documents]'" in capsys.readouterr().out
