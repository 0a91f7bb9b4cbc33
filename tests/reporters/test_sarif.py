"""SARIF: valid against the official schema, with places, addresses and fingerprints that services can use."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.diagnostics import FileReport, Report
from newslint.reporters.sarif import artifact_uri, render_sarif

One = Callable[..., Report]


def run_of(report: Report) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(render_sarif(report))["runs"][0]
    return run


def test_the_log_is_valid(report: Report, sarif_schema: dict[str, Any]) -> None:
    broken = report._replace(
        files=(*report.files, FileReport("d.md", crashed=("clarity/cliche",))),
        unreadable=("e.md: the file cannot be read (Permission denied).",),
    )
    for one in (report, broken):
        jsonschema.validate(json.loads(render_sarif(one)), sarif_schema)


def test_an_empty_log_is_valid(empty_report: Report, sarif_schema: dict[str, Any]) -> None:
    jsonschema.validate(json.loads(render_sarif(empty_report)), sarif_schema)
    assert run_of(empty_report)["results"] == []


def test_the_schema_is_not_too_lenient_to_prove_anything(report: Report, sarif_schema: dict[str, Any]) -> None:
    log = json.loads(render_sarif(report))
    log["runs"][0]["results"][0]["level"] = "advice"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, sarif_schema)


def test_results_point_at_their_rules_files_and_words(report: Report) -> None:
    run = run_of(report)
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        listed = run["artifacts"][place["artifactLocation"]["index"]]["location"]["uri"]
        assert listed == place["artifactLocation"]["uri"]
    held = {"kind": "inSource", "status": "accepted", "justification": "The court has asked for it."}
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "warning"]
    assert [result.get("suppressions") for result in run["results"]] == [None, None, None, [held]]
    crowd = run["results"][1]
    assert crowd["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 5,
        "startColumn": 1,
        "endLine": 5,
        "endColumn": 9,
        "charOffset": 32,
        "charLength": 8,
        "snippet": {"text": "Analysts"},
    }
    assert crowd["relatedLocations"][0]["message"] == {"text": "the same crowd"}
    assert crowd["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 6


def test_rules_say_what_to_do_and_on_whose_authority(report: Report) -> None:
    rules = {rule["id"]: rule for rule in run_of(report)["tool"]["driver"]["rules"]}
    rule = rules["sourcing/weasel-attribution"]
    assert rule["shortDescription"]["text"] == "Weasel attribution"
    assert rule["helpUri"] == "https://ethics.example/code#names"
    assert "Name the person or the document." in rule["help"]["text"]
    assert "[Harbour Code of Ethics, Name your sources](https://ethics.example/code#names)" in rule["help"]["markdown"]
    assert "helpUri" not in rules["structure/missing-publish-date"]


def test_a_run_that_could_not_do_its_job_says_so(report: Report) -> None:
    assert run_of(report)["invocations"][0]["executionSuccessful"] is True
    invocation = run_of(report._replace(unreadable=("b.md: gone.",)))["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "b.md: gone."


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a/b c.md", "a/b%20c.md"),
        ("./a.md", "a.md"),
        ("../a.md", "../a.md"),
        ("été #1?.md", "%C3%A9t%C3%A9%20%231%3F.md"),
        ("a:b.md", "a%3Ab.md"),
        ("100%.md", "100%25.md"),
        ("caf\udce9.md", "caf%E9.md"),
        ("/srv/a b.md", "file:///srv/a%20b.md"),
        ("C:\\site\\a b.md", "file:///C:/site/a%20b.md"),
    ],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    assert artifact_uri(path) == uri


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\\"), min_size=1).map(lambda name: f"x{name}")
)
def test_a_relative_path_survives_its_uri(path: str) -> None:
    uri = artifact_uri(path)
    assert uri.isascii()
    assert unquote(uri) in (path, path.replace("\\", "/"))


def fingerprints(report: Report) -> list[str]:
    return [result["partialFingerprints"]["newslintExcerpt/v1"] for result in run_of(report)["results"]]


def test_fingerprints_outlive_line_moves_and_tell_twins_apart(one: One) -> None:
    first = one("Critics say no.", (0, 7))
    moved = one("New lead.\n\nCritics say no.", (11, 18))
    assert fingerprints(first) == fingerprints(moved)
    assert fingerprints(first) != fingerprints(one("Experts say no.", (0, 7)))
    assert fingerprints(first) != fingerprints(one("Critics say no.", (0, 7), rule="clarity/cliche"))
    twice = first._replace(files=(first.files[0]._replace(diagnostics=first.files[0].diagnostics * 2),))
    assert len(set(fingerprints(twice))) == 2


def test_brackets_of_an_article_make_no_link(one: One) -> None:
    report = one("abc", (0, 3), message="Say [more](1) here.")
    assert run_of(report)["results"][0]["message"]["text"] == "Say \\[more\\](1) here."
