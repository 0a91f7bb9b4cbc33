"""What goes on between a client and newslint: documents come, change and go, and what is found in them is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from newslint.diagnostics import FileReport
from newslint.errors import NewslintError
from newslint.guard import NEVER_CAUGHT
from newslint.languageserver.documents import Document, Outcome
from newslint.languageserver.linters import Linters, place_of
from newslint.languageserver.telling import tell_diagnostic, tell_problem
from newslint.languageserver.worker import ASKED, OPENED, WRITTEN, Job, Worker
from newslint.runner import report_crash

Made = TypeVar("Made")
Publish = Callable[[types.PublishDiagnosticsParams], None]
# So long a burst of changes is waited for, in seconds. The next key stops what runs, so no more is to be saved.
DEBOUNCE = 0.01
_TICK = 1.0


class Session:
    """The open documents of a client, and the worker that lints them."""

    encoding = "utf-16"

    def __init__(self, linters: Linters, publish: Publish, tell: Callable[[str], None], seconds: float = 30.0) -> None:
        """Take the linters, how findings are published and how a message is shown, and the limit for one text."""
        self.linters = linters
        self.documents: dict[str, Document] = {}
        self.folders: list[Path] = []
        self.worker = Worker(seconds)
        self._publish = publish
        self._tell = tell
        self._generation = linters.generation
        # What is wrong with the configuration of each document: where, and what.
        self._problems: dict[str, tuple[str, str]] = {}
        self._clock: asyncio.Task[None] | None = None

    # Documents

    def open(self, document: Document) -> None:
        """Begin with a document."""
        self.close(document.uri)
        self.documents[document.uri] = document
        self._start(document, OPENED, 0)

    def change(self, uri: str, text: str, version: int | None) -> None:
        """Take the new text of a document; what was found in the old one, or is looked for there, is dropped."""
        document = self.documents.get(uri)
        if document is not None:
            document.text, document.version, document.outcome = text, version, None
            self._start(document, WRITTEN, DEBOUNCE)

    def close(self, uri: str) -> None:
        """Forget a document and take back what was published for it."""
        document = self.documents.pop(uri, None)
        if document is None:
            return
        if document.task is not None:
            document.task.cancel()
        self._publish(types.PublishDiagnosticsParams(uri, []))
        self._tell_of_configuration(uri, None)

    def end(self) -> None:
        """Forget all documents and do nothing more."""
        for document in self.documents.values():
            if document.task is not None:
                document.task.cancel()
        self.documents.clear()
        if self._clock is not None:
            self._clock.cancel()
        self.worker.close()

    def _start(self, document: Document, urgency: int, delay: float) -> None:
        if document.task is not None:
            document.task.cancel()
        if self._clock is None:
            self._clock = asyncio.ensure_future(self._watch())
        document.hurry, document.job = asyncio.Event(), None
        document.task = asyncio.ensure_future(self._lint(document, urgency, delay))

    async def _watch(self) -> None:
        """Let no text take longer than it may."""
        while True:
            await asyncio.sleep(_TICK)
            self.worker.look_at_clock()

    # Work

    async def work(self, work: Callable[[], Made], urgency: int = ASKED) -> Made:
        """Return what a piece of work makes in the worker; where nobody waits any more, it is stopped there."""
        return await self._wait(self.worker.submit(work, urgency))

    async def _wait(self, job: Job[Made]) -> Made:
        try:
            return await asyncio.wrap_future(job.future)
        except asyncio.CancelledError:
            self.worker.stop(job)
            raise

    async def _lint(self, document: Document, urgency: int, delay: float) -> None:
        """Find what is wrong in the text that a document has now, and publish it; a change cancels this."""
        if delay:
            with suppress(TimeoutError):
                await asyncio.wait_for(document.hurry.wait(), delay)
        version = document.version
        urgency = ASKED if document.hurry.is_set() else urgency
        document.job = self.worker.submit(partial(self._judge, document), urgency)
        outcome = await self._wait(document.job)
        if self.documents.get(document.uri) is not document or document.version != version:
            return  # nobody may be told what was found in another text
        document.outcome = outcome
        found = [tell_diagnostic(one, outcome, document.uri) for one in outcome.report.diagnostics]
        self._publish(types.PublishDiagnosticsParams(document.uri, found, version=version))
        self._tell_of_configuration(document.uri, outcome.error)
        self._look_at_generation(document)

    def _judge(self, document: Document) -> Outcome:
        """Lint a text, in the worker; whatever goes wrong is told as its outcome."""
        source = document.source
        try:
            outfit = self.linters.of(document.path, self._folder_of(document))
            if document.path is not None and outfit.why_not(document.path) is not None:
                return Outcome(source, FileReport(source.path), outfit, self.encoding)
            return Outcome(source, outfit.lint(source, self.linters.today), outfit, self.encoding)
        except NewslintError as error:
            return Outcome(source, FileReport(source.path), None, self.encoding, error)
        except NEVER_CAUGHT:
            raise
        except BaseException as error:
            report = report_crash(source.path, f"{type(error).__name__}: {error}")
            return Outcome(source, report, None, self.encoding)

    def _folder_of(self, document: Document) -> Path:
        """Return the folder of the workspace that a document belongs to, or its own."""
        path = document.path
        if path is None:
            return self.folders[0] if self.folders else Path.cwd()
        holding = [folder for folder in self.folders if path.is_relative_to(folder)]
        return max(holding, key=lambda folder: len(folder.parts), default=path.parent)

    async def outcome_of(self, uri: str) -> Outcome | None:
        """Return what was found in the text that a document has now, without waiting for the next key."""
        while (document := self.documents.get(uri)) is not None and document.outcome is None:
            task = document.task
            if task is None:
                return None
            if document.job is not None and not document.hurry.is_set():
                self.worker.hasten(document.job)
            document.hurry.set()
            # It may be cancelled by a change, and then the next text is waited for.
            await asyncio.wait([task])
            if document.task is task and document.outcome is None:
                return None
        return document.outcome if document is not None else None

    # Configuration

    async def reload(self, *, all_documents: bool = False) -> None:
        """Look whether what linters were made from has changed, and lint again what that concerns."""
        self.linters.doubt()
        for document in [*self.documents.values()]:
            outcome = document.outcome
            if all_documents or outcome is None or outcome.error is not None or not await self._is_current(outcome):
                self._start(document, OPENED, 0)

    async def _is_current(self, outcome: Outcome) -> bool:
        outfit = outcome.outfit
        return outfit is not None and await self.work(outfit.is_current, OPENED)

    def _look_at_generation(self, but: Document) -> None:
        """Lint all other documents again where a linter was made anew."""
        if self.linters.generation == self._generation:
            return
        self._generation = self.linters.generation
        for document in self.documents.values():
            if document is not but:
                self._start(document, OPENED, 0)

    def _tell_of_configuration(self, uri: str, error: NewslintError | None) -> None:
        """Publish what is wrong with a configuration at its place there, and show it once; take back what is mended."""
        before = set(self._problems.values())
        place = None if error is None else place_of(error)
        if error is None:
            self._problems.pop(uri, None)
        else:
            self._problems[uri] = (str(from_fs_path(str(place[0]))) if place else "", str(error))
        after = set(self._problems.values())
        for where, _ in before - after:
            if where:
                self._publish(types.PublishDiagnosticsParams(where, []))
        for where, message in after - before:
            if where and place is not None:
                self._publish(types.PublishDiagnosticsParams(where, [tell_problem(place[1], message)]))
            self._tell(message)


def path_of(uri: str) -> Path | None:
    """Return the file that an address names, or None where it names none: a text that was never saved."""
    name = to_fs_path(uri) if uri.startswith("file:") else None
    return Path(name) if name else None
