"""What is counted of an archive: findings by rule, and articles and findings by section, author and year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newslint.api.results import Result
from newslint.api.rows import Row

# What is counted of each member of a group: its articles, those of them with a finding, and findings by severity. A
# rule has no articles but those in which it found something.
FIGURES = ("articles", "with_findings", "error", "warning", "advice")
GROUPS = ("rule", "section", "author", "year")
NONE = "(none)"


class Tally:
    """Counts that are made part by part and added up; they say the same however the articles were divided."""

    def __init__(self, told: Mapping[str, Any] | None = None) -> None:
        """Begin with nothing, or with what `as_dict` gave."""
        told = told or {}
        self.articles = int(told.get("articles", 0))
        # Those that could not be read, or in which newslint failed.
        self.failed = int(told.get("failed", 0))
        self.findings = int(told.get("findings", 0))
        self.groups: dict[str, dict[str, list[int]]] = {
            group: {name: [*figures] for name, figures in told.get("groups", {}).get(group, {}).items()}
            for group in GROUPS
        }

    def add(self, result: Result, rows: Sequence[Row]) -> None:
        """Count an article and its rows."""
        self.articles += 1
        self.failed += bool(result.crashed)
        self.findings += len(rows)
        counts = [sum(row.severity == severity for row in rows) for severity in FIGURES[2:]]
        figures = [1, int(bool(rows)), *counts]
        for rule in {row.rule for row in rows}:
            own = [sum(row.rule == rule and row.severity == severity for row in rows) for severity in FIGURES[2:]]
            self._count("rule", rule, [1, 1, *own])
        self._count("section", result.section or NONE, figures)
        self._count("year", str(result.date.year) if result.date else NONE, figures)
        for author in set(result.authors) or {NONE}:
            self._count("author", author, figures)

    def merge(self, other: Tally) -> None:
        """Add what another tally has counted."""
        self.articles += other.articles
        self.failed += other.failed
        self.findings += other.findings
        for group, members in other.groups.items():
            for name, figures in members.items():
                self._count(group, name, figures)

    def _count(self, group: str, name: str, figures: Iterable[int]) -> None:
        own = self.groups[group].setdefault(name, [0] * len(FIGURES))
        for at, number in enumerate(figures):
            own[at] += number

    def as_dict(self) -> dict[str, Any]:
        """Return the counts for JSON, the members of each group sorted by name."""
        return {
            "articles": self.articles,
            "failed": self.failed,
            "findings": self.findings,
            "groups": {group: dict(sorted(members.items())) for group, members in self.groups.items()},
        }
