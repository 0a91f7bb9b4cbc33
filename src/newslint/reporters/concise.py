"""Write one line for each diagnostic, as compilers do, for editors and for grep."""

from __future__ import annotations

from newslint.diagnostics import Diagnostic, FileReport, Report
from newslint.reporters.counting import tabulate_rules
from newslint.terminal import inert, safe, safe_path


def render_concise(report: Report, *, statistics: bool) -> str:
    """Return `path:line:column: severity rule message` for each diagnostic, or counts by rule."""
    if statistics:
        return "".join(f"{inert(line)}\n" for line in tabulate_rules(report))
    return "".join(map(print_file, report.files))


def print_file(file: FileReport) -> str:
    """Return the lines of one file."""
    return "".join(f"{inert(tell_concisely(found))}\n" for found in file.diagnostics)


def tell_concisely(found: Diagnostic) -> str:
    """Return the line of one diagnostic."""
    place = f"{safe_path(found.path)}:{found.start.line}:{found.start.column}"
    return f"{place}: {found.severity} {safe(found.rule)} {safe(found.message)}"
