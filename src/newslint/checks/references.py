"""Checks of references to books and papers: whether they can exist."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.contract import Scene, check
from newslint.diagnostics import Finding
from newslint.language.units.references import find_dubious

_SILENT = frozenset({"code", "boilerplate"})


@check(placeholders=("kind", "text"))
def dubious_reference(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag ISBNs whose check digit does not fit and DOIs that have no form of one.

    The message may use `{kind}` and `{text}`, the reference.
    """
    for index, block in enumerate(article.blocks):
        for found in find_dubious(block.text) if block.kind not in _SILENT else ():
            if not article.is_code(index, found.start, found.end):
                values = {"kind": found.kind, "text": block.text[found.start : found.end]}
                yield Finding(block.locate(found.start, found.end), values)
