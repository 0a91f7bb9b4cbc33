"""A client opens an article, writes, asks, mends, excuses and leaves; nothing that it is told is of another text."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path

import pytest
from lsprotocol import types
from tests.language_clients import editing, wishes

from newslint.diagnostics import Severity
from newslint.languageserver.documents import Outcome

ARTICLE = """---
title: Ferry stops at Tarrow
author: Mara Oduya
date: 2026-05-03
description: The ferry stops at Tarrow on Sunday.
---

😀 On Sunday it was the the boat that sailed, and the board won.

## What follows 😀

The board meets on 8 May 2026 in Tarrow, and it is the the last time.

### The price

It is high.
"""
FAULT = "clarity/doubled-word"
EXCUSE = "the reason is yours to write"


def codes(found: list[types.Diagnostic]) -> list[str]:
    return [str(one.code) for one in found]


def test_an_article_is_opened_mended_excused_and_closed(tmp_path: Path) -> None:
    uri = (tmp_path / "a.md").as_uri()

    async def journey() -> None:
        async with editing(tmp_path) as editor:
            editor.open(uri, ARTICLE)
            first, second = [one for one in await editor.told(uri, 1) if one.code == FAULT]
            # Units of UTF-16: the emoji counts two.
            assert first.range == types.Range(types.Position(7, 20), types.Position(7, 27))
            assert "Delete one" in first.message
            assert first.source == "newslint"

            hover = await editor.hover(uri, 7, 21)
            assert hover
            assert isinstance(hover.contents, types.MarkupContent)
            assert f"`{FAULT}`" in hover.contents.value
            assert hover.range == first.range
            assert await editor.hover(uri, 7, 3) is None

            offered = await editor.actions(uri, first.range)
            fix = next(one for one in offered if one.title.startswith("Fix"))
            assert [*(fix.diagnostics or ())] == [first]
            mended = editor.apply(uri, fix)
            assert mended == ARTICLE.replace("was the the", "was the")
            editor.change(uri, mended)
            (left,) = [one for one in await editor.told(uri, 2) if one.code == FAULT]
            assert left.range.start.line == second.range.start.line

            excuse = next(one for one in await editor.actions(uri, left.range) if EXCUSE in one.title)
            editor.change(uri, editor.apply(uri, excuse))
            assert codes(await editor.told(uri, 3)) == ["suppressions/missing-reason"]

            editor.close(uri)
            assert await editor.told(uri, None) == []
            assert editor.messages == []

    asyncio.run(journey())


def test_safe_fixes_come_first_and_unsafe_ones_say_so(tmp_path: Path) -> None:
    uri = (tmp_path / "a.md").as_uri()
    text = ARTICLE.replace("The board meets", "Tarrowâ€™s board meets")

    async def journey() -> None:
        async with editing(tmp_path) as editor:
            editor.open(uri, text)
            await editor.told(uri, 1)
            line = text.partition("Tarrowâ")[0].count("\n")
            whole = types.Range(types.Position(line, 0), types.Position(line, 90))
            offered = [one for one in await editor.actions(uri, whole) if one.title.startswith("Fix")]
            assert [bool(one.is_preferred) for one in offered] == sorted(
                (bool(one.is_preferred) for one in offered), reverse=True
            )
            assert offered[0].is_preferred
            assert "unsafe" in offered[-1].title
            (every,) = await editor.actions(uri, whole, ["source.fixAll"])
            assert editor.apply(uri, every) == text.replace("Tarrowâ€™s", "Tarrow’s")
            assert await editor.actions(uri, whole, ["refactor"]) == []

    asyncio.run(journey())


def test_the_outline_is_that_of_the_article(tmp_path: Path) -> None:
    uri = (tmp_path / "a.md").as_uri()

    async def journey() -> None:
        async with editing(tmp_path) as editor:
            editor.open(uri, ARTICLE)
            symbols = await editor.symbols(uri)
            assert [(one.name, one.detail) for one in symbols][:2] == [
                ("Ferry stops at Tarrow", "headline"),
                ("Mara Oduya", "byline"),
            ]
            section = symbols[-1]
            assert section.name == "What follows 😀"
            assert section.selection_range == types.Range(types.Position(9, 3), types.Position(9, 18))
            assert [one.name for one in section.children or ()] == ["The price"]

    asyncio.run(journey())


def test_five_hundred_edits_leave_no_stale_finding_and_nothing_behind(tmp_path: Path) -> None:
    uri = (tmp_path / "a.txt").as_uri()
    texts = {number + 2: f"Ferry {'the the ' * (number % 3)}stops.\n" for number in range(500)}

    async def journey() -> None:
        async with editing(tmp_path, wishes(select=(FAULT,))) as editor:
            editor.open(uri, "Ferry stops.\n", "plaintext")
            await editor.told(uri, 1)
            before = len(asyncio.all_tasks())
            for version, text in texts.items():
                assert editor.change(uri, text) == version
                if version % 50 == 0:
                    await asyncio.sleep(0.06)
            last = max(texts)
            assert len(await editor.told(uri, last)) == bool(last % 3 != 2)
            versions = [one.version or 0 for one in editor.published]
            assert versions == sorted(set(versions))
            for one in editor.published[1:]:
                assert bool(one.diagnostics) == ("the the" in texts[one.version or 0])
            assert 2 <= len(versions) < 300  # most of the texts were gone before anybody looked
            editor.close(uri)
            await editor.told(uri, None)
            await asyncio.sleep(0.1)
            assert len(asyncio.all_tasks()) <= before
            assert editor.server.session.worker.waiting == 0
            assert not editor.server.session.documents
        gc.collect()
        assert not any(isinstance(one, Outcome) for one in gc.get_objects())

    asyncio.run(journey())


def test_a_question_is_answered_before_many_documents_are_linted(tmp_path: Path) -> None:
    uris = [(tmp_path / f"{number}.md").as_uri() for number in range(60)]

    async def journey() -> None:
        async with editing(tmp_path, wishes(select=(FAULT,))) as editor:
            for uri in uris:
                editor.open(uri, ARTICLE)
            assert await editor.hover(uris[0], 7, 21) is not None
            assert editor.server.session.worker.waiting > 30
            await asyncio.gather(*(editor.told(uri, 1) for uri in uris))
            assert len(editor.published) == len(uris)

    asyncio.run(journey())


@pytest.mark.parametrize("kind", ["utf-8", "utf-16", "utf-32"])
def test_the_encoding_of_positions_is_agreed_upon(tmp_path: Path, kind: str) -> None:
    uri = (tmp_path / "a.md").as_uri()
    offered = [types.PositionEncodingKind(kind)]
    capabilities = types.ClientCapabilities(general=types.GeneralClientCapabilities(position_encodings=offered))

    async def journey() -> None:
        async with editing(tmp_path, wishes(select=(FAULT,)), capabilities) as editor:
            editor.open(uri, ARTICLE)
            first = (await editor.told(uri, 1))[0]
            line = ARTICLE.split("\n")[7]
            codec, width = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[kind]
            before = line[: line.index("the the")].encode(codec)
            assert first.range.start.character == len(before) // width

    asyncio.run(journey())


def test_a_text_that_was_never_saved_is_read_as_the_client_calls_it(tmp_path: Path) -> None:
    async def journey() -> None:
        async with editing(tmp_path, wishes(Severity.ERROR)) as editor:
            editor.open("untitled:Untitled-1", "<h1>Ferry stops</h1><p>Lorem ipsum dolor sit amet.</p>", "html")
            assert "hygiene/tk-or-lorem" in codes(await editor.told("untitled:Untitled-1", 1))

    asyncio.run(journey())
