"""What a rule says of a sort of text (an own voice, a captured page) weighs what the rule gives it, and never more."""

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
from newslint.checks.genres import is_captured, speaks_for_itself
from newslint.contract import CAPTURED, OWN_VOICE, Scene
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


MENU = ("Home", "News", "Sport", "Business", "Culture", "Weather", "Contact us", "Privacy policy", "Log in", "Search")


def _page(menu: int, *, name: str = "a.txt") -> Article:
    head = "Harbour bridge closes for repairs in May", "By Ana Roe", "3 May 2026"
    return parse(decode("\n\n".join((*MENU[:menu], *head, *[REPORT] * 5)).encode(), name))


@pytest.mark.parametrize(("menu", "told"), [(0, False), (2, False), (8, True), (10, True)])
def test_a_text_with_many_lines_of_a_menu_was_captured_with_its_page(menu: int, told: bool) -> None:
    assert is_captured(_page(menu)) == told


@pytest.mark.parametrize("severities", [{CAPTURED: Severity.ADVICE}, {}, {OWN_VOICE: Severity.ADVICE}])
def test_a_captured_page_lowers_what_a_rule_says_should_be(severities: dict[str, Severity]) -> None:
    def check(article: Article, scene: Scene) -> Iterator[Finding]:
        yield Finding(article.blocks[0].whole)

    rule = make_rule("a/b", check, severities={"default": Severity.ERROR, **severities})
    (found,) = lint(_page(10), RuleSet((rule,)), Scene(Today(date(2026, 1, 15)))).diagnostics
    assert found.severity == severities.get(CAPTURED, Severity.ERROR)
    (clean,) = lint(_page(0), RuleSet((rule,)), Scene(Today(date(2026, 1, 15)))).diagnostics
    assert clean.severity == Severity.ERROR


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
