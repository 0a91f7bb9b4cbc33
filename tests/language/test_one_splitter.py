"""Attribution and all other rules see the same sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.lexicon import SHIPPED
from newslint.language.speech.passages import Passage
from newslint.language.speech.quotations import find_quotations
from newslint.language.units.sentences import split_sentences
from newslint.language.units.tokens import Tokens

PIECES = st.lists(
    st.sampled_from(
        ["Roe", "left", "p.m.", "No.", "5", "U.S.", "The", "etc.", "Dr.", "it", ".", "?", "!", "…", "—", "(", ")", ","]
    ),
    max_size=30,
)


def sentences_of(text: str) -> list[str]:
    """Return the sentences that attribution reads, as text."""
    tokens = Tokens(text, list(enumerate(find_quotations([Passage(text)]))), SHIPPED)
    return [text[tokens.starts[first] : tokens.ends[stop - 1]] for first, stop in tokens.sentences]


@given(PIECES, st.sampled_from(["", " "]))
def test_without_quotations_sentences_are_those_of_the_text(pieces: list[str], gap: str) -> None:
    text = f"{gap} ".join(pieces)
    assert sentences_of(text) == [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rained. It was late,” she said. He left.", ["“It rained. It was late,” she said.", "He left."]),
        ("“Is it late?” Mara Oduya asked. He left.", ["“Is it late?” Mara Oduya asked.", "He left."]),
        ("“Is it late?” The mayor of Tarrow asked.", ["“Is it late?” The mayor of Tarrow asked."]),
        ("“It is.” She left at 5 p.m. Officials stayed.", ["“It is.”", "She left at 5 p.m.", "Officials stayed."]),
        ("He said “no.” “Yes!” cried Ben Doe.", ["He said “no.”", "“Yes!” cried Ben Doe."]),
        ("„Es regnet.“ Ein Blatt schrieb.", ["„Es regnet.“", "Ein Blatt schrieb."]),
        ("“We are ready.” — Mara Oduya", ["“We are ready.” — Mara Oduya"]),
        ("It cost a lot (about 5 marks). Hallin paid.", ["It cost a lot (about 5 marks).", "Hallin paid."]),
    ],
)
def test_a_quotation_counts_as_one_word(text: str, expected: list[str]) -> None:
    assert sentences_of(text) == expected


@given(PIECES, st.integers(0, 5))
def test_each_token_belongs_to_one_sentence(pieces: list[str], quoted: int) -> None:
    text = " ".join([*pieces[:quoted], f"“{' '.join(pieces[quoted:])}”", *pieces[:quoted]])
    tokens = Tokens(text, list(enumerate(find_quotations([Passage(text)]))), SHIPPED)
    places = [place for first, stop in tokens.sentences for place in range(first, stop)]
    assert places == list(range(len(tokens.words)))
