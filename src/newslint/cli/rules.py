"""`newslint rules`: list the rules: on or off, severity, profiles."""

from __future__ import annotations

import argparse
import csv
import io
from typing import Any

from newslint.cli import OK
from newslint.cli.explain import cite
from newslint.cli.session import settings_of
from newslint.reporters.counting import count_of
from newslint.reporters.csv import cell
from newslint.reporters.json import dump
from newslint.rules.builtin import BUILTIN_RULES
from newslint.rules.life import describe_end, status_of
from newslint.rules.precision import describe_precision
from newslint.rules.repairing import fixes_of
from newslint.settings import Variant, is_named
from newslint.terminal import inert, safe, show


def run(options: argparse.Namespace) -> int:
    """List the rules as the configuration and a profile set them."""
    settings = settings_of(options)
    options.select = settings.check_names(options.select, "--select")
    options.ignore = settings.check_names(options.ignore, "--ignore")
    options.names = settings.check_names(options.names, "rules")
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
            "status": status_of(rule),
            "deprecated": rule["deprecated"],
            "formerly": rule["formerly"],
            "precision": rule["precision"],
            "fixes": fixes_of(rule),
            "set_by": variant.origins.get(identity, {}).get("state", "rule file"),
            "limits": " ".join(rule["limits"].split()),
            "sources": rule["sources"],
        }
        for identity, rule in settings.compiled.items()
        if not options.names or is_named(identity, options.names)
    ]
    rows += [
        _own_row(identity, variant, is_on=variant.is_chosen(identity, options.select, options.ignore, preview))
        for identity in BUILTIN_RULES
        if is_named(identity, options.names)
    ]
    settings.save()
    if options.format == "json":
        show(dump({"profile": profile, "rules": rows}, indent=1) + "\n")
        return OK
    if options.format == "csv":
        show(_table(rows))
        return OK
    on = sum(row["state"] == "on" for row in rows)
    under = f"{count_of(len(rows), 'rule')}, {on} on under the profile `{safe(profile)}`."
    lines = [*map(_row_line, rows), f"{under} `newslint explain RULE` has the details."]
    show("".join(f"{inert(line)}\n" for line in lines))
    return OK


def _own_row(identity: str, variant: Variant, *, is_on: bool) -> dict[str, Any]:
    """Return what is listed of a rule about suppressions, which has no file, where it is asked for."""
    own = BUILTIN_RULES[identity]
    return {
        "id": identity,
        "title": own.title,
        "severity": {"default": variant.severities.get(identity, {}).get("default") or own.severity},
        "profiles": ["all"],
        "state": "on" if is_on else "off",
        "preview": False,
        "status": "stable",
        "deprecated": None,
        "formerly": [],
        "precision": None,
        "fixes": list(own.fixes),
        "set_by": variant.origins.get(identity, {}).get("state", "newslint"),
        "limits": "",
        "sources": [],
    }


def _row_line(row: dict[str, Any]) -> str:
    severities = dict.fromkeys(row["severity"].values())
    shown = row["severity"]["default"] if len(severities) == 1 else "/".join(severities)
    profiles, title = (
        safe(",".join(row["profiles"])),
        safe(row["title"]) + ("" if row["status"] == "stable" else f" ({row['status']})"),
    )
    return f"{row['id']:<42} {row['state']:<4} {shown:<22} {profiles:<32} {title}"


def _table(rows: list[dict[str, Any]]) -> str:
    """Return the rules as CSV; what has parts is one cell of words."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([rows[0]] if rows else [])
    for row in rows:
        severity = row["severity"].items()
        told = {
            "severity": "; ".join(each if grade == "default" else f"{grade}: {each}" for grade, each in severity),
            "profiles": " ".join(row["profiles"]),
            "deprecated": describe_end(row["deprecated"]) if row["deprecated"] else "",
            "formerly": " ".join(row["formerly"]),
            "precision": describe_precision(row["precision"]),
            "fixes": " ".join(row["fixes"]),
            "sources": "; ".join(map(cite, row["sources"])),
        }
        writer.writerow(map(cell, (row | told).values()))
    return text.getvalue()
