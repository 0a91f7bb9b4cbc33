"""The commands do what the design says, with its exit statuses."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from newslint import __version__
from newslint.cli import main

GOOD = """---
title: Harbour bridge closes for repairs
author: Ana Roe
date: 2026-05-03
summary: The bridge over the Lune closes for six weeks.
---

The bridge closes on Monday, the [port authority](https://loam.example/port) said.
"""
BAD = "# Harbour bridge closes for repairs\n\nThe bridge closes on Monday, TK said.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.md").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_clean_article_ends_with_0_and_a_broken_one_with_1(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["good.md"]) == 0
    assert main(["check", "bad.md"]) == 1
    assert "structure/missing-byline" in capsys.readouterr().out


@pytest.mark.parametrize(("threshold", "status"), [("never", 0), ("error", 1), ("warning", 1), ("advice", 1)])
def test_fail_on_says_what_counts(site: Path, threshold: str, status: int) -> None:
    assert main(["bad.md", "--fail-on", threshold]) == status


def test_fail_on_may_stand_in_the_configuration(site: Path) -> None:
    (site / "newslint.yaml").write_text("fail_on: never\n", encoding="utf-8")
    assert main(["bad.md"]) == 0


def test_json_is_one_object_with_positions_that_slice(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([".", "--format", "json", "--today", "2026-05-04"])
    data = json.loads(capsys.readouterr().out)
    assert (data["schema"], data["newslint"], data["today"]) == (1, __version__, "2026-05-04")
    assert data["summary"]["files"] == 2
    assert {found["path"] for found in data["diagnostics"]} == {"bad.md"}
    for found in data["diagnostics"]:
        start = found["span"]["start"]
        line = BAD.split("\n")[start["line"] - 1]
        assert BAD[start["offset"] :].startswith(line[start["column"] - 1 :])


def test_standard_input_has_the_name_that_is_given(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<h1>Harbour</h1><p>Closed, TK said.</p>")))
    assert main(["-", "--stdin-filename", "draft.html", "--format", "json"]) == 1
    assert {found["path"] for found in json.loads(capsys.readouterr().out)["diagnostics"]} == {"draft.html"}


def test_the_same_run_gives_the_same_bytes_in_one_process_or_two(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.batch._WORTH_A_PROCESS", 1)
    for number in range(12):
        (site / f"more{number}.md").write_text(BAD * (number + 1), encoding="utf-8")
    outputs = set()
    for arguments in ([], ["--jobs", "2"], ["--no-cache"]):
        main([".", "--format", "json", "--today", "2026-05-04", *arguments])
        outputs.add(capsys.readouterr().out)
    assert len(outputs) == 1


def test_select_turns_on_what_it_names_whatever_the_profile(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "newslint.yaml").write_text("rules:\n  structure/missing-byline: off\n", encoding="utf-8")
    assert main(["bad.md", "--ignore", "headline,hygiene,structure"]) in (0, 1)
    assert "missing-byline" not in capsys.readouterr().out
    assert main(["bad.md", "--select", "structure/missing-byline", "--fail-on", "warning"]) == 1


def test_front_matter_names_the_profile(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = GOOD.replace("---\n", "---\nnewslint: {profile: opinion}\n", 1)
    (site / "column.md").write_text(text, encoding="utf-8")
    main(["column.md", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    assert {entry["profile"] for entry in found} == {"opinion"}
    assert any("Opinion label" in entry["message"] for entry in found)


def test_overrides_and_content_types_name_the_profile(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = (
        "overrides:\n- {files: 'blog/**', profile: blog}\ncontent_types: {field: kind, profiles: {Comment: opinion}}\n"
    )
    (site / "newslint.yaml").write_text(config, encoding="utf-8")
    (site / "blog").mkdir()
    (site / "blog" / "one.md").write_text(BAD, encoding="utf-8")
    (site / "two.md").write_text(GOOD.replace("---\n", "---\nkind: Comment\n", 1), encoding="utf-8")
    main([".", "--format", "json", "--ignore", "structure/content-type-missing"])
    profiles = {entry["path"]: entry["profile"] for entry in json.loads(capsys.readouterr().out)["diagnostics"]}
    assert profiles == {"bad.md": "news", "blog/one.md": "blog", "two.md": "opinion"}


def test_house_rules_join_the_shipped_ones(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = site / "house" / "style"
    folder.mkdir(parents=True)
    folder.joinpath("no-harbour.yaml").write_text(HOUSE_RULE, encoding="utf-8")
    (site / "newslint.yaml").write_text("rules: [house]\n", encoding="utf-8")
    assert main(["test", "house"]) == 0
    assert main(["good.md", "--select", "style", "--format", "concise"]) == 1
    assert "style/no-harbour" in capsys.readouterr().out


HOUSE_RULE = """title: Port authority
severity: error
profiles: [all]
check: phrases
options: {phrases: [port authority]}
message: “{phrase}” is called “the port” here.
rationale: House style.
remedy: Write “the port”.
sources: [{title: House style, status: house}]
limits: None.
examples:
  bad: [{text: The ⟦port authority⟧ said so.}, {text: No ⟦port authority⟧ knew.}]
  good: [{text: The port said so.}, {text: An authority of the port.}]
"""


def test_per_file_ignores_count_as_suppressed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "newslint.yaml").write_text("per_file_ignores: {'bad.md': [structure]}\n", encoding="utf-8")
    main(["bad.md", "--format", "json"])
    data = json.loads(capsys.readouterr().out)
    assert data["summary"]["suppressed"] >= 3
    assert not [found for found in data["diagnostics"] if found["rule"].startswith("structure/")]


def test_inline_suppressions_suppress_with_a_reason(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = f"<!-- newslint: ignore-file[structure/missing-byline] reason: unsigned by custom -->\n\n{BAD}"
    (site / "bad.md").write_text(text, encoding="utf-8")
    main(["bad.md", "--format", "json"])
    data = json.loads(capsys.readouterr().out)
    assert data["summary"]["suppressed"] == 1
    assert "structure/missing-byline" not in {found["rule"] for found in data["diagnostics"]}


def test_an_excluded_path_is_a_notice_and_no_fault(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "newslint.yaml").write_text("exclude: ['bad.md']\n", encoding="utf-8")
    assert main(["bad.md", "--force-exclude"]) == 0
    assert "excluded" in capsys.readouterr().err


def test_explain_and_rules_tell_of_every_rule(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)["rules"]
    assert len(listed) > 40
    # One rule of each family by its name; the page of every rule is made by the same code and kept fresh.
    first = {rule["id"].partition("/")[0]: rule for rule in listed}
    for rule in first.values():
        assert main(["explain", rule["id"]]) == 0
        assert rule["title"] in capsys.readouterr().out


def test_inspect_gives_one_object_for_one_file_and_a_line_each_as_jsonl(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", "good.md", "--format", "json"]) == 0
    seen = json.loads(capsys.readouterr().out)
    assert seen["elements"]["headline"]["text"] == "Harbour bridge closes for repairs"
    assert seen["elements"]["bylines"][0]["names"] == ["Ana Roe"]
    assert seen["elements"]["published"]["value"] == "2026-05-03"
    assert main(["inspect", ".", "--format", "jsonl"]) == 0
    assert [json.loads(line)["path"] for line in capsys.readouterr().out.splitlines()] == ["bad.md", "good.md"]


def test_the_text_report_underlines_the_words_and_ends_with_what_to_do(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["bad.md"])
    out = capsys.readouterr().out
    assert "bad.md" in out
    assert "^" in out or "─" in out or "~" in out
    assert "newslint explain" in " ".join(out.strip().splitlines()[-2:])


def test_bad_input_is_linted_as_far_as_it_goes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "odd.md").write_bytes(b"---\ntitle: [\n---\n\nA\x00B \xff\n")
    assert main(["odd.md", "--format", "json"]) == 1
    rules = {found["rule"] for found in json.loads(capsys.readouterr().out)["diagnostics"]}
    assert {"structure/front-matter-invalid", "hygiene/charset-mismatch"} <= rules
    assert (site / "odd.md").read_bytes() == b"---\ntitle: [\n---\n\nA\x00B \xff\n"


@pytest.mark.parametrize("suffix", ["md", "mdx", "txt", "html"])
def test_a_report_does_not_dwell_on_what_no_file_of_its_format_holds(
    site: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    (site / f"plain.{suffix}").write_text(GOOD, encoding="utf-8")
    main([f"plain.{suffix}", "--select", "search", "--fail-on", "never"])
    assert "structured data" not in capsys.readouterr().out
    main([f"plain.{suffix}", "--select", "search", "--fail-on", "never", "--format", "json"])
    skipped = json.loads(capsys.readouterr().out)["not_evaluated"]
    assert [entry["rule"] for entry in skipped] == (
        [] if suffix == "html" else ["search/date-not-iso8601", "search/jsonld-invalid"]
    )


def test_what_a_format_cannot_show_of_an_article_is_still_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "plain.txt").write_text(
        "Harbour bridge closes\n\nBy Ana Roe\n\n3 May 2026\n\nIt closes.\n", encoding="utf-8"
    )
    main(["plain.txt", "--fail-on", "never"])
    told = capsys.readouterr().out
    assert "(plain text has no images): images/" in told
    assert "images/alt-missing" in told


def test_the_help_offers_only_what_is_there(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from newslint.reporters import FORMATS, PAGES

    with pytest.raises(SystemExit):
        main(["check", "--help"])
    offered = re.search(r"--format \{([^}]*)\}", capsys.readouterr().out)
    assert offered
    assert tuple("".join(offered[1].split()).split(",")) == (*FORMATS, PAGES)
    for format in (*FORMATS, PAGES):
        assert main(["good.md", "--format", format]) == 0


def test_advice_is_shown_on_request_and_where_it_fails_the_run(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "newslint.yaml").write_text("rules: {clarity: advice}\n", encoding="utf-8")
    (site / "long.md").write_text(LONG, encoding="utf-8")
    shown = {}
    for words in ([], ["--min-severity", "advice"], ["--fail-on", "advice"], ["--format", "json"]):
        main(["check", "long.md", "--select", "clarity/long-sentence", *words])
        shown[" ".join(words)] = "long-sentence" in capsys.readouterr().out
    assert shown == {"": False, "--min-severity advice": True, "--fail-on advice": True, "--format json": True}
    (site / "newslint.yaml").write_text("min_severity: advice\nrules: {clarity: advice}\n", encoding="utf-8")
    main(["check", "long.md", "--select", "clarity/long-sentence"])
    assert "long-sentence" in capsys.readouterr().out


LONG = """---
title: A
---

The council voted on Tuesday to close the old harbour bridge for six weeks while engineers replace the bearings that
failed in the spring storm and the railings that rusted over the winter before the new mayor took office.
"""
ON_TRIAL = """\
title: Port
severity: warning
preview: true
profiles: [all]
check: phrases
options: {phrases: [haven]}
message: "“{phrase}” is called “the port” here."
rationale: One name.
remedy: Write it.
sources: [{title: House style, status: house}]
limits: None.
precision: {judged: 25, useful: 20, wrong: 1, on: 40 articles of the house}
examples:
  bad: [{text: The ⟦haven⟧ is old.}, {text: A ⟦haven⟧ stood here.}]
  good: [{text: The port is old.}, {text: A port stood here.}]
"""


@pytest.mark.parametrize(
    ("configuration", "words", "is_used"),
    [
        ("", [], False),
        ("", ["--preview"], True),
        ("", ["--select", "words/haven"], True),
        ("", ["--select", "words"], False),
        ("preview: true\n", [], True),
        ("rules: {words/haven: on}\n", [], True),
        ("rules: {words: on}\n", [], False),
        ("profile: strict\n", [], False),
    ],
)
def test_a_rule_on_trial_runs_where_it_is_asked_for(
    site: Path, capsys: pytest.CaptureFixture[str], configuration: str, words: list[str], is_used: bool
) -> None:
    (site / "house" / "words").mkdir(parents=True)
    (site / "house" / "words" / "haven.yaml").write_text(ON_TRIAL, encoding="utf-8")
    (site / "newslint.yaml").write_text(f"rule_folders: house\n{configuration}", encoding="utf-8")
    (site / "port.md").write_text("---\ntitle: A\n---\n\nThe haven is old.\n", encoding="utf-8")
    if words == ["--select", "words"]:
        assert main(["check", "port.md", *words]) == 2
    else:
        main(["check", "port.md", "--format", "concise", *words])
    assert ("words/haven" in capsys.readouterr().out) is is_used


def test_explain_tells_of_trial_and_precision(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "house" / "words").mkdir(parents=True)
    (site / "house" / "words" / "haven.yaml").write_text(ON_TRIAL, encoding="utf-8")
    (site / "newslint.yaml").write_text("rule_folders: house\n", encoding="utf-8")
    main(["explain", "words/haven"])
    told = " ".join(capsys.readouterr().out.split())
    assert (
        "80 % useful (95 % interval 61 % to 91 %): 25 judged on 40 articles of the house: 20 useful, 1 wrong." in told
    )
    assert "The rule is on trial" in told
    main(["rules", "--format", "json"])
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)["rules"]}
    assert rows["words/haven"]["preview"] is True
    assert rows["words/haven"]["state"] == "off"
    assert rows["words/haven"]["precision"]["judged"] == 25


def test_targets_of_a_profile_and_a_configuration_are_laid_over_one_another(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "desk.yaml").write_text("extends: news\ntargets: {longest_sentence: 20, grade: 9}\n", encoding="utf-8")
    (site / "newslint.yaml").write_text("profile: desk.yaml\ntargets: {grade: 8}\n", encoding="utf-8")
    (site / "port.md").write_text("---\ntitle: A\n---\n\nThe port is old.\n", encoding="utf-8")
    main(["check", "port.md", "--format", "json"])
    file = json.loads(capsys.readouterr().out)["files"][0]
    assert file["targets"] == {"grade": 8, "long_sentences": 20, "longest_sentence": 20, "longest_paragraph": 100}
    assert (file["metrics"]["words"], file["metrics"]["longest_sentence"], file["metrics"]["minutes"]) == (4, 4, 1)
