"""Help counts by its substance and by who offers it; a subject is open where signs of it stand."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.assembly import parse
from newslint.newsroom.helplines import offers_help
from newslint.newsroom.subjects_opened import is_subject, what_opened
from newslint.source import decode

FERRY = "The ferry runs six times a day, and its crew of nine lives on the island."


def read(*paragraphs: str, headline: str = "Council meets") -> Article:
    return parse(decode("\n\n".join((f"# {headline}", *paragraphs)).encode(), "a.md"))


@pytest.mark.parametrize(
    "text",
    [
        "In the UK, Samaritans can be called free on 116 123.",
        "If you need help, call or text 988.",
        "Crisis Text Line: text HOME to 741741.",
        "Talk to a counsellor on 1737 at any hour.",
        "A helpline is open at help.example.org.",
    ],
)
def test_a_service_with_a_way_to_reach_it_is_help(text: str) -> None:
    assert offers_help(read(FERRY, text), "suicide") == ("988" not in text or "help" in text)
    assert not offers_help(read(FERRY, f"“{text}”"), "suicide")


@pytest.mark.parametrize(
    "text", ["Samaritans were founded in 1953 and have 200 branches of their own by now.", "Call 116 123.", FERRY]
)
def test_a_name_or_a_number_alone_is_none(text: str) -> None:
    assert not offers_help(read(FERRY, text), "eating-disorder")


def test_services_may_stand_in_a_list_under_their_heading() -> None:
    assert offers_help(read(FERRY, "Where to get help:", "- The night line: 0800 123 456"), "suicide")


def test_a_sign_opens_its_paragraph_and_those_beside_it() -> None:
    article = read(FERRY, FERRY, "Lund took his own life in May.", FERRY, FERRY)
    opened = what_opened(article, (), "suicidal")
    assert opened is not None
    assert not opened.is_topic
    (block,) = opened.blocks
    assert [opened.holds(block + step, closely=False) for step in (-2, -1, 0, 1, 2)] == [False, True, True, True, False]
    assert [opened.holds(block + step, closely=True) for step in (-1, 0, 1)] == [False, True, False]


@pytest.mark.parametrize(
    ("lead", "is_about"),
    [
        ("The singer Mina Sol died by suicide on Monday.", True),
        ("A mother whose son took his own life met the minister.", True),
        ("The hall, whose architect took his own life, gets a new roof.", False),
        ("The party is committing political suicide.", False),
        ("A suicide bomber killed three people.", False),
        (FERRY, False),
    ],
)
def test_what_an_article_is_about_stands_in_its_lead(lead: str, is_about: bool) -> None:
    long = [FERRY.replace("six", str(number)) for number in range(20, 45)]
    assert (is_subject(read(lead, *long), "suicide", "suicidal") is not None) == is_about


def test_a_passing_mention_far_down_opens_nothing() -> None:
    long = [FERRY.replace("six", str(number)) for number in range(20, 45)]
    assert is_subject(read(*long, "The poet took his own life in 1931.", *long), "suicide", "suicidal") is None
