"""Suppressions: what a suppression suppressions, and what is wrong with a suppression."""

from __future__ import annotations

import re
from datetime import date

import pytest
from benchmarks.pathologies import is_linear

from newslint.article import Article, Block, Comment, Field, FrontMatter, Prose, Run
from newslint.diagnostics import Diagnostic, Severity
from newslint.source import Source
from newslint.spans import Span
from newslint.suppressions import Outcome, apply
from newslint.today import Today

TODAY = date(2026, 11, 22)
KNOWN = ["clarity/cliche", "clarity/long-sentence", "sourcing/no-sources", "suppressions/unused"]
CLICHE = "at the end of the day"


def build(text: str, front_matter: FrontMatter | None = None) -> Article:
    """Return an article whose blocks are the text's paragraphs, as a parser would give them, and its comments."""
    source = Source("a.md", text, "markdown")
    comments = tuple(Comment(m.group(1), Span(*m.span())) for m in re.finditer(r"<!--(.*?)-->", text, re.DOTALL))
    blocks = []
    for paragraph in re.finditer(r"\S(?:.|\n(?!\n))*", text):
        start, end = paragraph.span()
        if paragraph.group().startswith("<!--"):
            start += paragraph.group().index("-->") + 3
        words = text[start:end]
        if words.strip():
            start += len(words) - len(words.lstrip())
            run = Run(0, end - start, start, end - start)
            blocks.append(Block("paragraph", Span(start, end), Prose(text[start:end], [run])))
    return Article(source, tuple(blocks), comments=comments, front_matter=front_matter)


def diagnose(article: Article, start: int, end: int, rule: str = "clarity/cliche") -> Diagnostic:
    position = article.source.position
    return Diagnostic(rule, Severity.WARNING, "a.md", "news", "…", position(start), position(end), "")


def judge(text: str, *rules: str, active: list[str] | None = None, front_matter: FrontMatter | None = None) -> Outcome:
    """Report each rule at every place of CLICHE, and apply the suppressions of the text."""
    article = build(text, front_matter)
    found = [
        diagnose(article, match.start(), match.end(), rule)
        for match in re.finditer(CLICHE, text)
        for rule in rules or ("clarity/cliche",)
    ]
    return apply(article, found, KNOWN, KNOWN if active is None else active, Today(TODAY))


def kinds(outcome: Outcome) -> list[str]:
    return [fault.kind for fault in outcome.faults]


def lines(outcome: Outcome) -> list[int]:
    return [found.start.line for found in outcome.kept]


def test_a_comment_of_its_own_covers_the_next_block_and_no_other() -> None:
    suppression = "<!-- newslint: ignore[clarity/cliche] reason: a pun -->"
    text = f"We won {CLICHE}.\n\n{suppression}\n\nSo,\n{CLICHE}.\n\nAgain {CLICHE}.\n"
    outcome = judge(text)
    assert (lines(outcome), outcome.suppressed, kinds(outcome)) == ([1, 8], 1, [])


def test_a_comment_at_the_end_of_a_line_covers_that_line() -> None:
    text = f"One {CLICHE}.\nTwo {CLICHE}. <!-- newslint: ignore[clarity/cliche] reason: a pun -->\nThree {CLICHE}.\n"
    assert lines(judge(text)) == [1, 3]


def test_a_diagnostic_that_ends_on_the_line_is_covered() -> None:
    text = "One sentence that runs\non. <!-- newslint: ignore[clarity/long-sentence] reason: a poem -->\nNext.\n"
    article = build(text)
    outcome = apply(article, [diagnose(article, 0, 26, "clarity/long-sentence")], KNOWN, KNOWN, Today(TODAY))
    assert (outcome.kept, outcome.suppressed) == ([], 1)


def test_a_comment_on_a_line_of_its_own_inside_a_paragraph_covers_the_paragraph() -> None:
    text = f"One {CLICHE}\n<!-- newslint: ignore[clarity/cliche] reason: a pun -->\nand {CLICHE}.\n\nTwo {CLICHE}.\n"
    assert lines(judge(text)) == [5]


def test_tags_before_a_comment_are_no_text() -> None:
    text = f"<!-- a --> <div><!-- newslint: ignore[clarity/cliche] reason: a > b -->\n\n<p>One {CLICHE}.</p>\n"
    one = text.index("One")
    article = build(text)._replace(blocks=(Block("paragraph", Span(one, len(text) - 5), Prose("", [])),))
    outcome = apply(article, [diagnose(article, one, one + 3)], KNOWN, KNOWN, Today(TODAY))
    assert (outcome.suppressed, outcome.faults) == (1, [])


def test_ignore_file_covers_everything() -> None:
    text = f"One {CLICHE}.\n\n<!-- newslint: ignore-file[clarity/cliche] reason: an essay on it -->\n\nTwo {CLICHE}.\n"
    outcome = judge(text)
    assert (lines(outcome), outcome.suppressed) == ([], 2)


def test_a_family_and_several_rules_may_be_named() -> None:
    text = f"<!-- newslint: ignore[clarity, sourcing/no-sources] reason: satire -->\n\nOne {CLICHE}.\n"
    outcome = judge(text, "clarity/cliche", "sourcing/no-sources", "clarity/long-sentence")
    assert (outcome.suppressed, kinds(outcome)) == (3, [])


def test_other_rules_are_not_suppressed() -> None:
    text = f"<!-- newslint: ignore[clarity/cliche] reason: a pun -->\n\nOne {CLICHE}.\n"
    outcome = judge(text, "clarity/cliche", "clarity/long-sentence")
    assert [found.rule for found in outcome.kept] == ["clarity/long-sentence"]


def test_a_suppression_without_a_reason_suppresses_and_is_reported() -> None:
    outcome = judge(f"<!-- newslint: ignore[clarity/cliche] -->\n\nOne {CLICHE}.\n")
    assert (outcome.suppressed, kinds(outcome)) == (1, ["missing-reason"])
    assert outcome.faults[0].span == (0, 41)


def test_an_unknown_rule_is_reported_at_its_name_with_the_nearest() -> None:
    text = f"<!-- newslint: ignore[clarity/clische] reason: a pun -->\n\nOne {CLICHE}.\n"
    outcome = judge(text)
    fault = outcome.faults[0]
    assert (fault.kind, text[fault.span.start : fault.span.end]) == ("unknown-rule", "clarity/clische")
    assert "did you mean clarity/cliche?" in fault.message
    assert outcome.suppressed == 0


def test_a_suppression_holds_to_the_end_of_its_day_and_is_then_reported() -> None:
    text = f"<!-- newslint: ignore[clarity/cliche] reason: a pun until: %s -->\n\nOne {CLICHE}.\n"
    assert kinds(judge(text % "2026-11-22")) == []
    outcome = judge(text % "2026-11-21")
    assert (outcome.suppressed, kinds(outcome)) == (0, ["expired"])


def test_reason_and_date_may_come_in_any_order_and_over_several_lines() -> None:
    text = (
        f"<!-- newslint: ignore[clarity/cliche]\n  until: 2027-01-01\n  reason: a pun: see note -->\n\nOne {CLICHE}.\n"
    )
    outcome = judge(text)
    assert (outcome.suppressed, kinds(outcome)) == (1, [])


def test_an_unused_suppression_is_reported_at_the_rule_only_if_that_rule_ran() -> None:
    text = f"<!-- newslint: ignore[clarity/cliche, sourcing] reason: a pun -->\n\nOne {CLICHE}.\n"
    outcome = judge(text)
    assert [(fault.kind, text[fault.span.start : fault.span.end]) for fault in outcome.faults] == [
        ("unused", "sourcing")
    ]
    assert kinds(judge(text, active=["clarity/cliche"])) == []


@pytest.mark.parametrize(
    ("suppression", "hint"),
    [
        ("newslint: ignore reason: x", "in brackets"),
        ("newslint: ignore[] reason: x", "names no rule"),
        ("newslint: ignore[*] reason: x", "ll rules at once"),
        ("newslint: ignore[all] reason: x", "ll rules at once"),
        ("newslint: disable[clarity] reason: x", "`ignore-file`, not `disable`"),
        ("newslint-disable clarity", "begins with `newslint:`"),
        ("newslint ignore[clarity]", "begins with `newslint:`"),
        ("newslint: ignore[clarity] because we can", "“because we can” is not part"),
        ("newslint: ignore[clarity] reason: x until: spring", "`until: spring` is not a date"),
        ("newslint: ignore[clarity] reason: x reason: y", "appears twice"),
        ("newslint:", "`ignore-file`, not ``"),
    ],
)
def test_a_malformed_suppression_suppresses_nothing_and_says_what_is_wrong(suppression: str, hint: str) -> None:
    outcome = judge(f"<!-- {suppression} -->\n\nOne {CLICHE}.\n")
    assert (outcome.suppressed, kinds(outcome)) == (0, ["malformed"])
    assert hint in outcome.faults[0].message


def test_the_faults_of_suppressions_cannot_be_ignored() -> None:
    assert kinds(judge("<!-- newslint: ignore-file[suppressions/unused] reason: x -->\n")) == ["malformed"]


@pytest.mark.parametrize("text", ["<!-- newslint is a linter -->", "<!-- see newslint: ignore -->", "<!-- -->"])
def test_other_comments_are_left_alone(text: str) -> None:
    assert judge(f"{text}\n\nOne {CLICHE}.\n").faults == []


def ignoring(*items: object) -> FrontMatter:
    return FrontMatter("yaml", Span(0, 3), (Field("newslint", {"ignore": list(items)}, Span(0, 1), Span(1, 3)),))


def test_front_matter_covers_the_file() -> None:
    matter = ignoring({"rule": "clarity/cliche", "reason": "an essay on it", "until": date(2027, 1, 1)})
    outcome = judge(f"---\n\nOne {CLICHE}.\n", front_matter=matter)
    assert (outcome.suppressed, outcome.faults) == (1, [])


@pytest.mark.parametrize(
    ("item", "kind", "hint"),
    [
        ({"rule": "clarity/cliche"}, "missing-reason", "reason"),
        ({"rule": "clarity/clishe", "reason": "x"}, "unknown-rule", "clarity/cliche"),
        ({"rule": "clarity/cliche", "reason": "x", "until": "2026-01-01"}, "expired", "2026-01-01"),
        ({"rule": "clarity/cliche", "reasons": "x"}, "malformed", "`reason`"),
        ({"reason": "x"}, "malformed", "has no `rule`"),
        ("clarity/cliche", "malformed", "`rule`"),
        ({"rule": "all", "reason": "x"}, "malformed", "ll rules at once"),
    ],
)
def test_faults_of_front_matter_are_reported_at_the_field(item: object, kind: str, hint: str) -> None:
    outcome = judge(f"---\n\nOne {CLICHE}.\n", front_matter=ignoring(item))
    assert kinds(outcome) == [kind]
    assert outcome.faults[0].span == (1, 3)
    assert hint in outcome.faults[0].message


def test_many_suppressions_on_one_long_line_take_time_in_proportion() -> None:
    def make(size: int) -> str:
        return "x " + "<!-- newslint: ignore[clarity/cliche] reason: y --> " * (size // 50) + CLICHE

    assert judge(make(5_000)).suppressed == 1
    assert is_linear(make, judge, largest=128_000)
