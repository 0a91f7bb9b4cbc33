"""`newslint check`: check files and folders."""

from __future__ import annotations

import argparse
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.baseline import Entry, Known, hide_known, read_baseline
from newslint.batch import Run, check
from newslint.cli import FAILED, FOUND, OK
from newslint.cli.baseline import Stale, baseline_of, describe_stale, stale_of
from newslint.cli.output import refuse_to_overwrite, write
from newslint.cli.session import Inputs, changed_inputs, default_paths, inputs_of, is_colourful, linter_of, settings_of
from newslint.diagnostics import FileReport, Report, Severity
from newslint.errors import SourceError, UsageError
from newslint.records import NamedTuple
from newslint.reporters import COUNTED, printer_of, render
from newslint.settings import Settings
from newslint.settings.globs import name_below
from newslint.settings.records import Ignore
from newslint.source import Source, name_of
from newslint.terminal import (
    columns,
    is_error_watched,
    is_output_watched,
    safe_path,
    show,
    show_bytes,
    tell,
    tell_progress,
    tell_usage,
)

if TYPE_CHECKING:
    from newslint.cli.fixing import Fixed
    from newslint.cli.pages import Pages
    from newslint.runner import Linter

_PATIENCE = 2.0  # seconds without a word that an editor at a terminal accepts


def run(options: argparse.Namespace) -> int:
    """Lint, fix where that is asked for, report and return the exit status."""
    refuse_options(options)
    settings = settings_of(options)
    known = [] if options.no_baseline else read_baseline(baseline_of(settings), settings.former)
    options.fingerprints = bool(known)
    options.changed = None
    is_part = options.staged or options.changed_since is not None
    if not (options.paths or is_part or options.stdin_filename):
        options.paths = default_paths(options, settings)
    inputs = changed_inputs(options, settings) if is_part else inputs_of(options, settings)
    if options.show_files:
        return _show_files(inputs, linter_of(options, settings))
    linter = linter_of(options, settings)
    refuse_to_overwrite(options.output, inputs.found, settings)
    limits = _limits_of(options, settings)
    pages = _pages_of(options, inputs)
    printer = printer_of(options.format, statistics=options.statistics, least=limits.least)
    if printer is not None and not (options.fix or options.diff):
        return _stream(printer, inputs, linter, known, options, limits)
    whole = check(
        inputs.found, linter, progress_of(len(inputs.found)), inputs.unreadable, inputs.unnamed, inputs.in_sites
    )
    if is_error_watched():
        tell_progress("")
    report, stale = _without_known(whole, known, settings, options)
    report = report._replace(ended=len(stale.failing) if limits.fail_on else 0)
    fixed = None
    if options.fix or options.diff:
        from newslint.cli.fixing import fix_all
        from newslint.fixes.edits import Wanted

        wanted = Wanted(options.unsafe_fixes, limits.least)
        fixed = fix_all(report, whole, inputs, linter, wanted, write=not options.diff)
        report = fixed.report
    if fixed is not None and options.diff:
        return _show_diff(fixed, options)
    text = None if fixed is None or inputs.data is None else fixed.text
    if pages is not None:
        pages.write(report.at_least(limits.least), (report if fixed else whole).at_least(limits.least), linter, text)
    else:
        _show(report, options, limits, text)
    _tell(report, fixed, options)
    if options.format != "text":
        _tell_skipped(len(report.files), report.drafts)
    _tell_what_ended(stale, settings, options, linter.options.today)
    _tell_jurisdictions(report, settings, linter.options.today)
    status = FAILED if fixed is not None and fixed.failed else _status(report, limits.fail_on)
    return FOUND if stale.failing and limits.fail_on and status == OK else status


def _stream(
    printer: Callable[[FileReport], str],
    inputs: Inputs,
    linter: Linter,
    entries: list[Entry],
    options: argparse.Namespace,
    limits: _Limits,
) -> int:
    """Print each file when its turn has come, keep none of them, and return the exit status."""
    settings = linter.settings
    # Where the findings go to the terminal, they show how far the work is.
    is_shown = options.output is None and is_output_watched()
    progress = None if is_shown else progress_of(len(inputs.found))
    run = Run(inputs.found, linter, progress, inputs.unreadable, inputs.unnamed, inputs.in_sites)
    known = Known(entries, partial(name_below, settings.root), settings.root)
    tally = _Tally()
    files = tally.watch(map(known.hide, run) if entries else run)
    write(map(printer, files), options.output)
    deque(files, maxlen=0)  # a reader that leaves early changes nothing about the verdict
    if progress is not None:
        tell_progress("")
    for message in run.unreadable:
        tell(message)
    _tell_skipped(tally.count, run.drafts)
    stale = stale_of(known.left, tally.whole, settings, options.paths) if _sees_all(options) else Stale()
    _tell_what_ended(stale, settings, options, linter.options.today)
    status = tally.status(limits.fail_on, is_complete=not run.unreadable)
    return FOUND if stale.failing and limits.fail_on and status == OK else status


class _Tally:
    """What the exit status needs of a run's files, which are gone."""

    def __init__(self) -> None:
        self.whole: list[str] = []
        self.count = 0
        self.has_crashed = False
        self.gravest = -1

    def watch(self, files: Iterable[FileReport]) -> Iterator[FileReport]:
        """Pass on each file, and note it."""
        for file in files:
            self.count += 1
            if file.crashed:
                self.has_crashed = True
            else:
                self.whole.append(file.path)
            self.gravest = max([self.gravest, *(found.severity.rank for found in file.diagnostics)])
            yield file

    def status(self, fail_on: Severity | None, *, is_complete: bool) -> int:
        """Return the exit status."""
        if self.has_crashed or not is_complete:
            return FAILED
        return FOUND if fail_on is not None and self.gravest >= fail_on.rank else OK


def _tell_skipped(checked: int, drafts: int) -> None:
    """Tell of drafts that are left out where nothing else was checked, which would look like a clean text."""
    if drafts and not checked:
        from newslint.reporters.counting import count_of

        tell(f"no file was checked: {count_of(drafts, 'draft')} left out (`drafts: skip`).")


def _tell_what_ended(stale: Stale, settings: Settings, options: argparse.Namespace, today: date) -> None:
    """Tell which entries of the baseline match nothing any more, and which of the configuration are over."""
    if stale.entries:
        tell(describe_stale(stale, settings, options))
    for entry in settings.config.per_file_ignores:
        if entry.until and entry.until < today:
            tell(_describe_end(entry, settings))


def _tell_jurisdictions(report: Report, settings: Settings, today: date) -> None:
    """Tell once that no jurisdiction is chosen, or which source of one is stale, where a rule needed it."""
    from newslint.cli.jurisdictions import describe_jurisdictions

    for message in describe_jurisdictions({found.rule for found in report.diagnostics}, settings, today):
        tell(message)


def refuse_options(options: argparse.Namespace) -> None:
    """Raise UsageError where options contradict each other."""
    if options.diff and (options.format != "text" or options.statistics):
        raise UsageError("--diff", "it prints a diff in place of a report.", "Leave out --format and --statistics.")
    if options.statistics and options.format not in COUNTED:
        cause = f"the format {options.format} lists findings and counts none."
        raise UsageError("--statistics", cause, f"Use --format {' or '.join(COUNTED)}, or leave out --statistics.")


class _Limits(NamedTuple):
    """What fails a run, None for nothing, and the lowest severity that is shown and fixed."""

    fail_on: Severity | None
    least: Severity


def _limits_of(options: argparse.Namespace, settings: Settings) -> _Limits:
    threshold = options.fail_on or settings.config.fail_on
    fail_on = None if threshold == "never" else Severity(threshold)
    least = Severity(options.min_severity or settings.config.min_severity)
    return _Limits(fail_on, min(least, fail_on or Severity.ERROR, key=_rank))


def _pages_of(options: argparse.Namespace, inputs: Inputs) -> Pages | None:
    """Return where the pages of a run go; None in other formats."""
    if options.format != "html":
        return None
    from newslint.cli.pages import Pages

    return Pages(options, inputs)


def _show(report: Report, options: argparse.Namespace, limits: _Limits, text: bytes | None) -> None:
    """Print a report, or write it to a file; where a fixed text is printed, the report goes to standard error."""
    shown = render(
        report,
        options.format,
        colour=is_colourful(options) and text is None,
        width=columns(),
        quiet=options.quiet,
        statistics=options.statistics,
        fail_on=limits.fail_on,
        least=limits.least,
    )
    if text is not None:
        show_bytes(text)
    if text is not None and options.output is None:
        tell_usage(shown)
    else:
        write([shown], options.output)


def _tell(report: Report, fixed: Fixed | None, options: argparse.Namespace) -> None:
    """Tell what a report has no place for: files that could not be read or fixed, and in most formats what was."""
    for message in report.unreadable:
        tell(message)
    if fixed is None:
        return
    from newslint.cli.fixing import describe_fixed

    for message in (*fixed.notes, *fixed.failed):
        tell(message)
    if options.diff or (report.fixed and options.format != "text" and not options.quiet):
        tell(describe_fixed(report, would=options.diff))


def _show_diff(fixed: Fixed, options: argparse.Namespace) -> int:
    """Print what would be fixed, and return the status: 1 where that is anything."""
    from newslint.cli.fixing import is_log, show_diff

    report = fixed.report
    write(show_diff(fixed.diff, exact=options.output is not None or not is_log()), options.output)
    _tell(report, fixed, options)
    if fixed.failed or _status(report, None) == FAILED:
        return FAILED
    return FOUND if fixed.diff else OK


def _show_files(inputs: Inputs, linter: Linter) -> int:
    """Print the files that a run would check, one a line, as they would be named in its report."""
    shown = (item for item in inputs.found if not _is_left_out(item, inputs, linter))
    show("".join(f"{safe_path(name_of(item))}\n" for item in shown))
    for message in inputs.unreadable:
        tell(message)
    return FAILED if inputs.unreadable else OK


def _is_left_out(item: Source | Path, inputs: Inputs, linter: Linter) -> bool:
    """Tell whether a file is left out because its text is a template's, or is a draft that is skipped."""
    skips_drafts, in_site = linter.settings.config.drafts == "skip", name_of(item) in inputs.in_sites
    if not (in_site or skips_drafts):
        return False
    from newslint.drafts import is_unpublished
    from newslint.generators.template_code import is_template
    from newslint.today import Today

    try:
        source = item if isinstance(item, Source) else linter.read(item)
    except SourceError:
        return False
    if in_site and is_template(source.text):
        return True
    return skips_drafts and is_unpublished(linter.parse(source), Today(linter.options.today))


def _without_known(
    report: Report, known: list[Entry], settings: Settings, options: argparse.Namespace
) -> tuple[Report, Stale]:
    """Return a report without what the baseline knows, and the baseline's entries that are of no use any more.

    A run that leaves out rules or lines cannot tell which those are.
    """
    if not known:
        return report, Stale()
    match = hide_known(report, known, partial(name_below, settings.root), settings.root)
    if not _sees_all(options):
        return match.report, Stale()
    whole = [file.path for file in report.files if not file.crashed]
    return match.report, stale_of(match.left, whole, settings, options.paths)


def _sees_all(options: argparse.Namespace) -> bool:
    """Tell whether a run leaves out neither lines nor rules."""
    chosen = options.select or options.ignore or options.profile or options.preview
    return options.changed is None and not chosen


def _describe_end(entry: Ignore, settings: Settings) -> str:
    what = f"`{entry.glob}` had {', '.join(entry.rules)} ignored until {entry.until}, and is judged by it again."
    return f"{settings.path}: per_file_ignores: {what} Take the entry out, or give it a new date."


def _rank(severity: Severity) -> int:
    return severity.rank


def _status(report: Report, fail_on: Severity | None) -> int:
    tally = _Tally()
    deque(tally.watch(report.files), maxlen=0)
    return tally.status(fail_on, is_complete=not report.unreadable)


def progress_of(total: int) -> Callable[[str], None] | None:
    """Return what tells an editor at a terminal how far a long run is; None where nobody looks."""
    if not is_error_watched():
        return None
    started, done = time.monotonic(), 0

    def tell(path: str) -> None:
        nonlocal done
        done += 1
        if time.monotonic() - started > _PATIENCE:
            tell_progress(f"{done} of {total}: {path[-60:]}")

    return tell
