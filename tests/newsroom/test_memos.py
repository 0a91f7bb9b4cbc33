"""Notes to a colleague by their mood, in articles that speak to nobody, and the sentences that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.newsroom.inserts import find_inserts
from newslint.newsroom.memo_words import EDITS, ORDERS, STARTS, TALKS
from newslint.newsroom.memos import find_memos, is_memo, is_told, names_trade

TOLD = ["The council met on Tuesday.", "It voted for the harbour.", "The ferry sails at noon."]


def words(text: str) -> frozenset[str]:
    return frozenset(text.lower().strip(".?!").split())


@pytest.mark.parametrize(
    "text",
    [
        "Clarify which of the two permits they were given.",
        "Check whether the port paid for this, and if so say who signed.",
        "Please swap the picture, it shows the other quay.",
        "Ana: cut the last two lines if the page is tight.",
        "Is it OK to name the skipper?",
        "Can we say who rang the harbour office?",
        "Tributes to come from the rowing club.",
        "Ages of the crew to be confirmed.",
        "Hold for legal.",
        "Reads flat. Two more voices?",
        "Outro to be written.",
        "Scores when the last match ends.",
        "Is the date right?",
        "Repetition of par three, choose one.",
        "I have not been able to reach the skipper.",
        "Awaiting the port's answer.",
        "Room for a reply from the union.",
        "Anything from here down can be lost.",
        "This quote came from the release, reword it.",
        "For the weekend section, not the daily page.",
        "Third draft, with the skipper's changes.",
        "Night desk wants the line about the fuel higher up.",
        "Bo to supply a better map of the quay.",
        "Headline options: Quay opens / Boats are back",
    ],
)
def test_orders_questions_and_fragments_are_for_a_colleague(text: str) -> None:
    assert is_memo(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council checked the permits and cut two of them.",
        "Asked about the permits, the mayor said that they were lost.",
        "Taken together, the permits cover half of the quay.",
        "Lawyers said the ruling was sound.",
        "Is the harbour safe?",
        "Read the full ruling on the court's page.",
        "Watch the video above.",
        "Do not swim from the quay, the coastguard warned.",
        "Call the police on 101 with what is known.",
        "Reporting by Ana Roe; editing by Bo Lind.",
        "“Check the ropes,” he said.",
        "More to come.",
        "A settlement.",
        "Quay reopens:",
        "Results of the vote are expected to come on Friday, the clerk said.",
        "The skipper, who was to come home in May, was told to wait.",
        "Make no mistake, the harbour is lost.",
        "Video contains graphic images.",
        "Attacks on judges alarm legal experts.",
    ],
)
def test_news_and_words_to_readers_are_not(text: str) -> None:
    assert not is_memo(text)


@pytest.mark.parametrize(
    "text",
    [
        "That’s only a small part of what makes the fair, and when we look back, it was good.",
        "Added to that were questions for the skipper’s team about the loan.",
        "This piece has been updated with comments from the harbour board.",
        "Polish, Danish and German passengers combined comprise 5% of the traffic.",
        "Added to the list were two bridges and a pier.",
        "Cut from the budget were the library and the pool.",
        "Left out of the report were the names of three officers.",
        "Cleared of all charges, the mayor went home.",
        "What would you ask the candidates?",
        "Which part of the plan would you cut?",
        "Do the numbers add up?",
        "Was he right?",
        "Which version of the bill will pass?",
        "Sounds like a good story.",
        "Same story, different town.",
        "No comment from the palace.",
        "Not so for the caption writers of old.",
        "Update: The story now includes a response from the line.",
        "The headline has been changed to reflect the vote.",
        "Leave it to the voters to settle the matter.",
        "Take the figures for May, which show a fall of 9 percent.",
        "Add to that a fall in the price of oil.",
        "Consider the date.",
        "Never mind that the numbers do not add up.",
        "Proof of that came in May.",
        "Use of the list is rare.",
        "Crop prices in the valley fell.",
        "A story of a town on its way up.",
        "No word on when the report is due.",
        "With worse to come.",
    ],
)
def test_sentences_of_fact_figures_of_speech_and_notices_are_not(text: str) -> None:
    assert not is_memo(text)


def test_an_article_that_says_you_or_gives_orders_speaks_to_its_readers() -> None:
    assert is_told([(text, words(text)) for text in TOLD])
    guide = ["Cut the rope.", "Add a knot.", "Leave it to dry.", *TOLD]
    assert not is_told([(text, words(text)) for text in guide])
    letter = ["You know the quay.", "I sat on it.", "We like it.", *TOLD]
    assert not is_told([(text, words(text)) for text in letter])
    quoted = ["“You know it,” he said.", "“I sat on it,” she said.", '"We like it," said Roe.', *TOLD]
    assert is_told([(text, words(text)) for text in quoted])
    assert not is_told([(text, words(text)) for text in TOLD[:2]])


@given(st.lists(st.sampled_from(["Clarify this.", "The boat sails.", "Hold for legal.", "Who sails?"]), max_size=6))
def test_sentences_are_found_as_they_are_judged_alone(parts: list[str]) -> None:
    text, places, at = " ".join(parts), [], 0
    for part in parts:
        places.append((at, at + len(part)))
        at += len(part) + 1
    found = [*find_memos(text, places, words(text))]
    assert found == [place for place, part in zip(places, parts, strict=True) if is_memo(part)]


def test_every_order_may_begin_a_note() -> None:
    assert set(f"{EDITS}|{ORDERS}|{TALKS}".split("|")) - STARTS == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It has ten boats {eleven on its own page} and a tug.", "{eleven on its own page}"),
        ("It cost a million (or was it two??) to build.", "(or was it two??)"),
        ("She left in 1987 <-- her book says 1989 and came back.", "<-- her book says 1989 and came back"),
        ("Nobody was hurt (his agent says one was) that day.", "(his agent says one was)"),
        ("The skipper (I think his name is Lind) left.", "(I think his name is Lind)"),
        ("They met in Hallin –– check the intro with legal –– in May.", "–– check the intro with legal ––"),
        ("He lost it all CHECK WITH LEGAL and left.", "CHECK WITH LEGAL"),
        ("Ten were seized QUERY – copy says six above from a yard.", "QUERY – copy says six above from a yard"),
    ],
)
def test_what_is_put_into_a_sentence_is_found_with_its_marks(text: str, found: str) -> None:
    assert [text[start:end] for start, end in find_inserts(text, words(text))] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor (who was late) sat down, and the board [of nine] rose.",
        "The quay (see the map) is closed, and {name} is code.",
        "It rose – the clerk said – by ten, and a sign said SAVE THE QUAY in red.",
        "He left (he said he was ill) at noon.",
    ],
)
def test_glosses_and_asides_of_news_are_left_alone(text: str) -> None:
    assert [*find_inserts(text, words(text))] == []


def test_words_of_the_trade() -> None:
    assert names_trade("Trim this par.")
    assert not names_trade("The council trims its plan.")
