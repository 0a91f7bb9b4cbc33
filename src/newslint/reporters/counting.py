"""Count and name what a report holds, in words for people."""

from __future__ import annotations

from collections import Counter

from newslint.diagnostics import Diagnostic, Report, Severity

# What a reader should know of a source; one that was read, or is the house itself, needs no word.
READ_STATUS = {"secondary": "(read second-hand)", "unverified": "(not read yet)"}


def count_of(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun (`1 file`, `2 files`)."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def join_words(words: list[str]) -> str:
    """Return words as a list in a sentence (`a, b and c`)."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def describe_totals(report: Report) -> str:
    """Return the numbers of errors, warnings, pieces of advice and files as one clause."""
    parts = [
        count_of(report.count(Severity.ERROR), "error"),
        count_of(report.count(Severity.WARNING), "warning"),
        count_of(report.count(Severity.ADVICE), "piece of advice", "pieces of advice"),
    ]
    shown = [part for part in parts if not part.startswith("0 ")] or ["Nothing"]
    return f"{join_words(shown)} in {count_of(len(report.files), 'file')}"


def count_rules(report: Report) -> list[tuple[int, str, str]]:
    """Return how often each rule fired at each severity, the most frequent first; rows add up to the totals."""
    counted = Counter((found.severity, found.rule) for found in report.diagnostics)
    rows = sorted(counted.items(), key=lambda row: (-row[1], row[0][1], -row[0][0].rank))
    return [(number, str(severity), rule) for (severity, rule), number in rows]


def gravest_of(diagnostics: list[Diagnostic]) -> dict[str, Severity]:
    """Return the gravest severity with which each rule fired."""
    return {found.rule: found.severity for found in sorted(diagnostics, key=lambda found: found.severity.rank)}


def tabulate_rules(report: Report) -> list[str]:
    """Return the lines of a table of the rules that fired."""
    rows = count_rules(report)
    if not rows:
        return []
    digits = max(5, len(str(rows[0][0])))
    return [
        f"{'count':>{digits}}  severity  rule",
        *(f"{number:>{digits}}  {severity:<8}  {rule}" for number, severity, rule in rows),
    ]


def group_unevaluated(report: Report, leave_out: frozenset[str] = frozenset()) -> list[tuple[str, list[str], int]]:
    """Return each reason for which rules were not evaluated, with the rules and the number of files, in word order.

    `leave_out` are needs of rules (`images`, `structured-data`) that are not counted.
    """
    rules: dict[str, set[str]] = {}
    files: dict[str, set[str]] = {}
    for file in report.files:
        for entry in file.not_evaluated:
            if entry.need in leave_out:
                continue
            rules.setdefault(entry.reason, set()).add(entry.rule)
            files.setdefault(entry.reason, set()).add(entry.path)
    return [(reason, sorted(rules[reason]), len(files[reason])) for reason in sorted(rules)]


def cite(diagnostic: Diagnostic) -> str:
    """Return the first source of a diagnostic's rule in one line, and how well it was read; empty without one."""
    if not diagnostic.sources:
        return ""
    source = diagnostic.sources[0]
    named = f"{source.title}, {source.clause}" if source.clause else source.title
    return " ".join(part for part in (named, source.url and f"<{source.url}>", READ_STATUS.get(source.status)) if part)


def place_of(found: Diagnostic) -> str:
    """Return where a finding is in a document, as people count: the paragraph, and the characters in it."""
    start, end = found.start, found.end
    if end.line > start.line:
        return f"paragraph {start.line}, from character {start.column}"
    if end.column - start.column <= 1:
        return f"paragraph {start.line}, character {start.column}"
    return f"paragraph {start.line}, characters {start.column}–{end.column - 1}"
