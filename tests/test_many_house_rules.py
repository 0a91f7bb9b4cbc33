"""Rules of a newsroom cost what they find in an article, and hardly what they are."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from newslint.assembly import parse
from newslint.contract import Scene
from newslint.engine import lint
from newslint.rules.building import RuleSet, build_ruleset, find_literals
from newslint.rules.compiling import CompiledRule
from newslint.settings import load_settings
from newslint.source import read
from newslint.today import Today

ROOT = Path(__file__).parents[1]
ARTICLES = [read(path) for path in sorted((ROOT / "tests" / "corpus").glob("*/article.md"))[:12]]


def _house_rules(number: int) -> dict[str, CompiledRule]:
    """Return rules that differ in the words that they look for, each with a few patterns."""
    shipped = load_settings(None).compiled
    like = shipped["hygiene/tk-or-lorem"]
    rules = dict(shipped)
    for at in range(number):
        own = f"{'bcdfghjklm'[at % 10]}a{'nprstvwxyz'[at // 10 % 10]}o{'bcdfghjklm'[at // 100]}ic"
        patterns = [rf"(?i)\b{own}s?\b", rf"\b[Tt]he {own} of (?:\w+ ){{0,2}}\w+", rf"(?:old|new)[ -]{own}(?:ed|ing)\b"]
        identity = f"house/rule-{at}"
        options = {**like["options"], "patterns": patterns, "doubtful": [], "english": []}
        rules[identity] = like | CompiledRule(id=identity, options=options)  # type: ignore[typeddict-item]
    return rules


def _ruleset(number: int) -> RuleSet:
    rules = _house_rules(number).values()
    return build_ruleset(rules, {}, {}, find_literals((rule["check"], rule["options"]) for rule in rules))


def _cost(rules: RuleSet) -> float:
    scene = Scene(Today(date(2026, 1, 15)))
    begin = process_time()
    for source in ARTICLES:
        lint(parse(source), rules, scene)
    return process_time() - begin


@pytest.mark.parametrize("few", [10])
def test_five_hundred_of_them_cost_at_most_half_as_much_again_as_ten(few: int) -> None:
    sets = _ruleset(few), _ruleset(500)
    for rules in sets:
        _cost(rules)  # what is compiled when it is first used
    gc.collect()
    ratios = []
    for _ in range(6):
        ratios.append(_cost(sets[1]) / _cost(sets[0]))
        if min(ratios) <= 1.5:
            return
    pytest.fail(f"500 rules cost {min(ratios):.2f} times what {few} cost")
