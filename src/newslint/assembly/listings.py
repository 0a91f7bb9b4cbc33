"""Find program code that an article shows outside of its format's own code blocks, so that nobody reads it as prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.article import Block
from newslint.patterns import pattern

_KINDS = frozenset({"paragraph", "heading", "list-item", "boilerplate", "quotation", "caption"})
# Lines by which sites mark code for their own software: `[code]`, `[sourcecode lang="tcl"]`, `=CODE_START=`.
_NAME = r"(?:source[ _-]?code|code|listing|console|terminal|snippet)"
_OPENING = pattern(
    rf"\s*[=\[<%*#:-]{{1,3}}[ ]?(?:(?:begin|start)[ _-])?{_NAME}(?:[ _-](?:start|begin|block))?"
    rf"(?:[ =:][\w\"'=. +-]{{0,40}})?[=\]>%*#:-]{{1,3}}",
    re.IGNORECASE,
)
_CLOSING = pattern(
    rf"[=\[<%*#:-]{{1,3}}[ ]?(?:/[ ]?{_NAME}|(?:end|stop)[ _-]?{_NAME}|{_NAME}[ _-](?:end|stop))[ ]?[=\]>%*#:-]{{1,3}}",
    re.IGNORECASE,
)
_MOST_BLOCKS = 200  # of a listing
# How lines of code begin and end in most languages, in configuration files and at a prompt.
_LINE = pattern(
    r"""
      [ \t]*(?:\#!|//|/\*|\*/|\$[ ]|>>>|\.\.\.[ ]|<[?%]|[{})\]]+[;,]?\s*$|@\w+\b
        |(?:def|class|import|from|function|return|include|require|public|private|static|void|int|char|var|let|const|exten
        |if|for|while|else|elif|elseif|echo|print|sudo|apt-get|set|proc|puts|use|my)\b[^.!?]*[({;:=$<>]
      )
    | .*(?:[;{}\\]|=>|\)[ ]?:|\();?\s*$ | [ \t]*[\w.$-]+[ ]?(?:=>|:=|\+=|==?)[ ]?\S | .*(?:->|::|\(\)|\$\{|&&|\|\|)
    """,
    re.VERBOSE,
)
_LEAST_LINES = 3
_LEAST_SHARE = 0.7
_SENTENCE = pattern(r"\b[a-z]{2,20}[ ][a-z]{2,20}[ ][a-z]{2}[^.;{}?!]{0,300}[.?!](?:\s|$)")


def mark_listings(blocks: Sequence[Block], text: str, of: str) -> list[Block]:
    """Return blocks with those that are program code as such: by a site's marks around them, or by their lines.

    In HTML only marks count: between its lines there are tags, and code has an element of its own.
    """
    code = {*_marked(blocks)} if "code" in text.lower() or "listing" in text.lower() else set[int]()
    for group in _groups(blocks, text) if of != "html" else ():
        if _is_listing(text[blocks[group[0]].span.start : blocks[group[-1]].span.end]):
            code.update(group)
    if not code:
        return [*blocks]
    return [block._replace(kind="code", role="") if index in code else block for index, block in enumerate(blocks)]


_LINES = frozenset({"paragraph", "boilerplate"})


def _groups(blocks: Sequence[Block], text: str) -> Iterator[range]:
    """Yield the runs of paragraphs between which no line is blank: in plain text, each line is one."""
    start = 0
    for at in range(1, len(blocks) + 1):
        goes_on = at < len(blocks) and _follows(blocks[at - 1], blocks[at], text)
        if not goes_on:
            if any(blocks[index].kind == "paragraph" for index in range(start, at)):
                yield range(start, at)
            start = at


def _follows(one: Block, other: Block, text: str) -> bool:
    is_line = one.kind in _LINES and other.kind in _LINES
    return is_line and other.span.start - one.span.end < _GAP and text.count("\n", one.span.end, other.span.start) < 2


_GAP = 80  # code points, an indent


def _marked(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the blocks from a mark that opens code to the one that closes it."""
    at = 0
    while at < len(blocks):
        end = _end_of(blocks, at) if _OPENING.match(blocks[at].text[:80]) else None
        if end is not None:
            yield from (index for index in range(at, end + 1) if blocks[index].kind in _KINDS)
        at = at + 1 if end is None else end + 1


def _end_of(blocks: Sequence[Block], start: int) -> int | None:
    """Return the block in which a listing ends, or None where nothing closes it."""
    for index in range(start, min(len(blocks), start + _MOST_BLOCKS)):
        if _CLOSING.search(blocks[index].text):
            return index
        if index > start and _OPENING.match(blocks[index].text[:80]):
            return None
    return None


def _is_listing(source: str) -> bool:
    """Tell whether most lines of a paragraph, as it is written, are code and hardly one is a sentence."""
    if source.count("\n") < _LEAST_LINES - 1 or not any(sign in source for sign in "{}();=$<>"):
        return False
    lines = [line for line in source.splitlines() if line.strip()]
    like = sum(_LINE.match(line) is not None for line in lines)
    if len(lines) < _LEAST_LINES or like < _LEAST_SHARE * len(lines):
        return False
    return sum(_SENTENCE.search(line) is not None for line in lines) <= len(lines) // 4
