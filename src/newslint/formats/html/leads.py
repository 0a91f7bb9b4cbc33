"""Take into the body what templates set apart from it: a lead above it, and paragraphs that metadata repeat."""

from __future__ import annotations

from itertools import takewhile

from newslint.formats.html.captions import holds_image
from newslint.formats.html.facts import letters_of
from newslint.formats.html.pieces import Piece
from newslint.formats.html.summary import MOST_WORDS
from newslint.formats.html.tree import Node
from newslint.newsroom.lines import read_line
from newslint.newsroom.services import speaks_of_site

_SHORTEST, _LONGEST = 80, 3000  # code points of a paragraph that is a lead
_MOST_NAMED = (
    24  # paragraphs of parts with a name of their own; more are a front page's, and each costs a look at the page
)
_SHORTEST_QUOTED = 300  # letters of a text in metadata that is the article's
_CONFIRMED = 0.5  # the share of that text which the body has to hold
_ENDS = frozenset('.!?…"”“»)')
_KINDS = frozenset({"paragraph", "list-item", "quotation"})


def add_leads(pieces: list[Piece], headline: int, body_start: int) -> Piece | None:
    """Take in the paragraphs between the headline and the body, whatever element they stand in.

    Parts with a name of their own, such as menus, stay out; one that is called a teaser may be a lead if it is the only
    one of its name. Return a lone paragraph instead that is as short as a dek.
    """
    above = pieces[headline + 1 : body_start] if headline >= 0 else []
    may_be_named = sum(bool(piece.node.role) and len(piece.text) >= _SHORTEST for piece in above) <= _MOST_NAMED
    leads = [piece for piece in above if not piece.is_body and _is_lead(piece, may_be_named)]
    if len(leads) == 1 and _may_be_dek(leads[0]):
        return leads[0]
    for piece in leads:
        piece.is_body, piece.role = True, ""
        if piece.kind == "heading":
            piece.kind, piece.level = "paragraph", None
    return None


def _may_be_dek(piece: Piece) -> bool:
    return len(piece.text.split()) <= MOST_WORDS and "paragraph" not in piece.node.words


def _is_lead(piece: Piece, may_be_named: bool) -> bool:
    if not _is_sentence(piece) or (piece.node.role and not (may_be_named and _is_lone_teaser(piece.node))):
        return False
    line = read_line(piece.text)
    return not (line.boilerplate or line.placed_byline or _is_beside_image(piece.node) or speaks_of_site(piece.text))


def _is_sentence(piece: Piece) -> bool:
    text = piece.text
    if not _SHORTEST <= len(text) <= _LONGEST or piece.link_size * 3 > len(text) or text[-1] not in _ENDS:
        return False
    return piece.kind in ("paragraph", "quotation") or (piece.kind == "heading" and piece.level != 1)


def _is_lone_teaser(node: Node) -> bool:
    """Tell whether the part that an element lies in is the only one of its name, and called a teaser."""
    parts = list(takewhile(lambda part: part.role == node.role, (node, *node.ancestors())))
    named = next((part for part in reversed(parts) if part.words), None)
    if named is None or (node.role != "dek" and not ("teaser" in named.words and node.role == "related")):
        return False
    return named.text.count(named.attribute("class") or "\n") == 1


def _is_beside_image(node: Node) -> bool:
    """Tell whether an element shares a small part of the page with an image, as captions do."""
    return node.owner.parent is not None and holds_image(node.owner.parent)


def add_quoted(pieces: list[Piece], quoted: str) -> None:
    """Take in the paragraphs that metadata repeat as the article's text, from the body's first piece on."""
    said = letters_of(quoted)
    body = [piece for piece in pieces if piece.is_body]
    if not body or len(said) < _SHORTEST_QUOTED:
        return
    known = {letters_of(piece.text) for piece in body}
    if sum(map(len, filter(said.__contains__, known))) < _CONFIRMED * len(said):
        return
    for piece in filter(_is_left_out, pieces[body[0].index :]):
        letters = letters_of(piece.text)
        if letters in said and letters not in known:
            known.add(letters)
            piece.is_body, piece.role = True, ""


def _is_left_out(piece: Piece) -> bool:
    size = len(piece.text)
    return not piece.is_body and piece.kind in _KINDS and size >= _SHORTEST and piece.link_size < 0.5 * size
