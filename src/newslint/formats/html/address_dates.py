"""Read the day that a page's own address states, as most blogs and many newspapers write it; reads nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.formats.html.facts import Facts, Value
from newslint.patterns import pattern

_URL_DATE = pattern(
    r"/((?:19|20)\d\d)[/-](\d{1,2}|[^\W\d_]{3,10})[/-](0?[1-9]|[12]\d|3[01])(?=[/_-]|$)",
    re.IGNORECASE,
)
# `/29-10-2021`
_TURNED_URL_DATE = pattern(r"/(0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])-((?:19|20)\d\d)(?=[/_.-]|$)")


def date_in_address(facts: Facts) -> Iterator[Value]:
    """Yield the date in the page's own address."""
    for address in ([facts.canonical] if facts.canonical else facts.meta("og:url"))[:1]:
        found = _URL_DATE.search(address.text)
        if found:
            from newslint.language.dates.names import MONTHS

            month = int(found[2]) if found[2].isdigit() else MONTHS.get(found[2].lower(), 0)
            yield Value(f"{found[1]}-{month:02}-{int(found[3]):02}", address.span, address.origin)
            continue
        turned = _TURNED_URL_DATE.search(address.text)
        if turned:
            yield Value(f"{turned[3]}-{turned[2]}-{turned[1]}", address.span, address.origin)
