"""Mixed units are those of the figures that the analysis of quantities reads, however they are written."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.assembly import parse
from newslint.checks.figures import unit_mix
from newslint.contract import Scene
from newslint.source import decode
from newslint.today import Today

FAMILIES: dict[str, dict[str, tuple[str, ...]]] = {
    "distance": {"miles": ("miles", "mile"), "kilometres": ("kilometres", "km")},
    "grain": {"bushels": ("bushels", "bushel"), "tonnes": ("tonnes", "metric tons")},
}


def mixed(text: str) -> list[tuple[str, object]]:
    article = parse(decode(text.encode(), "a.md"))
    found = unit_mix(article, Scene(Today(date(2026, 1, 15))), families=FAMILIES)
    return [(article.source.slice(finding.span), finding.values["other"]) for finding in found]


@pytest.mark.parametrize("first", ["twelve miles", "12mi", "12-mile", "0.0012 million miles", "twenty to thirty miles"])
@pytest.mark.parametrize("second", ["19 km", "nineteen kilometres", "19-kilometre", "some 19,000 kilometers"])
def test_figures_count_in_words_and_with_abbreviations(first: str, second: str) -> None:
    other = first.removeprefix("twenty to ")
    assert mixed(f"The old line is a {first} way.\n\nThe new one is a {second} way.\n") == [
        (second.removeprefix("some "), other)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The line is 12 miles (19 km) long.",
        "The line is 12 miles long.\n\nThe other is 9 miles long.",
        "The line is 12 miles long.\n\nThe other is 9 nautical miles long.",
        "The line is 12 miles long.\n\n“It is 19 km to the end of the new line,” Mara Oduya said.",
        "The line is 12 miles long.\n\nKm 19 is a bar.",
        "The line is 12 miles long.\n\nThe probe is 19 million km away.",
        "The line is 12 miles long.\n\nShe won the 5-km race.",
    ],
)
def test_conversions_quotations_and_other_units_do_not(text: str) -> None:
    assert mixed(text + "\n") == []


def test_a_unit_that_no_table_has_is_known_by_its_words() -> None:
    assert mixed("They sold 12 bushels.\n\nThey kept 3 metric tons.\n") == [("3 metric tons", "12 bushels")]
