"""Define the units that text analyses take and give back."""

from __future__ import annotations

from typing import NamedTuple

from newslint.spans import Extent

__all__ = ["Extent", "Passage"]


class Passage(NamedTuple):
    """Hold the readable text of one block and its kind.

    Kinds are those of the article's blocks: heading, paragraph, list-item, quotation, table-row, caption.
    """

    text: str
    kind: str = "paragraph"
