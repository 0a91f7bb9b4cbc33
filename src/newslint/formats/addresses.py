"""Find the web addresses that are typed out in readable text, for every format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newslint.article import Block, Link
from newslint.patterns import pattern

_SHORTEST = 8  # code points
_AFTER = frozenset("?!.,:;*_~'\"”’»]")


@cache
def _address() -> re.Pattern[str]:
    signs = r"[^\s<>\"“”‘’\[\]{}|\\^`]+"
    return pattern(rf"\b(?:https?://|www\.[a-z0-9-]+\.){signs}", re.IGNORECASE)


def find_addresses(block: Block, index: int, taken: Sequence[tuple[int, int]] = ()) -> list[Link]:
    """Return the addresses in the text of block `index`, in order, except those inside the links at `taken`.

    Marks after an address that belong to the sentence are left out, and so is a closing bracket that it does not open.
    """
    text = block.text
    if block.kind == "code" or ("://" not in text and "www." not in text.lower()):
        return []
    links = []
    ranges = sorted(taken)
    at = 0
    for found in _address().finditer(text):
        start, end = found.span()
        while at < len(ranges) and ranges[at][1] <= start:
            at += 1
        if at < len(ranges) and ranges[at][0] < end:
            continue
        address = _without_marks(found.group())
        if len(address) > _SHORTEST:
            end = start + len(address)
            links.append(Link(address, address, block.locate(start, end), "url", index, start, end))
    return links


def _without_marks(address: str) -> str:
    unopened = address.count(")") - address.count("(")
    end = len(address)
    while end:
        if address[end - 1] == ")" and unopened > 0:
            unopened -= 1
        elif address[end - 1] not in _AFTER:
            break
        end -= 1
    return address[:end]
