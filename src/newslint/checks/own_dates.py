"""Which dates and hours of an article are its own, so that they can be held against the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter

from newslint.article import Article, Element
from newslint.checks.shared import around
from newslint.language.dates.mentions import DateMention, find_dates
from newslint.language.units.sentences import split_sentences
from newslint.parts import ElementKind
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

# What is invented, supposed or told as somebody's mistake, and other calendars.
_NOT_MEANT = pattern(
    r"\b(?:fiction\w*|imagin\w+|suppos(?:e|ing)|hypothetical\w*|for example|for instance|e\.g\.|novel|episodes?"
    r"|typo\w*|misprint\w*|misstate\w*|mistak\w+|erroneous\w*|incorrect\w*|wrong\w*|corrected|correction"
    r"|earlier version|non-?existent|made-up|(?:does|do|did)(?:\snot|n['’]t) exist|Julian|Gregorian|Old Style|O\.S\."
    r"|New Style|leap|calendars?|joke\w*|bugs?|glitch\w*)\b",
    re.IGNORECASE,
)
# Countries that kept the Julian calendar into the 20th century, and the words for it.
_JULIAN = pattern(
    r"\b(?:Julian calendar|Old Style|O\.S\.|Orthodox|Russia\w*|Soviet|Bolshevi\w+|Tsar\w*|Petrograd"
    r"|St\.? Petersburg|Greece|Greek|Serbia\w*|Bulgaria\w*|Romania\w*|Ottoman|Turk(?:ey|ish)|Ukrain\w+|Georgia)\b"
)
_GREGORIAN_SINCE = 1753  # the first full year in Britain and its colonies
_GREGORIAN_ALL = 1924  # the first full year in Greece, the last to change
_MOMENTS = ("published", "updated")


_HEADS: tuple[ElementKind, ...] = ("headline", "dek", "summary")
_QUOTED = pattern(r"“[^“”]{1,400}”|\"[^\"]{1,400}\"|(?<!\w)‘[^‘’]{1,400}’(?!\w)")


class Text(NamedTuple):
    """A text of an article with its dates: that of a block, or a headline or summary that no block shows."""

    article: Article
    block: int | None
    text: str
    dates: Sequence[DateMention]
    element: Element | None = None

    def locate(self, start: int, end: int) -> Span:
        """Return the place of a range in the source; a text that is written otherwise there is one place."""
        if self.block is not None:
            return self.article.blocks[self.block].locate(start, end)
        span = self.element.span if self.element else Span(0, 0)
        is_verbatim = self.article.source.slice(span) == self.text
        return Span(span.start + start, span.start + end) if is_verbatim else span

    def is_own(self, start: int, end: int) -> bool:
        """Tell whether a range is the article's own and meant as it stands; see `is_own`."""
        if self.block is not None:
            return is_own(self.article, self.block, start, end)
        words = self.text[start:end]
        is_shown = any(words in passage.text for passage in self.article.passages)
        is_quoted = any(found.start() <= start < found.end() for found in _QUOTED.finditer(self.text))
        return not (is_shown or is_quoted or _NOT_MEANT.search(around(self.text, start, end)))

    def sentences(self) -> list[tuple[int, int]]:
        """Return the extents of the sentences; headings, captions and cells are one each."""
        if self.block is None:
            return list(split_sentences(self.text))
        told = self.article.sentences_of.get(self.block)
        return [(each.start, each.end) for each in told] if told else [(0, len(self.text))]

    def words(self, start: int, end: int) -> str:
        """Return a range of the text with single spaces."""
        return " ".join(self.text[start:end].split())


def texts_of(article: Article) -> Iterator[Text]:
    """Yield the texts with a digit or a day in words: blocks, but for those that date the article, then other heads."""
    dated = dict(dates_by_block(article))
    for index in article.kept(_blocks_with_days):
        yield Text(article, index, article.passages[index].text, dated.get(index, ()))
    yield from heads_of(article)


def _blocks_with_days(article: Article) -> list[int]:
    silent, dated = moment_blocks(article), {index for index, _ in article.dates}
    return [
        index
        for index, passage in enumerate(article.passages)
        if index not in silent and (index in dated or _DIGIT.search(passage.text))
    ]


_DIGIT = pattern(r"[\dTt](?:(?<=\d)|(?<=\b[Tt])hirt(?:y[- ]first|ieth)\b)")


def heads_of(article: Article) -> Iterator[Text]:
    """Yield the headlines and summaries of front matter and metadata that have a digit, each once."""
    heads = {each.text: each for kind in _HEADS for each in article.find_all(kind) if not each.blocks}
    for text, element in heads.items():
        if _DIGIT.search(text):
            yield Text(article, None, text, find_dates(text, day_first=article.day_first), element)


def is_own(article: Article, block: int, start: int, end: int) -> bool:
    """Tell whether a range of a block's text is the article's own and meant as it stands.

    Quotations, code, corrections, what is invented and what is told as a mistake are not.
    """
    return not article.is_quoted(block, start, end) and is_meant(article, block, start, end)


def is_meant(article: Article, block: int, start: int, end: int) -> bool:
    """Tell whether a range of a block's text, in a quotation or not, is meant as it stands."""
    each = article.blocks[block]
    if each.role == "correction" or article.is_code(block, start, end):
        return False
    return not _NOT_MEANT.search(around(each.text, start, end))


def is_gregorian(text: Text, year: int) -> bool:
    """Tell whether the days of a year are surely those of today's calendar, where a text tells of them."""
    if year >= _GREGORIAN_ALL:
        return True
    return year >= _GREGORIAN_SINCE and not _JULIAN.search(text.text)


def days_of_publication(article: Article) -> list[date]:
    """Return the days on which an article was published or updated, the best first."""
    values = [element.value for kind in _MOMENTS for element in article.elements if element.kind == kind]
    return list(dict.fromkeys(date.fromisoformat(value[:10]) for value in values if value))


def moment_blocks(article: Article) -> frozenset[int]:
    """Return the blocks that state when an article was published or updated."""
    own = {at for at, block in enumerate(article.blocks) if block.role in _MOMENTS}
    return frozenset(own.union(*(each.blocks for each in article.elements if each.kind in _MOMENTS)))


def dates_by_block(article: Article) -> Iterator[tuple[int, Sequence[DateMention]]]:
    """Yield each block that has dates, by its index, with those."""
    for index, found in groupby(article.dates, key=itemgetter(0)):
        yield index, [mention for _, mention in found]
