"""Write a report in the format of reviewdog, which comments on pull requests of many services."""

from __future__ import annotations

from typing import Any

from newslint.diagnostics import Diagnostic, Report, Severity
from newslint.reporters.json import dump
from newslint.reporters.suggestions import suggested_line
from newslint.source import Position

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.ADVICE: "INFO"}


def render_rdjson(report: Report) -> str:
    """Return one DiagnosticResult (reviewdog, proto/rdf)."""
    return (
        dump({"source": {"name": "newslint"}, "diagnostics": [_diagnostic(one) for one in report.diagnostics]}) + "\n"
    )


def _diagnostic(found: Diagnostic) -> dict[str, Any]:
    address = next((source.url for source in found.sources if source.url), None)
    return {
        "message": f"{found.message} {found.remedy}".strip(),
        "location": {"path": found.path, "range": _range(found)},
        "severity": _SEVERITIES[found.severity],
        "code": {"value": found.rule} | ({"url": address} if address else {}),
    } | _suggestions(found)


def _suggestions(found: Diagnostic) -> dict[str, Any]:
    """Return the fixed line, in place of the whole line of the source."""
    line = suggested_line(found)
    if line is None:
        return {}
    ends = {"start": {"line": found.start.line, "column": 1}, "end": _place_of_end(found)}
    return {"suggestions": [{"range": ends, "text": line}]}


def _place_of_end(found: Diagnostic) -> dict[str, int]:
    return {"line": found.start.line, "column": len(found.frame.encode("utf-8", "surrogatepass")) + 1}


def _range(found: Diagnostic) -> dict[str, Any]:
    """Return the range; columns count bytes of UTF-8, which only the line of the source tells: it is left out else."""
    start, end = found.start, found.end
    if found.mark is not None or start.line != end.line or end.column - 1 > len(found.frame):
        return {"start": {"line": start.line}, "end": {"line": end.line}}
    return {"start": _place(start, found.frame), "end": _place(end, found.frame)}


def _place(place: Position, line: str) -> dict[str, int]:
    before = line[: place.column - 1].encode("utf-8", "surrogatepass")
    return {"line": place.line, "column": len(before) + 1}
