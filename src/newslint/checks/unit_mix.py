"""Flag the same kind of measure in several units in one article, unless one is given as the other's conversion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.source import Span

_NUMBER = (
    r"(?:\d[\d,.]{0,30}|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?:[ ](?:million|billion|thousand|hundred|m|bn))?"
)


class Options(NamedTuple):
    """`families` of units: in each, a unit's name maps to the words that stand for it."""

    families: dict[str, dict[str, tuple[str, ...]]]


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Looks for figures with units, family by family."""

    def __init__(self, options: Options) -> None:
        """Compile one pattern for each family; the longest words first, so that “metric tons” is not “tons”."""
        self._families = []
        for units in options.families.values():
            names = {word: unit for unit, words in units.items() for word in words}
            words = "|".join(re.escape(word) for word in sorted(names, key=len, reverse=True))
            self._families.append((names, pattern(rf"\b{_NUMBER}[ -]({words})\b")))

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield the first figure in a second unit, with the first unit's figure related."""
        for names, regex in self._families:
            # Most articles have no such unit: a look at each paragraph spares one at each sentence.
            blocks = {
                index
                for index, block in article.prose_blocks()
                if any(word in block.text for word in names) and regex.search(block.text)
            }
            places = []
            for sentence in article.sentences if blocks else ():
                if sentence.block not in blocks:
                    continue
                places += _places(article, sentence.block, sentence.start, sentence.text, names, regex)
            units = {unit for unit, _, _ in places}
            if len(units) < 2:
                continue
            first = places[0]
            other = next(place for place in places if place[0] != first[0])
            yield Finding(
                other[1], {"unit": other[2], "other": first[2]}, related=(Related(first[1], f"“{first[2]}” here"),)
            )


def _places(
    article: Article, block: int, start: int, text: str, names: dict[str, str], regex: re.Pattern[str]
) -> list[tuple[str, Span, str]]:
    """Return unit, span and words of each figure of a sentence; none where one converts the other."""
    matches = list(regex.finditer(text))
    if "(" in text and len({names[match.group(1)] for match in matches}) > 1:
        return []
    return [
        (
            names[match.group(1)],
            article.blocks[block].locate(start + match.start(), start + match.end()),
            match.group(),
        )
        for match in matches
        if not article.is_quoted(block, start + match.start(), start + match.end())
    ]


CHECK = CheckType("unit-mix", Options, build, placeholders=("unit", "other"))
