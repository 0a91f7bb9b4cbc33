"""Choose the headline among the lines of a plain text; it does not look into the article's meaning.

All lines of the text's top are weighed together: what stands above and below a line says as much as the line itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from newslint.formats.text.lines import Unit, has_letters
from newslint.formats.text.scraped import Shape, is_caption, is_credit
from newslint.newsroom.lines import Line, read_line
from newslint.patterns import pattern
from newslint.records import NamedTuple

# How far before the article a headline may stand, in units.
_REACH = 80
_INSIDE = 10
_MOST_WORDS = 32
_LONG_SENTENCE = 16
# The article's words that a headline is compared with.
_COMPARED_UNITS = 40
# How many units below a headline its byline or date may stand.
_BELOW = 15
# A copy of fewer characters may be the name of a section.
_LONG_KEY = 12
_BEST_LENGTH = 4.0
# The first title of a text may be short.
_OPENING_LENGTH = 3.0
# What a line loses to the one above it, if that one is the first title of the text.
_OPENS_TEXT = 6.0
# What prose above a line costs at most: a notice of the site may come first.
_MOST_PROSE = 7.5
# So many titles in a row are a list of other articles.
_LIST = 3
# Boilerplate that a headline's first words can look like (“Watch: …”, “Photos: …”), if it is so long.
_LIKE_HEADLINES = ("related", "other", "share", "call-to-action", "comments")
_FEWEST_WORDS_OF_LIKE = 5

_UNLIKELY_FIRST = "([{—–-•·*©@"

_CONTENT_WORD = pattern(r"[^\W\d_][\w’'-]{3,}|\d[\d.,]+")
_COMMON = frozenset(
    """
    about after again also been before being best both could does down even every first from have here into just
    latest like made make many more most much must news only other over said same should some such than that
    their them then there these they this those through under very want well were what when where which while
    will with without would year years your
    aber alle auch beim dass dein diese dieser dieses doch durch eine einem einen einer eines gegen haben hier ihre
    kann kein keine mehr muss nach nicht noch oder ohne sein seine sich sind über unter viele wenn werden wird wurde
    avec cette comme dans elle être leur mais nous plus pour sont sont sans tout vous como donde entre esta este para
    pero porque sobre también
    """.split()
)


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
        self.copies = _count_copies(units)
        self.words = _words_of_article(units, shapes, start, end)
        self.possible: dict[int, bool] = {}

    def choose(self) -> HeadlineLine | None:
        """Return the line for which most speaks."""
        scored = [(self._score(index) - cost, index) for index, cost in self._places() if self._may_be(index)]
        if not scored:
            return None
        return self._with_repeats(max(scored, key=itemgetter(0))[1])

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
            self.possible[index] = may_be_headline(self.units[index].text, self.shapes[index])
        return self.possible[index]

    def _score(self, index: int) -> float:
        """Return how much speaks for a line."""
        text, shape = self.units[index].text, self.shapes[index]
        score = _score_length(text, shape.words)
        if index == self._first_title:
            score = max(score, _OPENING_LENGTH)
        if shape.ends and text[-1] not in "?!”’\"'“»«":
            score -= 2.0 if index == self._first_title else 5.0
        if shape.role or is_caption(text):
            score -= 3.0
        if text[0] in _UNLIKELY_FIRST or _SITE_BEHIND.search(text):
            score -= 2.0
        score += self._score_words(text)
        score += self._score_copies(index)
        score -= self._score_above(index)
        return score + self._score_below(index)

    def _score_words(self, text: str) -> float:
        """A headline's words come again in the article."""
        own = _content_words(text)
        if not own:
            return 0.0
        shared = len(own & self.words)
        return 5.0 * shared / (len(own) + 1) + min(shared, 4) * 0.5

    def _score_copies(self, index: int) -> float:
        """A headline is printed again as the page's title, or at the end of the way to it; such a line is not it."""
        key = self._line(index).key
        if key in self._longer:
            return -5.0
        is_again = len(self.copies.get(key, ())) > 1 and len(key) >= _LONG_KEY
        return 2.0 if is_again or key in self._shorter else 0.0

    @cached_property
    def _longer(self) -> frozenset[str]:
        return frozenset(longer for longer, _ in self._contained)

    @cached_property
    def _shorter(self) -> frozenset[str]:
        return frozenset(shorter for _, shorter in self._contained)

    @cached_property
    def _contained(self) -> list[tuple[str, str]]:
        """The keys of lines of the top that consist of another of its lines and of what a site adds."""
        by_edge: dict[str, list[tuple[int, str]]] = {}
        for index in range(max(0, self.start - _REACH), self.last):
            key = self._line(index).key if len(self.units[index].text) <= 260 else ""
            if len(key) >= _LONG_KEY:
                for edge in {"^" + key.split(" ", 1)[0], "$" + key.rsplit(" ", 1)[-1]}:
                    by_edge.setdefault(edge, []).append((index, key))
        return [
            (longer, shorter)
            for keys in by_edge.values()
            for first, longer in keys
            for second, shorter in keys
            if len(shorter) < len(longer) and first < second and _adds(longer, shorter)
        ]

    # What stands around it

    def _score_above(self, index: int) -> float:
        """A line right below another that could be the headline is likelier the standfirst; below many, it is not."""
        run = 0
        while run < _LIST and index - run > 0 and self._is_titled(index - run - 1, index):
            run += 1
        if not run:
            return 0.0
        above, words = self.units[index - 1].text, self.shapes[index - 1].words
        if self._opens(index - run):
            # A line of two words is likelier a label.
            return _OPENS_TEXT * min(1.0, max(0.0, (_size(above, words) - 2) / 3))
        own = _content_words(above)
        share = len(own & self.words) / len(own) if own else 0.0
        weight = max(0.0, _score_length(above, words)) / _BEST_LENGTH
        return weight * (3.0 * share if run >= _LIST else 2.5 + 2.0 * share)

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
        for index, shape in enumerate(self.shapes):
            is_title = shape.words > 3 and not shape.role and self._may_be(index)
            if shape.is_prose or (is_title and self._line(index).key not in self._longer):
                return index
        return len(self.shapes)

    def _is_titled(self, above: int, index: int) -> bool:
        """Tell whether a line above another could be its headline."""
        shape = self.shapes[above]
        if shape.role or not 3 <= shape.words <= 25 or shape.is_prose or not self._may_be(above):
            return False
        key = self._line(above).key
        return key != self._line(index).key and key not in self._longer

    def _score_below(self, index: int) -> float:
        """A byline or a date soon after a line speaks for it; the very next line speaks loudest."""
        best = distance = 0.0
        for at in range(index + 1, min(index + _BELOW, len(self.units))):
            shape, text = self.shapes[at], self.units[at].text
            line = self._line(at)
            # The standfirst is no distance.
            is_aside = self._is_aside(at) or at == index + 1
            distance += 0.3 if is_aside and not line.dates else 1.0
            if len(text) > 400 or distance > 6:
                break
            if line.dates or line.byline:
                return max(best, 5.0 - 0.5 * distance)
            if distance <= 2 and line.placed_byline and not shape.role:
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


_SITE_BEHIND = pattern(r"\S{3}\s\|\s\S+(?:\s\S+){0,2}$")
_SITE = pattern(r"[.?!”’\"]*\s*[|»›>/•·–—-]\s")
_WAY = pattern(r"[|»›>/•·–—-]\s*$")
_SITE_WORDS = 4


def _adds(longer: str, shorter: str) -> bool:
    """Tell whether a line is another one with the site's name behind it, or the way to it before it."""
    if longer.startswith(shorter):
        rest = longer[len(shorter) :]
        return _SITE.match(rest) is not None and rest.count(" ") <= _SITE_WORDS and len(rest) < len(shorter)
    if not longer.endswith(shorter):
        return False
    return shorter.count(" ") >= 3 or _WAY.search(longer[: -len(shorter)]) is not None


def may_be_headline(text: str, shape: Shape) -> bool:
    """Tell whether a line can be a headline at all."""
    if shape.words > _MOST_WORDS or len(text) > 260 or not has_letters(text):
        return False
    if shape.role and (shape.role not in _LIKE_HEADLINES or shape.words < _FEWEST_WORDS_OF_LIKE):
        return False
    if shape.is_prose and shape.ends and shape.words > _LONG_SENTENCE:
        return False
    return not _stands_around(text, shape.words)


def _stands_around(text: str, words: int) -> bool:
    """Tell whether a line is what stands around a headline: a label, a date, a credit, a dateline or a byline."""
    line = read_line(text)
    if line.empty_label or is_credit(text):
        return True
    if words < 9 and line.dateline and line.dateline.end * 2 >= len(text):
        return True
    if is_caption(text) and words < _FEWEST_WORDS_OF_LIKE:
        return True
    if line.dates and not _tells_more(text, line):
        return True
    byline = line.byline
    return byline is not None and byline.end >= len(text) // 2 and words <= 16


def _tells_more(text: str, line: Line) -> bool:
    """Tell whether a line with a date says more than when and by whom: `Budget 2026: What changes on 1 April 2026`."""
    if line.placed_byline:
        return False
    # A label has a few words itself, and what looks like one may be a headline's verb: `… to begin on 1 April`.
    fewest = 5 if any(date.is_labelled for date in line.dates) else 3
    return len(_content_words(text[: line.dates[0].start])) >= fewest


def _count_copies(units: Sequence[Unit]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, unit in enumerate(units):
        if len(unit.text) <= 260:
            found.setdefault(read_line(unit.text).key, []).append(index)
    return found


def _words_of_article(units: Sequence[Unit], shapes: Sequence[Shape], start: int, end: int) -> frozenset[str]:
    prose = [index for index in range(start, end) if shapes[index].is_prose][:_COMPARED_UNITS]
    return frozenset(word for index in prose for word in _content_words(units[index].text[:2000]))


def _content_words(text: str) -> set[str]:
    return {word.lower().replace("’", "'").removesuffix("'s") for word in _CONTENT_WORD.findall(text)} - _COMMON


def _size(text: str, words: int) -> float:
    """Return how long a line is, in words; a long word counts as several, since languages differ in that."""
    return max(words, len(text) / 7)


def _score_length(text: str, words: int) -> float:
    """Return what a line's length says."""
    size = _size(text, words)
    if size < 2:
        return -3.0
    if size < 6:
        return -3.0 + 1.75 * (size - 2)
    return _BEST_LENGTH if size <= 18 else max(1.0, _BEST_LENGTH - 0.3 * (size - 18))
