"""A fix of front matter leaves what a field is: a text stays a text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newslint.cli import main

Captured = pytest.CaptureFixture[str]

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
def test_a_text_stays_a_text(
    use: str,
    field: str,
    after: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("newslint.yaml").write_text(f"terms: [{{use: '{use}', not: nope, safe: true}}]\n", encoding="utf-8")
    Path("a.md").write_text(TEXT.format(field=field), encoding="utf-8")
    options = ["check", "a.md", "--select", "style/house-term"]
    counted, made = json_of(capsys, options), json_of(capsys, [*options, "--fix"])
    lines = Path("a.md").read_text(encoding="utf-8").splitlines()
    assert (lines[1], lines[-1].lower()) == (after, f"it said {use.lower()}.")
    # What a fix would break is not counted as fixable, and stays as a finding without a fix.
    is_refused = after == field
    assert counted["fixable"] == {"safe": made["fixed"], "unsafe": 0}
    assert (made["fixed"], made["advice"] + made["warnings"]) == (2 - is_refused, int(is_refused))


def json_of(capsys: Captured, options: list[str]) -> dict[str, Any]:
    """Return the summary of a run's report."""
    main([*options, "--format", "json"])
    summary: dict[str, Any] = json.loads(capsys.readouterr().out)["summary"]
    return summary
