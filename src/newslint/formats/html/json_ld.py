"""Read JSON-LD scripts with the place of every string; it judges no vocabulary."""

from __future__ import annotations

import json
import re
from functools import cache

from newslint.article import StructuredData
from newslint.located_json import JsonNode
from newslint.patterns import pattern
from newslint.spans import Span

_DEEPEST = 60


@cache
def _token() -> re.Pattern[str]:
    return pattern(r'[ \t\r\n\ufeff]*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([{}\[\],:])|([^\s{}\[\]",:]+))', re.DOTALL)


@cache
def _wrapping() -> re.Pattern[str]:
    # Marks that old templates put around scripts.
    return pattern(r"\s*(?:/\*\s*)?(?://\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*/)?")


def read_structured_data(text: str, start: int, end: int) -> tuple[StructuredData, JsonNode | None]:
    """Read the script [start, end): its value or what is wrong with it and where, and its strings' places.

    Raw line ends in strings and commas too many are errors, but the places are given all the same.
    """
    span = Span(start, end)
    wrapped = _wrapping().match(text, start, end)
    begin = wrapped.end() if wrapped else start
    stop = end
    if wrapped:
        for mark in ("-->", "]]>"):
            found = text.rfind(mark, begin, stop)
            if found >= 0:
                stop = found
        stop = begin + len(text[begin:stop].rstrip("/* \t\r\n"))
    places = read_places(text, begin, stop)
    body = text[begin:stop]
    try:
        return StructuredData(span, json.loads(body), places=places), places
    except RecursionError:
        return StructuredData(span, None, "nested too deeply", Span(begin, min(begin + 1, stop))), None
    except ValueError as error:
        at = getattr(error, "pos", 0)
        message = getattr(error, "msg", "not JSON")
        place = min(begin + at, max(begin, stop - 1))
        lenient = None
        if message.startswith("Invalid control character"):
            try:
                lenient = json.loads(body, strict=False)
            except (ValueError, RecursionError):
                lenient = None
        return StructuredData(span, lenient, message, Span(place, min(place + 1, end)), places), places


def read_places(text: str, start: int, end: int) -> JsonNode | None:
    """Return the JSON value at [start, end) with places, or None where it is no JSON at all."""
    match_token = _token().match
    places = _Places()
    at = start
    while at < end and (token := match_token(text, at, end)) is not None and places.take(token):
        at = token.end()
    return places.root


class _Places:
    """A JSON value in the making: its outermost value, those that are open, and the key that waits for its value."""

    def __init__(self) -> None:
        self.root: JsonNode | None = None
        self.stack: list[JsonNode] = []
        self.key: str | None = None

    def take(self, token: re.Match[str]) -> bool:
        """Add a token, and tell whether the value goes on."""
        mark = token[2] or ""
        if mark in _CLOSING:
            self.key = None
            if self.stack:
                self.stack.pop().end = token.end()
            return bool(self.stack)
        if mark in _BETWEEN:
            self.key = None if mark == "," else self.key
            return True
        place = _make_place(token)
        if self.key is None and _is_object(self.stack):
            self.key = place.value if isinstance(place.value, str) else ""
            return True
        return self._put(place, bool(mark))

    def _put(self, place: JsonNode, opens: bool) -> bool:
        """Put a value into what is open, of members of one name the first, and tell whether the outermost goes on."""
        self.root = self.root or place
        holder = self.stack[-1].value if self.stack else None
        if isinstance(holder, dict):
            holder.setdefault(self.key or "", place)
        elif isinstance(holder, list):
            holder.append(place)
        if opens and len(self.stack) < _DEEPEST:
            self.stack.append(place)
            self.key = None
            return True
        return not opens and bool(self.stack)


_CLOSING = ("}", "]")
_BETWEEN = (",", ":")


def _is_object(stack: list[JsonNode]) -> bool:
    return bool(stack) and isinstance(stack[-1].value, dict)


def _make_place(token: re.Match[str]) -> JsonNode:
    if token[1] is not None:
        raw = token[1]
        return JsonNode(_decode(raw) if "\\" in raw else raw, *token.span(1))
    if token[2] is not None:
        return JsonNode({} if token[2] == "{" else [], token.start(2), token.end())
    word = token[3]
    try:
        value = json.loads(word)
    except ValueError:
        value = None
    return JsonNode(value, token.start(3), token.end())


def _decode(raw: str) -> str:
    try:
        decoded = json.loads(f'"{raw}"', strict=False)
    except ValueError:
        return raw
    return str(decoded)
