"""The texts of an article in which figures are read: its prose, headings and captions, and a headline and summary that
stand in metadata only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from newslint.article import Article, Block
from newslint.language.numbers.figured import Figured, read_sentences
from newslint.language.numbers.quantities import Quantity, find_quantities
from newslint.language.units.sentences import split_sentences
from newslint.language.units.words import list_parts
from newslint.parts import ElementKind
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

_DIGESTS: tuple[ElementKind, ...] = ("headline", "dek", "summary")
_QUOTED = pattern(r"“[^“”]{1,400}”|‘[^‘’]{1,400}’|\"[^\"]{1,400}\"|(?<!\w)'[^']{1,400}'(?!\w)")


class Text(NamedTuple):
    """Hold a text with its way back to the source: a block and its place, or the span of an element without one."""

    text: str
    place: int | None
    block: Block | None
    span: Span

    def locate(self, start: int, end: int) -> Span:
        """Return the span of the source that the text [start, end) was made from."""
        if self.block is not None:
            return self.block.locate(start, end)
        is_verbatim = self.span.end - self.span.start == len(self.text)
        return Span(self.span.start + start, self.span.start + end) if is_verbatim else self.span

    def sentences(self, article: Article) -> list[tuple[int, int]]:
        """Return where the sentences of the text begin and end."""
        known = article.sentences_of.get(self.place) if self.place is not None else None
        return split_sentences(self.text) if known is None else [(each.start, each.end) for each in known]

    def is_quoted(self, article: Article, start: int, end: int) -> bool:
        """Tell whether a range of the text lies in somebody else's words."""
        if self.place is not None:
            return article.is_quoted(self.place, start, end)
        return any(each.start() < start and end < each.end() for each in _QUOTED.finditer(self.text))


def block_text(article: Article, index: int) -> Text:
    """Return the text of a block."""
    block = article.blocks[index]
    return Text(block.text, index, block, block.span)


def own_texts(article: Article) -> Iterator[Text]:
    """Yield the prose, headings and captions of an article, and what only its metadata say of it."""
    for index, block in enumerate(article.blocks):
        if index in article.sentences_of or block.kind in ("heading", "caption"):
            yield block_text(article, index)
    yield from digests(article)


def kept_texts(article: Article) -> Sequence[tuple[Text, frozenset[str]]]:
    """Return an article's own texts with their different words; they are kept with the article."""
    kept: Sequence[tuple[Text, frozenset[str]]] | None = vars(article).get(_KEPT)
    if kept is None:
        kept = vars(article)[_KEPT] = [(text, _words(article, text)) for text in own_texts(article)]
    return kept


_KEPT = "_kept_texts"


def _words(article: Article, text: Text) -> frozenset[str]:
    return article.vocabulary(text.place) if text.place is not None else frozenset(list_parts(text.text.lower()))


def digests(article: Article) -> Iterator[Text]:
    """Yield headline, standfirst and summary where no block of the article holds them."""
    known: set[str] = set()
    for kind in _DIGESTS:
        element = article.find(kind)
        if element is None or element.blocks or element.text in known or not element.text:
            continue
        known.add(element.text)
        at = article.block_at(element.span.start)
        if at is None or not article.blocks[at].text:
            yield Text(element.text, None, None, element.span)


def figured_texts(article: Article) -> Iterator[tuple[Text, Figured]]:
    """Yield the sentences with several figures, each with the text that it stands in."""
    for index, sentence in article.figured:
        yield block_text(article, index), sentence
    yield from figured_digests(article)


def figured_digests(article: Article) -> Iterator[tuple[Text, Figured]]:
    """Yield the sentences with several figures of what only the metadata hold."""
    for text in digests(article):
        for sentence in _read(text.text)[1]:
            yield text, sentence


def quantities_of(text: str) -> Sequence[Quantity]:
    """Return the figures of a headline or summary."""
    return _read(text)[0]


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[tuple[Quantity, ...], tuple[Figured, ...]]:
    """Return the figures of a text and its sentences with several; several rules ask for those of one article."""
    if _DIGIT.search(text) is None:
        return (), ()
    found, words = find_quantities(text), frozenset(list_parts(text.lower()))
    return tuple(found), tuple(read_sentences(text, split_sentences(text), found, words))


_DIGIT = pattern(r"\d")
