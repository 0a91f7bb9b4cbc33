"""References that cannot be right: ISBNs and DOIs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.units.references import find_dubious, is_isbn


@pytest.mark.parametrize("number", ["9780306406157", "0306406152", "080442957X", "9791032305690"])
def test_an_isbn_is_told_by_its_check_digit(number: str) -> None:
    assert is_isbn(number)
    assert not is_isbn(number[:-1] + ("1" if number[-1] != "1" else "2"))


@given(st.text("0123456789", min_size=9, max_size=9))
def test_each_book_has_one_check_digit(text: str) -> None:
    assert sum(is_isbn(f"978{text}{digit}") for digit in range(10)) == 1
    assert sum(is_isbn(text + digit) for digit in "0123456789X") == 1


@given(st.text("ISBN 978-0306406157 doi:10.1234/abc DOI", max_size=80))
def test_ranges_lie_in_the_text(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in find_dubious(text))
