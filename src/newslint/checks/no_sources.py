"""Flag an article without any source that a reader could follow up; it does not weigh sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding
from newslint.patterns import pattern

_URL = pattern(
    r"https?://|\bwww\.|\b[\w.+-]{1,64}@[\w-]{1,63}\.\w{2}|\b[a-z0-9-]{1,63}\.(?:com|org|net|gov|edu|int|co\.uk|eu|io)\b"
)
_FOOTNOTE = pattern(r"\[\d{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹]")


class Options(NamedTuple):
    """`headings` of source lists, `documents` that count once they have a title or date, and known `outlets`.

    Texts under `min_words` are not judged.
    """

    headings: tuple[str, ...]
    documents: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    min_words: int = 150


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Looks for the first trace of a source and stops there."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        self._headings = {heading.lower() for heading in options.headings}

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding for the whole article; of grade `unquoted` where the article has nobody say anything."""
        if article.word_count < self.options.min_words or self._has_source(article):
            return
        headline = article.headline
        grade = "default" if any(a.source and a.source_kind == "named" for a in article.attributions) else "unquoted"
        yield Finding(headline.span if headline else article.anchor("headline"), grade=grade, anchor="sources")

    def _has_source(self, article: Article) -> bool:
        if any(
            _leads_out(link.target) for link in article.links if link.block is None or _is_body(article, link.block)
        ):
            return True
        document = _document(self.options.documents)
        outlet = _outlet(self.options.outlets)
        for block in article.blocks:
            text = block.text
            if block.kind == "heading" and text.strip(" :").lower() in self._headings:
                return True
            is_text = block.kind in PROSE_KINDS or block.kind in ("table-row", "caption")
            if is_text and any(regex.search(text) for regex in (_URL, _FOOTNOTE, document, outlet)):
                return True
        return any(text.lower().startswith(f"{heading}:") for heading in self._headings for text in _lines(article))


def _lines(article: Article) -> Iterator[str]:
    return (block.text for _, block in article.prose_blocks())


def _is_body(article: Article, block: int) -> bool:
    return article.blocks[block].kind != "boilerplate"


def _leads_out(target: str) -> bool:
    """Tell whether a link leads away from this page; a source may stand on the same site."""
    return bool(target) and not target.startswith(("#", "javascript:", "tel:"))


@cache
def _document(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """A document with title, date or publisher: “the report ‘Tides’”, “its May filing”, “a study by Loam College”."""
    noun = "|".join(re.escape(noun) for noun in nouns)
    month = "January|February|March|April|May|June|July|August|September|October|November|December"
    day = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    return pattern(
        rf"""
          \b(?:{noun})s?,?[ ]+(?:titled|entitled|called|headed|[“"‘])                    # with a title
        | \b(?:{noun})s?[ ]+(?:published|released|issued|posted|dated|filed|made[ ]public)\b
        | \b(?:{noun})s?[ ]+(?:on|of|from|in)[ ]+(?:\d{{1,2}}[ ])?(?:{month}|{day}|\d{{4}})\b  # with a date
        | \b(?:{month})[ ](?:\d{{4}}[ ])?(?:{noun})s?\b
        | \b(?:{noun})s?[ ](?:by|from)[ ](?:the[ ])?[A-Z][\w.&-]+                    # with its publisher
          (?:[ ](?:of[ ]|for[ ]|the[ ])*[A-Z][\w.&-]+)+
        | \b(?i:according[ ]to)[ ][^.]{{0,60}}\b(?:{noun})s?\b[^.]{{0,40}}\b(?:{month}|{day}|\d{{4}})\b
        """,
        re.VERBOSE,
    )


@cache
def _outlet(outlets: tuple[str, ...]) -> re.Pattern[str]:
    """A named publisher that is credited, or somebody who spoke to the publication itself."""
    names = "|".join(re.escape(name) for name in outlets) or "(?!)"
    return pattern(
        rf"""
          \b(?:told|tells|interview[ ]with|speaking[ ]to|spoke[ ]to|according[ ]to|reported[ ]by|via)[ ]
          (?:the[ ]|The[ ])?(?:{names})\b
        | \b(?:on|On)[ ](?:the[ ])?(?:{names})\b                                        # said on the air
        | \((?:{names})\)[ ]*[—–-]
        | \b(?i:h/t|hat[ ]tip)[ ]+[A-Z]
        | \b(?:{names})[ ](?:reported|reports|said|quoted|cited|first[ ]reported|has[ ]reported)\b
        | \b(?:writing|writes|wrote)[ ](?:at|in|for)[ ](?:the[ ]|The[ ])?[A-Z]
        | \btold[ ](?:us|me|this[ ](?:news)?paper|The[ ][A-Z]\w+)\b
        | \b(?:told|tells)[ ](?:the[ ])?[A-Z]\w+[ ]
          (?:Times|Post|Herald|Tribune|News|Journal|Star|Gazette|Press|Mail|Telegraph)\b
        | \bin[ ]an[ ](?:exclusive[ ])?(?:interview|e-?mail)\b
        | \b(?:Source|Sources|Via|Credit):[ ]+\S
        """,
        re.VERBOSE,
    )


CHECK = CheckType("no-sources", Options, build, grades=("unquoted",))
