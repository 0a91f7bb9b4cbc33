"""Which fixes the findings of a rule bring, and that in words."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.checks import load_check_type
from newslint.contract import CompiledRule

_WORDS = {
    (): "none.",
    ("safe",): "safe: `--fix` applies it, outside quotations.",
    ("unsafe",): "unsafe: `--fix --unsafe-fixes` applies it.",
    ("safe", "unsafe"): "safe for most findings: `--fix` applies it, outside quotations. Unsafe for others, which "
    "need `--unsafe-fixes`, too.",
}


def fixes_of(rule: CompiledRule) -> tuple[str, ...]:
    """Return which fixes the findings of a rule may bring: `safe`, `unsafe`, both or none."""
    return load_check_type(rule["check"]).fixes_with(rule["options"])


def describe_fixes(fixes: Sequence[str]) -> str:
    """Return a sentence on the fixes of a rule."""
    return _WORDS[tuple(fixes)]
