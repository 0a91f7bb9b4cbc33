"""What breaks off is told from what only looks so: lists, credits, contacts, lines that go on."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.assembly import parse
from newslint.checks.endings import truncated_text
from newslint.checks.homoglyphs import mixed_scripts
from newslint.contract import Scene
from newslint.diagnostics import Finding
from newslint.source import decode
from newslint.today import Today

_SCENE = Scene(Today(date(2026, 1, 15)))
_ENDED = "\n\n".join(
    f"The council voted on the old pier of the town {time}." for time in ("twice", "again", "late", "well")
)


def _check(text: str) -> list[Finding]:
    return list(truncated_text(parse(decode(text.encode(), "a.md")), _SCENE))


@pytest.mark.parametrize("word", ["the", "of", "because", "which", "their", "and", "is", "from"])
def test_a_paragraph_that_ends_in_an_open_word_breaks_off(word: str) -> None:
    (finding,) = _check(f"The ferry sails at noon and the mayor of the town left {word}\n\nNobody came.\n")
    assert finding.grade == "default"


@pytest.mark.parametrize(
    "after",
    [
        "- a list\n- of things",
        "> A quotation of somebody.",
        "of the town, which goes on.",
        "```\ncode\n```",
        "| a | b |\n|--|--|\n| 1 | 2 |",
    ],
)
def test_what_goes_on_is_left_alone(after: str) -> None:
    assert not _check(f"The ferry sails at noon and the mayor of the town left with\n\n{after}\n")


def test_a_last_sentence_lacks_its_mark_only_among_others_that_have_one() -> None:
    last = "The harbour master said that the old bridge was closed for good"
    (finding,) = _check(f"{_ENDED}\n\n{last}\n")
    assert (finding.grade, finding.message) == ("unended", "unended")
    assert not _check(f"{_ENDED}\n\n{last}.\n")
    assert not _check(f"{_ENDED.replace('.', '')}\n\n{last}\n")


@pytest.mark.parametrize(
    "last",
    [
        "Reporting by Ana Roe and Ben Doe, who was in Tarrow all of the week",
        "Ana Roe has covered the port since 2011 and can be reached at ana@port.example",
        "**The harbour master said that the old bridge was closed for good**",
        "Read more: the harbour master said that the old bridge was closed for good",
        "The harbour master said [that the old bridge was closed for good](https://port.example)",
        "— Ana Roe, who has lived in the old town for all of her life",
    ],
)
def test_credits_contacts_and_links_need_no_mark(last: str) -> None:
    assert not _check(f"{_ENDED}\n\n{last}\n")


@pytest.mark.parametrize(("word", "meant"), [("Таrrow", "Tarrow"), ("hаrbоur", "harbour"), ("Οlmen", "Olmen")])
def test_letters_that_look_latin_are_told(word: str, meant: str) -> None:
    (finding,) = mixed_scripts(parse(decode(f"The mayor of {word} left.".encode(), "a.md")), _SCENE)
    assert (finding.values["word"], finding.values["meant"]) == (word, meant)


@pytest.mark.parametrize(
    "text", ["The Анна of Tarrow.", "It is 5 μm or αβγ, λmax and Ωm.", "Ça va, naïve Łódź.", "`Таrrow`"]
)
def test_other_alphabets_and_signs_are_left_alone(text: str) -> None:
    assert not list(mixed_scripts(parse(decode(text.encode(), "a.md")), _SCENE))
