"""How particulars are read in other forms, and which two may be one."""

from __future__ import annotations

import pytest

from newslint.language.numbers.particulars import Particular, find_particulars, is_comparable, is_same, is_turned
from newslint.language.numbers.quantities import find_quantities


def _only(text: str, kind: str) -> Particular:
    (found,) = (each for each in find_particulars(text) if each.kind == kind)
    return found


@pytest.mark.parametrize(
    ("text", "unit"), [("at 30mph", "mile per hour"), ("after 3hrs", "hour"), ("of 5kWh", "kilowatt-hour")]
)
def test_units_of_three_letters_may_touch_their_number(text: str, unit: str) -> None:
    assert [each.unit for each in find_quantities(text)] == [unit]


@pytest.mark.parametrize("text", ["down 12pc", "down 12pct", "down 12 pct"])
def test_short_forms_of_per_cent_are_read(text: str) -> None:
    assert [each.kind for each in find_quantities(text)] == ["percent"]


@pytest.mark.parametrize("text", ["the 30abc", "a 12pcs"])
def test_other_letters_make_no_figure(text: str) -> None:
    assert not find_quantities(text)


@pytest.mark.parametrize(
    ("part", "share", "is_one"),
    [("a fifth of homes", "20 per cent", True), ("a third of homes", "34%", True), ("a third of homes", "25%", False)],
)
def test_a_share_is_held_against_per_cent(part: str, share: str, is_one: bool) -> None:
    one, other = _only(part, "share"), _only(share, "figure")
    assert is_comparable(one, other)
    assert is_same(one, other) == is_same(other, one) == is_one


def test_scores_may_be_in_words() -> None:
    assert is_same(_only("won 4-2", "score"), _only("won by four games to two", "score"))


def test_more_years_are_a_length_of_time() -> None:
    assert is_comparable(_only("for three more years", "figure"), _only("for five years", "figure"))


@pytest.mark.parametrize(
    ("one", "other", "is_one"), [("212", "221", True), ("212", "213", False), ("212", "212", False)]
)
def test_turned_counts_have_the_same_digits(one: str, other: str, is_one: bool) -> None:
    assert is_turned(_only(f"a margin of {one} votes", "count"), _only(f"{other} votes", "count")) == is_one


def test_the_first_word_before_an_age_is_no_name() -> None:
    assert is_comparable(_only("Pensioner, 87, foils raid", "age"), _only("Ana Roe, 78, drove", "age"))
    assert not is_comparable(_only("Ivo Roe, 87, and", "age"), _only("Ana Lind, 78, drove", "age"))
