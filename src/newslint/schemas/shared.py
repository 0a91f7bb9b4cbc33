"""What the schemas of all files share: how a pydantic model becomes a schema that editors can use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

Schema = dict[str, Any]
# Editors know this draft whole, and later ones in part.
DRAFT = "http://json-schema.org/draft-07/schema#"


def schema_of(model: type[BaseModel], title: str) -> Schema:
    """Return the schema of a file that a model validates; raise LookupError where a key has no description."""
    made = model.model_json_schema()
    for name, part in _objects(made):
        for key, inner in part.get("properties", {}).items():
            if not inner.get("description"):
                raise LookupError(f"the key `{key}` of {name or model.__name__} has no description: give its Field one")
    shown: Schema = _plain(made)
    return {"$schema": DRAFT, **shown, "title": title}


def _objects(schema: Schema) -> Iterator[tuple[str, Schema]]:
    yield "", schema
    yield from schema.get("$defs", {}).items()


def _plain(node: Any, *, is_map: bool = False) -> Any:
    """Return a schema without the titles that pydantic makes of names, and without defaults that say nothing."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = (
        node if is_map else {key: value for key, value in node.items() if key != "title" and not _is_idle(key, value)}
    )
    return {key: _plain(value, is_map=key in ("properties", "$defs") and not is_map) for key, value in kept.items()}


def _is_idle(key: str, value: Any) -> bool:
    return key == "title" or (key == "default" and (value is None or value in ([], "") or isinstance(value, dict)))


def first_sentence(text: str | None) -> str:
    """Return what a docstring or a rationale says first, on one line."""
    words = " ".join((text or "").split())
    head, stop, _ = words.partition(". ")
    return head + stop.strip()
