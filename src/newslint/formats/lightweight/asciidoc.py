"""Read AsciiDoc into blocks with exact places: what articles use of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newslint.formats.draft import Draft
from newslint.formats.lightweight.asciidoc_inline import AsciidocInline
from newslint.formats.lightweight.lines import Line, joined, lines_of
from newslint.formats.markdown.blocks import BlockWriter, Masked
from newslint.parts import BlockKind, Comment, Field, FrontMatter, Image
from newslint.patterns import pattern
from newslint.source import Source
from newslint.spans import Span

_TITLE = pattern(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
_ENTRY = pattern(r":(?P<name>!?\w[\w-]{0,60}!?):(?:[ \t]++(?P<value>\S.*)|[ \t]*+$)")
_AUTHOR = pattern(r"(?P<name>[^\W\d_][^<>:;]{0,120}?)(?:[ \t]*<(?P<mail>[^<>]{1,200})>)?(?:[ \t]*;|$)")
_REVISION = pattern(r"(?:v\d[\w.]{0,20}+,?+)?[ \t]*+(?P<date>\d{4}-\d{2}-\d{2})?[ \t]*+(?::.*)?")
_ATTRIBUTES = pattern(r"\[[^\[\]]{0,500}\]|\[\[[^\[\]]{1,200}\]\]")
_FENCE = pattern(r"(-{4,}|\.{4,}|_{4,}|={4,}|\*{4,}|\+{4,}|/{4,}|--|```+|\|===|,===|:===|!===|\"\")(?:[\w,-]{0,60})")
_ITEM = pattern(r"(?P<mark>\*{1,6}|-|\.{1,6}|\d{1,4}\.|[a-zA-Z]\.|<(?:\d{1,3}|\.)>)[ \t]+(?:\[[ xX*]\][ \t]+)?(?=\S)")
_TERM = pattern(r"(?P<term>\S.{0,200}?)(?:::{1,3}|;;)(?:[ \t]+|$)")
_CAPTION = pattern(r"\.(?=[^\s.])")
_MACRO = pattern(r"(?P<name>[a-z][\w-]{1,40})::(?P<to>[^\s\[]*+)\[(?P<said>.*)\]")
_ADMONITION = pattern(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_PART = pattern(r"'{3,}|<{3,}|-{3}|\*{3}")
_SILENT = frozenset({"+", "/"})
_CODE = frozenset({"-", ".", "`"})
_CELL = pattern(r"(?:(?:\d{1,3}(?:\.\d{1,3})?|\.\d{1,3})[+*])?[<^>]?(?:\.[<^>])?[aehlmdsv]?\|")
_QUOTES = ("quote", "verse")
_DEEPEST = 30


def draft_asciidoc(source: Source) -> Draft:
    """Return the draft of an AsciiDoc file; any text whatever has one, in time linear in its length."""
    draft = Draft(source)
    reader = _Reader(draft, lines_of(source))
    reader.read(reader.head(), len(reader.lines), "paragraph", 0)
    reader.writer.finish()
    if reader.fields:
        whole = Span(min(each.key_span.start for each in reader.fields), max(each.span.end for each in reader.fields))
        draft.front_matter = FrontMatter("asciidoc", whole, tuple(reader.fields))
    return draft


class _Reader:
    """The lines of a file, read from the first to the last; a block between fences is a range of lines."""

    def __init__(self, draft: Draft, lines: Sequence[Line]) -> None:
        text = draft.source.text
        self.draft, self.text, self.lines = draft, text, lines
        self.writer = BlockWriter(draft, Masked(text))
        self.fields: list[Field] = []
        self._values: dict[str, tuple[int, int]] = {}
        self.words = AsciidocInline(self.writer, self._values)
        # What a line in brackets says of the block below it, and its title.
        self._style = ""
        self._caption: Line | None = None
        # Where each kind of fence stands; looked for once.
        self._fences: dict[str, list[int]] = {}

    def said(self, line: Line) -> str:
        """Return the text of a line without its indent."""
        return self.text[line.text_start : line.end]

    # The head of the file

    def head(self) -> int:
        """Read the title with authors, revision and attributes below it; return the line behind them."""
        at = 0
        while at < len(self.lines) and (self._is_remark(at) or self.lines[at].is_blank or self._entry(self.lines[at])):
            at = self._remark(at, len(self.lines)) if self._is_remark(at) else at + 1
        if at >= len(self.lines) or not self.said(self.lines[at]).startswith(("= ", "# ")):
            return at
        self._title(self.lines[at])
        at += 1
        if at < len(self.lines) and self._authors(self.lines[at]):
            at += 1
            at += at < len(self.lines) and self._revision(self.lines[at])
        while at < len(self.lines) and (self._is_remark(at) or self._entry(self.lines[at])):
            at = self._remark(at, len(self.lines)) if self._is_remark(at) else at + 1
        return at

    def _authors(self, line: Line) -> bool:
        said = self.said(line)
        if line.is_blank or said.startswith((":", "//", "[", "=")):
            return False
        found = [*_AUTHOR.finditer(said)]
        names = [match["name"].strip() for match in found]
        if not names or any(len(name.split()) > 5 for name in names) or said[-1:] in ".!?":
            return False
        start = line.text_start
        span = Span(start + found[0].start("name"), start + found[-1].end("name"))
        self.fields.append(Field("authors", names if len(names) > 1 else names[0], span, span))
        return True

    def _revision(self, line: Line) -> bool:
        found = _REVISION.fullmatch(self.said(line))
        if line.is_blank or found is None:
            return False
        if found["date"]:
            span = Span(line.text_start + found.start("date"), line.text_start + found.end("date"))
            self.fields.append(Field("date", found["date"], span, span))
        return True

    def _entry(self, line: Line) -> bool:
        """Read a line that gives an attribute its value."""
        found = None if line.indent else _ENTRY.fullmatch(self.said(line))
        if found is None:
            return False
        name, start = found["name"].strip("!"), line.text_start
        place = Span(start + found.start("value"), line.end) if found["value"] else Span(line.end, line.end)
        known = {"revdate": "date", "lang": "lang", "docdate": "date"}.get(name, name)
        self.fields.append(
            Field(known, found["value"] or "", Span(start + found.start("name"), start + found.end("name")), place)
        )
        self._values[name.lower()] = (place.start, place.end)
        return True

    def _is_remark(self, at: int) -> bool:
        said = self.said(self.lines[at])
        return not self.lines[at].indent and said.startswith("//") and (said[:3] != "///" or set(said) == {"/"})

    def _remark(self, at: int, last: int) -> int:
        """Read a comment: a line, or what stands between two lines of four slashes."""
        line, end = self.lines[at], at + 1
        fence = self.said(line)
        if len(fence) >= 4 and set(fence) == {"/"}:
            end = self._closing(at, last, fence)
            stop = self.lines[min(end, last) - 1].end
            self.draft.comments.append(Comment(self.text[line.end : stop].strip("/\r\n"), Span(line.text_start, stop)))
            return end
        self.draft.comments.append(Comment(self.text[line.text_start + 2 : line.end], Span(line.text_start, line.end)))
        return end

    def _closing(self, at: int, last: int, fence: str) -> int:
        """Return the line behind the one that closes a fence; one that nothing closes goes on to the end."""
        if fence not in self._fences:
            self._fences[fence] = [number for number, line in enumerate(self.lines) if self.said(line) == fence]
        following = self._fences[fence]
        number = bisect_right(following, at)
        return min(following[number] + 1, last) if number < len(following) else last

    # Blocks

    def read(self, first: int, last: int, kind: BlockKind, depth: int) -> None:
        """Read the lines [first, last); paragraphs are blocks of a kind."""
        at = first
        while at < last:
            at = at + 1 if self.lines[at].is_blank else self._block(at, last, kind, depth)
            self._write_notes()

    def _write_notes(self) -> None:
        """Write the notes that were met in running text, each as a block of its own."""
        notes, self.words.notes = self.words.notes, []
        for start, end in notes:
            self.writer.open("list-item", start)
            self.writer.role = "footnote"
            self.words.inline.read(start, end)
            self.writer.close()
        self.words.notes = []

    def _block(self, at: int, last: int, kind: BlockKind, depth: int) -> int:
        """Read the block that begins at a line; return the line behind it."""
        line = self.lines[at]
        said = self.said(line)
        if self._is_remark(at):
            return self._remark(at, last)
        if not line.indent:
            if _ATTRIBUTES.fullmatch(said):
                self._style = said.strip("[]").lower()
                return at + 1
            if self._entry(line) or _PART.fullmatch(said) or said == "+":
                return at + 1
            if _TITLE.match(said):
                self._title(line)
                return at + 1
            if _FENCE.fullmatch(said):
                return self._fenced(at, last, said, kind, depth)
            if (macro := _MACRO.fullmatch(said)) is not None:
                self._macro(line, macro["name"], macro["to"], macro["said"])
                return at + 1
            if _CAPTION.match(said) and not _ITEM.match(said):
                self._caption = line
                return at + 1
        if (item := _ITEM.match(said)) is not None:
            return self._item(at, last, item.end(), item["mark"], kind)
        if not line.indent and (term := _TERM.match(said)) is not None and " " not in said[: term.end("term")][-1:]:
            return self._term(at, last, term.end("term"), term.end())
        return self._paragraph(at, last, kind)

    def _title(self, line: Line) -> None:
        found = _TITLE.match(self.said(line))
        start = line.text_start + (found.end() if found else 0)
        self.writer.open("heading", line.text_start)
        self.writer.level = len(found[1]) if found else 1
        self.words.inline.read(start, line.end)
        self.writer.close()
        self._style = ""

    def _end_of_paragraph(self, at: int, last: int) -> int:
        end = at + 1
        while end < last and not self.lines[end].is_blank:
            said = self.said(self.lines[end])
            if said == "+" or _FENCE.fullmatch(said) or _ATTRIBUTES.fullmatch(said) or self._is_remark(end):
                break
            end += 1
        return end

    def _paragraph(self, at: int, last: int, kind: BlockKind) -> int:
        """Read a paragraph; one that is indented is shown as it stands."""
        end = self._end_of_paragraph(at, last)
        line, style, self._style = self.lines[at], self._style, ""
        start, stop = joined(self.lines[at:end])
        self._write_caption("caption")
        if line.indent or style.startswith(("source", "listing", "literal", "pass", "stem")):
            if not style.startswith("pass"):
                self.writer.open("code", line.start)
                self.writer.add_verbatim(line.start, stop)
                self.writer.close()
            return end
        label = _ADMONITION.match(self.said(line))
        is_quoted = style.split(",")[0].strip() in _QUOTES
        if not is_quoted and self._is_attributed(end - 1) and end - at > 1:
            is_quoted, stop = True, self.lines[end - 2].end
        self.writer.open("quotation" if is_quoted else kind, line.text_start)
        self.words.inline.read(start + (label.end() if label else 0), stop)
        self.writer.close()
        return end

    def _is_attributed(self, at: int) -> bool:
        """Tell whether a line names who said what the paragraph above it quotes."""
        return self.said(self.lines[at]).startswith("-- ")

    def _fenced(self, at: int, last: int, fence: str, kind: BlockKind, depth: int) -> int:
        """Read what stands between two lines of signs."""
        mark, style = fence[0], self._style.split(",")[0].strip()
        self._style = ""
        closing = "```" if mark == "`" else fence if mark != "|" else "|==="
        end = self._closing(at, last, closing)
        stop = end - 1 if end > at + 1 and self.said(self.lines[end - 1]) == closing else end
        if fence in ("|===", "!==="):
            self._write_caption("caption")
            self._table(at + 1, stop)
        elif mark in _SILENT or fence in (",===", ":===") or style in ("pass", "stem", "comment"):
            self._caption = None
        elif (mark in _CODE and fence != "--") or style in ("source", "listing", "literal"):
            self._write_caption("caption")
            if stop > at + 1:
                self.writer.open("code", self.lines[at + 1].start)
                self.writer.add_verbatim(self.lines[at + 1].start, self.lines[stop - 1].end)
                self.writer.close()
        elif depth < _DEEPEST:
            self._write_caption("caption")
            is_quoted = mark in '_"' or style in _QUOTES
            self.read(at + 1, stop, "quotation" if is_quoted else kind, depth + 1)
        return max(end, at + 1)

    def _write_caption(self, kind: BlockKind) -> None:
        """Write the title of a block above it."""
        line, self._caption = self._caption, None
        if line is not None:
            self.writer.open(kind, line.text_start)
            self.words.inline.read(line.text_start + 1, line.end)
            self.writer.close()

    def _macro(self, line: Line, name: str, to: str, said: str) -> None:
        """Note a picture; whatever else a macro puts here, readers get it from elsewhere."""
        if name == "image":
            alt = said.split(",")[0].strip().strip('"')
            index = len(self.draft.blocks) if self._caption is not None else None
            self._write_caption("caption")
            if "=" in alt.partition('"')[0]:
                alt = next((part.partition("=")[2].strip('" ') for part in said.split(",") if "alt=" in part), "")
            self.draft.images.append(Image(to, alt or None, Span(line.text_start, line.end), index))
        self._caption, self._style = None, ""

    # Lists and tables

    def _item(self, at: int, last: int, width: int, mark: str, kind: BlockKind) -> int:
        """Read the text of an item; what a `+` joins to it follows as blocks of its own."""
        line, end = self.lines[at], at + 1
        while end < last and not self.lines[end].is_blank and not self._begins(end):
            end += 1
        self.writer.open("quotation" if kind == "quotation" else "list-item", line.text_start)
        number = mark.rstrip(".")
        self.writer.ordinal = number if number.isdigit() else None
        self.words.inline.read(line.text_start + width, self.lines[end - 1].end)
        self.writer.close()
        self._style, self._caption = "", None
        return end

    def _begins(self, at: int) -> bool:
        """Tell whether a line ends the text of an item."""
        said = self.said(self.lines[at])
        return (
            said == "+"
            or _ITEM.match(said) is not None
            or _FENCE.fullmatch(said) is not None
            or _ATTRIBUTES.fullmatch(said) is not None
            or self._is_remark(at)
        )

    def _term(self, at: int, last: int, term: int, width: int) -> int:
        """Read a term and what is said of it, on its line or on those below."""
        line, end = self.lines[at], at + 1
        self.writer.open("list-item", line.text_start)
        self.words.inline.read(line.text_start, line.text_start + term)
        self.writer.close()
        start = line.text_start + width
        while end < last and not self.lines[end].is_blank and not self._begins(end):
            end += 1
        if start >= line.end and end > at + 1:
            start = self.lines[at + 1].text_start
        if start < self.lines[end - 1].end:
            self.writer.open("list-item", start)
            self.words.inline.read(start, self.lines[end - 1].end)
            self.writer.close()
        return end

    def _table(self, first: int, last: int) -> None:
        """Read the rows of a table: cells begin at bars; a row is a line, or as many cells as the first line has."""
        rows: list[list[tuple[int, int]]] = []
        width = 0
        header = first < last and first + 1 < last and self.lines[first + 1].is_blank
        for line in self.lines[first:last]:
            if line.is_blank:
                continue
            cells = self._cells(line)
            if not cells and rows and rows[-1]:  # a line that goes on with the cell above
                rows[-1][-1] = (rows[-1][-1][0], line.end)
                continue
            width = width or len(cells)
            if rows and len(rows[-1]) < width and len(cells) < width:
                rows[-1] += cells
            else:
                rows.append(cells)
        table = self.writer.next_table()
        for number, row in enumerate(rows):
            self._row(row, table, is_header=header and number == 0)

    def _cells(self, line: Line) -> list[tuple[int, int]]:
        marks = [found.span() for found in _CELL.finditer(self.text, line.text_start, line.end)]
        marks = [
            mark
            for mark in marks
            if mark[0] == line.text_start or self.text[mark[0] - 1].isspace() or mark[1] - mark[0] == 1
        ]
        edges = [*(start for start, _ in marks[1:]), line.end]
        return [(begin, end) for (_, begin), end in zip(marks, edges, strict=False)]

    def _row(self, cells: Sequence[tuple[int, int]], table: int, *, is_header: bool) -> None:
        if not cells:
            return
        self.writer.open("table-row", cells[0][0])
        self.writer.table, self.writer.is_header = table, is_header
        before = cells[0][0]
        for start, end in cells:
            while start < end and self.text[start].isspace():
                start += 1
            while end > start and self.text[end - 1].isspace():
                end -= 1
            self.writer.begin_cell(min(before, start), start)
            self.words.inline.read(start, end)
            self.writer.end_cell()
            before = end
        self.writer.close()
