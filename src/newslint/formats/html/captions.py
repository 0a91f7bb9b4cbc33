"""Find captions that markup does not call so: short texts that share a small element with an image, and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.formats.html.pieces import Piece
from newslint.formats.html.tree import Node
from newslint.patterns import pattern

_LONGEST = 250  # code points
_LARGEST_CARD = 2500  # code points of the markup of an image with its caption
_MOST_OF_BODY = 0.3  # short texts beside images that hold more of the body are the article
# `Quay at dawn (Image: AFP)`, `Quay at dawn. Foto: Ben Doe`, `Quay at dawn © AFP`, `Doe/Getty Images`
_CREDIT = pattern(
    r"(?:\((?:image|photo|picture|foto|bild|credit|quelle|source)s?\b(?::|\scredit:|\sby\s)[^()\n]{1,60}\)"
    r"|(?<![\w(])(?:image|photo|foto|bild|symbolbild|archivbild|photo\scredit|image\scredit)s?:\s[^\n.!?:()]{1,60}"
    r"|©\s?[^\n.!?()©]{2,60}|/(?:getty\simages|shutterstock|alamy|afp))$",
    re.IGNORECASE,
)
_SIGNS = ("(", ": ", "©", "/")


def mark_captions(pieces: list[Piece]) -> None:
    """Give such paragraphs of the body the kind of captions."""
    body = [piece for piece in pieces if piece.is_body]
    found = list(_captions(body))
    if sum(len(piece.text) for piece in found) <= _MOST_OF_BODY * sum(len(piece.text) for piece in body):
        for piece in found:
            piece.kind = "caption"


def _captions(body: list[Piece]) -> Iterator[Piece]:
    for at, piece in enumerate(body):
        if piece.kind != "paragraph" or piece.role or len(piece.text) > _LONGEST:
            continue
        if _has_credit(piece.text) or _is_alone_beside_image(piece, body[max(0, at - 1) : at + 2]):
            yield piece


def _has_credit(text: str) -> bool:
    return any(sign in text for sign in _SIGNS) and _CREDIT.search(text) is not None


def _is_alone_beside_image(piece: Piece, around: list[Piece]) -> bool:
    owner = piece.node.owner
    holder = owner if holds_image(owner) else owner.parent
    if owner.tag == "p" or holder is None or not holds_image(holder):
        return False
    return not any(holder.start <= other.node.start < holder.end for other in around if other is not piece)


def holds_image(node: Node) -> bool:
    """Tell whether an element is a small part of the page with an image in it."""
    return 0 < node.end - node.start <= _LARGEST_CARD and _IMAGE.search(node.text, node.start, node.end) is not None


_IMAGE = pattern(r"<(?:amp-)?img\b")
