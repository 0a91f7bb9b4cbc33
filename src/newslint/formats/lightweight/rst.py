"""Read reStructuredText into blocks with exact places: what articles use of it.

docutils knows the lines of blocks and not the places of words, so that lines are read here: sections, paragraphs,
lists, quotations, tables, directives, comments, notes and fields.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.formats.draft import Draft
from newslint.formats.lightweight.lines import Line, joined, lines_of
from newslint.formats.lightweight.rst_inline import RstInline, find_substitutions, find_targets
from newslint.formats.lightweight.rst_tables import grid_rows, is_grid, is_simple, simple_rows
from newslint.formats.markdown.blocks import BlockWriter, Masked
from newslint.parts import BlockKind, Comment, Field, FrontMatter, Image
from newslint.patterns import pattern
from newslint.source import Source
from newslint.spans import Span

_ADORNED = pattern(r"([!-/:-@\[-`{-~])\1+")
_BULLET = pattern(r"[-*+•‣⁃](?:[ \t]+|$)")
_ENUMERATED = pattern(r"\(?(\d{1,4}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,7}|#)[.)](?:[ \t]+|$)")
_FIELD = pattern(r":(?P<name>(?![: ])(?:\\.|[^:\\`*]){1,80}):(?:[ \t]+(?P<value>.*)|$)")
_EXPLICIT = pattern(r"\.\.(?:[ \t]+|$)")
_DIRECTIVE = pattern(r"(?P<name>[A-Za-z][\w.+:-]*?)[ \t]?::(?:[ \t]+(?P<argument>.*)|$)")
_NOTE = pattern(r"\[(?P<label>\d{1,4}|#[\w.-]*|\*|[A-Za-z][\w.-]*)\](?:[ \t]+|$)")
_META = pattern(
    r"(?P<name>title|slug|date|updated|tags|category|link|description|author|type|summary):[ \t]+(?P<value>\S.*)"
)
_ATTRIBUTION = pattern(r"(?:---?|—)[ \t]*(?=\S)")
_DEEPEST = 40

_ASIDES = frozenset(
    """note tip hint important warning caution attention danger error admonition topic sidebar compound container class
    abstract dedication rst-class role-class""".split()
)
_QUOTATIONS = frozenset({"epigraph", "highlights", "pull-quote"})
_CODE = frozenset({"code", "code-block", "sourcecode", "parsed-literal", "literalinclude", "math", "prompt"})


def draft_rst(source: Source) -> Draft:
    """Return the draft of a reStructuredText file; any text whatever has one, in time linear in its length."""
    draft = Draft(source)
    reader = _Reader(draft, lines_of(source))
    reader.read(0, len(reader.lines), 0, "paragraph", 0)
    reader.writer.finish()
    if reader.fields:
        whole = Span(min(each.key_span.start for each in reader.fields), max(each.span.end for each in reader.fields))
        draft.front_matter = FrontMatter("rst", whole, tuple(reader.fields))
    return draft


class _Reader:
    """The lines of a file, read from the first to the last; blocks within blocks are ranges of lines."""

    def __init__(self, draft: Draft, lines: Sequence[Line]) -> None:
        text = draft.source.text
        self.draft, self.text, self.lines = draft, text, lines
        self.writer = BlockWriter(draft, Masked(text))
        self.words = RstInline(self.writer, find_targets(text), find_substitutions(text))
        self.inline = self.words.inline
        self.fields: list[Field] = []
        self._levels: list[str] = []

    def said(self, line: Line) -> str:
        """Return the text of a line without its indent."""
        return self.text[line.text_start : line.end]

    # Blocks

    def read(self, first: int, last: int, indent: int, kind: BlockKind, depth: int) -> None:
        """Read the lines [first, last), whose text begins at a column; paragraphs are blocks of a kind."""
        at = first
        while at < last:
            line = self.lines[at]
            if line.is_blank:
                at += 1
            elif line.indent > indent:
                at = self._quote(at, last, kind, depth)
            else:
                at = self._block(at, last, kind, depth)

    def _block(self, at: int, last: int, kind: BlockKind, depth: int) -> int:
        """Read the block that begins at a line; return the line behind it."""
        line = self.lines[at]
        said = self.said(line)
        if _EXPLICIT.match(said):
            return self._explicit(at, last, kind, depth)
        if (after := self._section(at, last)) or (after := self._table(at, last)):
            return after
        if said.startswith(("__ ", ">>> ")):
            return self._code(at, self._end_of_paragraph(at, last)) if said[0] == ">" else at + 1
        field = _FIELD.match(said)
        if field is not None:
            return self._field(at, last, field.group("name"), field.start("value"), depth)
        if (bullet := _BULLET.match(said)) is not None:
            return self._item(at, last, bullet.end(), None, kind, depth)
        number = _ENUMERATED.match(said)
        if number is not None and self._is_list(at, last):
            return self._item(at, last, number.end(), number[1], kind, depth)
        if said.startswith("| ") or said == "|":
            return self._line_block(at, last, kind)
        return self._paragraph(at, last, kind, depth)

    def _end_of_paragraph(self, at: int, last: int) -> int:
        indent, end = self.lines[at].indent, at + 1
        while end < last and not self.lines[end].is_blank and self.lines[end].indent == indent:
            end += 1
        return end

    def _end_of_indented(self, at: int, last: int, indent: int) -> int:
        """Return the line behind all that is indented more than a column, blank lines within included."""
        end = at
        for number in range(at, last):
            if not self.lines[number].is_blank:
                if self.lines[number].indent <= indent:
                    break
                end = number + 1
        return end

    def _paragraph(self, at: int, last: int, kind: BlockKind, depth: int) -> int:
        """Read a paragraph, or a term with its definition; `::` at its end makes code of what is indented below."""
        end = self._end_of_paragraph(at, last)
        line = self.lines[at]
        is_term = end == at + 1 and end < last and self.lines[end].indent > line.indent and depth < _DEEPEST
        start, stop = joined(self.lines[at:end])
        has_code = self.text[start:stop].endswith("::")
        if has_code:
            stop = stop - 2 if self.text[start : stop - 2][-1:].isspace() or stop - start == 2 else stop - 1
        if self.text[start:stop].strip():
            self.writer.open("list-item" if is_term and not has_code else kind, start)
            self.inline.read(start, stop)
            self.writer.close()
        if has_code:
            body = self._end_of_indented(end, last, line.indent)
            return self._code(end, body) if body > end else end
        if is_term:
            body = self._end_of_indented(end, last, line.indent)
            self.read(end, body, self._first_indent(end, body), "list-item", depth + 1)
            return body
        return end

    def _first_indent(self, at: int, last: int) -> int:
        return next((line.indent for line in self.lines[at:last] if not line.is_blank), 0)

    def _code(self, at: int, last: int) -> int:
        members = [line for line in self.lines[at:last] if not line.is_blank]
        if members:
            self.writer.open("code", members[0].start)
            self.writer.add_verbatim(members[0].start, members[-1].end)
            self.writer.close()
        return last

    def _quote(self, at: int, last: int, kind: BlockKind, depth: int) -> int:
        """Read what is indented for no other reason: a quotation, whose last line may name who wrote it."""
        outer = max(0, self.lines[at].indent - 1)
        end = max(self._end_of_indented(at, last, outer), at + 1)
        if depth >= _DEEPEST:
            return end
        self.read(at, end, self.lines[at].indent, "quotation" if kind != "list-item" else kind, depth + 1)
        return end

    def _section(self, at: int, last: int) -> int:
        """Read a title between lines of signs, or above one, or a line that parts; 0 where there is none."""
        line = self.lines[at]
        if line.indent:
            return 0
        below = self.lines[at + 1] if at + 1 < last else None
        if _ADORNED.fullmatch(self.said(line)):
            under = self.lines[at + 2] if at + 2 < last else None
            if below is not None and under is not None and not below.is_blank and self._is_under(under, below):
                self._title(below, self.said(line)[0] * 2)
                return at + 3
            is_apart = below is None or below.is_blank
            return at + 1 if is_apart and line.end - line.text_start >= 4 else 0
        if below is not None and self._is_under(below, line):
            self._title(line, self.said(below)[0])
            return at + 2
        return 0

    def _is_under(self, line: Line, title: Line) -> bool:
        size = line.end - line.text_start
        is_row = not line.indent and size >= 2 and _ADORNED.fullmatch(self.said(line)) is not None
        return is_row and (size >= title.end - title.text_start or size >= 4)

    def _title(self, line: Line, style: str) -> None:
        if style not in self._levels:
            self._levels.append(style)
        self.writer.open("heading", line.text_start)
        self.writer.level = min(self._levels.index(style) + 1, 6)
        self.inline.read(line.text_start, line.end)
        self.writer.close()

    def _table(self, at: int, last: int) -> int:
        """Read a table of either kind; 0 where there is none."""
        said = self.said(self.lines[at])
        if not (is_grid(said) or is_simple(said)):
            return 0
        end = at + 1
        while end < last and not (self.lines[end].is_blank and (is_grid(said) or self._ends_simple(end))):
            end += 1
        rows = (grid_rows if is_grid(said) else simple_rows)(self.text, self.lines[at:end])
        if rows is None:
            return 0
        table = self.writer.next_table()
        for row in rows:
            places = [place for cell in row.cells for place in cell]
            if places:
                self.writer.open("table-row", places[0][0])
                self.writer.table, self.writer.is_header = table, row.is_header
                before = places[0][0]
                for cell in row.cells:
                    start = cell[0][0] if cell else before
                    self.writer.begin_cell(min(before, start), start)
                    self.inline.read_ranges(cell)
                    self.writer.end_cell()
                    before = cell[-1][1] if cell else before
                self.writer.close()
        return end

    def _ends_simple(self, at: int) -> bool:
        """Tell whether the line above a blank one closes a simple table."""
        return is_simple(self.said(self.lines[at - 1]))

    # Lists

    def _is_list(self, at: int, last: int) -> bool:
        """Tell whether the lines below a number stand where those of an item would: `1986. A year` is a sentence."""
        following = self.lines[at + 1] if at + 1 < last else None
        own = self.lines[at].indent
        return following is None or following.is_blank or following.indent > own or self._marks(following)

    def _marks(self, line: Line) -> bool:
        return _ENUMERATED.match(self.said(line)) is not None

    def _item(self, at: int, last: int, width: int, number: str | None, kind: BlockKind, depth: int) -> int:
        """Read an item: what stands behind its mark, and what is indented as far."""
        line = self.lines[at]
        end = self._end_of_indented(at + 1, last, line.indent)
        own: BlockKind = "quotation" if kind == "quotation" else "list-item"
        first = Line(line.start, min(line.text_start + width, line.end), line.end, line.indent + width)
        stop = at + 1
        while stop < end and not self.lines[stop].is_blank and not self._starts_inner(stop):
            stop += 1
        members = [first, *self.lines[at + 1 : stop]]
        if first.text_start < first.end:
            start, finish = joined(members)
            has_code = self.text[start:finish].endswith("::")
            self.writer.open(own, line.text_start)
            self.writer.ordinal = number if number and number.isdigit() else None
            self.inline.read(start, finish - has_code)
            self.writer.close()
            if has_code and stop < end:
                return self._code(stop, end)
        if stop < end and depth < _DEEPEST:
            self.read(stop, end, self._first_indent(stop, end), own, depth + 1)
        return max(end, stop)

    def _starts_inner(self, at: int) -> bool:
        said = self.said(self.lines[at])
        return self.lines[at - 1].is_blank and bool(_BULLET.match(said) or _ENUMERATED.match(said))

    def _line_block(self, at: int, last: int, kind: BlockKind) -> int:
        """Read lines that keep their ends: verse and addresses."""
        self.writer.open(kind, self.lines[at].text_start)
        end = at
        while end < last and self.said(self.lines[end])[:1] == "|":
            line = self.lines[end]
            if end > at:
                self.writer.add_break(self.lines[end - 1].end, line.text_start)
            self.inline.read(min(line.text_start + 2, line.end), line.end)
            end += 1
        self.writer.close()
        return max(end, at + 1)

    def _field(self, at: int, last: int, name: str, value: int, depth: int) -> int:
        """Read a field: what is said of the article before its text begins, else an item."""
        line = self.lines[at]
        end = self._end_of_indented(at + 1, last, line.indent)
        start = line.text_start + value if value >= 0 else line.end
        is_head = all(block.kind == "heading" for block in self.draft.blocks)
        stop = max((each.end for each in self.lines[at:end] if not each.is_blank), default=line.end)
        if is_head and not line.indent:
            key = Span(line.text_start + 1, line.text_start + 1 + len(name))
            said = " ".join(self.text[start:stop].split())
            self.fields.append(Field(name, said, key, Span(start, stop)))
        elif start < stop and depth < _DEEPEST:
            self.writer.open("list-item", line.text_start)
            self.inline.read(start, line.end)
            self.writer.close()
            self.read(at + 1, end, self._first_indent(at + 1, end), "list-item", depth + 1)
        return end

    # Explicit markup

    def _explicit(self, at: int, last: int, kind: BlockKind, depth: int) -> int:
        """Read what begins with two stops: a target, a note, a directive or a comment."""
        line = self.lines[at]
        said = self.said(line)
        body = said[2:].lstrip()
        start = line.end - len(body)
        if not body and (at + 1 >= last or self.lines[at + 1].is_blank):
            return at + 1  # it parts what is above from what is below
        end = self._end_of_indented(at + 1, last, line.indent)
        if body.startswith(("_", "|")):
            return end
        if (note := _NOTE.match(body)) is not None:
            self._note(at, end, start + note.end(), note["label"], depth)
            return end
        if (directive := _DIRECTIVE.match(body)) is not None:
            argument = start + directive.start("argument") if directive["argument"] else line.end
            self._directive(at, end, directive["name"].lower(), argument, kind, depth)
            return end
        if (meta := _META.match(body)) is not None and not self.draft.blocks:
            self.fields.append(
                Field(
                    meta["name"],
                    meta["value"],
                    Span(start + meta.start("name"), start + meta.end("name")),
                    Span(start + meta.start("value"), start + meta.end("value")),
                )
            )
            return end
        stop = max((each.end for each in self.lines[at:end] if not each.is_blank), default=line.end)
        self.draft.comments.append(Comment(self.text[min(start, stop) : stop], Span(line.text_start, stop)))
        return end

    def _note(self, at: int, end: int, start: int, label: str, depth: int) -> None:
        """Read a note below the text."""
        line = self.lines[at]
        stop = at + 1
        while stop < end and not self.lines[stop].is_blank:
            stop += 1
        self.writer.open("list-item", line.text_start)
        self.writer.role, self.writer.ordinal = "footnote", label
        self.inline.read(start, max(self.lines[stop - 1].end, start))
        self.writer.close()
        self.read(stop, end, self._first_indent(stop, end), "list-item", depth + 1)

    def _directive(self, at: int, end: int, name: str, argument: int, kind: BlockKind, depth: int) -> None:
        """Read a directive; one that is not known is for a program, and says nothing to readers."""
        line, body = self.lines[at], at + 1
        options: dict[str, str] = {}
        places: dict[str, tuple[int, int]] = {}
        while body < end and (option := _FIELD.match(self.said(self.lines[body]))):
            set_in = self.lines[body]
            options[option["name"]] = (option["value"] or "").strip()
            begin = set_in.text_start + option.start("value") if option["value"] else set_in.end
            places[option["name"]] = (begin, set_in.end)
            body += 1
        if name in ("image", "figure"):
            self._picture(at, end, body, self.text[argument : line.end].strip(), options.get("alt"), depth)
        elif name == "meta":
            for key, place in places.items():
                self.fields.append(Field(key, options[key], Span(*place), Span(*place)))
        elif name in _CODE:
            self._code(body, end)
        elif (name in _ASIDES or name in _QUOTATIONS or name in ("table", "rubric")) and depth < _DEEPEST:
            own: BlockKind = "quotation" if name in _QUOTATIONS else kind
            caption: BlockKind = "caption" if name == "table" else "heading" if name in ("topic", "rubric") else own
            if argument < line.end and name not in ("class", "container", "rst-class", "compound"):
                self.writer.open(caption, argument)
                self.writer.level = 6 if caption == "heading" else None
                # Without a blank line, what stands below goes on with the paragraph.
                while caption == own and not options and body < end and not self.lines[body].is_blank:
                    body += 1
                self.inline.read(argument, self.lines[body - 1].end if not options else line.end)
                self.writer.close()
            self.read(body, end, self._first_indent(body, end), own, depth + 1)

    def _picture(self, at: int, end: int, body: int, target: str, alt: str | None, depth: int) -> None:
        """Note a picture, and read the paragraph below a figure, which is its caption."""
        first = len(self.draft.blocks)
        if depth < _DEEPEST:
            self.read(body, end, self._first_indent(body, end), "caption", depth + 1)
        index = first if len(self.draft.blocks) > first else None
        stop = self.lines[max(at, body - 1)].end
        self.draft.images.append(Image(target, alt, Span(self.lines[at].text_start, stop), index))
