"""The outline of an article: its headline, what stands at its head, its sections and questions."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from newslint.article import Article
from newslint.languageserver.places import Places
from newslint.parts import Element
from newslint.spans import Span

_KIND = types.SymbolKind
_NAMED = ("byline", "dateline", "published", "updated", "dek", "summary", "label", "disclosure", "correction")
_LONGEST = 80  # code points


def outline(article: Article, places: Places) -> list[types.DocumentSymbol]:
    """Return the symbols of an article, in the order of the text; sections hold those of lower levels."""
    elements = [_of_element(element, places) for kind in ("headline", *_NAMED) for element in _first(article, kind)]
    questions = [
        _symbol(entry.question, "question", _KIND.Interface, entry.span, entry.question_span, places)
        for entry in article.faq
    ]
    flat = sorted([*elements, *_sections(article, places), *questions], key=_order)
    return _nest(flat)


def _order(symbol: types.DocumentSymbol) -> tuple[int, int, int, int]:
    start, end = symbol.range.start, symbol.range.end
    return start.line, start.character, -end.line, -end.character


def _first(article: Article, kind: str) -> Iterator[Element]:
    """Yield the best element of a kind that stands in the text; one of the file's name stands nowhere."""
    found = (each for each in article.elements if each.kind == kind and each.origin != "file name")
    yield from list(found)[:1]


def _of_element(element: Element, places: Places) -> types.DocumentSymbol:
    kind = _KIND.Class if element.kind == "headline" else _KIND.Field
    return _symbol(
        element.text or element.value or element.kind, element.kind, kind, element.span, element.span, places
    )


def _sections(article: Article, places: Places) -> Iterator[types.DocumentSymbol]:
    """Yield each section from its heading to the next one that is not below it."""
    sections = [section for section in article.sections if section.heading is not None]
    open_: list[tuple[int, int]] = []  # levels, with where the sections begin in `ends`
    ends = [len(article.source.text)] * len(sections)
    for number, section in enumerate(sections):
        start = article.blocks[section.heading or 0].span.start
        while open_ and open_[-1][0] >= section.level:
            ends[open_.pop()[1]] = start
        open_.append((section.level, number))
    for section, end in zip(sections, ends, strict=True):
        block = article.blocks[section.heading or 0]
        yield _symbol(
            block.text, "", _KIND.String, Span(block.span.start, max(end, block.span.end)), block.whole, places
        )


def _symbol(
    name: str, detail: str, kind: types.SymbolKind, span: Span, own: Span, places: Places
) -> types.DocumentSymbol:
    said = " ".join(name.split())
    shown = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
    whole = Span(min(span.start, own.start), max(span.end, own.end))
    return types.DocumentSymbol(
        name=shown or "…",
        kind=kind,
        range=places.range(*whole),
        selection_range=places.range(*own),
        detail=detail or None,
        children=[],
    )


def _nest(symbols: list[types.DocumentSymbol]) -> list[types.DocumentSymbol]:
    """Put each symbol into the innermost one before it that holds all of it."""
    roots: list[types.DocumentSymbol] = []
    open_: list[types.DocumentSymbol] = []
    for symbol in symbols:
        while open_ and not _encloses(open_[-1].range, symbol.range):
            open_.pop()
        if open_:
            open_[-1].children = [*(open_[-1].children or ()), symbol]
        else:
            roots.append(symbol)
        if symbol.kind == _KIND.String:
            open_.append(symbol)
    return roots


def _encloses(outer: types.Range, inner: types.Range) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
