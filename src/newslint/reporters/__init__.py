"""Turn a report into text in the format that was asked for."""

from __future__ import annotations

from newslint.diagnostics import FileReport, Report, Severity
from newslint.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# Formats of services, which know no option and name files from the top of the repository, and where each is made.
_PLAIN = ("sarif", "github", "gitlab", "junit", "rdjson", "markdown", "csv")
# Those for people, which can count each rule in place of a list.
COUNTED = ("text", "concise")
FORMATS = (*COUNTED, "json", "jsonl", *_PLAIN)
# What is made of articles, not of a report alone: the room `pages` does that.
PAGES = "html"


def printer_of(format: str, *, statistics: bool, least: Severity) -> Callable[[FileReport], str] | None:
    """Return what prints one file after another in a format that needs no more; None for all others."""
    if format == "jsonl":
        from newslint.reporters import json

        return json.print_file
    if format == "concise" and not statistics:
        from newslint.reporters import concise

        return lambda file: concise.print_file(file.at_least(least))
    return None


def render(
    report: Report,
    format: str,
    *,
    colour: bool,
    width: int,
    quiet: bool,
    statistics: bool,
    fail_on: Severity | None,
    least: Severity = Severity.ADVICE,
) -> str:
    """Return a report in one of FORMATS, ending with a line end unless it is empty.

    `width` is in terminal cells; `colour`, `width`, `quiet` and `fail_on` matter to the formats that people read, and
    `statistics` makes those count each rule in place of their list. What is less severe than `least` is in `json` and
    `jsonl` alone. Raise UsageError for a format that does not exist.
    """
    if format in ("json", "jsonl"):
        from newslint.reporters.json import render_json, render_jsonl

        return render_json(report, least) if format == "json" else render_jsonl(report)
    report = report.at_least(least)
    if format == "text":
        from newslint.reporters.text import TextOptions, render_text

        return render_text(report, TextOptions(colour, width, quiet, statistics, fail_on))
    if format == "concise":
        from newslint.reporters.concise import render_concise

        return render_concise(report, statistics=statistics)
    if format in _PLAIN:
        from importlib import import_module

        from newslint.reporters.rooted import from_top

        report = from_top(report)
        made: str = getattr(import_module(f"newslint.reporters.{format}"), f"render_{format}")(report)
        return made
    raise UsageError(f"--format {format}", "there is no such format.", f"Use one of {', '.join(FORMATS)}.")
