"""Write a report as SARIF 2.1.0, for code scanning services; times and machine names stay out of it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import newslint
from newslint.diagnostics import Diagnostic, Excuse, RelatedPlace, Report, Severity
from newslint.patterns import pattern
from newslint.reporters.counting import count_of, gravest_of, group_unevaluated
from newslint.reporters.fingerprints import fingerprints_of
from newslint.reporters.json import dump, excused_in
from newslint.source import Position

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_DRIVE = pattern(r"[A-Za-z]:/")


def render_sarif(report: Report) -> str:
    """Return a SARIF log with one run; rules that found nothing are not listed."""
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}) + "\n"


def _run(report: Report) -> dict[str, Any]:
    held = excused_in(report)
    found = [*report.diagnostics, *(diagnostic for _, diagnostic in held)]
    rules = _rules(found)
    places = {rule["id"]: index for index, rule in enumerate(rules)}
    files = {file.path: index for index, file in enumerate(report.files)}
    prints = fingerprints_of(found)
    results = [
        _result(diagnostic, places[diagnostic.rule], files.get(diagnostic.path, -1), fingerprint)
        for diagnostic, fingerprint in zip(found, prints, strict=True)
    ]
    for result, (excuse, _) in zip(results[len(report.diagnostics) :], held, strict=True):
        result["suppressions"] = [_suppression(excuse)]
    return {
        "tool": {
            "driver": {
                "name": "newslint",
                "version": newslint.__version__,
                "semanticVersion": newslint.__version__,
                "rules": rules,
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The top of the repository."}}},
        "invocations": [_invocation(report)],
        "artifacts": [{"location": _artifact(file.path)} for file in report.files],
        "results": results,
        "properties": {"ruleset": report.ruleset, "today": report.today},
    }


def _rules(found: list[Diagnostic]) -> list[dict[str, Any]]:
    firsts: dict[str, Diagnostic] = {}
    for diagnostic in found:
        firsts.setdefault(diagnostic.rule, diagnostic)
    return [_rule(firsts[rule], severity) for rule, severity in sorted(gravest_of(found).items())]


def _rule(diagnostic: Diagnostic, severity: Severity) -> dict[str, Any]:
    family, _, name = diagnostic.rule.rpartition("/")
    words = diagnostic.title or name.replace("-", " ")
    described: dict[str, Any] = {
        "id": diagnostic.rule,
        "shortDescription": {"text": words[:1].upper() + words[1:]},
        "help": _help(diagnostic),
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }
    address = next((source.url for source in diagnostic.sources if source.url), None)
    if address:
        described["helpUri"] = quote(address, safe="%/:=&?~#+!$,;'@()*[]")
    if family:
        described["properties"] = {"tags": [family]}
    return described


def _help(diagnostic: Diagnostic) -> dict[str, str]:
    plain, marked = [], []
    if diagnostic.remedy:
        plain.append(diagnostic.remedy)
        marked.append(diagnostic.remedy)
    for source in diagnostic.sources:
        title = f"{source.title}, {source.clause}" if source.clause else source.title
        plain.append(f"Source: {title} ({source.url})" if source.url else f"Source: {title}")
        marked.append(f"Source: [{title}]({source.url})" if source.url else f"Source: {title}")
    more = f"newslint explain {diagnostic.rule}"
    return {"text": "\n".join([*plain, f"More: {more}"]), "markdown": "\n\n".join([*marked, f"More: `{more}`"])}


def _invocation(report: Report) -> dict[str, Any]:
    errors = [_notification("error", "unreadable", message) for message in report.unreadable]
    errors += [
        _notification("error", "rule-crash", f"{file.path} was not fully checked ({rule}).")
        for file in report.files
        for rule in file.crashed
    ]
    notes = []
    for reason, rules, files in group_unevaluated(report):
        text = f"Not evaluated in {count_of(files, 'file')} ({reason}): {', '.join(rules)}."
        notes.append(_notification("note", "not-evaluated", text))
    return {"executionSuccessful": not errors, "toolExecutionNotifications": errors + notes}


def _notification(level: str, identity: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": text}, "descriptor": {"id": identity}}


def _result(found: Diagnostic, rule: int, file: int, fingerprint: str) -> dict[str, Any]:
    region = _region(found.start, found.end)
    if found.excerpt and len(found.excerpt) == region["charLength"]:  # else it was cut, and no longer what is there
        region["snippet"] = {"text": found.excerpt}
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "ruleIndex": rule,
        "level": _LEVELS[found.severity],
        "message": {"text": _message(found.message)},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(found.path, file), "region": region}}],
        "partialFingerprints": {"newslintExcerpt/v1": fingerprint},
        "properties": {"profile": found.profile},
    }
    if found.related:
        result["relatedLocations"] = [
            _related(found.path, file, number, place) for number, place in enumerate(found.related, 1)
        ]
    if found.fix is not None and found.fix.edits:
        result["fixes"] = [_fix(found, file)]
    return result


def _suppression(excuse: Excuse) -> dict[str, str]:
    """Return why a result is not reported: the article says so itself, or the configuration."""
    told = {"kind": "external" if excuse.source == "configuration" else "inSource", "status": "accepted"}
    return {**told, "justification": excuse.reason} if excuse.reason else told


def _fix(found: Diagnostic, file: int) -> dict[str, Any]:
    assert found.fix is not None
    return {
        "description": {"text": _message(f"{found.remedy or found.message} ({found.fix.applicability})")},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(found.path, file),
                "replacements": [
                    {
                        "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
                        "insertedContent": {"text": edit.text},
                    }
                    for edit in found.fix.edits
                ],
            }
        ],
    }


def _related(path: str, file: int, number: int, place: RelatedPlace) -> dict[str, Any]:
    location: dict[str, Any] = {
        "id": number,
        "physicalLocation": {"artifactLocation": _artifact(path, file), "region": _region(place.start, place.end)},
    }
    if place.message:
        location["message"] = {"text": _message(place.message)}
    return location


def _region(start: Position, end: Position) -> dict[str, Any]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": max(end.offset - start.offset, 0),
    }


def _message(text: str) -> str:
    """Escape what SARIF would read as an embedded link (specification, 3.11.6)."""
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def _artifact(path: str, index: int = -1) -> dict[str, Any]:
    location: dict[str, Any] = {"uri": artifact_uri(path)}
    if not location["uri"].startswith("file:"):
        location["uriBaseId"] = _BASE
    if index >= 0:
        location["index"] = index
    return location


def artifact_uri(path: str) -> str:
    """Return a path as a percent-encoded URI reference: relative as it was given, or a file URI if it is absolute."""
    posix = path.replace("\\", "/") if _DRIVE.match(path.replace("\\", "/")) else path
    while posix.startswith("./"):
        posix = posix[2:].lstrip("/")
    encoded = quote(posix, safe="/", errors="surrogateescape")
    if _DRIVE.match(posix):
        return f"file:///{posix[0]}:{quote(posix[2:], safe='/', errors='surrogateescape')}"
    return f"file://{encoded}" if posix.startswith("/") else encoded
