"""What linting an article gives: a record with the fields that JSON has, and what is known of the article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from newslint import reported
from newslint.diagnostics import FileReport, Severity
from newslint.records import NamedTuple
from newslint.reported import Diagnostic, Excused, Metrics, NotEvaluated


class Result(NamedTuple):
    """What was found in one article.

    `id` and `path` are the article's, `profile` that under which it was judged, `today` the day as of which. `date`,
    `section` and `authors` are what the caller said, else what the article says. `diagnostics` are sorted by place,
    then by rule, and hold all severities. `excused` are those that the article or the configuration holds back,
    `not_evaluated` the rules that could not be judged. `metrics` are the article's measures (None where they were not
    asked for), `targets` the values that these should not pass. `ruleset` is the fingerprint of the rules, and
    `crashed` names the rules, or what else of newslint, that failed: where it is not empty, the result is not whole.
    """

    id: str
    path: str
    profile: str
    today: dt.date
    ruleset: str
    date: dt.date | None
    section: str
    authors: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    excused: tuple[Excused, ...]
    not_evaluated: tuple[NotEvaluated, ...]
    metrics: Metrics | None
    targets: Mapping[str, float]
    crashed: tuple[str, ...]

    @property
    def worst(self) -> Severity | None:
        """The gravest severity among the diagnostics; None where there are none."""
        return max((found.severity for found in self.diagnostics), key=lambda each: each.rank, default=None)

    def at_least(self, severity: Severity | str) -> tuple[Diagnostic, ...]:
        """Return the diagnostics of a severity and graver ones; raise ValueError for a word that is none."""
        rank = Severity(severity).rank
        return tuple(found for found in self.diagnostics if found.severity.rank >= rank)

    def as_dict(self) -> dict[str, Any]:
        """Return the result as dictionaries, lists, numbers and texts, as JSON has them; days are YYYY-MM-DD."""
        told: dict[str, Any] = reported.plain(self)
        return told


class About(NamedTuple):
    """What is known of an article beside what is found in it."""

    id: str
    profile: str
    today: dt.date
    ruleset: str
    date: dt.date | None
    section: str
    authors: tuple[str, ...]


def result_of(report: FileReport, about: About) -> Result:
    """Return the result of an article's report."""
    return Result(
        about.id,
        report.path,
        about.profile,
        about.today,
        about.ruleset,
        about.date,
        about.section,
        about.authors,
        tuple(map(reported.diagnostic_of, report.diagnostics)),
        reported.excused_of(report),
        tuple(map(reported.unevaluated_of, report.not_evaluated)),
        report.card,
        dict(report.targets),
        report.crashed,
    )
