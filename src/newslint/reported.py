"""What programs are told of a report: the records that JSON and the Python interface share, each with the same fields.

A field that is here is in the JSON of `check --format json`, in this order, and in the results of `newslint.lint`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from newslint import diagnostics
from newslint.diagnostics import Edit, Severity
from newslint.records import NamedTuple
from newslint.source import Position

Metrics = diagnostics.Card


class Range(NamedTuple):
    """A range of the text, from its first code point to the one after its last."""

    start: Position
    end: Position


class Related(NamedTuple):
    """Another place of the same fault, and what is there."""

    span: Range
    message: str


class Change(NamedTuple):
    """A replacement of the code points [start, end) of the text; where both are equal, an insertion."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Changes that remove a fault.

    `applicability` is `safe` where no word changes and no quotation is touched, else `unsafe`.
    """

    applicability: str
    edits: tuple[Change, ...]


class RuleSource(NamedTuple):
    """Who says so: a title, its address, and how well that was checked.

    `status` is `verified`, `secondary`, `unverified` or `house`.
    """

    title: str
    url: str | None
    status: str


class Diagnostic(NamedTuple):
    """One thing that an editor must look at: the rule, how much it matters, and the exact words.

    `excerpt` is the text of the span on one line, cut to 120 characters. `sources` say who asks for it.
    """

    rule: str
    severity: Severity
    path: str
    profile: str
    message: str
    span: Range
    related: tuple[Related, ...]
    excerpt: str
    fix: Fix | None
    sources: tuple[RuleSource, ...]


class Excuse(NamedTuple):
    """A suppression, or an entry of the configuration.

    `source` is `comment`, `front matter` or `configuration`; `line` is that of the article, or 0, `files` the glob of a
    configuration, `until` the last day (YYYY-MM-DD) on which it holds.
    """

    source: str
    line: int
    files: str
    reason: str
    until: str | None


class Excused(NamedTuple):
    """A diagnostic that is held back, and what holds it."""

    diagnostic: Diagnostic
    excuse: Excuse


class NotEvaluated(NamedTuple):
    """A rule that could not be judged in an article, and why; that is no pass."""

    rule: str
    path: str
    reason: str


class Repair(NamedTuple):
    """What was fixed; `start` is its place in the fixed text."""

    rule: str
    severity: Severity
    message: str
    applicability: str | None
    start: Position


class File(NamedTuple):
    """A file of a run: its measures, the values that they should not pass, and what was fixed, counted by rule."""

    path: str
    metrics: Metrics | None
    targets: Mapping[str, float]
    fixed: Mapping[str, int]
    repairs: tuple[Repair, ...]


def diagnostic_of(found: diagnostics.Diagnostic) -> Diagnostic:
    """Return what is told of a diagnostic."""
    return Diagnostic(
        found.rule,
        found.severity,
        found.path,
        found.profile,
        found.message,
        Range(found.start, found.end),
        tuple(Related(Range(place.start, place.end), place.message) for place in found.related),
        found.excerpt,
        None if found.fix is None else Fix(found.fix.applicability, tuple(map(_change_of, found.fix.edits))),
        sources_of(found.sources),
    )


def _change_of(edit: Edit) -> Change:
    return Change(edit.start, edit.end, edit.text)


@lru_cache(maxsize=500)  # those of a rule are the same for all that it finds
def sources_of(sources: tuple[diagnostics.Citation, ...]) -> tuple[RuleSource, ...]:
    """Return what is told of those who ask for it."""
    return tuple(RuleSource(source.title, source.url, source.status) for source in sources)


def file_of(file: diagnostics.FileReport) -> File:
    """Return what is told of a file beside its diagnostics."""
    return File(file.path, file.card, dict(file.targets), dict(file.fixed), tuple(map(_repair_of, file.repairs)))


def _repair_of(found: diagnostics.Diagnostic) -> Repair:
    applicability = found.fix.applicability if found.fix else None
    return Repair(found.rule, found.severity, found.message, applicability, found.start)


def excused_of(file: diagnostics.FileReport) -> tuple[Excused, ...]:
    """Return the diagnostics of a file that are held back, each with what holds it."""
    return tuple(Excused(diagnostic_of(found), _excuse_of(excuse)) for excuse in file.excuses for found in excuse.held)


def _excuse_of(excuse: diagnostics.Excuse) -> Excuse:
    return Excuse(excuse.source, excuse.line, excuse.glob, excuse.reason, excuse.until or None)


def unevaluated_of(entry: diagnostics.NotEvaluated) -> NotEvaluated:
    """Return what is told of a rule that could not be judged."""
    return NotEvaluated(entry.rule, entry.path, entry.reason)


# Nearly all that records hold: asked before a call is made, which costs more.
_PLAIN = frozenset({str, int, float, bool, type(None)})


def plain(value: Any) -> Any:
    """Return a record, and all that it holds, as dictionaries, lists and texts that JSON can say."""
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", None)
        if fields is None:
            return [plain(item) for item in value]
        told = zip(fields, value, strict=True)
        return {name: item if type(item) in _PLAIN else plain(item) for name, item in told}
    if isinstance(value, Severity):
        return str(value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value
