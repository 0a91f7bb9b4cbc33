"""`newslint check`: check files and folders."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from newslint.baseline import Entry, hide_known, read_baseline
from newslint.cli import FAILED, FOUND, OK
from newslint.cli.baseline import baseline_of, stale_of
from newslint.cli.output import refuse_to_overwrite, write
from newslint.cli.session import Inputs, changed_inputs, inputs_of, is_colourful, linter_of, settings_of
from newslint.diagnostics import Report, Severity
from newslint.reporters import render
from newslint.runner import check
from newslint.settings import Settings
from newslint.settings.globs import name_below
from newslint.settings.records import Ignore
from newslint.source import Source
from newslint.terminal import columns, is_error_watched, safe_path, show, tell, tell_progress

_PATIENCE = 2.0  # seconds without a word that an editor at a terminal accepts


def run(options: argparse.Namespace) -> int:
    """Lint, report and return the exit status."""
    settings = settings_of(options)
    known = [] if options.no_baseline else read_baseline(baseline_of(settings))
    options.fingerprints = bool(known)
    options.changed = None
    is_part = options.staged or options.changed_since is not None
    inputs = changed_inputs(options, settings) if is_part else inputs_of(options, settings)
    if options.show_files:
        return _show_files(inputs)
    linter = linter_of(options, settings)
    refuse_to_overwrite(options.output, inputs.found, settings)
    report = check(inputs.found, linter, _progress(len(inputs.found)), inputs.unreadable, inputs.unnamed)
    if is_error_watched():
        tell_progress("")
    report, stale = _without_known(report, known, settings, options)
    threshold = options.fail_on or settings.config.fail_on
    fail_on = None if threshold == "never" else Severity(threshold)
    least = min(Severity(options.min_severity or settings.config.min_severity), fail_on or Severity.ERROR, key=_rank)
    text = render(
        report,
        options.format,
        colour=is_colourful(options),
        width=columns(),
        quiet=options.quiet,
        statistics=options.statistics,
        fail_on=fail_on,
        least=least,
    )
    write([text], options.output)
    for message in report.unreadable:
        tell(message)
    if stale:
        tell(_describe_stale(stale, settings))
    for entry in settings.config.per_file_ignores:
        if entry.until and entry.until < linter.options.today:
            tell(_describe_end(entry, settings))
    status = _status(report, fail_on)
    return FOUND if stale and fail_on and status == OK else status


def _show_files(inputs: Inputs) -> int:
    """Print the files that a run would check, one a line, as they would be named in its report."""
    show(f"{safe_path(_name_of(item))}\n" for item in inputs.found)
    for message in inputs.unreadable:
        tell(message)
    return FAILED if inputs.unreadable else OK


def _name_of(item: Source | Path) -> str:
    return item.as_posix() if isinstance(item, Path) else item.path


def _without_known(
    report: Report, known: list[Entry], settings: Settings, options: argparse.Namespace
) -> tuple[Report, list[Entry]]:
    """Return a report without what the baseline knows, and the baseline's entries that are of no use any more.

    A run that leaves out rules or lines cannot tell which those are.
    """
    if not known:
        return report, []
    match = hide_known(report, known, partial(name_below, settings.root), settings.root)
    if options.changed is not None or options.select or options.ignore or options.profile or options.preview:
        return match.report, []
    return match.report, stale_of(match.left, report, settings, options.paths)


def _describe_stale(stale: list[Entry], settings: Settings) -> str:
    count = "1 entry matches" if len(stale) == 1 else f"{len(stale)} entries match"
    return f"{baseline_of(settings)}: {count} nothing any more. Take them out with `newslint baseline --prune PATH`."


def _describe_end(entry: Ignore, settings: Settings) -> str:
    what = f"`{entry.glob}` had {', '.join(entry.rules)} ignored until {entry.until}, and is judged by it again."
    return f"{settings.path}: per_file_ignores: {what} Take the entry out, or give it a new date."


def _rank(severity: Severity) -> int:
    return severity.rank


def _status(report: Report, fail_on: Severity | None) -> int:
    if report.unreadable or any(file.crashed for file in report.files):
        return FAILED
    if fail_on is None:
        return OK
    return FOUND if any(found.severity.rank >= fail_on.rank for found in report.diagnostics) else OK


def _progress(total: int) -> Callable[[str], None] | None:
    if not is_error_watched():
        return None
    started, done = time.monotonic(), 0

    def tell(path: str) -> None:
        nonlocal done
        done += 1
        if time.monotonic() - started > _PATIENCE:
            tell_progress(f"{done} of {total}: {path[-60:]}")

    return tell
