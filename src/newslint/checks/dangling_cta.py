"""Flag a call to click that has nothing to click on; links that are there but badly named are not its business."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding
from newslint.language.units.sentences import split_sentences
from newslint.patterns import pattern

_KINDS = frozenset({"paragraph", "list-item", "heading", "caption", "table-row"})
# What a block's source shows where there is something to click, to open or to write to.
_WAYS = ("://", "www.", "](", "][", "<a ", "<A ", "href=", "<button", "{{", "{%", "<iframe", "mailto:", "@", "<http")


class Options(NamedTuple):
    """In a line of at most `line_words` words a call needs no comma before it (`For more information click here`)."""

    line_words: int = 14


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


@cache
def _calls() -> re.Pattern[str]:
    return pattern(
        r"""
        \b(?P<call>
            (?:click|tap|press)\s(?:on\s)?(?:
                here
              | (?:the|this)\s(?:following\s)?(?:link|button|image|banner)(?:\s(?:below|above|here))?
            )
          | follow\s(?:the|this)\slink(?:\s(?:below|here))?
          | (?:use|see|open|check)\sthe\slink\s(?:below|here)
        )\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _lines() -> re.Pattern[str]:
    """Lines that are only a call: `Read more here`, `Download the form here`, `Apply here`."""
    return pattern(
        r"""
        (?:please\s|you\scan\s)?
        (?P<call>
            (?:read|find\sout|learn)\s(?:more|the\s(?:full\s)?[\w\s-]{3,40})\s(?:here|at\sthis\slink)
          | (?:apply|register|sign\sup|subscribe|book|order|buy\stickets?|donate|vote|download|watch|listen)
                (?:\s(?:it|now|online|the\s[\w\s-]{3,40}|your\s[\w\s-]{3,40}))?\s(?:here|via\sthe\slink(?:\sbelow)?)
          | for\s(?:more|further)\s(?:information|details|info)\s(?:go|look|see|visit)\s?(?:here|the\slink(?:\sbelow)?)?
        )
        [\s.!:»>→]*
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# What may stand before the call where it opens its clause.
_LEADS = pattern(
    r"(?:^|[,;:.!?(–—|>*-]\s?)(?:(?:and|or|then|so|please|just|simply|kindly|now)[\s,]+){0,3}$", re.IGNORECASE
)
_PURPOSE = pattern(r"^\W{0,3}(?:for|to|if|in\sorder\sto|want\sto|read|watch|download)\b", re.IGNORECASE)
# Who is told or not told to click: a report about clicking, not a call.
_REPORTED = pattern(
    r"\b(?:not|never|to|you|they|users?|people|who|and|or|can|could|must|should|would|will|may)\s$", re.IGNORECASE
)


class Check:
    """Looks at each block before the page's foot, with `call` for the message."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each block that calls to click and offers nothing."""
        linked = {link.block for link in article.links if link.target and link.kind != "undefined"}
        last = max((index for index, block in enumerate(article.blocks) if block.kind in _KINDS), default=-1) + 3
        for index, block in enumerate(article.blocks[: last + 1]):
            is_call = block.kind == "boilerplate" and block.role == "call-to-action"
            if index in linked or not (is_call or block.kind in _KINDS):
                continue
            place = self._find_call(article, index, is_call)
            if place and "above" in block.text[place[0] : place[1]].lower() and index - 1 in linked:
                continue
            if place is None or self._has_way(article, index, linked):
                continue
            start, end = place
            yield Finding(block.locate(start, end), {"call": block.text[start:end]})

    def _find_call(self, article: Article, index: int, is_call: bool) -> tuple[int, int] | None:
        text = article.blocks[index].text
        line = _lines().fullmatch(text.strip(" *_")) if len(text) < 120 else None
        if line:
            start = text.index(line["call"])
            return start, start + len(line["call"])
        if not _calls().search(text):
            return None
        for first, last in split_sentences(text):
            sentence = text[first:last]
            is_line = _is_short(sentence, self.options.line_words)
            for match in _calls().finditer(sentence):
                start, end = first + match.start("call"), first + match.end("call")
                if _is_call(sentence, match.start(), is_line) and not self._is_mentioned(
                    article, index, start, end, is_call
                ):
                    return start, end
        return None

    def _is_mentioned(self, article: Article, index: int, start: int, end: int, is_call: bool) -> bool:
        if is_call:
            return False
        text = article.blocks[index].text
        is_marked = text[max(0, start - 1) : start] in ("“", '"', "'", "‘", "«", "„")
        return is_marked or article.is_quoted(index, start, end) or article.is_code(index, start, end)

    def _has_way(self, article: Article, index: int, linked: set[int | None]) -> bool:
        """Tell whether the block's source or what follows it shows a link, an address, an image or an embed."""
        block, text = article.blocks[index], article.source.text
        following = article.blocks[index + 1] if index + 1 < len(article.blocks) else None
        stop = following.span.start if following else len(text)
        begin = article.blocks[index - 1].span.end if index else 0
        around = text[min(begin, block.span.start) : max(stop, block.span.end)]
        if any(way in around for way in _WAYS) or (article.format == "markdown" and "![" in around):
            return True
        if following is None:
            return False
        return index + 1 in linked or following.text.lstrip().startswith(("http", "www."))


def _is_short(sentence: str, words: int) -> bool:
    return len(sentence) < 400 and len(sentence.split()) <= words


def _is_call(sentence: str, start: int, is_line: bool) -> bool:
    """Tell whether the words at `start` call the reader, and do not tell of somebody who clicks."""
    if _LEADS.search(sentence[max(0, start - 60) : start]):
        return True
    return is_line and bool(_PURPOSE.match(sentence)) and not _REPORTED.search(sentence[max(0, start - 20) : start])


CHECK = CheckType("dangling-cta", Options, build, placeholders=("call",))
