"""A baseline hides what was found when it was made, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.cli import main

NAME = ".newslint-baseline"
OLD = """---
title: Harbour bridge closes for repairs
date: 2026-05-03
---

The bridge over the Lune closes on Monday, and the the ferry runs.

“The bridge is safe, the mayor said on Tuesday.

The port said that TK people wait. They say that TK people wait.
"""
SECOND = "# The ferry runs again\n\nBy Ana Roe, 3 May 2026\n\nThe ferry to to Hallin runs again from Monday.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/old.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "content/second.md").write_text(SECOND, encoding="utf-8")
    (tmp_path / "newslint.yaml").write_text("min_severity: advice\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> list[tuple[str, str]]:
    """Return path and rule of all that a run shows."""
    capsys.readouterr()
    main(["check", "content", "--format", "jsonl", *words])
    return [(found["path"], found["rule"]) for found in map(json.loads, capsys.readouterr().out.splitlines())]


def test_all_that_is_recorded_is_hidden_and_counted(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = shown(capsys)
    assert len(before) > 3
    assert main(["baseline", "content"]) == 0
    assert f"{len(before)} findings recorded" in capsys.readouterr().out
    assert shown(capsys) == []
    assert shown(capsys, "--no-baseline") == before
    assert main(["check", "content"]) == 0
    assert f"{len(before)} in the baseline" in capsys.readouterr().out
    main(["check", "content", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["summary"]["baselined"] == len(before)


def test_made_again_it_is_the_same_bytes_one_sorted_line_an_entry(site: Path) -> None:
    main(["baseline", "content"])
    first = (site / NAME).read_bytes()
    main(["baseline", "content"])
    assert (site / NAME).read_bytes() == first
    lines = first.decode().splitlines()[1:]
    assert lines == sorted(lines)
    assert all(line.count("\t") == 2 for line in lines)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=8, deadline=None)
@given(data=st.data())
def test_moved_lines_and_edits_around_a_sentence_change_nothing(
    site: Path, capsys: pytest.CaptureFixture[str], data: st.DataObject
) -> None:
    (site / "content/old.md").write_text(OLD, encoding="utf-8")
    main(["baseline", "content"])
    parts = OLD.split("\n\n")
    at = data.draw(st.integers(1, len(parts)))
    more = data.draw(st.sampled_from(["", "The port has a new crane, says Ana Roe of the port.", "## The port"]))
    (site / "content/old.md").write_text("\n\n".join([*parts[:at], more, *parts[at:]]), encoding="utf-8")
    assert not [rule for _, rule in shown(capsys) if rule.startswith(("hygiene/", "quotes/"))]


def test_a_new_fault_is_shown_and_so_is_one_more_of_a_known_kind(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["baseline", "content"])
    with (site / "content/old.md").open("a", encoding="utf-8") as file:
        file.write(
            "\nThe ship of of Hallin was old.\n\nThe bridge over the Lune closes on Monday, and the the ferry runs.\n"
        )
    assert ("content/old.md", "clarity/doubled-word") in shown(capsys)


def test_the_same_fault_in_another_file_is_new(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "content"])
    (site / "content/third.md").write_text(SECOND, encoding="utf-8")
    assert ("content/third.md", "clarity/doubled-word") in shown(capsys)


def test_a_renamed_file_keeps_its_debt(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "content"])
    (site / "content/second.md").rename(site / "content/renamed.md")
    assert shown(capsys) == []
    assert main(["check", "content"]) == 0


def test_what_is_mended_is_stale_until_it_is_pruned(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "content"])
    (site / "content/second.md").write_text(SECOND.replace("to to", "to"), encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "content"]) == 1
    told = capsys.readouterr()
    assert "content/second.md (clarity/doubled-word)" in told.err
    assert "`newslint baseline --prune content`" in told.err
    assert "fails the run" in told.out
    assert "Nothing to report" not in told.out
    assert main(["check", "content", "--format", "concise"]) == 1
    assert "this run fails" in capsys.readouterr().err
    assert main(["check", "content/old.md"]) == 0  # the other file is not in this run
    assert capsys.readouterr().err == ""
    before = (site / NAME).read_text().splitlines()
    assert main(["baseline", "content", "--prune"]) == 0
    after = (site / NAME).read_text().splitlines()
    assert set(after) < set(before)
    assert len(after) == len(before) - 1
    assert main(["check", "content"]) == 0


@pytest.mark.parametrize("more", [(), ("--format", "concise"), ("--format", "json"), ("--fix",)])
def test_whoever_names_the_file_that_is_mended_is_told_and_not_held_up(
    site: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    main(["baseline", "content"])
    (site / "content/second.md").write_text(SECOND.replace("to to", "to"), encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "content/second.md", "content/old.md", *more]) == 0
    told = capsys.readouterr()
    assert "`newslint baseline --prune content/second.md`" in told.err
    assert "does not fail" in told.err
    assert "fails the run" not in told.out
    assert main(["check", "content", "--fail-on", "never", *more]) == 0
    assert "fails the run" not in capsys.readouterr().out


def test_without_a_path_the_folder_of_the_configuration_is_meant(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "newslint.yaml").unlink()
    for command in ("baseline", "check"):
        assert main([command]) == 2
        told = capsys.readouterr().err
        assert "no path was given" in told
        assert ("standard input" in told) == (command == "check")
    (site / "newslint.yaml").write_text("profile: news\nmin_severity: advice\n", encoding="utf-8")
    for here in (site, site / "content"):
        monkeypatch.chdir(here)
        capsys.readouterr()
        assert main(["check"]) == 1
        without = capsys.readouterr().out
        main(["check", "." if here == site else ".."])
        assert capsys.readouterr().out == without
    assert main(["baseline"]) == 0
    assert main(["check"]) == 0
    (site / "content/second.md").unlink()
    assert main(["check"]) == 1
    assert main(["baseline", "--prune"]) == 0
    assert main(["check"]) == 0
    monkeypatch.chdir(site)
    elsewhere = site / "house"
    elsewhere.mkdir()
    (site / "newslint.yaml").rename(elsewhere / "newslint.yaml")
    capsys.readouterr()
    assert main(["check", "--config", "house/newslint.yaml", "--show-files"]) == 0
    assert capsys.readouterr().out.split() == ["content/old.md"]


def test_a_diff_says_how_much_the_baseline_holds_back(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "content", "--diff", "--unsafe-fixes"])
    assert "baseline" not in capsys.readouterr().err
    main(["baseline", "content"])
    count = len((site / NAME).read_text(encoding="utf-8").splitlines()) - 1
    capsys.readouterr()
    assert main(["check", "content", "--diff", "--unsafe-fixes"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert f"0 findings would be fixed in 0 files; {count} in the baseline stay as found." in told.err


def test_pruning_adds_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "content/old.md"])
    before = (site / NAME).read_bytes()
    main(["baseline", "content", "--prune"])
    assert (site / NAME).read_bytes() == before


def test_a_deleted_file_is_stale_for_a_run_over_its_folder_alone(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["baseline", "content"])
    (site / "content/second.md").unlink()
    assert main(["check", "content/old.md"]) == 0
    assert main(["check", "content"]) == 1


def test_a_run_of_some_rules_cannot_tell_what_is_stale(site: Path) -> None:
    main(["baseline", "content"])
    assert main(["check", "content", "--select", "clarity"]) == 0


def test_recording_one_file_keeps_the_entries_of_others(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline", "content"])
    before = (site / NAME).read_bytes()
    main(["baseline", "content/old.md"])
    assert (site / NAME).read_bytes() == before


def test_the_configuration_may_name_another_file_seen_from_its_folder(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "newslint.yaml").write_text("baseline: debt/known.tsv\nmin_severity: advice\n", encoding="utf-8")
    (site / "debt").mkdir()
    monkeypatch.chdir(site / "content")
    assert main(["baseline", "."]) == 0
    assert (site / "debt/known.tsv").is_file()
    monkeypatch.chdir(site)
    assert shown(capsys) == []


@pytest.mark.parametrize("damage", [b"<<<<<<< HEAD\n", b"\xff\xfe\x00", b"a\tb\n"])
def test_a_damaged_baseline_is_named_and_stops_the_run(
    site: Path, capsys: pytest.CaptureFixture[str], damage: bytes
) -> None:
    (site / NAME).write_bytes(damage)
    assert main(["check", "content"]) == 2
    told = capsys.readouterr().err
    assert NAME in told
    assert "newslint baseline" in told
    assert "Traceback" not in told


def test_standard_input_has_no_place_in_a_baseline(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "-"]) == 2
    assert "files or folders" in capsys.readouterr().err


def test_the_words_that_are_fingerprinted_do_not_depend_on_white_space_or_case(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["baseline", "content"])
    text = SECOND.replace("The ferry to to Hallin runs", "The   ferry to to\nHallin  runs")
    (site / "content/second.md").write_text(text, encoding="utf-8")
    assert not [found for found in shown(capsys) if found[1] == "clarity/doubled-word"]


def test_a_baseline_without_a_configuration_is_that_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    news = tmp_path / "content" / "news"
    news.mkdir(parents=True)
    (news / "a.md").write_text(SECOND, encoding="utf-8")
    monkeypatch.chdir(news)
    assert main(["baseline", "."]) == 0
    kept = (tmp_path / ".newslint-baseline").read_text(encoding="utf-8")
    assert "content/news/a.md\t" in kept
    for folder in (news, tmp_path / "content", tmp_path):
        monkeypatch.chdir(folder)
        capsys.readouterr()
        assert main(["check", ".", "--format", "concise"]) == 0
        assert capsys.readouterr().out == ""
        assert main(["baseline", "."]) == 0
        assert (tmp_path / ".newslint-baseline").read_text(encoding="utf-8") == kept
    assert not (news / ".newslint-baseline").exists()
