"""The document model of an article, every part with its place in the source; it judges nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from newslint.language.lexicon import SHIPPED, Lexicon
from newslint.parts import (
    KINDS,
    PROSE_KINDS,
    Block,
    Comment,
    Element,
    EmptyField,
    Field,
    FrontMatter,
    Image,
    Link,
    Prose,
    Question,
    Run,
    Section,
    Sentence,
    StructuredData,
)
from newslint.source import Problem, Source
from newslint.spans import Extent, Extents, Ranges, Span

if TYPE_CHECKING:
    from newslint.language.dates.mentions import DateMention
    from newslint.language.numbers.quantities import Quantity
    from newslint.language.readability.measures import Backend, Readability
    from newslint.language.speech.attributions import Attribution
    from newslint.language.speech.claims import Claim
    from newslint.language.speech.passages import Passage
    from newslint.language.speech.quotations import Quotation

__all__ = [
    "KINDS",
    "PROSE_KINDS",
    "Article",
    "Block",
    "Comment",
    "Element",
    "EmptyField",
    "Field",
    "FrontMatter",
    "Image",
    "Link",
    "Prose",
    "Question",
    "Run",
    "Section",
    "Sentence",
    "StructuredData",
]

# What a format cannot show, and the words in which that is reported.
_LACKS: Mapping[str, Mapping[str, str]] = {
    "text": {
        "images": "plain text carries no images",
        "links": "plain text carries no link targets",
        "heading-levels": "plain text carries no heading levels",
        "structured-data": "plain text carries no structured data",
        "front-matter": "plain text carries no front matter",
    },
    "markdown": {"structured-data": "Markdown carries no structured data"},
    "html": {"front-matter": "HTML carries no front matter"},
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


class Article(_ArticleParts):
    """A parsed article. Facts that take work are computed when first asked for, once."""

    @property
    def path(self) -> str:
        """The file's name as it was given."""
        return self.source.path

    @property
    def format(self) -> str:
        """The source's format: markdown, html or text."""
        return self.source.format

    def find(self, kind: str) -> Element | None:
        """Return the article's best element of a kind, or None."""
        return next((element for element in self.elements if element.kind == kind), None)

    def find_all(self, kind: str) -> list[Element]:
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

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body's paragraphs, list items and block quotations."""
        from newslint.language.units.sentences import split_sentences

        return tuple(
            Sentence(index, start, end, block.text[start:end])
            for index, block in self.prose_blocks()
            for start, end in split_sentences(block.text)
        )

    @cached_property
    def sentences_of(self) -> Mapping[int, tuple[Sentence, ...]]:
        """The sentences of each prose block, by the block's index."""
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.block, []).append(sentence)
        return {index: tuple(sentences) for index, sentences in found.items()}

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
    def quotations(self) -> Sequence[Quotation]:
        """The quotations in running text; their extents' `passage` is a block's index."""
        from newslint.language.speech.quotations import find_quotations

        return find_quotations(self.passages)

    @cached_property
    def attributions(self) -> Sequence[Attribution]:
        """Who said what; extents' `passage` is a block's index."""
        from newslint.language.speech.attributions import find_attributions

        return find_attributions(self.passages, self.quotations, self.lexicon)

    @cached_property
    def passages(self) -> list[Passage]:
        """One passage a block, in block order; boilerplate and code are empty."""
        from newslint.language.speech.passages import Passage

        silent = {"boilerplate", "code"}
        return [Passage("" if block.kind in silent else block.text, block.kind) for block in self.blocks]

    def text_of(self, *extents: Extent) -> str:
        """Return the text of parts of blocks, joined by spaces."""
        return " ".join(self.blocks[number].text[start:end] for number, start, end in extents)

    def locate(self, extent: Extent) -> Span:
        """Return the span of the source that a part of a block was made from."""
        return self.blocks[extent.passage].locate(extent.start, extent.end)

    def quoted_extents(self, block: int) -> Sequence[Extent]:
        """Return the extents of the quotations in a block, marks included."""
        return self._quoted_extents.get(block, ())

    @cached_property
    def _quoted_extents(self) -> Mapping[int, list[Extent]]:
        found: dict[int, list[Extent]] = {}
        for quotation in self.quotations:
            found.setdefault(quotation.extent.passage, []).append(quotation.extent)
        return found

    def first_sentence_span(self, block: Block) -> Span:
        """Return the span of a block's first sentence, by which a whole paragraph is pointed at."""
        from newslint.language.units.sentences import split_sentences

        start, end = next(iter(split_sentences(block.text)), (0, len(block.text)))
        return block.locate(start, end)

    def is_quoted(self, block: int, start: int, end: int) -> bool:
        """Tell whether a range of a block's text lies in somebody else's words: a quotation or a block quotation."""
        if self.blocks[block].kind == "quotation":
            return True
        return self._quoted_ranges.enclose(block, start, end)

    @cached_property
    def _quoted_ranges(self) -> Extents:
        return Extents(quotation.extent for quotation in self.quotations)

    def is_code(self, block: int, start: int, end: int) -> bool:
        """Tell whether a range of a block's text is shown as code: a code block, backticks, `<code>` and the like."""
        if self.blocks[block].kind == "code":
            return True
        ranges = self._code_ranges
        return bool(ranges) and ranges.contains(self.blocks[block].locate(start, end).start)

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

    def is_attributed(self, block: int, start: int, end: int) -> bool:
        """Tell whether a range of a block's text is what some source is reported to say."""
        return self._attributed.overlaps(block, start, end)

    @cached_property
    def _attributed(self) -> Extents:
        return Extents(extent for found in self.attributions if found.source for extent in found.content)

    @cached_property
    def claims(self) -> Sequence[Claim]:
        """The claims of the body in the publication's own voice; extents' `passage` is a block's index."""
        from newslint.language.speech.claims import find_claims

        sentences = [Extent(sentence.block, sentence.start, sentence.end) for sentence in self.sentences]
        return find_claims(self.passages, sentences, self.attributions, self.quotations, self.quantities)

    @cached_property
    def linked_blocks(self) -> frozenset[int]:
        """The indices of the blocks that hold a link or an address."""
        return frozenset(link.block for link in self.links if link.block is not None)

    @cached_property
    def attributions_of(self) -> Mapping[int, tuple[Attribution, ...]]:
        """The attributions of each block, by the index of the block in which their content begins."""
        found: dict[int, list[Attribution]] = {}
        for attribution in self.attributions:
            found.setdefault(attribution.content[0].passage, []).append(attribution)
        return {index: tuple(attributions) for index, attributions in found.items()}

    def has_source(self, block: int, start: int, end: int) -> bool:
        """Tell whether some source tells something in a range of a block's text: by its cue there, or by its words."""
        return self._sourced.overlaps(block, start, end)

    @cached_property
    def _sourced(self) -> Extents:
        """The extents in which a source tells something."""
        from newslint.language.speech.claims import is_telling

        return Extents(
            extent
            for found in self.attributions
            if found.source and (found.quotation is not None or is_telling(self.text_of(*found.cue), self.lexicon))
            for extent in (*found.cue, *found.content)
        )

    @cached_property
    def dates(self) -> Sequence[tuple[int, DateMention]]:
        """The dates in headings, prose, tables and captions, each with its block's index."""
        from newslint.language.dates.mentions import find_dates

        return [(index, date) for index, passage in enumerate(self.passages) for date in find_dates(passage.text)]

    @cached_property
    def quantities(self) -> Sequence[tuple[int, Quantity]]:
        """The figures in headings, prose, tables and captions, each with its block's index."""
        from newslint.language.numbers.quantities import find_quantities

        dates: dict[int, list[DateMention]] = {}
        for index, date in self.dates:
            dates.setdefault(index, []).append(date)
        return [
            (index, found)
            for index, passage in enumerate(self.passages)
            for found in find_quantities(passage.text, dates.get(index, []))
        ]

    @cached_property
    def word_count(self) -> int:
        """The number of words in the body's prose."""
        from newslint.language.units.words import count_words

        return sum(count_words(block.text) for _, block in self.prose_blocks())

    def readability(self, backend: Backend = "newslint") -> Readability:
        """Measure the body's prose."""
        from newslint.language.readability.measures import measure

        return measure([sentence.text for sentence in self.sentences], backend=backend)
