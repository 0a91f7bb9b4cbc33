"""Hold the parts of an HTML page in the making: blocks, links and images, as later steps decide about them."""

from __future__ import annotations

from newslint.article import Prose
from newslint.formats.html.tree import Node
from newslint.parts import BlockKind, Role
from newslint.spans import Span


class Piece:
    """A block in the making: its text, the element that owns it and what later steps decide about it."""

    level: int | None = None
    link_size = strong_size = 0
    # Where the headline begins in a heading that opens with a kicker.
    kicker_end = 0
    cells: tuple[tuple[int, int], ...] = ()
    table: int | None = None
    is_header = False
    ordinal: str | None = None
    role: Role = ""
    # False: not part of the article, `role` says what it is instead.
    is_body = False
    index = -1

    def __init__(self, node: Node, kind: BlockKind, prose: Prose) -> None:
        """Keep what is known from the start."""
        self.node = node
        self.kind = kind
        self.prose = prose

    @property
    def text(self) -> str:
        """The readable text."""
        return self.prose.text

    @property
    def span(self) -> Span:
        """The source from the text's first to its last character."""
        first, last = self.prose.runs[0], self.prose.runs[-1]
        return Span(first.source_start, max(first.source_start, last.source_end))


class LinkPiece:
    """A link with the piece that its text stands in, once that is known."""

    piece: Piece | None = None
    start = end = 0

    def __init__(self, node: Node) -> None:
        """Keep the node."""
        self.node = node


class ImagePiece:
    """An image with the piece that it stands in, once that is known."""

    piece: Piece | None = None

    def __init__(self, node: Node) -> None:
        """Keep the node."""
        self.node = node


class Gathered:
    """What a tree says, in the order of the source."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.pieces: list[Piece] = []
        self.links: list[LinkPiece] = []
        self.images: list[ImagePiece] = []
        # How many items each numbered list has, by the number of its node.
        self.list_counts: dict[int, int] = {}
