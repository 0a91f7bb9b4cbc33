"""What is held back from reports, by the configuration or by articles, and for which reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newslint.diagnostics import Diagnostic, Excuse, Report
from newslint.records import NamedTuple
from newslint.settings import is_named
from newslint.settings.records import Ignore
from newslint.today import Today

# The reason that says that a rule was wrong, and not that its finding is to stay.
_WRONG = "wrong"


class Ignores:
    """What the configuration ignores in a file, and what that holds back."""

    def __init__(self, entries: Sequence[Ignore], today: Today) -> None:
        """Take the entries of a file; those that ended before today hold nothing."""
        self._entries = entries
        self._today = today
        self._held: list[list[Diagnostic]] = [[] for _ in entries]

    def leave(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return the diagnostics that no entry holds back, and note the others."""
        left: list[Diagnostic] = []
        for found in diagnostics:
            holder = next((at for at, entry in enumerate(self._entries) if self._holds(entry, found)), None)
            (left if holder is None else self._held[holder]).append(found)
        return left

    def _holds(self, entry: Ignore, found: Diagnostic) -> bool:
        return is_named(found.rule, entry.rules) and not self._is_over(entry)

    def _is_over(self, entry: Ignore) -> bool:
        return entry.until is not None and self._today.is_after(entry.until)

    def excuses(self) -> Iterator[Excuse]:
        """Yield the entries with what they hold back."""
        for entry, held in zip(self._entries, self._held, strict=True):
            until = entry.until.isoformat() if entry.until else ""
            yield Excuse(
                *("configuration", 0, entry.rules, entry.reason, until, entry.glob, self._is_over(entry), tuple(held))
            )


class Listed(NamedTuple):
    """A suppression of a run: the file that it is written in, and how many findings it holds back in all files."""

    path: str
    excuse: Excuse
    findings: int


def list_excuses(report: Report, configuration: str) -> list[Listed]:
    """Return the suppressions of a run in the order of their files, then those of the configuration, each once."""
    counts: Counter[tuple[str, Excuse]] = Counter()
    for file in report.files:
        for excuse in file.excuses:
            is_shared = excuse.source == "configuration"
            key = excuse._replace(held=()) if is_shared else excuse
            counts[configuration if is_shared else file.path, key] += len(excuse.held)
    listed = [Listed(path, excuse, count) for (path, excuse), count in counts.items()]
    return sorted(listed, key=lambda each: (each.excuse.source == "configuration", each.path, each.excuse.line))


class RuleCount(NamedTuple):
    """How many findings of a rule are held back, how many of them because the rule is wrong, and how many are not."""

    rule: str
    excused: int
    wrong: int
    reported: int


def count_by_rule(report: Report) -> list[RuleCount]:
    """Return the rules of which anything is held back, those that were called wrong most often first."""
    excused, wrong = Counter[str](), Counter[str]()
    for file in report.files:
        for excuse in file.excuses:
            excused.update(found.rule for found in excuse.held)
            if excuse.reason.strip(" .").casefold() == _WRONG or excuse.reason.casefold().startswith(f"{_WRONG}:"):
                wrong.update(found.rule for found in excuse.held)
    reported = Counter(found.rule for found in report.diagnostics)
    rows = [RuleCount(rule, excused[rule], wrong[rule], reported[rule]) for rule in excused]
    return sorted(rows, key=lambda row: (-row.wrong, -row.excused, row.rule))
