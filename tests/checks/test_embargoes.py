"""Embargoes by their day against the day of the run, and notes of lawyers outside quotations."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newslint.assembly import parse
from newslint.checks.embargoes import embargo_or_legal_note
from newslint.contract import Scene
from newslint.rules.compiling import compile_rules
from newslint.rules.folders import bundled
from newslint.source import Source
from newslint.today import Today

RULE = "legal/embargo-or-legal-note-left"


@pytest.fixture(scope="module")
def options() -> dict[str, tuple[str, ...]]:
    rules = compile_rules([Path(bundled("rules"))])
    return {name: tuple(values) for name, values in rules[RULE]["options"].items()}


def grades(text: str, options: dict[str, tuple[str, ...]], day: date = date(2026, 11, 25)) -> list[str]:
    article = parse(Source(path="a.md", text=f"{text}\n\nThe ferry sails at noon.\n", format="markdown"))
    return [each.message or "note" for each in embargo_or_legal_note(article, Scene(Today(day)), **options)]


@pytest.mark.parametrize(
    ("day", "grade"),
    [(date(2026, 12, 2), "to-come"), (date(2026, 12, 3), "embargo"), (date(2026, 12, 4), "past")],
)
def test_an_embargo_is_to_come_until_its_day_and_past_after_it(
    day: date, grade: str, options: dict[str, tuple[str, ...]]
) -> None:
    assert grades("EMBARGOED UNTIL 00.01, Thursday 3 December 2026", options, day) == [grade]


def test_a_day_without_a_year_is_the_nearest_to_the_publication(options: dict[str, tuple[str, ...]]) -> None:
    dated = "---\ndate: 2026-12-30\n---\n\nStrictly embargoed until 2 January\n"
    assert grades(dated, options, date(2026, 12, 30)) == ["to-come"]
    assert grades("Strictly embargoed until 2 January", options) == ["embargo"]


@pytest.mark.parametrize("field", ["embargo: 2026-12-03", "embargo_until: '2026-12-03T00:01:00Z'"])
def test_a_field_is_reported_where_the_article_is_dated_before_it(
    field: str, options: dict[str, tuple[str, ...]]
) -> None:
    assert grades(f"---\ndate: 2026-12-02\n{field}\n---\n", options) == ["before"]
    assert grades(f"---\ndate: 2026-12-03\n{field}\n---\n", options) == []
    assert grades(f"---\n{field}\n---\n", options) == []


@pytest.mark.parametrize("field", ["embargo: soon", "embargo: true", "embargo: [1, 2]", "embargo: {until: 1}"])
def test_a_field_that_is_no_day_says_nothing(field: str, options: dict[str, tuple[str, ...]]) -> None:
    assert grades(f"---\ndate: 2026-12-02\n{field}\n---\n", options) == []


@pytest.mark.parametrize(
    "line",
    [
        "Privileged & Confidential – prepared for the board",
        "(Legal: can we name the second man?)",
        "*FOR INTERNAL USE ONLY*",
        "Sub judice: nothing before the verdict",
        "The yard closed [not yet legalled] on Monday.",
    ],
)
def test_notes_are_told_at_the_beginning_and_in_brackets(line: str, options: dict[str, tuple[str, ...]]) -> None:
    assert grades(line, options) == ["note"]
    assert grades(f"“{line}” it said.", options) == []
