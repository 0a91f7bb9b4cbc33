"""`newslint check`: check files and folders."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

from newslint.cli import FAILED, FOUND, OK
from newslint.cli.output import refuse_to_overwrite, write
from newslint.cli.session import inputs_of, is_colourful, linter_of, settings_of
from newslint.diagnostics import Report, Severity
from newslint.reporters import render
from newslint.runner import check
from newslint.terminal import columns, is_error_watched, tell, tell_progress

_PATIENCE = 2.0  # seconds without a word that an editor at a terminal accepts


def run(options: argparse.Namespace) -> int:
    """Lint, report and return the exit status."""
    settings = settings_of(options)
    linter = linter_of(options, settings)
    inputs = inputs_of(options, settings)
    refuse_to_overwrite(options.output, inputs.found, settings)
    report = check(inputs.found, linter, _progress(len(inputs.found)), inputs.unreadable, inputs.unnamed)
    if is_error_watched():
        tell_progress("")
    threshold = options.fail_on or settings.config.fail_on
    fail_on = None if threshold == "never" else Severity(threshold)
    least = min(Severity(options.min_severity or settings.config.min_severity), fail_on or Severity.ERROR, key=_rank)
    text = render(
        report,
        options.format,
        colour=is_colourful(options.output),
        width=columns(),
        quiet=options.quiet,
        statistics=options.statistics,
        fail_on=fail_on,
        least=least,
    )
    write([text], options.output)
    for message in report.unreadable:
        tell(message)
    return _status(report, fail_on)


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
