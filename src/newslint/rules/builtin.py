"""What newslint reports of an article's directives: these have ids like rules and no rule file; it reports nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class OwnRule(NamedTuple):
    """What a reader and a configuration may know of a rule without a file."""

    title: str
    severity: str
    rationale: str


FAMILY = "suppressions"
# By id. Configurations switch these on and off and give them severities like any rule; directives cannot excuse them.
OWN_RULES: Mapping[str, OwnRule] = {
    f"{FAMILY}/expired": OwnRule(
        "Directive that held until a day that is past",
        "warning",
        "The fault was excused for a time and is still there.",
    ),
    f"{FAMILY}/malformed": OwnRule(
        "Directive that cannot be understood", "warning", "A directive that excuses nothing looks as if it did."
    ),
    f"{FAMILY}/missing-reason": OwnRule(
        "Directive without a reason", "warning", "Who reads the article next must know why a rule does not hold there."
    ),
    f"{FAMILY}/unknown-rule": OwnRule("Directive that names no rule", "warning", "A mistyped name excuses nothing."),
    f"{FAMILY}/unused": OwnRule(
        "Directive that excuses nothing", "advice", "It would hide a fault that somebody makes later."
    ),
}
