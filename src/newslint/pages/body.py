"""Show an article as it reads, element by element, with its findings beside their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from newslint.article import Article, Block, Image
from newslint.diagnostics import FileReport
from newslint.pages.escaping import escape, is_address
from newslint.pages.hiding import hidden_ranges, hide_words
from newslint.pages.nesting import Wrap, nest
from newslint.pages.notes import Notes
from newslint.pages.paragraphs import Measured, measure_paragraphs
from newslint.pages.placing import OUTSIDE, head_of, place
from newslint.pages.speakers import Map, draw_along, map_voices, voice_layer
from newslint.parts import Element
from newslint.spans import Span

_KINDS = {"list-item": "list item", "table-row": "table"}
# What stands around the text and is not prose, but belongs to the article.
_OF_THE_ARTICLE = frozenset(
    ("headline", "dek", "byline", "published", "updated", "dateline", "label", "author-bio", "disclosure", "correction")
)
# The lowest heading of HTML; the page itself has the first level, its sections have the second.
_LOWEST = 6


class Body:
    """What a page shows of an article and its findings; made once for all parts of a page."""

    def __init__(self, article: Article, report: FileReport, *, hide_private: bool = True) -> None:
        """`report` is that of the article; with `hide_private`, what its excerpts show as dots is dots here, too."""
        self.article = article
        self.report = report
        self.findings = report.diagnostics
        self.placement = place(article, self.findings)
        marked = {number for ranges in self.placement.marks.values() for _, _, number in ranges}
        self.notes = Notes(self.findings, self.part_at, marked, article.source)
        self.voices: Map = map_voices(article)
        self.measured: Mapping[int, Measured] = measure_paragraphs(article)
        self.head = head_of(article)
        self._masks = hidden_ranges(article, report) if hide_private else {}
        self._links: dict[int, list[Wrap]] = {}
        for link in article.links:
            if link.block is not None and is_address(link.target):
                opening = f'<a href="{escape(link.target)}" rel="noopener noreferrer" target="_blank">'
                self._links.setdefault(link.block, []).append(Wrap(link.start, link.end, opening, "a"))
        self._datelines = dict(_datelines(article))
        self._level = 2

    def part_at(self, offset: int) -> str:
        """Return the id of the block at an offset of the source, or nothing."""
        block = self.article.block_at(offset)
        return "" if block is None else f"b{block}"

    def render(self) -> str:
        """Return the article as an HTML fragment, with the notes of all findings."""
        return "".join(self._rows())

    def _rows(self) -> Iterator[str]:
        yield '<div class="reading">'
        yield from self._outside()
        for index, element in enumerate(self.head):
            yield self._head_row(index, element)
        images = self._images_by_block()
        yield from self._image_rows(images.get(-1, ()))
        for kind, group in groupby(enumerate(self.article.blocks), lambda entry: _group_of(entry[1])):
            members = list(group)
            if kind[0]:
                yield from self._group(kind[0], members)
            for index, block in members:
                if not kind[0]:
                    yield self._row(index, block, "div")
                yield from self._image_rows(images.get(index, ()))
        yield "</div>"

    def _group(self, kind: str, members: Sequence[tuple[int, Block]]) -> Iterator[str]:
        if kind == "list-item":
            name = "ol" if members[0][1].ordinal else "ul"
            yield f'<{name} class="list" role="list">'
            yield from (self._row(index, block, "li") for index, block in members)
            yield f"</{name}>"
        elif kind == "table-row":
            yield self._table_row(members)
        else:
            yield self._boilerplate_row(members)

    def _row(self, index: int, block: Block, name: str) -> str:
        part = f"b{index}"
        label = _label(block)
        text = self._text(part, block, index)
        shown = draw_along(self.voices, index, len(block.text)) + self._element(block, index, text)
        return self._shell(part, label, self._side(index, label), shown, name)

    def _shell(self, part: str, label: str, side: str, shown: str, name: str = "div") -> str:
        """Return a row: what is beside the text, the text, and its notes."""
        numbers = self.placement.notes.get(part, ())
        flagged = " flagged" if numbers and part[0] != "i" and part not in self.placement.marks else ""
        notes = self.notes.show(numbers, label)
        look = f"row {part[0]}{flagged}"
        return f'<{name} class="{look}" id="{part}">{_cells(side, shown, notes)}</{name}>'

    def _side(self, index: int, label: str) -> str:
        labels = [label] if label != "paragraph" else []
        labels += ["dateline"] if index in self._datelines and label != "dateline" else []
        tag = "".join(f'<span class="tag">{escape(each)}</span>' for each in labels)
        measured = self.measured.get(index)
        grade = "" if measured is None else measured.draw()
        return tag + grade

    def _element(self, block: Block, index: int, text: str) -> str:
        """Return a block's text in the element that it is."""
        at = f'data-b="{index}" dir="auto"'
        look = f"text {block.role or block.kind}"
        if block.kind == "heading":
            wanted = 3 if block.role == "headline" else 2 + (block.level or 2)
            self._level = max(3, min(wanted, self._level + 1, _LOWEST))
            return f'<h{self._level} class="{look} level{block.level or 2}" {at}>{text}</h{self._level}>'
        if block.kind == "code":
            return f'<pre class="{look}" {at} tabindex="0"><code>{text}</code></pre>'
        if block.kind == "quotation":
            return f'<blockquote class="{look}" {at}>{text}</blockquote>'
        if block.ordinal:
            at += f' data-ordinal="{escape(block.ordinal)}"'
        name = "div" if block.kind == "list-item" else "p"
        return f'<{name} class="{look}" {at}>{text}</{name}>'

    def _text(self, part: str, block: Block, index: int) -> str:
        named = self._datelines.get(index, ())
        layers = (voice_layer(self.voices, index), named, self._links.get(index, ()), self._marks(part))
        return nest(hide_words(block.text, self._masks.get(part, ())), layers)

    def _marks(self, part: str) -> list[Wrap]:
        return self.notes.marks(self.placement.marks.get(part, ()))

    def _plain(self, part: str, text: str) -> str:
        """Return a text that is no block's, with its marks."""
        return nest(hide_words(text, self._masks.get(part, ())), (self._marks(part),))

    def _table_row(self, members: Sequence[tuple[int, Block]]) -> str:
        """Return a table as one row of the page, with the notes of all its rows."""
        lines = "".join(self._line(index, block) for index, block in members)
        table = f'<div class="text scroll" tabindex="0" role="group" aria-label="Table"><table>{lines}</table></div>'
        numbers = [number for index, _ in members for number in self.placement.notes.get(f"b{index}", ())]
        side = '<span class="tag">table</span>'
        notes = self.notes.show(numbers, "table")
        return f'<div class="row b">{_cells(side, table, notes)}</div>'

    def _line(self, index: int, block: Block) -> str:
        """Return a row of a table, whose cells are ranges of its text, with what stands between them as it is."""
        part, at, parts = f"b{index}", 0, []
        layers = [self._links.get(index, ()), self._marks(part)]
        text = hide_words(block.text, self._masks.get(part, ()))
        name = 'th scope="col"' if block.is_header else "td"
        for start, end in block.cells or ((0, len(text)),):
            own = [[_moved(wrap, start, end) for wrap in layer] for layer in layers]
            parts.append(f'{escape(text[at:start])}<{name} dir="auto">{nest(text[start:end], own)}</{name[:2]}>')
            at = end
        return f'<tr id="{part}" data-b="{index}">{"".join(parts)}{escape(text[at:])}</tr>'

    def _boilerplate_row(self, members: Sequence[tuple[int, Block]]) -> str:
        """Return what is no part of the article, closed unless something is found in it."""
        numbers = [number for index, _ in members for number in self.placement.notes.get(f"b{index}", ())]
        roles = sorted({block.role or "boilerplate" for _, block in members})
        count = f"{len(members)} line" + ("s" if len(members) > 1 else "")
        lines = "".join(
            f'<p id="b{index}" data-b="{index}" dir="auto">{self._text(f"b{index}", block, index)}</p>'
            for index, block in members
        )
        shown = (
            f'<details class="text boilerplate"{" open" if numbers else ""}><summary>Not part of the article: '
            f"{escape(', '.join(roles))} ({count})</summary>{lines}</details>"
        )
        notes = self.notes.show(numbers, "not part of the article")
        return f'<div class="row b">{_cells("", shown, notes)}</div>'

    def _head_row(self, index: int, element: Element) -> str:
        part, at = f"h{index}", f'data-h="{index}" dir="auto"'
        text = self._plain(part, element.text)
        if element.kind == "headline":
            self._level = 3
            shown = f'<h3 class="text headline" {at}>{text}</h3>'
        else:
            shown = f'<p class="text {element.kind}" {at}>{text}</p>'
        return self._shell(part, element.kind, _tell(element), shown)

    def _images_by_block(self) -> dict[int, list[int]]:
        """Return the images that are shown after each block; those before the first block are under -1."""
        shown: dict[int, list[int]] = {}
        for index, image in enumerate(self.article.images):
            if image.in_body or self.placement.notes.get(f"i{index}"):
                block = image.block if image.block is not None else self._block_before(image.span)
                shown.setdefault(block, []).append(index)
        return shown

    def _block_before(self, span: Span) -> int:
        block = self.article.block_at(span.start)
        if block is not None:
            return block
        places = self.article.blocks
        low, high = 0, len(places)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if places[middle].span.start <= span.start else (low, middle)
        return low - 1

    def _image_rows(self, indices: Iterable[int]) -> Iterator[str]:
        for index in indices:
            shown = f'<p class="text picture">{_describe(self.article.images[index])}</p>'
            yield self._shell(f"i{index}", "image", '<span class="tag">image</span>', shown)

    def _outside(self) -> Iterator[str]:
        """Yield the notes of findings that stand at no part of the text."""
        numbers = self.placement.notes.get(OUTSIDE, ())
        if numbers:
            shown = '<p class="text outside">In the file, outside the text</p>'
            notes = self.notes.show(numbers, "outside the text")
            yield f'<div class="row" id="{OUTSIDE}">{_cells("", shown, notes)}</div>'

    def fields(self) -> Iterator[str]:
        """Yield the rows of the fields of front matter with their notes, as they stand in the file."""
        for index, field in enumerate(self.article.front_matter.fields if self.article.front_matter else ()):
            part = f"m{index}"
            text = self._plain(part, self.article.source.slice(field.span))
            side = f'<span class="tag field">{escape(field.name)}</span>'
            yield self._shell(part, field.name, side, f'<p class="text value" dir="auto">{text}</p>')

    def elements(self) -> Iterator[str]:
        """Yield the rows of elements at which something is found, and that stand neither in the text nor in a field."""
        for index, element in enumerate(self.article.elements):
            part = f"e{index}"
            if self.placement.notes.get(part):
                shown = f'<p class="text value" dir="auto">{escape(element.text)}</p>'
                yield self._shell(part, element.kind, _tell(element), shown)


def _cells(side: str, shown: str, notes: str) -> str:
    """Return what a row consists of: what is beside the text, the text, and the notes in the margin."""
    return f'<div class="side" lang="en">{side}</div><div class="col">{shown}</div>{notes}'


def _tell(element: Element) -> str:
    """Return what stands beside an element: its kind, and where it was found."""
    return f'<span class="tag">{escape(element.kind)}</span><span class="origin">{escape(element.origin)}</span>'


def _datelines(article: Article) -> Iterator[tuple[int, list[Wrap]]]:
    """Yield the blocks that begin with a dateline, each with the element around its words."""
    for element in article.find_all("dateline"):
        block = article.block_at(element.span.start)
        found = None if block is None else article.blocks[block].prose.find(element.span)
        if block is not None and found is not None:
            yield block, [Wrap(*found, '<span class="dateline">')]


def _group_of(block: Block) -> tuple[str, object]:
    if block.kind == "table-row":
        return block.kind, block.table
    if block.kind == "list-item":
        return block.kind, bool(block.ordinal)
    is_apart = block.kind == "boilerplate" and block.role not in _OF_THE_ARTICLE
    return (block.kind, None) if is_apart else ("", None)


def _label(block: Block) -> str:
    if block.role:
        return block.role.replace("-", " ")
    if block.kind == "heading" and block.level:
        return f"heading {block.level}"
    return _KINDS.get(block.kind, block.kind)


def _moved(wrap: Wrap, start: int, end: int) -> Wrap:
    """Return an element of a row's text as one of a cell's, cut to the cell."""
    return wrap._replace(start=max(wrap.start, start) - start, end=min(wrap.end, end) - start)


def _describe(image: Image) -> str:
    if image.alt:
        alt = f'<span dir="auto">{escape(image.alt)}</span>'
    else:
        alt = "<em>no description</em>" if image.alt is None else "<em>empty description</em>"
    return f'{alt} <span class="target">{escape(image.target[:200])}</span>'
