"""Turn the examples of a rule file into test cases, and compare the rule's verdict with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from newslint.article import Article
from newslint.assembly import parse
from newslint.contract import Scene
from newslint.diagnostics import Diagnostic
from newslint.engine import lint
from newslint.errors import RuleFileError
from newslint.jurisdictions import read_jurisdictions
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.rules.compiling import CompiledRule, compile_options, read_rule
from newslint.rules.folders import bundled, profile_path, rule_files
from newslint.rules.references import check_folder, check_known, check_profiles
from newslint.rules.repairing import fixes_of
from newslint.rules.spec import ExampleSpec
from newslint.settings import Settings
from newslint.source import decode
from newslint.spans import Span
from newslint.testing.rendering import render_example
from newslint.today import Today

_DAY = date(2026, 1, 15)
_MARK = pattern("([⟦⟧])")
_SUFFIXES = {"markdown": "md", "html": "html", "text": "txt"}


class Case(NamedTuple):
    """One example of a rule in one format: the text without its marks, and the spans that were marked."""

    rule: CompiledRule
    example: ExampleSpec
    is_bad: bool
    number: int
    format: str
    text: str
    marks: tuple[Span, ...]

    @property
    def name(self) -> str:
        """A name for test reports."""
        return f"{self.rule['id']}-{'bad' if self.is_bad else 'good'}-{self.number}-{_SUFFIXES[self.format]}"


# Shipped rules have so many examples of each kind; those of a newsroom should.
_ENOUGH = 2
Notice = Callable[[str, str], None]


def cases_of(folder: Path, notice: Notice | None = None) -> Iterator[Case]:
    """Yield every case of every rule file under a folder; raise RuleFileError where a file is not valid.

    `notice` is told the id of each rule that has few examples, and how many it has.
    """
    check_folder(folder)
    for identity, path in rule_files(folder):
        yield from cases_of_rule(identity, path, folder, notice)


def cases_of_rule(identity: str, path: Path, folder: Path, notice: Notice | None = None) -> Iterator[Case]:
    """Yield every case of one rule file; `notice` is told where it has few examples."""
    compiled, spec = read_rule(identity, path, folder)
    bad, good = len(spec.examples.bad), len(spec.examples.good)
    if notice and min(bad, good) < _ENOUGH:
        notice(identity, f"{bad} bad and {good} good examples; two of each show what the rule finds and leaves alone")
    if compiled["yields_to"]:
        known = [name for each in (folder, bundled("rules")) for name, _ in rule_files(each)]
        check_known(compiled, "yields_to", "rule", known, "Name a rule that exists.")
    for is_bad, examples in ((True, spec.examples.bad), (False, spec.examples.good)):
        for number, example in enumerate(examples, 1):
            for format, marked in render_example(example):
                text, marks = read_marks(marked, f"{path}: example {number}")
                yield Case(compiled, example, is_bad, number, format, text, marks)


def read_marks(marked: str, where: str) -> tuple[str, tuple[Span, ...]]:
    """Return a text without its ⟦…⟧ and the spans that they marked; raise RuleFileError where they do not pair."""
    text, marks, open_at = "", [], None
    for piece in _MARK.split(marked):
        if piece == "⟦" and open_at is None:
            open_at = len(text)
        elif piece == "⟧" and open_at is not None:
            marks.append(Span(open_at, len(text)))
            open_at = None
        elif piece in ("⟦", "⟧"):
            raise RuleFileError(where, "unbalanced marks ⟦ and ⟧.", "Close each mark before the next.")
        else:
            text += piece
    if open_at is not None:
        raise RuleFileError(where, "a mark ⟦ is not closed.", "Add ⟧.")
    return text, tuple(marks)


def run_case(case: Case, settings: Settings) -> list[str]:
    """Return what is wrong with the rule's verdict on a case: what is missing, flagged by mistake or misplaced."""
    article = parse(decode(case.text.encode(), f"example.{_SUFFIXES[case.format]}", case.format))
    diagnostics, skipped = judge_case(case, article, settings)
    if skipped:
        return [f"not evaluated ({skipped}); name the formats that can show it"]
    if not case.is_bad:
        return [f"a good example is flagged: {show(found)}" for found in diagnostics]
    if undeclared := _undeclared_fixes(case, diagnostics):
        return [f"the check `{case.rule['check']}` does not declare the fix: {', '.join(undeclared)}"]
    if case.example.at is not None:
        lines = [article.source.position(article.anchor(case.example.at).start).line]
        is_there = lines == [found.start.line for found in diagnostics]
        return [] if is_there else [f"at {case.example.at}: {list(map(show, diagnostics))}"]
    return [*_unlike_marks(case, diagnostics), *_unlike_numbers(case.example, diagnostics)]


def _undeclared_fixes(case: Case, diagnostics: list[Diagnostic]) -> list[str]:
    """Return the sorts of fixes that findings bring and their check does not declare; options may add some."""
    brought = {found.fix.applicability for found in diagnostics if found.fix is not None}
    return sorted(brought.difference(fixes_of(case.rule))) if not case.example.options else []


def _unlike_marks(case: Case, diagnostics: list[Diagnostic]) -> Iterator[str]:
    """Yield where diagnostics and marks differ; an example with a count and no marks leaves open where they are."""
    flagged = {found.span for found in diagnostics}
    if case.marks:
        yield from (f"missing: {case.text[span.start : span.end]!r}" for span in case.marks if span not in flagged)
        yield from (
            f"flagged outside the marks: {show(found)}" for found in diagnostics if found.span not in case.marks
        )
    elif case.example.count is None:
        yield from (f"flagged but nothing is marked with ⟦ ⟧: {show(found)}" for found in diagnostics)
        if not diagnostics:
            yield "missing: nothing was flagged"


def _unlike_numbers(example: ExampleSpec, diagnostics: list[Diagnostic]) -> Iterator[str]:
    """Yield what is wrong with the number of the diagnostics and with their severities."""
    if example.count is not None and len(diagnostics) != example.count:
        yield f"count: {len(diagnostics)}, not {example.count}"
    severities = [str(found.severity) for found in diagnostics]
    if example.severity and {*severities} - {example.severity}:
        yield f"severity: {severities}, not {example.severity}"


def judge_case(case: Case, article: Article, settings: Settings) -> tuple[list[Diagnostic], str]:
    """Run the case's rule alone; return its diagnostics, and why it was not evaluated, if so."""
    from newslint.rules import build_ruleset

    check_profiles([case.rule], (), settings.root)
    profile = case.example.profile or _profile_for(case.rule, settings)
    variant = settings.variant(profile, asked_by=case.rule["path"])
    options: dict[str, Any] = dict(variant.options.get(case.rule["id"], case.rule["options"]))
    if case.example.options:
        folder = Path(case.rule["path"]).parents[1]
        merged = {**options, **case.example.options}
        options = compile_options(case.rule["check"], merged, Path(case.rule["path"]), folder=folder)
    ruleset = build_ruleset([case.rule], variant.severities, {case.rule["id"]: options})
    today = date.fromisoformat(case.example.today) if case.example.today else _DAY
    known = read_jurisdictions(settings.state["jurisdictions"], case.example.jurisdictions)
    scene = Scene(Today(today), profile, variant.elements, variant.required, jurisdictions=known)
    crashes: list[str] = []
    report = lint(article, ruleset, scene, crashes.append)
    if crashes:
        raise RuleFileError(case.name, f"the rule crashed: {crashes[0]}", "")
    return list(report.diagnostics), "; ".join(entry.reason for entry in report.not_evaluated)


def _profile_for(rule: CompiledRule, settings: Settings) -> str:
    """Return the profile to judge examples under: news, else the first shipped one that the rule is for."""
    if {"all", "news"} & set(rule["profiles"]):
        return "news"
    return next((name for name in rule["profiles"] if profile_path(name, settings.root)), "news")


def show(found: Diagnostic) -> str:
    """Describe a diagnostic in one line."""
    return f"{found.start.line}:{found.start.column} {found.excerpt!r} ({found.message})"
