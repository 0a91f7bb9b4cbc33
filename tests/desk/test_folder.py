"""The desk opens no file outside its folder, and writes only what it read, whole, on request."""

from __future__ import annotations

import os
from copy import copy
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.desk.conftest import STORY, At

from newslint.desk.folder import ChangedMeanwhileError, Folder, NoSuchArticleError, with_line_ends
from newslint.errors import NewslintError, SourceError
from newslint.settings import Settings

OUTSIDE = (
    *("../secret.md", "posts/../../secret.md", "posts/../posts/quay.md", "./posts/quay.md", "posts//quay.md"),
    *("/etc/passwd", "{root}/posts/quay.md", "{above}/secret.md", "//host/share/a.md", "\\\\host\\share\\a.md"),
    *("posts\\quay.md", "C:\\a.md", "c:a.md", "posts/quay.md\0", "posts/quay.md\0.txt", "posts/quay.md/", "posts"),
    *("posts/QUAY.md", "POSTS/quay.md", "posts/quay.md ", "posts/quay.md.", "%2e%2e/secret.md", "..%2fsecret.md"),
    *(
        "posts/ｑuay.md",
        "~/a.md",
        "file:///etc/passwd",
        "posts/quay.md::$DATA",
        "linked/secret.md",
        "link.md",
        ".git/a.md",
    ),
    *("notes.log", "newslint.yaml", "\ud800.md", "x" * 2000 + ".md"),
)


def folder_at(root: Path, plain: Settings) -> Folder:
    return Folder(str(root), copy(plain).placed_in(root))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, plain: Settings) -> Folder:
    root = tmp_path_factory.mktemp("files") / "articles"
    (root / "posts").mkdir(parents=True)
    (root / "posts" / "quay.md").write_text(STORY, encoding="utf-8")
    (root.parent / "secret.md").write_text("# Secret\n", encoding="utf-8")
    (root / "notes.log").write_text("log", encoding="utf-8")
    (root / ".git").mkdir()
    (root / ".git" / "a.md").write_text("# Git\n", encoding="utf-8")
    os.symlink(root.parent, root / "linked")
    os.symlink(root.parent / "secret.md", root / "link.md")
    os.symlink(root / "posts" / "quay.md", root / "inner.md")
    return folder_at(root, plain)


def named(folder: Folder, name: str) -> str:
    return name.format(root=folder.root, above=os.path.dirname(folder.root)) if "{" in name else name


def test_the_list_has_the_articles_and_no_links(folder: Folder) -> None:
    assert [entry.name for entry in folder.articles()] == ["posts/quay.md"]


@pytest.mark.parametrize("name", OUTSIDE, ids=ascii)
def test_nothing_outside_is_opened_or_written(folder: Folder, name: str) -> None:
    name = named(folder, name)
    before = {path: path.read_bytes() for path in Path(folder.root).parent.rglob("*.md")}
    with pytest.raises(NoSuchArticleError, match="the folder of this desk has no such article"):
        folder.open(name)
    with pytest.raises(NoSuchArticleError, match="the folder of this desk has no such article"):
        folder.save(name, "x", "0" * 64)
    assert {path: path.read_bytes() for path in Path(folder.root).parent.rglob("*.md")} == before


@pytest.mark.parametrize(
    "name",
    [
        "../new.md",
        "/tmp/new.md",
        "linked/new.md",
        "posts/new.py",
        "posts/.new.md",
        "no/new.md",
        "new.md\0",
        "a:b.md",
        "newslint.yaml",
        "quay.docx",
        ".newslint-baseline",
        "con?.md",
        "posts/../new.md",
        "new.md.",
        "new",
    ],
)
def test_no_new_file_is_made_elsewhere_or_of_another_kind(folder: Folder, name: str) -> None:
    before = sorted(Path(folder.root).parent.rglob("*"))
    with pytest.raises(NoSuchArticleError):
        folder.save(name, "# New\n", None)
    assert sorted(Path(folder.root).parent.rglob("*")) == before


@settings(max_examples=20)
@given(st.text(alphabet="./\\:~ab\0é%\ud800", max_size=12))
def test_no_name_leads_out(folder: Folder, name: str) -> None:
    with pytest.raises(NewslintError):
        folder.open(name)


def test_an_article_is_opened_saved_and_created(tmp_path: Path, plain: Settings) -> None:
    own = folder_at(tmp_path, plain)
    made = own.save("quay.md", "# One\n", None)
    assert (tmp_path / "quay.md").read_bytes() == b"# One\n"
    assert own.open("quay.md") == made
    saved = own.save("quay.md", "# Two\n", made.version)
    assert (tmp_path / "quay.md").read_bytes() == b"# Two\n"
    assert saved.version != made.version
    with pytest.raises(ChangedMeanwhileError, match="there is such a file already"):
        own.save("quay.md", "# Three\n", None)
    assert [path.name for path in tmp_path.iterdir()] == ["quay.md"]


def test_a_file_that_changed_since_is_left_alone(tmp_path: Path, plain: Settings) -> None:
    own = folder_at(tmp_path, plain)
    made = own.save("quay.md", "# One\n", None)
    (tmp_path / "quay.md").write_bytes(b"# A colleague's\n")
    with pytest.raises(ChangedMeanwhileError, match="it changed on the disk"):
        own.save("quay.md", "# Mine\n", made.version)
    assert (tmp_path / "quay.md").read_bytes() == b"# A colleague's\n"


def test_bytes_that_do_not_fit_are_shown_and_not_saved(tmp_path: Path, plain: Settings) -> None:
    own = folder_at(tmp_path, plain)
    (tmp_path / "old.md").write_bytes(b"# Caf\xe9\n")
    opened = own.open("old.md")
    assert (opened.text, opened.read_only) == ("# Café\n", "some of its bytes are not utf-8")
    with pytest.raises(SourceError, match="nothing was written"):
        own.save("old.md", "# Cafe\n", opened.version)


def test_a_document_is_opened_as_its_text_and_not_saved(tmp_path: Path, plain: Settings) -> None:
    own = folder_at(tmp_path, plain)
    (tmp_path / "quay.rtf").write_bytes(rb"{\rtf1\ansi The quay is open.\par}")
    opened = own.open("quay.rtf")
    assert "The quay is open." in opened.text
    assert opened.read_only.startswith("it is a document of a word processor")
    with pytest.raises(SourceError, match="nothing was written"):
        own.save("quay.rtf", "x", opened.version)


def test_encoding_mark_and_line_ends_stay(tmp_path: Path, plain: Settings) -> None:
    own = folder_at(tmp_path, plain)
    (tmp_path / "a.md").write_bytes("\ufeff# Café\r\n\r\nOne.\r\n".encode("utf-16-le"))
    opened = own.open("a.md")
    own.save("a.md", "# Café\n\nTwo.\nThree.\n", opened.version)
    assert (tmp_path / "a.md").read_bytes() == "\ufeff# Café\r\n\r\nTwo.\r\nThree.\r\n".encode("utf-16-le")


def test_a_character_that_the_encoding_lacks_is_told(tmp_path: Path, plain: Settings) -> None:
    own = folder_at(tmp_path, plain)
    (tmp_path / "a.html").write_bytes('<meta charset="iso-8859-1"><p>Café</p>\n'.encode("cp1252"))
    opened = own.open("a.html")
    with pytest.raises(SourceError, match="lacks the character U\\+2192"):
        own.save("a.html", opened.text.replace("é", "→"), opened.version)


LINES = st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.sampled_from(["\n", "\r\n", "\r"])), max_size=6)


@settings(max_examples=40)
@example([("b", "\n"), ("", "\r")], [("b", "\n"), ("", "\n"), ("", "\n"), ("", "\n")])
@given(LINES, LINES)
def test_line_ends_are_those_of_the_file(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> None:
    before = "".join(map("".join, old))
    after = "\n".join(line for line, _ in new)
    got = with_line_ends(before, after)
    assert got.replace("\r\n", "\n").replace("\r", "\n") == after
    shown = before.replace("\r\n", "\n").replace("\r", "\n")
    assert with_line_ends(before, shown) == before
    kinds = {end for _, end in old}
    if len(kinds) == 1 and kinds == {"\r\n"}:
        assert got.count("\r\n") == got.count("\n")


def test_the_desk_answers_with_these(at: At) -> None:
    answer = at.client.get("/article", params={"name": "../secret.md"}, headers=at.headers)
    assert (answer.status_code, "Nobody reads" in answer.text) == (404, False)
    opened = at.get("/article?name=posts/quay.md")
    assert opened["text"] == STORY
    stale = {"name": "posts/quay.md", "text": "x", "version": "0" * 64}
    assert at.client.post("/save", json=stale, headers=at.headers).status_code == 409
    assert (at.folder / "posts" / "quay.md").read_text(encoding="utf-8") == STORY
    made = at.post("/save", name="posts/new.md", text="# New\n", version=None)
    assert (at.folder / "posts" / "new.md").read_text(encoding="utf-8") == "# New\n"
    at.post("/save", name="posts/new.md", text="# Newer\n", version=made["version"])
    assert (at.folder / "posts" / "new.md").read_text(encoding="utf-8") == "# Newer\n"
    (at.folder / "posts" / "new.md").unlink()


def test_a_disk_without_links_is_written_to(tmp_path: Path, plain: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*names: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    own = folder_at(tmp_path, plain)
    own.save("quay.md", "# One\n", None)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"# One\n"]
    with pytest.raises(ChangedMeanwhileError):
        own.save("quay.md", "# Two\n", None)
