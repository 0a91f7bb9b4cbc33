"""What a configuration says holds as soon as it is saved; what is wrong with it is told at its place."""

from __future__ import annotations

import asyncio
from pathlib import Path

from lsprotocol import types
from tests.language_clients import Editor, editing, wishes

FAULT = "clarity/doubled-word"
TEXT = "# Ferry stops\n\nIt was the the boat.\n"
RULE = """title: No boats
severity: error
message: “{phrase}” is not written here.
rationale: We write ship.
remedy: Write ship.
check: phrases
options: {phrases: [boat]}
limits: None.
sources: [{title: House, status: house}]
examples:
  bad: [{text: "It was the ⟦boat⟧."}, {text: "A ⟦boat⟧ came."}]
  good: [{text: It was the ship.}, {text: A ship came.}]
"""


def _changed(editor: Editor, path: Path, kind: types.FileChangeType = types.FileChangeType.Changed) -> None:
    event = types.FileEvent(path.as_uri(), kind)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))


def _codes(found: list[types.Diagnostic]) -> set[str]:
    return {str(one.code) for one in found}


def test_a_configuration_that_is_saved_holds_and_one_that_is_broken_is_told(tmp_path: Path) -> None:
    uri, config = (tmp_path / "a.md").as_uri(), tmp_path / "newslint.yaml"
    config.write_text("profile: blog\n", encoding="utf-8")

    async def journey() -> None:
        async with editing(tmp_path, wishes(select=(FAULT,))) as editor:
            editor.open(uri, TEXT)
            assert FAULT in _codes(await editor.until(uri, 1))
            assert types.WORKSPACE_DID_CHANGE_WATCHED_FILES in editor.watched

            config.write_text("profile: blog\nper_file_ignores:\n  a.md: [clarity]\n", encoding="utf-8")
            _changed(editor, config)
            assert await editor.until(uri, 2) == []

            config.write_text("profile: blog\nnonsense: 1\n", encoding="utf-8")
            _changed(editor, config)
            assert await editor.until(uri, 3) == []
            (told,) = await editor.until(config.as_uri(), 1)
            assert told.range.start.line == 1
            assert "nonsense" in told.message
            assert len(editor.messages) == 1

            config.write_text("profile: blog\n", encoding="utf-8")
            _changed(editor, config)
            assert FAULT in _codes(await editor.until(uri, 4))
            assert await editor.until(config.as_uri(), 2) == []

    asyncio.run(journey())


def test_house_rules_are_read_again_without_a_word_of_the_client(tmp_path: Path) -> None:
    first, second = ((tmp_path / name).as_uri() for name in ("a.md", "b.md"))
    (tmp_path / "newslint.yaml").write_text("rule_folders: [house]\n", encoding="utf-8")
    rule = tmp_path / "house" / "words" / "boat.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text(RULE, encoding="utf-8")

    async def journey() -> None:
        async with editing(tmp_path, wishes(select=("words",))) as editor:
            editor.server.session.linters._clock = lambda: 10.0 * len(editor.published)
            editor.open(first, TEXT)
            assert _codes(await editor.told(first, 1)) == {"words/boat"}
            editor.open(second, TEXT)
            await editor.told(second, 1)
            rule.write_text(RULE.replace("[boat]", "[galley]").replace("boat⟧", "galley⟧"), encoding="utf-8")
            editor.change(first, TEXT)
            assert await editor.told(first, 2) == []
            assert await editor.until(second, 2) == []  # which nobody touched

    asyncio.run(journey())


def test_what_a_configuration_excludes_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "newslint.yaml").write_text("exclude: [drafts]\n", encoding="utf-8")
    (tmp_path / "drafts").mkdir()
    uri = (tmp_path / "drafts" / "a.md").as_uri()

    async def journey() -> None:
        async with editing(tmp_path, wishes(select=(FAULT,))) as editor:
            editor.open(uri, TEXT)
            assert await editor.told(uri, 1) == []

    asyncio.run(journey())
