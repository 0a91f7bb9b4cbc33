"""Globs and ignore files of strangers take time in proportion to a path, or are refused with their line."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.pathologies import is_linear
from hypothesis import given, settings
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from newslint.cli import main
from newslint.errors import ConfigurationError
from newslint.settings import load_settings
from newslint.settings.globs import MOST_ALTERNATIVES, alternatives, matches
from newslint.settings.ignore_lines import read_ignore_lines

TWENTY_FOUR = "{a,b}" * 24


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"profile: news\nexclude:\n  - drafts/**\n  - '{TWENTY_FOUR}'\n", 4),
        (f"include: ['{TWENTY_FOUR}.md']\n", 1),
        (f"profile: news\nper_file_ignores:\n  '{TWENTY_FOUR}': [clarity]\n", 3),
        (f"profile: news\noverrides:\n  - files: '{TWENTY_FOUR}/**'\n    profile: opinion\n", 3),
        ("profile: news\n\nexclude: ['{" + ",".join("abc" for _ in range(MOST_ALTERNATIVES + 1)) + "}']\n", 3),
        (f"exclude:\n- '{'a' * 1001}'\n", 2),
    ],
)
def test_an_explosive_glob_is_refused_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "newslint.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_settings(path, keep=False)
    assert f"newslint.yaml:{line}: " in str(caught.value)
    assert "glob" in str(caught.value)


def test_the_exit_status_is_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "newslint.yaml").write_text(f"exclude: ['{TWENTY_FOUR}']\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("# A word\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--no-cache", "a.md"]) == 2


def test_as_many_alternatives_as_are_allowed_are_read() -> None:
    glob = "{" + ",".join(f"n{number}" for number in range(MOST_ALTERNATIVES)) + "}"
    assert len(alternatives(glob)) == MOST_ALTERNATIVES
    assert matches(f"n{MOST_ALTERNATIVES - 1}", glob)
    with pytest.raises(ValueError, match="alternatives"):
        alternatives(glob.replace("{", "{one-more,"))


def _ignores(path: str, line: str) -> bool | None:
    return read_ignore_lines([line]).check_file(path).include


# Glob and path; the path is made twice as long.
EXPLOSIVE = [
    ("x/" + "*a" * 12 + "b", "x/{}", "a"),
    ("*" * 30 + "z", "{}", "a"),
    ("*?" * 12 + "z", "{}", "é"),
    ("**/" * 12 + "zz", "{}q", "y/"),
    ("**/a/" * 8 + "zz", "{}q", "a/"),
    ("a/" + "**/*a*/" * 6 + "zz", "{}q", "aa/"),
    ("**a" * 10 + "z", "{}", "a"),
    ("[!b]*" * 10 + "z", "{}", "a"),
]


@pytest.mark.parametrize(("glob", "frame", "part"), EXPLOSIVE)
@pytest.mark.parametrize("read", [matches, _ignores])
def test_time_grows_with_the_path_and_no_faster(read: Callable[..., object], glob: str, frame: str, part: str) -> None:
    assert is_linear(lambda size: frame.format(part * size), lambda path: read(path, glob), largest=50_000)


GLOB_PARTS = st.sampled_from(["*", "**", "**/", "/**/", "/", "?", "a", "b", ".md", "[ab]", "*a", "a/", "b/**/", "\\*"])
PATH_PARTS = st.sampled_from(["a", "b", "/a", ".md", "ab", "aa/b", "/b", "c", "*"])


@settings(deadline=None, max_examples=300)
@given(st.lists(GLOB_PARTS, min_size=1, max_size=8), st.lists(PATH_PARTS, min_size=1, max_size=8))
def test_a_line_of_an_ignore_file_means_what_it_meant(glob: list[str], path: list[str]) -> None:
    line, name = "".join(glob), "".join(path).strip("/")
    try:
        plain = GitIgnoreSpec.from_lines([line])
    except ValueError:
        return
    assert read_ignore_lines([line]).check_file(name).include == plain.check_file(name).include


def test_git_agrees_that_a_set_takes_no_slash(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("x[!a]*y*z\n", encoding="utf-8")
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "by.z").write_text("", encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    said = subprocess.run(["git", "check-ignore", "-q", "x/by.z"], cwd=tmp_path, check=False).returncode
    assert (said == 0) == bool(_ignores("x/by.z", "x[!a]*y*z")) == False  # noqa: E712 (three answers are compared)


@pytest.mark.parametrize(
    ("glob", "path", "is_match"),
    [
        ("*.md", "a/b.md", True),
        ("/*.md", "a/b.md", False),
        ("drafts", "x/drafts/a.md", True),
        ("drafts/**", "drafts", False),
        ("a/**/b", "a/b", True),
        ("a/**/b", "a/x/y/b", True),
        ("a**b", "ax/yb", True),
        ("a*b", "ax/yb", False),
        ("{a,b}/*.md", "b/x.md", True),
        ("{a}", "{a}", True),
        ("{a,{b,c}}", "c", True),
        ("x?z", "x/z", False),
        ("x\n*", "x\ny", True),
        ("**/x.md", "x.md", True),
        ("./a/", "a/b", True),
    ],
)
def test_what_globs_mean(glob: str, path: str, is_match: bool) -> None:
    assert matches(path, glob) is is_match
