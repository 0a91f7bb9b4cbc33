"""Tell which blocks are headings over others and what they say, for those who look for summaries and questions."""

from __future__ import annotations

from newslint.article import Block
from newslint.patterns import pattern

_DECORATION = pattern(r"^[\W_\d]+|(?<=[^\W_])[\W_]+$")


def plain_heading(text: str) -> str:
    """Return a heading's words in lower case, without numbers and signs around them."""
    return _DECORATION.sub("", " ".join(text[:200].lower().split()))


def is_heading_like(block: Block) -> bool:
    """Tell whether a block stands over others: a heading, or a short paragraph that is bold from end to end."""
    if block.kind == "heading":
        return True
    return block.kind == "paragraph" and block.is_strong and len(block.text) <= 120
