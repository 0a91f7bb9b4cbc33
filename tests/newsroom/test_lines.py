"""Lines that newsrooms and their sites print by convention are read with exact positions, and prose is left alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import newsroom
from newslint.article import Block, Prose, Run
from newslint.assembly.roles import assign_roles
from newslint.newsroom.boilerplate import boilerplate_role, is_menu_line
from newslint.newsroom.bylines import read_byline
from newslint.newsroom.datelines import read_date_lines
from newslint.newsroom.labels import read_empty_label, read_label
from newslint.newsroom.lines import read_line
from newslint.newsroom.notes import introduces, role_of_note
from newslint.newsroom.openings import read_dateline, read_opening_date
from newslint.parts import BlockKind
from newslint.spans import Span


@pytest.mark.parametrize(
    ("line", "names", "text"),
    [
        ("By Ann Roe", ["Ann Roe"], "By Ann Roe"),
        ("By A. Roe and B. Moe, Harbour Desk", ["A. Roe", "B. Moe"], "By A. Roe and B. Moe, Harbour Desk"),
        ("By A. Roe, B. Moe and C. Poe", ["A. Roe", "B. Moe", "C. Poe"], "By A. Roe, B. Moe and C. Poe"),
        ("BY ANN ROE", ["ANN ROE"], "BY ANN ROE"),
        ("byAnn Roe", ["Ann Roe"], "byAnn Roe"),
        ("Written by Ann van der Roe", ["Ann van der Roe"], "Written by Ann van der Roe"),
        ("Reported by Ann Roe", ["Ann Roe"], "Reported by Ann Roe"),
        ("Story by Ann Roe", ["Ann Roe"], "Story by Ann Roe"),
        ("Ann Roe | Updated 3 May 2024", ["Ann Roe"], "Ann Roe"),
        ("A. Roe, Staff Writer", ["A. Roe"], "A. Roe"),
        ("Ann Roe for the Tribune", ["Ann Roe"], "Ann Roe"),
        ("Posted by Ann Roe on 3 May 2024", ["Ann Roe"], "Posted by Ann Roe"),
        ("By Ann Roe • Published May 3, 2024", ["Ann Roe"], "By Ann Roe"),
        ('By Ann "Annie May" Roe May 3, 2024', ['Ann "Annie May" Roe'], 'By Ann "Annie May" Roe'),
        ("By Harbour News Staff", ["Harbour News Staff"], "By Harbour News Staff"),
        ("3 May 2024 by Ann Roe", ["Ann Roe"], "by Ann Roe"),
        ("Von Anna Rohe", ["Anna Rohe"], "Von Anna Rohe"),
    ],
)
def test_bylines_name_people_and_say_where(line: str, names: list[str], text: str) -> None:
    found = read_byline(line)
    assert found is not None
    assert list(found.names) == names
    assert line[found.start : found.end] == text


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the harbour was closed again.",
        "By contrast, Port Ann grew",
        "By the time the ferry came, the quay was empty.",
        "By-laws",
        "By framing the vote as a duty, the mayor won it.",
        "Di Roma scores again",
        "Ann Roe resigned on Tuesday.",
        "Ann Roe",
        "Harbour Bridge Reopens",
        "",
        "By",
    ],
)
def test_prose_and_headlines_are_no_bylines(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [("Ann Roe", ["Ann Roe"]), ("Ann Roe Political Correspondent", ["Ann Roe"]), ("Ann Roe 3 May 2024", ["Ann Roe"])],
)
def test_a_bare_name_is_a_byline_only_where_bylines_stand(line: str, names: list[str]) -> None:
    assert read_byline(line) is None or "Correspondent" in line
    found = read_byline(line, is_placed=True)
    assert found is not None
    assert list(found.names) == names


@pytest.mark.parametrize(
    ("line", "element", "value", "text"),
    [
        ("Published: 22:04, 22 Apr 2024", "published", "2024-04-22T22:04:00", "22:04, 22 Apr 2024"),
        ("Updated 9:22 PM EST, Mon November 6, 2023", "updated", "2023-11-06T21:22:00-05:00", None),
        ("May 3, 2024", "published", "2024-05-03", "May 3, 2024"),
        ("By Ann Roe | 3 May 2024", "published", "2024-05-03", "3 May 2024"),
        ("Politics / January 11, 2024", "published", "2024-01-11", "January 11, 2024"),
        ("6. November 2023", "published", "2023-11-06", "6. November 2023"),
        ("February 28 2024, 9:54 a.m.", "published", "2024-02-28T09:54:00", "February 28 2024, 9:54 a.m."),
        ("Last updated: 2024-05-03", "updated", "2024-05-03", "2024-05-03"),
    ],
)
def test_date_lines_are_read_with_value_and_place(line: str, element: str, value: str, text: str | None) -> None:
    [found] = read_date_lines(line)
    assert (found.element, found.value) == (element, value)
    assert text is None or line[found.start : found.end] == text


def test_a_line_may_hold_publication_and_update() -> None:
    line = "Posted: May 3, 2024 / 05:25 PM CST / Updated: May 4, 2024 / 07:16 PM CST"
    assert [(date.element, (date.value or "")[:10]) for date in read_date_lines(line)] == [
        ("published", "2024-05-03"),
        ("updated", "2024-05-04"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "3. Mai 2024, 9:10 Uhr | Stand: 4. Mai 2024, 17:30 Uhr",
        "May 3, 2024 | As of May 4, 2024",
        "Veröffentlicht am 03.05.2024 – Stand: 04.05.2024",
    ],
)
def test_as_of_says_an_update_behind_another_date(line: str) -> None:
    assert [(date.element, (date.value or "")[:10]) for date in read_date_lines(line)] == [
        ("published", "2024-05-03"),
        ("updated", "2024-05-04"),
    ]


@pytest.mark.parametrize(
    "line", ["Le 13/05/2024 à 06:30 | Anna Rohe (avec agences)", "13/05/2024 alle 9:15 | Anna Rohe con agenzie"]
)
def test_a_date_may_stand_beside_who_signs_with_whom(line: str) -> None:
    assert [(date.value or "")[:10] for date in read_date_lines(line)] == ["2024-05-13"]


@pytest.mark.parametrize(
    "line",
    [
        "The mayor resigned on 3 May 2024.",
        "The bridge was closed from 3 May 2024 because its piers had moved",
        "Published on:",
        "Chapter 12",
        "Updated moments ago",
    ],
)
def test_a_date_in_prose_is_not_the_article_s(line: str) -> None:
    assert read_date_lines(line) == []


def test_empty_labels_say_what_they_announce() -> None:
    found = read_empty_label("Published on:")
    assert found is not None
    assert (found.element, found.label) == ("published", "Published on")
    assert "Published on:"[found.start : found.end] == "Published on:"
    updated, source = read_empty_label("Updated:"), read_empty_label("Source:")
    assert updated is not None
    assert updated.element == "updated"
    assert source is not None
    assert source.element is None
    assert read_empty_label("Published on: 3 May 2024") is None
    assert read_empty_label("The mayor said:") is None


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Leave a Comment", "comments"),
        ("12 Comments", "comments"),
        ("Related Posts", "related"),
        ("Read more: Ferry fares to rise", "related"),
        ("Share this:", "share"),
        ("Advertisement", "advertisement"),
        ("© 2024 Harbour Times. All rights reserved.", "footer"),
        ("For More Information Click HERE", "call-to-action"),
        ("Sign up for our newsletter", "call-to-action"),
        ("Home Sports News Technology Jobs About Us Contact Us Disclaimer", "menu"),
        ("Home > News > Politics", "menu"),
        ("Skip to content", "menu"),
        ("Tags: harbour, ferry", "other"),
        ("5 min read", "other"),
    ],
)
def test_boilerplate_has_its_role(line: str, role: str) -> None:
    assert boilerplate_role(line) == role


@pytest.mark.parametrize(
    "line",
    [
        "The council will read more letters on Tuesday.",
        "By providing cheap loans, the bank kept the yard alive.",
        "Already a member of the league, the port wants more.",
        "More from the same fund went to the ferry line.",
        "No comments were made by the harbour police.",
        "Sports clubs and news sites share the cost of the pier.",
        "Share prices fell by 4 per cent on Monday.",
        "Follow her lead, the minister told the crowd.",
        "Harbour bridge reopens after two years",
        "“We left,” she said.",
        "12",
    ],
)
def test_prose_is_not_boilerplate(line: str) -> None:
    assert boilerplate_role(line) == ""


def test_menu_lines_need_several_entries() -> None:
    assert is_menu_line("News | Sports | Business | Weather")
    assert not is_menu_line("Business and sports news from the harbour")
    assert not is_menu_line("Home prices fall as mortgage rates rise")


def test_datelines_end_before_the_dash() -> None:
    for line, text in [
        ("HARBOUR CITY, May 3 (Wire) — The ferry sank.", "HARBOUR CITY, May 3 (Wire)"),
        ("Port Ann, Ill. — The ferry sank.", "Port Ann, Ill."),
        ("PORT ANN (Wire) - The ferry sank.", "PORT ANN (Wire)"),
    ]:
        found = read_dateline(line)
        assert found is not None
        assert line[found.start : found.end] == text
    assert read_dateline("The ferry — all of it — sank.") is None


def test_labels_and_notes() -> None:
    assert read_label("OPINION") == "opinion"
    assert read_label("Sponsored by Harbour Bank") == "sponsored"
    assert read_label("Ferry sinks") is None
    assert read_label("Sponsored by Harbour Bank, which also paid for the new pier and the lights") is None
    assert role_of_note("Correction: An earlier text misnamed the pier.") == "correction"
    assert role_of_note("This article contains affiliate links.") == "disclosure"
    assert role_of_note("The correction came too late.") == ""


def _blocks(*parts: tuple[BlockKind, str]) -> list[Block]:
    found, at = [], 0
    for kind, text in parts:
        found.append(Block(kind, Span(at, at + len(text)), Prose(text, [Run(0, len(text), at, len(text))])))
        at += len(text) + 2
    return found


def test_roles_are_given_around_the_headline_and_at_the_end() -> None:
    blocks = _blocks(
        ("heading", "Ferry line closes"),
        ("paragraph", "The last boat leaves the northern quay tonight, the council says."),
        ("paragraph", "By Ann Roe"),
        ("paragraph", "3 May 2024"),
        ("paragraph", "The council closed the line on Monday after a vote that took all night. " * 3),
        ("paragraph", "Fares had risen twice in a year and the boats were empty. " * 3),
        ("paragraph", "Correction: An earlier text misnamed the quay."),
        ("paragraph", "Ann Roe is a reporter who covers the harbour."),
        ("paragraph", "Leave a comment"),
    )
    for format in ("markdown", "html", "text"):
        found = assign_roles(blocks, format)
        assert [block.role for block in found] == [
            "", "dek", "byline", "published", "", "", "correction", "author-bio", "comments",
        ]  # fmt: skip
        assert found[2].kind == found[3].kind == found[8].kind == "boilerplate"
        assert assign_roles(found, format) == found


def test_a_section_of_markup_keeps_its_heading() -> None:
    blocks = _blocks(
        ("heading", "Ferry line closes"),
        ("paragraph", "The council closed the line on Monday."),
        ("heading", "Disclaimer"),
        ("heading", "Related"),
    )
    assert [block.kind for block in assign_roles(blocks, "markdown")] == ["heading", "paragraph", "heading", "heading"]


@given(st.text(max_size=300))
def test_any_line_is_read_without_fail_and_within_its_bounds(line: str) -> None:
    boilerplate_role(line)
    is_menu_line(line)
    for found in (
        read_byline(line),
        read_byline(line, is_placed=True),
        *read_date_lines(line),
        read_empty_label(line),
        read_dateline(line),
    ):
        assert found is None or 0 <= found.start <= found.end <= len(line)


def test_a_line_says_all_that_it_is_read_for() -> None:
    line = read_line("By Ann Roe | 3 May 2024")
    assert line.byline is not None
    assert line.byline.names == ("Ann Roe",)
    assert [date.value for date in line.dates] == ["2024-05-03"]
    assert (line.label, line.empty_label, line.boilerplate, line.note, line.dateline) == (None, None, "", "", None)
    assert read_line("Ann Roe").byline is None
    assert read_line("Ann Roe").placed_byline is not None
    assert (read_line("*OPINION*").key, read_line("*OPINION*").label) == ("opinion", "opinion")
    assert read_line("one two three").words == 3


def test_who_asks_for_a_line_again_gets_the_same_record() -> None:
    assert read_line("Updated:") is read_line("Updated:")
    assert read_line("word " * 400) is not read_line("word " * 400)


OF_ARTICLES = ("advising", "helplines", "opinion_signs", "subjects_opened", "voices", "wordings")


def test_rooms_of_lines_know_no_blocks() -> None:
    folder = Path(newsroom.__file__).parent
    told = {
        file.stem: set(re.findall(r"from newslint\.(\w+)", file.read_text("utf-8"))) for file in folder.glob("*.py")
    }
    # What a text is about and which notices it has is asked of articles.
    known = set().union(*(rooms for room, rooms in told.items() if room not in OF_ARTICLES))
    assert known <= {"newsroom", "language", "parts", "patterns", "records"}


@pytest.mark.parametrize(
    ("line", "elements"),
    [
        ("Diese Seite wurde zuletzt am 3. Mai 2026 um 13:22 Uhr geändert.", ["updated"]),
        ("Dieser Beitrag wurde am 3. Mai 2026 von Mara Oduya überarbeitet.", ["updated"]),
        ("Der Artikel wurde am 3. Mai 2026 veröffentlicht und löste in der ganzen Stadt eine Debatte aus.", []),
        ("Das Buch wurde am 3. Mai 2026 veröffentlicht.", []),
        ("He was seen on 3 May 2026 and filed under another name.", []),
    ],
)
def test_sentences_with_the_verb_behind_the_date(line: str, elements: list[str]) -> None:
    assert [date.element for date in read_date_lines(line)] == elements


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("(18.01.2018) The quay is shut.", "2018-01-18"),
        ("27.1.2022 - The quay is shut.", "2022-01-27"),
        ("31. Oktober 2023. Der Kai ist gesperrt.", "2023-10-31"),
        ("Tarrow, (12.11.2021). Der Kai ist gesperrt.", "2021-11-12"),
        ("Tarrow, 3 May 2016 – The quay is shut.", "2016-05-03"),
        ("01.02.2022 „Der Kai ist gesperrt“, sagt Mara Oduya.", "2022-02-01"),
        ("27.1.2022 was the day on which the quay was shut.", None),
        ("On 27 January 2022. The quay is shut.", None),
        ("27 January 2022 - 3 February 2022 the quay is shut.", None),
        ("31 October 2023, the day of the storm. The quay is shut.", None),
    ],
)
def test_dates_that_open_a_paragraph(text: str, day: str | None) -> None:
    found = read_opening_date(text)
    assert (found and found.value) == day


@pytest.mark.parametrize(
    "text",
    [
        "Korrektur: In einer früheren Fassung stand ein falscher Name.",
        "In einer früheren Version dieses Artikels hieß es, die Brücke sei gesperrt.",
        "Rectificatif : une première version de cet article indiquait 50 postes.",
        "Fe de errores: en una versión anterior se decía que la caída era del 4 %.",
        "Errata corrige: il ponte è chiuso dal 3 maggio.",
    ],
)
def test_corrections_in_other_languages(text: str) -> None:
    assert role_of_note(text) == "correction"


@pytest.mark.parametrize(
    "text",
    [
        "Zur Person: Mara Oduya schreibt seit 2019 über Kommunalpolitik.",
        "Mara Oduya ist Redakteurin der Tarrower Zeitung.",
        "About the author: Mara Oduya has covered health since 2008.",
        "Mara Oduya est journaliste au service économie.",
        "Sobre la autora: Mara Oduya es periodista en Tarrow.",
    ],
)
def test_introductions_of_authors_in_other_languages(text: str) -> None:
    assert introduces(text, ["Mara Oduya"])
    assert not introduces(text, ["Ben Doe"])


def test_a_fact_checker_is_no_author() -> None:
    byline = read_line("Written by: Lena Kowal | Fact-checked by: Dr. Ines Varga").byline
    assert byline is not None
    assert [(person.name, person.kind) for person in byline.people] == [
        ("Lena Kowal", "author"),
        ("Ines Varga", "contributor"),
    ]


@pytest.mark.parametrize(
    ("line", "role"), [("Amended: 6 June 2026", "updated"), ("Last reviewed 6 June 2026", "updated")]
)
def test_dates_of_changes(line: str, role: str) -> None:
    assert read_line(line).dated == role
