"""Findings as Arrow tables: one function of a batch that DuckDB, Spark, Ray Data and Dask can call alike."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from newslint.api.articles import RawArticle, Unreadable
from newslint.api.columns import Columns, article_of
from newslint.api.linter import PUBLISHED, Linter
from newslint.api.rows import ROW_FIELDS, Batch, Row
from newslint.diagnostics import Severity
from newslint.errors import missing_library

if TYPE_CHECKING:
    import pyarrow


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
        format: str | None = None,
        min_severity: Severity | str = Severity.WARNING,
        linter: Linter | None = None,
        **options: Any,
    ) -> None:
        """Load a configuration; `options` are those of `Linter`, or a `linter` is given in place of both.

        Without `columns`, those of a table count that have the names of the fields of `Columns`. `format` is that of
        articles whose row says none. Each article is judged as of its own day of publication unless `today` says
        otherwise. Rows are of `min_severity` and graver. Raise as `Linter` does.
        """
        self.columns = columns
        self.format = format
        self.min_severity = Severity(min_severity)
        self.linter = linter or Linter(config, **{"today": PUBLISHED, "metrics": False, **options})

    def __call__(self, batch: Any) -> Any:
        """Return the findings of a table or record batch; raise UsageError for a column that is not there."""
        arrow = _pyarrow("BatchLinter")
        found = record_batch_of(list(self.rows(articles_of(batch, self.columns, self.format))))
        return found if isinstance(batch, arrow.RecordBatch) else arrow.Table.from_batches([found])

    def over(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Yield the findings of each of some tables or record batches."""
        yield from map(self, batches)

    def rows(self, articles: Iterable[RawArticle | Unreadable]) -> Iterator[Row]:
        """Yield the rows of some articles; an article that cannot be judged is told in a row, and ends nothing."""
        for article in articles:
            yield from Batch((self.linter.judge(article),)).rows(self.min_severity)


def articles_of(
    batch: Any, columns: Columns | None, format: str | None = None, call: Callable[[int], str] = lambda row: ""
) -> Iterator[RawArticle | Unreadable]:
    """Yield the articles of a table or record batch; raise UsageError for a column that is not there.

    Without `columns`, those count that have the names of fields. `call` names the article of a row, from 0, that has
    neither id nor path.
    """
    chosen = (columns or Columns()).among(batch.schema.names, given=columns is not None)
    values = {what: batch.column(name).to_pylist() for what, name in chosen.named.items()}
    for number, row in enumerate(zip(*values.values(), strict=True)):
        yield article_of(dict(zip(values, row, strict=True)), call(number), format)


def _pyarrow(what: str) -> Any:
    try:
        import pyarrow
    except ImportError:
        raise missing_library(what, "pyarrow", "archive") from None
    return pyarrow
