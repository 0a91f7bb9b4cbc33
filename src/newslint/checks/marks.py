"""Checks of quotation marks: straight among curly ones, and those without a partner."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby
from typing import Annotated

from newslint.article import PROSE_KINDS, Article
from newslint.checks.shared import SHOWN
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.language.speech.quotations import Quotation
from newslint.patterns import pattern
from newslint.spans import Extent, Ranges, Span

_CURLY = {'"': ("“", "”"), "'": ("‘", "’")}
_PLAIN = {"“": '"', "‘": "'"}
_KINDS = {**dict.fromkeys(_CURLY, "straight"), **dict.fromkeys(_PLAIN, "curly")}


@check(placeholders=("kind", "other", "more"), renamed={"share": "max_share"})
def mixed_marks(
    article: Article,
    scene: Scene,
    *,
    max_share: Annotated[
        float, Option("straight marks are the odd ones where at most this share of quotations has them", ge=0, le=1)
    ] = 0.5,
) -> Iterator[Finding]:
    """Flag straight quotation marks among curly ones, or the other way round; apostrophes and code are left alone."""
    straight, curly = _quoted_in(article, _CURLY), _quoted_in(article, _PLAIN)
    if not straight or not curly:
        return
    is_straight_odd = len(straight) <= max_share * (len(straight) + len(curly))
    odd, kind, other = (straight, "straight", "curly") if is_straight_odd else (curly, "curly", "straight")
    spans = [article.locate(quotation.extent) for quotation in odd]
    related = tuple(Related(span, f"{kind} marks too") for span in spans[1:SHOWN])
    more = f" ({len(spans)} quotations)" if related else ""
    edits = tuple(edit for quotation in odd for edit in _change_marks(article, *quotation.extent, quotation.mark))
    fix = Fix("unsafe", edits) if edits else None
    yield Finding(spans[0], {"kind": kind, "other": other, "more": more}, related=related, fix=fix)


def _quoted_in(article: Article, marks: Container[str]) -> list[Quotation]:
    """Return the quotations that have some marks, without those of headings and code."""
    return [
        quotation
        for quotation in article.quotations
        if quotation.mark in marks
        and article.blocks[quotation.extent.passage].kind != "heading"
        and not article.is_code(*quotation.extent)
    ]


def _change_marks(article: Article, block: int, start: int, end: int, mark: str) -> Iterator[Edit]:
    """Yield the two edits that give a quotation the other marks, where its marks stand in the source as they are."""
    opening, closing = _CURLY[mark] if mark in _CURLY else (_PLAIN[mark], _PLAIN[mark])
    text = article.source.text
    first, last = article.blocks[block].locate(start, start + 1), article.blocks[block].locate(end - 1, end)
    if _is_mark(text, first) and _is_mark(text, last) and first.end <= last.start:
        yield Edit(first.start, first.end, opening)
        yield Edit(last.start, last.end, closing)


def _is_mark(text: str, span: Span) -> bool:
    return text[span.start : span.end] in {'"', "'", "“", "”", "‘", "’"}


# What is left of markup in running text: `{style="margin: 0"}`, `{{ "path" | url }}`, `](`.
_BRACED = pattern(r"\{[^{}]{0,400}\}")
_CLOSING = frozenset("”»›")


@check(
    grades=("running",),
    placeholders=("around",),
    messages={"running": "This quotation runs on into a later paragraph that does not open with a mark: “{around}”."},
    renamed={"limit": "max_marks", "reach": "max_distance"},
)
def unbalanced_quotation(
    article: Article,
    scene: Scene,
    *,
    max_marks: Annotated[
        int, Option("with more unmatched marks, an article follows a convention of its own", ge=1)
    ] = 6,
    max_distance: Annotated[
        int, Option("an opening mark and a closing one at most this many paragraphs later are one quotation", ge=0)
    ] = 8,
) -> Iterator[Finding]:
    """Flag quotation marks without their partner, once a paragraph; where a later one closes it, as `running`."""
    groups = [
        kept
        for number, group in groupby(article.unbalanced_marks, key=lambda extent: extent.passage)
        if article.blocks[number].kind in PROSE_KINDS and (kept := _of_prose(article, number, list(group)))
    ]
    if sum(map(len, groups)) > max_marks:
        return
    at = 0
    while at < len(groups):
        is_running = at + 1 < len(groups) and _runs_on(article, groups[at], groups[at + 1], max_distance)
        yield _tell_unbalanced(article, groups[at] + (groups[at + 1] if is_running else []), is_running)
        at += 1 + is_running


def _runs_on(article: Article, first: Sequence[Extent], second: Sequence[Extent], max_distance: int) -> bool:
    """Tell whether one mark opens what a mark in a later paragraph closes."""
    if len(first) != 1 or len(second) != 1 or second[0].passage - first[0].passage > max_distance:
        return False
    opening, closing = (article.text_of(extents[0]) for extents in (first, second))
    if opening == closing == '"':
        return not _follows_a_word(article, first[0]) and _follows_a_word(article, second[0])
    return opening not in _CLOSING and closing in _CLOSING


def _tell_unbalanced(article: Article, extents: Sequence[Extent], is_running: bool) -> Finding:
    spans = [*map(article.locate, extents)]
    text = article.blocks[extents[0].passage].text
    around = " ".join(text[max(0, extents[0].start - 12) : extents[0].end + 24].split())
    told = "closed here" if is_running else "also unmatched"
    related = tuple(Related(span, told) for span in spans[1:])
    if is_running:
        return Finding(spans[0], {"around": around}, "running", related, message="running")
    return Finding(spans[0], {"around": around}, related=related)


def _of_prose(article: Article, number: int, extents: Sequence[Extent]) -> list[Extent]:
    """Return the marks of a block that belong to prose: not to code or markup, nor ornaments of a block quotation."""
    block = article.blocks[number]
    text = block.text
    braces = Ranges(match.span() for match in _BRACED.finditer(text))
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    return [
        extent
        for extent in extents
        if not article.is_code(*extent)
        and not (block.kind == "quotation" and (extent.start == first or extent.end == last))
        and not text.startswith("](", extent.end)
        and not braces.contains(extent.start)
    ]


def _follows_a_word(article: Article, extent: Extent) -> bool:
    before = article.blocks[extent.passage].text[max(0, extent.start - 1) : extent.start]
    return bool(before) and not before.isspace() and before not in "([{"
