"""The records of what a check saw and what a user sees: findings, diagnostics and reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
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


_WORD = pattern(r"[^\W_]{2}")


def fill(message: str, values: Mapping[str, object]) -> str:
    """Return a message with its values in place; what a value says is never read as a placeholder.

    Raise KeyError where a value is missing.
    """

    def value(match: re.Match[str]) -> str:
        if not match[1]:
            return match[0][0]
        told = str(values[match[1]])
        # A quotation within the message's own marks needs no second pair of them; a lone mark may be what is told of.
        is_quoted = message[max(0, match.start() - 1) : match.start()] == "“" and message[match.end() :][:1] == "”"
        is_pair = told.startswith("“") and told.endswith("”") and told.count("“") == 1
        return told[1:-1] if is_quoted and is_pair and _WORD.search(told) else told

    return _PLACEHOLDER.sub(value, message)


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
    """A replacement of the code points [start, end) of a source by a text.

    Edits of one `part` belong together; the parts of a fix are repairs by themselves.
    """

    start: int
    end: int
    text: str
    part: int = 0


class Fix(NamedTuple):
    """Edits that remove a fault; `safe` ones never change what a sentence says, and touch no quotation."""

    applicability: str
    edits: tuple[Edit, ...]

    @property
    def is_safe(self) -> bool:
        """Whether it may be applied unseen."""
        return self.applicability == "safe"

    def keep(self, allows: Callable[[Edit], bool]) -> Fix | None:
        """Return the fix without the parts that have an edit which is not allowed, or None where nothing is left."""
        barred = {edit.part for edit in self.edits if not allows(edit)}
        edits = tuple(edit for edit in self.edits if edit.part not in barred) if barred else self.edits
        return self._replace(edits=edits) if edits else None


class Related(NamedTuple):
    """Another place of the same fault, and what is there."""

    span: Span
    message: str


class Finding(NamedTuple):
    """What a check saw at a span of the source.

    `values` fill the placeholders of the rule's message; `grade` chooses among the rule's severities;
    `anchor` names the element that is missing, where something is missing; `message` is the name of one of the check
    type's own messages where the rule's does not fit, never a text. `sources` say who asks for it, where that is not
    the rule. What `is_private` is shown as dots, here and wherever the report is kept.
    """

    span: Span
    values: Mapping[str, object] = {}
    grade: str = "default"
    related: tuple[Related, ...] = ()
    anchor: str | None = None
    message: str | None = None
    fix: Fix | None = None
    sources: tuple[Citation, ...] = ()
    is_private: bool = False


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
    on which the span starts, for showing the words in their place; `title` is the rule's. `mark` is where the words
    stand in a frame that is not a line of the source: the readable text of a block of HTML. `fingerprint` says
    which rule flags which sentence, where that was asked for.
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
    mark: tuple[int, int] | None = None
    fingerprint: str = ""

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


class Card(NamedTuple):
    """The measures of an article that are no faults.

    `minutes` are those of silent reading; `grade` is the Flesch-Kincaid grade, None for other languages than English;
    `long_sentences` is a share in percent. `longest_sentence` and `longest_paragraph` are in words. `quotations` are
    those that somebody speaks, `named_sources` the people and institutions that are said to say something, `links`
    those in running text.
    """

    words: int
    minutes: int
    grade: float | None
    long_sentences: int
    longest_sentence: int
    longest_paragraph: int
    quotations: int
    named_sources: int
    links: int


class Excuse(NamedTuple):
    """A suppression, and the diagnostics that it holds back.

    `source` is where it is written: `comment`, `front matter` or `configuration`. `line` is that of the article, or 0
    in a configuration, which has the file's `glob`. `until` is the last day on which it holds, or empty; an expired one
    holds nothing.
    """

    source: str
    line: int
    rules: tuple[str, ...]
    reason: str
    until: str = ""
    glob: str = ""
    is_expired: bool = False
    held: tuple[Diagnostic, ...] = ()


class FileReport(NamedTuple):
    """What was found in one file; `crashed` names the rules, or what else of newslint, that failed in it.

    `card` has the article's measures where they were asked for, `targets` the values that they should not pass.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    not_evaluated: tuple[NotEvaluated, ...] = ()
    crashed: tuple[str, ...] = ()
    card: Card | None = None
    targets: Mapping[str, float] = {}
    # Whether the site would not publish it yet.
    is_draft: bool = False
    # Whether its text is code of a template, with hardly a word of its own.
    is_template: bool = False
    # What holds diagnostics back, in the article and in the configuration.
    excuses: tuple[Excuse, ...] = ()
    # What was fixed in it, in order, each at its place in the fixed text.
    repairs: tuple[Diagnostic, ...] = ()

    @property
    def fixed(self) -> Mapping[str, int]:
        """How many findings of each rule were fixed."""
        return Counter(found.rule for found in self.repairs)

    @property
    def suppressed(self) -> int:
        """How many diagnostics are held back."""
        return sum(len(excuse.held) for excuse in self.excuses)

    def at_least(self, severity: Severity) -> FileReport:
        """Return the report without what is less severe; what newslint says of itself stays."""
        kept = (
            found
            for found in self.diagnostics
            if found.severity.rank >= severity.rank or found.rule.startswith("internal/")
        )
        return self._replace(diagnostics=tuple(kept))


class Report(NamedTuple):
    """A whole run: files in path order, the rule set's fingerprint and the date it was judged as of."""

    files: tuple[FileReport, ...]
    ruleset: str
    today: str
    # Messages about files that could not be read: they make the exit status 2.
    unreadable: tuple[str, ...] = ()
    # How many diagnostics were found and are not shown, because they are less severe than what was asked for.
    hidden: int = 0
    # How many are not shown because the baseline knows them.
    baselined: int = 0
    # How many files were left out because they are templates of a site.
    templates: int = 0
    # How many drafts were left out, since the configuration skips them.
    drafts: int = 0
    # How many entries of the baseline match nothing any more and fail the run.
    ended: int = 0

    @property
    def fixed(self) -> int:
        """How many findings were fixed."""
        return sum(len(file.repairs) for file in self.files)

    def count_fixable(self, applicability: str) -> int:
        """Count the diagnostics that have a fix of an applicability."""
        fixes = (found.fix for file in self.files for found in file.diagnostics)
        return sum(fix is not None and fix.applicability == applicability for fix in fixes)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """All diagnostics, sorted by path, then position, then rule."""
        return [diagnostic for file in self.files for diagnostic in file.diagnostics]

    def at_least(self, severity: Severity) -> Report:
        """Return the report without what is less severe, which is counted as hidden.

        What newslint says of itself stays.
        """
        files = tuple(file.at_least(severity) for file in self.files)
        left_out = sum(len(old.diagnostics) - len(new.diagnostics) for old, new in zip(self.files, files, strict=True))
        return self._replace(files=files, hidden=self.hidden + left_out)

    def count(self, severity: Severity) -> int:
        """Count the diagnostics of a severity."""
        return sum(diagnostic.severity is severity for file in self.files for diagnostic in file.diagnostics)
