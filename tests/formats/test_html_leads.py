"""What templates set apart from an article's body is found: leads, quoted paragraphs, misnamed parts."""

from __future__ import annotations

import json

import pytest

from newslint.formats.draft import Draft
from newslint.formats.html.reader import draft_html
from newslint.source import Source

LEAD = "Elmport has waited for a new sea wall since the storm of 1998, and it is now to be built within two years."
SENTENCE = "The harbour board of Elmport voted on Tuesday to rebuild the old sea wall before the next winter."
PARTS = [f"{SENTENCE} It will cost {number} million crowns, the treasurer said." for number in range(2, 10)]
BODY = "".join(f"<p>{part}</p>" for part in PARTS)


def draft(before: str = "", body: str = f"<div class=article-body>{BODY}</div>", head: str = "") -> Draft:
    text = (
        f"<!doctype html><html lang=en><head>{head}</head><body><nav><a href=/>Home</a></nav><article><header>"
        f"<h1>Elmport to rebuild its sea wall</h1></header>{before}{body}</article></body></html>"
    )
    return draft_html(Source("page.html", text, "html"))


def role_of(found: Draft, text: str) -> tuple[str, str]:
    return next((block.kind, block.role) for block in found.blocks if block.text == text)


@pytest.mark.parametrize(
    "before",
    [
        f"<div class=hero><p>{LEAD}</p></div>",
        f"<div class=col-8><h2>{LEAD}</h2></div>",
        f"<div class=teaser-text><p>{LEAD}</p></div>",
        f"<p class=lead>{LEAD}</p><p>By Mara Oduya</p>",
    ],
)
def test_a_paragraph_above_the_body_is_its_dek(before: str) -> None:
    assert role_of(draft(before), LEAD)[1] == "dek"


@pytest.mark.parametrize(
    "before",
    [
        f"<div class=card><img src=a.jpg alt=''><div>{LEAD}</div></div>",
        f"<div class=teaser><p>{LEAD}</p></div><div class=teaser><p>{SENTENCE}</p></div>",
        f"<div class=top-list><a href=/other>{LEAD}</a></div>",
        f"<nav><p>{LEAD}</p></nav>",
        "<div class=box><p>Subscribe to our newsletter, and we send you the news of the day to your inbox.</p></div>",
    ],
)
def test_captions_teasers_menus_and_pitches_are_not_deks(before: str) -> None:
    assert [block for block in draft(before).blocks if block.role == "dek"] == []


def test_several_paragraphs_above_the_body_belong_to_it() -> None:
    found = draft(f"<div class=row><p>{LEAD}</p><p>{SENTENCE} Work begins in May.</p></div>")
    assert {role_of(found, LEAD), role_of(found, f"{SENTENCE} Work begins in May.")} == {("paragraph", "")}


def test_what_metadata_repeat_as_the_text_belongs_to_it() -> None:
    wrapped = f"<p>{PARTS[0]}</p><div class=paywall><p>{PARTS[1]}</p></div>" + BODY.partition(PARTS[1])[2][4:]
    said = {"@type": "NewsArticle", "headline": "Elmport to rebuild its sea wall", "articleBody": " ".join(PARTS)}
    head = f"<script type=application/ld+json>{json.dumps(said)}</script>"
    body = f"<div class=article-body>{wrapped}</div>"
    assert role_of(draft(body=body), PARTS[1]) == ("boilerplate", "call-to-action")
    assert role_of(draft(body=body, head=head), PARTS[1]) == ("paragraph", "")


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<div class=toc-title-{number}><p>{part}</p></div>" for number, part in enumerate(PARTS)),
        "".join(f"<section class=promo id=part-{number}><p>{part}</p></section>" for number, part in enumerate(PARTS)),
        f"<div class='entry-content paywall-container'>{BODY}</div>",
    ],
)
def test_names_that_all_parts_of_an_article_have_say_nothing(body: str) -> None:
    found = draft(body=body)
    assert [role_of(found, part) for part in PARTS] == [("paragraph", "")] * len(PARTS)


@pytest.mark.parametrize("name", ["promo", "menu-wrapper", "teaser", "subscription"])
def test_what_holds_the_headline_is_the_article(name: str) -> None:
    text = (
        f"<html><body><div class={name}><h1>Elmport to rebuild its sea wall</h1><div>{BODY}</div></div></body></html>"
    )
    assert role_of(draft_html(Source("page.html", text, "html")), PARTS[0]) == ("paragraph", "")


@pytest.mark.parametrize(
    "figure",
    [
        "<div class=photo><img src=a.jpg alt=''><div>The old sea wall at low tide.</div></div>",
        "<div class=photo><img src=a.jpg alt=''>The old sea wall at low tide.</div>",
        "<p>The old sea wall at low tide (Image: Ben Doe)</p>",
        "<p>The old sea wall at low tide. Foto: Ben Doe</p>",
        "<p>Ben Doe/Getty Images</p>",
        "<p>The old sea wall at low tide. © Ben Doe / Courier</p>",
    ],
)
def test_short_texts_beside_images_and_credits_are_captions(figure: str) -> None:
    found = draft(body=f"<div class=article-body>{BODY}{figure}<p>{SENTENCE} It was opened in 1911.</p></div>")
    assert [block.kind for block in found.blocks if "low tide" in block.text or "Getty" in block.text] == ["caption"]


def test_an_article_of_short_texts_beside_images_has_no_captions() -> None:
    body = "".join(f"<div><img src={number}.jpg alt=''><div>{part}</div></div>" for number, part in enumerate(PARTS))
    assert [role_of(draft(body=f"<div class=article-body>{body}</div>"), part)[0] for part in PARTS] == [
        "paragraph"
    ] * len(PARTS)


def test_pitches_behind_the_last_words_are_not_the_body() -> None:
    pitch = "Sign up for our newsletter and we will send you the stories of the day to your inbox."
    body = f"<div class=article-body><p>{pitch}</p>{BODY}<p>{pitch} It is free.</p><p>Share this article</p></div>"
    found = draft(body=body)
    assert role_of(found, f"{pitch} It is free.") == ("boilerplate", "call-to-action")
    assert role_of(found, pitch)[0] == "paragraph"


def test_a_heading_that_is_only_a_date_above_the_headline_dates_the_article() -> None:
    text = (
        "<html lang=de><body><div class=teaser-meta><h3>02.01.2026</h3></div><h1>Elmport baut den Deich neu</h1>"
        f"<div class=article-body>{BODY}</div></body></html>"
    )
    found = draft_html(Source("page.html", text, "html"))
    assert [claim.value for claim in found.claims if claim.kind == "published"] == ["2026-01-02"]


@pytest.mark.parametrize(("count", "role"), [(1, "dek"), (30, "related")])
def test_a_part_with_a_name_of_its_own_is_a_lead_only_where_few_are(count: int, role: str) -> None:
    teasers = [f"{LEAD} So says report {number}." for number in range(count)]
    found = draft(
        "".join(f'<div class="teaser-text one-{number}"><p>{teaser}</p></div>' for number, teaser in enumerate(teasers))
    )
    assert role_of(found, teasers[0])[1] == role
