"""Links that pay and offers are reported until a notice says so, in the newsroom's own voice and in time."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.assembly import ParseOptions, parse
from newslint.checks import load_check_type
from newslint.contract import Scene
from newslint.diagnostics import Finding
from newslint.newsroom.commerce import why_commercial
from newslint.source import decode_raw
from newslint.today import Today

LINK = "The best kettle is [the steel one](https://www.amazon.com/dp/B01?tag=tarrowpost-20)."
NOTICE = "We may earn a commission if you buy through links on this page."


def found(check: str, text: str, name: str = "a.md", profile: str = "news", **options: object) -> list[Finding]:
    article = parse(decode_raw(text.encode(), name), ParseOptions())
    scene = Scene(Today(date(2026, 6, 1)), profile)
    return list(load_check_type(check).bind(**options)(article, scene))


@pytest.mark.parametrize(
    ("text", "undisclosed", "late"),
    [
        (LINK, True, False),
        (f"{NOTICE}\n\n{LINK}", False, False),
        (f"{LINK}\n\n{NOTICE}", False, True),
        (f"{LINK} {NOTICE}", False, False),
        (f"{LINK}\n\n“{NOTICE}” said Ana Roe, who runs a rival site.", True, False),
        (f"---\ndisclosure: {NOTICE}\n---\n\n{LINK}", False, False),
        (f"**Sponsored**\n\n{LINK}", False, False),
    ],
)
def test_a_notice_counts_by_its_place_and_speaker(text: str, undisclosed: bool, late: bool) -> None:
    assert bool(found("affiliate-undisclosed", text)) is undisclosed
    assert bool(found("disclosure-too-late", text)) is late


def test_an_address_that_is_typed_out_counts_in_plain_text() -> None:
    text = "The best kettle costs £30 (https://shop.example/kettle?aff=tarrow)."
    assert found("affiliate-undisclosed", text, "a.txt")


@pytest.mark.parametrize(
    ("target", "text", "by"),
    [
        ("https://www.amazon.com/dp/B01?tag=tarrowpost-20", "", "?tag="),
        ("https://tarrow.example/search?tag=jollof", "More on food", None),
        ("https://amzn.to/abc", "", "amzn.to"),
        ("https://notamzn.to.example/abc", "", None),
        ("https://shop.example/kettle?ref=tarrow", "", "?ref="),
        ("https://council.example/plan?ref=home", "The plan of the council", None),
        ("https://outfit.example/tent?partner=7", "On sale for $199", "?partner="),
        ("https://post.example/go/kettle", "Check the price", "/go/"),
        ("https://post.example/go/kettle", "Where we went", None),
        ("/plan?aff=1", "", None),
        ("https://[bad", "", None),
    ],
)
def test_links_pay_by_parameters_hosts_and_words_beside_them(target: str, text: str, by: str | None) -> None:
    assert why_commercial(target, text) == by


BET = "New customers get free bets worth £30 when they stake £10 with the bookmaker."
AGE, HELP = "Over-18s only.", "Worried about your betting? Call the gambling helpline."


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (BET, "the age limit and where to find help"),
        (f"{BET} {AGE}", "where to find help"),
        (f"{BET} {HELP}", "the age limit"),
        (f"{BET}\n\n{AGE} {HELP}", None),
        (f"“{BET}” the advert said.", None),
    ],
)
def test_what_is_missing_is_named_item_by_item(text: str, missing: str | None) -> None:
    told = found("own-offer", text, frame="bet", parts=("age-limit", "gambling-help"))
    assert [finding.values["missing"] for finding in told] == ([] if missing is None else [missing])


def test_one_of_alternatives_is_enough() -> None:
    text = "The fund has returned 11 per cent a year since 1999. There is no reason to think that it will stop."
    parts = ("past-performance|capital-risk",)
    assert found("own-offer", text, frame="past", parts=parts)
    assert not found("own-offer", f"{text} Your capital is at risk.", frame="past", parts=parts)


def test_a_sponsor_in_front_matter_calls_for_a_label_but_not_where_the_profile_does() -> None:
    text = "---\ntitle: Walks\nsponsor: Tarrow Railway\n---\n\nThe walk begins at the pier.\n"
    assert [finding.grade for finding in found("sponsored-label", text)] == ["default"]
    assert not found("sponsored-label", text, profile="sponsored")
    assert not found("sponsored-label", text.replace("sponsor:", "type: sponsored\nsponsor:"))
