"""Dates that came without a space before or after them, when a page was copied."""

from __future__ import annotations

import pytest

from newslint.newsroom.datelines import read_date_lines


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Harbour PressApril 28, 2024", [("published", "2024-04-28", "April 28, 2024")]),
        ("Harbour PressApril 28, 2024 GMT", [("published", "2024-04-28", "April 28, 2024")]),
        ("2 minute readApril 25, 20242:26 PM", [("published", "2024-04-25T14:26:00", "April 25, 20242:26 PM")]),
        ("Published Fri, Apr 28 20232:23 PM", [("published", "2023-04-28T14:23:00", "Fri, Apr 28 20232:23 PM")]),
        ("Redaktion Tarrow16.08.2020 - 21:03", [("published", "2020-08-16T21:03:00", "16.08.2020 - 21:03")]),
        ("21:17 18.11.2019Get short URL", [("published", "2019-11-18T21:17:00", "21:17 18.11.2019")]),
        ("April 10, 20243 years Tarrow Post", [("published", "2024-04-10", "April 10, 2024")]),
        (
            "29. Dezember 202230. Dezember 2022 | Hallin",
            [("published", "2022-12-29", "29. Dezember 2022"), ("published", "2022-12-30", "30. Dezember 2022")],
        ),
        (
            "07 de mayo del 2022Actualizado 08 May 2022",
            [("published", "2022-05-07", "07 de mayo del 2022"), ("updated", "2022-05-08", "08 May 2022")],
        ),
        ("02.12.19", [("published", "2019-12-02", "02.12.19")]),
        ("04.05.20 14:50", [("published", "2020-05-04T14:50:00", "04.05.20 14:50")]),
        ("Mara Oduya | Edited By Web Team | Jan 9, 2026", [("published", "2026-01-09", "Jan 9, 2026")]),
        ("Mara Oduya | Edited Jan 9, 2026", [("updated", "2026-01-09", "Jan 9, 2026")]),
    ],
)
def test_a_date_is_cut_from_what_it_is_glued_to(line: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(date.element, date.value, line[date.start : date.end]) for date in read_date_lines(line)]
    assert found == expected


@pytest.mark.parametrize(
    "line", ["The Boeing 737.12.19B", "Version 2024Beta", "MAY2024", "Section 20243", "1990s music"]
)
def test_numbers_that_are_glued_to_words_are_not_dates_for_that(line: str) -> None:
    assert read_date_lines(line) == []
