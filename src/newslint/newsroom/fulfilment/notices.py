"""Find the notices of an article that say a part: in the newsroom's own voice, each with its place."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.newsroom.fulfilment.parts import says, words_of
from newslint.parts import Block
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent

# Fields of front matter that sites print above an article.
FIELDS = (
    "disclaimer", "disclosure", "disclosures", "affiliate_disclosure", "editors_note", "editor_note", "note", "notice",
    "risk_warning", "warning", "holdings", "sponsor", "sponsored_by",
)  # fmt: skip
_SILENT = frozenset({"menu", "share", "related", "comments", "advertisement"})
_LABEL = pattern(
    r"\W{0,3}(?:(?:full|important|risk|financial|affiliate|editor[’']?s|advertising|our|a)\s)?"
    r"(?:disclosures?|disclaimers?|declarations?\sof\sinterests?|note|notice|warning|please\snote|transparency)\b"
    r"\s{0,2}[:–—.-]",
    flags=2,
)


class Notice(NamedTuple):
    """Where a part of a notice is said; a field of front matter has no place and is printed at the top."""

    part: str
    place: Extent | None
    is_labelled: bool = False

    @property
    def block(self) -> int:
        """The block in which it stands, -1 at the top."""
        return -1 if self.place is None else self.place.passage


def find_notices(article: Article, part: str) -> Iterator[Notice]:
    """Yield where an article says a part of a notice in its own voice, in order."""
    for name in FIELDS if article.front_matter else ():
        field = article.field(name)
        if field and isinstance(field.value, str) and says(part, field.value):
            yield Notice(part, None, is_labelled=True)
    known = words_of(part)
    for index, block in enumerate(article.blocks):
        if not _is_silent(block) and not known.isdisjoint(article.vocabulary(index)):
            yield from _in_block(article, index, block, part)


def _is_silent(block: Block) -> bool:
    return block.kind in ("code", "quotation") or (block.kind == "boilerplate" and block.role in _SILENT)


def _in_block(article: Article, index: int, block: Block, part: str) -> Iterator[Notice]:
    is_labelled = block.role == "disclosure" or _LABEL.match(block.text) is not None
    for start, end, text in _sentences(article, index, block):
        if says(part, text) and not _is_theirs(article, index, start, end):
            yield Notice(part, Extent(index, start, end), is_labelled)


def _sentences(article: Article, index: int, block: Block) -> Iterator[tuple[int, int, str]]:
    """Yield the sentences of a block; what is not cut, such as a heading, is one."""
    own = article.sentences_of.get(index)
    if own is None:
        text = article.blocks[index].text
        yield 0, len(text), text
    else:
        yield from ((start, end, text) for _, start, end, text in own)


def _is_theirs(article: Article, index: int, start: int, end: int) -> bool:
    """Tell whether a sentence is somebody else's: quoted, or told of a source."""
    quoted = any(extent.start <= start and end <= extent.end for extent in article.quoted_extents(index))
    return quoted or article.is_attributed(index, start, (start + end) // 2)


def is_said(article: Article, *parts: str) -> bool:
    """Tell whether an article says one of some parts in its own voice, anywhere."""
    return any(next(find_notices(article, part), None) is not None for part in parts)
