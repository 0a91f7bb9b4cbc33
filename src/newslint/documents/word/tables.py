"""Tell tables that hold data from those that lay out a page, and read the rows of the former."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.documents.packages import local
from newslint.documents.word.parts import Parts

LONGEST_CELL = 400  # characters; what is longer is a page laid out with a table
_NO_DATA = frozenset({"tbl"})
_WRAPS = frozenset({"sdt", "sdtContent", "customXml"})
_FIRST_ROW = 0x20  # in `tblLook`: the first row looks like a head


def inner(element: Any, name: str) -> Iterator[Any]:
    """Yield the children of a name, through the controls that may be around them."""
    for child in element:
        found = local(child)
        if found == name:
            yield child
        elif found in _WRAPS:
            yield from inner(child, name)


def is_data(parts: Parts, table: Any) -> bool:
    """Tell whether a table has rows of two cells or more, none of which is long or holds a table of its own."""
    rows = [list(inner(row, "tc")) for row in inner(table, "tr")]
    return any(len(cells) >= 2 for cells in rows) and all(_is_short(cell) for cells in rows for cell in cells)


def _is_short(cell: Any) -> bool:
    if any(local(child) in _NO_DATA for child in cell):
        return False
    return sum(len(text.text or "") for text in cell.iter("{*}t")) <= LONGEST_CELL


def reads_row(parts: Parts, table: Any, rejects: bool) -> Iterator[tuple[Any, bool]]:
    """Yield the rows that stay after tracked changes, and whether each is a head."""
    look = parts.child(table, "tblPr", "tblLook")
    first = True
    for row in inner(table, "tr"):
        properties = parts.child(row, "trPr")
        gone = parts.child(properties, "ins" if rejects else "del") if properties is not None else None
        if gone is None:
            is_marked = bool(parts.is_on(properties, "tblHeader"))
            yield row, is_marked or (first and _has_head(parts, look))
            first = False


def _has_head(parts: Parts, look: Any) -> bool:
    if look is None:
        return False
    told = parts.get(look, "firstRow")
    if told is not None:
        return told == "1"
    try:
        return bool(int(parts.get(look) or "0", 16) & _FIRST_ROW)
    except ValueError:
        return False
