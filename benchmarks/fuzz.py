"""Mutate and join articles, configurations, rules, globs and names for as long as told, and hold newslint to its word.

usage: nice python -m benchmarks.fuzz (--seconds N | --inputs N) [--seed N] [--jobs N] [--seeds PATH …] [--keep FOLDER]
       python -m benchmarks.fuzz --only NUMBER [--seed N] [--seeds PATH …] [--keep FOLDER]
       python -m benchmarks.fuzz --again PATH …

Seeds are the articles of examples/ and tests/corpus/, the examples of all rules, the inputs that failed before, and
what `--seeds` names: articles, folders of them, or JSONL files whose lines have `kind` (md, html, txt) and `text`.

Every input: nothing is raised, no rule or parser crashes, and it takes less than 5 s of CPU time; spans, lines,
columns, excerpts, frames and related places agree with the text; runs of blocks say the truth; `inspect` shows places
that are there; a configuration or rule file is loaded or refused by a NewslintError. Every fifth input, too: all
formats of reports, with and without colour, are safe and whole, and the same input twice gives the same report; a
configuration goes through the command line. Of every 300th (`--sample`), batches of 40 files go through the command
line in other orders, numbers of processes, hash seeds, locales, encodings of streams, time zones and states of the
cache, which must print the same bytes.

Prints each kind of fault with the numbers of inputs and how to make one again, then a table. With `--keep`, the first
input of each kind of fault is written there, made as small as it gets. Exit status 1 where there was any. For Unix.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.fuzzing.examining import Examiner
from benchmarks.fuzzing.inputs import FORMATS, Seeds, gather, input_of
from benchmarks.fuzzing.making import WEIGHTS, Factory
from benchmarks.fuzzing.working import Failure, Plan, Tally, work, write

_NUMBERS_SHOWN = 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz, print, and return 1 where something failed."""
    options = _options(arguments)
    if options.again:
        return _examine_again(options.again)
    seeds = gather(options.seeds)
    factory = Factory(seeds, options.seed)
    if options.only is not None:
        return _examine_one(factory, options.only, options.keep)
    print(f"{len(seeds.all)} seeds ({seeds.fingerprint}), series {options.seed}", flush=True)
    deadline = time.monotonic() + options.seconds if options.seconds else None
    plan = Plan(
        options.first, options.inputs, deadline, options.jobs, options.sample, options.keep, tuple(options.kinds)
    )
    started, tallies = time.monotonic(), []
    done, told = 0, started
    shown: Counter[str] = Counter()
    for tally in work(factory, plan):
        tallies.append(tally)
        done += tally.inputs.total()
        for failure in tally.failures:
            shown[failure.fault.what] += 1
            if shown[failure.fault.what] == 1 or failure.kept:
                _tell(failure)
        if time.monotonic() - told > 30:
            told = time.monotonic()
            print(f"{done:,} inputs in {told - started:.0f} s", file=sys.stderr, flush=True)
    failures = [failure for tally in tallies for failure in tally.failures]
    _print_table(tallies, time.monotonic() - started)
    _print_failures(failures, seeds, options.seed)
    return 1 if failures else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, metavar="N", help="of wall time")
    parser.add_argument("--inputs", type=int, metavar="N")
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER", help="the number of the first input (0)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="chooses the series of inputs (1)")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes (1)")
    parser.add_argument("--sample", type=int, default=300, metavar="N", help="every Nth input is for batches (300)")
    parser.add_argument("--seeds", type=Path, nargs="+", default=[], metavar="PATH", help="more seeds")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write failing inputs there")
    parser.add_argument(
        "--kinds", nargs="+", choices=("seeds", *WEIGHTS), default=[], metavar="KIND", help="only these"
    )
    parser.add_argument("--only", type=int, metavar="NUMBER", help="make and examine this input alone")
    parser.add_argument(
        "--again", type=Path, nargs="+", default=[], metavar="PATH", help="examine kept inputs, or folders"
    )
    options = parser.parse_args(arguments)
    if options.only is None and not options.again and not (options.seconds or options.inputs):
        parser.error("say how long: --seconds N or --inputs N")
    return options


def _examine_again(paths: Sequence[Path]) -> int:
    examiner, failed = Examiner(), 0
    for path in [file for given in paths for file in (sorted(given.iterdir()) if given.is_dir() else [given])]:
        faults = examiner.examine(input_of(path), is_thorough=True)
        failed += bool(faults)
        for fault in faults:
            print(f"{path}: {fault.what}: {fault.detail}")
    examiner.close()
    return 1 if failed else 0


def _examine_one(factory: Factory, number: int, keep: Path | None) -> int:
    given = factory.make(number)
    path = write(keep or Path(tempfile.gettempdir()), given)
    print(f"input {number} ({given.kind}, {given.format}, {len(given.data)} bytes) is in {path}")
    examiner = Examiner()
    faults = examiner.examine(given, is_thorough=True)
    examiner.close()
    for fault in faults:
        print(f"{fault.what}: {fault.detail}")
    return 1 if faults else 0


def _tell(failure: Failure) -> None:
    where = f", made small in {failure.kept}" if failure.kept else ""
    given = f"input {failure.number} ({failure.kind}, {failure.format})"
    print(f"{given}{where}: {failure.fault.what}: {failure.fault.detail}", flush=True)


def _print_table(tallies: Sequence[Tally], wall: float) -> None:
    inputs = sum((tally.inputs for tally in tallies), Counter[tuple[str, str]]())
    seconds: dict[tuple[str, str], float] = {}
    for key, spent in (item for tally in tallies for item in tally.seconds.items()):
        seconds[key] = seconds.get(key, 0.0) + spent
    failed = Counter((failure.kind, failure.format) for tally in tallies for failure in tally.failures)
    print(
        f"\n{'kind':<18}" + "".join(f"{name:>10}" for name in (*FORMATS, "other", "all", "CPU s", "ms each", "faults"))
    )
    for kind in ("seeds", *WEIGHTS, None):
        keys = [key for key in inputs if kind in (None, key[0])]
        counts = [sum(inputs[key] for key in keys if key[1] == format) for format in FORMATS]
        whole, cpu = sum(inputs[key] for key in keys), sum(seconds.get(key, 0.0) for key in keys)
        faults = sum(count for key, count in failed.items() if kind in (None, key[0]))
        row = "".join(f"{count:>10,}" for count in (*counts, whole - sum(counts), whole))
        print(f"{kind or 'all':<18}{row}{cpu:>10.1f}{1000 * cpu / max(whole, 1):>10.2f}{faults:>10,}")
    whole = inputs.total()
    slowest = max((tally.slowest for tally in tallies), default=(0.0, 0))
    print(f"{sum(tally.thorough for tally in tallies):,} inputs were rendered in all formats and linted twice")
    print(f"{sum(tally.batches for tally in tallies)} batches of files went through the command line")
    print(
        f"{whole / max(wall, 1e-9):.0f} inputs a second; the slowest took {slowest[0]:.2f} s of CPU time ({slowest[1]})"
    )


def _print_failures(failures: Sequence[Failure], seeds: Seeds, series: int) -> None:
    by_kind: dict[str, list[int]] = {}
    for failure in failures:
        by_kind.setdefault(failure.fault.what, []).append(failure.number)
    for what, numbers in sorted(by_kind.items(), key=lambda entry: -len(entry[1])):
        more = f" and {len(numbers) - _NUMBERS_SHOWN} more" if len(numbers) > _NUMBERS_SHOWN else ""
        print(f"{len(numbers):,} × {what}: inputs {', '.join(map(str, numbers[:_NUMBERS_SHOWN]))}{more}")
    if failures:
        print(
            f"make one again with `python -m benchmarks.fuzz --seed {series} --only NUMBER` (seeds {seeds.fingerprint})"
        )
    else:
        print("no fault")


if __name__ == "__main__":
    raise SystemExit(main())
