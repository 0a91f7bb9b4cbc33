"""Spans of days and of figures: how they are read, and which of them run backwards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.dates.anniversaries import find_anniversary
from newslint.language.dates.deadlines import find_deadlines
from newslint.language.dates.durations import find_agos
from newslint.language.dates.mentions import find_dates
from newslint.language.dates.ranges import find_backward_days, find_backward_hours, find_backward_years
from newslint.language.dates.spans import find_spans
from newslint.language.dates.tenses import find_told_dates
from newslint.language.numbers.descending import find_backward_numbers, find_falling_ranges
from newslint.language.numbers.quantities import find_quantities

_DAYS = st.integers(1, 28)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("from 18 to 20 May", (None, 5, 18), (None, 5, 20)),
        ("from the 18th to the 20th of May 2024", (2024, 5, 18), (2024, 5, 20)),
        ("between May 18 and 20, 2024", (2024, 5, 18), (2024, 5, 20)),
        ("May 18-20", (None, 5, 18), (None, 5, 20)),
        ("18–20 May 2024", (2024, 5, 18), (2024, 5, 20)),
        ("from Thursday, 19 June, to Sunday, 22 June", (None, 6, 19), (None, 6, 22)),
        ("12 June 2024 until 5 July 2025", (2024, 6, 12), (2025, 7, 5)),
        ("from May to March 2022", (None, 5, None), (2022, 3, None)),
        ("from September 2021 to May 2022", (2021, 9, None), (2022, 5, None)),
    ],
)
def test_a_span_is_read_in_every_form(text: str, first: tuple[int], last: tuple[int]) -> None:
    (span,) = find_spans(text, find_dates(text))
    assert (tuple(span.first), tuple(span.last)) == (first, last)
    assert text[span.start : span.end] == text


@given(_DAYS, _DAYS)
def test_a_span_of_days_runs_backwards_where_it_ends_before_it_begins(first: int, last: int) -> None:
    for text in (
        f"The trial runs from {first} to {last} May.",
        f"The trial runs from May {first} to {last}.",
        f"The trial runs between {first} May and {last} May 2024.",
        f"Auditions: {first}-{last} January, in the mill.",
    ):
        places = list(find_backward_days(text, find_dates(text)))
        assert bool(places) is (last < first)
        assert all(text[start:end].strip() == text[start:end] for start, end in places)


@given(st.integers(2, 90), st.integers(2, 90))
def test_a_span_of_figures_runs_backwards_where_the_first_is_larger(first: int, last: int) -> None:
    for text in (
        f"Waves of {first} to {last} feet are expected.",
        f"Between {first} and {last} people came.",
        f"Rooms cost from £{first} to £{last} a night.",
    ):
        assert bool(list(find_falling_ranges(text, find_quantities(text)))) is (last < first)
    text = f"The club is for children aged {first} to {last}."
    assert bool(list(find_backward_numbers(text))) is (last < first)


@pytest.mark.parametrize(
    "text",
    [
        "Unemployment fell from 9 to 7 per cent.",
        "Voters back her by 45 to 38 per cent.",
        "She led him 56 percent to 32 percent.",
        "The odds are 5 to 2, and they won 3 to 1.",
        "The gap between 30 and 20 per cent is wide.",
        "They cut the dose, 40 to 20 milligrams.",
    ],
)
def test_votes_odds_and_falls_are_no_spans(text: str) -> None:
    assert not list(find_falling_ranges(text, find_quantities(text)))
    assert not list(find_backward_numbers(text))


@pytest.mark.parametrize(
    ("text", "is_backward"),
    [
        ("The bar serves from 11am to 1am.", False),
        ("Trains run from 5am to 1am.", False),
        ("Soup is handed out from 11 a.m. to 9 a.m. here.", True),
        ("The town library is open 18:00–09:30.", True),
        ("The bar is open 18:00–02:30.", False),
        ("She lived there from early 2019 to late 2014.", True),
        ("The archive covers the years 1968-1953.", True),
        ("The temple stood from 2019 to 2014 BC.", False),
        ("He played between the 1990s and the 1980s.", True),
    ],
)
def test_a_night_may_lie_between_hours_and_years_go_on(text: str, is_backward: bool) -> None:
    assert bool([*find_backward_hours(text), *find_backward_years(text)]) is is_backward


@given(_DAYS, _DAYS)
def test_the_last_day_for_something_is_after_its_event(last: int, event: int) -> None:
    for text in (
        f"Email Jo by {last} March to take part in the beach clean on {event} March.",
        f"Register by April {last} for the April {event} rabies clinic.",
        f"Bids are due by Feb. {last} and will be opened in public on Feb. {event}.",
        f"The hearing is on 3-{max(3, event)} June. Objections must be lodged no later than {last} June.",
    ):
        is_late = last > event and not ("3-" in text and last <= max(3, event))
        assert bool(find_deadlines(text, find_dates(text))) is is_late


@pytest.mark.parametrize(
    ("text", "is_to_come"),
    [
        ("On 14 August 2025, a lorry hit the bridge.", False),
        ("In August 2025 the firm collapsed with debts.", False),
        ("Since September 2025 she has led the union.", False),
        ("On 3 May 2025 the club will unveil its kit.", True),
        ("Traders have until 30 April 2025 to reply.", True),
        ("He is due in court on 6 May 2025.", True),
        ("The deadline for bids is 2 June 2025.", True),
        ("The mill opens on 3 March 2025.", True),
        ("Police arrested two men on 30 July 2025.", False),
        ("The film opens on 3 March 2025 in a bar.", None),
        ("The council approved a march on 5 July 2025.", None),
        ("In July 2025, if it rains, the fair moved indoors.", None),
    ],
)
def test_a_verb_tells_whether_its_day_is_to_come(text: str, is_to_come: bool | None) -> None:
    told = [each.is_to_come for each in find_told_dates(text, find_dates(text))]
    assert told == ([] if is_to_come is None else [is_to_come])


@given(st.integers(2, 60), st.integers(1960, 2025))
def test_years_ago_are_read_with_any_form_of_their_date(years: int, year: int) -> None:
    for text in (
        f"It shut {years} years ago, in {year}.",
        f"It shut {years} years ago this week, on 10 June {year}.",
        f"It shut in May {year}, just {years} years ago.",
        f"The last flood, in {year}, was {years} years ago.",
        f"It is {years} years since the pit shut in {year}.",
    ):
        (ago,) = find_agos(text)
        assert (ago.years, ago.year) == (years, year)


@pytest.mark.parametrize(
    ("text", "years", "begun"),
    [
        ("The bridge opened in 1955 and turns 60 this year.", 60, 1955),
        ("The library, built in 1905, is 100 this year.", 100, 1905),
        ("They wed in 1960 and kept their diamond wedding in 2010.", 60, 1960),
        ("In 2012 the store marked 150 years since it opened in 1852.", 150, 1852),
        ("The 1916 battle was marked on its 80th anniversary in 2016.", 80, 1916),
    ],
)
def test_anniversaries_are_read_with_their_beginning(text: str, years: int, begun: int) -> None:
    found = find_anniversary(text)
    assert found is not None
    assert (found.years, found.begun) == (years, begun)
