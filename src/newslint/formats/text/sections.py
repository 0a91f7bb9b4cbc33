"""Keep key points and questions with answers in a scraped article, though their lines are as short as a menu's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from newslint.formats.text.lines import Unit, has_inner_stop, starts_list_item
from newslint.formats.text.scraped import Shape
from newslint.formats.text.titles import content_words
from newslint.newsroom.lines import read_line
from newslint.newsroom.sections import announces_questions, announces_summary
from newslint.patterns import pattern

# A summary has no more points, a point no fewer words.
_MOST_POINTS = 12
_SHORTEST_POINT = 3  # words
_LONGEST_POINT = 45  # words
_LONGEST_HEADING, _LONGEST_SENTENCE = 12, 30  # words
# Points whose label is in no list are so many, below one of so many words, with so many lines above and below compared.
_FEWEST_UNLABELLED, _LONGEST_LABEL, _ABOVE, _HEAD, _COMPARED = 3, 8, 10, 6, 30
_QUESTION = pattern(
    r"\W{0,4}(?:Q(?:ue(?:s(?:tion)?)?)?|Frage|Pregunta)\s?\d{0,3}\s?[.:)]\s|[^?]{5,300}\?[\W_]{0,4}(?:\s|$)"
)


Part = Literal["heading", "point", "line"]


def lift_sections(units: Sequence[Unit], shapes: list[Shape]) -> dict[int, Part]:
    """Give the lines of such sections the weight of an article's lines; return what they are, the heading included."""
    parts: dict[int, Part] = {}
    for index in range(len(units) - 1):
        if shapes[index].words <= _LONGEST_SENTENCE and index not in parts:
            parts.update(_section(units, shapes, index))
    for index in parts:
        shapes[index] = shapes[index]._replace(role="", weight=max(shapes[index].weight, 1.0))
    return parts


def _section(units: Sequence[Unit], shapes: Sequence[Shape], index: int) -> dict[int, Part]:
    """Return what the lines of the section are that a line heads or begins."""
    part: Part = "point"
    text = units[index].text if shapes[index].words <= _LONGEST_HEADING else ""
    if announces_questions(text):
        members, part = list(_questions(units, shapes, index + 1)), "line"
    elif announces_summary(text):
        members = _announced(units, shapes, index)
    else:
        members = _unlabelled(units, shapes, index)
    parts: dict[int, Part] = dict.fromkeys(members, part)
    return {index: "heading", **parts} if parts and index not in parts else parts


def _announced(units: Sequence[Unit], shapes: Sequence[Shape], index: int) -> list[int]:
    """Return the points below a label that announces them: a list, a box, or sentences, each a paragraph."""
    points = list(_points(units, shapes, index + 1))
    # One line and more of the same kind are sentences.
    if len(points) > 1 or (points and starts_list_item(units[points[0]].text)):
        return points
    return _box(units, shapes, index + 1) or _sentences(units, shapes, index + 1) or points


def _sentences(units: Sequence[Unit], shapes: Sequence[Shape], start: int) -> list[int]:
    """Return single sentences in paragraphs of their own, over a longer paragraph of several."""
    members: list[int] = []
    for index in range(start, min(len(units), start + _MOST_POINTS)):
        text, shape = units[index].text, shapes[index]
        if shape.role or not shape.ends or has_inner_stop(text) or shape.words > _LONGEST_SENTENCE:
            is_over_prose = shape.is_prose and has_inner_stop(text)
            return members if is_over_prose and len(members) >= _FEWEST_UNLABELLED else []
        members.append(index)
    return []


def _points(units: Sequence[Unit], shapes: Sequence[Shape], start: int) -> Iterator[int]:
    """Yield the lines of a list with marks, or of one that lost them: each with some words and without a full stop."""
    is_marked = starts_list_item(units[start].text) is not None
    for index in range(start, min(len(units), start + _MOST_POINTS)):
        shape = shapes[index]
        if shape.role or shape.words < _SHORTEST_POINT or is_marked != bool(starts_list_item(units[index].text)):
            return
        if read_line(units[index].text).byline:
            return
        is_heading = shape.words <= _SHORTEST_POINT + 1 and index + 1 < len(units) and shapes[index + 1].is_prose
        if not is_marked and (shape.ends or is_heading):
            return
        yield index


def _box(units: Sequence[Unit], shapes: Sequence[Shape], start: int) -> list[int]:
    """Return the lines right below a label up to a blank line, where they are several and blank lines part others."""
    last = min(len(units), start + _MOST_POINTS)
    end = next((at for at in range(start, last) if units[at].gap or shapes[at].words > _LONGEST_POINT), last)
    is_whole = start + 1 < end < len(units) and units[end].gap and (units[start - 1].gap or _is_parted(units, end))
    return list(range(start, end)) if is_whole and not any(shape.role for shape in shapes[start:end]) else []


def _is_parted(units: Sequence[Unit], start: int) -> bool:
    """Tell whether blank lines part the paragraphs from one on."""
    following = units[start : start + _FEWEST_UNLABELLED]
    return len(following) == _FEWEST_UNLABELLED and all(unit.gap for unit in following)


def _unlabelled(units: Sequence[Unit], shapes: Sequence[Shape], index: int) -> list[int]:
    """Return the lines of a box right over prose in whose words they are, below any label or below byline and date."""
    if starts_list_item(units[index].text):
        return []
    members = _box(units, shapes, index + 1)
    if not _is_label(shapes[index]) or not _may_be_points(units, shapes, members):
        members = [index, *members] if _is_below_date(units, shapes, index) else []
    is_plain = _may_be_points(units, shapes, members) and _are_told(units, shapes, members)
    above = shapes[max(0, index - _ABOVE) : max(0, members[0] - _HEAD)] if is_plain else ()
    return members if is_plain and not any(shape.is_prose for shape in above) else []


def _is_label(shape: Shape) -> bool:
    return shape.words <= _LONGEST_LABEL and not (shape.ends or shape.role)


def _is_below_date(units: Sequence[Unit], shapes: Sequence[Shape], index: int) -> bool:
    """Tell whether a line begins a box, and a byline or a date is just over it, below a title."""
    if not units[index].gap or not shapes[index].words >= _SHORTEST_POINT:
        return False
    lines = [read_line(units[at].text) for at in range(max(0, index - _HEAD), index)]
    signed = next((at for at, line in enumerate(lines) if line.dates or line.byline), len(lines))
    return any(line.words >= _SHORTEST_POINT for line in lines[:signed]) and signed < len(lines)


def _may_be_points(units: Sequence[Unit], shapes: Sequence[Shape], members: Sequence[int]) -> bool:
    """Tell whether lines are several, are all of one kind, none of them a byline or a date, and stand over prose."""
    if len(members) < _FEWEST_UNLABELLED or not shapes[members[-1] + 1].is_prose:
        return False
    is_same = len({shapes[at].ends for at in members}) == 1
    return is_same and all(
        _SHORTEST_POINT <= shapes[at].words <= _LONGEST_SENTENCE and _is_plain(units[at]) for at in members
    )


def _is_plain(unit: Unit) -> bool:
    line = read_line(unit.text)
    return not (has_inner_stop(unit.text) or line.dates or line.byline)


def _are_told(units: Sequence[Unit], shapes: Sequence[Shape], members: Sequence[int]) -> bool:
    """Tell whether at least half of some lines' words come again in the prose below them, and they are no contents."""
    below = range(members[-1] + 1, min(len(units), members[-1] + _COMPARED))
    if not {units[at].text for at in below}.isdisjoint(units[at].text for at in members):
        return False
    told = {word for at in below if shapes[at].is_prose for word in content_words(units[at].text[:2000])}
    said = {word for at in members for word in content_words(units[at].text)}
    return 2 * len(said & told) >= len(said) > 0


def _questions(units: Sequence[Unit], shapes: Sequence[Shape], start: int) -> Iterator[int]:
    is_asked = False
    for index in range(start, len(units)):
        is_question = _QUESTION.match(units[index].text) is not None
        is_answer = is_asked and (shapes[index].ends or shapes[index].is_prose)
        if shapes[index].role or not (is_question or is_answer):
            return
        is_asked = True
        yield index
