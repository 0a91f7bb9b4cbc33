"""What a site's generator would not publish stops nothing, unless the newsroom says so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from newslint.cli import main

BAD = "The bridge closes on Monday, and the the ferry runs.\n"
HEAD = "---\ntitle: Harbour bridge closes for repairs\nauthor: Ana Roe\ndate: 2026-05-03\n{}---\n\n"
DRAFTS = [
    ("content/a.md", HEAD.format("draft: true\n")),
    ("content/a.md", HEAD.format("draft: 'true'\n")),
    ("content/a.md", HEAD.format("published: false\n")),
    (
        "content/a.md",
        '+++\ntitle = "Harbour bridge closes"\nauthor = "Ana Roe"\ndate = 2026-05-03\ndraft = true\n+++\n\n',
    ),
    ("_drafts/a.md", HEAD.format("")),
    ("content/_drafts/news/a.md", HEAD.format("")),
]
PUBLISHED = [
    ("content/a.md", HEAD.format("draft: false\n")),
    ("content/a.md", HEAD.format("published: true\n")),
    ("content/a.md", HEAD.format("published: 2026-05-03\n")),
    ("content/_drafts.md", HEAD.format("")),
    ("drafts_of_peace/a.md", HEAD.format("")),
]


def save(folder: Path, path: str, head: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(head + BAD, encoding="utf-8")


def severities(capsys: pytest.CaptureFixture[str], *words: str) -> set[str]:
    capsys.readouterr()
    main(["check", ".", "--format", "jsonl", *words])
    return {json.loads(line)["severity"] for line in capsys.readouterr().out.splitlines()}


@pytest.mark.parametrize(("path", "head"), DRAFTS)
def test_a_draft_has_only_advice_and_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: str, head: str
) -> None:
    monkeypatch.chdir(tmp_path)
    save(tmp_path, path, head)
    assert main(["check", ".", "--fail-on", "warning"]) == 0
    assert "1 draft" in capsys.readouterr().out
    assert severities(capsys) == {"advice"}
    (tmp_path / "newslint.yaml").write_text("drafts: check\n", encoding="utf-8")
    assert "error" in severities(capsys)
    (tmp_path / "newslint.yaml").write_text("drafts: skip\n", encoding="utf-8")
    assert severities(capsys) == set()
    assert main(["check", "."]) == 0
    assert main(["check", path]) == 0
    told = capsys.readouterr().out
    assert told.count("Nothing in 0 files; 1 draft left out (`drafts: skip`).") == 2
    assert told.count("No file was checked.") == 2
    for format in ("concise", "jsonl", "json", "markdown"):
        assert main(["check", ".", "--format", format]) == 0
        assert "no file was checked: 1 draft left out" in capsys.readouterr().err
    assert main(["check", ".", "--show-files"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["config", "--why", path]) == 0
    assert re.search(r"checked: false +# newslint.yaml:1 \(it is a draft\)", capsys.readouterr().out)
    (tmp_path / "newslint.yaml").write_text("drafts: check\n", encoding="utf-8")
    main(["baseline", "."])
    (tmp_path / "newslint.yaml").write_text("drafts: skip\n", encoding="utf-8")
    assert main(["check", "."]) == 0  # what was found in a draft may come back


@pytest.mark.parametrize(("path", "head"), PUBLISHED)
def test_what_is_published_is_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: str, head: str
) -> None:
    monkeypatch.chdir(tmp_path)
    save(tmp_path, path, head)
    assert "error" in severities(capsys)
    (tmp_path / "newslint.yaml").write_text("drafts: skip\n", encoding="utf-8")
    main(["check", ".", "--show-files"])
    assert capsys.readouterr().out == f"{path}\n"
    main(["config", "--why", path])
    assert "checked: true" in capsys.readouterr().out
