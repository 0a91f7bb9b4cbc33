"""Define the units that text analyses take and give back; holds no analysis."""

from __future__ import annotations

from typing import NamedTuple


class Passage(NamedTuple):
    """Hold the readable text of one block and its kind.

    Kinds are those of the article's blocks: heading, paragraph, list-item, quotation, table-row, caption.
    """

    text: str
    kind: str = "paragraph"


class Extent(NamedTuple):
    """Name a half-open range of code points in ``passages[passage].text``."""

    passage: int
    start: int
    end: int
