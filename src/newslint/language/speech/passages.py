"""Define the units that text analyses take and give back."""

from __future__ import annotations

from newslint.records import NamedTuple
from newslint.spans import Extent

__all__ = ["Extent", "Passage", "Statement"]


class Passage(NamedTuple):
    """Hold the readable text of one block, its kind and role, and whether all of it is bold.

    Kinds are those of the article's blocks: heading, paragraph, list-item, quotation, table-row, caption.
    """

    text: str
    kind: str = "paragraph"
    role: str = ""
    is_strong: bool = False


class Statement(NamedTuple):
    """Hold words that are printed as somebody's without quotation marks."""

    extent: Extent
    label: Extent | None
    """The words that name who speaks, where they stand before what is said."""
    introduced: range
    """The passages that may name the speaker otherwise."""
