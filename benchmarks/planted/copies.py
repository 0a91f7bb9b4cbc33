"""Articles as plain parts that can be changed one by one and written in any format.

What is planted stands between two marks, which survive every way of writing: the place of a fault is known when its
text is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from newslint.article import Article
from newslint.assembly import ParseOptions, parse
from newslint.discovery import discover
from newslint.errors import SourceError
from newslint.language.units.sentences import split_sentences
from newslint.source import read

BEGIN, END = "\ue000", "\ue001"
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_ENDS = (".", "!", "?", "”", '"')
# Articles of usual length keep the run short: the cost is that of linting them.
_PARAGRAPHS, _LENGTH = range(9, 41), range(1800, 5500)
_PARTS = ("paragraph", "heading", "list-item", "quotation")

PartKind = Literal["paragraph", "heading", "list-item", "quotation", "raw"]


class Part(NamedTuple):
    """A paragraph, heading, list item or block quotation of the body."""

    kind: PartKind
    text: str


class Pair(NamedTuple):
    """A question and its answer; None where nothing stands below it."""

    question: str
    answer: str | None
    number: int | None = None


class Copy(NamedTuple):
    """An article's parts as they are written; None is absent, an empty text is a label with nothing behind it."""

    path: str
    headline: str | None
    byline: str | None
    published: date | str | None
    summary: str | None
    body: tuple[Part, ...]
    updated: date | None = None
    label: str | None = None
    notice: str | None = None
    points: tuple[str, ...] = ()
    faq: tuple[Pair, ...] = ()
    disclaimer: str | None = None
    caption: str | None = None
    data: str | None = None  # JSON-LD, where there is some


def mark(text: str) -> str:
    """Return a text as one that is planted."""
    return f"{BEGIN}{text}{END}"


def read_copies(paths: list[Path]) -> Iterator[Copy]:
    """Yield the articles of files and folders that have a headline, a byline, a date and a body of usual length."""
    for path in paths:
        files = discover([str(path)], (), (), path, force_exclude=False).files if path.is_dir() else [path]
        for file in sorted(files):
            try:
                article = parse(read(file), ParseOptions())
            except SourceError:
                continue
            if copy := copy_of(article):
                yield copy


def copy_of(article: Article) -> Copy | None:
    """Return an article's parts, or None where it has not what faults are planted in."""
    headline, byline, published = article.headline, article.find("byline"), article.published
    if not (headline and byline and byline.names and published and published.value):
        return None
    body = tuple(_parts(article))
    paragraphs = [part.text for part in body if part.kind == "paragraph"]
    if len(paragraphs) not in _PARAGRAPHS or sum(map(len, paragraphs)) not in _LENGTH:
        return None
    names, day = " and ".join(byline.names), date.fromisoformat(published.value[:10])
    return Copy(article.path, _plain(headline.text), names, day, _summary(article, paragraphs[0]), body)


def _parts(article: Article) -> Iterator[Part]:
    for block in article.blocks:
        if block.kind in _PARTS and block.role in ("", "dateline"):
            yield Part(block.kind, _plain(block.text))  # type: ignore[arg-type]


def _summary(article: Article, lead: str) -> str:
    """Return an article's summary or standfirst, else its first sentence, as sites show it that have neither."""
    summary = article.find("summary") or article.find("dek")
    start, end = next(iter(split_sentences(lead)), (0, len(lead)))
    return _plain(summary.text) if summary else lead[start:end]


def _plain(text: str) -> str:
    return " ".join(_PRIVATE.sub("", text).split())


def dress(copy: Copy, profile: str) -> Copy:
    """Return a copy with what a profile asks for beyond a news report."""
    if profile == "opinion":
        return copy._replace(label="Opinion")
    if profile == "sponsored":
        notice = "This article was paid for by Tarrow Coast Railway."
        return copy._replace(label="Sponsored content", notice=notice)
    if profile != "explainer":
        return copy
    paragraphs = [index for index, part in enumerate(copy.body) if part.kind == "paragraph"][-3:]
    asked = ("What has happened so far?", "Who is affected by it?", "What will happen next?")
    faq = tuple(Pair(question, copy.body[at].text) for question, at in zip(asked, paragraphs, strict=True))
    body = tuple(part for index, part in enumerate(copy.body) if index not in paragraphs)
    disclaimer = "This article is for information only. It is not legal, medical or financial advice."
    return copy._replace(body=body, faq=faq, disclaimer=disclaimer)


def is_paragraph(part: Part) -> bool:
    """Tell whether a part is a paragraph of whole sentences."""
    return part.kind == "paragraph" and part.text.endswith(_ENDS)


def is_quiet(part: Part) -> bool:
    """Tell whether a part is a paragraph of whole sentences in which nobody is quoted."""
    return is_paragraph(part) and not any(mark in part.text for mark in '“”"‘')
