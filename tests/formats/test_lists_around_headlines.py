"""Contents, rankings, players, kickers and the ways to a page take no headline from a plain text."""

from __future__ import annotations

import pytest

from newslint.assembly import parse
from newslint.source import Source

MENU = "Home\n\nNews\n\nSport\n\nBusiness\n\nContact\n\nAbout us\n\nLogin"
HEADLINE = "Harbour bridge closed after crane strikes pylon"
SIGNED = "By Mara Oduya\n\n24 November 2026"
BODY = """The harbour bridge between Tarrow and Hallin was closed on Monday after a crane struck a pylon, the port said.

Nobody was hurt in the accident, which happened shortly after 6 a.m. when a barge passed under it in strong wind.

“We cannot say how long the repairs will take,” Ben Doe, chief engineer of the port, told reporters at the quay.

Ferries will make forty more crossings a day until the bridge opens again, the council of Tarrow decided."""
SECTIONS = {
    "en": (
        "How long will the harbour bridge be closed?",
        "Who pays for the bridge and its pylon?",
        "What the port says",
    ),
    "de": ("Wie lange bleibt die Brücke im Hafen zu?", "Wer zahlt für den Pfeiler der Brücke?", "Was der Hafen sagt"),
    "short": ("The harbour", "The crane", "The bridge"),
}


def headline_of(*parts: str) -> str:
    """Return the headline of a plain text that consists of these parts."""
    article = parse(Source("a.txt", "\n\n".join(part for part in parts if part) + "\n", "text"))
    return next((block.text for block in article.blocks if block.role == "headline"), "")


@pytest.mark.parametrize("sections", SECTIONS.values(), ids=SECTIONS)
@pytest.mark.parametrize("label", ["", "Contents", "Inhalt"])
def test_what_is_a_heading_further_on_is_not_the_headline(sections: tuple[str, ...], label: str) -> None:
    paragraphs = BODY.split("\n\n")
    parts = [part for pair in zip(sections, paragraphs[1:], strict=True) for part in pair]
    for headline in (HEADLINE, "Harbour bridge closed"):
        assert headline_of(MENU, headline, label, *sections, paragraphs[0], *parts) == headline


def test_a_headline_that_is_printed_twice_is_none_of_the_contents() -> None:
    assert headline_of(MENU, HEADLINE, "The harbour", HEADLINE, SIGNED, BODY) == HEADLINE
    assert headline_of(MENU, HEADLINE, "Sport", BODY, HEADLINE, BODY) == HEADLINE


@pytest.mark.parametrize("section", ["News", "Local news", "Hafen und Stadt"])
def test_a_signed_headline_may_come_again_with_its_section(section: str) -> None:
    article = (section, HEADLINE, SIGNED, BODY)
    assert headline_of(MENU, HEADLINE, MENU.replace("Login", "Search"), MENU, *article, section, HEADLINE) == HEADLINE


@pytest.mark.parametrize(
    "ranking",
    [
        "Most read\n\n1\n\n{}\n\n2\n\n{}\n\n3\n\n{}",
        "Meistgelesen\n\n{}\n\n1\n\n{}\n\n2\n\n{}\n\n3",
        "Lo más leído\n\nPolítica\n\n{}\n\n1.\n\nPolítica\n\n{}\n\n2.\n\nPolítica\n\n{}\n\n3.",
    ],
)
def test_the_articles_of_a_ranking_are_not_the_headline(ranking: str) -> None:
    others = (
        "Council of Hallin raises the price of parking",
        "Two sheep walk into the town hall",
        "Port sells its oldest ship",
    )
    dek = "The ferries between both towns add crossings, and the repairs could take until spring."
    text = "The ferries between both towns add crossings.\n\n" + BODY
    assert headline_of(MENU, HEADLINE, dek, ranking.format(*others), "Mara Oduya", text) == HEADLINE


@pytest.mark.parametrize("player", ["01:53", "1:02:10", "Video", "Vídeo", "Audio"])
def test_the_title_of_a_recording_is_not_the_headline(player: str) -> None:
    dek = "The ferries between both towns add crossings, and repairs to the pylon could take until spring"
    recording = "The harbour bridge seen from the quay on Monday"
    assert headline_of(MENU, HEADLINE, dek, player, recording, SIGNED, BODY) == HEADLINE


@pytest.mark.parametrize("player", ["Video", "Audio"])
def test_the_last_entry_of_a_menu_is_no_player(player: str) -> None:
    assert headline_of(MENU, player, HEADLINE, SIGNED, BODY) == HEADLINE


@pytest.mark.parametrize("kicker", ["Harbour accident", "Brückenunfall", "Accident in the harbour", "Port of Tarrow"])
def test_a_kicker_over_a_longer_title_is_not_the_headline(kicker: str) -> None:
    dek = "A crane struck the bridge on Monday. Engineers cannot say how long the repairs of the pylon will take."
    assert headline_of(MENU, kicker, HEADLINE, dek, SIGNED, BODY) == HEADLINE
    assert headline_of(MENU, kicker, HEADLINE, BODY) == HEADLINE


@pytest.mark.parametrize("way", ["Home\n\nNews", "Startseite | Hallin |", "HomeNewsHallin"])
def test_the_end_of_the_way_is_not_the_headline_where_a_standfirst_follows_it(way: str) -> None:
    end = "Harbour bridge closed for weeks in Hallin, says port"
    dek = "A crane struck the bridge on Monday. Engineers cannot say how long the repairs will take."
    assert headline_of(MENU, way, end, HEADLINE, dek, BODY) == HEADLINE
    # The page's title says the same.
    assert headline_of(end, MENU, way, end, HEADLINE, dek, BODY) == HEADLINE


def test_a_soft_hyphen_parts_no_word() -> None:
    for parted in (
        "Harbour bridge closed after crane str\u00adikes py\u00adlon",
        "Har\u00adbour bridge closed af\u00adter strike",
    ):
        assert headline_of(MENU, parted, SIGNED, BODY) == parted


def elements_of(*parts: str) -> dict[str, object]:
    """Return names and dates that a plain text of these parts is signed with."""
    article = parse(Source("a.txt", "\n\n".join(parts) + "\n", "text"))
    found = {"byline": (), "published": None} | {element.kind: element for element in article.elements}
    byline, published = found["byline"], found["published"]
    return {"names": getattr(byline, "names", ()), "date": getattr(published, "value", None)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ein Interview von Mara Oduya mit Ben Doe.",
        "An interview by Mara Oduya.",
        "Ein Gastbeitrag von Mara Oduya.",
        "Une enquête par Mara Oduya.",
    ],
)
def test_a_short_sentence_may_sign(sentence: str) -> None:
    quotation = "“We cannot say how long the repairs of the harbour bridge will take,” the engineer says."
    assert elements_of(MENU, HEADLINE, "24 November 2026", quotation, sentence, BODY)["names"] == ("Mara Oduya",)


@pytest.mark.parametrize(
    "sentence", ["By Mara Oduya’s count the bridge closed twice.", "Von hier sieht man die Brücke."]
)
def test_a_sentence_that_begins_like_a_byline_signs_nothing(sentence: str) -> None:
    assert elements_of(MENU, HEADLINE, "24 November 2026", sentence, BODY)["names"] == ()


@pytest.mark.parametrize(
    "line",
    [
        "Veröffentlicht am 24. November 2026 von ben.doe",
        "Posted on 24 November 2026 by bdoe",
        "Publié le 24 novembre 2026 par bdoe",
    ],
)
def test_an_account_may_sign_behind_a_labelled_date(line: str) -> None:
    found = elements_of(MENU, HEADLINE, line, BODY)
    assert found == {"names": (line.split()[-1],), "date": "2026-11-24"}


@pytest.mark.parametrize(
    "end",
    [
        "Veröffentlicht am 24.11.2026, 18:41 Uhr",
        "Quelle: Oduya M. et al.: Bridges and barges, a study of twelve harbours\n\nErscheinungsdatum: 24.11.2026",
        "Source: Oduya M. et al.: Bridges and barges, a study of twelve harbours\n\nPublished: 24 November 2026",
    ],
)
def test_the_date_may_stand_right_below_the_article(end: str) -> None:
    assert str(elements_of(MENU, HEADLINE, BODY, end, "Comments", "Imprint")["date"]).startswith("2026-11-24")


@pytest.mark.parametrize(
    "other", ["Council of Hallin raises the price of parking again", "Two sheep walk into the town hall of Tarrow"]
)
def test_the_date_of_another_article_is_not_this_one_s(other: str) -> None:
    for teaser in ((other, "24 November 2026"), ("24 November 2026", other), ("Read more", "24 November 2026")):
        assert elements_of(MENU, HEADLINE, BODY, *teaser, "Imprint")["date"] is None
