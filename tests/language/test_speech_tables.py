"""Every row of the speech analysis's tables decides its example, and without the row the example is read otherwise."""

from __future__ import annotations

import re
from importlib import import_module
from types import ModuleType

import pytest

from newslint.language.speech.attributions import Attribution, find_attributions
from newslint.language.speech.passages import Passage
from newslint.language.speech.quotations import find_quotations
from newslint.language.speech.tables import Row, Table

MODULES = [
    import_module(f"newslint.language.speech.{name}")
    for name in ("content_end", "content_start", "noun_phrases", "subjects", "verbs")
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

    def decide(self, first: int, *others: int) -> str:
        row = self.fitting(first, *others)
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
