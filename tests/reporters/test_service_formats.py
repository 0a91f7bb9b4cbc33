"""What services read: GitLab, JUnit, reviewdog, Markdown, CSV and the notes of GitHub."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st
from tests.reporters.conftest import diagnose, ferry, load_schema, sample_report

from newslint.diagnostics import Edit, Fix, Report, Severity
from newslint.reporters import render

One = Callable[..., Report]
SCHEMAS = Path(__file__).parents[1] / "schemas"
SERVICES = ("gitlab", "junit", "rdjson", "markdown", "csv")


def show(report: Report, format: str) -> str:
    return render(report, format, colour=False, width=80, quiet=False, statistics=False, fail_on=None)


@cache
def junit_schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))


def hold(report: Report) -> None:
    """Hold a report in all formats against their schemas."""
    jsonschema.validate(json.loads(show(report, "gitlab")), load_schema("gitlab"))
    jsonschema.validate(json.loads(show(report, "rdjson")), load_schema("rdjson"))
    junit_schema().validate(show(report, "junit"))


def test_each_format_holds_to_its_schema(report: Report, empty_report: Report) -> None:
    hold(report)
    hold(empty_report)


@given(words=st.text(max_size=60), path=st.text(min_size=1, max_size=20))
def test_no_words_of_an_article_break_a_format(words: str, path: str) -> None:
    source = ferry(path=path, text=f"{words}\nmore")
    found = diagnose(source, (0, len(words)), message=words or "?", remedy=words)
    report = sample_report()
    file = report.files[0]._replace(path=path, diagnostics=(found,))
    report = report._replace(files=(file,))
    hold(report)
    for format in SERVICES:
        show(report, format).encode("utf-8")
    rows = list(csv.reader(io.StringIO(show(report, "csv"), newline="")))
    assert len(rows) == 2
    assert not rows[1][5].startswith(("=", "+", "-", "@"))
    assert len(show(report, "markdown").splitlines()) == 7


def test_gitlab_tells_the_same_words_in_two_files_and_twice_in_one_apart(report: Report) -> None:
    twice = report._replace(files=(*report.files, report.files[0]._replace(path="copy.md")))
    issues = json.loads(show(twice, "gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert [issue["severity"] for issue in issues[:3]] == ["critical", "minor", "info"]


def test_junit_counts_what_it_lists_and_a_clean_file_is_a_test_that_passed(report: Report) -> None:
    tree = ElementTree.fromstring(show(report, "junit"))
    assert tree.attrib == {"name": "newslint", "tests": "4", "failures": "3"}
    assert len(tree.findall(".//failure")) == 3
    assert [len(suite.findall("testcase")) for suite in tree] == [2, 1, 1]


@pytest.mark.parametrize(("before", "column"), [("", 1), ("abc ", 5), ("é𐐀 ", 8)])
def test_rdjson_counts_columns_in_bytes(one: One, before: str, column: int) -> None:
    text = f"{before}Analysts say"
    (found,) = json.loads(show(one(text, (len(before), len(before) + 8)), "rdjson"))["diagnostics"]
    assert found["location"]["range"] == {
        "start": {"line": 1, "column": column},
        "end": {"line": 1, "column": column + 8},
    }


def test_rdjson_leaves_columns_out_where_the_line_is_not_known(one: One) -> None:
    (found,) = json.loads(show(one("abc\ndef", (1, 6)), "rdjson"))["diagnostics"]
    assert found["location"]["range"] == {"start": {"line": 1}, "end": {"line": 2}}


def test_markdown_neither_formats_nor_mentions_what_an_article_says(one: One) -> None:
    text = show(one("abc", (0, 3), message="“@ana | <b>*x*</b> #1” `y`"), "markdown")
    assert "@ana" not in text
    assert "\\|" in text
    assert "\\<b\\>" in text


def test_markdown_fits_in_a_comment_and_counts_the_rest(report: Report) -> None:
    many = report._replace(files=report.files * 2000)
    text = show(many, "markdown")
    assert len(text) < 65_000
    assert "more findings did not fit here" in text


def test_github_shows_errors_first_and_counts_what_it_would_not_show(report: Report) -> None:
    (file, _, _) = report.files
    late = file.diagnostics[0]._replace(severity=Severity.ERROR, message="late")
    many = report._replace(files=(file._replace(diagnostics=(*file.diagnostics[1:] * 12, late)),))
    lines = show(many, "github").splitlines()
    assert lines[0].startswith("::error")
    assert sum(line.startswith("::warning") for line in lines) == 10
    assert "::notice title=newslint::2 more findings in the log of this step." in lines
    assert sum(line.startswith("ferry.md:") for line in lines) == 2


def test_rows_of_csv_have_the_columns_of_its_head(report: Report) -> None:
    rows: list[dict[str, Any]] = list(csv.DictReader(io.StringIO(show(report, "csv"), newline="")))
    assert [row["rule"] for row in rows] == [found.rule for found in report.diagnostics]
    assert rows[0]["line"] == "3"


@pytest.mark.parametrize(
    ("text", "span", "edits", "line"),
    [
        ("It is is so.\nmore", (6, 8), [Edit(5, 8, "")], "It is so."),
        ("a\nIt is is so so.", (5, 7), [Edit(7, 10, ""), Edit(13, 16, "")], "It is so."),
        ("Use `` `x` `` here here.", (19, 23), [Edit(18, 23, "")], "Use `` `x` `` here."),
        ("é𐐀 is is.", (6, 8), [Edit(5, 8, "")], "é𐐀 is."),
        ("The end\nof of it", (0, 3), [Edit(0, 3, "This"), Edit(10, 13, "", 1)], "This end"),
        ("two\nlines", (0, 3), [Edit(3, 4, " ")], None),
        ("one line", (0, 3), [Edit(0, 8, "")], None),
        ("one line", (0, 3), [Edit(0, 3, "1\n")], None),
    ],
)
def test_a_fix_within_a_line_is_a_suggestion(
    one: One, text: str, span: tuple[int, int], edits: list[Edit], line: str | None
) -> None:
    report = one(text, span, fix=Fix("safe", tuple(edits)))
    hold(report)
    (told,) = json.loads(show(report, "rdjson"))["diagnostics"]
    shown = show(report, "markdown")
    if line is None:
        assert "suggestions" not in told
        assert "suggestion" not in shown
        return
    (suggestion,) = told["suggestions"]
    assert suggestion["text"] == line
    source = text.split("\n")[suggestion["range"]["start"]["line"] - 1]
    assert suggestion["range"]["start"]["column"] == 1
    assert suggestion["range"]["end"]["column"] == len(source.encode()) + 1
    fence, inner, end = shown.partition("with the fix:\n\n")[2].splitlines()
    assert (fence, inner) == (f"{end}suggestion", line)
    assert end not in line


def test_services_get_paths_from_the_top_of_the_repository(
    one: One, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "news" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "news" / "deep")
    inside = [("a.md", "news/deep/a.md"), ("../b c.md", "news/b c.md"), (str(tmp_path / "c.md"), "c.md")]
    for given_path, told in [*inside, ("../../../d.md", "../../../d.md"), ("<stdin>", "<stdin>")]:
        report = one("It is is so.", (6, 8), path=given_path)
        issue = json.loads(show(report, "gitlab"))[0]
        assert issue["location"]["path"] == told
        assert json.loads(show(report, "rdjson"))["diagnostics"][0]["location"]["path"] == told
        assert list(csv.reader(io.StringIO(show(report, "csv"))))[1][0] == told
        assert f"file={told}," in show(report, "github")
        assert told in show(report, "junit").replace("&lt;", "<").replace("&gt;", ">")
        assert show(report, "concise").startswith(given_path)
    (tmp_path.parent / f"{tmp_path.name}-link").symlink_to(tmp_path)
    linked = one("It is is so.", (6, 8), path=f"{tmp_path}-link/news/e.md")
    assert "file=news/e.md," in show(linked, "github")
    result = json.loads(show(one("It is is so.", (6, 8), path="../b c.md"), "sarif"))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "news/b%20c.md"


def test_the_note_that_counts_the_rest_is_one_of_those_that_github_shows(one: One) -> None:
    report = one("It is is so.", (6, 8), severity=Severity.ADVICE)
    file = report.files[0]
    many = report._replace(files=(file._replace(diagnostics=file.diagnostics * 30),))
    notes = [line for line in show(many, "github").splitlines() if line.startswith("::notice ")]
    assert len(notes) == 10
    assert notes[-1] == "::notice title=newslint::21 more findings in the log of this step."
