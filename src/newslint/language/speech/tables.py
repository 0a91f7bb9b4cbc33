"""Decide by tables of rows that a linguist can read: which words stand where, what follows from it, and an example.

A row reads `name: column words, column words => outcome`, and has an example in a line below. The first row that fits
decides. Words are given by their classes: `det|pron` is a determiner or a pronoun, `det pron` one that is both, `-name`
is not a name, `name or -verb` a name or else not a verb, `nothing` the place before the first word or after the last.

An example marks with [source], <cue> and {content} what is found because of its row; where nothing is marked, nothing
is found. The tests hold every row to that, and to another answer without the row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from operator import and_, attrgetter

from newslint.language.speech.word_classes import BITS, NOTHING
from newslint.language.units import tokens
from newslint.records import NamedTuple

# Conditions that all hold, each a set of bits and whether one of them is wanted; one such list must hold.
Cell = tuple[tuple[tuple[int, bool], ...], ...]
# The classes of words that a column of words may name.
WORDS = {
    "det": tokens.DET,
    "pron": tokens.PRON,
    "obj": tokens.OBJ,
    "poss": tokens.POSS,
    "aux": tokens.AUX,
    "prep": tokens.PREP,
    "to": tokens.TO,
    "conj": tokens.CONJ,
    "sub": tokens.SUB,
    "rel": tokens.REL,
    "adv": tokens.ADV,
    "cue": tokens.CUE,
    "verb": tokens.VERB,
    "ing": tokens.ING,
    "ed": tokens.ED,
    "name": tokens.NAME,
    "plural": tokens.PLURAL,
    "title": tokens.TITLE,
    "num": tokens.NUM,
    "time": tokens.TIME,
    "quote": tokens.QUOTE,
    "comma": tokens.COMMA,
    "colon": tokens.COLON,
    "dash": tokens.DASH,
    "mark": tokens.PUNCT,
    "noun-cue": tokens.NOUN_CUE,
    "end": tokens.END,
    "nothing": NOTHING,
    **BITS,
}
# What no noun phrase goes across.
WORDS["barrier"] = (
    tokens.AUX | tokens.VERB | tokens.SUB | tokens.REL | tokens.PUNCT | tokens.CONJ | tokens.PRON | tokens.OBJ
) | tokens.QUOTE


class Row(NamedTuple):
    """Hold one row: what must hold in some of the columns, by number, and what follows."""

    name: str
    cells: tuple[tuple[int, Cell], ...]
    outcome: str
    example: str


_Kept = tuple[list[Row], tuple[int, ...], dict[tuple[int, ...], str]]


class Table:
    """Hold rows, and remember what they said of each combination of words; the rows are read when first asked."""

    def __init__(self, columns: Mapping[str, Mapping[str, int]], text: str = "", rows: Sequence[Row] = ()) -> None:
        """Take the names of the columns, each with the bits of the classes that it may name, and rows as text."""
        self.columns = columns
        self._text = text
        self._rows = tuple(rows)
        # The outcome of each first word that decides alone: ask this before `decide` where every word counts.
        self.alone: dict[int, str] = {}
        # For each other first word, the rows that it leaves, which bits of the other words count, and what followed.
        self._kept: dict[int, _Kept] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in order."""
        if not self._rows:
            lines = iter([line.strip() for line in self._text.splitlines() if line.strip()])
            rows = []
            for line in lines:
                while "=>" not in line:
                    line = f"{line} {next(lines)}"
                rows.append(self._read(line, next(lines)))
            self._rows = tuple(rows)
        return self._rows

    def without(self, name: str) -> Table:
        """Return the table without one of its rows."""
        return Table(self.columns, rows=[row for row in self.rows if row.name != name])

    def decide(self, *words: int) -> str:
        """Return the outcome of the first row that fits the classes of some words, one for each column."""
        kept = self._kept.get(words[0] & self._first_bits)
        rows, masks, known = kept or self._enter(words[0] & self._first_bits)
        key = tuple(map(and_, words, masks))
        outcome = known.get(key)
        if outcome is None:
            outcome = known[key] = _first_fitting(rows, key).outcome
        if not rows[0].cells:
            self.alone[words[0]] = outcome
        return outcome

    @cached_property
    def _first_bits(self) -> int:
        return self._bits_that_count(self.rows)[0]

    def _bits_that_count(self, rows: Sequence[Row]) -> list[int]:
        """Return which bits of the word in each column some rows ask for."""
        masks = [0] * len(self.columns)
        for column, cell in (each for row in rows for each in row.cells):
            for bits, _ in (condition for either in cell for condition in either):
                masks[column] |= bits
        return masks

    def _enter(self, first: int) -> _Kept:
        """Note and return which rows a word in the first column leaves, without that column, and what they ask for."""
        rows = []
        for row in self.rows:
            if all(_holds(first, cell) for column, cell in row.cells if not column):
                rows.append(row._replace(cells=tuple(each for each in row.cells if each[0])))
                if not rows[-1].cells:
                    break
        if not rows[-1].cells and len(set(map(attrgetter("outcome"), rows))) == 1:
            rows = rows[-1:]
        kept = self._kept[first] = rows, tuple(self._bits_that_count(rows)), {}
        return kept

    def fitting(self, *words: int) -> Row:
        """Return the first row that fits; raise LookupError where none does."""
        return _first_fitting(self.rows, words)

    def _read(self, line: str, example: str) -> Row:
        name, _, rest = line.partition(":")
        conditions, _, outcome = rest.partition("=>")
        numbers = {column: number for number, column in enumerate(self.columns)}
        cells = []
        for condition in filter(None, map(str.strip, conditions.split(","))):
            column, _, words = condition.partition(" ")
            cells.append((numbers[column], self._cell(column, words)))
        return Row(name.strip(), tuple(cells), outcome.strip(), example)

    def _cell(self, column: str, words: str) -> Cell:
        return tuple(
            tuple((self._bits(column, part.removeprefix("-")), not part.startswith("-")) for part in either.split())
            for either in words.split(" or ")
        )

    def _bits(self, column: str, names: str) -> int:
        bits = 0
        for name in names.split("|"):
            bits |= self.columns[column][name]
        return bits


def _first_fitting(rows: Sequence[Row], words: tuple[int, ...]) -> Row:
    for row in rows:
        for column, cell in row.cells:
            if not _holds(words[column], cell):
                break
        else:
            return row
    raise LookupError("no row fits")


def _holds(word: int, cell: Cell) -> bool:
    for either in cell:
        for bits, wanted in either:
            if bool(word & bits) is not wanted:
                break
        else:
            return True
    return False
