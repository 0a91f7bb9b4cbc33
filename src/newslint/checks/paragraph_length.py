"""Flag long paragraphs, all together, once an article; it does not look at block quotations or lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.units.words import count_words

_MESSAGES = {
    "one": "This paragraph has {words} words, more than {limit}.",
    "several": "{count} paragraphs have more than {limit} words, the longest {longest}.",
}


class Options(NamedTuple):
    """Paragraphs of more than `words` words are counted; `many` of them, or one of more than `far`, are reported."""

    words: int = 75
    far: int = 100
    many: int = 4


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Counts the words of paragraphs."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding at the first long paragraph; the others are related."""
        long = []
        for index, block in article.prose_blocks():
            is_ours = 2 * sum(extent.end - extent.start for extent in article.quoted_extents(index)) < len(block.text)
            if block.kind == "paragraph" and is_ours and len(block.text) > 2 * self.options.words:
                # Lines that the author broke, such as a list of addresses, are not one paragraph to a reader.
                words = max(map(count_words, block.text.split("\n")))
                if words > self.options.words:
                    long.append((words, article.first_sentence_span(block)))
        if len(long) < self.options.many and all(words <= self.options.far for words, _ in long):
            return
        limit = self.options.words
        values = {"words": long[0][0], "limit": limit, "count": len(long), "longest": max(words for words, _ in long)}
        related = tuple(Related(span, f"{words} words") for words, span in long[1:])
        yield Finding(long[0][1], values, related=related, message="one" if len(long) == 1 else "several")


CHECK = CheckType("paragraph-length", Options, build, placeholders=("words", "limit"), messages=_MESSAGES)
