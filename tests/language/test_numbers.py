"""Quantities: the forms that are read, what is no quantity, which agree, and that any text can be
searched.
"""

from decimal import Decimal
from functools import partial

import pytest
from benchmarks.pathologies import is_linear, repeat
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.numbers.quantities import Quantity, find_quantities, is_same_quantity


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value", "kind", "name"),
    [
        ("The town lost 1,200,000 trees.", "1,200,000", "1200000", "plain", None),
        ("The town lost 1.2 million trees.", "1.2 million", "1200000", "plain", None),
        ("The app has 1.2m users.", "1.2m", "1200000", "plain", None),
        ("The dam cost $1.2bn in all.", "$1.2bn", "1200000000", "money", "USD"),
        ("The dam cost US$5 million.", "US$5 million", "5000000", "money", "USD"),
        ("The dam cost £3.5m.", "£3.5m", "3500000", "money", "GBP"),
        ("The dam cost Rs 5 crore.", "Rs 5 crore", "50000000", "money", "INR"),
        ("The dam cost ₹2 lakh.", "₹2 lakh", "200000", "money", "INR"),
        ("It cost 20 euros.", "20 euros", "20", "money", "EUR"),
        ("It cost EUR 40.", "EUR 40", "40", "money", "EUR"),
        ("It cost 50 cents.", "50 cents", "0.5", "money", "USD"),
        ("It serves 1,00,000 homes.", "1,00,000", "100000", "plain", None),
        ("It serves 12\u00a0000 homes.", "12\u00a0000", "12000", "plain", None),
        ("Rates rose 3.5 percent.", "3.5 percent", "3.5", "percent", None),
        ("Rates rose 4 per cent.", "4 per cent", "4", "percent", None),
        ("Rates rose 5%.", "5%", "5", "percent", None),
        ("Rates fell -2%.", "-2%", "-2", "percent", None),
        ("Rates rose 2 percentage points.", "2 percentage points", "2", "percentage-point", None),
        ("The ship held five tonnes of coal.", "five tonnes", "5", "measure", "tonne"),
        ("The ship held 5 metric tons of coal.", "5 metric tons", "5", "measure", "tonne"),
        ("It was -5°C there.", "-5°C", "-5", "measure", "degree Celsius"),
        ("Winds of 60 mph blew.", "60 mph", "60", "measure", "mile per hour"),
        ("The wall is 5m tall.", "5m", "5", "measure", "metre"),
        ("They met twenty-three men.", "twenty-three", "23", "plain", None),
        ("They bought a dozen eggs.", "a dozen", "12", "plain", None),
        ("They bought half a million eggs.", "half a million", "500000", "plain", None),
        (
            "It has three thousand two hundred and one seats.",
            "three thousand two hundred and one",
            "3201",
            "plain",
            None,
        ),
        ("It cost two million euros.", "two million euros", "2000000", "money", "EUR"),
        ("It lies one mile off.", "one mile", "1", "measure", "mile"),
        ("In the 21st century", "21st", "21", "ordinal", None),
        ("On her thirty-third try", "thirty-third", "33", "ordinal", None),
    ],
)
def test_a_quantity_is_found_with_its_words(text: str, words: str, value: str, kind: str, name: str | None) -> None:
    found = only(text)
    assert text[found.start : found.end] == words
    assert (found.value, found.kind, found.unit or found.currency) == (Decimal(value), kind, name)


@pytest.mark.parametrize(
    "text",
    [
        "The G20 met; COVID-19 spread; an F-16 and a 5G mast.",
        "A Boeing 737 landed on Route 66.",
        "See Section 5, page 3 and No. 10.",
        "Open 24/7, half past 9:40, at 5 p.m. or 7.30pm",
        "The 2024 vote and the 1990s; in 2019 it rained.",
        "It rained on 24 November 2025 and Nov. 3.",
        "Call 555-1234, 020 7946 0000 or +44 20 7946 0000.",
        "They won 3-2 and lost 24–20.",
        "Version 1.2.3 is out.",
        "3. Who pays for the class of ’12?",
        "The record id is 667777348029292544.",
        "One of them left; no one stayed; zero tolerance.",
        "A third of them, two-thirds of us, the second man.",
        "https://example.org/2024/05/12-items-737.html?id=99",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert [text[item.start : item.end] for item in find_quantities(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "about 300 men",
        "more than 300 men",
        "nearly $300",
        "300 or so men",
        "300-odd men",
        "300+ men",
        "an estimated 300 men",
    ],
)
def test_words_that_make_a_number_inexact(text: str) -> None:
    assert only(text).approximate


def test_an_exact_number_is_not_marked_inexact() -> None:
    assert not only("Without 300 men").approximate
    assert not only("They moved 300 men").approximate


def test_the_first_number_of_a_range_takes_scale_and_unit_of_the_second() -> None:
    low, high = find_quantities("It costs $5-6 million.")
    assert (low.value, high.value) == (Decimal(5_000_000), Decimal(6_000_000))
    assert low.currency == high.currency == "USD"
    low, high = find_quantities("It lies 5 to 10 km away.")
    assert low.unit == high.unit == "kilometre"
    low, high = find_quantities("It grew 20–30% a year.")
    assert low.kind == high.kind == "percent"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("1.2m users", "1,200,000 users", True),
        ("1.2 million users", "1.2m users", True),
        ("1.2 million users", "1,234,567 users", True),
        ("1.2 million users", "1,284,567 users", False),
        ("nearly 1,300 homes", "1,284 homes", True),
        ("1,300 homes", "1,284 homes", False),
        ("$1,300", "$1,284", True),
        ("$280K", "$279,361", True),
        ("£200,000", "£199,800", True),
        ("£200,000", "£194,800", False),
        ("£40,000", "£44,000", False),
        ("5 percent", "5 percentage points", False),
        ("$5", "£5", False),
        ("5 km", "5 miles", False),
        ("12 men", "a dozen men", True),
        ("about 300 men", "450 men", False),
    ],
)
def test_which_quantities_can_state_the_same_fact(first: str, second: str, same: bool) -> None:
    assert is_same_quantity(only(first), only(second)) is same
    assert is_same_quantity(only(second), only(first)) is same


def test_a_tolerance_is_a_share_of_the_larger_value() -> None:
    assert is_same_quantity(only("100 men"), only("98 men"), tolerance=0.02)
    assert not is_same_quantity(only("100 men"), only("97 men"), tolerance=0.02)


_PIECES = st.lists(
    st.sampled_from(
        [
            "$",
            "£",
            "1",
            "12",
            ",000",
            ".5",
            " ",
            "-",
            "–",
            " to ",
            "million",
            "bn",
            "m",
            "%",
            " per cent",
            "one",
            "hundred",
            " and ",
            "twenty",
            "dozen",
            "a ",
            "half ",
            "km",
            "th",
            "third",
            "Rs ",
            "USD",
            "+",
            "about ",
            "°C",
            "²",
        ]
    )
).map("".join)


@given(_PIECES | st.text())
def test_spans_are_ordered_disjoint_and_in_range(text: str) -> None:
    last = 0
    for item in find_quantities(text):
        assert last <= item.start < item.end <= len(text)
        assert is_same_quantity(item, item)
        last = item.end


def test_long_runs_take_linear_time() -> None:
    for unit in (
        "1",
        "1,",
        "1,000",
        "-1",
        "$",
        " ",
        "one ",
        "hundred ",
        "a hundred ",
        "12 ",
        "twenty-",
        "1.",
        "0800 ",
    ):
        assert is_linear(partial(repeat, unit), find_quantities), unit
