"""The overview of many articles: its figures, its size, and nothing that runs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.audit import Audited, Duty
from newslint.diagnostics import Severity
from newslint.pages.article_page import Run
from newslint.pages.charts import Row, Series, draw_chart
from newslint.pages.index_page import PER_PAGE, index_pages
from newslint.pages.making import href_of
from newslint.pages.summaries import Summary

RUN = Run("2026-06-01", "sha256:ab")
ODD = ("<script>alert(1)</script>", "\"'><img src=x onerror=y>", "\u202e", "\x00", "a/b.md", "")
SERIES = (Series("error", "Errors"), Series("warning", "Warnings"))


def article(number: int, words: str = "Ferry stops", path: str = "") -> Summary:
    duty = Duty("harm", "harm/x", words, "missing", "error", 3, words)
    own = Audited(path or f"a/{number}.md", words, words, (words,), (), (duty,))
    rules = (("quotes/a", Severity.ERROR, 2), (f"{words}/b", Severity.WARNING, 1))
    return Summary(own.path, href_of(own.path), words, "2026-05-03", 500, rules, 1, False, own)


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_a_thousand_articles_are_a_page_and_more_are_more() -> None:
    pages = dict(index_pages([article(number, f"The ferry {number} stops") for number in range(2 * PER_PAGE + 1)], RUN))
    assert list(pages) == ["index.html", "articles-2.html", "articles-3.html"]
    assert [page.count("<tr data-error") for page in pages.values()] == [PER_PAGE, PER_PAGE, 1]
    assert all(len(page) < 800_000 for page in pages.values())
    assert 'href="articles-3.html"' in pages["index.html"]
    index = pages["index.html"]
    assert "<dt>errors</dt><dd>4,002</dd>" in index
    assert "<dt>open duties</dt><dd>2,001</dd>" in index
    assert "and 1,801 more" in index
    assert "1976 more" in index  # authors and sections beyond those that a chart has room for


def test_no_article_is_an_overview_too() -> None:
    ((name, page),) = index_pages([], RUN)
    assert name == "index.html"
    assert "0 articles" in page


@settings(max_examples=25)
@given(st.lists(st.sampled_from(ODD) | st.text(max_size=6), min_size=1, max_size=4))
def test_nothing_that_anybody_wrote_is_markup(words: list[str]) -> None:
    ((_, page),) = index_pages([article(number, each, each) for number, each in enumerate(words)], RUN)
    tags = Tags(page).tags
    assert [tag for tag, _ in tags].count("script") == 1
    assert not {"img", "iframe", "object", "form"} & {tag for tag, _ in tags}
    for tag, attributes in tags:
        assert not [key for key in attributes if key.startswith("on") or key == "style"]
        if tag == "a":
            assert re.fullmatch(r"#all|articles/[a-z0-9-]+\.html", attributes["href"] or "")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


@given(st.lists(st.text(), unique=True, max_size=8))
def test_each_path_has_a_page_of_its_own(paths: list[str]) -> None:
    names = [href_of(path) for path in paths]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"articles/[a-z0-9-]{1,90}\.html", name) for name in names)


def test_a_chart_is_its_own_table() -> None:
    rows = [Row(f"rule {number}", (number, 1), articles=number) for number in range(40, 0, -1)]
    chart = draw_chart("Findings", "Rule", SERIES, rows, "x")
    assert chart.count("<svg viewBox") == 26
    assert "15 more" in chart
    assert f'<td class="n">{sum(range(1, 16))}</td><td class="n">15</td>' in chart
    assert draw_chart("Findings", "Rule", SERIES, [Row("a", (0, 0))], "x") == ""
    widths = [float(width) for width in re.findall(r'width="([\d.]+)" height="10"/>', chart) if width != "10"]
    assert max(widths) <= 200
