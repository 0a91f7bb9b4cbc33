"""Find who signs a page's article, in metadata and markup, and which claim is the best; it judges nobody's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newslint.article import Element
from newslint.formats.html.author_pages import leads_to_author, links_to_authors
from newslint.formats.html.blocks import gather
from newslint.formats.html.facts import Facts, Value, collapse, letters_of
from newslint.formats.html.hints import is_of_picture, role_of
from newslint.formats.html.scripts import authors_in
from newslint.formats.html.sign_offs import far_from_headline
from newslint.formats.html.signatures import (
    AFTER,
    BEFORE,
    ELSEWHERE,
    Head,
    beside_dates,
    called_bylines,
    claim_of,
    is_full_name,
    near_headline,
)
from newslint.formats.html.tokens import tokenize
from newslint.formats.html.tree import Node, build_tree
from newslint.located_json import JsonNode, items, member, types_of
from newslint.newsroom.bylines import find_opener
from newslint.newsroom.lines import read_line
from newslint.newsroom.names import read_field
from newslint.newsroom.people import names_of
from newslint.newsroom.words import word_lists
from newslint.parts import Person
from newslint.patterns import pattern
from newslint.spans import Span

_METAS = tuple(
    """
    author article:author og:article:author article:author_name dc.creator dcterms.creator dc.contributor byl byline
    parsely-author sailthru.author authors author_name rbauthors cxenseparse:author vr:author
    shareaholic:article_author_name mediator_author citation_author article:authors
    """.split()
)
_LONGEST_VALUE = 300  # code points of a value that names people
_LONGEST_MARKED = 160
_LONGEST_MARKUP = 4000
_MOST_WORDS = 4
_LONGEST_NAME = 70
_NOT_A_NAME = pattern(r"https?:|www\.|@|//|\d{3,}|^\d+$|[<>{}=]")
# What content management systems print where nobody is named.
_NOBODY = pattern(
    r"(?:no author|autor(?:in|en)?|redakteur(?:in)?|unknown|undefined|null|none|n/?a|default|anonymous|author"
    r"|(?:wp|wordpress|web|site|super)?[-_ ]?(?:admin(?:istrator)?|user|master)\d*|guest|gast"
    r"|test|by|von|par|por|di|da|door|av)",
    re.IGNORECASE,
)
_HANDLE = pattern(r"[a-z\d_.-]+")


def find_bylines(facts: Facts, article: JsonNode | None, head: Head, site: set[str]) -> list[Element]:
    """Return byline claims, best first: those that name people before those that name only a desk or an agency.

    What only a handle signs in the metadata comes after full names.
    """
    persons: list[Element] = []
    others: list[Element] = []
    for claim, is_said in _candidates(facts, article, head, site):
        _sort_claim(claim, is_said, site, persons, others)
    if not any(map(_is_written_out, persons)):
        for claim in far_from_headline(head):
            _sort_claim(claim, True, site, persons, others)
        if not persons:
            for claim in _from_scripts(facts, head):
                _sort_claim(claim, False, site, persons, others)
    if persons and not _is_written_out(persons[0]):
        persons.sort(key=lambda claim: not any(" " in name for name in claim.names))
    others.sort(key=lambda claim: _says_little(claim, site))
    return _agreeing([*persons, *others])


def _says_little(claim: Element, site: set[str]) -> bool:
    """Tell whether a claim says “Redaktion” and no more, or is a meta tag that names the site on every page."""
    if all(name.lower() in word_lists("people")["desk"] for name in claim.names):
        return True
    is_meta = claim.origin == "meta tag"
    return is_meta and (bool(_ADDRESS.search(claim.text)) or all(letters_of(name) in site for name in claim.names))


def _sort_claim(claim: Element, is_said: bool, site: set[str], persons: list[Element], others: list[Element]) -> None:
    """Add a claim to those that name people, without the site itself, or to the others."""
    people = tuple(person for person in claim.people if _is_name(person.name))
    own = [person for person in people if letters_of(person.name) not in site]
    signed = _signed(own, is_said, claim.origin == "JSON-LD")
    if signed:
        persons.append(claim._replace(names=tuple(dict.fromkeys(person.name for person in signed)), people=people))
    elif people:
        others.append(claim._replace(names=names_of(people), people=people))


def _signed(own: list[Person], is_said: bool, is_listed: bool) -> list[Person]:
    """Return the authors, if a person is among them; an agency that a list of authors names beside one is one."""
    good = [person for person in own if _is_person(person, is_said)]
    return [person for person in own if person.kind != "contributor"] if good and is_listed else good


def _is_written_out(claim: Element) -> bool:
    return not all(_HANDLE.fullmatch(name) for name in claim.names)


def _is_name(name: str) -> bool:
    return 1 < len(name) <= _LONGEST_NAME and not _NOT_A_NAME.search(name) and not _NOBODY.fullmatch(name)


def _is_person(person: Person, is_said: bool) -> bool:
    """Tell whether a claim names a person: by a full name, or because JSON-LD or a class says so."""
    return person.kind in ("author", "account") if is_said else is_full_name(person)


def _agreeing(claims: list[Element]) -> list[Element]:
    """Return the best claim and the others that name only people whom it names, too."""
    known = {letters_of(name) for name in claims[0].names} if claims else set()
    agreeing = [claim for claim in claims if {letters_of(name) for name in claim.names} <= known]
    # A handle (`mara.oduya`) says less than the same name written out.
    full = [claim for claim in agreeing if any(" " in name for name in claim.names)]
    return full or agreeing


def _candidates(facts: Facts, article: JsonNode | None, head: Head, site: set[str]) -> Iterator[tuple[Element, bool]]:
    yield from _from_json(facts, article)
    signed = list(near_headline(head))
    yield from ((claim, _is_linked(claim, head)) for claim in signed)
    yield from _from_markup(facts)
    yield from _from_classes(head, [claim.span for claim in signed if claim.names])
    yield from _from_pages(facts, article, head)
    yield from ((claim, False) for claim in called_bylines(head))
    further = [place for place in facts.articles if place is not article]
    for place in (*further[:1], *facts.pages[:1]):
        yield from _from_json(facts, place)
    yield from _from_metas(facts, site)
    yield from ((claim, False) for claim in beside_dates(head))


def _from_metas(facts: Facts, site: set[str]) -> Iterator[tuple[Element, bool]]:
    """Yield what each kind of meta tag says; several of one kind name one author each."""
    for values in (*(facts.meta(name) for name in _METAS), _labelled(facts)):
        named = [(person, value.span) for value in values for person in _read_meta(value.text, site)]
        if named:
            yield claim_of(named, ", ".join(dict.fromkeys(value.text for value in values)), values[0].origin), False


def _from_scripts(facts: Facts, head: Head) -> list[Element]:
    """Return who wrote the article as scripts say it, if they name one and no other."""
    found = []
    for value in (*facts.data_authors, *authors_in(head.tree.text, facts.others)):
        named = [(person, value.span) for person in _read(value.text)]
        if named and all(is_full_name(person) for person, _ in named):
            found.append(claim_of(named, value.text, value.origin))
    return found[:1] if len({claim.names for claim in found}) == 1 else []


def _from_pages(facts: Facts, article: JsonNode | None, head: Head) -> Iterator[tuple[Element, bool]]:
    """Yield whom links name that lead to the pages that metadata give of the authors."""
    links = links_to_authors(facts, article, head.tree.nodes)
    named = [(named, node) for node in links if (named := _named_in_lines(node, _read))]
    people = [one for names, _ in named for one in names if is_full_name(one[0])]
    if people:
        yield claim_of(people, _listed(people), "markup", named[0][1].attribute("href")), False


_PARTS = pattern(r"\s[-–—|/:»]\s")


def _read_meta(text: str, site: set[str]) -> tuple[Person, ...]:
    """Return whom a meta tag names; with an address in it, that is a house: `Tarrow Courier (www.courier.example)`."""
    people = _read(_without_site(text, site))
    return tuple(person._replace(kind="group") for person in people) if _ADDRESS.search(text) else people


_ADDRESS = pattern(r"\bwww\.|https?:|\w\.(?:com|org|net|info|tv|news|online|de|at|ch|li|lu|it|fr|es|eu|nl|be|pl|uk)\b")


def _without_site(text: str, site: set[str]) -> str:
    """Return a value without the site's name before or behind the author's: `The Courier - Ann Roe`."""
    parts = _PARTS.split(text)
    own = [part for part in parts if letters_of(part) not in site]
    return text if len(own) == len(parts) or not own else ", ".join(own)


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


def _read(text: str) -> tuple[Person, ...]:
    text = collapse(text)
    return read_field(text) if len(text) <= _LONGEST_VALUE else ()


def _from_json(facts: Facts, article: JsonNode | None) -> Iterator[tuple[Element, bool]]:
    for field in ("author", "creator"):
        authors = [person for author in items(member(article, field)) for person in _resolve(facts, author)]
        named = [single for person in authors for single in _named_by(person)]
        if named:
            yield claim_of(named, _listed(named), "JSON-LD", _address_in(authors)), not all(map(_is_desk, authors))


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
    is_desk = _is_desk(author)
    return [
        (person, Span(name.start, name.end))
        for name in names
        if isinstance(name.value, str)
        for person in (_read_house(name.value) if is_desk else _read(name.value))
    ]


def _read_house(name: str) -> tuple[Person, ...]:
    """Return the people whom the name of an organisation names: itself, as it is written, or a person."""
    people, name = _read(name), collapse(name)
    is_person = [person.name for person in people] == [name] and people[0].kind == "author"
    return people if is_person or not people else (Person(name, kind="group"),)


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
            if node.role in ("related", "comments", "menu") or is_of_picture(node):
                continue
            target = target or (node.attribute("href") if node.tag == "a" else None)
            named.extend(_names_in(_name_part(facts, node)))
        if named:
            yield claim_of(named, _listed(named), "markup", target), False


def _name_part(facts: Facts, node: Node) -> Node:
    """Return the element inside an author's markup that holds the name itself."""
    for inner in facts.properties.get("name", ()):
        if node.start < inner.start < node.close:
            return inner
    return node


def _names_in(node: Node) -> list[tuple[Person, Span]]:
    """Return the people whom an element's content or the first of its lines with a name names."""
    content = node.attributes.get("content")
    if content and content[0] < content[1]:
        return [(person, Span(*content)) for person in _read(node.attribute("content") or "")]
    return _named_in_lines(node, _read) or _named_unseen(node)


def _named_unseen(node: Node) -> list[tuple[Person, Span]]:
    """Return the people whom an element without a text names: in its title, or beside the picture in it."""
    inner = build_tree(node.text, tokenize(node.text, node.inner, min(node.close, node.inner + _LONGEST_MARKUP))).nodes
    values = [(node, "title"), *((picture, "alt") for picture in inner if picture.tag == "img")]
    for one, name in values:
        found = _read(one.attribute(name) or "")
        if found and all(map(is_full_name, found)):
            return [(person, Span(*one.attributes[name])) for person in found]
    return []


def _named_in_lines(node: Node, read: Callable[[str], tuple[Person, ...]]) -> list[tuple[Person, Span]]:
    """Return the people of the first line of an element that names somebody."""
    if node.close - node.inner > _LONGEST_MARKUP:
        return []
    inner = gather(build_tree(node.text, tokenize(node.text, node.inner, node.close)))
    for piece in inner.pieces[:4]:
        found = read(piece.text) if len(piece.text) <= _LONGEST_MARKED else ()
        if any(_is_name(person.name) for person in found):
            return [(person, piece.span) for person in found]
    return []


def _read_marked(text: str) -> tuple[Person, ...]:
    """Read a line that may have other words around the names: a date, a label or a sentence."""
    byline = read_line(text).placed_byline
    if byline:
        return byline.people
    is_more = len(text.split()) > _MOST_WORDS or any(sign in text for sign in ":|0123456789")
    return () if is_more else _read(text)


_MOST_MARKED = 6


def _from_classes(head: Head, read: list[Span]) -> Iterator[tuple[Element, bool]]:
    """Yield what elements name that their classes or their links call the author: near the headline, else the first.

    `read` are the bylines that are read already.
    """
    last: Node | None = None
    claims: list[tuple[list[tuple[Person, Span]], str | None]] = []
    for node in _marked(head, read)[:_MOST_MARKED]:
        named = _named_in_lines(node, _read_marked) or _handle_in(node)
        if not named:
            continue
        if last is not None and _is_next(last, node) and all(is_full_name(person) for person, _ in named):
            claims[-1][0].extend(named)
        else:
            claims.append((named, node.attribute("href") if node.tag == "a" else None))
        last = node
    yield from ((claim_of(named, _listed(named), "markup", target), True) for named, target in claims)


def _handle_in(node: Node) -> list[tuple[Person, Span]]:
    """Return the handle in an element that is called one of a user: `r23`."""
    name = node.text[node.inner : node.close].strip()
    if "user" not in node.words or not _USER.fullmatch(name) or not any(map(str.isalpha, name)):
        return []
    return [(Person(name, kind="account"), Span(node.inner, node.close))]


_USER = pattern(r"\w[\w.-]{2,29}")
_JOINT = pattern(r"(?:<[^<>]*>|[\s,;/|&·•+]|&nbsp;|&amp;|\b(?:und|and|et|y|e|en|og)\b)*")


def _is_next(one: Node, other: Node) -> bool:
    """Tell whether two links to different pages stand side by side, with no words but “and” between them."""
    if one.tag != "a" or other.tag != "a" or one.attribute("href") == other.attribute("href"):
        return False
    between = one.text[one.close : other.start]
    return len(between) <= _LONGEST_MARKED and _JOINT.fullmatch(between) is not None


def _marked(head: Head, read: list[Span]) -> list[Node]:
    marked = [node for node in head.tree.nodes if node.words and _names_author(node) and not _is_read(node, read)]
    start, stop = _range_of_head(head)
    near = [node for node in marked if start <= node.start < stop]
    return near or _linked(head, read) or marked[:1]


def _linked(head: Head, read: list[Span]) -> list[Node]:
    """Return the links near the headline, but not in the text, that lead to the page of an author."""
    start, stop = _range_of_head(head)
    text = [piece.span for piece in head.pieces if piece.is_body and piece.link_size * 2 < len(piece.text)]
    links = [node for node in head.tree.nodes if node.tag == "a" and start <= node.start < stop]
    return [node for node in links if leads_to_author(node) and not _is_read(node, [*read, *text])]


def _is_read(node: Node, read: list[Span]) -> bool:
    return any(node.start < span.end and span.start < node.end for span in read)


def _is_linked(claim: Element, head: Head) -> bool:
    """Tell whether the short name in a byline leads to an author's page, so that it is a name."""
    if any(map(is_full_name, claim.people)):
        return False
    return any(node.tag == "a" and _is_read(node, [claim.span]) and leads_to_author(node) for node in head.tree.nodes)


def _names_author(node: Node) -> bool:
    parent = node.parent
    if role_of(node, node.words) != "byline" or node.is_unseen or (parent is not None and parent.role in ELSEWHERE):
        return False
    return parent is None or not parent.words or role_of(parent, parent.words) != "byline"


def _range_of_head(head: Head) -> tuple[int, int]:
    """Return the source around the headline, from some pieces before it to the body's first lines."""
    if not head.pieces:
        return 0, 0
    first = max(0, head.headline - BEFORE)
    last = min(len(head.pieces), max(head.headline, head.body_start) + AFTER) - 1
    return head.pieces[first].span.start, head.pieces[last].span.end
