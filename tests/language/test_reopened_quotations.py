"""Tests of quotations that open again within their paragraph, as they do where paragraph breaks were lost."""

from __future__ import annotations

import pytest

from newslint.language.speech.passages import Passage
from newslint.language.speech.quotations import find_quotations, find_unbalanced

_BREAKS_LOST = [
    'She said: "The ferry is late. "It will not sail today." Then she left.',
    'She said: "Is it late? "No! "It never was." Then she left.',
    "She said: “The ferry is late. “It will not sail today.” Then she left.",
    'He said: "They asked me \'where is the ferry?\' "I did not know." Then he left.',
]
_MARK_MISSING = [
    'She said: "The ferry is late, Ana Roe said. "It will not sail today."',
    'She called it "a ferry of dreams and "a bridge of sighs" on Monday.',
    'She said: "The ferry is late. It will not sail today.',
    'The "ferry is late.\' "It will not sail today."',
]


@pytest.mark.parametrize("text", _BREAKS_LOST)
def test_a_quotation_opens_again_at_the_next_sentence(text: str) -> None:
    quotations = find_quotations([Passage(text, "paragraph")])
    assert find_unbalanced([Passage(text, "paragraph")]) == []
    assert [quotation.continues for quotation in quotations] == [None, *range(len(quotations) - 1)]


@pytest.mark.parametrize("text", _MARK_MISSING)
def test_a_mark_that_is_missing_is_told(text: str) -> None:
    assert len(find_unbalanced([Passage(text, "paragraph")])) == 1


def test_one_line_and_three_paragraphs_have_the_same_chain() -> None:
    parts = ['"The ferry is late.', '"It will not sail.', '"Nobody knows why," she said.']
    apart = find_quotations([Passage(part, "paragraph") for part in parts])
    joined = find_quotations([Passage(" ".join(parts), "paragraph")])
    assert [one.continues for one in apart] == [one.continues for one in joined] == [None, 0, 1]
