"""Find shares of a whole that are told without a per cent sign: “a third”, “three quarters”, “one in five”."""

from __future__ import annotations

import re
from decimal import Decimal

from newslint.language.numbers.names import CARDINALS
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Share(NamedTuple):
    """Hold a share of a text: its half-open span and its value, above 0 and below 1."""

    start: int
    end: int
    value: Decimal


_NAMES = "half third quarter fourth fifth sixth seventh eighth ninth tenth".split()
_OF = dict(zip(_NAMES, (2, 3, 4, 4, 5, 6, 7, 8, 9, 10), strict=True))
# Of these, a text with a share has at least one among its words, cut at hyphens.
SHARE_WORDS = frozenset((*_NAMES, *(f"{name}s" for name in _NAMES), "halves", "in", "of"))
_FEW = "one|two|three|four|five|six|seven|eight|nine"
_COUNT = rf"{_FEW}|ten|eleven|twelve|fifteen|twenty|[1-9]\d{{0,2}}"
_PART = pattern(
    rf"\b(?:(?P<count>an?|{_FEW})[ -])?(?P<part>half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\b"
    r"(?![ -](?:year|time|place|century|quarter|hour|way|dozen|past|term|day|week|month|million|billion|price|mile))"
    r"|(?P<signs>[½⅓¼¾⅔])",
    re.IGNORECASE,
)
# The first half of a match or of a year.
_NO_SHARE = pattern(
    r"(?:\b(?:first|second|last|other|latter|former|better|either|opening|final)[ ]|[\w’'][-–])\Z", re.IGNORECASE
)
_RATIO = pattern(
    rf"\b(?P<part>{_COUNT})(?P<noun>(?:[ ][a-z]{{3,20}}){{0,2}}?)[ -](?P<word>in|out[ ]of|of)[ -](?:(?:every|each)[ ])?"
    rf"(?P<whole>{_COUNT}|hundred)\b(?![ ]?(?:%|per[ ]?cent|years|months|days|weeks|hours|minutes)|[.,:/]\d)",
    re.IGNORECASE,
)
_SIGNS = {"½": (1, 2), "⅓": (1, 3), "¼": (1, 4), "¾": (3, 4), "⅔": (2, 3)}
_NUMBERS = {**CARDINALS, "a": 1, "an": 1, "hundred": 100}


def find_shares(text: str) -> list[Share]:
    """Find the shares of a text in order, disjoint; an ordinal (“a third attempt”) may be among them.

    “Half” is one without “a”, the others need a number or “a” before them.
    """
    found = [share for match in _RATIO.finditer(text) if (share := _read_ratio(match))]
    taken = [(share.start, share.end) for share in found]
    for match in _PART.finditer(text):
        share = _read_part(match)
        if share and not any(start < share.end and share.start < end for start, end in taken):
            found.append(share)
    return sorted(found)


def _read_part(match: re.Match[str]) -> Share | None:
    if match["signs"]:
        part, whole = _SIGNS[match["signs"]]
        return Share(*match.span(), Decimal(part) / whole)
    name = match["part"].lower()
    if not match["count"] and (name != "half" or _NO_SHARE.search(match.string, 0, match.start())):
        return None
    part, whole = _number(match["count"] or "one"), _OF[name]
    return Share(*match.span(), Decimal(part) / whole) if part < whole else None


def _read_ratio(match: re.Match[str]) -> Share | None:
    part, whole = _number(match["part"]), _number(match["whole"])
    # “The 18 post in 33 starts”, “two of 40” are counts.
    if (match["noun"] or match["word"] == "of") and whole not in _WHOLES:
        return None
    return Share(*match.span(), Decimal(part) / whole) if 0 < part < whole else None


_WHOLES = (3, 4, 5, 6, 8, 10, 12, 20, 100)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]
