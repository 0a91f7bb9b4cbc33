"""Checks of an article's outline: whether its headings step down one level at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.article import Article, Block
from newslint.contract import Scene, check
from newslint.diagnostics import Finding, Related

_MOST = 8  # related places


@check(grades=("page",), needs=("heading-levels",), placeholders=("level", "before", "text", "more"))
def heading_order(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag headings that skip a level on the way down, once an article; the grade of a whole HTML page is `page`."""
    headings = [block for block in article.blocks if block.kind == "heading" and block.level and block.text.strip()]
    skips = [(above, below) for above, below in pairwise(headings) if _level(below) > _level(above) + 1]
    if not skips:
        return
    above, below = skips[0]
    values = {
        "level": _level(below),
        "before": _level(above),
        "text": " ".join(below.text.split())[:80],
        "more": f" ({len(skips)} times)" if len(skips) > 1 else "",
    }
    related = tuple(Related(lower.whole, "and here") for _, lower in skips[1 : _MOST + 1])
    yield Finding(below.whole, values, "page" if article.is_page else "default", related=related)


def _level(block: Block) -> int:
    return block.level or 1
