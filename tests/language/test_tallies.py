"""What figures count, so that one thing told twice is known again: tolls, sums, votes; and what two of them weigh."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.numbers.quantities import find_quantities
from newslint.language.numbers.tallies import Tally, find_tallies
from newslint.language.numbers.twice import is_turned, likeness, weigh
from newslint.language.numbers.votes import find_votes
from newslint.language.units.words import list_parts


def tallies(text: str) -> list[Tally]:
    return list(find_tallies(text, 0, len(text), find_quantities(text), frozenset(list_parts(text.lower()))))


@pytest.mark.parametrize(
    ("text", "head", "noun", "is_known"),
    [
        ("Seven workers were overcome by fumes and died.", "dead", "worker", False),
        ("The names of the 140 who were lost.", "dead", "", True),
        ("Most of the 74 injured were sent home.", "injured", "", True),
        ("A leak that killed four students", "dead", "student", False),
        ("Quake toll reaches 250", "dead", "", False),
        ("Two firefighters lost their lives.", "dead", "firefighter", False),
        ("The 15 injured cyclists went home.", "injured", "", True),
        ("Forty sailors froze to death.", "dead", "sailor", False),
        ("The 14 killed in Tarrow were buried.", "dead", "", False),
        ("The eight miners who died last week", "dead", "miner", False),
        ("Police arrested 63 people.", "arrested", "peopl", False),
        ("The loss of 104 lives", "dead", "", False),
    ],
)
def test_tolls_have_a_class_and_those_who_are_counted(text: str, head: str, noun: str, is_known: bool) -> None:
    (found,) = tallies(text)
    assert (found.kind, found.heads, found.is_known) == ("toll", frozenset({head}), is_known)
    assert found.noun == ("" if noun == "peopl" else noun)


@pytest.mark.parametrize(
    "text", ["Twelve officers said he died", "12 years after she died", "The 14 points won", "two"]
)
def test_what_is_no_toll(text: str) -> None:
    assert not [each for each in tallies(text) if each.heads]


@pytest.mark.parametrize(
    ("text", "roles", "rate", "is_known"),
    [
        ("The grant, of $1.25m, comes late.", {"gift"}, "", False),
        ("Without the $1.52m grant, it closes.", {"gift"}, "", True),
        ("She was paid $31 an hour.", {"price", "wage"}, "hour", False),
        ("The $4m prize for boats", {"prize"}, "", False),
    ],
)
def test_sums_have_roles(text: str, roles: set[str], rate: str, is_known: bool) -> None:
    (found,) = tallies(text)
    assert (found.heads, found.rate, found.is_known) == (frozenset(roles), rate, is_known)


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("voted 7-2", [(7, 2)]),
        ("by 18 votes to 11", [(18, 11)]),
        ("passed by 1,204 to 877", [(1204, 877)]),
        ("with 131 votes in favour and 24 against", [(131, 24)]),
        ("seven to two", [(7, 2)]),
        ("twenty-nine boats", []),
        ("in 2010-12", []),
        ("from $5-10", []),
        ("12 boats and 24 cars", []),
        ("5-10 per cent", []),
    ],
)
def test_results_of_votes(text: str, votes: list[tuple[int, int]]) -> None:
    assert [each.votes for each in find_votes(text, 0, len(text))] == votes


def told(value: int | str, **fields: object) -> Tally:
    return Tally(0, 1, "toll", (Decimal(value),), frozenset(["dead"]))._replace(**fields)  # type: ignore[arg-type]


@given(st.integers(2, 10**7), st.integers(2, 10**7))
def test_likeness_does_not_ask_which_was_first(one: int, two: int) -> None:
    assert likeness(told(one), told(two)) == likeness(told(two), told(one))
    assert (likeness(told(one), told(two)) == -1) if one == two else True
    assert is_turned(Decimal(one), Decimal(two)) == (sorted(str(one)) == sorted(str(two)) and one > 9)


@given(st.integers(2, 900), st.booleans(), st.sets(st.sampled_from("abcd")))
def test_what_is_the_same_or_of_others_weighs_nothing(value: int, is_known: bool, shared: set[str]) -> None:
    one = told(value, is_known=is_known, noun="miner")
    assert weigh(one, one, shared) == 0
    assert weigh(one, told(value + 1, noun="student"), shared) == 0
    assert weigh(one, told(value + 1, heads=frozenset(["injured"])), shared) == 0
    assert weigh(one, told(value + 1, is_bounded=True), shared) == 0 or is_turned(Decimal(value), Decimal(value + 1))
    assert weigh(one, told(value + 1, noun="miner"), shared) > 0
