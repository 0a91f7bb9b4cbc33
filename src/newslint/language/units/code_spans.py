"""Find what running text shows as code, in backticks or in HTML's elements for code; it reads no other markup."""

from __future__ import annotations

import re
from functools import cache

from newslint.patterns import pattern
from newslint.spans import drop_overlapping


def find_code_spans(text: str, start: int, end: int, format: str) -> list[tuple[int, int]]:
    """Return the ranges of code in text[start:end), marks included, in order and without overlaps.

    Backticks count in Markdown and plain text, elements in Markdown and HTML; in reStructuredText and AsciiDoc, the
    backticks that mean code there. What is never closed is no code.
    """
    found: list[tuple[int, int]] = []
    if format in ("rst", "asciidoc"):
        return [match.span() for match in _own_marks(format).finditer(text, start, end)]
    if format in ("ninjs", "newsml"):
        return _find_elements(text, start, end)
    if format != "html":
        found += _find_backticks(text, start, end)
    if format != "text":
        found += _find_elements(text, start, end)
    return drop_overlapping(found)


@cache
def _ticks() -> re.Pattern[str]:
    return pattern(r"`+")


@cache
def _own_marks(format: str) -> re.Pattern[str]:
    if format == "rst":
        return pattern(r"``[^`]{1,500}``")
    # Quotation marks with backticks beside them are curved ones.
    return pattern(r"(?<![\w\"'`])`(?![\"'`\s])[^`]{1,500}(?<![\"'\s])`(?![\w\"'`])|``[^`]{1,500}``")


@cache
def _tags() -> re.Pattern[str]:
    return pattern(r"<(/?)(code|kbd|samp|tt|var|pre)\b[^<>]{0,400}>", re.IGNORECASE)


def _find_backticks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Pair runs of backticks of the same length, as CommonMark does (section 6.1, Code spans)."""
    runs = [match.span() for match in _ticks().finditer(text, start, end)]
    later: dict[int, list[int]] = {}
    for place in range(len(runs) - 1, -1, -1):
        later.setdefault(runs[place][1] - runs[place][0], []).append(place)
    found = []
    at = 0
    while at < len(runs):
        places = later[runs[at][1] - runs[at][0]]
        while places and places[-1] <= at:
            places.pop()
        if places:
            found.append((runs[at][0], runs[places[-1]][1]))
            at = places[-1] + 1
        else:
            at += 1
    return found


def _find_elements(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    opened: re.Match[str] | None = None
    for tag in _tags().finditer(text, start, end):
        if not tag[1]:
            opened = opened or tag
        elif opened is not None and tag[2].lower() == opened[2].lower():
            found.append((opened.start(), tag.end()))
            opened = None
    return found
