"""Write the blocks, links and images of a Markdown text in the order in which they are met; knows no syntax."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from newslint.article import Block, Image, Link, Prose
from newslint.formats.addresses import find_addresses
from newslint.formats.draft import Draft
from newslint.formats.prose import ProseBuilder
from newslint.parts import BlockKind, Comment, LinkKind, Role
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

if TYPE_CHECKING:
    from newslint.formats.html.pieces import Gathered
    from newslint.formats.html.tree import Tree


class Figure(NamedTuple):
    """A figure that template code inserts: what it shows, its alternative text, and where its caption stands."""

    start: int
    end: int
    target: str
    alt: str | None
    caption: tuple[int, int] | None


class Masked:
    """A text whose template code is overwritten with `filler`, one character for one."""

    has_includes = False

    def __init__(self, text: str, filler: str = "") -> None:
        """Begin without figures and targets."""
        self.text = text
        self.filler = filler
        self.figures: list[Figure] = []
        self.targets: set[str] = set()
        self.comments: list[Comment] = []


class OpenLink:
    """A link in the making: where its text began in the block, and the source that it covers."""

    end = 0
    alt = ""

    def __init__(self, start: int, target: str, span: Span, kind: LinkKind) -> None:
        """Keep what is known at its beginning."""
        self.start = start
        self.target = target
        self.span = span
        self.kind = kind


_BEFORE_LETTERS = pattern(r"^[^a-z]+")
_HYPHENS = pattern(r"-{2,}")
_NOT_SLUG = pattern(r"[^\w\- ]")


class BlockWriter:
    """Gather one block after the other into a draft; at most one block is open at a time."""

    def __init__(self, draft: Draft, masked: Masked) -> None:
        """Write into a draft whose source is masked as `masked` says."""
        self.draft = draft
        self.text = draft.source.text
        self.masked = masked.text
        self.filler = masked.filler
        self._fillers = pattern(f"{masked.filler}+") if masked.filler else None
        self._figures = list(reversed(masked.figures))
        self._undefined: list[Span] = []
        self._next_undefined = 0
        self._tables = -1
        self._slugs: dict[str, int] = {}
        self.builder: ProseBuilder | None = None
        self.kind: BlockKind = "paragraph"
        self.start = 0
        self.end = 0
        self._clear()

    def _clear(self) -> None:
        self.level: int | None = None
        self.role: Role = ""
        self.ordinal: str | None = None
        self.table: int | None = None
        self.is_header = False
        self.anchor: str | None = None
        self._cells: list[tuple[int, int]] = []
        self._cell_start = -1
        self._links: list[OpenLink] = []
        self._finished: list[OpenLink] = []
        self._images: list[tuple[str, str | None, Span]] = []
        self.strong = 0
        self._has_plain = False

    @property
    def is_open(self) -> bool:
        """Tell whether a block is being written."""
        return self.builder is not None

    def open(self, kind: BlockKind, start: int) -> None:
        """Begin a block; one that is still open ends before."""
        self.close()
        self.write_figures(start)
        self.builder = ProseBuilder(self.text)
        self.kind = kind
        self.start = self.end = start

    def add_text(self, value: str, start: int, end: int) -> None:
        """Append what the source [start, end) says to a reader."""
        builder = self.builder
        if builder is None:
            return
        if end > self.end:
            self.end = end
        if builder.last == "\n" and value[0] in " \t" and len(value) == end - start:
            bare = value.lstrip(" \t")
            value, start = bare, start + len(value) - len(bare)
        if self._fillers is not None and self.filler in value:
            self._add_around_fillers(value, start, end)
            return
        if not self.strong and not self._has_plain and not value.isspace():
            self._has_plain = True
        if len(value) == end - start and self.text.startswith(value, start):
            builder.add(value, start)
        else:
            builder.add_decoded(value, start, end - start)

    def _add_around_fillers(self, value: str, start: int, end: int) -> None:
        assert self.builder is not None
        assert self._fillers is not None
        if len(value) != end - start:
            self.builder.add_gap()
            rest = self._fillers.sub("", value)
            if rest:
                self.builder.add_decoded(rest, start, end - start)
            return
        at = 0
        for found in self._fillers.finditer(value):
            if found.start() > at:
                self.add_text(value[at : found.start()], start + at, start + found.start())
            self.builder.add_gap()
            at = found.end()
        if at < len(value):
            self.add_text(value[at:], start + at, end)

    def add_verbatim(self, start: int, end: int) -> None:
        """Append the source [start, end) as it stands, template code included."""
        if self.builder is not None:
            self.end = max(self.end, end)
            self.builder.add(self.text[start:end], start)

    def add_space(self, start: int, end: int) -> None:
        """Append one space for white space."""
        if self.builder is not None:
            self.builder.add_space(start, end - start)

    def add_break(self, start: int, end: int) -> None:
        """Append a line break."""
        if self.builder is not None:
            self.builder.add_break(start, end - start)

    def add_gap(self) -> None:
        """Note that something without text stands here."""
        if self.builder is not None:
            self.builder.add_gap()

    def next_table(self) -> int:
        """Return the number of the table that begins here, counted from 0."""
        self._tables += 1
        return self._tables

    def begin_cell(self, start: int, end: int) -> None:
        """Begin the next cell of a table row; source [start, end) is what parts it from the one before."""
        if self.builder is None:
            return
        self.end_cell()
        if self.builder.length:
            self.builder.add_break(start, end - start)
        self._cell_start = self.builder.length

    def end_cell(self) -> None:
        """End the cell that is being written."""
        if self.builder is not None and self._cell_start >= 0:
            self._cells.append((self._cell_start, self.builder.length))
        self._cell_start = -1

    def begin_link(self, target: str, span: Span, kind: LinkKind) -> None:
        """Begin a link at the end of the text so far."""
        self._links.append(OpenLink(self.builder.length if self.builder else 0, target, span, kind))

    def end_link(self, end: int) -> None:
        """End the innermost link; its source reaches at least to `end`."""
        if not self._links:
            return
        link = self._links.pop()
        link.end = self.builder.length if self.builder else 0
        link.span = Span(link.span.start, max(link.span.end, end))
        self._finished.append(link)

    def add_image(self, target: str, alt: str | None, span: Span) -> None:
        """Note an image; the text of a link that holds nothing else is its alternative text."""
        self.add_gap()
        if self._links and alt:
            self._links[-1].alt = alt
        if self.builder is None:
            self.draft.images.append(Image(target, alt, span))
        else:
            self._images.append((target, alt, span))

    def note_undefined(self, spans: list[Span]) -> None:
        """Take the spans of references that nothing defines; they become links when their block is written."""
        self._undefined += spans

    def close(self, end: int | None = None) -> None:
        """Write the open block, if it has any text; `end` is where its source ends."""
        builder = self.builder
        if builder is None:
            return
        while self._links:
            self.end_link(self.end)
        self.end_cell()
        prose, lead = builder.build()
        index = len(self.draft.blocks) if prose.text else None
        if prose.text:
            self._write_block(prose, lead, end)
        self._write_links(prose, lead, index)
        for target, alt, span in self._images:
            self.draft.images.append(Image(target, alt, span, index))
        self.builder = None
        self._clear()

    def _write_block(self, prose: Prose, lead: int, end: int | None) -> None:
        stop = self.end if end is None else end
        last = prose.runs[-1]
        stop = max(stop, last.source_end)
        while stop > self.start and self.text[stop - 1].isspace() and stop > last.source_end:
            stop -= 1
        size = len(prose.text)
        cells = tuple((min(max(0, s - lead), size), min(max(0, e - lead), size)) for s, e in self._cells)
        if self.kind == "heading":
            self._add_targets(prose.text)
        self.draft.blocks.append(
            Block(
                self.kind,
                Span(min(self.start, prose.runs[0].source_start), stop),
                prose,
                self.level,
                self.role,
                cells,
                self.table,
                self.is_header,
                self.ordinal,
                self.kind in ("paragraph", "list-item") and not self._has_plain,
            )
        )

    def _add_targets(self, heading: str) -> None:
        """Add the addresses under which sites publish a heading: GitHub's and Hugo's, and kramdown's."""
        if self.anchor:
            self.draft.targets.add(self.anchor)
            return
        slug = _NOT_SLUG.sub("", heading.strip().lower()).replace(" ", "-")
        for form in {slug, _BEFORE_LETTERS.sub("", slug), _HYPHENS.sub("-", slug)} - {""}:
            count = self._slugs.get(form, 0)
            self._slugs[form] = count + 1
            self.draft.targets.add(f"{form}-{count}" if count else form)

    def _write_links(self, prose: Prose, lead: int, index: int | None) -> None:
        size = len(prose.text)
        found: list[Link] = []
        for link in self._finished:
            start, end = min(max(0, link.start - lead), size), min(max(0, link.end - lead), size)
            text = prose.text[start:end].strip() or link.alt
            found.append(Link(text, link.target, link.span, link.kind, index, start, max(start, end)))
        if index is not None:
            if self._next_undefined < len(self._undefined):
                found += self._find_undefined(prose, index)
            found += find_addresses(self.draft.blocks[index], index, [(link.start, link.end) for link in found])
        if len(found) > 1:
            found.sort(key=lambda link: link.span)
        self.draft.links += found

    def _find_undefined(self, prose: Prose, index: int) -> list[Link]:
        links = []
        while self._next_undefined < len(self._undefined):
            span = self._undefined[self._next_undefined]
            if span.start >= max(self.end, prose.runs[-1].source_end):
                break
            self._next_undefined += 1
            if span.start < self.start:
                continue
            written = self.text[span.start : span.end]
            text = written[1:].split("]", 1)[0]
            target = written.rstrip("]").rsplit("[", 1)[-1] or text
            start = _place_in(prose, span.start)
            links.append(Link(text, target, span, "undefined", index, start, max(start, _place_in(prose, span.end))))
        return links

    def add_gathered(self, tree: Tree, gathered: Gathered, base: int) -> None:
        """Add what stands in a piece of HTML that begins at source `base`."""
        from newslint.formats.html.reader import add_gathered

        draft = self.draft
        first_block, first_link = len(draft.blocks), len(draft.links)
        add_gathered(draft, tree, gathered, base, is_body=True)
        links = draft.links[first_link:]
        taken: dict[int | None, list[tuple[int, int]]] = {}
        for link in links:
            taken.setdefault(link.block, []).append((link.start, link.end))
        for index, block in enumerate(draft.blocks[first_block:], first_block):
            if block.kind == "heading":
                self.anchor = None
                self._add_targets(block.text)
            links += find_addresses(block, index, taken.get(index, ()))
        draft.links[first_link:] = sorted(links, key=lambda link: link.span)

    def write_figures(self, before: int) -> None:
        """Write the figures of template code that stand before a place in the source."""
        while self._figures and self._figures[-1].start < before:
            figure = self._figures.pop()
            span = Span(figure.start, figure.end)
            index = None
            if figure.caption:
                builder = ProseBuilder(self.text)
                builder.add(self.text[slice(*figure.caption)], figure.caption[0])
                prose, _ = builder.build()
                if prose.text:
                    index = len(self.draft.blocks)
                    self.draft.blocks.append(Block("caption", span, prose))
            if figure.target:
                self.draft.images.append(Image(figure.target, figure.alt, span, index))

    def finish(self) -> None:
        """Write what is left at the end of the file."""
        self.close()
        self.write_figures(len(self.text) + 1)


def _place_in(prose: Prose, offset: int) -> int:
    """Return the place in the prose of what was made from the source at `offset`, or of what follows it."""
    runs = prose.runs
    at = max(bisect_right(runs, offset, key=lambda run: run.source_start) - 1, 0)
    run = runs[at]
    return run.start + min(max(offset - run.source_start, 0), run.length)
