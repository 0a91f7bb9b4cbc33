"""Choose which pieces of a page are the article's body; it names what the others are and reads no metadata.

Every piece weighs what a reader would read of it: its characters outside links, if it reads like a sentence. Parts
that call themselves menus, related links or comments weigh nothing, unless they hold most of the page. From the root
one goes down into the child that holds nearly all that is left, more readily where names and tags say "article body".
"""

from __future__ import annotations

import re
from functools import cache

from newslint.formats.html.facts import letters_of
from newslint.formats.html.hints import asks_consent, is_body, naming_words, role_of
from newslint.formats.html.pieces import Piece
from newslint.formats.html.tree import Node, Tree
from newslint.parts import Role
from newslint.patterns import pattern

# Shares of the weight, chosen on development pages.
LARGEST_PART = 0.4  # parts of one name that hold more of the page are not menus, whatever they are called
GO_DOWN = 0.85
GO_DOWN_ARTICLE = 0.5
GO_DOWN_BODY = 0.4
SAME_BODY = 0.05  # a neighbour that is called body, too, and holds this share of the parent belongs to it
QUOTED = 0.5  # so much of the text that metadata repeat must be on the page to be believed
LONGEST_SOFT = 600  # code points; a byline or dek that is longer is none
LINKED = 0.75  # a list with a larger share of its text in links leads to other pages
LONGEST_LEAD_IN = 16  # code points beside the link of a teaser
_SOFT = frozenset({"byline", "published", "updated", "dek", "caption", "author-bio"})
_SENTENCE_END = frozenset('.!?。！？…"”’»)」')
_FLOW = frozenset("p li tr ul ol dl dd dt blockquote h1 h2 h3 h4 h5 h6 figure".split())


def choose_body(tree: Tree, pieces: list[Piece], first: int = 0, quoted: str = "") -> None:
    """Mark the pieces of the body and give the others a role.

    `first` is the index of the piece after the headline. `quoted` is the text of the article as metadata repeat it,
    used only to find the place.
    """
    weights = [_weigh(piece) for piece in pieces]
    _sum_up(tree, pieces, weights)
    _assign_roles(tree)
    for index, piece in enumerate(pieces):
        piece.role = piece.node.role
        if piece.role:
            weights[index] = 0.0
    if first and sum(weights[first:]) >= 0.5 * sum(weights):
        weights[:first] = [0.0] * first
    else:
        first = 0
    _sum_up(tree, pieces, _repeated(pieces, weights, quoted) or weights)
    inside = _inside(tree, _descend(tree))
    for index, piece in enumerate(pieces):
        _settle(piece, index >= first and bool(inside[piece.node.number + 1]))
    _drop_links(pieces)
    _drop_last_headings(pieces)


def _settle(piece: Piece, is_inside: bool) -> None:
    """Say whether a piece belongs to the body, inside of whose element it stands or not."""
    piece.is_body = is_inside and piece.role in ("", "caption")
    if piece.is_body and piece.role == "caption":
        piece.role, piece.kind = "", "caption"
    elif not piece.is_body and not piece.role:
        piece.role = "other"


def _weigh(piece: Piece) -> float:
    size = len(piece.text)
    if piece.kind in ("heading", "caption", "code"):
        return 0.0
    own = size - piece.link_size
    if own < 0.5 * size:
        return 0.0
    if piece.kind == "table-row":
        return 0.3 * own
    if size >= 80 or (size >= 30 and piece.text[-1] in _SENTENCE_END):
        return float(own)
    return 0.02 * own


def _sum_up(tree: Tree, pieces: list[Piece], weights: list[float]) -> None:
    """Note on each element the weight of all pieces in it."""
    tree.root.weight = 0.0
    for node in tree.nodes:
        node.weight = 0.0
    for piece, weight in zip(pieces, weights, strict=True):
        piece.node.weight += weight
    for node in reversed(tree.nodes):
        if node.parent is not None:
            node.parent.weight += node.weight


def _assign_roles(tree: Tree) -> None:
    """Give each element the role of the part it lies in, unless the parts of that name hold most of the page."""
    limit = LARGEST_PART * tree.root.weight
    shared = _shares(tree)
    for node in tree.nodes:
        if node.parent is not None and node.parent.role:
            node.role = node.parent.role
        elif node.tag not in ("html", "body", "main"):
            role = role_of(node, node.words)
            is_most = node.weight and max(node.weight, shared.get(node.words, 0.0)) > limit and not asks_consent(node)
            node.role = "" if is_most or (role in _SOFT and node.weight > LONGEST_SOFT) else role


def _shares(tree: Tree) -> dict[str, float]:
    """Note the words of each element's names, and return the weight of the elements of each name."""
    shared: dict[str, float] = {}
    for node in tree.nodes:
        node.words = naming_words(node)
        # Weight counts once where elements of one name lie in each other.
        if node.weight and node.words and (node.parent is None or node.parent.words != node.words):
            shared[node.words] = shared.get(node.words, 0.0) + node.weight
    return shared


def _repeated(pieces: list[Piece], weights: list[float], quoted: str) -> list[float]:
    """Return the weights of the pieces that metadata repeat; nothing where these are not the text on the page."""
    said = letters_of(quoted)
    if len(said) < 300:
        return []
    found = [
        weight if weight > 20 and letters_of(piece.text[:60]) in said else 0.0
        for piece, weight in zip(pieces, weights, strict=True)
    ]
    return found if sum(found) >= QUOTED * len(said) else []


def _descend(tree: Tree) -> list[Node]:
    """Return the element that holds the body, or the neighbours that hold it together."""
    children = _children(tree)
    at = tree.root
    while True:
        below = children.get(at.number)
        if not below:
            return [at]
        best = max(below, key=lambda node: node.weight)
        if best.tag in _FLOW:
            return [at]
        is_named = is_body(best, best.words)
        share = GO_DOWN_BODY if is_named else GO_DOWN_ARTICLE if best.tag in ("article", "main") else GO_DOWN
        if best.weight < share * at.weight:
            return [at]
        if is_named:
            same = [node for node in below if node.weight >= SAME_BODY * at.weight and _is_same_body(node, best)]
            if len(same) > 1:
                return same
        at = best


def _is_same_body(node: Node, best: Node) -> bool:
    return node.words == best.words or is_body(node, node.words)


def _children(tree: Tree) -> dict[int, list[Node]]:
    """Return the block elements that weigh something, by the number of the block that holds them."""
    children: dict[int, list[Node]] = {}
    for node in tree.nodes:
        if node.weight > 0 and node.parent is not None and node.is_block and not node.role:
            children.setdefault(node.parent.owner.number, []).append(node)
    return children


def _inside(tree: Tree, tops: list[Node]) -> bytearray:
    """Return, by number + 1, which elements lie in some elements; the root's number is -1."""
    inside = bytearray(len(tree.nodes) + 1)
    for top in tops:
        inside[top.number + 1] = 1
    for node in tree.nodes:
        if node.parent is not None and inside[node.parent.number + 1]:
            inside[node.number + 1] = 1
    return inside


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
            for piece in members:
                piece.is_body, piece.role = False, "related"


def _leads_away(members: list[Piece], head: Piece | None) -> bool:
    """Tell whether the items of a list are links to other pages and not the article's sources."""
    size = sum(len(piece.text) for piece in members)
    if sum(piece.link_size for piece in members) < LINKED * size:
        return False
    return head is None or len(head.text) >= 60 or not _source_heading().match(head.text)


def _drop_last_headings(pieces: list[Piece]) -> None:
    """Take out headings at the body's end that head something which is not the article's, such as related links."""
    after: Role = ""
    for piece in reversed(pieces):
        if piece.is_body:
            if piece.kind != "heading" or after in ("", "footer"):
                return
            piece.is_body, piece.role = False, after
        after = piece.role


def _is_teaser(piece: Piece) -> bool:
    """Tell whether a line is a link, perhaps with a few words before it: `Read more: …`."""
    own = len(piece.text) - piece.link_size
    if piece.link_size < 12 or own > min(LONGEST_LEAD_IN, piece.link_size / 2):
        return False
    return _source_heading().match(piece.text) is None


def _list_of(node: Node) -> Node | None:
    """Return the list that an element is or lies in, within three steps."""
    found: Node | None = node
    for _ in range(4):
        if found is None or found.tag in ("ul", "ol", "dl", "menu"):
            return found
        found = found.parent
    return None
