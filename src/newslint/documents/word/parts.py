"""The parts of a Word document: where each is, and what its styles and lists say."""

from __future__ import annotations

import posixpath
from typing import Any

from newslint.documents.faults import DamagedError
from newslint.documents.model import ParagraphKind
from newslint.documents.packages import Package, local
from newslint.documents.styles import Use, use_of
from newslint.records import NamedTuple

_MOST_PARENTS = 20
OFF = frozenset({"0", "false", "off", "none"})


class Parts:
    """The parts that a document's main part leads to, read when they are asked for."""

    def __init__(self, package: Package) -> None:
        """Find the main part; raise DamagedError where this is no Word document."""
        self.package = package
        self.main = _main_part(package)
        self.folder = posixpath.dirname(self.main)
        self.relations = relations_of(package, self.main)
        root = package.xml(self.main)
        if root is None or local(root) != "document":
            raise DamagedError("this is no Word document", "Save it as .docx.")
        self.root = root
        # Word's own namespace, which documents of the strict kind have in another form.
        self.namespace = root.tag[1:].partition("}")[0]

    def find(self, kind: str) -> str | None:
        """Return the name of the part that a relation of a kind leads to (`styles`, `comments`), or None."""
        for relation in self.relations.values():
            if relation.kind == kind and not relation.is_outside:
                return relation.target
        return None

    def xml(self, kind: str) -> Any:
        """Return the root of the part that a relation leads to, or None."""
        part = self.find(kind)
        return self.package.xml(part) if part else None

    def get(self, element: Any, name: str = "val") -> str | None:
        """Return an attribute of Word's namespace."""
        value: str | None = element.get(f"{{{self.namespace}}}{name}")
        return value

    def child(self, element: Any, *names: str) -> Any:
        """Return the element that a path of names leads to, or None."""
        for name in names:
            element = element.find(f"{{{self.namespace}}}{name}") if element is not None else None
        return element

    def is_on(self, element: Any, name: str) -> bool | None:
        """Return whether a property is switched on or off, or None where it is not said."""
        found = self.child(element, name) if element is not None else None
        return None if found is None else (self.get(found) or "1").lower() not in OFF


class Relation(NamedTuple):
    """Where a relation leads: the last word of its type, and a part or, outside, an address."""

    kind: str
    target: str
    is_outside: bool


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    """Return the relations of a part, by their ids."""
    folder, _, name = part.rpartition("/")
    root = package.xml(f"{folder}/_rels/{name}.rels".lstrip("/"))
    found = {}
    for each in root if root is not None else ():
        if local(each) != "Relationship":
            continue
        is_outside = each.get("TargetMode") == "External"
        target = each.get("Target", "")
        if not is_outside:
            target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            target = target.lstrip("/")
        found[each.get("Id", "")] = Relation(each.get("Type", "").rpartition("/")[2], target, is_outside)
    return found


def _main_part(package: Package) -> str:
    for relation in relations_of(package, "").values():
        if relation.kind == "officeDocument":
            return relation.target
    raise DamagedError("this is no Word document", "Save it as .docx.")


class Style(NamedTuple):
    """What a style says of its paragraphs or runs; None where it leaves that open."""

    use: Use
    is_strong: bool | None = None
    is_hidden: bool | None = None
    numbering: tuple[str, int] | None = None


class Styles:
    """The styles of a document, each with what it takes over from those that it is based on."""

    def __init__(self, parts: Parts) -> None:
        """Read the part of styles, if there is one."""
        self._parts = parts
        root = parts.xml("styles")
        styles = root.findall(f"{{{parts.namespace}}}style") if root is not None else ()
        self._elements = {parts.get(style, "styleId") or "": style for style in styles}
        self._known: dict[str, Style] = {}
        normal = (one for one in styles if parts.get(one, "type") == "paragraph" and parts.get(one, "default") == "1")
        first = next(normal, None)
        self.default = parts.get(first, "styleId") if first is not None else None

    def find(self, name: str | None) -> Style:
        """Return what the style of an id says; one that is not there is known by its id."""
        key = name or self.default or ""
        if key not in self._known:
            self._known[key] = self._resolve(key)
        return self._known[key]

    def _resolve(self, key: str) -> Style:
        """Read a style and those below it; the nearest that says something counts."""
        use: Use | None = None
        found = Style(Use())
        for _ in range(_MOST_PARENTS):
            element = self._elements.get(key)
            if element is None:
                use = use or use_of(key)
                break
            use = use or self._use_of(element, key)
            found = self._overlay(found, element)
            based = self._parts.child(element, "basedOn")
            key = (self._parts.get(based) or "") if based is not None else ""
            if not key:
                break
        return found._replace(use=use or Use())

    def _use_of(self, element: Any, key: str) -> Use | None:
        name = self._parts.child(element, "name")
        told = use_of((self._parts.get(name) or "") if name is not None else "") or use_of(key)
        level = outline_of(self._parts, self._parts.child(element, "pPr"))
        if told is None or (told.kind == "paragraph" and not told.is_contents):
            return Use("heading", level) if level else told
        return told

    def _overlay(self, found: Style, element: Any) -> Style:
        parts, run = self._parts, self._parts.child(element, "rPr")
        return found._replace(
            is_strong=parts.is_on(run, "b") if found.is_strong is None else found.is_strong,
            is_hidden=parts.is_on(run, "vanish") if found.is_hidden is None else found.is_hidden,
            numbering=found.numbering or numbering_of(parts, parts.child(element, "pPr")),
        )


def outline_of(parts: Parts, properties: Any) -> int:
    """Return the outline level of a paragraph's or style's properties from 1 on; 0 where it is text."""
    found = parts.child(properties, "outlineLvl") if properties is not None else None
    value = parts.get(found) if found is not None else None
    return int(value) + 1 if value and value.isdigit() and int(value) < 9 else 0


def numbering_of(parts: Parts, properties: Any) -> tuple[str, int] | None:
    """Return the list and the level in it that properties name; the list `0` is none."""
    found = parts.child(properties, "numPr") if properties is not None else None
    if found is None:
        return None
    number, level = parts.child(found, "numId"), parts.child(found, "ilvl")
    depth = (parts.get(level) or "0") if level is not None else "0"
    name = (parts.get(number) or "") if number is not None else ""
    return name, int(depth) if depth.isdigit() else 0


class Lists:
    """The lists of a document, and how far each has counted."""

    def __init__(self, parts: Parts) -> None:
        """Read the part of numberings, if there is one."""
        root = parts.xml("numbering")
        self._levels: dict[str, dict[int, tuple[str, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        forms: dict[str, dict[int, tuple[str, int]]] = {}
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                forms[parts.get(element, "abstractNumId") or ""] = _levels_of(parts, element)
            elif local(element) == "num":
                form = parts.child(element, "abstractNumId")
                key = (parts.get(form) or "") if form is not None else ""
                self._levels[parts.get(element, "numId") or ""] = forms.get(key, {})

    def count(self, number: str, level: int) -> str | None:
        """Return the next item's number in a list that counts, or None where its items have signs or letters."""
        form, first = self._levels.get(number, {}).get(level, ("bullet", 1))
        counts = self._counts.setdefault(number, {})
        counts[level] = counts.get(level, first - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return str(counts[level]) if form in ("decimal", "decimalZero") else None


def _levels_of(parts: Parts, form: Any) -> dict[int, tuple[str, int]]:
    found = {}
    for level in form.findall(f"{{{parts.namespace}}}lvl"):
        kind, first = parts.child(level, "numFmt"), parts.child(level, "start")
        start = (parts.get(first) or "1") if first is not None else "1"
        number = parts.get(level, "ilvl") or "0"
        sign = (parts.get(kind) or "bullet") if kind is not None else "decimal"
        found[int(number) if number.isdigit() else 0] = (sign, int(start) if start.isdigit() else 1)
    return found


def kind_of(use: Use, level: int, is_listed: bool) -> tuple[ParagraphKind, int]:
    """Return what a paragraph is, by its style, its own outline level and whether it is in a list."""
    if use.kind in ("paragraph", "list-item") and level:
        return "heading", level
    if use.kind == "paragraph" and is_listed:
        return "list-item", 0
    return use.kind, use.level
