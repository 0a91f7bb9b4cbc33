"""Follow the parser's events that begin and end blocks: paragraphs, lists, quotations, notes, code and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.formats.draft import Draft
from newslint.formats.markdown.blocks import BlockWriter
from newslint.formats.markdown.offsets import Offsets
from newslint.parts import BlockKind
from newslint.patterns import pattern
from newslint.spans import Span

if TYPE_CHECKING:
    from newslint.formats.markdown.embedded_html import HtmlReader

_ORDINAL = pattern(r"\d{1,9}")


class BlockReader:
    """What surrounds the place that is read, and the blocks that begin and end there."""

    def __init__(self, draft: Draft, writer: BlockWriter, start: int, has_includes: bool) -> None:
        """Begin where the front matter ends."""
        self.has_includes = has_includes
        self.draft = draft
        self.writer = writer
        # Made when the first HTML is met: most articles have none.
        self.html: HtmlReader | None = None
        self.base = start
        self.body = writer.masked[start:]
        self.convert = None if self.body.isascii() else Offsets(self.body).point
        self.quotes = 0
        self.item: tuple[int, str | None] | None = None
        self.lists: list[bool] = []
        self.footnotes: list[str] = []
        self.is_code = False
        self.table = 0
        self.in_html = False
        self.html_lines: list[tuple[int, int]] = []
        self.alts: list[list[str]] = []
        self.undefined: list[tuple[int, int]] = []
        self.cell_end = 0

    # Blocks

    def _open(self, kind: BlockKind, start: int) -> None:
        """Begin a block of text in the present surroundings."""
        if self.html is not None:
            self.html.inline_unseen = ""
        ordinal = None
        if self.item is not None:
            start, ordinal = self.item
            self.item = None
            kind = "list-item" if kind == "paragraph" else kind
        kind = self._kind_within(kind)
        is_note = bool(self.footnotes) and kind == "list-item"
        writer = self.writer
        writer.open(kind, start)
        writer.ordinal = ordinal or self.footnotes[-1] if is_note else ordinal
        writer.role = "footnote" if is_note else ""

    def _kind_within(self, kind: BlockKind) -> BlockKind:
        """Return what a block is inside the quotation, the element or the footnote that holds it."""
        if self.quotes and kind in ("paragraph", "list-item", "heading"):
            return "quotation"
        if kind == "paragraph" and self.html is not None:
            kind = self.html.kind or kind
        return "list-item" if self.footnotes and kind == "paragraph" else kind

    def _ensure_open(self, start: int) -> BlockWriter:
        if not self.writer.is_open:
            self._open("paragraph", start)
        return self.writer

    def _close(self, value: Any, start: int, end: int) -> None:
        self._flush_undefined()
        self.writer.close(end)

    def _flush_undefined(self) -> None:
        if self.undefined:
            convert = self.convert
            spans = [
                Span(convert(start) + self.base, convert(end) + self.base)
                if convert
                else Span(start + self.base, end + self.base)
                for start, end in self.undefined
            ]
            self.writer.note_undefined(spans)
            self.undefined.clear()

    def _start_paragraph(self, value: Any, start: int, end: int) -> None:
        self._open("paragraph", start)

    def _start_heading(self, value: Any, start: int, end: int) -> None:
        if not self.quotes and self.html is not None:
            self.html.forget()
        self._open("heading", start)
        if self.writer.kind == "heading":
            self.writer.level = int(value["level"][1])
        self.writer.anchor = value["id"]
        if value["id"]:
            self.draft.targets.add(value["id"])

    def _start_quote(self, value: Any, start: int, end: int) -> None:
        self._break_block()
        self.quotes += value is None

    def _end_quote(self, value: Any, start: int, end: int) -> None:
        self._break_block()
        self.quotes -= value is None

    def _break_block(self) -> None:
        """End a block whose own end the parser does not announce (the text of a tight list item)."""
        self._flush_undefined()
        self.writer.close()

    def _start_list(self, value: Any, start: int, end: int) -> None:
        self._break_block()
        self.item = None
        self.lists.append(value is not None)

    def _end_list(self, value: Any, start: int, end: int) -> None:
        self._break_block()
        if self.lists:
            self.lists.pop()

    def _start_item(self, value: Any, start: int, end: int) -> None:
        self._break_block()
        number = _ORDINAL.match(self.writer.text, start) if self.lists and self.lists[-1] else None
        self.item = (start, number.group() if number else None)

    def _end_item(self, value: Any, start: int, end: int) -> None:
        self._break_block()
        self.item = None

    def _start_footnote(self, value: Any, start: int, end: int) -> None:
        self._break_block()
        self.footnotes.append(value)
        self.draft.targets |= {f"fn:{value}", f"fn-{value}", f"fn{value}", f"user-content-fn-{value}"}

    def _end_footnote(self, value: Any, start: int, end: int) -> None:
        self._break_block()
        if self.footnotes:
            self.footnotes.pop()

    def _start_code(self, value: Any, start: int, end: int) -> None:
        self._break_block()
        self.item = None
        self.writer.open("code", start)
        self.is_code = True

    def _end_code(self, value: Any, start: int, end: int) -> None:
        self.writer.close(end)
        self.is_code = False

    # Tables

    def _start_table(self, value: Any, start: int, end: int) -> None:
        self._break_block()
        self.table = self.writer.next_table()

    def _start_row(self, value: Any, start: int, end: int) -> None:
        self.item = None
        self.writer.open("table-row", start)
        self.writer.table = self.table
        self.cell_end = start

    def _start_head(self, value: Any, start: int, end: int) -> None:
        self._start_row(value, start, end)
        self.writer.is_header = True

    def _start_cell(self, value: Any, start: int, end: int) -> None:
        self.writer.begin_cell(min(self.cell_end, start), start)

    def _end_cell(self, value: Any, start: int, end: int) -> None:
        self.writer.end_cell()
        self.cell_end = end
