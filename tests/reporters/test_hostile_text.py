"""Whatever stands in an article or in its name, no report of it steers a terminal or commands the keeper of a log."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reporters.conftest import diagnose, ferry

from newslint.assembly import ParseOptions, parse
from newslint.diagnostics import Citation, FileReport, NotEvaluated, Report, Severity
from newslint.reporters import render
from newslint.reporters.inspection import inspection, render_inspection
from newslint.reporters.json import dump
from newslint.source import decode

Faults = Callable[[str], list[str]]
PIECES = [
    "::",
    "##[",
    "##vso[",
    "##",
    "[",
    "error",
    "add-mask",
    "]",
    " ",
    "\t",
    "\u200b",
    "\x1b]0;",
    "\u202e",
    "\x85",
    "é",
]
HOSTILE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)
NAMES = HOSTILE.filter(lambda name: "/" not in name)


def report_on(path: str, text: str, said: str, statistics: bool = True) -> Report:
    """Return a report in which everything that comes from an article or a house rule is hostile."""
    found = diagnose(
        ferry(path, text),
        (0, len(text)),
        severity=Severity.WARNING,
        message=said,
        remedy=said,
        related=((0, 1, said),),
        sources=(Citation(said, said, said),),
    )
    return Report((FileReport(path, (found,), (NotEvaluated("a/b", path, said),)),), "sha256:0f", "2026-11-22", (said,))


def show(report: Report, format: str, width: int = 40) -> str:
    return render(report, format, colour=False, width=width, quiet=False, statistics=False, fail_on=Severity.ERROR)


@given(path=NAMES, text=HOSTILE, said=HOSTILE, width=st.integers(20, 60))
def test_reports_for_people_hold_no_command(path: str, text: str, said: str, width: int, faults_of_log: Faults) -> None:
    report = report_on(path, text, said)
    assert faults_of_log(show(report, "text", width)) == []
    assert faults_of_log(show(report, "concise")) == []


@given(path=NAMES, text=HOSTILE, said=HOSTILE)
def test_reports_for_programs_hold_no_command_and_the_text_as_it_is(
    path: str, text: str, said: str, faults_of_log: Faults
) -> None:
    report = report_on(path, text, said)
    for format in ("json", "jsonl", "sarif"):
        shown = show(report, format)
        assert faults_of_log(shown) == []
        shown.encode()
    found = json.loads(show(report, "jsonl"))
    assert (found["path"], found["message"], found["excerpt"]) == (path, said, text)
    assert json.loads(show(report, "sarif"))["runs"][0]["invocations"][0]["toolExecutionNotifications"][0][
        "message"
    ] == {"text": said}


@given(path=NAMES, text=HOSTILE, said=HOSTILE)
def test_a_note_for_github_is_one_command_and_no_other(path: str, text: str, said: str, faults_of_log: Faults) -> None:
    line, end = show(report_on(path, text, said), "github").split("\n")
    assert line.startswith("::warning file=")
    assert end == ""
    assert faults_of_log(line.removeprefix("::warning file=").partition(",line=")[2]) == []


def test_a_note_for_github_stands_at_the_file_whose_name_has_two_blanks() -> None:
    assert show(report_on("a  b.md", "x", "y"), "github").startswith("::warning file=a  b.md,line=1,")


@settings(max_examples=60, deadline=None)
@given(path=NAMES, lines=st.lists(HOSTILE, min_size=1, max_size=6), suffix=st.sampled_from(["md", "html", "txt"]))
def test_an_article_is_shown_without_commands(path: str, lines: list[str], suffix: str, faults_of_log: Faults) -> None:
    marked = [f"<p>{line}" for line in lines] if suffix == "html" else lines
    text = "\n\n".join([*marked, "“::error::x ##[error]y,” said Mara Oduya of ##[group]Tarrow.", "By ::Ben ##[Doe]"])
    article = parse(decode(text.encode("utf-8", "replace"), f"{path}.{suffix}"), ParseOptions())
    for width in (40, 100):
        assert faults_of_log(render_inspection(article, path, False, width)) == []
    shown = dump(inspection(article, path), indent=1)
    assert faults_of_log(shown) == []
    assert json.loads(shown)["path"] == f"{path}.{suffix}"


@pytest.mark.parametrize("width", [20, 24, 30, 60])
def test_the_marks_stand_under_the_words_where_a_command_was_parted(width: int) -> None:
    text = "xx ##[error]the words"
    lines = show(report_on("a.md", text, "m"), "text", width + 9).splitlines()
    assert "     1 | xx # #[error]" in lines[3][:26]
    start = text.index("the")
    found = diagnose(ferry("a.md", text), (start, len(text)), message="m", remedy="", sources=())
    report = Report((FileReport("a.md", (found,)),), "sha256:0f", date(2026, 1, 2).isoformat())
    frame, marks = show(report, "text", 100).splitlines()[3:5]
    assert frame[marks.index("^") : len(marks)] == "the words"
