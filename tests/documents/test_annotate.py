"""Comments in documents: at their words, without a change to anything else, once however often they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.documents.comparing import look_of_odt, look_of_word
from tests.documents.made import Item, W, docx_of, odt_of, p, packed, unpacked, word

from newslint.cli import main
from newslint.documents import Note, read_document, write_notes
from newslint.documents.model import AUTHOR

NOTES = [Note(0, 5, ("error: a/b", "Said so.")), Note(3, 9, ("warning: c/d", "And so.")), Note(9, 9, ("x", "y"))]
ITEMS = [
    Item("title", (("Ferry stops at Tarrow", ""),)),
    Item("paragraph", (("By Mara Oduya", ""),)),
    Item("paragraph", (("“Nobody told us,” said ", ""), ("Ben Doe", "https://hallin.example/"), (". TK 👩‍👩‍👧", ""))),
    Item("list-item", (("First\nand second", ""),), is_strong=True),
]
DOCX, ODT = docx_of(ITEMS), odt_of(ITEMS)
_BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>bold </w:t><w:tab/><w:t xml:space='preserve'>and more</w:t><w:br/></w:r>"
_LINK = "<w:hyperlink w:anchor='x'><w:r><w:t>a link that goes on</w:t></w:r></w:hyperlink>"
_NEW = "<w:ins w:id='9'><w:r><w:t>inserted words</w:t></w:r></w:ins>"
_NEW += "<w:del w:id='8'><w:r><w:delText>no</w:delText></w:r></w:del>"
MIXED = word(p("Ferry stops at Tarrow") + p("It is ", inner=_BOLD + _LINK + _NEW) + p("The end 👩‍👩‍👧 שלום."))


def _remarks(data: bytes, name: str) -> Iterator[tuple[str, str, str]]:
    document = read_document(data, name)
    for remark in document.remarks:
        yield remark.author, document.text[remark.start : remark.end], remark.text


@given(st.lists(st.tuples(st.integers(0, 120), st.integers(0, 20)), max_size=8))
@settings(max_examples=15)
def test_comments_in_word_change_nothing_else_and_stand_at_their_words(places: list[tuple[int, int]]) -> None:
    data, text = MIXED, read_document(MIXED, "a.docx").text
    notes = [Note(start, start + size, (f"note {number}",)) for number, (start, size) in enumerate(places)]
    made = write_notes(data, "a.docx", notes)
    assert look_of_word(made) == look_of_word(data)
    assert read_document(made, "a.docx").text == text
    before, after = unpacked(data), unpacked(made)
    assert {name for name in before if before[name] != after[name]} <= {
        "word/document.xml",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    }
    assert set(after) - set(before) <= {"word/comments.xml"}
    _check_places(made, "a.docx", notes, text)
    assert write_notes(made, "a.docx", notes) == made


@given(st.lists(st.tuples(st.integers(0, 120), st.integers(0, 20)), max_size=8))
@settings(max_examples=15)
def test_comments_in_opendocument_change_nothing_else(places: list[tuple[int, int]]) -> None:
    data, text = ODT, read_document(ODT, "a.odt").text
    notes = [Note(start, start + size, (f"note {number}",)) for number, (start, size) in enumerate(places)]
    made = write_notes(data, "a.odt", notes)
    assert look_of_odt(made) == look_of_odt(data)
    assert read_document(made, "a.odt").text == text
    before, after = unpacked(data), unpacked(made)
    assert [name for name in before if before[name] != after[name]] in ([], ["content.xml"])
    assert [*before] == [*after]
    _check_places(made, "a.odt", notes, text)
    assert write_notes(made, "a.odt", notes) == made


def _check_places(made: bytes, name: str, notes: list[Note], text: str) -> None:
    told = {body: words for _, words, body in _remarks(made, name)}
    assert {author for author, _, _ in _remarks(made, name)} <= {AUTHOR}
    assert len(told) == len(notes)
    for note in notes:
        words = text[note.start : note.end].partition("\n")[0] if note.start < len(text) else ""
        if words.strip("\u2028\t"):
            assert told[note.lines[0]] == words.strip("\u2028\t")


@pytest.mark.parametrize(("name", "write"), [("a.docx", docx_of), ("a.odt", odt_of)])
def test_a_second_run_replaces_its_own_comments_and_no_other(name: str, write: Callable[[list[Item]], bytes]) -> None:
    made = write_notes(write(ITEMS), name, NOTES)
    made = _by_another(made, "And so.", "Ana Roe")
    again = write_notes(made, name, [Note(6, 11, ("new", "one"))])
    assert sorted((author, text) for author, _, text in _remarks(again, name)) == [
        ("Ana Roe", "warning: c/d\nAnd so."),
        (AUTHOR, "new\none"),
    ]


def _by_another(data: bytes, words: str, author: str) -> bytes:
    """Give the comment with some words another author."""
    parts = unpacked(data)
    for name in ("word/comments.xml", "content.xml"):
        if name in parts:
            root = etree.fromstring(parts[name])
            for comment in root.iter("{*}comment", "{*}annotation"):
                if words in "".join(comment.itertext()):
                    for creator in comment.iterfind("{*}creator"):
                        creator.text = author
                    if comment.get(f"{{{W}}}author"):
                        comment.set(f"{{{W}}}author", author)
            parts[name] = etree.tostring(root)
    return packed(parts)


def test_a_comment_that_was_answered_or_resolved_stays_and_is_not_made_again() -> None:
    made = write_notes(word(p("One two three four.")), "a.docx", [Note(0, 3, ("first",)), Note(4, 7, ("second",))])
    parts = unpacked(made)
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    root = etree.fromstring(parts["word/comments.xml"])
    for number, paragraph in enumerate(root.iter(f"{{{W}}}p")):
        paragraph.set(f"{{{w14}}}paraId", f"0000000{number}")
    parts["word/comments.xml"] = etree.tostring(root)
    parts["word/commentsExtended.xml"] = (
        f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="00000000" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000001" w15:done="0"/></w15:commentsEx>'
    ).encode()
    relation = '<Relationship Id="rE" Type="http://x/commentsExtended" Target="commentsExtended.xml"/></Relationships>'
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", relation.encode())
    again = write_notes(packed(parts), "a.docx", [Note(0, 3, ("first",)), Note(4, 7, ("third",))])
    assert [text for _, _, text in _remarks(again, "a.docx")] == ["first", "third"]
    assert b"00000001" not in unpacked(again)["word/commentsExtended.xml"]


def test_a_finding_in_a_note_is_told_at_its_sign() -> None:
    sign = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = word(
        p("Copy.", inner=sign), footnotes=f'<w:root><w:footnote w:id="2">{p("A TK note.")}</w:footnote></w:root>'
    )
    text = read_document(data, "a.docx").text
    made = write_notes(data, "a.docx", [Note(text.index("TK"), text.index("TK") + 2, ("here",))])
    body = unpacked(made)["word/document.xml"].decode()
    assert body.index("commentRangeStart") < body.index("footnoteReference") < body.index("commentRangeEnd")
    assert unpacked(made)["word/footnotes.xml"] == unpacked(data)["word/footnotes.xml"]


def test_a_finding_in_a_text_box_is_told_at_the_run_that_holds_it() -> None:
    box = f"<w:pict><w:txbxContent>{p('A TK box.')}</w:txbxContent></w:pict>"
    choice = f'<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice>{box}</mc:Choice></mc:AlternateContent>'
    data = word(p("Copy.", inner=f"<w:r>{choice}</w:r>"))
    text = read_document(data, "a.docx").text
    assert text == "Copy.\nA TK box.\n"
    made = write_notes(data, "a.docx", [Note(text.index("TK"), text.index("TK") + 2, ("here",))])
    root = etree.fromstring(unpacked(made)["word/document.xml"])
    names = [etree.QName(child).localname for child in root.find(f".//{{{W}}}p")]
    assert names == ["r", "commentRangeStart", "r", "commentRangeEnd", "r"]


def test_word_s_library_reads_the_comments(tmp_path: Path) -> None:
    from docx import Document

    path = tmp_path / "a.docx"
    path.write_bytes(write_notes(DOCX, "a.docx", NOTES))
    comments = [*Document(str(path)).comments]
    assert [(one.author, one.initials, one.text) for one in comments][:1] == [(AUTHOR, "nl", "error: a/b\nSaid so.")]
    assert len(comments) == len(NOTES)


# The command


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "story.docx"
    path.write_bytes(DOCX)
    return path


def _annotate(*words: str) -> int:
    return main(["annotate", "--today", "2026-05-04", *words])


def test_the_command_writes_a_copy_with_a_summary_at_the_headline(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _annotate("story.docx") == 0
    copy = story.with_name("story.reviewed.docx")
    found = [*_remarks(copy.read_bytes(), copy.name)]
    assert found[0][:2] == (AUTHOR, "Ferry stops at Tarrow")
    assert found[0][2].startswith("newslint: ")
    assert any(words == "TK" and text.startswith("error: hygiene/tk-or-lorem\n") for _, words, text in found)
    assert f"{len(found) - 1} findings as comments" in capsys.readouterr().out
    assert story.read_bytes() == DOCX


def test_a_copy_is_replaced_until_somebody_worked_on_it(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = story.with_name("story.reviewed.docx")
    assert _annotate("story.docx", "--min-severity", "advice") == 0
    whole = copy.read_bytes()
    assert _annotate("story.docx", "--min-severity", "error") == 0
    assert len(copy.read_bytes()) < len(whole)
    assert _annotate("story.docx", "--min-severity", "advice") == 0
    assert copy.read_bytes() == whole
    answered = _by_another(whole, "TK", "Ana Roe")
    copy.write_bytes(answered)
    assert _annotate("story.docx") == 2
    assert "somebody worked on this copy" in capsys.readouterr().err
    assert copy.read_bytes() == answered


def test_the_document_itself_can_be_annotated(story: Path) -> None:
    assert _annotate("story.docx", "-o", "story.docx") == 0
    once = story.read_bytes()
    assert once != DOCX
    assert _annotate("story.docx", "-o", "story.docx") == 0
    assert story.read_bytes() == once


def test_another_file_is_never_replaced(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = story.with_name("other.docx")
    for data in (word(p("Mine.")), b"no document"):
        other.write_bytes(data)
        assert _annotate("story.docx", "-o", "other.docx") == 2
        assert other.read_bytes() == data
    assert "Give --output another name" in capsys.readouterr().err
    assert sorted(path.name for path in story.parent.iterdir()) == ["other.docx", "story.docx"]


def test_a_file_that_somebody_changes_meanwhile_stays(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = word(p("Their new words."))

    def write_meanwhile(*given: Any) -> bytes:
        story.write_bytes(theirs)
        return write_notes(*given)

    monkeypatch.setattr("newslint.cli.annotate.write_notes", write_meanwhile)
    assert _annotate("story.docx", "-o", "story.docx") == 2
    assert "changed while newslint annotated it" in capsys.readouterr().err
    assert story.read_bytes() == theirs
    assert _annotate("story.docx") == 0
    assert [path.name for path in story.parent.glob(".*")] == []


@pytest.mark.parametrize("name", ["story.md", "story.html", "story.rtf"])
def test_what_readers_would_see_gets_no_comments(name: str, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story.with_name(name).write_text("# Ferry", encoding="utf-8")
    assert _annotate(name) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "Word (.docx) and OpenDocument (.odt)" in told


def test_excuses_count(story: Path) -> None:
    excuse = "newslint: ignore[hygiene/tk-or-lorem] reason: the name of a company"
    comments = f'<w:root><w:comment w:id="0" w:author="Ana Roe">{p(excuse)}</w:comment></w:root>'
    marked = '<w:commentRangeStart w:id="0"/><w:r><w:t>Our TK.</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    story.write_bytes(word(p("Ferry stops at Tarrow") + p(inner=marked), comments=comments))
    assert _annotate("story.docx") == 0
    found = [*_remarks(story.with_name("story.reviewed.docx").read_bytes(), "a.docx")]
    assert not any("tk-or-lorem" in text for author, _, text in found if author == AUTHOR)
    assert ("Ana Roe", "Our TK.", excuse) in found
    assert "1 suppressed" in next(text for author, _, text in found if author == AUTHOR)
