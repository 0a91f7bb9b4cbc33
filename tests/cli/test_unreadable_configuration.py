"""A configuration that is there and cannot be read ends the run: to go on without it would judge by other rules."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.cli import main
from newslint.errors import ConfigurationError
from newslint.settings import find_config, load_settings

BAD = "# Harbour bridge closes for repairs\n\nThe bridge closes on Monday, TK said.\n"
Captured = pytest.CaptureFixture[str]
posix = pytest.mark.skipif(os.name == "nt", reason="needs links and pipes")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "site" / ".git").mkdir(parents=True)
    (tmp_path / "site" / "bad.md").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path / "site"


def loop(path: Path) -> None:
    path.symlink_to(path.name)


KINDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "broken link": (lambda path: path.symlink_to("nowhere.yaml"), "is a link to `nowhere.yaml`, which does not exist"),
    "loop": (loop, "is a circular link"),
    "folder": (Path.mkdir, "is a folder"),
    "pipe": (lambda path: os.mkfifo(path), "is a pipe"),
    "link to a folder": (lambda path: path.symlink_to("."), "is a folder"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "is a device"),
}


@posix
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["newslint.yaml", "newslint.yml", "pyproject.toml"])
def test_what_has_the_name_of_a_configuration_is_never_passed_over(
    kind: str, name: str, site: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, cause = KINDS[kind]
    make(site / name)
    (site.parent / "newslint.yaml").write_text("fail_on: never\n", encoding="utf-8")
    (site / "deep").mkdir()
    monkeypatch.chdir(site / "deep")
    for arguments in (["../bad.md"], ["rules"], ["../bad.md", "--config", f"../{name}"]):
        assert main(arguments) == 2
        told = capsys.readouterr().err
        assert name in told
        assert cause in told


@posix
def test_the_nearest_configuration_counts_whatever_stands_above_it(site: Path) -> None:
    (site / "newslint.yaml").symlink_to("nowhere.yaml")
    own = site / "deep" / "newslint.yml"
    own.parent.mkdir()
    own.write_text("profile: blog\n", encoding="utf-8")
    assert find_config(own.parent) == own
    with pytest.raises(ConfigurationError):
        find_config(site)


def test_a_configuration_that_may_not_be_read_is_an_error(
    site: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = Path.read_text

    def refuse(path: Path, *arguments: str, **settings: str) -> str:
        if path.name == "pyproject.toml":
            raise PermissionError(13, "Permission denied", str(path))
        return reading(path, *arguments, **settings)

    (site / "pyproject.toml").write_text("[tool.newslint]\n", encoding="utf-8")
    monkeypatch.setattr(Path, "read_text", refuse)
    assert main(["bad.md"]) == 2
    assert "pyproject.toml: the file cannot be read (Permission denied)" in capsys.readouterr().err


@posix
def test_a_link_to_a_configuration_is_one(site: Path, capsys: Captured) -> None:
    (site / "conf.yaml").write_text("fail_on: never\n", encoding="utf-8")
    (site / "newslint.yaml").symlink_to("conf.yaml")
    assert main(["bad.md"]) == 0


@posix
def test_a_pipe_among_house_rules_is_not_waited_for(site: Path) -> None:
    (site / "house" / "style").mkdir(parents=True)
    os.mkfifo(site / "house" / "style" / "plain.yaml")
    (site / "newslint.yaml").write_text("rule_folders: house\n", encoding="utf-8")
    command = [sys.executable, "-m", "newslint", "bad.md"]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, "plain.yaml: the file is a pipe" in done.stderr) == (2, True)


@pytest.mark.parametrize("key", ["rule_folders: [{}]", "extends: [{}]", "profile: {}", "site_root: {}", "rules: [{}]"])
@pytest.mark.parametrize("name", ['"\\0"', '"a\\0b"', '""', '"\\ud800"', '"' + "a/" * 2500 + '"'])
def test_a_name_that_no_file_can_have_is_told_with_its_line(key: str, name: str, site: Path, capsys: Captured) -> None:
    (site / "newslint.yaml").write_text(f"fail_on: error\n{key.format(name)}\n", encoding="utf-8")
    assert main(["bad.md", "--no-cache"]) == 2
    told = capsys.readouterr().err
    assert "internal error" not in told
    assert "newslint.yaml" in told
    if name != '"\\ud800"':  # which is no YAML at all
        assert "newslint.yaml:2" in told


SECRETS = ["secret_key: hunter2\n", "rules: {secret_key: off}\n", "fail_on: hunter2\n", "- hunter2\n", "a: [hunter2\n"]
SECRETS += ["rules: {clarity/cliche: {options: {secret_key: hunter2}}}\n", "extends: hunter2\n"]


@posix
@pytest.mark.parametrize("text", SECRETS)
@pytest.mark.parametrize(
    "way", ["extends: ../out.yaml", "profile: ../out.yaml", "extends: in.yaml", "link", "overrides"]
)
def test_nothing_is_quoted_of_a_file_outside_the_repository(way: str, text: str, site: Path, capsys: Captured) -> None:
    outside = site.parent / "out.yaml"
    outside.write_text(text, encoding="utf-8")
    config = site / "newslint.yaml"
    (site / "in.yaml").symlink_to(outside)
    if way == "link":
        config.symlink_to(outside)
    elif way == "overrides":
        config.write_text("overrides: [{files: '**', profile: ../out.yaml}]\n", encoding="utf-8")
    else:
        config.write_text(f"{way}\n", encoding="utf-8")
    assert main(["bad.md", "--no-cache"]) == 2
    told = capsys.readouterr().err
    assert "hunter2" not in told
    assert "secret" not in told
    assert "outside the configuration's folders" in told


@posix
def test_a_file_elsewhere_in_the_repository_is_quoted_and_one_outside_still_holds(site: Path, capsys: Captured) -> None:
    (site / "deep").mkdir()
    config = site / "deep" / "newslint.yaml"
    config.write_text("extends: ../desk.yaml\n", encoding="utf-8")
    (site / "desk.yaml").write_text("profil: news\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="unknown key `profil`"):
        load_settings(config, keep=False)
    (site.parent / "out.yaml").write_text("rules: {clarity: off}\n", encoding="utf-8")
    config.write_text("extends: ../../out.yaml\n", encoding="utf-8")
    assert "clarity/cliche" not in load_settings(config, keep=False).variant("news").on
