"""Choose which pieces of a page are the article's body; it names what the others are and reads no metadata.

Every piece weighs what a reader would read of it: its characters outside links, if it reads like a sentence. Parts
that call themselves menus, related links or comments weigh nothing, unless they hold most of the page. From the root
one goes down into the child that holds nearly all that is left, more readily where names and tags say "article body".
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

from newslint.formats.html.facts import letters_of
from newslint.formats.html.hints import asks_consent, embeds, is_body, is_own_text, naming_words, role_of
from newslint.formats.html.pieces import Piece
from newslint.formats.html.teasers import drop_teasers
from newslint.formats.html.tree import Node, Tree
from newslint.parts import Role

# Shares of the weight, chosen on development pages.
LARGEST_PART = 0.4  # parts of one name that hold more of the page are not menus, whatever they are called
SHORTEST_ARTICLE, SMALLEST_ARTICLE = 250, 0.12  # what is left without such parts is the article from this on
GO_DOWN = 0.85
GO_DOWN_ARTICLE = 0.5
GO_DOWN_BODY = 0.4
OWN_ARTICLE = 0.25  # the same for the `article` that holds the headline
_MOST_ARTICLES = 6  # that lie in each other and are looked at
SAME_BODY = 0.05  # a neighbour that is called body, too, and holds this share of the parent belongs to it
QUOTED = 0.5  # so much of the text that metadata repeat must be on the page to be believed
LONGEST_SOFT = 600  # code points; a byline or dek that is longer is none
_SOFT = frozenset({"byline", "published", "updated", "dek", "caption", "author-bio"})
# A paywall and a fold hold the article's rest as often as an offer.
_PARTS: frozenset[Role] = frozenset({"comments", "related", "footer", "menu"})
# Advertisements and offers are also wrapped around what is left of the article.
_WRAPPERS: frozenset[Role] = frozenset({"advertisement", "call-to-action", "other"})
# Names that are believed of a few parts, not of all that an article has.
_MISNAMED: tuple[Role, ...] = ("advertisement", "call-to-action", "menu", "other", "related", "share")
_SENTENCE_END = frozenset('.!?。！？…"”’»)」')
_FLOW = frozenset("p li tr ul ol dl dd dt blockquote h1 h2 h3 h4 h5 h6 figure".split())


def choose_body(tree: Tree, pieces: list[Piece], first: int = 0, quoted: str = "") -> None:
    """Mark the pieces of the body and give the others a role.

    `first` is the index of the piece after the headline. `quoted` is the text of the article as metadata repeat it,
    used only to find the place.
    """
    weights = [_weigh(piece) for piece in pieces]
    _sum_up(tree, pieces, weights)
    heading = pieces[first - 1].node if first else None
    doubted = _assign_roles(tree, heading)
    if heading and doubted:
        _believe(tree, doubted, heading, pieces[first:], weights[first:])
    _clear_misnamed(tree, heading)
    for index, piece in enumerate(pieces):
        piece.role = piece.node.role
        if piece.role:
            weights[index] = 0.0
    if sum(weights[first:]) < 0.5 * sum(weights):
        first = 0
    weights[:first] = [0.0] * first
    _sum_up(tree, pieces, _repeated(pieces, weights, quoted) or weights)
    _settle_all(tree, pieces, first)
    drop_teasers(pieces, first)
    _drop_last_headings(pieces)


def _settle_all(tree: Tree, pieces: list[Piece], first: int) -> None:
    inside = _inside(tree, _descend(tree, pieces[first - 1].node if first else None))
    for index, piece in enumerate(pieces):
        _settle(piece, index >= first and bool(inside[piece.node.number + 1]))


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


def _assign_roles(tree: Tree, heading: Node | None) -> dict[int, Role]:
    """Give each element the role of the part it lies in, unless the parts of that name hold most of the page.

    What holds the headline is not such a part. Return the roles of the others, by the element's number.
    """
    limit = LARGEST_PART * tree.root.weight
    shared = _shares(tree)
    doubted: dict[int, Role] = {}
    above = _numbers_above(heading)
    for node in tree.nodes:
        if node.parent is not None and node.parent.role:
            node.role = _inherited(node, node.parent.role)
        elif node.tag not in ("html", "body", "main") and node.number not in above:
            role = role_of(node, node.words)
            if not _is_most(node, shared, limit):
                node.role = "" if role in _SOFT and node.weight > LONGEST_SOFT else role
            elif _may_be_long(node, role, limit):
                doubted[node.number] = role
    return doubted


def _numbers_above(heading: Node | None, tag: str = "") -> set[int]:
    """Return the numbers of the elements, of a tag or of any, that hold the headline."""
    return {node.number for node in heading.ancestors() if tag in ("", node.tag)} if heading else set()


def _inherited(node: Node, role: Role) -> Role:
    if role in _WRAPPERS and is_own_text(node.words):
        return ""
    return "" if role in ("share", "other") and "class" in node.attributes and embeds(node) else role


def _is_most(node: Node, shared: dict[str, float], limit: float) -> bool:
    largest = max(node.weight, shared.get(node.words, 0.0)) if node.weight else 0.0
    return largest > limit and not asks_consent(node)


def _may_be_long(node: Node, role: Role, limit: float) -> bool:
    return role in _PARTS and (role != "footer" or node.weight > limit) and "read more" not in node.words


def _believe(tree: Tree, doubted: dict[int, Role], heading: Node, pieces: list[Piece], weights: list[float]) -> None:
    """Give long parts their role after all where an article stands below the headline without them.

    Comments and related links may be longer than the article. A part that holds the headline, or what is called the
    text of an article, is not such a part.
    """
    parts = [part for number in doubted if _stands_below(tree, part := tree.nodes[number], heading, doubted[number])]
    inside = _inside(tree, parts)
    if _outside(inside, pieces, weights) < max(SHORTEST_ARTICLE, SMALLEST_ARTICLE * sum(weights)):
        return
    for node in compress(tree.nodes, inside[1:]):
        node.role = node.role or doubted.get(node.number) or (node.parent or node).role


def _stands_below(tree: Tree, part: Node, heading: Node, role: Role) -> bool:
    return part.start > heading.end and (role == "comments" or not _holds_body(tree, part))


def _outside(inside: bytearray, pieces: list[Piece], weights: list[float]) -> float:
    """Return the weight of the pieces that have no role and lie outside of some elements."""
    own = (not piece.node.role and not inside[piece.node.number + 1] for piece in pieces)
    return sum(compress(weights, own))


def _holds_body(tree: Tree, part: Node) -> bool:
    """Tell whether most of a part is called the text of an article."""
    for node in tree.nodes[part.number :]:
        if node.start >= part.end:
            return False
        if node.weight > 0.5 * part.weight and (node.tag in ("article", "main") or is_body(node, node.words)):
            return True
    return False


def _clear_misnamed(tree: Tree, heading: Node | None) -> None:
    """Take the role back from the parts of an article that are all named so, where hardly any text is left without.

    Numbered names (`toc-title-1`) and wrappers of a shop or a paywall say nothing of the text in them.
    """
    outer = [node for node in tree.nodes if node.role and node.weight and not (node.parent or tree.root).role]
    left = tree.root.weight - _weight_of(outer)
    if left >= max(SHORTEST_ARTICLE, SMALLEST_ARTICLE * tree.root.weight):
        return
    parts = _parts_of_article(outer, heading)
    role = max(_MISNAMED, key=lambda role: _weight_of(parts.get(role, ())))
    if _weight_of(parts.get(role, ())) > max(SHORTEST_ARTICLE, left):
        for node in compress(tree.nodes, _inside(tree, parts[role])[1:]):
            node.role = "" if node.role == role else node.role


def _parts_of_article(outer: list[Node], heading: Node | None) -> dict[Role, list[Node]]:
    """Return by role the parts in the `article` with the headline, or in what is called an article's text."""
    above = _numbers_above(heading, "article")
    parts: dict[Role, list[Node]] = {}
    for node in outer:
        if not asks_consent(node) and any(
            holder.number in above or is_body(holder, holder.words) for holder in (node, *node.ancestors())
        ):
            parts.setdefault(node.role, []).append(node)
    return parts


def _weight_of(nodes: Iterable[Node]) -> float:
    return sum(node.weight for node in nodes)


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


def _descend(tree: Tree, heading: Node | None) -> list[Node]:
    """Return the element that holds the body, or the neighbours that hold it together."""
    children = _children(tree)
    at = _own_article(tree, heading) or tree.root
    while below := children.get(at.number):
        best = max(below, key=lambda node: node.weight)
        is_named = is_body(best, best.words)
        if best.tag in _FLOW or best.weight < _share_to_go_down(best, is_named) * at.weight:
            break
        if is_named:
            same = [node for node in below if node.weight >= SAME_BODY * at.weight and _is_same_body(node, best)]
            if len(same) > 1:
                return same
        at = best
    return [at]


def _own_article(tree: Tree, heading: Node | None) -> Node | None:
    """Return the outermost `article` element with the headline, if it holds enough; more articles may follow it."""
    above = [node for node in heading.ancestors() if node.tag == "article"][-_MOST_ARTICLES:] if heading else []
    return next((node for node in reversed(above) if node.weight > _enough(tree, node)), None)


def _enough(tree: Tree, article: Node) -> float:
    """Return the weight from which an article is the page's own: a share of all that is not in articles beside it."""
    beside = (node for node in tree.nodes if node.parent is article.parent and node.tag == "article")
    others = _weight_of(node for node in beside if node is not article)
    return max(SHORTEST_ARTICLE, OWN_ARTICLE * (tree.root.weight - others))


def _share_to_go_down(best: Node, is_named: bool) -> float:
    """Return the share of its parent's weight that an element needs to be the body's holder instead."""
    if is_named:
        return GO_DOWN_BODY
    return GO_DOWN_ARTICLE if best.tag in ("article", "main") else GO_DOWN


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


def _drop_last_headings(pieces: list[Piece]) -> None:
    """Take out headings at the body's end that head something which is not the article's, such as related links."""
    after: Role = ""
    for piece in reversed(pieces):
        if piece.is_body:
            if piece.kind != "heading" or after in ("", "footer"):
                return
            piece.is_body, piece.role = False, after
        after = piece.role
