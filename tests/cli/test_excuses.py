"""`newslint excuses` lists all that is held back; excused findings are in the reports that auditors read."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from newslint.cli import main

ARTICLE = """---
title: Harbour bridge closes for repairs
author: Ana Roe
date: 2026-05-03
summary: The bridge over the Lune closes for six weeks.
newslint:
  ignore:
    - {rule: structure, reason: The verdict is printed in full., until: 2026-12-31}
---

<!-- newslint: ignore[clarity/doubled-word] reason: wrong: the the is a band. -->
The bridge closes on Monday, and the the plays.

<!-- newslint: ignore[clarity/doubled-word] reason: The letter says so. until: 2026-05-05 -->
The ferry runs again in in June.
"""
CONFIG = """per_file_ignores:
  "*.md": hygiene/tk-or-lorem
  "letters/*":
    - rules: [clarity/doubled-word]
      reason: Letters are printed as they came.
      until: 2026-06-30
    - {rules: sourcing, reason: Letters., until: 2026-05-01}
"""
DOUBLED = "clarity/doubled-word"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "letters").mkdir()
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "letters/b.md").write_text("# A letter\n\nThe the ferry. It runs TK times.\n", encoding="utf-8")
    (tmp_path / "newslint.yaml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def listed(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["excuses", "--format", "json", "--today", "2026-05-04", *words]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["excuses"]
    return found


def checked(capsys: pytest.CaptureFixture[str], day: str = "2026-05-04") -> dict[str, Any]:
    capsys.readouterr()
    main(["check", ".", "--format", "json", "--today", day])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_all_forms_are_listed_with_what_they_hold(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        (row["path"], row["line"], row["source"], row["rules"], row["findings"], row["expired"])
        for row in listed(capsys)
    ]
    assert rows == [
        ("a.md", 7, "front matter", ["structure"], 0, False),
        ("a.md", 11, "comment", [DOUBLED], 1, False),
        ("a.md", 14, "comment", [DOUBLED], 1, False),
        ("newslint.yaml", 2, "configuration", ["hygiene/tk-or-lorem"], 1, False),
        ("newslint.yaml", 3, "configuration", [DOUBLED], 1, False),
        ("newslint.yaml", 3, "configuration", ["sourcing"], 0, True),
    ]


def test_what_has_expired_holds_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = checked(capsys)
    main(["check", ".", "--format", "json", "--today", "2026-07-01"])
    told = capsys.readouterr()
    after = json.loads(told.out)
    assert before["summary"]["suppressed"] == 4
    assert after["summary"]["suppressed"] == 2
    found = {(found["path"], found["rule"]) for found in after["diagnostics"]}
    assert "`letters/*` had clarity/doubled-word ignored until 2026-06-30" in told.err
    assert {("letters/b.md", DOUBLED), ("a.md", DOUBLED), ("a.md", "suppressions/expired")} <= found


def test_excused_findings_are_in_json_and_sarif(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = checked(capsys)
    excused = {
        (one["diagnostic"]["path"], one["excuse"]["source"], one["excuse"]["reason"]) for one in report["excused"]
    }
    assert ("a.md", "comment", "The letter says so.") in excused
    assert ("letters/b.md", "configuration", "Letters are printed as they came.") in excused
    assert len(report["excused"]) == report["summary"]["suppressed"]
    main(["check", ".", "--format", "sarif", "--today", "2026-05-04"])
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    held = [result for result in results if "suppressions" in result]
    assert len(held) == len(report["excused"])
    assert {result["suppressions"][0]["kind"] for result in held} == {"inSource", "external"}


def test_rules_that_were_called_wrong_are_counted(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = {row["rule"]: row for row in listed(capsys, "--by-rule")}
    assert rows[DOUBLED] == {"rule": DOUBLED, "excused": 3, "wrong": 1, "reported": 0}
    main(["excuses", "--by-rule"])
    assert DOUBLED in capsys.readouterr().out


def test_people_and_spreadsheets_get_the_same(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(capsys)
    main(["excuses", "--today", "2026-05-04"])
    shown = capsys.readouterr().out
    assert all(f"{row['path']}:{row['line']}:" in shown for row in rows)
    assert "6 excuses, 1 expired, for 4 findings." in shown
    assert "no reason given" in shown
    main(["excuses", "--today", "2026-05-04", "--format", "csv"])
    read = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["reason"] for row in read] == [row["reason"] for row in rows]
    (site / "a.md").unlink()
    main(["excuses", "letters", "--format", "text"])
    assert "a.md" not in capsys.readouterr().out


def test_where_nothing_is_excused_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("A word.\n", encoding="utf-8")
    assert main(["excuses", str(article)]) == 0
    assert capsys.readouterr().out == "There is no excuse.\n"


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_says_who_wrote_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert {row["author"] for row in listed(capsys)} == {""}
    names = ("-c", "user.name=Ana Roe", "-c", "user.email=ana@loam.example")
    when = {**os.environ, "GIT_AUTHOR_DATE": "2026-05-02T12:00:00Z", "GIT_COMMITTER_DATE": "2026-05-02T12:00:00Z"}
    for words in (("init", "-q"), ("add", "a.md"), ("commit", "-qm", "article")):
        subprocess.run(["git", *names, *words], cwd=site, check=True, env=when)
    rows = listed(capsys)
    assert [(row["author"], row["written"]) for row in rows if row["path"] == "a.md"] == [("Ana Roe", "2026-05-02")] * 3
    # A line that was changed since has no author yet.
    (site / "a.md").write_text(ARTICLE.replace("The letter says so.", "It says so."), encoding="utf-8")
    assert [row["author"] for row in listed(capsys)][:3] == ["Ana Roe", "Ana Roe", ""]


def test_taking_out_one_excuse_brings_back_its_findings_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = checked(capsys)
    (site / "a.md").write_text(
        "".join(line for line in ARTICLE.splitlines(keepends=True) if "The letter says so." not in line),
        encoding="utf-8",
    )
    after = checked(capsys)
    assert after["summary"]["suppressed"] == before["summary"]["suppressed"] - 1
    back = [found["rule"] for found in after["diagnostics"] if found not in before["diagnostics"]]
    assert DOUBLED in back
    assert len(after["diagnostics"]) == len(before["diagnostics"]) + 1


def test_the_list_is_indented_and_counts_stand_in_columns(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["excuses", ".", "--today", "2026-05-04"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("a.md:7: ")
    assert lines[1:3] == ["  The verdict is printed in full.", "  holds 0 findings; until 2026-12-31"]
    main(["excuses", ".", "--by-rule", "--today", "2026-05-04"])
    head, *rows = capsys.readouterr().out.splitlines()
    assert rows
    assert {row.index("/") > head.index("rule") for row in rows} == {True}
    assert all(row[: head.index("rule")].split() == row.split()[:3] for row in rows)
