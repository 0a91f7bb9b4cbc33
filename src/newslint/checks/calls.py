"""The check of calls to the reader that lead nowhere: to click on nothing, to look at a picture that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from newslint.article import PROSE_KINDS, Article, Block
from newslint.checks.appeal_words import APPEALING, appeals, controls
from newslint.checks.call_words import CALLING, calls, lines, looks, pointers, senses
from newslint.checks.controls import explains_a_program, operates, points_here
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.units.sentences import split_sentences
from newslint.newsroom.memos import is_told
from newslint.patterns import pattern

_LONGEST_LABEL = 4  # words of a button
_KINDS = frozenset({"paragraph", "list-item", "heading", "caption", "table-row"})
# What a block's source shows where there is something to click, to open or to write to.
_WAYS = ("://", "www.", "](", "][", "<a ", "<A ", "href=", "{{", "{%", "<iframe", "mailto:", "@", "<http")
_BUTTONS = ("<button", "<form", "<input", "onclick=", 'role="button"', "role='button'")


# What may stand before the call where it opens its clause.
_LEADS = pattern(
    r"(?:^|[,;:.!?(–—|>*-]\s?)(?:(?:and|or|then|so|please|just|simply|kindly|now)[\s,]+){0,3}$", re.IGNORECASE
)
_PURPOSE = pattern(r"^\W{0,3}(?:for|to|if|in\sorder\sto|want\sto|read|watch|download)\b", re.IGNORECASE)
# Who is told or not told to click: a report about clicking.
_REPORTED = pattern(
    r"\b(?:not|never|to|you|they|users?|people|who|and|or|can|could|must|should|would|will|may)\s$", re.IGNORECASE
)


# Who does something before “or push the button”.
_DOER = pattern(r"\b(?:they|he|she|we|I|who)\b[^.;:!?]{3,120},\s(?:and|or|then)\s(?:\w+\s){0,2}$")


@check(grades=("pointer",), placeholders=("call",), renamed={"line_words": "max_line_words"})
def dangling_cta(
    article: Article,
    scene: Scene,
    *,
    max_line_words: Annotated[
        int,
        Option("in a line of at most this many words, a call needs no comma before it: `For more, click here`", ge=1),
    ] = 14,
) -> Iterator[Finding]:
    """Flag a call to click that has nothing to click on, once a block."""
    linked = {link.block for link in article.links if link.target and link.kind != "undefined"}
    page = _Page(article)
    for index in _readable(article):
        place, grade = (None, "") if index in linked else _find_place(page, index, max_line_words)
        if place is None or _has_way(article, index, linked):
            continue
        text = article.blocks[index].text[slice(*place)]
        if index - 1 not in linked or "above" not in text.lower():
            yield Finding(article.blocks[index].locate(*place), {"call": text}, grade)


class _Page:
    """What is asked of an article for each of its calls, found once and only where one is in doubt."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def shows(self) -> bool:
        """Whether the article has a picture, a table, or code that may make one."""
        return bool(self.article.images) or any(map(self.article.source.text.__contains__, _SHOWN))

    @cached_property
    def embeds(self) -> bool:
        """Whether code of the article may show a film, a recording or a chart."""
        return any(map(self.article.source.text.__contains__, _EMBEDDING))

    @cached_property
    def is_told(self) -> bool:
        """Whether the article tells of others, so that a call to readers is of its page and not of its subject."""
        words = self.article.vocabulary
        return is_told((block.text, words(index)) for index, block in self.article.prose_blocks())

    @cached_property
    def explains_a_program(self) -> bool:
        """Whether the article takes its readers through the controls of a program."""
        return explains_a_program(block.text for _, block in self.article.prose_blocks())


def _find_place(page: _Page, index: int, max_line_words: int) -> tuple[tuple[int, int] | None, str]:
    """Return where a block calls the reader, else where it points at something, and the grade."""
    call = _find_call(page, index, max_line_words)
    if call:
        return call, "default"
    return _find_pointer(page, index) or _find_appeal(page, index), "pointer"


_LONGEST_APPEAL = 150  # code points of a sentence
_REPORTS = pattern(r"\b(?:said|says|told|officials|police|council)\b|[“”\"]")


def _find_appeal(page: _Page, index: int) -> tuple[int, int] | None:
    """Return where a sentence asks readers to do something, in an article that does not speak to them else.

    A text with code in it is a manual, whose orders are about a program.
    """
    article = page.article
    if article.blocks[index].kind != "paragraph" or APPEALING.isdisjoint(article.vocabulary(index)):
        return None
    for _, start, end, sentence in article.sentences_of.get(index, ()):
        if end - start > _LONGEST_APPEAL or _REPORTS.search(sentence) or article.is_quoted(index, start, end):
            continue
        match = appeals().match(sentence) or controls().search(sentence)
        if match and _leads_elsewhere(sentence, match["call"]):
            continue
        if match and page.is_told and not article.has_code:
            return start + match.start("call"), start + match.end("call")
    return None


# A title; an example that is taken; a programme that is named.
_TITLE = pattern(r"(?:[A-Z][\w’'-]*[ ]){2,8}[A-Z][\w’'-]*")
_EXAMPLE = pattern(r"take[ ](?!.*\b(?:quiz|polls?|survey|test|tour|part|look|vote)\b)", re.IGNORECASE)
# “See the methods at the end of this article”: whoever follows it needs no link.
_PLACED = pattern(
    r"\b(?:at|near|from)[ ]the[ ](?:very[ ])?(?:bottom|end|foot|top)[ ]of[ ](?:this|the|our)[ ]"
    r"(?:article|story|page|post|piece|report|text|column|interview)\b",
    re.IGNORECASE,
)
_AIRED = pattern(r"\b(?:listen|hear|watch|tune)\b", re.IGNORECASE)
_ON_AIR = pattern(r"\bon[ ](?:the[ ])?[A-Z]")


def _leads_elsewhere(sentence: str, call: str) -> bool:
    """Tell whether a call is a title or an example, leads in what follows, or says where its thing is or is aired."""
    is_title = _TITLE.fullmatch(call) is not None
    return (
        is_title
        or _PLACED.search(sentence) is not None
        or (sentence.rstrip().endswith(":") and call.lower().startswith("read"))
        or _EXAMPLE.match(call) is not None
        or (_AIRED.search(sentence) is not None and _ON_AIR.search(sentence) is not None)
    )


def _readable(article: Article) -> list[int]:
    """Return the blocks of running text, with the calls of boilerplate among them and right after them."""
    plain = [index for index, block in enumerate(article.blocks) if block.kind in _KINDS]
    end = plain[-1] + 4 if plain else 3
    return sorted({*plain, *(index for index, block in enumerate(article.blocks[:end]) if _is_boilerplate_call(block))})


def _is_boilerplate_call(block: Block) -> bool:
    return block.kind == "boilerplate" and block.role == "call-to-action"


def _find_call(page: _Page, index: int, max_line_words: int) -> tuple[int, int] | None:
    article = page.article
    if article.blocks[index].kind in PROSE_KINDS and not _may_call(article.vocabulary(index)):
        return None
    text = article.blocks[index].text
    for first, last in split_sentences(text):
        sentence = text[first:last]
        for start, end in _calls_in(sentence, _is_short(sentence, max_line_words)):
            is_of_program = operates(sentence, start, end) or _is_step(page, sentence, end)
            is_shown = _LOOKING.match(sentence, start) is not None and page.embeds
            if not (is_of_program or is_shown) and not _is_mentioned(article, index, first + start, first + end):
                return first + start, first + end
    return None


# Calls to look at what the page shows, wherever it stands.
_LOOKING = pattern(r"(?:watch|see|view|listen|look)\b", re.IGNORECASE)


def _may_call(words: frozenset[str]) -> bool:
    return not CALLING.isdisjoint(words) or ("also" in words and "see" in words)


def _is_step(page: _Page, sentence: str, end: int) -> bool:
    """Tell whether a call is one of several steps at a program's controls, and points at nothing on the page."""
    return not points_here(sentence, end) and page.explains_a_program


_LONGEST_CALL = 120  # code points


def _calls_in(sentence: str, is_short: bool) -> Iterator[tuple[int, int]]:
    """Yield the places of what calls the reader in a sentence, or is all of it."""
    if len(sentence) < _LONGEST_CALL:
        line = lines().fullmatch(sentence.strip(" *_[]"))
        if line:
            start = sentence.index(line["call"])
            yield start, start + len(line["call"])
    for match in calls().finditer(sentence):
        if _is_call(sentence, match.start(), is_short):
            yield match.span("call")
    for match in senses().finditer(sentence):
        if _LEADS.search(sentence[max(0, match.start() - 60) : match.start()]):
            yield match.span("call")


_FINGER = pattern(r"(?P<call>[👇👆👉⬇⬆⤵])")


def _find_pointer(page: _Page, index: int) -> tuple[int, int] | None:
    """Return where a block points at what stands beside it, in an article without pictures."""
    article = page.article
    text = article.blocks[index].text
    if article.blocks[index].kind == "caption":
        return None
    if page.shows:
        return _find_led_on(page, index)
    if not _may_call(article.vocabulary(index)) and not _FINGER.search(text):
        return None
    match = pointers().search(text) or _FINGER.search(text) or _find_look(text)
    place = match.span("call") if match else None
    return place if place and not _is_mentioned(article, index, *place) else None


# A label in capitals before a headline: it was a link, and no picture replaces that.
_LED_ON = pattern(r"(?P<call>READ (?:MORE|ALSO|NEXT)|ALSO READ|SEE ALSO|SEE MORE|RELATED)\s?[:|]\s(?=[A-Z\d“‘'])")
_LONGEST_LED_ON = 140  # code points


def _find_led_on(page: _Page, index: int) -> tuple[int, int] | None:
    text = page.article.blocks[index].text
    match = _LED_ON.match(text) if len(text) <= _LONGEST_LED_ON else None
    return match.span("call") if match else None


def _find_look(text: str) -> re.Match[str] | None:
    found = looks().finditer(text)
    return next((look for look in found if _LEADS.search(text[max(0, look.start() - 60) : look.start()])), None)


_SHOWN = (
    "<img",
    "<iframe",
    "<svg",
    "<video",
    "<audio",
    "<figure",
    "<table",
    "<script src",
    "<embed",
    "<object",
    "{{<",
    "![",
    "\n|",
)


_EMBEDDING = ("<iframe", "<video", "<audio", "<script src", "<embed", "<object", "{{<")


def _is_mentioned(article: Article, index: int, start: int, end: int) -> bool:
    block = article.blocks[index]
    if _is_boilerplate_call(block):
        return False
    is_marked = block.text[max(0, start - 1) : start] in ("“", '"', "'", "‘", "«", "„")
    return is_marked or article.is_quoted(index, start, end) or article.is_code(index, start, end)


def _has_way(article: Article, index: int, linked: set[int | None]) -> bool:
    """Tell whether the block's source or what follows it shows a link, an address, an image, an embed or a button."""
    block, text = article.blocks[index], article.source.text
    following = article.blocks[index + 1] if index + 1 < len(article.blocks) else None
    begin = min(article.blocks[max(0, index - 1)].span.end, block.span.start)
    stop, end = (following.span.start, following.span.end) if following else (len(text), len(text))
    around, below = text[begin : max(stop, block.span.end)], text[block.span.start : end]
    ways = (*_WAYS, "![") if article.format == "markdown" else _WAYS
    if any(way in around for way in ways) or any(button in below for button in _BUTTONS):
        return True
    return index + 1 in linked or (following is not None and _is_target(block, following))


def _is_target(block: Block, following: Block) -> bool:
    """Tell whether the line below a call is an address, or the label of the button that the call speaks of."""
    label = following.text.strip()
    is_label = label[-1:].isalnum() and len(label.split()) <= _LONGEST_LABEL
    return label.startswith(("http", "www.")) or (is_label and "button" in block.text.lower())


def _is_short(sentence: str, words: int) -> bool:
    return len(sentence) < 400 and len(sentence.split()) <= words


def _is_call(sentence: str, start: int, is_line: bool) -> bool:
    """Tell whether the words at `start` call the reader, and do not tell of somebody who clicks."""
    if _LEADS.search(sentence[max(0, start - 60) : start]):
        return _DOER.search(sentence[max(0, start - 160) : start]) is None
    return is_line and bool(_PURPOSE.match(sentence)) and not _REPORTED.search(sentence[max(0, start - 20) : start])
