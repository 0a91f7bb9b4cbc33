"""Tell what stands where a headline or a byline will be: all its words are those of templates, page plans and desks."""

from __future__ import annotations

from typing import Literal

from newslint.newsroom.words import word_lists
from newslint.patterns import pattern

_WORD = pattern(r"[^\W_]+(?:['’][^\W_]+)*")
_HOLE = pattern(r"x{2,}|\d{1,4}(?:pt)?|v\d+|p\d+|tk+")
# What a mail, a file or a page plan says before or in place of a headline.
_LABELLED = pattern(
    r"\W*(?:(?:[Hh]ed|HED|[Hh]dl|HDL|[Hh]eadline|HEADLINE|[Ss]lug|SLUG|[Ww]orking title|WIP|DRAFT|FWD?|[Ff]wd?|Subject"
    r"|Copy of)\s?(?:[:–—]|-\s)\s?\S|(?i:no (?:subject|title|headline)|untitled)\W*\Z)"
    r"|[^()\[\]]{0,80}[(\[](?i:untitled|no title)[)\]]"
)
_MOST_WORDS = 14


def is_stand_in(text: str, kind: Literal["headline", "byline"]) -> bool:
    """Tell whether a headline or a byline names nothing but itself, its size, its author's job and what is missing."""
    if kind == "headline" and _LABELLED.match(text):
        return True
    words = [word.replace("’", "'") for word in _WORD.findall(text.lower())]
    if not words or len(words) > _MOST_WORDS:
        return False
    lists = word_lists("stand-ins")
    signs, others = lists[f"{kind}-sign"], lists[f"{kind}-other"]
    names, gaps = lists.get(f"{kind}-name", frozenset()), lists.get(f"{kind}-gap", frozenset())
    known = signs | others | names | gaps
    if not all(word in known or _HOLE.fullmatch(word) for word in words):
        return False
    is_named = not names.isdisjoint(words) and not gaps.isdisjoint(words)
    return is_named or not signs.isdisjoint(words)
