"""Lint every input of a JSONL file of torture inputs, as its kind and as text, and inputs made from them.

usage: python benchmarks/robustness.py SEEDS.jsonl [--limit SECONDS]

Each line holds `kind` (md or html) and `text`. Prints how many inputs were linted, the slowest, and every input that
raised, crashed a rule, took longer than the limit, or whose blocks or diagnostics do not slice as the model says.
Exit status 1 where there was any.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from newslint.reporters.inspection import inspection
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import decode

FORMATS = {"md": "markdown", "html": "html", "txt": "text"}


def variants(text: str, kind: str) -> Iterator[tuple[str, bytes, str]]:
    """Yield a name, the bytes and the kind of each input that is made from one text."""
    data = text.encode("utf-8", "surrogatepass")
    yield "as it is", data, kind
    yield "as text", data, "txt"
    yield "BOM and CRLF", b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"), kind
    yield "lone CR", data.replace(b"\n", b"\r"), kind
    yield "mixed ends", data.replace(b"\n\n", b"\r\n\r"), kind
    yield "invalid UTF-8", data[: len(data) // 2] + b"\xff\xc3\x28" + data[len(data) // 2 :], kind
    yield "NUL", data[: len(data) // 3] + b"\x00" + data[len(data) // 3 :], kind


def faults_of(linter: Linter, data: bytes, kind: str) -> list[str]:
    """Lint one input and return what is wrong with the outcome."""
    source = decode(data, f"input.{kind}", FORMATS[kind])
    report = linter.lint(source)
    article = linter.parse(source)
    inspection(article, "news")
    faults = [f"{rule} crashed" for rule in report.crashed]
    for found in report.diagnostics:
        if not 0 <= found.span.start <= found.span.end <= len(source.text):
            faults.append(f"{found.rule}: span {found.span}")
        cut = " ".join(source.slice(found.span).split())
        if cut[:100] != found.excerpt[:100].removesuffix("…")[:100] and cut[:60] != found.excerpt[:60]:
            faults.append(f"{found.rule}: excerpt {found.excerpt!r} is not {cut!r}")
    for block in article.blocks:
        for run in block.prose.runs:
            written = source.text[run.origin : run.origin + run.width]
            if run.size == run.width and written != block.text[run.at : run.at + run.size]:
                faults.append(f"block at {block.span}: run {run}")
    return faults


def main() -> int:
    """Run all inputs and print what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", type=Path)
    parser.add_argument("--limit", type=float, default=2.0)
    parser.add_argument("--every", type=int, default=1, help="take every Nth input only")
    options = parser.parse_args()
    linter = Linter(load_settings(None), RunOptions(date(2026, 11, 22)))
    slowest, total, wrong = (0.0, ""), 0, 0
    for number, line in enumerate(options.seeds.read_text(encoding="utf-8").splitlines()):
        if number % options.every:
            continue
        seed = json.loads(line)
        for name, data, kind in variants(seed["text"], seed["kind"]):
            started = time.perf_counter()
            try:
                faults = faults_of(linter, data, kind)
            except Exception as error:
                faults = [f"{type(error).__name__}: {error}"]
            seconds = time.perf_counter() - started
            slowest = max(slowest, (seconds, f"line {number + 1}, {name}"))
            total += 1
            if seconds > options.limit:
                faults.append(f"took {seconds:.1f} s")
            wrong += bool(faults)
            for fault in faults:
                print(f"line {number + 1}, {name} ({kind}): {fault}")
    print(f"{total} inputs, {wrong} with faults; the slowest took {slowest[0]:.2f} s ({slowest[1]})")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
