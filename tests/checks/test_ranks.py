"""A claim of rank needs a source: what ranks, what is counted, and where the newsroom speaks for itself."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import Source

RULE = "neutrality/superlative-unattributed"


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load_settings(None), RunOptions(date(2026, 11, 20), preview=True))


def found(linter: Linter, *paragraphs: str) -> list[str]:
    text = "# The strait at Tarrow\n\n" + "\n\n".join(paragraphs) + "\n"
    return [each.excerpt for each in linter.lint(Source("a.md", text, "markdown")).diagnostics if each.rule == RULE]


@pytest.mark.parametrize("scope", ["in the world", "in Europe", "in living memory", "of the century", "in its time"])
def test_a_rank_holds_somewhere_or_at_some_time(linter: Linter, scope: str) -> None:
    told = found(linter, f"Tarrow is one of the most dangerous straits {scope}.")
    assert told == ([] if scope == "in its time" else [f"one of the most dangerous straits {scope}"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Tarrow is one of the deepest straits in the world.",
        "Tarrow is one of the most travelled straits in the world.",
        "Tarrow may be one of the most dangerous straits in the world.",
        "Tarrow was named one of the most dangerous straits in the world.",
        "With 41 wrecks, Tarrow is one of the most dangerous straits in the world.",
        "Ada Lund said Tarrow is one of the most dangerous straits in the world.",
        "Is Tarrow one of the most dangerous straits in the world?",
        "Most boats avoid the dangerous strait.",
    ],
)
def test_what_is_counted_doubted_or_told_by_somebody_is_left_alone(linter: Linter, sentence: str) -> None:
    assert found(linter, sentence) == []


def test_several_ranks_are_one_finding(linter: Linter) -> None:
    first = "Tarrow is one of the most dangerous straits in the world."
    second = "Its port is one of the country’s most powerful employers and sits by the pier."
    assert found(linter, first, second) == ["one of the most dangerous straits in the world"]


def test_a_writer_who_says_i_ranks_things(linter: Linter) -> None:
    paragraphs = [
        f"I walked along the pier on morning {day}, and I thought that I must ask my father." for day in range(2, 9)
    ]
    assert found(linter, *paragraphs, "Tarrow is one of the most dangerous straits in the world.") == []
