"""Values before and after in any order, averages and ranges: what adds up is silent in every form, and what does not is
found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.numbers.averages import find_average_mismatches
from newslint.language.numbers.changes import find_changes
from newslint.language.numbers.conversions import find_conversion_mismatches
from newslint.language.numbers.figured import Figured, Mismatch, read_sentences
from newslint.language.numbers.quantities import find_quantities
from newslint.language.numbers.ranges import find_broken_ranges
from newslint.language.numbers.ratios import find_ratio_mismatches
from newslint.language.numbers.sums import judge_change
from newslint.language.units.sentences import split_sentences
from newslint.language.units.words import list_parts


def read(text: str) -> list[Figured]:
    words = frozenset(list_parts(text.lower()))
    return list(read_sentences(text, split_sentences(text), find_quantities(text), words))


def verdicts(text: str) -> list[str]:
    return [judge_change(change) for sentence in read(text) for change in find_changes(sentence)]


PAIRS = (
    "The port had {before} boats last year and {after} this year, {a} {noun} of {change}.",
    "In 2010 the port had {before} boats; today it has {after}, {a} {noun} of {change}.",
    "The port counted {after} boats, compared with {before} a year earlier, {a} {noun} of {change}.",
    "There were {after} boats against {before} in 2019, {a} {change} {noun}.",
    "The number is now {after}. It was {before} five years ago, so it has {gone} {change}.",
    "The number {gone} by {change}: {after}, {up} from {before}.",
    "The port has {after} boats. A year ago it had {before}, so the number is {up} {change}.",
    "There are {after} boats rather than {before}, {change} {more}.",
)
UP = {"a": "an", "noun": "increase", "gone": "risen", "up": "up", "more": "more"}
DOWN = {"a": "a", "noun": "drop", "gone": "fallen", "up": "down", "more": "fewer"}


@given(st.sampled_from(PAIRS), st.integers(20, 999), st.integers(20, 999))
def test_sums_fit_or_not_in_every_order(form: str, before: int, after: int) -> None:
    right = abs(after - before) / before * 100
    if right < 4:
        return
    words = UP if after > before else DOWN
    assert verdicts(form.format(before=before, after=after, change=f"{right:.1f} per cent", **words)) == ["fits"]
    assert verdicts(form.format(before=before, after=after, change=f"{right * 1.5:.1f} per cent", **words)) == ["wrong"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There were 4.2m cubic metres in May and 2.94m in August, a drop of 40 per cent.", ["wrong"]),
        ("Membership fell from 1,500 to 1,200, a fall of 25 per cent.", ["wrong"]),
        ("Membership fell from 1,500 to 1,200, a fall of 19 per cent.", ["fits"]),
        ("The award is worth twice as much as before, £15,000 against £10,000.", ["wrong"]),
        ("At £90, a ticket costs three times the £40 of 2010.", ["wrong"]),
        ("At £90, a ticket costs three times the £30 of 2010.", ["fits"]),
        ("Sales rose 20 per cent to £50m, while profit went from £4m to £3m.", []),
        ("Crime fell 10 per cent between 2019 and 2022, after a rise from 400 to 520 offences.", []),
        ("Profit grew 10 per cent to $22m, compared with $25m forecast by analysts.", []),
        ("It took three hours, down from 4.3, and a 27 per cent improvement in speed.", []),
        ("He said that it rose 20 per cent, from £40m to £50m, but the true figure is 25.", []),
        ("Deaths on the road doubled: 16 in 2021, 24 in 2022.", ["wrong"]),
        ("Spending is $9,000, a 25 per cent increase over the $7,500 spent in 2015.", ["wrong"]),
        ("The fee was £40 until May; it is now £50, an increase of 20 per cent.", ["wrong"]),
        ("The club sold 200 tickets, against 150 sold by its rival, up 5 per cent.", []),
        ("In May 40 firms closed and 65 opened, up 20 per cent on April.", []),
        ("The queue rose in ten years, from 10 weeks to 14 weeks, by 60 per cent.", []),
    ],
)
def test_orders_and_near_misses(text: str, found: list[str]) -> None:
    assert verdicts(text) == found


AVERAGES = (
    "The {count} riders raised £{total}, or £{each} each.",
    "With {total} goals in {count} matches he has a rate of {each} a match.",
    "They walked {total} miles in {count} days, {each} miles a day.",
    "The {count} farms cover {total} hectares, an average of {each} hectares.",
    "In all {count} families were paid £{total}. That works out at £{each} per family.",
)


def averages(text: str) -> list[Mismatch]:
    return [found for sentence in read(text) for found in find_average_mismatches(sentence)]


@given(st.sampled_from(AVERAGES), st.integers(3, 90), st.integers(11, 900))
def test_an_average_is_total_by_number(form: str, count: int, each: int) -> None:
    assert not averages(form.format(count=count, total=f"{count * each:,}", each=f"{each:,}"))
    assert [
        found.stated for found in averages(form.format(count=count, total=f"{count * each:,}", each=f"{each * 2:,}"))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The city bought 120 buses for $60m, with chargers at $60,000 each.",
        "The team has 11 players and $22m, with the best paid $6m each.",
        "He earns $52,000 a year, or $25 an hour.",
        "The plant made 250,000 cars last year, or 1,000 a day.",
        "The 12 members gave 30 speeches, three each on the first day.",
        "A fine of $2m for 80 breaches could have been $50,000 per breach.",
    ],
)
def test_what_is_no_average_of_a_sentence(text: str) -> None:
    assert not averages(text)


@given(st.integers(2, 400), st.integers(2, 400))
def test_counts_and_their_percentage(part: int, more: int) -> None:
    whole = part + more
    share = round(part / whole * 100)
    form = "It says that {part} of the {whole} trees, {share} per cent, are ill."
    found = [list(find_ratio_mismatches(one)) for one in read(form.format(part=part, whole=whole, share=share))]
    assert not any(found)
    if share <= 70:
        found = [list(find_ratio_mismatches(one)) for one in read(form.format(part=part, whole=whole, share=share + 8))]
        assert any(found)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("A majority of voters, 46 per cent, said yes.", True),
        ("A majority of voters, 56 per cent, said yes.", False),
        ("Almost all of the members, 49 per cent, agreed.", True),
        ("A minority, 61 per cent, agreed.", True),
        ("The party won a majority, with 46 per cent of the vote.", False),
        ("Nearly three-quarters (64 per cent) agreed.", True),
        ("Nearly half (46 per cent) agreed.", False),
        ("Just over a tenth, 21 per cent, agreed.", True),
    ],
)
def test_shares_in_words(text: str, *, is_wrong: bool) -> None:
    assert any(list(find_ratio_mismatches(sentence)) for sentence in read(text)) == is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("Winds reached 80mph (108km/h).", True),
        ("Winds reached 80mph (130km/h).", False),
        ("Half an ounce (24 grams) is enough.", True),
        ("Half an ounce (14 grams) is enough.", False),
        ("It holds 50 gallons, about 289 litres.", True),
        ("It holds 50 gallons, 289 bottles.", False),
    ],
)
def test_conversions(text: str, *, is_wrong: bool) -> None:
    assert any(list(find_conversion_mismatches(sentence)) for sentence in read(text)) == is_wrong


ENDS = ("{}", "£{}", "{} miles", "{} per cent", "{}kg")
NAMED = ("Monday", "May", "noon", "8am", "3 March", "spring 2019")


@given(st.sampled_from(ENDS), st.integers(2, 400), st.integers(1, 400), st.sampled_from(NAMED), st.sampled_from(NAMED))
def test_ranges_and_their_words(form: str, low: int, more: int, one: str, other: str) -> None:
    for first, second in ((form.format(low), form.format(low + more)), (one, other)):
        assert [*find_broken_ranges(f"It takes between {first} to {second}.")]
        assert not [*find_broken_ranges(f"It takes between {first} and {second}.")]
        assert not [*find_broken_ranges(f"It goes from {first} to {second}.")]
    assert [*find_broken_ranges(f"It is shut from {one}–{other}.")]


@pytest.mark.parametrize(
    "text",
    [
        "Offers came from 10-15 clubs.",
        "A letter from 1939-40 was found.",
        "She came back from 2-4 down.",
        "The hall has a range of 1920s and 1930s lamps.",
        "The link between five to ten cups of tea and long life is weak.",
        "Talks between the two towns to the north went on.",
        "The dispute between the council to the north and the one to the south went on.",
    ],
)
def test_what_is_no_broken_range(text: str) -> None:
    assert not [*find_broken_ranges(text)]
