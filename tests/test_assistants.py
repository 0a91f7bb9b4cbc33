"""An assistant has a text judged, a rule explained, and is told who speaks; mistakes are told in words."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from typing import Any

import pytest
from mcp.client.client import Client

from newslint.assistants import Assistant, make_server
from newslint.cli import main

ARTICLE = """---
title: Ferry stops at Tarrow
author: Mara Oduya
date: 2026-05-03
description: The ferry stops at Tarrow on Sunday.
---

“Nobody told us,” said Ben Doe, the harbour master. It was the the last boat.
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant(None, {"select": ["clarity", "hygiene"]}, date(2026, 5, 4))


def ask(assistant: Assistant, tool: str, **arguments: Any) -> Any:
    """Call a tool over the protocol, and return what it says: data, or a text of a mistake."""

    async def call() -> Any:
        async with Client(make_server(assistant)) as client:
            return await client.call_tool(tool, arguments)

    result = asyncio.run(call())
    text = result.content[0].text
    if result.is_error:
        return f"refused: {text}"
    return json.loads(text) if text.startswith("{") else text


def test_there_are_three_tools_that_say_what_they_do(assistant: Assistant) -> None:
    async def call() -> Any:
        async with Client(make_server(assistant)) as client:
            return await client.list_tools()

    tools = asyncio.run(call()).tools
    assert [tool.name for tool in tools] == ["lint", "explain", "who_speaks"]
    assert all(tool.description for tool in tools)
    assert set(tools[0].input_schema["properties"]) == {"text", "format", "profile", "min_severity", "path"}


def test_a_text_is_judged_with_places_and_remedies(assistant: Assistant) -> None:
    told = ask(assistant, "lint", text=ARTICLE)
    assert (told["may_be_published"], told["errors"], told["judged_as_of"]) == (False, 1, "2026-05-04")
    (found,) = told["findings"]
    start, end = found["span"]["start"]["offset"], found["span"]["end"]["offset"]
    assert ARTICLE[start:end] == "the the"
    assert found["remedy"] == "Delete one of them."
    assert ask(assistant, "lint", text=ARTICLE.replace("the the", "the"))["may_be_published"]


def test_a_rule_is_explained_with_its_sources(assistant: Assistant) -> None:
    told = ask(assistant, "explain", rule="clarity/doubled-word")
    assert told.startswith("# clarity/doubled-word: ")
    assert all(f"{part}: " in told for part in ("Rationale", "Remedy", "Limits", "Fix"))
    assert "Sources:" in told
    assert "suppression" in ask(assistant, "explain", rule="suppressions/unused")


def test_who_speaks_is_told_in_the_order_of_the_text(assistant: Assistant) -> None:
    stretches = ask(assistant, "who_speaks", text=ARTICLE)["stretches"]
    assert [(one["voice"], one["line"]) for one in stretches] == [("Ben Doe, the harbour master", 8), ("own voice", 8)]
    assert "Nobody told us" in stretches[0]["text"]


@pytest.mark.parametrize(
    ("tool", "arguments", "says"),
    [
        ("explain", {"rule": "clarity/doubled-wrod"}, "Did you mean `clarity/doubled-word`?"),
        ("lint", {"text": "A", "format": "markdwon"}, "Did you mean `markdown`?"),
        ("lint", {"text": "A", "profile": "newz"}, "news"),
        ("who_speaks", {"text": "A", "format": "pdf"}, "Use one of"),
    ],
)
def test_a_mistake_is_answered_in_words(assistant: Assistant, tool: str, arguments: dict[str, str], says: str) -> None:
    told = ask(assistant, tool, **arguments)
    assert told.startswith("refused: ")
    assert says in told
    assert "Traceback" not in told


def test_no_text_is_fatal(assistant: Assistant) -> None:
    for text in ("", "\0", "\ud800", "---\n: [\n", "<" * 500):
        assert "findings" in ask(assistant, "lint", text=text)


def test_without_its_library_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("newslint.cli.mcp.find_spec", lambda name: None)
    assert main(["mcp"]) == 2
    assert capsys.readouterr().err == "newslint: mcp: `mcp` is not installed. Run: pip install 'newslint[mcp]'\n"
