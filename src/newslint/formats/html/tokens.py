"""Cut HTML into tags, text and comments with exact places; it builds no tree and judges nothing.

The cutting follows the states of the WHATWG tokenizer that matter to a reader: tags with quoted and bare
attribute values, comments, raw text elements. Every token is a slice of the text by construction, with any line
ends. `docs/design.md` says why this is not a library's work; the tests keep `turbohtml` as their oracle.
"""

from __future__ import annotations

import re
from functools import cache

from newslint.patterns import pattern

START, END, TEXT, RAW, COMMENT = range(5)
# kind, start, end, name (tags and raw text) and where a tag's attributes begin or a comment's text ends.
Token = tuple[int, int, int, str, int]

SPACE = " \t\n\f\r"
# WHATWG HTML, "Parsing HTML documents": elements whose content is text up to their own end tag, `noscript` too where
# scripts run, as they do for readers.
RAW_TEXT = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"})

# Every alternative of the loop takes at least one character other than `>`, and what follows the loop always
# fits, so that nothing is ever tried twice.
_TAG = pattern(
    r"""
    </? ([A-Za-z][^ \t\n\f\r/>]*+)              # name
    ((?:
        [ \t\n\f\r/]+                           # white space and stray slashes
      | [^ \t\n\f\r/>][^ \t\n\f\r/>=]*          # an attribute's name
        (?: [ \t\n\f\r]* = [ \t\n\f\r]*         # and value
            (?: "[^"]*(?:"|\Z) | '[^']*(?:'|\Z) | [^ \t\n\f\r>"'][^ \t\n\f\r>]* )?
        )?
    )*+)
    (?: > | \Z )
    """,
    re.VERBOSE,
)
_ATTRIBUTE = pattern(
    r"""
    ([^ \t\n\f\r/>][^ \t\n\f\r/>=]*)            # name
    (?: [ \t\n\f\r]* = [ \t\n\f\r]*
        (?: "([^"]*) | '([^']*) | ([^ \t\n\f\r>"'][^ \t\n\f\r>]*) )?
        ["']?
    )?
    """,
    re.VERBOSE,
)
_COMMENT_END = pattern(r"--!?>")
REFERENCE = r"&(?:\#[xX][0-9a-fA-F]{1,8}|\#[0-9]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?"
_CLOSED_REFERENCE = pattern(r"&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});")


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of the text [start, end), in order and without overlap; any text whatever has some.

    A tag, quotation or comment that nothing closes reaches to the end, as in a browser.
    """
    stop = len(text) if end is None else end
    tokens: list[Token] = []
    add = tokens.append
    find, match_tag = text.find, _TAG.match
    fresh = at = start
    while True:
        at = find("<", at, stop)
        if at < 0:
            break
        mark = text[at + 1 : at + 2]
        if mark.isascii() and mark.isalpha():
            tag = match_tag(text, at, stop)
            assert tag is not None
            if fresh < at:
                add((TEXT, fresh, at, "", 0))
            name = tag[1].lower()
            fresh = at = tag.end()
            add((START, tag.start(), at, name, tag.start(2)))
            if name in RAW_TEXT:
                closing = _raw_text_end(name).search(text, at, stop)
                fresh = at = closing.start() if closing else stop
                add((RAW, tag.end(), at, name, 0))
        elif mark == "/":
            following = text[at + 2 : at + 3]
            if fresh < at:
                add((TEXT, fresh, at, "", 0))
            if following.isascii() and following.isalpha():
                tag = match_tag(text, at, stop)
                assert tag is not None
                add((END, at, tag.end(), tag[1].lower(), 0))
                fresh = at = tag.end()
            else:
                fresh = at = _past(text, ">", at + 2, stop)
        elif mark in ("!", "?") and mark:
            if fresh < at:
                add((TEXT, fresh, at, "", 0))
            inner, fresh = _comment_extent(text, at, stop)
            if inner >= 0:
                add((COMMENT, at, fresh, "", inner))
            at = fresh
        else:
            at += 1
    if fresh < stop:
        add((TEXT, fresh, stop, "", 0))
    return tokens


def attribute_places(text: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """Return where the values of a tag's attributes stand, by lower-case name; the first of a name counts."""
    found: dict[str, tuple[int, int]] = {}
    for match in _ATTRIBUTE.finditer(text, start, end):
        name = match[1].lower()
        if name not in found:
            found[name] = match.span(match.lastindex or 1) if (match.lastindex or 1) > 1 else (match.end(), match.end())
    return found


def decode_attribute(value: str) -> str:
    """Return an attribute's value with its character references read; those without `;` stay as in addresses."""
    if "&" not in value:
        return value
    from html import unescape

    return _CLOSED_REFERENCE.sub(lambda match: unescape(match[0]), value)


@cache
def _raw_text_end(name: str) -> re.Pattern[str]:
    return pattern(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE)


def _past(text: str, mark: str, at: int, stop: int) -> int:
    found = text.find(mark, at, stop)
    return stop if found < 0 else found + len(mark)


def _comment_extent(text: str, at: int, stop: int) -> tuple[int, int]:
    """Return where a comment's text ends (-1: a declaration, not a comment) and where the comment ends."""
    if not text.startswith("<!--", at):
        return -1, _past(text, ">", at + 2, stop)
    for short in (">", "->"):
        if text.startswith(short, at + 4):
            return at + 4, at + 4 + len(short)
    closing = _COMMENT_END.search(text, at + 4, stop)
    return (closing.start(), closing.end()) if closing else (stop, stop)
