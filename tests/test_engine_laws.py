"""What holds of every run of rules: who is asked, what becomes of a finding, who gives way to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ready_rules import make_rule

from newslint.article import Article, Block, Prose, Run
from newslint.contract import PhraseHit, Rule, Scene
from newslint.diagnostics import (
    Citation,
    Diagnostic,
    Edit,
    FileReport,
    Finding,
    Fix,
    NotEvaluated,
    Related,
    RelatedPlace,
    Severity,
)
from newslint.engine import lint, shorten
from newslint.guard import OutOfTime
from newslint.parts import BlockKind
from newslint.rules import RuleSet
from newslint.source import Position, Source
from newslint.spans import Span
from newslint.today import Today

TEXT = "One two three.\nFour five six.\nSeven eight."
SCENE = Scene(Today(date(2026, 1, 15)), "blog")

Look = Callable[[Article, Scene], Iterable[Finding]]


def rule(identity: str, look: Look | Sequence[Finding] = (), **facts: Any) -> Rule:
    """Return a rule whose check yields the findings, or is the function."""

    def check(article: Article, scene: Scene) -> Iterable[Finding]:
        return look(article, scene) if callable(look) else look

    return make_rule(identity, check, **facts)


def article_of(text: str = TEXT, blocks: Sequence[Block] = (), format: str = "markdown", **facts: Any) -> Article:
    return Article(Source("dir/a.md", text, format), tuple(blocks), **facts)


def block(start: int, end: int, kind: BlockKind = "paragraph", text: str = TEXT) -> Block:
    return Block(kind, Span(start, end), Prose(text[start:end], [Run(0, end - start, start, end - start)]))


def run(article: Article, *rules: Rule, scene: Scene = SCENE) -> FileReport:
    return lint(article, RuleSet(rules), scene)


# Who is asked


@pytest.mark.parametrize(
    ("format", "needs", "reason"),
    [
        ("text", ("images",), "plain text has no images"),
        ("text", ("links", "images"), "plain text has no link targets"),
        ("markdown", ("images", "structured-data"), "Markdown has no structured data"),
        ("html", ("front-matter",), "HTML has no front matter"),
        ("html", ("images", "links", "structured-data"), None),
        ("text", (), None),
    ],
)
def test_a_rule_that_needs_what_a_format_cannot_show_is_not_evaluated(
    format: str, needs: tuple[str, ...], reason: str | None
) -> None:
    asked: list[str] = []

    def look(article: Article, scene: Scene) -> Iterable[Finding]:
        asked.append(article.path)
        return [Finding(Span(0, 3))]

    report = run(article_of(format=format), rule("a/one", look, needs=needs), rule("b/two", [Finding(Span(0, 3))]))
    told = [(entry.rule, entry.path, entry.reason) for entry in report.not_evaluated]
    assert told == ([] if reason is None else [("a/one", "dir/a.md", reason)])
    assert all(entry.need in needs for entry in report.not_evaluated)
    assert len(asked) == (reason is None)
    assert report.diagnostics[-1].rule == "b/two"


@pytest.mark.parametrize(
    ("language", "languages", "is_asked"),
    [
        ("en", ("en",), True),
        ("en-GB", ("en",), True),
        ("EN-gb", ("de", "en"), True),
        ("de", ("en",), False),
        ("english", ("en",), False),
        ("de-en", ("en",), False),
        ("de", (), True),
        (None, ("en",), True),
        ("", ("en",), True),
    ],
)
def test_a_rule_for_some_languages_is_asked_where_the_article_is_in_one_or_says_nothing(
    language: str | None, languages: tuple[str, ...], is_asked: bool
) -> None:
    report = run(article_of(language=language), rule("a/one", [Finding(Span(0, 3))], languages=languages))
    assert len(report.diagnostics) == is_asked
    reason = f"the article's language is {language}"
    assert report.not_evaluated == (() if is_asked else (NotEvaluated("a/one", "dir/a.md", reason),))


def test_phrases_are_looked_for_in_every_block_but_boilerplate_and_code_and_each_rule_gets_its_own() -> None:
    seen: dict[str, tuple[PhraseHit, ...]] = {}

    def look(identity: str) -> Look:
        def note(article: Article, scene: Scene) -> Iterable[Finding]:
            seen[identity] = scene.hits
            assert scene._replace(hits=()) == SCENE
            return ()

        return note

    text = "one two one\n" * 4
    kinds: tuple[BlockKind, ...] = ("paragraph", "boilerplate", "code", "heading")
    article = article_of(text, [block(12 * n, 12 * n + 11, kind, text) for n, kind in enumerate(kinds)])
    run(
        article,
        rule("a/one", look("a/one"), phrases=("one",)),
        rule("b/two", look("b/two"), phrases=("two", "none")),
        rule("c/three", look("c/three")),
        rule("d/four", look("d/four"), phrases=("nothing",)),
    )
    assert seen["a/one"] == tuple(PhraseHit(n, at, at + 3, "one") for n in (0, 3) for at in (0, 8))
    assert seen["b/two"] == (PhraseHit(0, 4, 7, "two"), PhraseHit(3, 4, 7, "two"))
    assert seen["c/three"] == seen["d/four"] == ()


# What becomes of a finding


def test_a_diagnostic_joins_a_finding_with_its_rule_and_its_place() -> None:
    sources = (Citation("Code", "1", "https://x.example", "verified"),)
    fix = Fix("safe", (Edit(4, 7, "2"),))
    finding = Finding(
        Span(4, 19),
        {"word": "two", "limit": "{word}"},
        "grave",
        (Related(Span(30, 35), "there"), Related(Span(0, 3), "here")),
        fix=fix,
    )
    report = run(
        article_of(),
        rule(
            "a/one",
            [finding],
            severities={"default": Severity.ADVICE, "grave": Severity.ERROR},
            message="“{word}” {{is}} {limit}",
            sources=sources,
        ),
    )
    assert report == FileReport(
        "dir/a.md",
        (
            Diagnostic(
                rule="a/one",
                severity=Severity.ERROR,
                path="dir/a.md",
                profile="blog",
                message="“two” {is} {word}",
                start=Position(4, 1, 5),
                end=Position(19, 2, 5),
                excerpt="two three. Four",
                frame="One two three.",
                title="Title of a/one",
                remedy="Mend it.",
                related=(
                    RelatedPlace(Position(30, 3, 1), Position(35, 3, 6), "there"),
                    RelatedPlace(Position(0, 1, 1), Position(3, 1, 4), "here"),
                ),
                fix=fix,
                sources=sources,
            ),
        ),
    )


def test_a_grade_without_a_severity_has_that_of_the_default() -> None:
    severities = {"default": Severity.ADVICE, "grave": Severity.ERROR}
    findings = [Finding(Span(at, at + 1), grade=grade) for at, grade in enumerate(["grave", "other", "default"])]
    report = run(article_of(), rule("a/one", findings, severities=severities))
    assert [found.severity for found in report.diagnostics] == [Severity.ERROR, Severity.ADVICE, Severity.ADVICE]


def test_a_finding_may_name_a_message_of_its_check() -> None:
    findings = [Finding(Span(0, 1), {"n": 3}, message="other"), Finding(Span(1, 2), {"n": 4})]
    report = run(article_of(), rule("a/one", findings, message="rule {n}", messages={"other": "own {n}"}))
    assert [found.message for found in report.diagnostics] == ["own 3", "rule 4"]


def test_what_is_said_twice_of_one_place_is_said_once_as_it_was_said_first() -> None:
    one = Finding(Span(0, 3), {"n": 1}, "grave", (Related(Span(4, 7), "x"),))
    severities = {"default": Severity.ADVICE, "grave": Severity.ERROR}
    report = run(
        article_of(),
        rule(
            "a/one",
            [one, Finding(Span(0, 3), {"n": 1}), Finding(Span(0, 3), {"n": 2})],
            message="{n}",
            severities=severities,
        ),
        rule("b/two", [one], message="{n}"),
        rule("c/three", [Finding(Span(0, 4), {"n": 1}), one], message="{n}"),
    )
    told = [(found.rule, found.span.end, found.message) for found in report.diagnostics]
    assert told == [
        ("a/one", 3, "1"),
        ("a/one", 3, "2"),
        ("b/two", 3, "1"),
        ("c/three", 3, "1"),
        ("c/three", 4, "1"),
    ]
    assert report.diagnostics[0].severity is Severity.ERROR
    assert len(report.diagnostics[0].related) == 1


def test_diagnostics_are_sorted_by_place_then_rule_then_message() -> None:
    findings = [Finding(Span(*span), {"n": n}) for span in ((5, 6), (0, 9), (0, 3)) for n in (2, 1)]
    report = run(article_of(), rule("b/two", findings, message="{n}"), rule("a/one", findings, message="{n}"))
    keys = [(found.span, found.rule, found.message) for found in report.diagnostics]
    assert keys == sorted(keys)
    assert len(keys) == 12


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x" * 120, "x" * 120),
        ("x" * 121, "x" * 119 + "…"),
        (" a\n\n b\t c ", "a b c"),
        ("a " * 700, ("a " * 59 + "a…")),
        (" " * 1199 + "ab", "a"),
        ("", ""),
    ],
)
def test_an_excerpt_is_one_line_of_at_most_120_characters(text: str, shown: str) -> None:
    source = Source("a.md", f"[{text}]", "markdown")
    assert shorten(source, Span(1, 1 + len(text))) == shown


# Crashes


def test_a_rule_that_crashes_is_told_with_what_it_was_and_all_others_run() -> None:
    def crash(article: Article, scene: Scene) -> Iterable[Finding]:
        yield Finding(Span(0, 3))
        raise ValueError("no such thing")

    traces: list[str] = []
    rules = [rule("a/one", crash), rule("b/two", [Finding(Span(0, 3))]), rule("c/three", crash)]
    report = lint(article_of(), RuleSet(tuple(rules)), SCENE, traces.append)
    assert report.crashed == ("a/one", "c/three")
    assert len(traces) == 2
    assert all("Traceback" in trace and "no such thing" in trace for trace in traces)
    assert report.diagnostics[0] == Diagnostic(
        rule="internal/rule-crash",
        severity=Severity.ERROR,
        path="dir/a.md",
        profile="blog",
        message="The rule a/one failed here (ValueError: no such thing); all other rules ran.",
        start=Position(0, 1, 1),
        end=Position(0, 1, 1),
        excerpt="",
        frame="One two three.",
        remedy="Report this, and run with --ignore a/one for now.",
    )
    assert [found.rule for found in report.diagnostics] == ["internal/rule-crash", "internal/rule-crash", "b/two"]
    assert run(article_of(), *rules) == report


def test_a_message_that_cannot_be_filled_is_a_crash_of_its_rule() -> None:
    report = run(article_of(), rule("a/one", [Finding(Span(0, 3))], message="{nothing}"))
    assert report.crashed == ("a/one",)
    assert "(KeyError: 'nothing')" in report.diagnostics[0].message


class OddError(BaseException):
    """What a parser in another language may raise."""


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, OutOfTime, OddError])
def test_only_what_ends_the_run_or_the_file_passes_a_rule(error: type[BaseException]) -> None:
    def crash(article: Article, scene: Scene) -> Iterable[Finding]:
        raise error

    if error is OddError:
        assert run(article_of(), rule("a/one", crash)).crashed == ("a/one",)
    else:
        with pytest.raises(error):
            run(article_of(), rule("a/one", crash))


# Who gives way


SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 6)).map(lambda pair: Span(pair[0], sum(pair))),
    max_size=5,
    unique=True,
)


@given(SPANS, SPANS)
def test_without_blocks_a_finding_gives_way_where_it_overlaps_a_host(guests: list[Span], hosts: list[Span]) -> None:
    report = run(
        article_of(),
        rule("a/guest", [*map(Finding, guests)], yields_to=("b/host",)),
        rule("b/host", [*map(Finding, hosts)]),
    )

    def overlapping(guest: Span) -> list[Span]:
        # What is empty stands for the character that it is before.
        end = max(guest.end, guest.start + 1)
        return [host for host in hosts if host.start < end and guest.start < max(host.end, host.start + 1)]

    assert [found.span for found in report.diagnostics if found.rule == "b/host"] == sorted(hosts)
    staying = [guest for guest in sorted(guests) if not overlapping(guest)]
    assert [found.span for found in report.diagnostics if found.rule == "a/guest"] == staying
    told: list[tuple[int, int]] = []
    for found in report.diagnostics:
        for place in found.related:
            guest = Span(place.start.offset, place.end.offset)
            assert found.span in overlapping(guest)
            assert place.message == "Says a/guest"
            assert guest != found.span
            told.append(guest)
    assert len(told) == len(set(told))
    # One that has the very span of the host that it gives way to is not named.
    assert set(told) | set(hosts) >= set(guests) - set(staying)
    assert set(told) >= set(guests) - set(staying) - set(hosts)


def test_a_finding_gives_way_first_by_its_anchor_then_in_its_block_then_where_spans_overlap() -> None:
    article = article_of("x" * 60, [block(0, 9, text="x" * 60), block(20, 29, text="x" * 60)])
    host = rule(
        "b/host",
        [
            Finding(Span(50, 59), anchor="dek"),
            Finding(Span(1, 2)),
            Finding(Span(3, 4)),
            Finding(Span(8, 45)),
            Finding(Span(52, 53), anchor="dek"),
        ],
    )

    def host_of(guest: Finding) -> Span | None:
        report = run(article, rule("a/guest", [guest], yields_to=("b/host",)), host)
        return next((found.span for found in report.diagnostics if found.related), None)

    assert host_of(Finding(Span(5, 6), anchor="dek")) == (50, 59)
    assert host_of(Finding(Span(5, 6), anchor="byline")) == (1, 2)
    assert host_of(Finding(Span(5, 6))) == (1, 2)
    assert host_of(Finding(Span(22, 23))) == (8, 45)
    assert host_of(Finding(Span(44, 46))) == (8, 45)
    assert host_of(Finding(Span(45, 46))) is None
    assert host_of(Finding(Span(49, 51))) == (50, 59)
    assert host_of(Finding(Span(10, 12), anchor="byline")) == (8, 45)


def test_a_finding_that_gives_way_to_several_rules_is_named_by_the_first_found() -> None:
    hosts = [rule("b/two", [Finding(Span(0, 3))]), rule("c/three", [Finding(Span(0, 4))])]
    for names in (("b/two", "c/three"), ("c/three", "b/two")):
        report = run(article_of(), rule("a/one", [Finding(Span(1, 2))], yields_to=names), *hosts)
        assert [(found.rule, len(found.related)) for found in report.diagnostics] == [("b/two", 1), ("c/three", 0)]


def test_those_that_gave_way_are_named_after_the_host_s_own_places() -> None:
    host = Finding(Span(0, 5), related=(Related(Span(20, 21), "own"),))
    report = run(
        article_of(),
        rule("a/one", [Finding(Span(3, 4)), Finding(Span(0, 5)), Finding(Span(1, 2))], yields_to=("b/two",)),
        rule("b/two", [host]),
    )
    (found,) = report.diagnostics
    assert [(place.start.offset, place.message) for place in found.related] == [
        (20, "own"),
        (3, "Says a/one"),
        (1, "Says a/one"),
    ]


def test_a_warning_gives_way_to_no_advice_which_goes_where_it_is_about_the_same_words() -> None:
    advice = {"severities": {"default": Severity.ADVICE}}
    host = rule("b/host", [Finding(Span(2, 5)), Finding(Span(9, 12))], **advice)
    article = article_of("x" * 60, [block(0, 20, text="x" * 60)])
    for guest in (rule("a/guest", [Finding(Span(4, 7))], yields_to=("b/host",)),):
        told = [(found.rule, found.span.start, len(found.related)) for found in run(article, guest, host).diagnostics]
        assert told == [("a/guest", 4, 1), ("b/host", 9, 0)]
    weak = rule("a/guest", [Finding(Span(4, 7))], yields_to=("b/host",), **advice)
    assert [found.rule for found in run(article, weak, host).diagnostics] == ["b/host", "b/host"]


def test_a_rule_that_is_not_there_is_no_host() -> None:
    report = run(
        article_of(), rule("a/one", [Finding(Span(0, 3))], yields_to=("b/none",)), rule("c/two", [Finding(Span(0, 3))])
    )
    assert [found.rule for found in report.diagnostics] == ["a/one", "c/two"]
