"""Choose which pieces of a page are the article's body; it names what the others are and reads no metadata.

Every piece weighs what a reader would read of it: its characters outside links, if it reads like a sentence. Parts
that call themselves menus, related links or comments weigh nothing, unless they hold most of the page. From the root
one goes down into the child that holds nearly all that is left, more readily where names and tags say "article body".
"""

from __future__ import annotations

from dataclasses import dataclass

from newslint.parsers.html_blocks import Piece
from newslint.parsers.html_hints import is_body, naming_words, role_of
from newslint.parsers.html_tree import Node, Tree

# Shares of the weight, chosen on development pages.
LARGEST_PART = 0.4  # a part that holds more of the page is not a menu, whatever it is called
LARGEST_INSET = 0.3  # the same inside the body
GO_DOWN = 0.85
GO_DOWN_ARTICLE = 0.5
GO_DOWN_BODY = 0.4
_SOFT = frozenset({"byline", "published", "updated", "dek", "caption", "author-bio"})
_SENTENCE_END = frozenset('.!?。！？…"”’»)')


@dataclass(slots=True)
class Body:
    """The element that holds the body, and the sets of elements that do not belong to it."""

    node: Node
    weight: float


def choose_body(tree: Tree, pieces: list[Piece], first: int = 0, quoted: str = "") -> Body:
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
    after = sum(weights[first:])
    if first and after >= 0.5 * sum(weights):
        weights[:first] = [0.0] * first
    else:
        first = 0
    _sum_up(tree, pieces, weights)
    node = _descend(tree)
    inside = _inside(tree, node)
    for index, piece in enumerate(pieces):
        piece.is_body = index >= first and bool(inside[piece.node.number + 1]) and not piece.role
        if not piece.is_body and not piece.role:
            piece.role = "furniture"
    return Body(node, node.weight)


def _weigh(piece: Piece) -> float:
    size = len(piece.text)
    if piece.kind in ("heading", "caption", "code") or not size:
        return 0.0
    own = size - piece.link_size
    if own < 0.5 * size:
        return 0.0
    if piece.kind == "table-row":
        return 0.3 * own
    if size >= 80 or (size >= 30 and piece.text[-1] in _SENTENCE_END):
        return own + 0.0
    return 0.1 * own


def _sum_up(tree: Tree, pieces: list[Piece], weights: list[float]) -> None:
    tree.root.weight = 0.0
    for node in tree.nodes:
        node.weight = 0.0
    for piece, weight in zip(pieces, weights, strict=True):
        piece.node.weight += weight
    for node in reversed(tree.nodes):
        if node.parent is not None:
            node.parent.weight += node.weight


def _assign_roles(tree: Tree) -> None:
    """Give each element the role of the part it lies in, unless that part holds most of the page."""
    limit = LARGEST_PART * tree.root.weight
    for node in tree.nodes:
        parent = node.parent
        assert parent is not None
        if parent.role:
            node.role = parent.role
            continue
        node.words = naming_words(node)
        role = role_of(node, node.words) if node.tag not in ("html", "body", "main") else ""
        if role and node.weight > limit and node.weight > 0:
            role = ""
        if role in _SOFT and node.weight > 600:
            role = ""
        node.role = role


def _descend(tree: Tree) -> Node:
    children: dict[int, list[Node]] = {}
    for node in tree.nodes:
        if node.weight > 0 and node.parent is not None and node.is_block and not node.role:
            holder = node.parent
            while not holder.is_block and holder.parent is not None:
                holder = holder.parent
            children.setdefault(holder.number, []).append(node)
    at = tree.root
    while True:
        below = children.get(at.number)
        if not below:
            return at
        best = max(below, key=lambda node: node.weight)
        if best.tag in ("p", "li", "td", "tr", "ul", "ol", "dl", "blockquote") and best.tag != "td":
            return at
        share = GO_DOWN
        if is_body(best, best.words):
            share = GO_DOWN_BODY
        elif best.tag in ("article", "main"):
            share = GO_DOWN_ARTICLE
        if best.weight < share * at.weight:
            return at
        at = best


def _inside(tree: Tree, top: Node) -> bytearray:
    """Return, by number + 1, which elements lie in an element; the root's number counts as -1."""
    inside = bytearray(len(tree.nodes) + 1)
    if top is tree.root:
        return bytearray(b"\x01" * (len(tree.nodes) + 1))
    inside[top.number + 1] = 1
    for node in tree.nodes[top.number + 1 :]:
        if node.parent is not None and node.parent is not tree.root and inside[node.parent.number + 1]:
            inside[node.number + 1] = 1
    return inside
