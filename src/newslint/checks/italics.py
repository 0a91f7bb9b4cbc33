"""Tell which paragraphs a page has in italics from end to end: its standing lines, its notes and its credits."""

from __future__ import annotations

from newslint.article import Article
from newslint.patterns import pattern

_TAG = pattern(r"<(?P<ends>/?)(?P<name>[A-Za-z][A-Za-z0-9]{0,20})\b[^<>]{0,2000}>")
_ITALIC = frozenset({"i", "em"})
_MARKED = pattern(r"(?P<mark>[*_])(?![*_\s])(?P<text>[^\n]{1,4000})(?P=mark)")
_LINK = pattern(r"\]\([^()\s]{0,2000}\)")


def is_in_italics(article: Article, index: int) -> bool:
    """Tell whether all words of a block are in italics."""
    span = article.blocks[index].span
    source = article.source.text[span.start : span.end].strip()
    if article.format == "markdown" and source[:1] in ("*", "_"):
        found = _MARKED.fullmatch(_LINK.sub("]", source))
        return found is not None and found["mark"] not in found["text"]
    return "<" in source and _is_in_tags(source)


def _is_in_tags(source: str) -> bool:
    """Tell whether no letter stands outside the tags of italics."""
    depth = last = 0
    has_words = False
    for tag in _TAG.finditer(source):
        between = any(map(str.isalpha, source[last : tag.start()]))
        if between and not depth:
            return False
        has_words = has_words or between
        if tag["name"].lower() in _ITALIC:
            depth += -1 if tag["ends"] else 1
        last = tag.end()
    return has_words and not any(map(str.isalpha, source[last:]))
