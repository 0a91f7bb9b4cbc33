"""Stand-ins and their slots: laws, and pairs of which one has both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.units.words import list_parts
from newslint.newsroom.blanks import Blank, find_blanks, find_marks

PIECES = st.lists(
    st.sampled_from(
        "the [age] in on XX ?? ### litres Mr Whoever , . (how many?) £ million TO BE CHECKED blah ___".split()
    )
)


def find(text: str) -> list[Blank]:
    return sorted({*find_blanks(text, frozenset(list_parts(text.lower())), find_marks(text))})


@given(PIECES)
def test_a_stand_in_lies_in_the_text_and_holds_more_than_spaces(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for start, end, _ in find(text):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The suspect drove NN miles.", "NN miles"),
        ("Sgt So-and-so of the traffic police stopped it.", "Sgt So-and-so"),
        ("It cost €XX million to build.", "€XX million"),
        ("He left by [means of transport] for the coast.", "[means of transport]"),
        ("Police found ___ grams of it.", "___ grams"),
        ("The cottage is in (which village?) near Ludlow.", "(which village?)"),
        ("The mast, HEIGHT TO BE CONFIRMED, fell.", "HEIGHT TO BE CONFIRMED"),
        ("The road to Xshire is shut.", "Xshire"),
    ],
)
def test_a_stand_in_in_its_slot_is_found(text: str, shown: str) -> None:
    assert {text[start:end] for start, end, _ in find(text)} == {shown}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody knew how many miles he drove.",
        "Whoever stopped it was of the traffic police.",
        "The old bridge [pictured] cost 20 million to build.",
        "He left by [a very long gloss of five words] for the coast.",
        "He (who else?) lives in a village near Ludlow.",
        "THE MAST IS TO BE CONFIRMED",
        "The blank page is for XX.",
    ],
)
def test_neither_a_slot_nor_a_stand_in_alone_is_found(text: str) -> None:
    assert not find(text)
