"""One slip of the keyboard is seen from both sides, and two words that are one apart share a key."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.language.units.edits import first_difference, is_inner_swap, is_one_slip, is_swap, keys_near

_WORDS = st.text("abcde", min_size=1, max_size=8)


def _slips(word: str) -> set[str]:
    """Every word that one slip makes of another, by trying all."""
    places = range(len(word) + 1)
    lost = {word[:at] + word[at + 1 :] for at in places[:-1]}
    added = {word[:at] + letter + word[at:] for at in places for letter in "abcde"}
    other = {word[:at] + letter + word[at + 1 :] for at in places[:-1] for letter in "abcde"}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in places[:-2]}
    return (lost | added | other | swapped) - {word}


@given(_WORDS, _WORDS)
def test_one_slip_is_what_trying_all_slips_finds(one: str, other: str) -> None:
    assert is_one_slip(one, other) == (other in _slips(one))
    assert is_one_slip(one, other) == is_one_slip(other, one)


@given(_WORDS, st.data())
def test_words_that_are_one_slip_apart_share_a_key(word: str, data: st.DataObject) -> None:
    slip = data.draw(st.sampled_from(sorted(_slips(word))))
    assert not {*keys_near(word)}.isdisjoint(keys_near(slip))


@given(_WORDS, _WORDS)
def test_a_swap_is_a_slip_that_keeps_the_letters(one: str, other: str) -> None:
    assert is_swap(one, other) == (is_one_slip(one, other) and sorted(one) == sorted(other))
    assert is_inner_swap(one, other) == (is_swap(one, other) and first_difference(one, other) > 0)
