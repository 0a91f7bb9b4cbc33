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
    """A link with the piece that its text stands in."""

    __slots__ = ("end", "node", "piece", "start")

    def __init__(self, node: Node, piece: Piece | None = None, start: int = 0, end: int = 0) -> None:
        """Keep the parts."""
        self.node = node
        self.piece = piece
        self.start = start
        self.end = end


class ImagePiece:
    """An image with the piece that it stands in."""

    __slots__ = ("node", "piece")

    def __init__(self, node: Node, piece: Piece | None = None) -> None:
        """Keep the parts."""
        self.node = node
        self.piece = piece


class Gathered:
    """What a tree says, in the order of the source."""

    __slots__ = ("images", "links", "list_counts", "pieces")

    def __init__(
        self,
        pieces: list[Piece] | None = None,
        links: list[LinkPiece] | None = None,
        images: list[ImagePiece] | None = None,
    ) -> None:
        """Keep the parts."""
        self.pieces: list[Piece] = [] if pieces is None else pieces
        self.links: list[LinkPiece] = [] if links is None else links
        self.images: list[ImagePiece] = [] if images is None else images
        # How many items each numbered list has, by the number of its node.
        self.list_counts: dict[int, int] = {}
