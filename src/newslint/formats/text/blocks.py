"""Make blocks and links of the units of a plain text once it is known what they are; it decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.article import Block, Prose, Run
from newslint.formats.text.lines import Unit, make_prose, starts_list_item
from newslint.formats.text.tables import Row
from newslint.parts import BlockKind, Role
from newslint.patterns import pattern
from newslint.spans import Span

HASHES = pattern(r"#{1,6}\s+(?=\S)")
ORDINAL = pattern(r"\(?(?P<ordinal>\d{1,3}|[A-Za-z])[.)]\s+(?=\S)|(?P<q>Q(?:uestion)?\s?\d{0,3})\s?[.:)]\s+(?=\S)")


def make_block(unit: Unit, kind: BlockKind, role: Role) -> Block:
    """Make the block of a unit; marks of lists, quotations and headings are left out of its text."""
    mark, ordinal = _read_mark(unit.text, kind)
    if mark >= len(unit.lines[0].text):
        mark = 0
    return Block(kind, unit.span, make_prose(unit, mark), role=role, ordinal=ordinal)


def _read_mark(text: str, kind: BlockKind) -> tuple[int, str | None]:
    """Return the length of the mark that opens a block of a kind, and the ordinal in it."""
    if kind == "quotation":
        return len(text) - len(text.lstrip("> \t")), None
    if kind == "list-item":
        found, number = starts_list_item(text), ORDINAL.match(text)
        mark = len(text) - len(text[found.end() :].lstrip()) if found else 0
        return mark, number["ordinal"] if number else None
    return _read_heading_mark(text) if kind == "heading" else (0, None)


def _read_heading_mark(text: str) -> tuple[int, str | None]:
    """Return the length of the hashes before a heading, and its number or its “Q1”; a letter is none."""
    hashes = HASHES.match(text)
    mark = hashes.end() if hashes else 0
    number = ORDINAL.match(text, mark)
    ordinal = number["q"] or number["ordinal"] if number else ""
    return mark, ordinal if number and (number["q"] or ordinal.isdigit()) else None


def make_row(row: Row, units: Sequence[Unit]) -> Block:
    """Make the block of a table's row; cells are parted by one space where they stood on lines of their own."""
    members = units[row.first : row.last + 1]
    runs: list[Run] = []
    starts: list[int] = []
    text = ""
    for number, unit in enumerate(members):
        prose = make_prose(unit)
        if number:
            gap = members[number - 1].span.end
            runs.append(Run(len(text), 1, gap, unit.span.start - gap))
            text += " "
        starts.append(len(text))
        runs.extend(Run(len(text) + run.start, run.length, run.source_start, run.source_length) for run in prose.runs)
        text += prose.text
    cells = tuple((starts[unit - row.first] + start, starts[unit - row.first] + end) for unit, start, end in row.cells)
    span = Span(members[0].span.start, members[-1].span.end)
    return Block("table-row", span, Prose(text, runs), cells=cells, table=row.table, is_header=row.is_header)
