"""Options that say what is shown, and how."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from newslint.cli import main

BAD = "# Harbour bridge closes for repairs\n\nThe bridge closes on Monday, TK said.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "news/b.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "news/c.png").write_bytes(b"\x89PNG")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    main([*words])
    return capsys.readouterr().out


def test_files_are_listed_and_not_checked(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "check", ".", "--show-files") == "news/a.md\nnews/b.txt\n"
    (site / "newslint.yaml").write_text("exclude: ['*.txt']\n", encoding="utf-8")
    assert shown(capsys, ".", "--show-files") == "news/a.md\n"
    assert main(["check", ".", "--show-files"]) == 0


@pytest.mark.parametrize(
    ("words", "variables", "is_coloured"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_is_as_asked_for(
    site: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    variables: dict[str, str],
    is_coloured: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in shown(capsys, "news/a.md", *words)) is is_coloured
    assert "\x1b[" not in shown(capsys, "news/a.md", *words, "--output", "told.txt")
    assert "\x1b[" not in (site / "told.txt").read_text(encoding="utf-8")


def test_rules_of_a_family_are_listed_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, "rules", "quotes", "hygiene/mojibake").splitlines()
    names = [line.split()[0] for line in lines[:-1]]
    assert "hygiene/mojibake" in names
    assert len(names) > 2
    assert all(name.startswith("quotes/") or name == "hygiene/mojibake" for name in names)
    assert lines[-1].startswith(f"{len(names)} rules, ")
    assert main(["rules", "quots"]) == 2
    assert "Did you mean `quotes`?" in capsys.readouterr().err


def test_an_auditor_gets_sources_limits_and_precision(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(shown(capsys, "rules", "--format", "csv"))))
    assert len(rows) == len(shown(capsys, "rules").splitlines()) - 1
    assert all(row["limits"] and row["sources"] and row["precision"] for row in rows)
    assert any("https://" in row["sources"] and "(verified)" in row["sources"] for row in rows)
    assert len(shown(capsys, "rules", "suppressions", "--format", "csv").splitlines()) > 1


def test_a_family_is_explained_by_its_rules(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(capsys, "explain", "quotes")
    for name in (row["id"] for row in csv.DictReader(io.StringIO(shown(capsys, "rules", "quotes", "--format", "csv")))):
        assert f"{name}: " in told
    assert "suppressions/unused: " in shown(capsys, "explain", "suppressions")
