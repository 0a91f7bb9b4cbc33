"""Find the notices of an article that say a part: in the newsroom's own voice, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import Article
from newslint.language.units.sentences import split_sentences
from newslint.language.units.words import list_parts
from newslint.newsroom.fulfilment.parts import says, words_of
from newslint.newsroom.voices import is_of_others
from newslint.parts import Block, ElementKind
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent

# Fields of front matter that sites print above an article.
FIELDS = (
    "disclaimer", "disclosure", "disclosures", "affiliate_disclosure", "editors_note", "editor_note", "note", "notice",
    "risk_warning", "warning", "holdings", "sponsor", "sponsored_by",
)  # fmt: skip
_SILENT = frozenset({"code", "quotation"})
_DIGESTS: tuple[ElementKind, ...] = ("headline", "dek", "summary")
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
    for kind in _DIGESTS:
        element = article.find(kind)
        if element and not element.blocks and says(part, element.text):
            yield Notice(part, None)
    known = words_of(part)
    for index, block in enumerate(article.blocks):
        if block.kind not in _SILENT and not known.isdisjoint(_vocabulary(article, index, block)):
            yield from _in_block(article, index, block, part)


# A warning warns readers whoever is reported to give it, as long as it is not only quoted.
_RISKS = frozenset({"capital-risk", "past-performance"})


def _in_block(article: Article, index: int, block: Block, part: str) -> Iterator[Notice]:
    is_labelled = block.role == "disclosure" or _LABEL.match(block.text) is not None
    for start, end, text in _sentences(article, index, block):
        place = Extent(index, start, end)
        if says(part, text) and not (article.is_quoted(*place) if part in _RISKS else is_of_others(article, place)):
            yield Notice(part, place, is_labelled)


def _vocabulary(article: Article, index: int, block: Block) -> frozenset[str]:
    """Return the words of a block; those of a site's furniture, which no analysis reads, are read here."""
    return frozenset(list_parts(block.text.lower())) if block.kind == "boilerplate" else article.vocabulary(index)


def _sentences(article: Article, index: int, block: Block) -> Iterator[tuple[int, int, str]]:
    """Yield the sentences of a block."""
    if index in article.sentences_of:
        yield from ((start, end, text) for _, start, end, text in article.sentences_of[index])
    else:
        yield from ((start, end, block.text[start:end]) for start, end in split_sentences(block.text))


_AD_LABEL = pattern(
    r"\W{0,3}(?:advertis(?:ement|ing)(?:\sfeature)?|advert(?:orial)?|ad\sfeature|paid\s(?:partnership|post|content"
    r"|promotion"
    r"|feature|advertis(?:ement|ing))|brand(?:ed)?\scontent|sponsored(?:\s(?:content|post|feature|article))?"
    r"|commercial\s(?:feature|content)|promoted\scontent)(?:\W*\Z|\s?[\])–—|:.,-]|\s(?:by|with|from"
    r"|for)\s(?-i:the\s|[A-Z]))",
    flags=2,
)


def has_ad_label(article: Article) -> bool:
    """Tell whether a label, the beginning of a paragraph or a sentence of the newsroom's calls a text advertising."""
    if any(element.value == "sponsored" for element in article.find_all("label")):
        return True
    starts = (text for index, block in article.prose_blocks() for _, _, text in _sentences(article, index, block))
    return any(map(_AD_LABEL.match, starts)) or is_said(article, "ad-label")


def is_said(article: Article, *parts: str) -> bool:
    """Tell whether an article says one of some parts in its own voice, anywhere."""
    return any(next(find_notices(article, part), None) is not None for part in parts)


# “Our monthly series sponsored by Tarrow Coast Railway”
_SERIES = pattern(
    r"\b(?:our|an?|this)[ ](?:[\w’'-]+[ ]){0,3}?(?:series|feature|column|newsletter|podcast|section),?[ ]"
    r"(?:(?:that|which)[ ]is[ ])?(?:\w+ly[ ])?(?:sponsored|underwritten|paid[ ]for)[ ]by[ ](?:the[ ])?(?-i:[A-Z])",
    re.IGNORECASE,
)


def names_sponsor_of_series(text: str) -> bool:
    """Tell whether a text names who sponsors a series that it belongs to: readers are told who paid."""
    return _SERIES.search(text) is not None
