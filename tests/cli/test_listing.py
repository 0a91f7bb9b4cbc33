"""What lists and tables say of rules: in step with the report, and with what `explain` knows."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from newslint import engine
from newslint.cli import main
from newslint.diagnostics import fill
from newslint.reporters import COUNTED, FORMATS
from newslint.rules.builtin import BUILTIN_RULES, INTERNAL

HEAD = "---\ntitle: Harbour bridge closes\nauthor: Ana Roe\ndate: 2026-05-03\n---\n\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("format", ["text", "concise"])
def test_rows_of_statistics_add_up_to_the_findings_by_severity(
    folder: Path, capsys: pytest.CaptureFixture[str], format: str
) -> None:
    text = "The har\u200bbour closes.  Five people were hurt.\n\n“We we sent,” said Roe of of Hallin. TK\n"
    (folder / "a.md").write_text(HEAD + text, encoding="utf-8")
    (folder / "b.md").write_text(HEAD + text.replace("har\u200bbour", "harbour \u202abridge"), encoding="utf-8")
    main(["check", ".", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    main(["check", ".", "--statistics", "--min-severity", "advice", "--format", format])
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if line[:5].strip().isdigit() and "/" in line]
    told = {(severity, rule): int(number) for number, severity, rule in rows}
    pairs = [(one["severity"], one["rule"]) for one in found]
    assert told == {pair: pairs.count(pair) for pair in pairs}
    assert len({rule for _, rule in told}) < len(told)


@pytest.mark.parametrize("format", sorted({*FORMATS} - {*COUNTED}))
def test_statistics_are_refused_where_a_format_has_no_place_for_them(
    folder: Path, capsys: pytest.CaptureFixture[str], format: str
) -> None:
    (folder / "a.md").write_text(HEAD + "It closes.\n", encoding="utf-8")
    assert main(["check", "a.md", "--statistics", "--format", format]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"--statistics: the format {format} lists findings" in told.err
    assert "Use --format text or concise" in told.err


def test_rules_lists_those_about_suppressions_where_they_are_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules", "suppressions", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rules"]
    assert [row["id"] for row in rows] == list(BUILTIN_RULES)
    assert {row["state"] for row in rows} == {"on"}
    assert main(["rules", "suppressions/expired"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("1 rule, 1 on under")
    assert main(["rules", "suppressions", "--format", "csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(BUILTIN_RULES) + 1


@pytest.mark.parametrize("name", sorted(BUILTIN_RULES))
def test_each_fault_of_a_suppression_is_told_its_own_way_out(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["explain", name]) == 0
    assert "\nRemedy\n  " in capsys.readouterr().out
    assert sum(rule.remedy == BUILTIN_RULES[name].remedy for rule in BUILTIN_RULES.values()) == 1


@pytest.mark.parametrize(
    ("front", "comment", "rule", "remedy"),
    [
        ("", "ignore[clarity] until: 2020-01-01 reason: old", "expired", "set a later date"),
        ("", "ignore[hygiene/mojibak] reason: a name", "unknown-rule", "Write the right name"),
        ("", "ignore hygiene reason: a name", "malformed", "ignore[rule] reason: …"),
        ("newslint:\n  ignore: hygiene\n", "", "malformed", "newslint: {ignore: [{rule: FAMILY/RULE, reason:"),
    ],
)
def test_remedies_of_excuses_fit_the_fault_and_where_it_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], front: str, comment: str, rule: str, remedy: str
) -> None:
    text = HEAD.replace("---\n\n", f"{front}---\n\n") + (f"<!-- newslint: {comment} -->\n" if comment else "")
    (folder / "a.md").write_text(f"{text}It closes.\n", encoding="utf-8")
    main(["check", "a.md", "--select", f"suppressions/{rule}"])
    told = " ".join(capsys.readouterr().out.split())
    assert f"suppressions/{rule}" in told
    assert remedy in told.partition("Remedy: ")[2]


def test_explain_knows_what_newslint_says_of_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = {value for value in vars(engine).values() if isinstance(value, str) and value.startswith("internal/")}
    assert said == set(INTERNAL)
    for name in ("internal", *sorted(said)):
        assert main(["explain", name]) == 0
        assert name in capsys.readouterr().out
    assert main(["explain", "internal/file-no-text"]) == 2
    assert "internal/file-not-text" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "is_out"), [("layouts/x.md", True), ("news/x.md", False)])
def test_exclusions_hold_for_standard_input_with_a_name(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, is_out: bool
) -> None:
    (folder / "newslint.yaml").write_text("exclude: [layouts]\n", encoding="utf-8")
    text = f"{HEAD}The ferry of of Hallin runs.\n".encode()
    for options, status in ((["--force-exclude"], 0 if is_out else 1), ([], 1)):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text)))
        assert main(["check", "-", "--stdin-filename", name, *options]) == status
        told = capsys.readouterr()
        assert (name in told.err) == (status == 0)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text)))
    main(["check", "-", "--stdin-filename", name, "--force-exclude", "--fix", "--unsafe-fixes"])
    assert ("of of" in capsys.readouterr().out) == is_out


def test_what_nobody_sees_is_found_in_front_matter_and_taken_out(folder: Path) -> None:
    article = folder / "a.md"
    article.write_text(HEAD.replace("Harbour", "Har\u200bbour") + "It closes.\n", encoding="utf-8")
    assert main(["check", "a.md", "--select", "hygiene/invisible-characters", "--fail-on", "warning"]) == 1
    assert main(["check", "a.md", "--fix", "--select", "hygiene/invisible-characters", "--fail-on", "warning"]) == 0
    assert article.read_text(encoding="utf-8") == HEAD + "It closes.\n"


def test_counts_of_excuses_leave_out_what_the_baseline_hides(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    excuse = "<!-- newslint: ignore[clarity/doubled-word] reason: wrong -->"
    text = f"{HEAD}The ferry of of Hallin runs.\n\n{excuse}\nThe the band plays.\n"
    (folder / "a.md").write_text(text, encoding="utf-8")
    (folder / "newslint.yaml").write_text("profile: news\n", encoding="utf-8")
    for reported in (1, 0):
        capsys.readouterr()
        assert main(["excuses", "--by-rule"]) == 0
        assert capsys.readouterr().out.splitlines()[1].split() == ["1", "1", str(reported), "clarity/doubled-word"]
        assert main(["baseline", "."]) == 0


def test_no_message_doubles_the_marks_of_what_it_quotes() -> None:
    assert fill("“{text}” is bare.", {"text": "“We never agreed to this”"}) == "“We never agreed to this” is bare."
    assert fill("“{text}” is bare.", {"text": "““"}) == "“““” is bare."
    assert fill("It says {text}.", {"text": "“so”"}) == "It says “so”."


def test_no_processes_at_all_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.md").write_text("It closes.\n", encoding="utf-8")
    assert main(["check", "a.md", "--jobs", "0"]) == 2
    assert "1 or more" in capsys.readouterr().err
