"""Read a word processor's document into blocks, links and images: what its styles say, and no more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from newslint.documents.model import AUTHOR, BREAK, CELL, OBJECT, Document, Mark, Paragraph, Remark
from newslint.formats.draft import Draft
from newslint.formats.markdown.blocks import BlockWriter, Masked
from newslint.parts import BlockKind, Comment
from newslint.patterns import pattern
from newslint.source import Source
from newslint.spans import Span

_KINDS: dict[str, BlockKind] = {"title": "heading", "subtitle": "paragraph", "row": "table-row", "note": "list-item"}
_PIECES = pattern(rf"{BREAK}|{OBJECT}|{CELL}|[^{BREAK}{OBJECT}{CELL}]+")
_EXCUSES = pattern(r"\s*newslint\s*:")
_ENDS_RANGE = pattern(r"\s*newslint\s*:\s*ignore-end\b")
# What may be a headline where no style says so: its length in words, and how it does not end.
_LONGEST_HEADLINE = 25
_ENDS_SENTENCE = (".", ":", ";", ",", "…")


def draft_document(source: Source, document: Document) -> Draft:
    """Return the draft of a document, in time linear in its length.

    Titles and headings are blocks of the kind heading, the title of level 1. Comments that begin with `newslint:` are
    comments of the article, as in Markdown; all others are not part of it.
    """
    draft = Draft(source)
    writer = BlockWriter(draft, Masked(source.text))
    paragraphs = _with_headline(document)
    shift = _shift_of(paragraphs)
    for paragraph in paragraphs:
        _write(writer, source.text, paragraph, shift)
        draft.targets.update(paragraph.targets)
    writer.finish()
    draft.comments += [
        Comment(remark.text, _place_of(source, remark))
        for remark in document.remarks
        if remark.author != AUTHOR and _EXCUSES.match(remark.text)
    ]
    return draft


def _with_headline(document: Document) -> Sequence[Paragraph]:
    """Return the paragraphs; where none is a heading by its style, the first one is if it reads as a headline.

    Many newsrooms write their copy without styles. A headline is short, no sentence with its full stop, and followed
    by text.
    """
    paragraphs = document.paragraphs
    if len(paragraphs) < 2 or any(each.kind in ("title", "heading") for each in paragraphs):
        return paragraphs
    first = paragraphs[0]
    text = document.text[first.start : first.end].replace(OBJECT, " ").strip()
    words = len(list(islice(text.split(), _LONGEST_HEADLINE + 1)))
    is_short = first.kind == "paragraph" and words <= _LONGEST_HEADLINE and not text.endswith(_ENDS_SENTENCE)
    return (first._replace(kind="title"), *paragraphs[1:]) if is_short else paragraphs


def _shift_of(paragraphs: Sequence[Paragraph]) -> int:
    """Return by how much headings are lower than their styles say: below a title, `Heading 1` heads a section."""
    has_title = any(each.kind == "title" for each in paragraphs)
    return int(has_title and any(each.kind == "heading" and each.level == 1 for each in paragraphs))


def _write(writer: BlockWriter, text: str, paragraph: Paragraph, shift: int) -> None:
    """Write a paragraph as a block."""
    writer.open(_KINDS.get(paragraph.kind, paragraph.kind), paragraph.start)  # type: ignore[arg-type]
    writer.level = _level_of(paragraph, shift)
    writer.ordinal = paragraph.ordinal
    writer.role = {"title": "", "subtitle": "dek", "note": "footnote"}.get(paragraph.kind, "")  # type: ignore[assignment]
    writer.table, writer.is_header = paragraph.table, paragraph.is_header
    if paragraph.cells:
        last = paragraph.start
        for start, end in paragraph.cells:
            writer.begin_cell(min(last, start), start)
            _write_range(writer, text, paragraph.marks, start, end)
            writer.end_cell()
            last = end
    else:
        _write_range(writer, text, paragraph.marks, paragraph.start, paragraph.end)
    writer.close(paragraph.end)


def _level_of(paragraph: Paragraph, shift: int) -> int | None:
    if paragraph.kind == "title":
        return 1
    return min(paragraph.level + shift, 9) if paragraph.kind == "heading" else None


def _write_range(writer: BlockWriter, text: str, marks: Sequence[Mark], start: int, end: int) -> None:
    """Write the text between two places; where a link or bold text begins or ends, a piece does."""
    own = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = sorted({start, end, *(edge for mark in own for edge in (mark.start, mark.end) if start < edge < end)})
    begins: dict[int, list[Mark]] = {}
    ends: dict[int, list[Mark]] = {}
    for mark in own:
        begins.setdefault(max(mark.start, start), []).append(mark)
        ends.setdefault(min(mark.end, end), []).append(mark)
    for first, last in zip(edges, [*edges[1:], end], strict=True):
        for mark in ends.get(first, ()):
            _end_mark(writer, mark)
        for mark in sorted(begins.get(first, ()), key=lambda mark: -mark.end):
            _begin_mark(writer, mark)
        for piece in _PIECES.finditer(text, first, last):
            _write_piece(writer, piece.group(), piece.start(), piece.end())
    for mark in ends.get(end, ()) if len(edges) > 1 and edges[-1] != end else ():
        _end_mark(writer, mark)


def _begin_mark(writer: BlockWriter, mark: Mark) -> None:
    if mark.kind == "link":
        writer.begin_link(mark.value, Span(mark.start, mark.end), "inline")
    elif mark.kind == "strong":
        writer.strong += 1
    else:
        writer.add_image(mark.value, mark.alt, Span(mark.start, mark.end))


def _end_mark(writer: BlockWriter, mark: Mark) -> None:
    if mark.kind == "link":
        writer.end_link(mark.end)
    elif mark.kind == "strong":
        writer.strong -= 1


def _write_piece(writer: BlockWriter, piece: str, start: int, end: int) -> None:
    if piece == BREAK:
        writer.add_break(start, end)
    elif piece == CELL:  # a tabulator, within a cell or a paragraph
        writer.add_space(start, end)
    elif piece == OBJECT:
        writer.add_gap()
    else:
        writer.add_text(piece, start, end)


def _place_of(source: Source, remark: Remark) -> Span:
    """Return the place of an excuse as those of other formats have it: before its words, or at the end of a range."""
    at = remark.end if _ENDS_RANGE.match(remark.text) else remark.start
    return Span(at, at)
