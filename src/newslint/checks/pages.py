"""What checks of several families ask of a page: whether it is an article at all, and whether a name may sign it."""

from __future__ import annotations

import re

from newslint.article import Article
from newslint.newsroom.lines import read_line
from newslint.patterns import pattern

_HEAD = 200_000  # code points
# What a page says that it is: its type, its site's name and its address.
_SAYS = pattern(r"<(?:meta|link|base)\b[^<>]{0,600}>", re.IGNORECASE)
_OF_PAGE = pattern(r"\bog:(?:type|site_name|url)\b|\bcanonical\b|^<base\b", re.IGNORECASE)
_TYPE = pattern(r"\bog:type\b", re.IGNORECASE)
_ARTICLE = pattern(r"\barticle\b", re.IGNORECASE)
_ARTICLES = pattern(r"(?:@type\"\s*:\s*(?:\[\s*)?\"|schema\.org/)\w{0,20}(?:Article|BlogPosting)\b")
# Networks, whose pages are posts, and what names works of reference, forums, shops and releases.
_ELSE = pattern(
    r"""content\s*=\s*["'](?:Twitter|X|Facebook|Instagram|YouTube|Reddit|LinkedIn|TikTok)["']
      | (?:://|og:site_name["']?\s+content\s*=\s*["'])[^/"'<>]{0,60}(?:wiki(?!leaks)|lexi[ck]on|encyclop|dictionar|glossar)
      | /(?:forums?|threads?|press-?releases?|products?|shop|store)/""",
    re.IGNORECASE | re.VERBOSE,
)
# The first label of an address, and the name of a site.
_SITE = pattern(
    r"""://(?:www\.)?([\w-]{1,60})\.|\bog:site_name["']?\s+content\s*=\s*["']([^"'<>]{1,100})""", re.IGNORECASE
)


def is_no_article(article: Article, *, is_sure: bool = False) -> bool:
    """Tell whether a page says of itself that it is something else: a website, a video, a product, a post, an entry.

    Some sites call every page a website: `is_sure` asks for a network, a work of reference, a forum or a shop.
    """
    if not article.is_page:
        return False
    head = article.source.text[:_HEAD]
    said = _own_tags(head)
    if any(map(_ELSE.search, said)):
        return True
    types = [tag for tag in said if _TYPE.search(tag)]
    return bool(types) and not is_sure and not any(map(_ARTICLE.search, types)) and not _ARTICLES.search(head)


def _own_tags(head: str) -> list[str]:
    return [tag for tag in _SAYS.findall(head) if _OF_PAGE.search(tag)]


def is_of_site(article: Article, name: str) -> bool:
    """Tell whether a name is that of the page's site, or of its address."""
    tags = _own_tags(article.source.text[:_HEAD]) if article.is_page else ()
    return any(name.lower() in map(str.lower, found) for tag in tags for found in _SITE.findall(tag))


_LAST = 3  # blocks in which a text may be signed
_LONGEST_SIGNATURE = 100  # code points
_NAME = pattern(r"[A-Z][\w.'’-]{1,30} [A-Z]")
_MAIL = pattern(r"[\w.]@[\w-]{1,60}\.\w")
_CLOSING = ("”", '"', "»", "“")


def may_be_signed(article: Article) -> bool:
    """Tell whether a name stands beside the date or at the end: of a section, a place, an agency or the author."""
    for block in article.blocks:
        if block.role == "published":
            line = read_line(block.text)
            first = min((date.start for date in line.dates), default=0)
            if _NAME.search(block.text, 0, first) or line.placed_byline:
                return True
    prose = [block.text for _, block in article.prose_blocks()][-_LAST - 1 :]
    return any(map(_signs, prose, prose[1:]))


def _signs(before: str, text: str) -> bool:
    """Tell whether a line gives a full name or an address of mail, and does not say whose the quotation before is."""
    if len(text) > _LONGEST_SIGNATURE or before.endswith(_CLOSING):
        return False
    found = read_line(text.lstrip("—–- (")).placed_byline
    return _MAIL.search(text) is not None or (found is not None and any(" " in name for name in found.names))
