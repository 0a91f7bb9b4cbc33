"""Settle the dates of an article: the order of day and month, and which of several counts; it finds no date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.article import Block, Element
from newslint.language.dates.order import NUMERIC, order_of_dates, order_of_language, order_that_agrees

_KINDS = ("published", "updated")


def find_order(
    elements: Sequence[Element],
    blocks: Sequence[Block],
    stated: str | None,
    day_first: bool | None,
    guessed: str | None,
) -> bool | None:
    """Return whether the numeric dates of an article put the day first; None where nothing says so.

    The dates of its elements say so, then the language that it states, the configuration, the language that it seems
    to have, and last the dates of its text.
    """
    dated = [element for element in elements if element.kind in _KINDS]
    texts = [element.text for element in dated]

    def orders() -> Iterator[bool | None]:
        yield order_of_dates(texts)
        days = [(element.value or "")[:10] for element in dated if not NUMERIC.search(element.text)]
        yield from (order_that_agrees(text, days) for text in texts)
        yield order_of_language(stated)
        yield day_first
        yield order_of_language(guessed)
        yield order_of_dates(block.text for block in blocks)

    return next((order for order in orders() if order is not None), None)


def settle_dates(elements: Sequence[Element], day_first: bool | None) -> list[Element]:
    """Return the elements with the values of their dates: those that can be read first, None where nobody can tell."""
    settled = [_settle(element, day_first) if element.kind in _KINDS else element for element in elements]
    return sorted(settled, key=lambda element: element.kind in _KINDS and element.value is None)


def _settle(element: Element, day_first: bool | None) -> Element:
    if element.value is None or not NUMERIC.search(element.text):
        return element
    from newslint.language.dates.timestamps import parse_timestamp

    moment = parse_timestamp(element.text, day_first=day_first)
    return element._replace(value=moment.isoformat() if moment and not moment.ambiguous else None)
