"""Frames find what they are made of, nothing where their words are missing, and where they say."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.frames import reading
from newslint.language.frames.finding import Texts, find_framed
from newslint.language.frames.nodes import Node, ends_of, read_tokens
from newslint.language.frames.reading import read_frames
from newslint.language.units.words import list_parts

LISTS = sorted(file.stem for file in Path(reading.__file__).with_name("lists").glob("*.txt") if file.stem != "classes")


BESIDE = {"suicide", "rape"}


def found_in(name: str, *texts: str) -> list[tuple[int, str]]:
    words = {index: frozenset(list_parts(text.lower())) for index, text in enumerate(texts)}
    found = find_framed(name, Texts(dict(enumerate(texts)), words))
    return [(each.passage, texts[each.passage][each.start : each.end]) for each in found]


def made_of(nodes: tuple[Node, ...], chance: random.Random) -> Iterator[str]:
    """Yield words that a sequence of nodes fits."""
    for node in nodes:
        if node.is_optional or node.kind in ("gap", "not-next", "not-before", "opens", "closes"):
            continue
        if node.kind in ("word", "next", "before") and node.words:
            yield chance.choice(sorted(node.words)).replace("$", ".").replace("#", "7")
        elif node.ways:
            yield from made_of(chance.choice(node.ways), chance)
        elif node.kind in ("ending", "number", "below", "figure", "name"):
            yield {
                "ending": f"paint{min(node.words, default='')}",
                "below": "9",
                "name": "Roe",
                "figure": f"9{min(node.words, default='')}",
            }.get(node.kind, "9")


@pytest.mark.parametrize("name", LISTS)
def test_every_frame_finds_texts_that_are_made_of_it(name: str) -> None:
    chance = random.Random(1)
    dead = []
    for group in read_frames(name):
        for line, row in zip(group.lines, group.rows, strict=True):
            needed = chance.choice(sorted(row.needs)) if row.needs else ""
            # What is used, and what is said of a victim, is told beside words that name the crime or the death.
            needed += f" {min(group.triggers & BESIDE, default='')}"
            samples = (f"{' '.join(made_of(row.nodes, chance))} . {needed}" for _ in range(80))
            if row.grade != "skip" and not any(found_in(name, sample) for sample in samples):
                dead.append(line)
    assert dead == []


@pytest.mark.parametrize("name", LISTS)
def test_grades_and_better_words_are_there(name: str) -> None:
    for group in read_frames(name):
        assert group.triggers
        for line, row in zip(group.lines, group.rows, strict=True):
            assert row.grade in ("default", "doubtful", "mild", "sign", "skip"), line
            assert row.better or row.grade in ("sign", "skip") or name.startswith(("suicide-", "eating-")), line


@pytest.mark.parametrize("name", LISTS)
@given(texts=st.lists(st.text(alphabet=" .,'-abcdef", max_size=80), max_size=3))
def test_texts_without_trigger_have_nothing(name: str, texts: list[str]) -> None:
    known = frozenset().union(*(group.triggers for group in read_frames(name)))
    if "*" not in known and not known & set(list_parts(" ".join(texts).lower())):
        assert found_in(name, *texts) == []


WORDS = "a the committed suicide failed attempt attempts , . wheelchair bound who was he had".split()


@given(words=st.lists(st.sampled_from(WORDS), max_size=25))
def test_what_is_found_begins_and_ends_with_words_in_order(words: list[str]) -> None:
    text = " ".join(words)
    places = find_framed("suicide", Texts({0: text}, {0: frozenset(list_parts(text))}))
    for one, other in itertools.pairwise(places):
        assert one.end <= other.start
    assert all(text[each.start].isalnum() and text[each.end - 1].isalnum() for each in places)


def test_hyphens_and_quotation_marks_part_words_and_count_for_nothing() -> None:
    assert [token.word for token in read_tokens("a “wheelchair-bound” man’s car")] == [
        "a", "wheelchair", "bound", "man", "'s", "car",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "ends"),
    [("raped", [0, 1]), ("raped the child", [0, 1, 2, 3]), ("raped , the", [0, 1])],
)
def test_a_gap_passes_words_and_no_marks(text: str, ends: list[int]) -> None:
    assert list(ends_of((Node("gap", most=3),), 0, read_tokens(text), 0, {})) == ends


@pytest.mark.parametrize(("age", "is_child"), [("3", True), ("17", True), ("18", False), ("44", False)])
def test_numbers_are_below(age: str, is_child: bool) -> None:
    assert bool(found_in("sexual-violence", f"He had sex with a {age}-year-old.")) == is_child
    assert bool(found_in("sexual-violence", "She had sex with a sixteen-year-old."))
    assert not found_in("sexual-violence", "She had sex with a twenty-year-old.")


def test_what_a_skipping_frame_covers_is_right() -> None:
    assert found_in("suicide", "It would be to commit political suicide.") == []
    assert found_in("suicide", "He would commit suicide.") == [(0, "commit suicide")]


def test_an_excuse_holds_in_its_sentence_only() -> None:
    assert found_in("suicide", "The party committed suicide.") == []
    assert found_in("suicide", "The party met. He committed suicide.") == [(0, "committed suicide")]
