"""The example articles: clean ones are silent, broken ones are reported as the files beside them say."""

from __future__ import annotations

import json
import runpy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from newslint.cli import main
from newslint.diagnostics import FileReport

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
NAMES = sorted(path.name for path in EXAMPLES.iterdir() if path.suffix in (".md", ".html", ".txt"))
BROKEN = [name for name in NAMES if name.startswith("broken-")]
CLEAN = [name for name in NAMES if name.startswith("clean-")]


@cache
def _tool() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "tools" / "expect_examples.py"))


@cache
def _reports() -> dict[str, FileReport]:
    reports: dict[str, FileReport] = _tool()["report_all"]()
    return reports


def test_every_example_says_by_its_name_what_it_shows() -> None:
    assert sorted(BROKEN + CLEAN) == NAMES == sorted(_reports())


@pytest.mark.parametrize("examples", [BROKEN, CLEAN], ids=["broken", "clean"])
def test_every_format_has_an_example_of_both_kinds(examples: list[str]) -> None:
    assert {Path(name).suffix for name in examples} == {".md", ".html", ".txt"}


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_example_is_silent(name: str) -> None:
    assert _tool()["expectation_of"](_reports()[name]) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_example_is_reported_as_expected(name: str) -> None:
    expected = json.loads((EXAMPLES / f"{name}.expected.json").read_text(encoding="utf-8"))
    found = _tool()["expectation_of"](_reports()[name])
    assert expected
    assert found == expected, "if that is better, run `python tools/expect_examples.py`"


def test_a_suppressed_example_is_silent_because_of_its_suppression() -> None:
    assert _reports()["clean-suppressed.md"].suppressed == 1


def test_no_rule_crashes_on_an_example() -> None:
    assert [name for name, report in _reports().items() if report.crashed] == []


def test_linting_the_examples_stops_a_publication(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["examples/", "--today", "2026-06-01", "--no-cache", "--quiet"]) == 1


def test_no_expected_report_is_left_without_its_article() -> None:
    assert sorted(path.name for path in EXAMPLES.glob("*.expected.json")) == [
        f"{name}.expected.json" for name in BROKEN
    ]
