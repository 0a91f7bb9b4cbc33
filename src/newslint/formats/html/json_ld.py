"""Read JSON-LD scripts with the place of every string; it judges no vocabulary beyond finding articles in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from newslint.article import StructuredData
from newslint.patterns import pattern
from newslint.spans import Span

_DEEPEST = 60


class JsonNode:
    """A JSON value and the range of its characters in the source; strings without their quotation marks."""

    __slots__ = ("end", "start", "value")

    def __init__(
        self, value: dict[str, JsonNode] | list[JsonNode] | str | float | bool | None, start: int, end: int
    ) -> None:
        """Keep the parts."""
        self.value = value
        self.start = start
        self.end = end


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
        return StructuredData(span, json.loads(body)), places
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
        return StructuredData(span, lenient, message, Span(place, min(place + 1, end))), places


def read_places(text: str, start: int, end: int) -> JsonNode | None:
    """Return the JSON value at [start, end) with places, or None where it is no JSON at all."""
    match_token = _token().match
    root: JsonNode | None = None
    stack: list[JsonNode] = []
    key: str | None = None
    at = start
    while at < end and (token := match_token(text, at, end)) is not None:
        at = token.end()
        mark = token[2] or ""
        if mark in _CLOSING:
            key = None
            if stack:
                stack.pop().end = at
            if not stack:
                break
        elif mark in _BETWEEN:
            key = None if mark == "," else key
        else:
            place = _make_place(token)
            if key is None and _is_object(stack):
                key = place.value if isinstance(place.value, str) else ""
                continue
            root = root or place
            _put(stack, key, place)
            if mark and len(stack) < _DEEPEST:
                stack.append(place)
                key = None
            elif mark or not stack:
                break
    return root


_CLOSING = ("}", "]")
_BETWEEN = (",", ":")


def _is_object(stack: list[JsonNode]) -> bool:
    return bool(stack) and isinstance(stack[-1].value, dict)


def _put(stack: list[JsonNode], key: str | None, place: JsonNode) -> None:
    """Put a value into the object or the list that is open, if one is; of members of one name the first counts."""
    holder = stack[-1].value if stack else None
    if isinstance(holder, dict):
        holder.setdefault(key or "", place)
    elif isinstance(holder, list):
        holder.append(place)


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


def member(place: JsonNode | None, *names: str) -> JsonNode | None:
    """Return the first member of these names that an object has, or None."""
    if place is None or not isinstance(place.value, dict):
        return None
    return next(
        (found for name in names if (found := place.value.get(name)) is not None and found.value is not None), None
    )


def items(place: JsonNode | None) -> list[JsonNode]:
    """Return a value as a list: a list's own members, or the value alone; nothing for None."""
    if place is None:
        return []
    return place.value if isinstance(place.value, list) else [place]


def types_of(place: JsonNode) -> list[str]:
    """Return an object's types without their vocabulary's address."""
    return [
        kind.value.rsplit("/", 1)[-1].rsplit(":", 1)[-1]
        for kind in items(member(place, "@type"))
        if isinstance(kind.value, str)
    ]


def objects(place: JsonNode | None) -> Iterator[JsonNode]:
    """Yield all objects in a value, the outer ones first, except what lists of other pages hold."""
    waiting = [place] if place is not None else []
    at = 0
    while at < len(waiting):
        now = waiting[at]
        at += 1
        if isinstance(now.value, list):
            waiting.extend(now.value)
        elif isinstance(now.value, dict):
            yield now
            if "ItemList" in types_of(now):
                continue
            waiting.extend(
                inner
                for name, inner in now.value.items()
                if isinstance(inner.value, (dict, list))
                and name not in ("itemListElement", "relatedLink", "comment", "hasPart")
            )
