"""Read the HTML that stands in Markdown: its text becomes blocks, its inline tags vanish; it builds no tree."""

from __future__ import annotations

from typing import Literal

from newslint.article import Comment
from newslint.formats.html.blocks import gather
from newslint.formats.html.pieces import Piece
from newslint.formats.html.tokens import COMMENT, END, START, attribute_places, decode_attribute, tokenize
from newslint.formats.html.tree import BLOCK, UNSEEN, build_tree
from newslint.formats.markdown.blocks import BlockWriter
from newslint.spans import Span

_KEPT = frozenset(
    ["blockquote", "li", "dd", "dt", "figcaption", "caption", "pre", "table", "thead", "tr", "td", "th", "ol", "ul"]
)
_DEEPEST = 16  # so many open elements are remembered, the inner ones
_HIDING = UNSEEN | {"script", "style"}
_STRONG = frozenset({"b", "strong"})


class HtmlReader:
    """Read HTML blocks and inline tags into a writer; elements may stay open from one block to the next."""

    def __init__(self, writer: BlockWriter) -> None:
        """Write into `writer`."""
        self._writer = writer
        self._draft = writer.draft
        # The elements still open, with the items that a numbered list has so far.
        self._open: list[tuple[str, int]] = []
        self.is_quoted = False
        self.inline_unseen = ""

    @property
    def kind(self) -> Literal["", "quotation", "caption"]:
        """What Markdown text is that stands inside the elements still open: quotation, caption or nothing."""
        tags = {tag for tag, _ in self._open}
        return "quotation" if "blockquote" in tags else "caption" if "figcaption" in tags else ""

    def forget(self) -> None:
        """Take all elements as closed; a heading of the text ends what somebody forgot to close."""
        self._open.clear()

    # Inline HTML

    def read_inline(self, start: int, end: int) -> None:
        """Read one tag or comment in running text."""
        writer = self._writer
        for kind, begin, stop, name, extra in tokenize(writer.masked, start, end):
            if kind == COMMENT:
                self._add_comment(begin, stop, extra)
                writer.add_gap()
                continue
            if kind not in (START, END):
                continue
            if self.inline_unseen:
                if kind == END and name == self.inline_unseen:
                    self.inline_unseen = ""
                continue
            if kind == START:
                if name in _HIDING:
                    self.inline_unseen = name
                self._read_tag(name, begin, stop, extra)
            else:
                self._end_tag(name, stop)
            if name in BLOCK:
                writer.add_break(begin, stop)

    def _read_tag(self, name: str, start: int, end: int, attributes: int) -> None:
        """Read what a start tag says apart from its place in the text."""
        writer = self._writer
        source = writer.text
        places = attribute_places(source, attributes, end - 1)
        values = {key: decode_attribute(source[slice(*place)]) for key, place in places.items()}
        names = ("id", "name") if name == "a" else ("id",)
        self._draft.targets.update(values[key] for key in names if values.get(key))
        if name == "br":
            writer.add_break(start, end)
        elif name == "a" and "href" in values:
            writer.begin_link(values["href"], Span(start, end), "inline")
        elif name == "img":
            target = values.get("src") or values.get("data-src") or ""
            writer.add_image(target, values.get("alt"), Span(start, end))
        elif name in _STRONG:
            writer.strong += 1

    def _end_tag(self, name: str, end: int) -> None:
        if name == "a":
            self._writer.end_link(end)
        elif name in _STRONG and self._writer.strong:
            self._writer.strong -= 1

    def _add_comment(self, start: int, end: int, inner: int) -> None:
        if inner >= 0:
            text = self._writer.text
            begin = min(start + 4, inner)
            self._draft.comments.append(Comment(text[begin:inner], Span(start, end)))

    # Blocks of HTML

    def read_block(self, start: int, end: int, gaps: list[tuple[int, int]]) -> None:
        """Read a block of HTML; `gaps` are the ranges in it that belong to Markdown (quotation marks, indentation)."""
        writer = self._writer
        writer.write_figures(start)
        text, masked = (_blank(whole, start, end, gaps) for whole in (writer.text, writer.masked))
        tree = build_tree(text, tokenize(masked), [tag for tag, _ in self._open])
        counts = {number: count for number, (_, count) in enumerate(self._open) if count}
        source = writer.text[start:end] if gaps else ""
        gathered = gather(tree, masked, writer.filler, counts, source)
        kept = [node for node in tree.unclosed[-_DEEPEST:] if node.tag in _KEPT]
        self._open = [(node.tag, gathered.list_counts.get(node.number, 0)) for node in kept]
        self._adapt(gathered.pieces)
        writer.add_gathered(tree, gathered, start)

    def _adapt(self, pieces: list[Piece]) -> None:
        """Make pieces of HTML parts of the article, which has tables and quotations of its own."""
        tables: dict[int, int] = {}
        for piece in pieces:
            piece.is_body = True
            if self.is_quoted and piece.kind != "table-row":
                piece.kind, piece.level = "quotation", None
            if piece.table is not None:
                if piece.table not in tables:
                    tables[piece.table] = self._writer.next_table()
                piece.table = tables[piece.table]


def _blank(text: str, start: int, end: int, gaps: list[tuple[int, int]]) -> str:
    """Return the text [start, end) with spaces in place of the gaps."""
    parts: list[str] = []
    at = start
    for begin, stop in gaps:
        parts += (text[at:begin], " " * (stop - begin))
        at = stop
    parts.append(text[at:end])
    return "".join(parts)
