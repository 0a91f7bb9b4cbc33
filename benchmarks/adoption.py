"""Record what is found in a folder's articles as a baseline, and look whether later runs are silent.

usage: python -m benchmarks.adoption FOLDER [--places N] [--seed N]

Nothing is written. Each article is linted, and what is found is its baseline. Then it is linted again as it is, and
with one blank line put in at N places, half of them beside a blank line that is there, the others anywhere; front
matter, in which a blank line may end a value, is left alone. Whatever is found then and is not in the baseline, and
each entry that matches nothing any more, is counted: beside blank lines none may be. A blank line within a paragraph
makes two of it: what is said of the paragraph as a whole is said of another one then, so these are counted apart.
Prints counts, and exits with 1 where a run was not silent that must be.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from newslint.article import Article
from newslint.baseline import Entry, entries_of, hide_known
from newslint.diagnostics import FileReport, Report
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import SUFFIXES, Source, decode, encode, read

_DAY = date(2026, 11, 25)


def linter_for_baselines() -> Linter:
    """Return a linter whose diagnostics have fingerprints."""
    return Linter(load_settings(None), RunOptions(_DAY, fingerprints=True))


def baseline_of(report: FileReport) -> list[Entry]:
    """Return what is recorded of an article."""
    return entries_of(_whole(report), str)


def news_of(report: FileReport, known: list[Entry]) -> list[str]:
    """Return what is told of an article beside what is known, and which entries of that match nothing any more."""
    match = hide_known(_whole(report), known, str, Path())
    fresh = [f"new: {found.rule}: {found.excerpt}" for found in match.report.diagnostics]
    return fresh + [f"lost: {entry.rule}" for entry in match.left]


def _whole(report: FileReport) -> Report:
    return Report((report,), "", _DAY.isoformat())


def with_blank_line(source: Source, line: int) -> Source:
    """Return a source with a blank line before one of its lines, which count from 1."""
    at = source.line_starts[line - 1]
    end = "\r\n" if "\r\n" in source.text else "\n"
    return decode(
        encode(source._replace(text=f"{source.text[:at]}{end}{source.text[at:]}")), source.path, source.format
    )


def places_in(article: Article) -> dict[bool, list[int]]:
    """Return the lines before which a blank line may be put: beside one that is there, and elsewhere."""
    source = article.source
    lines = [not source.slice(source.line_span(number)).strip() for number in range(1, len(source.line_starts) + 1)]
    first = source.position(article.front_matter.span.end).line + 2 if article.front_matter else 2
    places: dict[bool, list[int]] = {True: [], False: []}
    for line in range(first, len(lines) + 1):
        places[lines[line - 1] or lines[line - 2]].append(line)
    return places


def main() -> int:
    """Judge the articles of a folder again and again, print what was not silent, and return 1 where that may not be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--places", type=int, default=6, metavar="N", help="blank lines for each article (default: 6)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    linter = linter_for_baselines()
    counts: Counter[str] = Counter()
    for path in sorted(path for path in options.folder.rglob("*") if path.suffix.lower() in SUFFIXES):
        chance = random.Random(f"{options.seed}{path}")
        for what in _judge(read(path), linter, options.places, chance, counts):
            print(f"{path}: {what}")
    for name, count in counts.items():
        print(f"{count:>8} {name}")
    return int(any(name.startswith("NOT SILENT") for name in counts))


def _judge(source: Source, linter: Linter, number: int, chance: random.Random, counts: Counter[str]) -> Iterator[str]:
    known = baseline_of(linter.lint(source))
    counts.update({"files": 1, "findings in the baseline": len(known)})
    if told := news_of(linter.lint(source), known):
        counts["NOT SILENT: as it was"] += 1
    yield from told
    for beside, lines in places_in(linter.parse(source)).items():
        kind = "beside a blank line" if beside else "elsewhere"
        for line in chance.sample(lines, min(number // 2, len(lines))):
            counts[f"blank lines {kind}"] += 1
            told = news_of(linter.lint(with_blank_line(source, line)), known)
            if told:
                counts[
                    f"NOT SILENT: {kind}" if beside else "of these change what is found, since a paragraph was split"
                ] += 1
                yield from (f"{line}: {kind}: {what}" for what in told)


if __name__ == "__main__":
    raise SystemExit(main())
