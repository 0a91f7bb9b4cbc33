"""Read the elements of an article from blocks whose role is known: who, when, where, what type; it assigns no role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from newslint.article import Block, Element, Link
from newslint.newsroom.datelines import DateLine, find_moments
from newslint.newsroom.lines import read_line
from newslint.newsroom.names import read_field
from newslint.newsroom.people import names_of
from newslint.parts import ElementKind
from newslint.spans import Span

_OPENING_PARAGRAPHS = 3
_OPENS = ("", "dateline")


def elements_of(blocks: Sequence[Block], links: Sequence[Link] = ()) -> list[Element]:
    """Return the elements that the blocks' roles name, in the order of the text."""
    found: list[Element] = []
    paragraphs = 0
    targets = {link.block: link.target for link in reversed(links) if link.block is not None}
    for index, block in enumerate(blocks):
        if block.role == "author-bio":
            _add_bio(found, index, block)
        elif block.role:
            found += _named(index, block, targets.get(index))
        is_opening = block.kind == "paragraph" and paragraphs < _OPENING_PARAGRAPHS
        if is_opening and block.role in _OPENS:
            paragraphs += 1
            found += _dateline(index, block)
    return found


def _named(index: int, block: Block, target: str | None) -> list[Element]:
    """Return the elements that a block's role names; `target` is where its first link leads."""
    role = block.role
    if role == "byline":
        dates = _dates(index, block, "")
        # A line with a date names its authors by a “By” or not at all.
        return dates if dates and not read_line(block.text).placed_byline else [_byline(index, block, target), *dates]
    if role in ("published", "updated"):
        return _dates(index, block, role)
    if role in ("headline", "dek", "correction"):
        return [_whole(role, index, block)]
    return [_whole(role, index, block, read_line(block.text).label)] if role == "label" else []


def _dateline(index: int, block: Block) -> list[Element]:
    """Return the dateline that opens a paragraph, or that a paragraph is by its role."""
    dateline = read_line(block.text).dateline
    if dateline is not None:
        span = block.locate(dateline.start, dateline.end)
        return [Element("dateline", dateline.text, span, "convention", blocks=(index,))]
    return [_whole("dateline", index, block)] if block.role == "dateline" else []


def date_in_opening(blocks: Sequence[Block]) -> Element | None:
    """Return the date that opens the first paragraph, in its dateline ("TARROW, 3 May 2026 –") or set off by a sign.

    It dates an article that states no date elsewhere; a day without a year dates nothing.
    """
    index = next((at for at, block in enumerate(blocks) if block.kind == "paragraph" and block.role in _OPENS), None)
    if index is None:
        return None
    block = blocks[index]
    line = read_line(block.text)
    found = line.opening_date
    if found is None and line.dateline is not None:
        moments = find_moments(line.dateline.text)
        found = next((DateLine("published", value, start, end) for start, end, value in moments if value), None)
    if found is None:
        return None
    span = block.locate(found.start, found.end)
    text = block.text[found.start : found.end]
    return Element("published", text, span, "convention", value=found.value, blocks=(index,))


def _whole(kind: ElementKind, index: int, block: Block, value: str | None = None) -> Element:
    span = block.locate(0, len(block.text))
    return Element(kind, block.text, span, "convention", value=value, blocks=(index,))


def _byline(index: int, block: Block, target: str | None) -> Element:
    line = read_line(block.text).placed_byline
    start, end = (line.start, line.end) if line else (0, len(block.text))
    people = line.people if line else read_field(block.text)
    return Element(
        "byline",
        block.text[start:end],
        block.locate(start, end),
        "convention",
        names_of(people),
        target=target,
        blocks=(index,),
        people=people,
    )


def _dates(index: int, block: Block, role: Literal["", "published", "updated"]) -> list[Element]:
    dates = read_line(block.text).dates
    found = [
        Element(
            date.element,
            block.text[date.start : date.end],
            block.locate(date.start, date.end),
            "convention",
            value=date.value,
            blocks=(index,),
        )
        for date in dates
    ]
    if not found and role:
        from newslint.language.dates.timestamps import parse_timestamp

        moment = parse_timestamp(block.text)
        if moment is not None:
            found.append(_whole(role, index, block, moment.isoformat()))
    return found


def _add_bio(found: list[Element], index: int, block: Block) -> None:
    """Add a block to the author's introduction that it continues, or begin one."""
    last = found[-1] if found else None
    if last is not None and last.kind == "author-bio" and last.blocks[-1] == index - 1:
        span = Span(last.span.start, max(last.span.end, block.span.end))
        found[-1] = Element(
            "author-bio", f"{last.text}\n{block.text}", span, "convention", blocks=(*last.blocks, index)
        )
    else:
        found.append(Element("author-bio", block.text, block.span, "convention", blocks=(index,)))


def in_usual_case(elements: Sequence[Element], text: str) -> list[Element]:
    """Return the elements with names that a byline has in capitals as the text has them elsewhere."""
    return [_with_usual_names(element, text) if _has_capitals(element) else element for element in elements]


def _has_capitals(element: Element) -> bool:
    return element.kind == "byline" and any(person.name.isupper() and " " in person.name for person in element.people)


def _with_usual_names(element: Element, text: str) -> Element:
    people = tuple(person._replace(name=_usual_name(person.name, text)) for person in element.people)
    return element._replace(people=people, names=names_of(people))


def _usual_name(name: str, text: str) -> str:
    """Return a name with a capital at the head of each word if the text has it so, else as it is."""
    usual = " ".join("-".join(map(str.capitalize, word.split("-"))) for word in name.split())
    return usual if name.isupper() and " " in name and usual in text else name
