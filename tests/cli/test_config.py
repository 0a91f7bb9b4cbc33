"""`newslint config` shows what holds for a file, and `--why` the line that says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.site_trees import ARTICLE, DRAFT, HEAD, JEKYLL, TODAY

from newslint.cli import main
from newslint.settings import load_settings
from newslint.settings.model import ConfigModel
from newslint.settings.provenance import Origins

CONFIG = """\
profile: profiles/desk.yaml
drafts: skip
exclude:
  - "old/**"
  - "*.tmp.md"
include: "extra/*.note"
content_types:
  field: category
  profiles:
    Comment: opinion
targets:
  grade: 12
overrides:
  - files: "other/**"
    profile: blog
  - files: ["letters/**", "columns/**"]
    profile: opinion
    rules:
      headline: off
      clarity/cliche: {severity: error, options: {phrases: [at the end of the day]}}
    require:
      elements: [headline]
per_file_ignores:
  "columns/*.md":
    rules: clarity
    reason: Columnists write as they like.
    until: 2027-06-30
"""
DESK = """\
extends: news
rules:
  search: error
  headline/headline-too-long:
    options:
      max_length: 77
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.fixture
def site(here: Path) -> Path:
    files = {
        "newslint.yaml": CONFIG,
        "profiles/desk.yaml": DESK,
        "columns/a.md": ARTICLE,
        "news/a.md": ARTICLE,
        "news/draft.md": DRAFT,
        "news/own.md": HEAD.format(date="2026-05-03", more="newslint: {profile: wire}\n"),
        "news/wrong.md": HEAD.format(date="2026-05-03", more="newslint: {profile: nothing}\n"),
        "news/typed.md": HEAD.format(date="2026-05-03", more="category: comment\n"),
        "news/later.md": HEAD.format(date="2026-12-24", more=""),
        "news/x.tmp.md": ARTICLE,
        "news/x.note": ARTICLE,
        "extra/x.note": ARTICLE,
        "old/deep/a.md": ARTICLE,
        ".gitignore": "# ours\n\n*.log\nsecret.md\n",
        "news/secret.md": ARTICLE,
        ".hidden/a.md": ARTICLE,
        "README.md": ARTICLE,
    }
    for name, text in files.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text, encoding="utf-8")
    return here


def facts(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, tuple[Any, str]]:
    """Return the value of each key, and the place that it comes from."""
    capsys.readouterr()
    assert main(["config", "--format", "json", "--today", TODAY, *words]) == 0
    rows = json.loads(capsys.readouterr().out)["settings"]
    assert len({row["key"] for row in rows}) == len(rows)
    return {
        row["key"]: (row["value"], f"{row['file']}:{row['line']}" if row["line"] else row["file"] or row["source"])
        for row in rows
    }


@pytest.mark.parametrize(
    ("path", "key", "value", "place"),
    [
        ("news/a.md", "profile", "profiles/desk.yaml", "newslint.yaml:1"),
        ("columns/a.md", "profile", "opinion", "newslint.yaml:17"),
        ("news/own.md", "profile", "wire", "news/own.md:5"),
        ("news/wrong.md", "profile", "profiles/desk.yaml", "newslint.yaml:1"),
        ("news/typed.md", "profile", "opinion", "newslint.yaml:10"),
        ("news/a.md", "drafts", "skip", "newslint.yaml:2"),
        ("news/a.md", "names", [], "default"),
        ("news/a.md", "exclude", ["old/**", "*.tmp.md"], "newslint.yaml:3"),
        ("news/a.md", "checked", True, "default"),
        ("old/deep/a.md", "checked", False, "newslint.yaml:4"),
        ("news/x.tmp.md", "checked", False, "newslint.yaml:5"),
        ("extra/x.note", "checked", True, "newslint.yaml:6"),
        ("news/x.note", "checked", False, "it is no article by its suffix"),
        ("README.md", "checked", False, "it is no article by its name"),
        (".hidden/a.md", "checked", False, "it lies in the folder `.hidden`"),
        ("news/secret.md", "checked", False, ".gitignore:4"),
        ("news/draft.md", "draft", True, "news/draft.md:5"),
        ("news/later.md", "draft", True, "news/later.md:4"),
        ("news/a.md", "draft", False, "default"),
        ("columns/a.md", "overrides[1].files", ["columns/**"], "newslint.yaml:16"),
        ("columns/a.md", "rules.clarity/cliche.severity", "error", "newslint.yaml:20"),
        ("columns/a.md", "rules.clarity/cliche.options.phrases", ["at the end of the day"], "newslint.yaml:20"),
        ("columns/a.md", "rules.headline/headline-too-long.enabled", False, "newslint.yaml:19"),
        ("columns/a.md", "require.elements", ["headline"], "newslint.yaml:22"),
        ("news/a.md", "rules.headline/headline-too-long.options.max_length", 77, "profiles/desk.yaml:6"),
        ("news/a.md", "targets.grade", 12, "newslint.yaml:12"),
        ("news/a.md", "targets.longest_sentence", 45, "default"),
    ],
)
def test_each_value_is_told_with_its_place(
    path: str, key: str, value: object, place: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told, where = facts(capsys, path)[key]
    assert told == value
    assert where.startswith(place)


def test_what_is_ignored_in_a_file_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry, place = facts(capsys, "columns/a.md")["per_file_ignores.columns/*.md"]
    assert entry == {"rules": ["clarity"], "reason": "Columnists write as they like.", "until": "2027-06-30"}
    assert place == "newslint.yaml:24"
    assert not [key for key in facts(capsys, "news/a.md") if key.startswith("per_file_ignores")]


def test_a_rule_that_is_as_shipped_is_not_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = facts(capsys, "news/a.md")
    assert not [key for key in told if key.startswith("rules.clarity/cliche")]
    assert {key.split("/")[0] for key in told if key.endswith(".severity")} <= {"rules.search"}


def test_the_command_line_says_so_where_it_decides(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert facts(capsys, "columns/a.md", "--profile", "blog")["profile"] == ("blog", "--profile")


def test_without_a_path_it_shows_what_holds_for_all(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = facts(capsys)
    assert told["profile"] == ("profiles/desk.yaml", "newslint.yaml:1")
    assert not told.keys() & {"checked", "draft", "overrides[1].files"}


def test_without_a_configuration_all_is_default_or_of_a_shipped_profile(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "a.md").write_text(ARTICLE, encoding="utf-8")
    assert {place.rpartition("/")[2].partition(":")[0] for _, place in facts(capsys, "a.md").values()} <= {
        "default",
        "news.yaml",
    }


def test_every_key_of_the_configuration_is_told(site: Path) -> None:
    told = {fact.key for fact in Origins(load_settings(site / "newslint.yaml", keep=False)).keys()}  # noqa: SIM118
    layered = {"profile", "extends", "description", "rules", "require", "overrides", "per_file_ignores", "targets"}
    assert told | layered | {"terms", "authors", "fields"} == set(ConfigModel.model_fields)


def test_house_style_is_told_where_it_stands(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "newslint.yaml").write_text(
        "extends: house.yaml\nauthors: [Ana Roe]\nterms:\n  - {not: quay side, use: quayside}\noverrides:\n"
        "  - files: a.md\n    terms:\n      lift: elevator\n    fields: {wip: {forbidden: true}}\n",
        encoding="utf-8",
    )
    (here / "house.yaml").write_text("terms:\n  tram: streetcar\n  lift: hoist\n", encoding="utf-8")
    (here / "a.md").write_text(ARTICLE, encoding="utf-8")
    told = facts(capsys, "a.md")
    assert {key: told[key] for key in told if key.partition(".")[0] in ("terms", "authors", "fields")} == {
        "terms.tram": ({"not": ["tram"], "use": ["streetcar"]}, "house.yaml:2"),
        "terms.quay side": ({"not": ["quay side"], "use": ["quayside"]}, "newslint.yaml:4"),
        "terms.lift": ({"not": ["lift"], "use": ["elevator"]}, "newslint.yaml:8"),
        "authors": ("newslint.yaml, authors", "newslint.yaml:2"),
        "fields.wip": ({"forbidden": True}, "newslint.yaml:9"),
    }
    assert not [key for key in told if key.startswith("rules.style/house-term")]


def test_toml_has_a_file_and_no_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "pyproject.toml").write_text('[tool.newslint]\nprofile = "blog"\n', encoding="utf-8")
    assert facts(capsys)["profile"] == ("blog", "pyproject.toml")


def test_templates_of_a_site_are_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    JEKYLL.build(here)
    checked, place = facts(capsys, "_includes/head.html")["checked"]
    assert (checked, place) == (False, "_config.yml")
    assert facts(capsys, "index.html")["checked"] == (False, "its text is a template of Jekyll")


def test_of_a_folder_it_is_told_whether_articles_in_it_are_checked(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    JEKYLL.build(here)
    (here / "newslint.yaml").write_text("exclude:\n  - about\n", encoding="utf-8")
    assert facts(capsys, "_posts")["checked"] == (True, "default")
    assert facts(capsys, "_includes")["checked"] == (False, "_config.yml")
    assert facts(capsys, "about")["checked"] == (False, "newslint.yaml:2")


def test_the_text_has_a_line_for_each_value_and_with_why_its_origin(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "columns/a.md"]) == 0
    plain = capsys.readouterr().out
    assert "\nprofile: opinion\n" in plain
    assert "newslint.yaml:17" not in plain
    assert main(["config", "--why", "columns/a.md"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition("  # ")[0].rstrip() for line in lines] == plain.splitlines()
    assert [line for line in lines if line.endswith("# newslint.yaml:17 (overrides[1])")]
    assert [line for line in lines if line.startswith("names: []") and line.endswith("# default")]


def test_a_shipped_profile_is_named_without_the_folder_of_this_machine(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "--why", "--profile", "opinion"]) == 0
    out = capsys.readouterr().out
    assert "# shipped profile opinion:" in out
    assert "opinion.yaml" not in out


def test_a_missing_path_and_a_broken_configuration_are_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "nowhere.md"]) == 2
    assert "no such file" in capsys.readouterr().err
    (here / "newslint.yaml").write_text("profil: news\n", encoding="utf-8")
    assert main(["config"]) == 2
    assert "Did you mean `profile`?" in capsys.readouterr().err


def test_what_a_file_is_called_steers_no_terminal(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "a\x1b[31m::error.md"
    (here / name).write_text(ARTICLE, encoding="utf-8")
    assert main(["config", "--why", name]) == 0
    assert "\x1b" not in capsys.readouterr().out
