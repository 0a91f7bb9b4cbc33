"""`newslint explain`: explain a rule: what it checks, why, and its sources."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newslint.cli import OK
from newslint.cli.session import settings_of
from newslint.errors import UsageError, did_you_mean
from newslint.reporters.json import dump
from newslint.rules.builtin import BUILTIN_RULES, INTERNAL, INTERNAL_FAMILY
from newslint.rules.compiling import CompiledRule
from newslint.rules.life import describe_end
from newslint.rules.precision import describe_precision
from newslint.rules.repairing import describe_fixes, fixes_of
from newslint.settings import Variant
from newslint.terminal import plain, safe, show

_FILE = "rule file"
_OWN = {**BUILTIN_RULES, **INTERNAL}
_ON_TRIAL = "The rule is on trial: `--preview`, or its own name in the configuration, switches it on."


def run(options: argparse.Namespace) -> int:
    """Explain one rule; a wrong name is answered with the nearest right one."""
    settings = settings_of(options)
    if options.rule in settings.former:
        (options.rule,) = settings.check_names([options.rule], "explain")
    rule = settings.compiled.get(options.rule)
    if options.rule in settings.families or options.rule == INTERNAL_FAMILY:
        show(_describe_family(options.rule, settings.compiled.values(), options.format))
        return OK
    if options.rule in _OWN:
        show(_describe_own(options.rule, options.format))
        return OK
    if rule is None:
        known = [*settings.compiled, *_OWN, *settings.families, INTERNAL_FAMILY]
        way_out = did_you_mean(options.rule, known, "`newslint rules` lists them.")
        raise UsageError("explain", f"there is no rule `{options.rule}`.", way_out)
    profile = options.profile or settings.config.profile
    variant = settings.variant(profile, asked_by="--profile" if options.profile else None)
    preview = options.preview or settings.config.preview
    if options.format == "json":
        data = {key: value for key, value in rule.items() if key != "path"}
        show(dump(data | {"fixes": fixes_of(rule)} | _setting(rule, variant, preview), indent=1) + "\n")
    else:
        show(plain(describe(rule, variant, preview)))
    settings.save()
    return OK


def _describe_family(family: str, rules: Iterable[CompiledRule], format: str) -> str:
    """Return the rules of a family, each with its title and what it is for."""
    own = [(rule["id"], rule["title"], rule["rationale"]) for rule in rules if rule["id"].startswith(f"{family}/")]
    own += [(name, each.title, each.rationale) for name, each in _OWN.items() if name.startswith(f"{family}/")]
    if format == "json":
        told = [{"id": name, "title": title, "rationale": why} for name, title, why in own]
        return dump({"family": family, "rules": told}, indent=1) + "\n"
    parts = [_wrap(why, f"{name}: {safe(title)}").rstrip() for name, title, why in own]
    return plain("\n\n".join([*parts, "`newslint explain RULE` has the details of one."]) + "\n")


def _setting(rule: CompiledRule, variant: Variant, preview: bool) -> dict[str, Any]:
    origin = variant.origins.get(rule["id"], {})
    return {
        "profile": variant.profile,
        "state": "on" if variant.is_chosen(rule["id"], (), (), preview) else "off",
        "set_by": origin.get("state", _FILE),
        "severity": dict(variant.severities.get(rule["id"], rule["severities"])),
        "severity_set_by": origin.get("severity", _FILE),
        "options": dict(variant.options.get(rule["id"], rule["options"])),
        "options_set_by": dict(origin.get("options", {})),
    }


def _describe_own(identity: str, format: str) -> str:
    """Return what is known of a finding without a rule file: about a suppression, or about newslint itself."""
    own = _OWN[identity]
    if format == "json":
        return dump({"id": identity, **own._asdict()}, indent=1) + "\n"
    parts = [
        f"{identity}: {own.title}",
        f"{own.severity}, about {'newslint itself' if identity in INTERNAL else 'a suppression in the article'}",
        _wrap(own.rationale, "Why"),
        _wrap(own.remedy, "Remedy"),
        _wrap(describe_fixes(own.fixes), "Fix") if identity in BUILTIN_RULES else "",
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def describe(rule: CompiledRule, variant: Variant, preview: bool = False) -> str:
    """Return everything a reader may want to know of a rule, as text for a terminal."""
    setting = _setting(rule, variant, preview)
    severity = ", ".join(
        value if grade == "default" else f"{grade}: {value}" for grade, value in setting["severity"].items()
    )
    parts = [
        f"{rule['id']}: {safe(rule['title'])}",
        f"{setting['state']} under the profile `{safe(variant.profile)}` (set by: {safe(setting['set_by'])}); "
        f"{severity} (set by: {safe(setting['severity_set_by'])})",
        _wrap(rule["message"], "Message"),
        _told(rule["rationale"], "Why"),
        _told(rule["remedy"], "Remedy"),
        _wrap(describe_fixes(fixes_of(rule)), "Fix"),
        _told(rule["limits"], "Limits"),
        _wrap(describe_precision(rule["precision"]), "Precision"),
        _wrap(_ON_TRIAL, "Preview") if rule["preview"] else "",
        _wrap(describe_end(rule["deprecated"]), "Deprecated") if rule["deprecated"] else "",
        _wrap(", ".join(rule["formerly"]), "Former names") if rule["formerly"] else "",
        "Sources\n" + "\n".join(f"  {safe(cite(source))}" for source in rule["sources"]),
        _options(setting["options"], setting["options_set_by"]),
        _examples(rule),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _wrap(text: str, title: str) -> str:
    body = textwrap.fill(" ".join(text.split()), 96, initial_indent="  ", subsequent_indent="  ")
    return f"{title}\n{body}"


def _told(text: str, title: str) -> str:
    """Return a part of a rule, or nothing where its file does not say it."""
    return _wrap(text, title) if text else ""


def cite(source: dict[str, str | None]) -> str:
    """Return who says so, with clause, address and how well that was checked."""
    parts = [source["title"], source["clause"], source["url"], f"({source['status']})"]
    return ", ".join(part for part in parts[:2] if part) + "".join(f" {part}" for part in parts[2:] if part)


def _options(options: dict[str, Any], origins: dict[str, str]) -> str:
    if not options:
        return ""
    lines = []
    for name, value in options.items():
        shown = dump(value, indent=None)
        origin = f" (set by: {safe(origins[name])})" if name in origins else ""
        lines.append(f"  {name}: {shown if len(shown) <= 90 else shown[:89] + '…'}{origin}")
    return "Options\n" + "\n".join(lines)


def _examples(rule: CompiledRule) -> str:
    from newslint.rules.compiling import read_spec
    from newslint.rules.spec import ExampleSpec

    examples = read_spec(Path(rule["path"]))[0].examples

    def show(example: ExampleSpec) -> str:
        note = f"\n    ({example.note})" if example.note else ""
        return textwrap.indent(example.shown.strip(), "    ") + note

    shown = {
        "Flagged (⟦…⟧ marks the words)": "\n    --\n".join(map(show, examples.bad)),
        "Not flagged": "\n    --\n".join(map(show, examples.good)),
    }
    return "\n\n".join(f"{title}\n{text}" for title, text in shown.items() if text)
