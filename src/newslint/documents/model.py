"""What a document says: one text with a line for each paragraph, and what holds for which part of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from newslint.records import NamedTuple

ParagraphKind = Literal[
    "title", "subtitle", "heading", "paragraph", "list-item", "quotation", "caption", "row", "note", "code"
]
MarkKind = Literal["link", "strong", "image"]

# Who makes newslint's own comments.
AUTHOR = "newslint"
# A line break within a paragraph: a character like any other, so that a line of the text is a paragraph.
BREAK = "\u2028"
# Where a picture stands in the text.
OBJECT = "\ufffc"
CELL = "\t"


class Mark(NamedTuple):
    """What holds for the characters [start, end) of a document's text.

    `value` is where a link leads, or the name of a picture; `alt` describes a picture, None where nothing does.
    """

    kind: MarkKind
    start: int
    end: int
    value: str = ""
    alt: str | None = None
    is_decorative: bool = False


class Paragraph(NamedTuple):
    """A paragraph, a row of a table or a note: the characters [start, end) of the text, without the line end.

    `level` is a heading's, from 1; `ordinal` a list item's number or a note's; `cells` are the ranges of a row's cells
    in the text; `targets` are the names of bookmarks in it.
    """

    kind: ParagraphKind
    start: int
    end: int
    level: int = 0
    ordinal: str | None = None
    cells: tuple[tuple[int, int], ...] = ()
    table: int | None = None
    is_header: bool = False
    marks: tuple[Mark, ...] = ()
    targets: tuple[str, ...] = ()


class Remark(NamedTuple):
    """A comment in a document: who made it, what it says, and the characters that it is about."""

    author: str
    text: str
    start: int
    end: int


class Document(NamedTuple):
    """What a document says; each line of `text` is one of the `paragraphs`, in their order.

    `properties` are what its program notes about it (title, author, created, modified): nobody publishes them.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[Remark, ...] = ()
    properties: Mapping[str, str] = {}


class Note(NamedTuple):
    """What newslint says of the characters [start, end) of a document's text, a paragraph each."""

    start: int
    end: int
    lines: tuple[str, ...]


class Atom(NamedTuple):
    """Where characters of the text came from: `size` of them from `offset` on, from an element of the file.

    `skip` is how far into the element's own text they begin; -1 says that the element stands for all of them, as the
    sign of a note does for its text.
    """

    offset: int
    size: int
    element: Any
    skip: int = 0


class Reading(NamedTuple):
    """A document, and the way back from its text to the elements of its file."""

    document: Document
    atoms: tuple[Atom, ...]
