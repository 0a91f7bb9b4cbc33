"""Carry what was read in a text that stands within another back to its places there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from newslint.formats.draft import Draft
from newslint.located import Prose, Run
from newslint.spans import Span


def carry(inner: Draft, outer: Draft, way: Prose) -> None:
    """Add the blocks, links, images and comments of a text to a draft; `way` leads from that text to the source."""
    first = len(outer.blocks)
    starts = [run.start for run in way.runs]
    for block in inner.blocks:
        prose = Prose(block.prose.text, [made for run in block.prose.runs for made in _carried(run, way, starts)])
        outer.blocks.append(block._replace(span=_place(way, block.span), prose=prose))
    for link in inner.links:
        at = None if link.block is None else link.block + first
        outer.links.append(link._replace(span=_place(way, link.span), block=at))
    for image in inner.images:
        at = None if image.block is None else image.block + first
        outer.images.append(image._replace(span=_place(way, image.span), block=at))
    outer.comments += [comment._replace(span=_place(way, comment.span)) for comment in inner.comments]
    outer.targets |= inner.targets


def _place(way: Prose, span: Span) -> Span:
    return way.locate(*span)


def _carried(run: Run, way: Prose, starts: list[int]) -> Iterator[Run]:
    """Yield the runs that lead from a part of a block's text to the source."""
    if not run.is_verbatim:
        place = way.locate(run.source_start, run.source_end)
        width = place.end - place.start
        yield Run(run.start, run.length, place.start, 0 if width == run.length else width)
        return
    begin, end = run.source_start, run.source_end
    first = max(bisect_right(starts, begin) - 1, 0)
    for outer in way.runs[first : bisect_left(starts, end)]:
        low, high = max(begin, outer.start), min(end, outer.end)
        if low < high:
            at, size = run.start + low - begin, high - low
            if outer.is_verbatim:
                yield Run(at, size, outer.source_start + low - outer.start, size)
            else:
                yield Run(at, size, outer.source_start, outer.source_length)
