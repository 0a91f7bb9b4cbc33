"""A newsroom's own words join those that newslint knows, and nothing is left of them afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newslint.language.lexicon import extend, list_names
from newslint.language.speech.attributions import find_attributions
from newslint.language.speech.passages import Passage
from newslint.language.speech.quotations import find_quotations


@pytest.fixture(autouse=True)
def _plain_lists() -> Iterator[None]:
    extend({})
    yield
    extend({})


def kinds(text: str) -> list[tuple[str, str]]:
    passages = [Passage(text)]
    found = find_attributions(passages, find_quotations(passages))
    return [
        (text[source.start : source.end], attribution.source_kind)
        for attribution in found
        for source in attribution.source
    ]


def test_a_verb_of_the_house_tells_of_speech() -> None:
    text = "Ana Roe minuted that the bridge would close."
    assert kinds(text) == []
    extend({"cues": ["t c : minute"]})
    assert kinds(text) == [("Ana Roe", "named")]
    extend({})
    assert kinds(text) == []


def test_a_noun_of_the_house_is_a_kind_of_source() -> None:
    text = "The gazetteer said that the bridge would close."
    before = kinds(text)
    extend({"source_nouns": ["document : gazetteer"]})
    assert kinds(text) == [("The gazetteer", "document")] != before


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ({"verbs": ["t : minute"]}, "no word list `verbs`; there are adjectives, cues"),
        ({"cues": ["minute"]}, "does not read `group : words`"),
        ({"cues": ["zz : minute"]}, "groups are"),
        ({"cues": ["t :"]}, "does not read"),
    ],
)
def test_a_line_that_means_nothing_is_told(lines: dict[str, list[str]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        extend(lines)


def test_every_list_can_be_read() -> None:
    assert {"adjectives", "cues", "given_names", "institutions", "nouns", "source_nouns"} == set(list_names())
