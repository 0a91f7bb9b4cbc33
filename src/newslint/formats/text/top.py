"""The lines around the place where an article begins, and what each of them is to the lines near it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import product

from newslint.formats.text.lines import Unit, starts_list_item
from newslint.formats.text.lists import LONG_KEY, Lists
from newslint.formats.text.scraped import Shape, is_caption
from newslint.formats.text.titles import (
    adds,
    content_words,
    count_copies,
    is_row,
    may_be_headline,
    words_of_article,
)
from newslint.newsroom.lines import Line, read_line

# How far before the article a headline may stand, in units.
REACH = 150
_INSIDE = 10
# How many units below a headline its byline or date may stand.
_BELOW = 15
# So near below a headline its byline and its date stand both.
NEAR = 3.0
_LONG_TEXT = 400
_CLOSING = "\"'”’»«"


class Top:
    """The lines of a text's top while its headline is chosen; it finds titles, menus, bylines and dates."""

    def __init__(self, units: Sequence[Unit], shapes: Sequence[Shape], start: int, end: int, is_inside: bool) -> None:
        self.units, self.shapes = units, shapes
        self.start, self.end = start, end
        self.last = min(start + _INSIDE, end, len(units)) if is_inside else start
        self.copies = count_copies(units)
        self.lists = Lists(units, shapes, self.copies)
        self.words = words_of_article(units, shapes, start, end)
        self.possible: dict[int, bool] = {}

    def _line(self, index: int) -> Line:
        return read_line(self.units[index].text)

    def _may_be(self, index: int) -> bool:
        if index not in self.possible:
            is_possible = may_be_headline(self.units[index].text, self.shapes[index])
            self.possible[index] = is_possible and index not in self._contents and not self._is_item(index)
        return self.possible[index]

    @cached_property
    def _contents(self) -> frozenset[int]:
        return self.lists.find_contents(max(0, self.start - REACH), self.last)

    def _is_item(self, index: int) -> bool:
        """Tell whether a line is one of several in a row that begin with the same bullet."""
        text = self.units[index].text
        if text[0].isalnum() or not starts_list_item(text):
            return False
        return any(unit.text[:2] == text[:2] for unit in self.units[max(0, index - 1) : index + 2] if unit.text != text)

    def _shares(self, index: int) -> int:
        return len(content_words(self.units[index].text) & self.words)

    @cached_property
    def _longer(self) -> frozenset[str]:
        return frozenset(longer for longer, _ in self._contained)

    @cached_property
    def _shorter(self) -> frozenset[str]:
        return frozenset(shorter for _, shorter in self._contained)

    @cached_property
    def _contained(self) -> list[tuple[str, str]]:
        """The keys of lines of the top that consist of another of its lines and of what a site adds."""
        pairs = (pair for lines in self._lines_by_edge().values() for pair in product(lines, lines))
        return [
            (longer, shorter)
            for (first, longer), (second, shorter) in pairs
            if len(shorter) < len(longer) and first < second and adds(longer, shorter)
        ]

    def _lines_by_edge(self) -> dict[str, list[tuple[int, str]]]:
        """Return the places and keys of the lines of the top, by their first and by their last words."""
        by_edge: dict[str, list[tuple[int, str]]] = {}
        for index in range(max(0, self.start - REACH), self.last):
            key = self._line(index).key if len(self.units[index].text) <= 260 else ""
            if len(key) >= LONG_KEY:
                for edge in {"^" + key.split(" ", 1)[0], "$" + key.rsplit(" ", 1)[-1]}:
                    by_edge.setdefault(edge, []).append((index, key))
        return by_edge

    @cached_property
    def _first_title(self) -> int:
        """The first line that is prose or could be a headline of several words."""
        titles = self._titles()
        first = next(titles, len(self.shapes))
        if first == len(self.shapes) or self._shares(first):
            return first
        # A row of a menu, or a notice of the site: the next title, further on, has the article's words.
        second = next(titles, first)
        return second if second > first + 1 and self._shares(second) > 1 and self._may_be(second) else first

    def _titles(self) -> Iterator[int]:
        for index, shape in enumerate(self.shapes):
            text = self.units[index].text
            is_title = shape.words > 3 and not shape.role and self._may_be(index) and not is_row(text)
            is_title = is_title and not self.lists.is_listed(index)
            if shape.is_prose or (is_title and self._line(index).key not in self._longer):
                yield index

    def _is_titled(self, above: int, index: int) -> bool:
        """Tell whether a line above another could be its headline."""
        shape = self.shapes[above]
        is_sentence = shape.is_prose and self.units[above].text.rstrip(_CLOSING)[-1:] not in "?!"
        if shape.role or not 3 <= shape.words <= 25 or is_sentence or not self._may_be(above):
            return False
        key = self._line(above).key
        return key != self._line(index).key and key not in self._longer and not self.lists.is_listed(above)

    def _is_aside(self, index: int) -> bool:
        """Tell whether a line between headline and standfirst or byline is neither: a share bar, a caption, a word."""
        shape = self.shapes[index]
        return bool(shape.role) or shape.words <= 3 or is_caption(self.units[index].text)

    def _is_sure(self, index: int) -> bool:
        return bool(self._line(index).dates or self._line(index).byline)

    def _signs(self, index: int) -> bool:
        return bool(self._line(index).dates or self._line(index).placed_byline)

    def _is_signed(self, index: int) -> bool:
        """Tell whether a byline and a date follow a line soon, which is more than the teaser of an article has."""
        lines = [self._line(at) for at, distance in self._below(index) if distance <= NEAR]
        is_dated = any(line.dates for line in lines) or self._score_dated_above(index) > 0
        return is_dated and any(line.byline for line in lines)

    def _below(self, index: int) -> Iterator[tuple[int, float]]:
        """Yield the lines below one where its byline may stand, and how far they are away."""
        distance = 0.0
        for at in range(index + 1, min(index + _BELOW, len(self.units))):
            # The standfirst is no distance.
            is_near = (self._is_aside(at) or at == index + 1) and not self._line(at).dates
            distance += 0.3 if is_near else 2.0 if len(self.units[at].text) > _LONG_TEXT else 1.0
            if distance > 6:
                return
            yield at, distance

    def _score_below(self, index: int) -> float:
        """A byline or a date soon after a line speaks for it; the very next line speaks loudest."""
        best = 0.0
        for at, distance in self._below(index):
            line = self._line(at)
            if line.dates or line.byline:
                return max(best, 5.0 - 0.5 * distance)
            if distance <= 2 and line.placed_byline and not self.shapes[at].role:
                best = max(best, 2.5 - 0.3 * distance)
        return max(best, self._score_dated_above(index))

    def _score_dated_above(self, index: int) -> float:
        """A date may stand over the headline instead, if it is not that of a line over it."""
        for at in range(index - 1, max(-1, index - 4), -1):
            if self._line(at).dates:
                is_theirs = any(self._is_titled(above, index) for above in range(max(0, at - 4), at))
                return 0.0 if is_theirs else 3.0 - 0.5 * (index - at)
            if not self._is_aside(at):
                break
        return 0.0

    def _is_plain_title(self, index: int) -> bool:
        """Tell whether a line of several words is neither a sentence nor a byline nor boilerplate."""
        shape = self.shapes[index]
        is_sentence = shape.is_prose and self.units[index].text[-1] == "."
        if shape.role or shape.words <= 3 or is_sentence or self._is_sure(index):
            return False
        return self._may_be(index)

    def _heads_sentence(self, index: int) -> bool:
        """Tell whether a line of a few words stands over a sentence that says more of them: `Against the Lawn`."""
        if not 2 <= self.shapes[index].words <= 4 or index + 1 >= len(self.units) or self.shapes[index].role:
            return False
        below, own = self.units[index + 1].text, content_words(self.units[index].text)
        is_sentence = self.shapes[index + 1].is_prose and below[-1] == "." and self._may_be(index + 1)
        return is_sentence and self._may_be(index) and 2 * len(own & self.words) >= len(own) > 0
