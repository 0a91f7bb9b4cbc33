"""A notice counts by what it says, and that the newsroom says it."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.assembly import ParseOptions, parse
from newslint.language.units.words import list_parts
from newslint.newsroom.fulfilment.notices import find_notices, is_said
from newslint.newsroom.fulfilment.parts import says, tables, words_of
from newslint.source import decode_raw

SAID = {
    "no-advice": """
        This article is for information only and is not investment advice.
        Nothing here is a recommendation to buy or sell.
        None of this is financial advice.
        The column is one writer's opinion and should not be taken as a tip.
        """,
    "ask-adviser": """
        Speak to an independent financial adviser before you invest.
        Always do your own research.
        """,
    "commission": """
        We may earn a commission if you buy through links on this page.
        Some links are affiliate links.
        The Herald gets a small cut when readers buy through the links below.
        If you buy something after clicking, the shop pays us a share of the sale.
        """,
    "capital-risk": """
        Your capital is at risk.
        The value of investments can fall as well as rise, and you may get back less than you put in.
        """,
    "past-performance": "Past performance is not a reliable guide to future returns.",
    "holdings": """
        Disclosure: I own shares in Lune.
        The writer has no position in any stock mentioned.
        """,
    "gift": "Lune Air provided the flights for this review.",
    "age-limit": "18+ only.",
    "gambling-help": "For help, call the National Gambling Helpline.",
}
UNSAID = {
    "no-advice": "He did not take advice from anyone.",
    "commission": "The commission said sales of houses fell.",
    "capital-risk": "The storm put the harbour at risk.",
    "paid-by": "The council paid for the bridge.",
    "ask-adviser": "She is a financial adviser.",
    "holdings": "The museum owns a fund of old maps.",
}


def parsed(text: str) -> Article:
    return parse(decode_raw(text.encode(), "a.md"), ParseOptions())


@pytest.mark.parametrize(
    ("part", "sentence"), [(part, line.strip()) for part, lines in SAID.items() for line in lines.strip().splitlines()]
)
def test_a_part_is_said_in_many_words(part: str, sentence: str) -> None:
    assert says(part, sentence)
    assert not words_of(part).isdisjoint(list_parts(sentence.replace("+", " plus ").lower()))


@pytest.mark.parametrize("part", UNSAID)
def test_words_that_meet_in_other_sentences_are_no_notice(part: str) -> None:
    assert not says(part, UNSAID[part])


def test_every_class_that_a_part_names_exists() -> None:
    known = tables()
    for meetings in known.meetings.values():
        for meeting in meetings:
            named = {link.name for chain in meeting.chains for link in chain} | set(meeting.vetoes)
            assert named <= set(known.classes)


def test_what_somebody_is_quoted_with_is_no_notice() -> None:
    notice = "This is not financial advice."
    assert is_said(parsed(f"# T\n\nThe pier is closed.\n\n{notice}\n"), "no-advice")
    assert not is_said(parsed(f"# T\n\n“{notice}” said Ana Roe of the Lune fund.\n"), "no-advice")


def test_a_field_of_front_matter_is_printed_at_the_top() -> None:
    article = parsed("---\ndisclosure: We may earn a commission from links.\n---\n\n# T\n\nThe pier is closed.\n")
    assert [notice.block for notice in find_notices(article, "commission")] == [-1]
