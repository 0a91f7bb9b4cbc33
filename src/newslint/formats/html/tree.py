"""Put HTML tokens into a tree of elements and a list of events in the order of the source; it reads no meaning into it.

The tree follows the WHATWG rules that decide where a reader sees text begin and end: void elements, end tags that
may be left out, end tags without a beginning. No step looks through all open elements, so that 100,000 open `div`
cost no more than as many closed ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from newslint.formats.html.tokens import COMMENT, END, RAW, START, TEXT, Token, attribute_places, decode_attribute
from newslint.parts import BlockKind, Role

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
BLOCK = frozenset(
    """address article aside blockquote body button caption center colgroup dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol
    optgroup option p pre search section select summary table tbody td tfoot th thead tr ul""".split()
)
# Elements whose text no reader of the article sees, besides those whose content is not markup.
UNSEEN = frozenset(
    {"head", "template", "svg", "math", "object", "audio", "video", "canvas", "select", "datalist", "map"}
)
IMAGES = frozenset({"img", "amp-img", "amp-anim"})  # AMP has elements of its own
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}

_CLOSES_P = BLOCK - frozenset(
    "body button caption colgroup head html option optgroup select legend tbody td tfoot th thead tr".split()
)
# A start tag ends these open elements, unless a barrier stands between.
_ENDS: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {
    "li": (("li",), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (("dt", "dd"), frozenset({"dl"})),
    "dd": (("dt", "dd"), frozenset({"dl"})),
    "option": (("option",), frozenset({"select"})),
    "tr": (("tr",), frozenset({"table"})),
    "td": (("td", "th"), frozenset({"tr", "table"})),
    "th": (("td", "th"), frozenset({"tr", "table"})),
    "tbody": (("tbody", "thead", "tfoot", "tr", "caption"), frozenset({"table"})),
    "thead": (("tbody", "thead", "tfoot", "tr", "caption"), frozenset({"table"})),
    "tfoot": (("tbody", "thead", "tfoot", "tr", "caption"), frozenset({"table"})),
    "a": (("a",), frozenset({"td", "th", "p", "li", "div", "article", "section", "button"})),
    "body": (("head",), frozenset()),
}
# WHATWG "has an element in scope": what an end tag cannot reach across.
_SCOPE = frozenset({"table", "td", "th", "caption", "template", "object", "svg"})
_SCOPE_OF_P = _SCOPE | {"button"}
# The elements whose end tags reach across all the same.
_REACHING = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "body", "html"})

OPEN, CLOSE, WORDS = range(3)


class Node:
    """An element: its tag, attributes, parent and extents in the source; later steps note what they find on it."""

    __slots__ = (
        "_owner", "attributes", "close", "end", "inner", "is_block", "is_unseen", "level", "number", "parent", "role",
        "section", "start", "tag", "text", "weight", "words",
    )  # fmt: skip

    def __init__(self, tag: str, parent: Node | None, start: int, inner: int, source: str) -> None:
        """Open an element whose start tag is source [start, inner)."""
        self.tag = tag
        self.parent = parent
        self.start = start
        self.inner = self.close = self.end = inner
        self.text = source
        self.attributes: dict[str, tuple[int, int]] = {}
        self.is_block = False
        self.is_unseen = False
        self.number = 0
        self.level: int = 0 if parent is None else parent.level + 1
        # The nearest block element; None is the element itself, so that a page's elements go with it.
        self._owner: Node | None = None
        self.words = ""
        self.role: Role = ""
        self.section: BlockKind | Literal[""] = ""
        self.weight = 0.0

    @property
    def owner(self) -> Node:
        """The nearest block element, itself included."""
        return self._owner or self

    @owner.setter
    def owner(self, node: Node) -> None:
        self._owner = None if node is self else node

    def attribute(self, name: str) -> str | None:
        """Return the value of an attribute, or None where it is missing."""
        place = self.attributes.get(name)
        return None if place is None else decode_attribute(self.text[place[0] : place[1]])

    def ancestors(self) -> Iterator[Node]:
        """Yield the elements that hold this one, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


# (OPEN, node, 0, 0), (CLOSE, node, 0, 0) or (WORDS, innermost node, start, end)
Event = tuple[int, Node, int, int]


class Tree:
    """The elements of a page in the order of their start tags, and what happens between them."""

    def __init__(self, text: str, root: Node) -> None:
        """Begin with the root alone."""
        self.text = text
        self.root = root
        self.nodes: list[Node] = []
        self.events: list[Event] = []
        self.comments: list[tuple[int, int, int]] = []
        # Raw text elements with the extent of their text.
        self.raws: list[tuple[Node, int, int]] = []
        # The elements that nothing closed before the text ended, the outer ones first.
        self.unclosed: list[Node] = []


def build_tree(text: str, tokens: list[Token], context: Sequence[str] = ()) -> Tree:
    """Return the tree of a page's tokens; every element is closed, at the latest by the end of the text.

    `context` are the tags of elements that were opened before the text; they are the first nodes, without extent.
    """
    return _Builder(text).build(tokens, context)


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        root = Node("", None, 0, 0, text)
        root.is_block = True
        root.number = -1
        self.tree = Tree(text, root)
        self.stack: list[Node] = [root]
        # Where the open elements of each tag stand in the stack.
        self.open: dict[str, list[int]] = {}
        # Where those of them stand that an end tag cannot reach across.
        self.barriers: list[int] = []

    def build(self, tokens: list[Token], context: Sequence[str]) -> Tree:
        tree = self.tree
        for name in context:
            self.begin(name, 0, 0, 0)
        for kind, start, end, name, extra in tokens:
            if kind == TEXT:
                top = self.stack[-1]
                if not top.is_unseen:
                    tree.events.append((WORDS, top, start, end))
            elif kind == START:
                self.begin(name, start, end, extra)
            elif kind == END:
                self.finish(name, start, end)
            elif kind == RAW:
                tree.raws.append((tree.nodes[-1], start, end))
            elif kind == COMMENT:
                tree.comments.append((start, end, extra))
        tree.unclosed = self.stack[1:]
        self.pop_to(1, len(self.text), len(self.text))
        return tree

    def begin(self, name: str, start: int, end: int, attributes: int) -> None:
        """Open an element, after closing those that its start tag ends."""
        self.close_before(name, start)
        parent = self.stack[-1]
        if name in ("html", "body") and self.open.get(name):
            return
        node = self.make(name, parent, start, end, attributes)
        self.tree.nodes.append(node)
        self.tree.events.append((OPEN, node, 0, 0))
        if name in VOID:
            return
        if parent.is_unseen and self.text.startswith("/>", end - 2):
            return
        if name in _SCOPE:
            self.barriers.append(len(self.stack))
        self.open.setdefault(name, []).append(len(self.stack))
        self.stack.append(node)

    def make(self, name: str, parent: Node, start: int, end: int, attributes: int) -> Node:
        """Return a new element; its attributes begin in its start tag at `attributes`."""
        node = Node(name, parent, start, end, self.text)
        if attributes + 1 < end:
            node.attributes = attribute_places(self.text, attributes, end - 1)
        node.is_block = name in BLOCK or ("-" in name and name not in IMAGES and not self.open.get("p"))
        node.owner = node if node.is_block else parent.owner
        node.is_unseen = parent.is_unseen or name in UNSEEN
        node.number = len(self.tree.nodes)
        return node

    def close_before(self, name: str, start: int) -> None:
        """Close the elements that a start tag ends."""
        if name in _CLOSES_P and self.open.get("p"):
            self.close_nearest(("p",), _SCOPE_OF_P, start)
        if name in _ENDS:
            self.close_nearest(*_ENDS[name], start)

    def finish(self, name: str, start: int, end: int) -> None:
        """Close the element that an end tag belongs to; one that belongs to none is passed over."""
        places = self.open.get(name)
        if not places:
            if name == "br":
                self.begin("br", start, end, end)
            return
        at = places[-1]
        if self.barriers and self.barriers[-1] > at and name not in _REACHING:
            return
        if name not in BLOCK and at < len(self.stack) - 1 and self.is_crossing(at):
            return
        self.pop_to(at, start, end)

    def is_crossing(self, at: int) -> bool:
        """Tell whether an inline element's end tag stands inside a block that began after the element did."""
        owner = self.stack[-1].owner
        return owner is not self.stack[at].owner and owner.start > self.stack[at].start

    def close_nearest(self, tags: tuple[str, ...], barriers: frozenset[str], start: int) -> None:
        found = max((self.open[tag][-1] for tag in tags if self.open.get(tag)), default=-1)
        if found < 0:
            return
        for barrier in barriers:
            standing = self.open.get(barrier)
            if standing and standing[-1] > found:
                return
        self.pop_to(found, start, start)

    def pop_to(self, depth: int, start: int, end: int) -> None:
        """Close all elements from a depth of the stack on; the end tag of the first is [start, end)."""
        while len(self.stack) > depth:
            node = self.stack.pop()
            self.open[node.tag].pop()
            if node.tag in _SCOPE:
                self.barriers.pop()
            node.close = start
            node.end = end if len(self.stack) == depth else start
            self.tree.events.append((CLOSE, node, 0, 0))
