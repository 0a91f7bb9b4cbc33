"""Each option of `check` at work: what a run does with it, and does not do without it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.cli import main
from newslint.cli.arguments import build_parser

GOOD = """---
title: Harbour bridge closes for repairs
author: Ana Roe
date: 2026-05-03
summary: The bridge over the Lune closes for six weeks.
---

The bridge closes on Monday, the [port authority](https://loam.example/port) said.
"""
BAD = GOOD + "\nThe ferry to to Hallin runs.\n"
TRIAL = """title: Old name of the port
severity: error
preview: true
check: phrases
options: {phrases: [Hallin]}
message: “{phrase}” has a new name.
"""
DOUBLED = "clarity/doubled-word"


class Desk:
    """A folder with articles, and newslint at work in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.capsys, self.monkeypatch = folder, capsys, monkeypatch
        self.err = ""
        self.status = 0
        self.save("good.md", GOOD)
        self.save("bad.md", BAD)

    def save(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def run(self, *words: str) -> str:
        """Run `newslint check` and return what it printed."""
        self.capsys.readouterr()
        self.status = main(["check", *words])
        told = self.capsys.readouterr()
        self.err = told.err
        return told.out

    def rules(self, *words: str) -> list[str]:
        return [line.split()[2] for line in self.run(*words, "--format", "concise").splitlines()]

    def git(self, *words: str) -> None:
        command = ["git", "-c", "user.name=Ana", "-c", "user.email=ana@loam.example", *words]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    for name in (*(name for name in os.environ if name.startswith("GIT_")), "CI", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capsys, monkeypatch)


AT_WORK: dict[str, Callable[[Desk], None]] = {}


def option(name: str) -> Callable[[Callable[[Desk], None]], Callable[[Desk], None]]:
    def note(show: Callable[[Desk], None]) -> Callable[[Desk], None]:
        AT_WORK[name] = show
        return show

    return note


@option("--format")
def _format(desk: Desk) -> None:
    assert json.loads(desk.run("bad.md", "--format", "json"))["diagnostics"][0]["rule"] == DOUBLED
    assert desk.run("bad.md").startswith("bad.md\n")


@option("--output")
def _output(desk: Desk) -> None:
    shown = desk.run("bad.md", "--format", "concise")
    assert desk.run("bad.md", "--format", "concise", "--output", "told.txt") == ""
    assert (desk.folder / "told.txt").read_text(encoding="utf-8") == shown


@option("--stdin-filename")
def _stdin_filename(desk: Desk) -> None:
    def sent(*words: str) -> str:
        desk.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode()), encoding="utf-8"))
        return desk.run("-", "--format", "concise", *words)

    assert sent("--stdin-filename", "story.md").startswith(f"story.md:10:11: error {DOUBLED}")
    assert "story.md" not in sent()


@option("--config")
def _config(desk: Desk) -> None:
    desk.save("other/lax.yaml", f"rules: {{{DOUBLED}: off}}\n")
    desk.save("newslint.yaml", f"rules: {{{DOUBLED}: warning}}\n")
    assert "warning" in desk.run("bad.md", "--format", "concise")
    assert desk.rules("bad.md", "--config", "other/lax.yaml") == []


@option("--today")
def _today(desk: Desk) -> None:
    text = BAD.replace(
        "\nThe ferry", f"\n<!-- newslint: ignore[{DOUBLED}] reason: a song until: 2026-06-30 -->\nThe ferry"
    )
    desk.save("bad.md", text)
    assert desk.rules("bad.md", "--today", "2026-06-30") == []
    assert DOUBLED in desk.rules("bad.md", "--today", "2026-07-01")


@option("--no-cache")
def _no_cache(desk: Desk) -> None:
    cache = desk.folder / "cache"
    desk.monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(cache))
    desk.save("newslint.yaml", "profile: news\n")
    desk.run("bad.md", "--no-cache")
    assert not cache.exists()
    desk.run("bad.md")
    assert any(cache.iterdir())


@option("--profile")
def _profile(desk: Desk) -> None:
    bare = "# Harbour bridge closes\n\nThe bridge closes on Monday.\n"
    desk.save("bare.md", bare)
    assert "structure/required-section-missing" not in desk.rules("bare.md")
    assert "structure/required-section-missing" in desk.rules("bare.md", "--profile", "sponsored")


@option("--select")
def _select(desk: Desk) -> None:
    desk.save("bare.md", "# Harbour\n\nThe the end.\n")
    assert len(set(desk.rules("bare.md"))) > 1
    assert set(desk.rules("bare.md", "--select", "clarity")) == {DOUBLED}


@option("--ignore")
def _ignore(desk: Desk) -> None:
    assert desk.rules("bad.md", "--ignore", f"{DOUBLED},quotes") == []


@option("--preview")
def _preview(desk: Desk) -> None:
    desk.save("own/house/port.yaml", TRIAL)
    desk.save("newslint.yaml", "rule_folders: own\n")
    assert "house/port" not in desk.rules("bad.md")
    assert "house/port" in desk.rules("bad.md", "--preview")


def _branch(desk: Desk) -> None:
    desk.git("init", "-q", "-b", "main")
    desk.git("add", "-A")
    desk.git("commit", "-qm", "begin")
    desk.save("new.md", BAD)
    desk.save("bad.md", BAD + "\nMore.\n")


@option("--changed-since")
def _changed_since(desk: Desk) -> None:
    _branch(desk)
    assert desk.run("--changed-since", "main", "--format", "concise").splitlines()[0].startswith("new.md:10:11:")
    assert "bad.md" not in desk.run("--changed-since", "main")


@option("--staged")
def _staged(desk: Desk) -> None:
    _branch(desk)
    assert desk.rules("--staged") == []
    desk.git("add", "new.md")
    assert desk.rules("--staged") == [DOUBLED]


@option("--fail-on")
def _fail_on(desk: Desk) -> None:
    statuses = {}
    for least in ("error", "never"):
        desk.run("bad.md", "--fail-on", least)
        statuses[least] = desk.status
    assert statuses == {"error": 1, "never": 0}
    desk.save("newslint.yaml", f"rules: {{{DOUBLED}: warning}}\n")
    desk.run("bad.md")
    assert desk.status == 0
    desk.run("bad.md", "--fail-on", "warning")
    assert desk.status == 1


@option("--min-severity")
def _min_severity(desk: Desk) -> None:
    desk.save("newslint.yaml", f"rules: {{{DOUBLED}: advice}}\n")
    assert desk.rules("bad.md") == []
    assert desk.rules("bad.md", "--min-severity", "advice") == [DOUBLED]


@option("--fix")
def _fix(desk: Desk) -> None:
    path = desk.save("hidden.md", GOOD.replace("bridge closes on", "br\u200bidge closes on"))
    desk.run("hidden.md", "--fix")
    assert path.read_text(encoding="utf-8") == GOOD


@option("--unsafe-fixes")
def _unsafe_fixes(desk: Desk) -> None:
    desk.run("bad.md", "--fix")
    assert (desk.folder / "bad.md").read_text(encoding="utf-8") == BAD
    desk.run("bad.md", "--fix", "--unsafe-fixes")
    assert (desk.folder / "bad.md").read_text(encoding="utf-8") == BAD.replace("to to", "to")


@option("--diff")
def _diff(desk: Desk) -> None:
    shown = desk.run("bad.md", "--diff", "--unsafe-fixes")
    assert "-The ferry to to Hallin runs.\n+The ferry to Hallin runs.\n" in shown
    assert (desk.folder / "bad.md").read_text(encoding="utf-8") == BAD


@option("--no-baseline")
def _no_baseline(desk: Desk) -> None:
    main(["baseline", "."])
    assert desk.rules(".") == []
    assert desk.rules(".", "--no-baseline") == [DOUBLED]


@option("--jobs")
def _jobs(desk: Desk) -> None:
    asked = []

    def work_on(things: object, jobs: int, work: object, report_death: object) -> object:
        asked.append(jobs)
        return real(things, jobs, work, report_death)  # type: ignore[arg-type]

    from newslint.processes import work_on as real

    desk.monkeypatch.setattr("newslint.batch.work_on", work_on)
    desk.monkeypatch.setattr("newslint.batch._WORTH_A_PROCESS", 1)
    alone = desk.run(".", "--jobs", "1", "--no-cache")
    assert (desk.run(".", "--jobs", "2", "--no-cache"), asked) == (alone, [2])


@option("--statistics")
def _statistics(desk: Desk) -> None:
    shown = desk.run(".", "--statistics")
    assert next(line for line in shown.splitlines() if DOUBLED in line).split()[0] == "1"
    assert "Remedy" not in shown


@option("--quiet")
def _quiet(desk: Desk) -> None:
    assert desk.run("good.md") != ""
    assert desk.run("good.md", "--quiet") == ""


@option("--tracked-changes")
def _tracked_changes(desk: Desk) -> None:
    desk.save("story.rtf", r"{\rtf1 The ferry sails\par At noon the {\deleted the} boat leaves.\par}")
    assert desk.rules("story.rtf", "--select", DOUBLED) == []
    assert desk.rules("story.rtf", "--select", DOUBLED, "--tracked-changes", "rejected") == [DOUBLED]


@option("--show-files")
def _show_files(desk: Desk) -> None:
    assert desk.run(".", "--show-files").split() == ["bad.md", "good.md"]


@option("--color")
def _color(desk: Desk) -> None:
    assert "\x1b[" in desk.run("bad.md", "--color", "always")
    assert "\x1b[" not in desk.run("bad.md", "--color", "never")


@option("--force-exclude")
def _force_exclude(desk: Desk) -> None:
    desk.save("newslint.yaml", "exclude: bad.md\n")
    assert desk.rules("bad.md") == [DOUBLED]
    assert desk.rules("bad.md", "--force-exclude") == []


@pytest.mark.parametrize("name", sorted(AT_WORK))
def test_the_option_is_at_work(desk: Desk, name: str) -> None:
    AT_WORK[name](desk)


def test_no_option_is_without_a_test() -> None:
    actions = build_parser("check").command("check")._actions
    options = {name for action in actions for name in action.option_strings if name.startswith("--")}
    assert options - {"--help"} == set(AT_WORK), "add the option to this file, at work"
