"""Tell which lines of a text's top stand in a list: a menu that is printed twice, contents, a ranking of articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.formats.text.lines import Unit
from newslint.formats.text.scraped import Shape, is_caption
from newslint.newsroom.lines import read_line
from newslint.patterns import pattern

# A copy of fewer characters may be the name of a section.
LONG_KEY = 12
# So many copies of a line are looked at.
_COPIES = 5
# An entry of the contents may have a subtitle; so many lines further on stands the next one.
_NEXT_ENTRY = 3
# What stands between a heading and the one before it, as far as it is looked at.
_SECTION = 3
# So near stand the places of a ranking, in lines.
_NEXT_PLACE = 4
_PLACE = pattern(r"#?(\d{1,2})\.?")
# What a player prints over the title of a recording: its length or its kind.
_PLAYER = pattern(r"\d{1,2}:\d\d(?::\d\d)?")
_RECORDINGS = frozenset(("video", "vídeo", "vidéo", "audio", "watch", "listen"))


def is_player(text: str) -> bool:
    """Tell whether a line is what a player prints over the title of a recording: `01:53`, `Video`."""
    return _PLAYER.fullmatch(text) is not None or read_line(text).key in _RECORDINGS


class Lists:
    """The lines of a text with the places where they are printed again."""

    def __init__(self, units: Sequence[Unit], shapes: Sequence[Shape], copies: Mapping[str, Sequence[int]]) -> None:
        self.units, self.shapes, self.copies = units, shapes, copies

    def _key(self, index: int) -> str:
        return read_line(self.units[index].text).key if 0 <= index < len(self.units) else ""

    def is_listed(self, index: int) -> bool:
        """Tell whether the next line is printed again in the same place: a menu, or contents and their headings."""
        copies = self._copies_of(index)
        return bool(copies) and any(self._is_beside(index + step, step, copies) for step in (-1, 1))

    def _copies_of(self, index: int) -> list[int]:
        """Return the first places where a line is printed again."""
        key = self._key(index)
        return [copy for copy in self.copies.get(key, ())[:_COPIES] if copy != index] if key else []

    def _is_beside(self, near: int, step: int, copies: Sequence[int]) -> bool:
        """Tell whether the line `near` is printed again beside these copies, or further on in the same order."""
        again = self._copies_of(near)
        if any(copy + step in again for copy in copies):
            return True
        is_long = bool(again) and len(self._key(near)) >= LONG_KEY
        return is_long and any((after - copy) * step > 0 for copy in copies for after in again)

    def find_contents(self, first: int, last: int) -> frozenset[int]:
        """Return the entries of contents in units [first, last), and the headings further on that print them again."""
        found: set[int] = set()
        run: list[tuple[int, int]] = []
        for index in range(first, last):
            if run and index - run[-1][0] > _NEXT_ENTRY:
                found.update(self._members(run))
                run = []
            heading = self._find_heading(index, run)
            if heading:
                run.append((index, heading))
        found.update(self._members(run))
        return frozenset(found)

    def _find_heading(self, index: int, run: Sequence[tuple[int, int]]) -> int:
        """Return where a line heads prose, behind the section of the entry before it; 0 if nowhere."""
        entry, heading = run[-1] if run else (index, index)
        is_same = bool(run) and self._key(entry) == self._key(index)
        if is_same or self.shapes[index].is_prose or self.shapes[index].role:
            return 0
        copies = () if is_caption(self.units[index].text) else self._copies_of(index)
        for copy in copies:
            if copy > heading and self._is_heading(copy, heading):
                return copy
        return 0

    def _is_heading(self, index: int, after: int) -> bool:
        """Tell whether a line stands between prose and prose, both behind the unit `after`."""
        section = self.shapes[max(after, index - _SECTION) : index]
        has_prose = index + 1 < len(self.shapes) and self.shapes[index + 1].is_prose
        return has_prose and any(shape.is_prose for shape in section)

    def _members(self, run: Sequence[tuple[int, int]]) -> Iterator[int]:
        if len(run) > 1 and run[-1][0] < run[0][1]:
            yield from range(run[0][0], run[-1][0] + 1)
            yield from (heading for _, heading in run)

    def is_ranked(self, index: int) -> bool:
        """Tell whether a line stands beside its place in a ranking, and the next place is near."""
        return any(self._is_place(beside) for beside in (index - 1, index + 1))

    def _is_place(self, index: int) -> bool:
        place = self._place(index)
        if place is None:
            return False
        near = (index + step for step in range(-_NEXT_PLACE, _NEXT_PLACE + 1) if abs(step) > 1)
        return any(self._place(at) in (place - 1, place + 1) for at in near)

    def _place(self, index: int) -> int | None:
        text = self.units[index].text if 0 <= index < len(self.units) else ""
        found = _PLACE.fullmatch(text) if len(text) <= 4 else None
        return int(found[1]) if found else None
