"""The records of what a check saw and what a user sees: findings, diagnostics and reports."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.source import Position
from newslint.spans import Span

# In a message, `{name}` stands for a value, `{{` and `}}` for braces; there is no other syntax.
_PLACEHOLDER = pattern(r"\{\{|\}\}|\{([a-z][a-z0-9_]*)\}")

_BRACE = pattern(r"\{[^{}]{0,40}\}?|\}")


def placeholders(message: str) -> tuple[str, ...]:
    """Return the names of the values that a message is filled with; raise ValueError where a brace is neither."""
    if wrong := _BRACE.search(_PLACEHOLDER.sub("", message)):
        raise ValueError(f"`{wrong.group()}` is not a placeholder")
    return tuple(dict.fromkeys(match[1] for match in _PLACEHOLDER.finditer(message) if match[1]))


def fill(message: str, values: Mapping[str, object]) -> str:
    """Return a message with its values in place; what a value says is never read as a placeholder.

    Raise KeyError where a value is missing.
    """
    return _PLACEHOLDER.sub(lambda match: str(values[match[1]]) if match[1] else match[0][0], message)


class Severity(StrEnum):
    """How much a diagnostic matters: must not publish, should change, consider."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """2 for an error, 1 for a warning, 0 for advice."""
        return _RANKS[self]


_RANKS = {Severity.ADVICE: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Edit(NamedTuple):
    """A replacement of the code points [start, end) of a source by a text."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that remove a fault; `safe` ones never change what a sentence says."""

    applicability: str
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """Another place of the same fault, and what is there."""

    span: Span
    message: str


class Finding(NamedTuple):
    """What a check saw at a span of the source.

    `values` fill the placeholders of the rule's message; `grade` chooses among the rule's severities;
    `anchor` names the element that is missing, where something is missing; `message` is the name of one of the check
    type's own messages where the rule's does not fit, never a text.
    """

    span: Span
    values: Mapping[str, object] = {}
    grade: str = "default"
    related: tuple[Related, ...] = ()
    anchor: str | None = None
    message: str | None = None
    fix: Fix | None = None


class Citation(NamedTuple):
    """Who says so: a work, its clause and address, and how well the clause was checked."""

    title: str
    clause: str | None = None
    url: str | None = None
    status: str = "house"


class RelatedPlace(NamedTuple):
    """Another place of the same fault, with its position, and what is there."""

    start: Position
    end: Position
    message: str


class Diagnostic(NamedTuple):
    """A finding with its rule's words, its severity and its position in a file.

    `excerpt` is the text that the span covers, on one line and cut to 120 characters; `frame` is the source line
    on which the span starts, for showing the words in their place; `title` is the rule's.
    """

    rule: str
    severity: Severity
    path: str
    profile: str
    message: str
    start: Position
    end: Position
    excerpt: str
    frame: str = ""
    title: str = ""
    remedy: str = ""
    related: tuple[RelatedPlace, ...] = ()
    fix: Fix | None = None
    sources: tuple[Citation, ...] = ()

    @property
    def span(self) -> Span:
        """The range of the source that the diagnostic is about."""
        return Span(self.start.offset, self.end.offset)


class NotEvaluated(NamedTuple):
    """A rule that could not be judged in a file, and why; `need` is what the file's format lacks (`images`, …)."""

    rule: str
    path: str
    reason: str
    need: str = ""


class FileReport(NamedTuple):
    """What was found in one file; `crashed` names the rules, or what else of newslint, that failed in it."""

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    not_evaluated: tuple[NotEvaluated, ...] = ()
    suppressed: int = 0
    crashed: tuple[str, ...] = ()


class Report(NamedTuple):
    """A whole run: files in path order, the rule set's fingerprint and the date it was judged as of."""

    files: tuple[FileReport, ...]
    ruleset: str
    today: str
    # Messages about files that could not be read: they make the exit status 2.
    unreadable: tuple[str, ...] = ()

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """All diagnostics, sorted by path, then position, then rule."""
        return [diagnostic for file in self.files for diagnostic in file.diagnostics]

    def count(self, severity: Severity) -> int:
        """Count the diagnostics of a severity."""
        return sum(diagnostic.severity is severity for file in self.files for diagnostic in file.diagnostics)
