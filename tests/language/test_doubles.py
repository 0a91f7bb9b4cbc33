"""Clauses that come first are told from phrases that were typed twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.spelling.doubles import find_phrases, is_typed_twice
from newslint.language.units.words import list_parts


def _phrases(text: str) -> list[tuple[int, int]]:
    return list(find_phrases(list_parts(text.lower())))


def _is_typed_twice(text: str, word: str) -> bool:
    at = text.index(f"{word} {word}")
    return is_typed_twice(text, at, at + 2 * len(word) + 1, ("the",), ("in",))


@pytest.mark.parametrize(
    "text",
    [
        "What the mayor promised the mayor delivered.",
        "Whoever they hire they hire for life.",
        "The things she loved she loved for ever.",
        "All he owns he owns outright.",
        "Whenever it floods it floods badly.",
        "Wherever the band goes the band goes by train.",
        "Which road they take they take together.",
        "Anything we print we print on paper.",
        "The way he plays he plays to win.",
    ],
)
def test_a_clause_that_comes_first_is_no_slip(text: str) -> None:
    assert _phrases(text) == []


@given(
    opening=st.sampled_from(["whatever", "wherever", "what", "all", "whoever", "how"]),
    subject=st.sampled_from(["he", "she", "they", "the crew", "the band"]),
    verb=st.sampled_from(["does", "wins", "said", "owns"]),
)
def test_subject_and_verb_are_a_slip_only_where_no_clause_opens(opening: str, subject: str, verb: str) -> None:
    again = f"{subject} {verb} {subject} {verb}"
    assert _phrases(f"{opening} {again} to help the town") == []
    assert _phrases(f"on the quay at noon {again} to help the town")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said he saw he saw the ferry.",
        "On Monday they closed they closed the pier.",
        "She joined the band in the in the spring.",
        "The team won because they ran they ran fast.",
    ],
)
def test_a_phrase_that_was_typed_twice_is_found(text: str) -> None:
    assert len(_phrases(text)) == 1


@pytest.mark.parametrize(
    ("text", "word", "is_slip"),
    [
        ("What sells sells fast.", "sells", False),
        ("Those who teach teach for love.", "teach", False),
        ("Whatever floats floats.", "floats", False),
        ("The boat that leaks leaks badly.", "leaks", False),
        ("The council will close close the pier.", "close", True),
        ("The mayor met the harbour harbour master.", "harbour", True),
    ],
)
def test_a_verb_may_end_a_clause_that_is_the_subject(text: str, word: str, is_slip: bool) -> None:
    assert _is_typed_twice(text, word) is is_slip
