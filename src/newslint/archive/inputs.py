"""What an archive is read from: each input is cut into chunks here, and chunks become articles in the processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, Protocol

from newslint.api.articles import RawArticle, Unreadable
from newslint.errors import SourceError
from newslint.records import NamedTuple
from newslint.source import read_raw

# Rows and bytes of a chunk at most: some seconds of work, and little enough that many wait in memory.
ROWS, BYTES = 250, 8_000_000


class Chunk(NamedTuple):
    """Rows of one input that belong together: the number of the input, the first row, and how many rows there are.

    `payload` is what the input's own `articles` reads. `weight` is how far the chunk goes, in units of the input's
    `total`.
    """

    input: int
    start: int
    size: int
    payload: Any
    weight: int

    @property
    def name(self) -> str:
        """The name of its part: parts sort as the rows do."""
        return f"{self.input:05}-{self.start:012}"


class Input(Protocol):
    """A place that articles come from; it is sent to every process, and so small."""

    def stamp(self) -> str:
        """Return what changes whenever the input does."""

    def total(self) -> int:
        """Return how much there is, in units of the weights of chunks."""

    def chunks(self, number: int, done: Mapping[str, int]) -> Iterator[Chunk]:
        """Yield the chunks in order; those whose name is `done` may come without a payload."""

    def articles(self, chunk: Chunk) -> Iterator[RawArticle | Unreadable]:
        """Yield the articles of a chunk."""


def cut(rows: Iterable[tuple[Any, int]], number: int, weigh: Callable[[], int] | None = None) -> Iterator[Chunk]:
    """Cut rows with their sizes in bytes into chunks; without `weigh`, a chunk weighs as much as it has rows.

    `weigh` says how far the reading is, and a chunk weighs what was read for it.
    """
    held: list[Any] = []
    start = size = told = 0
    for row, length in rows:
        if held and (len(held) == ROWS or size + length > BYTES):
            at = weigh() if weigh else start + len(held)
            yield Chunk(number, start, len(held), held, at - told)
            start, held, size, told = start + len(held), [], 0, at
        held.append(row)
        size += length
    if held:
        at = weigh() if weigh else start + len(held)
        yield Chunk(number, start, len(held), held, at - told)


def stamp_file(path: str) -> str:
    """Return the size and time of a file; raise SourceError where there is none."""
    try:
        status = os.stat(path)
    except OSError as error:
        raise unreadable(path, error) from error
    return f"{path} {status.st_size} {status.st_mtime_ns}"


def unreadable(path: str, error: Exception) -> SourceError:
    """Return the error for an input that cannot be read."""
    reason = (getattr(error, "strerror", None) or str(error) or type(error).__name__).split("\n")[0].rstrip(".")
    return SourceError(path, f"the archive cannot be read ({reason}).", "Check the name, the kind and the permissions.")


class Files:
    """Article files, each of which is a row."""

    def __init__(self, paths: Sequence[str], format: str | None, limit: int | None) -> None:
        """Take names of files, the format of all of them (None: by their suffixes), and how many bytes one may have."""
        self._paths = paths
        self._format = format
        self._limit = limit

    def __getstate__(self) -> dict[str, Any]:
        """Leave the names behind: a process is told those of its chunks."""
        return {**self.__dict__, "_paths": ()}

    def stamp(self) -> str:
        """Return the sizes and times of all files, as a hash."""
        return blake2b("\n".join(map(stamp_file, self._paths)).encode("utf-8", "surrogateescape")).hexdigest()

    def total(self) -> int:
        """Return the number of files."""
        return len(self._paths)

    def chunks(self, number: int, done: Mapping[str, int]) -> Iterator[Chunk]:
        """Yield the files in chunks."""
        return cut(((path, 0) for path in self._paths), number)

    def articles(self, chunk: Chunk) -> Iterator[RawArticle | Unreadable]:
        """Read the files of a chunk, one at a time."""
        for path in chunk.payload:
            article = RawArticle("", id=path, path=path, format=self._format)
            try:
                yield article._replace(text=read_raw(Path(path), self._limit, path))
            except SourceError as error:
                yield Unreadable(article, error.cause)
