"""What is learned of remarks: laws of the weights and of what is cut from a block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.newsroom.remark_features import find_features
from newslint.newsroom.remark_words import REGISTERS
from newslint.newsroom.remarks import find_remarks, find_units, judge, rate, read_weights

WORDS = st.lists(
    st.sampled_from("the ferry sails [check] (who?) – // SEE LEGAL ~ and please, note. I we A B".split()), max_size=30
)


def test_each_place_has_its_bars_and_sure_is_above_likely() -> None:
    weights = read_weights()
    assert weights.likely.keys() == weights.sure.keys()
    for place, likely in weights.likely.items():
        assert len(likely) == len(REGISTERS)
        assert all(low < high for low, high in zip(likely, weights.sure[place], strict=True))


@given(WORDS)
def test_what_is_found_lies_in_the_text_and_is_judged_alone(words: list[str]) -> None:
    text = " ".join(words)
    places = {(start, end): place for start, end, place in find_units(text)}
    for register in REGISTERS:
        for found in find_remarks(text, register):
            assert 0 <= found.start < found.end <= len(text)
            assert (found.start, found.end) in places


@given(WORDS)
def test_a_rating_is_the_sum_of_its_features(words: list[str]) -> None:
    text, weights = " ".join(words), read_weights().features
    features = find_features(text, "round")
    if features and features.isdisjoint({"desk copy", "assistant copy"}):
        for number, value in enumerate(rate(text, "round")):
            known = [weights[each][number] for each in features if each in weights]
            assert value == weights["(always)"][number] + sum(known)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Legal have not seen this. Please hold until they ring back.", "whole"),
        ("lawyers still to clear this par", "odd"),
        ("ring him back before the page goes", "bracket"),
    ],
)
def test_a_note_that_no_list_has_is_told_by_what_meets_in_it(text: str, place: str) -> None:
    assert judge(text, place, "desk") is not None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["The council met on Tuesday and voted for the harbour.", "Ferries run until midnight."]
)
def test_copy_is_no_remark(text: str) -> None:
    assert not [*find_remarks(text, "desk"), *find_remarks(text, "assistant")]


def test_of_a_sentence_with_a_note_in_it_the_note_is_shown() -> None:
    text = "The yard would not say how many jobs would go LEGAL PLS LOOK AT THIS PAR and promised to ask the union."
    assert [text[each.start : each.end] for each in find_remarks(text, "desk")] == ["LEGAL PLS LOOK AT THIS PAR"]
