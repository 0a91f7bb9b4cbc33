"""What a wheel brings compiled means what its rule files and profiles mean, and a damaged one is made anew."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.cli import main
from newslint.packing import pack_rules
from newslint.rules import prepared
from newslint.rules.folders import bundled, made_from, prepared_file
from newslint.settings import load_settings


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A newslint as a wheel installs it, with a few of its rules and without what a wheel brings compiled."""
    inside = tmp_path / "package" / "_bundled"
    for family in ("search", "lists", "jurisdictions"):
        shutil.copytree(bundled("rules") / family, inside / "rules" / family)
    (inside / "profiles").mkdir()
    (inside / "profiles" / "news.yaml").write_text("description: News.\n", encoding="utf-8")
    (inside / "profiles" / "blog.yaml").write_text("extends: news\nrules: {search: warning}\n", encoding="utf-8")
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    monkeypatch.setattr("newslint.rules.folders._PACKAGE", tmp_path / "package")
    _forget()
    yield inside
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    made_from.cache_clear()
    prepared.read_prepared.cache_clear()


def _bring(content: bytes) -> None:
    prepared_file().write_bytes(content)
    _forget()


@pytest.mark.parametrize("profile", ["news", "blog"])
def test_a_wheel_says_what_its_files_say(package: Path, profile: str) -> None:
    compiled = load_settings(None, keep=False)
    expected = compiled.variant(profile), compiled.config, compiled.fingerprint
    _bring(pack_rules())
    for file in package.glob("*/**/*.yaml"):
        file.write_text("title: [", encoding="utf-8")  # nothing else can be read any more
    brought = load_settings(None, keep=False)
    assert brought.variant(profile)._asdict() == expected[0]._asdict()
    assert (brought.config, brought.fingerprint) == expected[1:]


def test_what_a_wheel_brings_is_the_same_each_time_and_names_no_folder_of_its_maker(package: Path) -> None:
    made = pack_rules()
    assert made == pack_rules()
    assert str(package).encode() not in made


@pytest.mark.parametrize("damage", ["nothing", "half", "another version", "no rules", "a list"])
def test_a_damaged_file_is_as_if_there_were_none(package: Path, damage: str) -> None:
    whole = pack_rules()
    content = json.loads(whole)
    damaged = {
        "nothing": b"",
        "half": whole[: len(whole) // 2],
        "another version": json.dumps({**content, "version": "0.0"}).encode(),
        "no rules": json.dumps({**content, "rules": None}).encode(),
        "a list": b"[]",
    }
    expected = dict(load_settings(None, keep=False).compiled)
    _bring(damaged[damage])
    assert dict(load_settings(None, keep=False).compiled) == expected


def test_a_configuration_lies_over_what_a_wheel_brings(
    package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site" / "newslint.yaml").write_text("profile: blog\nrules: {search: 'off'}\n", encoding="utf-8")
    (tmp_path / "site" / "a.md").write_text("# A pier\n\nIt opened.\n", encoding="utf-8")
    _bring(pack_rules())
    next((package / "rules" / "search").glob("*.yaml")).write_text("title: [", encoding="utf-8")  # never read again
    assert main(["a.md"]) == 2
    assert "no rule is selected" in capsys.readouterr().err
