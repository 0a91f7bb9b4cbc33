"""Flag quotation marks without their partner; apostrophes, inches, markup and running quotations are no fault."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.speech.passages import Extent
from newslint.language.speech.quotations import find_unbalanced
from newslint.patterns import pattern

# What is left of markup in running text: `{style="margin: 0"}`, `{{ "path" | url }}`, `](`.
_BRACED = pattern(r"\{[^{}]{0,400}\}")
_CLOSING = frozenset("”»›")
_MESSAGES = {"running": "This quotation runs on into a later paragraph that does not open with a mark: “{around}”."}


class Options(NamedTuple):
    """At most `limit` marks of an article are flagged: more show that the marks follow a convention of their own.

    A mark that opens and one that closes at most `reach` paragraphs later are one quotation that runs on.
    """

    limit: int = 6
    reach: int = 8


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Asks the quotation analysis which marks stand alone, and reports a paragraph once."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding a paragraph at its first mark; of grade `running` where a later paragraph closes it."""
        groups = [
            kept
            for number, group in groupby(find_unbalanced(article.passages), key=lambda extent: extent.passage)
            if article.blocks[number].kind in PROSE_KINDS and (kept := _of_prose(article, number, list(group)))
        ]
        if sum(map(len, groups)) > self.options.limit:
            return
        at = 0
        while at < len(groups):
            is_running = at + 1 < len(groups) and self._runs_on(article, groups[at], groups[at + 1])
            yield self._finding(article, groups[at] + (groups[at + 1] if is_running else []), is_running)
            at += 1 + is_running

    def _runs_on(self, article: Article, first: Sequence[Extent], second: Sequence[Extent]) -> bool:
        """Tell whether one mark opens what a mark in a later paragraph closes."""
        if len(first) != 1 or len(second) != 1 or second[0].passage - first[0].passage > self.options.reach:
            return False
        opening, closing = (_mark(article, extents[0]) for extents in (first, second))
        if opening == closing == '"':
            return not _follows_a_word(article, first[0]) and _follows_a_word(article, second[0])
        return opening not in _CLOSING and closing in _CLOSING

    @staticmethod
    def _finding(article: Article, extents: Sequence[Extent], is_running: bool) -> Finding:
        spans = [article.blocks[extent.passage].locate(extent.start, extent.end) for extent in extents]
        text = article.blocks[extents[0].passage].text
        around = " ".join(text[max(0, extents[0].start - 12) : extents[0].end + 24].split())
        told = "closed here" if is_running else "no partner either"
        related = tuple(Related(span, told) for span in spans[1:])
        if is_running:
            return Finding(spans[0], {"around": around}, "running", related, message="running")
        return Finding(spans[0], {"around": around}, related=related)


def _of_prose(article: Article, number: int, extents: Sequence[Extent]) -> list[Extent]:
    """Return the marks of a block that belong to prose: not to code or markup, nor ornaments of a block quotation."""
    block = article.blocks[number]
    text = block.text
    braces = [match.span() for match in _BRACED.finditer(text)]
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    return [
        extent
        for extent in extents
        if not article.is_code(number, extent.start, extent.end)
        and not (block.kind == "quotation" and (extent.start == first or extent.end == last))
        and not text.startswith("](", extent.end)
        and not _is_within(braces, extent.start)
    ]


def _is_within(ranges: Sequence[tuple[int, int]], at: int) -> bool:
    index = bisect_right(ranges, (at, at)) - 1
    return index >= 0 and at < ranges[index][1]


def _mark(article: Article, extent: Extent) -> str:
    return article.blocks[extent.passage].text[extent.start : extent.end]


def _follows_a_word(article: Article, extent: Extent) -> bool:
    before = article.blocks[extent.passage].text[max(0, extent.start - 1) : extent.start]
    return bool(before) and not before.isspace() and before not in "([{"


CHECK = CheckType(
    "unbalanced-quotation", Options, build, grades=("running",), placeholders=("around",), messages=_MESSAGES
)
