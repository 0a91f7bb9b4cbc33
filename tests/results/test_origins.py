"""What newslint is made of is known by its own list of files, or by the files themselves."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint import __version__
from newslint.results import origins

RECORD = "newslint/a.py,sha256=one,10\nnewslint/b.txt,sha256=two,20\nother.py,sha256=three,5\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for packages, in which newslint is, that is searched first."""
    (tmp_path / "newslint" / "inner").mkdir(parents=True)
    (tmp_path / "newslint" / "a.py").write_text("1\n", encoding="utf-8")
    (tmp_path / "newslint" / "inner" / "b.txt").write_text("2\n", encoding="utf-8")
    monkeypatch.setattr(origins, "_PACKAGE", tmp_path / "newslint")
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def made_by() -> tuple[str, ...]:
    origins.made_by.cache_clear()
    try:
        return origins.made_by()
    finally:
        origins.made_by.cache_clear()


def install(place: Path, record: str) -> None:
    folder = place / f"newslint-{__version__}.dist-info"
    folder.mkdir(exist_ok=True)
    (folder / "RECORD").write_text(record, encoding="utf-8")


@pytest.mark.parametrize(
    ("record", "is_same"),
    [
        (RECORD.replace("=one", "=other"), False),
        (RECORD.replace("newslint/b.txt", "newslint/c.txt"), False),
        (RECORD.replace("=three", "=other"), True),
        (RECORD + "newslint/__pycache__/a.cpython-311.pyc,,\n../../bin/newslint,sha256=four,200\n", True),
        ("\n".join(reversed(RECORD.splitlines())), True),
    ],
)
def test_an_installed_newslint_is_known_by_its_record(place: Path, record: str, is_same: bool) -> None:
    install(place, RECORD)
    before = made_by()
    install(place, record)
    assert (made_by() == before) is is_same


def write(name: str, text: str) -> Callable[[Path], object]:
    return lambda place: (place / "newslint" / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "is_same"),
    [
        (write("a.py", "one\n"), False),
        (write("inner/b.txt", "two\n"), False),
        (write("inner/c.tsv", "\n"), False),
        (lambda place: (place / "newslint" / "a.py").rename(place / "newslint" / "c.py"), False),
        (write("notes.md", "\n"), True),
        (lambda place: (place / "newslint" / "__pycache__").mkdir(), True),
    ],
)
def test_a_source_tree_is_known_by_its_files(place: Path, change: Callable[[Path], object], is_same: bool) -> None:
    before = made_by()
    change(place)
    assert (made_by() == before) is is_same


@pytest.mark.parametrize("record", ["", "other.py,sha256=three,5\n"])
def test_a_record_that_lists_nothing_of_newslint_is_not_believed(place: Path, record: str) -> None:
    before = made_by()
    install(place, record)
    assert made_by() == before
    write("a.py", "one\n")(place)
    assert made_by() != before


@pytest.mark.parametrize("name", ["pyromark-99.dist-info", "PyYAML-99.egg-info", "pyahocorasick-99.dist-info"])
def test_another_version_of_a_library_shows(place: Path, name: str) -> None:
    before = made_by()
    (place / name).mkdir()
    assert made_by() != before


def test_places_that_are_no_folders_are_passed_over(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = made_by()
    monkeypatch.setattr(sys, "path", [*sys.path, str(place / "nowhere"), str(place / "newslint" / "a.py")])
    assert made_by() == before
