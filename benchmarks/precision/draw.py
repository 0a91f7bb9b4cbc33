"""Draw findings from folders of articles, by rule, for readers to judge.

usage: python -m benchmarks.precision.draw FOLDER … --form FILE [--seed N] [--each N] [--total N]
       [--severity error|warning|advice …] [--half develop|measure] [--without FILE …] [--profile NAME]

Lints the folders, takes at most `--each` findings of a rule at a severity (0: all) and, of these, `--total` in all, and
writes a form: one finding a line, with the sentence around it and empty columns for a verdict and a reason. The form
quotes the articles and is not for the repository; `table` keeps of it what may be kept. The same seed draws the same
findings. `--half` keeps one half of the articles, by the SHA-256 of their path below the folder: the half to develop on
begins with 0 to 7. `--without` leaves out articles that are named in a column `path` of other forms or ledgers.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from newslint.diagnostics import Diagnostic, Severity
from newslint.discovery import discover
from newslint.errors import SourceError
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings

FIELDS = ("path", "line", "rule", "severity", "flagged", "message", "around", "verdict", "reason")
_WORDS_KEPT = 8
_AROUND = 400  # characters of the article on either side


class Found(NamedTuple):
    """A finding, the article's path below its folder, and the text around it."""

    path: str
    diagnostic: Diagnostic
    around: str


def half_of(path: str) -> str:
    """Return the half that an article belongs to: develop or measure."""
    return "develop" if hashlib.sha256(path.encode()).hexdigest()[0] in "01234567" else "measure"


def find(folders: Iterable[Path], half: str | None, without: frozenset[str], linter: Linter) -> Iterator[Found]:
    """Yield what newslint finds in the articles of folders."""
    for folder in folders:
        for file in discover([str(folder)], (), (), folder, force_exclude=False).files:
            path = file.relative_to(folder).as_posix()
            if path in without or (half and half_of(path) != half):
                continue
            try:
                source = linter.read(file)
            except SourceError:
                continue
            for found in linter.lint(source).diagnostics:
                start, end = found.span
                around = source.text[max(0, start - _AROUND) : min(len(source.text), end + _AROUND)]
                yield Found(path, found, " ".join(around.split()))


def draw(found: Iterable[Found], each: int, total: int, chance: random.Random) -> list[Found]:
    """Return at most `each` findings of every rule at every severity and `total` in all (0: no limit), by chance."""
    groups: dict[tuple[str, Severity], list[Found]] = defaultdict(list)
    for entry in found:
        groups[entry.diagnostic.rule, entry.diagnostic.severity].append(entry)
    drawn = []
    for _, entries in sorted(groups.items()):
        drawn += chance.sample(entries, min(each or len(entries), len(entries)))
    return chance.sample(drawn, min(total or len(drawn), len(drawn)))


def flagged(found: Diagnostic) -> str:
    """Return the words of a finding, cut to eight: no more of an article is kept."""
    return " ".join(found.excerpt.split()[:_WORDS_KEPT])


def write_form(drawn: Sequence[Found], file: Path) -> None:
    """Write a form, in the order of the articles."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, delimiter="\t")
        writer.writerow(FIELDS)
        for path, found, around in sorted(drawn, key=lambda entry: (entry.path, entry.diagnostic.span)):
            severity = str(found.severity)
            writer.writerow(
                (path, found.start.line, found.rule, severity, flagged(found), found.message, around, "", "")
            )


def paths_in(files: Iterable[Path]) -> frozenset[str]:
    """Return the articles that forms and ledgers name."""
    paths: set[str] = set()
    for file in files:
        with file.open(encoding="utf-8", newline="") as opened:
            paths.update(row["path"] for row in csv.DictReader(opened, delimiter="\t"))
    return frozenset(paths)


def main() -> int:
    """Draw and write the form."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--form", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=0)
    parser.add_argument("--total", type=int, default=0)
    parser.add_argument("--severity", nargs="+", action="extend", choices=[str(each) for each in Severity])
    parser.add_argument("--half", choices=("develop", "measure"))
    parser.add_argument("--without", nargs="*", type=Path, default=[])
    parser.add_argument("--profile")
    options = parser.parse_args()
    linter = Linter(load_settings(None), RunOptions(date.today(), profile=options.profile))
    found = [
        entry
        for entry in find(options.folders, options.half, paths_in(options.without), linter)
        if entry.diagnostic.severity in (options.severity or ["error", "warning"])
    ]
    drawn = draw(found, options.each, options.total, random.Random(options.seed))
    write_form(drawn, options.form)
    articles = len({entry.path for entry in found})
    print(f"{len(found)} findings in {articles} articles; {len(drawn)} drawn")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
