"""Answer a client of the Language Server Protocol; each request is handed to the session or read from what it found."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import BinaryIO

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from newslint import __version__
from newslint.languageserver.actions import KINDS, Request, find_actions
from newslint.languageserver.documents import Document
from newslint.languageserver.linters import Linters, Wishes
from newslint.languageserver.session import Session, path_of
from newslint.languageserver.symbols import outline
from newslint.languageserver.telling import explain
from newslint.settings.loading import CONFIG_NAMES

# Configurations, house rules, profiles, lists and files that say what is no article.
_WATCHED = ("**/*.{yaml,yml}", "**/pyproject.toml", "**/{.gitignore,.ignore,.newslintignore}", "**/newslint-baseline*")


class Server(LanguageServer):
    """A server with the session that it serves."""

    def __init__(self, wishes: Wishes) -> None:
        """Take what the command line says.

        Clients send whole texts: the library parts lines at characters that end none in the protocol, such as U+2028,
        and a text that is not the client's makes every position wrong.
        """
        super().__init__("newslint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.has_ended = False
        self.session = Session(Linters(wishes), self.text_document_publish_diagnostics, self._show)

    def _show(self, message: str) -> None:
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"newslint: {message}"))

    def prepare(self, params: types.InitializeParams) -> None:
        """Take what the client says of itself and of its workspace."""
        self.session.encoding = str(getattr(encoding := self.workspace.position_encoding, "value", encoding))
        uris = [folder.uri for folder in params.workspace_folders or ()]
        uris += [params.root_uri] if params.root_uri and not uris else []
        self.session.folders = [path for uri in uris if (path := path_of(uri)) is not None]

    @property
    def is_versioned(self) -> bool:
        """Whether the client takes edits that name the version of a document."""
        workspace = self.client_capabilities.workspace
        edits = workspace.workspace_edit if workspace else None
        return bool(edits and edits.document_changes)

    @property
    def reads_markdown(self) -> bool:
        """Whether the client shows Markdown where the pointer rests."""
        document = self.client_capabilities.text_document
        hover = document.hover if document else None
        return types.MarkupKind.Markdown in ((hover.content_format if hover else None) or ())

    @property
    def watches_files(self) -> bool:
        """Whether the client can be asked to tell when files change."""
        workspace = self.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        return bool(watched and watched.dynamic_registration)


def make_server(wishes: Wishes) -> Server:
    """Return a server that is ready for a client."""
    server = Server(wishes)
    _serve_documents(server)
    _serve_questions(server)
    _serve_configuration(server)
    return server


def serve(wishes: Wishes, stdin: BinaryIO, stdout: BinaryIO) -> bool:
    """Serve a client until it leaves; tell whether it said so first."""
    server = make_server(wishes)
    server.start_io(stdin, stdout)
    server.session.worker.close()
    return server.has_ended


def _serve_documents(server: Server) -> None:
    session = server.session

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.prepare(params)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def open_(params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        session.open(Document(item.uri, path_of(item.uri), str(item.language_id), item.text, item.version))

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def change(params: types.DidChangeTextDocumentParams) -> None:
        if params.content_changes:
            session.change(params.text_document.uri, params.content_changes[-1].text, params.text_document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def close(params: types.DidCloseTextDocumentParams) -> None:
        session.close(params.text_document.uri)

    @server.feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        server.has_ended = True
        session.end()


def _serve_questions(server: Server) -> None:
    session = server.session

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=KINDS))
    async def act(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        outcome = await session.outcome_of(uri)
        if outcome is None:
            return []
        request = Request(outcome, uri, session.documents[uri].version, params)
        return await session.work(partial(find_actions, request, versioned=server.is_versioned))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        outcome = await session.outcome_of(params.text_document.uri)
        if outcome is None or outcome.outfit is None:
            return None
        at = outcome.places.offset(params.position)
        found = [one for one in outcome.report.diagnostics if one.start.offset <= at <= one.end.offset]
        if not found:
            return None
        kind = types.MarkupKind.Markdown if server.reads_markdown else types.MarkupKind.PlainText
        texts = [explain(one, outcome.outfit, is_plain=not server.reads_markdown) for one in found]
        shown = outcome.places.range(max(one.start.offset for one in found), min(one.end.offset for one in found))
        return types.Hover(types.MarkupContent(kind, "\n\n---\n\n".join(texts)), shown)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        outcome = await session.outcome_of(params.text_document.uri)
        if outcome is None:
            return []
        article = await session.work(lambda: outcome.article)
        return [] if article is None else outline(article, outcome.places)


def _serve_configuration(server: Server) -> None:
    session = server.session

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        if server.watches_files:
            watchers = [types.FileSystemWatcher(glob) for glob in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            wanted = types.Registration("newslint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await server.client_register_capability_async(types.RegistrationParams([wanted]))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def files(params: types.DidChangeWatchedFilesParams) -> None:
        came = [
            PurePath(change.uri.rpartition("/")[2]).name
            for change in params.changes
            if change.type != types.FileChangeType.Changed
        ]
        other = any(name in CONFIG_NAMES or name == "pyproject.toml" or name.startswith(".") for name in came)
        await session.reload(all_documents=other)

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    async def folders(params: types.DidChangeWorkspaceFoldersParams) -> None:
        gone = {path_of(folder.uri) for folder in params.event.removed}
        added = (path_of(folder.uri) for folder in params.event.added)
        session.folders = [path for path in session.folders if path not in gone]
        session.folders += [path for path in added if path is not None]
        await session.reload(all_documents=True)
