"""Who said what is found, or nothing is, in any row of words: a text may stop anywhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.article import Article
from newslint.assembly import parse
from newslint.source import decode

_WORDS = """
Roe Ana the a council mayor said says told that claim claims report reports announcement from by of in on after to poll
survey according , . “ ” : — ; ? which who she it they we board ’s Monday May 3 percent fears believes is was not and
but with his whose statement letters data study officials critics experts people some wrote warned convinced hope Hallin
Authority spokesman former president added asked if whether because while decision ruling issues state notes finds shows
""".split()


def read(text: str) -> Article:
    return parse(decode(text.encode(), "a.txt"))


def read_speech(article: Article) -> None:
    """Read all that is known of who speaks."""
    for found in article.attributions:
        for extent in (*found.source, *found.cue, *found.content):
            assert 0 <= extent.start <= extent.end <= len(article.passages[extent.passage].text)
    _ = article.antecedents, article.claims, article.quotations


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14), st.booleans())
def test_any_row_of_words_is_read(words: list[str], is_glued: bool) -> None:
    text = " ".join(words)
    for mark in ",.”;?" if is_glued else "":
        text = text.replace(f" {mark}", mark)
    read_speech(read(f"Ana Roe is the mayor of Hallin and runs the port.\n\n{text}"))


_SENTENCES = (
    "The board heard a claim, last week, from Ana Roe that the bridge is safe.",
    "In a poll of tenants on Monday, most said that the rent is too high, by Roe’s account.",
    "“The bridge is safe,” Ana Roe, who chairs the board, told the council on Friday, adding that it would stay so.",
    "There was an announcement by the port authority, in a letter to clients, that ferries stop.",
)


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_a_sentence_may_stop_after_any_word_or_mark(sentence: str) -> None:
    words = sentence.replace(",", " ,").split()
    for end in range(1, len(words) + 1):
        read_speech(read(" ".join(words[:end]).replace(" ,", ",")))
