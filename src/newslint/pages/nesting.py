"""Put ranges of a text into elements that nest: voices around links, links around marked words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from newslint.pages.escaping import escape
from newslint.records import NamedTuple

_MOST = 20  # findings that are named at one place


class Wrap(NamedTuple):
    """An element around the code points [start, end) of a text: what opens it, and its name."""

    start: int
    end: int
    opening: str
    name: str = "span"


class Piece(NamedTuple):
    """A part [start, end) of a text and the numbers of the ranges that cover it, the one that began last first."""

    start: int
    end: int
    numbers: tuple[int, ...]


def flatten(ranges: Iterable[tuple[int, int, int]]) -> list[Piece]:
    """Return overlapping ranges (start, end, number) as pieces that do not overlap, in order.

    Where more than twenty cover a piece, the twenty that began last are named. Empty ranges have no piece.
    """
    events: dict[int, tuple[list[int], list[int]]] = {}
    for start, end, number in ranges:
        if start < end:
            events.setdefault(start, ([], []))[0].append(number)
            events.setdefault(end, ([], []))[1].append(number)
    pieces: list[Piece] = []
    open_: dict[int, None] = {}
    before = 0
    for at in sorted(events):
        if open_:
            pieces.append(Piece(before, at, tuple(islice(reversed(open_), _MOST))))
        opened, closed = events[at]
        for number in closed:
            open_.pop(number, None)
        open_.update(dict.fromkeys(opened))
        before = at
    return pieces


def nest(text: str, layers: Sequence[Sequence[Wrap]]) -> str:
    """Return the HTML of a text with layers of elements, the outermost first; all text is escaped.

    The elements of a layer are in order and do not overlap. An element that another layer cuts is opened again.
    """
    return "".join(_pieces(text, [[wrap for wrap in layer if wrap.start < wrap.end] for layer in layers]))


def _pieces(text: str, layers: Sequence[Sequence[Wrap]]) -> Iterator[str]:
    ends = {0, len(text)}
    for layer in layers:
        ends.update(min(place, len(text)) for wrap in layer for place in (wrap.start, wrap.end))
    places = sorted(ends)
    following = [0] * len(layers)
    open_: list[tuple[int, Wrap]] = []
    for start, end in pairwise(places):
        wanted = []
        for depth, layer in enumerate(layers):
            while following[depth] < len(layer) and layer[following[depth]].end <= start:
                following[depth] += 1
            at = following[depth]
            if at < len(layer) and layer[at].start <= start:
                wanted.append((depth, layer[at]))
        same = _common(open_, wanted)
        yield from (f"</{wrap.name}>" for _, wrap in reversed(open_[same:]))
        yield from (wrap.opening for _, wrap in wanted[same:])
        yield escape(text[start:end])
        open_ = wanted
    yield from (f"</{wrap.name}>" for _, wrap in reversed(open_))


def _common(one: Sequence[tuple[int, Wrap]], other: Sequence[tuple[int, Wrap]]) -> int:
    """Return how many elements two stacks have in common from the outermost on."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left[0] != right[0] or left[1] is not right[1]:
            break
        count += 1
    return count
