"""Find when a page says that its article was published and updated; it believes no impossible year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from newslint.article import Element
from newslint.formats.html.facts import Facts, Value, string_value
from newslint.formats.html.hints import role_of
from newslint.formats.html.json_ld import JsonNode, member
from newslint.formats.html.pieces import Piece
from newslint.formats.html.tree import Node
from newslint.newsroom.lines import read_line
from newslint.parts import ElementKind
from newslint.patterns import pattern
from newslint.spans import Span

ELSEWHERE = frozenset({"related", "comments", "advertisement", "menu", "footer"})
LONGEST_LINE = 240  # code points
FIRST_YEAR, LAST_YEAR = 1990, 2099
_PUBLISHED_METAS = tuple(
    """
    article:published_time og:article:published_time article:published og:published_time datepublished
    date_published parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date publication_date
    published_time dcterms.created dcterms.issued dc.date.issued dc.date.created dc.date dcterms.date dc.created
    date article.published cxenseparse:recs:publishtime cxenseparse:publishtime article_date_original
    originalpublicationdate displaydate last-publish-date rnews:datepublished citation_date
    citation_publication_date shareaholic:article_published_time published pub_date bt:pubdate article.created
    created datecreated og:pubdate vr:published_time timestamp
    """.split()
)
_UPDATED_METAS = tuple(
    """
    article:modified_time og:updated_time og:article:modified_time article:modified datemodified lastmod
    last-modified dcterms.modified dc.date.modified article.updated revised bt:moddate modified_time
    shareaholic:article_modified_time
    """.split()
)
# So many of each list stand for a moment and nothing else.
_STATING = 4
_URL_DATE = pattern(
    r"/((?:19|20)\d\d)[/-](\d{1,2}|[^\W\d_]{3,10})[/-](0?[1-9]|[12]\d|3[01])(?=[/_-]|$)",
    re.IGNORECASE,
)
# How far from the headline a date line may stand, in pieces.
_BEFORE, _AFTER = 6, 14


def find_dates(
    facts: Facts, article: JsonNode | None, pieces: list[Piece], headline: int, nodes: list[Node]
) -> list[Element]:
    """Return claims of the dates of publication and update, each kind's best first."""
    claims: list[Element] = []
    found: dict[ElementKind, Iterator[Value]] = {
        "published": _published(facts, article, pieces, headline, nodes),
        "updated": _updated(facts, article, pieces, headline),
    }
    for kind, candidates in found.items():
        # One of each origin: further ones on a page are those of other articles or of another event.
        seen: set[str] = set()
        for value in candidates:
            if value.origin in seen:
                continue
            moment = read_timestamp(value.text)
            if moment is not None:
                seen.add(value.origin)
                claims.append(Element(kind, value.text, value.span, value.origin, value=moment))
        claims = _in_local_time(claims, kind)
        stated = (*_stated(facts, article, kind), *_visible(pieces, headline, kind))
        claims += [_odd(kind, value) for value in stated if read_timestamp(value.text) is None]
    return claims


def _in_local_time(claims: list[Element], kind: ElementKind) -> list[Element]:
    """Say a moment that metadata give in UTC as the page says it to readers, where both are one.

    The visible time makes the first claim's value local. A visible day beside it, without a time, comes first.
    """
    own = [claim for claim in claims if claim.kind == kind and claim.value]
    shown = next((claim for claim in own[1:] if claim.origin in ("convention", "markup")), None)
    if shown is None:
        return claims
    said, seen = datetime.fromisoformat(own[0].value or ""), shown.value or ""
    if said.utcoffset() != timedelta(0) or said.date().isoformat() == seen[:10]:
        return claims
    local = datetime.fromisoformat(seen)
    offset = (local - said.replace(tzinfo=None)) if "T" in seen and local.tzinfo is None else None
    if offset is not None and _EARLIEST <= (rounded := _to_quarter(offset)) <= _LATEST:
        moment = said.astimezone(timezone(rounded)).isoformat()
        return [claim._replace(value=moment) if claim is own[0] else claim for claim in claims]
    if "T" not in seen and abs((local.date() - said.date()).days) == 1:
        rest = [claim for claim in claims if claim is not shown]
        rest.insert(rest.index(own[0]), shown)
        return rest
    return claims


def _to_quarter(offset: timedelta) -> timedelta:
    return timedelta(minutes=15 * round(offset / timedelta(minutes=15)))


# The clocks of the world.
_EARLIEST, _LATEST = timedelta(hours=-12), timedelta(hours=14)


def _stated(facts: Facts, article: JsonNode | None, kind: ElementKind) -> Iterator[Value]:
    """Yield what the fields say that hold nothing but this date."""
    name, metas = ("datePublished", _PUBLISHED_METAS) if kind == "published" else ("dateModified", _UPDATED_METAS)
    yield from _said(article, name)
    yield from facts.meta(*metas[:_STATING])
    for node in facts.properties.get(name, ())[:1]:
        value = value_of(node, "content", "datetime")
        if value and value.text.strip():
            yield value


def _odd(kind: ElementKind, value: Value) -> Element:
    """Return the claim of a date that nobody can read, which has no value, or of one in an impossible year."""
    from newslint.language.dates.timestamps import parse_timestamp

    moment = parse_timestamp(value.text)
    return Element(kind, value.text, value.span, value.origin, value=moment.isoformat() if moment else None)


def read_timestamp(text: str) -> str | None:
    """Return a date as ISO 8601, or None where it is none or its year is not plausible."""
    from newslint.language.dates.timestamps import parse_timestamp

    moment = parse_timestamp(text.strip())
    if moment is None or not FIRST_YEAR <= moment.date.year <= LAST_YEAR:
        return None
    return moment.isoformat()


def _published(
    facts: Facts, article: JsonNode | None, pieces: list[Piece], headline: int, nodes: list[Node]
) -> Iterator[Value]:
    yield from _said(article, "datePublished")
    yield from facts.meta(*_PUBLISHED_METAS[:6])
    yield from _properties(facts, "datePublished")
    for place in facts.articles:
        if place is not article:
            yield from _said(place, "datePublished")
            break
    yield from facts.meta(*_PUBLISHED_METAS[6:])
    yield from _marked_times(facts, pieces, headline)
    shown = list(_visible(pieces, headline, "published"))
    yield from shown or _from_classes(nodes, pieces, headline)
    yield from _said(article, "dateCreated", "uploadDate")
    for place in facts.pages:
        yield from _said(place, "datePublished", "uploadDate", "dateCreated")
    yield from _properties(facts, "dateCreated")
    if facts.canonical or facts.meta("og:url"):
        yield from _from_address(facts.canonical or facts.meta("og:url")[0])


def _updated(facts: Facts, article: JsonNode | None, pieces: list[Piece], headline: int) -> Iterator[Value]:
    yield from _said(article, "dateModified")
    yield from facts.meta(*_UPDATED_METAS)
    yield from _properties(facts, "dateModified")
    yield from _visible(pieces, headline, "updated")


def _said(place: JsonNode | None, *names: str) -> Iterator[Value]:
    for name in names:
        value = string_value(member(place, name))
        if value:
            yield value


def _properties(facts: Facts, name: str) -> Iterator[Value]:
    for node in facts.properties.get(name, ())[:3]:
        value = value_of(node, "content", "datetime")
        if value:
            yield value


def value_of(node: Node, *attributes: str) -> Value | None:
    """Return the value of the first of these attributes, else the element's own short text."""
    for name in attributes:
        place = node.attributes.get(name)
        if place and place[0] < place[1]:
            return Value(node.attribute(name) or "", Span(*place), "markup")
    raw = node.text[node.inner : node.close]
    if 0 < len(raw) < 200 and "<" not in raw and raw.strip():
        lead = len(raw) - len(raw.lstrip())
        return Value(" ".join(raw.split()), Span(node.inner + lead, node.inner + len(raw.rstrip())), "markup")
    return None


def _marked_times(facts: Facts, pieces: list[Piece], headline: int) -> Iterator[Value]:
    """Yield `<time>` elements: those called a publication date, then those near the headline, then the only one."""
    named = [node for node in facts.times if "pubdate" in node.attributes or "publish" in node.words]
    near = _near_headline(facts.times, pieces, headline)
    rest = facts.times if len(facts.times) == 1 else []
    for node in (*named[:2], *near, *rest):
        if node.role in ELSEWHERE and len(facts.times) > 1:
            continue
        value = value_of(node, "datetime", "content")
        if value and not _says_updated(node):
            yield value


_MARKS = ("title", "data-date-time", "data-datetime", "data-date", "data-time", "data-published")


def _from_classes(nodes: list[Node], pieces: list[Piece], headline: int) -> Iterator[Value]:
    """Yield what elements near the headline say that their classes call a date, in an attribute or their own text."""
    for node in _near_headline(nodes, pieces, headline):
        if node.role in ELSEWHERE or not node.words or role_of(node, node.words) != "published":
            continue
        for value in (value_of(node, *(name for name in _MARKS if name in node.attributes)), value_of(node)):
            if value and not _says_updated(node):
                yield value


def _says_updated(node: Node) -> bool:
    """Tell whether an element's names call its time that of a change."""
    names, item = node.attribute("class") or "", node.attribute("itemprop") or ""
    return "updat" in f"{names} {item}".lower() or "modif" in names


def _near_headline(times: list[Node], pieces: list[Piece], headline: int) -> list[Node]:
    """Return the `<time>` elements near the headline, those below it first; none where the page has no headline."""
    if not 0 <= headline < len(pieces):
        return []
    start = pieces[max(0, headline - _BEFORE)].span.start
    stop = pieces[min(len(pieces) - 1, headline + _AFTER)].span.end
    near = [node for node in times if start <= node.start <= stop]
    return sorted(near, key=lambda node: pieces[headline].span.start > node.start)


def _visible(pieces: list[Piece], headline: int, element: str) -> Iterator[Value]:
    first = max(0, headline - _BEFORE) if headline >= 0 else 0
    last = headline + _AFTER if headline >= 0 else 25
    order = [*pieces[max(0, headline) : last], *reversed(pieces[first : max(0, headline)])]
    named = [piece for piece in pieces if piece.role in ("published", "updated", "byline") and piece not in order][:4]
    for piece in (*order, *named):
        if len(piece.text) > LONGEST_LINE or piece.role in ELSEWHERE:
            continue
        if piece.kind == "heading" and piece.role not in ("byline", "published", "updated"):
            continue
        for found in read_line(piece.text).dates:
            if found.element == element:
                yield Value(
                    piece.text[found.start : found.end], piece.prose.locate(found.start, found.end), "convention"
                )


def _from_address(address: Value) -> Iterator[Value]:
    found = _URL_DATE.search(address.text)
    if found:
        from newslint.language.dates.names import MONTHS

        month = int(found[2]) if found[2].isdigit() else MONTHS.get(found[2].lower(), 0)
        yield Value(f"{found[1]}-{month:02}-{int(found[3]):02}", address.span, address.origin)
