"""`newslint baseline`: record what is found today, so that later runs hide it."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from newslint.baseline import Entry, entries_of, find_stale, hide_known, read_baseline, text_of
from newslint.batch import check
from newslint.cli import FAILED, OK
from newslint.cli.output import refuse_to_overwrite, write
from newslint.cli.session import inputs_of, linter_of, settings_of
from newslint.diagnostics import Report
from newslint.errors import UsageError
from newslint.places import is_within
from newslint.settings import Settings
from newslint.settings.globs import name_below
from newslint.terminal import show, tell


def run(options: argparse.Namespace) -> int:
    """Lint, write the baseline and return the exit status."""
    options.profile, options.select, options.ignore, options.preview = None, (), (), False
    options.fingerprints = True
    settings = settings_of(options)
    path, linter = baseline_of(settings), linter_of(options, settings)
    if "-" in options.paths:
        raise UsageError("-", "standard input has no place in a baseline.", "Name files or folders.")
    inputs = inputs_of(options, settings)
    refuse_to_overwrite(str(path), inputs.found, settings)
    report = check(inputs.found, linter, unreadable=inputs.unreadable, found=inputs.unnamed, in_sites=inputs.in_sites)
    known = read_baseline(path, settings.former)
    entries = _pruned(known, report, settings, options.paths) if options.prune else renewed(known, report, settings)
    write([text_of(entries)], str(path))
    show(_describe(len(known), len(entries), path, prune=options.prune))
    for message in report.unreadable:
        tell(message)
    is_whole = not report.unreadable and not any(file.crashed for file in report.files)
    return OK if is_whole else FAILED


def baseline_of(settings: Settings) -> Path:
    """Return where the baseline of a configuration is."""
    return settings.root / settings.config.baseline


def renewed(known: Iterable[Entry], report: Report, settings: Settings) -> list[Entry]:
    """Return the entries of files that were not checked and are there, and those of today's findings."""
    name = partial(name_below, settings.root)
    checked = {name(file.path) for file in report.files}
    others = (each for each in known if each.path not in checked and os.path.exists(settings.root / each.path))
    return [*others, *entries_of(report, name)]


def _pruned(known: Sequence[Entry], report: Report, settings: Settings, paths: Sequence[str]) -> list[Entry]:
    """Return the entries that still match something, and those of files outside the run."""
    match = hide_known(report, known, partial(name_below, settings.root), settings.root)
    whole = [file.path for file in report.files if not file.crashed]
    stale = Counter(stale_of(match.left, whole, settings, paths))
    return list((Counter(known) - stale).elements())


def stale_of(left: Iterable[Entry], whole: Iterable[str], settings: Settings, paths: Sequence[str]) -> list[Entry]:
    """Return the entries that match nothing any more, of those that a run left over.

    `whole` are the files that the run checked to their end.
    """
    checked = frozenset(name_below(settings.root, path) for path in whole)
    folders = [os.path.realpath(path) for path in paths if os.path.isdir(path)]

    def is_gone(path: str) -> bool:
        place = settings.root / path
        return not place.exists() and is_within(Path(os.path.realpath(place)), folders)

    return find_stale(left, checked, is_gone)


def _describe(before: int, after: int, path: Path, *, prune: bool) -> str:
    if prune:
        gone = before - after
        return f"{path}: {gone} of {before} entries taken out.\n" if gone else f"{path}: nothing to take out.\n"
    many = "1 finding" if after == 1 else f"{after} findings"
    return f"{path}: {many} recorded; later runs hide them. `newslint check --no-baseline` shows them.\n"
