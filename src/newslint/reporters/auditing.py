"""Write an audit of duties: for people, as a table, as data, and as a summary by section and author."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from newslint.audit import STATES, Audited, Duty
from newslint.reporters.counting import count_of, join_words
from newslint.reporters.csv import cell
from newslint.reporters.json import dump
from newslint.terminal import inert, safe, safe_path

SCHEMA = 1
COLUMNS = (
    *("path", "section", "authors", "topic", "words", "rule", "state", "severity", "line", "message"),
    *("excused_by", "reason"),
)
_NONE = "(none)"


def render_audit(articles: Sequence[Audited], format: str) -> Iterator[str]:
    """Yield the pieces of an audit in a format: text, csv, json or markdown."""
    return _FORMATS[format](articles)


def _text(articles: Sequence[Audited]) -> Iterator[str]:
    for article in articles:
        if article.topics or article.duties:
            yield from _article_lines(article)
            yield "\n"
    yield f"{describe_audit(articles)}\n"


def _article_lines(article: Audited) -> Iterator[str]:
    yield _line(safe_path(article.path))
    for topic in article.topics:
        yield _line(f"line {topic.line}: {topic.topic}, by {topic.words}", "  ")
    for duty in article.duties:
        place = f" (line {duty.line})" if duty.line else ""
        yield _line(f"{duty.state:<13}  {duty.rule}{place}", "  ")
        if duty.state in ("missing", "excused", "not evaluated"):
            yield _line(duty.message, " " * 17)
        if duty.held_by:
            yield _line(f"by {duty.held_by}: {duty.reason or 'no reason given'}", " " * 17)


def describe_audit(articles: Sequence[Audited]) -> str:
    """Return the figures of an audit in one sentence."""
    counts = _counts(articles)
    with_duties = sum(bool(article.duties) for article in articles)
    told = [f"{counts[state]} {state}" for state in STATES if counts[state]]
    duties = count_of(sum(counts.values()), "duty", "duties")
    return f"{count_of(len(articles), 'article')}, {with_duties} with {duties}: {join_words(told) or 'nothing'}."


def _csv(articles: Sequence[Audited]) -> Iterator[str]:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for article in articles:
        for duty in article.duties:
            writer.writerow(map(cell, _cells(article, duty)))
    yield text.getvalue()


def _cells(article: Audited, duty: Duty) -> tuple[object, ...]:
    words = next((topic.words for topic in article.topics if topic.topic == duty.topic), "")
    about = (safe_path(article.path), article.section, "; ".join(article.authors), duty.topic, words)
    verdict = (duty.rule, duty.state, duty.severity, duty.line or "", duty.message, duty.held_by, duty.reason)
    return (*about, *verdict)


def _json(articles: Sequence[Audited]) -> Iterator[str]:
    counts = _counts(articles)
    data = {
        "schema": SCHEMA,
        "articles": [_object(article) for article in articles],
        "summary": {"articles": len(articles), **{state.replace(" ", "_"): counts[state] for state in STATES}},
    }
    yield dump(data, indent=1) + "\n"


def _object(article: Audited) -> dict[str, Any]:
    return {
        "path": article.path,
        "headline": article.headline,
        "section": article.section,
        "authors": list(article.authors),
        "topics": [topic._asdict() for topic in article.topics],
        "duties": [duty._asdict() for duty in article.duties],
    }


def _markdown(articles: Sequence[Audited]) -> Iterator[str]:
    yield f"# Duties\n\n{describe_audit(articles)}\n"
    yield from _table("section", articles, lambda article: (article.section or _NONE,))
    yield from _table("author", articles, lambda article: article.authors or (_NONE,))
    lines = [_item(article, duty) for article in articles for duty in article.duties if duty.state == "missing"]
    if lines:
        yield "\n## Missing\n\n" + "".join(lines)


def _table(name: str, articles: Sequence[Audited], groups: Callable[[Audited], Iterable[str]]) -> Iterator[str]:
    """Yield a table with a row for each section or author, those with most that is missing first."""
    members: dict[str, list[Audited]] = defaultdict(list)
    for article in articles:
        for group in groups(article):
            members[group].append(article)
    rows = {group: _counts(own) for group, own in members.items()}
    heads = ("articles", *STATES)
    yield f"\n## By {name}\n\n| {name} | {' | '.join(heads)} |\n| --- |{' ---: |' * len(heads)}\n"
    for group in sorted(rows, key=lambda group: (-rows[group]["missing"], group)):
        figures = (len(members[group]), *(rows[group][state] for state in STATES))
        yield _line(f"| {_escaped(group)} | {' | '.join(map(str, figures))} |")


def _item(article: Audited, duty: Duty) -> str:
    place = f"{safe_path(article.path)}:{duty.line}" if duty.line else safe_path(article.path)
    return _line(f"- `{place}` {duty.rule}: {_escaped(duty.message)}")


def _escaped(text: str) -> str:
    return safe(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def _counts(articles: Iterable[Audited]) -> dict[str, int]:
    return {state: sum(article.count(state) for article in articles) for state in STATES}


def _line(text: str, indent: str = "") -> str:
    return inert(indent + safe(text)) + "\n"


_FORMATS: dict[str, Callable[[Sequence[Audited]], Iterator[str]]] = {
    "text": _text,
    "csv": _csv,
    "json": _json,
    "markdown": _markdown,
}
FORMATS = tuple(_FORMATS)
