"""What newer versions of Word note about comments beside their text: which answer others, and which are resolved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newslint.documents.packages import local, xml_bytes
from newslint.documents.word.parts import OFF, Parts

_KINDS = ("commentsExtended", "commentsIds", "commentsExtensible")


class Answers:
    """The answers to the comments of a document, known by the ids of the comments' last paragraphs."""

    def __init__(self, parts: Parts) -> None:
        """Read what is noted about the comments of a document."""
        names = {kind: parts.find(kind) for kind in _KINDS}
        self._names = {kind: name for kind, name in names.items() if name}
        self._roots = {kind: parts.package.xml(name) for kind, name in self._names.items()}
        self._changed: set[str] = set()
        self._answered: set[str] = set()
        for entry in self._entries("commentsExtended"):
            self._answered.add(_get(entry, "paraIdParent"))
            if _get(entry, "done").lower() not in (OFF | {""}):
                self._answered.add(_get(entry, "paraId"))

    def _entries(self, kind: str) -> list[Any]:
        root = self._roots.get(kind)
        return [*root] if root is not None else []

    def has_answer(self, comment: Any) -> bool:
        """Tell whether somebody answered a comment, or resolved it."""
        paragraph = _last_paragraph(comment)
        return bool(paragraph) and paragraph in self._answered

    def forget(self, comments: Iterable[Any]) -> None:
        """Take out what is noted about comments."""
        gone = {_last_paragraph(comment) for comment in comments} - {""}
        durable = {_get(entry, "durableId") for entry in self._entries("commentsIds") if _get(entry, "paraId") in gone}
        for kind in self._names:
            for entry in self._entries(kind):
                if _get(entry, "paraId") in gone or (_get(entry, "durableId") or None) in durable:
                    self._roots[kind].remove(entry)
                    self._changed.add(kind)

    def parts(self) -> dict[str, bytes]:
        """Return the parts that changed, by their names."""
        return {self._names[kind]: xml_bytes(self._roots[kind]) for kind in sorted(self._changed)}


def _last_paragraph(comment: Any) -> str:
    paragraphs = [child for child in comment if local(child) == "p"]
    return _get(paragraphs[-1], "paraId") if paragraphs else ""


def _get(element: Any, name: str) -> str:
    """Return an attribute of any namespace by its name, or an empty text."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
