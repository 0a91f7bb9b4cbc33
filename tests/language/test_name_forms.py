"""What looks like another spelling of a name is told from one: contractions, cases, passages in other languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.spelling.foreign import is_foreign
from newslint.language.spelling.variants import american_of
from newslint.language.units.name_forms import are_inflected, is_contraction
from newslint.language.units.offices import find_titled, last_words

_WORDS = st.text("aehlmnorst", min_size=1, max_size=9)


@pytest.mark.parametrize("word", ["We’ve", "we're", "They’ll", "I’d", "Who’s", "Don’t", "Nobody’s"])
def test_a_pronoun_with_a_verb_is_a_contraction(word: str) -> None:
    assert is_contraction(word)


@pytest.mark.parametrize("word", ["O’Neill", "D’Arcy", "Loam’s", "We", "Weve", "Won"])
def test_a_name_is_no_contraction(word: str) -> None:
    assert not is_contraction(word)


@given(_WORDS, _WORDS)
def test_forms_do_not_depend_on_the_order(one: str, other: str) -> None:
    assert are_inflected(one, other) == are_inflected(other, one)
    assert not are_inflected(one, one)


def test_endings_of_cases_are_forms_and_other_letters_are_not() -> None:
    assert are_inflected("Testaments", "Testamentes")
    assert not are_inflected("McKellan", "McKellen")
    assert not are_inflected("Lindqvits", "Lindqvist")


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("Das Ende des Alten Psalters war nah.", True),
        ("He read of the end of Alten Psalters and slept.", False),
    ],
)
def test_the_words_around_a_name_tell_the_language(text: str, is_other: bool) -> None:
    start = text.index("Alten")
    assert is_foreign(text, start, start + len("Alten Psalters")) is is_other


@pytest.mark.parametrize("word", ["boeing", "canoeing", "forgoer", "soever", "daemon"])
def test_other_words_with_two_vowels_are_no_british_spellings(word: str) -> None:
    assert not any("oe" not in each and "ae" not in each for each in american_of(word))


@pytest.mark.parametrize(
    "text",
    [
        "He was secretary of state. Carver left.",
        "He wrote to the head. Coach, Roe said.",
        "When he met the major, Roe smiled.",
        "In general Roe smiled.",
    ],
)
def test_a_title_ends_with_its_sentence_or_clause(text: str) -> None:
    assert not [*find_titled(text, last_words())]
