"""Names, keys and values that strangers chose reach standard error and every other output as text and no more."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.cli import main

Faults = Callable[[str], list[str]]
Captured = pytest.CaptureFixture[str]
BAD = "# Harbour bridge closes for repairs\n\nThe bridge closes on Monday, TK said.\n"
# Every part of it would do harm, had it the chance: a line's end, a terminal's codes, and commands of both forms.
EVIL = "x\n::error title=pwn::hello \x1b[2J ##[add-mask]y \u202e"
QUOTED = json.dumps(EVIL)  # as YAML has it, too
posix = pytest.mark.skipif(os.name == "nt", reason="file names of this system are too tame")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bad.md").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(arguments: list[str], capsys: Captured) -> tuple[int, str, str]:
    try:
        status = main(arguments)
    except SystemExit as end:
        status = int(end.code or 0)
    return status, *capsys.readouterr()


CONFIGURATIONS = {
    "value": f"profile: {QUOTED}",
    "key": f"{QUOTED}: 1",
    "literal": f"fail_on: {QUOTED}",
    "rule": f"rules: {{{QUOTED}: off}}",
    "folder": f"rule_folders: [{QUOTED}]",
    "extended": f"extends: {QUOTED}",
    "site": f"site_root: {QUOTED}",
    "word list": f"lexicons: {{cues: [{QUOTED}]}}",
    "lexicon": f"lexicons: {{{QUOTED}: [a]}}",
    "ignored": f"per_file_ignores: {{a: [{QUOTED}]}}",
    "glob": f"exclude: ['\\', {QUOTED}]",
    "option": f"rules: {{clarity/cliche: {{options: {{{QUOTED}: 1}}}}}}",
    "grade": f"rules: {{clarity/cliche: {{severity: {{{QUOTED}: error}}}}}}",
    "profile by type": f"content_types: {{field: a, profiles: {{b: {QUOTED}}}}}",
    "no YAML": "a: [::error::x ##[error]y\x07",
    "a tag": "profile: !::error::x ##[error]y",
    "an alias": "profile: *::error##[error]y",
}


@pytest.mark.parametrize("name", CONFIGURATIONS)
@pytest.mark.parametrize("debug", ["", "1"])
def test_a_configuration_says_nothing_but_text(
    name: str, debug: str, site: Path, capsys: Captured, faults_of_log: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSLINT_DEBUG", debug)
    (site / "newslint.yaml").write_text(CONFIGURATIONS[name], encoding="utf-8")
    status, _, told = run(["bad.md", "--no-cache"], capsys)
    assert status == 2
    assert told.startswith("newslint: ")
    assert faults_of_log(told) == []
    assert not [line for line in told.splitlines() if not line.startswith(("newslint: ", "  | "))]


ARGUMENTS = {
    "rule": ["bad.md", "--select", EVIL],
    "ignored rule": ["bad.md", "--ignore", EVIL],
    "profile": ["bad.md", "--profile", EVIL],
    "configuration": ["bad.md", "--config", EVIL],
    "option": ["bad.md", f"--{EVIL}"],
    "more": ["rules", EVIL],
    "format": ["bad.md", "--format", EVIL],
    "date": ["bad.md", "--today", EVIL],
    "jobs": ["bad.md", "--jobs", EVIL],
    "path": [EVIL],
    "explained rule": ["explain", EVIL],
    "tested rule": ["test", EVIL],
    "output": ["bad.md", "--output", f"no/{EVIL}"],
    "abbreviation": ["bad.md", f"--f{EVIL}"],
}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_an_argument_is_told_as_text(name: str, site: Path, capsys: Captured, faults_of_log: Faults) -> None:
    status, out, told = run(ARGUMENTS[name], capsys)
    assert (status, out) == (2, "")
    assert faults_of_log(told) == []
    assert not [line for line in told.splitlines() if not line.startswith(("newslint: ", "usage: ", "  "))]


@posix
@pytest.mark.parametrize("format", ["text", "concise", "json", "jsonl", "sarif"])
@pytest.mark.parametrize("name", ["::add-mask::error.md", "::error title=x/a.md", "a\n::error::b.md", "##[error]a.md"])
def test_a_file_name_begins_no_command(
    name: str, format: str, site: Path, capsys: Captured, faults_of_log: Faults
) -> None:
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text(BAD + "\n::error::c ##[error]d\n", encoding="utf-8")
    for command in (["check"], ["inspect"] if format in ("text", "json", "jsonl") else ["check", "--quiet"]):
        status, out, told = run([*command, ".", "--format", format], capsys)
        assert status == (0 if command == ["inspect"] else 1)
        assert faults_of_log(out + told) == []
        if name.startswith("::") and format in ("text", "concise"):
            assert f"\n./{name}" in f"\n{out}"


@posix
def test_what_is_told_of_files_on_standard_error_is_text(site: Path, capsys: Captured, faults_of_log: Faults) -> None:
    for name in ("gone\n::error::a.md", "out\n::error::b.md"):
        (site / name).symlink_to("/nowhere" if name.startswith("gone") else sys.executable)
    (site / "newslint.yaml").write_text("exclude: ['drop*']", encoding="utf-8")
    (site / "drop\n::error::c.md").write_text(BAD, encoding="utf-8")
    for arguments in (
        ["."],
        ["drop\n::error::c.md", "--force-exclude"],
        ["gone\n::error::a.md"],
        ["gon\n::error::.md"],
    ):
        _, _, told = run(arguments, capsys)
        assert told
        assert faults_of_log(told) == []
        assert not [line for line in told.splitlines() if not line.startswith("newslint: ")]


@posix
def test_a_trace_of_a_crash_is_text(
    site: Path,
    capsys: Captured,
    faults_of_log: Faults,
    monkeypatch: pytest.MonkeyPatch,
    replace_check: Callable[[str, Callable[..., Any]], None],
) -> None:
    def crash(article: object, scene: object, **options: object) -> list[object]:
        raise ValueError(EVIL)

    replace_check("sentence-length", crash)
    monkeypatch.setenv("NEWSLINT_DEBUG", "1")
    status, out, told = run(["bad.md"], capsys)
    assert status == 2
    assert "ValueError" in told
    assert faults_of_log(out + told) == []
    assert not [line for line in told.splitlines() if not line.startswith("  | ")]


HOUSE_RULE = """title: {evil}
severity: error
profiles: [all]
check: phrases
options: {{phrases: [port authority, {evil}]}}
message: “{{phrase}}” is called “the port” here. {evil}
rationale: {evil}
remedy: {evil}
sources: [{{title: {evil}, status: house}}]
limits: {evil}
examples:
  bad: [{{text: The ⟦port authority⟧ said so., note: {evil}}}, {{text: {evil}}}]
  good: [{{text: The port said so.}}, {{text: The port authority}}]
"""


def test_a_house_rule_is_explained_listed_and_tested_as_text(
    site: Path, capsys: Captured, faults_of_log: Faults
) -> None:
    folder = site / "house" / "style"
    folder.mkdir(parents=True)
    text = HOUSE_RULE.replace("“{{phrase}}” is called “the port” here. {evil}", "{evil}").format(evil=QUOTED)
    (folder / "evil.yaml").write_text(text, encoding="utf-8")
    (site / "newslint.yaml").write_text("rule_folders: house", encoding="utf-8")
    (site / "port.md").write_text(BAD + "\nThe port authority said so.\n", encoding="utf-8")
    for arguments, expected in (
        (["rules"], 0),
        (["rules", "--format", "json"], 0),
        (["explain", "style/evil"], 0),
        (["explain", "style/evil", "--format", "json"], 0),
        (["test", "house"], 1),
        (["port.md", "--select", "style"], 1),
        (["port.md", "--select", "style", "--format", "concise", "--statistics"], 1),
    ):
        status, out, told = run(arguments, capsys)
        assert (status, arguments) == (expected, arguments)
        assert faults_of_log(out + told) == []
