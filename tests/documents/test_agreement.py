"""The same text is judged alike, whether it comes as Markdown or from a word processor."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.documents.made import WRITERS, items_of, markdown_of

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
    items = items_of(linter.parse(decode(path.read_bytes(), path.as_posix())))
    sources = {"md": decode(markdown_of(items).encode(), "story.md")}
    sources |= {suffix: decode_raw(write(items), f"story.{suffix}") for suffix, write in WRITERS.items()}
    found = {
        suffix: Counter(
            (one.rule, str(one.severity), re.sub(r"(on line|in paragraph) [0-9]+", "", one.message))
            for one in linter.lint(source).diagnostics
        )
        for suffix, source in sources.items()
    }
    for suffix in WRITERS:
        assert found[suffix] == found["md"], suffix
