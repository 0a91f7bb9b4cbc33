"""What is made of the shipped rules is kept beside a source tree's bytecode, for these rules and this code only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newslint.rules import beside, folders


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A source tree of newslint with one rule and one module that reads it."""
    package = tmp_path / "src" / "newslint"
    for folder in (package / "rules", tmp_path / "rules" / "search", tmp_path / "profiles"):
        folder.mkdir(parents=True)
    (tmp_path / "rules" / "search" / "a.yaml").write_text("title: A\n", encoding="utf-8")
    (package / "rules" / "reading.py").write_text("# reads rules\n", encoding="utf-8")
    monkeypatch.setattr(folders, "_PACKAGE", package)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    folders.made_from.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    folders.made_from.cache_clear()


def _maker(made: list[int]) -> Callable[[], dict[str, int]]:
    def make() -> dict[str, int]:
        made.append(1)
        return {"rules": len(made)}

    return make


def _kept(tree: Path) -> Path:
    return next((tree / "src" / "newslint" / "__pycache__").glob("rules.*.bin"))


def test_it_is_made_once(tree: Path) -> None:
    made: list[int] = []
    assert beside.made_once("rules", _maker(made)) == beside.made_once("rules", _maker(made)) == {"rules": 1}
    assert [file.name for file in _kept(tree).parent.iterdir()] == [_kept(tree).name]


@pytest.mark.parametrize("changed", ["rules/search/a.yaml", "src/newslint/rules/reading.py", "profiles/news.yaml"])
def test_it_is_made_anew_when_what_it_is_made_from_changes(tree: Path, changed: str) -> None:
    made: list[int] = []
    beside.made_once("rules", _maker(made))
    (tree / changed).write_text("title: B\n", encoding="utf-8")
    assert beside.made_once("rules", _maker(made)) == {"rules": 2}


@pytest.mark.parametrize("place", [0, 40, -1])
def test_what_is_damaged_is_made_anew(tree: Path, place: int) -> None:
    made: list[int] = []
    beside.made_once("rules", _maker(made))
    data = bytearray(_kept(tree).read_bytes())
    data[place] ^= 1
    _kept(tree).write_bytes(bytes(data))
    assert beside.made_once("rules", _maker(made)) == {"rules": 2}


def test_where_no_bytecode_is_written_nothing_is_kept(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert beside.made_once("rules", _maker([])) == {"rules": 1}
    assert not (tree / "src" / "newslint" / "__pycache__").exists()


def test_a_folder_that_cannot_be_written_to_is_no_fault(tree: Path) -> None:
    (tree / "src" / "newslint" / "__pycache__").write_text("no folder", encoding="utf-8")
    assert beside.made_once("rules", _maker([])) == {"rules": 1}


def test_a_package_that_is_installed_keeps_nothing(tree: Path) -> None:
    (tree / "src" / "newslint" / "_bundled" / "rules").mkdir(parents=True)
    folders.made_from.cache_clear()
    assert beside.made_once("rules", _maker([])) == {"rules": 1}
    assert not (tree / "src" / "newslint" / "__pycache__").exists()
