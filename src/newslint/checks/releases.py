"""The check of what belongs to a press release: words to journalists, to investors and of a company about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from newslint.article import Article
from newslint.checks.shared import either_case
from newslint.checks.signs import find_signs, is_report_beside, read_signs
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.spans import Extent, Span

_SHOWN = 5
_LONGEST_LINE = 200  # code points
_SILENT = frozenset({"code", "boilerplate"})
# What a page says of itself in its address or fields.
_RELEASE = pattern(r"press[-_ ]?release|news[-_ ]?release|media[-_ ]?release", re.IGNORECASE)


@check(placeholders=("text",), grades=("doubtful",))
def press_release(
    article: Article,
    scene: Scene,
    *,
    lines: Annotated[tuple[str, ...], Option("what a whole line of a release is", pattern=either_case)],
    families: Annotated[tuple[str, ...], Option("words by family, each as `name: word two_words`")],
    shapes: Annotated[tuple[str, ...], Option("patterns by name, each as `name: pattern`")],
    signs: Annotated[tuple[str, ...], Option("families and shapes that meet in words to journalists and investors")],
    voices: Annotated[tuple[str, ...], Option("those that meet where a company speaks of itself")],
) -> Iterator[Finding]:
    """Flag what belongs to a press release, once an article; `doubtful` where its publisher speaks of itself.

    That is so of a text that calls itself a release, and of what a company says in a text that reports nobody's words
    or speaks as “we” elsewhere.
    """
    told, heard = find_signs(article, read_signs(families, shapes, signs, voices))
    sure, own = {*_find_lines(article, either_case(lines)), *told}, {*heard}
    is_report = bool(own - sure) and is_report_beside(article, own)
    places = sorted(sure | own if is_report else sure)
    found = sorted([*_find_marks(article), *((article.locate(place), article.text_of(place)) for place in places)])
    is_sure = bool(found) and not _is_release(article)
    found = found or [(article.locate(place), article.text_of(place)) for place in sorted(own)]
    if found:
        related = tuple(Related(span, "and this") for span, _ in found[1 : _SHOWN + 1])
        grade = "default" if is_sure else "doubtful"
        yield Finding(found[0][0], {"text": _shorten(found[0][1])}, grade, related)


_LONGEST_SHOWN = 90


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


# The end of a page or of the whole, which readers of formats take for a heading or a list.
_END = pattern(r"^[ \t]*(?:#[ ]?#[ ]?#|[-–—][ ]?(?:more|MORE|ends|ENDS|Ends|30)[ ]?[-–—])[ \t]*$", re.MULTILINE)


def _find_marks(article: Article) -> Iterator[tuple[Span, str]]:
    """Yield the marks of a release's end that stand on a line of their own, where no block holds them."""
    text = article.source.text
    if article.is_page or not any(start in text for start in ("\n#", "\n-", "\n–", "\n—", "\n ")):
        return
    for match in _END.finditer(text):
        if not any(
            block.kind == "code" and block.span.start <= match.start() < block.span.end for block in article.blocks
        ):
            yield Span(match.start(), match.end()), match[0].strip()


def _find_lines(article: Article, line: re.Pattern[str]) -> Iterator[Extent]:
    for index, block in enumerate(article.blocks):
        if len(block.text) <= _LONGEST_LINE and block.kind not in _SILENT:
            match = line.match(block.text)
            if match and not article.is_quoted(index, *match.span()):
                yield Extent(index, *match.span())


def _is_release(article: Article) -> bool:
    """Tell whether a text is called a release, by its label, its fields or the address of its page."""
    named = any(element.value == "press-release" for element in article.find_all("label"))
    if named or (article.path and _RELEASE.search(str(article.path))):
        return True
    matter = article.front_matter
    return matter is not None and _RELEASE.search(article.source.slice(matter.span)) is not None
