"""Find what calls a firm or a scheme a fraud by classes of words that meet: `frauds.txt` has them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from newslint.language.crime.frauds import Fraud, is_excused, is_violent, is_warned_of
from newslint.language.meetings.frames import Frames, read_frames
from newslint.language.meetings.said import read_said
from newslint.language.units.words import list_parts


@cache
def _frames() -> Frames:
    return read_frames(Path(__file__).with_name("frauds.txt"))


_FRAME = "fraud"


def may_call_fraud(words: frozenset[str], text: str) -> bool:
    """Tell whether a text, given with its words in small letters, may have what `find_called` looks for."""
    return not _frames().telling(_FRAME).isdisjoint(words) and bool(_frames().possible(_FRAME, words, words.copy, text))


def find_called(text: str) -> Fraud | None:
    """Return where a sentence calls a firm, a scheme or a name a fraud, or says that it robs somebody, or None."""
    if is_excused(text) or is_warned_of(text) or is_violent(text):
        return None
    words = frozenset(list_parts(text.lower()))
    possible = _frames().possible(_FRAME, words, words.copy, text)
    said = read_said(text) if possible else None
    met = said and _frames().find_of(possible, said, tuple)
    return Fraud(said.places[met[0]][0], said.places[met[1]][1]) if said and met else None
