"""Every row of the speech analysis's tables decides its example, and without the row the example is read otherwise."""

from __future__ import annotations

import re
from importlib import import_module
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.speech.attributions import Attribution, find_attributions
from newslint.language.speech.passages import Passage
from newslint.language.speech.quotations import find_quotations
from newslint.language.speech.tables import Row, Table

MODULES = [
    import_module(f"newslint.language.speech.{name}")
    for name in ("circumstances", "content_end", "content_start", "noun_phrases", "subjects", "verbs")
]
TABLES = [
    (module, name, value) for module in MODULES for name, value in vars(module).items() if isinstance(value, Table)
]
ROWS = [pytest.param(*found, row, id=f"{found[1]}-{row.name}") for found in TABLES for row in found[2].rows]
MARKS = {"source": ("[", "]"), "cue": ("<", ">"), "content": ("{", "}")}


def read(text: str) -> list[Attribution]:
    passages = [Passage(text.removeprefix("# "), "heading" if text.startswith("# ") else "paragraph")]
    return find_attributions(passages, find_quotations(passages))


def marked(example: str) -> tuple[str, dict[str, list[str]]]:
    """Return an example without its marks, and the words that they mark as source, cue or content."""
    parts = {name: re.findall(rf"\{first}([^\{last}]+)\{last}", example) for name, (first, last) in MARKS.items()}
    return re.sub(r"[\[\]<>{}]", "", example), {name: words for name, words in parts.items() if words}


def is_read_as_marked(example: str) -> bool:
    """Tell whether one act of saying has just the parts that are marked, or there is none where nothing is."""
    text, parts = marked(example)
    acts = read(text)
    text = text.removeprefix("# ")
    if not parts:
        return not acts
    return any(
        all([text[part.start : part.end] for part in getattr(act, name)] == words for name, words in parts.items())
        for act in acts
    )


class Watched(Table):
    """A table that notes which of its rows decide."""

    def __init__(self, table: Table) -> None:
        super().__init__(table.columns, rows=table.rows)
        self.used: set[str] = set()

    def decide(self, *words: int) -> str:
        row = self.fitting(*words)
        self.used.add(row.name)
        return row.outcome


@pytest.mark.parametrize(("module", "name", "table", "row"), ROWS)
def test_a_row_decides_its_example(
    module: ModuleType, name: str, table: Table, row: Row, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_read_as_marked(row.example), [
        {part: [marked(row.example)[0][e.start : e.end] for e in getattr(act, part)] for part in MARKS}
        for act in read(marked(row.example)[0])
    ]
    watched = Watched(table)
    monkeypatch.setattr(module, name, watched)
    assert is_read_as_marked(row.example)
    assert row.name in watched.used
    monkeypatch.setattr(module, name, table.without(row.name))
    try:
        assert not is_read_as_marked(row.example)
    except LookupError:
        # The last row fits wherever no other does.
        assert row is table.rows[-1]


@pytest.mark.parametrize(("module", "name", "table"), TABLES)
def test_names_of_rows_are_unique(module: ModuleType, name: str, table: Table) -> None:
    names = [row.name for row in table.rows]
    assert len({*names}) == len(names)


BITS = {"noun": 1, "verb": 2, "name": 4, "nothing": 8}
SMALL = """
    both: here noun verb, next name => one
        x
    either: here noun|verb -name, next
            verb or -name => two
        x
    rest: => three
        x
"""


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ((3, 4), "one"),
        ((1, 4), "three"),
        ((1, 0), "two"),
        ((2, 6), "two"),
        ((5, 0), "three"),
        ((0, 0), "three"),
        ((4, 8), "three"),
    ],
)
def test_the_first_row_that_fits_decides(words: tuple[int, int], outcome: str) -> None:
    table = Table({"here": BITS, "next": BITS}, SMALL)
    for _ in range(2):
        assert table.decide(*words) == outcome == table.fitting(*words).outcome
        assert table.alone.get(words[0]) in (None, outcome)


@given(st.integers(0, 15), st.integers(0, 15))
def test_what_a_table_remembers_is_what_its_rows_say(here: int, following: int) -> None:
    assert REMEMBERING.decide(here, following) == REMEMBERING.fitting(here, following).outcome


REMEMBERING = Table({"here": BITS, "next": BITS}, SMALL)


def test_a_word_that_decides_by_itself_is_asked_for_alone() -> None:
    table = Table({"here": BITS, "next": BITS}, SMALL)
    assert [table.decide(here, 4) for here in (0, 1, 4)] == ["three"] * 3
    assert table.alone == {0: "three", 4: "three"}
    assert [row.name for row in table.without("both").rows] == ["either", "rest"]
