"""Explain a rule on a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newslint.desk.messages import Explanation
from newslint.errors import UsageError, did_you_mean
from newslint.rules.builtin import BUILTIN_RULES, INTERNAL
from newslint.rules.compiling import CompiledRule, read_spec
from newslint.rules.precision import describe_precision
from newslint.rules.repairing import describe_fixes, fixes_of
from newslint.settings import Settings

_OWN = {**BUILTIN_RULES, **INTERNAL}


def explain(settings: Settings, identity: str, profile: str) -> Explanation:
    """Return what a page says of a rule; raise UsageError for one that does not exist."""
    name = settings.former.get(identity, identity)
    if name in _OWN:
        return _explain_own(name)
    rule = settings.compiled.get(name)
    if rule is None:
        way_out = did_you_mean(name, [*settings.compiled, *_OWN], "`newslint rules` lists them.")
        raise UsageError(name[:100], "there is no such rule.", way_out)
    severities = settings.variant(profile).severities.get(name, rule["severities"])
    examples = read_spec(Path(rule["path"]))[0].examples
    return Explanation(
        id=name,
        title=rule["title"],
        severity=", ".join(value if grade == "default" else f"{grade}: {value}" for grade, value in severities.items()),
        why=_flowing(rule["rationale"]),
        remedy=_flowing(rule["remedy"]),
        fix=_told(fixes_of(rule)),
        limits=_flowing(rule["limits"]),
        precision=describe_precision(rule["precision"]),
        sources=tuple(map(_cite, _sources_of(rule))),
        bad=tuple(example.shown.strip() for example in examples.bad),
        good=tuple(example.shown.strip() for example in examples.good),
    )


def _explain_own(name: str) -> Explanation:
    own = _OWN[name]
    fixes = _told(own.fixes) if name in BUILTIN_RULES else ""
    return Explanation(name, own.title, str(own.severity), own.rationale, own.remedy, fixes, "", "", (), (), ())


def _told(fixes: Sequence[str]) -> str:
    return describe_fixes(fixes) if fixes else ""


def _flowing(text: str) -> str:
    """Return a text whose paragraphs have no line ends of their own."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _sources_of(rule: CompiledRule) -> list[dict[str, str | None]]:
    sources: list[dict[str, str | None]] = rule["sources"]
    return sources


def _cite(source: dict[str, str | None]) -> str:
    parts = [source["title"], source["clause"], source["url"]]
    return f"{', '.join(part for part in parts if part)} ({source['status']})"
