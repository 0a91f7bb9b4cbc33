"""The same text is judged alike, whether it comes as Markdown or from a word processor."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.documents.made import WRITERS, Item, items_of, markdown_of

from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import decode, decode_raw

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".md", ".html", ".txt"))


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load_settings(None), RunOptions(date(2026, 11, 27), profile="news"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_judged_alike_in_all_formats(path: Path, linter: Linter) -> None:
    _agree(linter, items_of(linter.parse(decode(path.read_bytes(), path.as_posix()))))


def test_tables_and_pictures_are_judged_alike(linter: Linter) -> None:
    items = [
        Item("title", (("Ferry stops at Tarrow", ""),)),
        Item("paragraph", (("By Mara Oduya", ""),), picture=("ferry.png", "A ferry at the pier of Tarrow")),
        Item("paragraph", (("The ferry sails at noon, the harbour office said.", ""),), picture=("a.png", None)),
        Item("table-row", (), cells=("Year", "Boats", "Remarks")),
        Item("table-row", (), cells=("2024", "12", "TK")),
        Item("table-row", (), cells=("2025", "", "the the ferry")),
        Item("paragraph", (("At the end of the day, insiders believe that it is over.", ""),), is_strong=True),
    ]
    found = _agree(linter, items)
    assert {"images/alt-missing", "hygiene/tk-or-lorem"} <= {rule for rule, _, _ in found}


def _agree(linter: Linter, items: list[Item]) -> Counter[tuple[str, str, str]]:
    """Hold the findings of all formats to those of Markdown, which are returned."""
    sources = {"md": decode(markdown_of(items).encode(), "story.md")}
    sources |= {suffix: decode_raw(write(items), f"story.{suffix}") for suffix, write in WRITERS.items()}
    found = {
        suffix: Counter(
            (
                one.rule,
                str(one.severity),
                re.sub(r"(on line|in paragraph) [0-9]+", "", one.message).replace("picture", "a.png"),
            )
            for one in linter.lint(source).diagnostics
        )
        for suffix, source in sources.items()
    }
    for suffix in WRITERS:
        assert found[suffix] == found["md"], suffix
    return found["md"]
