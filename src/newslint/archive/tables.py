"""Articles in the rows of tables: Parquet, JSON Lines and SQLite."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from typing import IO, Any, cast
from urllib.parse import quote

from newslint.api.arrow import articles_of
from newslint.api.articles import RawArticle, Unreadable
from newslint.api.columns import Columns, article_of
from newslint.archive import inputs
from newslint.archive.inputs import Chunk, cut, stamp_file, unreadable
from newslint.errors import UsageError, did_you_mean
from newslint.records import NamedTuple


class Reading(NamedTuple):
    """How rows become articles: the columns (None: those with the names of fields), and the format of all articles.

    `table` or `query` say what is read of a database.
    """

    columns: Columns | None = None
    format: str | None = None
    table: str | None = None
    query: str | None = None


class ParquetInput:
    """A Parquet file, read a row group at a time and in it a batch at a time."""

    def __init__(self, path: str, reading: Reading) -> None:
        """Open the file once to see that it can be read and has the columns."""
        self._path = path
        self._reading = reading
        with self._open() as file:
            given = reading.columns is not None
            self._columns = (reading.columns or Columns()).among(file.schema_arrow.names, given)
            self._total = int(file.metadata.num_rows)

    def _open(self) -> Any:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile

        try:
            return ParquetFile(self._path, buffer_size=1 << 20, pre_buffer=False)
        except (OSError, ArrowException) as error:
            raise unreadable(self._path, error) from error

    def stamp(self) -> str:
        """Return the size and time of the file."""
        return stamp_file(self._path)

    def total(self) -> int:
        """Return the number of rows."""
        return self._total

    def chunks(self, number: int, done: Mapping[str, int]) -> Iterator[Chunk]:
        """Yield record batches; a row group whose parts are all there is not read."""
        start = 0
        names = sorted({*self._columns.named.values()})
        with self._open() as file:
            for group in range(file.metadata.num_row_groups):
                end = start + file.metadata.row_group(group).num_rows
                known = list(_known(number, start, end, done))
                if known and known[-1].start + known[-1].size == end:
                    yield from known
                    start = end
                    continue
                for batch in file.iter_batches(inputs.ROWS, row_groups=[group], columns=names):
                    for piece in _pieces(batch):
                        yield Chunk(number, start, piece.num_rows, piece, piece.num_rows)
                        start += piece.num_rows

    def articles(self, chunk: Chunk) -> Iterator[RawArticle | Unreadable]:
        """Yield the articles of a record batch."""
        first = chunk.start + 1
        return articles_of(
            chunk.payload, self._columns, self._reading.format, lambda row: f"{self._path}:{first + row}"
        )


def _known(number: int, start: int, end: int, done: Mapping[str, int]) -> Iterator[Chunk]:
    """Yield the chunks without a payload that are done, from a row on, up to the first that is not."""
    while start < end:
        chunk = Chunk(number, start, 0, None, 0)
        count = done.get(chunk.name)
        if not count:
            return
        yield chunk._replace(size=count, weight=count)
        start += count


def _pieces(batch: Any) -> Iterator[Any]:
    """Yield a record batch in pieces of at most so many bytes, as far as rows allow."""
    if batch.nbytes <= inputs.BYTES or batch.num_rows < 2:
        yield batch
        return
    half = batch.num_rows // 2
    yield from _pieces(batch.slice(0, half))
    yield from _pieces(batch.slice(half))


class LinesInput:
    """JSON Lines, plain or compressed with gzip: an object a line; lines are parsed where they are judged."""

    def __init__(self, path: str, reading: Reading) -> None:
        """Read the first line to see that it can be read."""
        self._path = path
        self._reading = reading
        with self._open() as (lines, _):
            next(self._lines(lines), None)

    @contextmanager
    def _open(self) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
        """Give the lines, and the file whose position says how far they are."""
        with ExitStack() as held:
            try:
                file = held.enter_context(open(self._path, "rb"))
            except OSError as error:
                raise unreadable(self._path, error) from error
            is_packed = self._path.lower().endswith(".gz")
            lines = cast(IO[bytes], held.enter_context(gzip.open(file))) if is_packed else file
            yield lines, file

    def _lines(self, lines: IO[bytes]) -> Iterator[tuple[bytes, int]]:
        try:
            for line in lines:
                if line.strip():
                    yield line, len(line)
        except (OSError, EOFError) as error:
            raise unreadable(self._path, error) from error

    def stamp(self) -> str:
        """Return the size and time of the file."""
        return stamp_file(self._path)

    def total(self) -> int:
        """Return the size of the file in bytes."""
        return os.stat(self._path).st_size

    def chunks(self, number: int, done: Mapping[str, int]) -> Iterator[Chunk]:
        """Yield lines."""
        with self._open() as (lines, file):
            yield from cut(self._lines(lines), number, file.tell)

    def articles(self, chunk: Chunk) -> Iterator[RawArticle | Unreadable]:
        """Parse lines; a line that is no object is told as one that cannot be read."""
        for number, line in enumerate(chunk.payload, chunk.start + 1):
            place = f"{self._path}:{number}"
            try:
                data = json.loads(line)
            except (ValueError, RecursionError):
                data = None
            if not isinstance(data, dict):
                yield Unreadable(RawArticle("", place), "the line is no JSON object.")
                continue
            names = (self._reading.columns or Columns(*Columns._fields)).named
            yield article_of({what: _look_up(data, name) for what, name in names.items()}, place, self._reading.format)


def _look_up(data: Any, name: str) -> Any:
    """Return a member of an object; where there is none, a dot in the name leads into another object."""
    if not isinstance(data, dict) or name in data:
        return data.get(name) if isinstance(data, dict) else None
    first, dot, rest = name.partition(".")
    return _look_up(data.get(first), rest) if dot else None


class DatabaseInput:
    """A table of a SQLite database, in the order of its rows, or what a query gives, in its own order."""

    def __init__(self, path: str, reading: Reading) -> None:
        """Open the database to see that it has the table and the columns."""
        self._path = path
        self._reading = reading
        with closing(self._connect()) as database:
            self._query = reading.query or self._query_of(database, reading.table)
            head = self._run(database, f"SELECT * FROM ({self._query}) LIMIT 0")
            known = [entry[0] for entry in head.description]
            self._columns = (reading.columns or Columns()).among(known, reading.columns is not None)
            self._total = int(self._run(database, f"SELECT count(*) FROM ({self._query})").fetchone()[0])

    def _connect(self) -> Any:
        import sqlite3

        stamp_file(self._path)
        try:
            return sqlite3.connect(f"file:{quote(self._path)}?mode=ro", uri=True)
        except sqlite3.Error as error:
            raise unreadable(self._path, error) from error

    def _run(self, database: Any, query: str) -> Any:
        import sqlite3

        try:
            return database.execute(query)
        except sqlite3.Error as error:
            raise unreadable(self._path, error) from error

    def _query_of(self, database: Any, table: str | None) -> str:
        names = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY 1"
        known = [row[0] for row in self._run(database, names)]
        if table is None and len(known) != 1:
            cause = f"the database has {len(known) or 'no'} tables."
            raise UsageError(
                self._path, cause, f"Name one with --table: {', '.join(known)}." if known else "Look at it."
            )
        chosen = table or known[0]
        if chosen not in known:
            way_out = did_you_mean(chosen, known, f"There are {', '.join(known)}.")
            raise UsageError("--table", f"`{self._path}` has no table `{chosen}`.", way_out)
        return f"SELECT * FROM {_quoted(chosen)}"

    def stamp(self) -> str:
        """Return the size and time of the file, and the query."""
        return f"{stamp_file(self._path)} {self._query}"

    def total(self) -> int:
        """Return the number of rows."""
        return self._total

    def chunks(self, number: int, done: Mapping[str, int]) -> Iterator[Chunk]:
        """Yield the values of the columns."""
        columns = ", ".join(map(_quoted, self._columns.named.values()))
        with closing(self._connect()) as database:
            yield from cut(self._rows(database, f"SELECT {columns} FROM ({self._query})"), number)

    def _rows(self, database: Any, query: str) -> Iterator[tuple[Sequence[Any], int]]:
        import sqlite3

        try:
            for row in database.execute(query):
                yield row, len(row[0]) if isinstance(row[0], (str, bytes)) else 0
        except sqlite3.Error as error:
            raise unreadable(self._path, error) from error

    def articles(self, chunk: Chunk) -> Iterator[RawArticle | Unreadable]:
        """Yield the articles of rows."""
        for number, row in enumerate(chunk.payload, chunk.start + 1):
            values = dict(zip(self._columns.named, row, strict=True))
            yield article_of(values, f"{self._path}:{number}", self._reading.format)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
