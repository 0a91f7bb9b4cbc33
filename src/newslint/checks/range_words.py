"""Checks of the words that join the ends of a range."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.checks.own_texts import own_texts
from newslint.contract import Scene, check
from newslint.diagnostics import Edit, Finding, Fix
from newslint.language.numbers.ranges import find_broken_ranges


@check(grades=("clock",), placeholders=("range", "right"), fixes=("safe",))
def range_wording(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag ranges whose words do not go together (“between 5 to 10”); quotations are left alone.

    The grade is `clock` for hours. The message may use `{range}`, the words, and `{right}`, what they should be.
    """
    for text in own_texts(article):
        words = article.vocabulary(text.place) if text.place is not None else text.text.lower().split()
        if _OPENING.isdisjoint(words):
            continue
        for start, end, first, last, word, is_clock in find_broken_ranges(text.text):
            if not text.is_quoted(article, start, end):
                right = f"{text.text[start:first]} {word} {text.text[last:end]}"
                span = text.locate(first, last)
                is_exact = span.end - span.start == last - first
                fix = Fix("safe", (Edit(span.start, span.end, f" {word} "),)) if is_exact else None
                grade = "clock" if is_clock else "default"
                yield Finding(text.locate(start, end), {"range": text.text[start:end], "right": right}, grade, fix=fix)


_OPENING = frozenset({"between", "from", "range"})
