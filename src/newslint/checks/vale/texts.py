"""Cut an article into the texts that rules of Vale see, each with its scope and its way back to the source.

A text is as long as what it was made of: code is masked with asterisks, as Vale does it, and where the source has a
line end it has one, too.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence

from newslint.article import Article, Block
from newslint.checks.vale.marks import find_elements, find_formulas, find_marked, scopes_of
from newslint.records import NamedTuple
from newslint.spans import Span

_PLAIN = ("paragraph", "boilerplate")
_TAGS = {"list-item": "li", "quotation": "blockquote", "paragraph": "p", "code": "pre", "caption": "figure"}
_SCOPES = {"list-item": ("list",), "quotation": ("blockquote",), "caption": ("figure", "caption")}


class Masks(NamedTuple):
    """What of a file is left alone: expressions over the source, and the names of elements."""

    token_ignores: tuple[re.Pattern[str], ...] = ()
    block_ignores: tuple[re.Pattern[str], ...] = ()
    ignored: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()


class Stretch(NamedTuple):
    """A text with the sections of its scope, the block that it is from and its way back to the source.

    What is from no block has a number after those, as in `Article.loose_texts`; a text of the whole file has none, -1.

    `offset` is where it begins in what `locate` counts from. `is_plain` marks running text, whose parts alone are
    paragraphs for Vale.
    """

    text: str
    scope: frozenset[str]
    block: int
    locate: Callable[[int, int], Span]
    offset: int = 0
    is_plain: bool = False

    def place(self, start: int, end: int) -> Span:
        """Return the span of the source that [start, end) of the text was made from."""
        return self.locate(self.offset + start, self.offset + end)

    def part(self, start: int, end: int, *sections: str) -> Stretch:
        """Return a part of the text, with sections added to its scope."""
        return self._replace(
            text=self.text[start:end], scope=self.scope.union(sections), offset=self.offset + start, is_plain=False
        )


def read_stretches(article: Article, masks: Masks) -> list[Stretch]:
    """Return the texts of an article: fields of front matter, then its blocks and the alternative texts of images."""
    extension = os.path.splitext(article.path)[1].removeprefix(".")
    hidden = _ignored_ranges(article, masks.token_ignores)
    blocks = [
        *_ignored_ranges(article, masks.block_ignores),
        *find_formulas(article),
        *find_elements(article, masks.classes),
    ]
    found: list[Stretch] = []
    for index, block in enumerate(article.blocks):
        if _is_read(article, block, masks.skipped) and not _is_within(block.whole, blocks):
            found += _of_block(article, index, [*hidden, *blocks], masks, extension)
    loose = list(_loose(article, masks.skipped, extension))
    fields = [text for text in loose if "frontmatter" in text.scope]
    return [*fields, *found, *loose[len(fields) :]]


def _is_read(article: Article, block: Block, skipped: frozenset[str]) -> bool:
    """Tell whether Vale reads a block: all but code and figures; the furniture of a whole page is not the article's."""
    if block.kind == "boilerplate":
        return not article.is_page
    tag = f"h{block.level}" if block.level else _TAGS.get(block.kind, "td")
    return tag not in skipped


def _ignored_ranges(article: Article, patterns: Sequence[re.Pattern[str]]) -> list[Span]:
    text = article.source.text
    return [Span(*found.span()) for each in patterns for found in each.finditer(text) if found[0]]


def _is_within(span: Span, ranges: Sequence[Span]) -> bool:
    return any(each.start <= span.start and span.end <= each.end for each in ranges)


def _of_block(article: Article, index: int, hidden: Sequence[Span], masks: Masks, extension: str) -> Iterator[Stretch]:
    block = article.blocks[index]
    text = _masked(article, index, hidden, masks)
    sections = frozenset(("text", *_sections(block), extension) if extension else ("text", *_sections(block)))
    if block.kind == "table-row" and block.cells:
        for start, end in block.cells:
            yield Stretch(text[start:end], sections, index, block.locate, start)
        return
    yield Stretch(text, sections, index, block.locate, is_plain=block.kind in _PLAIN and not block.level)


def _sections(block: Block) -> tuple[str, ...]:
    if block.level:  # also of one that is no part of the article to newslint, such as a date
        return ("heading", f"h{block.level}")
    if block.kind == "heading":
        return ("heading",)
    if block.kind == "table-row":
        return ("table", "header" if block.is_header else "cell")
    if block.role == "footnote":
        return ("list",)
    return _SCOPES.get(block.kind, ())


def _masked(article: Article, index: int, hidden: Sequence[Span], masks: Masks) -> str:
    """Return the text of a block in which what is not to be read is asterisks, one for each character."""
    block = article.blocks[index]
    text = _with_line_ends(article, block)
    ranges = [place for span in hidden if (place := block.prose.find(span))]
    if article.has_code and "code" in masks.ignored:
        ranges += article.code_extents(index)
    for scope in scopes_of(masks.ignored):
        ranges += [place for span in find_marked(article, index, scope) if (place := block.prose.find(span))]
    for link in article.links_of.get(index, ()) if article.format != "text" else ():
        if link.text == link.target or link.kind in ("autolink", "url") or "a" in masks.ignored:
            ranges.append((link.start, link.end))
    for start, end in ranges:
        text = text[:start] + "*" * (end - start) + text[end:]
    return text


def _with_line_ends(article: Article, block: Block) -> str:
    """Return a block's text with a line end for each space that was one, but for those before marks."""
    text, source = block.text, article.source.text
    if "\n" not in source[block.span.start : block.span.end]:
        return text
    places = [
        run.start
        for run in block.prose.runs
        if run.length == 1
        and not run.is_verbatim
        and text[run.start] == " "
        and source[run.source_start] in "\r\n"
        and not _opens_markup(text, run.start + 1, source, run.source_start)
    ]
    if not places:
        return text
    characters = list(text)
    for place in places:
        characters[place] = "\n"
    return "".join(characters)


_OPENING = "[`*_<"


def _opens_markup(text: str, place: int, source: str, line_end: int) -> bool:
    """Tell whether a line begins with a mark that is no text: to Vale, the line end before it is a space."""
    at = _after(source, line_end, _SPACES)
    return source[at : at + 1] in _OPENING and text[place : place + 1] != source[at : at + 1]


def _loose(article: Article, skipped: frozenset[str], extension: str) -> Iterator[Stretch]:
    """Yield what stands in no block, numbered as `Article.loose_texts` is."""
    number = len(article.blocks)
    for field in article.front_matter.fields if article.front_matter else ():
        if isinstance(field.value, str):
            sections = frozenset(("text", "frontmatter", field.name, extension))
            yield Stretch(field.value, sections, number, _locator(article, field.span, field.value))
            number += 1
    for image in article.images:
        if image.alt:
            if "alt" not in skipped:
                locate = _locator(article, image.span, image.alt)
                yield Stretch(image.alt, frozenset(("text", "attr", "alt")), number, locate)
            number += 1


def _locator(article: Article, span: Span, text: str) -> Callable[[int, int], Span]:
    """Return the way back from a text to its place in a span of the source, or to the span where it is not there."""
    source = article.source.slice(span)
    start = source.find(text)
    if start >= 0:
        return lambda first, last: Span(span.start + start + first, span.start + start + last)
    places = _aligned(text, source)
    if places is None:
        return lambda _first, _last: span
    return lambda first, last: Span(
        span.start + places[first], span.start + places[max(first, last - 1)] + (last > first)
    )


_SPACES, _MARKS = " \t\r\n", "\\\"'|>-+"


def _aligned(text: str, source: str) -> list[int] | None:
    """Return where each character of a text, and its end, stands in the source, which may break lines and add marks."""
    places: list[int] = []
    at = 0
    for sign in text:
        if sign in _SPACES:
            places.append(at)
            at = _after(source, at, _SPACES)
            continue
        at = at if source.startswith(sign, at) else _after(source, at, _SPACES)
        at = at if source.startswith(sign, at) else _after(source, at, _SPACES + _MARKS, sign)
        if not source.startswith(sign, at):
            return None
        places.append(at)
        at += 1
    return [*places, at]


def _after(source: str, at: int, passed: str, sign: str = "") -> int:
    """Return the first place from one on whose character is not to be passed, or is the one that is looked for."""
    while at < len(source) and source[at] in passed and source[at] != sign:
        at += 1
    return at
