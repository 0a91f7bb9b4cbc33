"""Cut the tables of reStructuredText, drawn as a grid or parted by columns, into the places of their cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newslint.formats.lightweight.lines import Line
from newslint.patterns import pattern
from newslint.records import NamedTuple

_GRID = pattern(r"\+(?:[-=]+\+)+")
_SIMPLE = pattern(r"=+(?:[ ]+=+)+")
_COLUMN = pattern(r"=+")


class Row(NamedTuple):
    """A row: for each cell the ranges of the source that its lines hold."""

    cells: list[list[tuple[int, int]]]
    is_header: bool


def is_grid(said: str) -> bool:
    """Tell whether a line is the border of a grid."""
    return _GRID.fullmatch(said) is not None


def is_simple(said: str) -> bool:
    """Tell whether a line is the border of a table whose columns are parted by spaces."""
    return _SIMPLE.fullmatch(said) is not None


def grid_rows(text: str, lines: Sequence[Line]) -> list[Row] | None:
    """Return the rows of a grid; None where its lines do not hold together."""
    rows: list[Row] = []
    open_: list[Line] = []
    for line in lines:
        said = text[line.text_start : line.end]
        if said[:1] == "+":
            if open_:
                rows.append(Row(_grid_cells(text, open_), False))
            if "=" in said:
                rows = [row._replace(is_header=True) for row in rows]
            open_ = []
        elif said[:1] == "|":
            open_.append(line)
        else:
            return None
    return None if open_ else rows


def _grid_cells(text: str, lines: Sequence[Line]) -> list[list[tuple[int, int]]]:
    cells: list[list[tuple[int, int]]] = []
    for line in lines:
        at, number = line.text_start + 1, 0
        while at < line.end:
            stop = text.find("|", at, line.end)
            stop = line.end if stop < 0 else stop
            _add(cells, number, _trimmed(text, at, stop))
            at, number = stop + 1, number + 1
    return cells


def simple_rows(text: str, lines: Sequence[Line]) -> list[Row] | None:
    """Return the rows of a table whose columns are parted by spaces; None where it has no end."""
    borders = [number for number, line in enumerate(lines) if is_simple(text[line.text_start : line.end])]
    edges = frozenset(borders)
    if len(borders) < 2:
        return None
    head = borders[1] if len(borders) > 2 else 0
    edge = text[lines[0].text_start : lines[0].end]
    starts = [found.start() for found in _COLUMN.finditer(edge)]
    rows: list[Row] = []
    for number, line in enumerate(lines[: borders[-1]]):
        said = text[line.text_start : line.end]
        if number in edges or line.is_blank or set(said) <= {"-", " "}:
            continue
        own = _simple_cells(text, lines[0], line, starts)
        if own and not own[0] and rows:  # a line without a first cell goes on with the row above
            for column, cell in enumerate(own):
                for place in cell:
                    _add(rows[-1].cells, column, place)
        else:
            rows.append(Row(own, number < head))
    return rows


def _simple_cells(text: str, border: Line, line: Line, starts: Sequence[int]) -> list[list[tuple[int, int]]]:
    base = line.start + (border.text_start - border.start)
    edges = [min(base + start, line.end) for start in starts] + [line.end]
    cells: list[list[tuple[int, int]]] = []
    for number, (start, end) in enumerate(pairwise(edges)):
        cells.append([])
        _add(cells, number, _trimmed(text, max(start, line.start), max(start, end)))
    return cells


def _add(cells: list[list[tuple[int, int]]], number: int, place: tuple[int, int]) -> None:
    while len(cells) <= number:
        cells.append([])
    if place[1] > place[0]:
        cells[number].append(place)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t":
        start += 1
    while end > start and text[end - 1] in " \t":
        end -= 1
    return start, end
