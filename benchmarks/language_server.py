"""How long an editor waits: from a key to its findings, and for answers, with a server as a process of its own.

    python -m benchmarks.language_server [--words 1000] [--edits 50]

Each edit is made when the editor has seen what was found in the text before; the time that the server waits for the
next key is part of it.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

ARTICLES = Path(__file__).parent / "articles"
_HEAD = """---
title: Ferry stops at Tarrow
author: Mara Oduya
date: 2026-05-03
description: The ferry stops at Tarrow on Sunday.
---

"""
LIMIT = 0.2  # seconds, for an article of 1,000 words


def article_of(words: int) -> str:
    """Return an article in Markdown of about so many words, made of those that the benchmarks read."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.rglob("*.md"))]
    bodies = [text.split("\n---\n", 1)[-1] for text in texts]
    paragraphs = [part for body in bodies for part in body.split("\n\n") if part.strip()]
    made: list[str] = []
    count = 0
    while count < words:
        for part in paragraphs:
            made.append(part)
            count += len(part.split())
            if count >= words:
                break
    return _HEAD + "\n\n".join(made) + "\n"


class Editor:
    """An editor with one open document, and the times that it waited."""

    def __init__(self, text: str, folder: Path) -> None:
        self.text = text
        self.uri = (folder / "article.md").as_uri()
        self.version = 0
        self.waited: dict[str, list[float]] = {}
        self.client = LanguageClient("benchmark", "1")
        self._news: asyncio.Queue[int | None] = asyncio.Queue()
        take: Callable[[types.PublishDiagnosticsParams], None] = lambda told: self._news.put_nowait(told.version)  # noqa: E731
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(take)

    async def begin(self, folder: Path) -> None:
        """Start the server and open the document."""
        began = time.perf_counter()
        await self.client.start_io(sys.executable, "-m", "newslint", "lsp")
        await self.client.initialize_async(types.InitializeParams(types.ClientCapabilities(), root_uri=folder.as_uri()))
        self.client.initialized(types.InitializedParams())
        self.version = 1
        item = types.TextDocumentItem(self.uri, "markdown", 1, self.text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await self._until(began, "start and first findings")

    async def edit(self, word: str) -> None:
        """Write a word at the end, and ask for actions and the outline."""
        self.text += word
        self.version += 1
        identity = types.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri)
        change = types.TextDocumentContentChangeWholeDocument(self.text)
        began = time.perf_counter()
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identity, [change]))
        await self._until(began, "key to findings")
        document = types.TextDocumentIdentifier(self.uri)
        began = time.perf_counter()
        await self.client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
        self._note("outline", began)
        place = types.Position(self.text.count("\n"), 0)
        asked = types.CodeActionParams(document, types.Range(place, place), types.CodeActionContext([]))
        began = time.perf_counter()
        await self.client.text_document_code_action_async(asked)
        self._note("actions", began)

    async def end(self) -> None:
        """Take leave."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()  # type: ignore[no-untyped-call]

    async def _until(self, began: float, what: str) -> None:
        while await self._news.get() != self.version:
            pass
        self._note(what, began)

    def _note(self, what: str, began: float) -> None:
        self.waited.setdefault(what, []).append(time.perf_counter() - began)


async def measure(words: int, edits: int) -> dict[str, list[float]]:
    """Return the seconds that an editor waited, by what for."""
    with tempfile.TemporaryDirectory() as name:
        editor = Editor(article_of(words), Path(name))
        await editor.begin(Path(name))
        for number in range(edits):
            await editor.edit(f"{'the the ' if number % 10 == 0 else ''}ferry{number} ")
        await editor.end()
    editor.waited["CPU of the server, an edit"] = [resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime / edits]
    return editor.waited


def lines_of(waited: dict[str, list[float]]) -> Iterator[str]:
    """Yield the table of what was waited for."""
    yield "| waited for | times | median ms | 95 % ms | longest ms |"
    yield "| --- | --- | --- | --- | --- |"
    for what, times in waited.items():
        ordered = sorted(times)
        late = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
        figures = " | ".join(f"{1000 * value:.0f}" for value in (statistics.median(ordered), late, ordered[-1]))
        yield f"| {what} | {len(times)} | {figures} |"


def main() -> int:
    """Print the table; the status is 1 where findings come too late."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--words", type=int, default=1000)
    parser.add_argument("--edits", type=int, default=50)
    options = parser.parse_args()
    waited = asyncio.run(measure(options.words, options.edits))
    print("\n".join(lines_of(waited)))
    return int(statistics.median(waited["key to findings"]) > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
