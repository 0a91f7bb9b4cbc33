"""Write a report as JSON, for programs; a schema in the tests holds its shape."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import newslint
from newslint.diagnostics import Citation, Diagnostic, Excuse, FileReport, Report, Severity
from newslint.patterns import pattern
from newslint.reported import diagnostic_of, excused_of, file_of, plain, sources_of, unevaluated_of
from newslint.terminal import INNER_COMMAND

SCHEMA = 1
# What could not be encoded, would end a line for many readers, or could steer the terminal that it is printed to; and
# the first sign of what a reader of logs takes for a command. JSON may escape any character, and its readers see none.
# Other controls are escaped in any case.
_ESCAPED = pattern("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


_encode = json.JSONEncoder(ensure_ascii=False).encode


def dump(value: object, *, indent: int | None = 2) -> str:
    """Return a value as JSON that can be written as UTF-8, read line by line and printed to a terminal or a log."""
    text = _encode(value) if indent is None else json.dumps(value, ensure_ascii=False, indent=indent)
    if not text.isprintable():  # a printable text holds none of these, which is known sooner
        text = _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return INNER_COMMAND.sub(r"\\u0023", text) if "#" in text else text


def render_json(report: Report, least: Severity = Severity.ADVICE) -> str:
    """Return the whole run as one object; what is less severe than `least` is listed, but `--fix` leaves it."""
    return dump(report_object(report, least)) + "\n"


def render_jsonl(report: Report) -> str:
    """Return one diagnostic a line; empty where there is none."""
    return "".join(map(print_file, report.files))


def print_file(file: FileReport) -> str:
    """Return one diagnostic of a file a line."""
    return "".join(map(_line_of, file.diagnostics))


def _line_of(found: Diagnostic) -> str:
    """Return a diagnostic on a line; what its sources come to is the same for all of a rule."""
    own = plain(diagnostic_of(found._replace(sources=())))
    del own["sources"]
    return f'{dump(own, indent=None)[:-1]}, "sources": {_dump_sources(found.sources)}}}\n'


@lru_cache(maxsize=500)
def _dump_sources(sources: tuple[Citation, ...]) -> str:
    return dump(plain(sources_of(sources)), indent=None)


def report_object(report: Report, least: Severity = Severity.ADVICE) -> dict[str, Any]:
    """Return the object that `check --format json` prints."""
    unevaluated = sorted(
        (entry for file in report.files for entry in file.not_evaluated), key=lambda entry: (entry.path, entry.rule)
    )
    shown = report.at_least(least)
    return {
        "schema": SCHEMA,
        "newslint": newslint.__version__,
        "ruleset": report.ruleset,
        "today": report.today,
        "summary": {
            "files": len(report.files),
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "advice": report.count(Severity.ADVICE),
            "suppressed": sum(file.suppressed for file in report.files),
            "baselined": report.baselined,
            "fixed": report.fixed,
            "fixable": {kind: shown.count_fixable(kind) for kind in ("safe", "unsafe")},
        },
        "files": [plain(file_of(file)) for file in report.files],
        "diagnostics": [diagnostic_object(found) for found in report.diagnostics],
        "excused": [plain(entry) for file in report.files for entry in excused_of(file)],
        "not_evaluated": [plain(unevaluated_of(entry)) for entry in unevaluated],
    }


def diagnostic_object(found: Diagnostic) -> dict[str, Any]:
    """Return the object of one diagnostic."""
    told: dict[str, Any] = plain(diagnostic_of(found))
    return told


def excused_in(report: Report) -> list[tuple[Excuse, Diagnostic]]:
    """Return the diagnostics that are held back, each with the suppression that does."""
    return [(excuse, found) for file in report.files for excuse in file.excuses for found in excuse.held]
