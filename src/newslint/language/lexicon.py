"""The word lists that stand beside the code and what a newsroom adds to them, as one value that analyses are given."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar

_FOLDER = Path(__file__).with_name("lexicons")
Table = TypeVar("Table")
Added = tuple[tuple[str, tuple[str, ...]], ...]

# Groups of `cues` as version 0.1 wrote them; newsrooms have them in their configurations.
_OLD_FRAMES = {
    "q": "quote",
    "t": "that",
    "w": "question",
    "c": "clause",
    "o": "object",
    "i": "infinitive",
    "a": "addressee",
    "e": "seeming",
    "r": "preposition-only",
    "s": "as",
    "d": "document",
    "f": "finite",
    "z": "pronoun-clause",
}
_PREPOSITION = "preposition="
# What a line of `irregular_verbs` holds in each of its groups.
_FORMS = {"forms": 5, "past": 2, "participle": 2, "ing": 2}


class Lexicon:
    """The word lists with a newsroom's own lines; two with the same lines are equal, in whatever process.

    It carries the tables that are made of the lists (see `table`), so that each is made once.
    """

    __slots__ = ("_added", "tables")

    def __init__(self, added: Added = ()) -> None:
        self._added = added
        self.tables: dict[Callable[[Lexicon], Any], Any] = {}

    def lines(self, name: str) -> list[tuple[str, str]]:
        """Return the two sides of each line of a word list, which reads `group : words`, the newsroom's own last."""
        lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        found = []
        for line in (*lines, *dict(self._added).get(name, ())):
            if line.strip() and not line.startswith("#"):
                group, _, words = line.partition(":")
                found.append((group.strip(), words.strip()))
        return found

    def groups(self, name: str) -> dict[str, frozenset[str]]:
        """Return the words of a list by the groups they belong to; a line may name several groups."""
        found: dict[str, set[str]] = {}
        for group, words in self.lines(name):
            for each in group.split():
                found.setdefault(each, set()).update(words.split())
        return {group: frozenset(words) for group, words in found.items()}

    def __eq__(self, other: object) -> bool:
        return self._added == other._added if isinstance(other, Lexicon) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._added)

    def __repr__(self) -> str:
        return f"Lexicon({self._added!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _kept, (self._added,)


@lru_cache(maxsize=16)
def _kept(added: Added) -> Lexicon:
    """Return the one lexicon of a process that has these lines, so that its tables are made once."""
    return Lexicon(added)


SHIPPED = _kept(())


def table(make: Callable[[Lexicon], Table]) -> Callable[[Lexicon], Table]:
    """Make what a function makes of a lexicon once for each lexicon."""

    @wraps(make)
    def made(lexicon: Lexicon) -> Table:
        if make not in lexicon.tables:
            lexicon.tables[make] = make(lexicon)
        kept: Table = lexicon.tables[make]
        return kept

    return made


def list_names() -> list[str]:
    """Return the names of the word lists, sorted."""
    return sorted(file.stem for file in _FOLDER.glob("*.txt"))


def extended(lines: Mapping[str, Sequence[str]]) -> Lexicon:
    """Return the shipped word lists with a newsroom's lines added, which are given by the lists' names.

    Raise ValueError for a list that does not exist and for a line that is not `group : words` with a group that the
    list has.
    """
    added = []
    for name, own in sorted(lines.items()):
        if name not in list_names():
            raise ValueError(f"unknown word list `{name}`; known: {', '.join(list_names())}")
        known = SHIPPED.groups(name).keys() - {""}
        known = {group for group in known if not group.startswith(_PREPOSITION)}
        if own:
            added.append((name, tuple(_checked(name, line, known) for line in own)))
    return _kept(tuple(added))


def _checked(name: str, line: str, known: set[str]) -> str:
    """Return a newsroom's line with today's names of groups."""
    group, colon, words = line.partition(":")
    groups = [_today(each) if name == "cues" else each for each in group.split()]
    unknown = [each for each in groups if each not in known and not (name == "cues" and each.startswith(_PREPOSITION))]
    if not colon or unknown or not _is_whole(name, groups, len(words.split())):
        raise ValueError(f"`{line}` in `{name}` must be `group : words`; the groups are {', '.join(sorted(known))}")
    return f"{' '.join(groups)} : {words.lower().strip()}"


def _is_whole(name: str, groups: list[str], words: int) -> bool:
    """Tell whether a line names a group and has as many words as its list asks for."""
    return bool(groups and words) and (name != "irregular_verbs" or words == _FORMS.get(groups[0], words))


def _today(group: str) -> str:
    return _PREPOSITION + group[2:] if group.startswith("p=") else _OLD_FRAMES.get(group, group)
