"""Sources keep their text as it was read, and say what was wrong with its encoding."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.errors import SourceError
from newslint.source import Position, Source, decode, read
from newslint.spans import Span


def test_a_byte_order_mark_is_a_fact_and_not_text() -> None:
    source = decode(b"\xef\xbb\xbfRoe", "a.md")
    assert (source.text, source.has_bom) == ("Roe", True)


def test_utf_16_is_read_by_its_mark() -> None:
    assert decode(b"\xff\xfe" + "Björn".encode("utf-16-le"), "a.txt").text == "Björn"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_at_lf_crlf_and_cr(end: str) -> None:
    source = Source("a.txt", f"one{end}two", "text")
    assert source.position(len(f"one{end}")) == Position(len(f"one{end}"), 2, 1)
    assert source.slice(source.line_span(1)) == "one"


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_lines_end_nowhere_else(character: str) -> None:
    assert Source("a.txt", f"one{character}two", "text").line_starts == [0]


def test_columns_count_code_points() -> None:
    assert Source("a.txt", "🙂é x", "text").position(3) == Position(3, 1, 4)


def test_stray_bytes_are_read_as_windows_1252_and_told_with_their_place() -> None:
    source = decode("Björn ".encode() + b"\x93quoted\x94", "a.txt")
    assert source.text == "Björn “quoted”"
    assert [(problem.kind, source.slice(problem.span)) for problem in source.problems] == [("charset-mismatch", "“")]


def test_a_declared_charset_is_followed() -> None:
    page = '<meta charset="windows-1252"><p>Bj\xf6rn</p>'.encode("cp1252")
    assert "Björn" in decode(page, "a.html").text
    assert decode(page, "a.html").problems == ()


def test_a_page_that_lies_about_its_charset_is_told() -> None:
    source = decode('<meta charset="iso-8859-1"><p>Björn</p>'.encode(), "a.html")
    assert "Björn" in source.text
    assert [problem.kind for problem in source.problems] == ["charset-mismatch"]


def test_nul_characters_are_told_with_the_place_of_the_first() -> None:
    source = decode(b"ab\0c\0", "a.txt")
    assert [(problem.kind, problem.span) for problem in source.problems] == [("nul-byte", Span(2, 3))]


def test_a_missing_file_names_itself_the_cause_and_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.md: the file cannot be read \(No such file.*Check its name"):
        read(tmp_path / "gone.md")


@given(st.binary(max_size=400), st.sampled_from(["a.md", "a.html", "a.txt"]))
def test_any_bytes_have_a_text_and_their_problems_have_places_in_it(data: bytes, path: str) -> None:
    source = decode(data, path)
    for problem in source.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(source.text)


@given(st.text(alphabet=st.sampled_from("a\r\n\u2028🙂"), max_size=40), st.data())
def test_positions_and_lines_agree(text: str, data: st.DataObject) -> None:
    source = Source("a.txt", text, "text")
    offset = data.draw(st.integers(0, len(text)))
    place = source.position(offset)
    assert source.line_starts[place.line - 1] + place.column - 1 == offset
    assert "\n" not in source.slice(source.line_span(place.line))


@pytest.mark.parametrize("label", ["rot13", "hex", "zlib", "undefined", "idna", "utf-16", "utf-7", "no-such"])
def test_a_declared_encoding_that_the_web_does_not_know_is_utf_8(label: str) -> None:
    page = f'<meta charset="{label}"><p>Brücke</p>'
    assert decode(page.encode(), "a.html").text == page


def test_a_declared_encoding_of_the_web_is_used() -> None:
    page = '<meta charset="windows-1251"><p>Мост</p>'
    assert decode(page.encode("cp1251"), "a.html").text == page
