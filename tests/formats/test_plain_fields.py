"""Front matter that is read without a YAML parser is read as the parser reads it."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint.formats.frontmatter.plain import read_plain_fields
from newslint.formats.frontmatter.yaml import Mapping, parse_mapping

_KEYS = st.sampled_from("title|date|a-b|_x|yes|null|n|Tag2|title |1||t:|- t| t|  t|  u|    v".split("|"))
_WRITTEN = r"""
Pier opens;2026-05-03;12:30;1_000;0o17;0x1F;1e3;-5;+1.5;.5;~;null;True;'it';"it";'it''s';"a\"b";"a" b;[a, b];[a b,c ]
[a, ];[];[a, [b]];[1, true];a: b;a #b;a#b;a:;a :b;http://x.example/a;& a;*a;!a;| ;>;%a;@a;`a`;{a: b};? a;- a;-a;é;“Pier”
£5;日本;a, b;a] b;...;②;=;<<;a  b  ;'';"";" a";'a: b';"a #b";[a: b];[é, "b"]
"""
_VALUES = st.one_of(
    st.sampled_from([value for line in _WRITTEN.strip().split("\n") for value in line.split(";")]),
    st.sampled_from(["", "a\u00a0b", "a\tb", "\U0001f600", "\u2028", "\x85", "\ufeff", "\x00", "a\rb", "\u0301a"]),
    st.text("ab:#'\"[], -\n\r\t\\{}&*é1.", max_size=8),
)
_FIELDS = st.tuples(_KEYS, st.sampled_from([":", ": ", ":  ", " : ", ""]), _VALUES).map("".join)
_ITEMS = st.tuples(st.sampled_from(["- ", "  - ", "-  ", "    - ", "-", " -  "]), _VALUES).map("".join)
_EMPTY = st.sampled_from(["title:", "tags:  ", "  deeper:", "image: "])
_LINES = st.one_of(_FIELDS, _ITEMS, _EMPTY)


@settings(max_examples=800)
@given(st.lists(_LINES, max_size=6), st.sampled_from(["\n", "\r\n", "\n\n", "\r"]), st.booleans())
@example(["title: Pier opens", "tags: [a, b]", "draft:", "author: 'Mara'"], "\r\n", True)
@example(["title: [a", "b]"], "\n", False)
@example(["tags: [a, b]", "- c"], "\n", False)
@example(["tags:", "- a", "  - b"], "\n", False)
@example(["a:", "  b:", "  c: 1", "d: 2"], "\r\n", True)
@example(["a:", "  b:", "    c: 1"], "\n", True)
@example(["a:", "  b: 1", " c: 1"], "\n", True)
@example(["a:", "  b: 1", "  b: 2"], "\n", True)
@example(["a:", "", "  b: 1", "", "  c: 2  ", ""], "\n", True)
@example(["a: ~", "- b"], "\n", True)
@example(["- b"], "\n", True)
@example(["title: ''", "- b"], "\n", True)
@example(['title: ""', "  b: 1"], "\n", True)
@example(["title: null", "- b"], "\n", True)
@example(["title: a", "  b"], "\n", False)
def test_what_needs_no_parser_is_what_the_parser_reads(lines: list[str], line_end: str, is_ended: bool) -> None:
    text = line_end.join(lines) + (line_end if is_ended else "")
    fields = read_plain_fields(text)
    if fields is not None:
        assert parse_mapping(text) == Mapping(fields, [])
        # Equal values of other kinds, such as 1 and True.
        known = parse_mapping(text)
        assert isinstance(known, Mapping)
        assert [repr(field.value) for field in known.fields] == [repr(field.value) for field in fields]


@pytest.mark.parametrize(
    "text",
    [
        "title: Pier opens\ndate: 2026-05-03\n",
        "title: 'A: b'\ntags: [pier, port]\nsummary:\n",
        "\r\nrank: 5\r\n",
        "",
        "tags:\n  - a b\n  - 'c'\n",
        "a:\n- 1\n",
        "image:\n  alt: A pier\n  width: 5\n",
    ],
)
def test_most_front_matter_needs_no_parser(text: str) -> None:
    assert read_plain_fields(text) is not None
