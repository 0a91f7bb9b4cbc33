"""Write a report as CSV, for spreadsheets."""

from __future__ import annotations

import csv
import io

from newslint.diagnostics import Report
from newslint.terminal import inert, safe, safe_path

COLUMNS = ("path", "line", "column", "severity", "rule", "message", "words", "remedy", "profile", "source")
# A cell that begins with one of these is a formula for many spreadsheets (OWASP, CSV Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_csv(report: Report) -> str:
    """Return a head and one row a diagnostic (RFC 4180); a cell that could be a formula begins with an apostrophe."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for found in report.diagnostics:
        source = found.sources[0].title if found.sources else ""
        cells = (
            *(safe_path(found.path), found.start.line, found.start.column, str(found.severity), found.rule),
            *(found.message, found.excerpt, found.remedy, found.profile, source),
        )
        rows.writerow(map(cell, cells))
    return text.getvalue()


def cell(value: object) -> object:
    """Return what a cell holds; a text is made harmless."""
    if not isinstance(value, str):
        return value
    shown = inert(safe(value))
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
