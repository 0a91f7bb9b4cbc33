"""Jurisdictions: their files, how a configuration chooses them, what checks are given, and what a run says of them."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from newslint.cli.jurisdictions import describe_jurisdictions
from newslint.errors import ConfigurationError, RuleFileError
from newslint.jurisdictions import Jurisdictions, read_jurisdictions
from newslint.newsroom.topics import topic_names
from newslint.rules.folders import JURISDICTIONS, bundled, rule_files
from newslint.rules.jurisdictions import compile_jurisdictions, read_jurisdiction
from newslint.runner import Linter, RunOptions
from newslint.settings.loading import Settings, load_settings
from newslint.settings.model import JurisdictionName
from newslint.source import Source
from newslint.today import Today

FOLDER = bundled("rules") / JURISDICTIONS
FILES = sorted(FOLDER.glob("*.yaml"))


def configured(folder: Path, text: str) -> Settings:
    (folder / "newslint.yaml").write_text(text, encoding="utf-8")
    return load_settings(folder / "newslint.yaml")


def test_the_names_in_the_configuration_are_those_of_the_files() -> None:
    assert sorted(get_args(JurisdictionName)) == [file.stem for file in FILES]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_each_file_is_valid_and_its_topics_are_known(file: Path) -> None:
    spec = read_jurisdiction(file)
    parts = (spec.helplines, spec.warnings, spec.labels, spec.ages)
    assert {topic for part in parts for entry in part for topic in entry.model_dump()["topics"]} <= set(topic_names())
    keys = [line.partition(":")[0] for line in file.read_text(encoding="utf-8").splitlines() if line[:1].isalpha()]
    assert keys == [name for name in type(spec).model_fields if name in keys]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_a_file_names_something_or_says_what_was_not_read(file: Path) -> None:
    (known,) = read_jurisdictions({"x": compile_jurisdictions()[file.stem]}, ()).known
    assert known.bases or known.not_read
    assert all(date.fromisoformat(basis.verified_on) >= date(2026, 1, 1) for basis in known.bases)


def test_files_of_jurisdictions_are_no_rules() -> None:
    assert not [name for name, _ in rule_files(bundled("rules")) if name.startswith(JURISDICTIONS)]


@pytest.mark.parametrize(
    ("old", "new", "cause"),
    [
        ("status: verified", "status: secondary", "verified"),
        ("number: 116 123", "number: call us", "number"),
        ("stale_after: 365", "stale_after: 5", "stale_after"),
        ("who: minor", "who: dog", "who"),
    ],
)
def test_what_was_not_read_or_is_wrong_is_refused(tmp_path: Path, old: str, new: str, cause: str) -> None:
    text = (FOLDER / "uk.yaml").read_text(encoding="utf-8")
    assert old in text
    copy = tmp_path / "uk.yaml"
    copy.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleFileError, match=cause):
        read_jurisdiction(copy)


def test_the_configuration_chooses_in_its_order_and_each_once(tmp_path: Path) -> None:
    chosen = configured(tmp_path, "jurisdictions: [us, uk, us]\n").jurisdictions
    assert [each.id for each in chosen.chosen] == ["us", "uk"]
    assert [line.number for line in chosen.helplines("suicide")] == ["988", "116 123"]
    assert [line.digits for line in chosen.helplines("suicide")] == ["988", "116123"]
    assert chosen.helplines("gambling") == ()
    assert [entry.who for entry in chosen.anonymity("minor")] == ["minor"]
    assert chosen.age_limits("gambling")[0].years == 18
    assert {label.basis.clause for label in chosen.labels("sponsored")} >= {"16 CFR 255.5(a)"}


def test_without_the_key_none_is_chosen_and_all_are_known() -> None:
    given = load_settings(None).jurisdictions
    assert given.chosen == ()
    assert given.helplines("suicide") == ()
    assert {line.digits for line in given.known_helplines("suicide")} == {"988", "116123"}
    assert Jurisdictions().known_helplines("suicide") == ()


def test_an_unknown_name_is_refused_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="ireland"):
        configured(tmp_path, "jurisdictions: [irelnd]\n")


def test_an_entry_is_stale_after_its_days() -> None:
    basis = read_jurisdictions(compile_jurisdictions(), ["uk"]).chosen[0].bases[0]
    last = date.fromisoformat(basis.verified_on) + timedelta(days=basis.stale_after)
    assert not basis.is_stale(Today(last))
    assert basis.is_stale(Today(last + timedelta(days=1)))


class Needing:
    """Settings in which one rule asks for helplines."""

    def __init__(self, chosen: list[str]) -> None:
        rules: list[dict[str, Any]] = [{"id": "harm/x", "needs": "helplines"}, {"id": "a/b", "needs": None}]
        self.compiled: dict[str, Any] = {rule["id"]: rule for rule in rules}
        self.jurisdictions = read_jurisdictions(compile_jurisdictions(), chosen)


def told(found: set[str], chosen: list[str], day: date = date(2026, 12, 1)) -> list[str]:
    return list(describe_jurisdictions(found, Needing(chosen), day))  # type: ignore[arg-type]


def test_a_run_says_once_that_none_is_chosen_where_a_rule_needed_one() -> None:
    assert len(told({"harm/x", "a/b"}, [])) == 1
    assert told({"a/b"}, []) == []
    assert told({"harm/x"}, ["uk"]) == []
    assert told({"internal/rule-crash"}, []) == []


def test_a_run_names_what_is_stale_of_what_it_needed() -> None:
    (message,) = told({"harm/x"}, ["uk", "ireland"], date(2029, 1, 1))
    assert "Samaritans" in message
    assert "2026-11-27" in message


def test_results_depend_on_what_is_known(tmp_path: Path) -> None:
    from newslint.results.origins import origin_of

    one, two = load_settings(None), load_settings(None)
    changed = json.loads(json.dumps(two.state["jurisdictions"]))
    changed["uk"]["helplines"][0]["number"] = "1"
    two.state = {**two.state, "jurisdictions": changed}
    assert origin_of(one, ()) != origin_of(two, ())


def test_a_copy_of_the_files_reads_alike(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "copy")
    assert [read_jurisdiction(tmp_path / "copy" / file.name) for file in FILES] == [read_jurisdiction(f) for f in FILES]


@pytest.mark.parametrize(
    ("part", "duty", "expected"),
    [
        ("anonymity", "minors", "section 49(1) to (3A)"),
        ("anonymity", "sexual-offence", "section 1"),
        ("proceedings", "crime", "sections 1 and 2"),
        ("labels", "sponsored", "CAP Code section 2, rule 2.4, as that advice tells it"),
    ],
)
def test_a_duty_has_the_clauses_that_are_for_it(part: str, duty: str, expected: str) -> None:
    known = read_jurisdictions(compile_jurisdictions(), ["uk"])
    assert [basis.clause for basis in known.bases(part, duty)] == [expected]
    assert known.bases(part, "poll") == (known.bases(part, duty) if part == "proceedings" else ())


def test_a_finding_cites_the_clause_of_the_newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "# Plea after a death\n\nShe took her own life in March.\n\nThe suicide shocked the college.\n"
    titles = {}
    for chosen in ("", "jurisdictions: [uk]\n"):
        linter = Linter(configured(tmp_path, f"profile: news\n{chosen}"), RunOptions(date(2026, 12, 1)))
        report = linter.lint(Source(path="a.md", text=text, format="markdown"))
        (found,) = [each for each in report.diagnostics if each.rule == "harm/suicide-helpline-missing"]
        titles[chosen] = [source.title for source in found.sources]
    assert titles["jurisdictions: [uk]\n"] == ["Samaritans, Contact a Samaritan", *titles[""]]
