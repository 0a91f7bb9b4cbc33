"""What is learned of sentences that put a duty on a newsroom: laws of words, features and weights, and near misses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.assembly import ParseOptions, parse
from newslint.newsroom.duties.features import find_features
from newslint.newsroom.duties.finding import find_told
from newslint.newsroom.duties.weights import (
    KINDS,
    Kind,
    is_evident,
    read_evidence,
    read_fields,
    read_needs,
    read_section,
)
from newslint.newsroom.duties.words import MONEY, NAME, NUMBER, ODDS, PERCENT, YEAR, read_words
from newslint.source import decode

ROWS = Path(__file__).parents[2] / "tools" / "duties"
KNOWN: list[Kind] = [kind for kind in KINDS if read_section(kind)]
WORDS = st.lists(
    st.sampled_from("Buy the Lune shares now , £4 9-1 2026 at 7% “ you ” (never) our FUND".split()), max_size=30
)
CALM = "The council met on Tuesday evening and spoke for two hours about the plan for the harbour."


def told_in(text: str, kind: Kind) -> list[str]:
    article = parse(decode(text.encode(), "article.md"), ParseOptions())
    return [article.text_of(each.extent) for each in find_told(article, kind)]


def row_of(kind: Kind, is_told: bool) -> list[str]:
    rows = [json.loads(line) for line in (ROWS / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [row["text"] for row in rows if row["is"] == is_told and row.get("place", "sentence") == "sentence"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We like Quillby Foundry at 210p.", ["we", "like", NAME, "at", MONEY]),
        ("Quillby Foundry is cheap, says Ana Roe.", [NAME, "is", "cheap", "says", NAME]),
        ("It paid £1,200 in 2026, up 7.5 per cent.", ["it", "paid", MONEY, "in", YEAR, "up", PERCENT]),
        ("Marigold Lane ran at 9-1 with 14 others", ["#name", "ran", "at", ODDS, "with", NUMBER, "others"]),
        ("The risk-free way isn’t risky", ["the", "risk", "free", "way", "isn", "t", "risky"]),
    ],
)
def test_names_and_figures_are_signs(text: str, words: list[str]) -> None:
    assert read_words(text) == words


@given(WORDS)
def test_another_name_changes_no_feature(words: list[str]) -> None:
    text = " ".join(["We met", "Quillby", *words])
    assert find_features(text, "body") == find_features(text.replace("Quillby", "Tarrowmere"), "body")


@given(WORDS)
def test_a_rating_is_the_sum_of_its_features(words: list[str]) -> None:
    features = find_features(" ".join(words), "body")
    for kind in KNOWN[:2]:
        section = read_section(kind)
        assert section is not None
        total = section.always + sum(section.features.get(each, 0) for each in features)
        assert section.rate(features, True) == total - section.bars[0]
        assert section.rate(features, False) <= section.rate(features, True)


def test_a_text_needs_no_more_points_than_its_sentences() -> None:
    for kind in KNOWN:
        section = read_section(kind)
        assert section is not None
        assert read_needs()[kind] <= min(section.needs)
        assert all((kind, points) in read_fields()[word] for word, points in section.field.items())
        assert min(section.field.values()) > 0
        assert section.always < 0 < section.bars[0] <= section.bars[1]


def test_no_weight_is_that_of_a_name() -> None:
    for kind in KNOWN:
        section = read_section(kind)
        assert section is not None
        assert not [name for name in section.features if any(letter.isupper() for letter in name)]


def test_evidence_is_of_known_kinds_and_asked_of_no_others() -> None:
    assert read_evidence().keys() <= {*KINDS}
    assert is_evident("loaded-words", frozenset())
    assert not is_evident("crypto-promotion", frozenset({"harbour"}))


@pytest.mark.parametrize("kind", KNOWN)
def test_most_of_what_was_learned_is_told_and_hardly_a_near_miss(kind: Kind) -> None:
    told, misses = (sum(bool(told_in(text, kind)) for text in row_of(kind, is_told)[::9]) for is_told in (True, False))
    assert told >= 3
    assert misses <= 1


@pytest.mark.parametrize("kind", KNOWN)
def test_what_somebody_is_quoted_with_is_theirs(kind: Kind) -> None:
    text = next(text for text in row_of(kind, True) if told_in(text, kind) and not {*'“”"’'} & {*text})
    assert not told_in(f"“{text}” Ana Roe said on Tuesday.", kind)
    assert not told_in(f"> {text}", kind)
    assert not told_in(f"    {text}", kind)


@pytest.mark.parametrize("kind", KNOWN)
def test_one_sentence_is_told_of_one_kind(kind: Kind) -> None:
    text = "\n\n".join([CALM, *row_of(kind, True)[:20]])
    found = [(each, other) for other in KNOWN for each in told_in(text, other)]
    assert len(found) == len({each for each, _ in found})


def test_ordinary_copy_is_told_of_nothing() -> None:
    assert not [kind for kind in KNOWN if told_in(CALM, kind)]
