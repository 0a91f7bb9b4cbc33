"""Suppressions are repaired as articles are: by the present names of rules, and without what is unused."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from newslint.fixes.edits import Wanted
from newslint.fixes.rounds import Tools, fix_source
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import decode

HEAD = "# Harbour bridge closes\n\n"
WRONG = "The ferry of of Hallin runs on Monday.\n"
RIGHT = "The ferry of Hallin runs on Monday.\n"
WHY = "reason: a name"


@cache
def linter() -> Linter:
    return Linter(load_settings(None), RunOptions(date(2026, 11, 25), select=("hygiene", "suppressions")))


def fixed(text: str, name: str = "a.md") -> str:
    tools = Tools(linter().parse, lambda source, trail: linter().lint(source))
    return fix_source(decode(text.encode(), name), tools, Wanted(unsafe=True)).source.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"<!-- newslint: ignore[hygiene/mojibake] {WHY} -->\n\n{RIGHT}", RIGHT),
        (f"<!-- newslint: ignore[hygiene/mojibake] {WHY} -->\n{RIGHT}", RIGHT),
        (f"{RIGHT.rstrip()} <!-- newslint: ignore[hygiene/mojibake] {WHY} -->\n", RIGHT),
        (
            f"<!-- newslint: ignore[hygiene/mojibake, clarity/doubled-word] {WHY} -->\n\n{WRONG}",
            f"<!-- newslint: ignore[clarity/doubled-word] {WHY} -->\n\n{WRONG}",
        ),
        (
            f"<!-- newslint: ignore[clarity/doubled-word, hygiene/mojibake] {WHY} -->\n\n{WRONG}",
            f"<!-- newslint: ignore[clarity/doubled-word] {WHY} -->\n\n{WRONG}",
        ),
        (f"<!-- newslint: ignore[hygiene/mojibake, hygiene/nul-byte] {WHY} -->\n\n{RIGHT}", RIGHT),
        (
            f"<!-- newslint: ignore[clarity/doubled-wrod] {WHY} -->\n\n{WRONG}",
            f"<!-- newslint: ignore[clarity/doubled-word] {WHY} -->\n\n{WRONG}",
        ),
        (
            f"<!-- newslint: ignore-start[hygiene/mojibake] {WHY} -->\n\n{RIGHT}\n<!-- newslint: ignore-end -->\n",
            f"<!-- newslint: ignore-start[hygiene/mojibake] {WHY} -->\n\n{RIGHT}\n<!-- newslint: ignore-end -->\n",
        ),
    ],
)
def test_suppressions_are_repaired(before: str, after: str) -> None:
    assert fixed(HEAD + before) == HEAD + after


def test_a_suppression_of_plain_text_and_of_hugo_is_taken_out() -> None:
    line = f"[newslint: ignore[hygiene/mojibake] {WHY}]\n\n"
    assert fixed(f"Harbour bridge closes\n\n{line}{RIGHT}", "a.txt") == f"Harbour bridge closes\n\n{RIGHT}"
    hugo = f"{{{{/* newslint: ignore[hygiene/mojibake] {WHY} */}}}}\n\n"
    assert fixed(f"{HEAD}{hugo}{RIGHT}") == HEAD + RIGHT
