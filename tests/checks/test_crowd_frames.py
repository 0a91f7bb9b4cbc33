"""Who is read as a nameless source by frames, and who is not."""

from __future__ import annotations

import pytest

from newslint.checks.crowd_frames import FrameReader
from newslint.checks.crowd_leads import LeadReader
from newslint.checks.crowd_nouns import PhraseReader
from newslint.checks.crowd_phrases import QUOTED, Token, Words
from newslint.checks.crowd_verbs import telling_of
from newslint.language.lexicon import Lexicon

_NONE: frozenset[str] = frozenset()
_WORDS = Words(
    _NONE, frozenset({"nun", "baker", "friend", "contact"}), _NONE, frozenset({"juror"}), frozenset({"paper"}), _NONE
)
_VERBS = ("swear", "claim", "say", "believe"), ("object",), ("brand", "describe", "call"), ("speak",)
_TELLING = telling_of(_VERBS, ("eyes", "feeling", "consensus", "opinion"), Lexicon())


def _read(text: str) -> str | None:
    words = text.replace(",", " ,").replace(".", " .").split(" ")
    tokens = [Token(QUOTED if "_" in word else word, number, number + 1) for number, word in enumerate(words)]
    tokens = [
        token._replace(end=token.start + 30, is_open_ended=words[token.start].endswith("?"))
        if token.text == QUOTED
        else token
        for token in tokens
    ]
    phrases = PhraseReader(tokens, _WORDS)
    found = FrameReader(tokens, phrases, _TELLING).read() or LeadReader(tokens, phrases, _TELLING).read()
    return None if found is None else " ".join(words[found.start : found.end])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Nuns in Tarrow swear that it rang.", "Nuns"),
        ("A baker who saw it claims that it rang.", "A baker"),
        ("Jurors have branded the bell a fake.", "Jurors"),
        ("Bakers object that it rang.", "Bakers"),
        ("In the eyes of most bakers, it is a toy.", "most bakers"),
        ("The feeling on the quay is that it rang.", "The feeling on the quay"),
        ("Many believe the bell is cracked.", "Many"),
        ("The trade believes the bell is cracked.", "The trade"),
        ("Half the town claims that it rang.", "Half the town"),
        ("There are those who swear that it rang.", "those"),
        ("It is a bell some in the trade call a toy.", "some"),
        ("A close friend claims that it rang.", "A close friend"),
        ("My contact says that it rang.", "My contact"),
        ("Charities say that it rang.", "Charities"),
        ("Bakers are losing patience with the bell.", "Bakers"),
        ("The bell has angered bakers.", "bakers"),
        ("The bell has drawn criticism from bakers.", "bakers"),
        ("The bell, say those who rang it, is cracked.", "those"),
        ("Bakers have had a_bellyful of it.", "Bakers"),
        ("The bell, described by bakers as a_toy, rang.", "bakers"),
        ("a_toy is the consensus in the square.", "consensus"),
        ("Bakers are understood to have left.", "Bakers"),
        ("A baker who lives there had seen it at noon.", "A baker"),
        ("Ask anyone in the yard and they will say it rang.", "anyone"),
        ("By common opinion, it is a toy.", "common opinion"),
        ("Depending on whom you ask, it is a toy.", "Depending on whom you"),
        ("It was a baker who claimed that it rang.", "a baker"),
        ("By bakers’ own opinion, it is a toy.", "bakers’"),
        ("According to one of her bakers, it rang.", "one of her bakers"),
        ("It rang, according to both camps.", "both camps"),
        ("It rang, according to early reports.", "early reports"),
        ("Reports from the coast say that it rang.", "Reports"),
        ("In the trade they say it rang.", "In the trade they say"),
        ("a_toy? sniffed bakers on the quay.", "bakers"),
        ("a_toy? one baker after another said on the quay.", "one baker"),
        ("Bakers have the same story.", "Bakers"),
    ],
)
def test_frames_that_tell(text: str, source: str) -> None:
    assert _read(text) == source


@pytest.mark.parametrize(
    "text",
    [
        "Nuns in Tarrow rang it.",
        "A baker swear that it rang.",  # the verb is of several
        "Papers claim that it rang.",
        "Bakers object to it.",
        "Bakers were branded by it.",
        "Ada and her bakers claim that it rang.",
        "Usually, bakers claim that it rang.",
        "Among the bakers are two nuns.",
        "Say baker Ada Roe swears.",
        "Bakers in Tarrow rang.",
        "The feeling of this sort is that it rang.",
        "Tarrow Trust bakers swear that it rang.",
        "A baker might claim that it rang.",  # nobody has
        "The quay is what many call a toy.",
        "Another baker claims that it rang.",
        "It was a baker who rang it.",
        "It rang, according to police reports.",
        "It rang, according to reports by Ada Roe.",
        "Reports from the coast arrive at noon.",
        "In the film they say it rang.",
        "a_toy is the consensus of Ada and her nuns.",
        "There were both camps of the debate.",
    ],
)
def test_near_misses(text: str) -> None:
    assert _read(text) is None
