"""Find the frames of a list in texts: cheap where a text has none of the words that its frames need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from newslint.language.frames.nodes import Token, ends_of, read_tokens
from newslint.language.frames.reading import Group, Row, read_frames
from newslint.records import NamedTuple

# The grade of frames that take out what they cover: it is right, or said of something else.
SKIP = "skip"
_STOPS = frozenset((".", "!", "?", "…"))


class Framed(NamedTuple):
    """What a frame of a list found in the text of a passage [start, end)."""

    passage: int
    start: int
    end: int
    row: Row


class Read(NamedTuple):
    """The tokens of a text, and where each word stands among them."""

    tokens: Sequence[Token]
    places: Mapping[str, Sequence[int]]


class Texts:
    """Texts by passage with the different words of each; what is read of them is kept for all lists."""

    def __init__(self, texts: Mapping[int, str], words: Mapping[int, Set[str]]) -> None:
        """Take the texts, and their words in small letters, cut at hyphens and apostrophes."""
        self.texts, self.words = texts, words
        self.known: Set[str] = frozenset().union(*words.values())
        self._read: dict[int, Read] = {}

    def read(self, index: int) -> Read:
        """Return the tokens of a text."""
        if index not in self._read:
            tokens = read_tokens(self.texts[index])
            places: dict[str, list[int]] = {}
            for at, token in enumerate(tokens):
                places.setdefault(token.word, []).append(at)
            self._read[index] = Read(tokens, places)
        return self._read[index]


def find_framed(name: str, texts: Texts, sure: bool = False) -> list[Framed]:
    """Return what the frames of a list find in texts, by passage and place; `sure`: only those that need no other sign.

    Of two that overlap, the one counts whose frame needs no other sign, or stands first in the list.
    """
    found: list[Framed] = []
    groups = [group for group in read_frames(name) if _is_live(group, texts.known) and (group.is_sure or not sure)]
    for index, words in texts.words.items() if groups else ():
        rows = [
            row
            for group in groups
            if _is_live(group, words)
            for row in group.rows
            if (row.is_sure or not sure) and not any(each.isdisjoint(words) for each in row.required)
        ]
        if rows:
            found += _find_in(index, texts.read(index), rows)
    return found


def _is_live(group: Group, words: Set[str]) -> bool:
    return not group.triggers.isdisjoint(words) or "*" in group.triggers


def _find_in(index: int, read: Read, rows: Sequence[Row]) -> list[Framed]:
    seen: list[Framed] = []
    for row in sorted(rows, key=lambda row: (row.grade != SKIP, not row.is_sure)):
        for start, end in _matches(read, row):
            place = Framed(index, read.tokens[start].start, read.tokens[end - 1].end, row)
            if all(place.end <= other.start or other.end <= place.start for other in seen):
                seen.append(place)
    return sorted(found for found in seen if found.row.grade != SKIP)


def _matches(read: Read, row: Row) -> Iterator[tuple[int, int]]:
    """Yield where a frame's flagged tokens begin and end."""
    after, tokens = 0, read.tokens
    for at in _starts(read, row):
        if at < after:
            continue
        marks: dict[str, int] = {}
        ends = ends_of(row.nodes, 0, tokens, at, marks)
        end = max(ends, default=None) if row.grade == SKIP else next(ends, None)
        if end is None or end == at or _is_excused(tokens, at, end, row.unless):
            continue
        after = end
        first, last = marks.get("opens", at), marks.get("closes", end)
        if first < last:
            yield first, last


def _starts(read: Read, row: Row) -> Sequence[int]:
    """Return where a frame may begin."""
    if not row.firsts:
        return range(len(read.tokens))
    known = row.firsts & read.places.keys()
    return sorted(at for word in known for at in read.places[word])


def _is_excused(tokens: Sequence[Token], start: int, end: int, unless: frozenset[str]) -> bool:
    """Tell whether a word of the sentence that a frame stands in excuses it."""
    if not unless:
        return False
    while start > 0 and tokens[start - 1].mark not in _STOPS:
        start -= 1
    while end < len(tokens) and tokens[end].mark not in _STOPS:
        end += 1
    return any(token.word in unless for token in tokens[start:end])
