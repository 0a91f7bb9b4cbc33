"""Write a report as GitLab Code Quality, which merge requests show beside the changed lines."""

from __future__ import annotations

from typing import Any

from newslint.diagnostics import Diagnostic, Report, Severity
from newslint.patterns import pattern
from newslint.reporters.fingerprints import fingerprints_of
from newslint.reporters.json import dump

_BESIDE = pattern(r"^(?:\./)+")
_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def render_gitlab(report: Report) -> str:
    """Return one array of issues (docs.gitlab.com, Code Quality report format); GitLab shows one a fingerprint."""
    found = report.diagnostics
    prints = fingerprints_of(found, across_files=False)
    return dump([_issue(one, fingerprint) for one, fingerprint in zip(found, prints, strict=True)]) + "\n"


def _issue(found: Diagnostic, fingerprint: str) -> dict[str, Any]:
    return {
        "description": f"{found.message} {found.remedy}".strip() or found.rule,
        "check_name": found.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[found.severity],
        "location": {
            "path": _BESIDE.sub("", found.path),
            "lines": {"begin": found.start.line, "end": found.end.line},
        },
    }
