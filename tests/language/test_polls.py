"""Polls of people are told from elections and other surveys, with what is said of how they were done."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.polls.items import ITEMS, given_items, tell_items
from newslint.language.polls.leads import claims_lead, find_lead, find_margins, find_samples, is_even
from newslint.language.polls.open_votes import find_open_poll, generalises, says_it_is_open, tells_outcome
from newslint.language.polls.results import find_poll, tells_result

POLLS = """
A new poll shows that 48% of voters back the toll.
Quayside, which asked 1,004 people on 6 June, has Roe on 29 and Doe on 28.
So said 1,522 adults who were surveyed from 12 to 16 May.
In research among 1,250 Danes only 29 per cent expected a fair trial.
Polling by Quayside found most islanders opposed.
"""
OTHERS = """
Islanders go to the polls on Monday.
The polls closed at ten, and polling stations were quiet.
A geological survey found the seam.
Roe topped the poll in the east ward.
They asked 12 neighbours for sugar.
The Labour Force Survey counts the jobless.
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("sentence", lines(POLLS))
def test_a_poll_of_people_is_found(sentence: str) -> None:
    assert find_poll(sentence, 0, len(sentence))


@pytest.mark.parametrize("sentence", lines(OTHERS))
def test_elections_and_surveys_of_things_are_none(sentence: str) -> None:
    assert find_poll(sentence, 0, len(sentence)) is None


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Quayside Polling asked 1,004 adults by phone from 3 to 5 May.", {"pollster", "sample", "dates", "mode"}),
        ("A poll of 1,600 students in February put rent first.", {"sample", "dates"}),
        ("A poll published on Monday puts Roe first.", set()),
        ("The survey was done for the Gazette, with a margin of three points.", {"sponsor", "margin"}),
        ("It may be out by 2.1 points.", {"margin"}),
        ("Interviews with 812 registered voters were held Sept. 4-8.", {"sample", "dates"}),
    ],
)
def test_items_are_read_by_what_they_say(text: str, items: set[str]) -> None:
    known = given_items(text) - {"population", "sponsor"} if "sponsor" not in items else given_items(text)
    assert known - {"population", "pollster"} | (known & items) == items


def test_items_are_told_in_the_order_of_the_codes() -> None:
    names = [item.name for item in ITEMS]
    assert names[0] == "pollster"
    assert list(tell_items(frozenset(names))) == [item.told for item in ITEMS]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Roe leads Doe by two points.", 2),
        ("Roe has a five-point lead.", 5),
        ("Roe has 44 per cent and Doe 42.", 2),
        ("It has Roe on 29 and Doe on 28.", 1),
        ("They back it by a slim 36 to 34 per cent.", 2),
        ("Roe leads, up two points since May.", None),
        ("It was done from 20 to 24 April.", None),
        ("He is 44, she is 42.", None),
        ("It carried 44,120 people and 42 goats.", None),
    ],
)
def test_leads_are_told_by_points_or_by_two_shares(text: str, points: float | None) -> None:
    found = find_lead(text, 0, len(text))
    assert (found and found.points) == points


@pytest.mark.parametrize(
    ("text", "margins"),
    [
        ("The margin of error is plus or minus 3.1 percentage points.", [3.1]),
        ("It is accurate to within 2.5 points.", [2.5]),
        ("The error is two points.", [2]),
        ("She won by a margin of three points.", []),
        ("The profit margin was 48 percent.", []),
    ],
)
def test_margins_of_error_are_read(text: str, margins: list[float]) -> None:
    assert [margin.points for margin in find_margins(text)] == margins


def test_samples_are_people_and_many() -> None:
    assert list(find_samples("It surveyed 1,004 adults and 12 experts for 20 days in 2026.")) == [1004]


def test_a_tie_and_a_claim_are_told_apart() -> None:
    assert is_even("They are statistically level.")
    assert not is_even("Roe is ahead of Doe.")
    assert claims_lead("Roe is ahead of Doe.")
    assert not claims_lead("Roe has 44 and Doe 42.")


@pytest.mark.parametrize(
    ("text", "is_open", "is_general"),
    [
        ("In a Facebook poll most residents said no.", True, True),
        ("Most islanders want it, says a vote on our website.", True, True),
        ("The country wants it, and 58 per cent texted in.", False, True),
        ("Of 340 readers who voted, half were for it.", True, False),
        ("A poll by Quayside asked a panel.", False, False),
    ],
)
def test_open_votes_and_what_is_made_of_them(text: str, is_open: bool, is_general: bool) -> None:
    assert (find_open_poll(text, 0, len(text)) is not None, generalises(text, 0, len(text))) == (is_open, is_general)


def test_a_vote_that_is_only_named_has_no_outcome() -> None:
    for text, has_outcome in (("We use website surveys for that.", False), ("Half said no in our web poll.", True)):
        assert tells_outcome(text, 0, len(text)) is has_outcome
    assert not generalises("We do so for most of our website surveys.", 0, 41)


def test_a_sample_may_look_like_a_year() -> None:
    assert "sample" in given_items("The Marram poll of 2047 registered voters is out.")
    assert "sample" not in given_items("The poll of May 2047 is out.")


def test_a_note_on_what_a_vote_is_worth_is_seen() -> None:
    assert says_it_is_open("The vote is not scientific.")
    assert not says_it_is_open("The vote was close.")


@given(st.text(alphabet="ab1 2,%.’-to poll survey of 44 per cent Roe", max_size=80))
def test_places_lie_in_any_text(text: str) -> None:
    for found in (find_poll(text, 0, len(text)), find_lead(text, 0, len(text)), find_open_poll(text, 0, len(text))):
        assert found is None or 0 <= found[0] < found[1] <= len(text)
    assert all(0 <= margin.start < margin.end <= len(text) for margin in find_margins(text))
    assert tells_result(text, 0, 0) is False
