"""Days and hours that there are not are told from counts, scores, verses and codes."""

from __future__ import annotations

from calendar import monthrange

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.dates.impossible import MONTH_NAMES, find_impossible
from newslint.language.dates.mentions import find_dates


def read(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_impossible(text, find_dates(text))]


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 39))
def test_of_days_with_a_year_those_are_found_that_the_calendar_does_not_have(year: int, month: int, day: int) -> None:
    is_day = day <= monthrange(year, month)[1]
    for text in (f"{MONTH_NAMES[month - 1]} {day}, {year}", f"{day} {MONTH_NAMES[month - 1]} {year}"):
        assert read(f"The hall opens on {text}, they say.") == ([] if is_day else [text])


@given(st.integers(0, 23), st.integers(0, 99))
def test_an_hour_has_sixty_minutes(hour: int, minute: int) -> None:
    text = f"{hour}:{minute:02}"
    assert read(f"The meeting starts at {text} in the hall.") == ([text] if minute > 59 else [])


@given(st.integers(1, 29), st.sampled_from(["a.m.", "p.m.", "am", "PM"]))
def test_halves_of_a_day_have_twelve_hours(hour: int, half: str) -> None:
    text = f"{hour} {half}"
    assert read(f"The meeting starts at {text} in the hall.") == ([text] if hour > 12 else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on February 30", "February 30"),
        ("the 32nd of May", "32nd of May"),
        ("from April 28 to 31", "April 28 to 31"),
        ("from February 25 to 29, 2025", "February 25 to 29, 2025"),
        ("on 31.04.2025", "31.04.2025"),
        ("on 2025-02-30", "2025-02-30"),
        ("It begins at 25:00 on Friday.", "25:00"),
        ("by 24:30 GMT", "24:30"),
        ("sent on 2 January 2026, 25:10, and read", "25:10"),
        ("sent on 2 January 2026 at 9:75 and read", "9:75"),
        ("from 10:00 to 11:65", "11:65"),
    ],
)
def test_what_there_is_not(text: str, found: str) -> None:
    (words,) = read(text)
    assert found in words


@pytest.mark.parametrize(
    "text",
    [
        "No. 31 April Street and Room 31 February wing",
        "There are 31 April babies, and by September 31 boats sank.",
        "on 29 February, and at 24:00",
        "The goal came at 25:30 of the second half; 75:30 into the film.",
        "John 14:75, a ratio of 14:75, odds of 25:1, code 2024-13-45, version 31.04.2",
        "from February 25 to 29 boats",
    ],
)
def test_what_is_no_day_and_no_hour(text: str) -> None:
    assert read(text) == []
