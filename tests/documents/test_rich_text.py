"""Rich Text files: characters in all their spellings, styles, tables, notes, links and tracked changes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.made import Item, lines, read, rtf_of

from newslint.assembly import parse


def _lines(body: str, tracked: Any = "accepted") -> list[tuple[str, str]]:
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}}"
    head += r"{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2\outlinelevel1 Gazette;}{\s3 Quote;}}"
    return lines((head + body + "}").encode("latin-1"), "a.rtf", tracked)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"caf\'e9", "café"),
        (r"\u8220\'93Well\u8221\'94", "“Well”"),
        (r"\uc0\u8212 dash", "—dash"),
        (r"\u-10179?\u-8640?!", "\U0001f640!"),
        (r"{\f1 \'cf\'f0}", "Пр"),
        (r"{\f2 \'93\'fa\'96\'7b}", "日本"),
        (r"\ldblquote a\rdblquote\emdash b\~c\_d", "“a”—b\u00a0c\u2011d"),
        (r"a\{b\}\\c", r"a{b}\c"),
        (r"one{\*\unknown two}three{\info{\title four}}", "onethree"),
        (r"a{\v hidden}b", "ab"),
        (r"a{\pict\bin5 }}}{{ }b", "a\ufffcb"),
        (r"one\line two\tab three", "one\u2028two\tthree"),
    ],
)
def test_characters_are_read_however_they_are_written(written: str, text: str) -> None:
    assert _lines(written + r"\par") == [("paragraph", text)]


def test_styles_and_outline_levels_make_headings() -> None:
    body = r"\pard\s1 One\par\pard\s2 Two\par\pard\s3 Three\par\pard\outlinelevel0 Four\par\pard Five\par"
    assert [kind for kind, _ in _lines(body)] == ["heading", "heading", "quotation", "heading", "paragraph"]


def test_a_table_has_rows_and_one_cell_is_a_paragraph() -> None:
    row = r"\trowd\pard\intbl a\cell b\par c\cell\row"
    assert _lines(row + r"\trowd\pard\intbl alone\cell\row\pard end\par") == [
        ("row", "a\tb\u2028c"),
        ("paragraph", "alone"),
        ("paragraph", "end"),
    ]


def test_lists_notes_links_and_pictures() -> None:
    body = (
        r"\pard{\listtext 3.\tab}\ls1 Third\par\pard{\pntext\'B7\tab}Sign\par\pard See this{\footnote A note.} "
        r'{\field{\*\fldinst HYPERLINK "https://hallin.example/"}{\fldrslt link}}'
        r"{\*\shppict{\pict{\*\picprop{\sp{\sn wzDescription}{\sv A ferry}}}ffd8}}{\nonshppict{\pict ff}}\par"
    )
    article = parse(read((r"{\rtf1 " + body + "}").encode(), "a.rtf"))
    assert [(block.kind, block.text, block.ordinal) for block in article.blocks] == [
        ("list-item", "Third", "3"),
        ("list-item", "Sign", None),
        ("paragraph", "See this link", None),
        ("list-item", "A note.", "1"),
    ]
    assert [(link.text, link.target) for link in article.links] == [("link", "https://hallin.example/")]
    assert [image.alt for image in article.images] == ["A ferry"]


def test_tracked_changes_are_read_as_asked() -> None:
    body = r"The {\deleted old }{\revised new }boat\par"
    assert _lines(body) == [("paragraph", "The new boat")]
    assert _lines(body, "rejected") == [("paragraph", "The old boat")]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60))
@settings(max_examples=20)
def test_any_text_comes_back(text: str) -> None:
    written = read(rtf_of([Item("paragraph", (("a" + text + "z", ""),))]), "a.rtf").text
    assert written == f"a{text}z".replace("\n", "\u2028") + "\n"
