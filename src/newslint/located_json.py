"""Hold JSON values with the places of their characters, and walk them; it reads no text and knows no article."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.spans import Span


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

    @property
    def span(self) -> Span:
        """The characters of the value in the source."""
        return Span(self.start, self.end)


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
                if isinstance(inner.value, (dict, list)) and not _is_of_others(name, inner)
            )


def _is_of_others(name: str, value: JsonNode) -> bool:
    """Tell whether a member holds other pages, or what readers wrote; a single review may be the page's article."""
    if name in ("review", "reviews"):
        return isinstance(value.value, list) and len(value.value) > 1
    return name in ("itemListElement", "relatedLink", "comment", "hasPart")
