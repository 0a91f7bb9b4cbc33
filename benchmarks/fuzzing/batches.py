"""Run the command line over batches of inputs in many circumstances, which must all give the same report."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.fuzzing.examining import DAY
from benchmarks.fuzzing.inputs import FORMATS, SUFFIX_OF, Fault, Input
from benchmarks.fuzzing.report_checks import faults_of_text

# In place of the console script, so that a few files are already worth a second process.
_START = "import sys, newslint.batch as b; b._WORTH_A_PROCESS = 1; from newslint.cli import start; sys.exit(start())"
_NAMES = (
    "a b",
    "ünïcode",
    "名前",
    "x'y",
    "%s{0}",
    "::error title=a",
    "-dash",
    "e\u0301",
    "\u202eabc",
    "new\nline",
    "tab\there",
    "[x]*?",
    "#~$HOME",
)
TIMEOUT = 300.0  # seconds of wall time for one run; many of a busy machine


class Circumstance(NamedTuple):
    """A way to run that must change nothing: environment, more arguments, and whether the files are shuffled."""

    name: str
    environment: Mapping[str, str] = {}
    arguments: tuple[str, ...] = ()
    is_shuffled: bool = False


CIRCUMSTANCES = (
    Circumstance("no cache", arguments=("--no-cache",)),
    Circumstance("cold cache"),
    Circumstance("warm cache"),
    Circumstance("cache that cannot be written", {"NEWSLINT_CACHE_DIR": "{closed}"}),
    Circumstance("another order", is_shuffled=True),
    Circumstance("two processes", arguments=("--jobs", "2")),
    Circumstance("two processes, another order", arguments=("--jobs", "2"), is_shuffled=True),
    Circumstance("hash seed 0", {"PYTHONHASHSEED": "0"}),
    Circumstance("hash seed 1", {"PYTHONHASHSEED": "1"}),
    Circumstance("hash seed 2", {"PYTHONHASHSEED": "2"}),
    Circumstance("locale C", {"LC_ALL": "C"}),
    Circumstance("locale C.UTF-8", {"LC_ALL": "C.UTF-8"}),
    Circumstance("locale POSIX", {"LC_ALL": "POSIX"}),
    Circumstance("ascii streams", {"PYTHONIOENCODING": "ascii"}),
    Circumstance("utf-16 streams", {"PYTHONIOENCODING": "utf-16"}),
    Circumstance("another time zone", {"TZ": "Pacific/Kiritimati"}),
    Circumstance("terminal settings", {"COLUMNS": "20", "TERM": "xterm", "FORCE_COLOR": "1"}),
)


class _Batch:
    """A folder of inputs with the caches of its runs."""

    def __init__(self, folder: Path, given: Sequence[Input], rng: Random) -> None:
        """Write the inputs, some under odd names."""
        self.articles = folder / "articles"
        self.articles.mkdir(parents=True)
        # The configuration ends the way up to others.
        (self.articles / "newslint.yaml").write_text("profile: strict\n", encoding="utf-8")
        (folder / "cache").mkdir(mode=0o700)
        (folder / "closed").write_bytes(b"")
        self.cache, self.closed = folder / "cache", folder / "closed" / "cache"
        self.rng = rng
        self.names = []
        for entry in given:
            odd = rng.choice(_NAMES) if rng.random() < 0.2 else "input"
            name = f"{odd}-{entry.number}.{SUFFIX_OF[entry.format]}"
            (self.articles / name).write_bytes(entry.data)
            self.names.append(f"./{name}")
        self.names.sort()

    def run(self, circumstance: Circumstance, *arguments: str) -> tuple[bytes, str, int]:
        """Return what a run writes to its two streams, and its status; None for one that did not end in time."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
        asked = {name: value.format(closed=self.closed) for name, value in circumstance.environment.items()}
        names = self.rng.sample(self.names, len(self.names)) if circumstance.is_shuffled else self.names
        command = [
            sys.executable,
            "-c",
            _START,
            "check",
            "--today",
            DAY.isoformat(),
            *arguments,
            *circumstance.arguments,
            *names,
        ]
        environment = {**kept, "NEWSLINT_CACHE_DIR": str(self.cache), **asked}
        done = subprocess.run(
            command, cwd=self.articles, env=environment, capture_output=True, timeout=TIMEOUT, check=False
        )
        return done.stdout, done.stderr.decode("utf-8", "replace"), done.returncode


def faults_of_batch(given: Sequence[Input], number: int) -> Iterator[Fault]:
    """Yield where runs over the same files differ, fail, or say anything beside their report."""
    articles = [entry for entry in given if entry.format in FORMATS]
    folder = Path(tempfile.mkdtemp(prefix="newslint-fuzz-batch-"))
    try:
        batch = _Batch(folder, articles, Random(number))
        reports: dict[str, bytes] = {}
        for circumstance in CIRCUMSTANCES:
            out, said, status = batch.run(circumstance, "--format", "json")
            reports[circumstance.name] = out
            if said or status not in (0, 1):
                yield Fault(f"batch, {circumstance.name}: failed", f"status {status}: {said[:500]}")
            elif out != reports["no cache"]:
                yield Fault(f"batch, {circumstance.name}: another report", _difference(reports["no cache"], out))
        for format in ("text", "concise"):
            out, said, status = batch.run(
                Circumstance("ascii streams", {"PYTHONIOENCODING": "ascii"}), "--format", format
            )
            if said or status not in (0, 1):
                yield Fault(f"batch, {format}: failed", f"status {status}: {said[:500]}")
            yield from faults_of_text(out.decode(), f"batch, {format}")
    except subprocess.TimeoutExpired:
        yield Fault("batch: a run that does not end", f"within {TIMEOUT:g} s")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _difference(first: bytes, second: bytes) -> str:
    """Describe where two reports differ."""
    try:
        one, other = (json.loads(text)["diagnostics"] for text in (first, second))
    except (ValueError, KeyError):
        return f"{first[:200]!r} and {second[:200]!r}"
    lost = [found for found in one if found not in other]
    new = [found for found in other if found not in one]
    return f"only in the first: {lost[:1]}; only in the second: {new[:1]}"
