"""What `inspect` shows: every part of the model with its place in the source, for programs and for people."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest

from newslint.article import Article, Block, Element, Prose, Question, Run
from newslint.assembly import parse
from newslint.language.speech.attributions import Attribution
from newslint.language.speech.passages import Extent
from newslint.language.speech.quotations import Quotation
from newslint.parts import BlockKind, ElementKind, Role
from newslint.reporters.inspection import inspection, render_inspection
from newslint.reporters.voices import find_voices
from newslint.source import Source
from newslint.spans import Span

TEXT = """\
# Ferry to stop

By Ines Okoro

The line closes. “We ran dry &amp; gave up,” Marta Lind said.

“Nobody came.”

Share this
"""


def block(kind: BlockKind, words: str, level: int | None = None, role: Role = "") -> Block:
    """Return a block of words that stand in TEXT; `&amp;` is decoded, as a parser would."""
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    before, entity, after = words.partition("&amp;")
    runs = [Run(0, len(before), start, len(before))]
    if entity:
        runs.append(Run(len(before), 1, start + len(before), len(entity)))
        runs.append(Run(len(before) + 1, len(after), start + len(before) + len(entity), len(after)))
    return Block(kind, span, Prose(before + ("&" if entity else "") + after, runs), level, role)


def element(kind: ElementKind, words: str, **facts: Any) -> Element:
    start = TEXT.index(words)
    return Element(kind, words, Span(start, start + len(words)), "convention", **facts)


def extent(article: Article, passage: int, words: str) -> Extent:
    start = article.blocks[passage].text.index(words)
    return Extent(passage, start, start + len(words))


@pytest.fixture
def article(monkeypatch: pytest.MonkeyPatch) -> Article:
    """An article with one attributed and one unattributed quotation, whose analyses are given and not computed."""
    made = Article(
        Source("ferry.md", TEXT, "markdown"),
        blocks=(
            block("heading", "Ferry to stop", 1, "headline"),
            block("paragraph", "By Ines Okoro", role="byline"),
            block("paragraph", "The line closes. “We ran dry &amp; gave up,” Marta Lind said."),
            block("paragraph", "“Nobody came.”"),
            block("boilerplate", "Share this", role="share"),
        ),
        elements=(
            element("headline", "Ferry to stop"),
            element("byline", "By Ines Okoro", names=("Ines Okoro",)),
            element("byline", "Ines Okoro", names=("Ines Okoro",)),
            element("published", "stop", value="2026-11-22"),
            element("disclosure", "Share", value="affiliate"),
        ),
        faq=(Question("Why?", "", Span(0, 4), Span(0, 2), Span(4, 4)),),
    )
    said, lone = extent(made, 2, "“We ran dry & gave up,”"), extent(made, 3, "“Nobody came.”")
    made.__dict__["quotations"] = [
        Quotation(said, said, "“", True, None, 6, "speech"),
        Quotation(lone, lone, "“", True, None, 2, "speech"),
    ]
    source, cue = extent(made, 2, "Marta Lind"), extent(made, 2, "said")
    made.__dict__["attributions"] = [Attribution((source,), (cue,), (said,), "named", 0, False, None, False, False)]
    measured = SimpleNamespace(
        flesch_kincaid_grade=4.125,
        flesch_reading_ease=81.5,
        gunning_fog=5.0,
        smog=6.04,
        automated_readability_index=-0.5,
        coleman_liau=7.25,
        lix=20.4,
        **dict.fromkeys(("amstad", "kandel_moles", "szigriszt_pazos", "gulpease")),
    )
    monkeypatch.setattr(Article, "readability", lambda self, backend="newslint": measured)
    return made


def test_the_object_is_valid(article: Article, inspect_schema: dict[str, Any]) -> None:
    jsonschema.validate(inspection(article, "news"), inspect_schema)


def test_an_empty_article_has_an_object_too(inspect_schema: dict[str, Any]) -> None:
    data = inspection(Article(Source("a.txt", "", "text")), "news")
    jsonschema.validate(data, inspect_schema)
    assert data["elements"]["headline"] is None
    assert data["metrics"]["flesch_kincaid_grade"] == 0.0


def test_spans_lead_to_the_words_in_the_source(article: Article) -> None:
    data = inspection(article, "news")
    source = article.source.text

    def words(span: list[int]) -> str:
        return source[span[0] : span[1]]

    said = data["quotations"][0]
    assert said["text"] == "“We ran dry & gave up,”"
    assert words(said["span"]) == "“We ran dry &amp; gave up,”"
    attribution = data["attributions"][said["attribution"]]
    assert [words(span) for span in attribution["source"]] == ["Marta Lind"]
    assert [words(span) for span in attribution["cue"]] == ["said"]
    assert [words(span) for span in attribution["content"]] == [words(said["span"])]
    assert data["quotations"][1]["attribution"] is None
    assert [words(entry["span"]) for entry in data["blocks"]][-1] == "Share this"


def test_elements_carry_values_and_a_byline_found_twice_is_told_once(article: Article) -> None:
    elements = inspection(article, "news")["elements"]
    assert elements["published"]["value"] == "2026-11-22"
    assert [byline["text"] for byline in elements["bylines"]] == ["By Ines Okoro"]
    start = TEXT.index("Share")
    assert elements["disclosures"] == [{"kind": "affiliate", "text": "Share", "span": [start, start + 5]}]
    assert elements["faq"] == [{"question": "Why?", "answer": "", "span": [0, 4]}]


def test_every_stretch_of_prose_has_a_voice(article: Article) -> None:
    shown = [
        (stretch.voice, article.blocks[stretch.block].text[stretch.start : stretch.end])
        for stretch in find_voices(article)
    ]
    assert shown == [
        ("own voice", "The line closes. "),
        ("Marta Lind", "“We ran dry & gave up,”"),
        ("no speaker", "“Nobody came.”"),
    ]


def test_a_quotation_inside_what_somebody_says_is_theirs(article: Article) -> None:
    only = article.attributions[0]
    lone = article.quotations[1].extent
    article.__dict__["attributions"] = [only._replace(content=(*only.content, lone))]
    assert [quotation["attribution"] for quotation in inspection(article, "news")["quotations"]] == [0, 0]


def test_people_read_it_in_order(article: Article) -> None:
    assert (
        render_inspection(article, "news", False, 76)
        == """\
ferry.md  markdown, profile news

Elements
      1:3  headline        Ferry to stop  (convention)
      3:1  byline          By Ines Okoro  (Ines Okoro, convention)
     1:12  published       stop  (2026-11-22, convention)
      9:1  disclosure      Share  (affiliate, convention)
      1:1  question        Why?  (no answer)
           not found: dek, updated, dateline, summary, author-bio

Blocks
      1:3  heading 1       Ferry to stop  (headline)
      3:1  paragraph       By Ines Okoro  (byline)
      5:1  paragraph       The line closes. “We ran dry & gave up,” Marta L…
      7:1  paragraph       “Nobody came.”
      9:1  boilerplate     Share this  (share)

Quotations
     5:18  speech          “We ran dry & gave up,”  — Marta Lind
      7:1  speech          “Nobody came.”  — no speaker

Who speaks
      5:1  own voice                 The line closes.
           Marta Lind (named)        “We ran dry & gave up,”
      7:1  no speaker                “Nobody came.”

Metrics
  16 words, 4 sentences
  Flesch-Kincaid grade 4.1, Flesch reading ease 82
  Gunning fog 5.0, SMOG 6.0, ARI -0.5, Coleman-Liau 7.2, LIX 20
"""
    )


@pytest.mark.parametrize("width", [1, 80, 100])
def test_colour_only_adds_codes_and_no_line_is_wider_than_asked(article: Article, width: int) -> None:
    plain = render_inspection(article, "news", False, width).splitlines()
    assert len(plain) == len(render_inspection(article, "news", True, width).splitlines())
    assert max(len(line) for line in plain) <= max(width, 80)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Flesch-Kincaid grade"),
        ("de", "Amstad "),
        ("fr", "Kandel-Moles "),
        ("es", "Szigriszt-Pazos "),
        ("it", "Gulpease "),
        ("sv", "LIX "),
        ("pl", "readability not evaluated: there is no formula for pl"),
        ("und", "readability not evaluated: there is no formula for this language"),
    ],
)
def test_each_language_shows_its_own_readability(language: str, line: str) -> None:
    article = parse(Source("a.md", f"---\nlang: {language}\n---\n# A bridge\n\nIt was shut.\n", "markdown"))
    shown = render_inspection(article, "news", colour=False, width=80)
    assert f"\n  {line}" in shown
