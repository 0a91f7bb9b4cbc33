"""Tabulate what two readers said of findings, by rule and severity, and write it into the rule files.

usage: python -m benchmarks.precision.table FORM_A FORM_B [--keep LEDGER] [--on WORDS --write]
       python -m benchmarks.precision.table LEDGER … [--on WORDS --write]
       python -m benchmarks.precision.table FORM --calibrate JUDGED

Forms are those of `draw`, filled in by two readers who did not see each other's: *useful* (an editor at deadline would
act), *trivial* (true, but nobody would act) or *wrong* (not true of the text). A finding counts as useful where both
say so, and as wrong where one does. `--keep` writes both verdicts as a ledger, without what a form quotes beyond eight
words. `--write` puts the figures of each rule into its file as `precision`. `--calibrate` compares a reader's form with
verdicts that are known.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from newslint.rules.folders import bundled, rule_files
from newslint.rules.precision import wilson

LEDGER = ("path", "line", "rule", "severity", "flagged", "first", "second", "reason")
VERDICTS = ("useful", "trivial", "wrong")


class Judged(NamedTuple):
    """A finding with the verdicts of two readers."""

    path: str
    line: str
    rule: str
    severity: str
    flagged: str
    first: str
    second: str
    reason: str

    @property
    def is_useful(self) -> bool:
        """Whether both readers would act."""
        return self.first == self.second == "useful"

    @property
    def is_wrong(self) -> bool:
        """Whether a reader says that it is not true."""
        return "wrong" in (self.first, self.second)


def rows_of(file: Path) -> list[dict[str, str]]:
    """Return the rows of a form or ledger."""
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter="\t"))


def join(first: Sequence[dict[str, str]], second: Sequence[dict[str, str]]) -> Iterator[Judged]:
    """Yield the findings of two forms with both verdicts; raise ValueError where a verdict is missing or unknown."""
    for one, other in zip(first, second, strict=True):
        place = f"{one['path']}:{one['line']}: {one['rule']}"
        if any(one[field] != other[field] for field in ("path", "line", "rule", "flagged")):
            raise ValueError(f"{place}: the other form has another finding here")
        for row in (one, other):
            if row["verdict"] not in VERDICTS:
                raise ValueError(f"{place}: the verdict `{row['verdict']}` is none of {', '.join(VERDICTS)}")
        reason = one["reason"] if one["verdict"] == other["verdict"] else f"{one['reason']} / {other['reason']}"
        kept = (one["path"], one["line"], one["rule"], one["severity"], one["flagged"])
        yield Judged(*kept, one["verdict"], other["verdict"], reason)


def read_judged(files: Sequence[Path]) -> list[Judged]:
    """Return the findings of ledgers, or of two forms."""
    tables = [rows_of(file) for file in files]
    if all("first" in table[0] for table in tables if table):
        return [Judged(*(row[field] for field in LEDGER)) for table in tables for row in table]
    if len(tables) != 2:
        raise ValueError("give two forms, or ledgers")
    return list(join(*tables))


def keep(judged: Iterable[Judged], ledger: Path) -> None:
    """Write a ledger."""
    with ledger.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, delimiter="\t", lineterminator="\n")
        writer.writerow(LEDGER)
        writer.writerows(judged)


def agreement(judged: Sequence[Judged]) -> tuple[float, float]:
    """Return how often two readers agree on useful or not, and Cohen's kappa of it (Cohen 1960)."""
    both = sum((entry.first == "useful") == (entry.second == "useful") for entry in judged) / len(judged)
    one = sum(entry.first == "useful" for entry in judged) / len(judged)
    other = sum(entry.second == "useful" for entry in judged) / len(judged)
    by_chance = one * other + (1 - one) * (1 - other)
    return both, (both - by_chance) / (1 - by_chance) if by_chance < 1 else 1.0


def tabulate(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield the lines of a table in Markdown: all, by severity, then by rule and severity."""
    yield "| rule | severity | judged | useful | wrong | useful, 95 % interval |"
    yield "| --- | --- | --- | --- | --- | --- |"
    groups: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for entry in judged:
        groups[entry.rule, entry.severity].append(entry)
        groups["all", entry.severity].append(entry)
        groups["all", "all"].append(entry)
    for (rule, severity), entries in sorted(groups.items(), key=lambda item: (item[0][0] != "all", item[0])):
        useful, wrong = sum(entry.is_useful for entry in entries), sum(entry.is_wrong for entry in entries)
        low, high = wilson(useful, len(entries))
        share = f"{useful / len(entries):.0%} ({low:.0%} to {high:.0%})".replace("%", " %")
        yield f"| {rule} | {severity} | {len(entries)} | {useful} | {wrong} | {share} |"


def write_precision(judged: Iterable[Judged], on: str) -> Iterator[str]:
    """Put the figures of each rule into its file, above its examples; yield the rules."""
    by_rule: dict[str, list[Judged]] = defaultdict(list)
    for entry in judged:
        by_rule[entry.rule].append(entry)
    for identity, path in rule_files(bundled("rules")):
        entries = by_rule.get(identity)
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("precision:")]
        if entries:
            useful, wrong = sum(entry.is_useful for entry in entries), sum(entry.is_wrong for entry in entries)
            told = f'precision: {{judged: {len(entries)}, useful: {useful}, wrong: {wrong}, on: "{on}"}}'
            lines.insert(lines.index("examples:"), told)
            yield identity
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def calibrate(form: Path, known: Path) -> str:
    """Return how often a reader says useful or not as known verdicts do, on the findings that both have."""
    right = {(row["path"], row["line"], row["rule"]): row["verdict"] for row in rows_of(known)}
    pairs = [
        (row["verdict"], right[key])
        for row in rows_of(form)
        if (key := (row["path"], row["line"], row["rule"])) in right
    ]
    same = sum((said == "useful") == (verdict == "useful") for said, verdict in pairs)
    return f"{same} of {len(pairs)} verdicts on useful or not are the same ({same / max(1, len(pairs)):.0%})"


def main() -> int:
    """Print the table, keep the ledger, write the rule files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--on")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--calibrate", type=Path)
    options = parser.parse_args()
    if options.calibrate:
        print(calibrate(options.files[0], options.calibrate))
        return 0
    judged = read_judged(options.files)
    if options.keep:
        keep(judged, options.keep)
    both, kappa = agreement(judged)
    print(f"The readers agree on useful or not in {both:.0%} of {len(judged)} findings (kappa {kappa:.2f}).\n")
    print("\n".join(tabulate(judged)))
    if options.write:
        written = list(write_precision(judged, options.on or "real articles"))
        print(f"\n{len(written)} rule files written")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
