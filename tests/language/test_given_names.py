"""Two ways to write one given name are told from the names of two people as far as letters can tell it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.units.given_names import how_alike


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Catherine", "Katherine", "spelling"),
        ("Aleksandar", "Aleksander", "spelling"),
        ("Alexander", "Aleksander", "spelling"),
        ("Muhammad", "Mohammed", "spelling"),
        ("Geoffrey", "Geofrey", "spelling"),
        ("Philip", "Phillip", "spelling"),
        ("Thomas", "Tomas", "spelling"),
        ("Stephen", "Steven", "spelling"),
        ("Geoffrey", "Jeffrey", "spelling"),
        ("Leigh", "Lee", "spelling"),
        ("Anne", "Anna", "spelling"),
        ("Lynn", "Lynne", "spelling"),
        ("Niall", "Neil", "near"),
        ("Graeme", "Graham", "near"),
        ("Clifford", "Clive", "near"),
        ("Andre", "Andrea", "ending"),
        ("Liz", "Beth", "short"),
        ("Bill", "William", "short"),
        ("Gretchen", "Malcolm", None),
        ("Carlo", "Carla", "ending"),
        ("Martin", "Martina", "ending"),
        ("Carlo", "Carlos", "ending"),
        ("Jan", "Janet", "short"),
        ("Mike", "Michael", "short"),
        ("Ivo", "Iva", "ending"),
        ("Erik", "Anna", None),
        ("John", "Mary", None),
        ("Ana", "ana", None),
    ],
)
def test_names_are_as_alike_as_people_take_them(one: str, other: str, how: str | None) -> None:
    assert how_alike(one, other) == how


@given(st.text("abehtkc", min_size=1, max_size=7), st.text("abehtkc", min_size=1, max_size=7))
def test_likeness_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert how_alike(one, other) == how_alike(other, one)
