"""Globs of a configuration start from its own folder, wherever newslint is called and however a file is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.settings import Settings, load_settings

CONFIGURATION = """
overrides:
  - files: "columns/**"
    profile: opinion
per_file_ignores:
  "columns/*.md": [clarity]
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "columns").mkdir()
    (tmp_path / "newslint.yaml").write_text(CONFIGURATION, encoding="utf-8")
    return load_settings(tmp_path / "newslint.yaml", keep=False)


@pytest.mark.parametrize(
    ("folder", "name"),
    [(".", "columns/a.md"), (".", "./columns/a.md"), ("columns", "a.md"), ("columns", "../columns/a.md")],
)
def test_a_file_keeps_its_settings_in_every_working_directory(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, folder: str, name: str
) -> None:
    monkeypatch.chdir(settings.root / folder)
    assert settings.profile_of(name) == "opinion"
    assert [entry.rules for entry in settings.ignored_in(name)] == [("clarity",)]


def test_a_file_named_by_its_absolute_path_keeps_its_settings(settings: Settings) -> None:
    name = (settings.root / "columns" / "a.md").as_posix()
    assert settings.profile_of(name) == "opinion"
    assert [entry.rules for entry in settings.ignored_in(name)] == [("clarity",)]


def test_a_file_outside_of_the_configuration_s_folder_has_none(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(settings.root.parent)
    assert settings.profile_of("columns/a.md") == "news"
    assert settings.ignored_in("columns/a.md") == []
