"""What programs read: JSON, JSON lines, one line a diagnostic, workflow commands."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from newslint.diagnostics import Edit, Fix, Report, Severity
from newslint.reporters import render

One = Callable[..., Report]


def show(report: Report, format: str, statistics: bool = False) -> str:
    return render(report, format, colour=False, width=80, quiet=False, statistics=statistics, fail_on=None)


def test_json_is_valid_and_counts_what_it_lists(report: Report, check_schema: dict[str, Any]) -> None:
    loaded = json.loads(show(report, "json"))
    jsonschema.validate(loaded, check_schema)
    assert loaded["summary"] == {
        "files": 3,
        "errors": 1,
        "warnings": 1,
        "advice": 1,
        "suppressed": 1,
        "fixed": 0,
        "fixable": {"safe": 0, "unsafe": 1},
        "baselined": 0,
    }
    assert [found["rule"] for found in loaded["not_evaluated"]] == ["images/alt-missing", "images/broken-image"]


def test_a_diagnostic_in_json_has_the_keys_of_the_design_in_their_order(one: One) -> None:
    fix = Fix("safe", (Edit(0, 3, "This"),))
    report = one("The end", (0, 3), fix=fix, related=((4, 7, "there"),))
    assert json.loads(show(report, "json"))["diagnostics"] == [
        {
            "rule": "sourcing/weasel-attribution",
            "severity": "warning",
            "path": "a.md",
            "profile": "news",
            "message": "“Analysts” could be anyone. Name who said it.",
            "span": {
                "start": {"offset": 0, "line": 1, "column": 1},
                "end": {"offset": 3, "line": 1, "column": 4},
            },
            "related": [
                {
                    "span": {
                        "start": {"offset": 4, "line": 1, "column": 5},
                        "end": {"offset": 7, "line": 1, "column": 8},
                    },
                    "message": "there",
                }
            ],
            "excerpt": "The",
            "fix": {"applicability": "safe", "edits": [{"start": 0, "end": 3, "text": "This"}]},
            "sources": [
                {"title": "Harbour Code of Ethics", "url": "https://ethics.example/code#names", "status": "verified"}
            ],
        }
    ]


def test_statistics_change_no_format_that_programs_parse(report: Report) -> None:
    for format in ("json", "jsonl", "github", "sarif"):
        assert show(report, format, statistics=True) == show(report, format)


def test_json_lines_hold_one_diagnostic_each(report: Report, check_schema: dict[str, Any]) -> None:
    lines = show(report, "jsonl").splitlines()
    whole = json.loads(show(report, "json"))["diagnostics"]
    assert [json.loads(line) for line in lines] == whole


def test_no_character_of_an_article_breaks_a_line_of_json_or_its_encoding(one: One) -> None:
    text = 'a\u2028b\x85c\x0b"\\\x00'
    report = one(text, (0, len(text)), path="caf\udce9.md")
    line = show(report, "jsonl")
    line.encode("utf-8")
    assert len(line.splitlines()) == 1
    assert json.loads(line)["excerpt"] == text
    assert json.loads(line)["path"] == "caf\udce9.md"


@pytest.mark.parametrize("format", ["concise", "jsonl", "github"])
def test_nothing_found_is_nothing_printed(empty_report: Report, format: str) -> None:
    assert show(empty_report, format) == ""


def test_concise_is_one_line_a_diagnostic(report: Report) -> None:
    assert (
        show(report, "concise")
        == """\
ferry.md:3:1: error structure/missing-publish-date The article does not say when it was published.
ferry.md:5:1: warning sourcing/weasel-attribution “Analysts” could be anyone. Name who said it.
notes/a b.txt:5:1: advice clarity/weak-verb Say what they did.
"""
    )
    assert show(report, "concise", statistics=True).endswith("    1  error     structure/missing-publish-date\n")


def test_github_gets_a_command_a_diagnostic_with_its_severity(report: Report) -> None:
    commands = show(report, "github").splitlines()
    assert [command.split(" ")[0] for command in commands] == ["::error", "::warning", "::notice"]
    assert commands[0] == (
        "::error file=ferry.md,line=3,col=1,endLine=3,endColumn=14,title=newslint structure/missing-publish-date"
        "::The article does not say when it was published.%0AAdd a date line.%0ASource: House style"
    )


def test_github_commands_are_escaped(one: One) -> None:
    report = one("abc", (0, 3), path="a,b:c%.md", message="100 %: a::b,\nc", remedy="", sources=())
    assert show(report, "github") == (
        "::warning file=a%2Cb%3Ac%25.md,line=1,col=1,endLine=1,endColumn=4,title=newslint sourcing/weasel-attribution"
        "::100 %25: a::b, c\n"
    )


def test_github_allows_columns_only_on_one_line(one: One) -> None:
    shown = show(one("abc\ndef", (1, 6), severity=Severity.ERROR), "github")
    assert shown.startswith("::error file=a.md,line=1,endLine=2,title=")
