"""A file goes through a few rooms, each entered once; what they ask on the way is listed, and nothing else is asked."""

from __future__ import annotations

import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from types import FrameType

import pytest

import newslint
from newslint.batch import check
from newslint.diagnostics import Severity
from newslint.reporters import render
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings

PACKAGE = Path(newslint.__file__).parent
PAGE = Path(__file__).parents[1] / "docs" / "the-life-of-a-file.md"
ARTICLE = """---
title: Ferry stops at Tarrow
author: Mara Oduya
date: 2026-05-03
---

“Nobody told us,” said Ben Doe, the harbour master. Last week 40 people waited.

<!-- newslint: ignore[clarity/cliche] reason: a pun -->

At the end of the day, the [ferry](https://hallin.example/ferry) sailed.
"""
PAGES = {"md": ARTICLE, "txt": ARTICLE.partition("---\n\n")[2]}
PAGES["html"] = f"<html><head><title>Ferry stops</title></head><body><h1>Ferry stops</h1><p>{PAGES['txt']}</p></body>"


def _table(name: str) -> list[list[str]]:
    """Return the names in code of each row of a table of the page, cell by cell."""
    text = (
        PAGE.read_text(encoding="utf-8").partition(f"<!-- {name}: begin -->")[2].partition(f"<!-- {name}: end -->")[0]
    )
    rows = [line.split("|")[1:-1] for line in text.strip().splitlines()[2:]]
    return [[", ".join(re.findall(r"`([^`]+)`", cell)) for cell in row] for row in rows]


STATIONS = {row[1]: set(row[2].split(", ")) for row in _table("walk")}
ASKED = {room for row in _table("asked") for room in row[0].split(", ")}


class Walk:
    """Note which room each call enters: by which function, and from which room."""

    def __init__(self) -> None:
        self.entered: list[tuple[str, str, str | None]] = []
        self._stack: list[str | None] = []

    def note(self, frame: FrameType, event: str, argument: object) -> None:
        """Note one event of the profiler."""
        if event == "return" and self._stack:
            self._stack.pop()
        if event != "call":
            return
        room = _room_of(frame.f_code.co_filename)
        if room is not None and room not in self._stack and frame.f_code.co_name != "<module>":
            self.entered.append((room, frame.f_code.co_name, next(filter(None, reversed(self._stack)), None)))
        self._stack.append(room)


def _room_of(file: str) -> str | None:
    path = Path(file)
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py") if path.is_relative_to(PACKAGE) else None


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load_settings(None, keep=False), RunOptions(date(2026, 5, 4)))


@pytest.mark.parametrize("suffix", PAGES)
def test_a_file_enters_each_station_once_in_the_order_of_the_page(linter: Linter, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_text(PAGES[suffix], encoding="utf-8")
    check([path], linter)  # what is imported and built only once
    walk = Walk()
    sys.setprofile(walk.note)
    try:
        report = check([path], linter)
        render(report, "text", colour=False, width=80, quiet=False, statistics=False, fail_on=Severity.ERROR)
    finally:
        sys.setprofile(None)
    assert report.diagnostics
    stations = [(room, call) for room, call, _ in walk.entered if room in STATIONS]
    assert [room for room, _ in stations] == list(STATIONS), Counter(stations)
    assert all(call in STATIONS[room] for room, call in stations)
    assert {room for room, _, _ in walk.entered} <= {*STATIONS, *ASKED}


def test_the_page_names_every_room_that_a_file_can_meet() -> None:
    # A folder without code is what an older version left behind.
    rooms = {
        path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.suffix == ".py" or any(path.glob("*.py"))
    }
    outside = {"__init__", "__main__", "__pycache__", "py.typed"}
    outside |= {
        "adoption",
        "api",
        "archive",
        "assistants",
        "audit",
        "baseline",
        "blame",
        "changes",
        "cli",
        "desk",
        "discovery",
        "docgen",
        "fixes",
        "languageserver",
        "packing",
        "pages",
        "reported",
        "schemas",
        "testing",
        "vale",
    }
    shipped = {name for name in rooms if name.startswith("_")}
    assert {*STATIONS, *ASKED} == rooms - outside - shipped
