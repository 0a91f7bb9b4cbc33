"""Find tables that lost their lines when they were copied as text: keys and values, tabs, bars; it reads no prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newslint.formats.text.lines import Unit, ends_sentence
from newslint.newsroom.lines import read_line
from newslint.patterns import pattern

_LONGEST_KEY = 10  # words
_FEWEST_PAIRS = 2
_FEWEST_FIELDS = 3

# What stands above the two columns of a table of facts; our own reading of explainers.
_KEY_HEADS = frozenset(
    """aspect attribute category characteristic component date detail element event fact factor feature field heading
    indicator information item key label metric milestone name parameter particular particulars point question section
    specification subject term theme topic year""".split()
)
_VALUE_HEADS = frozenset(
    """answer answers comment data date description detail details explanation fact facts figure figures information
    meaning note notes particulars specification specifications status summary value values what""".split()
)
_FIELD = pattern(r"(?P<key>[^\W_][\w '’/()&.-]{0,48}?)\s?(?::\s+|\t\s*)(?P<value>\S.*)", re.DOTALL)
_BAR = pattern(r"(?:(?<!\s)\s+)?\|\s*")


class Row(NamedTuple):
    """A row of a table: the units that it covers, its cells as (unit, start, end) in those units' texts."""

    first: int
    last: int
    cells: tuple[tuple[int, int, int], ...]
    table: int
    is_header: bool = False


def find_rows(units: Sequence[Unit]) -> list[Row]:
    """Return the rows of all tables of a text, in order; they do not overlap."""
    rows: list[Row] = []
    at = table = 0
    while at < len(units):
        found = _read_pairs(units, at, table) or _read_columns(units, at, table) or _read_fields(units, at, table)
        if found:
            rows.extend(found)
            at = found[-1].last + 1
            table += 1
        else:
            at += 1
    return rows


def _cell(units: Sequence[Unit], index: int) -> tuple[int, int, int]:
    return index, 0, len(units[index].text)


def _read_pairs(units: Sequence[Unit], at: int, table: int) -> list[Row]:
    """Read lines that are key, value, key, value … under two column heads."""
    if (
        at + 4 > len(units)
        or not _is_head(units[at].text, _KEY_HEADS)
        or not _is_head(units[at + 1].text, _VALUE_HEADS)
    ):
        return []
    rows = [Row(at, at + 1, (_cell(units, at), _cell(units, at + 1)), table, is_header=True)]
    is_tight = units[at + 1].gap == 0 and units[at + 2].gap == 0
    index = at + 2
    while index < len(units) and _is_key(units[index].text):
        if is_tight and units[index].gap and rows:
            break
        has_value = (
            index + 1 < len(units)
            and (not is_tight or units[index + 1].gap == 0)
            and not read_line(units[index + 1].text).boilerplate
        )
        if not has_value:
            # A key whose value was empty on the page; without blank lines as a measure it may as well be a heading.
            if is_tight:
                rows.append(
                    Row(
                        index,
                        index,
                        (_cell(units, index), (index, len(units[index].text), len(units[index].text))),
                        table,
                    )
                )
            break
        if not is_tight and len(units[index + 1].text.split()) > 60:
            break
        rows.append(Row(index, index + 1, (_cell(units, index), _cell(units, index + 1)), table))
        index += 2
    return rows if len(rows) > _FEWEST_PAIRS else []


def _is_head(text: str, words: frozenset[str]) -> bool:
    words_of_head = read_line(text).key.split()
    return 0 < len(words_of_head) <= 3 and (words_of_head[-1] in words or words_of_head[-1].removesuffix("s") in words)


def _is_key(text: str) -> bool:
    return len(text.split()) <= _LONGEST_KEY and not (ends_sentence(text) and text[-1] in ".!…")


def _read_columns(units: Sequence[Unit], at: int, table: int) -> list[Row]:
    """Read neighbouring lines that are cut into the same number of cells by tabs or bars."""
    mark = "\t" if "\t" in units[at].text.strip() else "|" if units[at].text.count("|") > 0 else ""
    if not mark:
        return []
    rows: list[Row] = []
    width = 0
    index = at
    while index < len(units) and len(units[index].lines) == 1 and (index == at or units[index].gap == 0):
        text = units[index].text
        if mark not in text or (rows and mark == "|" and set(text) <= set("|-:+ ")):
            if mark not in text:
                break
            index += 1
            continue
        cells = _cut(text, mark)
        if len(cells) < 2 or (width and len(cells) != width):
            break
        width = len(cells)
        rows.append(Row(index, index, tuple((index, start, end) for start, end in cells), table, is_header=not rows))
        index += 1
    return rows if len(rows) > 1 and (mark == "\t" or len(rows) > 2 or units[at].text.startswith("|")) else []


def _cut(text: str, mark: str) -> list[tuple[int, int]]:
    cells: list[tuple[int, int]] = []
    start = 0
    for end in [*(index for index, sign in enumerate(text) if sign == mark), len(text)]:
        piece = text[start:end]
        begin = start + len(piece) - len(piece.lstrip())
        cells.append((begin, max(begin, start + len(piece.rstrip()))))
        start = end + 1
    if mark == "|":
        cells = cells[1:] if text.startswith("|") else cells
        cells = cells[:-1] if text.endswith("|") and cells else cells
    else:
        cells = [cell for cell in cells if cell[1] > cell[0]]
    return cells


def _read_fields(units: Sequence[Unit], at: int, table: int) -> list[Row]:
    """Read neighbouring lines that are `Key: value`, without blank lines between them."""
    rows: list[Row] = []
    keys: set[str] = set()
    index = at
    while index < len(units) and (index == at or units[index].gap == 0) and len(units[index].lines) == 1:
        text = units[index].text
        found = _FIELD.match(text) if len(text) <= 300 else None
        if (
            found is None
            or len(found["key"].split()) > 5
            or (not found["key"][0].isupper() and not found["key"][0].isdigit())
        ):
            break
        key = found["key"].lower()
        # The same words again and again before the colon are speakers, in an interview.
        if key in keys or key in _NOT_KEYS or read_line(text).boilerplate:
            break
        keys.add(key)
        rows.append(Row(index, index, ((index, 0, found.end("key")), (index, found.start("value"), len(text))), table))
        index += 1
    return rows if len(rows) >= _FEWEST_FIELDS else []


_NOT_KEYS = frozenset(
    "q a question answer by author authors published updated posted date correction note editor's note".split()
)
