"""Whether sentences tell a criminal case, and what speaks for a child or a complainant in one."""

from __future__ import annotations

import pytest

from newslint.language.crime.cases import tells_case
from newslint.language.crime.clauses import cut
from newslint.language.crime.complainants import find_named
from newslint.language.crime.minors import find_minors
from newslint.language.crime.naming import Names
from newslint.language.crime.verdicts import is_charged_with_it
from newslint.language.crime.voices import own_clause
from newslint.language.lexicon import SHIPPED
from newslint.language.meetings.said import read_said
from newslint.language.polls.items import names_institution
from newslint.newsroom.offers.frames import offers


@pytest.mark.parametrize(
    "text",
    [
        "A jury watched an interview with Amelie Croft, nine.",
        "Police seek two men who robbed a boy of his bicycle.",
        "He was charged with burglary and bailed.",
        "The girl, who cannot be named, wept.",
    ],
)
def test_a_step_of_proceedings_or_an_offence_with_a_sign_tells_a_case(text: str) -> None:
    assert tells_case(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mira Holt, 16, won the event, and the stand held its breath.",
        "The judges shared the prize.",
        "The attack came on at night, and the boy stayed in bed.",
        "",
    ],
)
def test_one_word_tells_no_case(text: str) -> None:
    assert not tells_case(text)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("A 16-year-old girl, Amelie Croft, was arrested.", "16-year-old girl, Amelie Croft"),
        ("The boy, named as Callum Frayne, was bailed.", "boy, named as Callum Frayne"),
        ("The driver was Tyler Maddox, who turns 18 next month.", "Tyler Maddox, who turns 18"),
    ],
)
def test_a_name_behind_the_age_is_the_childs(sentence: str, words: str) -> None:
    clause = cut(sentence, Names([sentence], SHIPPED).find(sentence))
    assert [sentence[each.start : each.end] for each in find_minors(sentence, clause, None) if each.is_named] == [words]


def test_a_speaker_behind_a_child_is_no_child() -> None:
    sentence = "They robbed a 16-year-old girl, Inspector Ana Lund said."
    clause = cut(sentence, Names([sentence], SHIPPED).find(sentence))
    assert not any(each.is_named for each in find_minors(sentence, clause, None))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The jury heard that Hannah Crewe woke to find Fenn in her room.", ["Hannah Crewe"]),
        ("Giving evidence, Joan Pickard said her manager had forced himself on her.", ["Joan Pickard"]),
        ("She told the court Mr Dunne had followed her home and sexually assaulted her.", []),
    ],
)
def test_who_tells_what_was_done_is_the_complainant(sentence: str, expected: list[str]) -> None:
    clause = cut(sentence, Names([sentence], SHIPPED).find(sentence))
    assert [sentence[each.start : each.end] for each in find_named(sentence, clause)] == expected


def test_a_denial_ends_with_its_clause() -> None:
    sentence = "At her trial she denies every count, and she poisoned three horses."
    assert own_clause(sentence, sentence.index("poisoned")) == "she poisoned three horses."
    reported = "Police said that she denies it, and she poisoned three horses."
    assert own_clause(reported, reported.index("poisoned")) == reported


def test_a_late_charge_speaks_against_a_conviction_of_the_same_crime() -> None:
    text = "He was charged on Friday with embezzling the fund. He is to enter a plea in May."
    assert is_charged_with_it("Mayor convicted of embezzling road funds", text)
    assert not is_charged_with_it("Mayor convicted of perjury", text)


@pytest.mark.parametrize(("text", "found"), [("Betmore offers 11-4 on a win", True), ("Bethlehem offers 11-4", False)])
def test_a_town_is_no_bookmaker(text: str, found: bool) -> None:
    assert ("Bookie" in read_said(f"At {text}").signs) is found


@pytest.mark.parametrize(
    ("frame", "text", "found"),
    [
        ("past", "Fund managers rely on the market, which rose for years.", False),
        ("income", "Most lottery winners give up work, and each keeps six people in a full-time job.", False),
        ("income", "If the credit cards are maxed out, a treble may be the quickest way back into the black.", True),
        ("guarantee", "Put $10,000 into the units and you are certain to get $15,000 back.", True),
        ("urgency", "Act now to grab a slice of the Quillby float before the doors shut.", True),
    ],
)
def test_frames_ask_for_words_of_their_field(frame: str, text: str, found: bool) -> None:
    assert (offers().find(frame, read_said(text)) is not None) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Tarrow Foundation asked them", True),
        ("In the HSC report, a survey", True),
        ("A survey of islanders", False),
    ],
)
def test_a_body_that_does_research_stands_for_who_asked(text: str, found: bool) -> None:
    assert names_institution(text) is found
