"""Find a page's summary, dek and the label that says what type of article it is; it reads no other element."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Element
from newslint.formats.html.facts import Facts, string_value
from newslint.formats.html.pieces import Piece
from newslint.located_json import JsonNode, items, member, types_of
from newslint.parts import Origin
from newslint.spans import Span

_TYPES = {
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "ReviewNewsArticle": "review",
    "Review": "review",
    "AdvertiserContentArticle": "sponsored",
    "SatiricalArticle": "satire",
    "LiveBlogPosting": "live",
    "AskPublicNewsArticle": "explainer",
    "BackgroundNewsArticle": "explainer",
}


MOST_WORDS = 80  # of a dek


def find_summary(facts: Facts, article: JsonNode | None) -> list[Element]:
    """Return the summaries that metadata give, the article's own first."""
    said = string_value(member(article, "description")) if article else None
    values = [
        *([said] if said else []),
        *facts.meta("og:description", "description", "twitter:description", "dc.description"),
    ]
    return [Element("summary", value.text, value.span, value.origin) for value in values]


def find_dek(pieces: list[Piece], headline: int, body_start: int) -> Piece | None:
    """Return the visible dek: the text below the headline that its markup calls one."""
    if headline < 0:
        return None
    for piece in pieces[headline + 1 : max(headline + 12, min(body_start + 1, headline + 20))]:
        if piece.role == "dek" and piece.kind != "caption" and 3 < len(piece.text.split()) <= MOST_WORDS:
            return piece
    return None


def find_label(facts: Facts, article: JsonNode | None, pieces: list[Piece], headline: int) -> list[Element]:
    """Return what type of article the page says it is: by JSON-LD, meta tags, or a line above the headline."""
    from newslint.newsroom.labels import read_label

    claims: list[Element] = []
    label = next((_TYPES[name] for name in types_of(article) if name in _TYPES), None) if article else None
    if label:
        kind = next(kind for kind in items(member(article, "@type")) if isinstance(kind.value, str))
        claims.append(Element("label", str(kind.value), Span(kind.start, kind.end), "JSON-LD", value=label))
    for text, span, origin in _said_types(facts, article, pieces, headline):
        label = read_label(text)
        if label and label != "news":
            claims.append(Element("label", text, span, origin, value=label))
    return claims


def _said_types(
    facts: Facts, article: JsonNode | None, pieces: list[Piece], headline: int
) -> Iterator[tuple[str, Span, Origin]]:
    """Yield what may name the type of the article."""
    for section in items(member(article, "articleSection")):
        if isinstance(section.value, str):
            yield section.value, Span(section.start, section.end), "JSON-LD"
    for value in facts.meta("article:section", "article:content_tier_type", "parsely-section", "section"):
        yield value.text, value.span, value.origin
    for piece in pieces[max(0, headline - 4) : headline]:
        if piece.role != "menu":
            yield piece.text, piece.span, "convention"
