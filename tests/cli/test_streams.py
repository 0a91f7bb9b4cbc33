"""Where the report goes and what cannot be read never changes a verdict, and never ends in a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.article import Article
from newslint.cli import COMMANDS as NAMES
from newslint.cli import main

BAD = "# Harbour bridge closes for repairs\n\nThe bridge closes on Monday, TK said.\n"
NEWSLINT = f"'{sys.executable}' -m newslint"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bad.md").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shell(command: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stdout + done.stderr
    assert "Exception ignored" not in done.stderr
    return done


needs_shell = pytest.mark.skipif(os.name == "nt", reason="speaks to a POSIX shell")


@needs_shell
def test_a_reader_that_leaves_early_does_not_change_the_verdict(site: Path) -> None:
    (site / "long.md").write_text(BAD * 400, encoding="utf-8")
    assert shell(f"{NEWSLINT} . --format json | true").returncode == 1
    assert shell(f"{NEWSLINT} rules | true").returncode in (0, 2)


@needs_shell
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_is_told(site: Path) -> None:
    done = shell(f"{NEWSLINT} bad.md > /dev/full")
    assert (done.returncode, "No space left" in done.stderr) == (2, True)
    done = shell(f"{NEWSLINT} explain clarity/cliche > /dev/full")
    assert (done.returncode, "No space left" in done.stderr) == (2, True)


COMMANDS = ["--version", "-V", "--help", "check --help", "rules", "rules --format json", "explain clarity/cliche"]
COMMANDS += ["explain suppressions/unused", "test ../../rules/clarity/cliche.yaml", "inspect bad.md", "bad.md"]


@needs_shell
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_cannot_print_ends_with_2_and_a_cause(site: Path, command: str) -> None:
    words = command.replace("../..", str(Path(__file__).parents[2]))
    places = [">&-", "> /dev/full"] if Path("/dev/full").exists() else [">&-"]
    for place in places:
        done = shell(f"{NEWSLINT} {words} {place}")
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert done.stderr.startswith("newslint: standard output: it ")


@needs_shell
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_standard_error_that_is_full_or_closed_changes_no_verdict(site: Path) -> None:
    (site / "newslint.yaml").write_text("exclude: [a.md]\n", encoding="utf-8")
    (site / "a.md").write_text(BAD, encoding="utf-8")
    for place in ("2> /dev/full", "2>&-"):
        assert shell(f"{NEWSLINT} a.md bad.md --force-exclude {place}").returncode == 1
        assert shell(f"{NEWSLINT} nowhere.md {place}").returncode == 2


@needs_shell
def test_a_warning_of_a_library_is_a_message(site: Path) -> None:
    (site / "house" / "style").mkdir(parents=True)
    rule = HOUSE_RULE.replace("PATTERN", "'[[a]b'")
    (site / "house" / "style" / "plain.yaml").write_text(rule, encoding="utf-8")
    (site / "newslint.yaml").write_text("rule_folders: house\n", encoding="utf-8")
    told = shell(f"{NEWSLINT} bad.md --no-cache").stderr
    assert not [line for line in told.splitlines() if not line.startswith("newslint: ")]


HOUSE_RULE = """title: Plain words
severity: error
profiles: [all]
check: patterns
options: {patterns: [PATTERN]}
message: This has a plain word.
rationale: House style.
remedy: Write “use”.
sources: [{title: House style, status: house}]
limits: None.
examples:
  bad: [{text: We ⟦ab⟧ it.}, {text: They ⟦ab⟧ it.}]
  good: [{text: We use it.}, {text: They use it.}]
"""


@needs_shell
def test_closed_streams_are_told(site: Path) -> None:
    done = shell(f"{NEWSLINT} - <&-")
    assert (done.returncode, "standard input is closed" in done.stderr) == (2, True)
    done = shell(f"{NEWSLINT} bad.md >&-")
    assert (done.returncode, "standard output: it is closed" in done.stderr) == (2, True)
    assert shell(f"{NEWSLINT} bad.md 2>&-").returncode == 1


def test_a_folder_is_no_place_for_a_report(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bad.md", "--output", str(site)]) == 2
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux only")
def test_a_name_that_is_no_utf_8_is_read_and_reported(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path(os.fsdecode(b"caf\xe9.md")).write_text(BAD, encoding="utf-8")
    for arguments in (["--format", "json"], ["--format", "sarif"], ["--format", "github"], ["--output", "out.txt"]):
        assert main([".", *arguments]) == 1
    assert main(["inspect", "."]) == 0
    capsys.readouterr()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may read everything can list this folder")
def test_a_folder_that_cannot_be_listed_is_told_and_the_others_are_linted(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "shut").mkdir(mode=0)
    assert main([".", "--format", "concise"]) == 2
    out, told = capsys.readouterr()
    assert "bad.md:1" in out
    assert "shut/: the folder cannot be listed" in told


def test_what_discovery_cannot_read_is_told_and_the_rest_is_linted(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / ".ignore").mkdir()
    (site / ".ignore" / "x").write_text("", encoding="utf-8")
    assert main([".", "--format", "concise"]) in (1, 2)
    assert "bad.md:1" in capsys.readouterr().out


def test_a_list_of_inspections_is_written_one_by_one(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "more.md").write_text(BAD, encoding="utf-8")
    for arguments, paths in ((["."], ["bad.md", "more.md"]), (["bad.md"], None)):
        assert main(["inspect", *arguments, "--format", "json", "--output", "out.json"]) == 0
        seen = json.loads((site / "out.json").read_text(encoding="utf-8"))
        assert (paths is None and seen["path"] == "bad.md") or [entry["path"] for entry in seen] == paths


def test_a_parser_that_fails_is_one_diagnostic_and_the_run_goes_on(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from newslint.assembly import parse

    (site / "more.md").write_text(BAD, encoding="utf-8")

    def fail(source: object, options: object) -> Article:
        if getattr(source, "path", "") == "bad.md":
            raise KeyError("no reason")
        return parse(source, options)  # type: ignore[arg-type]

    monkeypatch.setattr("newslint.runner.parse", fail)
    assert main([".", "--format", "concise"]) == 2
    out, told = capsys.readouterr()
    assert "bad.md:1:1: error internal/file-crash" in out
    assert "more.md:1:3: warning structure/missing-byline" in out
    assert "Traceback" not in told


def test_a_failure_of_newslint_itself_is_no_verdict(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **settings: object) -> None:
        raise ValueError("no reason")

    monkeypatch.setattr("newslint.cli.check.render", fail)
    assert main(["bad.md"]) == 2
    assert "internal error: ValueError: no reason" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("word", "way_out"),
    [
        ("chekc", "Did you mean `check`?"),
        ("zzz", f"The commands are {', '.join(NAMES)}."),
    ],
)
def test_a_word_that_is_neither_a_command_nor_a_path_says_so(
    site: Path, capsys: pytest.CaptureFixture[str], word: str, way_out: str
) -> None:
    assert main([word]) == 2
    assert capsys.readouterr().err == f"newslint: {word}: there is no such command, file or folder. {way_out}\n"
