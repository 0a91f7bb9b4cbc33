"""Find the key points that no label announces: a list between headline and text that says what the text says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from newslint.article import Block
from newslint.patterns import pattern

_WORD = pattern(r"[^\W\d_]{4,}|\d[\d.,]+")
_HEAD, _COMPARED = 16, 30  # blocks
_FEWEST, _MOST = 3, 12
_SHORTEST, _LONGEST = 3, 45  # words


def find_unlabelled(blocks: Sequence[Block], start: int) -> list[int]:
    """Return the items of the list below the headline, from `start` on, that are its key points, or nothing."""
    first = _after_head(blocks, start, start + _HEAD)
    members = [*takewhile(lambda at: _is_item(blocks[at]), range(first, min(len(blocks), first + _MOST + 1)))]
    after = _after_head(blocks, first + len(members), len(blocks))
    if not _FEWEST <= len(members) <= _MOST or after == len(blocks) or blocks[after].kind != "paragraph":
        return []
    return members if _are_told([blocks[at].text for at in members], blocks[after : after + _COMPARED]) else []


def _after_head(blocks: Sequence[Block], start: int, stop: int) -> int:
    """Return the first block that does not stand between headline and text, as captions, standfirst and byline do."""
    stop = min(stop, len(blocks))
    return next((at for at in range(start, stop) if not _is_of_head(blocks[at])), stop)


def _is_of_head(block: Block) -> bool:
    return block.kind in ("boilerplate", "caption") or block.role in ("dek", "byline", "published", "updated", "label")


def _is_item(block: Block) -> bool:
    return block.kind == "list-item" and not block.role and _SHORTEST <= len(block.text.split()) <= _LONGEST


def _are_told(points: Sequence[str], below: Sequence[Block]) -> bool:
    """Tell whether the text has half of the points' words; what repeats the headings is the table of contents."""
    titles = {block.text for block in below if block.kind == "heading"}
    told = {word for block in below if block.kind == "paragraph" for word in _words_of(block.text[:2000])}
    said = {word for point in points for word in _words_of(point)}
    return 2 * len(said & told) >= len(said) > 0 and 2 * sum(point in titles for point in points) < len(points)


def _words_of(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}
