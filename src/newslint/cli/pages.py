"""`newslint check --format html`: a page for one article, or a folder of pages for many."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from newslint.cli.output import write
from newslint.cli.session import Inputs
from newslint.diagnostics import Report
from newslint.errors import UsageError
from newslint.pages.article_page import Run
from newslint.pages.index_page import index_pages
from newslint.pages.making import FOLDER, Item, make_page, make_pages
from newslint.pages.summaries import Summary
from newslint.patterns import pattern
from newslint.reporters.counting import count_of
from newslint.runner import Linter
from newslint.source import decode, name_of
from newslint.terminal import show_bytes, tell

# The file by which a folder of pages is known again, with the names of the pages in it.
_LIST = ".newslint-pages"
_PAGE = pattern(rf"(?:{FOLDER}/[a-z0-9-]{{1,120}}|index|articles-\d{{1,6}})\.html")


class Pages:
    """Where the pages of a run go: one into a file or to standard output, many into a folder."""

    def __init__(self, options: argparse.Namespace, inputs: Inputs) -> None:
        """Decide, and refuse what cannot be written, before anything is read.

        One article that was named, or standard input, makes a page. Folders, several files and changes make a folder
        of pages, and so does one article where `--output` names a folder. Raise UsageError.
        """
        self.output: str | None = options.output
        self.inputs = inputs
        self.is_quiet = options.quiet
        is_one = len(inputs.found) == 1 and name_of(inputs.found[0]) not in inputs.unnamed
        is_named = inputs.data is not None or options.changed is None
        self.is_folder = not (is_one and is_named) or _names_folder(self.output)
        if self.is_folder:
            self._refuse()

    def _refuse(self) -> None:
        """Raise UsageError where a folder of pages has no name, or would stand between other files."""
        if self.output is None:
            way_out = "Name a folder with --output FOLDER, or one article alone."
            raise UsageError("--format html", "several articles make a folder of pages.", way_out)
        if os.path.lexists(self.output) and not os.path.isdir(self.output):
            cause = "this is a file, and several articles make a folder of pages."
            raise UsageError(self.output, cause, "Give --output the name of a folder.")
        try:
            held = os.listdir(self.output) if os.path.isdir(self.output) else []
        except OSError as error:
            raise _cannot_write(self.output, error) from error
        if held and _LIST not in held:
            cause = "this folder holds other files, and pages would stand between them."
            raise UsageError(
                self.output, cause, "Name an empty folder, one that is not there yet, or that of old pages."
            )
        home = os.path.join(os.path.realpath(self.output), "")
        if any(isinstance(each, Path) and os.path.realpath(each).startswith(home) for each in self.inputs.found):
            cause = "one of the files to check is in this folder, and pages take its place."
            raise UsageError(self.output, cause, "Give --output another name.")

    def write(self, report: Report, whole: Report, linter: Linter, text: bytes | None) -> None:
        """Write the pages of a report; `whole` has what the baseline hides, too.

        `text` is what standard input reads after fixes: it is printed, and the page is its own.
        """
        sources = {name_of(source): source for source in self.inputs.found}
        if text is not None:
            sources = {name: decode(text, name) for name in sources}
        items = [
            Item(sources[shown.path], before, shown) for before, shown in zip(whole.files, report.files, strict=True)
        ]
        if self.is_folder:
            self._write_folder(items, report, linter)
            return
        run = Run(report.today, report.ruleset)
        if text is not None:
            show_bytes(text)
        if text is not None and self.output is None:
            tell("the page of a fixed text needs a place: name a file with --output.")
        else:
            write((make_page(item, linter, run).html for item in items), self.output)

    def _write_folder(self, items: Sequence[Item], report: Report, linter: Linter) -> None:
        assert self.output is not None
        folder = _Folder(self.output)
        run = Run(report.today, report.ruleset, "../index.html")
        summaries: list[Summary] = []
        for made in make_pages(items, linter, run):
            folder.write(made.summary.href, made.html)
            summaries.append(made.summary)
        for name, page in index_pages(summaries, run):
            folder.write(name, page)
        folder.finish()
        if not self.is_quiet:
            tell(f"{count_of(len(summaries), 'article')} in {os.path.join(self.output, 'index.html')}")


def _names_folder(output: str | None) -> bool:
    return output is not None and (output.endswith(("/", os.sep)) or os.path.isdir(output))


def _cannot_write(name: str, error: OSError) -> UsageError:
    return UsageError(name, f"the pages cannot be written ({error.strerror or error}).", "Check --output.")


class _Folder:
    """A folder of pages, in which those of an earlier run that are of no use any more are taken away at the end."""

    def __init__(self, name: str) -> None:
        """Make the folder, and note that it is one of pages; Git and newslint leave it alone."""
        self._name = name
        self._written: list[str] = []
        try:
            os.makedirs(os.path.join(name, FOLDER), exist_ok=True)
            self._old = self._read_list()
        except OSError as error:
            raise _cannot_write(name, error) from error
        write(["*\n"], os.path.join(name, ".gitignore"))
        self._note(self._old)

    def _read_list(self) -> list[str]:
        with suppress(FileNotFoundError), open(os.path.join(self._name, _LIST), encoding="utf-8") as file:
            return [line for line in file.read().splitlines() if _PAGE.fullmatch(line)]
        return []

    def _note(self, names: Iterable[str]) -> None:
        write((f"{name}\n" for name in sorted(set(names))), os.path.join(self._name, _LIST))

    def write(self, name: str, page: str) -> None:
        """Write a page when it is whole."""
        self._written.append(name)
        write([page], os.path.join(self._name, name))

    def finish(self) -> None:
        """Take away the pages of earlier runs, and note those of this one."""
        for name in {*self._old} - {*self._written}:
            with suppress(OSError):
                os.unlink(os.path.join(self._name, name))
        self._note(self._written)
