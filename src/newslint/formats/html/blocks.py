"""Gather the readable text of an HTML tree into blocks, with links and images; it cannot tell the article from a menu.

White space is collapsed as browsers do: a run of it is one space, none at the ends of a block or beside `<br>`. Two
`<br>` in a row end a paragraph, since readers see one, and so does an empty `<span class="br">`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import Literal

from newslint.article import Prose
from newslint.formats.html.hints import embeds, export_tag, is_break, is_hidden, is_kicker
from newslint.formats.html.pieces import Gathered, ImagePiece, LinkPiece, Piece
from newslint.formats.html.rows import find_rows
from newslint.formats.html.tokens import REFERENCE, SPACE
from newslint.formats.html.tree import CLOSE, HEADINGS, IMAGES, OPEN, Node, Tree
from newslint.formats.prose import ProseBuilder
from newslint.parts import BlockKind
from newslint.patterns import pattern

_KINDS: dict[str, BlockKind | Literal[""]] = {
    "blockquote": "quotation", "li": "list-item", "dd": "list-item", "dt": "list-item", "figcaption": "caption",
    "caption": "caption", "pre": "code", "listing": "code",
    "article": "", "section": "", "main": "", "aside": "", "nav": "", "footer": "", "header": "", "form": "",
}  # fmt: skip
# Inline elements by which templates set apart what belongs to different things.
_PARTS = frozenset("span a time cite label".split())
_LARGEST_LINK = 10_000  # code points of markup; one that was never closed holds the rest of the page
# Marks that end a part, before the capital of the next: `“It begins”Ferry stops`.
_ENDS_OF_PARTS = frozenset("”»?!:")
# Marks that open a quotation or close one.
_TWO_WAYS = frozenset('"“')


def gather(
    tree: Tree, masked: str = "", filler: str = "", list_counts: Mapping[int, int] | None = None, source: str = ""
) -> Gathered:
    """Return the pieces, links and images of a tree; the text of elements that nobody sees is left out.

    `masked` is read in place of the tree's text: the same with `filler` for each character of hidden code.
    `list_counts` are the items that numbered lists have already, by the number of their node. `source` is what is in
    the file where the tree's text has something else of the same length, such as spaces for the marks of a quotation.
    """
    gatherer = _Gatherer(tree, masked or tree.text, filler, source)
    gatherer.found.list_counts.update(list_counts or {})
    return gatherer.gather()


@cache
def _special(filler: str = "") -> re.Pattern[str]:
    rest = rf"{REFERENCE}|{filler}+" if filler else REFERENCE
    return pattern(rf"[ \t\n\f\r]{{2,}}|[\t\n\f\r]|{rest}")


@cache
def _reference() -> re.Pattern[str]:
    return pattern(REFERENCE)


def _is_fallback(node: Node) -> bool:
    """Tell whether an `<img>` stands in an image of AMP, for readers without scripts."""
    return any(above.tag in IMAGES for above in islice(node.ancestors(), 3))


class _Gatherer:
    def __init__(self, tree: Tree, text: str, filler: str, source: str) -> None:
        self.tree = tree
        self.text = text
        self.source = source
        self.special = _special(filler)
        self.found = Gathered()
        self.rows = find_rows(tree)
        self.row: Node | None = None
        self.cells: list[tuple[int, int]] = []
        self.cell_start = -1
        self.tables: dict[int, int] = {}
        self.items: dict[int, str] = {}
        self.unseen = 0
        self.links: list[LinkPiece] = []
        self.strong = 0
        self.seam: Node | None = None
        self.seams = 0
        self.kicker: Node | None = None
        self.begin(tree.root)

    def begin(self, owner: Node) -> None:
        """Start the text of an element, with nothing in it."""
        self.owner = owner
        self.prose = ProseBuilder(self.source or self.tree.text)
        self.link_ranges: list[tuple[LinkPiece, int, int]] = []
        self.link_start = 0
        self.strong_start = 0
        self.strong_size = 0
        self.images: list[ImagePiece] = []
        self.breaks = 0
        self.kicker_end = 0

    def gather(self) -> Gathered:
        for kind, node, start, end in self.tree.events:
            if kind == OPEN:
                self.open(node)
            elif kind == CLOSE:
                self.close(node)
            elif not self.unseen:
                self.add_words(start, end)
        self.flush()
        return self.found

    def open(self, node: Node) -> None:
        parent = node.parent or self.tree.root
        node.section = _section_of(node, parent)
        if node.is_unseen or parent.is_unseen or is_hidden(node):
            node.is_unseen = True
            if node.is_block and self.row is None:
                self.flush()
            # A void element has no end that would be met later.
            self.unseen += node.end != node.inner
        elif node.is_block:
            self.enter_block(node)
        else:
            self.open_inline(node)

    def open_inline(self, node: Node) -> None:
        if node.tag in _PARTS:
            self.open_part(node)
        if node.tag == "br":
            self.add_break(node)
        elif node.tag == "a":
            link = LinkPiece(node)
            self.links.append(link)
            self.found.links.append(link)
            self.link_start = self.prose.length
        elif node.tag in ("b", "strong"):
            if not self.strong:
                self.strong_start = self.prose.length
            self.strong += 1
        elif node.tag in IMAGES and not _is_fallback(node):
            image = ImagePiece(node)
            self.found.images.append(image)
            self.images.append(image)

    def open_part(self, node: Node) -> None:
        self.note_seam(node)
        if not self.prose.length and _heading_tag(self.owner) and is_kicker(node):
            self.kicker = node
        elif node.inner == node.close < node.end and is_break(node):
            # A page that has an element of its own for this puts one between paragraphs.
            self.breaks += 1
            self.add_break(node)

    def close(self, node: Node) -> None:
        if node.is_unseen:
            if node.end != node.inner:
                self.unseen -= 1
            return
        if node.is_block:
            self.leave_block(node)
        else:
            self.close_inline(node)

    def close_inline(self, node: Node) -> None:
        if node.tag in _PARTS:
            self.note_seam(node)
            if node is self.kicker:
                self.kicker_end = self.prose.length
        if node.tag == "a":
            if self.links and self.links[-1].node is node:
                self.end_link()
                self.links.pop()
        elif node.tag in ("b", "strong"):
            self.strong -= 1
            if not self.strong:
                self.strong_size += max(0, self.prose.length - self.strong_start)

    def enter_block(self, node: Node) -> None:
        if self.row is not None:
            if node.tag in ("td", "th"):
                self.end_cell()
                self.cell_start = -1
                self.prose.add_space(node.start, node.inner - node.start)
                self.cell_start = self.prose.length
            else:
                self.prose.add_space(node.start, node.inner - node.start)
            return
        self.flush()
        self.owner = node
        if node.number in self.rows:
            self.row = node
            self.cells = []
            self.cell_start = -1
        elif node.tag == "li" and node.parent is not None and node.parent.tag == "ol":
            self.items[node.number] = self.count_item(node)

    def leave_block(self, node: Node) -> None:
        if self.row is not None and node is not self.row:
            if node.tag in ("td", "th"):
                self.end_cell()
            else:
                self.prose.add_space(node.close, node.end - node.close)
            return
        self.end_cell()
        self.flush()
        self.row = None
        self.owner = node.parent.owner if node.parent is not None else node

    def count_item(self, node: Node) -> str:
        """Return the number of an item of a numbered list, as a browser shows it."""
        assert node.parent is not None
        counts = self.found.list_counts
        number = counts.get(node.parent.number)
        if number is None:
            number = _read_number(node.parent.attribute("start"), 1) - 1
        number = _read_number(node.attribute("value"), number + 1)
        counts[node.parent.number] = number
        return str(number)

    def end_cell(self) -> None:
        if self.cell_start >= 0:
            self.cells.append((self.cell_start, self.prose.length))
            self.cell_start = -1

    def note_seam(self, node: Node) -> None:
        """Note that two parts meet here: an element with a class and something else, or two elements."""
        self.seam = node
        self.seams += 2 if "class" in node.attributes or node.tag == "time" else 1

    def part_words(self, start: int, seam: Node) -> None:
        """Put a space between what templates set apart and markup does not: `safety</span><span>Bridge`."""
        last, first = self.prose.last, self.text[start]
        is_mark = last in _ENDS_OF_PARTS or (last in _TWO_WAYS and first.isupper() and self.is_closed())
        if ((last.islower() or is_mark) and first.isupper()) or (
            last.isdigit() and self.text[start : start + 3].isalpha()
        ):
            self.prose.add_space(seam.start, seam.inner - seam.start)

    def is_closed(self) -> bool:
        """Tell whether the quotation mark at the text's end closes, as one behind a word does."""
        text = str(self.prose)
        return len(text) > 1 and not text[-2].isspace() and text[-2] not in "([{"

    def add_words(self, start: int, end: int) -> None:
        if self.seam is not None:
            self.join_parts(start, self.seam)
        if self.owner.section == "code":
            self.add_verbatim(start, end)
            return
        text, at = self.text, start
        if text[at] in SPACE:
            while at < end and text[at] in SPACE:
                at += 1
            self.prose.add_space(start, at - start)
        if at < end:
            self.breaks = 0
            self.add_run(at, end)

    def join_parts(self, start: int, seam: Node) -> None:
        """Pass over a seam that text follows."""
        if self.seams > 1 and self.prose.length and self.owner.section != "code":
            self.part_words(start, seam)
        self.seam, self.seams = None, 0

    def add_run(self, at: int, end: int) -> None:
        """Add text that begins with a character other than white space."""
        text, prose = self.text, self.prose
        for match in self.special.finditer(text, at, end):
            first, last = match.span()
            if at < first:
                prose.add(text[at:first], at)
            if text[first] == "&":
                self.add_reference(match[0], first)
            elif text[first] in SPACE:
                prose.add_space(first, last - first)
            else:
                prose.add_gap()
            at = last
        if at < end:
            prose.add(text[at:end], at)

    def add_verbatim(self, start: int, end: int) -> None:
        text = self.tree.text
        self.breaks = 0
        for match in _reference().finditer(text, start, end):
            self.add_line(text[start : match.start()], start)
            self.add_reference(match[0], match.start())
            start = match.end()
        self.add_line(text[start:end], start)

    def add_line(self, text: str, origin: int) -> None:
        if self.source:
            self.prose.add_decoded(text, origin, len(text))
        else:
            self.prose.add(text, origin)

    def add_reference(self, reference: str, origin: int) -> None:
        from html import unescape

        decoded = unescape(reference)
        if decoded == reference:
            self.prose.add(reference, origin)
        elif decoded and decoded in SPACE:
            self.prose.add_space(origin, len(reference))
        else:
            self.prose.add_decoded(decoded, origin, len(reference))

    def add_break(self, node: Node) -> None:
        if self.row is not None:
            self.prose.add_space(node.start, node.inner - node.start)
            return
        self.breaks += 1
        if self.breaks >= 2 and self.prose.length and not self.owner.tag.startswith("h"):
            owner = self.owner
            self.flush()
            self.owner = owner
        else:
            self.prose.add_break(node.start, node.inner - node.start)

    def end_link(self) -> None:
        if self.links and self.prose.length > self.link_start:
            self.link_ranges.append((self.links[-1], self.link_start, self.prose.length))

    def flush(self) -> None:
        """Turn the text so far into a piece, if there is any, and go on with an empty one."""
        self.end_link()
        if self.strong:
            self.strong_size += max(0, self.prose.length - self.strong_start)
        if self.prose.length:
            prose, lead = self.prose.build()
            if prose.text:
                self.finish_piece(prose, lead)
        self.begin(self.owner)

    def finish_piece(self, prose: Prose, lead: int) -> None:
        node, size = self.owner, len(prose.text)
        piece = Piece(node, _kind_of(node, self.row), prose)
        if piece.kind == "heading":
            piece.level = HEADINGS[_heading_tag(node)]
        self.place_links(piece, lead)
        for image in self.images:
            image.piece = piece
        piece.strong_size = min(size, self.strong_size)
        piece.kicker_end = max(0, self.kicker_end - lead)
        if self.row is not None:
            self.describe_row(piece, self.row, lead)
        item = node if node.tag == "li" else node.parent
        if item is not None and item.number in self.items and piece.kind == "list-item":
            piece.ordinal = self.items.pop(item.number)
        self.found.pieces.append(piece)

    def place_links(self, piece: Piece, lead: int) -> None:
        """Say where the links stand in a piece; one that goes on in the next stands in the first."""
        text, size = piece.text, len(piece.text)
        for link, start, end in self.link_ranges:
            start, end = _trim(text, min(max(0, start - lead), size), min(max(0, end - lead), size))
            piece.link_size += (end - start) * (link.node.end - link.node.start <= _LARGEST_LINK)
            if link.piece is None and end > start:
                link.piece, link.start, link.end = piece, start, end

    def describe_row(self, piece: Piece, row: Node, lead: int) -> None:
        size = len(piece.text)
        piece.cells = tuple(
            _trim(piece.text, min(max(0, start - lead), size), min(max(0, end - lead), size))
            for start, end in self.cells
        )
        table = next((node for node in row.ancestors() if node.tag == "table"), row)
        piece.table = self.tables.setdefault(table.number, len(self.tables))
        piece.is_header = self.rows[row.number]


def _section_of(node: Node, parent: Node) -> BlockKind | Literal[""]:
    """Return the kind of the blocks in an element, unless they have one of their own."""
    if "class" in node.attributes and embeds(node):
        return "quotation"
    if parent.section == "quotation" and node.tag in ("li", "dd", "dt"):
        return "quotation"
    return _KINDS.get(node.tag, parent.section)


def _kind_of(node: Node, row: Node | None) -> BlockKind:
    if row is not None:
        return "table-row"
    if _heading_tag(node):
        return "heading"
    return node.section or "paragraph"


def _heading_tag(node: Node) -> str:
    """Return the tag of the heading that an element is or lies in, or nothing."""
    if node.tag in HEADINGS:
        return node.tag
    parent = node.parent
    if parent is not None and parent.tag in HEADINGS:
        return parent.tag
    return export_tag(node) if node.tag == "p" and "class" in node.attributes else ""


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


_WHOLE_NUMBER = pattern(r"\s*(-?\d{1,9})")


def _read_number(value: str | None, default: int) -> int:
    found = _WHOLE_NUMBER.match(value or "")
    return int(found[1]) if found else default
