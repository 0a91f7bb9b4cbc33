"""Write a report as GitHub workflow commands, which become notes on changed lines."""

from __future__ import annotations

from newslint.diagnostics import Diagnostic, Report, Severity
from newslint.reporters.counting import cite
from newslint.terminal import REPLACEMENT, UNSAFE, safe

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def render_github(report: Report) -> str:
    """Return one workflow command a diagnostic; empty where there is none."""
    return "".join(f"{_command(found)}\n" for found in report.diagnostics)


def _command(found: Diagnostic) -> str:
    # The path as it is, or the note would stand at no file; blanks in it count.
    place = {"file": UNSAFE.sub(REPLACEMENT, found.path), "line": str(found.start.line)}
    if found.end.line == found.start.line:
        # Columns are allowed only where the note begins and ends on one line.
        place |= {"col": str(found.start.column), "endLine": str(found.end.line), "endColumn": str(found.end.column)}
    else:
        place["endLine"] = str(found.end.line)
    place["title"] = f"newslint {found.rule}"
    properties = ",".join(f"{name}={_escape_property(value)}" for name, value in place.items())
    source = cite(found)
    parts = [found.message, found.remedy, f"Source: {source}" if source else ""]
    message = "\n".join(safe(part) for part in parts if part)
    return f"::{_COMMANDS[found.severity]} {properties}::{_escape_data(message)}"


def _escape_data(text: str) -> str:
    """Escape what the runner would take for an escape or a line end (GitHub Actions toolkit, command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
