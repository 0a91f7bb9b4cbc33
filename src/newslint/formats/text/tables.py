"""Find tables that lost their lines when they were copied as text: keys and values, tabs, bars; it reads no prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.formats.text.lines import Unit, ends_sentence, starts_list_item
from newslint.newsroom.lines import Line, read_line
from newslint.patterns import pattern
from newslint.records import NamedTuple

_LONGEST_KEY = 10  # words
_LONGEST_VALUE = 60  # words, where blank lines part keys and values
_FEWEST_PAIRS = 2
_FEWEST_FIELDS = 3
# A table without known heads has so many lines, and stands among sentences of so many spaces.
_FEWEST_LINES, _LONG_SENTENCE = 6, 7
_DIGIT = pattern(r"\d")

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
_GRID = pattern(r"[-:+ ]*\|[-|:+ ]*")


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
        found = (
            _read_pairs(units, at, table)
            or _read_columns(units, at, table)
            or _read_fields(units, at, table)
            or _read_headed(units, at, table)
        )
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
    if not _are_heads(units, at):
        return []
    rows = [Row(at, at + 1, (_cell(units, at), _cell(units, at + 1)), table, is_header=True)]
    is_tight = units[at + 1].gap == 0 and units[at + 2].gap == 0
    index = at + 2
    while index < len(units) and _is_key(units[index].text) and not (is_tight and units[index].gap):
        if not _is_value(units, index + 1, is_tight):
            # A key whose value was empty on the page; without blank lines as a measure it may as well be a heading.
            if is_tight:
                key = _cell(units, index)
                rows.append(Row(index, index, (key, (index, key[2], key[2])), table))
            break
        rows.append(Row(index, index + 1, (_cell(units, index), _cell(units, index + 1)), table))
        index += 2
    return rows if len(rows) > _FEWEST_PAIRS else []


def _are_heads(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a unit and the next are the heads of two columns, with lines below them."""
    if at + 4 > len(units) or not _is_head(units[at].text, _KEY_HEADS):
        return False
    if units[at + 1].gap and not units[at + 2].gap:
        return False  # a heading over the table
    return _is_head(units[at + 1].text, _VALUE_HEADS)


def _read_headed(units: Sequence[Unit], at: int, table: int) -> list[Row]:
    """Read the pairs of lines without blank lines between them that stand under a heading in the midst of prose."""
    if (
        at < 2
        or at + _FEWEST_LINES >= len(units)
        or not units[at].gap
        or units[at + 1].gap
        or not _is_headed(units, at)
    ):
        return []
    lines = list(_run(units, at))
    end = lines[-1] + 1
    if len(lines) < _FEWEST_LINES or len(lines) % 2 or not any(map(_is_sentence, units[end : end + 2])):
        return []
    texts = [units[index].text for index in lines]
    if not all(map(_may_be_cell, texts)) or not (_has_figures(texts) or _has_heads(texts)):
        return []
    pairs = zip(lines[::2], lines[1::2], strict=True)
    has_heads = _has_heads(texts)
    return [
        Row(key, value, (_cell(units, key), _cell(units, value)), table, is_header=has_heads and key == at)
        for key, value in pairs
    ]


def _is_headed(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a line that stands alone is over a unit, and a sentence over that."""
    heading = units[at - 1]
    return heading.gap > 0 and _is_key(heading.text) and not ends_sentence(heading.text) and _is_sentence(units[at - 2])


def _is_sentence(unit: Unit) -> bool:
    return unit.text.count(" ") >= _LONG_SENTENCE and ends_sentence(unit.text)


def _may_be_cell(text: str) -> bool:
    return _is_key(text) and starts_list_item(text) is None and not read_line(text).boilerplate


def _has_figures(texts: Sequence[str]) -> bool:
    """Tell whether every second line but for a head has a figure, and few others do."""
    values = sum(_DIGIT.search(text) is not None for text in texts[3::2])
    keys = sum(_DIGIT.search(text) is not None for text in texts[::2])
    return values == len(texts) // 2 - 1 and keys * 4 <= len(texts)


def _has_heads(texts: Sequence[str]) -> bool:
    """Tell whether the first two lines are the heads of columns: a word or two, shorter than what is below them."""
    return all(
        text.count(" ") <= 1 and not _DIGIT.search(text) and len(text) < min(map(len, texts[at + 2 :: 2]))
        for at, text in enumerate(texts[:2])
    )


def _is_value(units: Sequence[Unit], index: int, is_tight: bool) -> bool:
    """Tell whether a unit may be the value below a key."""
    if index >= len(units) or read_line(units[index].text).boilerplate:
        return False
    return units[index].gap == 0 if is_tight else len(units[index].text.split()) <= _LONGEST_VALUE


def _is_head(text: str, words: frozenset[str]) -> bool:
    words_of_head = read_line(text).key.split()
    return 0 < len(words_of_head) <= 3 and (words_of_head[-1] in words or words_of_head[-1].removesuffix("s") in words)


def _is_key(text: str) -> bool:
    return len(text.split()) <= _LONGEST_KEY and not (ends_sentence(text) and text[-1] in ".!…")


def _run(units: Sequence[Unit], at: int) -> Iterator[int]:
    """Yield a line's index and those of the lines after it up to a blank line or a paragraph of several lines."""
    for index in range(at, len(units)):
        if len(units[index].lines) > 1 or (index > at and units[index].gap):
            return
        yield index


def _read_columns(units: Sequence[Unit], at: int, table: int) -> list[Row]:
    """Read neighbouring lines that are cut into the same number of cells by tabs or bars."""
    head = units[at].text
    mark = "\t" if "\t" in head else "|"
    rows: list[Row] = []
    for index in _run(units, at):
        text = units[index].text
        if rows and mark == "|" and _GRID.fullmatch(text):
            continue
        cells = _cut(text, mark)
        if len(cells) < 2 or (rows and len(cells) != len(rows[0].cells)):
            break
        rows.append(Row(index, index, tuple((index, start, end) for start, end in cells), table, is_header=not rows))
    fewest = 2 if mark == "\t" or head.startswith("|") else 3
    return rows if len(rows) >= fewest else []


def _cut(text: str, mark: str) -> list[tuple[int, int]]:
    cells: list[tuple[int, int]] = []
    if mark not in text:
        return cells
    start = 0
    for end in [*(index for index, sign in enumerate(text) if sign == mark), len(text)]:
        piece = text[start:end]
        begin = start + len(piece) - len(piece.lstrip())
        cells.append((begin, max(begin, start + len(piece.rstrip()))))
        start = end + 1
    if mark == "|":
        cells = cells[text.startswith("|") : len(cells) - text.endswith("|")]
    else:
        cells = [cell for cell in cells if cell[1] > cell[0]]
    return cells


def _read_fields(units: Sequence[Unit], at: int, table: int) -> list[Row]:
    """Read neighbouring lines that are `Key: value`, without blank lines between them."""
    rows: list[Row] = []
    keys: set[str] = set()
    for index in _run(units, at):
        text = units[index].text
        found = _match_field(text)
        key = found["key"].lower() if found else ""
        # The same words again and again before the colon are speakers, in an interview.
        if found is None or key in keys or key in _NOT_KEYS or _is_of_head(read_line(text)):
            break
        keys.add(key)
        rows.append(Row(index, index, ((index, 0, found.end("key")), (index, found.start("value"), len(text))), table))
    return rows if len(rows) >= _FEWEST_FIELDS else []


def _is_of_head(line: Line) -> bool:
    """Tell whether a line is boilerplate, or a byline or a date with its label: `Erstellt: 26.03.2026`."""
    if line.boilerplate or (line.byline is not None and line.byline.start == 0):
        return True
    return bool(line.dates) and line.dates[0].is_labelled


def _match_field(text: str) -> re.Match[str] | None:
    """Match a line that is a short key with a capital or a digit, and its value."""
    if len(text) > 300 or not (text[0].isupper() or text[0].isdigit()):
        return None
    found = _FIELD.match(text)
    return found if found and len(found["key"].split()) <= 5 else None


_NOT_KEYS = frozenset(
    "q a question answer by author authors published updated posted date correction note editor's note".split()
)
