"""`newslint check --format html`: one page or a folder of them, and what stands in each."""

from __future__ import annotations

import io
import json
import pickle
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from newslint.cli import main
from newslint.processes import Work

GOOD = """---
title: Harbour bridge closes for repairs
author: Ana Roe
date: 2026-05-03
section: News
summary: The bridge over the Lune closes for six weeks.
---

The bridge closes on Monday, the [port authority](https://loam.example/port) said.
"""
BAD = GOOD + "\nThe ferry to to Hallin runs.\n"
DUTY = (
    GOOD.replace("Ana Roe", "Tom Lind") + "\nA student took her own life in March. The suicide shocked the college.\n"
)


class Desk:
    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys, self.err, self.status = folder, capsys, "", 0
        for name, text in {"a/good.md": GOOD, "a/bad.md": BAD, "b/duty.md": DUTY}.items():
            self.save(name, text)

    def save(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, *words: str) -> str:
        self.capsys.readouterr()
        self.status = main(["check", *words, "--format", "html", "--today", "2026-06-01"])
        told = self.capsys.readouterr()
        self.err = told.err
        return told.out

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def pages(self, folder: str = "report") -> dict[str, str]:
        """Return the pages of articles by the path that they are about."""
        texts = [path.read_text(encoding="utf-8") for path in sorted((self.folder / folder / "articles").iterdir())]
        return {re.findall(r"<h1[^>]*>(.*?)</h1>", text)[0]: text for text in texts}


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capsys)


def test_one_article_is_a_page_by_itself(desk: Desk) -> None:
    page = desk.run("a/bad.md")
    assert desk.status == 1
    assert page.count('<li class="note error"') == 1
    assert 'href="../index.html"' not in page
    assert desk.run("a/bad.md", "--output", "bad.html") == ""
    assert desk.read("bad.html") == page
    assert {path.name for path in desk.folder.iterdir()} == {"a", "b", "bad.html"}


def test_standard_input_is_a_page_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode()), encoding="utf-8"))
    assert '<h1 dir="auto">story.md</h1>' in desk.run("-", "--stdin-filename", "story.md")
    assert desk.status == 1


def test_several_articles_are_a_folder_with_an_overview(desk: Desk) -> None:
    assert desk.run(".", "--output", "report") == ""
    assert desk.status == 1
    assert "3 articles in report/index.html" in desk.err
    pages = desk.pages()
    assert set(pages) == {"a/bad.md", "a/good.md", "b/duty.md"}
    assert {path: page.count('<li class="note ') for path, page in pages.items()} == {
        "a/bad.md": 1,
        "a/good.md": 0,
        "b/duty.md": 1,
    }
    index = desk.read("report/index.html")
    for title in ("Findings by rule", "Findings by section", "Findings by author", "Findings by month", "Open duties"):
        assert title in index
    assert "3 articles, 1 with 6 duties: 1 missing and 5 clear." in index
    links = re.findall(r'href="(articles/[^"]+)"', index)
    assert all((desk.folder / "report" / link).is_file() for link in links)
    assert len(set(links)) == 3
    assert all('href="../index.html"' in page for page in pages.values())


def test_a_folder_with_one_article_is_a_folder_of_pages(desk: Desk) -> None:
    desk.run("b", "--output", "report")
    assert set(desk.pages()) == {"b/duty.md"}
    desk.run("a/good.md", "--output", "other/")
    assert set(desk.pages("other")) == {"a/good.md"}


def test_the_figures_are_those_of_an_audit(desk: Desk) -> None:
    desk.run(".", "--output", "report")
    desk.capsys.readouterr()
    main(["audit", ".", "--today", "2026-06-01"])
    assert desk.capsys.readouterr().out.splitlines()[-1] in desk.read("report/index.html")


def test_a_second_run_takes_away_the_pages_of_articles_that_are_gone(desk: Desk) -> None:
    desk.run(".", "--output", "report")
    before = desk.read("report/index.html")
    (desk.folder / "report" / "mine.txt").write_text("mine", encoding="utf-8")
    desk.run(".", "--output", "report")
    assert desk.read("report/index.html") == before
    (desk.folder / "a/bad.md").unlink()
    desk.run(".", "--output", "report")
    assert set(desk.pages()) == {"a/good.md", "b/duty.md"}
    assert desk.read("report/mine.txt") == "mine"


def test_a_list_of_pages_cannot_take_away_other_files(desk: Desk) -> None:
    desk.run(".", "--output", "report")
    desk.save("report/notes.html", "mine")
    told = (desk.folder / "report" / ".newslint-pages").read_text(encoding="utf-8")
    names = ("notes.html", "../a/good.md", "articles/../../a/good.md", "/etc/passwd")
    desk.save("report/.newslint-pages", "\n".join(names) + "\n" + told)
    desk.run(".", "--output", "report")
    assert desk.read("report/notes.html") == "mine"
    assert desk.read("a/good.md") == GOOD


def test_pages_are_no_articles_of_a_later_run(desk: Desk) -> None:
    desk.run(".", "--output", "report")
    desk.capsys.readouterr()
    main(["check", ".", "--show-files"])
    assert desk.capsys.readouterr().out.split() == ["a/bad.md", "a/good.md", "b/duty.md"]


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ((".",), "several articles make a folder of pages"),
        (("a/good.md", "a/bad.md"), "several articles make a folder of pages"),
        ((".", "--output", "a/good.md"), "one of the files to check"),
        (("a", "--output", "b/note.html"), "this is a file"),
        ((".", "--output", "a"), "holds other files"),
        (("a/good.md", "--output", "b"), "holds other files"),
        ((".", "--statistics", "--output", "x"), "lists findings and counts none"),
    ],
)
def test_a_folder_needs_a_place_of_its_own(words: tuple[str, ...], cause: str, desk: Desk) -> None:
    desk.save("b/note.html", "mine")
    before = {path: path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()}
    assert desk.run(*words) == ""
    assert desk.status == 2
    assert cause in desk.err
    assert {path: path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()} == before


def test_pages_do_not_replace_what_is_checked(desk: Desk) -> None:
    desk.run(".", "--output", "report")
    desk.save("report/story.md", BAD)
    assert desk.run("report/story.md", "a/good.md", "--output", "report") == ""
    assert desk.status == 2
    assert "one of the files to check is in this folder" in desk.err


def test_what_is_less_severe_than_asked_for_is_on_no_page(desk: Desk) -> None:
    desk.save("a/bad.md", BAD.replace("runs", "runs at the end of the day"))
    assert "clarity/cliche" not in desk.run("a/bad.md")
    assert "clarity/cliche" in desk.run("a/bad.md", "--min-severity", "advice")


def test_a_baseline_s_findings_are_on_no_page_and_their_duties_are_excused(desk: Desk) -> None:
    desk.save("newslint.yaml", "profile: news\n")
    main(["baseline", ".", "--today", "2026-06-01"])
    desk.run(".", "--output", "report")
    assert desk.status == 0
    assert all('<li class="note ' not in page for page in desk.pages().values())
    assert "6 duties: 1 excused and 5 clear." in desk.read("report/index.html")


def test_after_a_fix_a_page_shows_the_fixed_text(desk: Desk) -> None:
    desk.save("a/zero.md", GOOD + "\nThe fer\u200bry runs.\n")
    page = desk.run("a/zero.md", "--fix")
    assert "The ferry runs." in page
    assert "Fixed (1)" in page


def test_a_file_that_cannot_be_read_has_a_page_and_fails_the_run(desk: Desk) -> None:
    (desk.folder / "a" / "odd.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    desk.run("a/odd.md", "a/good.md", "--output", "report")
    assert desk.status == 2
    assert "cannot be shown" in desk.pages()["a/odd.md"]
    assert "a/odd.md" in desk.read("report/index.html")


def test_where_the_page_itself_fails_its_findings_are_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*words: object) -> str:
        raise ValueError("broken")

    monkeypatch.setattr("newslint.pages.making.article_page", fail)
    page = desk.run("a/bad.md")
    assert desk.status == 1
    assert "cannot be shown" in page
    assert page.count('<li class="note error"') == 1


def test_the_same_articles_make_the_same_pages_in_several_processes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work_here(items: Sequence[Any], jobs: int, work: Work, died: Callable[[Any], Any]) -> Iterator[Any]:
        assert jobs == 2
        work = pickle.loads(pickle.dumps(work))
        work.start(*work.arguments)
        return (work.do(pickle.loads(pickle.dumps(item))) for item in items)

    desk.run(".", "--output", "one", "--jobs", "1")
    monkeypatch.setattr("newslint.pages.making._WORTH_A_PROCESS", 2)
    monkeypatch.setattr("newslint.pages.making.work_on", work_here)
    desk.run(".", "--output", "two", "--jobs", "2")
    assert desk.pages("one") == desk.pages("two")
    assert desk.read("one/index.html") == desk.read("two/index.html")


def test_findings_agree_with_json(desk: Desk) -> None:
    desk.run(".", "--output", "report")
    desk.capsys.readouterr()
    main(["check", ".", "--format", "json", "--today", "2026-06-01", "--min-severity", "warning"])
    told = [
        (each["path"], each["rule"])
        for each in json.loads(desk.capsys.readouterr().out)["diagnostics"]
        if each["severity"] != "advice"
    ]
    shown = [
        (path, rule)
        for path, page in desk.pages().items()
        for rule in re.findall(r'<summary><span class="rule">(.*?)</span>', page)
    ]
    assert sorted(shown) == sorted(told)
