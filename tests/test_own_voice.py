"""What a rule says of a text in its author's own voice weighs what the rule gives that voice, and never more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ready_rules import make_rule

from newslint.article import Article
from newslint.assembly import parse
from newslint.checks.controls import explains_a_program, operates
from newslint.checks.genres import speaks_for_itself
from newslint.contract import OWN_VOICE, Scene
from newslint.diagnostics import Finding, Severity
from newslint.engine import lint
from newslint.rules import RuleSet
from newslint.source import decode
from newslint.today import Today

REPORT = "The port closed on Monday, and the ferry stayed in the harbour."
OWN = "I went to the port on Monday, and my ferry stayed in the harbour."
OURS = "We closed the port on Monday, and our ferry stayed in the harbour."
SAID = "“I closed the port on Monday, and my ferry stayed,” said Ana Roe."


def _article(paragraphs: list[str]) -> Article:
    return parse(decode("\n\n".join(paragraphs).encode(), "a.md"))


@given(own=st.integers(0, 12), reports=st.integers(0, 12), said=st.integers(0, 6), voice=st.sampled_from([OWN, OURS]))
def test_a_text_speaks_for_itself_where_a_fifth_of_it_does_and_four_paragraphs(
    own: int, reports: int, said: int, voice: str
) -> None:
    paragraphs = [voice] * own + [REPORT] * reports + [SAID] * said
    assert speaks_for_itself(_article(paragraphs or [REPORT])) == (own >= max(4, 0.2 * len(paragraphs)))


@pytest.mark.parametrize("name", ["op.md", "op.html", "op.txt"])
def test_formats_agree(name: str) -> None:
    texts = [OWN, REPORT, OWN, OWN, REPORT, OWN]
    source = "".join(f"<p>{text}</p>" for text in texts) if name == "op.html" else "\n\n".join(texts)
    assert speaks_for_itself(parse(decode(source.encode(), name)))


@pytest.mark.parametrize(
    ("severities", "told"),
    [
        ({"default": Severity.ERROR}, Severity.ERROR),
        ({"default": Severity.ERROR, OWN_VOICE: Severity.ADVICE}, Severity.ADVICE),
        ({"default": Severity.ADVICE, OWN_VOICE: Severity.WARNING}, Severity.ADVICE),
        ({"default": Severity.ADVICE, "near": Severity.ERROR, OWN_VOICE: Severity.WARNING}, Severity.WARNING),
    ],
)
def test_an_own_voice_lowers_and_never_raises(severities: dict[str, Severity], told: Severity) -> None:
    def check(article: Article, scene: Scene) -> Iterator[Finding]:
        yield Finding(article.blocks[0].whole, grade="near")

    rule = make_rule("a/b", check, severities=severities, grades=("near",))

    def severity_in(paragraph: str) -> Severity:
        (found,) = lint(_article([paragraph] * 5), RuleSet((rule,)), Scene(Today(date(2026, 1, 15)))).diagnostics
        return found.severity

    assert severity_in(OWN) == told
    assert severity_in(REPORT) == rule.severity("near")


@pytest.mark.parametrize(
    ("sentence", "call", "is_of_program"),
    [
        ("Click the Pause button.", "Click the Pause button", True),
        ("Press the “Add” button and wait.", "Press the “Add” button", True),
        ("Click the Subscribe button.", "Click the Subscribe button", False),
        ("Click the “Donate” button.", "Click the “Donate” button", False),
        ("Click the Tide button below.", "Click the Tide button", False),
        ("Click the button.", "Click the button", False),
        ("Click here.", "Click here", False),
    ],
)
def test_a_named_control_is_of_a_program_unless_the_page_has_it(sentence: str, call: str, is_of_program: bool) -> None:
    assert operates(sentence, sentence.index(call), sentence.index(call) + len(call)) == is_of_program


def test_three_steps_explain_a_program() -> None:
    steps = ["Click the Add button.", "Press the star key.", "Select Tides."]
    assert explains_a_program(steps)
    assert not explains_a_program([*steps[:2], "Click here.", "The press was there."])
