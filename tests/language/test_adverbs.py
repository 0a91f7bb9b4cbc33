"""Adverbs in -ly are told from adjectives and nouns in -ly by how they are derived."""

from __future__ import annotations

import pytest

from newslint.language.spelling.adverbs import is_adjective, is_adverb, is_participle

_ADVERBS = """
newly highly closely freshly heavily partly wholly truly fully gently basically publicly federally recently
allegedly environmentally rarely densely beautifully openly jointly directly easily lightly loudly formerly
""".split()
_OTHERS = """
friendly costly lovely lively lonely deadly early only daily weekly family fly jelly belly supply reply
elderly scholarly orderly timely stately princely likely unlikely kindly lowly ugly holy silly curly ally
anomaly worldly butterfly assembly
""".split()


@pytest.mark.parametrize("word", _ADVERBS)
def test_what_is_made_of_an_adjective_is_an_adverb(word: str) -> None:
    assert is_adverb(word)


@pytest.mark.parametrize("word", _OTHERS)
def test_adjectives_and_nouns_are_none(word: str) -> None:
    assert not is_adverb(word)


def test_participles_and_adjectives_are_told_from_nouns() -> None:
    assert all(map(is_participle, "built trained growing lit written kept".split()))
    assert all(map(is_adjective, "famous legal useful friendly dense happy open".split()))
    assert not any(is_participle(word) or is_adjective(word) for word in "bridge river harbour".split())
