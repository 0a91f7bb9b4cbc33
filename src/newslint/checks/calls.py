"""The check of calls to the reader that lead nowhere: to click on nothing, to look at a picture that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from newslint.article import Article, Block
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.units.sentences import split_sentences
from newslint.patterns import pattern

_LONGEST_LABEL = 4  # words of a button
_KINDS = frozenset({"paragraph", "list-item", "heading", "caption", "table-row"})
# What a block's source shows where there is something to click, to open or to write to.
_WAYS = ("://", "www.", "](", "][", "<a ", "<A ", "href=", "{{", "{%", "<iframe", "mailto:", "@", "<http")
_BUTTONS = ("<button", "<form", "<input", "onclick=", 'role="button"', "role='button'")


# One of these is in every call that the patterns below know.
_CALLING = (
    "click", "tap", "press", "link", "scroll", "swipe", "drag", "hit ", "hover", "here", "below", "above", "left",
    "right", "use ",
)  # fmt: skip
_MEDIA = (
    r"(?:charts?|graphs?|graphics?|maps?|videos?|photos?|photographs?|pictures?|images?|slideshow|gallery|galleries|clips?|"
    r"infographics?|timeline|audio|podcast|player|slider|interactive|polls?|quiz|diagrams?|footage|carousel|widget)"
)
# What a map or a chart is made of.
_MARKED = (
    r"(?:dots?|bars?|points?|bubbles?|circles?|lines?|slices?|states?|count(?:y|ies)|countr(?:y|ies)|districts?|icons?)"
)
_SERIES = rf"(?:(?:the|our|this)\s)?(?:[\w’'-]{{1,20}}\s)?(?:{_MEDIA}|slides|cards)"
_THINGS = (
    rf"(?:more|{_MEDIA}|reports?|lists?|details|information|story|stories|guides?|timetables?|results?|statements?|tickets?|"
    r"newsletters?|forms?|documents?|letters?|rulings?|judgments?|stud(?:y|ies)|interviews?|episodes?|articles?|posts?|pdf|"
    r"recipes?|transcripts?|petitions?|coverage|updates|analysis|reviews?|trailers?|programmes?|poll|agenda|app|apply|pages?|"
    r"rules|figures|data)"
)


@cache
def _calls() -> re.Pattern[str]:
    return pattern(
        rf"""
        \b(?P<call>
            (?:click|tap|press)\s(?:on\s)?(?:
                here
              | (?:the|this)\s(?:following\s)?(?:link|button|image|banner|picture|photo|headline)s?
                (?:\s(?:below|above|here))?
            )
          | follow\s(?:the|this)\slink(?:\s(?:below|here))?
          | (?:use|see|open|check)\sthe\slink\s(?:below|here)
          | (?:scroll|swipe)\s(?:down|up|left|right|across|through|for|to|on)
          | drag\s(?:the|this)\s(?:slider|handle|bar|arrow|marker|map|image|photo|picture|line|button|icon)
          | (?:hit|press|click|tap)\s(?:on\s)?(?:the\s)?play
          | hover\sover\s(?:(?:the|each|any|a|an|every)\s)?(?:{_MEDIA}|{_MARKED})
          | (?:click|tap)\s(?:through(?=\W*$|\s(?:to|for|below|here)\b|\s{_SERIES}\b)
                |to\s(?:see|read|enlarge|expand|view|play|watch|open|zoom|listen|find|vote|download))
          | use\s(?:the|our|this)\s(?:button|form|tool|map|slider|box|calculator|dropdown)\s(?:below|above)
          | visit\s(?:this|the\sfollowing)\s(?:page|link|site|website)
        )\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _pointers() -> re.Pattern[str]:
    """Words that point at a link or a picture beside them: `by clicking here`, `the chart below`, `pictured left`."""
    return pattern(
        rf"""
        \b(?P<call>
            by\s(?:clicking|tapping)\s(?:here|on\s(?:this|the)\slink)
          | (?:via|at|through)\s(?:this\slink|the\slink\s(?:below|above|here))
          | link\sin\s(?:our\s|the\s|my\s)?bio
          | (?:found|seen|read|viewed|downloaded|heard|watched|booked)\shere(?=[.!]?$)
          | {_MEDIA},?\s(?:below|above|right|left)(?=\W*$|,
                |\s(?:show|explain|illustrate|compare|track|list|capture|reveal)s?\b
                |\sto\s(?:see|hear|watch)|\s(?:of|from)\b)
          | (?:our\s)?(?:tool|calculator|form|map|box)\s(?:below|above)(?=\W*$)
          | pictured,?\s(?:left|right|above|below|here)
        )\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _lines() -> re.Pattern[str]:
    """Lines that are only a call: `Read more here`, `Download the form here`, `Apply here`."""
    return pattern(
        rf"""
        (?:please\s|you\scan\s)?
        (?P<call>
            (?:apply|register|sign\sup|subscribe|book|order|buy\stickets?|donate|vote|download|watch|listen)
                (?:\s(?:it|now|online|the\s[\w\s-]{{3,40}}|your\s[\w\s-]{{3,40}}))?\s(?:here|via\sthe\slink(?:\sbelow)?)
          | (?:read|find|learn|see|view|watch|listen|hear|get|browse|explore|download|check|join|sign|follow|register)
                (?=[\w\s’'-]{{0,80}}\b{_THINGS}\b)(?:\s[\w’'-]+){{1,12}}?\s(?:here|below|above|at\sthis\slink)
          | (?:full|more|further)\s(?:details|information|info|story|report|list|results|coverage|on\sthis)
                (?:\s[\w’'-]+){{0,4}}\s(?:here|below)
          | for\s(?:more|further)\s(?:information|details|info)\s(?:go|look|see|visit)\s?(?:here|the\slink(?:\sbelow)?)?
          | for\sthe\s(?:[\w’'-]+\s){{1,5}}[\w’'-]+,\ssee\shere
          | download\sthe\s(?:pdf|app|form|document|report)
        )
        [\s.!:»>→]*
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# What may stand before the call where it opens its clause.
_LEADS = pattern(
    r"(?:^|[,;:.!?(–—|>*-]\s?)(?:(?:and|or|then|so|please|just|simply|kindly|now)[\s,]+){0,3}$", re.IGNORECASE
)
_PURPOSE = pattern(r"^\W{0,3}(?:for|to|if|in\sorder\sto|want\sto|read|watch|download)\b", re.IGNORECASE)
# Who is told or not told to click: a report about clicking.
_REPORTED = pattern(
    r"\b(?:not|never|to|you|they|users?|people|who|and|or|can|could|must|should|would|will|may)\s$", re.IGNORECASE
)


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
    for index in _readable(article):
        if index in linked:
            continue
        call = _find_call(article, index, max_line_words)
        place = call or _find_pointer(article, index)
        if place is None or _has_way(article, index, linked):
            continue
        text = article.blocks[index].text[slice(*place)]
        if index - 1 not in linked or "above" not in text.lower():
            grade = "default" if call else "pointer"
            yield Finding(article.blocks[index].locate(*place), {"call": text}, grade)


def _readable(article: Article) -> list[int]:
    """Return the blocks of running text, with the calls of boilerplate among them and right after them."""
    plain = [index for index, block in enumerate(article.blocks) if block.kind in _KINDS]
    end = plain[-1] + 4 if plain else 3
    return sorted({*plain, *(index for index, block in enumerate(article.blocks[:end]) if _is_boilerplate_call(block))})


def _is_boilerplate_call(block: Block) -> bool:
    return block.kind == "boilerplate" and block.role == "call-to-action"


def _find_call(article: Article, index: int, max_line_words: int) -> tuple[int, int] | None:
    text = article.blocks[index].text
    if not any(word in text.lower() for word in _CALLING):
        return None
    for first, last in split_sentences(text):
        sentence = text[first:last]
        for start, end in _calls_in(sentence, _is_short(sentence, max_line_words)):
            if not _is_mentioned(article, index, first + start, first + end):
                return first + start, first + end
    return None


_LONGEST_CALL = 120  # code points


def _calls_in(sentence: str, is_short: bool) -> Iterator[tuple[int, int]]:
    """Yield the places of what calls the reader in a sentence, or is all of it."""
    if len(sentence) < _LONGEST_CALL:
        line = _lines().fullmatch(sentence.strip(" *_[]"))
        if line:
            start = sentence.index(line["call"])
            yield start, start + len(line["call"])
    for match in _calls().finditer(sentence):
        if _is_call(sentence, match.start(), is_short):
            yield match.span("call")


def _find_pointer(article: Article, index: int) -> tuple[int, int] | None:
    """Return where a block points at what stands beside it, in an article without pictures."""
    text = article.blocks[index].text
    is_alone = not article.images and article.blocks[index].kind != "caption"
    if not is_alone or not any(word in text for word in _CALLING) or any(way in article.source.text for way in _SHOWN):
        return None
    match = _pointers().search(text)
    place = match.span("call") if match else None
    return place if place and not _is_mentioned(article, index, *place) else None


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
)


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
        return True
    return is_line and bool(_PURPOSE.match(sentence)) and not _REPORTED.search(sentence[max(0, start - 20) : start])
