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
from newslint.cli.session import default_paths, inputs_of, linter_of, settings_of
from newslint.diagnostics import Report
from newslint.errors import UsageError
from newslint.places import is_within
from newslint.records import NamedTuple
from newslint.settings import Settings
from newslint.settings.globs import name_below
from newslint.terminal import show, tell

_NAMED = 5  # entries that are no longer needed, in a message


def run(options: argparse.Namespace) -> int:
    """Lint, write the baseline and return the exit status."""
    options.profile, options.select, options.ignore, options.preview = None, (), (), False
    options.fingerprints = True
    settings = settings_of(options)
    path, linter = baseline_of(settings), linter_of(options, settings)
    if "-" in options.paths:
        raise UsageError("-", "standard input has no place in a baseline.", "Name files or folders.")
    options.paths = options.paths or default_paths(options, settings)
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
    stale = Counter(stale_of(match.left, whole, settings, paths).entries)
    return list((Counter(known) - stale).elements())


class Stale(NamedTuple):
    """Entries of the baseline that match nothing any more, and those of them that fail a run.

    These are the ones in folders that the run was given. Whoever names a file, as a hook does, is mending it: that
    work is not to be held up by an entry of which it is rid.
    """

    entries: tuple[Entry, ...] = ()
    failing: tuple[Entry, ...] = ()


def stale_of(left: Iterable[Entry], whole: Iterable[str], settings: Settings, paths: Sequence[str]) -> Stale:
    """Return the entries that match nothing any more, of those that a run left over.

    `whole` are the files that the run checked to their end.
    """
    checked = frozenset(name_below(settings.root, path) for path in whole)
    folders = [os.path.realpath(path) for path in paths if os.path.isdir(path)]

    def is_gone(path: str) -> bool:
        place = settings.root / path
        return not place.exists() and is_within(Path(os.path.realpath(place)), folders)

    stale = find_stale(left, checked, is_gone)
    return Stale(tuple(stale), tuple(entry for entry in stale if is_within(settings.root / entry.path, folders)))


def describe_stale(stale: Stale, settings: Settings, options: argparse.Namespace) -> str:
    """Return which entries match nothing any more, what that means for the run, and the command that takes them out."""
    count, it = (
        ("1 entry matches", "it") if len(stale.entries) == 1 else (f"{len(stale.entries)} entries match", "them")
    )
    named = [f"{path} ({rule})" for path, rule in dict.fromkeys(entry[:2] for entry in stale.entries)]
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    until = "Until then, this run fails" if stale.failing else "This run does not fail for that; one of a folder does"
    return (
        f"{baseline_of(settings)}: {count} nothing any more: {', '.join(named[:_NAMED])}{more}. "
        f"Take {it} out with `{_prune(stale, settings, options)}`. {until}."
    )


def _prune(stale: Stale, settings: Settings, options: argparse.Namespace) -> str:
    """Return the command that takes entries out: for the folders of the run, or else for their files."""
    from shlex import quote

    folders = [path for path in options.paths if os.path.isdir(path)]
    files = dict.fromkeys(os.path.relpath(settings.root / entry.path) for entry in stale.entries)
    configuration = ["--config", options.config] if options.config else []
    return " ".join(map(quote, ["newslint", "baseline", "--prune", *configuration, *(folders or files)]))


def _describe(before: int, after: int, path: Path, *, prune: bool) -> str:
    if prune:
        gone = before - after
        return f"{path}: {gone} of {before} entries taken out.\n" if gone else f"{path}: nothing to take out.\n"
    many = "1 finding" if after == 1 else f"{after} findings"
    return f"{path}: {many} recorded; later runs hide them. `newslint check --no-baseline` shows them.\n"
