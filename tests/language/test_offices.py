"""Titles at names are read in any place beside them, and it is told which of them exclude each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.units.kinship import is_told_as_relative
from newslint.language.units.offices import are_rivals, find_titled, last_words
from newslint.language.units.words import list_parts


def _read(text: str) -> list[tuple[str, str, str]]:
    words = last_words().intersection(list_parts(text.lower()))
    found = find_titled(text, words) if words else ()
    return [(each.title, " ".join(each.name), text[each.start : each.end]) for each in found]


@pytest.mark.parametrize(
    ("text", "title", "name", "part"),
    [
        ("Fire chief Dan Ostrow blamed it.", "fire chief", "Dan Ostrow", "Fire chief Dan Ostrow"),
        ("The mayor, Ana Roe, left.", "mayor", "Ana Roe", "mayor, Ana Roe"),
        ("Roe, the deputy mayor of Loam, left.", "deputy mayor", "Roe", "Roe, the deputy mayor"),
        ("Roe, the club's treasurer, left.", "treasurer", "Roe", "Roe, the club's treasurer"),
        ("Sen. Roe's aide left.", "sen", "Roe", "Sen. Roe"),
        ("Vice-chairwoman Roe left.", "vice chairman", "Roe", "Vice-chairwoman Roe"),
        (
            "Vice president for research Ana Roe left.",
            "vice president",
            "Ana Roe",
            "Vice president for research Ana Roe",
        ),
        ("Secretary of state Ana Roe left.", "state secretary", "Ana Roe", "Secretary of state Ana Roe"),
        ("Under-gardener Roe left.", "under gardener", "Roe", "Under-gardener Roe"),
        ("Deputy project manager Roe left.", "deputy manager", "Roe", "Deputy project manager Roe"),
        (
            "The director of the Loam Museum, Ana Roe, left.",
            "director",
            "Ana Roe",
            "director of the Loam Museum, Ana Roe",
        ),
        ("Captain Ursula von Lind left.", "captain", "Ursula von Lind", "Captain Ursula von Lind"),
    ],
)
def test_titles_are_read_beside_names(text: str, title: str, name: str, part: str) -> None:
    assert _read(text) == [(title, name, part)]


@pytest.mark.parametrize(
    "text",
    [
        "After she met Roe, the mayor left.",
        "Health improved under Mr Roe.",
        "The deputy head of Loam left.",
        "A president on Monday and a captain in May.",
    ],
)
def test_titles_of_others_are_not_read(text: str) -> None:
    assert [title for title, _, _ in _read(text) if title != "mr"] == []


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("fire chief", "fire marshal", True),
        ("vice president", "president", True),
        ("finance minister", "prime minister", True),
        ("head gardener", "under gardener", True),
        ("dr", "mr", True),
        ("judge", "justice", True),
        ("detective inspector", "inspector", False),
        ("major general", "general", False),
        ("assistant coach", "coach", False),
        ("lord", "lady", False),
        ("president", "chief executive", False),
        ("captain", "striker", False),
        ("rev", "vicar", False),
    ],
)
def test_steps_of_a_ladder_exclude_each_other(one: str, other: str, are: bool) -> None:
    assert are_rivals(one, other) is are
    assert are_rivals(other, one) is are


@given(st.lists(st.sampled_from([*"Roe Ana chief , . mayor deputy the of Fire Lund who is".split()]), max_size=14))
def test_ranges_lie_in_the_text_and_hold_the_name(words: list[str]) -> None:
    text = " ".join(words)
    for _, name, part in _read(text):
        assert part in text
        assert name in part


@pytest.mark.parametrize(
    ("before", "after", "is_kin"),
    [
        ("His brother, ", "Hennes, lived", True),
        ("", "Lord Holm, his cousin, left", True),
        ("", "Lund and his wife left", True),
        ("He met the family of ", "Lund, who left", False),
    ],
)
def test_relatives_are_told_beside_the_name(before: str, after: str, is_kin: bool) -> None:
    assert is_told_as_relative(before, after) is is_kin
