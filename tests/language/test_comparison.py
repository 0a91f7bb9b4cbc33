"""Two ways of writing the same have one key, and folding in place moves nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.units.comparison import Kept, comparison_key, fold_in_place

KEPT: tuple[Kept, ...] = ("marks", "words", "letters")
SIGNS = st.text("aZéÉßİıſΣς’'‘“”—-‑& ;\u00a0\n\u00adゕがЙ1２½अि_.#", max_size=30)


@pytest.mark.parametrize("keep", KEPT)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mayor’s Plan", "mayor's plan"),
        ("SEÑOR OKORO", "Señor Okoro"),
        ("José Roe", "Jose Roe"),
        ("Jose\u0301 Roe", "José Roe"),
        ("Tarrow &amp; Hallin", "Tarrow & Hallin"),
        ("Tarrow &amp;amp; Hallin", "Tarrow & Hallin"),
        ("Oduya&#8217;s list", "Oduya's list"),
        ("12\u00a0000 marks", "12 000 marks"),
        ("well‑known", "well-known"),
        ("news\u00adroom", "newsroom"),
        ("Straße", "STRASSE"),
        ("“Tarrow” — now", '"Tarrow" - now'),
        ("  two\n lines ", "two lines"),
    ],
)
def test_ways_of_writing_the_same_have_one_key(one: str, other: str, keep: Kept) -> None:
    assert comparison_key(one, keep) == comparison_key(other, keep)


@pytest.mark.parametrize(
    ("keep", "key"),
    [
        ("marks", "q&a: what's next - follow-up?"),
        ("words", "q a whats next follow up"),
        ("letters", "qawhatsnextfollowup"),
    ],
)
def test_what_is_kept_is_what_counts(keep: Kept, key: str) -> None:
    assert comparison_key("Q&A: What’s  next – Follow-up?", keep) == key


@pytest.mark.parametrize(("one", "other"), [("か", "が"), ("कि", "क"), ("Roe", "Row"), ("1", "2")])
def test_different_letters_have_different_keys(one: str, other: str) -> None:
    assert all(comparison_key(one, keep) != comparison_key(other, keep) for keep in KEPT)


@given(SIGNS)
def test_a_key_that_keeps_less_can_be_made_of_one_that_keeps_more(text: str) -> None:
    if "&" in text:
        return
    marks = comparison_key(text)
    assert comparison_key(marks) == marks
    for keep in ("words", "letters"):
        assert comparison_key(marks, keep) == comparison_key(text, keep)
    assert comparison_key(text, "words").replace(" ", "") == comparison_key(text, "letters")


@given(st.text(max_size=40))
def test_case_makes_no_difference(text: str) -> None:
    if "&" not in text:
        assert comparison_key(text) == comparison_key(text.casefold())


@given(st.text(max_size=40) | SIGNS)
def test_folding_in_place_keeps_the_length(text: str) -> None:
    folded = fold_in_place(text)
    assert len(folded) == len(text)
    assert fold_in_place(folded) == folded
