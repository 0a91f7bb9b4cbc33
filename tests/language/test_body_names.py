"""Two ways to write the name of a body are told from the names of two bodies as far as words can tell it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.units.body_names import are_alike, are_spellings, is_other_form, is_other_sort
from newslint.language.units.kinship import tells_relative

_WORDS = st.text("aehlmnorst", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("kestrel", "kestral", True),
        ("eastmoor", "eastmore", True),
        ("corvane", "corvain", True),
        ("orrin", "oren", True),
        ("harbour", "harbor", True),
        ("county", "country", True),
        ("democrat", "democratic", False),
        ("election", "elections", False),
        ("german", "germany", False),
        ("northern", "southern", False),
        ("supré", "supre", False),  # accents are told elsewhere
        ("loam", "holm", False),
    ],
)
def test_slips_and_sounds_are_spellings_and_forms_are_not(one: str, other: str, is_one: bool) -> None:
    assert are_spellings(one, other) is is_one


@given(_WORDS, _WORDS)
def test_likeness_does_not_depend_on_the_order_and_equal_words_differ_in_nothing(one: str, other: str) -> None:
    for tell in (are_spellings, are_alike, is_other_form, is_other_sort):
        assert tell(one, other) == tell(other, one)
        assert not tell(one, one)


def test_half_of_a_word_is_alike_at_both_ends() -> None:
    assert are_alike("penrose", "primrose")
    assert are_alike("thornbury", "thornberry")
    assert not are_alike("penrose", "lindrose")


def test_bodies_of_one_sort_and_forms_of_one_word() -> None:
    assert is_other_sort("trust", "foundation")
    assert not is_other_sort("committee", "school")
    assert is_other_form("street", "streets")
    assert is_other_form("farms", "farmers")
    assert not is_other_form("farm", "firm")


@pytest.mark.parametrize(
    ("before", "after", "tells"),
    [
        ("His brother, ", "Ivo Lund", True),
        ("", "Ivo Lund, a cousin of the owner", True),
        ("His brother said ", "Ivo Lund had sailed alone", False),
        ("The pier said that ", "Ivo Lund was late", False),
    ],
)
def test_relatives_who_only_speak_are_no_others(before: str, after: str, tells: bool) -> None:
    assert tells_relative(before, after) is tells
