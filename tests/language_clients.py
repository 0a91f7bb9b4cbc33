"""A client and a language server that talk in memory, and what they said."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

from lsprotocol import types
from pygls.io_ import run_async
from pygls.lsp.client import LanguageClient

from newslint.diagnostics import Severity
from newslint.languageserver.linters import Wishes
from newslint.languageserver.server import Server, make_server
from newslint.runner import RunOptions

TODAY = date(2026, 5, 4)
_EVERYTHING = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
    ),
    text_document=types.TextDocumentClientCapabilities(
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown])
    ),
)


def wishes(least: Severity | None = None, **options: Any) -> Wishes:
    return Wishes(RunOptions(TODAY, keep=True, **options), None, TODAY, least)


class _Pipe:
    """What one side writes is what the other one reads."""

    def __init__(self) -> None:
        self.reader = asyncio.StreamReader(limit=1 << 30)

    def write(self, data: bytes) -> None:
        self.reader.feed_data(data)

    def close(self) -> None:
        self.reader.feed_eof()


class Editor:
    """An editor with a few open documents."""

    def __init__(self, server: Server, client: LanguageClient) -> None:
        self.server = server
        self.client = client
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.published: list[types.PublishDiagnosticsParams] = []
        self.messages: list[str] = []
        self.watched: list[str] = []
        self._news = asyncio.Event()
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda told: self._take(told))
        client.feature(types.WINDOW_SHOW_MESSAGE)(lambda told: self._read(told))
        client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda asked: self._register(asked))

    def _take(self, told: types.PublishDiagnosticsParams) -> None:
        self.published.append(told)
        self._news.set()

    def _read(self, told: types.ShowMessageParams) -> None:
        self.messages.append(told.message)
        self._news.set()

    def _register(self, asked: types.RegistrationParams) -> None:
        self.watched += [one.method for one in asked.registrations]

    def open(self, uri: str, text: str, language: str = "markdown") -> None:
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, uri: str, text: str) -> int:
        self.versions[uri] += 1
        self.texts[uri] = text
        identity = types.VersionedTextDocumentIdentifier(version=self.versions[uri], uri=uri)
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identity, [whole]))
        return self.versions[uri]

    def close(self, uri: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    async def told(self, uri: str, version: int | None) -> list[types.Diagnostic]:
        """Return what is published for a version of a document, once it is."""
        while True:
            self._news.clear()
            for one in reversed(self.published):
                if one.uri == uri and one.version == version:
                    return [*one.diagnostics]
            await asyncio.wait_for(self._news.wait(), 20)

    async def until(self, uri: str, count: int) -> list[types.Diagnostic]:
        """Return what was last published for a document, once it has been so many times."""
        while len(found := [one for one in self.published if one.uri == uri]) < count:
            self._news.clear()
            await asyncio.wait_for(self._news.wait(), 20)
        return [*found[-1].diagnostics]

    async def actions(
        self, uri: str, place: types.Range, only: Sequence[types.CodeActionKind | str] | None = None
    ) -> list[types.CodeAction]:
        context = types.CodeActionContext([], only=only)
        asked = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, context)
        found = await self.client.text_document_code_action_async(asked) or ()
        return [one for one in found if isinstance(one, types.CodeAction)]

    async def hover(self, uri: str, line: int, character: int) -> types.Hover | None:
        asked = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(line, character))
        return await self.client.text_document_hover_async(asked)

    async def symbols(self, uri: str) -> list[types.DocumentSymbol]:
        asked = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
        found = await self.client.text_document_document_symbol_async(asked) or ()
        return [one for one in found if isinstance(one, types.DocumentSymbol)]

    def apply(self, uri: str, action: types.CodeAction) -> str:
        """Return the text of a document after an action, made as a client makes it: in UTF-16."""
        assert action.edit
        edits = (action.edit.changes or {}).get(uri) or [
            edit for change in action.edit.document_changes or () for edit in getattr(change, "edits", ())
        ]
        lines = self.texts[uri].split("\n")
        starts = [sum(len(line.encode("utf-16-le")) + 2 for line in lines[:number]) for number in range(len(lines))]
        data = self.texts[uri].encode("utf-16-le")
        for edit in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
            first, last = (starts[place.line] + 2 * place.character for place in (edit.range.start, edit.range.end))
            data = data[:first] + edit.new_text.encode("utf-16-le") + data[last:]
        return data.decode("utf-16-le")


@asynccontextmanager
async def editing(
    folder: Path, asked: Wishes | None = None, capabilities: types.ClientCapabilities = _EVERYTHING
) -> AsyncIterator[Editor]:
    """Start a server and a client for a folder, and let them part at the end."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    server, client = make_server(asked or wishes()), LanguageClient("editor", "1")
    to_server, to_client, stop = _Pipe(), _Pipe(), Event()
    server.protocol.set_writer(to_client)
    client.protocol.set_writer(to_server)
    talks = [
        asyncio.ensure_future(run_async(stop, to_server.reader, server.protocol)),
        asyncio.ensure_future(run_async(stop, to_client.reader, client.protocol)),
    ]
    editor = Editor(server, client)
    await client.initialize_async(types.InitializeParams(capabilities, root_uri=folder.as_uri()))
    client.initialized(types.InitializedParams())
    try:
        yield editor
        await client.shutdown_async(None)
    finally:
        stop.set()
        to_server.close()
        to_client.close()
        await asyncio.wait(talks)
        server.session.worker.close()
