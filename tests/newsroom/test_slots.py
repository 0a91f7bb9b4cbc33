"""Kinds of facts where a fact belongs, and the glosses and capitals that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.newsroom.slots import find_slots, has_capitals


def find(text: str) -> list[str]:
    words = frozenset(text.lower().replace(",", " ").replace(".", " ").split())
    return [text[start:end] for start, end, _ in sorted(find_slots(text, words, may_shout=has_capitals(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A total of [NUMBER] boats sailed.", ["[NUMBER]"]),
        ("The ship, the MV [ship], was late.", ["[ship]"]),
        ("It made £[x]m in the [xx]th year.", ["£[x]m", "[xx]th"]),
        ("The man from (town) was let go.", ["(town)"]),
        ("About (number) people came, said (name and rank).", ["(number)", "(name and rank)"]),
        ("Meet at [date, time, venue] for tea.", ["[date, time, venue]"]),
        ("The judge told DEFENDANT to sit.", ["DEFENDANT"]),
        ("The winner, AGE, left at TIME.", ["AGE", "TIME"]),
        ("It was –°C and gusts reached ??mph.", ["–°C", "??mph"]),
        ("Rooms cost €-- or £?? a night.", ["€--", "£??"]),
        ("It was bought by Company X in May.", ["Company X"]),
        ("She lives in City, State with a dog.", ["City, State"]),
        ("Write to name@address.com or see www.websitehere.org today.", ["name@address.com", "www.websitehere.org"]),
        ("Her novel, “Title”, sold well.", ["“Title”"]),
        ("The head is Ana Roe (?), who starts soon.", ["(?)"]),
        ("Prices rose x% in a year.", ["x%"]),
        ("The dog, a (breed), ran to a man in his XXs.", ["a (breed)", "his XXs"]),
        ("Ring (000) 000-0000 for the [00] tickets.", ["(000) 000-0000", "[00]"]),
    ],
)
def test_a_kind_of_fact_holds_the_place_of_one(text: str, found: list[str]) -> None:
    assert find(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The vine likes it dry. [source]",
        "The board [of the company] met, and he [the mayor] left.",
        "It opens at noon [local time] on the quay.",
        "The town (pop. 400) is near the city (see map).",
        "Every DAY counts, and this is the TIME.",
        "It costs £5 (or €6) – 20% more at 12:00.",
        "Set --profile=<name> and read [#123] first.",
        "The X Factor and Child A are names.",
        "Write to ana@port.example.com today.",
    ],
)
def test_glosses_citations_and_emphasis_are_none(text: str) -> None:
    assert find(text) == []


@given(st.lists(st.sampled_from("the (town) [NUMBER] from , told DEFENDANT . X% {name} £[x]m City, State".split())))
def test_what_is_found_lies_in_its_text(parts: list[str]) -> None:
    text = " ".join(parts)
    for start, end, _ in find_slots(text, frozenset(text.lower().split()), may_shout=True):
        assert 0 <= start < end <= len(text)
