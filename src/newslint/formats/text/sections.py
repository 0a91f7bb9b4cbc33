"""Keep key points and questions with answers in a scraped article, though their lines are as short as a menu's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from newslint.formats.text.lines import Unit, starts_list_item
from newslint.formats.text.scraped import Shape
from newslint.newsroom.sections import announces_questions, announces_summary
from newslint.patterns import pattern

# A summary has no more points, a point no fewer words.
_MOST_POINTS = 12
_SHORTEST_POINT = 3  # words
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
        part: Part = "point" if announces_summary(unit.text) else "line"
        if part == "line" and not announces_questions(unit.text):
            continue
        members = list((_points if part == "point" else _questions)(units, shapes, index + 1))
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
        is_heading = shape.words <= _SHORTEST_POINT + 1 and index + 1 < len(units) and shapes[index + 1].is_prose
        if not is_marked and (shape.ends or is_heading):
            return
        yield index


def _questions(units: Sequence[Unit], shapes: Sequence[Shape], start: int) -> Iterator[int]:
    is_asked = False
    for index in range(start, len(units)):
        is_question = _QUESTION.match(units[index].text) is not None
        is_answer = is_asked and (shapes[index].ends or shapes[index].is_prose)
        if shapes[index].role or not (is_question or is_answer):
            return
        is_asked = True
        yield index
