"""Measure what a start of newslint costs against a start of the same environment's own interpreter.

usage: python benchmarks/cold_start.py [FILE …] [--repeat N]

Runs `python -c pass`, `newslint --version` and `newslint FILE` (default: the Markdown, HTML and text article of
examples/) with the interpreter that runs this script, rules already compiled, and prints the CPU time of each: the
median of N runs after one that warms the caches, and its ratio to the bare interpreter. Use a quiet machine and an
installed newslint, not a version manager's shim.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIMITS = {"version": 4.0, "one file": 10.0}


def cost(command: list[str], repeat: int) -> float:
    """Return the median CPU time of a command in milliseconds."""
    samples = []
    for number in range(repeat + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if number:
            samples.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(samples) * 1000


def main() -> int:
    """Measure, print, and return 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--repeat", type=int, default=15)
    options = parser.parse_args()
    examples = [ROOT / "examples" / f"clean-news.{suffix}" for suffix in ("md", "html", "txt")]
    files = options.files or examples
    newslint = str(Path(sys.executable).with_name("newslint"))
    bare = cost([sys.executable, "-c", "pass"], options.repeat * 2)
    print(f"python -c pass: {bare:.1f} ms")
    passed = True
    for name, command, limit in (
        ("newslint --version", [newslint, "--version"], LIMITS["version"]),
        *((f"newslint {file.name}", [newslint, str(file)], LIMITS["one file"]) for file in files),
    ):
        took = cost(command, options.repeat)
        passed &= took <= limit * bare
        print(f"{name}: {took:.1f} ms, {took / bare:.1f} times (limit {limit:g})")
    return 0 if passed else 1


if __name__ == "__main__":
    raise SystemExit(main())
