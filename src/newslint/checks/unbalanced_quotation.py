"""Flag quotation marks without their partner; apostrophes, inches and running quotations are no fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.diagnostics import Finding
from newslint.language.quotations import find_unbalanced
from newslint.rules.rule import CheckType, Scene


class Options(NamedTuple):
    """At most `limit` marks of an article are flagged: more show that the marks follow a convention of their own."""

    limit: int = 6


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Asks the quotation analysis which marks stand alone."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield each mark that has no partner in its paragraph."""
        extents = [
            extent
            for extent in find_unbalanced(article.passages)
            if self._is_prose(article, extent.passage) and not article.is_code(extent.passage, extent.start, extent.end)
        ]
        if len(extents) > self.options.limit:
            return
        for extent in extents:
            block = article.blocks[extent.passage]
            around = block.text[max(0, extent.start - 12) : extent.end + 24].strip()
            yield Finding(block.locate(extent.start, extent.end), {"around": " ".join(around.split())})

    @staticmethod
    def _is_prose(article: Article, block: int) -> bool:
        return article.blocks[block].kind in PROSE_KINDS


CHECK = CheckType("unbalanced-quotation", Options, build)
