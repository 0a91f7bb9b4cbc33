"""Find out what the inputs of an archive are: tables, databases, folders of either, or articles."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from newslint.archive.inputs import Files, Input
from newslint.archive.tables import DatabaseInput, LinesInput, ParquetInput, Reading
from newslint.discovery import discover
from newslint.errors import SourceError, UsageError
from newslint.settings import Settings

_KINDS: dict[str, Callable[[str, Reading], Input]] = {
    **dict.fromkeys((".parquet", ".pq"), ParquetInput),
    **dict.fromkeys((".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"), LinesInput),
    **dict.fromkeys((".db", ".sqlite", ".sqlite3"), DatabaseInput),
}


def open_inputs(paths: Sequence[str], reading: Reading, settings: Settings) -> list[Input]:
    """Return the inputs that paths stand for, in order; article files that follow one another are one input.

    Raise UsageError or SourceError for what is not there, cannot be read or lacks a column.
    """
    found: list[Input] = []
    articles: list[str] = []

    def close() -> None:
        if articles:
            found.append(_articles_in(articles, reading, settings))
            articles.clear()

    for path in paths:
        if not os.path.exists(path):
            raise SourceError(path, "there is no such file or folder.", "Check the name.")
        data = list(_data_files(path)) if os.path.isdir(path) else [path] * (_kind_of(path) is not None)
        if not data:
            articles.append(path)
            continue
        close()
        found += [_open(file, reading) for file in data]
    close()
    if not found:
        raise UsageError("archive", "no input was given.", "Name files or folders.")
    return found


def _open(path: str, reading: Reading) -> Input:
    opens = _kind_of(path)
    assert opens is not None
    return opens(path, reading)


def _kind_of(path: str) -> Callable[[str, Reading], Input] | None:
    name = os.path.basename(path).lower()
    return next((opens for suffix, opens in _KINDS.items() if name.endswith(suffix)), None)


def _data_files(folder: str) -> Iterator[str]:
    """Yield the tables of a folder that holds nothing else, sorted; a folder with anything else is one of articles.

    Names that begin with a dot or an underscore are those of other programs, as Spark and Hadoop have it.
    """
    found = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name[:1] not in "._")
        for name in sorted(files):
            if name[:1] in "._":
                continue
            if _kind_of(name) is None:
                return
            found.append(os.path.join(place, name))
    yield from found


def _articles_in(paths: Sequence[str], reading: Reading, settings: Settings) -> Files:
    config = settings.config
    files = discover(
        paths, config.include, config.exclude, settings.root, force_exclude=False, follow_links=config.follow_links
    )
    names = [path.as_posix() for path in files.files if os.path.abspath(path) not in settings.parts]
    if not names:
        raise SourceError(", ".join(paths), "there is no article in it.", "Name a folder of articles, or a table.")
    return Files(names, reading.format, config.max_file_size)
