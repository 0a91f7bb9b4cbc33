"""How particulars are read in other forms, and which two may be one."""

from __future__ import annotations

import pytest

from newslint.language.numbers.particulars import Particular, find_particulars, is_comparable, is_odd, is_same
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
    ("one", "other", "is_one"),
    [("212", "221", True), ("212", "213", False), ("212", "212", False), ("900", "9,000", True)],
)
def test_odd_counts_have_the_same_digits_or_differ_by_tens(one: str, other: str, is_one: bool) -> None:
    assert is_odd(_only(f"a margin of {one} votes", "count"), _only(f"{other} votes", "count")) == is_one


def test_the_first_word_before_an_age_is_no_name() -> None:
    assert is_comparable(_only("Pensioner, 87, foils raid", "age"), _only("Ana Roe, 78, drove", "age"))
    assert not is_comparable(_only("Ivo Roe, 87, and", "age"), _only("Ana Lind, 78, drove", "age"))


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("after 11 months", "after 11 years", True),
        ("after 11 months", "after 12 years", False),
        ("2 per cent on each litre", "two pence on each litre", True),
        ("11 miles", "11 tonnes", False),
    ],
)
def test_one_number_of_two_units_is_odd(one: str, other: str, is_one: bool) -> None:
    assert is_odd(_only(one, "figure"), _only(other, "figure")) == is_one


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a panel of seven, four of them lay people", "count"),
        ("Menon, who was 12 in March", "age"),
        ("a man of 31, was arrested", "age"),
    ],
)
def test_the_size_of_a_group_is_no_age(text: str, kind: str) -> None:
    assert find_particulars(text)[0].kind == kind


def test_years_know_whether_they_are_limits() -> None:
    assert _only("frozen until the end of 2027", "year").nouns == _only("frozen until 2029", "year").nouns == {"until"}
    assert not _only("built in 2027", "year").nouns


def test_what_is_counted_may_stand_behind_of_the() -> None:
    assert "crew" in _only("All five of the crew were back", "count").nouns
