"""Read a Word document: paragraphs, tables and notes in the order in which they are read."""

from __future__ import annotations

from typing import Any

from newslint.documents.model import Reading
from newslint.documents.packages import Package, local
from newslint.documents.word.parts import Lists, Parts, Style, Styles, kind_of, numbering_of, outline_of
from newslint.documents.word.runs import RunReader
from newslint.documents.word.tables import inner, is_data, reads_row

_PASSED = frozenset({"customXml", "smartTag"})
_PROPERTIES = ("title", "creator", "lastModifiedBy", "created", "modified", "language", "subject", "keywords")


def read_docx(data: bytes, tracked: str) -> Reading:
    """Return what the bytes of a .docx say, and the way back to its elements; raise as `read_document` does."""
    return DocxReader(Parts(Package(data)), tracked).read()


class DocxReader(RunReader):
    """Follow the main part from top to bottom, then the notes that it names."""

    def __init__(self, parts: Parts, tracked: str) -> None:
        """Prepare to read a document's parts, with tracked changes `accepted` or `rejected`."""
        super().__init__(parts, tracked)
        self.styles = Styles(parts)
        self.lists = Lists(parts)
        self.tables = -1

    def read(self) -> Reading:
        """Read the whole document."""
        body = self.parts.child(self.parts.root, "body")
        if body is not None:
            self._read_blocks(body)
        if not self.writer.is_empty:
            self.writer.end("paragraph")
        self._read_notes()
        self._settle_remarks()
        return self.writer.reading(self._properties())

    def _read_blocks(self, container: Any) -> None:
        for element in container:
            name = local(element)
            if name == "p":
                self._read_paragraph(element)
            elif name == "tbl":
                self._read_table(element)
            elif name == "sdt":
                if not self._is_contents(element):
                    self._read_blocks_of(self.parts.child(element, "sdtContent"))
            elif name in ("del", "moveFrom", "ins", "moveTo"):
                if self.is_kept(name):
                    self._read_blocks(element)
            elif name in _PASSED:
                self._read_blocks(element)
            elif name == "AlternateContent":
                self._read_blocks_of(next(iter(element), None))
            else:
                self.read_marker(element, name)

    def _read_blocks_of(self, container: Any) -> None:
        if container is not None:
            self._read_blocks(container)

    def _is_contents(self, element: Any) -> bool:
        gallery = self.parts.child(element, "sdtPr", "docPartObj", "docPartGallery")
        return gallery is not None and self.parts.get(gallery) == "Table of Contents"

    def _read_paragraph(self, element: Any) -> None:
        """Read a paragraph; one whose end is deleted, or a drop cap, goes on in the next."""
        properties = self.parts.child(element, "pPr")
        style = self._style_of(properties)
        if style.use.is_contents:
            return
        self.read_inline(element, style)
        if self._ends(properties) and not self._is_drop_cap(properties):
            self._end_paragraph(properties, style)
        self._read_boxes()

    def _style_of(self, properties: Any) -> Style:
        named = self.parts.child(properties, "pStyle") if properties is not None else None
        return self.styles.find(self.parts.get(named) if named is not None else None)

    def _ends(self, properties: Any) -> bool:
        run = self.parts.child(properties, "rPr") if properties is not None else None
        gone = ("ins", "moveTo") if self.rejects else ("del", "moveFrom")
        return run is None or all(self.parts.child(run, name) is None for name in gone)

    def _is_drop_cap(self, properties: Any) -> bool:
        """Tell whether a paragraph is the large first letter of the next, which Word keeps in a frame of its own."""
        frame = self.parts.child(properties, "framePr") if properties is not None else None
        return frame is not None and self.parts.get(frame, "dropCap") in ("drop", "margin")

    def _end_paragraph(self, properties: Any, style: Style) -> None:
        numbering = numbering_of(self.parts, properties) or style.numbering
        is_listed = numbering is not None and numbering[0] != "0"
        kind, level = kind_of(style.use, outline_of(self.parts, properties), is_listed)
        ordinal = None
        if kind == "list-item" and numbering is not None and is_listed and not self.writer.is_empty:
            ordinal = self.lists.count(*numbering)
        self.writer.end(kind, level=level, ordinal=ordinal)

    def _read_boxes(self) -> None:
        """Read the text boxes that a paragraph anchors, each paragraph found at the box."""
        boxes, self.boxes = self.boxes, []
        for anchor, content in boxes:
            if not self.writer.is_empty:
                return  # the paragraph goes on; its boxes are read when it ends
            outer, self.writer.stand_in = self.writer.stand_in, self.writer.stand_in or anchor
            self._read_blocks(content)
            if not self.writer.is_empty:
                self.writer.end("paragraph")
            self.writer.stand_in = outer

    def _read_table(self, table: Any) -> None:
        """Read the rows of a table; one that lays out a page is read as what its cells hold."""
        if not is_data(self.parts, table):
            for row in inner(table, "tr"):
                for cell in inner(row, "tc"):
                    self._read_blocks(cell)
            return
        if not self.writer.is_empty:
            self.writer.end("paragraph")
        self.tables += 1
        first = True
        for row, is_header in reads_row(self.parts, table, self.rejects):
            for cell in inner(row, "tc"):
                self.writer.begin_cell(cell)
                self._read_cell(cell)
            self.writer.end("row", table=self.tables, is_header=is_header and first)
            first = first and is_header
        self._read_boxes()

    def _read_cell(self, cell: Any) -> None:
        at = self.writer.length
        for paragraph in inner(cell, "p"):
            if self.writer.length > at:
                self.writer.add_break(paragraph)
            self.read_inline(paragraph, self._style_of(self.parts.child(paragraph, "pPr")))

    def _read_notes(self) -> None:
        """Read the notes that the text names, each found at its sign there."""
        for kind in ("footnote", "endnote"):
            root = self.parts.xml(f"{kind}s")
            notes = {self.parts.get(note, "id"): note for note in root} if root is not None else {}
            for number, (name, sign) in enumerate(self.notes[kind], 1):
                if name in notes:
                    self._read_note(notes[name], sign, str(number))

    def _read_note(self, note: Any, sign: Any, ordinal: str) -> None:
        self.writer.stand_in = sign
        for paragraph in note.iterfind("{*}p"):
            self.read_inline(paragraph, self._style_of(self.parts.child(paragraph, "pPr")))
            self.writer.end("note", ordinal=ordinal)
        self.writer.stand_in = None
        self.boxes = []

    def _properties(self) -> dict[str, str]:
        """Return what the program notes about the document; what cannot be read says nothing."""
        names = [part for part in self.parts.package.names if part.lower() == "docprops/core.xml"]
        root = self.parts.package.xml(names[0]) if names else None
        found = {local(each): (each.text or "").strip() for each in root} if root is not None else {}
        return {name: found[name] for name in _PROPERTIES if found.get(name)}
