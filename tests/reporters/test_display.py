"""Measuring and cutting: whatever the text, what is shown fits and the marks stand under the words."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.reporters.display import cell_width, cut, frame, is_even, text_width, wrap
from newslint.terminal import safe

LINES = st.text(st.characters(exclude_characters="\r\n"), max_size=200) | st.text("ab \t東\u0301", max_size=200)


@given(LINES, st.integers(0, 250), st.integers(0, 250), st.integers(20, 120))
def test_a_frame_fits_and_its_marks_stay_inside(line: str, start: int, size: int, width: int) -> None:
    shown, before, under = frame(line, start, start + size, width)
    assert text_width(shown) <= width
    assert under >= 1
    assert before + under <= text_width(shown) + 1


@given(LINES, st.integers(0, 100))
def test_a_cut_text_fits(line: str, width: int) -> None:
    assert text_width(cut(line, width)) <= max(width, 1)


@given(LINES, st.integers(1, 80))
def test_wrapping_keeps_every_word(text: str, width: int) -> None:
    lines = list(wrap(text, width, "  "))
    assert " ".join(line.strip(" ") for line in lines).strip(" ") == safe(text)


@given(LINES)
def test_a_safe_text_is_one_line_that_can_be_encoded(text: str) -> None:
    assert len(safe(text).splitlines()) <= 1
    safe(text).encode()


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("👨‍👩‍👧‍👦", 2),
        ("👍🏽", 2),
        ("❤️", 2),
        ("❤", 1),
        ("🏃🏽‍♀️", 2),
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2),
        ("🇩🇪", 2),
        ("👩‍💻👩‍💻", 4),
        ("e\u0301", 1),
        ("東京", 4),
        ("\u1100\u1161\u11a8", 2),
        ("क्ष", 2),
        ("a\u200db", 2),
        ("1\ufe0f", 1),
    ],
)
def test_what_readers_see_as_one_sign_is_measured_as_one(text: str, width: int) -> None:
    assert text_width(text) == width
    shown, before, under = frame(f"{text} TK", len(text) + 1, len(text) + 3, 40)
    assert (shown, before, under) == (f"{text} TK", width + 1, 2)
    assert text_width(cut(text * 30, 20)) <= 20


SIGNS = st.lists(st.sampled_from(["👨‍👩‍👧‍👦", "👍🏽", "❤️", "e\u0301", "東", "a", " ", "\t", "🇩🇪"]), max_size=60)


@given(SIGNS, SIGNS, st.integers(40, 200))
def test_a_caret_stands_under_its_word_at_any_width(left: list[str], right: list[str], width: int) -> None:
    before, after = "".join(left), "".join(right)
    line = f"{before}Z{after}"
    shown, cells, under = frame(line, len(before), len(before) + 1, width)
    assert text_width(shown) <= width
    assert under == 1
    at = shown.index("Z")
    assert text_width(shown[:at]) == cells


@given(
    st.text(st.sampled_from("abc xyz,-–“é’€#\t界\u0301"), max_size=260),
    st.integers(0, 260),
    st.integers(0, 80),
    st.integers(10, 90),
)
def test_text_of_even_width_is_shown_as_counted_cell_by_cell(line: str, start: int, length: int, width: int) -> None:
    """What is cut by arithmetic is what counting every cell would have cut."""
    quick = frame(line, start, start + length, width), list(wrap(line, width, "  ", "    ")), text_width(line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newslint.reporters.display.is_even", lambda text: False)
        slow = frame(line, start, start + length, width), list(wrap(line, width, "  ", "    ")), text_width(line)
    assert quick == slow


def test_even_text_has_one_cell_for_each_character() -> None:
    """The class of characters that are counted as one cell holds no other, over all of Unicode."""
    for number in range(sys.maxunicode + 1):
        if is_even(chr(number)):
            assert cell_width(chr(number)) == 1, hex(number)
