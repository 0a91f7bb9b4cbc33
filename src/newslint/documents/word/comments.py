"""Write notes into a Word document as comments: runs are split, and keep every character and every format."""

from __future__ import annotations

from bisect import bisect_right
from copy import deepcopy
from typing import Any

from newslint.documents.model import AUTHOR, Atom, Note
from newslint.documents.notes import clip_notes
from newslint.documents.packages import Package, local, parse_xml, xml_bytes
from newslint.documents.word.answers import Answers
from newslint.documents.word.parts import Parts
from newslint.documents.word.reader import DocxReader

_TYPES = "[Content_Types].xml"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT = "http://purl.oclc.org/ooxml/"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARKERS = ("commentRangeStart", "commentRangeEnd")


def annotate_docx(data: bytes, notes: list[Note], tracked: str) -> bytes:
    """Return the document with notes as comments in place of those of newslint that nobody answered."""
    package = Package(data)
    parts = Parts(package)
    comments = _Comments(parts)
    comments.remove_own()
    reading = DocxReader(parts, tracked).read()
    places = clip_notes(notes, reading.document)
    _split_runs(parts, reading.atoms, {edge for note in places for edge in (note.start, note.end)})
    reading = DocxReader(parts, tracked).read()
    known = {(each.start, each.text) for each in reading.document.remarks if each.author == AUTHOR}
    anchors = _Anchors(parts, reading.atoms)
    for note in places:
        if (note.start, "\n".join(note.lines)) not in known:
            anchors.mark(note, comments.add(note))
    changed = {parts.main: xml_bytes(parts.root), **comments.parts()}
    return package.replace(changed)


class _Comments:
    """The part of comments; it is made where a document has none."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._name = parts.find("comments")
        root = parts.package.xml(self._name) if self._name else None
        self._is_new = root is None
        if root is None:
            prefix = {"w": parts.namespace}
            root = parts.root.makeelement(f"{{{parts.namespace}}}comments", nsmap=prefix)
        self.root = root
        self._answers = Answers(parts)
        self._next = 0

    def remove_own(self) -> None:
        """Take out the comments of newslint with their marks in the text, but for those answered or resolved."""
        parts = self._parts
        own = [each for each in self.root if parts.get(each, "author") == AUTHOR]
        gone = [each for each in own if not self._answers.has_answer(each)]
        names = {parts.get(each, "id") for each in gone}
        self._answers.forget(gone)
        for each in gone:
            self.root.remove(each)
        for mark in [*parts.root.iter(*(f"{{{parts.namespace}}}{name}" for name in (*_MARKERS, "commentReference")))]:
            if parts.get(mark, "id") in names:
                _remove_mark(mark)
        numbers = [parts.get(each, "id") or "" for each in self.root]
        self._next = max((int(number) for number in numbers if number.isdigit()), default=-1) + 1

    def add(self, note: Note) -> str:
        """Add a comment, and return its id."""
        name, w = str(self._next), f"{{{self._parts.namespace}}}"
        self._next += 1
        made = self.root.makeelement(f"{w}comment", {f"{w}id": name, f"{w}author": AUTHOR, f"{w}initials": "nl"})
        for number, line in enumerate(note.lines):
            paragraph = made.makeelement(f"{w}p")
            run = paragraph.makeelement(f"{w}r")
            if number == 0:
                properties = run.makeelement(f"{w}rPr")
                properties.append(properties.makeelement(f"{w}b"))
                run.append(properties)
            text = run.makeelement(f"{w}t", {_SPACE: "preserve"})
            text.text = line
            run.append(text)
            paragraph.append(run)
            made.append(paragraph)
        self.root.append(made)
        return name

    def parts(self) -> dict[str, bytes]:
        """Return the parts that changed, by their names."""
        changed = self._answers.parts()
        if not self._is_new:
            assert self._name is not None
            return {self._name: xml_bytes(self.root), **changed}
        package = self._parts.package
        name = self._fresh_name()
        folder, _, main = self._parts.main.rpartition("/")
        relations = f"{folder}/_rels/{main}.rels".lstrip("/")
        changed[_TYPES] = _with_type(package.read(_TYPES), f"/{name}")
        changed[relations] = self._with_relation(relations, name.rpartition("/")[2])
        changed[name] = xml_bytes(self.root)
        return changed

    def _fresh_name(self) -> str:
        folder, taken, number = self._parts.folder, set(self._parts.package.names), ""
        while f"{folder}/comments{number}.xml".lstrip("/") in taken:
            number = str(int(number or "1") + 1)
        return f"{folder}/comments{number}.xml".lstrip("/")

    def _with_relation(self, part: str, target: str) -> bytes:
        package = self._parts.package
        root = package.xml(part)
        if root is None:
            root = parse_xml(f'<Relationships xmlns="{_PACKAGE[1:-1]}"/>'.encode())
        number, taken = 1, {each.get("Id") for each in root}
        while f"rIdNewslint{number}" in taken:
            number += 1
        kind = _STRICT_RELATION if self._parts.namespace.startswith(_STRICT) else _RELATION
        told = {"Id": f"rIdNewslint{number}", "Type": kind, "Target": target}
        root.append(root.makeelement(f"{_PACKAGE}Relationship", told))
        return xml_bytes(root)


def _with_type(data: bytes, name: str) -> bytes:
    root = parse_xml(data)
    root.append(root.makeelement(f"{_TYPE}Override", {"PartName": name, "ContentType": _COMMENTS}))
    return xml_bytes(root)


def _remove_mark(mark: Any) -> None:
    """Take out a mark; a run that holds nothing else goes with it."""
    run = mark.getparent()
    run.remove(mark)
    if local(mark) == "commentReference" and all(local(child) == "rPr" for child in run):
        run.getparent().remove(run)


def _split_runs(parts: Parts, atoms: tuple[Atom, ...], edges: set[int]) -> None:
    """Split runs so that at each edge one begins; from the end on, so that what is before an edge stays as it is."""
    offsets = [atom.offset for atom in atoms]
    for edge in sorted(edges, reverse=True):
        at = bisect_right(offsets, edge) - 1
        if at < 0:
            continue
        atom = atoms[at]
        if atom.skip < 0 or edge >= atom.offset + atom.size:
            continue
        run = atom.element.getparent()
        if run is None or run.tag != f"{{{parts.namespace}}}r":
            continue
        first = _split_text(atom.element, edge - atom.offset) if edge > atom.offset else atom.element
        if any(local(before) != "rPr" for before in first.itersiblings(preceding=True)):
            _split_run(run, first)


def _split_text(text: Any, at: int) -> Any:
    """Cut the text of an element in two, and return the element of the second part."""
    second = text.makeelement(text.tag, dict(text.attrib))
    second.text, text.text = text.text[at:], text.text[:at]
    for part in (text, second):
        part.set(_SPACE, "preserve")
    text.addnext(second)
    return second


def _split_run(run: Any, first: Any) -> None:
    """Move an element of a run, and all that follows it there, to a new run with the same properties."""
    second = run.makeelement(run.tag, dict(run.attrib))
    properties = next((child for child in run if local(child) == "rPr"), None)
    if properties is not None:
        second.append(deepcopy(properties))
    for element in [first, *first.itersiblings()]:
        second.append(element)
    run.addnext(second)


class _Anchors:
    """Where comments are anchored in the text: at the runs that hold its characters."""

    def __init__(self, parts: Parts, atoms: tuple[Atom, ...]) -> None:
        self._parts = parts
        self._w = f"{{{parts.namespace}}}"
        self._atoms = atoms
        self._offsets = [atom.offset for atom in atoms]

    def mark(self, note: Note, name: str) -> None:
        """Mark the characters of a note as those that a comment is about."""
        first, last = self._holder(note.start), self._holder(note.end - 1)
        if first is None or last is None:
            return
        begin = first.makeelement(f"{self._w}commentRangeStart", {f"{self._w}id": name})
        end = last.makeelement(f"{self._w}commentRangeEnd", {f"{self._w}id": name})
        sign = last.makeelement(f"{self._w}r")
        sign.append(sign.makeelement(f"{self._w}commentReference", {f"{self._w}id": name}))
        first.addprevious(begin)
        last.addnext(end)
        top = end
        while top.getparent() is not None and local(top.getparent()) != "p":
            top = top.getparent()
        top.addnext(sign)

    def _holder(self, at: int) -> Any:
        """Return the run, or what stands in its place, that holds a character; a cell is held by its first run."""
        atom = self._atoms[max(bisect_right(self._offsets, at) - 1, 0)]
        element = atom.element
        if local(element) == "tc":
            element = next(element.iter(f"{self._w}r"), None)
        elif local(element) == "p":
            element = next((child for child in element if local(child) == "r"), None)
        while element is not None and not self._is_holder(element):
            element = element.getparent()
        return element

    def _is_holder(self, element: Any) -> bool:
        """Tell whether marks may stand beside an element: a run or a formula, not within what stands for another."""
        inside = {"AlternateContent", "txbxContent"}
        if any(local(outer) in inside for outer in element.iterancestors()):
            return False
        if element.tag == f"{self._w}r":
            return True
        # Within a run, only the run will do.
        is_alone = local(element) in ("oMath", "oMathPara", "AlternateContent")
        return is_alone and not any(outer.tag == f"{self._w}r" for outer in element.iterancestors())
