"""Read Markdown into blocks, links and images with exact places; what part of an article they are is decided elsewhere.

pyromark (pulldown-cmark) finds the structure. Its offsets count UTF-8 bytes and are converted as they come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from newslint.formats.draft import Draft
from newslint.formats.frontmatter.fields import read_front_matter
from newslint.formats.markdown.block_events import BlockReader
from newslint.formats.markdown.blocks import BlockWriter, Masked
from newslint.parts import Comment, LinkKind
from newslint.patterns import pattern
from newslint.source import Source
from newslint.spans import Ranges, Span

if TYPE_CHECKING:
    from newslint.formats.markdown.embedded_html import HtmlReader

_LONE_RETURN = pattern(r"\r(?!\n)")
_SURROGATE = pattern(r"[\ud800-\udfff]")
_INLINE_CODE = pattern(r"`+")
_LINK_KINDS: dict[str, LinkKind] = {"Inline": "inline", "Autolink": "autolink", "Email": "autolink"}


def draft_markdown(source: Source) -> Draft:
    """Return the draft of a Markdown file: its front matter, blocks, links, images, comments and anchors.

    Any text whatever has one. Time and memory grow linearly with the text.
    """
    draft = Draft(source)
    text, start = _read_head(draft)
    # The parser takes a lone carriage return for a line end in some places only; the length stays the same.
    text = _LONE_RETURN.sub("\n", text) if "\r" in text else text
    masked = _mask(text, start, source.path.lower().endswith(".mdx"))
    draft.targets |= masked.targets
    draft.comments += masked.comments
    _Reader(draft, BlockWriter(draft, masked), start, masked.has_includes).read()
    if "[//]" in text:
        draft.comments += _find_remarks(text, start, draft)
    return draft


def _read_head(draft: Draft) -> tuple[str, int]:
    """Read the metadata, and return the text to the end of the body and where that begins."""
    source = draft.source
    if source.path.lower().endswith(".lr"):
        from newslint.formats.frontmatter.lektor import read_lektor

        draft.front_matter, start, text = read_lektor(source)
        return text, start
    draft.front_matter, start, problems = read_front_matter(source)
    draft.problems += problems
    return source.text, start


# A definition of a link that nothing refers to, which no generator prints: `[//]: # (words)`.
_REMARK = pattern(
    r"""^[ ]{0,3}\[//\]:[ ]{0,9}(?:\#|<>)[ ]{1,9}(?:\(([^\n]*)\)|"([^\n]*)"|'([^\n]*)')[ \t]*$""", re.MULTILINE
)


def _find_remarks(text: str, start: int, draft: Draft) -> Iterator[Comment]:
    code = Ranges(block.span for block in draft.blocks if block.kind == "code")
    for found in _REMARK.finditer(text, start):
        if not code.contains(found.start()):
            yield Comment(found[found.lastindex or 1], Span(*found.span()))


def _mask(text: str, start: int, is_mdx: bool) -> Masked:
    if "{" not in text and ":::" not in text and "import" not in text and not is_mdx:
        return Masked(text)
    from newslint.formats.markdown.templates import mask_templates

    return mask_templates(text, start, is_mdx)


class _Reader(BlockReader):
    """Follow the parser's events; `_start_…` and `_end_…` are looked up by the name of what starts or ends."""

    def read(self) -> None:
        """Read the whole body."""
        base, convert = self.base, self.convert
        for event, place in self._events():
            start, end = place["start"], place["end"]
            if convert is not None:
                start, end = convert(start), convert(end)
            start += base
            end += base
            if isinstance(event, str):
                self._mark(event, start, end)
                continue
            ((name, value),) = event.items()
            if name == "Text":
                self._text(value, start, end)
                continue
            if name in ("Start", "End"):
                tag, value = (value, None) if isinstance(value, str) else next(iter(value.items()))
                name += tag
            if self.html_lines and name not in _OF_HTML:
                self._read_html_blocks()
            handler = _HANDLERS.get(name)
            if handler is not None:
                handler(self, value, start, end)
        self._read_html_blocks()
        self.writer.finish()

    def _events(self) -> Any:
        """Return the parser's events with their places, which count the bytes of the body in UTF-8."""
        import pyromark

        option = pyromark.Options
        options = (
            option.ENABLE_TABLES
            | option.ENABLE_FOOTNOTES
            | option.ENABLE_STRIKETHROUGH
            | option.ENABLE_TASKLISTS
            | option.ENABLE_HEADING_ATTRIBUTES
            | option.ENABLE_GFM
        )
        body = self.body if self.body.isascii() else _SURROGATE.sub("\ufffd", self.body)
        return pyromark.events_with_range(body, options=options, broken_link_callback=self._note_undefined)

    def _note_undefined(self, link: Any) -> tuple[str, str] | None:
        """Remember `[text][nope]` and `[text][]`; a word in brackets alone is an editor's remark.

        Where the file includes others, they may hold the definition: the reference is taken for a link.
        """
        is_reference = link["link_type"] in ("Reference", "Collapsed", "ReferenceUnknown", "CollapsedUnknown")
        if not is_reference or link["reference"].startswith("^"):
            return None
        if self.has_includes:
            return link["reference"], ""
        self.undefined.append((link["span"]["start"], link["span"]["end"]))
        return None

    # Inline

    def _text(self, value: str, start: int, end: int) -> None:
        if self.alts:
            self.alts[-1].append(value)
        elif self.is_code:
            self.writer.add_verbatim(start, end)
        elif self.html is None or not self.html.inline_unseen:
            writer = self.writer
            if writer.builder is None:
                self._ensure_open(start)
            writer.add_text(value, start, end)

    def _code(self, value: str, start: int, end: int) -> None:
        if self.alts:
            self.alts[-1].append(value)
            return
        writer = self._ensure_open(start)
        ticks = _INLINE_CODE.match(writer.text, start)
        width = ticks.end() - start if ticks else 0
        begin, stop = start + width, end - width
        # One space at each end belongs to the marks.
        if stop - begin - len(value) == 2:
            begin, stop = begin + 1, stop - 1
        if stop - begin == len(value) and writer.filler and writer.filler in value:
            writer.add_verbatim(begin, stop)
        elif value:
            writer.add_text(value, begin, max(begin, stop))
        writer.end = max(writer.end, end)

    def _mark(self, event: str, start: int, end: int) -> None:
        if self.alts:
            self.alts[-1].append(" ")
        elif event == "SoftBreak":
            self.writer.add_space(start, end)
        elif event == "HardBreak":
            self.writer.add_break(start, end)

    def _start_strong(self, value: Any, start: int, end: int) -> None:
        self._ensure_open(start).strong += 1

    def _end_strong(self, value: Any, start: int, end: int) -> None:
        writer = self.writer
        writer.strong = max(0, writer.strong - 1)
        writer.end = max(writer.end, end)

    def _start_inline(self, value: Any, start: int, end: int) -> None:
        self._ensure_open(start)

    def _end_inline(self, value: Any, start: int, end: int) -> None:
        self.writer.end = max(self.writer.end, end)

    def _start_link(self, value: Any, start: int, end: int) -> None:
        writer = self._ensure_open(start)
        target = self._unmask(value["dest_url"], start, end)
        if value["link_type"] == "Email":
            target = f"mailto:{target}"
        writer.begin_link(target, Span(start, end), _LINK_KINDS.get(value["link_type"], "reference"))

    def _end_link(self, value: Any, start: int, end: int) -> None:
        self.writer.end = max(self.writer.end, end)
        self.writer.end_link(end)

    def _unmask(self, target: str, start: int, end: int) -> str:
        """Return a target with the template code that the parser did not see."""
        filler = self.writer.filler
        if not filler or filler not in target:
            return target
        at = self.writer.masked.find(target, start, end)
        return self.writer.text[at : at + len(target)] if at >= 0 else target.replace(filler, "")

    def _start_image(self, value: Any, start: int, end: int) -> None:
        self._ensure_open(start)
        self.alts.append([self._unmask(value["dest_url"], start, end)])

    def _end_image(self, value: Any, start: int, end: int) -> None:
        target, *parts = self.alts.pop()
        alt = "".join(parts)
        if self.writer.filler:
            alt = alt.replace(self.writer.filler, "")
        if self.alts:
            self.alts[-1].append(alt)
        self.writer.end = max(self.writer.end, end)
        self.writer.add_image(target, alt.strip(), Span(start, end))

    def _reference(self, value: Any, start: int, end: int) -> None:
        if not self.alts:
            writer = self._ensure_open(start)
            writer.add_gap()
            writer.end = max(writer.end, end)
            self.draft.targets |= {f"fnref:{value}", f"fnref-{value}", f"fnref{value}"}

    # HTML

    def _inline_html(self, value: str, start: int, end: int) -> None:
        if not self.alts:
            writer = self._ensure_open(start)
            writer.end = max(writer.end, end)
            self._html_reader().read_inline(start, end)

    def _html_reader(self) -> HtmlReader:
        if self.html is None:
            from newslint.formats.markdown.embedded_html import HtmlReader

            self.html = HtmlReader(self.writer)
        return self.html

    def _start_html(self, value: Any, start: int, end: int) -> None:
        self._break_block()
        self.in_html = True

    def _html(self, value: str, start: int, end: int) -> None:
        if self.in_html:
            self.html_lines.append((start, end))
        else:
            self._inline_html(value, start, end)

    def _end_html(self, value: Any, start: int, end: int) -> None:
        self.in_html = False

    def _read_html_blocks(self) -> None:
        """Read the blocks of HTML that stand one after the other, which only blank lines part."""
        if not self.html_lines:
            return
        lines, self.html_lines = self.html_lines, []
        gaps = [(stop, begin) for (_, stop), (begin, _) in pairwise(lines) if begin > stop]
        reader = self._html_reader()
        reader.is_quoted = self.quotes > 0
        reader.read_block(lines[0][0], lines[-1][1], gaps)


# Events inside of which, and between which, a block of HTML goes on.
_OF_HTML = frozenset({"Html", "StartHtmlBlock", "EndHtmlBlock"})
_HANDLERS: dict[str, Any] = {
    "StartParagraph": _Reader._start_paragraph, "EndParagraph": _Reader._close,
    "StartHeading": _Reader._start_heading, "EndHeading": _Reader._close, "StartBlockQuote": _Reader._start_quote,
    "EndBlockQuote": _Reader._end_quote, "StartList": _Reader._start_list, "EndList": _Reader._end_list,
    "StartItem": _Reader._start_item, "EndItem": _Reader._end_item,
    "StartFootnoteDefinition": _Reader._start_footnote, "EndFootnoteDefinition": _Reader._end_footnote,
    "StartCodeBlock": _Reader._start_code, "EndCodeBlock": _Reader._end_code, "StartTable": _Reader._start_table,
    "StartTableHead": _Reader._start_head, "EndTableHead": _Reader._close, "StartTableRow": _Reader._start_row,
    "EndTableRow": _Reader._close, "StartTableCell": _Reader._start_cell, "EndTableCell": _Reader._end_cell,
    "StartStrong": _Reader._start_strong, "EndStrong": _Reader._end_strong, "StartEmphasis": _Reader._start_inline,
    "EndEmphasis": _Reader._end_inline, "StartStrikethrough": _Reader._start_inline,
    "EndStrikethrough": _Reader._end_inline, "StartLink": _Reader._start_link, "EndLink": _Reader._end_link,
    "StartImage": _Reader._start_image, "EndImage": _Reader._end_image, "StartHtmlBlock": _Reader._start_html,
    "EndHtmlBlock": _Reader._end_html, "Code": _Reader._code, "Html": _Reader._html,
    "InlineHtml": _Reader._inline_html, "FootnoteReference": _Reader._reference,
}  # fmt: skip
