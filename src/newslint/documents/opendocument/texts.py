"""Read what stands in a paragraph of an OpenDocument text; its texts are those of elements and what follows them."""

from __future__ import annotations

from typing import Any

from newslint.documents.model import Remark
from newslint.documents.opendocument.styles import Style, Styles, attribute
from newslint.documents.packages import Package, local
from newslint.documents.writer import TextWriter
from newslint.patterns import pattern

_PIECES = pattern(r"[ \t\r\n]+|[^ \t\r\n]+")
_SPREAD = pattern(r"[ \t\r\n]{2}|[\t\r\n]")
# What holds no copy.
_SILENT = frozenset(
    """hidden-text hidden-paragraph note-citation ruby-text tracked-changes script annotation annotation-end
    title desc event-listeners""".split()
)
_LONGEST_SPACE = 500  # characters that one element may stand for


class InlineReader:
    """The way through a paragraph, and what has been met so far."""

    def __init__(self, package: Package, content: Any, tracked: str) -> None:
        """Begin with nothing read."""
        self.package = package
        self.content = content
        self.rejects = tracked == "rejected"
        self.styles = Styles(package, content)
        self.writer = TextWriter()
        # Notes: their kind, the element that they are, and their body.
        self.notes: list[tuple[str, Any, Any]] = []
        self.boxes: list[tuple[Any, Any]] = []
        self._changes = {
            attribute(region, "id"): region
            for region in content.iterfind("{*}body/{*}text/{*}tracked-changes/{*}changed-region")
        }
        self._inserted: set[str] = set()
        self._remarks: list[tuple[Any, list[int]]] = []
        self._named: dict[str, list[int]] = {}

    @property
    def is_dropped(self) -> bool:
        """Whether what stands here was inserted, and changes are rejected."""
        return bool(self._inserted)

    def read_inline(self, container: Any, style: Style) -> None:
        """Read the text of an element, and that of all in it."""
        is_hidden = bool(style.is_hidden)
        self._read_text(container.text, (container, "text"), style, is_hidden)
        for element in container:
            name = local(element)
            if name and not is_hidden:
                self._read_element(element, name, style)
            self._read_text(element.tail, (element, "tail"), style, is_hidden)

    def _read_text(self, text: str | None, place: tuple[Any, str], style: Style, is_hidden: bool) -> None:
        if not text or is_hidden or self.is_dropped:
            return
        start = self.writer.length
        if _SPREAD.search(text) is None and not (text[0] == " " and self._ends_in_space()):
            self.writer.add(text, place)
        else:
            # White space counts once, and not at the beginning of a paragraph.
            for piece in _PIECES.finditer(text):
                if piece.group()[0] not in " \t\r\n":
                    self.writer.add(piece.group(), place, piece.start())
                elif not self._ends_in_space():
                    self.writer.add(" ", place, piece.start())
        if style.is_strong:
            self.writer.mark_strong(start)

    def _ends_in_space(self) -> bool:
        writer = self.writer
        return writer.length == writer.start or writer.parts[-1][-1:] == " "

    def _read_element(self, element: Any, name: str, style: Style) -> None:
        if name == "a":
            start = self.writer.length
            self.read_inline(element, style)
            self.writer.mark_link(start, attribute(element, "href"))
        elif name == "span":
            own = self.styles.find("text", attribute(element, "style-name"))
            is_strong = style.is_strong if own.is_strong is None else own.is_strong
            self.read_inline(element, style._replace(is_strong=is_strong, is_hidden=own.is_hidden))
        elif not self.read_mark(element, name) and name not in _SILENT:
            self.read_inline(element, style)

    def read_mark(self, element: Any, name: str) -> bool:
        """Read what is no text but stands for some, or marks a place; tell whether it was that."""
        if name in ("bookmark", "bookmark-start", "reference-mark", "reference-mark-start"):
            self.writer.add_target(attribute(element, "name"))
        elif name == "annotation":
            here = self.writer.length
            self._remarks.append((element, self._named.setdefault(attribute(element, "name"), [here, here])))
            self._remarks[-1][1][:] = [here, here]
        elif name == "annotation-end":
            self._named.get(attribute(element, "name"), [0, 0])[1] = self.writer.length
        elif name in ("change-start", "change-end", "change"):
            self._read_change(element, name)
        elif not self.is_dropped and name in ("s", "tab", "line-break", "note", "frame", "custom-shape", "soft-hyphen"):
            self._read_sign(element, name)
        else:
            return name in ("s", "tab", "line-break", "note", "frame", "custom-shape", "soft-page-break")
        return True

    def _read_sign(self, element: Any, name: str) -> None:
        if name == "s":
            count = attribute(element, "c")
            for _ in range(min(int(count), _LONGEST_SPACE) if count.isdigit() else 1):
                self.writer.add_sign(" ", element)
        elif name == "tab":
            self.writer.add_sign("\t", element)
        elif name == "line-break":
            self.writer.add_break(element)
        elif name == "note":
            body = element.find("{*}note-body")
            if body is not None:
                self.notes.append((attribute(element, "note-class"), element, body))
        else:
            self._read_frame(element)

    def _read_frame(self, frame: Any) -> None:
        image = frame.find("{*}image")
        if image is not None:
            title, told = frame.find("{*}title"), frame.find("{*}desc")
            texts = [each.text or "" for each in (told, title) if each is not None]
            alt = next((text for text in texts if text), None)
            self.writer.add_image(frame, attribute(image, "href"), alt, is_decorative=_is_decorative(frame))
        else:
            self.boxes += [(frame, box) for box in frame.iterfind("{*}text-box")]

    def _read_change(self, element: Any, name: str) -> None:
        """Follow a tracked change: what was inserted is dropped, and what was deleted read, where it is rejected."""
        identity = attribute(element, "change-id")
        region = self._changes.get(identity)
        kind = next((local(child) for child in region if local(child)), "") if region is not None else ""
        if not self.rejects:
            return
        if name == "change-start" and kind == "insertion":
            self._inserted.add(identity)
        elif name == "change-end":
            self._inserted.discard(identity)
        elif name == "change" and kind == "deletion" and region is not None:
            self._read_deleted(element, [*region.iterfind("{*}deletion/{*}p"), *region.iterfind("{*}deletion/{*}h")])

    def _read_deleted(self, mark: Any, paragraphs: list[Any]) -> None:
        outer, self.writer.stand_in = self.writer.stand_in, self.writer.stand_in or mark
        for number, paragraph in enumerate(paragraphs):
            if number:
                self.writer.end("paragraph")
            self.read_inline(paragraph, self.styles.find("paragraph", attribute(paragraph, "style-name")))
        self.writer.stand_in = outer

    def settle_remarks(self) -> None:
        """Read what the comments say."""
        for element, (start, end) in self._remarks:
            creator = element.find("{*}creator")
            author = (creator.text or "") if creator is not None else ""
            self.writer.remarks.append(Remark(author, text_of(element), start, max(start, end)))


def text_of(annotation: Any) -> str:
    """Return what a comment says, a line for each of its paragraphs."""
    return "\n".join("".join(paragraph.itertext()) for paragraph in annotation.iter("{*}p"))


def _is_decorative(frame: Any) -> bool:
    return attribute(frame, "decorative") == "true"
