"""Which line of a text's top is the headline, and which is the standfirst, whatever stands around them."""

from __future__ import annotations

import itertools

import pytest

from newslint.article import Article
from newslint.assembly import parse
from newslint.source import Source, decode

MENU = "Home\n\nNews\n\nSport\n\nBusiness\n\nContact\n\nAbout us\n\nLogin"
BODY = """The bridge between Tarrow and Hallin was closed on Monday after a crane struck a pylon, the port said.

Nobody was hurt in the accident, which happened shortly after 6 a.m. when a barge passed under it in strong wind.

“We cannot say how long the repairs will take,” Ben Doe, chief engineer of the port, told reporters at the quay.

Ferries will make forty more crossings a day until the bridge opens again, the council of Tarrow decided."""
HEADLINES = (
    "Harbour bridge closed after crane strikes pylon",
    "Harbour bridge closed after crane strikes pylon.",
    "Why is the harbour bridge closed?",
    "“We will not rebuild the bridge”",
    "Photos: Crane strikes bridge at Tarrow",
    "Budget 2026: What changes on 1 April 2026",
    "Budget 2026: What Changes On 1 April 2026",
    "Crane strikes harbour bridge",
)
STANDFIRSTS = (
    "Engineers say the repairs could take until spring, as ferries add crossings",
    "Engineers Say The Repairs Could Take Until Spring, As Ferries Add Crossings",
    "Engineers say the repairs could take until spring, as ferries add crossings.",
    "Repairs could take until spring",
)
SIGNED = ("By Mara Oduya\n\n24 November 2026", "24 November 2026\n\nBy Mara Oduya", "Mara Oduya | 24 November 2026")


def read(*parts: str) -> Article:
    """Return the article of a plain text that consists of these parts."""
    return parse(Source("a.txt", "\n\n".join(part for part in parts if part) + "\n", "text"))


def texts(article: Article, role: str) -> list[str]:
    """Return the texts of the blocks that have a role."""
    return [block.text for block in article.blocks if block.role == role]


@pytest.mark.parametrize("headline", HEADLINES)
def test_the_line_over_the_standfirst_is_the_headline(headline: str) -> None:
    for menu, standfirst, signed in itertools.product(("", MENU), STANDFIRSTS, SIGNED):
        article = read(menu, headline, standfirst, signed, BODY)
        assert texts(article, "headline") == [headline], (menu, standfirst, signed)
        assert texts(article, "dek") == [standfirst], (menu, signed)
        assert [element.names for element in article.elements if element.kind == "byline"] == [("Mara Oduya",)]


@pytest.mark.parametrize("headline", [line for line in HEADLINES if line[-1] != "."])
def test_what_signs_an_article_may_stand_over_its_headline(headline: str) -> None:
    assert texts(read(SIGNED[0], headline, STANDFIRSTS[0], BODY), "headline") == [headline]


def test_a_line_without_a_stop_over_the_text_is_the_standfirst() -> None:
    article = read(HEADLINES[0], STANDFIRSTS[0], BODY)
    assert texts(article, "headline") == [HEADLINES[0]]
    assert texts(article, "dek") == [STANDFIRSTS[0]]
    assert texts(read(HEADLINES[0], BODY), "dek") == []


@pytest.mark.parametrize("printed", ["Home News {}", "Home » News » {}", "{} | Tarrow Post", "{} - Tarrow Post"])
def test_the_way_to_a_page_and_its_title_are_not_its_headline(printed: str) -> None:
    for headline in HEADLINES[2:5]:
        article = read(MENU, printed.format(headline), headline, SIGNED[0], BODY)
        assert texts(article, "headline") == [headline]


def test_titles_of_other_articles_do_not_make_a_standfirst_of_the_headline() -> None:
    others = "\n\n".join(f"Council of {town} votes on a new school" for town in ("Hallin", "Norrow", "Estmere", "Vall"))
    assert texts(read(MENU, others, HEADLINES[0], SIGNED[0], BODY), "headline") == [HEADLINES[0]]


@pytest.mark.parametrize("end", [".“", ".”", ". »", ".«", "。", "؟", "।"])
def test_a_paragraph_ends_with_the_marks_of_its_language(end: str) -> None:
    # A long line that does not end as a sentence, among short ones, is a menu's.
    line = "Die Arbeiten an der Brücke dauern noch bis zum Frühling, sagte der Sprecher des Hafens am Montag" + end
    article = read(MENU, HEADLINES[0], SIGNED[0], *[line] * 4, "Kontakt\n\nImpressum\n\nLogin\n\nAbo\n\nJobs")
    assert [block.text for block in article.blocks if block.kind == "paragraph"] == [line] * 4


def signed(article: Article) -> list[str]:
    """Return all names that sign an article."""
    return [name for element in article.elements if element.kind == "byline" for name in element.names]


def test_all_authors_whose_names_stand_below_one_another_are_named() -> None:
    for names in (("By", "Mara Oduya", "Ben Doe"), ("MO", "Mara Oduya", "BD", "Ben Doe")):
        assert signed(read(HEADLINES[0], *names, "24 November 2026", BODY)) == ["Mara Oduya", "Ben Doe"]


def test_a_name_over_the_credit_of_a_picture_signs_nothing() -> None:
    article = read(HEADLINES[0], "24 November 2026", "Tor Lind", "Photo: Reuters/Ana Roe", "Mara Oduya", BODY)
    assert signed(article) == ["Mara Oduya"]


@pytest.mark.parametrize("label", ["Published on", "Veröffentlicht am:", "Posted"])
def test_a_labelled_date_may_stand_at_the_end(label: str) -> None:
    article = read(HEADLINES[0], "By Mara Oduya", BODY, f"{label} 24 November 2026")
    assert [element.value for element in article.elements if element.kind == "published"] == ["2026-11-24"]


FILMS = (
    "Watch the crane strike the bridge",
    "Port chief speaks",
    "Ferries leave the quay of Tarrow",
    "Storm over Hallin",
)
VIDEOS = "\n\n".join(f"{title}\n\n02:1{number}" for number, title in enumerate(FILMS))
CONTENTS = ("Repairs of the bridge", "Ferries of the next weeks", "What the council of Tarrow decided")


def test_a_signed_headline_may_stand_far_over_the_article() -> None:
    article = read(MENU, HEADLINES[0], SIGNED[0], VIDEOS, BODY)
    assert texts(article, "headline") == [HEADLINES[0]]


def test_entries_of_menus_and_contents_are_not_copies_of_a_headline() -> None:
    menu = MENU + "\n\nTickets and timetables of Tarrow\n\nLetters to the editor"
    assert texts(read(menu, HEADLINES[0], BODY, menu), "headline") == [HEADLINES[0]]
    sections = (part for entry, text in zip(CONTENTS, BODY.split("\n\n"), strict=False) for part in (entry, text))
    article = read(MENU, HEADLINES[0], BODY.split("\n\n")[0], *CONTENTS, *sections)
    assert texts(article, "headline") == [HEADLINES[0]]


@pytest.mark.parametrize(
    "above",
    [
        "Home › Town › Harbour",
        "Computers Networks Graphics Cards Gaming Memory Processors Storage Software",
        "Read more",
    ],
)
def test_what_leads_to_a_page_is_not_its_headline(above: str) -> None:
    assert texts(read(MENU, above, HEADLINES[3], SIGNED[2], BODY), "headline") == [HEADLINES[3]]


def test_a_few_words_over_a_sentence_about_them_are_the_headline() -> None:
    article = read("Essay", "Against the bridge", "The bridge was never the way to Hallin.", *SIGNED[:1], BODY)
    assert texts(article, "headline") == ["Against the bridge"]
    assert texts(article, "dek") == ["The bridge was never the way to Hallin."]


def test_a_label_and_a_name_are_not_a_headline() -> None:
    article = read("Opinion | Mara Oduya", "The best thing about our bridge is that it is boring", SIGNED[0], BODY)
    assert texts(article, "headline") == ["The best thing about our bridge is that it is boring"]


@pytest.mark.parametrize(
    "names",
    [
        ("By", "Mara Oduya", "and", "Ben Doe"),
        ("By", "Mara Oduya,", "Ben Doe &", "Ana Roe"),
        ("Mara Oduya", "Transport correspondent"),
        ("Von: Mara Oduya",),
        ("Mara OduyaNews Reporter",),
        ("By Mara Oduya", "And", "Ben Doe"),
    ],
)
def test_names_are_read_without_what_parts_them_and_what_their_bearers_do(names: tuple[str, ...]) -> None:
    expected = [name for name in ("Mara Oduya", "Ben Doe", "Ana Roe") if any(name in line for line in names)]
    assert signed(read(HEADLINES[0], *names, "24 November 2026", BODY)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "November 24, 2026 4:10 PM GMT+1Updated 3 hours ago",
        "24 November 2026 · Updated 3 hours ago",
        "24.11.2026 · aktualisiert vor 3 Stunden",
        "24/11/2026 06h00 · Atualizado há 3 horas",
        "2026.11.24 13:44",
        "入力 2026.11.24 10:30",
        "Tarrow Post2026.11.24",
        "Mara Oduya24. November 2026",
        "Politics | November 24, 2026 | 7:09 am | Hallin Agency.",
    ],
)
def test_a_date_is_read_beside_what_is_glued_to_it(line: str) -> None:
    published = [element.value for element in read(HEADLINES[0], line, BODY).elements if element.kind == "published"]
    assert [value[:10] for value in published if value] == ["2026-11-24"]


def test_the_standfirst_may_stand_below_the_byline() -> None:
    assert texts(read(HEADLINES[0], SIGNED[0], STANDFIRSTS[0], BODY), "dek") == [STANDFIRSTS[0]]
    assert texts(read(HEADLINES[0], SIGNED[0], STANDFIRSTS[2], "Share on Facebook", BODY), "dek") == [STANDFIRSTS[2]]
    for other in (
        "The bridge in November",
        "Photo: Ana Roe",
        "Mara Oduya is a reporter for the Tarrow Post and a sailor.",
    ):
        assert texts(read(HEADLINES[0], SIGNED[0], other, BODY), "dek") == []


@pytest.mark.parametrize(
    "headline",
    [
        "Tarrow: ‘The Ferry Has Sunk,’ ‘It Is Gone.’",
        "Rep. Mara Stone slams ferry, praises bridge as 'work horse, not show horse.'",
        "The ferry is gone. Will the bridge come?",
    ],
)
def test_a_headline_of_two_sentences_stands_right_over_its_byline(headline: str) -> None:
    text = f"{headline}\n\nBy Mara Oduya\n\n3 May 2026\n\nThe ferry to Hallin sank on Monday. Nobody was hurt.\n"
    article = parse(decode(text.encode(), "a.txt"))
    assert article.headline is not None
    assert article.headline.text == headline
    assert article.find("byline") is not None
