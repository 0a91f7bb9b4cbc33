"""Equal facts are read as equal elements in every format, however each of them is written there, and judged alike.

The articles are generated: facts from small invented vocabularies, and for each format a way of writing them.
"""

from __future__ import annotations

import html
import json
import textwrap
from collections import Counter
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.article import Article
from newslint.parts import ElementKind
from newslint.runner import Linter, RunOptions
from newslint.settings import load_settings
from newslint.source import Source

T = TypeVar("T")

TODAY = date(2026, 11, 22)

_FIRST = ("Mara", "Ines", "Tomas", "Rosa", "Karel", "Ada", "Jon", "Lena", "Mirko", "Nia")
_LAST = ("Oduya", "Okafor", "Whitlow", "Lindqvist", "Voss", "Brandt", "Petersen", "Quist", "Salz", "Beck")
_ROLES = ("the harbour master", "a baker from Hallin", "the mayor of Tarrow", "an engineer", "the head of the school")
_HEADLINES = (
    "Ferry to Hallin stops while its slip is rebuilt",
    "Tarrow opens a school for cooks in the old fish hall",
    "Storm takes the roof of the market in Port Ellery",
    "Council of Loam puts a meter on every well",
    "Grain ships wait off Tarrow as pilots rest at night",
)
_SENTENCES = (
    "The board met on Tuesday and voted for the plan by five votes.",
    "The hall stands beside the quay and has been empty since 2019.",
    "A bus leaves from the square at nine and again at noon.",
    "The works begin in March and end before the first regatta.",
    "Two firms have sent in their papers, and both are from the valley.",
    "The school has room for forty pupils and four teachers.",
    "Snow & rain have cost the town a wall, a gate and half of a road.",
)
# Each of these is the fault of some rule, in any format.
_FAULTS = (
    "Critics said that the plan had come too late for the town.",
    "It is believed that the works will take a year longer.",
    "The vote is a game changer for the whole valley.",
    "The board reportedly met again on Sunday in the inn.",
    "Perrin hopes to end the dispute before the winter comes.",
    "The price will be [insert price] for each of the boats.",
    "The mason's name is XXXX and nobody has seen him since.",
    "The gate (which is old and made of oak stands open.",
)
_QUOTED = (
    "Nobody closes a harbour in the middle of the night",
    "We could have patched the roof for one more summer",
    "The bread was never better than in that cold winter",
    "I have waited for this road since I was at school",
    "My men are tired and they want to see their children",
)
_QUESTIONS = (
    ("When does the ferry sail again?", "It sails again on the first day of June."),
    ("Who pays for the works?", "The town pays one half and the county pays the other."),
    ("May bicycles cross on the bus?", "They may not, since there is no room for them."),
    ("What happens to the old hall?", "The old hall becomes a school for cooks."),
)
_SUMMARIES = (
    "The works take nine weeks and cost less than a new hall.",
    "A bus takes those who come on foot.",
    "The board has voted for the plan.",
)
_DAYS = st.dates(date(2024, 1, 1), date(2026, 6, 30))


class Speech(NamedTuple):
    """A paragraph in which somebody speaks: the words, who says them, and whether the speaker comes first."""

    words: str
    speaker: str
    role: str
    speaker_first: bool

    @property
    def text(self) -> str:
        """Return the paragraph."""
        if self.speaker_first:
            return f"{self.speaker}, {self.role}, said: “{self.words}.”"
        return f"“{self.words},” said {self.speaker}, {self.role}."


class Facts(NamedTuple):
    """What an article says, apart from any format."""

    headline: str
    people: tuple[str, ...]
    published: date | None
    updated: date | None
    summary: tuple[str, ...]
    body: tuple[str | Speech, ...]
    faq: tuple[tuple[str, str], ...]

    @property
    def paragraphs(self) -> list[str]:
        """Return the body's paragraphs."""
        return [part.text if isinstance(part, Speech) else part for part in self.body]


def _names() -> st.SearchStrategy[str]:
    return st.builds("{} {}".format, st.sampled_from(_FIRST), st.sampled_from(_LAST))


def _some(values: st.SearchStrategy[T]) -> st.SearchStrategy[list[T]]:
    """Draw none to three different values; a plain list would mostly be empty."""
    return st.sampled_from([0, 1, 2, 3]).flatmap(
        lambda size: st.lists(values, min_size=size, max_size=size, unique=True)
    )


@st.composite
def all_facts(draw: st.DrawFn) -> Facts:
    """Draw the facts of one article; nobody has two spellings, and no sentence stands twice."""
    speakers = draw(st.lists(_names(), min_size=3, max_size=3, unique_by=lambda name: name.split()[1]))
    quoted = draw(_some(st.sampled_from(_QUOTED)))
    speeches = [
        Speech(words, speaker, role, draw(st.booleans()))
        for words, speaker, role in zip(quoted, speakers, draw(st.permutations(_ROLES)), strict=False)
    ]
    plain = draw(st.lists(st.sampled_from(_SENTENCES), min_size=3, max_size=6, unique=True))
    faults = draw(_some(st.sampled_from(_FAULTS)))
    # A paragraph of prose opens the body, so that no quotation is taken for a dek.
    opening = f"{plain[0]} {plain[1]}"
    parts: list[str | Speech] = [*plain[2:], *faults, *speeches]
    rest = draw(st.permutations(parts))
    published = draw(_DAYS) if draw(st.sampled_from([True, True, False])) else None
    is_updated = draw(st.booleans())
    return Facts(
        headline=draw(st.sampled_from(_HEADLINES)),
        people=tuple(draw(_some(_names()))),
        published=published,
        updated=published + timedelta(days=draw(st.integers(0, 40))) if published and is_updated else None,
        summary=tuple(draw(_some(st.sampled_from(_SUMMARIES)))),
        body=(opening, *rest),
        faq=tuple(draw(_some(st.sampled_from(_QUESTIONS)))),
    )


class Style(NamedTuple):
    """How facts are written: whether the summary is a list in the body, by which syntax, markup and dates, how wide."""

    has_list: bool
    syntax: str
    markup: str
    day: str
    width: int


STYLES = st.builds(
    Style,
    st.booleans(),
    st.sampled_from(["yaml", "toml", "json"]),
    st.sampled_from(["json-ld", "meta", "visible"]),
    st.sampled_from(
        ["{0.day} {0:%B} {0.year}", "{0:%B} {0.day}, {0.year}", "{0:%a}, {0.day} {0:%b} {0.year}", "{0:%Y-%m-%d}"]
    ),
    st.sampled_from([0, 72, 80]),
)


def _people(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def to_markdown(facts: Facts, style: Style) -> str:
    """Write facts with front matter."""
    fields: dict[str, object] = {"title": facts.headline}
    if facts.people:
        fields["authors"] = list(facts.people)
    if facts.published:
        fields["date"] = facts.published.isoformat()
    if facts.updated:
        fields["lastmod"] = facts.updated.isoformat()
    if facts.summary and not style.has_list:
        fields["summary"] = " ".join(facts.summary)
    if style.syntax == "json":
        head = json.dumps(fields, ensure_ascii=False, indent=2)
    elif style.syntax == "toml":
        head = "\n".join(["+++", *(f"{name} = {json.dumps(value)}" for name, value in fields.items()), "+++"])
    else:
        head = "\n".join(["---", *(f"{name}: {json.dumps(value)}" for name, value in fields.items()), "---"])
    parts = [head]
    if facts.summary and style.has_list:
        parts += ["## Key points", "\n".join(f"- {item}" for item in facts.summary), "## What happened"]
    parts += facts.paragraphs
    if facts.faq:
        parts.append("## Frequently asked questions")
        for question, answer in facts.faq:
            parts += [f"### {question}", answer]
    return "\n\n".join(parts) + "\n"


def to_html(facts: Facts, style: Style) -> str:
    """Write facts as a page with markup."""
    title = html.escape(facts.headline)
    head = ["<meta charset='utf-8'>", f"<title>{title}</title>"]
    shown = []
    if facts.summary and not style.has_list:
        head.append(f'<meta name="description" content="{html.escape(" ".join(facts.summary))}">')
    if style.markup == "json-ld":
        data: dict[str, object] = {"@type": "NewsArticle", "headline": facts.headline, "image": "https://a.example/i"}
        data["author"] = [{"@type": "Person", "name": name} for name in facts.people]
        if facts.published:
            data["datePublished"] = facts.published.isoformat()
        if facts.updated:
            data["dateModified"] = facts.updated.isoformat()
        head.append(f'<script type="application/ld+json">{json.dumps(data)}</script>')
    elif style.markup == "meta":
        head += [f'<meta name="author" content="{" and ".join(facts.people)}">'] if facts.people else []
        for name, day in (("published", facts.published), ("modified", facts.updated)):
            head += [f'<meta property="article:{name}_time" content="{day.isoformat()}">'] if day else []
    else:
        shown += [f'<p class="byline">By {_people(facts.people)}</p>'] if facts.people else []
        shown += [f"<p>Published: {style.day.format(facts.published)}</p>"] if facts.published else []
        shown += [f"<p>Updated: {style.day.format(facts.updated)}</p>"] if facts.updated else []
    body = []
    if facts.summary and style.has_list:
        items = "\n".join(f"<li>{html.escape(item)}</li>" for item in facts.summary)
        body += ["<h2>Key points</h2>", f"<ul>\n{items}\n</ul>", "<h2>What happened</h2>"]
    body += [f"<p>{html.escape(text, quote=False)}</p>" for text in facts.paragraphs]
    if facts.faq:
        body.append("<h2>Frequently asked questions</h2>")
        for question, answer in facts.faq:
            body += [f"<h3>{question}</h3>", f"<p>{answer}</p>"]
    inner = "\n".join([f"<h1>{title}</h1>", *shown, '<div class="article-body">', *body, "</div>"])
    above = "\n".join(['<!doctype html>\n<html lang="en"><head>', *head, "</head><body>\n<article>"])
    return f"{above}\n{inner}\n</article>\n</body></html>\n"


def to_text(facts: Facts, style: Style) -> str:
    """Write facts with the conventions of plain text."""
    parts = [facts.headline]
    parts += [f"By {_people(facts.people)}"] if facts.people else []
    parts += [f"Published: {style.day.format(facts.published)}"] if facts.published else []
    parts += [f"Updated: {style.day.format(facts.updated)}"] if facts.updated else []
    longer = list(facts.paragraphs)
    if facts.summary and style.has_list:
        parts += ["Key points", "\n".join(f"- {item}" for item in facts.summary), "What happened"]
    elif facts.summary:
        longer.insert(0, f"Summary: {' '.join(facts.summary)}")
    parts += _wrap(longer, style.width)
    if facts.faq:
        parts.append("Frequently asked questions")
        for question, answer in facts.faq:
            parts += [question, answer]
    return "\n\n".join(parts) + "\n"


def _wrap(texts: list[str], width: int) -> list[str]:
    """Break lines at a width, unless too many of the next ones would begin with a capital: they read as verse."""
    wrapped = [textwrap.wrap(text, width) for text in texts] if width else []
    starts = [line[0].islower() for lines in wrapped for line in lines[1:]]
    return ["\n".join(lines) for lines in wrapped] if 2 * sum(starts) > len(starts) else texts


_FORMATS = {"markdown": ("a.md", to_markdown), "html": ("a.html", to_html), "text": ("a.txt", to_text)}


@cache
def _linter() -> Linter:
    return Linter(load_settings(None, keep=False), RunOptions(TODAY))


def _sources(facts: Facts, style: Style) -> dict[str, Source]:
    return {name: Source(path, write(facts, style), name) for name, (path, write) in _FORMATS.items()}


def _read(article: Article) -> dict[str, object]:
    """Return what an article was understood to say."""

    def day(kind: ElementKind) -> str | None:
        element = article.find(kind)
        return element.value[:10] if element and element.value else None

    byline, summary = article.find("byline"), article.find("summary")
    return {
        "headline": article.headline.text if article.headline else None,
        "people": byline.names if byline else (),
        "published": day("published"),
        "updated": day("updated"),
        "summary": tuple(summary.text.split()) if summary else (),
        "faq": tuple((entry.question, entry.answer) for entry in article.faq),
        "speech": tuple(_speeches(article)),
    }


def _speeches(article: Article) -> list[tuple[str, str]]:
    """Return each quotation of the body with its speaker."""
    speakers = {entry.quotation: entry for entry in article.attributions if entry.quotation is not None}
    found = []
    for number, quotation in enumerate(article.quotations):
        attribution = speakers.get(number)
        source = attribution.source[0] if attribution and attribution.source else None
        speaker = article.blocks[source.passage].text[source.start : source.end] if source else ""
        inner = quotation.inner
        found.append(
            (article.blocks[inner.passage].text[inner.start : inner.end].strip(",."), speaker.partition(",")[0])
        )
    return found


def _wanted(facts: Facts) -> dict[str, object]:
    return {
        "headline": facts.headline,
        "people": facts.people,
        "published": facts.published.isoformat() if facts.published else None,
        "updated": facts.updated.isoformat() if facts.updated else None,
        "summary": tuple(" ".join(facts.summary).split()),
        "faq": facts.faq,
        "speech": tuple((part.words, part.speaker) for part in facts.body if isinstance(part, Speech)),
    }


_HEALTH = (HealthCheck.too_slow, HealthCheck.data_too_large)


@settings(deadline=None, max_examples=40, suppress_health_check=_HEALTH)
@given(all_facts(), STYLES)
def test_every_format_says_the_facts_that_were_written(facts: Facts, style: Style) -> None:
    wanted = _wanted(facts)
    for source in _sources(facts, style).values():
        assert _read(_linter().parse(source)) == wanted, source.format


@settings(deadline=None, max_examples=30, suppress_health_check=_HEALTH)
@given(all_facts(), STYLES)
def test_every_format_is_judged_by_the_same_rules(facts: Facts, style: Style) -> None:
    reports = {name: _linter().lint(source) for name, source in _sources(facts, style).items()}
    needs = {entry.rule for report in reports.values() for entry in report.not_evaluated}
    if facts.summary and not style.has_list:
        # Plain text prints its summary, whose words count as the article's; elsewhere it is metadata.
        needs.update(("sourcing/no-sources", "sourcing/statistic-without-source", "sourcing/passive-unsourced-claim"))
    # A plain text has no field that could hold a summary, so it lacks one less gravely.
    needs.add("structure/missing-summary")
    found = {
        name: Counter((entry.rule, entry.severity) for entry in report.diagnostics if entry.rule not in needs)
        for name, report in reports.items()
    }
    assert found["markdown"] == found["html"] == found["text"]


@settings(deadline=None, max_examples=25, suppress_health_check=_HEALTH)
@given(all_facts(), STYLES, STYLES)
def test_how_a_format_writes_the_facts_changes_nothing(facts: Facts, one: Style, other: Style) -> None:
    other = other._replace(has_list=one.has_list)
    for name in _FORMATS:
        first, second = _sources(facts, one)[name], _sources(facts, other)[name]
        assert _read(_linter().parse(first)) == _read(_linter().parse(second)), name
