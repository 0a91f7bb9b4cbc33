"""Read an HTML page or fragment into a draft of the article; it decides nothing that other formats decide, too.

The way: tokens (`html_tokens`) - a tree of elements (`html_tree`) - pieces of readable text with runs (`html_blocks`)
- metadata (`html_facts`) - headline, people, dates, summary (`html_headline`, `html_people`, `html_dates`,
`html_summary`) - the body among menus and related links (`html_body`) - blocks.
"""

from __future__ import annotations

from urllib.parse import unquote

from newslint.article import Block, Comment, Element, Image, Link, Prose
from newslint.formats.addresses import find_addresses
from newslint.formats.draft import Draft
from newslint.formats.html.blocks import gather
from newslint.formats.html.body import choose_body
from newslint.formats.html.captions import mark_captions
from newslint.formats.html.dates import find_dates
from newslint.formats.html.facts import Facts, Value, collect_facts, string_value
from newslint.formats.html.headline import choose_article, find_headline
from newslint.formats.html.leads import add_leads, add_quoted
from newslint.formats.html.people import find_bylines
from newslint.formats.html.pieces import Gathered, ImagePiece, LinkPiece, Piece
from newslint.formats.html.roles import settle_roles
from newslint.formats.html.signatures import Head
from newslint.formats.html.summary import find_dek, find_label, find_summary
from newslint.formats.html.titles import site_names
from newslint.formats.html.tokens import tokenize
from newslint.formats.html.tree import Node, Tree, build_tree
from newslint.located_json import member
from newslint.patterns import pattern
from newslint.source import Source
from newslint.spans import Span

_PAGE_TAGS = frozenset({"html", "body", "head", "article", "main"})


def draft_html(source: Source) -> Draft:
    """Return the draft of a whole page, or of a fragment: text without html, head, body, article or main element."""
    tree = build_tree(source.text, tokenize(source.text))
    gathered = gather(tree)
    draft = Draft(source)
    draft.is_fragment = not any(node.tag in _PAGE_TAGS for node in tree.nodes[:400])
    facts = collect_facts(tree)
    draft.structured_data = facts.structured_data
    draft.language = _language(tree)
    _choose_parts(draft, tree, gathered, facts)
    add_gathered(draft, tree, gathered)
    _add_addresses(draft)
    return draft


def _choose_parts(draft: Draft, tree: Tree, gathered: Gathered, facts: Facts) -> None:
    """Decide what each piece is, and note the claims."""
    pieces = gathered.pieces
    for index, piece in enumerate(pieces):
        piece.index, piece.is_body = index, draft.is_fragment
    article = choose_article(facts, pieces)
    headlines, heading = find_headline(facts, article, pieces)
    at = heading.index if heading is not None else -1
    if not draft.is_fragment:
        _find_body(tree, pieces, at + 1, string_value(member(article, "articleBody")))
    body_start = _start_of_body(pieces, at)
    if heading is not None:
        heading.is_body, heading.role = True, "headline"
    claims = [*headlines]
    bylines = find_bylines(facts, article, Head(tree, pieces, at, body_start), site_names(facts))
    dates = find_dates(facts, article, pieces, at, tree.nodes)
    dek = find_dek(pieces, at, body_start)
    if dek is not None:
        dek.is_body, dek.kind = True, "paragraph"
        claims.append(Element("dek", dek.text, dek.span, "markup"))
    lead = add_leads(pieces, at, body_start)
    claims += [*bylines, *dates, *find_summary(facts, article), *find_label(facts, article, pieces, at)]
    draft.claims = claims
    settle_roles(pieces, claims, at, body_start)
    if dek is None and lead is not None:
        lead.role = "dek"


def _find_body(tree: Tree, pieces: list[Piece], first: int, said: Value | None) -> None:
    """Mark the pieces of the body, from the piece `first` on; `said` is the text that metadata repeat."""
    quoted = said.text if said else ""
    choose_body(tree, pieces, first, quoted)
    add_quoted(pieces, quoted)
    mark_captions(pieces)


def _start_of_body(pieces: list[Piece], headline: int) -> int:
    return next((piece.index for piece in pieces if piece.is_body and piece.index > headline), len(pieces))


def _language(tree: Tree) -> str | None:
    for node in tree.nodes[:50]:
        if node.tag == "html":
            said = node.attribute("lang") or node.attribute("xml:lang") or ""
            return said.strip() or None
    return None


def add_gathered(draft: Draft, tree: Tree, gathered: Gathered, base: int = 0, *, is_body: bool = False) -> None:
    """Turn pieces into blocks, and note links, images, comments and anchor targets.

    `base` is where the tree's text begins in the source. `is_body` says that all of it is part of the article.
    """
    for index, piece in enumerate(gathered.pieces, len(draft.blocks)):
        piece.index = index
    draft.blocks += [_make_block(piece, base) for piece in gathered.pieces]
    draft.links += [link for piece in gathered.links if (link := _make_link(piece, base)) is not None]
    extent = _extent_of_body(gathered.pieces)
    for image in gathered.images:
        made = _make_image(image, extent, draft.is_fragment or is_body, base)
        if made is not None:
            draft.images.append(made)
    _add_comments(draft, tree, base)
    for node in tree.nodes:
        if node.attributes:
            draft.targets.update(_targets_of(node))


def _add_comments(draft: Draft, tree: Tree, base: int) -> None:
    """Note comments, but not those that are conditions for old browsers."""
    for start, end, inner in tree.comments:
        words = tree.text[start + 4 : inner]
        if not words.lstrip().lower().startswith(("[if", "[endif", "<![endif")):
            draft.comments.append(Comment(words, Span(start + base, end + base)))


# Word processors send every link through their own address.
_REDIRECTED = pattern(r"^https?://(?:www\.)?google\.[a-z.]{2,6}/url\?(?:[^#\s]{0,40}&)?q=([^&\s]+)(?:&.*)?$")


def _make_link(link: LinkPiece, base: int) -> Link | None:
    """Return the link of an element, or None where it leads nowhere."""
    target = link.node.attribute("href")
    if target is None:
        return None
    text = link.piece.text[link.start : link.end] if link.piece else ""
    where = link.piece.index if link.piece else None
    target = _REDIRECTED.sub(lambda found: unquote(found[1]), target.strip(), count=1)
    return Link(text, target, _extent(link.node, base), "inline", where, link.start, link.end)


def _targets_of(node: Node) -> list[str]:
    """Return the names by which a link can lead to an element."""
    names = ("id", "name") if node.tag == "a" else ("id",)
    return [value for name in names if name in node.attributes and (value := node.attribute(name))]


def _add_addresses(draft: Draft) -> None:
    """Note the addresses that are typed out, each in its place among the links."""
    taken: dict[int | None, list[tuple[int, int]]] = {}
    for link in draft.links:
        taken.setdefault(link.block, []).append((link.start, link.end))
    found = [
        link
        for index, block in enumerate(draft.blocks)
        if block.kind != "boilerplate"
        for link in find_addresses(block, index, taken.get(index, ()))
    ]
    if found:
        draft.links = sorted([*draft.links, *found], key=lambda link: link.span)


def _extent(node: Node, base: int) -> Span:
    return Span(node.start + base, node.end + base)


def _make_block(piece: Piece, base: int) -> Block:
    kind = piece.kind if piece.is_body else "boilerplate"
    span, prose = piece.span, piece.prose
    if base:
        span = Span(span.start + base, span.end + base)
        prose = Prose(prose.text, [run._replace(source_start=run.source_start + base) for run in prose.runs])
    return Block(
        kind,
        span,
        prose,
        level=piece.level,
        role=piece.role,
        cells=piece.cells,
        table=piece.table,
        is_header=piece.is_header,
        ordinal=piece.ordinal,
        is_strong=kind == "paragraph" and piece.strong_size >= len(piece.text),
    )


def _make_image(image: ImagePiece, extent: Span, is_fragment: bool, base: int) -> Image | None:
    node = image.node
    target = _image_target(node)
    if not target or _is_pixel(node):
        return None
    piece = image.piece
    is_decorative = (
        node.attribute("role") in ("presentation", "none") or (node.attribute("aria-hidden") or "").lower() == "true"
    )
    return Image(
        target,
        node.attribute("alt"),
        _extent(node, base),
        piece.index if piece is not None else None,
        _is_in_body(node, extent, is_fragment),
        is_decorative,
    )


def _extent_of_body(pieces: list[Piece]) -> Span:
    """Return the source from the headline or the body's first piece to its last."""
    own = [piece.span for piece in pieces if piece.is_body]
    return Span(own[0].start, own[-1].end) if own else Span(0, 0)


def _is_in_body(node: Node, extent: Span, is_fragment: bool) -> bool:
    if is_fragment:
        return True
    return extent.start <= node.start < extent.end and node.role in ("", "caption", "headline", "other")


def _image_target(node: Node) -> str:
    for name in ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset"):
        value = (node.attribute(name) or "").strip()
        if value and not (
            name == "src" and value.startswith("data:") and len(node.attributes) > 1 and "data-src" in node.attributes
        ):
            return value.split()[0] if "srcset" in name else value
    return ""


def _is_pixel(node: Node) -> bool:
    return any((node.attribute(name) or "").strip().removesuffix("px") in ("0", "1") for name in ("width", "height"))
