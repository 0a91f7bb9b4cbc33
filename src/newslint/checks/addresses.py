"""Checks of the addresses of links: what follows readers around, and paid links that do not say so to machines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.article import Article, Link
from newslint.checks.query_strings import Addresses, first_parameter, named, strip
from newslint.checks.shared import SHOWN, each_in_any_case, tag_of
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.patterns import pattern

_SILENT = frozenset({"code", "boilerplate"})
_ADDRESS = pattern(r"(?:https?:)?//|/", re.IGNORECASE)
# An address that is signed works as a whole only; a template fills in the rest of one.
_FIXED = pattern(r"[?&;](?:sig|signature|hmac|token|hash|key|x-amz-[\w-]+|policy)=|[{}<>]", re.IGNORECASE)


@check(needs=("links",), placeholders=("text", "more"), fixes=("safe", "unsafe"))
def tracking_parameter(
    article: Article,
    scene: Scene,
    *,
    parameters: Annotated[
        tuple[str, ...], Option("names of parameters that follow readers around; `*` ends a name", made=named)
    ],
) -> Iterator[Finding]:
    """Flag links whose address carries a parameter that only says where a reader came from, once an article.

    What is in code or boilerplate, is signed, or holds template code, is left alone, and so are links within a site and
    pages that ask readers to give or to join: whoever links there counts on purpose. The fix takes the parameters out:
    safe where the address is not printed.
    """
    names = named(parameters)
    found = []
    for link in article.links:
        if "=" in link.target and _is_judged(article, link) and (text := first_parameter(link.target, names)):
            found.append((link, text))
    if not found:
        return
    places = Addresses(article)
    hidden: list[Edit] = []
    printed: list[Edit] = []
    for link, _ in found:
        edit = strip(article, places.find(link), names)
        if edit:
            (printed if link.kind in ("url", "autolink") else hidden).append(edit)
    more = f" ({len(found)} links)" if len(found) > 1 else ""
    related = tuple(Related(link.span, f"“{text}”") for link, text in found[1:SHOWN])
    yield Finding(found[0][0].span, {"text": found[0][1], "more": more}, related=related, fix=_fix_of(hidden, printed))


def _fix_of(hidden: Sequence[Edit], printed: Sequence[Edit]) -> Fix | None:
    """Return a safe fix of what readers do not see, or, where all that is done, an unsafe one of what they see."""
    edits = dict.fromkeys(hidden or printed)  # several links may use one definition
    numbered = tuple(edit._replace(part=part) for part, edit in enumerate(edits))
    return Fix("safe" if hidden else "unsafe", numbered) if numbered else None


# A page that asks readers to give or to join counts from where they come, and so does the publication's own page.
_ASKING = pattern(r"donat|donor|subscri|sign-?up|member|newsletter|support|tickets?\b", re.IGNORECASE)
_HOST = pattern(r"(?:https?:)?//(?:www\.)?(?P<host>[\w.-]+)", re.IGNORECASE)
_SOURCE = pattern(r"[?&;]utm_source=(?:https?://)?(?:www\.)?(?P<name>[\w.-]{3,})", re.IGNORECASE)


def _counts_itself(target: str) -> bool:
    """Tell whether a publication counts its readers on purpose: on its own site, or where it asks something of them."""
    host, source = _HOST.match(target), _SOURCE.search(target)
    if host is None or _ASKING.search(target.partition("?")[0]):
        return True
    own, name = host["host"].lower(), source["name"].lower() if source else ""
    return bool(name) and (name in own or own in name)


# The copy of a page is kept under the whole address; who pays for a text counts who comes from it.
_ARCHIVED = pattern(r"(?:https?:)?//(?:web\.)?archive\.(?:org|ph|is|today)/", re.IGNORECASE)
_SPONSORED = pattern(r"\b(?:sponsored|underwritten|presented|supported)[ ]by[ ]\Z", re.IGNORECASE)


def _is_judged(article: Article, link: Link) -> bool:
    if link.block is None or article.blocks[link.block].kind in _SILENT or not _ADDRESS.match(link.target):
        return False
    if _ARCHIVED.match(link.target) or _SPONSORED.search(article.blocks[link.block].text[: link.start]):
        return False
    return not (_FIXED.search(link.target) or _counts_itself(link.target)) and not article.is_code(
        link.block, link.start, max(link.end, link.start + 1)
    )


_REL = pattern(r"""\srel\s{0,3}=\s{0,3}(?P<mark>["']?)(?P<names>[^"'>]{0,200})""", re.IGNORECASE)
_MARKED = pattern(r"\b(?:sponsored|nofollow)\b", re.IGNORECASE)
_TAG = pattern(r"""\s*<a\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>""", re.IGNORECASE)


@check(needs=("links",), placeholders=("text", "more"), fixes=("safe",))
def paid_link(
    article: Article,
    scene: Scene,
    *,
    addresses: Annotated[
        tuple[str, ...], Option("addresses by which a shop pays for a click", pattern=each_in_any_case)
    ],
) -> Iterator[Finding]:
    """Flag links of HTML to addresses that pay the publisher and are not marked `sponsored`, once an article.

    `nofollow` is let pass, too. Links of Markdown, whose marks the template sets, are left alone.
    """
    made = each_in_any_case(addresses)
    found: list[tuple[Link, str]] = []
    for link in article.links:
        tag = tag_of(article, link) if link.block is not None else ""
        if not tag or article.blocks[link.block or 0].kind in _SILENT or "{" in tag:
            continue
        names = _REL.search(tag)
        if any(one.search(link.target) for one in made) and not (names and _MARKED.search(names["names"])):
            found.append((link, tag))
    if not found:
        return
    link = found[0][0]
    more = f" ({len(found)} links)" if len(found) > 1 else ""
    related = tuple(Related(other.span, f"“{' '.join(other.text.split())}”") for other, _ in found[1:SHOWN])
    edits = [edit for number, (each, _) in enumerate(found) if (edit := _mark(article, each, number))]
    fix = Fix("safe", tuple(edits)) if edits else None
    yield Finding(link.span, {"text": " ".join(link.text.split()), "more": more}, related=related, fix=fix)


def _mark(article: Article, link: Link, part: int) -> Edit | None:
    """Return the edit that marks the tag of a link as sponsored."""
    tag = _TAG.match(article.source.slice(link.span))
    if tag is None:
        return None
    names = _REL.search(tag[0])
    if names is None:
        at, text = link.span.start + _end_of(tag[0]), ' rel="sponsored"'
    elif names["mark"]:
        at, text = link.span.start + names.start("names"), "sponsored " if names["names"].strip() else "sponsored"
    else:
        return None
    return Edit(at, at, text, part)


def _end_of(tag: str) -> int:
    """Return where another attribute may stand; a slash behind an address without quotation marks belongs to it."""
    inner = tag.removesuffix(">").rstrip()
    if inner.endswith(('"/', "'/", " /", "\n/", "\t/")):
        inner = inner.removesuffix("/").rstrip()
    return len(inner)
