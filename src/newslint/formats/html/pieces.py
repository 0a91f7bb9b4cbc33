"""Hold the parts of an HTML page in the making: blocks, links and images, as later steps decide about them."""

from __future__ import annotations

from newslint.article import Prose
from newslint.formats.html.tree import Node
from newslint.parts import BlockKind, Role
from newslint.spans import Span


class Piece:
    """A block in the making: its text, the element that owns it and what later steps decide about it."""

    __slots__ = (
        "cells",
        "index",
        "is_body",
        "is_header",
        "kind",
        "level",
        "link_size",
        "node",
        "ordinal",
        "prose",
        "role",
        "strong_size",
        "table",
    )

    def __init__(
        self,
        node: Node,
        kind: BlockKind,
        prose: Prose,
        level: int | None = None,
        link_size: int = 0,
        strong_size: int = 0,
        cells: tuple[tuple[int, int], ...] = (),
        table: int | None = None,
        is_header: bool = False,
        ordinal: str | None = None,
        role: Role = "",
        is_body: bool = False,
        index: int = -1,
    ) -> None:
        """Keep the parts."""
        self.node = node
        self.kind = kind
        self.prose = prose
        self.level = level
        self.link_size = link_size
        self.strong_size = strong_size
        self.cells = cells
        self.table = table
        self.is_header = is_header
        self.ordinal = ordinal
        self.role = role
        # False: not part of the article, `role` says what it is instead.
        self.is_body = is_body
        self.index = index

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
