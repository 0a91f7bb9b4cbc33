"""Choose the headline among the lines of a plain text; it does not look into the article's meaning.

All lines of the text's top are weighed together: what stands above and below a line says as much as the line itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import product
from operator import itemgetter

from newslint.formats.text.lines import Unit, starts_list_item
from newslint.formats.text.scraped import Shape, is_caption
from newslint.formats.text.titles import (
    BEST_LENGTH,
    FEWEST_WORDS_OF_LIKE,
    adds,
    content_words,
    count_copies,
    is_first_page,
    is_row,
    is_way,
    may_be_headline,
    score_length,
    size_of,
    words_of_article,
)
from newslint.newsroom.lines import Line, read_line
from newslint.records import NamedTuple

# How far before the article a headline may stand, in units.
_REACH = 150
_INSIDE = 10
# How many units below a headline its byline or date may stand.
_BELOW = 15
# A copy of fewer characters may be the name of a section.
_LONG_KEY = 12
# So many copies of a line are looked at.
_COPIES = 5
# The first title of a text may be short.
_OPENING_LENGTH = 3.0
# What a line loses to the one above it, if that one is the first title of the text.
_OPENS_TEXT = 6.0
_SHARE_OF_KICKER = 0.4
# What the way from a line that a byline and a date follow to the article costs at most.
_MOST_SIGNED = 2.5
_SURE = 4.0
# What prose above a line costs at most: a notice of the site may come first.
_MOST_PROSE = 7.5
# What a full stop takes from a line, and from the first title of a text.
_COST_OF_STOP = (5.0, 2.0)
# What an entry of a menu loses, and a title below words like “Read more”.
_COST_OF_ENTRY = 4.0
# The way to a page has so many steps of so many words; below its end, the headline shares words with it.
_MOST_STEPS, _LONGEST_STEP, _AFTER_WAY = 5, 5, 4
# So many titles in a row are a list of other articles.
_LIST = 3
# A line so near over the likeliest one, whose score is so little less and whose words come again, is the headline.
_OVER, _LITTLE, _SHARED = 3, 1.6, 0.3
_LONG_TEXT, _LONG_CAPTION = 400, 40
_CLOSING = "\"'”’»«"
# A list of titles is judged by so many of its lines.
_LONG_LIST = 10
# So near below a headline its byline and its date stand both.
_NEAR = 3.0
# So near above a line stand the byline and the date of another.
_SIGNED = 4
# A row of so many words may be a menu.
_FEWEST_IN_ROW = 5
_UNLIKELY_FIRST = "([{—–-•·*©@"


class HeadlineLine(NamedTuple):
    """The unit that is the headline, and the units that print it again."""

    at: int
    repeats: tuple[int, ...]


def choose_headline(
    units: Sequence[Unit], shapes: Sequence[Shape], start: int, end: int, *, is_inside: bool = True
) -> HeadlineLine | None:
    """Return the headline of the article that stands in units [start, end), or None where no line can be one.

    `is_inside` says that the range may begin too early, so that the headline may stand among its first units.
    """
    if not units:
        return None
    return _Top(units, shapes, start, end, is_inside).choose()


class _Top:
    """The lines around the place where an article begins, while its headline is chosen."""

    def __init__(self, units: Sequence[Unit], shapes: Sequence[Shape], start: int, end: int, is_inside: bool) -> None:
        self.units, self.shapes = units, shapes
        self.start, self.end = start, end
        self.last = min(start + _INSIDE, end, len(units)) if is_inside else start
        self.copies = count_copies(units)
        self.words = words_of_article(units, shapes, start, end)
        self.possible: dict[int, bool] = {}

    def choose(self) -> HeadlineLine | None:
        """Return the line for which most speaks."""
        scored = [
            (self._score(index) - self._reduce(index, cost), index)
            for index, cost in self._places()
            if self._may_be(index)
        ]
        if not scored:
            return None
        best, chosen = max(scored, key=itemgetter(0))
        near = {index: score for score, index in scored if chosen - _OVER <= index < chosen and best - score < _LITTLE}
        return self._with_repeats(next((index for index in sorted(near) if self._heads(index, chosen)), chosen))

    def _reduce(self, index: int, cost: float) -> float:
        """Return what a line's place costs: less, if a byline and a date follow, or nothing and more if it is near."""
        is_sure = self._is_signed(index) or (self._score_copies(index) > 0 and self._score_below(index) > _SURE)
        if not is_sure:
            return cost
        return min(cost, _MOST_SIGNED) - (index == self._first_title or self._shares(index) > 0)

    def _heads(self, upper: int, index: int) -> bool:
        """Tell whether a line over one that is hardly likelier is the headline of both: nothing else is between."""
        is_long = self.shapes[upper].words >= FEWEST_WORDS_OF_LIKE
        is_alone = upper == 0 or not self._is_titled(upper - 1, upper)
        is_signed = any(self._line(at).byline for at in range(upper + 1, index))
        if is_signed or not is_long or not is_alone or not self._is_titled(upper, index):
            return False
        return self._shares(upper) >= max(1.0, _SHARED * len(content_words(self.units[upper].text)))

    def _line(self, index: int) -> Line:
        return read_line(self.units[index].text)

    def _places(self) -> Iterator[tuple[int, float]]:
        """Yield the units that may be the headline, and what their places cost: prose or lines up to the article."""
        prose = 0
        inside = []
        for index in range(self.start, self.last):
            inside.append((index, min(prose * 2.5, _MOST_PROSE)))
            prose += self.shapes[index].is_prose
        yield from reversed(inside)
        passed = 0.0
        for index in range(self.start - 1, max(-1, self.start - _REACH), -1):
            yield index, min(passed, 6.0)
            passed += 0.05 if self.shapes[index].role or self.shapes[index].words <= 2 else 0.2

    def _with_repeats(self, chosen: int) -> HeadlineLine:
        """Take the first of several copies that stand close together: it is the headline, the others repeat it."""
        same = self.copies.get(self._line(chosen).key, [chosen])
        near = [index for index in same if abs(index - chosen) <= 12]
        return HeadlineLine(near[0], tuple(index for index in same if index > near[0]))

    # What a line is by itself

    def _may_be(self, index: int) -> bool:
        if index not in self.possible:
            is_possible = may_be_headline(self.units[index].text, self.shapes[index])
            self.possible[index] = is_possible and not self._is_item(index)
        return self.possible[index]

    def _is_item(self, index: int) -> bool:
        """Tell whether a line is one of several in a row that begin with the same bullet."""
        text = self.units[index].text
        if text[0].isalnum() or not starts_list_item(text):
            return False
        return any(unit.text[:2] == text[:2] for unit in self.units[max(0, index - 1) : index + 2] if unit.text != text)

    def _score(self, index: int) -> float:
        """Return how much speaks for a line."""
        text, cost = self.units[index].text, _COST_OF_ENTRY if self._ends_way(index) else 0.0
        score = self._score_form(index, text) + self._score_words(text) + self._score_copies(index) - cost
        score += self._score_setting(index)
        return score + self._score_below(index) - self._score_above(index) - self._score_followers(index)

    def _score_form(self, index: int, text: str) -> float:
        """Return what a line's length, marks and words say of it."""
        shape, is_first = self.shapes[index], index == self._first_title
        score = score_length(text, shape.words)
        if is_first or self._heads_sentence(index):
            score = max(score, _OPENING_LENGTH)
        if shape.ends and text[-1] not in "?!”’\"'“»«":
            score -= _COST_OF_STOP[is_first]
        return score - self._cost_of_form(shape, text)

    def _cost_of_form(self, shape: Shape, text: str) -> float:
        """Return what boilerplate, captions, rows of entries and odd first characters cost a line."""
        cost = 3.0 if shape.role or is_caption(text) else 0.0
        # The credit of a picture at the end of what it shows.
        cost += 3.0 if text[0].islower() or (len(text) > _LONG_CAPTION and is_caption(text[len(text) // 2 :])) else 0.0
        cost += _COST_OF_ENTRY if is_row(text) else 0.0
        return cost + (2.0 if text[0] in _UNLIKELY_FIRST or is_way(text) else 0.0)

    def _ends_way(self, index: int) -> bool:
        """Tell whether the way from the first page leads to a line, and the headline says the same further on."""
        if not any(is_first_page(self.units[at].text) for at in self._steps_above(index)):
            return False
        for at in range(index + 1, min(index + _AFTER_WAY, len(self.units))):
            if self._line(at).dates or self._line(at).byline or self.shapes[at].is_prose:
                return False
            if self._is_titled(at, index) and self._says_again(index, at) and self._score_below(at) >= _SURE:
                return True
        return False

    def _says_again(self, index: int, at: int) -> bool:
        """Tell whether a line shares much with an earlier one and says it in other words."""
        own, other = content_words(self.units[index].text), content_words(self.units[at].text)
        return len(own & other) >= max(2, len(own) // 4) and not own <= other

    def _steps_above(self, index: int) -> Iterator[int]:
        """Yield the lines of a few words right above one, nearest first."""
        for at in range(index - 1, max(-1, index - _MOST_STEPS - 1), -1):
            if self.shapes[at].words > _LONGEST_STEP:
                return
            yield at

    def _score_words(self, text: str) -> float:
        """A headline's words come again in the article."""
        own = content_words(text)
        if not own:
            return 0.0
        shared = len(own & self.words)
        return 5.0 * shared / (len(own) + 1) + min(shared, 4) * 0.5

    def _score_copies(self, index: int) -> float:
        """A headline is printed again as the page's title, or at the end of the way to it; such a line is not it."""
        key = self._line(index).key
        if key in self._longer:
            return -5.0
        is_again = len(key) >= _LONG_KEY and len(self.copies.get(key, ())) > 1 and not self._is_listed(index)
        return 2.0 if is_again or key in self._shorter else 0.0

    def _is_listed(self, index: int) -> bool:
        """Tell whether the next line is printed again in the same place: a menu, or contents and their headings."""
        copies = self._copies_of(index)
        return bool(copies) and any(self._is_beside(index + step, step, copies) for step in (-1, 1))

    def _copies_of(self, index: int) -> list[int]:
        """Return the first places where a line is printed again."""
        key = self._line(index).key if 0 <= index < len(self.units) else ""
        return [copy for copy in self.copies.get(key, ())[:_COPIES] if copy != index] if key else []

    def _is_beside(self, near: int, step: int, copies: Sequence[int]) -> bool:
        """Tell whether the line `near` is printed again beside these copies, or further on in the same order."""
        again = self._copies_of(near)
        if any(copy + step in again for copy in copies):
            return True
        is_long = bool(again) and len(self._line(near).key) >= _LONG_KEY
        return is_long and any((after - copy) * step > 0 for copy in copies for after in again)

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
        for index in range(max(0, self.start - _REACH), self.last):
            key = self._line(index).key if len(self.units[index].text) <= 260 else ""
            if len(key) >= _LONG_KEY:
                for edge in {"^" + key.split(" ", 1)[0], "$" + key.rsplit(" ", 1)[-1]}:
                    by_edge.setdefault(edge, []).append((index, key))
        return by_edge

    # What stands around it

    def _score_setting(self, index: int) -> float:
        """A headline is set off by a blank line, stands over a longer line and seldom inside the article."""
        after = index + 1
        is_over = after < len(self.units) and self.shapes[after].words > self.shapes[index].words
        is_over = is_over and not is_row(self.units[index].text, _FEWEST_IN_ROW)
        score = 1.5 if is_over and self._is_titled(after, index) else 0.0
        score -= 3.0 if self._follows_signed(index) else 0.0
        return score + (2.5 if self.units[index].gap or not index else 0.0) - (index >= self.start)

    def _follows_signed(self, index: int) -> bool:
        """Tell whether the byline and the date of a title above stand right over a line, and none below it."""
        signed = [at for at in range(max(0, index - _SIGNED), index) if self._signs(at)]
        lines = [*map(self._line, signed)]
        if not (any(line.dates for line in lines) and any(line.placed_byline for line in lines)):
            return False
        is_titled = any(self._is_titled(at, index) for at in range(max(0, signed[0] - _OVER), signed[0]))
        return is_titled and not any(self._is_sure(at) for at, distance in self._below(index) if distance <= _NEAR)

    def _is_sure(self, index: int) -> bool:
        return bool(self._line(index).dates or self._line(index).byline)

    def _signs(self, index: int) -> bool:
        return bool(self._line(index).dates or self._line(index).placed_byline)

    def _score_above(self, index: int) -> float:
        """A line right below another that could be the headline is likelier the standfirst; below many, it is not."""
        if index and self._heads_sentence(index - 1):
            return _OPENS_TEXT
        return (_COST_OF_ENTRY if index and self.shapes[index - 1].role == "related" else 0.0) + self._score_run(index)

    def _score_run(self, index: int) -> float:
        """Return what the titles right above a line take from it."""
        run = 0
        while run < _LIST and index - run > 0 and self._is_rival(index - run - 1, index):
            run += 1
        if not run:
            return 0.0
        above, words = self.units[index - 1].text, self.shapes[index - 1].words
        if self._opens(index - run):
            # A line of two words is likelier a label, and one above a title that is printed again a kicker.
            return self._share_of_rival(index) * _OPENS_TEXT * min(1.0, max(0.0, (size_of(above, words) - 2) / 3))
        own = content_words(above)
        share = len(own & self.words) / len(own) if own else 0.0
        weight = max(0.0, score_length(above, words)) / BEST_LENGTH
        return weight * (3.0 * share if run >= _LIST else 2.5 + 2.0 * share)

    def _share_of_rival(self, index: int) -> float:
        return _SHARE_OF_KICKER if self._score_copies(index) > 0 and self._shares(index) > 1 else 1.0

    def _is_rival(self, above: int, index: int) -> bool:
        return self._is_titled(above, index) and not self._ends_way(above)

    def _heads_sentence(self, index: int) -> bool:
        """Tell whether a line of a few words stands over a sentence that says more of them: `Against the Lawn`."""
        if not 2 <= self.shapes[index].words <= 4 or index + 1 >= len(self.units) or self.shapes[index].role:
            return False
        below, own = self.units[index + 1].text, content_words(self.units[index].text)
        is_sentence = self.shapes[index + 1].is_prose and below[-1] == "." and self._may_be(index + 1)
        return is_sentence and self._may_be(index) and 2 * len(own & self.words) >= len(own) > 0

    def _score_followers(self, index: int) -> float:
        """A line below which other titles follow, and neither a byline nor prose, is one of a list."""
        titles = 0
        for at in range(index + 2, min(index + _LONG_LIST, len(self.units))):
            shape = self.shapes[at]
            if shape.is_prose or self._line(at).byline:
                break
            titles += shape.words >= FEWEST_WORDS_OF_LIKE and self._is_titled(at, index)
        return min(0.8 * max(0, titles - 1), 2.5)

    def _is_aside(self, index: int) -> bool:
        """Tell whether a line between headline and standfirst or byline is neither: a share bar, a caption, a word."""
        shape = self.shapes[index]
        return bool(shape.role) or shape.words <= 3 or is_caption(self.units[index].text)

    def _opens(self, index: int) -> bool:
        """Tell whether nothing but a menu stands above a line: no title, and no prose."""
        return index <= self._first_title

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
            is_title = is_title and not self._is_listed(index)
            if shape.is_prose or (is_title and self._line(index).key not in self._longer):
                yield index

    def _shares(self, index: int) -> int:
        return len(content_words(self.units[index].text) & self.words)

    def _is_titled(self, above: int, index: int) -> bool:
        """Tell whether a line above another could be its headline."""
        shape = self.shapes[above]
        is_sentence = shape.is_prose and self.units[above].text.rstrip(_CLOSING)[-1:] not in "?!"
        if shape.role or not 3 <= shape.words <= 25 or is_sentence or not self._may_be(above):
            return False
        key = self._line(above).key
        return key != self._line(index).key and key not in self._longer and not self._is_listed(above)

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

    def _is_signed(self, index: int) -> bool:
        """Tell whether a byline and a date follow a line soon, which is more than the teaser of an article has."""
        lines = [self._line(at) for at, distance in self._below(index) if distance <= _NEAR]
        is_dated = any(line.dates for line in lines) or self._score_dated_above(index) > 0
        return is_dated and any(line.byline for line in lines)

    def _score_dated_above(self, index: int) -> float:
        """A date may stand over the headline instead, if it is not that of a line over it."""
        for at in range(index - 1, max(-1, index - 4), -1):
            if self._line(at).dates:
                is_theirs = any(self._is_titled(above, index) for above in range(max(0, at - 4), at))
                return 0.0 if is_theirs else 3.0 - 0.5 * (index - at)
            if not self._is_aside(at):
                break
        return 0.0
