"""Checks of the words that join the ends of a range."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.contract import Scene, check
from newslint.diagnostics import Edit, Finding, Fix
from newslint.language.numbers.ranges import find_broken_ranges


@check(placeholders=("range", "right"), fixes=("safe",))
def range_wording(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag ranges whose words do not go together (“between 5 to 10”); quotations are left alone.

    The message may use `{range}`, the words, and `{right}`, what they should be.
    """
    for index in article.sentences_of:
        if _OPENING.isdisjoint(article.vocabulary(index)):
            continue
        block = article.blocks[index]
        for start, end, first, last, word in find_broken_ranges(block.text):
            if not article.is_quoted(index, start, end):
                right = f"{block.text[start:first]} {word} {block.text[last:end]}"
                span = block.locate(first, last)
                fix = Fix("safe", (Edit(span.start, span.end, f" {word} "),))
                yield Finding(block.locate(start, end), {"range": block.text[start:end], "right": right}, fix=fix)


_OPENING = frozenset({"between", "from", "range"})
