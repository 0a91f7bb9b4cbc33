"""Checks of what a page's head tells search engines: whether to keep it, and under which address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.article import Article
from newslint.contract import Scene, check
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.spans import Span

_HEAD = 200_000  # code points in which a page's head ends
_TAG = pattern(r"<(?:meta|link)\b[^<>]{0,2000}>", re.IGNORECASE)
_ROBOTS = pattern(r"""\bname\s*=\s*["']?(?:robots|googlebot|googlebot-news)["'\s]""", re.IGNORECASE)
_NOINDEX = pattern(r"""\bcontent\s*=\s*(?:"[^"]{0,200}\bnoindex\b|'[^']{0,200}\bnoindex\b)""", re.IGNORECASE)
_CANONICAL = pattern(r"""\brel\s*=\s*["']?canonical["'\s/>]""", re.IGNORECASE)
_ADDRESS = pattern(r"""\bhref\s*=\s*(?:"([^"]{0,1500})"|'([^']{0,1500})')""", re.IGNORECASE)
_NO = ("noindex", "none")


@check(placeholders=("text",))
def hidden_from_search(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag pages, and articles by their front matter, that tell search engines not to keep them."""
    entry = article.field("robots", "noindex", "no_index")
    if entry is not None and _says_no(entry.name, entry.value):
        yield Finding(entry.span, {"text": article.source.slice(entry.span).strip()})
    if article.is_page and "noindex" in article.source.text[:_HEAD].lower():
        for span, tag in _tags(article):
            if _ROBOTS.search(tag) and _NOINDEX.search(tag):
                yield Finding(span, {"text": " ".join(tag.split())})
                return


def _says_no(name: str, value: object) -> bool:
    if name.lower() == "robots":
        return isinstance(value, str) and any(word.strip().lower() in _NO for word in value.split(","))
    return value is True


def _tags(article: Article) -> Iterator[tuple[Span, str]]:
    """Yield the tags of a page's head for meta and links, without those in comments."""
    text = article.source.text
    end = text.find("</head", 0, _HEAD)
    comments = [comment.span for comment in article.comments]
    for match in _TAG.finditer(text, 0, end if end >= 0 else _HEAD):
        if not any(span.start <= match.start() < span.end for span in comments):
            yield Span(*match.span()), match.group()


@check(
    placeholders=("address", "other"),
    messages={
        "two": "The page names two addresses as its own: “{other}” and “{address}”.",
        "empty": "The page's canonical link has no address.",
    },
)
def canonical_address(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag pages with several canonical addresses, or with one that is empty."""
    if not article.is_page or "canonical" not in article.source.text[:_HEAD]:
        return
    found = [(span, _address_in(tag)) for span, tag in _tags(article) if _CANONICAL.search(tag)]
    known = [(span, address) for span, address in found if address is not None and "{" not in address]
    empty = next((span for span, address in known if not address), None)
    other = next((each for each in known[1:] if each[1] != known[0][1]), None)
    if empty is not None:
        yield Finding(empty, {"address": "", "other": ""}, message="empty")
    elif other is not None:
        values = {"address": other[1], "other": known[0][1]}
        yield Finding(other[0], values, message="two", related=(Related(known[0][0], "the other one"),))


def _address_in(tag: str) -> str | None:
    found = _ADDRESS.search(tag)
    return (found[1] or found[2] or "").strip() if found else None
