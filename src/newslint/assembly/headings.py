"""Tell which blocks are headings over others and what they say, for those who look for summaries and questions."""

from __future__ import annotations

from newslint.article import Block
from newslint.newsroom.lines import read_line

_LONGEST_SIGNATURE = 120  # code points


def is_heading_like(block: Block) -> bool:
    """Tell whether a block stands over others: a heading, or a short paragraph that is bold from end to end."""
    if block.kind == "heading":
        return True
    return block.kind == "paragraph" and block.is_strong and len(block.text) <= 120


def is_signature(block: Block) -> bool:
    """Tell whether a line that looks like a heading is nothing but a byline, as where the headline above it is gone."""
    line = read_line(block.text) if len(block.text) <= _LONGEST_SIGNATURE else None
    byline = line.byline if line and not line.dates else None
    return byline is not None and byline.start == 0 and byline.end == len(block.text)
