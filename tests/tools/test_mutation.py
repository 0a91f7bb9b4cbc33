"""The tool that measures the tests: what its operators change, what they leave alone, and how it draws and counts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("cosmic_ray", reason="the extra `mutation` is not installed")
ROOT = Path(__file__).resolve().parents[2]

SOURCE = '''"""A docstring."""

from typing import Literal

__all__ = ["count"]
Kind = Literal["one", "two"]
WORDS = frozenset("alpha beta gamma".split())


def count(words: list[str], limit: int = 3) -> bool:
    """Tell whether there are few words."""
    assert limit >= 0, "a limit is never negative"
    if not words:
        return False
    return len(words) <= limit and words[0] in WORDS
'''


@pytest.fixture(scope="module")
def mutated() -> Callable[[str], list[str]]:
    """Return what maps `code` or `words` to the texts of the module's mutants."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from cosmic_ray.mutating import mutate_code
        from mutation.drawing import operators, sites_of
    finally:
        sys.path.remove(str(ROOT / "tools"))

    def made(kinds: str) -> list[str]:
        known = operators(kinds)
        return [
            mutate_code(SOURCE, known[name][0], at) for site in sites_of(SOURCE, kinds) for name, at in site.variants
        ]

    return made


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from mutation import code_operators, scores, word_operators
    finally:
        sys.path.remove(str(ROOT / "tools"))
    return {"operators": [*code_operators.FAMILIES, *word_operators.FAMILIES], "scores": scores}


def test_each_operator_does_what_its_example_says(tool: dict[str, Any]) -> None:
    from cosmic_ray.mutating import mutate_code

    for operator in tool["operators"]:
        (example,) = operator.examples()
        assert mutate_code(example.pre_mutation_code, operator(), 0) == example.post_mutation_code


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<= limit", "< limit"),
        ("if not words:", "if not (not words):"),
        ("if not words:", "if False:"),
        ("limit: int = 3", "limit: int =  4"),
        (" and words[0] in WORDS", ""),
        ("words[0] in WORDS", "words[0] not in WORDS"),
        ("return len(words) <= limit and words[0] in WORDS", "return not (len(words) <= limit and words[0] in WORDS)"),
    ],
)
def test_likely_slips_are_among_the_mutants(mutated: Callable[[str], list[str]], before: str, after: str) -> None:
    wanted = SOURCE.replace(before, after)
    assert "".join(wanted.split()) in {"".join(code.split()) for code in mutated("code")}


def test_a_word_of_a_list_can_go(mutated: Callable[[str], list[str]]) -> None:
    assert SOURCE.replace("alpha beta gamma", "alpha  gamma") in mutated("words")


@pytest.mark.parametrize("kinds", ["code", "words"])
def test_what_says_nothing_at_run_time_is_left_alone(mutated: Callable[[str], list[str]], kinds: str) -> None:
    found = mutated(kinds)
    assert found
    for code in found:
        for kept in (
            '"""A docstring."""',
            '["count"]',
            'Literal["one", "two"]',
            "words: list[str], limit: int",
            "-> bool:",
            '"a limit is never negative"',
        ):
            assert kept in code


def test_the_interval_holds_the_share_and_narrows(tool: dict[str, Any]) -> None:
    low, high = tool["scores"].wilson(7, 10)
    lower, higher = tool["scores"].wilson(700, 1000)
    assert 0 < low < lower < 0.7 < higher < high < 1
    assert tool["scores"].wilson(0, 0) == (0.0, 1.0)
    assert tool["scores"].wilson(5, 5)[1] == 1.0


def test_timeouts_count_as_killed_and_what_is_judged_does_not_count(tool: dict[str, Any]) -> None:
    outcomes = ["killed", "timeout", "survived", "unreached", "survived", "broken"]
    rows = [
        {"ident": str(index), "room": "parts", "family": "number", "places": 5, "outcome": outcome}
        for index, outcome in enumerate(outcomes)
    ]
    (line,) = [line for line in tool["scores"].table(rows, {"4": "the same"}) if line.startswith("parts")]
    assert line.split()[:4] == ["parts", "2", "4", "50%"]
    assert line.split()[-2:] == ["1", "1"]
