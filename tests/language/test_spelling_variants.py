"""Spellings of one word share a key and name each other, and words of all of English have none."""

from __future__ import annotations

import pytest

from newslint.language.spelling.variants import variant_of


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("colour", "color"),
        ("neighbourhood", "neighborhood"),
        ("favourable", "favorable"),
        ("centre", "center"),
        ("defence", "defense"),
        ("travelled", "traveled"),
        ("modelling", "modeling"),
        ("analysed", "analyzed"),
        ("skilful", "skillful"),
        ("paediatric", "pediatric"),
    ],
)
def test_both_spellings_are_signs_and_name_each_other(british: str, american: str) -> None:
    ours, theirs = variant_of(british), variant_of(american)
    assert ours is not None
    assert theirs is not None
    assert (ours.sort, ours.other, theirs.sort, theirs.other) == ("British", american, "American", british)
    assert ours.key == theirs.key


@pytest.mark.parametrize(("one", "other"), [("organise", "organize"), ("realisation", "realization")])
def test_ize_is_no_american_sign(one: str, other: str) -> None:
    found = variant_of(one), variant_of(other)
    assert [each and each.sort for each in found] == ["-ise", "-ize"]


@pytest.mark.parametrize(
    "word",
    """four tour actor doctor surprise advise exercise televise prize wise size controlled calling filled installed
    scored scoring contour program check meter analyses metre actors terror mirror pouring sailor pilot""".split(),
)
def test_words_of_all_english_are_no_sign(word: str) -> None:
    assert variant_of(word) is None
