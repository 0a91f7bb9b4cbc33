"""News of what others paid for, lent or bought, which is no notice; and texts that speak of themselves."""

from __future__ import annotations

import pytest

from newslint.language.meetings.said import read_said
from newslint.newsroom.commerce import why_commercial
from newslint.newsroom.paid import is_notice, speaks_for_itself, speaks_of_us


@pytest.mark.parametrize(
    "text",
    [
        "The people that had bought the old harbour postcards had arrived early.",
        "The family bought the pump after tests found salt in the well.",
        "The new quay series is backed by the Postal Union of the islands.",
        "Mr Lind stayed on the boat after being loaned a change of clothes.",
        "The report was funded by the ferry line.",
    ],
)
def test_what_others_bought_or_were_lent_is_no_notice(text: str) -> None:
    assert not speaks_of_us(text)
    assert not is_notice(text)


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("We were lent the boat.", True),
        ("This recipe was made with Dale Butter.", True),
        ("Quote TARROW10 when you ring.", True),
        ("Advertorial, client: Lind Boats", True),
        ("The dress was gifted by the designer, whose range is in stores.", False),
        ("The minister’s flights were paid for by the airline.", False),
    ],
)
def test_a_text_speaks_of_itself_or_to_readers(text: str, is_own: bool) -> None:
    assert speaks_for_itself(text) is is_own


def test_a_country_is_not_us() -> None:
    assert "us" not in read_said("The US government agreed to fund all expenses.").words
    assert "us" in read_said("They sent US A CAR.".upper()).words


def test_guests_of_an_event_earn_nothing() -> None:
    text = "Tickets are £9. Reserve here"
    assert why_commercial("https://www.eventbrite.com/e/quiz-94916?aff=TarrowPost", text) is None
    assert why_commercial("https://shop.example/kettle?aff=tarrow", text)
