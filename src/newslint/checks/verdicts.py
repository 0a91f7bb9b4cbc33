"""Checks of the stage of a case: who is convicted in one sentence and still waits for a trial in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import Article
from newslint.contract import Scene, check
from newslint.diagnostics import Finding
from newslint.language.crime.verdicts import (
    GUILTY_HEADLINE,
    UNCHARGED,
    charged_words,
    guilty_words,
    is_pending,
    tells_more,
)
from newslint.patterns import pattern
from newslint.spans import Extent

_WORDS = frozenset(
    "guilty convicted conviction jailed sentenced imprisoned acquitted cleared sentencing charged indicted".split()
)
_PENDING = frozenset(
    """trial verdict jury jurors acquittal court whether plea pleas charge charges charged tried deliberating
    prosecution defence defense""".split()
)
_LEADS = 2  # paragraphs under a headline
_TERMS = pattern(r"\b(?:found|pleaded|pleads?|pled|pleading)[ ]innocent\b", re.IGNORECASE)


_DOUBTED = pattern(r"\bnot guilty\b|\bif\b|\bcould\b|\?")


@check(
    grades=("term",),
    messages={"term": "Courts find people not guilty, and people plead not guilty: “innocent” is no verdict."},
)
def mixed_stage(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a conviction of somebody who, in the same paragraph, still waits for a charge, a trial or a verdict.

    A headline is held against the first paragraphs. Words that courts do not use have the grade `term`.
    """
    story = article.crimes
    for number in story.lines:
        words, block = story.vocabulary(number), story.passages[number]
        if "innocent" in words and block.kind != "heading":
            for match in _TERMS.finditer(block.text):
                if not _is_quoted(article, number, match.span()):
                    yield Finding(article.locate(Extent(number, *match.span())), message="term", grade="term")
        if _WORDS.isdisjoint(words) or (block.kind != "heading" and _PENDING.isdisjoint(words)):
            continue
        found = _in_headline(article, number) if block.kind == "heading" else _in_block(article, number)
        if found is not None:
            yield Finding(article.locate(Extent(number, *found)))


def _is_quoted(article: Article, number: int, place: tuple[int, int]) -> bool:
    return number < len(article.blocks) and article.is_quoted(number, *place)


def _in_block(article: Article, number: int) -> tuple[int, int] | None:
    """Return the words of a conviction in a paragraph that also says that the case of the same person is open."""
    text = article.crimes.passages[number].text
    told = guilty_words(text) if is_pending(text) else charged_words(text)
    if told is None or tells_more([text]) or _is_quoted(article, number, told):
        return None
    lines = article.crimes.lines[number]
    names = {name.key for line in lines for name in article.crimes.names.find(line.text) if name.kind == "person"}
    if len(names) < 2:
        return told
    guilty = [line.text for line in lines if line.extent.start <= told[0] < line.extent.end]
    pending = [line.text for line in lines if is_pending(line.text) or UNCHARGED.search(line.text)]
    shared = [key for key in names if all(any(key in line for line in side) for side in (guilty, pending))]
    return told if shared else None


def _in_headline(article: Article, number: int) -> tuple[int, int] | None:
    """Return the words of a conviction in the headline of a story whose first paragraphs tell of an open case."""
    text = article.crimes.passages[number].text
    told = GUILTY_HEADLINE.search(text)
    prose = [block.text for _, block in article.prose_blocks()]
    if told is None or _LEADS < number < len(article.blocks):
        return None
    leads = prose[:_LEADS]
    leads = [*filter(is_pending, leads)]
    if not leads or tells_more(leads) or any(guilty_words(each) for each in prose):
        return None
    return None if _DOUBTED.search(text) else told.span()
