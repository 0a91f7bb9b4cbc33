"""Lengths, anniversaries, ages, ranges, tenses and last days are held against the years that an article names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.assembly import parse
from newslint.checks import load_check_type
from newslint.contract import Scene
from newslint.source import decode
from newslint.today import Today

FILLER = "The old town has a hall by the river, and many people come there to hear music."


def found(check: str, text: str, published: date | None = date(2025, 11, 20)) -> list[str]:
    """Return the words that a check flags in an article with a sentence."""
    head = f"---\ntitle: Harbour news\nauthor: Ana Roe\ndate: {published}\n---\n\n" if published else ""
    source = decode(f"{head}{FILLER}\n\n{text}\n\n{FILLER}\n".encode(), "article.md")
    findings = load_check_type(check).run(parse(source), Scene(Today(date(2026, 1, 15))))
    return [source.slice(finding.span) for finding in findings]


@given(st.integers(1800, 2000), st.integers(2, 60), st.integers(0, 90))
def test_a_length_may_be_one_year_off(first: int, years: int, told: int) -> None:
    is_wrong = told > 0 and abs(years - told) > 1
    for text in (
        f"He ruled the island from {first} to {first + years}, a span of {told} years.",
        f"He ruled the island for {told} years, from {first} to {first + years}.",
        f"His {told}-year reign ({first}–{first + years}) was calm.",
    ):
        assert bool(found("duration-mismatch", text)) is (is_wrong or (told == 0 and years > 1))


@given(st.integers(1900, 1990), st.integers(1, 99), st.integers(-3, 3))
def test_an_anniversary_is_exact(begun: int, years: int, shift: int) -> None:
    tail = "th" if 10 <= years % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(years % 10, "th")
    year = begun + years + shift
    text = f"The club marked its {years}{tail} anniversary in {year}, having opened in {begun}."
    assert bool(found("duration-mismatch", text)) is (shift != 0 and year > begun)


@given(st.integers(1930, 2000), st.integers(1, 90))
def test_an_age_is_that_of_the_year_or_one_less(born: int, age: int) -> None:
    for text, year in (
        (f"Ana Roe, {age}, was born in {born} in Tarrow.", 2025),
        (f"Born in {born}, the {age}-year-old singer lives by the harbour.", 2025),
        (f"He was born in {born} and died in 2019 at the age of {age}.", 2019),
    ):
        assert bool(found("age-mismatch", text)) is (age not in (year - born, year - born - 1))


@given(st.integers(1900, 2024), st.integers(1900, 2024))
def test_a_range_of_years_runs_forwards(first: int, last: int) -> None:
    for text in (f"She lived there from {first} to {last}.", f"Between {first} and {last}, it rained."):
        assert bool(found("backward-range", text)) is (last < first)


@given(st.integers(1, 12), st.integers(1, 12), st.sampled_from(["a.m.", "pm"]))
def test_hours_of_one_half_of_a_day_run_forwards(first: int, last: int, half: str) -> None:
    text = f"The mill is open from {first} {half} to {last} {half} in summer."
    # From 11 a.m. to 1 a.m., and from 5 a.m. to 1 a.m., there is a night between.
    is_night = half == "a.m." and (last % 12 < 4 or first % 12 - last % 12 > 6)
    assert bool(found("backward-range", text)) is (last % 12 < first % 12 and not is_night)


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.integers(-1000, 1000))
def test_days_before_the_publication_are_not_to_come_and_days_after_it_not_past(published: date, shift: int) -> None:
    day = published + timedelta(shift)
    written = f"{day.day} {day:%B} {day.year}"
    assert bool(found("tense-mismatch", f"The hall will open on {written}.", published)) is (shift < 0)
    assert bool(found("tense-mismatch", f"The hall in the mill opened on {written}.", published)) is (shift > 1)


@given(st.integers(1, 28), st.integers(1, 28))
def test_the_last_day_to_register_is_not_after_the_event(last: int, event: int) -> None:
    for text in (
        f"Register by June {last} for the race on June {event}.",
        f"The race takes place on June {event}. Entries close on June {last}.",
    ):
        assert bool(found("late-deadline", text)) is (last > event)


@pytest.mark.parametrize(
    "text",
    [
        "The mine was opened ten years ago, in 2010.",
        "In 2010, ten years ago, the mine was opened.",
        "In 2014, four years after the vote of 2008, the party split.",
        "The club, founded in 1990, celebrates its 25th anniversary this year.",
        "Founded in 1990, the club will celebrate its silver jubilee next year.",
        "Veterans marked the 75th anniversary of the 1944 landings in 2024.",
        "In 2020 the club marked its twenty-fifth anniversary. It opened in 1990.",
    ],
)
def test_sums_that_do_not_fit(text: str) -> None:
    assert found("duration-mismatch", text)


@pytest.mark.parametrize(
    "text",
    [
        "The mine was opened ten years ago, in 2015, and the pit nearly 12 years ago, in 2014.",
        "From 1990 to 2005, five years longer than planned, it was open.",
        "From 1990 to 2005, a 12-year-old tree stood there.",
        "The 25th anniversary edition of the book, out in 1990, sold well.",
        "A five-year plan from 1990 to 2005 was drawn up.",
        "“It ran from 1990 to 2005, a span of 12 years,” she said.",
    ],
)
def test_years_that_are_no_sum(text: str) -> None:
    assert not found("duration-mismatch", text)


def test_without_a_date_of_publication_nothing_is_counted_from_it() -> None:
    for check, text in (
        ("duration-mismatch", "The mine was opened ten years ago, in 2010."),
        ("age-mismatch", "Ana Roe, 40, was born in 1990 in Tarrow."),
        ("tense-mismatch", "The hall in the mill will open on 3 March 2001."),
    ):
        assert not found(check, text, None)


@given(st.integers(1, 10), st.integers(1, 5), st.integers(2, 9))
def test_of_a_short_range_of_days_both_ends_count_or_one(first: int, nights: int, told: int) -> None:
    last = first + nights
    is_wrong = told not in (nights, nights + 1)
    for text in (
        f"The {told}-day fair runs from June {first} to June {last} in the mill.",
        f"The {told}-day fair runs from {first} to {last} June in the mill.",
        f"The fair lasts {told} days, from June {first} to {last}, in the mill.",
        f"The fair runs from June {first} to June {last}, a {told}-day feast.",
    ):
        assert bool(found("duration-mismatch", text)) is is_wrong


@pytest.mark.parametrize(
    "text",
    [
        "He worked three days a week from June 4 to June 9.",
        "He took two days off from June 4 to June 9.",
        "Ten days before the fair from June 4 to June 6, it rained.",
        "In the first two days of the fair from June 4 to June 9, it rained.",
        "The five-day course runs from June 4 to June 13.",
    ],
)
def test_days_that_are_no_length_of_the_range(text: str) -> None:
    assert not found("duration-mismatch", text)
