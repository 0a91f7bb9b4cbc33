"""`newslint clean` takes away what is kept, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.cli import main

KEEPS_RESULTS = True


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_is_kept_is_taken_away_and_other_files_stay(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    private = cache / "private"
    private.mkdir(parents=True)
    (cache / "own.txt").write_text("stays", encoding="utf-8")
    (private / "folder").mkdir()
    (private / "results-01").write_bytes(bytes(1_500_000))
    (private / "settings-x").write_bytes(bytes(500_000))
    assert main(["clean"]) == 0
    assert capsys.readouterr().out == f"{cache}: 2 files taken away, 2.0 MB.\n"
    assert sorted(path.name for path in cache.rglob("*")) == ["folder", "own.txt", "private"]
    assert main(["clean"]) == 0
    assert capsys.readouterr().out == f"{cache}: empty.\n"


def test_where_nothing_is_kept_that_is_said(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean"]) == 0
    assert capsys.readouterr().out == f"{cache}: empty.\n"


@pytest.mark.skipif(os.name == "nt", reason="what POSIX has")
def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("NEWSLINT_CACHE_DIR", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, "")
    assert main(["clean"]) == 0
    assert capsys.readouterr().out == "There is no home folder, so nothing is kept.\n"


def test_a_link_in_place_of_the_folder_is_left_alone(
    cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cache.mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "file").write_text("stays", encoding="utf-8")
    (cache / "private").symlink_to(tmp_path / "other")
    assert main(["clean"]) == 0
    assert (tmp_path / "other" / "file").exists()


def test_what_cannot_be_taken_away_is_told(
    cache: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> tuple[int, int]:
        raise PermissionError(13, "Permission denied")

    # The command's own name for it: it is imported by the command when that is first run.
    monkeypatch.setattr("newslint.cli.clean.clear", refuse)
    assert main(["clean"]) == 2
    assert "Permission denied" in capsys.readouterr().err
