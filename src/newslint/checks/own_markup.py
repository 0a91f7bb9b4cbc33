"""Find what a page's structured data say of its own article: the objects, and the texts and people in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain

from newslint.article import Article, Element
from newslint.language.units.comparison import comparison_key
from newslint.located_json import JsonNode, items, member, objects, types_of
from newslint.newsroom.names import read_field
from newslint.newsroom.people import names_of


def top_objects(article: Article) -> Iterator[JsonNode]:
    """Yield the objects that the scripts state: themselves, a list's members, a graph's, a page's main entity."""
    for data in article.structured_data:
        if data.places is not None and data.error is None:
            yield from _top(data.places)


def _top(place: JsonNode) -> Iterator[JsonNode]:
    pending = [place]
    while pending:
        now = pending.pop(0)
        if isinstance(now.value, list):
            pending = [*now.value, *pending]
        elif isinstance(now.value, dict):
            yield now
            inner = (member(now, key) for key in ("@graph", "mainEntity"))
            pending = [*filter(None, inner), *pending]


def own_objects(article: Article, found: Iterable[JsonNode]) -> list[JsonNode]:
    """Return which of some objects are about this article: all where there is one, else those with its headline."""
    every = list(found)
    if len(every) <= 1:
        return every
    headline = _key(article.headline.text) if article.headline else ""
    return [thing for thing in every if headline and _key(text_of(member(thing, "headline", "name"))) == headline]


def describes_article(thing: JsonNode) -> bool:
    """Tell whether an object describes an article of any kind; one may only mark which part of the page is paid for."""
    if not any(kind.endswith(("Article", "BlogPosting")) for kind in types_of(thing)):
        return False
    return member(thing, "isAccessibleForFree") is None or bool(text_of(member(thing, "headline", "name")))


def _key(text: str) -> str:
    return comparison_key(text, "words")


def text_of(place: JsonNode | None) -> str:
    """Return the text of a JSON string, with its character references read; nothing for anything else."""
    if place is None or not isinstance(place.value, str):
        return ""
    return " ".join(unescape(place.value).split())


def authors_of(article: Article, thing: JsonNode) -> Element | None:
    """Return the authors whom an object names, or None where it names none."""
    authors = [_resolved(article, author) for author in items(member(thing, "author", "creator"))]
    places = list(chain.from_iterable(map(_names_in, authors)))
    names = tuple(dict.fromkeys(name for place in places for name in names_of(read_field(text_of(place)))))
    return Element("byline", ", ".join(names), places[0].span, "JSON-LD", names) if names else None


def _names_in(author: JsonNode) -> list[JsonNode]:
    if isinstance(author.value, dict):
        is_house = any(kind.endswith(("Organization", "WebSite", "Corporation")) for kind in types_of(author))
        names = [] if is_house else items(member(author, "name"))
    else:
        names = [author]
    return [name for name in names if text_of(name)]


def _resolved(article: Article, author: JsonNode) -> JsonNode:
    """Return an author, or the object that a reference (`{"@id": …}`) means."""
    wanted = text_of(member(author, "@id"))
    if not wanted or member(author, "name") is not None:
        return author
    every = chain.from_iterable(objects(data.places) for data in article.structured_data)
    same = (each for each in every if text_of(member(each, "@id")) == wanted and member(each, "name") is not None)
    return next(same, author)
