"""What is read aloud begins with a vowel or not, or both are heard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.spelling.sounds import begins_with_vowel

VOWEL = (
    "hour heir honest honour-bound apple umbrella usher utter uninformed unidentified unimpressed onerous owl éclair 8 "
    "11-year-old 18th 80-foot 85 800 8,000 11,000 18,500 1842 8.5 €8m $11 MP NHS FBI-led LGBT X-ray F-150 SUV EU "
    "HIV-positive RFC MPs urn Uber"
).split()
CONSONANT = (
    "house horse union unique unanimous user use usual utopian uterus Ukrainian European euro one-off once ewe U-turn "
    "T-shirt 1,800-seat 100 7 90 12th 110 $1bn BBC UK UN US UFO university unit uranium yellow"
).split()
EITHER = "historic hotel NATO FAQ herb 0-0 http 1100 uh x".split()


@pytest.mark.parametrize("word", VOWEL)
def test_a_vowel_is_heard(word: str) -> None:
    assert begins_with_vowel(word) is True


@pytest.mark.parametrize("word", CONSONANT)
def test_a_consonant_is_heard(word: str) -> None:
    assert begins_with_vowel(word) is False


@pytest.mark.parametrize("word", EITHER)
def test_both_are_heard_or_nobody_knows(word: str) -> None:
    assert begins_with_vowel(word) is None


@given(st.text(max_size=12))
def test_anything_may_be_asked(word: str) -> None:
    assert begins_with_vowel(word) in (True, False, None)


@given(st.integers(1, 999_999))
def test_figures_are_read_by_their_first_group(number: int) -> None:
    first = f"{number:,}".partition(",")[0]
    assert begins_with_vowel(f"{number:,}") is (first[0] == "8" or first in ("11", "18"))
