"""Flag a long text without a single hyphen or dash in which compounds need one: an import has eaten them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern

_DASHES = pattern("[-‐‑‒–—―]")
_SHOWN = 12


class Options(NamedTuple):
    """`compounds` are written with a space where a hyphen belongs; an article needs `min_words` and `min_compounds`."""

    compounds: tuple[str, ...]
    min_words: int = 600
    min_compounds: int = 5


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Counts dashes first, and looks for compounds only where there is none."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding at the first compound, the others related."""
        texts = [block.text for block in article.blocks if block.kind in PROSE_KINDS or block.kind == "heading"]
        if any(_DASHES.search(text) for text in texts) or article.word_count < self.options.min_words:
            return
        places = {(hit.block, hit.start, hit.end) for hit in scene.hits}
        for index, block in enumerate(article.blocks):
            if block.kind in PROSE_KINDS:
                places |= {(index, match.start(), match.end()) for match in _measures().finditer(block.text)}
        ordered = sorted(places)
        distinct = {article.blocks[block].text[start:end].lower() for block, start, end in ordered}
        if len(distinct) < self.options.min_compounds:
            return
        spans = [
            (article.blocks[block].locate(start, end), article.blocks[block].text[start:end])
            for block, start, end in ordered
        ]
        related = tuple(Related(span, f"“{text}”") for span, text in spans[1:_SHOWN])
        values = {"words": article.word_count, "compounds": len(distinct), "example": spans[0][1]}
        yield Finding(spans[0][0], values, related=related)


@cache
def _measures() -> re.Pattern[str]:
    """A number and a unit before a noun (“one year truce”): the unit in the singular shows that a noun follows."""
    return pattern(
        r"""
        \b (?:two|three|four|five|six|seven|eight|nine|ten|twelve|[2-9]|[1-9]\d)
            [ ] (?:year|month|week|day|hour|mile|storey|bedroom)
            (?=[ ][a-z]{3,})                     # a noun follows, or “old”
        | \b one[ ](?:year|month|week|day)
            (?=[ ](?:truce|pause|suspension|ban|deal|period|term|contract|delay|extension|visit|trip|event|limit)\b)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def phrases_of(options: Options) -> Iterable[str]:
    """Give the shared automaton the compounds to look for."""
    return options.compounds


CHECK = CheckType(
    "stripped-hyphens", Options, build, phrases=phrases_of, placeholders=("words", "compounds", "example")
)
