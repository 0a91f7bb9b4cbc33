"""Rules ready to run that no file describes, for tests of what is done with findings."""

from __future__ import annotations

from typing import Any

from newslint.contract import Check, CheckType, CompiledRule, Rule
from newslint.diagnostics import Severity


def make_rule(identity: str, check: Check, **facts: Any) -> Rule:
    """Return a rule with a check; `facts` are keys of its file, or of its check type, or `severities`."""
    of_check = {key: facts.pop(key) for key in ("needs", "messages", "grades") if key in facts}
    severities = facts.pop("severities", {"default": Severity.WARNING})
    file: dict[str, Any] = {
        "id": identity,
        "title": f"Title of {identity}",
        "severities": {},
        "profiles": ["all"],
        "languages": [],
        "check": "own",
        "options": {},
        "yields_to": [],
        "message": f"Says {identity}",
        "remedy": "Mend it.",
        "rationale": "",
        "limits": "",
        "path": "",
    }
    phrases = tuple(facts.pop("phrases", ()))
    file["sources"] = [source._asdict() for source in facts.pop("sources", ())]
    compiled: CompiledRule = {**file, **facts}  # type: ignore[typeddict-item]
    return Rule(compiled, severities, {}, CheckType("own", check, **of_check), check, phrases)
