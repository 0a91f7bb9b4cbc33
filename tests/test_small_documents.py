"""A document that has next to nothing in it is an article like any other: no part of the program fails on it."""

from __future__ import annotations

from itertools import product

import pytest
from benchmarks.pathologies import make_linter, repeat
from benchmarks.pathology_units import CHARACTERS, HTML, MARKDOWN, TOKENS

from newslint.reporters.inspection import inspection, render_inspection
from newslint.runner import Linter
from newslint.source import decode

# Elements that the reader of pages treats apart, and some that it does not.
TAGS = """
    a article aside b blockquote body br button code dd details div dl dt em figcaption figure footer form frameset h1
    h2 head header html i iframe img input li link main meta nav noscript object ol option p pre q script section select
    span strong style sub summary svg table tbody td template textarea th time title tr ul video x-y
""".split()
BARE = ("<{}", "<{}>", "<{} te", "</{}>", "<{}></{}>", "<{}> </{}>", "<{} datetime='2026-01-01'></{}>", "<{} class='")
FILLED = (
    "<{}>x</{}>",
    "<{} itemprop=author content='Mara Oduya'></{}>",
    "<{} class=byline rel=author></{}>",
    "<{} itemprop=datePublished content=2026-01-01>",
    "<{} hidden>x</{}>",
    "<{} type='application/ld+json'>[]</{}>",
    "<h1></h1><{}>",
    "<title>x</title><{} datetime=2026-01-01>",
    "<{0}><{0}><time>",
)
METADATA = [
    "",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\ufeff",
    "\0",
    "<!-- -->",
    "<!--",
    "<!doctype html>",
    "<html><head><title></title></head><body></body></html>",
    "<meta name=author content=''><meta property='article:published_time' content=''>",
    "<script type='application/ld+json'></script>",
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":[],"author":[[]]}</script>',
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":{}}</script>',
    '<script type="application/ld+json">{"@graph":[null,{"@type":null},[]]}</script>',
    "---\n---\n",
    "---\n---",
    "---\ntitle:\n---\n",
    "---\ntitle: []\nauthor: {}\ndate: 0\nsummary: false\n---\n",
    "---\nnewslint:\n  ignore: []\n---\n",
    "+++\n+++\n",
    "{}\n",
    "{\n}\n",
]
WRAPPERS = (
    "{}",
    "# {}\n",
    "> {}",
    "“{}",
    "{}: x",
    "x\n\nBy Mara Oduya\n\n{}",
    "## Summary\n\n{}",
    "FAQ\n\n{}",
    "**{}**",
)


@pytest.fixture(scope="module")
def linter() -> Linter:
    return make_linter()


def faults(linter: Linter, text: str, suffix: str) -> list[str]:
    """Return what goes wrong when a text is linted and shown."""
    source = decode(text.encode(), f"a.{suffix}")
    report = linter.lint(source)
    article = linter.parse(source)
    inspection(article, "news")
    render_inspection(article, "news", colour=False, width=80)
    wrong = [
        found for found in report.diagnostics if not 0 <= found.start.offset <= found.end.offset <= len(source.text)
    ]
    return [*report.crashed, *(found.rule for found in wrong)]


def failing(linter: Linter, texts: list[str], suffix: str) -> list[tuple[str, list[str]]]:
    return [(text, wrong) for text in texts if (wrong := faults(linter, text, suffix))]


@pytest.mark.parametrize("forms", [BARE[:4], BARE[4:], FILLED[:5], FILLED[5:]])
def test_a_page_of_one_element_is_judged(linter: Linter, forms: tuple[str, ...]) -> None:
    texts = [form.format(tag, tag) for form, tag in product(forms, TAGS)][::2]
    assert failing(linter, texts, "html") == []


@pytest.mark.parametrize("suffix", ["md", "html", "txt"])
def test_a_document_of_metadata_alone_is_judged(linter: Linter, suffix: str) -> None:
    pairs = [first + second for first, second in product(METADATA, ["", *METADATA[2:16:7]])]
    assert failing(linter, pairs, suffix) == []


@pytest.mark.parametrize("suffix", ["md", "html", "txt"])
@pytest.mark.parametrize("units", [{**CHARACTERS, **TOKENS}, {**MARKDOWN, **HTML}], ids=["text", "markup"])
def test_a_document_of_one_word_or_mark_is_judged(linter: Linter, units: dict[str, str], suffix: str) -> None:
    texts = [
        WRAPPERS[number % len(WRAPPERS)].replace("{}", repeat(unit, 1)) for number, unit in enumerate(units.values())
    ]
    assert failing(linter, texts, suffix) == []


ARTICLES = {
    "md": (
        '---\ntitle: "A b"\nauthor: [Mara Oduya, x]\ndate: 2026-01-02\n---\n\n# Head\n\nBy *Mara Oduya*, 3 May 2026\n\n'
        "## Summary\n\n- a\n\n“It is,” said Ben Doe.[^1] ![a](b)\n\n| a | b |\n|---|---|\n| 1 | |\n\n## FAQ\n\n"
        "**Q: Why?**\n\nA: For.\n\n```\nx\n```\n\n[^1]: <b>x</b> <!-- newslint: ignore[clarity] reason: x -->\n"
    ),
    "html": (
        "<!doctype html><html lang=en><head><title>A | B</title><meta name=author content='Mara Oduya'>"
        '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"x"}}</script></head><body>'
        "<nav><a href=a>b</a></nav><h1>Head</h1><p class=byline>By Mara Oduya <time datetime='2026-01-02'>2 Jan</time>"
        "<figure><img src=a><figcaption>c</figcaption></figure><p>“It is,” said Ben Doe &amp; <code>x</code>.</p>"
        "<table><tr><td>a<td></table><details><summary>Why?</summary>For.</details><!-- c --></body></html>"
    ),
}


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_an_article_cut_off_anywhere_is_judged(linter: Linter, suffix: str) -> None:
    text = ARTICLES[suffix]
    texts = [text[:at] for at in range(0, len(text), 9)] + [text[at:] for at in range(1, len(text), 23)]
    assert failing(linter, texts, suffix) == []
