"""The documents that a client has open, and what was found in the text that each of them has now."""

from __future__ import annotations

import asyncio
from functools import cached_property
from pathlib import Path
from typing import Any

from newslint.article import Article
from newslint.diagnostics import FileReport
from newslint.errors import NewslintError
from newslint.languageserver.linters import Outfit
from newslint.languageserver.places import Places
from newslint.languageserver.worker import Job
from newslint.source import SUFFIXES, Source, format_of

# What clients call the formats that newslint reads; any other language is read as its suffix says.
_LANGUAGES = {
    "markdown": "markdown",
    "mdx": "markdown",
    "html": "html",
    "plaintext": "text",
    "restructuredtext": "rst",
    "asciidoc": "asciidoc",
}


class Outcome:
    """What was found in one text of a document: the report, or why there is none."""

    def __init__(
        self,
        source: Source,
        report: FileReport,
        outfit: Outfit | None,
        encoding: str,
        error: NewslintError | None = None,
    ) -> None:
        """Keep what a lint came to; without an outfit, the configuration is not valid, for `error`."""
        self.source = source
        self.report = report
        self.outfit = outfit
        self.encoding = encoding
        self.error = error

    @cached_property
    def places(self) -> Places:
        """The client's positions in the text."""
        return Places(self.source, self.encoding)

    @cached_property
    def article(self) -> Article | None:
        """The article that the text holds; it is only read when somebody asks for it."""
        return self.outfit.linter.parse(self.source) if self.outfit is not None else None


class Document:
    """An open document: its text and version, and the task that lints this text."""

    def __init__(self, uri: str, path: Path | None, language: str, text: str, version: int | None) -> None:
        """Take what a client opens."""
        self.uri = uri
        self.path = path
        self.language = language
        self.text = text
        self.version = version
        self.outcome: Outcome | None = None
        self.task: asyncio.Task[Any] | None = None
        self.job: Job[Outcome] | None = None
        # Set by whoever waits for the outcome: then the editor's next key is not.
        self.hurry = asyncio.Event()

    @property
    def format(self) -> str:
        """The format of the text: by the file's suffix, where that is known, else by the client's name of it."""
        if self.path is not None and self.path.suffix.lower() in SUFFIXES:
            return format_of(str(self.path))
        return _LANGUAGES.get(self.language, "text")

    @property
    def source(self) -> Source:
        """The text as it is now, under the name by which globs of a configuration know its file."""
        name = self.path.as_posix() if self.path is not None else self.uri.rpartition("/")[2]
        return Source(name, self.text, self.format)
