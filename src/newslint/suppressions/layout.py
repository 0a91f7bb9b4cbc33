"""Tell what a comment covers: the block around or below it, its line, a list, or all up to the end of a range."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import islice, takewhile

from newslint.article import Article, Comment
from newslint.patterns import pattern
from newslint.spans import Span
from newslint.suppressions.faults import Fault, MalformedError

# What may be before a comment on its line without being text: space, quotation marks of Markdown, comments, tags.
_NO_TEXT = pattern(r"(?:[\s>]+|<!--(?:(?!-->).)*-->|<(?!!--)[^<>]*>)*+")
_START = pattern(r"newslint\s*:\s*ignore-start\b", re.IGNORECASE)
_END = pattern(r"newslint\s*:\s*ignore-end\b", re.IGNORECASE)
_ROWS = ("list-item", "table-row")


def ends_range(text: str) -> bool:
    """Tell whether the text of a comment ends a range."""
    return _END.match(text.lstrip()) is not None


class Layout:
    """Where an article's text and blocks begin, to tell what a comment covers."""

    def __init__(self, article: Article) -> None:
        """Take an article."""
        self.article = article
        self.starts = [block.span.start for block in article.blocks]
        self.first_text: dict[int, int] = {}

    @cached_property
    def _ends(self) -> dict[Span, Span | None]:
        """The comment that ends each range, by the one that starts it; ranges may hold others. None is no partner."""
        partners: dict[Span, Span | None] = {}
        open_ones: list[Span] = []
        for comment in sorted(self.article.comments, key=lambda each: each.span):
            text = comment.text.lstrip()
            if _START.match(text):
                open_ones.append(comment.span)
            elif _END.match(text):
                partners[open_ones.pop() if open_ones else comment.span] = comment.span
        return partners | dict.fromkeys(open_ones)

    def lone_ends(self) -> Iterator[Fault]:
        """Yield a fault for each end of a range that nothing starts."""
        for start, end in self._ends.items():
            if start == end:
                yield Fault(
                    "malformed", start, "Nothing starts this range: write `ignore-start[rule] reason: …` above it."
                )

    def cover_to_end(self, comment: Comment) -> Span:
        """Return what stands between a comment and the one that ends its range; raise MalformedError without one."""
        end = self._ends.get(comment.span)
        if end is None:
            raise MalformedError("This range has no end: write `newslint: ignore-end` below what it covers.")
        return Span(comment.span.end, end.start)

    def cover(self, comment: Comment) -> Span:
        """Return what a comment covers: its line, where text is before it; else the block it is in or the next one.

        A comment that no block follows covers nothing.
        """
        article, (start, end) = self.article, comment.span
        line = article.source.line_span(article.source.position(start).line)
        if self._begins(line) < start:
            return Span(line.start, max(line.end, article.source.line_span(article.source.position(end).line).end))
        inside = article.block_at(start)
        if inside is not None:
            block = article.blocks[inside].span
            if (block.start < start and end <= block.end) or (block.start == start and end < block.end):
                return block
        following = bisect_left(self.starts, end)
        return article.blocks[following].span if following < len(self.starts) else Span(end, end)

    def cover_list(self, comment: Comment) -> Span:
        """Return the range of the list or table that follows a comment; raise MalformedError where none does."""
        blocks, at = self.article.blocks, bisect_left(self.starts, comment.span.end)
        rows = list(takewhile(lambda block: block.kind in _ROWS, islice(blocks, at, None)))
        if not rows:
            raise MalformedError("No list or table follows this suppression: write `ignore[rule]` for one block.")
        return Span(rows[0].span.start, max(row.span.end for row in rows))

    def _begins(self, line: Span) -> int:
        """Return where the first text of a line is; comments and tags are none."""
        if line.start not in self.first_text:
            found = _NO_TEXT.match(self.article.source.text, line.start, line.end)
            self.first_text[line.start] = found.end() if found else line.start
        return self.first_text[line.start]
