"""Frames are told by classes of words that meet in a sentence, in an order or in any, and by what stands around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.meetings.frames import Frames
from newslint.language.meetings.said import read_said

FRAMES = Frames(
    """
# A comment
= boat : boat ferry fishing_smack @raft
= raft : raft
= sinks : sinks sink goes_down
= denied : not never
= harbour : harbour
= odds : #-#
= maker : Bookie
sinking : boat>sinks !denied
near : boat>>sinks
anywhere : boat sinks
beside : boat | harbour
because : boat | &sinking
close : boat || harbour
order : hasten
= hasten : ^cast_off ^hurry
bet : odds maker
""".splitlines()
)


def met(frame: str, text: str, *around: str) -> str | None:
    said = read_said(text)
    found = FRAMES.find(frame, said, lambda: map(read_said, around))
    return None if found is None else text[said.places[found[0]][0] : said.places[found[1]][1]]


@pytest.mark.parametrize(
    ("frame", "text", "words"),
    [
        ("sinking", "The ferry sinks.", "ferry sinks"),
        ("sinking", "A raft goes down.", "raft goes down"),
        ("sinking", "It sinks beside the ferry.", None),
        ("sinking", "The ferry never sinks.", None),
        ("anywhere", "It sinks beside the ferry.", "sinks beside the ferry"),
        ("near", "The ferry at the pier sinks.", "ferry at the pier sinks"),
        ("near", "The ferry at the old pier in Sandside sinks.", None),
        ("anywhere", "The fishing smack sinks.", "fishing smack sinks"),
        ("anywhere", "The fishing boat is blue.", None),
        ("bet", "Marigold is 9-1 with Tillbet.", "9-1 with Tillbet"),
        ("bet", "Marigold is 9-1 with Tibet.", None),
        ("bet", "On 9-10-2020 Tillbet closed.", None),
    ],
)
def test_classes_meet_in_their_order(frame: str, text: str, words: str | None) -> None:
    assert met(frame, text) == words


def test_what_is_said_around_counts() -> None:
    assert met("beside", "The ferry is blue.") is None
    assert met("beside", "The ferry is blue.", "The harbour is cold.") == "ferry"
    assert met("because", "The ferry is blue.", "A raft sinks.") == "ferry"
    assert met("because", "The ferry is blue.", "A raft never sinks.") is None


@given(st.text(alphabet="boat ferysink.never ", max_size=60))
def test_what_meets_is_told_by_the_words_that_are_asked_for_first(text: str) -> None:
    said = read_said(text)
    words = frozenset(said.words)
    for frame in FRAMES.meetings:
        found = FRAMES.find(frame, said)
        if found is not None:
            assert 0 <= found[0] <= found[1] < len(said.words)
            assert FRAMES.possible(frame, words, words.copy, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hurry, or it sails.", "Hurry"),
        ("The tide turns: cast off now.", "cast off"),
        ("The tide turns – hurry.", "hurry"),
        ("They hurry to the ferry.", None),
        ("Tired, they cast off.", None),
    ],
)
def test_an_order_opens_its_sentence_or_follows_a_mark(text: str, words: str | None) -> None:
    assert met("order", text) == words


def test_what_stands_beside_is_no_further_than_the_next_sentences() -> None:
    near, far = "The harbour is cold.", "The sea is cold."
    assert met("close", "The ferry is blue in the harbour.") == "ferry"
    assert met("close", "The ferry is blue.", far, near) == "ferry"
    assert met("close", "The ferry is blue.", far, far, near) is None
