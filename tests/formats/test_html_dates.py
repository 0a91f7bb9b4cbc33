"""When a page was published, where its head and the lines near its headline do not say it."""

from __future__ import annotations

import json

import pytest

from newslint.assembly import parse
from newslint.source import decode

_TEXT = "The harbour lift is shut until spring, the council said on Monday, since its cables are worn. " * 4
_DAY = "2026-03-14"


def _day(head: str = "", under: str = "", end: str = "", after: str = "") -> str | None:
    title = "Harbour lift shut until spring"
    body = f"<h1>{title}</h1>{under}<div class='article-body'>{f'<p>{_TEXT}</p>' * 20}</div>{end}"
    page = f"<html lang=en><head>{head}</head><body><article>{body}</article>{after}</body></html>"
    published = parse(decode(page.encode(), "page.html")).find("published")
    return published.value[:10] if published is not None and published.value else None


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='cms_example:uploaded' content='2026-03-14T10:00:00Z'>",
        "<meta name='story.publicationDate' content='2026-03-14'>",
        "<meta name='first-published' content='14 March 2026'>",
        "<script>var page = {publishedAt: '2026-03-14T10:00:00Z'};</script>",
        '<script id=__NEXT_DATA__ type=application/json>{"props": {"date_published": "2026-03-14"}}</script>',
        '<script>self.push([1, \'{\\\\"contentPublishingDate\\\\":\\\\"2026-03-14T10:00\\\\"}\'])</script>',
        "<title>Harbour lift shut until spring | Tarrow Courier | 14.03.2026</title>",
        "<link rel=canonical href='https://tarrow.example/2026/03/14/harbour-lift'>",
        "<link rel=canonical href='https://tarrow.example/notes/14-03-2026'>",
    ],
)
def test_head_and_scripts(head: str) -> None:
    assert _day(head) == _DAY


@pytest.mark.parametrize(
    "line",
    [
        "<time class='entry-date published updated' datetime='2026-03-14T10:00:00Z'>Saturday</time>",
        "<relative-time datetime='2026-03-14T10:00:00Z'>2 days ago</relative-time>",
        "<div class='meta'>Written by mara <span class=itemPostDate>on 14 March 2026</span> (155 of 299 like it)</div>",
        "<p class=post-date><b>Date</b> 14 March 2026</p>",
        "<span class=date title='2026-03-14'>2 days ago</span>",
        "<abbr itemprop=datePublished title='2026-03-14T10:52:00+01:00'>10:52</abbr>",
        "<p>Submitted by Mara Oduya on Sat, 14/03/2026 - 17:10</p>",
        "<div class=related>Mara Oduya / 14.03.2026 / 09:30 / 23</div>",
    ],
)
def test_markup_near_the_headline(line: str) -> None:
    assert _day(under=line) == _DAY


@pytest.mark.parametrize(
    "end",
    [
        "<ul><li><strong>Datum</strong> 14.03.2026</li></ul>",
        "<footer class=entry-footer>Published on 14 March 2026 in Travel</footer>",
        "<p>Tarrow, 14 March 2026</p>",
        "<div class=comments><p>3 May 2026</p></div><p>Published: 14 March 2026</p>",
    ],
)
def test_lines_behind_the_text(end: str) -> None:
    assert _day(end=end) == _DAY


@pytest.mark.parametrize(
    "page",
    [
        {"head": "<script>var a = {publishedAt: '2026-03-14'}, b = {publishedAt: '2026-03-15'};</script>"},
        {"end": "<p>Member since: 14 March 2026</p>"},
        {"end": "<p>14 March 2026</p><p>15 March 2026</p>"},
        {"end": "<div class=comments><a href='#comment-3'><time datetime='2026-03-14'>14 March</time></a></div>"},
        {"after": "<table><tr><th>Released</th><td>14 March 2026</td></tr></table>"},
    ],
)
def test_what_may_be_the_date_of_something_else_is_none(page: dict[str, str]) -> None:
    assert _day(**page) is None


def test_an_address_comes_last() -> None:
    link = "<link rel=canonical href='https://tarrow.example/2025/01/02/harbour-lift'>"
    script = f"<script>dataLayer = [{json.dumps({'publishDate': _DAY})}];</script>"
    assert _day(link + script) == _DAY


def test_a_time_of_a_comment_is_not_that_of_the_article() -> None:
    comment = "<div><a href='#comment-3'><time datetime='2026-05-03'>3 May 2026</time></a></div>"
    assert _day(end=f"<p>Published on 14 March 2026</p>{comment}") == _DAY


@pytest.mark.parametrize("name", ["date", "dc.date", "dcterms.date"])
def test_a_meta_tag_that_may_be_of_a_change_yields_to_the_line_below_the_headline(name: str) -> None:
    meta = f"<meta name={name} content='2026-04-02'>"
    assert _day(meta, under="<p>14.03.2026 - Mara Oduya</p>") == _DAY
    assert _day(meta) == "2026-04-02"


def test_the_time_near_the_headline_comes_before_those_that_are_called_so_elsewhere() -> None:
    others = "<div><time pubdate datetime='2026-04-02'>2 April</time><a href=/b>The bridge is open again</a></div>"
    assert _day(under="<p><time datetime='2026-03-14'>Saturday</time></p>", after=others) == _DAY


@pytest.mark.parametrize(
    ("above", "first"),
    [
        ("<h2 class=date-header>14. März 2026</h2>", ""),
        ("<h3>14.03.2026</h3>", ""),
        ("", "(14.03.2026) Der Kai ist gesperrt. "),
        ("", "14.3.2026 - Der Kai ist gesperrt. "),
        ("", "Tarrow, 14. März 2026. Der Kai ist gesperrt. "),
    ],
)
def test_headings_and_openings(above: str, first: str) -> None:
    text = f"<div class=article-body><p>{first}{_TEXT}</p><p>{_TEXT}</p></div>"
    body = f"{above}<h1>Harbour lift shut until spring</h1>{text}"
    page = f"<html lang=de><body><article>{body}</article></body></html>"
    published = parse(decode(page.encode(), "page.html")).find("published")
    assert published is not None
    assert published.value == _DAY


@pytest.mark.parametrize("line", ["14 | 03 | 2026", "14·03·2026", "14 / 3 / 2026", "Mara Oduya | 14 | 03 | 2026"])
def test_marks_of_templates_between_day_and_month(line: str) -> None:
    assert _day(under=f"<p>{line}</p>") == _DAY


@pytest.mark.parametrize(
    ("under", "end"),
    [
        ("<p>Last updated: 14 March 2026</p>", ""),
        ("<p>Aktualisiert am 14. März 2026</p>", ""),
        ("", "<p>Page last edited 14 March 2026</p>"),
    ],
)
def test_a_page_that_dates_only_a_change_has_that_date(under: str, end: str) -> None:
    assert _day(under=under, end=end) == _DAY
    assert _day(under=f"{under}<p>1 March 2026</p>", end=end) == "2026-03-01"


def test_seconds_since_1970_may_be_a_number() -> None:
    for number in (1773496800, 1773496800000):
        data = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": number})
        assert _day(f"<script type='application/ld+json'>{data}</script>") == _DAY


def test_one_service_asks_for_all_in_one_meta_tag() -> None:
    assert _day("""<meta name="parsely-page" content='{"title": "Lift", "pub_date": "2026-03-14T10:00Z"}'>""") == _DAY


def test_an_aside_without_headings_may_date_the_article() -> None:
    teaser = "<h3>Ferry delayed</h3><p>Mara Oduya</p>"
    assert _day(under="<aside><ul><li>News</li><li class=meta__date>14.03.2026</li></ul></aside>") == _DAY
    assert _day(under=f"<aside>{teaser}<span class=date>14.03.2026</span></aside>") is None
