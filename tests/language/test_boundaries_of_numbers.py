"""Where one reading of a number or a word ends and another begins: pounds, hard and long words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newslint.language.numbers.quantities import find_quantities
from newslint.language.readability.measures import count, is_complex, measure
from newslint.language.readability.syllables import count_syllables

MONEY, WEIGHT = ("money", None, "GBP"), ("measure", "pound (mass)", None)


@pytest.mark.parametrize(
    ("words", "value", "meaning"),
    [
        ("200 pounds", "200", WEIGHT),
        ("99,999 pounds", "99999", WEIGHT),
        ("99,999.99 pounds", "99999.99", WEIGHT),
        ("100,000 pounds", "100000", MONEY),
        ("100,001 pounds", "100001", MONEY),
        ("200,000 pounds", "200000", MONEY),
        ("200,000-pound", "200000", MONEY),
        ("99,999-pound", "99999", WEIGHT),
        ("99 thousand pounds", "99000", WEIGHT),
        ("100 thousand pounds", "100000", MONEY),
        ("a hundred thousand pounds", "100000", MONEY),
        ("ninety-nine thousand pounds", "99000", WEIGHT),
        ("2 million pounds", "2000000", MONEY),
        ("one pound", "1", WEIGHT),
        ("250,000 lb", "250000", WEIGHT),
        ("£99", "99", MONEY),
        ("99 quid", "99", MONEY),
    ],
)
def test_pounds_are_a_weight_below_a_hundred_thousand_and_money_from_there(
    words: str, value: str, meaning: tuple[str, str | None, str | None]
) -> None:
    (found,) = find_quantities(f"In Tarrow {words} was the whole of it.")
    assert (found.kind, found.unit, found.currency) == meaning
    assert found.value == Decimal(value)


@pytest.mark.parametrize("first", ["5", "90,000", "150,000"])
def test_a_range_of_pounds_has_one_meaning(first: str) -> None:
    light, heavy = (find_quantities(f"It took {first} to {last} pounds.") for last in ("99,999", "200,000"))
    if first != "150,000":
        assert {(found.kind, found.unit, found.currency) for found in light} == {WEIGHT}
    assert {(found.kind, found.unit, found.currency) for found in heavy} == {MONEY}


# Three syllables that an ending made of two, by each ending.
BY_ENDING = """
    succeeded decided invented reported returning explaining promises surprises capsizes
    annexes announces sentences exchanges damages approaches finishes
""".split()
# Three syllables of their own, though some have such letters at their end or nearly.
OF_THEIR_OWN = "beautiful history considered determined interfered colonies families document".split()
# With a fourth syllable, an ending excuses nothing.
OF_FOUR = "anticipated abandoning distinguishes negotiated experiences".split()
OF_TWO = "counted walking boxes city".split()


def hard_words_of(word: str) -> int:
    """Return how many hard words a sentence of six words has in which a word stands; the fog must agree."""
    sentence = f"She saw how they {word} there."
    hard = count([sentence]).complex_words
    assert measure([sentence]).gunning_fog == pytest.approx(0.4 * (6 + 100 * hard / 6))
    return hard


@pytest.mark.parametrize("word", BY_ENDING)
def test_an_ending_that_makes_the_third_syllable_makes_no_hard_word(word: str) -> None:
    assert count_syllables(word) == 3
    assert hard_words_of(word) == 0
    assert not is_complex(word.capitalize(), 3, is_first=True)


@pytest.mark.parametrize("word", OF_THEIR_OWN)
def test_three_syllables_of_a_word_s_own_make_it_hard(word: str) -> None:
    assert count_syllables(word) == 3
    assert hard_words_of(word) == 1
    assert is_complex(word.capitalize(), 3, is_first=True)
    # Inside of a sentence, a capital is that of a name.
    assert not is_complex(word.capitalize(), 3)


@pytest.mark.parametrize("word", OF_FOUR)
def test_a_word_of_four_syllables_is_hard_whatever_its_ending(word: str) -> None:
    assert count_syllables(word) > 3
    assert hard_words_of(word) == 1


@pytest.mark.parametrize("word", OF_TWO)
def test_a_word_of_two_syllables_is_never_hard(word: str) -> None:
    assert count_syllables(word) == 2
    assert not is_complex(word, 2)
    assert hard_words_of(word) == 0
    assert count([f"They {word}."]).polysyllables == 0


def test_a_long_word_has_seven_letters() -> None:
    assert [count([f"A {word}."]).long_words for word in ("planet", "planets", "a-b-c-d", "seven-up")] == [0, 1, 0, 1]
