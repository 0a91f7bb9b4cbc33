"""A fix of front matter leaves what a field is: a text stays a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.cli import main

TEXT = "---\n{field}\nauthor: Ana Roe\ndate: 2026-01-02\n---\n\nIt said nope.\n"


@pytest.mark.parametrize(
    ("use", "field", "after"),
    [
        ("no", "title: nope", "title: nope"),
        ("no", "title: nope today", "title: no today"),
        ("null", "summary: nope", "summary: nope"),
        ("True", "title: nope", "title: nope"),
        ("never", "title: nope", "title: never"),
    ],
)
def test_a_text_stays_a_text(use: str, field: str, after: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("newslint.yaml").write_text(f"terms: [{{use: '{use}', not: nope, safe: true}}]\n", encoding="utf-8")
    Path("a.md").write_text(TEXT.format(field=field), encoding="utf-8")
    main(["check", "a.md", "--fix", "--quiet", "--select", "style/house-term"])
    lines = Path("a.md").read_text(encoding="utf-8").splitlines()
    assert (lines[1], lines[-1].lower()) == (after, f"it said {use.lower()}.")
