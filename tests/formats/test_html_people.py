"""Who signs a page: metadata that name houses beside people, lines far from the headline, and what is nobody's name."""

from __future__ import annotations

import json

import pytest

from newslint.assembly import parse
from newslint.reporters.inspection import bylines
from newslint.source import decode

_TEXT = "The harbour lift is shut until spring, the council said on Monday, since its cables are worn. " * 4


def _page(head: str = "", under: str = "", end: str = "", title: str = "Harbour lift shut until spring") -> str:
    body = f"<h1>{title}</h1>{under}<div class='article-body'><p>{_TEXT}</p><p>{_TEXT}</p>{end}</div>"
    return f"<html lang=en><head><title>{title}</title>{head}</head><body><article>{body}</article></body></html>"


def _names(page: str) -> list[str]:
    article = parse(decode(page.encode(), "page.html"))
    return [name for element in bylines(article) for name in element.names]


def _json_ld(author: object, **more: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "author": author, **more}
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


def _person(name: str, kind: str = "Person") -> dict[str, str]:
    return {"@type": kind, "name": name}


def test_json_ld_may_name_an_agency_beside_a_person() -> None:
    for agency in (_person("dpa", "Organization"), _person("Deutsche Presse-Agentur")):
        assert _names(_page(_json_ld([_person("Mara Oduya"), agency]))) == ["Mara Oduya", agency["name"]]


def test_the_site_is_no_author_beside_a_person() -> None:
    site = "<meta property='og:site_name' content='Tarrow Courier'>"
    assert _names(_page(site + _json_ld([_person("Mara Oduya"), _person("Tarrow Courier", "Organization")]))) == [
        "Mara Oduya"
    ]
    assert _names(_page(site + "<meta name=author content='Tarrow Courier - Mara Oduya'>")) == ["Mara Oduya"]


def test_an_organisation_keeps_its_whole_name() -> None:
    assert _names(_page(_json_ld(_person("Friends of the Harbour & Co", "Organization")))) == [
        "Friends of the Harbour & Co"
    ]


def test_several_meta_tags_name_several_authors() -> None:
    metas = "".join(f"<meta property='article:author' content='{name}'>" for name in ("Mara Oduya", "Ben Doe"))
    assert _names(_page(metas)) == ["Mara Oduya", "Ben Doe"]


def test_a_visible_name_says_more_than_a_handle_in_metadata() -> None:
    assert _names(_page(_json_ld(_person("moduya12")), "<p>Posted by Mara Oduya on 3 March 2026</p>")) == ["Mara Oduya"]
    assert _names(_page(_json_ld(_person("moduya12")))) == ["moduya12"]


@pytest.mark.parametrize("nobody", ["wordpressadmin", "Super User", "wp-admin", "Gast"])
def test_accounts_of_nobody_sign_nothing(nobody: str) -> None:
    assert _names(_page(f"<meta name=author content='{nobody}'>")) == []


def test_json_ld_without_its_type_is_read() -> None:
    data = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "author": _person("Mara Oduya")})
    assert _names(_page(f"<script>{data}</script>")) == ["Mara Oduya"]


def test_reviews_of_readers_are_not_the_article() -> None:
    reviews = [{"@type": "Review", "author": _person(name)} for name in ("bigfork", "spoonful")]
    recipe = {"@type": "Recipe", "author": _person("Mara Oduya"), "review": reviews}
    page = _page(f"<script type='application/ld+json'>{json.dumps(recipe)}</script>")
    assert _names(page) == ["Mara Oduya"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>Autorin/Autor: Mara Oduya</p>", ["Mara Oduya"]),
        ("<p>Das Gespräch führten Mara Oduya und Ben Doe.</p>", ["Mara Oduya", "Ben Doe"]),
        ("<p><strong>Mara Oduya</strong></p>", ["Mara Oduya"]),
        ("<p style='text-align: right'>Mara Oduya</p>", ["Mara Oduya"]),
        ("<p>— Mara Oduya</p>", ["Mara Oduya"]),
        ("<p>The lift opens again in May. (HK mit dpa)</p>", ["HK mit dpa"]),
        ("<p>© dpa</p>", ["dpa"]),
        ("<p><strong>Read more about lifts</strong></p>", []),
        ("<p>The lift opens again in May (or later).</p>", []),
    ],
)
def test_an_article_may_be_signed_at_its_end(line: str, names: list[str]) -> None:
    assert _names(_page(end=line)) == names


@pytest.mark.parametrize(
    "line",
    [
        "Travel | By Mara Oduya | 3 comments",
        "Posted in Travel by Mara Oduya",
        "Lesezeit: 3 Min. · Von Mara Oduya",
        "Veröffentlicht in Hallin von Mara Oduya",
    ],
)
def test_a_byline_may_stand_behind_an_entry(line: str) -> None:
    assert _names(_page(under=f"<p>{line}</p>")) == ["Mara Oduya"]


def test_an_agency_says_more_than_that_the_newsroom_wrote_it() -> None:
    page = _page(_json_ld(_person("Redaktion")), end="<p>The lift opens again in May. (HK mit dpa)</p>")
    assert _names(page) == ["HK mit dpa"]


def test_lines_of_several_authors_far_from_the_headline_sign_nothing() -> None:
    teasers = "".join(f"<p>Geschrieben von {name}</p><p>{_TEXT}</p>" for name in ("Mara Oduya", "Ben Doe", "Ann Roe"))
    assert _names(_page(end=f"<p>{_TEXT}</p>" * 20 + teasers)) == []


def test_a_link_to_the_page_of_an_author_names_the_author() -> None:
    assert _names(_page(under="<div><a href='/autor/mara'>Mara Oduya</a></div>")) == ["Mara Oduya"]
    assert _names(_page(under="<div><a href='/tarrow/mara'>Mara Oduya</a></div>")) == []
    assert _names(_page(end="<p>It was <a href='/autor/mara'>Mara Oduya</a> who saw it first, we wrote.</p>")) == []


def test_a_closed_title_in_a_drawing_does_not_hide_the_page() -> None:
    drawing = "<svg viewBox='0 0 8 8'><title/><path d='M0'/></svg>"
    assert _names(_page(under=f"{drawing}<p>By Mara Oduya</p>")) == ["Mara Oduya"]


@pytest.mark.parametrize("address", ["/about/editors/mara-oduya/", "/people/mara-oduya", "/team/oduya-mara-oduya"])
def test_pages_of_people_are_authors_where_the_address_says_the_name(address: str) -> None:
    assert _names(_page(under=f"<div><a href='{address}'>Mara Oduya</a></div>")) == ["Mara Oduya"]
    assert _names(_page(under=f"<div><a href='{address}'>Harbour People</a></div>")) == []


def test_metadata_may_give_the_addresses_of_the_authors() -> None:
    link = "<div><a href='//courier.example/who/mo7/'>Mara Oduya</a> <a href='/who/x'>Ben Doe</a></div>"
    page = "https://courier.example/who/mo7"
    assert _names(_page(f"<meta property='article:author' content='{page}'>", link)) == ["Mara Oduya"]
    for author in (page, {"@type": "Person", "url": page}):
        assert _names(_page(_json_ld(author), link)) == ["Mara Oduya"]


def test_who_took_a_picture_is_not_the_author() -> None:
    figure = "<figure><img src=a.jpg><figcaption itemprop=author>Ben Doe</figcaption></figure>"
    assert _names(_page(under=figure)) == []
    scope = "<div itemscope itemtype='https://schema.org/ImageObject'><p itemprop=author>Ben Doe</p></div>"
    assert _names(_page("<meta name=author content='Mara Oduya'>", scope)) == ["Mara Oduya"]


def test_an_aside_without_headings_may_name_the_author() -> None:
    link = "<address><a rel=author href='/profile/mo'>Mara Oduya</a></address>"
    assert _names(_page(under=f"<aside>{link}<p>3 March 2026</p></aside>")) == ["Mara Oduya"]
    assert _names(_page(under=f"<aside><h3>Ferry delayed</h3>{link}</aside>")) == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Mara Oduya in Hallin", ["Mara Oduya"]),
        ("Mara Oduya of the Tarrow Courier", ["Mara Oduya"]),
        ("By by MARA ODUYA and BEN DOE", ["MARA ODUYA", "BEN DOE"]),
        ("March 3, 2026 By Mara Oduya Leave a Comment", ["Mara Oduya"]),
        ("Written by Mara Oduya | Medically reviewed by Ben Doe, MD", ["Mara Oduya"]),
        ("By Richard (R.J.) Oduya", ["Richard (R.J.) Oduya"]),
        ("Last Update Posted : March 3, 2026", []),
        ("Rugby in Hallin", []),
    ],
)
def test_lines_with_more_than_names(line: str, names: list[str]) -> None:
    assert _names(_page(under=f"<p>{line}</p><p>3 March 2026</p>")) == names


def test_forums_name_users_by_their_handles() -> None:
    for line in ("<a class=username href='/u/5'>r23</a>", "Beitragvon r23 »", "Themenstarter: moduya"):
        name = "moduya" if "moduya" in line else "r23"
        assert _names(_page(under=f"<p>{line}</p><p>3 March 2026</p>")) == [name]
