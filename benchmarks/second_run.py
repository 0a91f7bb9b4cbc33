"""Measure what a run over unchanged files costs, and how much memory a run over many files takes.

usage: python benchmarks/second_run.py WORK [--articles FOLDER] [--files N] [--jobs N …]

WORK is a folder to work in. In it, N files of 1 KB (10,000) are made of invented sentences and checked as `jsonl`: with
an empty cache, again, and with `--quiet` where there is nothing to print. FOLDER holds other articles, or JSON lines
with a `text` each, which are checked twice as well. With `--jobs`, runs that lint fewer and more files show
from which size on a second process pays: `batch._WORTH_A_PROCESS` is from there. Prints the CPU time, the wall time and
the peak memory of the largest process, and returns 1 where a limit is passed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from itertools import count
from pathlib import Path
from typing import NamedTuple

SIZE = 1_000  # bytes
MEMORY_LIMIT = 90  # MB
SHARE_LIMIT, BARE_LIMIT = 40, 80
WARM_LIMIT = 0.3  # seconds beyond a start
TODAY = "2026-11-25"
PLACES = ["Tarrow", "Hallin", "Quay Street", "Upper Marden", "Ostby", "Kelling Bridge", "Norrhaven", "Saltmere"]
PEOPLE = ["Dana Okafor", "Ben Roe", "Mara Oduya", "Lin Meihua", "Piet Sandvik", "Ines Tavares", "Jo Harrow"]
THINGS = ["ferry", "library", "market hall", "tram line", "swimming pool", "sea wall", "bus depot", "school kitchen"]
DEEDS = ["opens again", "closes for repairs", "moves to a new place", "gets a second door", "has a new timetable"]
SENTENCES = [
    "The {thing} at {place} {deed} on Monday, {name} told the council.",
    "“We have waited for this since spring,” said {name}, who runs the {thing} in {place}.",
    "Work on the {thing} took {number} days, the council’s minutes show.",
    "{name} said the council paid {number} pounds for the {thing}.",
    "The council meets again in {place} next week to talk about the {thing}.",
]


class Cost(NamedTuple):
    """What a command took: CPU seconds, seconds on the clock, and MB of its largest process."""

    cpu: float
    wall: float
    memory: float


def run(command: list[str], cache: Path, output: Path | None = None) -> Cost:
    """Run a command and measure it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["NEWSLINT_CACHE_DIR"] = str(cache)
    with open(output or os.devnull, "wb") as out:
        began = time.monotonic()
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2))


def middle(command: list[str], cache: Path, times: int = 5) -> Cost:
    """Return the median costs of a command that is run several times."""
    return Cost(*map(statistics.median, zip(*(run(command, cache) for _ in range(times)), strict=True)))


def write_articles(folder: Path, number: int) -> None:
    """Make articles of 1 KB, of invented sentences."""
    draw = random.Random(11)
    for at in range(number):
        place, thing, name = draw.choice(PLACES), draw.choice(THINGS), draw.choice(PEOPLE)
        head = f"{place}’s {thing} {draw.choice(DEEDS)}"
        front = f"---\ntitle: {head}\nauthor: {draw.choice(PEOPLE)}\ndate: 2026-10-{at % 28 + 1:02}\n"
        text = f"{front}summary: {head}, {name} says, and the council paid for it this year.\n---\n\n"
        for line in count():
            words = {"deed": draw.choice(DEEDS), "number": draw.randrange(2, 900), "place": place, "thing": thing}
            sentence = draw.choice(SENTENCES).format(name=name, **words)
            if len((text + sentence).encode()) > SIZE:
                break
            text += sentence + ("\n\n" if line % 2 else " ")
        path = folder / f"{at // 500:03}" / f"{at:06}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text.strip()}\n", encoding="utf-8")


def read_articles(given: Path, folder: Path) -> int:
    """Copy articles into a folder, those of JSON lines each as a file; return how many there are."""
    lines = [given / name for name in ("dev.jsonl", "train.jsonl") if (given / name).exists()]
    texts = [json.loads(line)["text"] for file in lines for line in file.read_text(encoding="utf-8").splitlines()]
    texts = texts or [file.read_text(encoding="utf-8") for file in sorted(given.glob("*.md"))]
    for number, text in enumerate(texts):
        (folder / f"{number:05}.md").write_text(text, encoding="utf-8")
    return len(texts)


def tell(what: str, cost: Cost, note: str = "") -> None:
    """Print a line of figures."""
    print(f"{what:<44} {cost.cpu:8.2f} s CPU {cost.wall:8.2f} s {cost.memory:6.0f} MB  {note}", flush=True)


def judge(told: str, value: float, limit: float) -> bool:
    """Print a figure beside its limit, and return whether it is within."""
    print(f"    {told}: {value:.2f} (limit {limit:g}){'' if value <= limit else '  PASSED OVER'}", flush=True)
    return value <= limit


def measure_many(newslint: str, work: Path, number: int) -> list[bool]:
    """Check many small files with an empty cache, again, and with nothing to print."""
    folder, cache = work / "small", work / "cache"
    write_articles(folder, number)
    bare = middle([sys.executable, "-c", "pass"], cache, 21)
    tell("python -c pass", bare)
    command = [newslint, "check", str(folder), "--today", TODAY, "--format", "jsonl"]
    first = run(command, cache, work / "first.jsonl")
    tell(f"{number} files, cache empty, jsonl", first)
    again = run(command, cache, work / "again.jsonl")
    tell(f"{number} files again, jsonl", again)
    same = (work / "first.jsonl").read_bytes() == (work / "again.jsonl").read_bytes()
    print(f"    the same bytes: {'yes' if same else 'NO'}")
    words = ["--format", "concise", "--min-severity", "error", "--quiet"]
    nothing = [newslint, "check", str(folder), "--today", TODAY, *words]
    run(nothing, cache, work / "nothing")
    is_silent = not (work / "nothing").read_bytes()
    quiet = middle(nothing, cache)
    tell(f"{number} files again, nothing to print", quiet)
    return [
        same,
        is_silent,
        judge("MB at first", first.memory, MEMORY_LIMIT),
        judge("MB again", again.memory, MEMORY_LIMIT),
        judge("first run in second runs", -first.cpu / again.cpu, -SHARE_LIMIT),
        judge("nothing to print in bare interpreters", quiet.cpu / bare.cpu, BARE_LIMIT),
    ]


def measure_others(newslint: str, work: Path, given: Path) -> list[bool]:
    """Check other articles twice."""
    folder, cache, one = work / "articles", work / "cache-of-articles", work / "one"
    folder.mkdir()
    one.mkdir()
    number = read_articles(given, folder)
    shutil.copy(folder / "00000.md", one)
    passed = []
    for format in ("concise", "jsonl", "text"):
        command = [newslint, "check", str(folder), "--today", TODAY, "--format", format]
        start = [newslint, "check", str(one), "--today", TODAY, "--format", format]
        tell(f"{number} articles, cache empty, {format}", run(command, cache))
        run(start, cache)
        again, base = middle(command, cache), middle(start, cache)
        tell(f"{number} articles again, {format}", again)
        tell("one of them again", base)
        passed.append(judge("CPU seconds beyond a start", again.cpu - base.cpu, WARM_LIMIT))
    return passed


# What is measured is linting: nothing that was found before is told again, and any number of files is enough.
_ALL_ANEW = """
import sys, newslint.batch, newslint.results.store as store
newslint.batch._WORTH_A_PROCESS = 1
store.read_kept = lambda name: None
store.keep = lambda name, data: None
from newslint.cli import start
sys.exit(start())
"""


def measure_jobs(work: Path, jobs: list[int]) -> None:
    """Lint fewer and more files in one process and in several."""
    files = sorted((work / "small").glob("*/*.md"))
    for number in (10, 20, 40, 80, 160):
        names = [str(file) for file in files[:number]]
        for most in jobs:
            command = [sys.executable, "-c", _ALL_ANEW, "check", *names, "--jobs", str(most), "--quiet"]
            tell(f"{number} files in {most} process(es)", middle(command, work / "cache"))


def main() -> int:
    """Measure, print, and return 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, nargs="+")
    options = parser.parse_args()
    newslint = str(Path(sys.executable).with_name("newslint"))
    work = options.work / "second-run"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    passed = measure_many(newslint, work.resolve(), options.files)
    if options.articles:
        passed += measure_others(newslint, work.resolve(), options.articles)
    if options.jobs:
        measure_jobs(work.resolve(), options.jobs)
    return 0 if all(passed) else 1


if __name__ == "__main__":
    raise SystemExit(main())
