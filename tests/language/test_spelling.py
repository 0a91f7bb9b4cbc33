"""The table has English words and nothing else, and slips are led back to the words that were meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.lexicon import SHIPPED, extended
from newslint.language.spelling.slips import is_near_common, meant
from newslint.language.spelling.table import WordTable, commonness, shipped_words, unknown
from newslint.language.spelling.words import is_formed, is_word

COMMON = (
    "government harbour people bridge council minister morning station children company together yesterday election "
    "president remember question building important between something everybody hospital journalist newspaper"
).split()


@pytest.mark.parametrize("word", ["colour", "color", "organise", "organize", "aeroplane", "programmes", "chatbot"])
def test_british_american_and_new_words_are_words(word: str) -> None:
    assert is_word(word, SHIPPED)


@pytest.mark.parametrize("word", ["goverment", "succesfully", "teh", "ofthe", "zzzzz", ""])
def test_slips_are_no_words(word: str) -> None:
    assert commonness(word) is None
    assert not is_word(word, SHIPPED)


def test_common_words_come_before_rare_ones() -> None:
    sizes = [commonness(word) for word in ("government", "harbour", "quay", "quaich")]
    assert sizes == sorted(size or 0 for size in sizes)


@given(st.text("abcdefghijklmnopqrstuvwxyzé-’ ", max_size=12))
def test_a_look_up_never_fails_and_is_repeatable(word: str) -> None:
    assert shipped_words().size(word) == commonness(word) == commonness(word)
    assert (word in unknown(frozenset([word]))) == (commonness(word) is None)


@given(word=st.sampled_from(COMMON), at=st.integers(1, 30), letter=st.sampled_from("bcdfgkmpqvwxz"))
def test_a_letter_too_many_within_a_common_word_is_led_back(word: str, at: int, letter: str) -> None:
    place = 1 + at % (len(word) - 1)
    slip = word[:place] + letter + word[place:]
    if commonness(slip) is None:
        assert meant(slip) is not None


@given(word=st.sampled_from(COMMON), at=st.integers(0, 30))
def test_letters_that_changed_places_are_led_back(word: str, at: int) -> None:
    place = at % (len(word) - 1)
    slip = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if slip != word and commonness(slip) is None:
        assert meant(slip) == word
        assert is_near_common(slip) or (commonness(word) or 0) > 20


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("adress", "address"),
        ("recieve", "receive"),
        ("beginer", "beginner"),
        ("abot", "about"),
        ("wiht", "with"),
        ("inthe", "in the"),
        ("couldnt", "couldn’t"),
    ],
)
def test_what_was_meant(slip: str, word: str) -> None:
    assert meant(slip) == word


@pytest.mark.parametrize("word", ["xqzvbn", "frobnik", "ferryish", "krk", "a"])
def test_what_is_near_no_word_means_none(word: str) -> None:
    assert meant(word) is None


@pytest.mark.parametrize("word", ["unredacted", "circuslike", "yearslong", "trenchcoat", "renewables", "megasale"])
def test_words_are_made_of_words(word: str) -> None:
    assert is_formed(word) or is_word(word, SHIPPED)


@pytest.mark.parametrize("word", ["ofthe", "truely", "refered", "happyness"])
def test_slips_are_made_of_none(word: str) -> None:
    assert not is_formed(word)


def test_a_newsroom_adds_words_with_their_forms() -> None:
    house = extended({"spelling": ["known : frobnik"]})
    assert all(is_word(word, house) for word in ("frobnik", "frobniks", "frobniked"))
    assert not is_word("frobnik", SHIPPED)


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "words.bin").write_bytes(b"something else altogether")
    with pytest.raises(ValueError, match="no table of words"):
        WordTable(tmp_path / "words.bin")
