"""Cut an article's blocks into the stretches that a heading announces (summary, questions and answers); judges none."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.article import Block
from newslint.patterns import pattern

_DECORATION = pattern(r"^[\W_\d]+|[\W_]+$")


def plain_heading(text: str) -> str:
    """Return a heading's words in lower case, without numbers and signs around them."""
    return _DECORATION.sub("", " ".join(text[:200].lower().split()))


def is_heading_like(block: Block) -> bool:
    """Tell whether a block stands over others: a heading, or a short paragraph that is bold from end to end."""
    if block.kind == "heading":
        return True
    return block.kind == "paragraph" and block.is_strong and len(block.text) <= 120


def end_of_section(blocks: Sequence[Block], heading: int) -> int:
    """Return the index after the last block under a heading: before the next one of its level or above.

    Where levels are unknown, every heading ends a section. What stands around the article ends it too.
    """
    level = blocks[heading].level
    for index in range(heading + 1, len(blocks)):
        block = blocks[index]
        if block.kind == "heading" and (level is None or block.level is None or block.level <= level):
            return index
        if blocks[heading].kind != "heading" and is_heading_like(block):
            return index
    return len(blocks)
