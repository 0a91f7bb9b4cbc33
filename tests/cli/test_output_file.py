"""A report is written whole or not at all, and never over a file that the run reads."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.cli import main

BAD = "# Harbour bridge closes for repairs\n\nThe bridge closes on Monday, TK said.\n"
RULE = """title: Port authority
severity: error
profiles: [all]
check: phrases
options: {phrases: ['list:ports']}
message: “{phrase}” is called “the port” here.
rationale: House style.
remedy: Write “the port”.
sources: [{title: House style, status: house}]
limits: None.
examples:
  bad: [{text: The ⟦port authority⟧ said so.}, {text: No ⟦port authority⟧ knew.}]
  good: [{text: The port said so.}, {text: An authority of the port.}]
"""
posix = pytest.mark.skipif(os.name == "nt", reason="speaks to a POSIX system")
Captured = pytest.CaptureFixture[str]
READ = "bad.md ./more/../bad.md more/worse.md newslint.yaml desk.yaml .gitignore house/style/port.yaml".split()
READ += ["house/lists/ports.txt", "a link", "a hard link"]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        "bad.md": BAD,
        "more/worse.md": BAD,
        ".gitignore": "drafts\n",
        "newslint.yaml": "extends: desk.yaml\nrule_folders: house\n",
        "desk.yaml": "extends: news\n",
        "house/style/port.yaml": RULE,
        "house/lists/ports.txt": "port authority\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("command", ["check", "inspect"])
@pytest.mark.parametrize("output", READ)
def test_no_report_replaces_what_the_run_reads(command: str, output: str, site: Path, capsys: Captured) -> None:
    if "link" in output:
        link = site / output
        link.symlink_to("bad.md") if output == "a link" else os.link(site / "bad.md", link)
    before = content(site)
    assert main([command, ".", "--output", output]) == 2
    assert "the report would replace it" in capsys.readouterr().err
    assert content(site) == before


def test_a_refusal_comes_before_any_file_is_judged(
    site: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **settings: object) -> None:
        raise AssertionError("a file was judged")

    monkeypatch.setattr("newslint.cli.check.check", fail)
    assert main(["bad.md", "--output", "bad.md"]) == 2
    assert "one of the files to check" in capsys.readouterr().err


@posix
def test_what_standard_input_reads_is_not_replaced(site: Path) -> None:
    command = f"'{sys.executable}' -m newslint - --output bad.md < bad.md"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, "standard input" in done.stderr) == (2, True)
    assert (site / "bad.md").read_text(encoding="utf-8") == BAD


@posix
@pytest.mark.parametrize("command", ["check", "inspect"])
def test_a_report_that_does_not_fit_leaves_the_old_one(command: str, site: Path) -> None:
    (site / "report.json").write_text("old", encoding="utf-8")
    words = f"ulimit -f 1; '{sys.executable}' -m newslint {command} bad.md more --format json --output report.json"
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        ["bash", "-c", f"{words} --no-cache"], capture_output=True, text=True, check=False, env=environment
    )
    assert (done.returncode, "cannot be written" in done.stderr) == (2, True)
    assert (site / "report.json").read_text(encoding="utf-8") == "old"
    assert not list(site.glob(".newslint-*"))


def test_a_failure_on_the_way_leaves_the_old_report(
    site: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "report.txt").write_text("old", encoding="utf-8")

    def fail(*arguments: object) -> str:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("newslint.cli.inspect.dump", fail)
    assert main(["inspect", "bad.md", "--format", "jsonl", "--output", "report.txt"]) == 2
    assert (site / "report.txt").read_text(encoding="utf-8") == "old"
    assert not list(site.glob(".newslint-*"))


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o666])
def test_a_report_keeps_the_permissions_of_the_one_before(mode: int, site: Path) -> None:
    report = site / "report.json"
    report.write_text("old", encoding="utf-8")
    report.chmod(mode)
    assert main(["bad.md", "--format", "json", "--output", "report.json"]) == 1
    assert stat.S_IMODE(report.stat().st_mode) == mode
    assert json.loads(report.read_text(encoding="utf-8"))["summary"]["files"] == 1


@posix
def test_a_new_report_has_the_permissions_that_the_user_wants(site: Path) -> None:
    before = os.umask(0o027)
    try:
        assert main(["bad.md", "--output", "new.txt"]) == 1
    finally:
        os.umask(before)
    assert stat.S_IMODE((site / "new.txt").stat().st_mode) == 0o640


def test_a_report_is_written_where_a_link_leads(site: Path) -> None:
    (site / "real.txt").write_text("old", encoding="utf-8")
    (site / "link.txt").symlink_to("real.txt")
    assert main(["bad.md", "--output", "link.txt"]) == 1
    assert (site / "link.txt").is_symlink()
    assert "missing-byline" in (site / "real.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("output", ["", "new/", "more/new/", "more", ".", "no/where.txt", "bad.md/x", "a\0b"])
def test_what_is_no_name_of_a_file_is_refused_and_leaves_nothing(output: str, site: Path, capsys: Captured) -> None:
    before = content(site)
    assert main(["bad.md", "--output", output]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert content(site) == before
    assert not list(site.parent.glob(".newslint-*"))


@posix
def test_a_pipe_is_written_straight_to(site: Path) -> None:
    words = f"'{sys.executable}' -m newslint bad.md --format jsonl --output /dev/stdout | cat"
    done = subprocess.run(["bash", "-c", words], capture_output=True, text=True, check=False)
    assert {json.loads(line)["path"] for line in done.stdout.splitlines()} == {"bad.md"}
    words = f"(echo first; '{sys.executable}' -m newslint bad.md --output /dev/stdout; echo last) >> log.txt"
    subprocess.run(["bash", "-c", words], check=True)
    lines = (site / "log.txt").read_text(encoding="utf-8").splitlines()
    assert (lines[0], lines[1], lines[-1]) == ("first", "bad.md", "last")
    assert main(["bad.md", "--output", os.devnull]) == 1
    assert not stat.S_ISREG(os.stat(os.devnull).st_mode)
