"""Read what a picture in a Word document is called, and how it is described."""

from __future__ import annotations

from typing import Any

from newslint.records import NamedTuple


class Picture(NamedTuple):
    """A picture: its name, the relation that leads to its file, and its description, None where it has none."""

    name: str
    relation: str
    alt: str | None
    is_decorative: bool


def find_picture(element: Any) -> Picture | None:
    """Return the picture in a drawing, None where it holds shapes or text alone."""
    shown = next(element.iter("{*}blip"), None)
    if shown is not None:
        told = next(element.iter("{*}docPr"), None)
        if told is None:
            return Picture("", _attribute(shown, "embed") or _attribute(shown, "link"), None, is_decorative=False)
        is_decorative = any(each.get("val") in ("1", "true") for each in told.iter("{*}decorative"))
        relation = _attribute(shown, "embed") or _attribute(shown, "link")
        # An empty description is none: what is decoration is told apart.
        return Picture(told.get("name", ""), relation, told.get("descr") or None, is_decorative)
    data = next(element.iter("{*}imagedata"), None)
    if data is None:
        return None
    shape = data.getparent()
    alt = (shape.get("alt") or None) if shape is not None else None
    return Picture(_attribute(data, "title"), _attribute(data, "id"), alt, is_decorative=False)


def _attribute(element: Any, name: str) -> str:
    """Return an attribute of any namespace by its name, or an empty text."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
