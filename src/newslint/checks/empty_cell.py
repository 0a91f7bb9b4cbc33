"""Flag rows of key and value whose value is empty; wider tables are left alone."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from newslint.article import Article, Block
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding
from newslint.patterns import pattern
from newslint.source import Span

_SHOWING = ("<img", "<svg", "<input", "<i ", "<i>", "<video", "<iframe", "<canvas", "<button", "![")


class Options(NamedTuple):
    """A table is judged when `least_filled` of its rows have a value and at most a share of `most_empty` lacks one.

    One row may always lack it. Under a head that matches `optional` a value need not stand.
    """

    least_filled: int = 2
    most_empty: float = 0.2
    optional: str = r".*\b(?:notes?|comments?|remarks?|optional|explanations?|footnotes?|references?|changes?)\b.*"


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Flags the key of each row of a two-column table that has no value."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        self._optional = pattern(options.optional, re.IGNORECASE | re.DOTALL)

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each key without a value, with `key` for the message."""
        tables: dict[int, list[tuple[int, Block]]] = {}
        pictured = {image.block for image in article.images}
        for index, block in enumerate(article.blocks):
            if block.kind == "table-row" and block.table is not None:
                tables.setdefault(block.table, []).append((index, block))
        for rows in tables.values():
            yield from self._judge(article, rows, pictured)

    def _judge(
        self, article: Article, rows: list[tuple[int, Block]], pictured: Container[int | None]
    ) -> Iterator[Finding]:
        if max(len(row.cells) for _, row in rows) != 2:
            return
        if any(row.is_header and self._optional.fullmatch(_cell(row, 1)) for _, row in rows):
            return
        # Attribute lists of Markdown dialects (`{.wide}`) are read as rows where they touch the table.
        body = [(index, row) for index, row in rows if not row.is_header and row.cells and not row.text.startswith("{")]
        empty = [(index, row) for index, row in body if _cell(row, 0) and len(row.cells) == 2 and not _cell(row, 1)]
        filled = sum(bool(_cell(row, 0) and _cell(row, 1)) for _, row in body)
        if filled < self.options.least_filled or len(empty) > max(1, self.options.most_empty * len(body)):
            return
        for index, row in empty:
            if index not in pictured and not _shows_something(article, index):
                start, end = row.cells[0]
                text = row.text[start:end]
                start += len(text) - len(text.lstrip())
                yield Finding(row.locate(start, start + len(text.strip())), {"key": text.strip()})


def _cell(row: Block, number: int) -> str:
    if number >= len(row.cells):
        return ""
    start, end = row.cells[number]
    return row.text[start:end].strip().strip("\u00a0")


def _shows_something(article: Article, number: int) -> bool:
    """Tell whether a cell without text holds a link or a form: its source goes on to the next block."""
    row = article.blocks[number]
    if article.format == "text":
        return False
    end = article.blocks[number + 1].span.start if number + 1 < len(article.blocks) else len(article.source.text)
    source = article.source.slice(Span(row.span.start, min(max(end, row.span.end), row.span.start + 4000))).lower()
    return any(mark in source for mark in _SHOWING)


CHECK = CheckType("empty-cell", Options, build, placeholders=("key",))
