"""Read what stands in a paragraph of Word: runs of text, links, fields, pictures, signs of notes and comments."""

from __future__ import annotations

from typing import Any

from newslint.documents.model import Remark
from newslint.documents.packages import local
from newslint.documents.styles import link_in
from newslint.documents.word.fields import Fields
from newslint.documents.word.parts import Parts, Style, Styles
from newslint.documents.word.pictures import Picture, find_picture
from newslint.documents.writer import TextWriter

_PASSED = frozenset({"smartTag", "customXml", "sdtContent", "dir", "bdo", "rt", "rubyBase"})
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_BREAKS = frozenset({"br", "cr"})
_PICTURES = frozenset({"drawing", "pict", "object"})


class RunReader:
    """The way through a paragraph, and what has been met so far."""

    styles: Styles

    def __init__(self, parts: Parts, tracked: str) -> None:
        """Begin with nothing read."""
        self.parts = parts
        self.rejects = tracked == "rejected"
        self.writer = TextWriter()
        self.fields = Fields(self.writer)
        # Signs of notes in the text: the note's id, and the element that the sign is.
        self.notes: dict[str, list[tuple[str, Any]]] = {"footnote": [], "endnote": []}
        # Text boxes that the paragraph anchors: the element that holds each, and its content.
        self.boxes: list[tuple[Any, Any]] = []
        self._remarks: dict[str, list[int]] = {}

    def is_kept(self, name: str) -> bool:
        """Tell whether what a tracked change holds is read."""
        return (name in ("del", "moveFrom")) == self.rejects

    def read_inline(self, container: Any, style: Style) -> None:
        """Read all that a paragraph, or a part of one, holds."""
        for element in container:
            name = local(element)
            if name == "r":
                self._read_run(element, style)
            elif name == "hyperlink":
                self._read_link(element, style)
            elif name in ("ins", "moveTo", "del", "moveFrom"):
                if self.is_kept(name):
                    self.read_inline(element, style)
            elif name == "sdt":
                inner = self.parts.child(element, "sdtContent")
                if inner is not None:
                    self.read_inline(inner, style)
            elif name == "fldSimple":
                self._read_field(element, style)
            elif name == "AlternateContent":
                self._read_choice(element, style)
            elif name in ("oMath", "oMathPara"):
                self._read_formula(element)
            elif name in _PASSED:
                self.read_inline(element, style)
            else:
                self.read_marker(element, name)

    def _read_choice(self, element: Any, style: Style) -> None:
        first = next((child for child in element if local(child) in ("Choice", "Fallback")), None)
        if first is not None:
            self.read_inline(first, style)

    def read_marker(self, element: Any, name: str) -> None:
        """Note a bookmark, or where a comment begins or ends."""
        if name == "bookmarkStart":
            self.writer.add_target(self.parts.get(element, "name"))
        elif name == "commentRangeStart":
            self._remarks[self.parts.get(element, "id") or ""] = [self.writer.length, -1]
        elif name == "commentRangeEnd":
            self._remarks.setdefault(self.parts.get(element, "id") or "", [self.writer.length, -1])[1] = (
                self.writer.length
            )

    def _read_link(self, element: Any, style: Style) -> None:
        start = self.writer.length
        self.read_inline(element, style)
        anchor = self.parts.get(element, "anchor")
        target = self._target_of(element) or (f"#{anchor}" if anchor else "")
        self.writer.mark_link(start, target)

    def _target_of(self, element: Any) -> str:
        """Return where the relation leads that an element names."""
        name = next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
        relation = self.parts.relations.get(name)
        anchor = self.parts.get(element, "anchor")
        if relation is None:
            return ""
        return f"{relation.target}#{anchor}" if anchor and "#" not in relation.target else relation.target

    def _read_field(self, element: Any, style: Style) -> None:
        start = self.writer.length
        self.read_inline(element, style)
        self.writer.mark_link(start, link_in(self.parts.get(element, "instr") or ""))

    def _read_formula(self, element: Any) -> None:
        if not self.fields.is_silent:
            for text in element.iter("{*}t"):
                if local(text.getparent()) == "r":
                    self.writer.add(text.text, text)

    def _read_run(self, run: Any, style: Style) -> None:
        properties = self.parts.child(run, "rPr")
        named = self.parts.child(properties, "rStyle") if properties is not None else None
        own = self.styles.find(self.parts.get(named)) if named is not None else None
        if self._says(properties, "vanish", own and own.is_hidden, style.is_hidden):
            return
        start = self.writer.length
        for element in run:
            self._read_piece(element, local(element))
        if self._says(properties, "b", own and own.is_strong, style.is_strong):
            self.writer.mark_strong(start)

    def _says(self, properties: Any, name: str, *below: bool | None) -> bool:
        """Return what a run says of itself, else its style, else the paragraph's."""
        told = self.parts.is_on(properties, name)
        return bool(next((value for value in (told, *below) if value is not None), False))

    def _read_piece(self, element: Any, name: str) -> None:
        """Read a part of a run; the code of a field is no text."""
        if name in ("fldChar", "instrText", "delInstrText"):
            self.fields.read(element, name, self.parts.get(element, "fldCharType"))
        elif self.fields.is_silent:
            return
        elif name == "t" or (name == "delText" and self.rejects):
            self.writer.add(element.text, element)
        elif name in _SIGNS:
            self.writer.add_sign(_SIGNS[name], element)
        elif name in _BREAKS:
            self.writer.add_break(element)
        elif name in _PICTURES:
            self._read_picture(element)
        elif name in ("footnoteReference", "endnoteReference"):
            self.notes[name.removesuffix("Reference")].append((self.parts.get(element, "id") or "", element))
        elif name == "commentReference":
            # A comment without a range is about the place of its sign.
            here = self.writer.length
            self._remarks.setdefault(self.parts.get(element, "id") or "", [here, here])
        elif name in ("AlternateContent", "ruby"):
            wanted = ("Choice", "Fallback", "rubyBase")
            first = next((child for child in element if local(child) in wanted), None)
            for inner in first if first is not None else ():
                if local(inner) == "r":
                    self._read_run(inner, self.styles.find(None))
                else:
                    self._read_piece(inner, local(inner))

    def _read_picture(self, element: Any) -> None:
        found: Picture | None = find_picture(element)
        if found is not None:
            relation = self.parts.relations.get(found.relation)
            name = relation.target if relation else found.name
            self.writer.add_image(element, name, found.alt, is_decorative=found.is_decorative)
        for content in element.iter("{*}txbxContent"):
            if not any(local(outer) == "txbxContent" for outer in content.iterancestors()) or self.writer.stand_in:
                self.boxes.append((element, content))

    def _settle_remarks(self) -> None:
        """Read what the comments say whose places were met."""
        root = self.parts.xml("comments")
        for comment in root if root is not None else ():
            place = self._remarks.get(self.parts.get(comment, "id") or "")
            if place is not None:
                text = "\n".join(text_of(paragraph) for paragraph in comment.iterfind("{*}p"))
                start, end = place[0], max(place)
                self.writer.remarks.append(Remark(self.parts.get(comment, "author") or "", text, start, end))


def text_of(paragraph: Any) -> str:
    """Return the plain text of a paragraph that is no copy."""
    return "".join(text.text or "" for text in paragraph.iter("{*}t"))
