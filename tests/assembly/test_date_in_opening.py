"""The date that opens the first paragraph dates an article that states no other, in every format."""

from __future__ import annotations

import pytest

from newslint.assembly import parse
from newslint.source import decode

_BODY = "A crew from Tarrow has brought up a bell from forty metres of water. “It rang,” Ben Doe said on Monday."


def _published(opening: str, name: str, front: str = "") -> str | None:
    if name.endswith("html"):
        text = f"<article><h1>Fishermen find a bell</h1><p>By Mara Oduya</p><p>{opening} {_BODY}</p></article>"
    else:
        title = "# Fishermen find a bell" if name.endswith("md") else "Fishermen find a bell"
        text = f"{front}{title}\n\nBy Mara Oduya\n\n{opening} {_BODY}\n"
    element = parse(decode(text.encode(), name)).find("published")
    return element.value if element else None


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
@pytest.mark.parametrize(
    "opening", ["TARROW, 3 May 2025 –", "Tarrow, May 3, 2025 (HPA) —", "(03.05.2025)", "TARROW, May 3, 2025 —"]
)
def test_an_opening_dates_the_article(opening: str, name: str) -> None:
    assert (_published(opening, name) or "")[:10] == "2025-05-03"


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
@pytest.mark.parametrize("opening", ["TARROW, 3 May –", "TARROW –", "In May 2025", "It was on 3 May 2025 that"])
def test_a_day_without_a_year_or_within_a_sentence_dates_nothing(opening: str, name: str) -> None:
    assert _published(opening, name) is None


def test_a_stated_date_stays_the_only_one() -> None:
    front = "---\ndate: 2025-05-04\n---\n\n"
    assert _published("TARROW, 3 May 2025 –", "a.md", front) == "2025-05-04"
