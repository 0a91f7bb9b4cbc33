"""Flag links whose whole text says nothing about where they lead; it does not look at the target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, Link
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern

_EDGES = pattern(r"^\W+|(?<=\w)\W+$")
# A name that assistive technology reads instead of the text.
_NAMED = pattern(r"""\s(?:aria-label|aria-labelledby|title)\s*+=\s*+["']?\s*+[^"'\s>]""", re.IGNORECASE)


class Options(NamedTuple):
    """`texts` say nothing when they are all of a link; at most `places` related places are listed."""

    texts: tuple[str, ...]
    places: int = 20


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Flags the first such link of an article and names the others: it is one habit."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        self._texts = frozenset(options.texts)

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, with `text` and `more` for the message."""
        links = [link for link in article.links if self._says_nothing(article, link)]
        if not links:
            return
        others = len(links) - 1
        more = "" if not others else "; one more link is as bare" if others == 1 else f"; {others} more are as bare"
        related = tuple(Related(link.span, f"“{link.text.strip()}”") for link in links[1 : self.options.places + 1])
        yield Finding(links[0].span, {"text": " ".join(links[0].text.split()), "more": more}, related=related)

    def _says_nothing(self, article: Article, link: Link) -> bool:
        if link.block is None or link.kind not in ("inline", "reference") or not link.target.strip():
            return False
        block = article.blocks[link.block]
        # A line such as “Click here for the timetable” is a call to action by its words; the link is what counts.
        if block.kind == "code" or (block.kind == "boilerplate" and block.role != "call-to-action"):
            return False
        if _EDGES.sub("", " ".join(link.text.lower().split())) not in self._texts:
            return False
        written = article.source.slice(link.span)
        return not (written.startswith("<") and _NAMED.search(written[: written.find(">") + 1]))


CHECK = CheckType("generic-link", Options, build, needs=("links",), placeholders=("text", "more"))
