"""Documents on the command line: places that people can count, folders, zipped pages, fixes and standard input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.documents.made import p, packed, word

from newslint.cli import main

STORY = word(
    p("Ferry stops at Tarrow") + p() + p("By Mara Oduya") + p("Published 3 May 2026") + p("It sails at TK or not.")
)
PAGE = (
    '<html><body><p class="c1 title" id="h.abc">Ferry stops at Tarrow</p><p>By Mara Oduya</p>'
    "<p>Published 3 May 2026</p><p>It sails at TK or not, said the harbour master"
    '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>.</p>'
    '<div class="c9"><p class="c2"><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>TK ask her office</span></p></div>'
    "</body></html>"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.docx").write_bytes(STORY)
    return tmp_path


def _check(*words: str) -> int:
    return main(["check", "--today", "2026-05-04", "--select", "hygiene/tk-or-lorem", *words])


def test_a_place_is_a_paragraph_and_its_characters(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _check("story.docx") == 1
    assert "error    paragraph 4, characters 13–14  hygiene/tk-or-lorem" in capsys.readouterr().out
    assert _check("story.docx", "--format", "json") == 1
    (found,) = json.loads(capsys.readouterr().out)["diagnostics"]
    assert found["span"]["start"] == {"offset": 69, "line": 4, "column": 13}
    assert found["excerpt"] == "TK"


def test_a_folder_yields_documents_but_not_what_word_marks_as_open(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "~$story.docx").write_bytes(b"\x05Mara")
    assert _check(".", "--format", "concise") == 1
    assert capsys.readouterr().out.startswith("story.docx:4:13: error hygiene/tk-or-lorem")


def test_google_docs_zipped_page_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "story.zip").write_bytes(packed({"Story.html": PAGE, "images/image1.png": b"\x89PNG"}))
    assert _check("story.zip", "--format", "concise") == 1
    assert capsys.readouterr().out.count("hygiene/tk-or-lorem") == 1
    assert main(["inspect", "story.zip"]) == 0
    shown = capsys.readouterr().out
    assert "headline        Ferry stops at Tarrow" in shown
    assert "ask her office" not in shown


def test_a_document_is_neither_fixed_nor_read_from_standard_input(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doubled = word(p("Ferry stops at Tarrow") + p("The the\u200b ferry sails."))
    (folder / "story.docx").write_bytes(doubled)
    main(["check", "--fix", "--unsafe-fixes", "story.docx"])
    assert (folder / "story.docx").read_bytes() == doubled
    assert main(["check", "-", "--stdin-filename", "story.docx"]) == 2
    assert "not read from standard input" in capsys.readouterr().err


def test_the_configuration_says_how_tracked_changes_are_read(folder: Path) -> None:
    (folder / "story.docx").write_bytes(
        word(p("Sails at ", inner="<w:del><w:r><w:delText>TK</w:delText></w:r></w:del>"))
    )
    assert _check("story.docx") == 0
    assert _check("story.docx", "--tracked-changes", "rejected") == 1
    (folder / "newslint.yaml").write_text("tracked_changes: rejected\n", encoding="utf-8")
    assert _check("story.docx") == 1
    assert _check("story.docx", "--tracked-changes", "accepted") == 0
