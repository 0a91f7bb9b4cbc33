"""Decide whether the day or the month comes first in dates such as 3/4/2024; it reads no date for its value."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newslint.language.dates.timestamps import widen_year
from newslint.patterns import pattern

NUMERIC = pattern(r"(\d(?<![\w./-]\d)\d?)([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/]|-\d)")

# Where people write the month first, and where nothing can be said. Source: the short date formats of the Unicode CLDR
# 46, by language or by language and region; a language that is in none of the lists writes the year first.
_MONTH_FIRST = frozenset("en-us en-ph en-as en-gu en-mh en-mp en-pr en-um en-vi es-pa es-pr fil fil-ph".split())
_OPEN = frozenset("en en-ca en-za fr-ca".split())
_DAY_FIRST = frozenset(
    """
    ar az be bg bn bs ca cs cy da de el en es et fa fi fr ga gl gu he hi hr hy id is it ka kk kn lv mk ml mr ms nb nl nn
    no pa pl pt ro ru sk sl sq sr sw ta te th tr uk ur uz vi
    """.split()
)


def order_of_language(tag: str | None) -> bool | None:
    """Return whether a language, such as "en-GB", puts the day first; None where that is not known."""
    parts = (tag or "").lower().replace("_", "-").split("-")
    region = next((part for part in parts[1:] if len(part) == 2 or part.isdigit()), "")
    name = f"{parts[0]}-{region}" if region else parts[0]
    if name in _MONTH_FIRST or name in _OPEN:
        return None if name in _OPEN else False
    return True if parts[0] in _DAY_FIRST else None


def order_of_dates(texts: Iterable[str]) -> bool | None:
    """Return whether the dates of some texts put the day first; None where none or both orders are certain."""
    orders = {order for text in texts for found in NUMERIC.finditer(text) if (order := _order_of(found)) is not None}
    return orders.pop() if len(orders) == 1 else None


def _order_of(found: re.Match[str]) -> bool | None:
    first, second = int(found[1]), int(found[3])
    if (first > 12) == (second > 12) or not min(first, second) > 0 or max(first, second) > 31:
        return None
    return first > 12


def order_that_agrees(text: str, days: Iterable[str]) -> bool | None:
    """Return the order in which the date of a text is one of some days, in ISO 8601; None where none or both are."""
    found = NUMERIC.search(text)
    if found is None or found[1] == found[3]:
        return None
    first, second, year = int(found[1]), int(found[3]), widen_year(int(found[4]))
    known = set(days)
    is_day = f"{year:04}-{second:02}-{first:02}" in known
    is_month = f"{year:04}-{first:02}-{second:02}" in known
    return None if is_day == is_month else is_day
