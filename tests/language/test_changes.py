"""Changes and their two values: any true sum fits, whatever its form, and wrong ones do not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.numbers.changes import find_changes
from newslint.language.numbers.falls import find_falls
from newslint.language.numbers.figured import Figured, read_figured
from newslint.language.numbers.hidden import find_hidden
from newslint.language.numbers.quantities import find_quantities
from newslint.language.numbers.sums import judge_change, show, tell_change

FORMS = (
    "The number {rose} {change}, from {before} to {after}.",
    "The number {rose} by {change} in ten years, to {after} from {before}.",
    "The number went from {before} in May to {after} in June, {a} {noun} of {change}.",
    "The number went from {before} to {after} — {a} {change} {noun}.",
    "The number {rose} to {after}, {up} {change} from {before} a year earlier.",
    "The {change} {noun} from {before} to {after} surprised the port.",
    "The number went from {before} to {after}. That is {a} {noun} of {change}.",
    "The number stood at {after}, {change} {more} than the {before} of last year.",
)
UP = {"rose": "rose", "a": "an", "noun": "increase", "up": "up", "more": "more"}
DOWN = {"rose": "fell", "a": "a", "noun": "drop", "up": "down", "more": "fewer"}


def figured(text: str) -> Figured:
    return read_figured(text, 0, len(text), find_quantities(text), with_shares=True)


def verdicts(text: str) -> list[str]:
    return [judge_change(change) for change in find_changes(figured(text))]


def write(form: str, before: int, after: int, change: str) -> str:
    words = UP if after > before else DOWN
    return form.format(before=f"{before:,}", after=f"{after:,}", change=change, **words)


@given(st.sampled_from(FORMS), st.integers(2, 999), st.integers(2, 999), st.integers(0, 1))
def test_a_true_sum_fits_in_every_form(form: str, before: int, after: int, places: int) -> None:
    if before == after:
        return
    change = f"{abs(after - before) / before * 100:.{places}f} per cent"
    assert verdicts(write(form, before, after, change)) == ["fits"]


@given(st.sampled_from(FORMS), st.integers(20, 999), st.integers(20, 999))
def test_half_as_much_again_is_found_in_every_form(form: str, before: int, after: int) -> None:
    right = abs(after - before) / before * 100
    if right > 4:
        assert verdicts(write(form, before, after, f"{right * 1.5:.0f} per cent")) == ["wrong"]


@given(st.sampled_from(FORMS), st.integers(30, 900), st.integers(30, 900))
def test_a_difference_of_shares_is_points(form: str, before: int, after: int) -> None:
    difference = abs(after - before) / 10
    if difference < 3 or abs(after - before) / before * 100 < difference * 1.3:
        return
    words = UP if after > before else DOWN
    values = {"before": f"{before / 10} per cent", "after": f"{after / 10} per cent"}
    told = form.format(change=f"{difference:.1f} per cent", **values, **words)
    assert verdicts(told) == ["points"]
    told = form.format(change=f"{difference:.1f} percentage points", **values, **words)
    assert verdicts(told) == ["fits"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sales doubled from 40 to 79.", ["fits"]),
        ("Sales doubled from 40 to 60.", ["wrong"]),
        ("Sales more than doubled, from 40 to 78.", ["wrong"]),
        ("Sales almost doubled, from 40 to 78.", ["fits"]),
        ("Sales halved from 80 to 41.", ["fits"]),
        ("Sales halved from 80 to 60.", ["wrong"]),
        ("There were 65, double the 40 of last year.", ["wrong"]),
        ("There were 81, more than double the 40 of last year.", ["fits"]),
        ("Visits fell by a third, from 1,200 to 800.", ["fits"]),
        ("Visits fell by a third, from 1,200 to 600.", ["wrong"]),
        ("Visits rose by a third, from 1,200 to 800.", ["direction"]),
        ("Revenue rose 28 per cent, from $1.2bn to $1.5bn.", ["fits"]),
        ("Revenue rose 12 per cent, from $1.2bn to $1.5bn.", ["wrong"]),
        ("Trips rose 10 per cent, from 5,000 to 5,550.", ["fits"]),
        ("The index lost 300 points, or 1 per cent, to 29,700.", ["fits"]),
        ("The index lost 300 points, or 10 per cent, to 29,700.", ["wrong"]),
        ("Wages rose 2 per cent a year, from $400 to $500.", []),
        ("Use rose 20 per cent among people aged from 18 to 65.", []),
        ("Use rose 20 per cent from 1850 to 1890.", []),
        ("Use rose 20 per cent from $5 to 8 km.", []),
        ("Use rose 20 per cent and the price went from 50 to 65.", []),
        ("Use rose 20 per cent; the price went from 50 to 65.", []),
    ],
)
def test_forms_bounds_and_other_things(text: str, found: list[str]) -> None:
    assert verdicts(text) == found


def test_the_sum_is_told_as_readers_would_say_it() -> None:
    told = [tell_change(change) for change in find_changes(figured("It rose 9 per cent, from 3,000 to 4,001."))]
    assert told == ["a rise of 33.4 per cent"]
    assert [show(Decimal(value)) for value in ("12345.67", "0.255", "3", "40.0")] == ["12,345.7", "0.26", "3", "40"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The jobless rate rose 0.2 per cent to 5.4 per cent.", 1),
        ("The bank cut its base rate by 0.25 per cent to 4.75 per cent.", 1),
        ("The jobless rate rose 10 per cent to 5.5 per cent.", 0),
        ("The tax rose 2 per cent to 6 per cent in most towns.", 0),
        ("Output grew 0.2 per cent to 5.4 per cent above the peak.", 0),
    ],
)
def test_a_change_of_a_rate_that_its_level_would_hide(text: str, count: int) -> None:
    assert len(list(find_hidden(figured(text)))) == count


@given(
    st.text("rose fell by from to 0123456789 per cent%,.–()$£ a of an increase doubled half one in five ", max_size=80)
)
def test_any_text_can_be_read(text: str) -> None:
    sentence = figured(text)
    for change in find_changes(sentence):
        assert 0 <= change.start < change.end <= len(text)
        assert judge_change(change)
        assert tell_change(change)
    for figure in sentence.figures:
        assert 0 <= figure.start <= figure.quantity.start < figure.end <= len(text)
    assert sentence.text.count(".") <= text.count(".")
    assert all(fall.start < fall.end for fall in find_falls(text, 0, len(text), find_quantities(text)))
