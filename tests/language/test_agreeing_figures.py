"""Figures of one sentence that must agree: right ones are let be, wrong ones are found, with what they make."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.numbers.breakdowns import find_breakdown_mismatches
from newslint.language.numbers.conversions import (
    find_conversion_mismatches,
    find_money_conversions,
    find_scale_mismatches,
)
from newslint.language.numbers.divisions import find_division_mismatches
from newslint.language.numbers.figured import Figured, Mismatch, read_figured
from newslint.language.numbers.margins import find_margin_mismatches, find_votes_beyond
from newslint.language.numbers.parts import find_part_mismatches, find_share_mismatches
from newslint.language.numbers.quantities import find_quantities
from newslint.language.numbers.ranges import find_broken_ranges
from newslint.language.numbers.ratios import find_ratio_mismatches
from newslint.language.numbers.repeated import find_counted, find_results
from newslint.language.numbers.tables import find_total_mismatches
from newslint.language.numbers.wholes import find_whole_mismatches

FINDERS: tuple[Callable[[Figured], Iterator[Mismatch]], ...] = (
    find_ratio_mismatches,
    find_conversion_mismatches,
    find_scale_mismatches,
    find_part_mismatches,
    find_share_mismatches,
    find_division_mismatches,
    find_margin_mismatches,
)


def figured(text: str) -> Figured:
    return read_figured(text, 0, len(text), find_quantities(text), with_shares=True)


@pytest.mark.parametrize(
    "text",
    [
        "75 percent of trawlermen said yes, but 55 percent of all skippers said no",
        "Female sailors preferred Roe 51 percent to 24 percent, male sailors Doe 57 percent to 22 percent",
        "Support was 75 percent overall and 48 percent among miners opposed it",
        "Men gave the plan 60 percent, women 55 percent",
    ],
)
@pytest.mark.parametrize("space", [" ", "\u00a0"])
def test_shares_of_two_groups_are_not_added_whatever_the_space(text: str, space: str) -> None:
    assert not list(find_share_mismatches(figured(text.replace(" ", space))))


@pytest.mark.parametrize(
    "text", ["Rs 3 lakh crores", "two lakh crores of rupees", "lakh crores", "3-lakh-crores of it"]
)
def test_lakh_crores_are_read(text: str) -> None:
    assert all(each.value > 0 for each in find_quantities(text))


def faults(text: str) -> list[tuple[str, str]]:
    sentence = figured(text)
    return [(found.stated, found.right) for find in FINDERS for found in find(sentence)]


@given(st.integers(1, 500), st.integers(1, 500), st.integers(-400, 400))
def test_parts_are_added_up(men: int, women: int, more: int) -> None:
    total = men + women + more
    if total < 2 or not (men > 1 and women > 1):
        return
    text = f"The ferry carried {total} people, {men} men and {women} women."
    is_far = not total / 2 <= men + women <= total * 2
    assert bool(faults(text)) is (more != 0 and not is_far)


@given(st.integers(2, 200), st.integers(1, 400))
def test_what_each_costs_is_worked_out(count: int, each: int) -> None:
    right = f"The club bought {count} boats for ${count * each:,}, or ${each} each."
    wrong = f"The club bought {count} boats for ${count * each:,}, or ${each * 2} each."
    assert not faults(right)
    assert faults(wrong) or each * 2 < 2


@given(st.integers(1000, 90_000), st.integers(1000, 90_000), st.integers(0, 1))
def test_a_margin_is_the_difference(one: int, two: int, slip: int) -> None:
    high, low = max(one, two) * 10 + 1, min(one, two) * 10 + 3
    if high <= low:
        return
    margin = high - low + slip * (high - low) // 2
    assert bool(faults(f"She won {high:,} to {low:,}, a margin of {margin:,} votes.")) is (margin != high - low)


@given(
    st.integers(3, 900),
    st.sampled_from([("miles", "km", 1.609344), ("acres", "hectares", 0.404686), ("kg", "lb", 2.20462)]),
)
def test_a_conversion_that_is_rounded_is_right_and_one_a_third_too_large_is_not(
    value: int, units: tuple[str, str, float]
) -> None:
    own, other, factor = units
    converted = value * factor
    assert not faults(f"It measured {value} {own} ({converted:.0f} {other}).") or converted < 10
    if converted * 0.33 > 5:
        assert faults(f"It measured {value} {own} ({converted * 1.33:.0f} {other}).")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One in five (25 %) said no.", [("One in five", "20 per cent")]),
        ("One in five (21 %) said no.", []),
        ("About a third (36 %) said no.", []),
        ("Nearly half (52 %) said no.", [("Nearly half", "50 per cent")]),
        ("Fewer than half (12 %) said no.", []),
        ("Six in ten men and 40 per cent of women said no.", []),
        ("It was 30C (95F).", [("95F", "86 degrees Fahrenheit")]),
        ("It was 30C (86F), 2C (3.6F) more than usual.", []),
        ("The walk is 10 miles (90 minutes).", []),
        ("The walk is 10 to 12 miles (16 to 19 km).", []),
        ("He is 6ft 2in (1.98m) tall.", [("1.98m", "1.88 metres")]),
        ("The wall is 3m (10ft) high.", []),
        ("The wall is 3m (20ft) high.", [("20ft", "9.84 feet")]),
        ("It cost Rs 5 crore (Rs 500 million).", [("Rs 500 million", "50 million")]),
        ("It cost Rs 1.2 lakh crore (Rs 1.2 trillion).", []),
        ("Firms paid $507m, $26m and $4m, a total of $538m.", []),
        ("Firms paid $507m, $26m and $4m, a total of $548m.", [("$548m", "$537 million")]),
        ("Of the 40 boats, 25 were saved and the other ten sank.", [("40", "35")]),
        ("Of the 22 pupils, 12 like maths and 15 like art.", []),
        ("Ten people died, including six men and seven women.", [("Ten", "13")]),
        ("Ten people died, including two men and three women.", []),
        ("Some 48% said yes, 39% said no and 18% were unsure.", [("18%", "105 per cent")]),
        ("Some 48% said yes, 39% said no and 14% were unsure.", []),
        ("Some 60% of men and 55% of women said yes, and 40% said no.", []),
        ("She won 78-70, by ten points.", [("ten", "8")]),
        ("She won by 20 minutes in 2010 to 2012.", []),
    ],
)
def test_forms_and_what_looks_like_them(text: str, found: list[tuple[str, str]]) -> None:
    assert faults(text) == found


def test_votes_beyond_the_members_of_one_body() -> None:
    assert [each.stated for each in find_votes_beyond("The seven-member board voted 5-3 to sell.")] == ["5-3"]
    assert not list(find_votes_beyond("The seven-member board voted 4-3 to sell."))
    assert not list(find_votes_beyond("The seven-member board met. The nine-member council voted 5-3."))


def test_a_column_makes_its_total_but_for_rounding() -> None:
    head = ["Town", "Boats", "Share", "Cost"]
    rows = [["Tarrow", "12", "40%", "1.3"], ["Hallin", "9", "31%", "2.3"], ["Sandside", "4", "20%", "1.1"]]
    assert not list(find_total_mismatches([*rows, ["Total", "25", "91%", "4.8"]], head))
    wrong = list(find_total_mismatches([*rows, ["Total", "26", "99%", "4.7"]], head))
    assert [(each.row, each.column, each.right) for each in wrong] == [(3, 1, "25")]
    assert not list(find_total_mismatches([*rows, ["Average", "8", "30%", "1.6"]], head))
    assert not list(find_total_mismatches([*rows, ["Subtotal", "25", "", ""], ["Total", "30", "", ""]], head))
    assert not list(find_total_mismatches([*rows, ["Total", "80", "", "many"]], head))


def test_money_is_compared_by_its_rate() -> None:
    found = list(find_money_conversions(figured("It paid £8m ($10m) for the yard.")))
    assert [(int(each.one.value), int(each.two.value)) for each in found] == [(8_000_000, 10_000_000)]
    assert not list(find_money_conversions(figured("It paid £8m ($10m) in 1990.")))


def test_what_is_counted_and_what_is_taken_up() -> None:
    def read(text: str) -> list[tuple[str, bool]]:
        return [(each.key, each.is_known) for each in find_counted(text, 0, len(text), find_quantities(text))]

    assert read("Twelve people died.") == [("dead", False)]
    assert read("It killed 12 men.") == [("dead", False)]
    assert read("They mourn the 14 dead.") == [("dead", True)]
    assert read("They count the 14 deaths in the north.") == [("dead", False)]
    assert read("More than 14 people died, and about 20 boats sank.") == []
    text = "They called the 4-2 win over Hallin better than the 3-1 defeat."
    assert [(each.figures, each.is_known) for each in find_results(text, 0, len(text))] == [
        ((4, 2), False),
        ((3, 1), True),
    ]


@given(
    st.text(
        "one in five half (%) 0123456789 per cent km miles and , men women $m a total of to won by – 3-2 each for",
        max_size=90,
    )
)
def test_any_text_can_be_read(text: str) -> None:
    sentence = figured(text)
    for find in FINDERS:
        for found in find(sentence):
            assert 0 <= found.start < found.end <= len(text)
            assert found.stated
            assert found.right
    list(find_money_conversions(sentence))
    list(find_votes_beyond(text))
    list(find_counted(text, 0, len(text), find_quantities(text)))
    list(find_results(text, 0, len(text)))
    list(find_broken_ranges(text))


@given(st.lists(st.integers(5, 300), min_size=2, max_size=5), st.integers(-40, 40))
def test_a_list_behind_a_total_is_wrong_if_it_makes_another_sum(parts: list[int], off: int) -> None:
    towns = ["Tarrow", "Hallin", "Sandside", "Ely", "Goole"]
    items = [f"{part} in {town}" for part, town in zip(parts, towns, strict=False)]
    total = sum(parts) + off
    if total >= 1000 or not 0.7 < sum(parts) / max(total, 1) < 1.6:
        return
    text = f"There are {total} boats, {', '.join(items[:-1])} and {items[-1]}."
    assert bool(list(find_breakdown_mismatches(figured(text)))) == (off != 0)


@given(st.lists(st.integers(5, 60), min_size=3, max_size=5))
def test_listed_shares_are_wrong_if_they_make_somewhat_more_than_all(parts: list[int]) -> None:
    stuffs = ["clay", "sand", "peat", "lime", "chalk"]
    items = [f"{part} percent {stuff}" for part, stuff in zip(parts, stuffs, strict=False)]
    found = list(find_whole_mismatches(figured(f"The mix is {', '.join(items[:-1])} and {items[-1]}.")))
    assert bool(found) == (102 < sum(parts) <= 122)


@pytest.mark.parametrize(
    "text",
    [
        "Turnout was 61 per cent, and 53 per cent of those voted no.",
        "Men took 60 percent for Roe, women 58 percent.",
        "The yes camp had 51 per cent in March and 57 per cent in May.",
        "Of men 72 per cent and of women 38 per cent smoked in 1950.",
        "Growth was 48 per cent in boats, 40 per cent in sails and 18 per cent in ropes.",
        "He owned 12 boats, 7 at the quay and 2 of them new.",
        "The town has 60 boats, 35 of them old and 40 of them red.",
        "She ran 20 miles in May, 14 in June and nine in July.",
        "Hurun puts it at $6.5 billion, Forbes says it is $4.5 billion and Wealth has it at $4.5 billion.",
    ],
)
def test_what_is_no_breakdown_is_let_be(text: str) -> None:
    assert not [*find_whole_mismatches(figured(text)), *find_breakdown_mismatches(figured(text))]
