"""Tokens are slices of the text and are cut where the WHATWG tokenizer cuts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.formats.html.tokens import COMMENT, END, RAW, START, TEXT, attribute_places, decode_attribute, tokenize


def tags(text: str) -> list[tuple[str, dict[str, str]]]:
    found = []
    for kind, _, end, name, attributes in tokenize(text):
        if kind == START:
            places = attribute_places(text, attributes, end - 1) if attributes + 1 < end else {}
            found.append((name, {key: decode_attribute(text[slice(*place)]) for key, place in places.items()}))
    return found


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("<p a=\"1\" B='2' c=3 d>", {"a": "1", "b": "2", "c": "3", "d": ""}),
        ('<p a = "x > y">', {"a": "x > y"}),
        ("<p a=/b/c>", {"a": "/b/c"}),
        ('<p a="1"a="2">', {"a": "1"}),
        ('<p a="&amp;&copy=1">', {"a": "&&copy=1"}),
        ("<p a=''>", {"a": ""}),
        ("<p/a>", {"a": ""}),
    ],
)
def test_attributes_are_read_as_browsers_read_them(text: str, attributes: dict[str, str]) -> None:
    assert tags(text) == [("p", attributes)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a<b", [TEXT, START]),
        ("a < b", [TEXT]),
        ("</ x>a", [TEXT]),
        ("<!-- a -->b", [COMMENT, TEXT]),
        ("<!-->a", [COMMENT, TEXT]),
        ("<!doctype html>a", [TEXT]),
        ("<?php a ?>b", [TEXT]),
        ("<script>a<b></script>", [START, RAW, END]),
        ("<SCRIPT>a</scripty></Script >", [START, RAW, END]),
        ("<title>a", [START, RAW]),
    ],
)
def test_kinds_of_tokens(text: str, kinds: list[int]) -> None:
    assert [token[0] for token in tokenize(text)] == kinds


@given(st.text(alphabet="<>/!-= \"'ab&;\n\r", max_size=60))
def test_tokens_are_in_order_and_never_overlap(text: str) -> None:
    at = 0
    for _, start, end, _, _ in tokenize(text):
        assert at <= start <= end <= len(text)
        at = end


@given(st.text(alphabet="<>/!-= \"'abp\n", max_size=60))
def test_tags_are_those_of_a_standard_tokenizer(text: str) -> None:
    turbohtml = pytest.importorskip("turbohtml")
    # An open tag at the end is kept here, so that its place is known; the standard drops it. This ends any tag,
    # whatever mark of quotation may be open.
    closed = text + "'>\">'>"
    expected = [token.tag for token in turbohtml.tokenize(closed) if token.type.name == "START_TAG"]
    found = [
        closed[start + 1 : end]
        for kind, start, end, _, _ in tokenize(closed)
        if kind == START and closed[end - 1] == ">"
    ]
    assert len(found) == len(expected)
