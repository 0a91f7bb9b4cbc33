"""What the styles of an OpenDocument text say: those that have names, and those that a program made on the way."""

from __future__ import annotations

from typing import Any

from newslint.documents.packages import Package, local
from newslint.documents.styles import Use, use_of
from newslint.records import NamedTuple

_MOST_PARENTS = 20


class Style(NamedTuple):
    """What a style says; None where it leaves that open."""

    use: Use = Use()
    is_strong: bool | None = None
    is_hidden: bool | None = None


def attribute(element: Any, name: str) -> str:
    """Return an attribute of any namespace by its name, or an empty text."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


class Styles:
    """The styles of a document, and which levels of its lists are numbered."""

    def __init__(self, package: Package, content: Any) -> None:
        """Read the styles of the content, and those that have names."""
        self._elements: dict[tuple[str, str], Any] = {}
        self._known: dict[tuple[str, str], Style] = {}
        self._numbered: dict[str, dict[str, int]] = {}
        for root in (package.xml("styles.xml"), content):
            for group in root if root is not None else ():
                if local(group) in ("styles", "automatic-styles"):
                    self._read(group)

    def _read(self, group: Any) -> None:
        for style in group:
            name = attribute(style, "name")
            if local(style) == "style":
                self._elements[attribute(style, "family"), name] = style
            elif local(style) == "list-style":
                self._numbered[name] = {
                    attribute(level, "level"): int(attribute(level, "start-value") or 1)
                    for level in style
                    if local(level) == "list-level-style-number" and attribute(level, "num-format") == "1"
                }

    def find(self, family: str, name: str) -> Style:
        """Return what a style says, with what it takes over."""
        key = (family, name)
        if key not in self._known:
            self._known[key] = self._resolve(family, name)
        return self._known[key]

    def _resolve(self, family: str, name: str) -> Style:
        use: Use | None = None
        found = Style()
        for _ in range(_MOST_PARENTS):
            element = self._elements.get((family, name))
            use = use or use_of(name) or (use_of(attribute(element, "display-name")) if element is not None else None)
            if element is None:
                break
            level = attribute(element, "default-outline-level")
            use = use or (Use("heading", int(level)) if level.isdigit() and level != "0" else None)
            for text in element.iterfind("{*}text-properties"):
                weight, shown = attribute(text, "font-weight"), attribute(text, "display")
                found = found._replace(
                    is_strong=_is_bold(weight) if found.is_strong is None and weight else found.is_strong,
                    is_hidden=shown == "none" if found.is_hidden is None and shown else found.is_hidden,
                )
            name = attribute(element, "parent-style-name")
            if not name:
                break
        return found._replace(use=use or Use())

    def list_of(self, paragraph_style: str) -> str:
        """Return the name of the list style that a paragraph style brings, or an empty text."""
        element = self._elements.get(("paragraph", paragraph_style))
        return attribute(element, "list-style-name") if element is not None else ""

    def first_number(self, list_style: str, level: int) -> int | None:
        """Return the number with which a level of a list begins, or None where it has signs or letters."""
        return self._numbered.get(list_style, {}).get(str(level))


def _is_bold(weight: str) -> bool:
    return weight == "bold" or (weight.isdigit() and int(weight) >= 600)
