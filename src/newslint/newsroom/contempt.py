"""The frames of words that judge: what is said of people, groups and those in office, and hardly ever of others."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from newslint.language.meetings.frames import Frames, read_frames

LOADED = "loaded"
"""The frame of words that judge."""


@cache
def contempt() -> Frames:
    """Return the frames of words that judge."""
    return read_frames(Path(__file__).with_name("lexicons") / "contempt.txt")
