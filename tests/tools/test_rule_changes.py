"""The table of the changelog tells by rule what is new, gone, renamed or set otherwise."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

TOOL = runpy.run_path(str(Path(__file__).resolve().parents[2] / "tools" / "rule_changes.py"))


def rule(**facts: Any) -> dict[str, Any]:
    return {"severity": "error", "profiles": ["all"], "check": "phrases", "options": {"phrases": ["a"]}} | facts


def told(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    return list(TOOL["changes"](before, now))[2:]


def test_what_changed_is_a_row_and_what_did_not_is_none() -> None:
    before = {"a/same": rule(), "a/gone": rule(), "a/old": rule(), "a/set": rule()}
    now = {
        "a/same": rule(),
        "a/new": rule(preview=True),
        "b/name": rule(formerly=["a/old"]),
        "a/set": rule(
            severity={"default": "warning", "far": "error"},
            profiles=["news"],
            check="patterns",
            options={},
            deprecated={"since": "0.3"},
        ),
    }
    assert told(before, now) == [
        "| `a/gone` | gone |",
        "| `a/new` | new: error, for all, on trial |",
        "| `a/old` | now `b/name` |",
        "| `a/set` | severity: error → warning, far error; profiles: all → news; deprecated; "
        "check: phrases → patterns; other options or words |",
        "| `b/name` | was `a/old` |",
    ]


def test_the_rules_of_this_tree_are_as_they_are() -> None:
    assert told(TOOL["rules_now"](), TOOL["rules_now"]()) == []
