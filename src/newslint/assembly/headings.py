"""Tell which blocks are headings over others and what they say, for those who look for summaries and questions."""

from __future__ import annotations

from newslint.article import Block


def is_heading_like(block: Block) -> bool:
    """Tell whether a block stands over others: a heading, or a short paragraph that is bold from end to end."""
    if block.kind == "heading":
        return True
    return block.kind == "paragraph" and block.is_strong and len(block.text) <= 120
