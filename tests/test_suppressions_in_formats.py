"""Suppressions in the comments of every format, over lists and over ranges."""

from __future__ import annotations

import re
from datetime import date

import pytest

from newslint.article import Article
from newslint.assembly import parse
from newslint.diagnostics import Diagnostic, Severity
from newslint.source import decode
from newslint.suppressions import Outcome, apply
from newslint.today import Today

CLICHE = "at the end of the day"
KNOWN = ["clarity/cliche", "clarity/long-sentence", "hygiene/mojibake"]


def read(text: str, name: str = "a.md") -> Article:
    return parse(decode(text.encode(), name))


def judge(text: str, name: str = "a.md") -> Outcome:
    """Report a cliché at every place of CLICHE, and apply the suppressions of the text."""
    article = read(text, name)
    position = article.source.position
    found = [
        Diagnostic("clarity/cliche", Severity.WARNING, name, "news", "…", position(m.start()), position(m.end()), "")
        for m in re.finditer(CLICHE, text)
    ]
    return apply(article, found, KNOWN, ["clarity/cliche"], Today(date(2026, 11, 22)))


def kinds(outcome: Outcome) -> list[str]:
    return [fault.kind for fault in outcome.faults]


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("a.md", "<!-- {} -->"),
        ("a.mdx", "{{/* {} */}}"),
        ("a.md", "{{{{/* {} */}}}}"),
        ("a.md", "{{{{- /* {} */ -}}}}"),
        ("a.md", "{{# {} #}}"),
        ("a.md", "{{% comment %}} {} {{% endcomment %}}"),
        ("a.md", "{{%- comment -%}}{}{{%- endcomment -%}}"),
        ("a.md", "[//]: # ({})"),
        ("a.md", '[//]: # "{}"'),
        ("a.txt", "[{}]"),
    ],
)
def test_each_kind_of_comment_excuses_the_next_block_and_is_not_copy(name: str, comment: str) -> None:
    remark = comment.format("newslint: ignore[clarity/cliche] reason: the name of the play")
    text = f"The board met.\n\n{remark}\n\nOne {CLICHE}.\n\nTwo {CLICHE}.\n"
    outcome = judge(text, name)
    assert (outcome.suppressed, len(outcome.kept), kinds(outcome)) == (1, 1, [])
    assert "the name of the play" not in " ".join(block.text for block in read(text, name).blocks)


@pytest.mark.parametrize("shape", ["- {}\n", "1. {}\n", "| {} |\n"])
def test_a_list_is_excused_as_a_whole(shape: str) -> None:
    rows = "".join(shape.format(f"{word} {CLICHE}") for word in ("One", "Two", "Three"))
    head = "| name |\n| --- |\n" if shape.startswith("|") else ""
    text = f"<!-- newslint: ignore-list[clarity/cliche] reason: names -->\n\n{head}{rows}\nFour {CLICHE}.\n"
    outcome = judge(text)
    assert (outcome.suppressed, len(outcome.kept), kinds(outcome)) == (3, 1, [])


def test_a_list_that_does_not_follow_is_told() -> None:
    outcome = judge(f"<!-- newslint: ignore-list[clarity/cliche] reason: names -->\n\nOne {CLICHE}.\n")
    assert (outcome.suppressed, kinds(outcome)) == (0, ["malformed"])


def test_a_range_excuses_what_stands_in_it_and_may_hold_another() -> None:
    start, end = "<!-- newslint: ignore-start[{}] reason: x -->\n\n", "<!-- newslint: ignore-end -->\n\n"
    one = f"One {CLICHE}.\n\n"
    text = one + start.format("clarity/cliche") + one + start.format("hygiene") + one + end + one + end + one
    outcome = judge(text)
    assert (outcome.suppressed, len(outcome.kept)) == (3, 2)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<!-- newslint: ignore-start[clarity] reason: x -->\n\nOne.\n", "has no end"),
        ("One.\n\n<!-- newslint: ignore-end -->\n", "Nothing starts this range"),
    ],
)
def test_half_a_range_is_told(text: str, says: str) -> None:
    outcome = judge(text)
    assert kinds(outcome) == ["malformed"]
    assert says in outcome.faults[0].message


def test_a_remark_in_code_is_what_the_code_shows() -> None:
    remark = "[//]: # (newslint: ignore[clarity/cliche] reason: x)"
    for text in (f"```\n{remark}\n```", "Write `{# newslint: ignore[clarity/cliche] reason: x #}` above it."):
        outcome = judge(f"{text}\n\nOne {CLICHE}.\n")
        assert (outcome.suppressed, kinds(outcome)) == (0, [])
