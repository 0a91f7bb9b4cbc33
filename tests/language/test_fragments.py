"""Pieces of words are told from short forms by the words beside them, and pieces of sentences by what they repeat."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.spelling.fragments import find_leftovers, find_pieces
from newslint.language.units.words import list_parts


def _pieces(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_pieces(text, frozenset(list_parts(text.lower())))]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Work is to sta start in March.", "sta"),
        ("The minister mi told them that it is late.", "mi"),
        ("Children ch feed the goats.", "ch"),
        ("They used fr foam on the blaze.", "fr"),
        ("The firm w fell by a tenth.", "w"),
        ("He left the party par after a row.", "par"),
    ],
)
def test_a_piece_of_a_word_is_found(text: str, piece: str) -> None:
    assert _pieces(text) == [piece]


@pytest.mark.parametrize(
    "text",
    [
        "The ac voltage was high and the er, ship was late.",
        "It took 3 hrs and 4 mins to sail the 12 nm to the quay.",
        "Vitamin d was low, and plan b was to sail.",
        "An ex wife, per se, is no ad hoc cwtch.",
        "The frz was late, and no frz sailed.",  # twice
        "Ana da Silva met Ben van Doe.",
        "A tech firm and its app are old.",
        "The mayor came for a photo op with the crew, and a tech rep replied.",
        "The phone app appeared, the chat bot bothers nobody and the studio ep is epic.",
        "A radio ad adorned the wall, and the staff op ed said so.",
        "I don t know what he s doing there.",  # apostrophes that were lost
    ],
)
def test_short_forms_are_left_alone(text: str) -> None:
    assert _pieces(text) == []


@given(at=st.integers(1, 4), word=st.sampled_from(["minister", "governor", "hospital", "festival"]))
def test_the_beginning_of_a_word_behind_it_is_a_piece_unless_it_is_a_common_word(at: int, word: str) -> None:
    piece = word[:at]
    found = _pieces(f"Then the old {word} {piece} was seen by the harbour.")
    assert set(found) <= {piece}
    assert found or at == 1 or piece in ("go", "govern", "he")


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("It is shut until the end of May. end of May.", "end of May"),
        ("He was fined on Friday. on Friday", "on Friday"),
        ("It was late on Friday. riday.", "riday"),
        ("The ferry sailed at noon. the", "the"),
        ("They sailed home. sailed home. The ferry was late.", "sailed home"),
    ],
)
def test_what_is_said_again_behind_a_sentence_is_left_over(text: str, piece: str) -> None:
    assert [text[each.start : each.end] for each in find_leftovers(text)] == [piece]


@pytest.mark.parametrize(
    "text",
    [
        "Was it late? yes.",
        "The firm etc. is old.",
        "It sailed. iPhones are sold there.",
        "It is No. 5. five of them sailed.",
    ],
)
def test_small_letters_behind_a_stop_may_be_meant(text: str) -> None:
    assert not list(find_leftovers(text))
