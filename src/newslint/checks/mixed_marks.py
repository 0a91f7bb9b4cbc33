"""Flag straight quotation marks among curly ones, or the other way round; it leaves apostrophes and code alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.source import Span

_SHOWN = 8
_STRAIGHT = frozenset({'"', "'"})
_CURLY = {'"': ("“", "”"), "'": ("‘", "’")}
_PLAIN = {"“": '"', "‘": "'"}


class Options(NamedTuple):
    """The kind of marks that fewer than `share` of an article's quotations have is flagged as the odd one."""

    share: float = 0.5


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Counts an article's quotations by their marks."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding an article, at the first odd quotation, with the others related and a fix for all."""
        straight: list[tuple[int, int, int, str]] = []
        curly: list[tuple[int, int, int, str]] = []
        for quotation in article.quotations:
            extent = quotation.extent
            if article.blocks[extent.passage].kind == "heading" or article.is_code(
                extent.passage, extent.start, extent.end
            ):
                continue
            place = (extent.passage, extent.start, extent.end, quotation.mark)
            if quotation.mark in _STRAIGHT:
                straight.append(place)
            elif quotation.mark in _PLAIN:
                curly.append(place)
        if not straight or not curly:
            return
        odd = straight if len(straight) <= self.options.share * (len(straight) + len(curly)) else curly
        spans = [article.blocks[block].locate(start, end) for block, start, end, _ in odd]
        kind, other = ("straight", "curly") if odd is straight else ("curly", "straight")
        related = tuple(Related(span, f"{kind} marks too") for span in spans[1:_SHOWN])
        more = f" ({len(odd)} quotations)" if len(odd) > 1 else ""
        edits = [edit for place in odd for edit in _edits(article, *place)]
        fix = Fix("unsafe", tuple(edits)) if edits else None
        yield Finding(spans[0], {"kind": kind, "other": other, "more": more}, related=related, fix=fix)


def _edits(article: Article, block: int, start: int, end: int, mark: str) -> Iterator[Edit]:
    """Yield the two edits that give a quotation the other marks, where its marks stand in the source as they are."""
    opening, closing = _CURLY[mark] if mark in _CURLY else (_PLAIN[mark], _PLAIN[mark])
    text = article.source.text
    first, last = article.blocks[block].locate(start, start + 1), article.blocks[block].locate(end - 1, end)
    if _is_mark(text, first) and _is_mark(text, last) and first.end <= last.start:
        yield Edit(first.start, first.end, opening)
        yield Edit(last.start, last.end, closing)


def _is_mark(text: str, span: Span) -> bool:
    return text[span.start : span.end] in {'"', "'", "“", "”", "‘", "’"}


CHECK = CheckType("mixed-marks", Options, build, placeholders=("kind", "other", "more"))
