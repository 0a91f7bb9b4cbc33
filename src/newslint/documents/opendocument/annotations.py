"""Write notes into an OpenDocument text as comments: elements between its texts, of which no character changes."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from newslint.documents.model import AUTHOR, Atom, Note
from newslint.documents.notes import clip_notes
from newslint.documents.opendocument.reader import CONTENT, OdtReader, content_of
from newslint.documents.opendocument.styles import attribute
from newslint.documents.packages import Package, xml_bytes

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"


def annotate_odt(data: bytes, notes: list[Note], tracked: str) -> bytes:
    """Return the document with notes as comments in place of those of newslint that nobody answered."""
    package = Package(data)
    content = content_of(package)
    _remove_own(content)
    reading = OdtReader(package, content, tracked).read()
    known = {(each.start, each.text) for each in reading.document.remarks if each.author == AUTHOR}
    fresh = [note for note in clip_notes(notes, reading.document) if (note.start, "\n".join(note.lines)) not in known]
    _Writer(content, reading.atoms).write(fresh)
    return package.replace({CONTENT: xml_bytes(content)})


def _remove_own(content: Any) -> None:
    """Take out the comments of newslint, but for those that somebody answered or resolved."""
    annotations = [*content.iter(f"{_OFFICE}annotation")]
    answered = {attribute(each, "parent-name") for each in annotations} - {""}
    gone = set()
    for each in annotations:
        creator = each.find(f"{_DC}creator")
        if creator is None or creator.text != AUTHOR:
            continue
        name = attribute(each, "name")
        if name not in answered and attribute(each, "resolved") != "true":
            gone.add(name)
            _drop(each)
    for end in [*content.iter(f"{_OFFICE}annotation-end")]:
        if attribute(end, "name") in gone:
            _drop(end)


def _drop(element: Any) -> None:
    """Take out an element, and leave the text that follows it."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    element.tail = None
    parent.remove(element)
    if before is not None:
        before.tail = (before.tail or "") + tail or None
    else:
        parent.text = (parent.text or "") + tail or None


class _Writer:
    """Put elements between the characters of a content whose atoms are known, from its end to its beginning."""

    def __init__(self, content: Any, atoms: tuple[Atom, ...]) -> None:
        self._content = content
        self._atoms = atoms
        self._offsets = [atom.offset for atom in atoms]
        self._names = {attribute(each, "name") for each in content.iter(f"{_OFFICE}annotation")}

    def write(self, notes: list[Note]) -> None:
        """Write all notes; at one place ends stand before beginnings."""
        steps = []
        for number, note in enumerate(notes):
            name = self._fresh_name()
            steps.append((note.start, 1, number, self._annotation(name, note)))
            steps.append((note.end, 0, number, self._content.makeelement(f"{_OFFICE}annotation-end")))
            steps[-1][3].set(f"{_OFFICE}name", name)
        # A range that begins and ends at one sign keeps its beginning before its end.
        for at, is_start, _, element in sorted(steps, key=lambda step: step[:3], reverse=True):
            self._insert(at, element, is_start=bool(is_start))

    def _fresh_name(self) -> str:
        number = 1
        while f"{AUTHOR}-{number}" in self._names:
            number += 1
        self._names.add(f"{AUTHOR}-{number}")
        return f"{AUTHOR}-{number}"

    def _annotation(self, name: str, note: Note) -> Any:
        made = self._content.makeelement(f"{_OFFICE}annotation", nsmap={"dc": _DC[1:-1]})
        made.set(f"{_OFFICE}name", name)
        creator = made.makeelement(f"{_DC}creator")
        creator.text = AUTHOR
        made.append(creator)
        for line in note.lines:
            paragraph = made.makeelement(f"{_TEXT}p")
            paragraph.text = line
            made.append(paragraph)
        return made

    def _insert(self, at: int, element: Any, *, is_start: bool) -> None:
        atom = self._atoms[max(bisect_right(self._offsets, at if is_start else at - 1) - 1, 0)]
        if atom.skip >= 0 and isinstance(atom.element, tuple):
            node, part = atom.element
            _insert_in_text(node, part, atom.skip + at - atom.offset, element)
            return
        node = atom.element[0] if isinstance(atom.element, tuple) else atom.element
        if is_start:
            node.addprevious(element)
        else:
            node.addnext(element)


def _insert_in_text(node: Any, part: str, at: int, element: Any) -> None:
    """Put an element between two characters of the text in a node, or of that which follows it."""
    text = getattr(node, part) or ""
    if part == "text":
        node.text = text[:at] or None
        node.insert(0, element)
    else:
        node.tail = None
        node.addnext(element)
        node.tail = text[:at] or None
    element.tail = text[at:] or None
