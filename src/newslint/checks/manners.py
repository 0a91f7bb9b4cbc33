"""Checks of how a headline speaks: in capitals, with too many marks, in clickbait, or as its summary does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from newslint.article import Article
from newslint.checks.shared import either_case
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.similarity import fold_words
from newslint.patterns import pattern

_MARKS = pattern(r"[!?]{2,}|!\s?!")
_WORD = pattern(r"[^\W\d_]+")
_FEWEST, _LETTERS = 4, 16  # words and letters of a headline in capitals


@check(placeholders=("what",))
def shouted_headline(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag headlines in capitals from end to end, and those with several exclamation or question marks in a row."""
    headline = article.headline
    if headline is None:
        return
    what = _shouts(headline.text)
    if what:
        yield Finding(headline.span, {"what": what})


def _shouts(text: str) -> str:
    marks = _MARKS.search(text)
    if marks is not None:
        return f"“{marks.group()}”"
    words = _WORD.findall(text)
    is_long = len(words) >= _FEWEST and sum(map(len, words)) >= _LETTERS
    return "capitals from end to end" if is_long and text.isupper() and text.isascii() else ""


@check(placeholders=("text",))
def headline_phrases(
    article: Article,
    scene: Scene,
    *,
    patterns: Annotated[tuple[str, ...], Option("what no headline should say, in any case", pattern=either_case)],
) -> Iterator[Finding]:
    """Flag headlines that say one of some patterns, outside of quotation marks."""
    headline = article.headline
    if headline is None:
        return
    found = either_case(patterns).search(_QUOTED.sub(_blank, headline.text))
    if found is not None:
        yield Finding(headline.span, {"text": found.group()})


_QUOTED = pattern(r"“[^“”]{1,200}”|‘[^‘’]{1,200}’(?!\w)|\"[^\"]{1,200}\"|(?<!\w)'[^']{1,200}'(?!\w)")


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


@check(grades=("page",), placeholders=("headline",))
def summary_repeats_headline(
    article: Article,
    scene: Scene,
    *,
    min_words: Annotated[int, Option("shorter headlines are not compared", ge=1)] = 4,
) -> Iterator[Finding]:
    """Flag a standfirst or summary that says the headline once more and nothing else; `page`: of a whole HTML page."""
    headline = article.headline
    words = fold_words(headline.text) if headline else ()
    if headline is None or len(words) < min_words:
        return
    for element in (*article.find_all("dek"), *article.find_all("summary")):
        if element.span != headline.span and fold_words(element.text) == words:
            related = (Related(headline.span, "the headline"),)
            grade = "page" if article.is_page else "default"
            yield Finding(element.span, {"headline": headline.text}, grade, related=related)
            return
