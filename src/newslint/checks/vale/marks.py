"""Find what the source marks as strong, as emphasis or as a formula, which the model of an article does not keep."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newslint.article import Article
from newslint.checks.vale.expressions import compiled
from newslint.patterns import pattern
from newslint.spans import Span

TAGS = {"strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis"}
_LONGEST = 1_000  # characters
_OPENING = pattern(r"<(strong|b|em|i)(?:\s[^<>]{0,200})?>", 2)  # re.IGNORECASE
_RUN = pattern(r"(?<![\\*_])(?:\*{1,3}|_{1,3})(?![*_])")
_FORMULA = pattern(r"^[ ]{0,3}\$\$[^$]{0,5000}\$\$", 8)  # re.MULTILINE


def find_marked(article: Article, index: int, scope: str) -> list[Span]:
    """Return the ranges of the source that a block shows as `strong` or as `emphasis`, marks included."""
    span = article.blocks[index].span
    text = article.source.text
    found = [*_elements(text, span, scope)] if "<" in text[span.start : span.end] else []
    return [*found, *_runs(text, span, scope)] if article.format == "markdown" else found


def _elements(text: str, span: Span, scope: str) -> Iterator[Span]:
    for opening in _OPENING.finditer(text, span.start, span.end):
        tag = opening[1].lower()
        end = text.find(f"</{opening[1]}>", opening.end(), min(span.end, opening.end() + _LONGEST))
        if TAGS[tag] == scope and end >= 0:
            yield Span(opening.start(), end)


def _runs(text: str, span: Span, scope: str) -> Iterator[Span]:
    """Yield what stands between two equal runs of `*` or `_`: two are strong, one is emphasis, three are both."""
    opened: dict[str, int] = {}
    for run in _RUN.finditer(text, span.start, span.end):
        mark = run[0]
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        if mark in opened and before.strip():
            if len(mark) == 3 or (len(mark) == 2) == (scope == "strong"):
                yield Span(opened[mark], run.end())
            del opened[mark]
        elif after.strip():
            opened[mark] = run.start()


def find_formulas(article: Article) -> list[Span]:
    """Return the ranges of displayed formulas, `$$ … $$`, in Markdown."""
    text = article.source.text
    if article.format != "markdown" or "$$" not in text:
        return []
    return [Span(*found.span()) for found in _FORMULA.finditer(text)]


_CLASS = pattern(r"""<([a-z][a-z0-9]*)\s[^<>]{0,400}?\bclass\s{0,9}=\s{0,9}["']([^"'<>]{0,400})["']""", 2)


def find_elements(article: Article, classes: frozenset[str]) -> list[Span]:
    """Return the ranges of the source in elements of some classes."""
    text = article.source.text
    if not classes or "class" not in text:
        return []
    found: list[Span] = []
    for opening in _CLASS.finditer(text):
        if classes.intersection(opening[2].split()) and (not found or opening.start() >= found[-1].end):
            found.append(Span(opening.start(), _end_of(text, opening[1], opening.end())))
    return found


def _end_of(text: str, tag: str, start: int) -> int:
    """Return where an element ends whose tag begins before a place; one that is never closed ends with the text."""
    depth = 1
    for mark in compiled(rf"(?i)<(/?){tag}\b").finditer(text, start):
        depth += -1 if mark[1] else 1
        if not depth:
            return mark.start()
    return len(text)


@cache
def scopes_of(tags: frozenset[str]) -> tuple[str, ...]:
    """Return the scopes that the names of elements, or of scopes, stand for."""
    return tuple(sorted({TAGS.get(tag, tag) for tag in tags} & {"strong", "emphasis"}))
