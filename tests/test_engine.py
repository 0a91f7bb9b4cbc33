"""Findings meet their rules: those that tell the same story give way, once and to one that stays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from benchmarks.pathologies import is_linear
from tests.ready_rules import make_rule

from newslint.article import Article
from newslint.assembly import parse
from newslint.contract import Rule, Scene
from newslint.diagnostics import FileReport, Finding
from newslint.engine import lint
from newslint.rules import RuleSet
from newslint.source import decode
from newslint.spans import Span
from newslint.today import Today


def rule(identity: str, findings: Iterable[Finding], *yields_to: str) -> Rule:
    found = list(findings)

    def check(article: Article, scene: Scene) -> Iterable[Finding]:
        return found

    return make_rule(identity, check, yields_to=list(yields_to), message=identity)


def run(text: str, *rules: Rule) -> FileReport:
    article = parse(decode(text.encode(), "a.md"))
    return lint(article, RuleSet(tuple(sorted(rules, key=lambda entry: entry.id))), Scene(Today(date(2026, 1, 15))))


TEXT = "One two three.\n\nFour five six.\n"


def test_a_finding_gives_way_in_its_block_and_is_named_as_related() -> None:
    report = run(
        TEXT, rule("a/one", [Finding(Span(0, 3)), Finding(Span(16, 20))], "b/two"), rule("b/two", [Finding(Span(4, 7))])
    )
    assert [(found.rule, found.span) for found in report.diagnostics] == [("b/two", (4, 7)), ("a/one", (16, 20))]
    assert [place.message for place in report.diagnostics[0].related] == ["a/one"]


def test_a_finding_gives_way_on_the_same_anchor_and_where_spans_overlap() -> None:
    host = rule("b/two", [Finding(Span(0, 3), anchor="byline"), Finding(Span(4, 20))])
    report = run(TEXT, rule("a/one", [Finding(Span(30, 30), anchor="byline"), Finding(Span(18, 19))], "b/two"), host)
    assert {found.rule for found in report.diagnostics} == {"b/two"}


def test_a_finding_that_gives_way_is_no_host_whatever_the_order_of_names() -> None:
    for first, second, third in (("a/a", "b/b", "c/c"), ("c/c", "b/b", "a/a"), ("b/b", "c/c", "a/a")):
        report = run(
            TEXT,
            rule(first, [Finding(Span(0, 3))], second, third),
            rule(second, [Finding(Span(4, 7))], third),
            rule(third, [Finding(Span(8, 13))]),
        )
        assert [found.rule for found in report.diagnostics] == [third]
        assert sorted(place.message for place in report.diagnostics[0].related) == sorted([first, second])


def test_a_finding_stays_where_its_host_stands_elsewhere_or_has_given_way_to_a_third() -> None:
    report = run(
        TEXT,
        rule("a/one", [Finding(Span(0, 3))], "b/two"),
        rule("b/two", [Finding(Span(4, 7))], "c/three"),
        rule("c/three", [Finding(Span(8, 13))]),
    )
    assert [found.rule for found in report.diagnostics] == ["a/one", "c/three"]


def test_giving_way_takes_time_in_proportion_to_the_findings() -> None:
    def read(size: int) -> list[str]:
        report_of = [Finding(Span(at * 5, at * 5 + 4)) for at in range(size)]
        report = run("word " * size, rule("a/one", report_of, "b/two"), rule("b/two", report_of[:1]))
        return [found.rule for found in report.diagnostics]

    assert read(5_000) == ["b/two"]
    assert is_linear(lambda size: size, read, largest=16_000)


def test_a_long_line_is_held_once_however_many_findings_it_has() -> None:
    text = "word " * 2_000
    report = run(text, rule("a/one", [Finding(Span(at * 5, at * 5 + 4)) for at in range(2_000)]))
    assert len({id(found.frame) for found in report.diagnostics}) == 1
    assert len(report.diagnostics) == 2_000


COPIES = "The ferry to Hallin sails no more, and nobody knows why.\n"


def test_what_is_found_in_a_copy_of_a_paragraph_is_another_place_of_the_same_fault() -> None:
    text = f"{COPIES}\nShort words.\n\n{COPIES}\nShort words.\n\n{COPIES}"
    places = [at for at in range(len(text)) if text.startswith(("ferry", "words"), at)]
    report = run(text, rule("a/one", [Finding(Span(at, at + 5)) for at in places]))
    ferry, words, _, again, _ = places
    assert [found.span.start for found in report.diagnostics] == [ferry, words, again]
    (first, *others) = report.diagnostics
    assert [text[place.start.offset : place.end.offset] for place in first.related] == ["ferry", "ferry"]
    assert not any(found.related for found in others)


def test_other_words_of_a_copy_and_other_rules_stay() -> None:
    text = f"{COPIES}\n{COPIES}"
    second = len(COPIES) + 1
    report = run(
        text,
        rule("a/one", [Finding(Span(4, 9)), Finding(Span(second + 13, second + 19))]),
        rule("b/two", [Finding(Span(second + 4, second + 9))]),
    )
    assert [(found.rule, found.span.start) for found in report.diagnostics] == [
        ("a/one", 4),
        ("b/two", second + 4),
        ("a/one", second + 13),
    ]
