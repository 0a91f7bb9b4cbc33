"""Plain text, typed or scraped, becomes blocks that lie exactly where they say."""

from __future__ import annotations

import pytest
from benchmarks.pathologies import is_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.article import KINDS, Block
from newslint.formats.draft import Draft
from newslint.formats.text.reader import draft_text
from newslint.source import Source

LONG = "The council closed the northern ferry line on Monday after a vote that took most of the night, clerks said. "

SCRAPED = f"""Home Sports News Technology Jobs About Us Contact Us Disclaimer

Ferry Line Closes After A Long Vote In Port Ann

By Ann Roe

Published on:

Ferry Line Closes After A Long Vote In Port Ann

{LONG * 3}

{LONG * 3}

Short Summary

Key Point
Details
Date of vote
3 May 2024
What was decided
{LONG.strip()}
Who voted
The council of Port Ann
Official site link

Why The Line Was Losing Money

{LONG * 3}

Frequently Asked Questions

1. When does the last boat leave?

{LONG}

2. Who pays for the bus?

{LONG}

For More Information Click HERE

Ann Roe

Ann Roe is a gifted writer with a passion for harbours and everything that floats in them.

Leave a Comment
"""

ODD = ("===", "---", "\0", "> a", "- b", "Key: value", "a\tb", "")


def draft(text: str) -> Draft:
    return draft_text(Source("a.txt", text, "text"))


def shape(text: str) -> list[tuple[str, str, str]]:
    return [(block.kind, block.role, block.text[:24]) for block in draft(text).blocks]


def check_slices(text: str) -> None:
    found = draft(text)
    last = 0
    for block in found.blocks:
        assert block.kind in KINDS
        assert last <= block.span.start <= block.span.end <= len(text)
        last = block.span.end
        at = 0
        for run in block.prose.runs:
            assert run.start == at
            at += run.length
            piece, origin = block.text[run.start : at], text[run.source_start : run.source_end]
            assert block.span.start <= run.source_start
            assert run.source_end <= block.span.end
            # The end of a line inside a paragraph reads as a space; everything else is as it was written.
            assert piece == origin or (piece == " " and not origin.strip())
        assert at == len(block.text)
        assert all(0 <= start <= end <= len(block.text) for start, end in block.cells)
    for link in found.links:
        assert link.block is not None
        assert text[link.span.start : link.span.end] == link.target
        assert found.blocks[link.block].text[link.start : link.end] == link.target


def test_a_scraped_explainer_is_taken_apart() -> None:
    kinds = [(kind, role) for kind, role, _ in shape(SCRAPED)]
    assert kinds == [
        ("boilerplate", "menu"),
        ("heading", "headline"),
        ("boilerplate", "byline"),
        ("boilerplate", "other"),
        ("heading", ""),
        ("paragraph", ""),
        ("paragraph", ""),
        ("heading", ""),
        ("table-row", ""),
        ("table-row", ""),
        ("table-row", ""),
        ("table-row", ""),
        ("table-row", ""),
        ("heading", ""),
        ("paragraph", ""),
        ("heading", ""),
        ("heading", ""),
        ("paragraph", ""),
        ("heading", ""),
        ("paragraph", ""),
        ("boilerplate", "call-to-action"),
        ("boilerplate", "author-bio"),
        ("boilerplate", "author-bio"),
        ("boilerplate", "comments"),
    ]
    check_slices(SCRAPED)


def test_a_key_value_table_has_two_cells_a_row_even_where_the_value_is_missing() -> None:
    rows = [block for block in draft(SCRAPED).blocks if block.kind == "table-row"]
    cells = [[row.text[start:end] for start, end in row.cells] for row in rows]
    assert cells[0] == ["Key Point", "Details"]
    assert rows[0].is_header
    assert cells[1] == ["Date of vote", "3 May 2024"]
    assert cells[-1] == ["Official site link", ""]
    assert SCRAPED[rows[1].span.start : rows[1].span.end] == "Date of vote\n3 May 2024"
    assert {row.table for row in rows} == {0}


def test_numbered_questions_keep_their_numbers() -> None:
    asked = [block for block in draft(SCRAPED).blocks if block.ordinal]
    assert [(block.kind, block.ordinal) for block in asked] == [("heading", "1"), ("heading", "2")]


def test_a_clean_article_is_paragraphs() -> None:
    text = "Ferry line closes\n\n" + "\n\n".join(
        [LONG.strip(), "“We left,” she said.", "Why?", LONG.strip(), "It rained."]
    )
    assert [kind for kind, _, _ in shape(text)].count("boilerplate") == 0
    assert shape(text)[0][:2] == ("heading", "headline")
    assert [kind for kind, _, _ in shape(text)][1] == "paragraph"


def test_text_without_a_headline_has_none() -> None:
    for text in ("It rained.", "It rained.\n\nIt stopped.", LONG, f"{LONG}\n\n{LONG}", "Ferry sinks"):
        assert not any(block.role == "headline" for block in draft(text).blocks)


def test_menus_and_footers_of_a_page_are_boilerplate() -> None:
    menu = "\n\n".join(["Home", "World", "Local", "Harbour", "Weather", "Sign in", "Subscribe", "Traffic"])
    text = f"{menu}\n\nFerry line closes after long vote\n\nAnn Roe\n\n3 May 2024\n\n" + f"{LONG}\n\n" * 5
    text += "Related Articles\n\nHarbour master retires\n\nPier sold\n\n© 2024 Port Ann Times\n\nPrivacy Policy\n"
    blocks = draft(text).blocks
    body = [block for block in blocks if block.kind == "paragraph"]
    assert len(body) == 5
    assert all(block.text == LONG.strip() for block in body)
    assert [block.text for block in blocks if block.role == "headline"] == ["Ferry line closes after long vote"]
    assert [block.text for block in blocks if block.role == "byline"] == ["Ann Roe"]
    assert [block.text for block in blocks if block.role == "published"] == ["3 May 2024"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The council closed the northern ferry line on Monday after a vote that\n"
        "took most of the night. Clerks said the boats were empty and that the\n"
        "fares had risen twice in a year.\n"
        "\n"
        "Nobody spoke against it. The last boat leaves the quay tonight, and the\n"
        "first bus follows in the morning.\n"
    )
    blocks = draft(text).blocks
    assert len(blocks) == 2
    assert "that took most" in blocks[0].text
    assert "\n" not in blocks[0].text
    start = blocks[0].text.index("that took")
    assert text[slice(*blocks[0].locate(start, start + 9))] == "that\ntook"
    check_slices(text)


def test_underlined_lines_and_hashes_are_headings() -> None:
    text = f"Ferry line closes\n=================\n\n{LONG}\n\nWhat comes next\n---\n\n{LONG}\n\n## Fares\n\n{LONG}\n"
    headings = [block.text for block in draft(text).blocks if block.kind == "heading"]
    assert headings == ["Ferry line closes", "What comes next", "Fares"]
    check_slices(text)


def test_lists_quotations_and_captions() -> None:
    text = f"Ferry line closes\n\n{LONG}\n\n- one boat\n- two buses\n\n> We left.\n\n"
    text += f"The quay at dawn. (Photo: Ann Roe)\n\n{LONG}\n"
    kinds = [block.kind for block in draft(text).blocks]
    assert kinds == ["heading", "paragraph", "list-item", "list-item", "quotation", "caption", "paragraph"]
    assert [block.text for block in draft(text).blocks[2:5]] == ["one boat", "two buses", "We left."]


def test_fields_and_tabs_are_rows() -> None:
    text = f"Ferry line closes\n\n{LONG}\n\nOpened: 1920\nClosed: 2024\nBoats: three\n\nYear\tBoats\n1920\t1\n2024\t3\n"
    rows = [block for block in draft(text).blocks if block.kind == "table-row"]
    assert [[row.text[a:b] for a, b in row.cells] for row in rows] == [
        ["Opened", "1920"], ["Closed", "2024"], ["Boats", "three"],
        ["Year", "Boats"], ["1920", "1"], ["2024", "3"],
    ]  # fmt: skip
    assert [row.table for row in rows] == [0, 0, 0, 1, 1, 1]


def test_an_interview_is_no_table() -> None:
    text = "Ferry line closes\n\n" + "".join(f"Roe: Question {n} is this one?\nMoe: It is.\n" for n in range(4))
    assert not any(block.kind == "table-row" for block in draft(text).blocks)


def test_addresses_are_links_without_the_stop_behind_them() -> None:
    text = (
        "Ferry line closes\n\nThe vote (https://port.example/vote_(2024)) is online at www.port.example/a. It rained."
    )
    assert [link.target for link in draft(text).links] == ["https://port.example/vote_(2024)", "www.port.example/a"]
    assert {link.kind for link in draft(text).links} == {"url"}
    check_slices(text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(end: str) -> None:
    assert shape(SCRAPED.replace("\n", end)) == shape(SCRAPED)
    check_slices(SCRAPED.replace("\n", end))


def test_a_line_separator_is_no_line_end() -> None:
    blocks: list[Block] = draft("It rained.\u2028It stopped.").blocks
    assert [block.text for block in blocks] == ["It rained.\u2028It stopped."]


def test_empty_files_have_no_blocks() -> None:
    for text in ("", "\n\n", " \t \r\n"):
        assert draft(text).blocks == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*SCRAPED.split("\n\n"), *ODD]), max_size=25),
    st.sampled_from(["\n", "\n\n", "\r\n", "\r"]),
)
def test_blocks_lie_where_they_say(parts: list[str], joint: str) -> None:
    check_slices(joint.join(parts))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB1. \n\r\t|:-=>#?!“”\u2028\0(©"), max_size=200))
def test_any_text_has_blocks(text: str) -> None:
    check_slices(text)


@pytest.mark.parametrize(
    "parts",
    [
        ("", "word\n"),
        ("", "word "),
        ("", '"'),
        ("http://a.b/", ")"),
        ("Key Point\nDetails\n", "a\nb\n"),
    ],
)
def test_large_input_is_read_in_linear_time(parts: tuple[str, str]) -> None:
    first, unit = parts
    assert is_linear(lambda size: first + unit * (size // len(unit)), draft, largest=128_000)
