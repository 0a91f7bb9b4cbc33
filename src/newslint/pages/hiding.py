"""Keep words out of a page that reports show as dots."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.article import Article
from newslint.diagnostics import Diagnostic, FileReport
from newslint.engine import shorten
from newslint.pages.placing import place
from newslint.patterns import pattern

_SHOWN = pattern(r"\w")


def hidden_ranges(article: Article, report: FileReport) -> dict[str, list[tuple[int, int, int]]]:
    """Return the ranges of each part's text that findings show as dots, by the id of the part.

    Those of findings that are excused count, too.
    """
    held = (found for excuse in report.excuses for found in excuse.held)
    hidden = [found for found in (*report.diagnostics, *held) if _is_hidden(article, found)]
    return place(article, hidden).marks if hidden else {}


def _is_hidden(article: Article, found: Diagnostic) -> bool:
    return "•" in found.excerpt and found.excerpt != shorten(article.source, found.span)


def hide_words(text: str, ranges: Iterable[tuple[int, int, int]]) -> str:
    """Return a text of the same length with dots in place of the letters and digits in some ranges."""
    for start, end, _ in ranges:
        text = text[:start] + _SHOWN.sub("•", text[start:end]) + text[end:]
    return text
