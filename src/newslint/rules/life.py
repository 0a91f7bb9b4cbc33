"""The life of a rule: on trial, stable, deprecated; and the names that it had before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from newslint.errors import RuleFileError

if TYPE_CHECKING:
    from newslint.contract import CompiledRule


def status_of(rule: CompiledRule) -> str:
    """Return where a rule is in its life: `preview`, `stable` or `deprecated`."""
    return "deprecated" if rule["deprecated"] else "preview" if rule["preview"] else "stable"


def former_names(rules: Iterable[CompiledRule]) -> dict[str, str]:
    """Return the present name of each rule by its former names."""
    return {name: rule["id"] for rule in rules for name in rule["formerly"]}


def check_life(rules: Mapping[str, CompiledRule]) -> None:
    """Raise RuleFileError where a former name is in use, or where a rule is replaced by one that does not exist."""
    seen: dict[str, str] = {}
    for identity, rule in rules.items():
        for name in rule["formerly"]:
            other = name if name in rules else seen.setdefault(name, identity)
            if other != identity:
                cause = f"`formerly`: `{name}` is a name of the rule `{other}`."
                raise RuleFileError(rule["path"], cause, "A rule's former name is nobody else's.")
        for name in (rule["deprecated"] or {}).get("use", ()):
            if name not in rules or name == identity:
                cause = f"`deprecated.use`: there is no other rule `{name}`."
                raise RuleFileError(rule["path"], cause, "Name the rule that takes over.")


def describe_end(deprecated: Mapping[str, Any]) -> str:
    """Return what is said of a deprecated rule: since when, why and what to use."""
    use = " and ".join(f"`{name}`" for name in deprecated["use"])
    parts = [f"Deprecated since {deprecated['since']}.", deprecated["why"] or "", f"Use {use}." if use else ""]
    return " ".join(part for part in parts if part)


def tell_renamed(place: str, name: str, present: str) -> str:
    """Return the notice on a former name."""
    return (
        f"{place}: the rule `{name}` is now `{present}`; the old name still works, and the new one should stand here."
    )


def tell_deprecated(place: str, rule: CompiledRule) -> str:
    """Return the notice on a rule that a later release will not have; there must be something to say."""
    return f"{place}: `{rule['id']}`: {describe_end(rule['deprecated'] or {})} It works until a later release drops it."
