"""Tell which blocks are headings over others and what they say, for those who look for summaries and questions."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.article import Block
from newslint.newsroom.lines import read_line

_LONGEST_SIGNATURE = 120  # code points
_LONGEST_TITLE = 200


def is_heading_like(block: Block) -> bool:
    """Tell whether a block stands over others: a heading, or a short paragraph that is bold from end to end."""
    if block.kind == "heading":
        return True
    return block.kind == "paragraph" and block.is_strong and len(block.text) <= 120


def is_lone_signature(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a heading is nothing but a byline whose headline is gone: no line above reads like one."""
    return _is_signature(blocks[index]) and not any(map(_is_title_like, blocks[:index]))


def _is_signature(block: Block) -> bool:
    """Tell whether a line that looks like a heading is nothing but a byline, as where the headline above it is gone."""
    line = read_line(block.text) if len(block.text) <= _LONGEST_SIGNATURE else None
    byline = line.byline if line and not line.dates else None
    return byline is not None and byline.start == 0 and byline.end == len(block.text)


def _is_title_like(block: Block) -> bool:
    """Tell whether most words of a short block begin with a capital, as those of a headline do."""
    words = block.text.split()
    return len(block.text) <= _LONGEST_TITLE and 5 * sum(
        word.lstrip("‘“\"'(")[:1].isupper() for word in words
    ) > 3 * len(words)
