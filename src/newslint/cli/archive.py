"""`newslint archive`: judge a whole archive into a table of findings, and go on where an earlier run was stopped."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from newslint.cli import FAILED, OK
from newslint.cli.output import write
from newslint.cli.session import settings_of
from newslint.errors import UsageError, did_you_mean, missing_library
from newslint.reporters.counting import count_of
from newslint.terminal import is_error_watched, safe_path, show, tell, tell_progress

if TYPE_CHECKING:
    from newslint.api.columns import Columns
    from newslint.archive.run import Archive, Progress
    from newslint.archive.tally import Tally

_PATIENCE = 0.5  # seconds between two words about progress


def run(options: argparse.Namespace) -> int:
    """Judge the archive, write findings and summaries, and return the exit status."""
    from newslint.reporters.archive_summary import format_of

    _refuse(options)
    for path in options.summary:
        format_of(path)  # a name that says no format is refused before hours of work
    archive = _archive_of(options)
    if options.force:
        archive.forget()
    tally = archive.finished()
    is_new = tally is None
    if tally is None:
        tally = archive.run(_jobs_of(options), _progress() if is_error_watched() else lambda progress: None)
        if is_error_watched():
            tell_progress("")
    for path in options.summary:
        write(_summary(tally, format_of(path), archive), path)
    show(_describe(tally, options.output, is_new=is_new))
    if tally.failed:
        tell(f"{count_of(tally.failed, 'article')} could not be judged: rows of the family `internal` say why.")
    return FAILED if tally.failed else OK


def _summary(tally: Tally, format: str, archive: Archive) -> Iterable[str]:
    if format == "html":
        from newslint.pages.archive_page import archive_page

        return [archive_page(tally, archive.about)]
    from newslint.reporters.archive_summary import render_summary

    return render_summary(tally, format)


def _refuse(options: argparse.Namespace) -> None:
    """Raise an error for what cannot be done, before anything is read."""
    from importlib.util import find_spec

    if find_spec("pyarrow") is None:
        raise missing_library("archive", "pyarrow", "archive")
    if not options.paths:
        raise UsageError("archive", "no input was given.", "Name Parquet, JSON Lines, SQLite files or folders.")
    if not options.output:
        raise UsageError("archive", "no output was given.", "Add `--output FINDINGS.parquet`.")
    if not options.output.endswith((".parquet", ".pq")):
        raise UsageError(options.output, "findings are written as Parquet.", "Give a name that ends with .parquet.")
    folder = os.path.dirname(options.output) or "."
    if not os.path.isdir(folder) or os.path.isdir(options.output):
        raise UsageError(options.output, "there is no such folder, or this is one.", "Name a file in a folder.")
    if options.table and options.query:
        raise UsageError("--query", "it stands in place of --table.", "Leave out one of them.")
    if os.path.exists(options.output) and any(map(partial(_is_same, options.output), options.paths)):
        raise UsageError(options.output, "this file is one of the inputs.", "Name another output.")


def _is_same(output: str, path: str) -> bool:
    return os.path.exists(path) and os.path.samefile(path, output)


def _archive_of(options: argparse.Namespace) -> Archive:
    from newslint.api.arrow import BatchLinter
    from newslint.archive.opening import open_inputs
    from newslint.archive.parts import Parts
    from newslint.archive.run import Archive
    from newslint.archive.tables import Reading

    settings = settings_of(options)
    columns = _columns_of(options.columns)
    reading = Reading(columns, options.article_format, options.table, options.query)
    inputs = open_inputs(options.paths, reading, settings)
    least = options.min_severity or settings.config.min_severity
    day = Parts(options.output).day() or date.today().isoformat()
    judge = BatchLinter(
        settings.path,
        min_severity=least,
        profile=options.profile,
        select=options.select,
        ignore=options.ignore,
        preview=options.preview,
        today=options.today or "published",
        undated=day,
        cache=not options.no_cache,
    )
    asked = {
        "columns": columns and columns.named,
        "article-format": options.article_format,
        "min-severity": str(least),
        "today": options.today and options.today.isoformat(),
    }
    return Archive(inputs, judge, options.output, asked, day)


def _columns_of(words: list[str]) -> Columns | None:
    """Return the columns that `--columns` names, or None where it names none."""
    from newslint.api.columns import Columns

    if not words:
        return None
    named = {}
    for word in words:
        what, sign, name = word.partition("=")
        if not sign or not name or what not in Columns._fields:
            way_out = did_you_mean(
                what, Columns._fields, f"Write WHAT=COLUMN with one of {', '.join(Columns._fields)}."
            )
            raise UsageError("--columns", f"`{word}` does not say what a column holds.", way_out)
        named[what] = name
    return Columns(**named)


def _jobs_of(options: argparse.Namespace) -> int:
    from newslint.processes import cores

    return options.jobs or cores()


def _progress() -> Callable[[Progress], None]:
    """Return what tells how far a run is and how long it may still take, by the pace of this run alone."""
    started = told = time.monotonic()
    first: Progress | None = None

    def tell_it(now: Progress) -> None:
        nonlocal told, first
        if first is None or not now.is_new:
            first = now
        if time.monotonic() - told < _PATIENCE:
            return
        told = time.monotonic()
        tell_progress(describe_progress(first, now, told - started))

    return tell_it


def describe_progress(first: Progress, now: Progress, seconds: float) -> str:
    """Return how far a run is, in words; `first` is how far earlier runs had come."""
    text = f"{now.articles:,} articles, {now.share:.0%}"
    made, share = now.articles - first.articles, now.share - first.share
    if made <= 0 or share <= 0 or seconds <= 0:
        return text
    left = seconds * (1 - now.share) / share
    return f"{text}; {made / seconds:,.0f} articles a second; about {_span(left)} left"


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{max(seconds, 1):.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5_400 else f"{seconds / 3_600:.1f} h"


def _describe(tally: Tally, output: str, *, is_new: bool) -> str:
    done = f"{count_of(tally.articles, 'article')}, {count_of(tally.findings, 'finding')}: {safe_path(output)}"
    return f"{done}\n" if is_new else f"{done} (complete since an earlier run)\n"
