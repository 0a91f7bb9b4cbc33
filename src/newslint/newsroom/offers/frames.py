"""The frames of promises and offers: what a sentence says, and what must be said around it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from newslint.language.meetings.frames import Frames, read_frames


@cache
def offers() -> Frames:
    """Return the frames of promises, offers and slips."""
    return read_frames(Path(__file__).with_name("frames.txt"))
