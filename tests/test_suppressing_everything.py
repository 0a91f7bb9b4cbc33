"""Suppress all that is found and nothing is left or unused; take one suppression out and its finding is back."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.diagnostics import Diagnostic
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import decode

# One article is left out: its last block never ends, so that no comment can follow it.
CORPUS = [
    path for path in sorted(Path(__file__).with_name("corpus").glob("*/article.md")) if path.parent.name[:3] != "a19"
]
OWN = ("suppressions/", "internal/")


@cache
def linter(*select: str) -> Linter:
    return Linter(load_settings(None, keep=False), RunOptions(date(2026, 6, 1), preview=True, select=select))


def found_in(text: str, *select: str) -> list[Diagnostic]:
    return list(linter(*select).lint(decode(text.encode(), "a.md")).diagnostics)


def whole_file(rules: list[str]) -> str:
    return "".join(f"\n<!-- newslint: ignore-file[{rule}] reason: wrong -->\n" for rule in rules)


@pytest.mark.parametrize("path", CORPUS[::7], ids=lambda path: path.parent.name)
def test_every_finding_of_an_article_can_be_excused_and_comes_back(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace").rstrip() + "\n"
    before = [found for found in found_in(text) if not found.rule.startswith(OWN)]
    own = {found.message for found in found_in(text) if found.rule.startswith(OWN)}
    rules = sorted({found.rule for found in before})
    left = found_in(text + whole_file(rules))
    assert [found.rule for found in left if not found.rule.startswith(OWN)] == []
    assert {found.message for found in left} == own  # what was wrong with suppressions before still is, and no more
    for rule in rules[:2]:
        again = found_in(text + whole_file([name for name in rules if name != rule]))
        assert Counter(found.rule for found in again if not found.rule.startswith(OWN)) == {
            rule: sum(found.rule == rule for found in before)
        }


# A paragraph with one fault each, and the comments that hold it back, in several forms.
FAULTS = {
    "clarity/doubled-word": "The ferry of of Hallin runs on Monday, the port said.",
    "hygiene/tk-or-lorem": "The bridge is TK metres long, the port said.",
}
FORMS = (
    "<!-- newslint: ignore[{rule}] reason: wrong -->\n{text}",
    "<!-- newslint: ignore[{rule}] reason: wrong: it is meant -->\n\n{text}",
    "{text} <!-- newslint: ignore[{rule}] reason: wrong -->",
    "[//]: # (newslint: ignore[{rule}] reason: wrong)\n\n{text}",
    "{{# newslint: ignore[{rule}] reason: wrong #}}\n{text}",
    "{{% comment %}}newslint: ignore[{rule}] reason: wrong{{% endcomment %}}\n{text}",
    "<!-- newslint: ignore-start[{rule}] reason: wrong -->\n{text}\n<!-- newslint: ignore-end -->",
    "- Here.\n\n<!-- newslint: ignore-list[{rule}] reason: wrong -->\n- {text}",
)
HEAD = """---
title: Harbour bridge closes for repairs
author: Ana Roe
date: 2026-05-03
summary: The bridge over the Lune closes for six weeks.
---

The bridge closes on Monday, the [port authority](https://loam.example/port) said.
"""


def article(paragraphs: list[tuple[str, str]], bare: int | None = None) -> str:
    """Return an article of faults with their suppressions; one of them may stand bare."""
    parts = []
    for number, (rule, form) in enumerate(paragraphs):
        text = FAULTS[rule].replace("The ", f"Part {'abcdefgh'[number]} of the ", 1)
        listed = form.startswith("- ")
        parts.append(("- " * listed + text) if number == bare else form.format(rule=rule, text=text))
    # Without words between them, two lists would be one.
    return HEAD + "".join(f"\n{part}\n\nWords between.\n" for part in parts)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(sorted(FAULTS)), st.sampled_from(FORMS)), min_size=1, max_size=6))
def test_each_form_holds_one_finding_which_comes_back_without_it(paragraphs: list[tuple[str, str]]) -> None:
    select = (*FAULTS, "suppressions")  # paragraphs that are so much alike repeat one another
    assert found_in(article(paragraphs), *select) == []
    for bare, (rule, _) in enumerate(paragraphs):
        assert [found.rule for found in found_in(article(paragraphs, bare), *select)] == [rule]
