"""What holds of every source: places and offsets are inverse, lines part the text, bytes are read as they say."""

from __future__ import annotations

import io
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.errors import SourceError, SourceTooLargeError
from newslint.source import SUFFIXES, Position, Problem, Source, decode, format_of, read, read_bytes
from newslint.spans import Span

TEXTS = st.text(st.sampled_from("ab \t\r\n\x0b\x0c\x85\u2028é🙂"), max_size=40)
MISREAD = "the file {} but contains bytes that are not"


def naive_lines(text: str) -> list[str]:
    """Cut a text after each LF, CRLF and CR, by reading it once."""
    lines, line = [], ""
    for at, character in enumerate(text):
        line += character
        if character == "\n" or (character == "\r" and text[at + 1 : at + 2] != "\n"):
            lines.append(line)
            line = ""
    return [*lines, line]


@given(TEXTS)
def test_lines_part_the_text(text: str) -> None:
    source = Source("a.txt", text, "text")
    lines = naive_lines(text)
    ends = [*source.line_starts[1:], len(text)]
    assert [text[start:end] for start, end in zip(source.line_starts, ends, strict=True)] == lines
    for number, line in enumerate(lines, 1):
        span = source.line_span(number)
        assert span.start == source.line_starts[number - 1]
        assert source.slice(span) == line.rstrip("\r\n")


@given(TEXTS)
def test_a_position_leads_back_to_its_offset_and_stands_on_its_line(text: str) -> None:
    source = Source("a.txt", text, "text")
    places = [source.position(offset) for offset in range(len(text) + 1)]
    naive = [
        Position(0, number, column)
        for number, line in enumerate(naive_lines(text), 1)
        for column in range(1, len(line) + 1)
    ]
    last = naive_lines(text)
    naive.append(Position(0, len(last), len(last[-1]) + 1))
    assert places == [Position(offset, place.line, place.column) for offset, place in enumerate(naive)]


def test_an_empty_source_has_one_empty_line() -> None:
    source = Source("a.txt", "", "text")
    assert (source.line_starts, source.line_span(1), source.position(0)) == ([0], Span(0, 0), Position(0, 1, 1))


def test_a_line_end_before_a_line_end_belongs_to_no_line() -> None:
    source = Source("a.txt", "\n\r\n\rx", "text")
    assert [source.line_span(number) for number in (1, 2, 3, 4)] == [(0, 0), (1, 1), (3, 3), (4, 5)]


def test_a_slice_is_the_text_between_two_offsets() -> None:
    source = Source("a.txt", "abcdef", "text")
    assert source.slice(Span(2, 4)) == "cd"
    assert source.slice(Span(3, 3)) == ""


def test_what_is_not_said_of_a_source_is_the_usual() -> None:
    source = Source("a.txt", "a", "text")
    assert (source.encoding, source.has_bom, source.problems) == ("utf-8", False, ())
    assert pickle.loads(pickle.dumps(source)) == source


FORMATS = {
    "a.md": "markdown",
    "a.markdown": "markdown",
    "a.mdx": "markdown",
    "a.html": "html",
    "a.htm": "html",
    "a.xhtml": "html",
    "a.txt": "text",
    "a.text": "text",
    "A.MD": "markdown",
    "dir.md/a.HTML": "html",
    "a.html.txt": "text",
    "a.lr": "markdown",
    "a.rst": "rst",
    "a.rest": "rst",
    "a.adoc": "asciidoc",
    "a.asciidoc": "asciidoc",
    "a.ninjs": "ninjs",
    "a.newsml": "newsml",
    "a.docx": "document",
    "a.docm": "document",
    "a.odt": "document",
    "A.RTF": "document",
    "a.rtf": "document",
    "a.tex": "text",
    "a": "text",
    ".md": "text",
}


@pytest.mark.parametrize("path", FORMATS)
def test_a_format_is_known_by_the_last_suffix_whatever_its_case(path: str) -> None:
    assert format_of(path) == FORMATS[path]
    assert decode(b"x", path).format == FORMATS[path]
    assert set(SUFFIXES) <= {Path(name).suffix for name in FORMATS}


def test_a_format_that_is_named_counts_more_than_the_suffix() -> None:
    page = '<meta charset="windows-1251"><p>Мост</p>'
    assert decode(page.encode("cp1251"), "a.txt", "html").text == page
    assert decode(page.encode("cp1251"), "a.txt", "html").format == "html"
    assert decode(page.encode("cp1251"), "a.html", "text").text != page


BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


@pytest.mark.parametrize("path", ["a.md", "a.html", "a.txt"])
@pytest.mark.parametrize("mark", BOMS)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, path: str) -> None:
    text = '<meta charset="windows-1251"><p>Brücke 🙂</p>'
    source = decode(mark + text.encode(BOMS[mark]), path)
    assert (source.text, source.encoding, source.has_bom, source.problems) == (text, BOMS[mark], True, ())
    assert not decode(text.encode(), "a.txt").has_bom


@pytest.mark.parametrize("mark", BOMS)
def test_a_byte_order_mark_alone_is_an_empty_text(mark: bytes) -> None:
    source = decode(mark, "a.html")
    assert (source.text, source.encoding, source.problems) == ("", BOMS[mark], ())


def test_what_does_not_fit_after_a_mark_has_its_place_in_the_text() -> None:
    assert decode(b"\xef\xbb\xbf\xc3\xa9\x93x", "a.md").problems == (
        Problem("charset-mismatch", Span(1, 2), MISREAD.format("was read as UTF-8")),
    )
    source = decode(b"\xff\xfe" + "ab".encode("utf-16-le") + b"\x00", "a.md")
    assert source.text == "ab\ufffd"
    assert source.problems == (Problem("charset-mismatch", Span(2, 3), MISREAD.format("was read as UTF-16")),)
    lone = decode(b"\xfe\xff\xd8\x00\x00a", "a.md")
    assert [problem.span for problem in lone.problems] == [(0, 1)]


LABELS = {
    "utf-8": "Brücke 🙂",
    "cp866": "Мост",
    "cp874": "สะพาน",
    "big5": "橋梁",
    "euc-jp": "橋は",
    "euc-kr": "다리",
    "gb2312": "桥梁",
    "gbk": "桥梁",
    "gb18030": "桥梁",
    "iso-2022-jp": "橋は",
    "koi8-r": "Мост",
    "koi8-u": "Міст",
    "shift_jis": "橋は",
    "mac-roman": "Brücke",
    "windows-1250": "Łódź",
    "windows-1251": "Мост",
    "windows-1252": "Brücke “x”",
    "windows-1253": "Γέφυρα",
    "windows-1254": "Köprü",
    "windows-1255": "גשר",
    "windows-1256": "جسر",
    "windows-1257": "Tiltas š",
    "windows-1258": "cê",
    "iso-8859-2": "Łódź",
    "iso-8859-3": "Ħal",
    "iso-8859-4": "Tiltas š",
    "iso-8859-5": "Мост",
    "iso-8859-6": "جسر",
    "iso-8859-7": "Γέφυρα",
    "iso-8859-8": "גשר",
    "iso-8859-10": "brú",
    "iso-8859-13": "Tiltas š",
    "iso-8859-14": "pont ŵ",
    "iso-8859-15": "œuvre €",
    "iso-8859-16": "ponț €",
}


@pytest.mark.parametrize("label", LABELS)
def test_a_page_is_read_in_the_encoding_that_it_declares(label: str) -> None:
    page = f'<meta charset="{label}"><p>{LABELS[label]}</p>'
    source = decode(page.encode(label), "a.html")
    assert (source.text, source.problems) == (page, ())
    assert (source.encoding == "utf-8") == (label == "utf-8")


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "iso8859-1", "l1"])
def test_labels_that_browsers_read_as_windows_1252_are(label: str) -> None:
    source = decode(f'<meta charset="{label}"><p>'.encode() + b"\x93x\x94", "a.html")
    assert source.text.endswith("“x”")
    assert (source.encoding, source.problems) == ("cp1252", ())


XML = b"<?xml encoding='windows-1251"
META = b"<meta charset=windows-1251"
DECLARED = [
    b"<meta charset=windows-1251>",
    b"<META CHARSET='Windows-1251'>",
    b'<meta name=a content=b charset = "windows-1251">',
    b"<meta charset\n=\n'windows-1251'>",
    b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
    b"<meta " + b"a" * 198 + b" charset=windows-1251>",
    b'<?xml version="1.0" encoding="windows-1251"?>',
    b"<?xml version='1.0' encoding = 'windows-1251'?>",
    b"<?xml encoding='koi8-r'?><meta charset=windows-1251>",
    b" " * (4096 - len(META)) + META + b">",
    b" " * (200 - len(XML)) + XML + b"'?>",
]
UNDECLARED = [
    b"<p charset=windows-1251>",
    b"<meta name=charset content=windows-1251>",
    b"<meta name=a><p>charset=windows-1251",
    b"<meta " + b"a" * 199 + b" charset=windows-1251>",
    b" " * (4097 - len(META)) + META + b">",
    b" " * (201 - len(XML)) + XML + b"'?>",
    b"<?xml version='1.0'?><a encoding='windows-1251'>",
    b"<?xml version='1.0' encoding=windows-1251?>",
    b"<?XML version='1.0' encoding='windows-1251'?>",
    b" " * 200 + b"<?xml version='1.0' encoding='windows-1251'?>",
    b" " * 4096 + b"<meta charset=windows-1251>",
]


@pytest.mark.parametrize("head", DECLARED, ids=range(len(DECLARED)))
def test_a_declaration_is_found_in_each_of_its_forms(head: bytes) -> None:
    assert decode(head + "Мост".encode("cp1251"), "a.html").encoding == "cp1251"
    assert decode(head + "Мост".encode("cp1251"), "a.md").encoding == "utf-8"


@pytest.mark.parametrize("head", UNDECLARED, ids=range(len(UNDECLARED)))
def test_what_only_looks_like_a_declaration_is_none(head: bytes) -> None:
    assert decode(head + "Мост".encode("cp1251"), "a.html").encoding == "utf-8"


def test_a_label_has_two_to_forty_characters() -> None:
    assert decode(b"<meta charset=l1>\x93", "a.html").encoding == "cp1252"
    assert decode(b"<meta charset=l>", "a.html").problems == ()
    told = decode(b"<meta charset=" + b"x" * 50 + b">", "a.html").problems
    assert [problem.message for problem in told] == [f"the file declares {'x' * 40} but is UTF-8"]


def test_a_page_in_ascii_has_the_encoding_that_it_declares_whatever_that_is() -> None:
    source = decode(b"<meta charset=windows-1251><p>Bridge", "a.html")
    assert (source.encoding, source.problems) == ("cp1251", ())


@pytest.mark.parametrize("label", ["windows-1251", "utf-7", "no-such", "utf-16"])
def test_a_page_that_is_utf_8_and_declares_something_else_is_told_at_its_beginning(label: str) -> None:
    page = f"<meta charset={label}><p>Brücke"
    source = decode(page.encode(), "a.html")
    assert (source.text, source.encoding) == (page, "utf-8")
    message = f"the file declares {label} but is UTF-8"
    repair = ("safe", ((14, 14 + len(label), "utf-8"),))
    assert source.problems == (Problem("charset-mismatch", Span(0, 1), message, repair),)


def test_a_page_that_is_not_what_it_declares_is_told_at_the_first_such_place() -> None:
    for label, head, bad in (
        ("utf-8", "é".encode(), b"\x93"),
        ("windows-1252", "é".encode("cp1252"), b"\x81"),
        ("shift_jis", "橋は".encode("shift_jis"), b"\xfd"),
    ):
        page = f"<meta charset={label}>".encode() + head
        source = decode(page + bad + b"x" + bad, "a.html")
        at = len(page.decode(label))
        assert source.problems == (Problem("charset-mismatch", Span(at, at + 1), MISREAD.format(f"declares {label}")),)
        assert source.text[:at] == page.decode(label)


def naive_stray(data: bytes) -> str:
    """Read what is UTF-8 as such, and the rest byte by byte as windows-1252."""
    text, at = "", 0
    while at < len(data):
        for size in (4, 3, 2, 1):
            try:
                text += data[at : at + size].decode("utf-8")
            except UnicodeDecodeError:
                continue
            at += size
            break
        else:
            text += data[at : at + 1].decode("cp1252", "replace")
            at += 1
    return text


@given(st.lists(st.sampled_from([b"a", b"\r\n", "é".encode(), "🙂".encode(), b"\x93", b"\x94", b"\xe9", b"\x81"])))
def test_stray_bytes_are_read_one_by_one_and_the_first_is_told(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    source = decode(data, "a.txt")
    assert source.text == naive_stray(data)
    assert source.encoding == "utf-8"
    told = [problem.span for problem in source.problems]
    try:
        assert data.decode() == source.text
        assert told == []
    except UnicodeDecodeError as error:
        at = len(data[: error.start].decode())
        assert told == [Span(at, at + 1)]


def test_a_sequence_of_bytes_that_breaks_off_is_read_as_windows_1252() -> None:
    assert decode(b"a\xe2\x80 b", "a.txt").text == "aâ€ b"
    assert decode(b"a\xe2\x80", "a.txt").text == "aâ€"


def test_nul_characters_are_counted_after_what_else_is_wrong() -> None:
    one = decode(b"a\0b", "a.txt")
    assert one.problems == (Problem("nul-byte", Span(1, 2), "1 NUL character", ("unsafe", ((1, 2, ""),))),)
    assert one.text == "a\0b"
    many = decode(b"\0\x93\0\0", "a.txt")
    assert [(problem.kind, problem.span) for problem in many.problems] == [
        ("charset-mismatch", (1, 2)),
        ("nul-byte", (0, 1)),
    ]
    assert many.problems[1].message == "3 NUL characters"


class Endless(io.BytesIO):
    """A file that has no end, and notes the most that was asked of it."""

    asked = 0

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert size >= 0
        self.asked = max(self.asked, size)
        return b"x" * size


def test_a_file_is_read_up_to_its_limit_and_no_further() -> None:
    assert read_bytes(io.BytesIO(b"abc"), "a", 3) == b"abc"
    assert read_bytes(io.BytesIO(b""), "a", 0) == b""
    assert read_bytes(io.BytesIO(b"abc" * 99), "a", None) == b"abc" * 99
    with pytest.raises(SourceTooLargeError):
        read_bytes(io.BytesIO(b"abcd"), "a", 3)
    file = Endless()
    with pytest.raises(SourceTooLargeError) as caught:
        read_bytes(file, "long.md", 12_345)
    assert file.asked == 12_346
    assert str(caught.value) == (
        "long.md: the file is larger than 12,345 bytes, the limit. "
        "Exclude it, or set `max_file_size` in the configuration."
    )
    assert caught.value.subject == "long.md"


def test_a_file_that_is_read_keeps_its_name_or_has_another(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"<p>a\r\n")
    assert read(path) == Source(path.as_posix(), "<p>a\r\n", "html")
    assert read(path, "b.md", limit=6) == Source("b.md", "<p>a\r\n", "markdown")
    for name, subject in ((None, path.as_posix()), ("b.md", "b.md")):
        with pytest.raises(SourceTooLargeError) as caught:
            read(path, name, limit=5)
        assert caught.value.subject == subject


def test_a_file_that_cannot_be_read_says_which_why_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(path: Path) -> str:
        with pytest.raises(SourceError) as caught:
            read(path, "shown.md")
        assert not isinstance(caught.value, SourceTooLargeError)
        return str(caught.value)

    way_out = "Check its name and permissions."
    gone = tmp_path / "gone.md"
    assert told(gone) == f"{gone}: the file cannot be read (No such file or directory). {way_out}"
    assert told(tmp_path) == f"{tmp_path}: the file cannot be read (Is a directory). {way_out}"
    assert "null" in told(Path("a\0b"))
    gone.write_bytes(b"x")

    def fail(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr("newslint.source._read_up_to", fail)
    assert told(gone) == f"{gone}: the file cannot be read (not enough memory). {way_out}"
