"""Findings as flat rows, one a diagnostic, for tables of all kinds; and the batches in which results come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from newslint.api.results import Result
from newslint.diagnostics import Severity
from newslint.records import NamedTuple


class Row(NamedTuple):
    """One diagnostic of one article, flat; `ROW_FIELDS` says what each field means."""

    id: str
    path: str
    date: dt.date | None
    today: dt.date
    section: str
    author: str
    profile: str
    rule: str
    family: str
    severity: str
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    excerpt: str
    fix: str | None


class RowField(NamedTuple):
    """A column of rows: its name, its type in Arrow (`string`, `int32` or `date32`), and what it holds."""

    name: str
    type: str
    is_nullable: bool
    meaning: str


ROW_FIELDS = (
    RowField("id", "string", False, "the article, as the caller calls it; its path where it has no id"),
    RowField("path", "string", False, "the article's name in reports"),
    RowField("date", "date32", True, "the day of publication, where it is known"),
    RowField("today", "date32", False, "the day as of which the article was judged"),
    RowField("section", "string", False, "the section, or an empty text"),
    RowField("author", "string", False, "the authors, separated by a semicolon and a space, or an empty text"),
    RowField("profile", "string", False, "the profile under which the article was judged"),
    RowField("rule", "string", False, "the rule, such as structure/missing-byline"),
    RowField("family", "string", False, "the family of the rule"),
    RowField("severity", "string", False, "error, warning or advice"),
    RowField("message", "string", False, "what is wrong, in one sentence"),
    RowField("line", "int32", False, "the line of the first character, from 1"),
    RowField("column", "int32", False, "its column in code points, from 1"),
    RowField("end_line", "int32", False, "the line of the end"),
    RowField("end_column", "int32", False, "the column of the end, which is the one after the last character"),
    RowField("start", "int32", False, "the offset of the first code point, from 0"),
    RowField("end", "int32", False, "the offset of the end"),
    RowField("excerpt", "string", False, "the words, on one line, cut to 120 characters"),
    RowField("fix", "string", True, "safe or unsafe, where there is a fix"),
)


def rows_of(result: Result, least: Severity = Severity.ADVICE) -> Iterator[Row]:
    """Yield a row for each diagnostic of a severity and graver ones; what newslint says of itself is always there."""
    for found in result.diagnostics:
        family = found.rule.partition("/")[0]
        if found.severity.rank < least.rank and family != "internal":
            continue
        yield Row(
            result.id or result.path,
            result.path,
            result.date,
            result.today,
            result.section,
            "; ".join(result.authors),
            result.profile or found.profile,
            found.rule,
            family,
            str(found.severity),
            found.message,
            found.span.start.line,
            found.span.start.column,
            found.span.end.line,
            found.span.end.column,
            found.span.start.offset,
            found.span.end.offset,
            found.excerpt,
            found.fix.applicability if found.fix else None,
        )


class Batch(NamedTuple):
    """The results of some articles, in their order."""

    results: tuple[Result, ...]

    def rows(self, least: Severity | str = Severity.ADVICE) -> Iterator[Row]:
        """Yield a row for each diagnostic of a severity and graver ones, in the order of articles and places."""
        severity = Severity(least)
        for result in self.results:
            yield from rows_of(result, severity)

    def arrow(self, least: Severity | str = Severity.ADVICE) -> Any:
        """Return the rows as a `pyarrow.RecordBatch` of `arrow_schema()`; raise MissingLibraryError without pyarrow."""
        from newslint.api.arrow import record_batch_of

        return record_batch_of(list(self.rows(least)))
