"""The check of marks that lack the space behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import Article
from newslint.checks.posts import is_in_post
from newslint.checks.readable import Readable, readable
from newslint.contract import Scene, check
from newslint.diagnostics import Edit, Finding, Fix
from newslint.language.spelling.run_ons import find_missing_spaces
from newslint.patterns import pattern

_KINDS = frozenset({"paragraph", "list-item", "quotation", "caption", "heading"})
_NO_SPACE = pattern(r"[.!?;,](?:(?<=[a-z\d%][.!?;])[”\"]?[A-Z]|(?<=\w[,;])[A-Za-z])")
# Text about programs, addresses and posts: marks between words mean something else there.
_OTHER = pattern(r"\btweet|\w\(\)|\w::\w|[a-z]_[a-z]|(?<!\w)[@#]\w|pic\.twitter\.com|://")
_MOST = 4  # in one article; with more, it was written or transferred so


@check(fixes=("safe",), placeholders=("text", "meant"))
def missing_spaces(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a full stop, question mark, semicolon or comma without its space: `two sons.Both are vets`.

    The message may use `{text}` and `{meant}`, the same with its space.
    """
    if article.language_code not in (None, "en"):
        return
    found = [
        (text, match)
        for text in readable(article, _KINDS)
        if _NO_SPACE.search(text.text) and not _OTHER.search(text.text)
        for match in find_missing_spaces(text.text)
        if _is_written(article, text, match)
    ]
    if len(found) <= _MOST:
        for text, match in found:
            yield _tell(article, text, match)


def _is_written(article: Article, text: Readable, match: re.Match[str]) -> bool:
    """Tell whether the source has the same without markup between, and neither as code nor in a post."""
    if text.block is not None and is_in_post(article, text.block):
        return False
    span = text.locate(article, *match.span())
    return article.source.slice(span) == match.group() and not text.is_code(article, *match.span())


def _tell(article: Article, text: Readable, match: re.Match[str]) -> Finding:
    at = match.start("after") - match.start()
    written = match.group()
    span = text.locate(article, *match.span())
    is_quoted = text.is_quoted(article, *match.span())
    fix = None if is_quoted else Fix("safe", (Edit(span.start + at, span.start + at, " "),))
    return Finding(span, {"text": written, "meant": f"{written[:at]} {written[at:]}"}, fix=fix)
