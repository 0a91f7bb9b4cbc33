"""Find the furniture of a scraped page by what its whole text shows; no line is judged alone.

Boilerplate that its own words tell is known before; this looks at lines that an article could have as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newslint.formats.text.lines import Unit, starts_list_item
from newslint.formats.text.scraped import Shape
from newslint.newsroom.lines import read_line
from newslint.newsroom.services import offers_service
from newslint.parts import Role
from newslint.patterns import pattern

# A line that is printed so often among an article's paragraphs is not one of them.
_FEWEST_COPIES = 3
_LONGEST_COPY = 14  # words
# A line so close to two lines about services is about them, too.
_NEAR = 2
_LONGEST_BETWEEN = 30  # words
_COST_OF_SERVICE = 8.0
_FEWEST_WORDS = 3
_LONGEST_TITLE = 12  # words
_LONGEST_LABEL, _MOST_LED = 8, 8  # words of a label, titles below it
_FEWEST_OF_DETAIL = 4  # words
_DETAIL = pattern(r"[\d,(/–]")


def find_furniture(units: Sequence[Unit], shapes: list[Shape]) -> None:
    """Give the furniture of a scraped text its role and its weight, in place."""
    _find_services(units, shapes)
    _find_interleaved(units, shapes)
    _find_doubled(units, shapes)
    _find_led(units, shapes)


def _find_services(units: Sequence[Unit], shapes: list[Shape]) -> None:
    """Find what the site says about its services, with the lines between."""
    found = [index for index, shape in enumerate(shapes) if _is_of_service(units[index], shape)]
    members = set(found)
    for before, after in pairwise(found):
        between = range(before + 1, after)
        if len(between) < 2 * _NEAR and all(shapes[index].words <= _LONGEST_BETWEEN for index in between):
            members.update(index for index in between if not shapes[index].role)
    for index in members:
        _set(shapes, index, -_COST_OF_SERVICE, "call-to-action")


def _is_of_service(unit: Unit, shape: Shape) -> bool:
    if shape.role or shape.words < _FEWEST_WORDS:
        return shape.role == "call-to-action"
    return offers_service(unit.text)


def _find_interleaved(units: Sequence[Unit], shapes: list[Shape]) -> None:
    """Find short lines that a page repeats between an article's paragraphs: they neither speak for nor against it."""
    groups = _copies(units, shapes)
    inside = {index for index, shape in enumerate(shapes) if shape.is_prose or shape.role == "advertisement"}
    inside.update(*groups)
    for copies in groups:
        # A name or a date that teasers repeat has a title on one side.
        surrounded = [index for index in copies if {index - 1, index + 1} <= inside]
        if len(surrounded) * 2 >= len(copies):
            for index in copies:
                _set(shapes, index, 0.0, shapes[index].role or "other")


def _copies(units: Sequence[Unit], shapes: Sequence[Shape]) -> list[list[int]]:
    """Return the places of short lines that are printed several times, line by line; names of speakers are not."""
    places: dict[str, list[int]] = {}
    for index, shape in enumerate(shapes):
        if 1 < shape.words <= _LONGEST_COPY and units[index].text[-1] != ":":
            places.setdefault(units[index].text, []).append(index)
    groups = [(text, copies) for text, copies in places.items() if len(copies) >= _FEWEST_COPIES]
    return [copies for text, copies in groups if read_line(text).placed_byline is None]


def _find_doubled(units: Sequence[Unit], shapes: list[Shape]) -> None:
    """Find lines that say one thing twice, as a link does that has a picture: they lead to other articles."""
    for index, shape in enumerate(shapes):
        text = units[index].text
        half = len(text) // 2
        is_doubled = len(text) % 2 and text[half] == " " and text[:half] == text[half + 1 :]
        if shape.words >= 8 and is_doubled and not read_line(text).dates:
            _set(shapes, index, -6.0, "related")


def _find_led(units: Sequence[Unit], shapes: list[Shape]) -> None:
    """Find the titles right below a line such as `More from Courts`: the items of its list, or the lines of its box."""
    for index, shape in enumerate(shapes[:-1]):
        if shape.role == "related" and shape.words <= _LONGEST_LABEL:
            for at in _led(units, shapes, index + 1):
                _set(shapes, at, shapes[at].weight, "related")


def _led(units: Sequence[Unit], shapes: Sequence[Shape], start: int) -> range:
    """Return the titles from a unit on: items, or lines between blank ones, since a subheading may follow others."""
    is_list = starts_list_item(units[start].text) is not None
    end = start
    while end < min(start + _MOST_LED, len(units)) and _is_title(shapes[end]):
        if not (starts_list_item(units[end].text) if is_list else not units[end].gap):
            break
        end += 1
    is_box = end < len(units) and units[end].gap and units[start - 1].gap
    return range(start, end if is_list or is_box else start)


def _is_title(shape: Shape) -> bool:
    return not (shape.role or shape.is_prose) and shape.words >= _FEWEST_WORDS


def _set(shapes: list[Shape], index: int, weight: float, role: Role) -> None:
    shapes[index] = shapes[index]._replace(is_prose=False, weight=weight, role=role)


def is_short(shape: Shape) -> bool:
    """Tell whether a unit is as short as the titles in a list of other articles, and no sentence."""
    return not shape.ends and shape.words <= _LONGEST_TITLE


def says_details(text: str, words: int) -> bool:
    """Tell whether a short line has figures or several parts, as results, ingredients and addresses do."""
    return words >= _FEWEST_OF_DETAIL and _DETAIL.search(text) is not None


def find_listed(units: Sequence[Unit], shapes: Sequence[Shape]) -> frozenset[int]:
    """Return the short lines below a line that announces them with a colon."""
    found: set[int] = set()
    for index in range(1, len(units)):
        is_announced = index - 1 in found or units[index - 1].text[-1] == ":"
        if is_announced and is_short(shapes[index]) and not shapes[index].role:
            found.add(index)
    return frozenset(found)
