"""The model of an article: blocks, elements, links and front matter, each with its place in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from newslint.analyses import Analyses
from newslint.language.lexicon import SHIPPED, Lexicon
from newslint.located import Prose, Run
from newslint.parts import (
    KINDS,
    PROSE_KINDS,
    Block,
    BlockKind,
    Comment,
    Element,
    ElementKind,
    EmptyField,
    Field,
    FrontMatter,
    Image,
    Link,
    LinkKind,
    Origin,
    Question,
    Role,
    Section,
    Sentence,
    StructuredData,
)
from newslint.records import NamedTuple
from newslint.source import Problem, Source
from newslint.spans import Extent, Ranges, Span

if TYPE_CHECKING:
    from newslint.language.speech.passages import Passage

__all__ = [
    "KINDS",
    "PROSE_KINDS",
    "Article",
    "Block",
    "BlockKind",
    "Comment",
    "Element",
    "ElementKind",
    "EmptyField",
    "Field",
    "FrontMatter",
    "Image",
    "Link",
    "LinkKind",
    "Origin",
    "Prose",
    "Question",
    "Role",
    "Run",
    "Section",
    "Sentence",
    "StructuredData",
]

Made = TypeVar("Made")

# What a format cannot show, and the words in which that is reported.
_LACKS: Mapping[str, Mapping[str, str]] = {
    "text": {
        "images": "plain text has no images",
        "links": "plain text has no link targets",
        "heading-levels": "plain text has no heading levels",
        "structured-data": "plain text has no structured data",
        "front-matter": "plain text has no front matter",
    },
    "markdown": {"structured-data": "Markdown has no structured data"},
    "html": {"front-matter": "HTML has no front matter"},
    "rst": {"structured-data": "reStructuredText has no structured data"},
    "asciidoc": {"structured-data": "AsciiDoc has no structured data"},
    "ninjs": {"structured-data": "ninjs has no structured data of a page"},
    "newsml": {"structured-data": "NewsML-G2 has no structured data of a page"},
    "document": {
        "structured-data": "documents have no structured data",
        "front-matter": "documents have no front matter",
    },
}


class _ArticleParts(NamedTuple):
    source: Source
    blocks: tuple[Block, ...] = ()
    elements: tuple[Element, ...] = ()
    faq: tuple[Question, ...] = ()
    front_matter: FrontMatter | None = None
    empty_fields: tuple[EmptyField, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    comments: tuple[Comment, ...] = ()
    structured_data: tuple[StructuredData, ...] = ()
    problems: tuple[Problem, ...] = ()
    targets: frozenset[str] = frozenset()
    language: str | None = None
    is_fragment: bool = False
    homes: Mapping[str, Span] = {}
    lexicon: Lexicon = SHIPPED
    day_first: bool | None = None


class Article(_ArticleParts, Analyses):
    """A parsed article, with what language finds in it."""

    @property
    def path(self) -> str:
        """The file's name as it was given."""
        return self.source.path

    @property
    def format(self) -> str:
        """The source's format: markdown, html, text or document."""
        return self.source.format

    @cached_property
    def language_code(self) -> str | None:
        """The article's language without its country, in small letters, or None where it is not known."""
        return self.language.partition("-")[0].lower() if self.language else None

    @property
    def is_page(self) -> bool:
        """Whether this is a whole HTML page, which has more on it than the article."""
        return self.format == "html" and not self.is_fragment

    def find(self, kind: ElementKind) -> Element | None:
        """Return the article's best element of a kind, or None."""
        return next((element for element in self.elements if element.kind == kind), None)

    def find_all(self, kind: ElementKind) -> list[Element]:
        """Return all elements of a kind, the best first."""
        return [element for element in self.elements if element.kind == kind]

    @property
    def headline(self) -> Element | None:
        """The article's headline, or None."""
        return self.find("headline")

    @property
    def published(self) -> Element | None:
        """The date of publication, or None."""
        return self.find("published")

    def field(self, *names: str) -> Field | None:
        """Return the first field of the front matter that has one of some names, or None."""
        return self.front_matter.find(*names) if self.front_matter else None

    def lacks(self, what: str) -> str | None:
        """Return why this article's format cannot show something (`images`, `links`, …), or None if it can."""
        return _LACKS[self.format].get(what)

    def anchor(self, element: str) -> Span:
        """Return the place where a missing element belongs: the first line of the block that is its home."""
        home = self.homes.get(element)
        if home is None:
            home = self.homes.get("byline") or self.homes.get("headline")
        if home is None:
            first = next((block.span for block in self.blocks if block.kind != "boilerplate"), None)
            home = first or (self.front_matter.span if self.front_matter else Span(0, len(self.source.text)))
        line = self.source.line_span(self.source.position(home.start).line)
        return Span(home.start, max(home.start, min(line.end, home.end) if home.end > home.start else line.end))

    def block_at(self, offset: int) -> int | None:
        """Return the index of the block whose span holds a source offset, or None."""
        at = bisect_right(self._block_starts, offset) - 1
        while at >= 0 and self.blocks[at].span.end < offset and at > 0 and self.blocks[at - 1].span.end >= offset:
            at -= 1
        return at if at >= 0 and self.blocks[at].span.start <= offset <= self.blocks[at].span.end else None

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def prose_blocks(self) -> Iterator[tuple[int, Block]]:
        """Yield the index and block of each paragraph, list item and block quotation of the body."""
        for index, block in enumerate(self.blocks):
            if block.kind in PROSE_KINDS:
                yield index, block

    def finds_before(self, regex: re.Pattern[str], block: int, end: int) -> bool:
        """Tell whether a pattern matches in the prose up to a place; where it first does is found once for all."""
        if regex not in self._firsts:
            found = ((index, match.end()) for index, each in self.prose_blocks() if (match := regex.search(each.text)))
            self._firsts[regex] = next(found, None)
        first = self._firsts[regex]
        return first is not None and first <= (block, end)

    @cached_property
    def _firsts(self) -> dict[re.Pattern[str], tuple[int, int] | None]:
        return {}

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The article cut at its headings; the part before the first heading has none. The headline is no heading."""
        found: list[Section] = []
        heading: int | None = None
        members: list[int] = []
        for index, block in enumerate(self.blocks):
            if block.kind == "boilerplate":
                continue
            if block.kind == "heading" and block.role != "headline":
                found.append(self._section(heading, members))
                heading, members = index, []
            elif block.role != "headline":
                members.append(index)
        found.append(self._section(heading, members))
        return tuple(section for section in found if section.heading is not None or section.blocks)

    def _section(self, heading: int | None, members: list[int]) -> Section:
        level = 1 if heading is None else self.blocks[heading].level or 2
        return Section(heading, level, tuple(members))

    @cached_property
    def passages(self) -> list[Passage]:
        """One passage a block, in block order; boilerplate and code are empty."""
        from newslint.language.speech.passages import Passage

        silent = {"boilerplate", "code"}
        return [
            Passage("" if block.kind in silent else block.text, block.kind, block.role, block.is_strong)
            for block in self.blocks
        ]

    def locate(self, extent: Extent) -> Span:
        """Return the span of the source that a part of a block was made from, or of one of the `digests`."""
        if extent.passage < len(self.blocks):
            return self.blocks[extent.passage].locate(extent.start, extent.end)
        element = self.digests[extent.passage - len(self.blocks)]
        if self.source.slice(element.span) != element.text:
            return element.span
        return Span(element.span.start + extent.start, element.span.start + extent.end)

    @cached_property
    def digests(self) -> tuple[Element, ...]:
        """The headline, standfirst and summary of front matter that no block repeats; `crimes` reads them, too."""
        known = {block.text for block in self.blocks}
        found = {
            element.text: element
            for element in self.elements
            if element.kind in ("headline", "dek", "summary") and element.origin == "front matter"
        }
        return tuple(element for text, element in found.items() if text and text not in known)

    def first_sentence_span(self, block: Block) -> Span:
        """Return the span of a block's first sentence, by which a whole paragraph is pointed at."""
        from newslint.language.units.sentences import split_sentences

        start, end = next(iter(split_sentences(block.text)), (0, len(block.text)))
        return block.locate(start, end)

    def is_code(self, block: int, start: int, end: int) -> bool:
        """Tell whether a range of a block's text is shown as code: a code block, backticks, `<code>` and the like."""
        if self.blocks[block].kind == "code":
            return True
        ranges = self._code_ranges
        return bool(ranges) and ranges.contains(self.blocks[block].locate(start, end).start)

    @property
    def has_code(self) -> bool:
        """Whether code stands in running text anywhere."""
        return bool(self._code_ranges)

    @cached_property
    def _code_ranges(self) -> Ranges:
        """The source ranges of code within running text."""
        from newslint.language.units.code_spans import find_code_spans

        text = self.source.text
        if self.format == "html":
            return Ranges(find_code_spans(text, 0, len(text), "html"))
        ranges: list[tuple[int, int]] = []
        for block in self.blocks:
            begin = max(block.span.start, ranges[-1][1] if ranges else 0)
            if any(mark in text[begin : block.span.end] for mark in "`<"):
                ranges += find_code_spans(text, begin, block.span.end, self.format)
        return Ranges(ranges)

    def code_extents(self, index: int) -> list[tuple[int, int]]:
        """Return the ranges of a block's text that are code in running text, without their marks."""
        from newslint.language.units.code_spans import find_code_spans

        block = self.blocks[index]
        spans = find_code_spans(self.source.text, block.span.start, block.span.end, self.format)
        return [place for span in spans if (place := block.prose.find(Span(*span)))]

    @cached_property
    def links_of(self) -> Mapping[int, list[Link]]:
        """The links of each block that has some, by its index."""
        found: dict[int, list[Link]] = {}
        for link in self.links:
            if link.block is not None:
                found.setdefault(link.block, []).append(link)
        return found

    @cached_property
    def loose_texts(self) -> tuple[str, ...]:
        """The texts that stand in no block: fields of front matter, then alternative texts of images."""
        fields = self.front_matter.fields if self.front_matter else ()
        return (
            *(field.value for field in fields if isinstance(field.value, str)),
            *(image.alt for image in self.images if image.alt),
        )

    def kept(self, make: Callable[[Article], Made]) -> Made:
        """Return what a function of a room above makes of the article; it is made once for all."""
        known = self._kept
        if make not in known:
            known[make] = make(self)
        made: Made = known[make]
        return made

    @cached_property
    def _kept(self) -> dict[Callable[[Article], Any], Any]:
        return {}

    @cached_property
    def linked_blocks(self) -> frozenset[int]:
        """The indices of the blocks that hold a link or an address."""
        return frozenset(link.block for link in self.links if link.block is not None)
