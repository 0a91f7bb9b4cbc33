"""Boxes that ask for consent, posts from elsewhere, linked lists and rows of tables: what of a page is the article."""

from __future__ import annotations

import pytest

from newslint.formats.html.hints import naming_words, role_of
from newslint.formats.html.reader import draft_html
from newslint.formats.html.tokens import tokenize
from newslint.formats.html.tree import build_tree
from newslint.newsroom.lines import read_line
from newslint.newsroom.services import stands_in_place
from newslint.source import Source

PARAGRAPHS = [
    "The council of Tarrow closed the northern ferry line on Monday after a vote that took most of the night.",
    "Harbour masters had asked for the decision since spring, when ice broke two of the older landing stages.",
    "Mara Oduya, who runs the port office, said the boats would be sold before the end of the coming winter.",
]


def body_of(inside: str) -> list[str]:
    first, *others = (f"<p>{text}</p>" for text in PARAGRAPHS)
    article = f"<article>{first}{inside}{''.join(others)}</article>"
    text = f"<html><body><h1>Tarrow closes its ferry line</h1>{article}</body></html>"
    return [block.text for block in draft_html(Source("page.html", text, "html")).blocks if block.kind != "boilerplate"]


@pytest.mark.parametrize(
    "line",
    [
        "Empfohlener externer Inhalt",
        "An dieser Stelle finden Sie einen externen Inhalt von Instagram, der den Artikel ergänzt.",
        "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.",
        "Wir benötigen Ihre Zustimmung, um den Beitrag von X anzuzeigen.",
        "Mit dem Laden des Videos akzeptieren Sie die Datenschutzerklärung von YouTube.",
        "This content is hosted on X. Please accept cookies to view it.",
        "To view this video, you need to give consent.",
        "Pour afficher ce contenu, vous devez accepter les cookies.",
        "Para ver este contenido debes aceptar las cookies de terceros.",
        "Per visualizzare questo contenuto devi accettare i cookie.",
    ],
)
def test_a_box_asks_for_consent_in_place_of_an_embed(line: str) -> None:
    assert stands_in_place(line)
    assert read_line(line).boilerplate == "call-to-action"


@pytest.mark.parametrize(
    "line",
    [
        "Um Patientendaten zu nutzen, brauchen Kliniken in Tarrow künftig keine Einwilligung mehr, sagte Oduya.",
        "Der Inhalt der Mappe war am Abend noch nicht bekannt, sagte der Anwalt.",
        "This video has been published with the permission of the family.",
        "The council asked residents for their consent before it loaded the content into the new archive.",
        "To see the comet, look low in the west half an hour after sunset.",
        "An dieser Stelle stehen seit dem Brand nur noch die Mauern der Kirche.",
    ],
)
def test_reports_of_consent_and_video_are_no_such_box(line: str) -> None:
    assert not stands_in_place(line)


def test_a_post_from_elsewhere_is_quoted_whatever_its_box_is_called() -> None:
    post = '<blockquote class="twitter-tweet"><p>Ice on the quay again, no boats today.</p></blockquote>'
    assert any("Ice on the quay" in text for text in body_of(f'<div class="social-media-embed">{post}</div>'))


def test_a_list_of_cards_that_are_links_leads_away() -> None:
    cards = "".join(
        f'<li><div class="text"><a href="/{number}"><p>What commuters can do now, part {number}</p></a></div></li>'
        for number in range(3)
    )
    assert body_of(f"<ul>{cards}</ul>")[1:] == PARAGRAPHS


def test_a_list_of_labelled_links_leads_away() -> None:
    items = "".join(
        f'<li>{label}: <a href="/{label}">What the commuters of Tarrow and Hallin can do</a></li>'
        for label in ("Ferries", "Harbour office", "Interview")
    )
    assert body_of(f"<ul>{items}</ul>")[1:] == PARAGRAPHS


def test_a_link_that_was_never_closed_does_not_make_the_page_a_menu() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS * 40)
    text = f'<html><body><a name="top" href="#top"><h1>Tarrow closes its ferry line</h1><div>{body}</div></body></html>'
    draft = draft_html(Source("page.html", text, "html"))
    assert sum(block.kind == "paragraph" for block in draft.blocks) == 120


@pytest.mark.parametrize(
    ("markup", "role"),
    [
        ('<table><tr class="row player-7">', ""),
        ('<div class="player-7">', "other"),
        ('<div class="block-id-n1AuAdJlVL">', ""),
        ('<div class="adSlot">', "advertisement"),
        ('<div class="sc-9KxAdTop promoBox">', "advertisement"),
        ("<label>", "other"),
        ('<div class="post-footer">', "footer"),
        ('<div class="embed-privacy-overlay">', "other"),
        ('<div class="social-media-bar">', "share"),
    ],
)
def test_names_say_which_part_an_element_is(markup: str, role: str) -> None:
    node = build_tree(markup, tokenize(markup)).nodes[-1]
    assert role_of(node, naming_words(node)) == role


def page_of(inside: str) -> list[str]:
    blocks = draft_html(Source("page.html", f"<html><body>{inside}</body></html>", "html")).blocks
    return [block.text for block in blocks if block.kind == "paragraph"]


def test_the_article_of_the_headline_is_the_body_however_many_stand_beside_it() -> None:
    own = f"<article><h1>Tarrow closes its ferry line</h1>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}</article>"
    other = (
        "<article class='box'><h2>Hallin</h2>"
        + f"<p>{'The mills of Hallin stood still on Monday. ' * 12}</p></article>"
    )
    assert page_of(own + other * 6) == PARAGRAPHS


def test_a_paragraph_behind_a_paywall_is_text() -> None:
    body = "".join(f'<p class="paywall part-{number}">{text}</p>' for number, text in enumerate(PARAGRAPHS * 2))
    assert page_of(f"<article><h1>Tarrow closes its ferry line</h1>{body}</article>") == PARAGRAPHS * 2


def test_short_cards_below_a_short_article_lead_away() -> None:
    cards = "".join(
        f'<div class="col"><h2><a href="/{number}">What commuters can do now, part {number}</a></h2>'
        "<p>The town has prepared a list of buses and bridges that are open at night, for all who work there.</p></div>"
        for number in range(4)
    )
    article = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    assert page_of(f"<h1>Tarrow closes its ferry line</h1><div>{article}<div>{cards}</div></div>") == PARAGRAPHS
