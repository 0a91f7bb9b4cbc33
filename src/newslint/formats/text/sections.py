"""Keep key points and questions with answers in a scraped article, though their lines are as short as a menu's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from newslint.formats.text.lines import Unit, starts_list_item
from newslint.formats.text.scraped import Shape
from newslint.formats.text.titles import content_words
from newslint.newsroom.lines import read_line
from newslint.newsroom.sections import announces_questions, announces_summary
from newslint.patterns import pattern

# A summary has no more points, a point no fewer words.
_MOST_POINTS = 12
_SHORTEST_POINT = 3  # words
_LONGEST_POINT = 45  # words
# Points whose label is in no list are so many, below one of so many words, with so many lines above and below compared.
_FEWEST_UNLABELLED, _LONGEST_LABEL, _ABOVE, _COMPARED = 3, 4, 10, 30
_QUESTION = pattern(
    r"\W{0,4}(?:Q(?:ue(?:s(?:tion)?)?)?|Frage|Pregunta)\s?\d{0,3}\s?[.:)]\s|[^?]{5,300}\?[\W_]{0,4}(?:\s|$)"
)


Part = Literal["heading", "point", "line"]


def lift_sections(units: Sequence[Unit], shapes: list[Shape]) -> dict[int, Part]:
    """Give the lines of such sections the weight of an article's lines; return what they are, the heading included."""
    parts: dict[int, Part] = {}
    for index, unit in enumerate(units):
        if shapes[index].words > 12 or index + 1 == len(units):
            continue
        part: Part = "line" if announces_questions(unit.text) else "point"
        if part == "line":
            members = list(_questions(units, shapes, index + 1))
        elif announces_summary(unit.text):
            members = list(_points(units, shapes, index + 1)) or _box(units, shapes, index + 1)
        else:
            members = _unlabelled(units, shapes, index)
        if members:
            parts.update({index: "heading", **dict.fromkeys(members, part)})
    for index in parts:
        shapes[index] = shapes[index]._replace(role="", weight=max(shapes[index].weight, 1.0))
    return parts


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
    is_whole = start + 1 < end < len(units) and units[end].gap and units[start - 1].gap
    return list(range(start, end)) if is_whole and not any(shape.role for shape in shapes[start:end]) else []


def _unlabelled(units: Sequence[Unit], shapes: Sequence[Shape], index: int) -> list[int]:
    """Return the lines below a label in no list, right over prose in whose words they are."""
    label = shapes[index]
    is_label = label.words <= _LONGEST_LABEL and not (label.ends or label.role)
    members = _box(units, shapes, index + 1) if is_label else []
    if len(members) < _FEWEST_UNLABELLED or not shapes[members[-1] + 1].is_prose:
        return []
    are_short = all(shapes[at].words >= _SHORTEST_POINT for at in members)
    beside = (*shapes[max(0, index - _ABOVE) : index - 1], *shapes[members[0] : members[-1] + 1])
    is_plain = are_short and not any(shape.is_prose for shape in beside)
    return members if is_plain and _are_told(units, shapes, members) else []


def _are_told(units: Sequence[Unit], shapes: Sequence[Shape], members: Sequence[int]) -> bool:
    """Tell whether at least half of some lines' words come again in the prose below them."""
    below = range(members[-1] + 1, min(len(units), members[-1] + _COMPARED))
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
