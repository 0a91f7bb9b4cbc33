"""Discovery: which files the paths of a command line lead to, and what is said of those that lead nowhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from newslint.discovery import Discovered, discover
from newslint.errors import UsageError

Site = Callable[..., Path]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a function that writes files below a fresh working folder; `name=text` where the text matters."""

    def build(*names: str, **texts: str) -> Path:
        for name in names:
            path, _, text = name.partition("=")
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        return tmp_path

    monkeypatch.chdir(tmp_path)
    return build


def find(
    *paths: str, include: Sequence[str] = (), exclude: Sequence[str] = (), force_exclude: bool = False
) -> Discovered:
    return discover(paths, include, exclude, Path.cwd(), force_exclude=force_exclude)


def names(found: Discovered) -> list[str]:
    return [path.as_posix() for path in found.files]


def test_a_folder_yields_article_files_in_sorted_order_whatever_their_depth(site: Site) -> None:
    site("b.md", "a/z.HTML", "a/c.txt", "a/b/d.markdown", "e.mdx", "f.htm", "g.py", "h.rst", "photo.jpg")
    assert names(find(".")) == ["a/b/d.markdown", "a/c.txt", "a/z.HTML", "b.md", "e.mdx", "f.htm"]


@pytest.mark.parametrize(
    "name",
    "README.md readme.txt CHANGELOG-2.md Contributing.md LICENSE.txt CODE_OF_CONDUCT.md requirements-dev.txt "
    "robots.txt news/_index.md .github/issue.md .draft.md".split(),
)
def test_files_about_the_repository_are_never_found_by_walking(site: Site, name: str) -> None:
    site(name, "story.md")
    assert names(find(".")) == ["story.md"]


def test_such_a_file_is_linted_when_it_is_named(site: Site) -> None:
    site("README.md", ".github/issue.md", "notes.rst")
    assert names(find("README.md", ".github/issue.md", "notes.rst")) == [".github/issue.md", "README.md", "notes.rst"]


def test_include_adds_files_and_opens_dot_folders_that_it_names(site: Site) -> None:
    site("README.md", "a.rst", ".drafts/b.md", ".other/c.md", "d.md")
    found = find(".", include=["README.md", "*.rst", ".drafts/**"])
    assert names(found) == [".drafts/b.md", "README.md", "a.rst", "d.md"]


def test_exclude_takes_files_and_whole_folders_away(site: Site) -> None:
    site("a.md", "old/b.md", "x/old/c.md", "x/d.wire.md", "public/deep/e.html")
    assert names(find(".", exclude=["old", "*.wire.md", "public/**"])) == ["a.md"]


def test_a_file_that_two_paths_lead_to_is_kept_once(site: Site) -> None:
    root = site("a/b.md")
    assert names(find("a", "a/b.md", "./a/../a/b.md", str(root / "a"))) == ["a/b.md"]


def test_names_are_written_as_the_path_was_given(site: Site) -> None:
    root = site("a/b.md")
    assert names(find("./a/")) == ["a/b.md"]
    assert names(find(str(root))) == [f"{root.as_posix()}/a/b.md"]


def test_ignore_files_are_honoured_and_the_nearest_has_the_last_word(site: Site) -> None:
    site(
        ".gitignore=*.tmp.md\nbuilt/\n",
        "sub/.newslintignore=!keep.tmp.md\nsecret.md\n",
        "sub/.ignore=keep.tmp.md\n",
        "a.md",
        "a.tmp.md",
        "built/b.md",
        "sub/keep.tmp.md",
        "sub/secret.md",
        "sub/c.md",
        "secret.md",
    )
    assert names(find(".")) == ["a.md", "secret.md", "sub/c.md", "sub/keep.tmp.md"]


def test_ignore_files_above_a_named_folder_count_up_to_the_repository(site: Site) -> None:
    root = site(".gitignore=outer.md\n", "repo/.gitignore=wire/\n*.gen.md\n", "repo/.git/x", "repo/news/outer.md")
    site("repo/news/a.gen.md", "repo/news/wire/b.md", "repo/news/c.md")
    assert names(find("repo/news")) == ["repo/news/c.md", "repo/news/outer.md"]
    assert root.is_dir()


def test_a_folder_that_is_named_is_walked_even_if_it_is_ignored(site: Site) -> None:
    site(".git/x", ".gitignore=public/\n", "public/a.html", "b.md")
    assert names(find("public")) == ["public/a.html"]
    assert names(find(".")) == ["b.md"]


def test_the_hook_holds_named_files_to_the_same_rules(site: Site) -> None:
    site(".gitignore=built/\n", "built/deep/a.md", "old/b.md", "README.md", "c.py", ".x/d.md", "good.md")
    given = ["built/deep/a.md", "old/b.md", "README.md", "c.py", ".x/d.md", "good.md"]
    found = find(*given, exclude=["old"], force_exclude=True)
    assert names(found) == ["good.md"]
    assert found.excluded == tuple(given[:-1])


def test_a_folder_whose_files_are_all_excluded_is_excluded_and_no_error(site: Site) -> None:
    site("old/a.md", "new/b.md")
    found = find("old", "new", exclude=["old/"])
    assert (names(found), found.excluded) == (["new/b.md"], ("old",))


def test_a_missing_path_is_named_with_the_nearest_that_exists(site: Site) -> None:
    site("articles/harbour.md")
    with pytest.raises(UsageError, match=r"articles/harbor\.md: there is no .* Did you mean `articles/harbour\.md`\?"):
        find("articles/harbor.md")
    with pytest.raises(UsageError, match=r"Did you mean `articles/harbour\.md`\?"):
        find("article/harbour.md")
    with pytest.raises(UsageError, match="Check its spelling"):
        find("zzz")


def test_a_path_that_leads_to_no_file_is_an_error_that_says_what_to_do(site: Site) -> None:
    site("empty/README.md")
    with pytest.raises(UsageError, match=r"^empty: this folder holds no article file .* `include:`"):
        find("empty")


def test_a_loop_of_links_ends_and_a_link_to_a_file_counts(site: Site) -> None:
    root = site("a/b.md")
    (root / "a" / "loop").symlink_to(root, target_is_directory=True)
    (root / "a" / "linked.md").symlink_to(root / "a" / "b.md")
    (root / "a" / "broken.md").symlink_to(root / "nowhere.md")
    assert names(find(".")) == ["a/b.md", "a/linked.md"]


def test_a_folder_that_cannot_be_listed_is_reported(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site("a.md", "closed/b.md")
    listing = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return listing(path)

    monkeypatch.setattr("newslint.discovery.os.scandir", refuse)
    found = find(".")
    assert names(found) == ["a.md"]
    assert found.unreadable == ("closed/: the folder cannot be listed (Permission denied).",)


def test_the_order_of_the_paths_does_not_matter(site: Site) -> None:
    site("b.md", "a.md", "c/d.md")
    assert find("b.md", "c", "a.md") == find("c", "a.md", "b.md")
