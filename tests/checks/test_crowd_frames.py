"""Who is read as a nameless source by frames, and who is not."""

from __future__ import annotations

import pytest

from newslint.checks.crowd_frames import FrameReader, telling_of
from newslint.checks.crowd_leads import LeadReader
from newslint.checks.crowd_nouns import PhraseReader
from newslint.checks.crowd_phrases import Token, Words
from newslint.language.lexicon import Lexicon

_NONE: frozenset[str] = frozenset()
_WORDS = Words(_NONE, frozenset({"nun", "baker"}), _NONE, frozenset({"juror"}), frozenset({"paper"}), _NONE)
_TELLING = telling_of((("swear", "claim"), ("object",), ("brand",), ("speak",)), ("eyes", "feeling"), Lexicon())


def _read(text: str) -> str | None:
    words = text.replace(",", " ,").replace(".", " .").split(" ")
    tokens = [Token(word, number, number + 1) for number, word in enumerate(words)]
    phrases = PhraseReader(tokens, _WORDS)
    found = FrameReader(tokens, phrases, _TELLING).read() or LeadReader(tokens, phrases, _TELLING.views).read()
    return None if found is None else " ".join(words[found.start : found.end])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Nuns in Tarrow swear that it rang.", "Nuns"),
        ("A baker who saw it claims that it rang.", "A baker"),
        ("Jurors have branded the bell a fake.", "Jurors"),
        ("Bakers object that it rang.", "Bakers"),
        ("In the eyes of most bakers, it is a toy.", "most bakers"),
        ("The feeling on the terraces is that it rang.", "The feeling on the terraces"),
    ],
)
def test_frames_that_tell(text: str, source: str) -> None:
    assert _read(text) == source


@pytest.mark.parametrize(
    "text",
    [
        "Nuns in Tarrow rang it.",
        "A baker swear that it rang.",  # the verb is of several
        "Papers claim that it rang.",
        "Bakers object to it.",
        "Bakers were branded by it.",
        "The feeling of this sort is that it rang.",
        "Tarrow Trust bakers swear that it rang.",
    ],
)
def test_near_misses(text: str) -> None:
    assert _read(text) is None
