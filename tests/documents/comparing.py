"""What a document says and how it looks, apart from its comments, so that two can be compared."""

from __future__ import annotations

from typing import Any

from lxml import etree
from tests.documents.made import W, unpacked


def look_of_word(data: bytes) -> list[tuple[str, str, str]]:
    """Return each character of a Word document's body with its run's properties and where it stands."""
    root = etree.fromstring(unpacked(data)["word/document.xml"])
    found = []
    for run in root.iter(f"{{{W}}}r"):
        properties = run.find(f"{{{W}}}rPr")
        look = etree.tostring(properties, method="c14n").decode() if properties is not None else ""
        place = "/".join(outer.tag for outer in run.iterancestors())
        for child in run:
            name = etree.QName(child).localname
            if name == "t":
                found += [(sign, look, place) for sign in child.text or ""]
            elif name not in ("rPr", "commentReference"):
                found.append((etree.tostring(child, method="c14n").decode(), look, place))
    return found


def look_of_odt(data: bytes) -> str:
    """Return an OpenDocument text's elements and texts but for comments, each text joined to what it continues."""
    root = etree.fromstring(unpacked(data)["content.xml"])
    found: list[str] = []

    def walk(element: Any) -> None:
        name = etree.QName(element).localname
        if not name.startswith("annotation"):
            found.append(f"<{element.tag} {sorted(element.attrib.items())}>")
            found.append(element.text or "")
            for child in element:
                walk(child)
            found.append("</>")
        found.append(element.tail or "")

    walk(root)
    return "".join(found)


LOOKS = {"docx": look_of_word, "odt": look_of_odt}
