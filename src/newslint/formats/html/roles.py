"""Settle which visible lines of a page say what its claims say; it finds no claim of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newslint.article import Element
from newslint.formats.html.facts import letters_of
from newslint.formats.html.pieces import Piece
from newslint.newsroom.lines import read_line

_LINE_KINDS = frozenset({"byline", "published", "updated", "label"})
_LONGEST_LINE = 260  # code points
_SHORTEST_BIO = 40
# A date line stands so many pieces around the headline.
_BEFORE, _AFTER = 6, 3


def settle_roles(pieces: list[Piece], claims: Sequence[Element], headline: int, body_start: int) -> None:
    """Give the lines that claims were read from their role, and take back what only class names said.

    A line called byline that names nobody whom the best claim names belongs to another article or to a picture.
    """
    claimed = _mark_claimed(pieces, claims)
    byline = next((claim for claim in claims if claim.kind == "byline"), None)
    names = {letters_of(name) for name in byline.names} if byline else set()
    for piece in pieces:
        if piece.is_body or piece.index in claimed:
            continue
        if not _is_credible(piece, names, headline, body_start):
            piece.role = "other"


def _mark_claimed(pieces: list[Piece], claims: Sequence[Element]) -> set[int]:
    starts = [piece.span.start for piece in pieces]
    claimed: set[int] = set()
    for claim in claims:
        if claim.kind not in _LINE_KINDS or claim.origin not in ("convention", "markup"):
            continue
        at = bisect_right(starts, claim.span.start) - 1
        if at < 0 or at in claimed:
            continue
        piece = pieces[at]
        if piece.role in ("headline", "dek") or claim.span.end > piece.span.end or len(piece.text) > _LONGEST_LINE:
            continue
        piece.role, piece.is_body = claim.kind, False
        claimed.add(at)
    return claimed


def _is_credible(piece: Piece, names: set[str], headline: int, body_start: int) -> bool:
    role = piece.role
    if role == "byline":
        found = read_line(piece.text).placed_byline
        return found is not None and {letters_of(name) for name in found.names} <= names
    if role in ("published", "updated"):
        is_near = headline - _BEFORE <= piece.index <= body_start + _AFTER
        return is_near and len(piece.text) <= _LONGEST_LINE and bool(read_line(piece.text).dates)
    if role == "author-bio":
        return piece.index > body_start and len(piece.text) >= _SHORTEST_BIO and piece.link_size < len(piece.text)
    return role not in ("dek", "caption")
