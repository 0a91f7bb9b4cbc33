"""Sources that nobody can check: how their noun phrases are read, and when they count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.open_phrases import Classes, classes_of, goes_on, read_phrase

CLASSES: Classes = classes_of(
    passed_on=("post", "posts", "comments", "search"),
    writer=("user", "users", "blogger"),
    medium=("website", "thread", "group", "account", "accounts", "message board", "page", "blog"),
    network=("facebook", "whatsapp", "social media"),
    rumour=("rumour", "reports", "word", "internet"),
    platform=("wikipedia", "reddit"),
)


def read(text: str, word: str) -> tuple[str, str] | None:
    start = text.lower().index(word)
    phrase = read_phrase(text, start, start + len(word), CLASSES)
    return phrase and (text[phrase.start : phrase.end], phrase.strength)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("according to Wikipedia, it fell", "wikipedia", ("Wikipedia", "strong")),
        ("said a user of an anonymous message board.", "user", ("a user of an anonymous message board", "strong")),
        ("A thread on Reddit claims that", "thread", ("A thread on Reddit", "strong")),
        ("a Reddit gardening thread says", "thread", ("a Reddit gardening thread", "strong")),
        ("Somebody in a Facebook support group says", "group", ("a Facebook support group", "weak")),
        ("the rumour website Leakmonger says", "website", ("the rumour website Leakmonger", "strong")),
        ("a post seen on social media says", "post", ("a post seen on social media", "weak")),
        ("comments online say", "comments", ("comments online", "weak")),
        ("a user-edited page says", "page", ("a user-edited page", "strong")),
        ("local media reports say", "reports", ("local media reports", "strong")),
        # Somebody answers for it, or it is a thing of its own.
        ("the port authority’s website says", "website", None),
        ("a website run by the port says", "website", None),
        ("a website called Quayside says", "website", None),
        ("a group says", "group", None),
        ("the thread says", "thread", None),
        ("Facebook says", "facebook", None),
        ("police reports say", "reports", None),
        ("two reports say", "reports", None),
        ("reports in the Courier say", "reports", None),
    ],
)
def test_noun_phrases_are_read(text: str, word: str, expected: tuple[str, str] | None) -> None:
    assert read(text, word) == expected


def test_a_verb_is_no_noun() -> None:
    assert read("a gossip account reports that", "account") == ("a gossip account", "strong")


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("Wikipedia editors", True),
        ("Wikipedia’s founder", True),
        ("Wikipedia, a", False),
        ("Wikipedia the", False),
        ("Wikipedia is", False),
    ],
)
def test_a_phrase_may_go_on(text: str, goes: bool) -> None:
    assert goes_on(text, len("Wikipedia")) is goes


WORDS = "a the some fan Reddit user users of on post , . reports internet Ana said".split()


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_what_is_read_lies_in_the_text_and_around_its_word(text: str) -> None:
    for word in ("user", "post", "reddit", "reports"):
        start = text.lower().find(word)
        if start >= 0:
            phrase = read_phrase(text, start, start + len(word), CLASSES)
            assert phrase is None or 0 <= phrase.start <= start < phrase.end <= len(text)
