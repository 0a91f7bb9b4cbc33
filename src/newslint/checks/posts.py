"""What is part of a post of a network: such text is printed as it was typed.

An embed has the post in a block quotation with its network, handle or picture; beside one that was pasted stands a line
with the handle, or one that leads it in.
"""

from __future__ import annotations

import re

from newslint.article import Article
from newslint.patterns import pattern
from newslint.spans import Span

_NETWORKS = (
    r"(?:twitter|instagram|facebook|fb-post|tiktok|bluesky|bsky|text-post-media|mastodon|truthsocial|linkedin|telegram"
    r"|reddit|tumblr)"
)
_EMBED = pattern(rf"<(?:blockquote|figure|div|section)\b[^<>]{{0,400}}\b{_NETWORKS}", re.IGNORECASE)
# What a post has in its text, or a line beside it: a handle, or an address of the network.
_HANDLE = pattern(rf"(?<![\w@.])@\w|\bpic\.twitter\.com/|\b(?:t\.co|x\.com|{_NETWORKS}\.(?:com|app))/", re.IGNORECASE)
# A line beside a post that says whose it is and when: “Ana Roe @anaroe · 3 June”, “— Ana Roe (@anaroe) June 3, 2021”.
_SIGNATURE = pattern(
    r"\(@\w{1,30}\)[ ]?(?:[·•|,–—-]|\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\Z)"
    r"|\A(?:[—–-][ ]?)?(?:[A-Z][\w’'.-]{0,25}[ ]){0,4}@\w{1,30}(?:[ ]?[·•|,–—-].*)?\Z|\bpic\.twitter\.com/|\bt\.co/"
)
_LEADS_IN = pattern(
    r"\b(?:(?:re)?tweet|tweeted|posted|posts?|commented|Facebook|Instagram|Twitter|TikTok|Bluesky"
    r"|Threads|Reddit|LinkedIn|Truth[ ]Social|on[ ]X)\b[^.!?]{0,80}:[\"“‘]?\Z"
)
_MOST = 30  # blocks of one block quotation
_LONGEST_LINE = 120  # of a line with a handle, or of the end of one that leads a post in
_BESIDE = 2  # blocks


def is_in_post(article: Article, index: int) -> bool:
    """Tell whether a block is part of a post that is embedded or was pasted."""
    if article.blocks[index].kind == "caption":
        return False
    if article.blocks[index].kind == "quotation" and _is_embedded(article, index):
        return True
    if _HANDLE.search(article.blocks[index].text):
        return True
    before = article.blocks[index - 1].text.rstrip()[-_LONGEST_LINE:] if index else ""
    beside = article.blocks[max(0, index - _BESIDE) : index + 1 + _BESIDE]
    return _LEADS_IN.search(before) is not None or any(
        len(each.text) <= _LONGEST_LINE and _SIGNATURE.search(each.text) for each in beside
    )


def _is_embedded(article: Article, index: int) -> bool:
    """Tell whether the markup or the text of a block quotation is that of a post."""
    blocks, first, last = article.blocks, index, index
    while first > 0 and index - first < _MOST and blocks[first - 1].kind == "quotation":
        first -= 1
    while last + 1 < len(blocks) and last - index < _MOST and blocks[last + 1].kind == "quotation":
        last += 1
    begin = blocks[first - 1].span.end if first else 0
    source = article.source.text
    return _HANDLE.search(source, begin, blocks[last].span.end) is not None or (
        _EMBED.search(source, max(begin, blocks[first].span.start - _TAG), blocks[last].span.end) is not None
    )


_TAG = 600  # characters of the markup that opens an embed


def is_beside_embed(article: Article, span: Span) -> bool:
    """Tell whether a place has the markup of a link or of an embed in it, or right before it an embed or an address."""
    source = article.source.text
    return _MARKUP.search(source, span.start, span.end) is not None or (
        _BEFORE.search(source[max(0, span.start - _REACH) : span.start]) is not None
    )


_MARKUP = pattern(r"</?(?:a|blockquote|script|iframe|figure|div)\b|\]\(|\{\{|\[/?embed", re.IGNORECASE)
_BEFORE = pattern(
    r"(?:</(?:blockquote|script|iframe|figure)>|\}\}|\[/embed\]"
    r"|(?:://|\bpic\.twitter\.com/|\bt\.co/)[^\s<>\"]{0,200}(?:</a>)?)\s{0,9}\Z",
    re.IGNORECASE,
)
_REACH = 240
