"""What holding headlines, bylines and dates against the article must leave alone beyond the rules' own examples."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest
from benchmarks.pathologies import is_linear

from newslint.assembly import parse
from newslint.checks import load_check_type
from newslint.contract import Scene
from newslint.diagnostics import Finding
from newslint.source import Source
from newslint.today import Today

_FILLER = "Fishermen who saw the boat turn over called for help and pulled those who could swim out of the water. " * 6


def _run(
    check: str, text: str, format: str = "markdown", scene: dict[str, Any] | None = None, **options: Any
) -> list[Finding]:
    check_type = load_check_type(check)
    article = parse(Source(f"a.{format}", text, format))
    return list(check_type.bind(**options)(article, Scene(Today(date(2026, 1, 15)), **(scene or {}))))


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Ferry line to pay $1.2m", "The line will pay 1.2 million dollars."),
        ("Half of harbour jobs to go: 50% cut", "Half of the jobs will go."),
        ("Boy, 13, saves captain", "The thirteen-year-old saved the captain."),
        ("Nearly 40% of piers unsafe", "Of the piers 38.7 per cent are unsafe."),
        ("Class of ’86 returns to harbour", "The class of 1986 came back."),
        ("After 30 years the pier reopens", "The pier was closed in 1996."),
        ("A 25kg cod", "The cod weighed 25 kilograms."),
        ("4 die off Sandside", "The captain, his wife and their two sons died."),
    ],
)
def test_figures_that_the_body_states_in_other_words_are_supported(headline: str, body: str) -> None:
    assert not _run("unsupported-figures", f"# {headline}\n\n{body} {_FILLER}\n", where="headline")


def test_a_contradicting_count_of_the_same_thing_is_a_conflict() -> None:
    text = f"# Ferry accident kills 14 people off Sandside\n\nOnly 12 people died off Sandside. {_FILLER}\n"
    (found,) = _run("unsupported-figures", text, where="headline")
    assert (found.grade, found.values["what"], len(found.related)) == ("conflict", "14", 1)


def test_names_of_a_summary_are_judged_on_request_only() -> None:
    text = f"---\ntitle: Ferry sinks\ndescription: The ferry sank, said Mina Solberg of the port.\n---\n\n{_FILLER}\n"
    assert not _run("unsupported-figures", text, where="summary")
    (found,) = _run("unsupported-figures", text, where="summary", names=True)
    assert found.values["what"] == "Mina Solberg"


def test_length_counts_letters_with_their_accents_as_one() -> None:
    letters = "e\u0301" * 70
    assert not _run("headline-length", f"# {letters}\n\nText follows here.\n")
    assert _run("headline-length", f"# {letters}e\n\nText follows here.\n")


@pytest.mark.parametrize("author", ["bbrook", "georgex99", "VerdantLane"])
def test_keys_of_authors_in_front_matter_are_no_single_names(author: str) -> None:
    assert not _run("byline-identity", f"---\ntitle: Ferry sinks\nauthor: {author}\n---\n\n{_FILLER}\n")


def test_a_registered_single_name_identifies_its_bearer() -> None:
    text = f"# Ferry sinks off Sandside\n\nBy Tavish\n\nPublished on: 3 May 2026\n\n{_FILLER}\n"
    assert _run("byline-identity", text)
    assert not _run("byline-identity", text, scene={"names": ("Tavish",)})


@pytest.mark.parametrize("style", ["sentence", "ap-title", "chicago"])
def test_a_chosen_style_holds_for_every_heading(style: str) -> None:
    title = "# Council Votes to Close Harbour Bridge\n\nThe council voted to close the harbour bridge.\n"
    sentence = "# Council votes to close the harbour bridge\n\nThe council voted to close the harbour bridge.\n"
    assert bool(_run("headline-case", title, style=style)) is (style == "sentence")
    assert bool(_run("headline-case", sentence, style=style)) is (style != "sentence")


@pytest.mark.parametrize(("hours", "is_wrong"), [(71, False), (73, True)])
def test_an_update_may_be_three_days_older_where_systems_give_times(hours: int, is_wrong: bool) -> None:
    day, hour = divmod(96 - hours, 24)
    update = f"2026-05-{1 + day:02}T{hour:02}:00:00Z"
    text = f"---\ntitle: Ferry sinks\ndate: 2026-05-05T00:00:00Z\nupdated: {update}\n---\n\n{_FILLER}\n"
    assert bool(_run("date-order", text)) is is_wrong


def test_authors_and_titles_that_vary_are_no_mismatch() -> None:
    head = "---\ntitle: {title}\nauthor: {author}\n---\n\n# Ferry with 14 people sinks off Sandside\n\n"
    head += "By Ana María Roe\n\n"
    for author in ("Ana Maria Roe", "A. Roe", "Roe, Ana", "Lune Courier Staff", "admin"):
        text = head.format(title="Ferry with 14 people sinks", author=author) + _FILLER
        assert not _run("metadata-agreement", text), author
    assert _run("metadata-agreement", head.format(title="Ferry with 12 people sinks", author="Ana Roe") + _FILLER)


def test_tables_faqs_and_headings_without_end_take_linear_time() -> None:
    texts = {
        "empty-cell": ("| a | b |\n|--|--|\n", "| k | v |\n| k | |\n| k | v |\n| k | v |\n| k | v |\n"),
        "faq-overlap": ("# H\n\n## FAQ\n\n", "### Is it {}?\n\nThe ferry of Sandside took {} people.\n\n"),
        "headline-case": ("# H\n\n", "## Nothing Under The Heading\n\n"),
        "duplicate-headline": ("", "# Ferry sinks off Sandside\n\n"),
    }
    for check, (first, unit) in texts.items():

        def make(size: int, first: str = first, unit: str = unit) -> str:
            return first + "".join(unit.replace("{}", str(at)) for at in range(size // len(unit)))

        assert is_linear(make, partial(_run, check), largest=64_000), check
