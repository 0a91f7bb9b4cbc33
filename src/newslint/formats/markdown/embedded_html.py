"""Read the HTML that stands in Markdown: its text becomes blocks, its inline tags vanish; it builds no tree."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import Literal

from newslint.article import Comment
from newslint.formats.html.tokens import (
    COMMENT,
    END,
    RAW,
    REFERENCE,
    START,
    TEXT,
    attribute_places,
    decode_attribute,
    tokenize,
)
from newslint.formats.html.tree import BLOCK, HEADINGS, UNSEEN
from newslint.formats.markdown.blocks import BlockWriter
from newslint.parts import BlockKind
from newslint.patterns import pattern
from newslint.source import Span

# Elements that decide what the text inside them is.
_KINDS: dict[str, BlockKind] = {
    "blockquote": "quotation",
    "li": "list-item",
    "dd": "list-item",
    "dt": "list-item",
    "figcaption": "caption",
    "caption": "caption",
    "pre": "code",
    **dict.fromkeys(HEADINGS, "heading"),
}
_KEPT = frozenset([*_KINDS, "tr", "td", "th", "table", "thead", "ol", "ul"])
_STRONG = frozenset({"b", "strong"})


@cache
def _special() -> re.Pattern[str]:
    """Return the pattern of what is not read as it stands: white space in a row, and character references."""
    return pattern(rf"[ \t\r\n\f]{{2,}}|[\t\r\n\f]|{REFERENCE}")


class HtmlReader:
    """Read HTML blocks and inline tags into a writer; elements may stay open from one block to the next."""

    def __init__(self, writer: BlockWriter) -> None:
        """Write into `writer`."""
        self._writer = writer
        self._draft = writer.draft
        self._open: list[str] = []
        self._counts: dict[str, int] = {}
        self._items: list[int] = []
        self._table = 0
        self.is_quoted = False
        self._unseen = ""
        self.inline_unseen = ""

    @property
    def kind(self) -> Literal["", "quotation", "caption"]:
        """What Markdown text is that stands inside the elements still open: quotation, caption or nothing."""
        if self._counts.get("blockquote"):
            return "quotation"
        return "caption" if self._counts.get("figcaption") else ""

    def forget(self) -> None:
        """Take all elements as closed; a heading of the text ends what somebody forgot to close."""
        self._open.clear()
        self._counts.clear()
        self._items.clear()

    # Inline HTML

    def read_inline(self, start: int, end: int) -> None:
        """Read one tag or comment in running text."""
        writer = self._writer
        for kind, begin, stop, name, extra in tokenize(writer.covered, start, end):
            if kind == COMMENT:
                self._add_comment(begin, stop, extra)
                writer.add_gap()
            elif kind in (START, END) and self.inline_unseen:
                if kind == END and name == self.inline_unseen:
                    self.inline_unseen = ""
            elif kind == START:
                if name in UNSEEN or name in ("script", "style"):
                    self.inline_unseen = name
                self._read_tag(name, begin, stop, extra)
                if name in BLOCK:
                    writer.add_break(begin, stop)
            elif kind == END:
                self._end_tag(name, stop)
                if name in BLOCK:
                    writer.add_break(begin, stop)

    def _read_tag(self, name: str, start: int, end: int, attributes: int) -> None:
        """Read what a start tag says apart from its place in the text."""
        writer = self._writer
        source = writer.text
        places = attribute_places(source, attributes, end - 1) if attributes + 1 < end else {}
        values = {key: decode_attribute(source[slice(*place)]) for key, place in places.items()}
        for key in ("id", "name"):
            if values.get(key) and (key == "id" or name == "a"):
                self._draft.targets.add(values[key])
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
        text = writer.covered
        base = 0
        if gaps:
            base, text = start, _blank(text, start, end, gaps)
            start, end = 0, end - start
        self._unseen = ""
        for kind, begin, stop, name, extra in tokenize(text, start, end):
            first, last = begin + base, stop + base
            if kind == COMMENT:
                self._add_comment(first, last, extra + base if extra >= 0 else extra)
            elif kind == RAW or self._unseen:
                if kind == END and name == self._unseen:
                    self._unseen = ""
            elif kind == TEXT:
                self._add_text(text, begin, stop, base)
            elif kind == START:
                self._begin(name, first, last, extra + base)
            elif kind == END:
                self._finish(name, first, last)
        if not self._counts.get("tr"):
            writer.close()
        elif not writer.is_open:
            self._open_row(end + base)

    def _begin(self, name: str, start: int, end: int, attributes: int) -> None:
        writer = self._writer
        if name in UNSEEN and not writer.text.startswith("/>", end - 2):
            self._unseen = name
            return
        if name in BLOCK:
            self._begin_block(name, start, end)
        if writer.is_open:
            writer.end = max(writer.end, end)
        elif name in ("a", "b", "strong"):
            self._open_text(start)
        self._read_tag(name, start, end, attributes)

    def _begin_block(self, name: str, start: int, end: int) -> None:
        writer = self._writer
        in_row = bool(self._counts.get("tr"))
        if name in ("td", "th") and in_row:
            if not writer.is_open:
                self._open_row(start)
            writer.begin_cell(start, end)
            if name == "td":
                writer.is_header = False
        elif name == "tr":
            writer.close()
            self._drop("tr")
            self._push("tr")
            self._open_row(start)
            writer.is_header = True
            return
        elif in_row:
            writer.add_space(start, end)
        else:
            writer.close()
        if name in ("li", "dd", "dt"):
            self._drop(name)
        if name == "table":
            self._table = writer.next_table()
        elif name in ("ol", "ul"):
            self._items.append(0 if name == "ol" else -1)
        elif name == "li" and self._items and self._items[-1] >= 0:
            self._items[-1] += 1
        if name in _KEPT and name not in ("td", "th"):
            self._push(name)

    def _open_row(self, start: int) -> None:
        self._writer.open("table-row", start)
        self._writer.table = self._table

    def _finish(self, name: str, start: int, end: int) -> None:
        writer = self._writer
        if name in BLOCK:
            if name == "tr" or (name == "table" and self._counts.get("tr")):
                writer.close(end)
                self._drop("tr")
            elif name in ("td", "th"):
                writer.end_cell()
            elif self._counts.get("tr"):
                writer.add_space(start, end)
            else:
                writer.close()
            if name in ("ol", "ul") and self._items:
                self._items.pop()
            self._drop(name)
        else:
            self._end_tag(name, end)

    def _push(self, name: str) -> None:
        self._open.append(name)
        self._counts[name] = self._counts.get(name, 0) + 1

    def _drop(self, name: str) -> None:
        """Close the innermost open element of a name and those inside it."""
        if not self._counts.get(name):
            return
        while self._open:
            last = self._open.pop()
            self._counts[last] -= 1
            if last == name:
                break

    def _open_text(self, start: int) -> None:
        """Begin a block of the kind that the open elements ask for."""
        writer = self._writer
        kind: BlockKind = "paragraph"
        tag = ""
        for name in reversed(self._open[-8:]):
            if name in _KINDS:
                kind, tag = _KINDS[name], name
                break
        if self.is_quoted or (kind in ("list-item", "heading") and self._counts.get("blockquote")):
            kind = "quotation"
        writer.open(kind, start)
        if kind == "heading":
            writer.level = HEADINGS[tag]
        elif kind == "list-item" and tag == "li" and self._items and self._items[-1] > 0:
            writer.ordinal = str(self._items[-1])

    def _add_text(self, text: str, start: int, end: int, base: int) -> None:
        writer = self._writer
        if not writer.is_open:
            if not text[start:end].strip():
                return
            self._open_text(start + base)
        if writer.kind == "code":
            writer.add_verbatim(start + base, end + base)
            return
        at = start
        if text[at] == " " and writer.builder is not None and writer.builder.last in ("", " ", "\n"):
            at += 1
        for found in _special().finditer(text, at, end):
            first, last = found.span()
            if at < first:
                writer.add_text(text[at:first], at + base, first + base)
            if text[first] == "&":
                writer.add_text(unescape(found.group()), first + base, last + base)
            else:
                writer.add_space(first + base, last + base)
            at = last
        if at < end:
            if text[at] == " " and end - at == 1:
                writer.add_space(at + base, end + base)
            else:
                writer.add_text(text[at:end], at + base, end + base)


def _blank(text: str, start: int, end: int, gaps: list[tuple[int, int]]) -> str:
    """Return the text [start, end) with spaces in place of the gaps."""
    parts: list[str] = []
    at = start
    for begin, stop in gaps:
        parts += (text[at:begin], " " * (stop - begin))
        at = stop
    parts.append(text[at:end])
    return "".join(parts)
