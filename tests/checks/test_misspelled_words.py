"""A slip is found wherever it stands, and what is written so on purpose is left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.assembly import parse
from newslint.checks.spelling import misspelled_words
from newslint.contract import Scene
from newslint.diagnostics import Finding
from newslint.source import decode
from newslint.today import Today

_SCENE = Scene(Today(date(2026, 1, 15)))


def _check(text: str, name: str = "a.md", names: tuple[str, ...] = ()) -> list[Finding]:
    article = parse(decode(text.encode(), name))
    return list(misspelled_words(article, _SCENE._replace(names=names)))


@given(
    before=st.sampled_from(["The", "A new", "(The", "“The", "The town —", "The *old*"]),
    after=st.sampled_from([" was shut", ", it said", ".", " (the old one)", "’s roof", "; it rained", "…"]),
    name=st.sampled_from(["a.md", "a.html", "a.txt"]),
)
def test_a_slip_is_found_between_any_marks(before: str, after: str, name: str) -> None:
    text = f"{before} old goverment{after} and the ferry sailed on through the night to the town."
    (finding,) = _check(f"<p>{text}</p>" if name == "a.html" else text, name)
    assert finding.values == {"word": "goverment", "meant": "government"}


@pytest.mark.parametrize(
    "text",
    [
        "See goverment.example.org, /goverment/ and goverment@port.example for it.",
        "The goverment-free zone and the #goverment are shut.",
        "The goverment is late. A goverment of slips.",
        "The Goverment of the town is late.",
        "The GOVERMENT of the town is late.",
        "The town calls it the “goverment” of the pier.",
        "The *goverment* of the pier is a song.",
        "The [goverment](https://port.example) of the pier is a song.",
        "The port’s account, @port, wrote that the goverment is late.",
        "We call goverment() first, then the rest.",
    ],
)
def test_what_is_no_slip_is_left_alone(text: str) -> None:
    assert not _check(text)


def test_a_name_of_the_newsroom_is_a_word() -> None:
    assert _check("The old brigde was shut.")
    assert not _check("The old brigde was shut.", names=("Brigde",))


def test_a_slip_in_a_quotation_has_no_fix() -> None:
    (own,), (quoted,) = _check("The old goverment left."), _check("“The old goverment has left us,” said Ana Roe.")
    assert own.fix is not None
    assert (quoted.grade, quoted.fix) == ("quoted", None)


def test_other_languages_are_left_alone() -> None:
    assert not _check("---\nlang: nl\n---\n\nDe goverment is laat.\n")
