"""Flag figures of weight for which no source is in sight; it never says whether a figure is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.numbers.quantities import Quantity
from newslint.language.speech.claims import Claim
from newslint.patterns import pattern
from newslint.source import Span

_SHOWN = 8
# What goes on for longer without a full stop is no sentence.
_LONGEST = 2000
# What happened to people, or how much a measured thing changed: numbers that somebody has counted.
_TOLL = pattern(
    r"""
      \s*(?:other[ ]|more[ ])?(?:[a-z-]+[ ]){0,2}?
      (?:people|civilians|soldiers|children|women|men|workers|passengers|patients|migrants|refugees|victims)?[ ]?
      (?:were[ ]|have[ ]been[ ]|had[ ]been[ ]|are[ ])?
      (?:died|dead|killed|injured|wounded|missing|displaced|infected|hospitalised|hospitalized|deaths|casualties|arrested)\b
    """,
    re.VERBOSE,
)
_MOVED = pattern(
    r"\b(?:rose|risen|rises|fell|fallen|falls|grew|grown|grows|dropped|drops|climbed|climbs|declined|declines|increased?s?"
    r"|decreased?s?|jumped|jumps|soared|soars|surged|surges|plunged|plunges|shrank|shrinks|doubled|tripled|slumped"
    r"|slumps|gained|lost|cut by|up by|down by|accounts? for|accounted for|make up|makes up|made up|per cent of"
    r"|percent of|% of)\b"
)

# Shares that count nothing (“the top 1 percent”, “owns 44 percent”), and what a publication says of itself.
_SHARE = pattern(
    r"""
      \b(?:top|richest|wealthiest|bottom|poorest)[ ]\d
    | \b(?:own|hold)(?:s|ed|ing)?[ ](?:[a-z]+[ ]){0,2}\d | \b(?:stakes?|sure)\b
    | \b(?:one[ ]hundred|100|110)[ ]?(?:per[ ]?cent|%)
    | \b(?i:we|our|us)\b
    """,
    re.VERBOSE,
)


class Options(NamedTuple):
    """`evidence`: patterns that show where a paragraph's figures come from; `least_sum` is the least sum of money.

    Articles with fewer than `least` unsourced figures are left alone, as are shares in sentences under `least_words`.
    """

    evidence: tuple[str, ...]
    least_sum: int = 1_000_000
    least: int = 1
    least_words: int = 6


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Weighs the figures that the publication states in its own voice."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        # Whether a paragraph shows where figures come from, for the article at hand.
        self._seen: dict[int, bool] = {}

    def prepare(self) -> None:
        """Make all patterns, so that what is wrong with one shows."""
        _ = self._evidence

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding an article, at the first such figure, with the others as related places."""
        figures = {(index, quantity.start): quantity for index, quantity in article.quantities}
        self._seen = {}
        found: list[tuple[Span, str]] = []
        last: tuple[int, int] | None = None
        for claim in article.claims:
            if claim.kind != "figure" or article.blocks[claim.extent.passage].kind != "paragraph":
                continue
            place = (claim.extent.passage, claim.sentence.start)
            quantity = figures[claim.extent.passage, claim.extent.start]
            if place == last or not self._is_weighty(article, claim, quantity) or self._is_sourced(article, claim):
                continue
            last = place
            block = article.blocks[claim.extent.passage]
            text = block.text[quantity.start : quantity.end]
            found.append((block.locate(quantity.start, quantity.end), text))
        if len(found) >= self.options.least:
            related = tuple(Related(span, f"“{text}”") for span, text in found[1:_SHOWN])
            more = f" ({len(found)} places)" if len(found) > 1 else ""
            yield Finding(found[0][0], {"figure": found[0][1], "more": more}, related=related)

    def _is_weighty(self, article: Article, claim: Claim, quantity: Quantity) -> bool:
        text = article.blocks[claim.extent.passage].text
        sentence = text[claim.sentence.start : claim.sentence.end]
        if len(sentence) > _LONGEST or article.is_quoted(claim.extent.passage, quantity.start, quantity.end):
            return False
        if quantity.kind in ("percent", "percentage-point"):
            return len(sentence.split()) >= self.options.least_words and _SHARE.search(sentence) is None
        if quantity.kind == "money":
            return quantity.value >= self.options.least_sum and _MOVED.search(sentence) is not None
        if quantity.kind == "plain" and quantity.unit is None:
            if quantity.value >= 3 and _TOLL.match(text, quantity.end):
                return True
            return quantity.value >= 1000 and _MOVED.search(sentence) is not None
        return False

    def _is_sourced(self, article: Article, claim: Claim) -> bool:
        block = claim.extent.passage
        near = [place for place in (block - 1, block, block + 1) if 0 <= place < len(article.blocks)]
        if any(place in article.linked_blocks for place in near[:2]):
            return True
        return any(
            self._has_evidence(article, place) or article.has_source(place, 0, len(article.blocks[place].text))
            for place in near
        )

    def _has_evidence(self, article: Article, place: int) -> bool:
        text = article.blocks[place].text
        if place not in self._seen:
            self._seen[place] = self._evidence.search(text) is not None
        return self._seen[place]

    @cached_property
    def _evidence(self) -> re.Pattern[str]:
        return pattern("|".join(f"(?:{regex})" for regex in self.options.evidence))


CHECK = CheckType("unsourced-figure", Options, build, placeholders=("figure", "more"))
