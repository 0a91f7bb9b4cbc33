"""Options with a value for each language: which one holds, and what happens where there is none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newslint.assembly import parse
from newslint.contract import Scene
from newslint.diagnostics import FileReport
from newslint.engine import lint
from newslint.errors import RuleFileError
from newslint.rules.building import build_ruleset
from newslint.rules.compiling import compile_options, compile_rules
from newslint.rules.folders import bundled
from newslint.source import Source
from newslint.today import Today

HEADLINE = "headline/headline-too-long"


def judge(language: str | None, length: int, max_length: object) -> FileReport:
    rule = compile_rules([bundled("rules")])[HEADLINE]
    stated = f"---\nlang: {language}\n---\n" if language else ""
    source = Source("a.md", f"{stated}# {'a' * length}\n\nText.\n", "markdown")
    options = compile_options("headline-length", {"max_length": max_length}, Path("x.yaml"))
    return lint(parse(source), build_ruleset([rule], {}, {HEADLINE: options}), Scene(Today(date(2026, 1, 15))))


@pytest.mark.parametrize(("language", "limit"), [("de", 20), ("de-AT", 20), ("en", 10), (None, 10)])
def test_the_value_of_the_article_s_language_holds(language: str | None, limit: int) -> None:
    values = {"en": 10, "de": 20}
    assert not judge(language, limit, values).diagnostics
    assert judge(language, limit + 1, values).diagnostics


def test_a_language_without_a_value_is_not_evaluated() -> None:
    report = judge("ja", 200, {"en": 10, "de": 20})
    assert not report.diagnostics
    assert [entry.reason for entry in report.not_evaluated] == [
        "the article's language is ja, for which `max_length` has no value"
    ]


def test_one_number_holds_for_all_languages() -> None:
    assert judge("ja", 31, 30).diagnostics
    assert not judge("ja", 30, 30).diagnostics


@pytest.mark.parametrize(
    "value", [{}, {"en": 0}, {"english": 10}, {"en": "many"}], ids=["none", "too small", "no code", "no number"]
)
def test_values_that_are_no_limits_are_refused(value: object) -> None:
    with pytest.raises(RuleFileError):
        compile_options("headline-length", {"max_length": value}, Path("x.yaml"))


def test_an_option_that_is_the_same_in_all_languages_takes_one_value() -> None:
    with pytest.raises(RuleFileError):
        compile_options("sentence-length", {"min_share": {"en": 0.1}}, Path("x.yaml"))
