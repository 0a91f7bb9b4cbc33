"""Read the word lists that stand beside the code, with what a newsroom adds to them; it knows no list's meaning."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

_FOLDER = Path(__file__).with_name("lexicons")
Table = TypeVar("Table")

_added: dict[str, tuple[str, ...]] = {}
_tables: list[Any] = []


def list_names() -> list[str]:
    """Return the names of the word lists, sorted."""
    return sorted(file.stem for file in _FOLDER.glob("*.txt"))


def read_lines(name: str) -> list[tuple[str, str]]:
    """Return the two sides of each line of a word list, which reads `group : words`, the newsroom's own lines last."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    found = []
    for line in (*lines, *_added.get(name, ())):
        if line.strip() and not line.startswith("#"):
            group, _, words = line.partition(":")
            found.append((group.strip(), words.strip()))
    return found


def table(make: Callable[[], Table]) -> Callable[[], Table]:
    """Make a table once, and anew after the word lists were extended."""
    kept = cache(make)
    _tables.append(kept)
    return kept


def extend(lines: Mapping[str, Sequence[str]]) -> None:
    """Add a newsroom's lines to word lists, by the lists' names, in place of what was added before.

    Call it before the first text of a run is read: analyses that were made before keep what they found. Raise
    ValueError for a list that does not exist and for a line that is not `group : words` with a group that the list has.
    """
    for name, added in lines.items():
        if name not in list_names():
            raise ValueError(f"there is no word list `{name}`; there are {', '.join(list_names())}")
        codes = {code for group, _ in read_lines(name) for code in group.split()}
        for line in added:
            group, colon, words = line.partition(":")
            unknown = [code for code in group.split() if code not in codes and not code.startswith("p=")]
            if not colon or not words.split() or unknown or not group.split():
                raise ValueError(
                    f"`{line}` in `{name}` does not read `group : words`; groups are {', '.join(sorted(codes))}"
                )
    wanted = {name: tuple(added) for name, added in lines.items() if added}
    if wanted != _added:
        _added.clear()
        _added.update(wanted)
        for kept in _tables:
            kept.cache_clear()
