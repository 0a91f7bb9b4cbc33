"""Tables, quoted headings and signatures of a text that came without its page's markup."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.assembly import parse
from newslint.formats.draft import ParseOptions
from newslint.source import Source

FIRST = "The harbour bridge in Tarrow will close on 6 April for nine weeks, the county said on Tuesday."
LAST = "Ferries will run every twenty minutes and cost nothing, and buses will stop at the landing."
HEAD = "Harbour bridge in Tarrow closes for nine weeks\n\nBy Mara Oduya\n\n4 March 2026\n"


def _read(text: str) -> Article:
    return parse(Source("a.txt", text, "text"), ParseOptions())


def _kinds(text: str) -> dict[str, str]:
    return {block.text: block.kind for block in _read(text).blocks}


TABLES = [
    "Mara Oduya\n7,902\nBen Doe\n5,340\nMajority\n2,562",
    "Ort\nFähren\nTarrow\n12\nHallin\n9\nSandhafen\n4",
    "Strecke\nLage\nTarrow – Hallin\ngesperrt bis zum Abend\nHallin – Sandhafen\nein Gleis ist frei",
    "Ligne\nÉtat\nTarrow – Hallin\nfermée jusqu'au soir\nHallin – Le Port\nune voie ouverte",
]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("heading", ["How it looks now", "So sieht es aus", "Ce qui est fermé"])
def test_pairs_of_lines_under_a_heading_are_a_table(table: str, heading: str) -> None:
    kinds = _kinds(f"{HEAD}\n{FIRST}\n\n{heading}\n\n{table}\n\nWhat comes next\n\n{LAST}\n")
    assert kinds[heading] == "heading"
    assert kinds["What comes next"] == "heading"
    assert kinds[" ".join(table.split("\n")[2:4])] == "table-row"
    assert kinds[LAST] == "paragraph"


@pytest.mark.parametrize(
    "lines",
    [
        "Mara Oduya\nBen Doe\nIda Holm\nAna Roe\nTom Lund",
        "The county is looking for a ferry\nThe mayor wants two of them\nThe harbour has room for one\n"
        "Boats from Hallin may help out\nThe old landing is to be mended\nNobody knows what it costs",
        "- twelve boats\n- nine buses\n- two bridges\n- one road\n- three weeks\n- four days",
    ],
)
def test_other_lines_under_a_heading_are_not(lines: str) -> None:
    kinds = _kinds(f"{HEAD}\n{FIRST}\n\nWho is to pay\n\n{lines}\n\n{LAST}\n")
    assert "table-row" not in kinds.values()


def test_a_heading_over_the_heads_of_a_table_is_not_one_of_them() -> None:
    table = "Particulars\nDetails\nFirst day\n6 April\nLast day\n7 June\nFerries\nfree"
    kinds = _kinds(f"{HEAD}\n{FIRST}\n\nQuick facts\n\n{table}\n\nWhat comes next\n\n{LAST}\n")
    assert (kinds["Quick facts"], kinds["First day 6 April"], kinds["What comes next"]) == (
        "heading",
        "table-row",
        "heading",
    )


@pytest.mark.parametrize(
    "heading", ["'Tired and alone'", "“A bridge too long”", "„Müde und allein“", "« Fatigués et seuls »"]
)
def test_quoted_words_without_a_stop_between_paragraphs_are_a_heading(heading: str) -> None:
    assert _kinds(f"{HEAD}\n{FIRST}\n\n{heading}\n\n{LAST}\n")[heading] == "heading"


@pytest.mark.parametrize("line", ["“We are tired.”", "“Tired, and alone”", "“Is it open?”", "“we go”"])
def test_quoted_speech_is_not(line: str) -> None:
    assert _kinds(f"{HEAD}\n{FIRST}\n\n{line}\n\n{LAST}\n")[line] == "paragraph"


@pytest.mark.parametrize(
    ("byline", "date"),
    [
        ("An obituary by Ida Holm", "4 March 2026 / 4 minutes"),
        ("Ein Nachruf von Ida Holm", "4. März 2026 / 3 Minuten zu lesen"),
        ("Une chronique par Ida Holm", "4 mars 2026 • 3 minutes de lecture"),
    ],
)
def test_a_byline_may_stand_over_the_headline(byline: str, date: str) -> None:
    article = _read(f"{byline}\n\nShe built the harbour bridge by hand\n\n{date}\n\n{FIRST}\n\n{LAST}\n")
    assert [person.name for element in article.find_all("byline") for person in element.people] == ["Ida Holm"]
    published, headline = article.find("published"), article.find("headline")
    assert (published and published.value) == "2026-03-04"
    assert (headline and headline.text) == "She built the harbour bridge by hand"


@pytest.mark.parametrize(
    "caption",
    ["Boats wait for the ferry in Tarrow (Ida Holm/The Courier)", "Die Brücke am Montag in Hallin (Ida Holm/Kurier)"],
)
def test_a_name_and_a_house_in_brackets_make_a_caption(caption: str) -> None:
    assert _kinds(f"{HEAD}\n{FIRST}\n\n{caption}\n\n{LAST}\n")[caption] == "caption"


def test_a_row_of_entries_over_the_headline_is_a_menu() -> None:
    row = "Knitting Weaving Dyeing Yarns Patterns"
    article = _read(f"{row}\n\n{HEAD}\n{FIRST}\n\n{LAST}\n")
    assert (article.blocks[0].text, article.blocks[0].kind) == (row, "boilerplate")


def test_a_label_over_a_long_headline_is_not_the_headline() -> None:
    headline = "Harbour bridge in Tarrow closes for nine weeks while the county mends its oldest pier"
    article = _read(f"Harbour bridge\n\n{headline}\n\nBy Mara Oduya\n\n4 March 2026\n\n{FIRST}\n\n{LAST}\n")
    found = article.find("headline")
    assert (found and found.text) == headline
