"""Checks of text stay linear on input that is made to slow them down."""

from __future__ import annotations

from datetime import date
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


@pytest.mark.parametrize("name", _HOSTILE)
def test_hostile_text_takes_time_in_proportion_to_its_length(name: str) -> None:
    unit = _HOSTILE[name]
    folder = Path(str(bundled("rules")))
    rules = build_ruleset([compile_rule(rule, folder / f"{rule}.yaml", folder) for rule in _RULES], {}, {})
    scene = Scene(date(2026, 1, 15))

    def make(size: int) -> Article:
        article = parse(decode((unit * (size // len(unit))).encode(), "a.md"))
        assert article.quotations is not None
        return article

    assert not lint(make(1_000), rules, scene).crashed
    assert is_linear(make, lambda article: lint(article, rules, scene), largest=128_000)
