"""Flag images of the body without an alternative text; it does not judge the words of one that is there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, Image, Link
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding
from newslint.patterns import pattern

# Images that nobody sees: counters of one pixel and what is hidden from everybody.
_UNSEEN = pattern(
    r"""
      \s(?:width|height)\s*=\s*["']?[01](?:px)?["'\s/>]
    | display\s*:\s*none | visibility\s*:\s*hidden
    | \saria-hidden\s*=\s*["']?true | \srole\s*=\s*["']?(?:presentation|none)\b
    | \saria-label(?:ledby)?\s*=
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Icons by their file's name.
_ICON = pattern(r"icon|logo|sprite|spacer|pixel|avatar|button|arrow|share|scroll|banner|badge", re.IGNORECASE)
_SIZE = pattern(r"""\s(?:width|height)\s*=\s*["']?(\d{1,5})""", re.IGNORECASE)
_PICTURE = pattern(r"\.(?:jpe?g|png|gif|webp|avif|svg)\b", re.IGNORECASE)
_NAME = pattern(r"[^/\\?#]+(?=[?#]|/?$)")


class Options(NamedTuple):
    """`mark_decorative` leaves an empty `alt=""` of HTML alone, which marks a decorative image.

    On whole pages, images whose declared width or height is at most `icon_size` pixels are icons.
    """

    mark_decorative: bool = True
    icon_size: int = 64


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Flags each image once, with `image` for the message: its file's name."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each image; its grade is `empty` where Markdown's brackets are empty."""
        seen: set[str] = set()
        for image in article.images:
            grade = self._judge(article, image)
            if grade is None or image.target in seen:
                continue
            seen.add(image.target)
            name = _NAME.search(image.target)
            yield Finding(image.span, {"image": name.group() if name else image.target or "an image"}, grade)

    def _judge(self, article: Article, image: Image) -> str | None:
        if not image.in_body or image.is_decorative or (image.alt or "").strip():
            return None
        written = article.source.slice(image.span)
        if written.startswith("!"):
            return "empty"
        if not written.startswith("<"):
            # A shortcode: many take the caption for an alternative text.
            return None
        if image.alt is not None:
            return None if self.options.mark_decorative else "empty"
        if _UNSEEN.search(written) or (not article.is_fragment and self._is_furniture(article, image, written)):
            return None
        return "default"

    def _is_furniture(self, article: Article, image: Image, written: str) -> bool:
        """Tell whether an image of a whole page is an icon, or a teaser or banner that leads to another page."""
        if article.format != "html":
            return False
        name = _NAME.search(image.target)
        if name and _ICON.search(name.group()):
            return True
        if any(int(size) <= self.options.icon_size for size in _SIZE.findall(written)):
            return True
        link = _link_around(article, image)
        return link is not None and not _PICTURE.search(link.target)


def _link_around(article: Article, image: Image) -> Link | None:
    """Return the link that an image lies in; links come in source order and do not nest."""
    at = bisect_right(article.links, image.span.start, key=lambda link: link.span.start) - 1
    return article.links[at] if at >= 0 and image.span.start < article.links[at].span.end else None


CHECK = CheckType("missing-alt", Options, build, grades=("empty",), needs=("images",), placeholders=("image",))
