"""What checks of words read: the blocks of an article, and what its front matter says to readers."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import islice

from newslint.article import Article
from newslint.language.spelling.words import FUNCTION_WORDS
from newslint.language.units.words import list_parts
from newslint.records import NamedTuple
from newslint.spans import Extent, Span

_ELEMENTS = frozenset({"headline", "dek", "summary"})
_HEADLINE = frozenset({"headline"})


class Readable(NamedTuple):
    """A text that readers see: that of a block, or an entry of front matter, which begins at `start` of the source."""

    text: str
    kind: str
    words: frozenset[str]
    block: int | None
    start: int = 0

    def locate(self, article: Article, start: int, end: int) -> Span:
        """Return the place of a range of the text in the source."""
        if self.block is None:
            return Span(self.start + start, self.start + end)
        return article.locate(Extent(self.block, start, end))

    def is_quoted(self, article: Article, start: int, end: int) -> bool:
        """Tell whether a range of the text is somebody else's words; those of front matter are the article's own."""
        return self.block is not None and article.is_quoted(self.block, start, end)

    def is_code(self, article: Article, start: int, end: int) -> bool:
        """Tell whether a range of the text is shown as code."""
        return self.block is not None and article.is_code(self.block, start, end)


def readable(article: Article, kinds: Container[str]) -> Iterator[Readable]:
    """Yield the blocks of some kinds, and headline, standfirst and summary of front matter where they stand as read.

    An entry with escaped characters or over several lines is left out: nothing says where its words are. So is one that
    the text has, too.
    """
    for index, block in enumerate(article.blocks):
        if block.kind in kinds:
            yield Readable(block.text, block.kind, article.vocabulary(index), index)
    if article.front_matter:
        yield from _entries(article)


def _entries(article: Article) -> Iterator[Readable]:
    seen: set[int] = set()
    for element in article.elements:
        if element.origin == "front matter" and element.kind in _ELEMENTS and element.span.start not in seen:
            seen.add(element.span.start)
            at = article.source.text.find(element.text, element.span.start, element.span.end)
            if element.text and at >= 0 and not any(element.text in block.text for block in article.blocks):
                kind = "heading" if element.kind in _HEADLINE else "paragraph"
                yield Readable(element.text, kind, frozenset(list_parts(element.text.lower())), None, at)


def is_english(article: Article) -> bool:
    """Tell whether most of the first paragraphs of an article have several small words of English."""
    first = [article.vocabulary(index) for index, _ in islice(article.prose_blocks(), _FIRST)]
    return 2 * sum(len(SMALL_WORDS & words) >= _SEVERAL for words in first) > len(first)


_FIRST = 5  # paragraphs
_SEVERAL = 3
# Small words of English that other languages have not.
SMALL_WORDS = (
    FUNCTION_WORDS - frozenset("a an me do so as or he we i all her was my can any in on no is not".split())
) | {"said"}
