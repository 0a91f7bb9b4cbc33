"""Flag formal titles before names that are capitalised here and not there; it takes no side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.source import Span


class Options(NamedTuple):
    """`titles` that stand before names; each spelling must occur `minimum` times before the article is inconsistent."""

    titles: tuple[str, ...]
    minimum: int = 2


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Counts titles before names, away from the starts of sentences, where every word has a capital."""

    def __init__(self, options: Options) -> None:
        """Compile the titles into one pattern: lower or capitalised, then a space and a name."""
        self.options = options
        titles = "|".join(re.escape(title) for title in sorted(options.titles, key=len, reverse=True))
        self._pattern = pattern(rf"\b(?i:({titles}))[ ](?=[A-Z][\w’'-]+)")

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding at the first title in the rarer spelling, with places of both related."""
        places: dict[bool, list[tuple[Span, str]]] = {True: [], False: []}
        for sentence in article.sentences:
            block = article.blocks[sentence.block]
            for match in self._pattern.finditer(sentence.text):
                start, end = sentence.start + match.start(1), sentence.start + match.end(1)
                if match.start() == 0 or article.is_quoted(sentence.block, start, end):
                    continue
                is_capital = match.group(1)[0].isupper()
                places[is_capital].append((block.locate(start, end), match.group(1)))
        if min(len(places[True]), len(places[False])) < self.options.minimum:
            return
        rarer = len(places[True]) < len(places[False])
        (span, text), *others = places[rarer]
        other_span, other_text = places[not rarer][0]
        related = (
            Related(other_span, f"“{other_text}” here"),
            *(Related(place, f"“{word}”") for place, word in others),
        )
        yield Finding(span, {"title": text, "other": other_text, "count": len(places[not rarer])}, related=related)


CHECK = CheckType("title-capitals", Options, build, placeholders=("title", "other", "count"))
