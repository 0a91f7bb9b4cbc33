"""Findings as Arrow tables: one function of a batch that DuckDB, Spark, Ray Data and Dask can call alike."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from newslint.api.articles import RawArticle
from newslint.api.linter import PUBLISHED, Linter
from newslint.api.rows import ROW_FIELDS, Batch, Row
from newslint.diagnostics import Severity
from newslint.errors import UsageError, did_you_mean, missing_library
from newslint.records import NamedTuple

if TYPE_CHECKING:
    import pyarrow


class Columns(NamedTuple):
    """The names of the columns that hold an article and what is known of it; None is none.

    `text` is text or the bytes of a file, `date` a date, a timestamp or a text that begins with YYYY-MM-DD. `id` may be
    of any type and comes back as text. `author` may be a list of names.
    """

    text: str = "text"
    id: str | None = None
    path: str | None = None
    format: str | None = None
    profile: str | None = None
    section: str | None = None
    author: str | None = None
    date: str | None = None

    @property
    def named(self) -> dict[str, str]:
        """The names of the columns that are there, by what they hold."""
        return {what: name for what, name in self._asdict().items() if name is not None}


def arrow_schema() -> pyarrow.Schema:
    """Return the schema of rows for Arrow; raise MissingLibraryError without pyarrow."""
    arrow = _pyarrow("arrow_schema()")
    types = {"string": arrow.string(), "int32": arrow.int32(), "date32": arrow.date32()}
    return arrow.schema([arrow.field(each.name, types[each.type], each.is_nullable) for each in ROW_FIELDS])


def record_batch_of(rows: Sequence[Row]) -> pyarrow.RecordBatch:
    """Return rows as a record batch of `arrow_schema()`; raise MissingLibraryError without pyarrow."""
    arrow = _pyarrow("Batch.arrow()")
    schema = arrow_schema()
    columns = zip(*rows, strict=True) if rows else [()] * len(ROW_FIELDS)
    arrays = [
        arrow.array(map(_clean, values) if field.type == arrow.string() else values, field.type)
        for values, field in zip(columns, schema, strict=True)
    ]
    return arrow.RecordBatch.from_arrays(arrays, schema=schema)


def _clean(text: str | None) -> str | None:
    """Return a text that UTF-8 can say: a lone surrogate becomes the sign for what is lost."""
    if text is None or text.isascii():
        return text
    return text.encode("utf-8", "replace").decode() if any("\ud800" <= sign <= "\udfff" for sign in text) else text


class BatchLinter:
    """A function from a batch of articles to a batch of findings, which may be pickled and called anywhere.

    Called with a `pyarrow.Table` or `RecordBatch`, it returns the same kind with the columns of `arrow_schema()`, a row
    for each finding. That is what `map_batches` of Ray Data and a Dask partition want; `over` is what `mapInArrow` of
    Spark wants. The same articles give the same rows, however they are cut into batches.
    """

    def __init__(
        self,
        config: str | os.PathLike[str] | None = None,
        columns: Columns | None = None,
        *,
        min_severity: Severity | str = Severity.WARNING,
        linter: Linter | None = None,
        **options: Any,
    ) -> None:
        """Load a configuration; `options` are those of `Linter`, or a `linter` is given in place of both.

        Each article is judged as of its own day of publication unless `today` says otherwise. Rows are of
        `min_severity` and graver. Raise as `Linter` does.
        """
        self.columns = columns or Columns()
        self.min_severity = Severity(min_severity)
        self.linter = linter or Linter(config, **{"today": PUBLISHED, "metrics": False, **options})

    def __call__(self, batch: Any) -> Any:
        """Return the findings of a table or record batch; raise UsageError for a column that is not there."""
        arrow = _pyarrow("BatchLinter")
        found = record_batch_of(list(self.rows(articles_of(batch, self.columns))))
        return found if isinstance(batch, arrow.RecordBatch) else arrow.Table.from_batches([found])

    def over(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Yield the findings of each of some tables or record batches."""
        yield from map(self, batches)

    def rows(self, articles: Iterable[RawArticle]) -> Iterator[Row]:
        """Yield the rows of some articles; an article that cannot be judged is told in a row, and ends nothing."""
        for article in articles:
            yield from Batch((self.linter.judge(article),)).rows(self.min_severity)


def articles_of(batch: Any, columns: Columns) -> Iterator[RawArticle]:
    """Yield the articles of a table or record batch; raise UsageError for a column that is not there."""
    known = batch.schema.names
    for what, name in columns.named.items():
        if name not in known:
            way_out = did_you_mean(name, known, f"The columns are {', '.join(known)}.")
            raise UsageError(f"column `{name}`", f"there is no such column for the {what}.", way_out)
    values = {what: batch.column(name).to_pylist() for what, name in columns.named.items()}
    for row in zip(*values.values(), strict=True):
        yield article_of(dict(zip(values, row, strict=True)))


def article_of(values: dict[str, Any]) -> RawArticle:
    """Return the article of a row, whose values are of whatever type the row has; None is no value."""
    text = values.get("text")
    author = values.get("author")
    if isinstance(author, (list, tuple)):
        author = "; ".join(str(name) for name in author if name)
    return RawArticle(
        text=b"" if text is None else text if isinstance(text, bytes) else str(text),
        id=_text(values.get("id")) or "",
        path=_text(values.get("path")),
        format=_text(values.get("format")),
        profile=_text(values.get("profile")),
        date=published_of(values.get("date")),
        section=_text(values.get("section")),
        author=_text(author),
    )


def _text(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)


def published_of(value: Any) -> dt.date | None:
    """Return the day that a value of a row says, or None where it says none."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _pyarrow(what: str) -> Any:
    try:
        import pyarrow
    except ImportError:
        raise missing_library(what, "pyarrow", "archive") from None
    return pyarrow
