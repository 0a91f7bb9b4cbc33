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


def _check(text: str, name: str = "a.md") -> list[Finding]:
    return list(truncated_text(parse(decode(text.encode(), name)), _SCENE))


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
        "Ana Roe is a keeper of records of the Harl County Bureau",
        "Ben Doe served for years as the chief engineer at the Tarrow Port Trust",
        "— Ana Roe, who has lived in the old town for all of her life",
    ],
)
def test_credits_contacts_and_links_need_no_mark(last: str) -> None:
    assert not _check(f"{_ENDED}\n\n{last}\n")


@pytest.mark.parametrize(
    "items",
    [
        "The rules of the port are these:\n\nThe owner of each boat must keep a log and\n\nA copy is sent to the port.",
        "The owner of each boat must keep a log of trips; and\n\nThe crew of it is seven.",
        "To keep a log of each of the trips of the boat, and\n\nTo send a copy to the port.",
        "First, the owner of each boat must keep a log, or\n\nSecond, the crew must do so.",
    ],
)
def test_an_item_that_the_next_one_goes_on_with_is_left_alone(items: str) -> None:
    assert not _check(f"{_ENDED}\n\n{items}\n")


def test_a_paragraph_that_ends_with_and_before_another_of_prose_breaks_off() -> None:
    (finding,) = _check(f"{_ENDED}\n\nThe owner of each boat must keep a log of trips, and\n\nThe mayor left.\n")
    assert finding.grade == "default"


@pytest.mark.parametrize("picture", ['<img src="a.jpg">', "<figure><video></video></figure>", "<p>Photo: Ben Doe</p>"])
def test_a_short_text_beside_a_picture_is_a_caption(picture: str) -> None:
    ended = "".join(f"<p>{each}</p>" for each in _ENDED.split("\n\n"))
    caption = "<p>The mayor of the town opens the old pier with her daughter on Friday</p>"
    prose = "<p>The council of the town voted on Monday to keep the ferry for a year.</p>"
    assert not _check(f"{ended}{prose}{picture}{caption}{prose}", "a.html")
    assert _check(f"{ended}{prose}{caption}{prose}", "a.html")


@pytest.mark.parametrize(("word", "meant"), [("Таrrow", "Tarrow"), ("hаrbоur", "harbour"), ("Οlmen", "Olmen")])
def test_letters_that_look_latin_are_told(word: str, meant: str) -> None:
    (finding,) = mixed_scripts(parse(decode(f"The mayor of {word} left.".encode(), "a.md")), _SCENE)
    assert (finding.values["word"], finding.values["meant"]) == (word, meant)


@pytest.mark.parametrize(
    "text", ["The Анна of Tarrow.", "It is 5 μm or αβγ, λmax and Ωm.", "Ça va, naïve Łódź.", "`Таrrow`"]
)
def test_other_alphabets_and_signs_are_left_alone(text: str) -> None:
    assert not list(mixed_scripts(parse(decode(text.encode(), "a.md")), _SCENE))
