"""Say where in a page each finding stands: in a block, in the head, in the metadata, or outside the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from newslint.article import Article, Element
from newslint.diagnostics import Diagnostic
from newslint.parts import ElementKind, Link
from newslint.records import NamedTuple
from newslint.reporters.inspection import bylines
from newslint.spans import Ranges, Span

OUTSIDE = "outside"
# Blocks that one finding marks at most: one may be about all of a text.
_MOST_BLOCKS = 40
_HEAD: tuple[ElementKind, ...] = ("headline", "dek", "published", "updated")


class Placement(NamedTuple):
    """Where findings stand, by the id of a part of the page.

    Parts are `b3` (a block, by its index), `h0` (an entry of the head), `i0` (an image), `m0` (a field of front
    matter), `e0` (another element) and OUTSIDE. `notes` has the numbers of findings, each once in all; `marks` has
    their ranges in the part's text with those numbers.
    """

    notes: dict[str, list[int]]
    marks: dict[str, list[tuple[int, int, int]]]


def head_of(article: Article) -> list[Element]:
    """Return the elements that begin a page and stand in no block: headline, standfirst, bylines and dates."""
    found = [element for kind in _HEAD[:2] if (element := article.find(kind)) is not None]
    found += bylines(article)
    found += [element for kind in _HEAD[2:] if (element := article.find(kind)) is not None]
    return [element for element in found if element.text and not _is_in_text(article, element)]


def _is_in_text(article: Article, element: Element) -> bool:
    if element.blocks:
        return True
    block = article.block_at(element.span.start)
    return block is not None and article.blocks[block].span.start < article.blocks[block].span.end


def place(article: Article, findings: Sequence[Diagnostic]) -> Placement:
    """Return where the findings of an article stand; their numbers are their places in the list."""
    places = _Places(article)
    made = Placement({}, {})
    for number, found in enumerate(findings):
        parts = list(places.find(found.span))
        made.notes.setdefault(parts[0][0] if parts else OUTSIDE, []).append(number)
        for part, start, end in parts:
            if start < end:
                made.marks.setdefault(part, []).append((start, end, number))
    return made


class _Places:
    """The parts of an article by their places in the source."""

    def __init__(self, article: Article) -> None:
        self.article = article
        blocks = article.blocks
        self.order = sorted(range(len(blocks)), key=lambda index: blocks[index].span.start)
        self.rank = {index: rank for rank, index in enumerate(self.order)}
        self.starts = [blocks[index].span.start for index in self.order]
        self.head = head_of(article)
        self.fields = article.front_matter.fields if article.front_matter else ()
        self._in_head = _ranges(element.span for element in self.head)
        self._in_images = _ranges(image.span for image in article.images)
        whole = (Span(field.key_span.start, max(field.key_span.end, field.span.end)) for field in self.fields)
        self._in_fields = _ranges(whole)
        self._in_elements = _ranges(Span(0, 0) if element.blocks else element.span for element in article.elements)
        self._links: dict[int, Ranges] = {}
        self._linked: dict[int, list[Link]] = {}
        for link in article.links:
            if link.block is not None:
                self._linked.setdefault(link.block, []).append(link)

    def find(self, span: Span) -> list[tuple[str, int, int]]:
        """Return each part that a span touches, with the range of its text; the first is the one it belongs to."""
        at = self._in_head.find(*span)
        if at is not None:
            return [(f"h{at}", *self._within(span, self.head[at].span, self.head[at].text))]
        blocks = list(self._find_blocks(span))
        if blocks:
            return blocks
        at = self._in_images.find(*span)
        if at is not None:
            return [(f"i{at}", 0, 0)]
        at = self._in_fields.find(*span)
        if at is not None:
            own = self.fields[at].span
            return [
                (
                    f"m{at}",
                    *(self._within(span, own, self.article.source.slice(own)) if own.end > span.start else (0, 0)),
                )
            ]
        at = self._in_elements.find(*span)
        return [] if at is None else [(f"e{at}", 0, 0)]

    def _within(self, span: Span, whole: Span, text: str) -> tuple[int, int]:
        """Return the range of a part's text that a span covers: all of it where the text is not as in the source."""
        if self.article.source.slice(whole) != text:
            return 0, len(text)
        start, end = max(span.start, whole.start), min(max(span.end, span.start + 1), whole.end)
        return start - whole.start, max(start, end) - whole.start

    def _find_blocks(self, span: Span) -> Iterator[tuple[str, int, int]]:
        wide = Span(span.start, max(span.end, span.start + 1))
        home = self.article.block_at(span.start)
        first = bisect_left(self.starts, span.start) if home is None else self.rank[home]
        for index in self.order[first : first + _MOST_BLOCKS]:
            block = self.article.blocks[index]
            if block.span.start >= wide.end and index != home:
                return
            if index == home or block.span.end > span.start:
                yield (f"b{index}", *(block.prose.find(wide) or self._link_at(index, wide)))

    def _link_at(self, block: int, span: Span) -> tuple[int, int]:
        """Return the range of the words of a link whose target or markup a span is about; an empty one for none."""
        links = self._linked.get(block, [])
        if block not in self._links:
            self._links[block] = _ranges(link.span for link in links)
        at = self._links[block].find(*span)
        return (0, 0) if at is None else (links[at].start, links[at].end)


def _ranges(spans: Iterable[Span]) -> Ranges:
    """Return ranges to be asked; what is empty has the place of one character, but for nothing at the very start."""
    return Ranges((start, max(end, start + 1) if end else 0) for start, end in spans)
