"""Checks of what was left in the copy: a site's menus, calls to click on nothing, the talk of a chat assistant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Annotated

from newslint.article import Article, Block
from newslint.checks.shared import either, either_case, join
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.sentences import split_sentences
from newslint.parts import Role
from newslint.patterns import pattern

_SILENT = frozenset({"code", "boilerplate"})
Place = tuple[int, int, int]


@check(
    phrases=("phrases",),
    placeholders=("text",),
    renamed={"topic_hits": "min_topics"},
    searched=("openings", "artefacts"),
    grades=("tracking",),
    messages={"tracking": "The address of this link carries “{text}”, which tells sites that a chatbot led there."},
)
def assistant_residue(
    article: Article,
    scene: Scene,
    *,
    phrases: Annotated[tuple[str, ...], Option("what only an assistant says to its user")],
    openings: Annotated[tuple[str, ...], Option("what it begins a block with", pattern=_opening)] = (),
    artefacts: Annotated[tuple[str, ...], Option("its citation marks anywhere in the text", pattern=either)] = (),
    targets: Annotated[tuple[str, ...], Option("what it leaves in the addresses of links", pattern=either)] = (),
    topics: Annotated[tuple[str, ...], Option("words of articles about assistants", pattern=_topic)] = (),
    min_topics: Annotated[
        int, Option("from this many of them on, phrases and openings are the article's subject", ge=1)
    ] = 3,
) -> Iterator[Finding]:
    """Flag what a chat assistant said to its user and left in the copy."""
    said = [(hit.block, hit.start, hit.end) for hit in scene.hits if _is_ours(article, hit.block, hit.start, hit.end)]
    said += _matches(article, scene, openings, _opening)
    if said and _is_about(article, _topic(topics), min_topics):
        said = []
    marks = _matches(article, scene, artefacts, either)
    found = []
    end_of_last = (-1, -1)
    for index, start, end in sorted({*said, *marks}):
        if (index, start) >= end_of_last:
            block = article.blocks[index]
            found.append(Finding(block.locate(start, end), {"text": block.text[start:end]}))
            end_of_last = (index, end)
    found += _find_targets(article, either(targets))
    yield from sorted(found, key=lambda finding: finding.span)


def _matches(
    article: Article, scene: Scene, patterns: tuple[str, ...], make: Callable[[tuple[str, ...]], re.Pattern[str]]
) -> list[Place]:
    """Return where some patterns match in the newsroom's own words."""
    if scene.impossible.issuperset(patterns):
        return []
    regex = make(patterns)
    return [
        (index, *match.span())
        for index, passage in enumerate(article.passages)
        for match in regex.finditer(passage.text)
        if _is_ours(article, index, *match.span())
    ]


def _find_targets(article: Article, regex: re.Pattern[str]) -> Iterator[Finding]:
    """Yield the links whose address shows that an assistant gave it."""
    for link in article.links:
        match = regex.search(link.target)
        if match and link.block is not None and article.blocks[link.block].kind not in _SILENT:
            yield Finding(link.span, {"text": match.group().lstrip("?&")}, "tracking", message="tracking")


@lru_cache(maxsize=256)
def _opening(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(rf"\A(?:{join(patterns)})")


@lru_cache(maxsize=256)
def _topic(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(rf"\b(?:{'|'.join(words) or '(?!)'})\b")


def _is_ours(article: Article, index: int, start: int, end: int) -> bool:
    block = article.blocks[index]
    if block.kind in _SILENT or article.is_quoted(index, start, end) or article.is_code(index, start, end):
        return False
    # Words in quotation marks are mentioned, whatever the marks and however short.
    before, after = block.text[max(0, start - 2) : start], block.text[end : end + 2]
    return not (any(mark in before for mark in "“‘\"'„«") and any(mark in after for mark in "”’\"'“»…"))


def _is_about(article: Article, topic: re.Pattern[str], min_topics: int) -> bool:
    hits = 0
    for block in article.blocks:
        if block.kind not in _SILENT:
            hits += sum(1 for _ in topic.finditer(block.text))
            if hits >= min_topics:
                return True
    return False


_LONGEST_LINE = 60  # code points of a line that a message shows
_LONGEST_LABEL = 4  # words of a button, or of a label
_LONGEST_TITLE = 120  # code points


@check(grades=("label", "box"), placeholders=("line", "more"), renamed={"places": "max_places"})
def stray_furniture(
    article: Article,
    scene: Scene,
    *,
    roles: Annotated[tuple[Role, ...], Option("roles of boilerplate to flag")],
    unless: Annotated[tuple[str, ...], Option("lines to leave alone", pattern=either_case)] = (),
    max_places: Annotated[int, Option("how many other lines a finding shows, at most", ge=0)] = 20,
) -> Iterator[Finding]:
    """Flag boilerplate of a site (menus, share bars, comment forms) that was captured as content; once an article.

    A whole HTML page has it around the body by right; a fragment is content. A few words alone on one line, which may
    head what follows (“Top stories”), are of the grade `label`; “Related:” with titles below is of the grade `box`.
    """
    lines = [] if article.is_page else _furniture(article, roles, either_case(unless))
    if not lines:
        return
    others = len(lines) - 1
    more = " and one more line are" if others == 1 else f" and {others} more lines are" if others else " is"
    related = tuple(Related(block.whole, _shorten(block.text)) for block in lines[1 : max_places + 1])
    grade = "default" if others else _grade_line(article, lines[0])
    yield Finding(lines[0].whole, {"line": _shorten(lines[0].text), "more": more}, grade, related)


def _furniture(article: Article, roles: tuple[Role, ...], unless: re.Pattern[str]) -> list[Block]:
    """Return the lines of boilerplate that have one of some roles."""
    blocks = [block for block in article.blocks if block.kind == "boilerplate" and block.role in roles]
    return [block for block in blocks if not unless.search(block.text)]


def _grade_line(article: Article, line: Block) -> str:
    """Return the grade of the only line of boilerplate."""
    if _heads_titles(article, line):
        return "box"
    return "label" if len(line.text.split()) <= _LONGEST_LABEL else "default"


def _heads_titles(article: Article, line: Block) -> bool:
    """Tell whether two lines below a line on related stories are as short as titles."""
    at = article.blocks.index(line) + 1
    below = article.blocks[at : at + 2] if line.role == "related" else ()
    return len(below) == 2 and all(len(block.text) < _LONGEST_TITLE and ". " not in block.text for block in below)


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1] + "…"


_KINDS = frozenset({"paragraph", "list-item", "heading", "caption", "table-row"})
# What a block's source shows where there is something to click, to open or to write to.
_WAYS = ("://", "www.", "](", "][", "<a ", "<A ", "href=", "{{", "{%", "<iframe", "mailto:", "@", "<http")
_BUTTONS = ("<button", "<form", "<input", "onclick=", 'role="button"', "role='button'")


# One of these is in every call that `_calls` knows.
_CALLING = ("click", "tap", "press", "link")


@cache
def _calls() -> re.Pattern[str]:
    return pattern(
        r"""
        \b(?P<call>
            (?:click|tap|press)\s(?:on\s)?(?:
                here
              | (?:the|this)\s(?:following\s)?(?:link|button|image|banner)(?:\s(?:below|above|here))?
            )
          | follow\s(?:the|this)\slink(?:\s(?:below|here))?
          | (?:use|see|open|check)\sthe\slink\s(?:below|here)
        )\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _lines() -> re.Pattern[str]:
    """Lines that are only a call: `Read more here`, `Download the form here`, `Apply here`."""
    return pattern(
        r"""
        (?:please\s|you\scan\s)?
        (?P<call>
            (?:read|find\sout|learn)\s(?:more|the\s(?:full\s)?[\w\s-]{3,40})\s(?:here|at\sthis\slink)
          | (?:apply|register|sign\sup|subscribe|book|order|buy\stickets?|donate|vote|download|watch|listen)
                (?:\s(?:it|now|online|the\s[\w\s-]{3,40}|your\s[\w\s-]{3,40}))?\s(?:here|via\sthe\slink(?:\sbelow)?)
          | for\s(?:more|further)\s(?:information|details|info)\s(?:go|look|see|visit)\s?(?:here|the\slink(?:\sbelow)?)?
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


@check(placeholders=("call",), renamed={"line_words": "max_line_words"})
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
        place = _find_call(article, index, max_line_words) if index not in linked else None
        if place is None or _has_way(article, index, linked):
            continue
        text = article.blocks[index].text[slice(*place)]
        if index - 1 not in linked or "above" not in text.lower():
            yield Finding(article.blocks[index].locate(*place), {"call": text})


def _readable(article: Article) -> list[int]:
    """Return the blocks of running text, with the calls of boilerplate among them and right after them."""
    plain = [index for index, block in enumerate(article.blocks) if block.kind in _KINDS]
    end = plain[-1] + 4 if plain else 3
    return sorted({*plain, *(index for index, block in enumerate(article.blocks[:end]) if _is_boilerplate_call(block))})


def _is_boilerplate_call(block: Block) -> bool:
    return block.kind == "boilerplate" and block.role == "call-to-action"


def _find_call(article: Article, index: int, max_line_words: int) -> tuple[int, int] | None:
    text = article.blocks[index].text
    line = _lines().fullmatch(text.strip(" *_")) if len(text) < 120 else None
    if line:
        start = text.index(line["call"])
        return start, start + len(line["call"])
    if not any(word in text.lower() for word in _CALLING) or not _calls().search(text):
        return None
    for first, last in split_sentences(text):
        sentence = text[first:last]
        is_line = _is_short(sentence, max_line_words)
        for match in _calls().finditer(sentence):
            start, end = first + match.start("call"), first + match.end("call")
            if _is_call(sentence, match.start(), is_line) and not _is_mentioned(article, index, start, end):
                return start, end
    return None


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
