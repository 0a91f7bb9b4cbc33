"""Tell what a sentence of a notice says, by classes of words that meet in it: `parts.txt` has them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from newslint.language.meetings.frames import Frames, read_frames
from newslint.language.meetings.said import read_said

_FILE = Path(__file__).with_name("parts.txt")


@cache
def tables() -> Frames:
    """Return the parts of notices."""
    return read_frames(_FILE)


def words_of(part: str) -> frozenset[str]:
    """Return words of which a text has one where it may say a part of a notice."""
    return tables().telling(part)


def says(part: str, sentence: str) -> bool:
    """Tell whether a sentence says a part of a notice."""
    return tables().find(part, read_said(sentence.replace("+", " plus "))) is not None
