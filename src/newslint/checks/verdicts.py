"""Checks of the stage of a case: who is convicted in one sentence and still waits for a trial in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import Article
from newslint.contract import Scene, check
from newslint.diagnostics import Finding
from newslint.language.crime.verdicts import (
    CHARGED_HEADLINE,
    GUILTY_HEADLINE,
    UNCHARGED,
    charged_words,
    guilty_words,
    is_charged_with_it,
    is_pending,
    tells_more,
)
from newslint.language.units.words import list_parts
from newslint.patterns import pattern
from newslint.spans import Extent

_WORDS = frozenset(
    """verdict guilty convicted conviction jailed sentenced imprisoned acquitted cleared sentencing charged
    indicted""".split()
)
_PENDING = frozenset(
    """trial verdict jury jurors acquittal court whether plea pleas charge charges charged tried deliberating
    prosecution defence defense bail hearing arrested investigation counts evidence accused denies deny arraigned
    arraignment detained held""".split()
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
        if _WORDS.isdisjoint(words) or (
            number < len(article.blocks) and block.kind == "paragraph" and _PENDING.isdisjoint(words)
        ):
            continue
        is_head = block.kind in ("heading", "caption", "list-item") or number >= len(article.blocks)
        found = (_in_headline(article, number) if is_head else None) or _in_block(article, number)
        if found is not None:
            yield Finding(article.locate(Extent(number, *found)))


def _is_quoted(article: Article, number: int, place: tuple[int, int]) -> bool:
    return number < len(article.blocks) and article.is_quoted(number, *place)


def _in_block(article: Article, number: int) -> tuple[int, int] | None:
    """Return the words of a conviction in a paragraph that also says that the case of the same person is open."""
    text = article.crimes.passages[number].text
    told = guilty_words(text)
    if told is None or not (is_pending(text) or UNCHARGED.search(text) or is_charged_with_it(text, text)):
        told = charged_words(text)
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
    is_heading = article.crimes.passages[number].kind == "heading"
    if told is None or (is_heading and _LEADS < number < len(article.blocks)):
        told = CHARGED_HEADLINE.search(text)
        let_go = [each for each in prose if UNCHARGED.search(each) and _shares(text, each)]
        return told.span() if told is not None and let_go and not tells_more(let_go) else None
    open_now = [each for each in prose[:_LEADS] if is_pending(each)]
    open_now += [each for each in prose if _is_of_same(text, each)]
    if not open_now or tells_more(open_now) or any(guilty_words(each) for each in prose):
        return None
    return None if _DOUBTED.search(text) else told.span()


_SHARED = 2  # words that a headline has in common with a paragraph about the same case


def _is_of_same(headline: str, text: str) -> bool:
    """Tell whether a paragraph has words of a headline and says that the case is open."""
    if is_charged_with_it(headline, text):
        return True
    return is_pending(text) and _shares(headline, text)


def _shares(headline: str, text: str) -> bool:
    return len(_long_words(headline) & _long_words(text)) >= _SHARED


def _long_words(text: str) -> set[str]:
    return {word[:_STEM] for word in list_parts(text.lower()) if len(word) >= _STEM}


_STEM = 5  # letters
