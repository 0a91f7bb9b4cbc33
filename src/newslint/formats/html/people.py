"""Find who signs a page's article, in metadata, markup and visible lines; it judges nobody's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import Element
from newslint.formats.html.blocks import gather
from newslint.formats.html.facts import Facts, collapse, letters_of
from newslint.formats.html.json_ld import JsonNode, items, member, types_of
from newslint.formats.html.pieces import Piece
from newslint.formats.html.tokens import tokenize
from newslint.formats.html.tree import Node, build_tree
from newslint.newsroom.bylines import Byline
from newslint.newsroom.lines import read_line
from newslint.newsroom.names import read_field
from newslint.newsroom.people import names_of
from newslint.parts import Origin, Person
from newslint.patterns import pattern
from newslint.spans import Span

_METAS = tuple(
    """
    author article:author og:article:author article:author_name dc.creator dcterms.creator dc.contributor byl byline
    parsely-author sailthru.author authors author_name rbauthors cxenseparse:author vr:author
    shareaholic:article_author_name mediator_author citation_author article:authors twitter:data1
    """.split()
)
_LONGEST_VALUE = 300  # code points of a value that names people
_LONGEST_MARKED = 160
_LONGEST_NAME = 70
_NOT_A_NAME = pattern(r"https?:|www\.|@|//|\d{3,}|^\d+$|[<>{}=]")
# What content management systems print where nobody is named.
_NOBODY = pattern(r"(?:no author|unknown|undefined|null|none|n/?a|default|anonymous|author|admin|test)", re.IGNORECASE)


def find_bylines(
    facts: Facts, article: JsonNode | None, pieces: list[Piece], headline: int, body_start: int, site: set[str]
) -> list[Element]:
    """Return byline claims, best first: those that name people before those that name only a desk or an agency."""
    persons: list[Element] = []
    others: list[Element] = []
    for claim, is_said in _candidates(facts, article, pieces, headline, body_start):
        people = tuple(person for person in claim.people if _is_name(person.name))
        good = [person.name for person in people if letters_of(person.name) not in site and _is_person(person, is_said)]
        if good:
            persons.append(claim._replace(names=tuple(dict.fromkeys(good)), people=people))
        elif people:
            others.append(claim._replace(names=names_of(people), people=people))
    return _agreeing([*persons, *others])


def _is_name(name: str) -> bool:
    return 1 < len(name) <= _LONGEST_NAME and not _NOT_A_NAME.search(name) and not _NOBODY.fullmatch(name)


def _is_person(person: Person, is_said: bool) -> bool:
    """Tell whether a claim names a person: by a full name, or because JSON-LD says so."""
    if is_said:
        return person.kind in ("author", "account")
    return person.kind == "author" and " " in person.name


def _agreeing(claims: list[Element]) -> list[Element]:
    """Return the best claim and the others that name only people whom it names, too."""
    if not claims:
        return []
    known = {letters_of(name) for name in claims[0].names}
    return [claim for claim in claims if {letters_of(name) for name in claim.names} <= known]


def _candidates(
    facts: Facts, article: JsonNode | None, pieces: list[Piece], headline: int, body_start: int
) -> Iterator[tuple[Element, bool]]:
    yield from _from_json(facts, article)
    visible = list(_visible(pieces, headline, body_start))
    yield from visible
    yield from _from_markup(facts)
    for place in facts.articles:
        if place is not article:
            yield from _from_json(facts, place)
            break
    for value in facts.meta(*_METAS):
        yield _claim([(person, value.span) for person in _read(value.text)], value.text, value.origin), False
    for place in facts.pages[:1]:
        yield from _from_json(facts, place)


def _claim(named: list[tuple[Person, Span]], text: str, origin: Origin, target: str | None = None) -> Element:
    span = Span(min(span.start for _, span in named), max(span.end for _, span in named)) if named else Span(0, 0)
    people = tuple(dict.fromkeys(person for person, _ in named))
    return Element("byline", text, span, origin, names_of(people), target=target, people=people)


def _read(text: str) -> tuple[Person, ...]:
    text = collapse(text)
    return read_field(text) if len(text) <= _LONGEST_VALUE else ()


def _from_json(facts: Facts, article: JsonNode | None) -> Iterator[tuple[Element, bool]]:
    for field in ("author", "creator"):
        authors = [person for author in items(member(article, field)) for person in _resolve(facts, author)]
        named = [(_is_desk(person), single) for person in authors for single in _named_by(person)]
        for is_desk in (False, True):
            group = [single for of_desk, single in named if of_desk == is_desk]
            if group:
                yield _claim(group, _listed(group), "JSON-LD", _address_in(authors)), not is_desk


def _address_in(authors: list[JsonNode]) -> str | None:
    """Return the first address that JSON-LD gives of an author."""
    places = (member(author, "url", "sameAs") for author in authors)
    return next((place.value for place in places if place and isinstance(place.value, str)), None)


def _is_desk(author: JsonNode) -> bool:
    """Tell whether JSON-LD says that an author is no person."""
    kinds = types_of(author) if isinstance(author.value, dict) else ()
    return any(kind.endswith(("Organization", "WebSite", "Corporation")) for kind in kinds)


def _named_by(author: JsonNode) -> list[tuple[Person, Span]]:
    """Return the people whom an author's name names, each with the place of the name."""
    names = items(member(author, "name")) if isinstance(author.value, dict) else [author]
    return [
        (person, Span(name.start, name.end))
        for name in names
        if isinstance(name.value, str)
        for person in _read(name.value)
    ]


def _listed(named: list[tuple[Person, Span]]) -> str:
    return ", ".join(person.name for person, _ in named)


def _resolve(facts: Facts, author: JsonNode) -> list[JsonNode]:
    """Follow a reference to an object that stands elsewhere on the page."""
    if isinstance(author.value, dict) and "name" not in author.value:
        name = member(author, "@id")
        if name is not None and isinstance(name.value, str) and name.value in facts.named:
            return [facts.named[name.value]]
    return [author]


def _from_markup(facts: Facts) -> Iterator[tuple[Element, bool]]:
    for nodes in (facts.properties.get("author", []), facts.author_links):
        named: list[tuple[Person, Span]] = []
        target: str | None = None
        for node in nodes[:6]:
            if node.tag in ("meta", "link"):
                continue
            if node.role in ("related", "comments", "menu"):
                continue
            target = target or (node.attribute("href") if node.tag == "a" else None)
            named.extend(_names_in(_name_part(facts, node)))
        if named:
            yield _claim(named, _listed(named), "markup", target), False


def _name_part(facts: Facts, node: Node) -> Node:
    """Return the element inside an author's markup that holds the name itself."""
    for inner in facts.properties.get("name", ()):
        if node.start < inner.start < node.close:
            return inner
    return node


def _names_in(node: Node) -> list[tuple[Person, Span]]:
    content = node.attributes.get("content")
    if content and content[0] < content[1]:
        return [(person, Span(*content)) for person in _read(node.attribute("content") or "")]
    if node.close - node.inner > 4000:
        return []
    inner = gather(build_tree(node.text, tokenize(node.text, node.inner, node.close)))
    for piece in inner.pieces[:4]:
        if len(piece.text) <= _LONGEST_MARKED:
            found = _read(piece.text)
            if found:
                return [(person, piece.span) for person in found]
    return []


_BY = pattern(r"\W*(?:by|von|par|por)\b", re.IGNORECASE)


def _visible(pieces: list[Piece], headline: int, body_start: int) -> Iterator[tuple[Element, bool]]:
    """Yield the lines near the headline that sign the article; lines of one list are one byline."""
    signed: list[list[tuple[Piece, Byline]]] = []
    for piece in _may_sign(pieces, headline, body_start):
        found = _signature(piece)
        if found is None:
            continue
        if signed and _is_same_list(signed[-1][-1][0], piece):
            signed[-1].append((piece, found))
        else:
            signed.append([(piece, found)])
    for lines in signed:
        named = [
            (person, piece.prose.locate(found.start, found.end)) for piece, found in lines for person in found.people
        ]
        text = ", ".join(piece.text[found.start : found.end] for piece, found in lines)
        yield _claim(named, text, "convention"), False


def _may_sign(pieces: list[Piece], headline: int, body_start: int) -> list[Piece]:
    """Return the lines near the headline, and those elsewhere whose markup calls them bylines."""
    first = max(0, headline - 5)
    last = max(headline + 16, min(body_start + 3, headline + 40)) if headline >= 0 else body_start + 3
    near = [
        piece
        for piece in pieces[first:last]
        if piece.role not in ("menu", "comments", "related") and piece.kind != "heading"
    ]
    marked = [piece for piece in pieces if piece.role == "byline"][:6]
    return near + [piece for piece in marked if piece not in near and len(piece.text) < _LONGEST_MARKED]


def _signature(piece: Piece) -> Byline | None:
    """Read a line as a byline: as one that stands where bylines stand if it is marked so, else only with a “By”."""
    line = read_line(piece.text)
    if piece.role == "byline":
        return line.placed_byline
    found = line.byline
    return found if found and found.start <= 3 and _BY.match(piece.text) else None


def _is_same_list(one: Piece, other: Piece) -> bool:
    """Tell whether two pieces stand one after the other in the same list or row of elements."""
    return (
        one.index + 1 == other.index
        and one.role == other.role == "byline"
        and one.node is not other.node
        and one.node.tag == other.node.tag
        and one.node.parent is other.node.parent
    )
