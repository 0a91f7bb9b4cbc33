"""Choose the headline among the lines of a plain text; it does not look into the article's meaning.

All lines of the text's top are weighed together: what stands above and below a line says as much as the line itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from newslint.formats.text.lines import Unit
from newslint.formats.text.lists import LONG_KEY, is_player
from newslint.formats.text.scraped import Shape, is_caption
from newslint.formats.text.titles import (
    BEST_LENGTH,
    FEWEST_WORDS_OF_LIKE,
    content_words,
    is_first_page,
    is_row,
    is_way,
    score_length,
    size_of,
)
from newslint.formats.text.top import NEAR, REACH, Top
from newslint.records import NamedTuple

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
# What a line of a menu or of contents loses.
_COST_OF_MENU = 2.0
# A kicker has so many words and is so much shorter than the headline.
_LONGEST_KICKER, _SIZE_OF_KICKER = 5, 0.6
# So many units above the title of a recording stands the headline.
_ABOVE_PLAYER = 6
# The way to a page has so many steps of so many words; below its end, the headline shares words with it.
_MOST_STEPS, _LONGEST_STEP, _AFTER_WAY = 5, 5, 4
# So many copies of a line are looked at.
_COPIES = 5
# So many titles in a row are a list of other articles.
_LIST = 3
# A line so near over the likeliest one, whose score is so little less and whose words come again, is the headline.
_OVER, _LITTLE, _SHARED = 3, 1.6, 0.3
_LONG_CAPTION = 40
# A list of titles is judged by so many of its lines.
_LONG_LIST = 10
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
    return _Scores(units, shapes, start, end, is_inside).choose()


class _Scores(Top):
    """What speaks for each line of a text's top, and the choice among them."""

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

    def _places(self) -> Iterator[tuple[int, float]]:
        """Yield the units that may be the headline, and what their places cost: prose or lines up to the article."""
        prose = 0
        inside = []
        for index in range(self.start, self.last):
            inside.append((index, min(prose * 2.5, _MOST_PROSE)))
            prose += self.shapes[index].is_prose
        yield from reversed(inside)
        passed = 0.0
        for index in range(self.start - 1, max(-1, self.start - REACH), -1):
            yield index, min(passed, 6.0)
            passed += 0.05 if self.shapes[index].role or self.shapes[index].words <= 2 else 0.2

    def _same(self, index: int) -> list[int]:
        """Return the places of a line, which may be the page's title and the end of the way to it."""
        return self.copies.get(self._line(index).key, [index])[:_COPIES]

    def _with_repeats(self, chosen: int) -> HeadlineLine:
        """Take the first of several copies that stand close together: it is the headline, the others repeat it."""
        same = self.copies.get(self._line(chosen).key, [chosen])
        near = [index for index in same if abs(index - chosen) <= 12]
        return HeadlineLine(near[0], tuple(index for index in same if index > near[0]))

    def _score(self, index: int) -> float:
        """Return how much speaks for a line."""
        text, copies = self.units[index].text, self._score_copies(index)
        if any(map(self._ends_way, self._same(index))):
            copies = min(0.0, copies) - _COST_OF_ENTRY
        score = self._score_form(index, text) + self._score_words(text) + copies + self._score_setting(index)
        score -= self._cost_of_place(index)
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

    def _cost_of_place(self, index: int) -> float:
        """Return what it costs a line to be in a list, over the headline that it introduces, or in a player."""
        is_entry = self.lists.is_listed(index) and not self._is_signed(index)
        cost = _COST_OF_MENU if is_entry else 0.0
        is_other = self.lists.is_ranked(index) or self._is_kicker(index) or self._is_of_recording(index)
        return cost + (_COST_OF_ENTRY if is_other else 0.0)

    def _is_kicker(self, index: int) -> bool:
        """Tell whether a few words stand over a longer title that prose, a byline or a date follows."""
        below, words = index + 1, self.shapes[index].words
        if words > _LONGEST_KICKER or below + 1 >= len(self.units) or not self._is_plain_title(below):
            return False
        size, size_below = (size_of(self.units[at].text, self.shapes[at].words) for at in (index, below))
        if self.shapes[below + 1].is_prose:
            return words <= 2 or size <= _SIZE_OF_KICKER * size_below
        # Right over a byline, the longer line may be the standfirst.
        return words <= 2 and self._is_sure(below + 1)

    def _is_of_recording(self, index: int) -> bool:
        """Tell whether a line is the title in a player, which stands below the article's own."""
        if not index or not is_player(self.units[index - 1].text):
            return False
        above = range(max(0, index - _ABOVE_PLAYER), index - 1)
        return any(self._shares(at) > 1 and self._is_plain_title(at) for at in above)

    def _ends_way(self, index: int) -> bool:
        """Tell whether the way from the first page leads to a line, and the headline says the same further on."""
        if not any(is_first_page(self.units[at].text) for at in self._steps_above(index)):
            return False
        for at in range(index + 1, min(index + _AFTER_WAY, len(self.units))):
            if self._line(at).dates or self._line(at).byline or self.shapes[at].is_prose:
                return False
            if self._is_titled(at, index) and self._says_again(index, at) and self._is_followed(at):
                return True
        return False

    def _is_followed(self, index: int) -> bool:
        """Tell whether a standfirst, a byline or a date stands below a line."""
        is_over_prose = index + 1 < len(self.units) and self.shapes[index + 1].is_prose
        return is_over_prose or self._score_below(index) >= _SURE

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
        is_again = len(key) >= LONG_KEY and len(self.copies.get(key, ())) > 1 and not self.lists.is_listed(index)
        return 2.0 if is_again or key in self._shorter else 0.0

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
        return is_titled and not any(self._is_sure(at) for at, distance in self._below(index) if distance <= NEAR)

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

    def _score_followers(self, index: int) -> float:
        """A line below which other titles follow, and neither a byline nor prose, is one of a list."""
        titles = 0
        for at in range(index + 2, min(index + _LONG_LIST, len(self.units))):
            shape = self.shapes[at]
            if shape.is_prose or self._line(at).byline:
                break
            titles += shape.words >= FEWEST_WORDS_OF_LIKE and self._is_titled(at, index)
        return min(0.8 * max(0, titles - 1), 2.5)

    def _opens(self, index: int) -> bool:
        """Tell whether nothing but a menu stands above a line: no title, and no prose."""
        return index <= self._first_title
