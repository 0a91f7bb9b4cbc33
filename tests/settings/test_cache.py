"""What is kept from one run to the next never lies: it is for what it was made from alone, and only ours."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newslint.cachefolder import cache_folder, keep, read_kept
from newslint.cli import main
from newslint.rules.folders import made_from
from newslint.settings import Settings, load_settings
from newslint.settings.cache import read_cache, write_cache

ARTICLE = "# The harbour\n\nAt the end of the day, the harbour closed for good.\n"
LOUD = "extends: news\nrules: {clarity: error}\n"
CALM = "extends: news\nrules: {clarity: 'off'}\n"


CLICHE = """title: A
severity: error
profiles: [all]
check: phrases
options: {phrases: [end of the day]}
message: “{phrase}”
rationale: r
remedy: m
sources: [{title: House, status: house}]
limits: l
examples: {bad: [{text: A ⟦foo⟧.}, {text: ⟦Foo⟧ b.}], good: [{text: A.}, {text: B.}]}
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with an article, and a newslint that ships one rule and two profiles, since resolving all takes long."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    write(tmp_path / "package" / "_bundled" / "rules" / "clarity" / "cliche.yaml", CLICHE)
    write(tmp_path / "package" / "_bundled" / "rules" / "other" / "plain.yaml", CLICHE.replace("end of", "start of"))
    for profile in ("news", "blog"):
        write(tmp_path / "package" / "_bundled" / "profiles" / f"{profile}.yaml", f"description: {profile}\n")
    monkeypatch.setattr("newslint.rules.folders._PACKAGE", tmp_path / "package")
    made_from.cache_clear()
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a.md").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(folder)
    yield folder
    made_from.cache_clear()


def run(capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, object]:
    status = main(["a.md", "--format", "json", "--today", "2026-01-15", *more])
    return status, json.loads(capsys.readouterr().out)


def agree(capsys: pytest.CaptureFixture[str]) -> tuple[int, object]:
    """Return the verdict with what is kept, which has to be the verdict without."""
    kept = run(capsys)
    assert kept == run(capsys, "--no-cache")
    return kept


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def rewrite(path: Path, text: str) -> None:
    """Change a file's content but neither its size nor its times."""
    before = path.stat()
    assert len(text.encode()) == before.st_size
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


RULE = CLICHE.replace("end of the day", "%s")


def _file(site: Path) -> tuple[Path, Path, Path]:
    write(site / "newslint.yaml", "extends: house.yaml\n")
    return site / "house.yaml", write(site / "one" / "x.yaml", LOUD), write(site / "two" / "x.yaml", CALM)


def _same_content(site: Path) -> tuple[Path, Path, Path]:
    """What a linked profile extends is named from where it lies: equal files mean different things."""
    write(site / "newslint.yaml", "extends: house.yaml\n")
    write(site / "one" / "base.yaml", LOUD)
    write(site / "two" / "base.yaml", CALM)
    extends = "extends: base.yaml\n"
    return site / "house.yaml", write(site / "one" / "x.yaml", extends), write(site / "two" / "x.yaml", extends)


def _folder(site: Path) -> tuple[Path, Path, Path]:
    write(site / "newslint.yaml", "extends: house/x.yaml\n")
    return site / "house", write(site / "one" / "x.yaml", LOUD).parent, write(site / "two" / "x.yaml", CALM).parent


def _profile(site: Path) -> tuple[Path, Path, Path]:
    write(site / "newslint.yaml", "profile: house.yaml\n")
    return site / "house.yaml", write(site / "one.yaml", LOUD), write(site / "two.yaml", CALM)


def _configuration(site: Path) -> tuple[Path, Path, Path]:
    return site / "newslint.yaml", write(site / "one.yaml", LOUD), write(site / "two.yaml", CALM)


def _rules(site: Path) -> tuple[Path, Path, Path]:
    write(site / "newslint.yaml", "rule_folders: house\n")
    one, two = (write(site / name / "style" / "a.yaml", RULE % word) for name, word in (("1", "harbour"), ("2", "no")))
    return site / "house", one.parents[1], two.parents[1]


def _family(site: Path) -> tuple[Path, Path, Path]:
    write(site / "newslint.yaml", "rule_folders: house\n")
    write(site / "house" / "other" / "a.yaml", RULE % "zzz")
    one, two = (write(site / name / "a.yaml", RULE % word) for name, word in (("one", "harbour"), ("two", "none")))
    return site / "house" / "style", one.parent, two.parent


def _rule(site: Path) -> tuple[Path, Path, Path]:
    write(site / "newslint.yaml", "rule_folders: house\n")
    (site / "house" / "style").mkdir(parents=True)
    one, two = (write(site / f"{word}.yaml", RULE % word) for word in ("harbour", "none"))
    return site / "house" / "style" / "a.yaml", one, two


@pytest.mark.parametrize("made", [_file, _same_content, _folder, _profile, _configuration, _rules, _family, _rule])
def test_a_link_that_leads_elsewhere_is_followed_anew(
    made: Callable[[Path], tuple[Path, Path, Path]], site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link, first, second = made(site)
    link.symlink_to(first)
    before = agree(capsys)
    link.unlink()
    link.symlink_to(second)
    after = agree(capsys)
    assert before != after


def _changed_configuration(site: Path) -> tuple[Path, str]:
    return write(site / "newslint.yaml", "fail_on: never\n"), "fail_on: error\n"


def _changed_parent(site: Path) -> tuple[Path, str]:
    write(site / "newslint.yaml", "extends: a.yaml\n")
    return write(site / "a.yaml", "rules: {clarity: error}\n"), "rules: {clarity: off  }\n"


def _changed_rule(site: Path) -> tuple[Path, str]:
    write(site / "newslint.yaml", "rule_folders: house\n")
    return write(site / "house" / "style" / "a.yaml", RULE % "harbour"), RULE % "herbour"


def _changed_list(site: Path) -> tuple[Path, str]:
    write(site / "newslint.yaml", "rule_folders: house\n")
    write(site / "house" / "style" / "a.yaml", RULE % "'list:words'")
    return write(site / "house" / "lists" / "words.txt", "harbour\n"), "herbour\n"


@pytest.mark.parametrize("made", [_changed_configuration, _changed_parent, _changed_rule, _changed_list])
def test_a_change_that_keeps_size_and_time_shows_in_the_next_run(
    made: Callable[[Path], tuple[Path, str]], site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, other = made(site)
    before = agree(capsys)
    rewrite(path, other)
    assert agree(capsys) != before


def test_profiles_that_are_shipped_through_a_link_are_shipped_profiles(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = site.parent / "package" / "_bundled" / "profiles"
    shipped.rename(site.parent / "elsewhere")
    shipped.symlink_to(site.parent / "elsewhere")
    assert agree(capsys)[0] == 1


def test_what_is_kept_is_used_where_nothing_changed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site / "newslint.yaml", "extends: a.yaml\n")
    write(site / "a.yaml", LOUD)
    run(capsys)
    assert not load_settings(site / "newslint.yaml")._is_changed
    os.utime(site / "a.yaml", (1, 1))  # times mean nothing: a checkout makes them anew
    assert not load_settings(site / "newslint.yaml")._is_changed
    shutil.copytree(site, site.parent / "other")
    assert load_settings(site.parent / "other" / "newslint.yaml")._is_changed


def test_what_is_kept_is_only_for_the_version_and_interpreter_that_made_it(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(site / "newslint.yaml", "")
    _fill(site)
    assert read_cache(site / "newslint.yaml") is not None
    for other in (["0.0", "cpython", "3"], ["0.1.0", "pypy", "3"]):
        state = read_cache(site / "newslint.yaml")
        assert state is not None
        with monkeypatch.context() as changed:
            changed.setattr("newslint.settings.cache._MADE_BY", other)
            assert read_cache(site / "newslint.yaml") is None
            # Even where the name of the file would be the same, its stamps tell.
            changed.setattr("newslint.settings.cache._name_of", lambda config: "same")
            write_cache(None, state)
            assert read_cache(None) is None


def _fill(site: Path) -> tuple[Settings, Path]:
    settings = load_settings(site / "newslint.yaml")
    settings.save()
    folder = cache_folder()
    assert folder is not None
    return settings, Path(folder) / "private"


def test_only_data_is_kept_and_loading_it_gives_what_was_resolved(site: Path) -> None:
    write(site / "newslint.yaml", "names: [Hallin]\noverrides: [{files: a.md, profile: blog}]\n")
    settings, folder = _fill(site)
    settings.variant("news")
    settings.variant("blog", (0,))
    settings._is_changed = True
    settings.save()
    assert json.loads(json.dumps(settings.state)) == settings.state
    assert read_cache(site / "newslint.yaml") == settings.state
    assert all(file.name.startswith("settings-") for file in folder.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="the modes of POSIX")
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o720, 0o702])
@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_others_may_write_is_neither_read_nor_written(mode: int, what: str, site: Path) -> None:
    write(site / "newslint.yaml", "")
    _, folder = _fill(site)
    (file,) = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    assert read_kept(file.name)
    (folder if what == "folder" else file).chmod(mode)
    assert read_kept(file.name) is None
    assert read_cache(site / "newslint.yaml") is None
    if what == "folder":
        keep("other", b"data")
        assert not (folder / "other").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_belongs_to_somebody_else_is_not_read(what: str, site: Path) -> None:
    write(site / "newslint.yaml", "")
    _, folder = _fill(site)
    (file,) = folder.iterdir()
    os.chown(folder if what == "folder" else file, 65534, 65534)
    assert read_kept(file.name) is None


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
def test_a_link_or_a_pipe_in_place_of_what_was_kept_is_not_read(site: Path) -> None:
    write(site / "newslint.yaml", "")
    _, folder = _fill(site)
    (file,) = folder.iterdir()
    moved = file.rename(site / "moved")
    file.symlink_to(moved)
    assert read_kept(file.name) is None
    file.unlink()
    os.mkfifo(file)
    assert read_kept(file.name) is None


@pytest.mark.parametrize("name", ["NEWSLINT_CACHE_DIR", "XDG_CACHE_HOME"])
@pytest.mark.parametrize("value", [".cache", "cache/deep", "./x", "..", ""])
def test_a_cache_folder_that_is_named_relatively_is_ignored(
    name: str, value: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for other in ("NEWSLINT_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv("HOME", str(site / "home"))
    monkeypatch.setenv(name, value)
    assert cache_folder() == str(site / "home" / ".cache" / "newslint")


@pytest.mark.skipif(os.name == "nt", reason="HOME is of POSIX")
@pytest.mark.parametrize("home", ["", ".", "home"])
def test_a_home_that_is_no_folder_of_its_own_keeps_nothing(
    home: str, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("NEWSLINT_CACHE_DIR")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", home)
    assert cache_folder() is None
    keep("x", b"data")
    assert read_kept("x") is None
    assert run(capsys) == run(capsys, "--no-cache")
    assert sorted(path.name for path in site.iterdir()) == ["a.md"]


def test_a_kept_state_that_lacks_a_part_or_has_another_in_its_place_is_made_anew(site: Path) -> None:
    write(site / "newslint.yaml", "")
    settings, _ = _fill(site)
    for part in settings.state:
        for state in (
            {key: value for key, value in settings.state.items() if key != part},
            {**settings.state, part: None},
            {**settings.state, part: 3},
        ):
            write_cache(site / "newslint.yaml", state)
            assert read_cache(site / "newslint.yaml") is None
            assert load_settings(site / "newslint.yaml").compiled.keys() == settings.compiled.keys()


@pytest.mark.parametrize("at", [0, 5, 64, 65, 70, 500, -1])
def test_a_bit_that_flipped_is_noticed(at: int, site: Path) -> None:
    write(site / "newslint.yaml", "")
    _, folder = _fill(site)
    (file,) = folder.iterdir()
    data = bytearray(file.read_bytes())
    data[at] ^= 4
    file.write_bytes(data)
    assert read_cache(site / "newslint.yaml") is None
    file.write_bytes(file.read_bytes()[:-1])
    assert read_cache(site / "newslint.yaml") is None
