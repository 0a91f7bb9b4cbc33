"""Take out of a body what leads to other articles: lists of links, lines of links, cards, and what is announced so.

A card is an element with a linked title and a few words of text, among others of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newslint.formats.html.pieces import Piece
from newslint.formats.html.tree import Node
from newslint.newsroom.lines import read_line
from newslint.newsroom.services import speaks_of_site
from newslint.patterns import pattern

LINKED = 0.75  # a list with a larger share of its text in links leads to other pages
LONGEST_LEAD_IN = 16  # code points beside the link of a teaser, if no mark ends them
_LEAD_IN = pattern(r"[^:|»>\n]{3,40}[:|»>]\s*")
_FEWEST_CARDS = 3
_LONGEST_CARD = 700  # code points
_SHORTEST_TITLE = 15  # code points
_TITLE_LINKED = 0.9  # the share of a title that is a link
# Short cards at the end may hold more of a body that has so much text above them.
_SHORT_CARD, _MOST_AT_END, _SHORTEST_ARTICLE = 220, 0.8, 300
_MOST_OF_BODY = 0.45  # cards that hold more of the body are the article, such as a list of products
_DEEPEST = 6  # elements from a title up to its card
_SHORTEST_PROSE = 200  # code points; after a paragraph of this length that is not a link, the article goes on
_LONGEST_ANNOUNCEMENT = 60  # code points
_CARD_TAGS = frozenset("li article div section td tr a".split())


def drop_teasers(pieces: list[Piece], first: int) -> None:
    """Give what leads away the role of related links; `first` is the index of the piece after the headline."""
    _drop_links(pieces)
    _drop_cards(pieces)
    _drop_tail(pieces, first)
    _drop_pitches(pieces[first:])


@cache
def _source_heading() -> re.Pattern[str]:
    return pattern(
        r"\W*(?:sources?|references?|further\ reading|notes?|footnotes?|documents?|methodology|bibliography|quellen)\b",
        re.IGNORECASE,
    )


def _drop_links(pieces: list[Piece]) -> None:
    """Take out lists and lines of the body that only lead to other pages; lists of the article's sources stay."""
    lists: dict[int, list[Piece]] = {}
    before: dict[int, Piece | None] = {}
    last: Piece | None = None
    for piece in pieces:
        if not piece.is_body:
            continue
        holder = _list_of(piece.node) if piece.kind == "list-item" else None
        if holder is not None:
            lists.setdefault(holder.number, []).append(piece)
            before.setdefault(holder.number, last)
        elif piece.kind == "paragraph" and _is_teaser(piece):
            piece.is_body, piece.role = False, "related"
        else:
            last = piece
    for number, members in lists.items():
        if _leads_away(members, before[number]):
            _lead_away(members)


def _leads_away(members: list[Piece], head: Piece | None) -> bool:
    """Tell whether the items of a list are links to other pages and not the article's sources."""
    if sum(piece.link_size for piece in members) < LINKED * _size(members) and not all(map(_is_teaser, members)):
        return False
    return head is None or len(head.text) >= 60 or not _source_heading().match(head.text)


def _is_teaser(piece: Piece) -> bool:
    """Tell whether a line is a link, perhaps with a few words before it: `Read more: …`."""
    own = len(piece.text) - piece.link_size
    if piece.link_size < 12 or own > 0.7 * piece.link_size:
        return False
    if own > min(LONGEST_LEAD_IN, piece.link_size / 2):
        lead_in = _LEAD_IN.match(piece.text)
        if lead_in is None or abs(lead_in.end() - own) > 2:
            return False
    return not _is_byline(piece, own) and _source_heading().match(piece.text) is None


def _is_byline(piece: Piece, own: int) -> bool:
    """Tell whether a line is a “By” and linked names, and nothing else."""
    byline = read_line(piece.text).byline if 0 < own <= LONGEST_LEAD_IN else None
    return byline is not None and byline.start == 0 and byline.end == len(piece.text)


def _list_of(node: Node) -> Node | None:
    """Return the list that an element is or lies in, within seven steps."""
    found: Node | None = node
    for _ in range(8):
        if found is None or found.tag in ("ul", "ol", "dl", "menu"):
            return found
        found = found.parent
    return None


def _drop_cards(pieces: list[Piece]) -> None:
    """Give the pieces of cards in the body the role of related links."""
    body = [piece for piece in pieces if piece.is_body]
    holders = _alike(list(filter(_is_title, body)))
    cards = list(filter(_is_card, _pieces_by_holder(body, holders).values()))
    found = {piece.index: piece for members in cards for piece in members}.values()
    if len(cards) < _FEWEST_CARDS:
        return
    is_short = _size(found) <= _SHORT_CARD * len(cards)
    most = _MOST_AT_END if is_short and _are_at_end(body, min(piece.index for piece in found)) else _MOST_OF_BODY
    if _size(found) <= most * _size(body):
        _lead_away(found)


def _are_at_end(body: list[Piece], first: int) -> bool:
    """Tell whether an article stands above the first of some cards, and no long paragraph below it."""
    above = sum(len(piece.text) - piece.link_size for piece in body if piece.index < first and piece.kind != "heading")
    return above >= _SHORTEST_ARTICLE and not any(_is_prose(piece) for piece in body if piece.index > first)


def _size(pieces: Iterable[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _lead_away(pieces: Iterable[Piece]) -> None:
    """Take pieces that are part of the body out of it."""
    for piece in pieces:
        if piece.is_body:
            piece.is_body, piece.role = False, "related"


def _is_title(piece: Piece) -> bool:
    return len(piece.text) >= _SHORTEST_TITLE and piece.link_size >= _TITLE_LINKED * len(piece.text)


def _alike(titles: list[Piece]) -> set[int]:
    """Return the numbers of the elements that hold a title and have neighbours of their tag and names that do."""
    kinds: dict[tuple[int, str, str], set[int]] = {}
    for title in titles:
        for node in _holders(title.node):
            if node.parent is not None and node.tag in _CARD_TAGS:
                kinds.setdefault((node.parent.number, node.tag, node.words), set()).add(node.number)
    return {number for numbers in kinds.values() if len(numbers) >= _FEWEST_CARDS for number in numbers}


def _holders(node: Node) -> list[Node]:
    found = [node]
    while len(found) < _DEEPEST and found[-1].parent is not None:
        found.append(found[-1].parent)
    return found


def _pieces_by_holder(body: list[Piece], holders: set[int]) -> dict[int, list[Piece]]:
    inside: dict[int, list[Piece]] = {}
    for piece in body if holders else ():
        for node in _holders(piece.node):
            if node.number in holders:
                inside.setdefault(node.number, []).append(piece)
    return inside


def _is_card(members: list[Piece]) -> bool:
    size = _size(members)
    return len(members) >= 2 and size <= _LONGEST_CARD and _is_title(next(filter(_is_long, members), members[0]))


def _is_long(piece: Piece) -> bool:
    return len(piece.text) >= _SHORTEST_TITLE


def _drop_tail(pieces: list[Piece], first: int) -> None:
    """Take out the end of a body from a line such as `Related articles` on, if no long paragraph comes after it."""
    body = [piece for piece in pieces[first:] if piece.is_body]
    start = size = len(body)
    for at in range(size - 1, -1, -1):
        if _is_prose(body[at]) or (body[at].kind == "heading" and _source_heading().match(body[at].text)):
            break
        if len(body[at].text) <= _LONGEST_ANNOUNCEMENT and read_line(body[at].text).boilerplate == "related":
            start = at
    _lead_away(body[start:])


def _drop_pitches(pieces: list[Piece]) -> None:
    """Take out what the site says of its services behind the article's last words."""
    for piece in reversed(pieces):
        if piece.is_body:
            role = read_line(piece.text).boilerplate or ("call-to-action" if speaks_of_site(piece.text) else "")
            if not role:
                return
            piece.is_body, piece.role = False, role


def _is_prose(piece: Piece) -> bool:
    return piece.kind != "heading" and len(piece.text) - piece.link_size >= _SHORTEST_PROSE
