"""Find when a page says that its article was published and updated; it believes no impossible year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from newslint.article import Element
from newslint.formats.html.address_dates import date_in_address
from newslint.formats.html.blocks import gather
from newslint.formats.html.facts import Facts, Value, string_value
from newslint.formats.html.hints import role_of
from newslint.formats.html.local_time import in_local_time
from newslint.formats.html.pieces import Piece
from newslint.formats.html.scripts import dates_in
from newslint.formats.html.tokens import tokenize
from newslint.formats.html.tree import Node, build_tree
from newslint.located_json import JsonNode, member
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
    published_time dcterms.created dcterms.issued dc.date.issued dc.date.created dc.created article.published
    cxenseparse:recs:publishtime cxenseparse:publishtime article_date_original originalpublicationdate
    displaydate last-publish-date rnews:datepublished citation_date
    citation_publication_date shareaholic:article_published_time published pub_date bt:pubdate article.created
    created datecreated og:pubdate vr:published_time timestamp
    """.split()
)
# Many systems give the last change in these: they count where a date near the headline says the same or there is none.
_VAGUE_METAS = ("dc.date", "dcterms.date", "date")
_UPDATED_METAS = tuple(
    """
    article:modified_time og:updated_time og:article:modified_time article:modified datemodified lastmod
    last-modified dcterms.modified dc.date.modified article.updated revised bt:moddate modified_time
    shareaholic:article_modified_time
    """.split()
)
# So many of each list stand for a moment and nothing else.
_STATING = 4
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
        if kind == "published" and not claims:
            claims += _far_from_headline(facts, pieces, headline, nodes)
        claims = in_local_time(claims, kind)
        stated = (*_stated(facts, article, kind), *_visible(pieces, headline, kind, is_sure=True))
        claims += [_odd(kind, value) for value in stated if read_timestamp(value.text) is None]
    return claims if any(claim.kind == "published" for claim in claims) else [*_only_dates(claims, pieces), *claims]


def _only_dates(claims: list[Element], pieces: list[Piece]) -> list[Element]:
    """Return the date of a page that dates nothing but a change, which is then all that says how old its text is."""
    said = next((claim for claim in claims if claim.value), None)
    if said is not None:
        return [said._replace(kind="published")]
    lines = _in_lines(_around_body([piece for piece in pieces if _may_state(piece)]), "updated", is_labelled=True)
    read = ((moment, value) for value in lines if (moment := read_timestamp(value.text)))
    return [Element("published", value.text, value.span, value.origin, value=moment) for moment, value in read][:1]


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
    yield from (value for name, values in facts.metas.items() if _PUBLISHED_NAME.search(name) for value in values)
    shown = list(_shown(facts, pieces, headline, nodes))
    vague = facts.meta(*_VAGUE_METAS)
    yield from (*vague, *shown) if not _days(vague).isdisjoint(_days(shown)) else (*shown, *vague)
    yield from _said(article, "dateCreated", "uploadDate")
    for place in facts.pages:
        yield from _said(place, "datePublished", "uploadDate", "dateCreated")
    yield from _properties(facts, "dateCreated")


def _shown(facts: Facts, pieces: list[Piece], headline: int, nodes: list[Node]) -> Iterator[Value]:
    """Yield the dates near the headline that elements and lines give."""
    yield from _marked_times(facts, pieces, headline)
    lines = list(_visible(pieces, headline, "published"))
    yield from lines or _from_classes(nodes, pieces, headline)


def _days(values: list[Value]) -> set[str]:
    return {moment[:10] for value in values if (moment := read_timestamp(value.text))}


# Names of meta tags that end like these, whatever system invents them: `cms:published_at`, `story.publicationDate`.
_PUBLISHED_NAME = pattern(
    r"(?:publish(?:ed|ing)?|publication|pub|post(?:ed)?|issued?|created?|creation|released?|upload(?:ed)?)"
    r"[-_. ]?(?:date|time|at|on)$|(?:date|time|first)[-_. ]?(?:publish(?:ed)?|publication|posted|issued|created)$"
    r"|[:.](?:published|uploaded|created|issued)$"
)


def _far_from_headline(facts: Facts, pieces: list[Piece], headline: int, nodes: list[Node]) -> list[Element]:
    """Return the one date that the page gives elsewhere: the surest kind of place that gives one and no other."""
    for candidates in _places_of_dates(facts, pieces, headline, nodes):
        read = [(moment, value) for value in candidates if (moment := read_timestamp(value.text))]
        if len({moment[:10] for moment, _ in read}) == 1:
            moment, value = read[0]
            return [Element("published", value.text, value.span, value.origin, value=moment)]
    return []


def _places_of_dates(facts: Facts, pieces: list[Piece], headline: int, nodes: list[Node]) -> Iterator[Iterable[Value]]:
    """Yield what each kind of place says, the surest first, the page's address last."""
    own = [piece for piece in pieces if _may_state(piece)]
    yield _in_lines([piece for piece in own if piece.kind in ("paragraph", "list-item")], is_labelled=True)
    yield _in_lines(_beside_headline(pieces, headline), is_labelled=False)
    yield _in_marked(node for node in nodes if node.words)
    yield _from_times(_in_article(facts.times))
    yield _in_lines(_around_body(own), is_labelled=False)
    yield _from_opening(pieces)
    yield dates_in(nodes[0].text, facts.others) if nodes else ()
    yield _from_title(facts)
    yield _in_lines([piece for piece in pieces if piece.role == "footer"], is_labelled=False)
    yield date_in_address(facts)


def _beside_headline(pieces: list[Piece], headline: int) -> list[Piece]:
    """Return the lines right above and below the headline, whatever their part is called, that are not links."""
    beside = pieces[max(0, headline - 2) : headline + 3] if headline >= 0 else []
    return [piece for piece in beside if _is_line_beside(piece) and len(piece.text) <= LONGEST_LINE]


def _around_body(pieces: list[Piece]) -> list[Piece]:
    """Return the lines beside the body that are not links, from some before it to some behind it."""
    body = [at for at, piece in enumerate(pieces) if piece.is_body]
    around = pieces[max(0, body[0] - _BEFORE) : body[-1] + _BEFORE] if body else pieces
    return [piece for piece in around if _is_line_beside(piece)]


def _is_line_beside(piece: Piece) -> bool:
    is_line = piece.kind == "paragraph" or (piece.kind == "heading" and _is_only_date(piece.text))
    if not is_line or piece.link_size * 2 >= len(piece.text):
        return False
    return not piece.is_body or len(piece.text) <= _LONGEST_ALONE


_LONGEST_ALONE = 40  # code points of a date with a word or two


def _in_lines(pieces: list[Piece], element: ElementKind = "published", *, is_labelled: bool) -> Iterator[Value]:
    """Yield the dates of publication or change that lines state, with a word that says so or without."""
    for piece in pieces:
        for found in read_line(piece.text).dates:
            if found.element == element and found.is_labelled >= is_labelled:
                span = piece.prose.locate(found.start, found.end)
                yield Value(piece.text[found.start : found.end], span, "convention")


def _from_opening(pieces: list[Piece]) -> Iterator[Value]:
    """Yield the date that opens the first paragraph of the body."""
    first = next((piece for piece in pieces if piece.is_body and piece.kind == "paragraph"), None)
    found = read_line(first.text).opening_date if first is not None else None
    if first is not None and found is not None:
        yield Value(first.text[found.start : found.end], first.prose.locate(found.start, found.end), "convention")


def _from_times(times: Iterable[Node]) -> Iterator[Value]:
    """Yield the times of `<time>` elements that are not those of comments or changes."""
    for node in times:
        value = value_of(node, "datetime", "content")
        if value and not (_says_updated(node) or _is_of_comment(node)):
            yield value


def _from_title(facts: Facts) -> Iterator[Value]:
    """Yield the date behind a bar in the page's title: `Harbour lift shut | Tarrow Courier | 28.04.2023`."""
    title = facts.title
    if title is not None and "|" in title.text:
        for found in read_line(title.text.rpartition("|")[2].strip()).dates:
            yield Value(title.text[-(found.end - found.start) :], title.span, title.origin)


def _updated(facts: Facts, article: JsonNode | None, pieces: list[Piece], headline: int) -> Iterator[Value]:
    yield from _said(article, "dateModified")
    yield from facts.meta(*_UPDATED_METAS)
    yield from _properties(facts, "dateModified")
    yield from _visible(pieces, headline, "updated")


def _said(place: JsonNode | None, *names: str) -> Iterator[Value]:
    for name in names:
        said = member(place, name) if place is not None else None
        value = string_value(said) or _number_in(said)
        if value:
            yield value


def _number_in(place: JsonNode | None) -> Value | None:
    """Return the seconds or milliseconds since 1970 that JSON gives as a number, not a string."""
    if place is None or not isinstance(place.value, int) or place.value < _FIRST_SECOND:
        return None
    return Value(str(place.value), Span(place.start, place.end), "JSON-LD")


_FIRST_SECOND = 100_000_000


def _properties(facts: Facts, name: str) -> Iterator[Value]:
    for node in facts.properties.get(name, ())[:3]:
        value = value_of(node, "content", "datetime", "title")
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
    """Yield the times near the headline, those called a publication date first, then others that are called so."""
    named = [node for node in facts.times if "pubdate" in node.attributes or "publish" in node.words]
    near = _near_headline(facts.times, pieces, headline)
    times = (*sorted(near, key=lambda node: node not in named), *named[:2])
    yield from _from_times(_in_article(times) if len(facts.times) > 1 else times)


def _in_article(nodes: Iterable[Node]) -> list[Node]:
    return [node for node in nodes if node.role not in ELSEWHERE]


def _is_of_comment(node: Node) -> bool:
    """Tell whether a time stands in a link to a comment, as the times of comments do."""
    return node.parent is not None and "#comment" in (node.parent.attribute("href") or "")


_MARKS = tuple(
    """
    datetime title content data-date-time data-datetime data-date data-time data-published data-timestamp data-pubdate
    data-publish-date data-published-date data-publication-date data-utc data-epoch data-unixtime data-iso
    """.split()
)


def _from_classes(nodes: list[Node], pieces: list[Piece], headline: int) -> Iterator[Value]:
    """Yield what elements near the headline say that their classes call a date."""
    yield from _in_marked(node for node in _near_headline(nodes, pieces, headline) if node.words)


def _in_marked(nodes: Iterable[Node]) -> Iterator[Value]:
    """Yield what elements say that their classes call a date, in an attribute or their own text."""
    for node in nodes:
        if node.role in ELSEWHERE or role_of(node, node.words) != "published" or _says_updated(node):
            continue
        for value in (value_of(node, *(name for name in _MARKS if name in node.attributes)), *_own_dates(node)):
            if value:
                yield value


def _own_dates(node: Node) -> Iterator[Value]:
    """Yield the text of an element, or the dates in its lines."""
    value = value_of(node)
    if value and read_timestamp(value.text):
        yield value
    elif 0 < node.close - node.inner < _LONGEST_MARKUP:
        yield from _in_lines(
            gather(build_tree(node.text, tokenize(node.text, node.inner, node.close))).pieces, is_labelled=False
        )


_LONGEST_MARKUP = 600


def _says_updated(node: Node) -> bool:
    """Tell whether an element's names call its time that of a change, and not that of publication, too."""
    names = f"{node.attribute('class') or ''} {node.attribute('itemprop') or ''}".lower()
    return ("updat" in names or "modif" in names) and "publi" not in names


def _near_headline(times: list[Node], pieces: list[Piece], headline: int) -> list[Node]:
    """Return the `<time>` elements near the headline, those below it first; none where the page has no headline."""
    if not 0 <= headline < len(pieces):
        return []
    start = pieces[max(0, headline - _BEFORE)].span.start
    stop = pieces[min(len(pieces) - 1, headline + _AFTER)].span.end
    near = [node for node in times if start <= node.start <= stop]
    return sorted(near, key=lambda node: pieces[headline].span.start > node.start)


def _visible(pieces: list[Piece], headline: int, element: str, *, is_sure: bool = False) -> Iterator[Value]:
    """Yield the dates in the lines near the headline, those below it first, and in lines that classes call so.

    With `is_sure`, a word or a class says what the date is: others may be of a birth or an event.
    """
    first = max(0, headline - _BEFORE) if headline >= 0 else 0
    last = headline + _AFTER if headline >= 0 else 25
    order = [*pieces[max(0, headline) : last], *reversed(pieces[first : max(0, headline)])]
    named = [piece for piece in pieces if piece.role in _DATED and piece not in order][:4]
    of_others = _below_teasers(pieces, headline)
    for piece in (*order, *named):
        if piece.index not in of_others and _may_state(piece):
            yield from _stated_in(piece, element, is_sure)


def _stated_in(piece: Piece, element: str, is_sure: bool) -> Iterator[Value]:
    for found in read_line(piece.text).dates:
        if found.element == element and (found.is_labelled or piece.role in _DATED or not is_sure):
            span = piece.prose.locate(found.start, found.end)
            yield Value(piece.text[found.start : found.end], span, "convention")


def _below_teasers(pieces: list[Piece], headline: int) -> set[int]:
    """Return the pieces right below headings that lead elsewhere: they are of another article."""
    return {
        piece.index
        for before, piece in pairwise(pieces)
        if before.kind == "heading" and before.index > headline and _is_teaser(before)
    }


def _is_teaser(heading: Piece) -> bool:
    """Tell whether a heading is a link and so long as a headline."""
    return heading.link_size * 2 >= len(heading.text) and heading.text.count(" ") >= _FEWEST_SPACES


_FEWEST_SPACES = 4


_DATED = ("published", "updated", "byline")


def _may_state(piece: Piece) -> bool:
    if len(piece.text) > LONGEST_LINE or piece.role in ELSEWHERE:
        return False
    return piece.kind != "heading" or piece.role in _DATED or _is_only_date(piece.text)


def _is_only_date(text: str) -> bool:
    """Tell whether a heading is a date and nothing else, as some systems put above the articles of a day."""
    dates = read_line(text).dates if len(text) <= _LONGEST_ALONE else []
    return len(dates) == 1 and len(text) - (dates[0].end - dates[0].start) <= len("[]")
