"""Find who signs a page's article, in metadata, markup and visible lines; it judges nobody's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import Element
from newslint.formats.html.blocks import gather
from newslint.formats.html.facts import Facts, Value, collapse, letters_of
from newslint.formats.html.hints import role_of
from newslint.formats.html.json_ld import JsonNode, items, member, types_of
from newslint.formats.html.pieces import Piece
from newslint.formats.html.tokens import tokenize
from newslint.formats.html.tree import Node, Tree, build_tree
from newslint.newsroom.bylines import Byline, find_opener
from newslint.newsroom.lines import read_line
from newslint.newsroom.names import read_field
from newslint.newsroom.people import names_of
from newslint.parts import Origin, Person
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

_METAS = tuple(
    """
    author article:author og:article:author article:author_name dc.creator dcterms.creator dc.contributor byl byline
    parsely-author sailthru.author authors author_name rbauthors cxenseparse:author vr:author
    shareaholic:article_author_name mediator_author citation_author article:authors
    """.split()
)
# So many pieces before the headline, and after the body's beginning, somebody may sign.
_BEFORE, _AFTER = 5, 3
_LONGEST_VALUE = 300  # code points of a value that names people
_LONGEST_MARKED = 160
_LONGEST_MARKUP = 4000
_MOST_WORDS = 4
_LONGEST_NAME = 70
_NOT_A_NAME = pattern(r"https?:|www\.|@|//|\d{3,}|^\d+$|[<>{}=]")
# Full names in scripts that put no space between their parts.
_UNSPACED = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}")
# What content management systems print where nobody is named.
_NOBODY = pattern(
    r"(?:no author|autor(?:in|en)?|redakteur(?:in)?|unknown|undefined|null|none|n/?a|default|anonymous|author|admin"
    r"|test|by|von|par|por|di|da|door|av)",
    re.IGNORECASE,
)


class Head(NamedTuple):
    """The tree and pieces of a page, the piece that is the headline (-1 for none), and the first of the body."""

    tree: Tree
    pieces: list[Piece]
    headline: int
    body_start: int


def find_bylines(facts: Facts, article: JsonNode | None, head: Head, site: set[str]) -> list[Element]:
    """Return byline claims, best first: those that name people before those that name only a desk or an agency."""
    persons: list[Element] = []
    others: list[Element] = []
    for claim, is_said in _candidates(facts, article, head):
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
    """Tell whether a claim names a person: by a full name, or because JSON-LD or a class says so."""
    if is_said:
        return person.kind in ("author", "account")
    return person.kind == "author" and (" " in person.name or _UNSPACED.fullmatch(person.name) is not None)


def _agreeing(claims: list[Element]) -> list[Element]:
    """Return the best claim and the others that name only people whom it names, too."""
    if not claims:
        return []
    known = {letters_of(name) for name in claims[0].names}
    agreeing = [claim for claim in claims if {letters_of(name) for name in claim.names} <= known]
    # A handle (`mara.oduya`) says less than the same name written out.
    full = [claim for claim in agreeing if any(" " in name for name in claim.names)]
    return full or agreeing


def _candidates(facts: Facts, article: JsonNode | None, head: Head) -> Iterator[tuple[Element, bool]]:
    yield from _from_json(facts, article)
    signed = list(_visible(_near_headline(head)))
    yield from signed
    yield from _from_markup(facts)
    yield from _from_classes(head, [claim.span for claim, _ in signed])
    yield from _visible([piece for piece in head.pieces if piece.role == "byline"][:_MOST_MARKED])
    for place in facts.articles:
        if place is not article:
            yield from _from_json(facts, place)
            break
    for place in facts.pages[:1]:
        yield from _from_json(facts, place)
    for value in (*facts.meta(*_METAS), *_labelled(facts)):
        yield _claim([(person, value.span) for person in _read(value.text)], value.text, value.origin), False
    yield from _visible(_near_headline(head), with_date=True)
    yield from _unopened(head)


def _labelled(facts: Facts) -> list[Value]:
    """Return the values of Twitter's card whose labels say “Written by” in any language, not “Reading time”."""
    return [
        value
        for number in ("1", "2")
        for label in facts.meta(f"twitter:label{number}")[:1]
        for value in facts.meta(f"twitter:data{number}")[:1]
        if find_opener(f"{label.text.rstrip(': ')}: {value.text}") or _BY_LABEL.search(label.text)
    ]


_BY_LABEL = pattern(r"\b(?:by|von|par|por|da|door|av|af|przez|author|autor)\b", re.IGNORECASE)


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


def _names_in(node: Node, *, is_line: bool = False) -> list[tuple[Person, Span]]:
    """Return the people whom an element's content or text names; a line may have other words around the names."""
    content = node.attributes.get("content")
    if content and content[0] < content[1]:
        return [(person, Span(*content)) for person in _read(node.attribute("content") or "")]
    if node.close - node.inner > _LONGEST_MARKUP:
        return []
    inner = gather(build_tree(node.text, tokenize(node.text, node.inner, node.close)))
    for piece in inner.pieces[:4]:
        if len(piece.text) <= _LONGEST_MARKED:
            byline = read_line(piece.text).placed_byline if is_line else None
            found = byline.people if byline else () if is_line and _is_more(piece.text) else _read(piece.text)
            if any(_is_name(person.name) for person in found):
                return [(person, piece.span) for person in found]
    return []


def _is_more(text: str) -> bool:
    """Tell whether a text says more than a name does: a date, a label or a sentence."""
    return len(text.split()) > _MOST_WORDS or any(sign in text for sign in ":|0123456789")


# Roles of parts whose people are not the article's authors.
_ELSEWHERE = ("related", "comments", "menu", "advertisement", "call-to-action", "footer", "caption")
_MOST_MARKED = 6
# Names of sections and places that stand beside dates as names of people do.
_NO_NAME = pattern(
    r"\b(?:north|south|east|west|new|news|saint|san|real|city|county|local|national|world)\b", re.IGNORECASE
)


def _from_classes(head: Head, read: list[Span]) -> Iterator[tuple[Element, bool]]:
    """Yield what elements name that their classes call the author: near the headline, else the first of the page.

    `read` are the bylines that are read already.
    """
    marked = [
        node
        for node in head.tree.nodes
        if node.words
        and _names_author(node)
        and not any(node.start < span.end and span.start < node.end for span in read)
    ]
    start, stop = _range_of_head(head)
    near = [node for node in marked if start <= node.start < stop]
    for node in (near or marked[:1])[:_MOST_MARKED]:
        named = _names_in(node, is_line=True)
        if named:
            target = node.attribute("href") if node.tag == "a" else None
            yield _claim(named, _listed(named), "markup", target), True


def _names_author(node: Node) -> bool:
    parent = node.parent
    if role_of(node, node.words) != "byline" or node.is_unseen or (parent is not None and parent.role in _ELSEWHERE):
        return False
    return parent is None or not parent.words or role_of(parent, parent.words) != "byline"


def _range_of_head(head: Head) -> tuple[int, int]:
    """Return the source around the headline, from some pieces before it to the body's first lines."""
    if not head.pieces:
        return 0, 0
    first = max(0, head.headline - _BEFORE)
    last = min(len(head.pieces), max(head.headline, head.body_start) + _AFTER) - 1
    return head.pieces[first].span.start, head.pieces[last].span.end


def _visible(pieces: list[Piece], *, with_date: bool = False) -> Iterator[tuple[Element, bool]]:
    """Yield the lines that sign the article; lines of one list are one byline."""
    signed: list[list[tuple[Piece, Byline]]] = []
    for piece in pieces:
        found = _signature(piece, with_date=with_date)
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


def _near_headline(head: Head) -> list[Piece]:
    """Return the lines near the headline that are not another part's."""
    first, last = max(0, head.headline - _BEFORE), head.body_start + _AFTER
    if head.headline >= 0:
        last = max(head.headline + 16, min(last, head.headline + 40))
    return [
        piece
        for piece in head.pieces[first:last]
        if piece.role not in ("comments", "related")
        and (piece.kind != "heading" or piece.role in ("byline", "published"))
        and len(piece.text) < _LONGEST_VALUE
    ]


def _signature(piece: Piece, *, with_date: bool) -> Byline | None:
    """Read a line as a byline: with a “By”, or without where it is marked so.

    `with_date` asks for a name beside a date instead, which may also be that of a section.
    """
    line = read_line(piece.text)
    if with_date:
        found = line.placed_byline if line.dates and not piece.is_body else None
        is_person = found and all(_is_person(person, is_said=False) for person in found.people)
        return found if is_person and not _NO_NAME.search(piece.text) else None
    if piece.role == "byline":
        return line.placed_byline
    found = line.byline
    begins = found is not None and found.start <= 3 and find_opener(piece.text) is not None
    return found if begins or line.dates else None


_NEAR = 6  # pieces under the headline in which a line without a “By” may sign
_SECTIONS = frozenset("tag tags topic topics category categories section rubrik kicker label".split())


def _unopened(head: Head) -> Iterator[tuple[Element, bool]]:
    """Yield the lines between headline and text that name people without a “By”: `Ann Roe, Courier | 3 May 2024`.

    A date must stand in the line or beside it. What is linked is a section as often as an author.
    """
    pieces, first = head.pieces, head.headline + 1
    for piece in pieces[first : min(first + _NEAR - 1, head.body_start + 1)] if first else ():
        is_line = (
            piece.role in ("", "other") and piece.kind != "heading" and _SECTIONS.isdisjoint(piece.node.words.split())
        )
        found = read_line(piece.text).placed_byline if is_line else None
        if (
            found
            and piece.link_size < found.end - found.start
            and any(read_line(near.text).dates for near in pieces[piece.index - 1 : piece.index + 2])
        ):
            span = piece.prose.locate(found.start, found.end)
            named = [(person, span) for person in found.people]
            yield _claim(named, piece.text[found.start : found.end], "convention"), False


def _is_same_list(one: Piece, other: Piece) -> bool:
    """Tell whether two pieces stand one after the other in the same list or row of elements."""
    return (
        one.index + 1 == other.index
        and one.role == other.role == "byline"
        and one.node is not other.node
        and one.node.tag == other.node.tag
        and one.node.parent is other.node.parent
    )
