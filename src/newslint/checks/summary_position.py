"""Flag a summary that readers meet only after the first section; it does not judge its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article, Element
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.units.words import count_words
from newslint.patterns import pattern


class Options(NamedTuple):
    """A summary may stand after at most `most_words` of the body; headings that match `closing` may end an article.

    A summary after which at most a share of `ending` of the words stands ends the article, too.
    """

    most_words: int = 120
    ending: float = 0.2
    closing: str = (
        r"(?:in )?(?:conclusions?|closing)|summing up|wrap[- ]up|final thoughts|the bottom line|in (?:summary|short)"
    )


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Counts the words of the body before the summary's heading."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        self._closing = pattern(options.closing, re.IGNORECASE)

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, with `words` for the message, where no other summary stands near the top."""
        found = article.find_all("summary") + article.find_all("dek")
        if any(not _blocks(element) for element in found if element.kind == "dek" or element.origin == "front matter"):
            return
        placed = sorted((_blocks(element)[0], element) for element in found if _blocks(element))
        if not placed:
            return
        first, element = placed[0]
        head = _heading_before(article, first)
        at = first if head is None else head
        words = sum(count_words(block.text) for block in article.blocks[:at] if block.kind in PROSE_KINDS)
        if words <= self.options.most_words or not self._has_section_before(article, at):
            return
        block = article.blocks[at]
        if self._closing.fullmatch(block.text.strip().rstrip(":")) or self._is_last(article, element):
            return
        start, end = (0, len(block.text)) if block.kind == "heading" else (0, min(len(block.text), 40))
        related = (Related(article.anchor("summary"), "it belongs here"),)
        yield Finding(block.locate(start, end), {"words": words}, related=related)

    def _has_section_before(self, article: Article, at: int) -> bool:
        return any(block.kind == "heading" and block.role != "headline" for block in article.blocks[:at])

    def _is_last(self, article: Article, element: Element) -> bool:
        """Tell whether little or nothing of the body follows a summary: it then is an ending."""
        last = max(_blocks(element))
        rest = sum(count_words(block.text) for block in article.blocks[last + 1 :] if block.kind in PROSE_KINDS)
        return rest <= self.options.ending * article.word_count


def _blocks(element: Element) -> tuple[int, ...]:
    return tuple(sorted(element.blocks))


def _heading_before(article: Article, first: int) -> int | None:
    if article.blocks[first].kind == "heading":
        return first
    if first and article.blocks[first - 1].kind == "heading" and article.blocks[first - 1].role != "headline":
        return first - 1
    return None


CHECK = CheckType("summary-position", Options, build, placeholders=("words",))
