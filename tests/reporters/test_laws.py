"""What holds of every report: each fact stands in its place in each format, at any width, with and without colour."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslint
from newslint.article import Article, Block, Element, Prose, Question, Run
from newslint.diagnostics import (
    Citation,
    Diagnostic,
    Edit,
    Excuse,
    FileReport,
    Fix,
    NotEvaluated,
    RelatedPlace,
    Report,
    Severity,
)
from newslint.errors import UsageError
from newslint.language.speech.attributions import Attribution
from newslint.language.speech.passages import Extent
from newslint.language.speech.quotations import Quotation
from newslint.parts import BlockKind, ElementKind
from newslint.reporters import FORMATS, render
from newslint.reporters.counting import count_of, count_rules, describe_totals, join_words, tabulate_rules
from newslint.reporters.display import cell_width, cut, frame, paint, text_width, wrap
from newslint.reporters.inspection import bylines, inspection, render_inspection
from newslint.reporters.text import advise
from newslint.reporters.voices import find_voices, name_of
from newslint.source import Position, Source
from newslint.spans import Span

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
CODES = re.compile(r"\x1b\[[\d;]*m")

# A report in which no two facts are alike.
FIRST = Diagnostic(
    rule="style/first-rule",
    severity=WARNING,
    path="one/a.md",
    profile="blog",
    message="First message.",
    start=Position(21, 3, 5),
    end=Position(29, 3, 13),
    excerpt="are eight",
    frame="the are eight words",
    title="title of the first",
    remedy="First remedy.",
    related=(
        RelatedPlace(Position(40, 7, 2), Position(45, 8, 3), "First place."),
        RelatedPlace(Position(50, 9, 4), Position(51, 9, 5), ""),
    ),
    fix=Fix("unsafe", (Edit(21, 24, "were"), Edit(25, 29, "nine"))),
    sources=(
        Citation("First Code", "clause 4", "https://one.example/c4", "verified"),
        Citation("Other Code", None, "https://two.example/", "secondary"),
    ),
)
SECOND = Diagnostic(
    rule="legal/second-rule",
    severity=ERROR,
    path="two/b.html",
    profile="news",
    message="Second message.",
    start=Position(2, 1, 3),
    end=Position(14, 2, 6),
    excerpt="runs on",
    frame="it runs",
    title="",
    remedy="",
    sources=(Citation("Second Code", "clause 9", None, "house"),),
)
THIRD = SECOND._replace(
    rule="style/first-rule", severity=ADVICE, message="Third message.", start=Position(0, 1, 1), end=Position(0, 1, 1),
    frame=" ", excerpt="", sources=(), remedy="Third remedy.", title="title of the third",
)  # fmt: skip


def excuse(*held: Diagnostic) -> Excuse:
    return Excuse("comment", 3, ("style",), "The court has asked for it.", held=held)


REPORT = Report(
    (
        FileReport(
            "one/a.md", (FIRST,), (NotEvaluated("x/b", "one/a.md", "reason two"),), excuses=(excuse(FIRST, FIRST),)
        ),
        FileReport(
            "two/b.html",
            (THIRD, SECOND),
            (
                NotEvaluated("x/c", "two/b.html", "reason one"),
                NotEvaluated("x/b", "two/b.html", "reason two"),
                NotEvaluated("x/a", "two/b.html", "reason two"),
            ),
            excuses=(excuse(SECOND),),
        ),
        FileReport("two/c.txt"),
    ),
    ruleset="sha256:ab",
    today="2026-03-04",
)
CLEAN = Report((FileReport("a.md"),), "sha256:ab", "2026-03-04")


def show(report: Report, format: str = "text", **options: Any) -> str:
    chosen: dict[str, Any] = {"colour": False, "width": 80, "quiet": False, "statistics": False, "fail_on": ERROR}
    return render(report, format, **(chosen | options))


def report_of(*found: Diagnostic, **facts: Any) -> Report:
    return Report((FileReport("a.md", found),), "sha256:ab", "2026-03-04")._replace(**facts)


# Text

TEXT = """\
one/a.md
  warning  3:5  style/first-rule
      First message.
     3 | the are eight words
       |     ^^^^^^^^
      Also line 7: First place.
      Also line 9.
      Remedy: First remedy.
      Source: First Code, clause 4 <https://one.example/c4>

two/b.html
  error    1:3  legal/second-rule
      Second message.
     1 | it runs
       |   ^^^^^ (to line 2)
      Source: Second Code, clause 9

  advice   1:1  style/first-rule
      Third message.

"""
STATISTICS = """\
count  severity  rule
    1  error     legal/second-rule
    1  warning   style/first-rule
    1  advice    style/first-rule

"""
UNEVALUATED = """\
Not evaluated in 1 file (reason one): x/c.
Not evaluated in 2 files (reason two): x/a and x/b.

"""
TOTALS = """\
1 error, 1 warning and 1 piece of advice in 3 files; 3 suppressed.
1 can be fixed with `--fix --unsafe-fixes`.
Fix the error before publishing; `newslint explain RULE` has the details.
"""


@pytest.mark.parametrize("statistics", [True, False])
@pytest.mark.parametrize("quiet", [True, False])
def test_a_text_report_has_its_parts_in_their_order(statistics: bool, quiet: bool) -> None:
    expected = (STATISTICS if statistics else TEXT) + ("" if quiet else UNEVALUATED) + TOTALS
    assert show(REPORT, quiet=quiet, statistics=statistics) == expected
    assert CODES.sub("", show(REPORT, quiet=quiet, statistics=statistics, colour=True)) == expected


def test_colours_say_what_is_grave_and_what_is_beside_the_point() -> None:
    shown = show(REPORT, colour=True)
    for line in (
        "\x1b[1mone/a.md\x1b[0m\n",
        "  \x1b[33;1mwarning\x1b[0m  3:5  \x1b[1mstyle/first-rule\x1b[0m\n",
        "\x1b[2m     3 | \x1b[0mthe are eight words\n",
        "\x1b[2m       | \x1b[0m    \x1b[33m^^^^^^^^\x1b[0m\n",
        "  \x1b[36;1madvice \x1b[0m  1:1",
        "  \x1b[31;1merror  \x1b[0m  1:3",
        "  \x1b[31m^^^^^\x1b[0m (to line 2)\n",
        "\x1b[2m      Source: Second Code, clause 9\x1b[0m\n",
        "\x1b[2mNot evaluated in 1 file (reason one): x/c.\x1b[0m\n",
        "\x1b[1m1 error, 1 warning and 1 piece of advice in 3 files; 3 suppressed.\x1b[0m\n"
        "\x1b[1m1 can be fixed with `--fix --unsafe-fixes`.\x1b[0m\n",
    ):
        assert line in shown
    assert paint("x", "green", "bold", colour=True) == "\x1b[32;1mx\x1b[0m"
    assert paint("x", "red", colour=False) == "x"
    assert paint("", "red", colour=True) == ""


def test_a_clean_report_is_one_line_and_what_was_hidden_is_still_counted() -> None:
    assert show(CLEAN) == "Nothing to report.\n"
    assert show(CLEAN, statistics=True) == "Nothing to report.\n"
    hidden = CLEAN._replace(
        files=(FileReport("a.md", excuses=(excuse(FIRST),)), FileReport("b.md", excuses=(excuse(FIRST, FIRST, FIRST),)))
    )
    assert show(hidden) == "Nothing in 2 files; 4 suppressed.\n"
    unread = CLEAN._replace(unreadable=("b: gone.", "c: gone."))
    assert show(unread).splitlines()[0] == "Nothing in 1 file; 2 files could not be read."


@pytest.mark.parametrize(
    ("start", "end", "words", "mark"),
    [
        ((1, 1), (1, 1), "abc def", "^"),
        ((1, 5), (1, 8), "abc def", "    ^^^"),
        ((1, 8), (1, 8), "abc def", "       ^"),
        ((1, 5), (2, 1), "abc def", "    ^^^"),
        ((1, 5), (2, 2), "abc def", "    ^^^ (to line 2)"),
        ((1, 1), (9, 4), "abc def", "^^^^^^^ (to line 9)"),
        ((1, 5), (1, 8), "abc def\r\n", "    ^^^"),
    ],
)
def test_the_marks_stand_under_the_words(start: tuple[int, int], end: tuple[int, int], words: str, mark: str) -> None:
    found = FIRST._replace(frame=words, start=Position(0, *start), end=Position(9, *end))
    lines = show(report_of(found)).splitlines()
    assert lines[3:5] == ["     1 | abc def", f"       | {mark}"]


def test_the_gutter_grows_with_the_number_of_the_line() -> None:
    found = FIRST._replace(start=Position(0, 1_234_567, 5), end=Position(9, 1_234_567, 8))
    lines = show(report_of(found)).splitlines()
    assert lines[3:5] == ["1234567 | the are eight words", "        |     ^^^"]


@pytest.mark.parametrize(("width", "is_cut"), [(28, False), (29, False), (27, True)])
def test_a_line_that_fits_exactly_is_not_cut_and_one_that_is_a_cell_too_long_is(width: int, is_cut: bool) -> None:
    found = FIRST._replace(frame="the are eight words" + "x" * 0, message="m", remedy="", sources=(), related=())
    shown = show(report_of(found._replace(frame="x" * 25)), width=width + 6).splitlines()[3]
    assert ("…" in shown) == is_cut
    assert len(shown) <= width + 6


def test_what_is_said_of_other_places_is_gathered_by_what_is_said() -> None:
    def lines(*places: tuple[int, str]) -> list[str]:
        related = tuple(RelatedPlace(Position(0, line, 1), Position(1, line, 2), said) for line, said in places)
        shown = show(report_of(FIRST._replace(related=related))).splitlines()
        return [line.strip() for line in shown if line.lstrip().startswith("Also")]

    assert lines((4, "x"), (2, "y"), (3, "x"), (4, "x")) == ["Also lines 4 and 3: x", "Also line 2: y"]
    assert lines(*[(n, "x") for n in range(1, 7)]) == ["Also lines 1, 2, 3, 4, 5 and 6: x"]
    assert lines(*[(n, "x") for n in range(1, 8)]) == ["Also lines 1, 2, 3, 4, 5, 6 and 1 more: x"]
    assert lines(*[(n, "") for n in range(1, 10)]) == ["Also lines 1, 2, 3, 4, 5, 6 and 3 more."]
    assert lines() == []


def test_of_many_rules_that_were_not_evaluated_three_are_named() -> None:
    def line(count: int) -> str:
        entries = tuple(NotEvaluated(f"x/r{n}", "a.md", "why") for n in range(count))
        return show(CLEAN._replace(files=(FileReport("a.md", (), entries),)), width=200).splitlines()[0]

    assert line(4) == "Not evaluated in 1 file (why): x/r0, x/r1, x/r2 and x/r3."
    assert line(5) == "Not evaluated in 1 file (why): x/r0, x/r1, x/r2 and 2 more."
    assert line(6) == "Not evaluated in 1 file (why): x/r0, x/r1, x/r2 and 3 more."


MORE = "`newslint explain RULE` has the details."
NOTHING = "Nothing here blocks publication;"
ADVISED: list[tuple[Sequence[Severity], Severity | None, str]] = [
    ([], ERROR, "Nothing to report."),
    ([ERROR], ERROR, f"Fix the error before publishing; {MORE}"),
    ([ERROR, ERROR], ERROR, f"Fix the errors before publishing; {MORE}"),
    ([ERROR, WARNING, ADVICE], ERROR, f"Fix the error before publishing; {MORE}"),
    ([ERROR, WARNING, WARNING, ADVICE], WARNING, f"Fix the error and warnings before publishing; {MORE}"),
    ([ERROR, WARNING, ADVICE, ADVICE], ADVICE, f"Fix the error, warning and advice before publishing; {MORE}"),
    ([WARNING], ERROR, f"{NOTHING} look at the warnings. {MORE}"),
    ([WARNING, ADVICE], ERROR, f"{NOTHING} look at the warnings. {MORE}"),
    ([WARNING, ADVICE], WARNING, f"Fix the warning before publishing; {MORE}"),
    ([WARNING, ADVICE], ADVICE, f"Fix the warning and advice before publishing; {MORE}"),
    ([ADVICE], ERROR, f"{NOTHING} consider the advice. {MORE}"),
    ([ADVICE], WARNING, f"{NOTHING} consider the advice. {MORE}"),
    ([ADVICE, ADVICE], ADVICE, f"Follow the advice before publishing; {MORE}"),
    ([ERROR], None, f"Fix the error before publishing; {MORE}"),
    ([WARNING], None, f"{NOTHING} look at the warnings. {MORE}"),
]


@pytest.mark.parametrize(("severities", "fail_on", "sentence"), ADVISED)
def test_what_fails_a_run_alone_is_said_in_the_last_line(
    severities: Sequence[Severity], fail_on: Severity | None, sentence: str
) -> None:
    report = report_of(*(FIRST._replace(severity=severity) for severity in severities))
    blocks = any(severity.rank >= (fail_on or ERROR).rank for severity in severities)
    for ended in (1, 3):
        said = advise(report._replace(ended=ended), fail_on)
        assert (said == sentence) == blocks
        assert ("which fails the run" in said) != blocks


@pytest.mark.parametrize(("severities", "fail_on", "sentence"), ADVISED)
def test_the_last_line_says_what_to_do(severities: Sequence[Severity], fail_on: Severity | None, sentence: str) -> None:
    report = report_of(*(FIRST._replace(severity=severity) for severity in severities))
    assert advise(report, fail_on) == sentence
    assert show(report, fail_on=fail_on, width=120).splitlines()[-1] == sentence


def test_a_verdict_that_is_not_complete_is_told_before_all_else() -> None:
    def told(crashed: tuple[str, ...], unreadable: tuple[str, ...] = ()) -> str:
        files = (FileReport("a.md", (FIRST,)), FileReport("b.md", crashed=crashed))
        return advise(REPORT._replace(files=files, unreadable=unreadable), ERROR)

    crash = "newslint crashed, so the result is incomplete. Please report the internal/… finding."
    limit = "Some files were not checked, so the result is incomplete. See the internal/… findings."
    unread = "Some files could not be read, so the result is incomplete. Check their names and permissions."
    assert told(("clarity/cliche",)) == told(("internal/file-crash",)) == crash
    assert told(("internal/file-timeout", "clarity/cliche"), ("c: gone.",)) == crash
    assert told(("internal/file-timeout",)) == told(("internal/file-too-large",), ("c: gone.",)) == limit
    assert told((), ("c: gone.",)) == unread


# Other formats for people and services


def test_concise_is_one_line_a_diagnostic_or_statistics_in_place_of_them() -> None:
    lines = (
        "one/a.md:3:5: warning style/first-rule First message.\n"
        "two/b.html:1:1: advice style/first-rule Third message.\n"
        "two/b.html:1:3: error legal/second-rule Second message.\n"
    )
    assert show(REPORT, "concise") == show(REPORT, "concise", quiet=True, colour=True, width=20) == lines
    assert show(REPORT, "concise", statistics=True) == STATISTICS[:-1]
    assert show(CLEAN, "concise", statistics=True) == ""


def test_github_has_a_command_a_diagnostic_errors_first() -> None:
    assert show(REPORT, "github") == (
        "::error file=two/b.html,line=1,endLine=2,title=newslint legal/second-rule"
        "::Second message.%0ASource: Second Code, clause 9\n"
        "::warning file=one/a.md,line=3,col=5,endLine=3,endColumn=13,title=newslint style/first-rule"
        "::First message.%0AFirst remedy.%0ASource: First Code, clause 4 <https://one.example/c4>\n"
        "::notice file=two/b.html,line=1,col=1,endLine=1,endColumn=1,title=newslint style/first-rule"
        "::Third message.%0AThird remedy.\n"
    )


def test_json_has_every_fact_in_its_place() -> None:
    data = json.loads(show(REPORT, "json"))
    found, excused = data.pop("diagnostics"), data.pop("excused")
    told = {"source": "comment", "line": 3, "files": "", "reason": "The court has asked for it.", "until": None}
    assert excused == [{"diagnostic": found[each], "excuse": told} for each in (0, 0, 2)]
    assert data == {
        "schema": 1,
        "newslint": newslint.__version__,
        "ruleset": "sha256:ab",
        "today": "2026-03-04",
        "summary": {
            "files": 3,
            "errors": 1,
            "warnings": 1,
            "advice": 1,
            "suppressed": 3,
            "baselined": 0,
            "fixed": 0,
            "fixable": {"safe": 0, "unsafe": 1},
        },
        "files": [
            {"path": path, "metrics": None, "targets": {}, "fixed": {}, "repairs": []}
            for path in ("one/a.md", "two/b.html", "two/c.txt")
        ],
        "not_evaluated": [
            {"rule": "x/b", "path": "one/a.md", "reason": "reason two"},
            {"rule": "x/a", "path": "two/b.html", "reason": "reason two"},
            {"rule": "x/b", "path": "two/b.html", "reason": "reason two"},
            {"rule": "x/c", "path": "two/b.html", "reason": "reason one"},
        ],
    }
    assert found[0] == {
        "rule": "style/first-rule",
        "severity": "warning",
        "path": "one/a.md",
        "profile": "blog",
        "message": "First message.",
        "span": {
            "start": {"offset": 21, "line": 3, "column": 5},
            "end": {"offset": 29, "line": 3, "column": 13},
        },
        "related": [
            {
                "span": {
                    "start": {"offset": 40, "line": 7, "column": 2},
                    "end": {"offset": 45, "line": 8, "column": 3},
                },
                "message": "First place.",
            },
            {
                "span": {
                    "start": {"offset": 50, "line": 9, "column": 4},
                    "end": {"offset": 51, "line": 9, "column": 5},
                },
                "message": "",
            },
        ],
        "excerpt": "are eight",
        "fix": {
            "applicability": "unsafe",
            "edits": [{"start": 21, "end": 24, "text": "were"}, {"start": 25, "end": 29, "text": "nine"}],
        },
        "sources": [
            {"title": "First Code", "url": "https://one.example/c4", "status": "verified"},
            {"title": "Other Code", "url": "https://two.example/", "status": "secondary"},
        ],
    }
    assert [each["message"] for each in found] == ["First message.", "Third message.", "Second message."]
    assert (found[1]["fix"], found[1]["related"], found[1]["sources"]) == (None, [], [])
    assert found[2]["sources"] == [{"title": "Second Code", "url": None, "status": "house"}]
    assert re.fullmatch(r'\{\n  "schema": 1,\n.*\n\}\n', show(REPORT, "json"), re.DOTALL)
    lines = show(REPORT, "jsonl")
    assert [json.loads(line) for line in lines.splitlines()] == found
    assert lines.count("\n") == 3


def test_sarif_has_every_fact_in_its_place() -> None:
    log = json.loads(show(REPORT._replace(unreadable=("c.md: gone.",)), "sarif"))
    assert (log["$schema"].rsplit("/", 1)[1], log["version"]) == ("sarif-schema-2.1.0.json", "2.1.0")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"], driver["semanticVersion"]) == (
        "newslint",
        newslint.__version__,
        newslint.__version__,
    )
    assert driver["rules"] == [
        {
            "id": "legal/second-rule",
            "shortDescription": {"text": "Second rule"},
            "help": {
                "text": "Source: Second Code, clause 9\nMore: newslint explain legal/second-rule",
                "markdown": "Source: Second Code, clause 9\n\nMore: `newslint explain legal/second-rule`",
            },
            "defaultConfiguration": {"level": "error"},
            "properties": {"tags": ["legal"]},
        },
        {
            "id": "style/first-rule",
            "shortDescription": {"text": "Title of the first"},
            "help": {
                "text": (
                    "First remedy.\nSource: First Code, clause 4 (https://one.example/c4)\n"
                    "Source: Other Code (https://two.example/)\nMore: newslint explain style/first-rule"
                ),
                "markdown": (
                    "First remedy.\n\nSource: [First Code, clause 4](https://one.example/c4)\n\n"
                    "Source: [Other Code](https://two.example/)\n\nMore: `newslint explain style/first-rule`"
                ),
            },
            "defaultConfiguration": {"level": "warning"},
            "helpUri": "https://one.example/c4",
            "properties": {"tags": ["style"]},
        },
    ]
    base = {"uriBaseId": "%SRCROOT%"}
    assert run["artifacts"] == [{"location": {"uri": uri, **base}} for uri in ("one/a.md", "two/b.html", "two/c.txt")]
    assert run["properties"] == {"ruleset": "sha256:ab", "today": "2026-03-04"}
    assert run["columnKind"] == "unicodeCodePoints"
    assert list(run["originalUriBaseIds"]) == ["%SRCROOT%"]
    first, third, second, *held = run["results"]
    assert all("suppressions" not in result for result in (first, second, third))
    assert [result["suppressions"][0]["kind"] for result in held] == ["inSource"] * 3
    own = {"uri": "one/a.md", "index": 0, **base}
    fingerprint = first.pop("partialFingerprints")["newslintExcerpt/v1"]
    assert re.fullmatch("[0-9a-f]{32}", fingerprint)
    assert first == {
        "ruleId": "style/first-rule",
        "ruleIndex": 1,
        "level": "warning",
        "message": {"text": "First message."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": own,
                    "region": {
                        "startLine": 3,
                        "startColumn": 5,
                        "endLine": 3,
                        "endColumn": 13,
                        "charOffset": 21,
                        "charLength": 8,
                    },
                }
            }
        ],
        "properties": {"profile": "blog"},
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": own,
                    "region": {
                        "startLine": 7,
                        "startColumn": 2,
                        "endLine": 8,
                        "endColumn": 3,
                        "charOffset": 40,
                        "charLength": 5,
                    },
                },
                "message": {"text": "First place."},
            },
            {
                "id": 2,
                "physicalLocation": {
                    "artifactLocation": own,
                    "region": {
                        "startLine": 9,
                        "startColumn": 4,
                        "endLine": 9,
                        "endColumn": 5,
                        "charOffset": 50,
                        "charLength": 1,
                    },
                },
            },
        ],
        "fixes": [
            {
                "description": {"text": "First remedy. (unsafe)"},
                "artifactChanges": [
                    {
                        "artifactLocation": own,
                        "replacements": [
                            {
                                "deletedRegion": {"charOffset": 21, "charLength": 3},
                                "insertedContent": {"text": "were"},
                            },
                            {
                                "deletedRegion": {"charOffset": 25, "charLength": 4},
                                "insertedContent": {"text": "nine"},
                            },
                        ],
                    }
                ],
            }
        ],
    }
    assert (third["level"], third["ruleIndex"], third["locations"][0]["physicalLocation"]["artifactLocation"]) == (
        "note",
        1,
        {"uri": "two/b.html", "index": 1, **base},
    )
    assert (second["level"], second["ruleIndex"]) == ("error", 0)
    assert not {"fixes", "relatedLocations"} & set(second)
    assert run["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {"level": "error", "message": {"text": "c.md: gone."}, "descriptor": {"id": "unreadable"}},
                {
                    "level": "note",
                    "message": {"text": "Not evaluated in 1 file (reason one): x/c."},
                    "descriptor": {"id": "not-evaluated"},
                },
                {
                    "level": "note",
                    "message": {"text": "Not evaluated in 2 files (reason two): x/a, x/b."},
                    "descriptor": {"id": "not-evaluated"},
                },
            ],
        }
    ]


def sarif_of(*found: Diagnostic, **facts: Any) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(show(report_of(*found, **facts), "sarif"))["runs"][0]
    return run


def test_a_crash_and_a_file_that_is_not_in_the_report_are_told_in_sarif() -> None:
    run = sarif_of(FIRST._replace(path="elsewhere.md"))
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "elsewhere.md", "uriBaseId": "%SRCROOT%"}
    crashed = sarif_of(files=(FileReport("a.md", crashed=("x/a", "x/b")),))["invocations"][0]
    assert crashed["executionSuccessful"] is False
    assert [(each["message"]["text"], each["descriptor"]["id"]) for each in crashed["toolExecutionNotifications"]] == [
        ("a.md was not fully checked (x/a).", "rule-crash"),
        ("a.md was not fully checked (x/b).", "rule-crash"),
    ]
    assert sarif_of(FIRST)["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_an_excerpt_is_a_snippet_where_it_is_exactly_what_is_there() -> None:
    def snippet(excerpt: str, end: int) -> Any:
        found = FIRST._replace(excerpt=excerpt, start=Position(0, 1, 1), end=Position(end, 1, end + 1))
        return sarif_of(found)["results"][0]["locations"][0]["physicalLocation"]["region"].get("snippet")

    assert snippet("abc", 3) == {"text": "abc"}
    assert snippet("abc", 4) is None
    assert snippet("", 0) is None


def test_an_absolute_path_has_no_base_in_sarif() -> None:
    place = sarif_of(FIRST._replace(path="/srv/a.md"))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "file:///srv/a.md"}


def test_a_rule_in_sarif_has_the_gravest_level_and_the_first_address() -> None:
    bare = (Citation("Bare"), Citation("Second", None, "https://two.example/ü[1]", "house"))
    run = sarif_of(*(FIRST._replace(severity=severity, sources=bare) for severity in (ADVICE, ERROR, WARNING)))
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["helpUri"] == "https://two.example/%C3%BC[1]"
    (lone,) = sarif_of(FIRST._replace(rule="lone", title="", sources=()))["tool"]["driver"]["rules"]
    assert lone["shortDescription"] == {"text": "Lone"}
    assert "properties" not in lone
    assert "helpUri" not in lone


def test_a_fix_in_sarif_is_described_by_its_remedy_or_its_message_and_an_empty_one_is_none() -> None:
    (result,) = sarif_of(FIRST._replace(remedy=""))["results"]
    assert result["fixes"][0]["description"] == {"text": "First message. (unsafe)"}
    (result,) = sarif_of(FIRST._replace(fix=Fix("safe", ())))["results"]
    assert "fixes" not in result


def test_only_what_could_be_a_link_is_escaped_in_sarif() -> None:
    def text(message: str) -> str:
        shown: str = sarif_of(FIRST._replace(message=message))["results"][0]["message"]["text"]
        return shown

    assert text("[a] (b) [c]") == "[a] (b) [c]"
    assert text("[a](b) [c]") == "\\[a\\](b) \\[c\\]"


def test_fingerprints_tell_twins_apart_in_one_file_and_not_across_files() -> None:
    prints = [
        result["partialFingerprints"]["newslintExcerpt/v1"]
        for result in sarif_of(
            FIRST,
            FIRST._replace(excerpt=" are \n eight "),
            FIRST._replace(path="b.md"),
            FIRST._replace(rule="style/other"),
            FIRST._replace(excerpt="are nine"),
        )["results"]
    ]
    assert prints[0] == prints[2]
    assert len(set(prints)) == 4


@pytest.mark.parametrize("format", ["xml", "", "TEXT", "Gitlab", "html"])
def test_a_format_that_is_not_made_is_refused_with_those_that_are(format: str) -> None:
    with pytest.raises(UsageError) as caught:
        show(CLEAN, format)
    cause = f"there is no such format. Use one of {', '.join(FORMATS)}."
    assert str(caught.value) == f"--format {format}: {cause}"


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_that_is_offered_is_made(format: str) -> None:
    assert show(CLEAN, format).endswith("\n") or format in ("concise", "jsonl", "github")


# Counting


def test_numbers_and_lists_read_as_in_a_sentence() -> None:
    assert [count_of(n, "file") for n in (0, 1, 2)] == ["0 files", "1 file", "2 files"]
    assert [count_of(n, "one thing", "many") for n in (1, 2)] == ["1 one thing", "2 many"]
    assert [join_words(list(words)) for words in ("a", "ab", "abc")] == ["a", "a and b", "a, b and c"]
    assert describe_totals(CLEAN) == "Nothing in 1 file"
    many = report_of(*[FIRST._replace(severity=severity) for severity in Severity for _ in range(2)])
    assert describe_totals(many) == "2 errors, 2 warnings and 2 pieces of advice in 1 file"
    assert describe_totals(report_of(*[FIRST] * 10)) == "10 warnings in 1 file"


def test_rules_are_counted_at_each_severity_the_most_frequent_first_then_by_name() -> None:
    found = [
        FIRST._replace(rule="b/b", severity=ADVICE),
        FIRST._replace(rule="c/c", severity=WARNING),
        FIRST._replace(rule="a/a", severity=ERROR),
        FIRST._replace(rule="c/c", severity=ADVICE),
        FIRST._replace(rule="b/b", severity=WARNING),
        FIRST._replace(rule="c/c", severity=ADVICE),
    ]
    assert count_rules(report_of(*found)) == [
        (2, "advice", "c/c"),
        (1, "error", "a/a"),
        (1, "warning", "b/b"),
        (1, "advice", "b/b"),
        (1, "warning", "c/c"),
    ]
    assert tabulate_rules(report_of(*[FIRST] * 100_000)) == [
        " count  severity  rule",
        "100000  warning   style/first-rule",
    ]
    assert tabulate_rules(CLEAN) == []


# Measuring


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc~", 4), ("é", 1), ("e\u0301", 1), ("東", 2), ("Ａ", 2), ("\u200b", 0), ("\u20dd", 0), ("🙂a", 3)],
)
def test_a_text_is_as_wide_as_its_cells(text: str, width: int) -> None:
    assert text_width(text) == width == sum(map(cell_width, text))


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("a bcd", 3, "a…"),
        ("東京", 4, "東京"),
        ("東京x", 4, "東…"),
        ("東京x", 3, "東…"),
        ("東京", 2, "…"),
        ("ab", 1, "…"),
        ("ab", 0, "…"),
        ("e\u0301e\u0301", 2, "e\u0301e\u0301"),
        ("", 0, ""),
    ],
)
def test_a_cut_text_keeps_all_that_fits_before_the_ellipsis(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("aa bb cc", 8, ["aa bb cc"]),
        ("aa bb cc", 7, ["aa bb", "cc"]),
        ("aa bb cc", 5, ["aa bb", "cc"]),
        ("aa bb cc", 4, ["aa", "bb", "cc"]),
        ("toolongword aa", 4, ["toolongword", "aa"]),
        ("a toolongword", 4, ["a", "toolongword"]),
        ("東 京", 5, ["東 京"]),
        ("東 京", 4, ["東", "京"]),
        ("", 4, [""]),
    ],
)
def test_lines_are_as_full_as_they_can_be(text: str, width: int, lines: list[str]) -> None:
    assert list(wrap(text, width)) == lines
    assert list(wrap(text, width + 2, "  ")) == [f"  {line}" for line in lines]
    hanging = list(wrap(text, width + 2, "  ", "> "))
    assert hanging == [f"  {lines[0]}", *(f"> {line}" for line in lines[1:])]


FRAMES: list[tuple[tuple[str, int, int, int], tuple[str, int, int]]] = [
    (("x" * 20, 3, 5, 20), ("x" * 20, 3, 2)),
    (("x" * 20, 3, 5, 1), ("x" * 20, 3, 2)),
    (("x" * 21, 3, 5, 21), ("x" * 21, 3, 2)),
    (("abc", 1, 1, 20), ("abc", 1, 1)),
    (("abc", 9, 12, 20), ("abc", 3, 1)),
    (("abc", 2, 1, 20), ("abc", 2, 1)),
    (("", 0, 0, 20), ("", 0, 1)),
    (("\ta\tb", 1, 2, 20), ("    a   b", 4, 1)),
    (("ab\tc", 2, 3, 20), ("ab  c", 2, 2)),
    (("abcd\te", 5, 6, 20), ("abcd    e", 8, 1)),
    (("東京a", 1, 3, 20), ("東京a", 2, 3)),
    (("a\x1bb", 1, 2, 20), ("a\ufffdb", 1, 1)),
    (("a##[b]", 0, 6, 20), ("a# #[b]", 0, 7)),
    (("0123456789" * 5, 0, 2, 20), ("0123456789012345678"[:18] + "…", 0, 2)),
    (("0123456789" * 5, 48, 50, 20), ("…" + ("0123456789" * 5)[-18:], 17, 2)),
    (("0123456789" * 5, 24, 26, 20), ("…678901234567890123…", 9, 2)),
    (("0123456789" * 5, 0, 50, 20), ("012345678901234567…", 0, 18)),
    # Words that do not fit have ten cells before them, and what remains is theirs.
    (("0123456789" * 6, 30, 55, 20), ("…012345678901234567…", 11, 8)),
    (("0123456789" * 6, 4, 55, 20), ("012345678901234567…", 4, 14)),
]


@pytest.mark.parametrize(("asked", "shown"), FRAMES, ids=range(len(FRAMES)))
def test_a_frame_shows_the_words_with_as_much_around_them_as_fits(
    asked: tuple[str, int, int, int], shown: tuple[str, int, int]
) -> None:
    assert frame(*asked) == shown


@given(
    st.text(st.sampled_from("ab 東\u0301\t"), max_size=120),
    st.integers(0, 120),
    st.integers(0, 40),
    st.integers(20, 60),
)
def test_a_frame_shows_the_marked_words_under_their_marks(line: str, start: int, size: int, width: int) -> None:
    shown, before, _ = frame(line, start, start + size, width)
    assert text_width(shown) <= width
    if start < len(line) and line[start] in "ab東":
        at, used = 0, 0
        while used < before:
            used += text_width(shown[at])
            at += 1
        while text_width(shown[at]) == 0 and at + 1 < len(shown):
            at += 1
        assert shown[at] == line[start]


# Inspection


def made(text: str, *blocks: tuple[BlockKind, int, int, dict[str, Any]], **facts: Any) -> Article:
    built = tuple(
        Block(kind, Span(start, end), Prose(text[start:end], [Run(0, end - start, start, end - start)]), **more)
        for kind, start, end, more in blocks
    )
    return Article(Source("a.md", text, "markdown"), built, **facts)


def quoted(block: int, start: int, end: int, role: str = "speech") -> Quotation:
    return Quotation(Extent(block, start, end), Extent(block, start, end), "“", True, None, 2, role)


def said(
    content: Sequence[tuple[int, int, int]],
    source: Sequence[tuple[int, int, int]] = (),
    cue: Sequence[tuple[int, int, int]] = (),
    quotation: int | None = None,
    kind: str = "named",
    resolved: str | None = None,
) -> Attribution:
    parts = [tuple(Extent(*part) for part in those) for those in (source, cue, content)]
    return Attribution(parts[0], parts[1], parts[2], kind, quotation, False, resolved, False, False)


def with_voices(article: Article, quotations: Sequence[Quotation], attributions: Sequence[Attribution]) -> Article:
    article.__dict__["quotations"] = list(quotations)
    article.__dict__["attributions"] = list(attributions)
    return article


def test_the_speaker_of_a_quotation_is_the_first_with_a_source_made_for_it_else_whose_words_it_stands_in() -> None:
    text = "x" * 80
    quotations = [quoted(0, at, at + 8) for at in (0, 10, 20, 30, 40, 50)] + [quoted(1, 0, 4)]
    attributions = [
        said([(0, 0, 8)], quotation=0),
        said([(0, 0, 8)], source=[(0, 9, 10)], quotation=0),
        said([(0, 0, 8)], source=[(0, 19, 20)], quotation=0),
        said([(0, 10, 18)], quotation=1),
        said([(0, 10, 18)], quotation=1),
        said([(0, 20, 28)]),
        said([(0, 29, 39), (0, 40, 47)]),
        said([(0, 51, 58)]),
    ]
    article = with_voices(made(text, ("paragraph", 0, 60, {}), ("paragraph", 62, 70, {})), quotations, attributions)
    found = [each["attribution"] for each in inspection(article, "news")["quotations"]]
    assert found == [1, 3, 5, 6, None, None, None]


def test_a_voice_is_named_as_the_text_names_it_with_the_name_behind_a_pronoun() -> None:
    text = "Mara Oduya and she said so"
    article = with_voices(
        made(text, ("paragraph", 0, len(text), {})),
        [],
        [
            said([(0, 24, 26)], source=[(0, 0, 10)]),
            said([(0, 24, 26)], source=[(0, 15, 18)], resolved="Mara Oduya"),
            said([(0, 24, 26)], source=[(0, 0, 10)], resolved="Mara Oduya"),
            said([(0, 24, 26)], source=[(0, 0, 4), (0, 15, 18)]),
            said([(0, 24, 26)], resolved="Mara Oduya"),
        ],
    )
    assert [name_of(article, number) for number in range(5)] == [
        "Mara Oduya",
        "she (Mara Oduya)",
        "Mara Oduya",
        "Mara she",
        "no speaker",
    ]


def test_voices_share_out_each_paragraph_and_the_first_keeps_its_words() -> None:
    text = "aaaa bbbb cccc dddd, eeee ... ffff"
    article = with_voices(
        made(
            text,
            ("paragraph", 0, 29, {}),
            ("paragraph", 30, 34, {"role": "byline"}),
            ("heading", 30, 34, {}),
            ("list-item", 30, 34, {}),
        ),
        [quoted(0, 21, 25), quoted(0, 10, 14), quoted(3, 0, 2, "term"), quoted(3, 2, 4)],
        [
            said([(0, 5, 14)], source=[(0, 0, 4)], kind="role", quotation=1),
            said([(0, 10, 19)], cue=[(0, 4, 5)]),
        ],
    )
    assert [tuple(stretch) for stretch in find_voices(article)] == [
        (0, 5, 14, "aaaa", "role"),
        (0, 14, 19, "no speaker", ""),
        (0, 21, 25, "no speaker", ""),
        (3, 0, 2, "own voice", ""),
        (3, 2, 4, "no speaker", ""),
    ]


def element(kind: ElementKind, text: str, start: int = 0, **facts: Any) -> Element:
    return Element(kind, text, Span(start, start + 1), facts.pop("origin", "markup"), **facts)


def test_a_byline_is_shown_where_it_names_somebody_new() -> None:
    those = [
        element("byline", "a", names=("Mara Oduya",)),
        element("byline", "b", names=("MARA ODUYA",)),
        element("byline", "c", names=("Ben Doe", "Mara Oduya")),
        element("byline", "d", names=("Ben Doe",)),
        element("byline", "Staff"),
        element("byline", "staff"),
    ]
    article = made("x" * 9, elements=tuple(those))
    assert [one.text for one in bylines(article)] == ["a", "c", "Staff"]
    shown = inspection(article, "news")["elements"]["bylines"]
    assert shown[1] == {
        "text": "c",
        "names": ["Ben Doe", "Mara Oduya"],
        "people": [],
        "span": [0, 1],
        "origin": "markup",
    }


def test_every_element_stands_under_its_name_with_its_place() -> None:
    kinds: tuple[ElementKind, ...] = (
        "headline",
        "dek",
        "published",
        "updated",
        "dateline",
        "summary",
        "author-bio",
        "disclosure",
        "correction",
    )
    those = [element(kind, f"text of {kind}", at, value=f"v{at}", origin=f"o{at}") for at, kind in enumerate(kinds)]
    bare = element("disclosure", "bare", 9)
    article = made("x" * 20, elements=(*those, bare), faq=(Question("Q", "A", Span(3, 9), Span(3, 4), Span(5, 9)),))
    data = inspection(article, "blog")
    assert (data["schema"], data["path"], data["format"], data["profile"]) == (1, "a.md", "markdown", "blog")
    expected: dict[str, Any] = {
        kind.replace("-", "_"): {"text": f"text of {kind}", "span": [at, at + 1], "origin": f"o{at}"}
        for at, kind in enumerate(kinds[:7])
    }
    expected["published"]["value"] = "v2"
    expected["updated"]["value"] = "v3"
    expected |= {
        "bylines": [],
        "faq": [{"question": "Q", "answer": "A", "span": [3, 9]}],
        "disclosures": [
            {"kind": "v7", "text": "text of disclosure", "span": [7, 8]},
            {"kind": "disclosure", "text": "bare", "span": [9, 10]},
        ],
        "corrections": [{"text": "text of correction", "span": [8, 9]}],
    }
    assert data["elements"] == expected
    empty = inspection(made("x"), "news")["elements"]
    assert {kind for kind, value in empty.items() if value is None} == {
        "headline", "dek", "published", "updated", "dateline", "summary", "author_bio"
    }  # fmt: skip
    assert [kind for kind, value in empty.items() if value == []] == ["bylines", "faq", "disclosures", "corrections"]


def question(asked: str, answer: str, start: int) -> Question:
    return Question(asked, answer, Span(start, start + 3), Span(start, start), Span(start + 3, start + 3))


def rows(article: Article, colour: bool = False, width: int = 76) -> list[str]:
    return render_inspection(article, "blog", colour, width).splitlines()


def test_an_article_is_laid_out_for_people_line_by_line() -> None:
    text = "Head\n\nBy Mara Oduya\n\nWe won, she said.\n\nShare"
    those = (
        element("headline", "Head"),
        element("dek", "Dek", 6),
        element("byline", "By Mara Oduya", 6, names=("Mara Oduya", "Ben Doe")),
        element("updated", "2026-01-02", 21, value="2026-01-02"),
        element("label", "Opinion", 21, value="opinion"),
        element("correction", "Sorry", 23),
    )
    article = with_voices(
        made(
            text,
            ("heading", 0, 4, {"level": 1, "role": "headline"}),
            ("paragraph", 6, 19, {}),
            ("paragraph", 21, 38, {}),
            ("boilerplate", 40, 45, {}),
            elements=those,
            faq=(question("Why?", "", 6), question("How?", "So.", 21)),
        ),
        [quoted(2, 0, 7), quoted(2, 8, 11, "term")],
        [said([(2, 0, 7)], source=[(2, 8, 11)], cue=[(2, 12, 16)], quotation=0, resolved="Mara Oduya", kind="pronoun")],
    )  # fmt: skip
    assert rows(article)[:-2] == [
        "a.md  markdown, profile blog",
        "",
        "Elements",
        "      1:1  headline        Head  (markup)",
        "      3:1  dek             Dek  (markup)",
        "      3:1  byline          By Mara Oduya  (Mara Oduya and Ben Doe, markup)",
        "      5:1  updated         2026-01-02  (markup)",
        "      5:1  label           Opinion  (opinion, markup)",
        "      5:3  correction      Sorry  (markup)",
        "      3:1  question        Why?  (no answer)",
        "      5:1  question        How?",
        "           not found: published, dateline, summary, author-bio",
        "",
        "Blocks",
        "      1:1  heading 1       Head  (headline)",
        "      3:1  paragraph       By Mara Oduya",
        "      5:1  paragraph       We won, she said.",
        "      7:1  boilerplate     Share",
        "",
        "Quotations",
        "      5:1  speech          We won,  — she (Mara Oduya)",
        "      5:9  term            she",
        "",
        "Who speaks",
        "      3:1  own voice                 By Mara Oduya",
        "      5:1  she (Mara Oduya) (pronoun)  We won,",
        "",
        "Metrics",
        "  7 words, 2 sentences",
    ]
    assert re.fullmatch(r"  Flesch-Kincaid grade -?\d+\.\d, Flesch reading ease -?\d+", rows(article)[-2])
    others = r"  Gunning fog N\.\d, SMOG N\.\d, ARI N\.\d, Coleman-Liau N\.\d, LIX N".replace("N", r"-?\d+")
    assert re.fullmatch(others, rows(article)[-1])
    assert [CODES.sub("", line) for line in rows(article, colour=True)] == rows(article)
    coloured = rows(article, colour=True)
    assert coloured[0] == "\x1b[1ma.md\x1b[0m  markdown, profile blog"
    assert coloured[2] == "\x1b[1mElements\x1b[0m"
    assert coloured[3].endswith("Head\x1b[2m  (markup)\x1b[0m")
    assert [line.startswith("\x1b[2m") for line in (coloured[11], coloured[17])] == [True, True]
    assert not coloured[15].startswith("\x1b")


def test_an_empty_article_is_laid_out_without_empty_parts() -> None:
    assert rows(made("")) == [
        "a.md  markdown, profile blog",
        "",
        "Elements",
        "           not found: headline, dek, byline, published, updated, dateline, summary, author-bio",
        "",
        "Metrics",
        "  0 words, 0 sentences",
    ]


@pytest.mark.parametrize(("width", "room"), [(60, 33), (61, 34), (40, 16), (10, 16)])
def test_a_row_is_cut_where_it_does_not_fit(width: int, room: int) -> None:
    for size, is_cut in ((room, False), (room + 1, True)):
        article = with_voices(made("x" * size, ("paragraph", 0, size, {})), [], [])
        line = next(line for line in rows(article, width=width) if "paragraph" in line)
        assert ("…" in line) == is_cut
        assert line == "      1:1  paragraph       " + ("x" * (room - 1) + "…" if is_cut else "x" * size)


def test_numbers_of_readability_are_rounded_to_two_places(monkeypatch: pytest.MonkeyPatch) -> None:
    figures = {
        "flesch_kincaid_grade": 4.125999,
        "flesch_reading_ease": 81.554999,
        "gunning_fog": 5.0,
        "smog": 6.001,
        "automated_readability_index": -0.506,
        "coleman_liau": 7.25,
        "lix": 20.0,
    }
    none = {"words": 0, "sentences": 0, **dict.fromkeys(figures, 0.0)}
    assert inspection(made("x", ("boilerplate", 0, 1, {})), "news")["metrics"] == none
    others = dict.fromkeys(("amstad", "kandel_moles", "szigriszt_pazos", "gulpease"))
    monkeypatch.setattr(Article, "readability", lambda self: SimpleNamespace(**figures, **others))
    text = "We won it. They lost."
    metrics = inspection(made(text, ("paragraph", 0, len(text), {})), "news")["metrics"]
    assert metrics == {"words": 5, "sentences": 2, **{name: round(value, 2) for name, value in figures.items()}}


CASES: list[Callable[[str], Report]] = [
    lambda text: report_of(FIRST._replace(message=text)),
    lambda text: report_of(FIRST._replace(remedy=text)),
    lambda text: report_of(FIRST._replace(frame=text)),
    lambda text: report_of(FIRST._replace(related=(RelatedPlace(Position(0, 1, 1), Position(1, 1, 2), text),))),
    lambda text: report_of(FIRST._replace(sources=(Citation(text, text),))),
    lambda text: CLEAN._replace(files=(FileReport("a.md", (), (NotEvaluated("x/a", "a.md", text),)),)),
]


@given(st.text(st.sampled_from("a:# [\x1b\u202e\n\ud800"), min_size=1, max_size=12), st.sampled_from(CASES))
def test_whatever_a_report_says_its_lines_steer_nothing(text: str, case: Callable[[str], Report]) -> None:
    for format in ("text", "concise"):
        for line in show(case(text), format).splitlines():
            assert not line.lstrip().startswith("::")
            assert not re.search("##[A-Za-z]*\\[|[\x1b\u202e\ud800]", line)
    for line in show(case(text), "github").splitlines():
        assert re.match("::warning file=", line)
        assert not re.search("##[A-Za-z]*\\[|[\x1b\u202e\ud800]", line)
