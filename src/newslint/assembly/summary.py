"""Find the summary that an article prints: under a heading of that name, behind a label, or above a cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from newslint.article import PROSE_KINDS, Block, Element
from newslint.assembly.headings import is_heading_like
from newslint.assembly.key_points import find_unlabelled
from newslint.newsroom.sections import announces_summary
from newslint.patterns import pattern
from newslint.source import Source
from newslint.spans import Span

_LABEL = pattern(
    r"\W{0,3}(?:(?:short |quick )?summary|in short|in brief|key points|key takeaways|highlights|tl;?dr|at a glance)"
    r"\s*[:–—]\s*(?=\S)",
    re.IGNORECASE,
)
# What a paragraph or its first line says before a colon, a dash or a line's end.
_OPENING = pattern(r"\W{0,3}([^:\n–—]{2,60}?)\s?(?:[:–—]\s?\n?|\n)\s*(?=\S)")
_HEAD = 16  # blocks at the top
_MEMBERS = ("list-item", "table-row")
# A summary of running text without a heading after it: no more than this is surely part of it.
_MOST_PARAGRAPHS = 3
_MOST_POINTS = 12
# Lines after which site generators cut the text that lists of articles show (Hugo, Jekyll, WordPress, Docusaurus).
_CUT = pattern(
    r"^[ \t]*(?:<!--[ \t]*(?:more|truncate|excerpt)[ \t]*-->|\{/\*[ \t]*truncate[ \t]*\*/\})[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)


def find_summaries(blocks: Sequence[Block]) -> list[Element]:
    """Return the summaries of the text in their order; `blocks` of each are its own, without the heading."""
    found: list[Element] = []
    at = 0
    while at < len(blocks):
        members, label = _summary_at(blocks, at)
        if members:
            found.append(_make(blocks, members, label))
        at = members[-1] + 1 if members else at + 1
    return found


def _summary_at(blocks: Sequence[Block], at: int) -> tuple[list[int], int]:
    """Return the blocks of the summary that begins at a block or that it announces, and the length of its label."""
    block = blocks[at]
    if block.kind == "boilerplate" or block.role == "headline":
        return (find_unlabelled(blocks, at + 1) if block.role == "headline" else []), 0
    if block.role == "summary":
        return list(takewhile(lambda index: blocks[index].role == "summary", range(at, len(blocks)))), 0
    if _may_announce(block):
        return _members(blocks, at), 0
    label = _size_of_label(block, at)
    return ([at] if label else []), label


def find_lead(source: Source, blocks: Sequence[Block], separator: object = None) -> Element | None:
    """Return the paragraphs above a cut as a summary, or None where they are more than three.

    A cut is a comment such as `<!--more-->`, or the line that the field `excerpt_separator` names.
    """
    at = _find_cut(source.text, separator)
    if at < 0 or any(block.span.start < at < block.span.end for block in blocks):
        return None
    above = takewhile(lambda block: block.span.start < at, blocks)
    lead = [block for block in above if block.kind in PROSE_KINDS and not block.role]
    if not 0 < len(lead) <= _MOST_PARAGRAPHS:
        return None
    text = "\n".join(block.text for block in lead)
    return Element("summary", text, Span(lead[0].span.start, lead[-1].span.end), "convention")


def _find_cut(text: str, separator: object) -> int:
    """Return where the line of a cut begins, or -1."""
    if isinstance(separator, str) and separator.strip():
        # The field itself is the first place.
        named = text.find(separator.strip(), text.find(separator.strip()) + 1)
        return named if named >= 0 else -1
    found = _CUT.search(text) if "<!--" in text or "{/*" in text else None
    return found.start() if found else -1


def _size_of_label(block: Block, at: int) -> int:
    """Return the length of the label that a summary of running text begins with, 0 where it has none."""
    if block.role or block.kind not in ("paragraph", "list-item", "quotation"):
        return 0
    label = _LABEL.match(block.text[:40])
    size = label.end() if label else 0
    if not label and at < _HEAD and (opening := _OPENING.match(block.text[:80])) and announces_summary(opening[1]):
        size = opening.end()
    return size if len(block.text) - size > 20 else 0


def _may_announce(block: Block) -> bool:
    if len(block.text) > 60 or block.kind not in ("heading", "paragraph", "caption"):
        return False
    if not is_heading_like(block) and len(block.text.split()) > 4:
        return False
    return announces_summary(block.text)


def _members(blocks: Sequence[Block], heading: int) -> list[int]:
    """Return the blocks that belong to the summary under a heading; no more of the text is read than that takes."""
    inside = list(islice(_inside(blocks, heading + 1), _MOST_POINTS))
    for first in inside[:2]:
        if blocks[first].kind in _MEMBERS:
            # A list or table is the summary, with the line that leads to it; text after it belongs to the article.
            listed = takewhile(lambda index: blocks[index].kind in _MEMBERS, _inside(blocks, first))
            return [*range(heading + 1, first), *listed]
    points = list(takewhile(lambda index: _is_point(blocks[index]), inside))
    if len(points) > 1:
        return points
    return inside[:1] if len(inside) > _MOST_PARAGRAPHS else inside


def _is_point(block: Block) -> bool:
    """Tell whether a paragraph is a point of a list whose marks were lost: short, and without a full stop."""
    return block.kind == "paragraph" and len(block.text) <= 160 and block.text[-1:] not in '.!?…:”"»“'


def _inside(blocks: Sequence[Block], start: int) -> Iterator[int]:
    """Yield the indices of the blocks from one on that no heading and no other part of the article cuts off."""
    for index in range(start, len(blocks)):
        block = blocks[index]
        if block.kind == "boilerplate" or block.role in ("author-bio", "correction", "disclosure", "headline"):
            return
        if is_heading_like(block):
            return
        yield index


def _make(blocks: Sequence[Block], members: list[int], skip: int) -> Element:
    first, last = blocks[members[0]], blocks[members[-1]]
    parts = [blocks[index].text for index in members]
    parts[0] = parts[0][skip:]
    start = first.locate(skip, len(first.text)).start
    return Element(
        "summary", "\n".join(parts), Span(start, max(start, last.span.end)), "convention", blocks=tuple(members)
    )
