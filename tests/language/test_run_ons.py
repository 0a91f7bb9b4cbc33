"""A mark that lacks its space is told from addresses, names of files and abbreviations by the words on both sides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.spelling.run_ons import find_missing_spaces


def _found(text: str) -> list[str]:
    return [match.group() for match in find_missing_spaces(text)]


@given(
    first=st.sampled_from(["late", "boats", "sank", "2019", "9%"]),
    mark=st.sampled_from([".", ".”"]),
    after=st.sampled_from(["The", "Both", "He", "By"]),
)
def test_a_sentence_that_begins_right_behind_another_is_found(first: str, mark: str, after: str) -> None:
    assert _found(f"It was {first}{mark}{after} went home.") == [f"{first}{mark}{after}"]
    assert not _found(f"It was {first}{mark} {after} went home.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tower,and the band, are old.", "tower,and"),
        ("The jar was empty;the lid was gone.", "empty;the"),
        ("The town of Olm,in the north, was hit.", "Olm,in"),
        ("Built in 1890,is it old?", "1890,is"),
        ("Was it so?Nobody knew.", "so?Nobody"),
    ],
)
def test_other_marks_are_looked_at(text: str, found: str) -> None:
    assert _found(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "See port.Com, report.Final and example.org of the firm.",
        "Mr.Roe, Mrs.Doe and Dr.Sand met the Yahoo!News crew.",
        "The files a,b,c and red,green,blue are there.",
        "J.R.R. Roe of the U.S. team has a Ph.D. in H.R.1204.",
        "It was 3.5 at 9.15am in node.js.The end.",
    ],
)
def test_names_files_and_abbreviations_are_left_alone(text: str) -> None:
    assert not _found(text)
