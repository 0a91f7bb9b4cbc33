"""What newslint cannot do ends with status 2 and a message that names input, cause and way out, never a traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.cli import main

GOOD = """---
title: Harbour bridge closes for repairs
author: Ana Roe
date: 2026-05-03
summary: The bridge over the Lune closes for six weeks.
---

The bridge closes on Monday, the [port authority](https://loam.example/port) said.
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    try:
        status = main(arguments)
    except SystemExit as end:
        status = int(end.code or 0)
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err
    return status, printed.out, printed.err


CASES: dict[str, tuple[str | None, list[str], tuple[str, ...]]] = {
    "wrong rule in --select": (
        None,
        ["good.md", "--select", "structure/mising-byline"],
        ("--select", "no rule", "Did you mean `structure/missing-byline`"),
    ),
    "wrong rule in --ignore": (None, ["good.md", "--ignore", "structur"], ("--ignore", "no rule", "`structure`")),
    "wrong rule to explain": (None, ["explain", "missing-bylin"], ("no rule `missing-bylin`", "Did you mean")),
    "wrong rule in configuration": (
        "rules:\n  structure/missing-bylne: off\n",
        ["good.md"],
        ("newslint.yaml:2", "no rule", "`structure/missing-byline`"),
    ),
    "unknown key in configuration": (
        "profil: news\n",
        ["good.md"],
        ("newslint.yaml:1", "unknown key `profil`", "`profile`"),
    ),
    "unknown key in an override": (
        "overrides:\n  - files: a\n    profil: news\n",
        ["good.md"],
        ("newslint.yaml:3", "profil", "`profile`"),
    ),
    "wrong value in configuration": ("fail_on: sometimes\n", ["good.md"], ("newslint.yaml:1", "fail_on", "sometimes")),
    "configuration is not YAML": ("rules: [\n", ["good.md"], ("newslint.yaml", "not valid YAML")),
    "unknown profile": (None, ["good.md", "--profile", "newz"], ("--profile", "newz", "`news`")),
    "unknown profile in configuration": ("profile: newz\n", ["good.md"], ("newslint.yaml", "newz", "`news`")),
    "unknown option of a rule": (
        "rules:\n  clarity/long-sentence: {options: {max_wrds: 4}}\n",
        ["good.md"],
        ("clarity/long-sentence", "max_wrds", "`max_words`"),
    ),
    "wrong option value of a rule": (
        "rules:\n  clarity/long-sentence: {options: {max_words: many}}\n",
        ["good.md"],
        ("clarity/long-sentence", "max_words"),
    ),
    "circle of extends": (
        "extends: newslint.yaml\n",
        ["good.md"],
        ("newslint.yaml", "circular", "newslint.yaml → newslint.yaml"),
    ),
    "missing configuration": (None, ["good.md", "--config", "gone.yaml"], ("gone.yaml", "no such", "--config")),
    "unknown word list": ("lexicons: {verbs: ['t : minute']}\n", ["good.md"], ("lexicons", "`verbs`", "cues")),
    "missing folder of rules": ("rule_folders: [house]\n", ["good.md"], ("newslint.yaml", "`house`", "folder")),
    "missing file": (None, ["god.md"], ("god.md", "good.md")),
    "no path": (None, ["check"], ("no path", "standard input")),
    "folder without articles": (None, ["empty"], ("empty", "no ")),
    "nothing selected": (
        None,
        ["good.md", "--select", "clarity/cliche", "--ignore", "clarity"],
        ("nothing to check", "Select"),
    ),
    "everything switched off": (None, ["good.md", "--ignore", "FAMILIES"], ("nothing to check",)),
    "wrong date": (None, ["good.md", "--today", "soon"], ("soon", "YYYY-MM-DD")),
    "wrong jobs": (None, ["good.md", "--jobs", "none"], ("'none'", "1 or more")),
    "wrong format": (None, ["good.md", "--format", "xml"], ("xml", "sarif")),
    "standard input among files": (None, ["-", "good.md"], ("standard input", "-")),
    "report cannot be written": (None, ["good.md", "--output", "no/where.txt"], ("no/where.txt", "cannot be written")),
    "missing rule file to test": (None, ["test", "hose"], ("hose", "no such", "house")),
}


APART = ("lists", "jurisdictions")  # folders beside those of the families


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told_with_status_2(name: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config, arguments, parts = CASES[name]
    (site / "empty").mkdir()
    if name == "missing rule file to test":
        (site / "house").mkdir()
    if config:
        (site / "newslint.yaml").write_text(config, encoding="utf-8")
    if "FAMILIES" in arguments:
        families = sorted(path.name for path in (Path(__file__).parents[2] / "rules").iterdir())
        arguments = [*arguments[:-1], ",".join(family for family in families if family not in APART)]
    status, _, told = run(arguments, capsys)
    assert status == 2
    for part in parts:
        assert part in told


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may read everything can read this file, too")
def test_an_unreadable_file_is_told_and_the_others_are_linted(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "shut.md").write_text(GOOD, encoding="utf-8")
    (site / "shut.md").chmod(0)
    status, _, told = run(["good.md", "shut.md"], capsys)
    assert status == 2
    assert "shut.md" in told
    assert "permission" in told.lower()


def test_a_file_that_vanishes_is_told_and_the_others_are_linted(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "dangling.md").symlink_to(site / "nowhere.md")
    (site / "bad.md").write_text("No headline here.\n", encoding="utf-8")
    status, out, told = run(["bad.md", "dangling.md", "--format", "concise"], capsys)
    assert status == 2
    assert "dangling.md" in told
    assert "bad.md" in out or "dangling.md" in told


def test_a_rule_that_crashes_is_one_diagnostic_and_the_run_goes_on(
    site: Path, capsys: pytest.CaptureFixture[str], replace_check: Callable[[str, Callable[..., Any]], None]
) -> None:
    def crash(article: object, scene: object, **options: object) -> list[object]:
        raise ValueError("no reason")

    replace_check("sentence-length", crash)
    (site / "bad.md").write_text("No headline here.\n", encoding="utf-8")
    status, out, _ = run(["bad.md", "--format", "concise", "--no-cache"], capsys)
    assert status == 2
    assert out.count("internal/rule-crash") == 1
    assert "clarity/long-sentence" in out
    assert "structure/missing-byline" in out
