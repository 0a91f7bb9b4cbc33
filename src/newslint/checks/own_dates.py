"""Which dates and hours of an article are its own, so that they can be held against the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter

from newslint.article import Article
from newslint.checks.shared import around
from newslint.language.dates.mentions import DateMention
from newslint.patterns import pattern

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


def is_own(article: Article, block: int, start: int, end: int) -> bool:
    """Tell whether a range of a block's text is the article's own and meant as it stands.

    Quotations, code, corrections, what is invented and what is told as a mistake are not.
    """
    each = article.blocks[block]
    if each.role == "correction" or article.is_quoted(block, start, end) or article.is_code(block, start, end):
        return False
    return not _NOT_MEANT.search(around(each.text, start, end))


def is_gregorian(article: Article, block: int, year: int) -> bool:
    """Tell whether the days of a year are surely those of today's calendar, where a block tells of them."""
    if year >= _GREGORIAN_ALL:
        return True
    return year >= _GREGORIAN_SINCE and not _JULIAN.search(article.blocks[block].text)


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
