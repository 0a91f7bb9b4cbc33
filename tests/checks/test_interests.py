"""Companies that the newsroom is related to: what names them, where a text is about one, and what discloses it."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.article import Article
from newslint.assembly import parse
from newslint.checks.interests import read_companies, related_company
from newslint.contract import Scene
from newslint.source import Source
from newslint.today import Today

SCENE = Scene(Today(date(2026, 5, 3)))
FERRIES = read_companies(["Lune Ferries: sponsors our sports pages"])


def found(text: str, *, titles: tuple[str, ...] = ()) -> list[str]:
    article: Article = parse(Source(path="a.md", text=text, format="markdown"))
    findings = related_company(article, SCENE, companies=FERRIES, titles=titles)  # type: ignore[arg-type]
    return [article.source.slice(finding.span) for finding in findings]


ABOUT = "# Lune Ferries adds a boat\n\nA boat of Lune Ferries will sail in June.\n"


def test_a_company_is_reported_once() -> None:
    assert found(ABOUT) == ["Lune Ferries"]


@pytest.mark.parametrize(
    "line",
    [
        "Lune Ferries is a sponsor of this newspaper.",
        "*Our reporting is funded by Lune Ferries.*",
        "Disclosure: Lune Ferries owns a stake in us.",
        "We publish the magazine of Lune Ferries.",
    ],
)
def test_a_sentence_of_our_own_discloses_it(line: str) -> None:
    assert found(f"{ABOUT}\n{line}\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "“Lune Ferries sponsors this newspaper,” said Ana Roe.",
        "Lune Ferries owns nine boats.",
        "Our harbour is deep. Lune Ferries owns nine boats.",
        "This newspaper has a sponsor.",
    ],
)
def test_what_others_say_or_what_says_something_else_does_not(line: str) -> None:
    assert found(f"{ABOUT}\n{line}\n") == ["Lune Ferries"]


def test_front_matter_that_is_printed_discloses_it() -> None:
    assert found(f"---\ndisclosure: Lune Ferries sponsors our pages.\n---\n\n{ABOUT}") == []


def test_a_name_that_begins_like_it_is_another() -> None:
    assert found("# Lune Ferriesmen sing\n\nThe Lune Ferriesmen sing in June.\n") == []


@pytest.mark.parametrize("line", ["Lune Ferries", ": owns us", "Lune Ferries:", "??: x"])
def test_a_line_that_does_not_say_both_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="must be"):
        read_companies([line])
