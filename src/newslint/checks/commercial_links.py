"""Checks of links that earn money: whether readers are told, and whether they are told in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.article import Article, Link
from newslint.checks.shared import SHOWN, around
from newslint.contract import Scene, check
from newslint.diagnostics import Finding, Related
from newslint.newsroom.commerce import why_commercial
from newslint.newsroom.fulfilment.notices import find_notices
from newslint.patterns import pattern
from newslint.records import NamedTuple

_BOILERPLATE = frozenset({"boilerplate", "code", "heading"})
# Marks beside a link that say what it is: “(affiliate link)”, “#ad”, “(paid link)”.
_BESIDE = pattern(r"\b(?:affiliate|paid|sponsored|commission)\b|#ad\b|\((?:ad|aff)\)", flags=2)
_NEAR = 40  # code points around a link


class _Paid(NamedTuple):
    """A link of the article that earns money, and by what that shows."""

    link: Link
    by: str


@check(placeholders=("text", "by", "more"))
def affiliate_undisclosed(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag links that earn money in an article that nowhere says so, once an article.

    The message may use `{text}`, the first link's words; `{by}`, the part of its address that shows it.
    """
    paid = _paid_links(article)
    if not paid or next(find_notices(article, "commission"), None) or _is_advertisement(article):
        return
    link, by = paid[0]
    related = tuple(Related(each.link.span, f"“{_words(each.link)}”, by `{each.by}`") for each in paid[1:SHOWN])
    more = f" ({len(paid)} links)" if len(paid) > 1 else ""
    yield Finding(link.span, {"text": _words(link), "by": by, "more": more}, related=related)


@check(placeholders=("text", "by"))
def disclosure_too_late(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a notice of links that earn money which stands behind the first of them; once an article.

    The message may use `{text}`, the first link's words, and `{by}`, the part of its address that shows it.
    """
    paid = _paid_links(article)
    notices = [*find_notices(article, "commission")] if paid else []
    if not notices or _is_advertisement(article):
        return
    link, by = paid[0]
    if any(notice.block <= (link.block or 0) for notice in notices):
        return
    first = notices[0]
    if first.place is not None:
        related = (Related(link.span, "the first link that earns money"),)
        yield Finding(article.locate(first.place), {"text": _words(link), "by": by}, related=related)


def _paid_links(article: Article) -> Sequence[_Paid]:
    """Return the links of the body that earn money, but for those that say so themselves."""
    found = []
    for link in article.links:
        if link.block is None or article.blocks[link.block].kind in _BOILERPLATE:
            continue
        text = article.blocks[link.block].text
        label = "" if "://" in link.text else link.text
        beside = f"{text[max(0, link.start - _NEAR) : link.start]} {label} {text[link.end : link.end + _NEAR]}"
        by = why_commercial(link.target, around(text, link.start, link.end))
        if by and not _BESIDE.search(beside):
            found.append(_Paid(link, by))
    return found


def _is_advertisement(article: Article) -> bool:
    """Tell whether a label says that the whole text is paid for."""
    return any(element.value == "sponsored" for element in article.find_all("label"))


def _words(link: Link) -> str:
    return " ".join(link.text.split())[:_MOST] or "(picture)"


_MOST = 60  # code points of a link's words that are shown
