"""Patterns that are kept are the patterns that `re` compiles, and what is damaged or foreign is never used."""

from __future__ import annotations

import marshal
import re
import sys
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pattern_uses import all_patterns

from newslint.patterns import bytecode, shelf

ASKED: list[tuple[str | bytes, int]] = [
    (r"(?P<word>\w+)\s*(?P<rest>[à-ÿ]+)?", re.IGNORECASE),
    (rb"b+", 0),
    ("[\u0400-\u04ff]{2,}|x(y)", re.VERBOSE),
]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that has a folder for bytecode and nothing in it yet."""
    (tmp_path / "__pycache__").mkdir()
    monkeypatch.setattr(bytecode, "_PACKAGE", str(tmp_path))
    monkeypatch.setattr(bytecode, "_store", None)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return tmp_path


def _begin_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bytecode, "_store", None)


def _kept(package: Path) -> list[Path]:
    return list((package / "__pycache__").iterdir())


def test_every_shipped_pattern_is_kept_as_it_is_compiled(tmp_path: Path) -> None:
    file = tmp_path / "patterns.bin"
    # A process of its own lists them: other tests of this one may have made patterns that are not valid.
    asked = {(made.text, made.flags) for made in all_patterns()}
    file.write_bytes(bytecode.write(asked))
    kept = bytecode.read(str(file))
    assert asked == kept.keys()
    for (text, flags), entry in kept.items():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            expected = re.compile(text, flags)
        # Two patterns are equal if their flags and their code are.
        assert bytecode._revive(text, entry) == expected
        assert bytecode._revive(text, entry).groupindex == expected.groupindex  # type: ignore[union-attr]


@pytest.mark.parametrize(("text", "flags"), ASKED)
def test_a_pattern_that_is_saved_is_not_compiled_again(
    package: Path, monkeypatch: pytest.MonkeyPatch, text: str | bytes, flags: int
) -> None:
    expected = bytecode.compiled(text, flags)
    bytecode.save()
    _begin_anew(monkeypatch)
    with monkeypatch.context() as context:
        context.setattr(re, "compile", None)
        assert bytecode.compiled(text, flags) == expected
    bytecode.save()
    assert len(_kept(package)) == 1


def test_what_is_not_valid_raises_as_ever_and_is_not_kept(package: Path) -> None:
    with pytest.raises(re.error):
        bytecode.compiled("(", 0)
    bytecode.compiled("a", 0)
    bytecode.save()
    assert set(bytecode.read(str(_kept(package)[0]))) == {("a", 0)}


@pytest.mark.parametrize(("name", "value"), [("dont_write_bytecode", True), ("pycache_prefix", "elsewhere")])
def test_it_is_kept_only_where_python_keeps_bytecode(
    package: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    monkeypatch.setattr(sys, name, value)
    bytecode.compiled("a", 0)
    bytecode.save()
    assert _kept(package) == []


def test_a_folder_that_is_not_there_is_no_fault(package: Path) -> None:
    (package / "__pycache__").rmdir()
    assert bytecode.compiled("a", 0).search("a")
    bytecode.save()
    assert not (package / "__pycache__").exists()


@given(place=st.integers(0, 10_000), change=st.integers(1, 255))
def test_a_file_with_a_byte_changed_is_not_used(
    tmp_path_factory: pytest.TempPathFactory, place: int, change: int
) -> None:
    content = bytearray(bytecode.write(ASKED))
    content[place % len(content)] ^= change
    file = tmp_path_factory.getbasetemp() / "damaged.bin"
    file.write_bytes(content)
    whole = tmp_path_factory.getbasetemp() / "whole.bin"
    whole.write_bytes(bytecode.write(ASKED))
    kept, left = bytecode.read(str(whole)), bytecode.read(str(file))
    assert len(left) < len(kept)
    assert left.items() <= kept.items()


@pytest.mark.parametrize("length", [0, 4, 8, 9, 40])
def test_a_file_that_is_cut_off_is_not_used(tmp_path: Path, length: int) -> None:
    file = tmp_path / "cut.bin"
    file.write_bytes(bytecode.write(ASKED)[:length])
    assert bytecode.read(str(file)) == {}


def test_the_file_of_another_interpreter_is_not_used(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bytecode.compiled("a", 0)
    bytecode.save()
    monkeypatch.setattr(sys, "hexversion", sys.hexversion + 1)
    assert bytecode.read(str(_kept(package)[0])) == {}
    assert bytecode.kept_file() != str(_kept(package)[0])


@pytest.mark.parametrize(
    "entry", [((0, b"\x00" * 8, 0, {}, (None,)), None), ((0, b"abc", 0, {}, (None,)), None), (), None]
)
def test_code_that_the_interpreter_refuses_is_compiled_anew(package: Path, entry: object) -> None:
    bytecode.compiled("first", 0)
    assert bytecode._store is not None
    piece = marshal.dumps((("a+", 0), entry))  # type: ignore[arg-type]
    (package / "__pycache__" / "other").write_bytes(
        shelf.write_shelf({bytecode._number("a+", 0): piece}, bytecode._identity())
    )
    bytecode._store.kept = shelf.Shelf(str(package / "__pycache__" / "other"), bytecode._identity())
    assert bytecode.compiled("a+", 0) == re.compile("a+")
