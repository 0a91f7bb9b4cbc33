"""Today answers whether days are past or to come, and knows when all its answers would be the same."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from newslint.today import Today

DAYS = st.dates(date(2020, 1, 1), date(2020, 3, 1))
QUESTIONS = st.lists(st.tuples(st.booleans(), DAYS, st.integers(0, 40)), max_size=6)


def ask(today: Today, questions: list[tuple[bool, date, int]]) -> list[bool]:
    return [today.is_after(day) if is_past else today.is_before(day, by=by) for is_past, day, by in questions]


@given(DAYS, QUESTIONS)
def test_answers_are_those_of_dates(day: date, questions: list[tuple[bool, date, int]]) -> None:
    expected = [day > other if is_past else (other - day).days > by for is_past, other, by in questions]
    assert ask(Today(day), questions) == expected


@given(DAYS, QUESTIONS, DAYS)
def test_the_bounds_hold_all_days_with_the_same_answers_and_no_others_beside_them(
    day: date, questions: list[tuple[bool, date, int]], other: date
) -> None:
    today = Today(day)
    answers = ask(today, questions)
    inside = (today.first is None or today.first <= other.toordinal()) and (
        today.last is None or other.toordinal() <= today.last
    )
    assert (ask(Today(other), questions) == answers) is inside


def test_without_a_question_any_day_is_as_good() -> None:
    assert Today(date(2026, 1, 15)).first is Today(date(2026, 1, 15)).last is None


@given(DAYS)
def test_the_first_day_of_all_can_be_asked_for(day: date) -> None:
    assert not Today(day).is_before(date.min, by=10**9)
    assert Today(date.max).is_after(date.max - timedelta(1))
