"""Hold the columns of a table against its row of totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from newslint.language.numbers.sums import show
from newslint.patterns import pattern
from newslint.records import NamedTuple


class TotalMismatch(NamedTuple):
    """Hold a cell of a row of totals, by row and column, and what the cells above it make."""

    row: int
    column: int
    right: str


_TOTAL = pattern(r"\W*(?:grand[ ]|overall[ ])?(?:totals?|sum|all)(?:[ ](?:votes?|cost|sum|costs))?\W*", re.IGNORECASE)
_PARTIAL = pattern(
    r"\b(?:sub-?totals?|totals?|of[ ]which|including|average|mean|median|change"
    r"|difference)\b",
    re.IGNORECASE,
)
# Columns that are not added up.
_NO_SUM = pattern(
    r"%|\b(?:average|avg|mean|median|rate|ratio|per|index|rank|place|position|year|date|age|share|change|growth|price"
    r"|no|number"
    r"[ ]of[ ]the|density|percent(?:age)?|margin|speed|score|unit|each|diff(?:erence)?|gd|ppg|era)\b",
    re.IGNORECASE,
)
_NUMBER = pattern(
    r"[$£€¥₹]?[ ]?([−-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[−-]?\d+(?:\.\d+)?)[ ]?(?:m|bn|k|million|billion"
    r"|€)?"
)
_NOTHING = frozenset(("", "-", "–", "—", "0", "nil", "none"))
_LEAST_ROWS = 2


def find_total_mismatches(rows: Sequence[Sequence[str]], header: Sequence[str]) -> Iterator[TotalMismatch]:
    """Yield the cells of a last row of totals that the cells above do not make, but for rounding.

    `rows` are the cells of a table without its header. A table in which most columns do not add up is no sum.
    """
    if len(rows) <= _LEAST_ROWS or not rows[-1] or not _TOTAL.fullmatch(rows[-1][0].strip()):
        return
    if any(row and _PARTIAL.search(row[0]) for row in rows[:-1]) or len({len(row) for row in rows}) > 1:
        return
    found: list[TotalMismatch] = []
    fits = 0
    for column in range(1, len(rows[-1])):
        if column < len(header) and _NO_SUM.search(header[column]):
            continue
        right = _sum_up(rows, column)
        fits += right == ""
        if right:
            found.append(TotalMismatch(len(rows) - 1, column, right))
    if len(found) <= max(1, fits):
        yield from found


def _sum_up(rows: Sequence[Sequence[str]], column: int) -> str | None:
    """Return what a column makes where it is not the total, nothing where it is, None where it has no numbers."""
    cells = [_read(row[column].strip()) for row in rows]
    if any(cell is None for cell in cells):
        return None
    values = [cell for cell in cells if cell is not None]
    *parts, (total, step) = values
    made = sum((value for value, _ in parts), Decimal(0))
    coarsest = max(step, *(other for _, other in parts))
    slack = coarsest * len(values) / 2 if coarsest < 1 else Decimal(0)
    if abs(made - total) <= slack:
        return ""
    # Another sum altogether: an average, or a total of more than the table shows.
    return show(made) if total / _FAR <= made <= total * _FAR else None


_FAR = Decimal("1.5")


def _read(cell: str) -> tuple[Decimal, Decimal] | None:
    """Return the number of a cell and the place value of its last digit."""
    if cell.lower() in _NOTHING:
        return Decimal(0), Decimal(1)
    match = _NUMBER.fullmatch(cell)
    if match is None:
        return None
    digits = match[1].replace(",", "").replace("−", "-")
    return Decimal(digits), Decimal(1).scaleb(-len(digits.partition(".")[2]))
