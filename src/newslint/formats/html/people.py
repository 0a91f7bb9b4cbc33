"""Find who signs a page's article, in metadata, markup and visible lines; it judges nobody's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.article import Element
from newslint.formats.html.blocks import Piece, gather
from newslint.formats.html.facts import Facts, collapse
from newslint.formats.html.headline import squeeze
from newslint.formats.html.json_ld import Place, items, member, types_of
from newslint.formats.html.tokens import tokenize
from newslint.formats.html.tree import Node, build_tree
from newslint.parts import Origin
from newslint.patterns import pattern
from newslint.source import Span

_METAS = tuple(
    """
    author article:author og:article:author article:author_name dc.creator dcterms.creator dc.contributor byl byline
    parsely-author sailthru.author authors author_name rbauthors cxenseparse:author vr:author
    shareaholic:article_author_name mediator_author citation_author article:authors twitter:data1
    """.split()
)
_OPENER = pattern(
    r"^\W*(?:(?:written|posted|published|reported|story|text|words|article|photographs?|edited|submitted|compiled|analysis|opinion|review)\s+)?(?:by|von|par|por|di|door|av|af|author|autor|reporter)\b[\s:]+",
    re.IGNORECASE,
)
_SPLIT = pattern(
    r"(?:(?<!\s)\s+)?(?:[;|•·\n]|\s/\s|\band\b|&|\bund\b|\bet\b|\bog\b|\boch\b|\sy\s|,\s+and\b)\s*", re.IGNORECASE
)
_SUFFIX = pattern(r"(?:jr|sr|ii|iii|iv|md|phd|ph\.d|m\.d|esq|dr)\.?$", re.IGNORECASE)
_JOB = pattern(
    r"""\b(?:editor|reporter|writer|correspondent|columnist|contributor|journalist|producer|photographer|director|professor|analyst|critic|
    staff|bureau|news|press|times|media|magazine|desk|team|agency|service|network|post|daily|online|redaktion|redakteur(?:in)?|reporters|editors|
    chief|senior|university|institute|fellow|redacci[oó]n|r[ée]daction|presse|associated|reuters|bloomberg|afp|dpa|apa|admin|administrator|guest|newsroom|wire|tv|radio|inc|ltd|llc|gmbh|group|zeitung|redacao|redação|journal|tribune|herald|gazette|web|digital|blog|\.com|department|office|council|foundation)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_A_NAME = pattern(r"https?:|www\.|@|//|\d{3,}|^\d+$|[<>{}=]")
_TRAILER = pattern(
    r"""(?:(?<!\s)\s+)?(?: \(.*\)? | \[.* | [–—-]\s.* | \bfor\b\s.* | ,?\s\b(?:in|of|from|at|is|on)\b\s.*
    | \b(?:updated|published|special\ to)\b.* )$""",
    re.IGNORECASE | re.VERBOSE,
)
# What content management systems print where nobody is named.
_NOBODY = pattern(r"(?:no author|unknown|undefined|null|none|n/?a|default|anonymous|author|admin|test)", re.IGNORECASE)


def find_bylines(
    facts: Facts, article: Place | None, pieces: list[Piece], headline: int, body_start: int, site: set[str]
) -> list[Element]:
    """Return byline claims, best first: those that name people before those that name only a desk or an agency."""
    persons: list[Element] = []
    others: list[Element] = []
    for claim, is_person in _candidates(facts, article, pieces, headline, body_start):
        names, good = _sort_names(claim.names, site, is_person)
        if good:
            persons.append(_with_names(claim, good))
        elif names:
            others.append(_with_names(claim, names))
    return _agreeing([*persons, *others])


def _agreeing(claims: list[Element]) -> list[Element]:
    """Return the best claim and the others that name only people whom it names, too."""
    if not claims:
        return []
    known = {squeeze(name) for name in claims[0].names}
    return [claim for claim in claims if {squeeze(name) for name in claim.names} <= known]


def _with_names(claim: Element, names: list[str]) -> Element:
    return Element("byline", claim.text, claim.span, claim.origin, tuple(names), target=claim.target)


def _candidates(
    facts: Facts, article: Place | None, pieces: list[Piece], headline: int, body_start: int
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
        yield _claim([(name, value.span) for name in split_names(value.text)], value.text, value.origin), False
    for place in facts.pages[:1]:
        yield from _from_json(facts, place)


def _claim(named: list[tuple[str, Span]], text: str, origin: Origin, target: str | None = None) -> Element:
    span = Span(min(span.start for _, span in named), max(span.end for _, span in named)) if named else Span(0, 0)
    return Element("byline", text, span, origin, tuple(dict.fromkeys(name for name, _ in named)), target=target)


def _from_json(facts: Facts, article: Place | None) -> Iterator[tuple[Element, bool]]:
    for field in ("author", "creator"):
        people: list[tuple[str, Span]] = []
        desks: list[tuple[str, Span]] = []
        target: str | None = None
        for author in items(member(article, field)):
            for person in _resolve(facts, author):
                is_desk = isinstance(person.value, dict) and any(
                    kind.endswith(("Organization", "WebSite", "Corporation")) for kind in types_of(person)
                )
                named = items(member(person, "name")) if isinstance(person.value, dict) else [person]
                address = member(person, "url", "sameAs")
                if target is None and address is not None and isinstance(address.value, str):
                    target = address.value
                for name in named:
                    if isinstance(name.value, str):
                        found = [(single, Span(name.start, name.end)) for single in split_names(name.value)]
                        (desks if is_desk else people).extend(found)
        if people:
            yield _claim(people, ", ".join(name for name, _ in people), "JSON-LD", target), True
        if desks:
            yield _claim(desks, ", ".join(name for name, _ in desks), "JSON-LD", target), False


def _resolve(facts: Facts, author: Place) -> list[Place]:
    """Follow a reference to an object that stands elsewhere on the page."""
    if isinstance(author.value, dict) and "name" not in author.value:
        name = member(author, "@id")
        if name is not None and isinstance(name.value, str) and name.value in facts.named:
            return [facts.named[name.value]]
    return [author]


def _from_markup(facts: Facts) -> Iterator[tuple[Element, bool]]:
    for nodes in (facts.properties.get("author", []), facts.author_links):
        named: list[tuple[str, Span]] = []
        target: str | None = None
        for node in nodes[:6]:
            if node.tag in ("meta", "link"):
                continue
            if node.role in ("related", "comments", "menu"):
                continue
            target = target or (node.attribute("href") if node.tag == "a" else None)
            named.extend(_names_in(_name_part(facts, node)))
        if named:
            yield _claim(named, ", ".join(name for name, _ in named), "markup", target), False


def _name_part(facts: Facts, node: Node) -> Node:
    """Return the element inside an author's markup that holds the name itself."""
    for inner in facts.properties.get("name", ()):
        if node.start < inner.start < node.close:
            return inner
    return node


def _names_in(node: Node) -> list[tuple[str, Span]]:
    content = node.attributes.get("content")
    if content and content[0] < content[1]:
        return [(name, Span(*content)) for name in split_names(collapse(node.attribute("content") or ""))]
    if node.close - node.inner > 4000:
        return []
    inner = gather(build_tree(node.text, tokenize(node.text, node.inner, node.close)))
    found: list[tuple[str, Span]] = []
    for piece in inner.pieces[:4]:
        if len(piece.text) <= 160:
            found.extend((name, piece.span) for name in split_names(piece.text))
        if found:
            break
    return found


_BY = pattern(r"\W*(?:by|von|par|por)\b", re.IGNORECASE)


def _visible(pieces: list[Piece], headline: int, body_start: int) -> Iterator[tuple[Element, bool]]:
    """Yield the lines near the headline that sign the article."""
    from newslint.newsroom.bylines import read_byline

    first = max(0, headline - 5)
    last = max(headline + 16, min(body_start + 3, headline + 40)) if headline >= 0 else body_start + 3
    marked = [piece for piece in pieces if piece.role == "byline"]
    near = [piece for piece in pieces[first:last] if piece.role not in ("menu", "comments", "related")]
    for piece in near:
        is_marked = piece.role == "byline"
        if len(piece.text) > 260 or piece.kind == "heading":
            continue
        found = read_byline(piece.text, is_placed=is_marked)
        if found and (is_marked or (found.start <= 3 and _BY.match(piece.text))):
            yield (
                _claim(
                    [(name, piece.prose.locate(found.start, found.end)) for name in found.names],
                    piece.text[found.start : found.end],
                    "convention",
                ),
                False,
            )
    for piece in marked[:6]:
        if piece not in near and len(piece.text) < 160:
            found = read_byline(piece.text, is_placed=True)
            if found:
                yield (
                    _claim(
                        [(name, piece.prose.locate(found.start, found.end)) for name in found.names],
                        piece.text[found.start : found.end],
                        "convention",
                    ),
                    False,
                )


def split_names(text: str) -> list[str]:
    """Return the names in a metadata value, without openers, jobs, addresses and handles."""
    text = collapse(text)
    if not text or len(text) > 300:
        return []
    text = _OPENER.sub("", text)
    found: list[str] = []
    for part in _SPLIT.split(text):
        for single in _split_commas(part):
            name = _clean_name(single)
            if name and name not in found:
                found.append(name)
    return found


def _split_commas(part: str) -> Iterable[str]:
    singles = [single.strip() for single in part.split(",") if single.strip()]
    if len(singles) == 2 and " " not in singles[0] and " " not in singles[1] and not _SUFFIX.match(singles[1]):
        # Roe, Ann
        return (
            [f"{singles[1]} {singles[0]}"]
            if singles[0][0].isupper() and singles[1][0].isupper() and not _JOB.search(part)
            else singles
        )
    kept: list[str] = []
    for single in singles:
        if kept and _SUFFIX.match(single):
            kept[-1] = f"{kept[-1]}, {single}"
        elif not kept or (not _JOB.search(single) and not single[0].islower()):
            kept.append(single)
    return kept


def _clean_name(text: str) -> str:
    name = _OPENER.sub("", text.strip())
    name = _TRAILER.sub("", name).strip(' \t,;:|-–—·•"“”')
    if (
        not name
        or len(name) > 70
        or _NOT_A_NAME.search(name)
        or len(name.split()) > 6
        or len(name) < 2
        or _NOBODY.fullmatch(name)
    ):
        return ""
    return name


def _sort_names(names: tuple[str, ...], site: set[str], is_person: bool) -> tuple[list[str], list[str]]:
    """Return all names of a claim, and those that are people's."""
    kept: list[str] = []
    seen: set[str] = set()
    for name in names:
        key = squeeze(name)
        if key and key not in seen:
            seen.add(key)
            kept.append(name)
    good = [name for name in kept if squeeze(name) not in site and _is_person(name, is_person)]
    return kept, good


def _is_person(name: str, is_said: bool) -> bool:
    words = name.split()
    if _JOB.search(name):
        return False
    if is_said:
        return True
    return len(words) >= 2 and (words[0][0].isupper() or not words[0][0].isascii())
