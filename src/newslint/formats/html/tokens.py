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
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_MARKUP = _LETTERS | frozenset("/!?")  # what makes markup of a “<” before it
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
    while (at := find("<", at, stop)) >= 0:
        mark = text[at + 1 : at + 2]
        if mark not in _MARKUP:
            at += 1
            continue
        if fresh < at:
            add((TEXT, fresh, at, "", 0))
        if (text[at + 2 : at + 3] if mark == "/" else mark) in _LETTERS:
            tag = match_tag(text, at, stop)
            assert tag is not None
            kind, name, fresh = END if mark == "/" else START, tag[1].lower(), tag.end()
            add((kind, at, fresh, name, tag.start(2)))
            if kind == START and name in RAW_TEXT and not _is_closed_drawing(text, at, fresh):
                fresh = _raw_text_extent(text, name, fresh, stop)
                add((RAW, tag.end(), fresh, name, 0))
        else:
            inner, fresh = _comment_extent(text, at, stop)
            if inner >= 0:
                add((COMMENT, at, fresh, "", inner))
        at = fresh
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


def _is_closed_drawing(text: str, at: int, end: int) -> bool:
    """Tell whether a tag stands in a drawing, where `<title/>` closes itself."""
    return text.endswith("/>", at, end) and text.rfind("<svg", 0, at) > text.rfind("</svg", 0, at)


def _raw_text_extent(text: str, name: str, at: int, stop: int) -> int:
    """Return where the content of an element ends that is no markup."""
    closing = _raw_text_end(name).search(text, at, stop)
    return closing.start() if closing else stop


def _past(text: str, mark: str, at: int, stop: int) -> int:
    found = text.find(mark, at, stop)
    return stop if found < 0 else found + len(mark)


def _comment_extent(text: str, at: int, stop: int) -> tuple[int, int]:
    """Return where a comment's text ends (-1: a declaration or a stray mark, no comment) and where it ends itself."""
    if not text.startswith("<!--", at):
        return -1, _past(text, ">", at + 2, stop)
    for short in (">", "->"):
        if text.startswith(short, at + 4):
            return at + 4, at + 4 + len(short)
    closing = _COMMENT_END.search(text, at + 4, stop)
    return (closing.start(), closing.end()) if closing else (stop, stop)
