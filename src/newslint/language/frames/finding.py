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


def find_framed(name: str, texts: Mapping[int, str], words: Mapping[int, Set[str]]) -> list[Framed]:
    """Return what the frames of a list find in texts, by passage and place; `words` are the different words of each.

    Of two that overlap, the one counts whose frame needs no other sign, or stands first in the list.
    """
    found: list[Framed] = []
    known = frozenset().union(*words.values())
    groups = [group for group in read_frames(name) if _is_live(group, known)]
    for index, text in texts.items() if groups else ():
        live = [group for group in groups if _is_live(group, words[index])]
        rows = sorted(
            (row for group in live for row in group.rows), key=lambda row: (row.grade != SKIP, not row.is_sure)
        )
        if rows:
            found += _find_in(index, text, rows)
    return found


def _is_live(group: Group, words: Set[str]) -> bool:
    return not group.triggers.isdisjoint(words) or "*" in group.triggers


def _find_in(index: int, text: str, rows: Sequence[Row]) -> list[Framed]:
    tokens = read_tokens(text)
    words = {token.word for token in tokens}
    seen: list[Framed] = []
    for row in rows:
        if row.needs and row.needs.isdisjoint(words):
            continue
        for start, end in _matches(tokens, row):
            place = Framed(index, tokens[start].start, tokens[end - 1].end, row)
            if all(place.end <= other.start or other.end <= place.start for other in seen):
                seen.append(place)
    return sorted(found for found in seen if found.row.grade != SKIP)


def _matches(tokens: Sequence[Token], row: Row) -> Iterator[tuple[int, int]]:
    """Yield where a frame's flagged tokens begin and end."""
    after = 0
    for at, token in enumerate(tokens):
        if at < after or not token.word or (row.firsts and token.word not in row.firsts):
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


def _is_excused(tokens: Sequence[Token], start: int, end: int, unless: frozenset[str]) -> bool:
    """Tell whether a word of the sentence that a frame stands in excuses it."""
    if not unless:
        return False
    while start > 0 and tokens[start - 1].mark not in _STOPS:
        start -= 1
    while end < len(tokens) and tokens[end].mark not in _STOPS:
        end += 1
    return any(token.word in unless for token in tokens[start:end])
