"""Define the units that text analyses take and give back."""

from __future__ import annotations

from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Extent

__all__ = ["Extent", "Passage", "Statement", "is_headline"]

_LONGEST_HEADLINE = 200  # code points
_FEWEST_WORDS = 4
# A word in small letters that is longer than those which titles leave small: “with”, “from”.
_SMALL_WORD = pattern(r"(?<![\w’'-])[a-z]{5,}")
_CAPITALIZED = pattern(r"(?<![\w’'-])[A-Z\d]")


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


def is_headline(passage: Passage) -> bool:
    """Tell whether a passage is a heading, or a short line with a capital on each of its longer words."""
    if passage.kind == "heading":
        return True
    text = passage.text
    if len(text) > _LONGEST_HEADLINE or _SMALL_WORD.search(text):
        return False
    return len(_CAPITALIZED.findall(text)) >= _FEWEST_WORDS
