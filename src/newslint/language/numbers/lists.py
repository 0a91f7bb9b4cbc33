"""Read the figures of a sentence that stand in one list: “70 in Leeds, 35 in Hull and 25 in Goole”.

The items of a list have one figure of one kind each, with a few words before or behind it, and are parted by commas and
a last “and”. Words that stand between two figures belong to the one before the comma and to the one behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from newslint.language.numbers.figured import ANY, Figure, Figured
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Item(NamedTuple):
    """Hold one figure of a list, with the words before and behind it, as far as they are its own."""

    before: str
    figure: Figure
    behind: str


class Listed(NamedTuple):
    """Hold a list of a sentence: its items; the words before the first one's; and where its first and last mark stand.

    `start` and `end` are places in the text of the sentence with marks.
    """

    items: tuple[Item, ...]
    lead: str
    start: int
    end: int

    @property
    def figures(self) -> list[Figure]:
        """The figures of its items."""
        return [item.figure for item in self.items]


# What parts two items; “with” and “while” begin another one as “and” does.
_SEPARATOR = pattern(r"\)?(?:[,;][ ](?:(?:and|or|plus|with|while|but)[ ])?|[ ](?:and|or|plus)[ ])")
_MARKS = pattern(f"[{ANY}]")
_ENDS = pattern(r"[.;:!?]|[–—]")
_MOST_WORDS = 9


def find_lists(sentence: Figured, fits: Callable[[Figure], bool]) -> Iterator[Listed]:
    """Yield the lists of a sentence of which all figures fit, each as long as it goes.

    Figures that do not fit are words like others: “40 per cent are under 30, 45 per cent …”.
    """
    text = sentence.text
    places = [match.start() for match in _MARKS.finditer(text)]
    known = [(place, figure) for place, figure in zip(places, sentence.figures, strict=False) if fits(figure)]
    run: list[tuple[int, Figure]] = []
    for place, figure in known:
        if run and not (_goes_on(run[0][1], figure) and _parted(text[run[-1][0] + 1 : place])):
            yield from _read(text, run)
            run = []
        run.append((place, figure))
    yield from _read(text, run)


def _goes_on(first: Figure, other: Figure) -> bool:
    """Tell whether a figure may stand in one list with the first: “55 per cent for, 35 against”."""
    is_short = first.quantity.kind == "percent" and other.quantity.kind == "plain"
    return other.is_like(first) or is_short


def _read(text: str, run: Sequence[tuple[int, Figure]]) -> Iterator[Listed]:
    if len(run) < _LEAST:
        return
    lead, before = _cut_lead(text[: run[0][0]])
    items: list[Item] = []
    for (place, figure), (following, _) in pairwise(run):
        behind, next_before = _parted(text[place + 1 : following]) or ("", "")
        items.append(Item(before, figure, behind))
        before = next_before
    last, figure = run[-1]
    items.append(Item(before, figure, _cut_tail(text[last + 1 :])))
    yield Listed(tuple(items), lead, run[0][0], last + 1)


_LEAST = 2


def _parted(text: str) -> tuple[str, str] | None:
    """Return the words behind a figure and before the next one, or None where they are not two items of a list."""
    if len(text.split()) > _MOST_WORDS:
        return None
    pieces = _SEPARATOR.split(text)
    if len(pieces) != _LEAST:
        return None
    behind, before = (piece.strip(" ()") for piece in pieces)
    is_apart = _ENDS.search(behind) or _ENDS.search(before) or _NO_ITEM.match(before)
    return None if is_apart else (behind, before)


# What goes on with the sentence behind a list, or tells of something else.
_NO_ITEM = pattern(
    r"(?:have|has|had|is|are|was|were|will|would|can|could|may|might|do|does|did|which|who|that|where|when"
    r"|according|compared|after|before|since|as"
    r"|because|up|down|from|than|rising|falling|with[ ]a[ ]total)\b"
)


def _cut_lead(text: str) -> tuple[str, str]:
    """Return what stands before the first item, and the words before its figure."""
    text = text.rstrip(" (")
    cut = max(text.rfind(mark) for mark in (",", ":", ";", "(", "–", "—", ". ", " - "))
    return text[: cut + 1].strip(), text[cut + 1 :].strip(" ()")


def _cut_tail(text: str) -> str:
    """Return the words behind the last figure of a list, up to the next mark."""
    found = _TAIL_ENDS.search(text)
    return (text[: found.start()] if found else text).strip(" ()")


_TAIL_ENDS = pattern(rf"[.,;:!?()–—{ANY}]|[ ]-[ ]")
