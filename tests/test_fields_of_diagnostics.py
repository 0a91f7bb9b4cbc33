"""Each field of a diagnostic has a source of its own: no two values here are alike, and none takes another's place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.ready_rules import make_rule

from newslint.article import Article, Block, Prose, Run
from newslint.contract import Rule, Scene
from newslint.diagnostics import Citation, Edit, FileReport, Finding, Fix, Related, RelatedPlace, Severity
from newslint.engine import lint
from newslint.rules import RuleSet
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import Position, Source
from newslint.spans import Span
from newslint.today import Today

TODAY = date(2026, 11, 22)
TEXT = "One line.\n\nThe second begins here\nand the third goes on.\nA fourth is the last.\n"
SOURCES = (Citation("Code", "Clause 2", "https://code.example/2", "verified"), Citation("Book"))
FIX = Fix("safe", (Edit(3, 5, "x"),))


def rule(*found: Finding, identity: str = "own/first", yields_to: tuple[str, ...] = ()) -> Rule:
    def check(article: Article, scene: Scene) -> Iterator[Finding]:
        yield from found

    severities = {"default": Severity.WARNING, "grave": Severity.ERROR, "mild": Severity.ADVICE}
    return make_rule(
        identity,
        check,
        severities=severities,
        message=f"Message of {identity} with {{value}}",
        remedy=f"Remedy of {identity}",
        sources=SOURCES,
        yields_to=list(yields_to),
        messages={"other": "Other words with {value}"},
    )


def judge(*rules: Rule, text: str = TEXT) -> FileReport:
    source = Source("folder/a.md", text, "markdown")
    block = Block("paragraph", Span(0, len(text)), Prose(text, [Run(0, len(text), 0, len(text))]))
    return lint(Article(source, (block,)), RuleSet(rules), Scene(Today(TODAY), "profile-of-scene"))


def test_a_finding_and_its_rule_give_each_field_its_own_value() -> None:
    start, end = TEXT.index("begins"), TEXT.index(" goes")
    last = TEXT.index("fourth")
    finding = Finding(
        Span(start, end),
        {"value": "what was found"},
        "grave",
        (Related(Span(last, last + 6), "said of the place"), Related(Span(0, 3), "said of another")),
        "an-anchor",
        None,
        FIX,
    )
    report = judge(rule(finding))
    assert (report.path, report.not_evaluated, report.suppressed, report.crashed) == ("folder/a.md", (), 0, ())
    (found,) = report.diagnostics
    assert found._asdict() == {
        "rule": "own/first",
        "severity": Severity.ERROR,
        "path": "folder/a.md",
        "profile": "profile-of-scene",
        "message": "Message of own/first with what was found",
        "start": Position(start, 3, 12),
        "end": Position(end, 4, 14),
        "excerpt": "begins here and the third",
        "frame": "The second begins here",
        "title": "Title of own/first",
        "remedy": "Remedy of own/first",
        "related": (
            RelatedPlace(Position(last, 5, 3), Position(last + 6, 5, 9), "said of the place"),
            RelatedPlace(Position(0, 1, 1), Position(3, 1, 4), "said of another"),
        ),
        "fix": FIX,
        "sources": SOURCES,
        "mark": None,
        "fingerprint": "",
    }


@pytest.mark.parametrize(
    ("grade", "severity"),
    [("default", "warning"), ("grave", "error"), ("mild", "advice"), ("of no severity", "warning")],
)
def test_the_grade_chooses_the_severity(grade: str, severity: str) -> None:
    (found,) = judge(rule(Finding(Span(0, 3), {"value": 1}, grade))).diagnostics
    assert found.severity == severity


def test_a_finding_may_name_another_message_of_its_check() -> None:
    (found,) = judge(rule(Finding(Span(0, 3), {"value": 7}, message="other"))).diagnostics
    assert (found.message, found.title) == ("Other words with 7", "Title of own/first")


def test_what_gives_way_is_named_with_its_own_message_and_place() -> None:
    host = Finding(Span(0, 3), {"value": "the host"}, related=(Related(Span(9, 10), "own place"),))
    guest = Finding(Span(4, 8), {"value": "the guest"})
    (found,) = judge(rule(host), rule(guest, identity="own/second", yields_to=("own/first",))).diagnostics
    assert (found.rule, found.message) == ("own/first", "Message of own/first with the host")
    assert found.related == (
        RelatedPlace(Position(9, 1, 10), Position(10, 2, 1), "own place"),
        RelatedPlace(Position(4, 1, 5), Position(8, 1, 9), "Message of own/second with the guest"),
    )


def test_a_rule_that_fails_is_named_with_what_it_said() -> None:
    def fail(article: Article, scene: Scene) -> Iterator[Finding]:
        raise LookupError("the reason")
        yield

    report = judge(rule()._replace(check=fail), rule(Finding(Span(4, 8), {"value": 1}), identity="own/second"))
    crash, other = report.diagnostics
    assert report.crashed == ("own/first",)
    assert (crash.rule, crash.severity, crash.profile) == ("internal/rule-crash", Severity.ERROR, "profile-of-scene")
    assert crash.message == "The rule own/first failed here (LookupError: the reason); all other rules ran."
    assert crash.remedy == "Report this, and run with --ignore own/first for now."
    assert (crash.start, crash.end, crash.excerpt) == (Position(0, 1, 1), Position(0, 1, 1), "")
    assert (crash.frame, other.rule) == ("One line.", "own/second")


@pytest.mark.parametrize(
    ("size", "excerpt"),
    [(1, "x"), (119, "x" * 119), (120, "x" * 120), (121, "x" * 119 + "…"), (5000, "x" * 119 + "…")],
)
def test_an_excerpt_has_at_most_120_characters(size: int, excerpt: str) -> None:
    (found,) = judge(rule(Finding(Span(0, size), {"value": 1})), text="x" * size + "\n").diagnostics
    assert found.excerpt == excerpt
    assert found.frame == "x" * size


def test_a_house_rule_says_in_a_report_what_its_file_says(tmp_path: Path) -> None:
    (tmp_path / "house" / "own").mkdir(parents=True)
    (tmp_path / "house" / "own" / "mark.yaml").write_text(
        """
title: The title
severity: {default: advice, doubtful: error}
profiles: [all]
check: patterns
options: {patterns: ['MARK'], doubtful: ['DOUBT']}
message: The message on {text}
rationale: The rationale
remedy: The remedy
limits: The limits
sources:
  - {title: The source, clause: The clause, url: "https://source.example/", status: verified}
  - {title: The second source, status: house}
examples:
  bad: [{text: "The ⟦MARK⟧ is here."}, {text: "There is a ⟦MARK⟧, too."}]
  good: [{text: "Nothing is here."}, {text: "There is nothing, either."}]
""",
        encoding="utf-8",
    )
    (tmp_path / "newslint.yaml").write_text("rule_folders: [house]\nprofile: blog\n", encoding="utf-8")
    linter = Linter(load_settings(tmp_path / "newslint.yaml"), RunOptions(TODAY, select=("own/mark",)))
    report = linter.lint(Source("a.md", "# T\n\nA MARK and\na DOUBT.\n", "markdown"))
    first, second = report.diagnostics
    assert first._asdict() == {
        "rule": "own/mark",
        "severity": Severity.ADVICE,
        "path": "a.md",
        "profile": "blog",
        "message": "The message on MARK",
        "start": Position(7, 3, 3),
        "end": Position(11, 3, 7),
        "excerpt": "MARK",
        "frame": "A MARK and",
        "title": "The title",
        "remedy": "The remedy",
        "related": (),
        "fix": None,
        "sources": (
            Citation("The source", "The clause", "https://source.example/", "verified"),
            Citation("The second source", None, None, "house"),
        ),
        "mark": None,
        "fingerprint": "",
    }
    assert (second.severity, second.message, second.start) == ("error", "The message on DOUBT", Position(18, 4, 3))
