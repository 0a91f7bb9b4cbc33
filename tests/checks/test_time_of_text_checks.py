"""Checks of text stay linear on input that is made to slow them down."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from benchmarks.pathologies import is_linear

from newslint.article import Article
from newslint.assembly import parse
from newslint.contract import Scene
from newslint.engine import lint
from newslint.rules import build_ruleset
from newslint.rules.compiling import compile_rule
from newslint.rules.folders import bundled
from newslint.source import decode
from newslint.today import Today

_HOSTILE = {
    "braces": "{{ a ",
    "brackets": "[Name [insert a",
    "figures": "XX TK ",
    "calls": "For the port click the link ",
    "damage": "Ã© ",
    "ticks": "`a` ",
    "references": "[text][nope] (",
    "repeats": "The bridge over the Lune closes on Monday for six weeks.\n\n",
}
_RULES = (
    "hygiene/template-variable",
    "hygiene/tk-or-lorem",
    "hygiene/dangling-cta",
    "hygiene/mojibake",
    "hygiene/duplicate-paragraph",
    "hygiene/broken-internal-link",
    "hygiene/unbalanced-brackets",
    "hygiene/repeated-punctuation",
    "ai-content/unfilled-placeholder",
)
_SOURCING = (
    "sourcing/anonymous-source-unexplained",
    "sourcing/passive-unsourced-claim",
    "sourcing/statistic-without-source",
    "sourcing/undated-statement",
    "sourcing/weasel-attribution",
)
_TOLD = (
    "An aide said the pier is closed. Analysts say that it is old.\n\nThe minister told parliament that it is safe.\n\n"
    "It is reportedly old. Only 38 per cent of renters in the town can swim as well as they should.\n\n"
)


@pytest.mark.parametrize("name", _HOSTILE)
def test_hostile_text_takes_time_in_proportion_to_its_length(name: str) -> None:
    unit = _HOSTILE[name]
    folder = Path(str(bundled("rules")))
    rules = build_ruleset([compile_rule(rule, folder / f"{rule}.yaml", folder) for rule in _RULES], {}, {})
    scene = Scene(Today(date(2026, 1, 15)))

    def make(size: int) -> Article:
        article = parse(decode((unit * (size // len(unit))).encode(), "a.md"))
        assert article.quotations is not None
        return article

    assert not lint(make(1_000), rules, scene).crashed
    assert is_linear(make, lambda article: lint(article, rules, scene), largest=128_000)


def test_what_stands_before_and_after_is_found_in_time_in_proportion() -> None:
    folder = Path(str(bundled("rules")))
    scene = Scene(Today(date(2026, 1, 15)))
    for rule in _SOURCING:
        rules = build_ruleset([compile_rule(rule, folder / f"{rule}.yaml", folder)], {}, {})

        def make(size: int) -> Article:
            article = parse(decode((_TOLD * (size // len(_TOLD))).encode(), "a.md"))
            assert article.attributions is not None
            return article

        assert lint(make(1_000), rules, scene).diagnostics, rule
        assert is_linear(make, partial(lint, ruleset=rules, scene=scene), largest=32_000), rule
