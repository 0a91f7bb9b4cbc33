"""Read an OpenDocument text: paragraphs, lists, tables and notes in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.documents.faults import DamagedError
from newslint.documents.model import ParagraphKind, Reading
from newslint.documents.opendocument.styles import Style, attribute
from newslint.documents.opendocument.texts import InlineReader
from newslint.documents.packages import Package, local

CONTENT = "content.xml"
_INDEXES = frozenset(
    """table-of-content illustration-index table-index object-index user-index alphabetical-index bibliography
    tracked-changes variable-decls sequence-decls user-field-decls forms""".split()
)
_ASIDES = frozenset({"annotation", "note", "frame", "custom-shape"})
LONGEST_CELL = 400  # characters; what is longer is a page laid out with a table
_NAMES = {"title": "title", "creator": "lastModifiedBy", "initial-creator": "creator", "date": "modified"}
_NAMES |= {"creation-date": "created", "language": "language", "subject": "subject"}


def read_odt(data: bytes, tracked: str) -> Reading:
    """Return what the bytes of an .odt say, and the way back to its elements; raise as `read_document` does."""
    package = Package(data)
    return OdtReader(package, content_of(package), tracked).read()


def content_of(package: Package) -> Any:
    """Return the root of the content; raise DamagedError where this is no text."""
    manifest = "META-INF/manifest.xml"
    if manifest in package.names and b"encryption-data" in package.read(manifest):
        raise DamagedError("the document is protected by a password", "Save it without a password.")
    root = package.xml(CONTENT)
    if root is None or root.find("{*}body/{*}text") is None:
        raise DamagedError("this is no OpenDocument text", "Save it as .odt.")
    return root


class OdtReader(InlineReader):
    """Follow the text from top to bottom, then the notes that it holds."""

    def __init__(self, package: Package, content: Any, tracked: str) -> None:
        """Prepare to read a document, with tracked changes `accepted` or `rejected`."""
        super().__init__(package, content, tracked)
        self.tables = -1
        self._counts: dict[tuple[str, int], int] = {}

    def read(self) -> Reading:
        """Read the whole document."""
        self.read_blocks(self.content.find("{*}body/{*}text"))
        if not self.writer.is_empty:
            self.writer.end("paragraph")
        for number, (_, sign, body) in enumerate(sorted(self.notes, key=lambda note: note[0] == "endnote"), 1):
            self.writer.stand_in = sign
            for paragraph in body.iter("{*}p"):
                self.read_inline(paragraph, self._style_of(paragraph))
                self.writer.end("note", ordinal=str(number))
            self.writer.stand_in = None
        self.settle_remarks()
        return self.writer.reading(self._properties())

    def read_blocks(self, container: Any) -> None:
        """Read what stands below one another."""
        for element in container:
            name = local(element)
            if name in ("p", "h"):
                self.read_paragraph(element, "paragraph")
            elif name == "list":
                self._read_list(element, 1, "")
            elif name == "table":
                self._read_table(element)
            elif name in ("section", "numbered-paragraph", "text-box", "index-body"):
                self.read_blocks(element)
            elif name not in _INDEXES:
                self.read_mark(element, name)
                self._read_boxes()

    def _style_of(self, paragraph: Any) -> Style:
        return self.styles.find("paragraph", attribute(paragraph, "style-name"))

    def read_paragraph(self, element: Any, kind: ParagraphKind, ordinal: str | None = None) -> None:
        """Read a paragraph; one whose end was inserted goes on in the next where changes are rejected."""
        style = self._style_of(element)
        if style.use.is_contents:
            return
        self.read_inline(element, style)
        if not self.is_dropped:
            level, told = style.use.level, style.use.kind
            if local(element) == "h" and told not in ("title", "subtitle"):
                outline = attribute(element, "outline-level")
                told, level = "heading", int(outline) if outline.isdigit() else level or 1
            chosen = kind if told == "paragraph" else told
            self.writer.end(chosen, level=level, ordinal=ordinal if chosen == "list-item" else None)
        self._read_boxes()

    def _read_boxes(self) -> None:
        boxes, self.boxes = self.boxes, []
        for anchor, content in boxes:
            outer, self.writer.stand_in = self.writer.stand_in, self.writer.stand_in or anchor
            self.read_blocks(content)
            self.writer.stand_in = outer

    def _read_list(self, element: Any, level: int, style: str) -> None:
        style = attribute(element, "style-name") or style
        if attribute(element, "continue-numbering") != "true":
            self._counts.pop((style, level), None)
        for item in element:
            if local(item) in ("list-item", "list-header"):
                self._read_item(item, level, style, is_counted=local(item) == "list-item")

    def _read_item(self, item: Any, level: int, style: str, *, is_counted: bool) -> None:
        is_first = True
        for child in item:
            name = local(child)
            if name in ("p", "h"):
                number = self._count(item, level, style, child) if is_first and is_counted else None
                self.read_paragraph(child, "list-item" if is_first else "paragraph", number)
                is_first = False
            elif name == "list":
                self._read_list(child, level + 1, style)
            elif name == "table":
                self._read_table(child)

    def _count(self, item: Any, level: int, style: str, paragraph: Any) -> str | None:
        """Return the number of an item in a list that counts."""
        style = style or self.styles.list_of(attribute(paragraph, "style-name"))
        first = self.styles.first_number(style, level)
        if first is None:
            return None
        told = attribute(item, "start-value")
        count = int(told) if told.isdigit() else self._counts.get((style, level), first - 1) + 1
        self._counts[style, level] = count
        return str(count)

    def _read_table(self, table: Any) -> None:
        """Read the rows of a table; one that lays out a page is read as what its cells hold."""
        rows = [*_rows_of(table, is_header=False)]
        if not _is_data([row for row, _ in rows]):
            for row, _ in rows:
                for cell in row.iterfind("{*}table-cell"):
                    self.read_blocks(cell)
            return
        self.tables += 1
        for row, is_header in rows:
            for cell in row:
                if local(cell) in ("table-cell", "covered-table-cell"):
                    self.writer.begin_cell(cell)
                    self._read_cell(cell)
            self.writer.end("row", table=self.tables, is_header=is_header)
        self._read_boxes()

    def _read_cell(self, cell: Any) -> None:
        at = self.writer.length
        for paragraph in _paragraphs_of(cell):
            if self.writer.length > at:
                self.writer.add_break(paragraph)
            self.read_inline(paragraph, self._style_of(paragraph))

    def _properties(self) -> dict[str, str]:
        """Return what the program notes about the document."""
        root = self.package.xml("meta.xml")
        meta = root.find("{*}meta") if root is not None else None
        found = {local(each): (each.text or "").strip() for each in meta} if meta is not None else {}
        return {_NAMES[name]: value for name, value in found.items() if name in _NAMES and value}


def _rows_of(table: Any, *, is_header: bool) -> Any:
    """Yield the rows of a table, and whether each is in its head."""
    for element in table:
        name = local(element)
        if name == "table-row":
            # A head is told by its own element, or by how its words are set.
            yield element, is_header or _is_head(element)
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows_of(element, is_header=name == "table-header-rows")


def _is_head(row: Any) -> bool:
    """Tell whether all words of a row are set as a table's heading."""
    paragraphs = [*row.iterfind("{*}table-cell/{*}p")]
    return bool(paragraphs) and all(
        attribute(each, "style-name").replace("_20_", " ") == "Table Heading" for each in paragraphs
    )


def _is_data(rows: list[Any]) -> bool:
    cells = [row.findall("{*}table-cell") for row in rows]
    return any(len(row) >= 2 for row in cells) and all(_is_short(cell) for row in cells for cell in row)


def _is_short(cell: Any) -> bool:
    if any(local(child) in ("table", "list") for child in cell):
        return False
    return sum(len(text) for paragraph in _paragraphs_of(cell) for text in _texts_of(paragraph)) <= LONGEST_CELL


def _paragraphs_of(container: Any) -> Iterator[Any]:
    """Yield the paragraphs of a cell, but not those of what stands beside its text: comments, notes and boxes."""
    for child in container:
        name = local(child)
        if name in ("p", "h"):
            yield child
        elif name not in _ASIDES:
            yield from _paragraphs_of(child)


def _texts_of(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if local(child) not in _ASIDES:
            yield from _texts_of(child)
        yield child.tail or ""
