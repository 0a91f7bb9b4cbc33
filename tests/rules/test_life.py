"""A rule on trial, a deprecated rule and a renamed one: all of them work, and newslint says what to write instead."""

from __future__ import annotations

import csv
import io
import json
import warnings
from pathlib import Path

import pytest

from newslint import __version__
from newslint.cli import main
from newslint.errors import RuleFileError
from newslint.rules.compiling import compile_rules
from newslint.rules.folders import bundled
from newslint.schemas import SCHEMAS
from newslint.terminal import tell

ROOT = Path(__file__).resolve().parents[2]
RULE = """title: Old name of the port
severity: error
profiles: [all]
{more}check: phrases
options: {{phrases: [Ellery Docks]}}
message: “{{phrase}}” has been called Port Ellery since 2019.
rationale: Readers look for the new name.
remedy: Write the new name.
sources: [{{title: House style, status: house}}]
limits: Only this wording.
examples:
  bad:
    - text: The ferry left ⟦Ellery Docks⟧ at noon.
    - text: A crane stands at ⟦Ellery Docks⟧.
  good:
    - text: The ferry left Port Ellery at noon.
    - text: Ellery has docks.
"""
ARTICLE = "# Ferry leaves at noon\n\n{comment}The ferry left Ellery Docks at noon.\n"
RENAMED = "formerly: [words/port]\n"
DEPRECATED = "deprecated: {since: '0.2', use: [house/dock], why: It knew one dock.}\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, RENAMED)
    (tmp_path / "a.md").write_text(ARTICLE.format(comment=""), encoding="utf-8")
    (tmp_path / "newslint.yaml").write_text("rule_folders: own\n", encoding="utf-8")
    return tmp_path


def write(site: Path, more: str, name: str = "harbour") -> None:
    path = site / "own" / "house" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RULE.format(more=more), encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Run newslint, with warnings on standard error as the command has them."""
    capsys.readouterr()
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = lambda message, category, *place: tell(f"warning: {message}")
        status = main([*words])
    told = capsys.readouterr()
    return status, told.out, told.err


def rules_in(text: str) -> list[str]:
    return [line.split()[2] for line in text.splitlines()]


def test_a_former_name_works_on_the_command_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "a.md", "--select", "words/port", "--format", "concise")
    assert (status, rules_in(out)) == (1, ["house/harbour"])
    assert "--select: the rule `words/port` is now `house/harbour`" in err
    status, out, err = run(capsys, "a.md", "--ignore", "words/port", "--format", "concise")
    assert "house/harbour" not in out
    assert "--ignore: the rule `words/port` is now" in err
    status, out, err = run(capsys, "rules", "words/port", "--format", "json")
    assert [row["id"] for row in json.loads(out)["rules"]] == ["house/harbour"]
    status, out, err = run(capsys, "explain", "words/port")
    assert status == 0
    assert out.startswith("house/harbour: ")
    assert "words/port" in out.partition("Former names")[2]


@pytest.mark.parametrize(
    ("more", "is_reported", "line"),
    [
        ("rules: {words/port: off}\n", False, 2),
        ("rules:\n  words/port: advice\n", True, 3),
        ("per_file_ignores: {'*.md': words/port}\n", False, 2),
        ("overrides: [{files: '*.md', rules: {words/port: off}}]\n", False, 2),
    ],
)
def test_a_former_name_works_in_a_configuration(
    site: Path, capsys: pytest.CaptureFixture[str], more: str, is_reported: bool, line: int
) -> None:
    (site / "newslint.yaml").write_text(f"rule_folders: own\n{more}", encoding="utf-8")
    for _ in range(2):  # and where the second run has it from the cache
        _, out, err = run(capsys, "a.md", "--format", "concise", "--min-severity", "advice")
        assert ("house/harbour" in rules_in(out)) is is_reported
        assert f"newslint.yaml:{line}: " in err
        assert "the rule `words/port` is now `house/harbour`; the old name still works" in err


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- newslint: ignore[words/port] reason: a song -->\n",
        "---\nnewslint: {ignore: [{rule: words/port, reason: a song}]}\n---\n",
    ],
)
def test_a_former_name_works_in_an_article(site: Path, capsys: pytest.CaptureFixture[str], comment: str) -> None:
    text = ARTICLE.format(comment=comment) if comment.startswith("<") else comment + ARTICLE.format(comment="")
    (site / "a.md").write_text(text, encoding="utf-8")
    words = ("a.md", "--select", "house,suppressions", "--min-severity", "advice", "--format", "json")
    status, out, _ = run(capsys, *words)
    told = json.loads(out)
    assert status == 0
    assert [(found["rule"], found["severity"]) for found in told["diagnostics"]] == [
        ("suppressions/renamed-rule", "advice")
    ]
    assert "words/port is now house/harbour" in told["diagnostics"][0]["message"]
    assert "house/harbour" in json.dumps(told["excused"])


def test_a_baseline_survives_a_new_name(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "own/house/harbour.yaml").unlink()
    old = site / "own" / "words" / "port.yaml"
    old.parent.mkdir()
    old.write_text(RULE.format(more=""), encoding="utf-8")
    assert run(capsys, "baseline", "a.md")[0] == 0
    assert run(capsys, "a.md")[0] == 0
    old.unlink()
    write(site, RENAMED)
    status, _, err = run(capsys, "a.md")
    assert (status, "prune" in err) == (0, False)
    assert run(capsys, "baseline", "--prune", "a.md")[0] == 0
    kept = (site / ".newslint-baseline").read_text(encoding="utf-8")
    assert "house/harbour" in kept
    assert "words/port" not in kept
    assert run(capsys, "a.md", "--select", "house")[0] == 0


def test_a_deprecated_rule_works_and_says_what_replaces_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, DEPRECATED)
    write(site, "", "dock")
    says = "Deprecated since 0.2. It knew one dock. Use `house/dock`."
    _, out, err = run(capsys, "a.md", "--format", "concise")
    assert "house/harbour" in rules_in(out)
    assert "Deprecated" not in err  # nobody asked for it by name
    _, out, err = run(capsys, "a.md", "--select", "house/harbour", "--format", "concise")
    assert rules_in(out) == ["house/harbour"]
    assert f"--select: `house/harbour`: {says} It works until a later release drops it." in err
    assert says in " ".join(run(capsys, "explain", "house/harbour")[1].split())
    assert "Old name of the port (deprecated)" in run(capsys, "rules", "house")[1]
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(run(capsys, "rules", "--format", "csv")[1]))}
    assert (rows["house/harbour"]["status"], rows["house/harbour"]["deprecated"]) == ("deprecated", says)
    assert {rows["house/dock"]["status"]} == {"stable"}
    (site / "newslint.yaml").write_text("rule_folders: own\nrules: {house/harbour: warning}\n", encoding="utf-8")
    for _ in range(2):
        assert f"newslint.yaml:2: `house/harbour`: {says}" in run(capsys, "a.md")[2]


@pytest.mark.parametrize(
    ("more", "cause"),
    [
        ("formerly: [clarity/cliche]\n", "is a name of the rule `clarity/cliche`"),
        ("formerly: [Port]\n", "must match"),
        ("deprecated: {since: '0.2', use: [house/nothing]}\n", "there is no other rule `house/nothing`"),
        ("deprecated: {since: '0.2', use: [house/harbour]}\n", "there is no other rule `house/harbour`"),
        ("deprecated: {since: '0.2'}\n", "names what to use, or says why"),
        ("deprecated: {since: soon, why: Old.}\n", "must match"),
        ("preview: true\ndeprecated: {since: '0.2', why: Old.}\n", "not both"),
    ],
)
def test_a_life_that_cannot_be_is_refused(tmp_path: Path, more: str, cause: str) -> None:
    write(tmp_path, more)
    with pytest.raises(RuleFileError, match=cause):
        compile_rules([bundled("rules"), tmp_path / "own"])


def test_two_rules_cannot_have_had_one_name(tmp_path: Path) -> None:
    write(tmp_path, RENAMED)
    write(tmp_path, RENAMED, "dock")
    with pytest.raises(RuleFileError, match="`words/port` is a name of the rule `house/dock`"):
        compile_rules([tmp_path / "own"])


def test_another_rule_may_yield_to_a_former_name(tmp_path: Path) -> None:
    write(tmp_path, RENAMED)
    write(tmp_path, "yields_to: [words/port]\n", "dock")
    assert compile_rules([tmp_path / "own"])["house/dock"]["yields_to"] == ["house/harbour"]


def test_editors_are_told_of_former_names(tmp_path: Path) -> None:
    write(tmp_path, RENAMED)
    schema = SCHEMAS["configuration"](compile_rules([tmp_path / "own"]))
    old = schema["$defs"]["Rules"]["properties"]["words/port"]
    assert old["deprecated"]
    assert "house/harbour" in old["description"]
    assert "words/port" in schema["$defs"]["Names"]["enum"]


def released() -> tuple[str, set[str]]:
    """Return the version and the names of the rules that were published last."""
    first, *names = (ROOT / "tests/rules/released.txt").read_text(encoding="utf-8").split("\n")
    return first.removeprefix("# newslint "), {name for name in names if name}


def test_no_released_name_is_lost_and_new_rules_begin_on_trial() -> None:
    """So that a new release does not fail yesterday's green gate; `tools/release_rules.py` writes the list."""
    version, names = released()
    rules = compile_rules([bundled("rules")])
    former = {name for rule in rules.values() for name in rule["formerly"]}
    assert names - set(rules) - former == set(), "give the rule that took the place its former name"
    if version == __version__:
        new = [identity for identity, rule in rules.items() if identity not in names and not rule["preview"]]
        assert new == [], "new rules begin with `preview: true`"
