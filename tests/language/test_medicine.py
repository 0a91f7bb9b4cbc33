"""Risks, preprints, animals and promises are told by their form; absolute figures and notes silence them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.medicine.animals import find_human_claim, tells_animals
from newslint.language.medicine.cures import find_hype
from newslint.language.medicine.foods import find_food_claim, has_statement
from newslint.language.medicine.preprints import find_preprint, says_unreviewed
from newslint.language.medicine.risks import find_relative_risk, tells_absolute

RISKS = """
Eating bacon doubles the risk of bowel cancer.
They were 40 per cent more likely to develop blood clots.
Smokers are three times as likely to have a stroke.
It cut the risk of dying early by a fifth.
The vaccine was 95 per cent effective at preventing shingles.
The likelihood of short sight rose by 21 per cent.
In the trial deaths from prostate cancer fell by 21 per cent.
A pill that brings a 25% drop in heart failure
"""
NO_RISKS = """
The bank halved the risk of default.
Deaths from flu fell by 21 per cent, compared with the same month a year earlier, over last year.
He is twice as likely to win.
The risk of cancer is small.
Police said the risk of deaths in crashes had doubled.
"""
ABSOLUTE = """
It rises from 2 to 4 in 10,000.
Seven women in 5,000 each year, instead of five, fall ill, which is 7 in 1,000.
For every 1,000 men invited, two deaths were avoided.
The chance is 10 per cent instead of 7.
Of those who drank from glass, 25 in 100 had it.
The absolute risk is low.
"""
PREPRINTS = """
A study posted on medRxiv on Tuesday suggests it.
The working paper is on SSRN.
A bioRxiv paper links the two.
The report (PsyArXiv, 14 January) adds that teachers liked it.
A preprint by the team found the same.
"""
NOTES = """
It has not been peer reviewed.
Other scientists have yet to review it.
It was later published in a journal.
Reviewers have not yet had their say.
It awaits peer review.
"""
HYPE = """
It is a miracle cure for arthritis.
A game-changing jab for migraine arrives.
Hay fever's days are numbered.
Wonder drug clears eczema in a month
"""
NO_HYPE = """
There is no silver bullet for eczema.
The band Miracle Cure played for patients.
The so-called wonder drug failed in patients.
Breakthrough infections are rare after the vaccine.
The game changer was a goal.
"""
CLAIMS = """
Magnesium stops migraines.
Honey heals ulcers.
Berberine is nature’s answer to diabetes.
Beetroot for high blood pressure: a glass does it
"""
NO_CLAIMS = """
Magnesium may stop migraines.
A study found that honey heals ulcers.
The tea shop stops selling cakes.
Does magnesium stop migraines?
Doctors treat depression.
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("sentence", lines(RISKS))
def test_relative_risks_are_found(sentence: str) -> None:
    assert find_relative_risk(sentence, 0, len(sentence))
    assert not tells_absolute(sentence)


@pytest.mark.parametrize("sentence", lines(NO_RISKS))
def test_trends_and_other_risks_are_none(sentence: str) -> None:
    assert find_relative_risk(sentence, 0, len(sentence)) is None


@pytest.mark.parametrize("sentence", lines(ABSOLUTE))
def test_absolute_figures_are_read_in_many_forms(sentence: str) -> None:
    assert tells_absolute(sentence)


@pytest.mark.parametrize("sentence", lines(PREPRINTS))
def test_preprints_are_found(sentence: str) -> None:
    assert find_preprint(sentence, 0, len(sentence))
    assert not says_unreviewed(sentence)


@pytest.mark.parametrize("sentence", ["The server medRxiv was founded in 2019.", "He lives in Research Square."])
def test_servers_and_streets_are_no_preprints(sentence: str) -> None:
    assert find_preprint(sentence, 0, len(sentence)) is None


@pytest.mark.parametrize("sentence", lines(NOTES))
def test_notes_on_review_are_read(sentence: str) -> None:
    assert says_unreviewed(sentence)


@pytest.mark.parametrize(
    ("sentence", "is_claimed"),
    [
        ("Fasting protects the heart, a team has shown in rats.", True),
        ("Fasting protects the hearts of rats, a team has shown.", False),
        ("Male mice that inhale fumes pass anxiety on to their sons, a study says.", False),
        ("The compound stops Parkinson's, said to have worked on neurons grown from flies.", True),
    ],
)
def test_a_claim_on_people_names_no_animal_in_its_clause(sentence: str, *, is_claimed: bool) -> None:
    assert (find_human_claim(sentence, 0, len(sentence)) is not None) is is_claimed


def test_animals_of_a_study_are_told_from_others() -> None:
    assert tells_animals("The work was done in rodents.")
    assert not tells_animals("The sheep graze on the hill.")
    assert not tells_animals("The study was of mice, and it has not been tested in people.")


@pytest.mark.parametrize("sentence", lines(HYPE))
def test_promises_are_found(sentence: str) -> None:
    assert find_hype(sentence, 0, len(sentence))


@pytest.mark.parametrize("sentence", lines(NO_HYPE))
def test_denials_names_and_sport_promise_nothing(sentence: str) -> None:
    assert find_hype(sentence, 0, len(sentence)) is None


@pytest.mark.parametrize("sentence", lines(CLAIMS))
def test_flat_claims_for_food_are_found(sentence: str) -> None:
    assert find_food_claim(sentence, 0, len(sentence))


@pytest.mark.parametrize("sentence", lines(NO_CLAIMS))
def test_open_and_attributed_claims_are_none(sentence: str) -> None:
    assert find_food_claim(sentence, 0, len(sentence)) is None


def test_the_statement_on_supplements_is_read() -> None:
    assert has_statement("These statements have not been evaluated by the Food and Drug Administration.")


@given(st.text(alphabet="ab 1,.%’-risk of cancer doubles mice medRxiv cure", max_size=80))
def test_places_lie_in_any_text(text: str) -> None:
    finders = (find_relative_risk, find_preprint, find_human_claim, find_hype, find_food_claim)
    for found in (find(text, 0, len(text)) for find in finders):
        assert found is None or 0 <= found[0] < found[1] <= len(text)
