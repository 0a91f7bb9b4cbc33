"""Discovery: which files the paths of a command line lead to, and what is said of those that lead nowhere."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml

from newslint.cli import main
from newslint.discovery import Discovered, discover
from newslint.errors import UsageError
from newslint.site import Site
from newslint.source import SUFFIXES

Build = Callable[..., Path]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
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
    *paths: str, include: Sequence[str] = (), exclude: Sequence[str] = (), force_exclude: bool = False, **more: bool
) -> Discovered:
    return discover(paths, include, exclude, Path.cwd(), force_exclude=force_exclude, **more)


def names(found: Discovered) -> list[str]:
    return [path.as_posix() for path in found.files]


def test_a_folder_yields_article_files_in_sorted_order_whatever_their_depth(site: Build) -> None:
    site("b.md", "a/z.HTML", "a/c.txt", "a/b/d.markdown", "e.mdx", "f.htm", "g.py", "h.tex", "photo.jpg")
    assert names(find(".")) == ["a/b/d.markdown", "a/c.txt", "a/z.HTML", "b.md", "e.mdx", "f.htm"]


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_a_folder_yields_every_format_that_newslint_reads(site: Build, suffix: str) -> None:
    site(f"a/story{suffix}", f"b/STORY{suffix.upper()}", "c/story.tex")
    assert names(find("a")) == [f"a/story{suffix}"]
    assert names(find(".")) == [f"a/story{suffix}", f"b/STORY{suffix.upper()}"]
    hook = yaml.safe_load((Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
    # What the hook installs has no libraries for documents.
    assert bool(re.search(hook["files"], f"a/story{suffix}")) != (SUFFIXES[suffix] == "document")


@pytest.mark.parametrize(
    "name",
    "README.md readme.txt CHANGELOG-2.md Contributing.md LICENSE.txt CODE_OF_CONDUCT.md requirements-dev.txt "
    "robots.txt news/_index.md .github/issue.md .draft.md".split(),
)
def test_files_about_the_repository_are_never_found_by_walking(site: Build, name: str) -> None:
    site(name, "story.md")
    assert names(find(".")) == ["story.md"]


def test_such_a_file_is_linted_when_it_is_named(site: Build) -> None:
    site("README.md", ".github/issue.md", "notes.tex")
    assert names(find("README.md", ".github/issue.md", "notes.tex")) == [".github/issue.md", "README.md", "notes.tex"]


def test_include_adds_files_and_opens_dot_folders_that_it_names(site: Build) -> None:
    site("README.md", "a.rst", ".drafts/b.md", ".other/c.md", "d.md")
    found = find(".", include=["README.md", "*.rst", ".drafts/**"])
    assert names(found) == [".drafts/b.md", "README.md", "a.rst", "d.md"]


def test_exclude_takes_files_and_whole_folders_away(site: Build) -> None:
    site("a.md", "old/b.md", "x/old/c.md", "x/d.wire.md", "public/deep/e.html")
    assert names(find(".", exclude=["old", "*.wire.md", "public/**"])) == ["a.md"]


def test_a_file_that_two_paths_lead_to_is_kept_once(site: Build) -> None:
    root = site("a/b.md")
    assert names(find("a", "a/b.md", "./a/../a/b.md", str(root / "a"))) == ["a/b.md"]


def test_names_are_written_as_the_path_was_given(site: Build) -> None:
    root = site("a/b.md")
    assert names(find("./a/")) == ["a/b.md"]
    assert names(find(str(root))) == [f"{root.as_posix()}/a/b.md"]


def test_ignore_files_are_honoured_and_the_nearest_has_the_last_word(site: Build) -> None:
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


def test_ignore_files_above_a_named_folder_count_up_to_the_repository(site: Build) -> None:
    root = site(".gitignore=outer.md\n", "repo/.gitignore=wire/\n*.gen.md\n", "repo/.git/x", "repo/news/outer.md")
    site("repo/news/a.gen.md", "repo/news/wire/b.md", "repo/news/c.md")
    assert names(find("repo/news")) == ["repo/news/c.md", "repo/news/outer.md"]
    assert root.is_dir()


def test_a_folder_that_is_named_is_walked_even_if_it_is_ignored(site: Build) -> None:
    site(".git/x", ".gitignore=public/\n", "public/a.html", "b.md")
    assert names(find("public")) == ["public/a.html"]
    assert names(find(".")) == ["b.md"]


def test_the_hook_holds_named_files_to_the_same_rules(site: Build) -> None:
    site(".gitignore=built/\n", "built/deep/a.md", "old/b.md", "README.md", "c.py", ".x/d.md", "good.md")
    given = ["built/deep/a.md", "old/b.md", "README.md", "c.py", ".x/d.md", "good.md"]
    found = find(*given, exclude=["old"], force_exclude=True)
    assert names(found) == ["good.md"]
    assert found.excluded == tuple(given[:-1])


def test_a_folder_whose_files_are_all_excluded_is_excluded_and_no_error(site: Build) -> None:
    site("old/a.md", "new/b.md")
    found = find("old", "new", exclude=["old/"])
    assert (names(found), found.excluded) == (["new/b.md"], ("old",))


def test_a_missing_path_is_named_with_the_nearest_that_exists(site: Build) -> None:
    site("articles/harbour.md")
    with pytest.raises(UsageError, match=r"articles/harbor\.md: there is no .* Did you mean `articles/harbour\.md`\?"):
        find("articles/harbor.md")
    with pytest.raises(UsageError, match=r"Did you mean `articles/harbour\.md`\?"):
        find("article/harbour.md")
    with pytest.raises(UsageError, match="Check its spelling"):
        find("zzz")


def test_a_path_that_leads_to_no_file_is_an_error_that_says_what_to_do(site: Build) -> None:
    site("empty/README.md")
    with pytest.raises(UsageError, match=r"^empty: this folder contains no article file .* `include:`"):
        find("empty")


def test_a_loop_of_links_ends_and_a_link_to_a_file_counts(site: Build) -> None:
    root = site("a/b.md")
    (root / "a" / "loop").symlink_to(root, target_is_directory=True)
    (root / "a" / "linked.md").symlink_to(root / "a" / "b.md")
    (root / "a" / "broken.md").symlink_to(root / "nowhere.md")
    assert names(find(".")) == ["a/b.md", "a/linked.md"]


def test_a_folder_that_cannot_be_listed_is_reported(site: Build, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_the_order_of_the_paths_does_not_matter(site: Build) -> None:
    site("b.md", "a.md", "c/d.md")
    assert find("b.md", "c", "a.md") == find("c", "a.md", "b.md")


@pytest.fixture
def linked(site: Build) -> Path:
    """A repository whose folder `news` has links inside, elsewhere in the repository, out of it and into `.git`."""
    root = site(
        "outside.md", "repo/.git/config.md", "repo/other/a.md", "repo/news/deep/b.md", "repo/news/.gitignore=\n"
    )
    news = root / "repo" / "news"
    for name, target in {
        "in.md": "deep/b.md",
        "around.md": "../news/deep/b.md",
        "absolute.md": str(news / "deep" / "b.md"),
        "near.md": "../other/a.md",
        "out.md": "../../outside.md",
        "system.txt": "/etc/passwd",
        "twice.md": "out.md",
        "git.md": "../.git/config.md",
    }.items():
        (news / name).symlink_to(target)
    return root / "repo"


INSIDE = ["absolute.md", "around.md", "deep/b.md", "in.md"]


def test_a_link_is_followed_where_it_leads_into_a_folder_that_is_walked(
    linked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(linked / "news")
    found = find(".")
    assert (names(found), found.links) == (INSIDE, ("git.md", "near.md", "out.md", "system.txt", "twice.md"))
    monkeypatch.chdir(linked)
    found = find(".")
    assert names(found) == [*(f"news/{name}" for name in (*INSIDE, "near.md")), "other/a.md"]
    assert found.links == ("news/git.md", "news/out.md", "news/system.txt", "news/twice.md")
    assert "news/near.md" in names(find("other", "news"))
    assert "news/near.md" in find("news").links


def test_a_link_that_is_named_or_allowed_is_followed_wherever_it_leads(linked: Path) -> None:
    found = find("repo/news", "repo/news/out.md")
    assert "repo/news/out.md" in names(found)
    assert "repo/news/system.txt" in found.links
    found = find("repo/news", follow_links=True)
    assert (len(names(found)), found.links) == (9, ())


def test_a_named_folder_may_be_a_link_itself(linked: Path) -> None:
    Path("door").symlink_to("repo/news", target_is_directory=True)
    found = find("door")
    assert names(found) == [f"door/{name}" for name in INSIDE]
    assert "door/out.md" in found.links


def test_a_folder_of_nothing_but_links_that_lead_out_is_an_error_that_says_so(site: Build) -> None:
    root = site("a.md", "news/.gitignore=\n")
    (root / "news" / "b.md").symlink_to("../a.md")
    with pytest.raises(UsageError, match=r"^news: its only articles are links out .* `follow_links: true`"):
        find("news")


def test_the_hook_follows_no_link_out_of_the_repository(linked: Path) -> None:
    found = find("repo/news/in.md", "repo/news/near.md", "repo/news/out.md", "repo/news/git.md", force_exclude=True)
    assert names(found) == ["repo/news/in.md", "repo/news/near.md"]
    assert found.links == ("repo/news/git.md", "repo/news/out.md")


def test_a_link_that_leads_nowhere_is_told_as_such(site: Build) -> None:
    site("story.md")
    Path("loop.md").symlink_to("loop.md")
    Path("ping.md").symlink_to("pong.md")
    Path("pong.md").symlink_to("ping.md")
    Path("broken.md").symlink_to("gone.md")
    for name in ("loop.md", "ping.md"):
        with pytest.raises(UsageError, match=rf"^{name}: it is a circular link\.") as raised:
            find(name)
        assert "Did you mean" not in str(raised.value)
    with pytest.raises(UsageError, match=r"^broken\.md: it is a link to `gone\.md`, which does not exist\."):
        find("broken.md")


@pytest.mark.parametrize("name", ["a\0b.md", "a\0", "x" * 5000, "story.md/a.md"])
def test_a_name_that_no_file_can_have_is_told(site: Build, name: str) -> None:
    site("story.md")
    with pytest.raises(UsageError):
        find(name)


@pytest.mark.skipif(os.name == "nt", reason="needs pipes")
@pytest.mark.parametrize("name", [".gitignore", ".ignore", ".newslintignore"])
def test_an_ignore_file_is_a_file_of_no_great_size_within_the_repository(site: Build, name: str) -> None:
    root = site("a.md", "repo/.git/x", "repo/b.md", "repo/c/d.md", "secrets=[z-a]\n")
    ignore = root / "repo" / "c" / name
    os.mkfifo(ignore)
    assert find("repo/c").unreadable == (
        f"{root.as_posix()}/repo/c/{name}: the ignore file cannot be read (it is a pipe).",
    )
    ignore.unlink()
    ignore.symlink_to(root / "secrets")
    assert "it is a link that leads out of the repository" in find("repo").unreadable[0]
    ignore.unlink()
    ignore.write_text("d.md\n" * 300_000, encoding="utf-8")
    assert "it is too large" in find("repo").unreadable[0]
    ignore.unlink()
    (root / "repo" / "kept").write_text("d.md\n", encoding="utf-8")
    ignore.symlink_to("../kept")
    found = find("repo")
    assert (names(found), found.unreadable) == (["repo/b.md"], ())


def test_an_index_of_a_site_holds_nothing_from_outside_and_no_link_to_nowhere(linked: Path) -> None:
    root = linked / "news"
    (root / "gone.md").symlink_to("nowhere.md")
    (root / "folder").symlink_to("../other", target_is_directory=True)
    page = str(root / "deep" / "b.md")
    site = Site(root)
    for name in INSIDE:
        assert site.has(page, f"/{name}")
    for name in ("out.md", "near.md", "system.txt", "git.md", "gone.md", "folder/a.md", "folder"):
        assert not site.has(page, f"/{name}")
    assert Site(root, follow_links=True).has(page, "/out.md")
    assert not Site(root, follow_links=True).has(page, "/gone.md")


def test_a_named_folder_that_is_excluded_is_told_with_the_glob(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts/a.md").write_text("# The bridge\n\nIt closes on Monday.\n", encoding="utf-8")
    (tmp_path / "newslint.yaml").write_text("exclude: [/layouts]\n", encoding="utf-8")
    main(["check", "layouts", "--show-files"])
    told = capsys.readouterr()
    assert told.out == ""
    assert "layouts is excluded by `/layouts`" in told.err
    assert main(["check", "layouts"]) == 0
    assert capsys.readouterr().out == "No file was checked.\n"
    main(["check", "layouts/a.md", "--show-files"])
    assert capsys.readouterr().out == "layouts/a.md\n"
