"""Plant faults into real articles, as Markdown, HTML and scraped text, and print which kinds are found.

usage: python -m benchmarks.planted ARTICLE … [--seed N] [--kind KIND …] [--set developing|aside] [--format FORMAT …]
       [--misses KIND …] [--json]

Articles are files or folders; they are not for the repository. Of each kind, thirty faults are planted at places by
chance. `wordings.jsonl` has faults that people worded who had not seen the program, and often what would be right; the
other kinds are made from the article itself. A fault is found where a finding of a rule that fits its kind touches it
and none touches the same place of the twin without the fault. Columns: how much a newsroom cares, found by default
(errors and warnings), found with advice, found by default in each format, severities, and of the twins that have
something at the place, those with a default finding there, which are false alarms. `--misses` prints what was not found
by default. The wordings set aside are for measuring alone, and are never printed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.planted.copies import Copy, read_copies
from benchmarks.planted.faults import FAULTS
from benchmarks.planted.measuring import Kind, Reader, Trial, read_kinds, try_kind
from benchmarks.planted.rendering import FORMATS
from benchmarks.planted.wordings import SETS, read_wordings

_GOAL = 0.97


def main(arguments: Sequence[str] | None = None) -> int:
    """Plant, judge and print the table."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.misses and options.set == "aside":
        parser.error("what was set aside is not printed: --misses goes with --set developing")
    copies = list(read_copies(options.articles))
    if not copies:
        parser.error("no article has a headline, a byline, a date and nine to forty paragraphs")
    rows = []
    for kind, trials in _try_all(copies, options):
        rows.append(count(kind, trials))
        if kind.kind in options.misses:
            print("\n".join(describe_misses(trials)))
    print(json.dumps(rows, indent=1) if options.json else "\n".join(tabulate(rows)))
    return 0


def _try_all(copies: Sequence[Copy], options: argparse.Namespace) -> Iterator[tuple[Kind, list[Trial]]]:
    """Yield the kinds that are asked for, with what came of each plant."""
    wordings, reader = read_wordings(options.set), Reader(options.format)
    wanted = {*options.kind, *options.misses}
    for kind in read_kinds():
        given = wordings.get(kind.kind, [])
        if (not wanted or kind.kind in wanted) and (given or kind.kind in FAULTS):
            yield kind, list(try_kind(kind, copies, given, f"{options.seed} {options.set}", reader))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", type=Path, metavar="ARTICLE")
    parser.add_argument("--seed", type=int, default=1)
    kinds = [kind.kind for kind in read_kinds()]
    parser.add_argument("--kind", nargs="+", default=[], choices=kinds, metavar="KIND")
    parser.add_argument("--set", choices=SETS, default="developing")
    parser.add_argument("--format", nargs="+", choices=FORMATS, default=list(FORMATS))
    parser.add_argument("--misses", nargs="+", default=[], choices=kinds, metavar="KIND")
    parser.add_argument("--json", action="store_true")
    return parser


def count(kind: Kind, trials: Sequence[Trial]) -> dict[str, Any]:
    """Return the figures of a kind."""
    severities: Counter[str] = Counter()
    for trial in trials:
        if trial.is_told:
            strongest = max((*trial.shown, *trial.advice), key=lambda found: found.severity.rank)
            severities[strongest.severity] += 1
    found = Counter(trial.format for trial in trials if trial.is_found)
    planted = Counter(trial.format for trial in trials)
    return {
        "kind": kind.kind,
        "care": kind.care,
        "planted": len(trials),
        "found": found.total(),
        "told": severities.total(),
        "formats": {format: [found[format], planted[format]] for format in FORMATS if planted[format]},
        "severities": dict(severities),
        "alarms": [sum(bool(trial.in_twin) for trial in trials), sum(trial.has_twin for trial in trials)],
    }


def tabulate(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of the table and what they come to."""
    titles = f"{'default':>13} {'advice too':>11} {'md':>6} {'html':>6} {'txt':>6} {'E/W/A':>9} {'twins':>6}"
    yield f"{'care':4} {'kind':30} {titles}"
    for row in rows:
        formats = " ".join(f"{'/'.join(map(str, row['formats'].get(format, '-'))):>6}" for format in FORMATS)
        severities = "/".join(str(row["severities"].get(each, 0)) for each in ("error", "warning", "advice"))
        share, told = row["found"] / max(1, row["planted"]), row["told"] / max(1, row["planted"])
        found = f"{row['found']}/{row['planted']} {share:4.0%}"
        twins = "/".join(map(str, row["alarms"])) if row["alarms"][1] else "-"
        yield f"{row['care']:4} {row['kind']:30} {found:>13} {told:>11.0%} {formats} {severities:>9} {twins:>6}"
    planted, found, told = (sum(row[key] for row in rows) for key in ("planted", "found", "told"))
    reached = sum(round(row["found"] / max(1, row["planted"]), 2) >= _GOAL for row in rows)
    shares = f"{found / max(1, planted):.1%} found by default, {told / max(1, planted):.1%} with advice"
    yield f"{planted} planted: {shares}; {reached} of {len(rows)} kinds reach {_GOAL:.0%} by default"


def describe_misses(trials: Sequence[Trial]) -> Iterator[str]:
    """Yield what was planted and not found by default, with what was said of it."""
    for trial in trials:
        if not trial.is_found:
            said = ", ".join(f"{found.rule} ({found.severity})" for found in (*trial.shown, *trial.advice))
            twin = f"; twin: {', '.join(found.rule for found in trial.in_twin)}" if trial.in_twin else ""
            yield f"{trial.format:8} {trial.path}: {trial.planted!r} [{said or 'nothing'}{twin}]"


if __name__ == "__main__":
    raise SystemExit(main())
