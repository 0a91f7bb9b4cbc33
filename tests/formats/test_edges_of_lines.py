"""Limits of lines that are read as a byline, a date, a headline or a table, and of what stands around code."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.article import Block
from newslint.assembly import parse
from newslint.formats.frontmatter.fields import read_front_matter
from newslint.newsroom.bylines import read_byline
from newslint.newsroom.datelines import read_date_lines
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import Source

HEADLINE = "Ferry line closes after a long vote"
PROSE = "The council of Tarrow closed the northern ferry line on Monday after a long vote, clerks of the harbour said."
BODY = "\n\n".join([PROSE] * 4)


def blocks(text: str, path: str = "a.txt") -> tuple[Block, ...]:
    """Return the blocks of an article, whose format the name of its file tells."""
    form = "text" if path.endswith(".txt") else "markdown"
    linter = Linter(load_settings(None, keep=False), RunOptions(date(2026, 1, 16)))
    return tuple(linter.parse(Source(path, text, form)).blocks)


def texts(text: str, role: str, path: str = "a.txt") -> list[str]:
    """Return the texts of the blocks that have a role."""
    return [block.text for block in blocks(text, path) if block.role == role]


@pytest.mark.parametrize("rest", [", staff writer", " | Updated 3 May 2024"])
def test_a_line_that_ends_as_a_sentence_is_no_byline(rest: str) -> None:
    found = read_byline(f"Ann Roe{rest}")
    assert found is not None
    assert found.names == ("Ann Roe",)
    for mark in ".!?":
        assert read_byline(f"Ann Roe{rest}{mark}") is None


def test_the_last_five_lines_of_a_text_may_sign_it() -> None:
    # More prose than a head has, so that nothing but the end can sign it.
    for after in range(7):
        text = "\n\n".join([HEADLINE, *[PROSE] * 20, "By Ann Roe", *[PROSE] * after])
        assert texts(text, "byline") == (["By Ann Roe"] if after < 5 else []), after


def test_a_row_of_a_table_below_the_headline_signs_nothing() -> None:
    row = "By Ann Roe\tHallin"
    body = "\n\n".join([PROSE] * 20)
    assert texts(f"{HEADLINE}\n\n{row}\nBen Doe\tTarrow\n\n{body}\n\nBy Mara Oduya", "byline") == ["By Mara Oduya"]
    assert texts(f"{HEADLINE}\n\n{row}\n\n{BODY}", "byline") == [row]


def test_a_date_ends_where_the_label_of_the_next_one_begins() -> None:
    # The year of the second date does not make a date of the first, which is too short to be one here.
    found = [(one.element, one.value, one.start) for one in read_date_lines("3 May 24 | Updated 4 May 2025")]
    assert found == [("updated", "2025-05-04", 19)]
    assert [one.value for one in read_date_lines("3 May 2024 | Updated 4 May 2025")] == ["2024-05-03", "2025-05-04"]


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_problem_at_an_empty_first_line_is_shown_at_the_fence(end: str) -> None:
    text = "+++\n\na = " + "[" * 5000 + "\n+++\nBody." + end
    (problem,) = read_front_matter(Source("a.md", text, "markdown"))[2]
    assert (problem.span.start, problem.span.end) == (0, 3)


def test_a_bare_name_signs_an_article_where_a_date_stands_near() -> None:
    head = "# Ferry line closes\n\nAnn Roe\n\n"
    assert texts(f"{head}3 May 2024\n\n{BODY}", "byline", "a.md") == ["Ann Roe"]
    assert texts(f"{head}{BODY}", "byline", "a.md") == []


def test_template_signs_in_fenced_code_open_nothing_behind_it() -> None:
    made = blocks("# Pier\n\n```\n{% comment %}\n```\n\nIt is shut.\n\n```\n{% endcomment %}\n```\n\nLast.\n", "a.md")
    assert [block.text for block in made] == ["Pier", "{% comment %}", "It is shut.", "{% endcomment %}", "Last."]
    made = blocks("# Pier\n\n{% comment %}\n\nIt is shut.\n\n{% endcomment %}\n\nLast.\n", "a.md")
    assert [block.text for block in made] == ["Pier", "Last."]


def test_an_import_that_stays_open_begins_with_the_line() -> None:
    def read(line: str) -> list[str]:
        return [block.text for block in blocks(f"Before.\n\n{line}\n\nAfter.\n", "a.mdx")]

    assert read("import {pier,\nboat} from './harbour'") == ["Before.", "After."]
    made = read("import taxes rose, and so did import {those\nof the north}, they said.")
    assert len(made) == 3
    assert made[1].startswith("import taxes rose")


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("See https://tarrow.example/a, and www.hallin.example.", ["https://tarrow.example/a", "www.hallin.example"]),
        ("(https://tarrow.example/a_(b))", ["https://tarrow.example/a_(b)"]),
        (
            "“https://tarrow.example/a” and [HTTPS://tarrow.example]",
            ["https://tarrow.example/a", "HTTPS://tarrow.example"],
        ),
        ("The www. and https:// of old", []),
    ],
)
def test_an_address_that_is_typed_out_is_the_same_in_every_format(text: str, addresses: list[str]) -> None:
    sources = [("markdown", f"# Title\n\n{text}\n"), ("text", f"Title\n\n{text}\n"), ("html", f"<p>{text}</p>")]
    for format, written in sources:
        article = parse(Source("a", written, format))
        assert [link.target for link in article.links if link.kind == "url"] == addresses, format
