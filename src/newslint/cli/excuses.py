"""`newslint excuses`: list what is kept from being reported, by whom, why and until when."""

from __future__ import annotations

import argparse
import csv
import io
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from newslint.baseline import hide_known, read_baseline
from newslint.batch import check
from newslint.blame import authors_of
from newslint.cli import FAILED, OK
from newslint.cli.baseline import baseline_of
from newslint.cli.output import refuse_to_overwrite, write
from newslint.cli.session import inputs_of, linter_of, settings_of
from newslint.diagnostics import Report
from newslint.excuses import Listed, count_by_rule, list_excuses
from newslint.reporters.counting import count_of
from newslint.reporters.csv import cell
from newslint.reporters.json import dump
from newslint.settings import Settings
from newslint.settings.globs import name_below
from newslint.terminal import inert, safe, tell

Row = dict[str, Any]


def run(options: argparse.Namespace) -> int:
    """Lint, list the suppressions and return the exit status."""
    options.profile, options.select, options.ignore, options.preview = None, (), (), False
    settings = settings_of(options)
    # What the baseline hides is not reported.
    known = read_baseline(baseline_of(settings), settings.former) if options.by_rule else []
    options.fingerprints = bool(known)
    options.paths = options.paths or ["."]
    inputs = inputs_of(options, settings)
    refuse_to_overwrite(options.output, inputs.found, settings)
    report = check(
        inputs.found,
        linter_of(options, settings),
        unreadable=inputs.unreadable,
        found=inputs.unnamed,
        in_sites=inputs.in_sites,
    )
    if known:
        report = hide_known(report, known, partial(name_below, settings.root), settings.root).report
    rows = _count(report) if options.by_rule else _list(report, settings)
    printed = {"text": _print_counts if options.by_rule else _print_list, "csv": _print_csv, "json": _print_json}
    write(printed[options.format](rows), options.output)
    for message in report.unreadable:
        tell(message)
    is_whole = not report.unreadable and not any(file.crashed for file in report.files)
    return OK if is_whole else FAILED


def _count(report: Report) -> list[Row]:
    return [row._asdict() for row in count_by_rule(report)]


def _list(report: Report, settings: Settings) -> list[Row]:
    path = os.path.relpath(settings.path) if settings.path else ""
    lines = _lines_of_ignores(settings)
    listed = [
        each._replace(excuse=each.excuse._replace(line=lines.get(each.excuse.glob, 1)))
        if each.excuse.source == "configuration"
        else each
        for each in list_excuses(report, path)
    ]
    asked: dict[str, set[int]] = defaultdict(set)
    for each in listed:
        asked[each.path].add(each.excuse.line)
    authors = {name: authors_of(Path(name), numbers) for name, numbers in asked.items() if os.path.isfile(name)}
    return [_row(each, *authors.get(each.path, {}).get(each.excuse.line, ("", ""))) for each in listed]


def _lines_of_ignores(settings: Settings) -> dict[str, int]:
    """Return the line of each glob under `per_file_ignores`."""
    if settings.path is None or not settings.config.per_file_ignores:
        return {}
    from newslint.rules.yaml_files import line_of
    from newslint.settings.resolving import read_config

    _, data = read_config(settings.path)
    return {entry.glob: line_of(data, ("per_file_ignores", entry.glob)) for entry in settings.config.per_file_ignores}


def _row(each: Listed, author: str, day: str) -> Row:
    excuse = each.excuse
    return {
        "path": each.path,
        "line": excuse.line,
        "source": excuse.source,
        "files": excuse.glob,
        "rules": list(excuse.rules),
        "reason": excuse.reason,
        "until": excuse.until,
        "expired": excuse.is_expired,
        "findings": each.findings,
        "author": author,
        "written": day,
    }


def _print_list(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        yield _line(f"{row['path']}:{row['line']}: {', '.join(row['rules'])}{_where(row)}")
        yield _line(row["reason"] or "no reason given", "  ")
        yield _line("; ".join(_facts(row)), "  ")
    expired = sum(row["expired"] for row in rows)
    told = f"{count_of(len(rows), 'excuse')}, {expired} expired, for {count_of(_sum(rows), 'finding')}."
    yield f"{told}\n" if rows else "There is no excuse.\n"


def _sum(rows: Iterable[Row]) -> int:
    return sum(row["findings"] for row in rows)


def _where(row: Row) -> str:
    return f" in {row['files']}" if row["files"] else ""


def _facts(row: Row) -> Iterator[str]:
    yield f"holds {count_of(row['findings'], 'finding')}"
    if row["until"]:
        yield f"expired on {row['until']}" if row["expired"] else f"until {row['until']}"
    if row["author"]:
        yield f"written by {row['author']} on {row['written']}"


def _print_counts(rows: Sequence[Row]) -> Iterator[str]:
    yield f"{'excused':>8} {'wrong':>6} {'reported':>9}  rule\n"
    for row in rows:
        yield _line(row["rule"], f"{row['excused']:>8} {row['wrong']:>6} {row['reported']:>9}  ")


def _print_csv(rows: Sequence[Row]) -> Iterator[str]:
    if not rows:
        return
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(rows[0])
    for row in rows:
        writer.writerow(cell(" ".join(value) if isinstance(value, list) else value) for value in row.values())
    yield text.getvalue()


def _print_json(rows: Sequence[Row]) -> Iterator[str]:
    yield dump({"excuses": list(rows)}) + "\n"


def _line(text: str, indent: str = "") -> str:
    """Return a line of the list behind an indent of newslint's own."""
    return inert(indent + safe(text)) + "\n"
