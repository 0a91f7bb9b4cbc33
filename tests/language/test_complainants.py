"""Complainants of sexual offences: names to which one was done, roles beside names, and traits."""

from __future__ import annotations

import pytest

from newslint.language.crime.clauses import cut
from newslint.language.crime.complainants import find_named, find_traits
from newslint.language.crime.context import WAIVED
from newslint.language.crime.naming import Names
from newslint.language.lexicon import SHIPPED


def named(sentence: str) -> list[str]:
    clause = cut(sentence, Names([sentence], SHIPPED).find(sentence))
    return [sentence[found.start : found.end] for found in find_named(sentence, clause)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Hannah Crewe, 26, told a jury how she was raped in a taxi.", "Hannah Crewe"),
        ("A recruit, Adam Veasey, was sexually assaulted by two instructors.", "Adam Veasey"),
        ("Colin Fenn raped Hannah Crewe in the boathouse.", "Hannah Crewe"),
        ("Their accuser, Faye Stubbing, left by a side door.", "Faye Stubbing"),
        ("The dress was worn by victim Paloma Reyes on the night of the rape.", "Paloma Reyes"),
        ("One of them was Declan Moyes, now a plumber.", "Declan Moyes"),
        ("Hannah Crewe told the tribunal how her manager groped her.", "Hannah Crewe"),
        ("Counsel put it to Mrs Everall that she had invented the rape.", "Everall"),
        ("Monique Aldous waits outside the court where the man accused of raping her is on trial.", "Monique Aldous"),
        ("The accuser, identified in filings as Shawna Petrie, moved away.", "Shawna Petrie"),
    ],
)
def test_a_complainant_is_known_by_what_was_done(sentence: str, name: str) -> None:
    assert name in named(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Colin Fenn, 48, was jailed for raping a girl.",
        "Colin Fenn raped a girl in the boathouse.",
        "Prosecutor Ana Lund told the jury that the girl was raped.",
        "The girl was raped by Colin Fenn.",
        "The accuser, identified in filings as Jane Doe, moved away.",
        "Judge Ana Lund told the court that she had been assaulted.",
    ],
)
def test_the_accused_and_those_who_speak_are_none(sentence: str) -> None:
    assert named(sentence) == []


@pytest.mark.parametrize(
    "text",
    [
        "was jailed for raping his stepdaughter",
        "is the county’s first woman fire captain",
        "The receptionist at a dental practice in Nettlesham",
        "The woman, a Latvian-born teacher who moved here,",
        "resigned as head of drama at Kingsmarsh High",
    ],
)
def test_traits_tell_who_it_is(text: str) -> None:
    assert [*find_traits(text)]


@pytest.mark.parametrize(
    "text", ["was jailed for raping a girl", "The woman, a teacher, gave evidence.", "a woman of 26"]
)
def test_what_many_have_is_no_trait(text: str) -> None:
    assert [*find_traits(text)] == []


@pytest.mark.parametrize(
    "text", ["has waived her right to anonymity", "agreed to be named", "in an interview", "in her memoir"]
)
def test_who_speaks_to_the_public_has_waived(text: str) -> None:
    assert WAIVED.search(text)
