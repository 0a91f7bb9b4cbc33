"""Checks of text stay linear on input that is made to slow them down."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from newslint.engine import lint
from newslint.parsers import parse
from newslint.rules.rule import Scene
from newslint.rulesets import build_ruleset
from newslint.rulesets.compiling import compile_rule
from newslint.rulesets.folders import bundled
from newslint.source import decode

_HOSTILE = {
    "braces": "{{ a " * 40_000,
    "brackets": "[Name [insert a" * 15_000,
    "figures": "XX TK " * 40_000,
    "calls": "For the port click the link " * 8_000,
    "damage": "Ã© " * 60_000,
    "ticks": "`a` " * 40_000,
    "references": "[text][nope] (" * 15_000,
    "repeats": "The bridge over the Lune closes on Monday for six weeks.\n\n" * 4_000,
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
def test_hostile_text_is_read_in_a_second(name: str) -> None:
    folder = Path(str(bundled("rules")))
    rules = build_ruleset([compile_rule(rule, folder / f"{rule}.yaml", folder) for rule in _RULES], {}, {})
    article = parse(decode(_HOSTILE[name].encode(), "a.md"))
    assert article.quotations is not None
    started = time.process_time()
    report = lint(article, rules, Scene(date(2026, 1, 15)))
    assert not report.crashed
    assert time.process_time() - started < 3
