"""Weekdays beside days are read in every written form, and held against the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.dates.mentions import find_dates
from newslint.language.dates.weekdays import WEEKDAY_NAMES, DatedWeekday, find_weekdays, fits, nearest
from newslint.language.dates.years import share_years, years_near

DAYS = st.dates(date(1925, 1, 1), date(2099, 12, 31))
FORMS = [
    "{weekday}, {month} {day}, {year}",
    "{weekday} {month} {day}, {year}",
    "{weekday} {day} {month} {year}",
    "{weekday}, {day} {month} {year}",
    "{weekday} the {day} of {month} {year}",
    "{weekday} ({month} {day}, {year})",
    "{weekday} morning, {month} {day}, {year}",
    "{weekday}’s {month} {day}, {year}",
    "{month} {day}, {year} ({weekday})",
    "{day} {month} {year}, a {weekday}",
    "{month} {day}, {year}, {weekday}",
    "{month} {day}, {year} was a {weekday}",
    "{day} {month} {year} fell on a {weekday}",
]


def read(text: str) -> list[DatedWeekday]:
    return list(find_weekdays(text, find_dates(text)))


def write(form: str, day: date, weekday: int) -> str:
    words = {"weekday": WEEKDAY_NAMES[weekday], "month": f"{day:%B}", "day": day.day, "year": day.year}
    return f"The hall opened on {form.format(**words)}."


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS, shift=st.integers(0, 6))
def test_a_weekday_fits_the_day_that_the_calendar_gives_it_and_no_other(form: str, day: date, shift: int) -> None:
    text = write(form, day, (day.weekday() + shift) % 7)
    (found,) = read(text)
    assert fits(found, day.year) is (shift == 0)
    assert WEEKDAY_NAMES[(day.weekday() + shift) % 7] in text[found.start : found.end]
    near = nearest(found, day.year)
    assert near.weekday() == found.weekdays[0]
    assert abs((near - day).days) <= 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from Friday 7 to Sunday 9 March", [(4, 7), (6, 9)]),
        ("Saturday and Sunday, March 8 and 9, 2025", [(5, 8), (6, 9)]),
        ("Saturday–Sunday, March 8–9", [(5, 8), (6, 9)]),
        ("Friday, March 7, to Sunday, March 9", [(4, 7), (6, 9)]),
        ("WEDNESDAY, MARCH 5", [(2, 5)]),
        ("Weds., March 5", [(2, 5)]),
    ],
)
def test_each_day_of_a_range_has_its_weekday(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(found.weekdays[0], found.days[0][1]) for found in read(text)] == expected


def test_a_range_with_one_weekday_may_mean_either_end() -> None:
    (found,) = read("on Sunday, March 8-9, 2025")
    assert fits(found, 2025)


@pytest.mark.parametrize(
    "text",
    [
        "He sat 5 March 2025 out, and they wed 4 March 2025.",
        "The Sun, 4 March 2025, and the Tarrow Sun, March 5, 2025, had it.",
        "He wrote on Sunday. March 4 is near.",
        "Tuesdays, March 5 to 26, 2025, are quiet.",
        "On March 3, 2025, Tuesday's vote was prepared.",
    ],
)
def test_words_that_are_no_weekday_of_the_day_are_not_read(text: str) -> None:
    assert read(text) == []


def test_a_year_behind_a_range_is_that_of_both_days() -> None:
    for text, years in (("March 8 to March 9, 2025", [2025, 2025]), ("Dec. 30 to Jan. 2, 2025", [2024, 2025])):
        assert [mention.year for mention in share_years(text, find_dates(text))] == years


@given(DAYS, st.integers(-182, 182))
def test_one_year_is_near_each_day_within_half_a_year(anchor: date, shift: int) -> None:
    day = anchor + timedelta(shift)
    if (day.month, day.day) != (2, 29):
        assert years_near(day.month, day.day, [anchor]) == [day.year]
