"""Day and month are never mistaken for one another: every form of a date, on days before and after the twelfth."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from tests.language.date_words import iso

from newslint.language.dates.mentions import DateMention, find_dates
from newslint.language.dates.timestamps import parse_timestamp

Form = Callable[[date], str]
# Each month with days that could be a month, the first that could not, and the last that every month has.
DAYS = [date(2024, month, day) for month in range(1, 13) for day in (1, 4, 11, 12, 13, 28)]
CERTAIN_DAYS = [day for day in DAYS if day.day > 12 or day.day == day.month]
OPEN_DAYS = [day for day in DAYS if day.day <= 12 and day.day != day.month]

GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()


def suffix(day: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day not in (11, 12, 13) else 0, "th")


# Forms that say which number is the day, with a year.
NAMED: dict[str, Form] = {
    "4 March 2025": lambda d: f"{d.day} {d:%B} {d.year}",
    "04 Mar 2025": lambda d: f"{d.day:02} {d:%b} {d.year}",
    "4th March 2025": lambda d: f"{d.day}{suffix(d.day)} {d:%B} {d.year}",
    "4th of March 2025": lambda d: f"{d.day}{suffix(d.day)} of {d:%B} {d.year}",
    "March 4, 2025": lambda d: f"{d:%B} {d.day}, {d.year}",
    "Mar 4, 2025": lambda d: f"{d:%b} {d.day}, {d.year}",
    "MARCH 4, 2025": lambda d: f"{d:%B} {d.day}, {d.year}".upper(),
    "March 4th, 2025": lambda d: f"{d:%B} {d.day}{suffix(d.day)}, {d.year}",
    "Tuesday, March 4, 2025": lambda d: f"{d:%A}, {d:%B} {d.day}, {d.year}",
    "Tuesday 4 March 2025": lambda d: f"{d:%A} {d.day} {d:%B} {d.year}",
    "4. März 2025": lambda d: f"{d.day}. {GERMAN[d.month - 1]} {d.year}",
    "4 mars 2025": lambda d: f"{d.day} {FRENCH[d.month - 1]} {d.year}",
    "4 de marzo de 2025": lambda d: f"{d.day} de {SPANISH[d.month - 1]} de {d.year}",
    "2025-03-04": lambda d: f"{d.year}-{d.month:02}-{d.day:02}",
    "2025/03/04": lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    "04.03.2025": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "4.3.2025": lambda d: f"{d.day}.{d.month}.{d.year}",
}
# Forms that do not.
OPEN: dict[str, Callable[[int, int, int], str]] = {
    "3/4/2025": lambda one, two, year: f"{one}/{two}/{year}",
    "03/04/2025": lambda one, two, year: f"{one:02}/{two:02}/{year}",
    "3-4-2025": lambda one, two, year: f"{one}-{two}-{year}",
    "3/4/25": lambda one, two, year: f"{one}/{two}/{year % 100}",
}


def only(text: str, day_first: bool | None = False) -> DateMention:
    (mention,) = find_dates(f"The gate at Hallin opened on {text} to all.", day_first=day_first)
    return mention


@pytest.mark.parametrize("day_first", [False, True])
@pytest.mark.parametrize("form", NAMED)
def test_a_date_that_says_its_day_is_read_so(form: str, day_first: bool) -> None:
    for day in DAYS:
        written = NAMED[form](day)
        mention = only(written, day_first)
        assert (iso(mention), mention.ambiguous) == (day.isoformat(), False), written
        moment = parse_timestamp(written, day_first=day_first)
        assert moment is not None, written
        assert (moment.date, moment.ambiguous) == (day, False), written


@pytest.mark.parametrize("day_first", [False, True])
@pytest.mark.parametrize("form", OPEN)
def test_a_number_above_twelve_is_the_day_wherever_it_stands(form: str, day_first: bool) -> None:
    for day in CERTAIN_DAYS:
        for one, two in ((day.day, day.month), (day.month, day.day)):
            written = OPEN[form](one, two, day.year)
            mention = only(written, day_first)
            assert (iso(mention), mention.ambiguous) == (day.isoformat(), False), written
            moment = parse_timestamp(written, day_first=day_first)
            assert moment is not None, written
            assert (moment.date, moment.ambiguous) == (day, False), written


@pytest.mark.parametrize("form", OPEN)
def test_two_numbers_up_to_twelve_are_read_by_the_order_asked_for(form: str) -> None:
    for day in OPEN_DAYS:
        for day_first, (one, two) in ((True, (day.day, day.month)), (False, (day.month, day.day))):
            written = OPEN[form](one, two, day.year)
            mention = only(written, day_first)
            assert (iso(mention), mention.ambiguous) == (day.isoformat(), False), written
            moment = parse_timestamp(written, day_first=day_first)
            assert moment is not None, written
            assert (moment.date, moment.ambiguous) == (day, False), written


@pytest.mark.parametrize("form", OPEN)
def test_where_nothing_decides_the_order_two_numbers_up_to_twelve_are_marked_as_a_guess(form: str) -> None:
    for day in DAYS:
        written = OPEN[form](day.day, day.month, day.year)
        moment = parse_timestamp(written)
        assert moment is not None, written
        assert only(written, None).ambiguous == moment.ambiguous == (day in OPEN_DAYS), written


NO_YEAR: dict[str, Form] = {
    "4 March": lambda d: f"{d.day} {d:%B}",
    "4th of March": lambda d: f"{d.day}{suffix(d.day)} of {d:%B}",
    "March 4": lambda d: f"{d:%B} {d.day}",
    "Mar. 4": lambda d: f"{d:%b}. {d.day}" if d.month != 5 else f"May {d.day}",
}


@pytest.mark.parametrize("form", NO_YEAR)
def test_a_date_without_a_year_has_its_day_and_month(form: str) -> None:
    for day in DAYS:
        mention = only(NO_YEAR[form](day))
        assert (mention.month, mention.day, mention.year, mention.last_day) == (day.month, day.day, None, None), day


RANGES: dict[str, Callable[[date, int], str]] = {
    "4-6 March 2025": lambda d, last: f"{d.day}-{last} {d:%B} {d.year}",
    "4–6 March": lambda d, last: f"{d.day}–{last} {d:%B}",
    "March 4-6, 2025": lambda d, last: f"{d:%B} {d.day}-{last}, {d.year}",
    "March 4–6": lambda d, last: f"{d:%B} {d.day}–{last}",
}


@pytest.mark.parametrize("form", RANGES)
def test_a_range_has_its_first_day_its_last_day_and_its_month(form: str) -> None:
    for day in (entry for entry in DAYS if entry.day < 28):
        mention = only(RANGES[form](day, day.day + 1))
        assert (mention.month, mention.day, mention.last_day) == (day.month, day.day, day.day + 1), day
        assert not mention.impossible


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20240412", date(2024, 4, 12)),
        ("20241204", date(2024, 12, 4)),
        ("2024/4/12", date(2024, 4, 12)),
        ("2024.12.4", date(2024, 12, 4)),
        ("2024年4月12日", date(2024, 4, 12)),
        ("2024년 12월 4일", date(2024, 12, 4)),
        ("2024-04-12T13:10:00Z", date(2024, 4, 12)),
        ("4 December 24", date(2024, 12, 4)),
        ("Friday, 2024-04-12", date(2024, 4, 12)),
        ("Wednesday 2024/12/04", date(2024, 12, 4)),
    ],
)
def test_metadata_have_forms_of_their_own(text: str, day: date) -> None:
    for day_first in (False, True):
        moment = parse_timestamp(text, day_first=day_first)
        assert moment is not None
        assert (moment.date, moment.ambiguous) == (day, False)


@pytest.mark.parametrize(
    "text", ["2024-13-04", "2024-04-31", "31/4/2024", "13/13/2024", "30. Februar 2024", "20241304"]
)
def test_numbers_are_not_swapped_to_make_an_impossible_date_possible(text: str) -> None:
    assert parse_timestamp(text) is None
    assert all(mention.impossible for mention in find_dates(f"The gate opened on {text} to all."))


def test_a_point_puts_the_day_first_unless_that_is_impossible() -> None:
    assert [iso(only("04.12.2024", day_first)) for day_first in (False, True)] == ["2024-12-04"] * 2
    assert [iso(only("04.13.2024", day_first)) for day_first in (False, True)] == ["2024-04-13"] * 2


@pytest.mark.parametrize("text", ["2/31/2024", "31/2/2024"])
def test_a_day_that_no_order_makes_possible_is_still_the_day(text: str) -> None:
    mention = only(text)
    assert (mention.month, mention.day, mention.impossible) == (2, 31, True)


def test_the_month_comes_first_unless_asked_otherwise() -> None:
    assert iso(only("3/4/2024", None)) == iso(only("3/4/2024", day_first=False)) == "2024-03-04"
    moments = [parse_timestamp("3/4/2024", day_first=order) for order in (None, False)]
    assert [moment.date for moment in moments if moment] == [date(2024, 3, 4)] * 2


@pytest.mark.parametrize(("digits", "year"), [("00", 2000), ("68", 2068), ("69", 1969), ("99", 1999)])
def test_years_of_two_digits_turn_between_68_and_69(digits: str, year: int) -> None:
    assert iso(only(f"3/14/{digits}")) == f"{year}-03-14"
    moment = parse_timestamp(f"3/14/{digits}")
    assert moment is not None
    assert moment.date == date(year, 3, 14)
