"""Stages that exclude one another, and companies that are called a fraud."""

from __future__ import annotations

import pytest

from newslint.language.crime.clauses import cut
from newslint.language.crime.frauds import find_frauds
from newslint.language.crime.naming import Names
from newslint.language.crime.verdicts import charged_words, guilty_words, is_pending, tells_more
from newslint.language.lexicon import SHIPPED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Whelk was found guilty on Monday.", "found guilty"),
        ("Since her conviction she has been free.", "her conviction"),
        ("He was jailed for three years.", "was jailed"),
        ("If convicted, he faces ten years.", None),
        ("He has not been convicted.", None),
        ("He could be jailed for life.", None),
        ("She was neither charged nor acquitted of it, and never charged with nor convicted of theft.", "acquitted"),
    ],
)
def test_a_verdict_is_told(text: str, words: str | None) -> None:
    found = guilty_words(text)
    assert (None if found is None else text[found[0] : found[1]]) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The jury is expected to return its verdict on Friday.", True),
        ("He is to enter a plea on 3 March.", True),
        ("It is the second day of his trial.", True),
        ("The trial, which is in its second week, continues on Monday.", True),
        ("The trial began on Monday, and the jury convicted him.", False),
        ("He will be sentenced in May.", False),
    ],
)
def test_what_is_still_to_come(text: str, expected: bool) -> None:
    assert is_pending(text) is expected


def test_a_second_case_is_more() -> None:
    assert tells_more(["He goes on trial over a separate theft."])
    assert not tells_more(["It is the second day of his trial."])


def test_a_charge_contradicts_what_is_not_decided() -> None:
    assert charged_words("A grand jury will decide whether to indict Dupree, who was indicted last month.")
    assert charged_words("Dupree was indicted last month.") is None


def frauds(sentence: str) -> list[str]:
    clause = cut(sentence, Names([sentence], SHIPPED).find(sentence))
    return [sentence[found.start : found.end] for found in find_frauds(sentence, clause, sentence, False)]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The headquarters of Lumenor, the pyramid scheme that has signed up families.", "the pyramid scheme"),
        ("Her savings went to Meridian Gold, one of the sham dealers on the coast.", "one of the sham"),
        ("The swindlers behind Tealsun Solar took their savings.", "swindlers"),
        ("Bogus charity Paws Across Borders raised €3m.", "Bogus charity"),
    ],
)
def test_a_company_is_called_a_fraud(sentence: str, label: str) -> None:
    assert label in frauds(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Customers of Harrow Bank were warned of scam emails.",
        "Harrow Bank set up a fraud squad.",
        "The court ruled that Lumenor is a pyramid scheme.",
        "Lumenor denies being a pyramid scheme.",
        "A scam is a scam, and a Ponzi scheme is one, too.",
    ],
)
def test_what_others_find_or_warn_of_is_none(sentence: str) -> None:
    assert frauds(sentence) == []
