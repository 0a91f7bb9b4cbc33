"""`--changed-since` and `--staged` show what is wrong in changed lines, and all of new files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from newslint.cli import main

HEAD = "---\ntitle: Harbour bridge closes for repairs\ndate: 2026-05-03\nauthor: Ana Roe\n---\n\n"
FIRST = "The bridge over the Lune closes on Monday, and the the ferry runs.\n"
SECOND = "The port said that it will open again in in June.\n"
BOTH = f"{HEAD}{FIRST}\n{SECOND}"
DOUBLED = "clarity/doubled-word"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *words: str) -> str:
    names = ("-c", "user.name=Ana Roe", "-c", "user.email=ana@loam.example", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *names, *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def save(folder: Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    folder = tmp_path / "site"
    save(folder, "content/old.md", BOTH)
    save(folder, "content/other.md", BOTH)
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "articles")
    monkeypatch.chdir(folder)
    return folder


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> list[tuple[str, int]]:
    """Return path and line of each doubled word that a run shows."""
    capsys.readouterr()
    assert main(["check", "--format", "jsonl", *words]) in (0, 1)
    found = map(json.loads, capsys.readouterr().out.splitlines())
    return [(one["path"], one["span"]["start"]["line"]) for one in found if one["rule"] == DOUBLED]


@pytest.mark.parametrize("option", [("--staged",), ("--changed-since", "HEAD")])
def test_nothing_is_shown_where_nothing_changed(
    site: Path, capsys: pytest.CaptureFixture[str], option: tuple[str, ...]
) -> None:
    assert shown(capsys, *option) == []
    assert len(shown(capsys, ".")) == 4


@pytest.mark.parametrize("option", [("--staged",), ("--changed-since", "HEAD")])
def test_only_the_paragraph_that_was_edited_counts(
    site: Path, capsys: pytest.CaptureFixture[str], option: tuple[str, ...]
) -> None:
    save(site, "content/old.md", BOTH.replace("in June", "in May"))
    git(site, "add", ".")
    assert shown(capsys, *option) == [("content/old.md", 9)]


def test_whole_article_findings_are_those_of_new_files(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save(site, "content/new.md", BOTH.replace("author: Ana Roe\n", ""))
    save(site, "content/old.md", BOTH.replace("author: Ana Roe\n", "").replace("in June", "in May"))
    main(["check", "--changed-since", "HEAD", "--format", "jsonl"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {one["path"] for one in found if one["rule"] == "structure/missing-byline"} == {"content/new.md"}


def test_files_that_git_does_not_track_count_and_ignored_ones_do_not(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save(site, "content/new.md", BOTH)
    save(site, "content/secret.md", BOTH)
    save(site, ".gitignore", "secret.md\n")
    assert shown(capsys, "--changed-since", "HEAD") == [("content/new.md", 7), ("content/new.md", 9)]
    assert shown(capsys, "--staged") == []


def test_a_renamed_file_has_only_its_edits(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(site, "mv", "content/old.md", "content/moved.md")
    assert shown(capsys, "--staged") == []
    save(site, "content/moved.md", BOTH.replace("closes on Monday", "closes on Friday"))
    git(site, "add", ".")
    assert shown(capsys, "--staged") == [("content/moved.md", 7)]


def test_what_is_staged_is_judged_and_not_what_stands_in_the_folder(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save(site, "content/old.md", BOTH.replace("in June", "in May"))
    git(site, "add", ".")
    save(site, "content/old.md", f"{HEAD}A new line.\n\n{FIRST}\n{SECOND.replace('in in', 'in')}")
    assert shown(capsys, "--staged") == [("content/old.md", 9)]


def test_a_paragraph_that_lost_a_line_is_touched(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save(site, "content/long.md", f"{HEAD}The port opens.\nThe crane moved.\n{FIRST}")
    git(site, "add", ".")
    git(site, "commit", "-qm", "more")
    save(site, "content/long.md", f"{HEAD}The port opens.\n{FIRST}")
    assert shown(capsys, "--changed-since", "HEAD") == [("content/long.md", 8)]


def test_a_branch_counts_from_where_it_began(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(site, "checkout", "-qb", "story")
    save(site, "content/new.md", BOTH)
    git(site, "add", ".")
    git(site, "commit", "-qm", "story")
    git(site, "checkout", "-q", "main")
    save(site, "content/other.md", BOTH.replace("June", "May"))
    git(site, "commit", "-qam", "elsewhere")
    git(site, "checkout", "-q", "story")
    assert shown(capsys, "--changed-since", "main") == [("content/new.md", 7), ("content/new.md", 9)]


@pytest.mark.parametrize("name", ["a b.md", "é.md", 'q"uote.md', "tab\t.md", "-x.md", "new\nline.md"])
def test_names_of_any_kind_are_understood(site: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    save(site, f"content/{name}", BOTH)
    git(site, "add", ".")
    git(site, "commit", "-qm", "name")
    save(site, f"content/{name}", BOTH.replace("June", "May"))
    assert [line for _, line in shown(capsys, "--changed-since", "HEAD")] == [9]
    git(site, "add", ".")
    save(site, f"content/{name}", HEAD)
    assert [line for _, line in shown(capsys, "--staged")] == [9]


def test_it_works_from_a_folder_below_and_for_the_paths_that_are_named(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("old", "other"):
        save(site, f"content/{name}.md", BOTH.replace("June", "May"))
    monkeypatch.chdir(site / "content")
    assert shown(capsys, "--changed-since", "HEAD") == [("old.md", 9), ("other.md", 9)]
    assert shown(capsys, "old.md", "--changed-since", "HEAD") == [("old.md", 9)]


def test_a_shallow_clone_is_told_how_to_fetch_more(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = git(site, "rev-parse", "HEAD")
    save(site, "content/old.md", BOTH.replace("June", "May"))
    git(site, "commit", "-qam", "edit")
    git(tmp_path, "clone", "-q", "--depth=1", site.as_uri(), "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    assert main(["check", "--changed-since", first]) == 2
    told = capsys.readouterr().err
    assert "shallow" in told
    assert "fetch-depth: 0" in told
    assert shown(capsys, "--changed-since", "HEAD") == []


@pytest.mark.parametrize("ref", ["nowhere", "--output=x", "HEAD~99", ""])
def test_a_commit_that_is_not_there_is_named(site: Path, capsys: pytest.CaptureFixture[str], ref: str) -> None:
    assert main(["check", f"--changed-since={ref}"]) == 2
    assert "no commit" in capsys.readouterr().err
    assert not (site / "x").exists()


def test_outside_a_repository_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["check", "--staged"]) == 2
    assert "inside a git repository" in capsys.readouterr().err


def test_without_git_it_says_so(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["check", "--staged"]) == 2
    assert "Install git" in capsys.readouterr().err


def test_it_goes_with_a_baseline_of_the_whole(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "."])
    save(site, "content/old.md", BOTH.replace("June", "May"))
    assert main(["check", "--changed-since", "HEAD", "--format", "jsonl"]) in (0, 1)
    assert "prune" not in capsys.readouterr().err
    assert shown(capsys, "--changed-since", "HEAD") == [("content/old.md", 9)]


def test_neither_programs_nor_filters_of_the_repository_are_run(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for key in ("diff.external", "diff.spy.textconv", "core.fsmonitor"):
        git(site, "config", key, f"touch {site}/ran; false")
    save(site, ".gitattributes", "*.md diff=spy\n")
    save(site, "content/old.md", BOTH.replace("June", "May"))
    shown(capsys, "--changed-since", "HEAD")
    assert not (site / "ran").exists()
