"""Choose the headline among the lines of a plain text; it does not look into the article's meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from newslint.formats.text.lines import Unit, has_letters
from newslint.formats.text.scraped import Shape, is_caption, is_credit
from newslint.newsroom.lines import read_line
from newslint.patterns import pattern

# How far before the article a headline may stand, in units.
_REACH = 80
_MOST_WORDS = 32
_LONG_SENTENCE = 16
# The article's words that a headline is compared with.
_COMPARED_UNITS = 40

_CONTENT_WORD = pattern(r"[^\W\d_][\w’'-]{3,}|\d[\d.,]+")
_COMMON = frozenset(
    """
    about after again also been before being best both could does down even every first from have here into just
    latest like made make many more most much must news only other over said same should some such than that
    their them then there these they this those through under very want well were what when where which while
    will with without would year years your
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
    words = _words_of_article(units, shapes, start, end)
    copies = _count_copies(units)
    last = min(start + 10, end, len(units)) if is_inside else start
    scored = [
        (score - cost, index)
        for index, cost in _candidates(shapes, start, last)
        if (score := _score(index, units, shapes, words, copies, start)) is not None
    ]
    if not scored:
        return None
    return _with_repeats(max(scored, key=itemgetter(0))[1], units, copies)


def _candidates(shapes: Sequence[Shape], start: int, end: int) -> Iterator[tuple[int, float]]:
    """Yield the units that may be the headline, and what their places cost: prose or lines up to the article."""
    prose = 0
    inside = []
    for index in range(start, end):
        inside.append((index, prose * 2.5))
        prose += shapes[index].is_prose
    yield from reversed(inside)
    passed = 0.0
    for index in range(start - 1, max(-1, start - _REACH), -1):
        yield index, min(passed, 6.0)
        passed += 0.05 if shapes[index].role or shapes[index].words <= 2 else 0.2


def _with_repeats(chosen: int, units: Sequence[Unit], copies: dict[str, list[int]]) -> HeadlineLine:
    """Take the first of several copies that stand close together: it is the headline, the others repeat it."""
    same = copies.get(read_line(units[chosen].text).key, [chosen])
    near = [index for index in same if abs(index - chosen) <= 12]
    return HeadlineLine(near[0], tuple(index for index in same if index > near[0]))


def _count_copies(units: Sequence[Unit]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, unit in enumerate(units):
        if len(unit.text) <= 260 and " " in unit.text:
            found.setdefault(read_line(unit.text).key, []).append(index)
    return found


def _words_of_article(units: Sequence[Unit], shapes: Sequence[Shape], start: int, end: int) -> frozenset[str]:
    prose = [index for index in range(start, end) if shapes[index].is_prose][:_COMPARED_UNITS]
    return frozenset(word for index in prose for word in _content_words(units[index].text[:2000]))


def _content_words(text: str) -> set[str]:
    return {word.lower().replace("’", "'").removesuffix("'s") for word in _CONTENT_WORD.findall(text)} - _COMMON


def _score(
    index: int,
    units: Sequence[Unit],
    shapes: Sequence[Shape],
    words: frozenset[str],
    copies: dict[str, list[int]],
    start: int,
) -> float | None:
    """Return how much a unit looks like the headline, None where it cannot be one."""
    text, shape = units[index].text, shapes[index]
    if not _may_be_headline(text, shape):
        return None
    score = _score_length(shape.words)
    if shape.ends and text[-1] not in "?!”’\"'":
        score -= 5.0
    own = _content_words(text)
    if own:
        shared = len(own & words)
        score += 4.0 * shared / len(own) + min(shared, 6) * 0.6
    if shape.words >= 4 and len(copies.get(read_line(text).key, ())) > 1:
        score += 2.0
    score -= _score_above(index, units, shapes, words)
    if index < start or shape.weight < 0:
        score += _score_following(index, units, shapes)
    return score


def _may_be_headline(text: str, shape: Shape) -> bool:
    """Tell whether a line can be a headline at all."""
    if shape.role or shape.words > _MOST_WORDS or len(text) > 260 or not has_letters(text):
        return False
    if shape.is_prose and shape.ends and shape.words > _LONG_SENTENCE:
        return False
    return not _stands_around(text, shape.words)


def _stands_around(text: str, words: int) -> bool:
    """Tell whether a line is what stands around a headline: a label, a date, a credit, a dateline or a byline."""
    line = read_line(text)
    if line.empty_label or is_caption(text) or is_credit(text) or line.dates or (words < 9 and line.dateline):
        return True
    byline = line.byline
    return byline is not None and byline.end >= len(text) // 2 and words <= 16


def _score_above(index: int, units: Sequence[Unit], shapes: Sequence[Shape], words: frozenset[str]) -> float:
    """A line right below another that could be the headline is likelier the dek."""
    above = index - 1
    if above < 0 or shapes[above].role or not 5 <= shapes[above].words <= 25 or shapes[above].is_prose:
        return 0.0
    if (
        is_caption(units[above].text)
        or read_line(units[above].text).dates
        or read_line(units[above].text).key == read_line(units[index].text).key
    ):
        return 0.0
    own = _content_words(units[above].text)
    return 3.0 if own and len(own & words) * 2 >= len(own) else 0.0


def _score_length(words: int) -> float:
    if words < 2:
        return -4.0
    if words < 4:
        return -1.0
    if words < 6:
        return 2.0 + 0.5 * (words - 4)
    return 4.0 if words <= 20 else 1.0


def _score_following(index: int, units: Sequence[Unit], shapes: Sequence[Shape]) -> float:
    """A byline or a date soon after a line speaks for it; the very next line speaks loudest."""
    for distance in range(1, 6):
        at = index + distance
        if at >= len(units) or len(units[at].text) > 200:
            break
        text = units[at].text
        line = read_line(text)
        if line.dates or line.byline:
            return 5.0 - 0.5 * distance
        if distance <= 2 and line.placed_byline:
            return 3.0 - 0.3 * distance
    return 0.0
