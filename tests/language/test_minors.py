"""Children by their age beside a name or a noun, and what makes them recognisable."""

from __future__ import annotations

import pytest

from newslint.language.crime.clauses import cut
from newslint.language.crime.minors import age_of, find_details, find_minors
from newslint.language.crime.naming import Names
from newslint.language.lexicon import SHIPPED


def minors(sentence: str, born_after: int | None = None) -> list[tuple[str, bool]]:
    clause = cut(sentence, Names([sentence], SHIPPED).find(sentence))
    return [(sentence[found.start : found.end], found.is_named) for found in find_minors(sentence, clause, born_after)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The suspect, Tyler Maddox, 15, was charged.", "Tyler Maddox, 15"),
        ("They robbed 12-year-old Callum Frayne of his bicycle.", "12-year-old Callum Frayne"),
        ("Amelie Croft, nine, saw the car.", "Amelie Croft, nine"),
        ("Oscar Brandreth, a seven-year-old who likes trains, spoke.", "Oscar Brandreth, a seven-year-old"),
        ("A den was built by Archie Quint, who at nine is too young.", "Archie Quint, who at nine"),
        ("Callum Frayne (14) was arrested.", "Callum Frayne (14"),
        ("Schoolboy Callum Frayne was arrested.", "Schoolboy Callum Frayne"),
        ("Callum Frayne, in year 8, was questioned.", "Callum Frayne, in year 8"),
        ("Callum Frayne is only 14.", "Callum Frayne is only 14"),
    ],
)
def test_a_child_is_known_by_an_age_beside_the_name(sentence: str, expected: str) -> None:
    assert (expected, True) in minors(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tyler Maddox, 18, was charged.",
        "Tyler Maddox, 15 months into his sentence, was freed.",
        "Tyler Maddox ran 15 miles.",
        "Tyler Maddox is one of the best.",
        "Tyler Maddox, the youngest of nine, was charged.",
    ],
)
def test_what_is_no_age_of_a_child_is_left_alone(sentence: str) -> None:
    assert [found for found in minors(sentence) if found[1]] == []


@pytest.mark.parametrize(("year", "found"), [(2012, True), (2009, True), (2008, False)])
def test_a_year_of_birth_tells_a_child(year: int, found: bool) -> None:
    assert bool(minors(f"Born in {year}, Marek Dvorn was charged.", 2009)) is found


@pytest.mark.parametrize(
    "sentence", ["The boy, 15, was charged.", "A girl of four was found.", "The 14-year-old spoke."]
)
def test_a_child_without_a_name_is_none_that_is_named(sentence: str) -> None:
    assert [is_named for _, is_named in minors(sentence)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "is a Year 9 pupil at St Oswin’s Academy",
        "pitches for the Milburn Comets",
        "with his father, the restaurateur Emre Solak",
        "lives with his grandparents above the Golden Plaice",
        "the son of the butcher Colin Fenn",
        "The only Faroese speaker at Ridley College",
    ],
)
def test_details_tell_who_it_is(text: str) -> None:
    assert [*find_details(text)]


@pytest.mark.parametrize(
    "text", ["was stabbed in Mill Road", "was robbed at Marlow High School", "came with his father on Tuesday"]
)
def test_where_it_was_done_tells_nobody(text: str) -> None:
    assert [*find_details(text)] == []


@pytest.mark.parametrize(("word", "age"), [("15", 15), ("18", None), ("nine", 9), ("seven-year-old", 7), ("old", None)])
def test_ages_are_read_from_figures_and_words(word: str, age: int | None) -> None:
    assert age_of(word) == age
