"""What checks of several families ask of a page: whether it is an article at all, and whether a name may sign it."""

from __future__ import annotations

import re
from collections import Counter

from newslint.article import Article
from newslint.newsroom.lines import read_line
from newslint.patterns import pattern

_HEAD = 200_000  # code points
# What a page says that it is: its type, its site's name and its address.
_SAYS = pattern(r"<(?:meta|link|base)\b[^<>]{0,600}>", re.IGNORECASE)
_OF_PAGE = pattern(r"\bog:(?:type|site_name|url)\b|\bcanonical\b|^<base\b|/(?:x-)?wiki\b", re.IGNORECASE)
_TYPE = pattern(r"\bog:type\b", re.IGNORECASE)
_ARTICLE = pattern(r"\barticle\b", re.IGNORECASE)
_ARTICLES = pattern(r"(?:@type\"\s*:\s*(?:\[\s*)?\"|schema\.org/)\w{0,20}(?:Article|BlogPosting)\b")
# Networks, whose pages are posts, and what names works of reference, forums, shops and releases.
_ELSE = pattern(
    r"""content\s*=\s*["'](?:Twitter|X|Facebook|Instagram|YouTube|Reddit|LinkedIn|TikTok)["']
      | (?:://|og:site_name["']?\s+content\s*=\s*["'])[^/"'<>]{0,60}(?:wiki(?!leaks)|lexi[ck]on|encyclop|dictionar|glossar)
      | type\s*=\s*["']application/(?:x-)?wiki
      | /(?:forums?|threads?|press-?releases?|products?|shop|store)/""",
    re.IGNORECASE | re.VERBOSE,
)
# The first label of an address, and the name of a site.
_SITE = pattern(
    r"""://(?:www\.)?([\w-]{1,60})\.|\bog:site_name["']?\s+content\s*=\s*["']([^"'<>]{1,100})""", re.IGNORECASE
)


# A text has a paragraph of that many bytes of UTF-8; a sentence in Chinese has as many as one in English.
_SHORTEST = 75


def is_no_article(article: Article, *, is_sure: bool = False) -> bool:
    """Tell whether a page says of itself that it is something else: a website, a video, a product, a post, an entry.

    Nor is a page an article that has no paragraph. Some sites call every page a website: `is_sure` asks for a network,
    a work of reference, a forum or a shop.
    """
    if not article.is_page:
        return False
    head = article.source.text[:_HEAD]
    said = _own_tags(head)
    if any(map(_ELSE.search, said)):
        return True
    types = [tag for tag in said if _TYPE.search(tag)]
    if is_sure or any(map(_ARTICLE.search, types)) or _ARTICLES.search(head):
        return False
    return bool(types) or all(len(block.text.encode()) < _SHORTEST for _, block in article.prose_blocks())


# What a site's template adds to every page.
_FURNITURE = pattern(r"<(?:nav|footer|form)\b|<script\b[^<>]{0,300}\bsrc\s*=", re.IGNORECASE)


def is_published_page(article: Article) -> bool:
    """Tell whether a page is one of a site's as readers get it: its template decides what it shows."""
    return article.is_page and _FURNITURE.search(article.source.text) is not None


def says_article(article: Article) -> bool:
    """Tell whether a page says in its metadata that it is an article."""
    head = article.source.text[:_HEAD]
    types = (tag for tag in _own_tags(head) if _TYPE.search(tag))
    return any(map(_ARTICLE.search, types)) or _ARTICLES.search(head) is not None


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
    if article.headline is not None and read_line(article.headline.text).byline:
        return True
    for block in article.blocks:
        if block.role == "published":
            line = read_line(block.text)
            first = min((date.start for date in line.dates), default=0)
            if _NAME.search(block.text, 0, first) or line.placed_byline:
                return True
    prose = [block.text for _, block in article.prose_blocks()][-_LAST - 1 :]
    is_at_end = any(map(_signs, prose, prose[1:])) or introduced_author(article) is not None
    return is_at_end or _is_letter(article) or _names_speakers(article)


# “Greetings, neighbours!”, “Dear readers,”: letters and newsletters are signed, or their writers introduce themselves.
_SALUTATION = pattern(
    r"(?:dear|hello|hi|hey|greetings|welcome|good (?:morning|afternoon|evening)|happy (?:new year|holidays))\b"
    r"[^.?:;]{0,60}[!,–—-]\s*",
    re.IGNORECASE,
)
_FEWEST_TURNS = 3
_SPEAKER = pattern(r"\W{0,3}([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}):\s")


def _is_letter(article: Article) -> bool:
    """Tell whether a text opens with a salutation that is a line of its own."""
    first = next((block.text.strip() for _, block in article.prose_blocks()), "")
    return len(first) <= _LONGEST_SIGNATURE and _SALUTATION.fullmatch(first) is not None


def _names_speakers(article: Article) -> bool:
    """Tell whether a conversation says who asks and who answers, each several times."""
    lines = (_SPEAKER.match(block.text) for _, block in article.prose_blocks())
    turns = Counter(line[1] for line in lines if line is not None)
    return len(turns) > 1 and min(count for _, count in turns.most_common(2)) >= _FEWEST_TURNS


# A biography: “Ana Roe, who sells nets, is the former harbour master of Tarrow.”
_BIOGRAPHY = pattern(
    r"(?!But\b|And\b|The\b)[A-Z][\w.’'-]{0,30}[ ](?:[A-Z][\w.’'-]{0,30}[ ]){0,2}([A-Z][\w’'-]{1,30})"
    r"(?:,[^.;“\"]{1,120},|[ ]\([^()]{1,60}\))?"
    r"[ ](?:(?:is|are)[ ](?:an?|the|co-?\w+|[a-z-]+[ ](?:for|of|at|in))|writes|teaches|serves|covers|works)[ ]"
)


def introduced_author(article: Article) -> str | None:
    """Return the paragraph at the end that says who somebody is whom the text does not name before; None without."""
    prose = [block.text for _, block in article.prose_blocks()]
    for number in range(max(1, len(prose) - 2), len(prose)):
        found = _BIOGRAPHY.match(prose[number])
        if found is not None and not any(found[1] in text for text in prose[:number]):
            return prose[number]
    return None


def _signs(before: str, text: str) -> bool:
    """Tell whether a line gives a full name or an address of mail, and does not say whose the quotation before is."""
    if len(text) > _LONGEST_SIGNATURE or before.endswith(_CLOSING):
        return False
    found = read_line(text.lstrip("—–- (")).placed_byline
    return _MAIL.search(text) is not None or (found is not None and any(" " in name for name in found.names))
