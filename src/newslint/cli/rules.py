"""`newslint rules`: list the rules: on or off, severity, profiles."""

from __future__ import annotations

import argparse
from typing import Any

from newslint.cli import OK
from newslint.cli.session import settings_of
from newslint.reporters.json import dump
from newslint.terminal import inert, safe, show


def run(options: argparse.Namespace) -> int:
    """List the rules as the configuration and a profile set them."""
    settings = settings_of(options)
    settings.check_names(options.select, "--select")
    settings.check_names(options.ignore, "--ignore")
    profile = options.profile or settings.config.profile
    variant = settings.variant(profile, asked_by="--profile" if options.profile else None)
    preview = options.preview or settings.config.preview
    active = {rule.id: rule for rule in variant.choose(options.select, options.ignore, preview).rules}
    rows: list[dict[str, Any]] = [
        {
            "id": identity,
            "title": rule["title"],
            "severity": dict(variant.severities.get(identity, rule["severities"])),
            "profiles": rule["profiles"],
            "state": "on" if identity in active else "off",
            "preview": rule["preview"],
            "precision": rule["precision"],
            "set_by": variant.origins.get(identity, {}).get("state", "rule file"),
        }
        for identity, rule in settings.compiled.items()
    ]
    settings.save()
    if options.format == "json":
        show(dump({"profile": profile, "rules": rows}, indent=1) + "\n")
        return OK
    under = f"{len(rows)} rules, {len(active)} on under the profile `{safe(profile)}`."
    lines = [*map(_row_line, rows), f"{under} `newslint explain RULE` has the details."]
    show("".join(f"{inert(line)}\n" for line in lines))
    return OK


def _row_line(row: dict[str, Any]) -> str:
    severities = dict.fromkeys(row["severity"].values())
    shown = row["severity"]["default"] if len(severities) == 1 else "/".join(severities)
    profiles, title = safe(",".join(row["profiles"])), safe(row["title"]) + (" (preview)" if row["preview"] else "")
    return f"{row['id']:<42} {row['state']:<4} {shown:<22} {profiles:<32} {title}"
