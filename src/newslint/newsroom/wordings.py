"""Find the wordings of a list in what a newsroom itself says: not in quotations, names, addresses and titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from newslint.article import Article, Element
from newslint.language.frames.finding import Framed, Texts, find_framed
from newslint.language.frames.reading import Row
from newslint.language.units.words import list_parts
from newslint.patterns import pattern
from newslint.records import NamedTuple
from newslint.spans import Span

_FIELDS = frozenset({"headline", "dek", "summary"})
_KINDS = frozenset({"paragraph", "list-item", "heading", "caption", "table-row"})
# Paragraphs that say who wrote, or lead on to other articles, are no part of the report.
_SILENT_ROLES = frozenset({"byline", "author-bio", "published", "updated", "related", "disclosure", "correction"})
Place = Literal["text", "headline", "everywhere"]


class Wording(NamedTuple):
    """Words that a frame found: their place in the source, their block (None: a field that no block shows) and row."""

    span: Span
    text: str
    row: Row
    block: int | None
    start: int
    end: int


def find_wordings(
    article: Article,
    name: str,
    places: Place = "everywhere",
    names: bool = True,
    quoted: bool = False,
    sure: bool = False,
) -> Iterator[Wording]:
    """Yield what the frames of a list find in the publication's own words and, if asked, in quoted ones.

    `names` says whether those are spared; `sure` asks for what needs no other sign of what the text is about.
    """
    if places != "text":
        yield from _in_fields(article, name, names, quoted)
    for found in article.framed(name, sure):
        block = article.blocks[found.passage]
        is_headline = block.role == "headline"
        if block.kind not in _KINDS or block.role in _SILENT_ROLES:
            continue
        if places != "everywhere" and (places == "headline") != is_headline:
            continue
        if not quoted and _is_quoted(article, found):
            continue
        if article.is_code(found.passage, found.start, found.end):
            continue
        if not _is_spared(block.text, found, names, is_heading=block.kind == "heading"):
            text = block.text[found.start : found.end]
            span = block.locate(found.start, found.end)
            yield Wording(span, text, found.row, found.passage, found.start, found.end)


def _is_quoted(article: Article, found: Framed) -> bool:
    """Tell whether words, or the first or last of them, are quoted: “a ‘psychopath’”, “‘illegal’ immigrants”."""
    words = article.passages[found.passage].text[found.start : found.end].split()
    first, last = found.start + len(words[0].rstrip(_CLOSING)), found.end - len(words[-1])
    parts = ((found.start, found.end), (found.start, first), (last, found.end))
    return any(article.is_quoted(found.passage, start, end) for start, end in parts)


_CLOSING = "”\"’'»"


def _in_fields(article: Article, name: str, names: bool, quoted: bool) -> Iterator[Wording]:
    """Yield what is found in a headline, standfirst or summary that only front matter has."""
    for element in article.elements:
        if element.kind not in _FIELDS or element.origin != "front matter":
            continue
        words = {0: frozenset(list_parts(element.text.lower()))}
        for found in find_framed(name, Texts({0: element.text}, words)):
            if _is_spared(element.text, found, names, element.kind == "headline"):
                continue
            if not quoted and _is_in_marks(element.text, found):
                continue
            span = _span_in(article, element, found)
            yield Wording(span, element.text[found.start : found.end], found.row, None, found.start, found.end)


def _span_in(article: Article, element: Element, found: Framed) -> Span:
    if article.source.slice(element.span) != element.text:
        return element.span
    return Span(element.span.start + found.start, element.span.start + found.end)


_MARKED = pattern(r"“[^“”]{0,300}”|\"[^\"]{0,300}\"|‘[^‘’]{0,300}’(?!\w)|(?<!\w)'[^']{0,300}'(?!\w)")


def _is_in_marks(text: str, found: Framed) -> bool:
    return any(match.start() < found.start and found.end < match.end() for match in _MARKED.finditer(text))


_ENDS = (".", "!", "?", "…", ":", "•", "\n", "–", "—", "|")
_NO_WORDS = frozenset("@#/_=\\")


def _is_spared(text: str, found: Framed, names: bool, is_heading: bool) -> bool:
    """Tell whether words are part of an address, a handle or, where names are spared, a name or compound."""
    if text[found.start - 1 : found.start] in _NO_WORDS or text[found.end : found.end + 1] in _NO_WORDS:
        return True
    if not names:
        return False
    if _COMPOUND.search(text[max(0, found.start - _LONGEST) : found.start]):
        return True
    if found.row.has_name or (is_heading and _has_capitals(text)):
        return False
    words = text[found.start : found.end].split()
    if len(words) > 1 and _is_title_word(words[-1]):
        return True
    if not _is_title_word(words[0]):
        return False
    before = text[max(0, found.start - 20) : found.start].rstrip("“”\"'‘’([«» \u00a0\t")
    begins = not before or before.endswith(_ENDS)
    after = text[found.end : found.end + 3]
    return not begins or (after[:1] == " " and after[1:2].isupper())


_LONGEST = 20
# The end of another word that is written to the first one: “sex-crazed”; some parts leave the word what it is.
_COMPOUND = pattern(r"(?<![^\W_])(?!(?:ex|then|now|one|former|ultra|semi|pre|post)-\Z)[^\W\d_]+-\Z", re.IGNORECASE)


def _is_title_word(word: str) -> bool:
    return word[:1].isupper() and not word.isupper() and len(word) > 1


_LONG_WORD = pattern(r"[^\W\d_]{4,}")


def _has_capitals(text: str) -> bool:
    """Tell whether all long words of a heading have a capital, which then says nothing."""
    words = _LONG_WORD.findall(text[:400])
    return bool(sum(word[0].isupper() for word in words) > 0.8 * len(words))
