"""`newslint check`: lint files and folders."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from newslint.cli import FAILED, FOUND, OK
from newslint.cli.session import is_colourful, linter_of, settings_of, sources_of, width, write
from newslint.diagnostics import Report, Severity
from newslint.reporters import render
from newslint.runner import check

_PATIENCE = 2.0  # seconds without a word that an editor at a terminal accepts


def run(options: argparse.Namespace) -> int:
    """Lint, report and return the exit status."""
    settings = settings_of(options)
    linter = linter_of(options, settings)
    sources = sources_of(options, settings)
    report = check(sources.found, linter, _progress(len(sources.found)), sources.unreadable)
    if _is_watched():
        sys.stderr.write("\r\x1b[K")
    threshold = options.fail_on or settings.config["fail_on"]
    fail_on = None if threshold == "never" else Severity(threshold)
    text = render(
        report,
        options.format,
        colour=is_colourful(options.output),
        width=width(),
        quiet=options.quiet,
        statistics=options.statistics,
        fail_on=fail_on,
    )
    write([text], options.output)
    for message in report.unreadable:
        print(f"newslint: {message}", file=sys.stderr)
    return _status(report, fail_on)


def _status(report: Report, fail_on: Severity | None) -> int:
    if report.unreadable or any(file.crashed for file in report.files):
        return FAILED
    if fail_on is None:
        return OK
    return FOUND if any(found.severity.rank >= fail_on.rank for found in report.diagnostics) else OK


def _is_watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _progress(total: int) -> Callable[[str], None] | None:
    if not _is_watched():
        return None
    started, done = time.monotonic(), 0

    def tell(path: str) -> None:
        nonlocal done
        done += 1
        if time.monotonic() - started > _PATIENCE:
            sys.stderr.write(f"\r\x1b[K{done} of {total}: {path[-60:]}")
            sys.stderr.flush()

    return tell
