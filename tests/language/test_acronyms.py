"""Acronyms in brackets, the words before them, and slips of their letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.units.acronyms import explained_in, is_misspelt

_WORDS = st.lists(
    st.sampled_from("Harbour Ferry Loam Dredging Pilots Union Water Yard".split()), min_size=2, max_size=6
)


@given(_WORDS)
def test_the_first_letters_of_words_fit_them(words: list[str]) -> None:
    acronym = "".join(word[0] for word in words)
    (found,) = explained_in(f"It met the {' '.join(words)} ({acronym}).")
    assert found.fits


@given(_WORDS, st.text(max_size=20))
def test_whatever_stands_before_ranges_lie_in_the_text(words: list[str], before: str) -> None:
    text = f"{before} {' '.join(words)} (XQZ) and (ABC)"
    for each in explained_in(text):
        assert 0 <= each.start < each.bracket < each.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "a low-water permit (LWP)",
        "the Pan-African Chess League (PACL)",
        "Extensible Markup Language (XML)",
        "the Office of the Clerk (OC)",
        "Large Language Models (LLMs)",
    ],
)
def test_words_fit_with_small_ones_parts_and_sounds(text: str) -> None:
    assert [each.fits for each in explained_in(text)] == [True]


@pytest.mark.parametrize(
    ("text", "is_slip"),
    [
        ("Staff at the Royal Loam Observatory (ROL)", True),
        ("the Loam Housing Fund (LHW)", True),
        ("the Pan-African Chess League (PALC)", True),
        ("the European Ferry Union (UEF)", False),  # another language puts the noun first
        ("the International Organization for Standardization (ISO)", False),
        ("the Kentucky Bluegrass Orchestra (KGO)", False),  # the second half of a compound
        ("the London Stock Exchange (LSX)", False),  # by its sound
        ("the Emergency Power Scheme (EPC)", True),
        ("the Arctic Research Council (RAC)", True),  # whatever letters “Research” has inside
        ("the Loam Ireland Hedge Survey (LHIS)", True),
        ("the pilot Ana Roe (USFS)", False),
    ],
)
def test_only_near_letters_are_slips(text: str, is_slip: bool) -> None:
    found = [each for each in explained_in(text) if not each.fits]
    slips = [is_misspelt(each.acronym, text[each.start : each.bracket], each.letters) for each in found]
    assert any(slips) is is_slip
