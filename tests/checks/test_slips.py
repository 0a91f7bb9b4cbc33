"""A word that stands twice is found wherever it stands, and its edit leaves one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.assembly import parse
from newslint.checks.slips import doubled_words
from newslint.contract import Scene
from newslint.diagnostics import Finding
from newslint.source import decode
from newslint.today import Today

_SCENE = Scene(Today(date(2026, 1, 15)))


def _check(text: str, name: str = "a.md") -> tuple[str, list[Finding]]:
    article = parse(decode(text.encode(), name))
    found = list(doubled_words(article, _SCENE, words=("the", "of"), particles=("in",), verbs=("set",)))
    return article.source.text, found


@given(
    before=st.lists(st.sampled_from(["ferry", "late", "of", "The", "x2"]), min_size=1, max_size=6),
    word=st.sampled_from(["the", "in"]),
    gap=st.sampled_from([" ", "\n", "  "]),
    name=st.sampled_from(["a.md", "a.html"]),
)
def test_the_edit_leaves_what_was_meant(before: list[str], word: str, gap: str, name: str) -> None:
    meant = f"At {' x1 '.join(before)} xx {word} port."
    text = meant.replace(f"{word} port", f"{word}{gap}{word} port")
    (finding,) = _check(f"<p>{text}</p>" if name == "a.html" else text, name)[1]
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    source = f"<p>{text}</p>" if name == "a.html" else text
    repaired = source[: edit.start] + edit.text + source[edit.end :]
    assert repaired == source.replace(f"{word}{gap}{word} port", f"{word} port")


@pytest.mark.parametrize(
    "text",
    [
        "They said the-the joke is old.",
        "It began to set in in May.",
        "The The played in Tarrow.",
        "Of it, the, the and the.",
        "The port has the `the the` sign.",
        "He said the 'the' was too much.",
        "“In in in!” cried the parrot.",
    ],
)
def test_what_is_said_twice_on_purpose_is_left_alone(text: str) -> None:
    assert not _check(text)[1]


def test_a_word_typed_three_times_is_one_finding() -> None:
    text, (finding,) = _check("A sign of the the the port.")
    assert text[finding.span.start : finding.span.end] == "the the the"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A sign of the *the* port.", "a.md"),
        ("<p>A sign of the <script>let x = 1</script> the port.</p>", "a.html"),
        ("<p>A sign of the <code>the</code> port.</p>", "a.html"),
    ],
)
def test_words_that_markup_keeps_apart_are_left_alone(text: str, name: str) -> None:
    assert not _check(text, name)[1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The end of the [the old ferry](https://port.example) sails.", "a.md"),
        ("The end **of the** the old ferry sails.", "a.md"),
        ("<p>The end of the <a href='/x'>the old ferry</a> sails.</p>", "a.html"),
        ("<p>The end of the\n   the old ferry sails.</p>", "a.html"),
    ],
)
def test_markup_that_goes_on_hides_no_word(text: str, name: str) -> None:
    (finding,) = _check(text, name)[1]
    assert finding.values["words"] == "the the"


@pytest.mark.parametrize(
    "text",
    [
        "We have have the answer, and that that the port is old is known.",
        "It is a lantern lantern of the old port.",
        "The port had had been shut, for there is no no time.",
        "If you you want the ferry, it it is late.",
    ],
)
def test_any_common_word_is_judged_by_its_frame(text: str) -> None:
    assert _check(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "The powers they have have grown, as all that the port is is a pier.",
        "The port had had enough of the tide, and he gave her her coat.",
        "He said that that was all, and told you you were late this this year.",
        "The man she talked to to find the port was counting on on Friday.",
        "Ils sont nous nous avons les les deux.",
    ],
)
def test_grammar_that_says_a_word_twice_is_left_alone(text: str) -> None:
    assert not _check(text)[1]


def test_other_languages_are_left_alone() -> None:
    assert not _check("---\nlang: nl\n---\n\nDat is of of niet, zei de man.\n")[1]


@pytest.mark.parametrize("text", ["It sails in the in the spring.", "She said that it was that it was late."])
def test_a_phrase_that_was_typed_twice_is_found_with_an_edit_that_leaves_one(text: str) -> None:
    source, (finding,) = _check(text)
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert not _check(source[: edit.start] + edit.text + source[edit.end :])[1]


@pytest.mark.parametrize(
    "text", ["They went hand in hand in May.", "It is who is who is known.", "It sold more and more and more."]
)
def test_phrases_that_say_something_twice_are_left_alone(text: str) -> None:
    assert not _check(text)[1]
