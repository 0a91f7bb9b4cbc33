"""Pages of articles: each finding once, marks that nest, the words of the article, and nothing that runs."""

from __future__ import annotations

import base64
import hashlib
import re
import time
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.article import Article
from newslint.diagnostics import Citation, Diagnostic, Edit, Excuse, FileReport, Fix, RelatedPlace, Severity
from newslint.pages import render_fragment, render_fragments
from newslint.pages.article_page import Run, article_page, unread_page
from newslint.pages.escaping import escape, is_address, shown
from newslint.pages.nesting import Wrap, flatten, nest
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import Position, Source

EXAMPLES = sorted(
    path for path in (Path(__file__).parents[2] / "examples").iterdir() if path.suffix in (".html", ".md", ".txt")
)
RUN = Run("2026-06-01", "sha256:abcdef")
VOID = {"meta", "input"}
HOSTILE = (
    *("<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "\" onload='alert(1)'", "&lt;b&gt;"),
    *("\u202ereversed\u2066", "\x1b[31m\x00\x9b", "javascript:alert(1)", "${version} $$ $style"),
)
hostile = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=8), max_size=4).map("".join)


class Tree(HTMLParser):
    """Read a page strictly: what opens must close, in order. Keeps the texts of blocks, the notes and the marks."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.blocks: dict[int, str] = {}
        self.marked: dict[int, str] = {}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        assert len(found) == len(attrs)
        self.tags.append((tag, found))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if "data-b" in found:
            self.blocks[int(found["data-b"] or "")] = ""
        if tag not in VOID:
            self.open.append((tag, found))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for tag, found in self.open:
            if "data-b" in found:
                self.blocks[int(found["data-b"] or "")] += data
            if tag == "mark":
                for number in str(found["data-f"]).split():
                    self.marked[int(number)] = self.marked.get(int(number), "") + data


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load_settings(None, keep=False), RunOptions(date(2026, 6, 1), card=True))


def read(linter: Linter, source: Source) -> tuple[Article, FileReport]:
    return linter.parse(source), linter.lint(source)


def found_at(
    source: Source, start: int, end: int, words: str = "Wrong.", severity: Severity = Severity.WARNING
) -> Diagnostic:
    first, last = source.position(start), source.position(end)
    return Diagnostic("clarity/test", severity, source.path, "news", words, first, last, excerpt="", remedy=words)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_page_has_the_article_and_each_finding_once(path: Path, linter: Linter) -> None:
    article, report = read(linter, linter.read(path))
    page = article_page(article, report, RUN)
    tree = Tree(page)
    assert tree.blocks == {index: shown(block.text) for index, block in enumerate(article.blocks)}
    notes = [found["id"] for tag, found in tree.tags if "note" in str(found.get("class")).split()]
    assert sorted(map(str, notes)) == sorted(f"f{number + 1}" for number in range(len(report.diagnostics)))
    assert len(set(tree.ids)) == len(tree.ids)
    assert {str(found["href"])[1:] for _, found in tree.tags if str(found.get("href")).startswith("#b")} <= set(
        tree.ids
    )
    assert len(page) < 100_000


def test_what_an_example_s_findings_say_is_marked(linter: Linter) -> None:
    article, report = read(linter, linter.read(EXAMPLES[0].with_name("broken-draft.md")))
    tree = Tree(render_fragment(article, report))
    told = {found.rule: tree.marked.get(number) for number, found in enumerate(report.diagnostics, 1)}
    assert told["ai-content/chatbot-residue"] == "Certainly! Here is a news article about the wind farm off Hallin"


def test_the_policy_names_the_style_and_the_script_and_allows_nothing_else(linter: Linter) -> None:
    article, report = read(linter, Source("a.md", "# A\n\nB.\n", "markdown"))
    page = article_page(article, report, RUN)
    policy = Tree(page).tags[3][1]["content"] or ""
    for name in ("style", "script"):
        texts = re.findall(f"<{name}>(.*?)</{name}>", page, re.DOTALL)
        assert len(texts) == 1
        digest = base64.b64encode(hashlib.sha256(texts[0].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for _, found in Tree(page).tags:
        assert not [name for name in found if name.startswith("on") or name in ("style", "src", "srcset", "formaction")]


@settings(max_examples=60)
@given(text=st.text("ab &<\n", max_size=40), data=st.data())
def test_marks_nest_and_hold_their_words(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    ranges = data.draw(st.lists(st.tuples(place, place).map(sorted), max_size=12))
    pieces = flatten((start, end, number) for number, (start, end) in enumerate(ranges))
    marks = [
        Wrap(start, end, f'<mark data-f="{" ".join(map(str, numbers))}">', "mark") for start, end, numbers in pieces
    ]
    cuts = sorted(data.draw(st.sets(place, max_size=6)))
    links = [Wrap(start, end, '<a href="#">', "a") for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    tree = Tree(f'<p data-b="0">{nest(text, (links, marks))}</p>')
    assert tree.blocks[0] == text
    for number, (start, end) in enumerate(ranges):
        assert tree.marked.get(number, "") == text[start:end]


def test_many_ranges_at_one_place_cost_no_more_than_their_number() -> None:
    pieces = flatten((number, 4_000 - number, number) for number in range(2_000))
    assert len(pieces) < 4_001
    assert max(len(piece.numbers) for piece in pieces) == 20


@settings(max_examples=40)
@given(words=hostile, name=hostile, message=hostile, kind=st.sampled_from(("markdown", "html", "text")), data=st.data())
def test_nothing_that_anybody_wrote_is_markup(
    words: str, name: str, message: str, kind: str, data: st.DataObject, linter: Linter
) -> None:
    told = f"---\ntitle: {words}\n---\n\n# {words}\n\nA ferry, [{words}]({words}), ![{words}]({words}).\n\n- {words}\n"
    source = Source(f"{name}.md", told, kind)
    article = linter.parse(source)
    place = st.integers(0, len(source.text))
    spans = data.draw(st.lists(st.tuples(place, place).map(sorted), max_size=6))
    found = tuple(
        found_at(source, start, end, message)._replace(
            rule=f"{name}/{words}",
            excerpt=words.replace("•", ""),  # a bullet stands for words that are hidden
            related=(RelatedPlace(source.position(0), source.position(end), message),),
            fix=Fix("safe", (Edit(start, end, words),)),
            sources=(Citation(words, name, f"https://a.example/{words}"), Citation(message, None, words)),
        )
        for start, end in spans
    )
    excuse = Excuse("comment", 1, (words,), message, words, name, held=found)
    report = FileReport(source.path, found, excuses=(excuse,), repairs=found)
    page = article_page(article, report, RUN)
    tree = Tree(page)
    assert tree.blocks == {index: shown(block.text) for index, block in enumerate(article.blocks)}
    assert [tag for tag, _ in tree.tags].count("script") == 1
    assert [tag for tag, _ in tree.tags].count("style") == 1
    assert not {"img", "iframe", "object", "embed", "form", "base"} & {tag for tag, _ in tree.tags} - {"form"}
    for tag, attributes in tree.tags:
        assert not [key for key in attributes if key.startswith("on") or key == "style"]
        if tag == "a":
            assert str(attributes["href"]).startswith(("#", "https://", "http://"))
    assert sum("note" in str(found.get("class")).split() for _, found in tree.tags) == len(found)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


@given(st.text())
def test_an_escaped_text_is_read_as_what_it_shows(text: str) -> None:
    assert Tree(f'<p data-b="0">{escape(text)}</p>').blocks[0] == shown(text)
    assert Tree(f'<p data-b="0" title="{escape(text)}"></p>').tags[0][1]["title"] == shown(text)


NO_ADDRESSES = ("javascript:alert(1)", "JavaScript://x", "data:text/html,x", "//x", "a b", "https://a b", "", None)


@pytest.mark.parametrize("target", NO_ADDRESSES)
def test_only_addresses_of_the_web_become_links(target: str | None) -> None:
    assert not is_address(target)


def test_words_that_reports_show_as_dots_are_dots_in_a_page(linter: Linter) -> None:
    text = "# Ferry stops\n\nCall Ines on 0123 456789 today.\n"
    source = Source("a.md", text, "markdown")
    start = text.index("0123")
    found = found_at(source, start, start + 11)._replace(excerpt="•••• ••••••")
    article = linter.parse(source)
    excuse = Excuse("comment", 1, (), "x", held=(found,))
    for report in (FileReport("a.md", excuses=(excuse,)), FileReport("a.md", (found,))):
        page = article_page(article, report, RUN)
        assert "0123" not in page.partition("<main>")[2]
        assert "•••• ••••••" in page
    assert "0123 456789" in render_fragments(article, report, hide_private=False).reading


def test_findings_outside_the_text_stand_before_it_and_those_in_front_matter_beside_their_field(linter: Linter) -> None:
    text = "---\ntitle: Ferry stops\nlayout: story\n---\n\n<!-- x -->\n\nThe ferry stops.\n"
    source = Source("a.md", text, "markdown")
    places = {word: text.index(word) for word in ("Ferry", "story", "<!--", "ferry")}
    report = FileReport("a.md", tuple(found_at(source, at, at + 5, word) for word, at in places.items()))
    made = render_fragments(linter.parse(source), report)
    assert [made.reading.count(f">{escape(word)}</span>") for word in places] == [1, 0, 1, 1]
    assert made.metadata.count(">story</span>") == 1
    assert Tree(made.reading).marked == {1: "Ferry", 4: "ferry"}


def test_a_file_that_cannot_be_read_has_a_page_that_says_so() -> None:
    start = Position(0, 1, 1)
    found = Diagnostic("internal/file-crash", Severity.ERROR, "<b>.md", "", "It <fails>.", start, start, excerpt="")
    page = unread_page(FileReport("<b>.md", (found,), crashed=("x",)), RUN)
    assert Tree(page).ids.count("f1") == 1
    assert "It &lt;fails&gt;." in page


def test_the_same_article_makes_the_same_page(linter: Linter) -> None:
    article, report = read(linter, linter.read(EXAMPLES[1]))
    again = article_page(linter.parse(linter.read(EXAMPLES[1])), report, RUN)
    assert article_page(article, report, RUN) == again


def test_a_note_says_what_a_fix_takes_out_and_puts_in_but_no_private_words(linter: Linter) -> None:
    source = Source("a.md", "# Ferry\n\nCall 0123 456789 now.\n", "markdown")
    fix = Fix("safe", (Edit(14, 25, "<b>"), Edit(26, 30, "")))
    found = found_at(source, 14, 25)._replace(fix=fix)
    made = render_fragment(linter.parse(source), FileReport("a.md", (found,)))
    assert "Fix (safe): <del>0123 456789</del> <ins>&lt;b&gt;</ins>, <del>now.</del>" in made
    private = found._replace(excerpt="•••• ••••••")
    made = render_fragment(linter.parse(source), FileReport("a.md", (private,)))
    assert "0123" not in made
    assert "Fix (safe): <ins>&lt;b&gt;</ins>, take the words out" in made


def test_a_page_takes_time_in_proportion_to_its_text(linter: Linter) -> None:
    paragraph = "The ferry [stops](https://a.example/) on Monday, “we” said Ana Roe.\n\n"

    def seconds(number: int) -> float:
        source = Source("a.md", paragraph * number, "markdown")
        article = linter.parse(source)
        starts = range(0, len(source.text) - 40, len(paragraph))
        found = tuple(found_at(source, start, start + 4_000) for start in starts)
        assert article.sentences
        assert article.attributions
        before = time.process_time()
        render_fragment(article, FileReport("a.md", found))
        return time.process_time() - before

    few = min(seconds(100) for _ in range(3))
    assert min(seconds(400) for _ in range(3)) < 4 * 2.5 * few


def test_images_menus_and_datelines_are_shown_as_what_they_are(linter: Linter) -> None:
    text = (
        "<body><nav><a href=/>Home</a> <a href=/n>News</a></nav><article><h1>Ferry stops</h1><p>By Ana Roe</p>"
        "<p>HALLIN, 3 May – The ferry stops on Monday, the port said.</p><img src=a.jpg alt='A <ferry>'>"
        "<p>It sails again in June, the port said.</p></article></body>"
    )
    article, report = read(linter, Source("a.html", text, "html"))
    made = render_fragment(article, report)
    assert made.index("on Monday") < made.index("A &lt;ferry&gt;") < made.index("again in June")
    assert '<p class="text byline"' in made
    assert "Not part of the article: menu" in made
    assert '<span class="dateline">HALLIN, ' in made
