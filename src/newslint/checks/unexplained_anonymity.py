"""Flag a nameless source whose namelessness is not explained; it does not weigh the reasons that are given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.speech.passages import Extent
from newslint.patterns import pattern
from newslint.source import Span

_SHOWN = 8


class Options(NamedTuple):
    """`nouns` of sources that are nameless when nothing names them, and `reasons` (patterns) that explain it."""

    nouns: tuple[str, ...]
    reasons: tuple[str, ...]


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Looks at what nameless people tell, and for a reason in the paragraphs around it."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def prepare(self) -> None:
        """Make all patterns, so that what is wrong with one shows."""
        _ = self._reasons, self._nameless

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding an article, at the first nameless source, with the others as related places."""
        found: list[tuple[Span, str]] = []
        for attribution in article.attributions:
            if not attribution.source or attribution.source_kind not in ("anonymous", "role", "collective"):
                continue
            extent = attribution.source[0]
            block = article.blocks[extent.passage]
            text = block.text[extent.start : extent.end]
            if block.kind not in PROSE_KINDS or not self._nameless.match(text):
                continue
            is_theirs = article.is_quoted(extent.passage, extent.start, extent.end)
            is_told = article.has_source(extent.passage, *_range(attribution.cue, extent.passage))
            if is_theirs or not is_told or self._is_explained(article, extent.passage):
                continue
            span = block.locate(extent.start, extent.end)
            if not found or span != found[-1][0]:
                found.append((span, text))
        if found:
            related = tuple(Related(span, f"“{text}”") for span, text in found[1:_SHOWN])
            more = f" ({len(found)} places)" if len(found) > 1 else ""
            yield Finding(found[0][0], {"source": found[0][1], "more": more}, related=related)

    def _is_explained(self, article: Article, block: int) -> bool:
        near = range(max(0, block - 1), min(len(article.blocks), block + 2))
        return any(self._reasons.search(article.blocks[place].text) for place in near)

    @cached_property
    def _reasons(self) -> re.Pattern[str]:
        return pattern("|".join(f"(?:{reason})" for reason in self.options.reasons))

    @cached_property
    def _nameless(self) -> re.Pattern[str]:
        nouns = "|".join(re.escape(noun) for noun in self.options.nouns)
        # A definite source (“the aide”, “his aide”) was introduced before, mostly by name.
        count = r"(?!(?:the|his|her|its|their|this|that|former)\ |\S+['’]s?\ )"
        return pattern(rf"{count}(?:[A-Za-z.-]+\ ){{0,4}}?(?:{nouns})\b(?!,?\ (?-i:[A-Z]))", re.IGNORECASE)


def _range(extents: tuple[Extent, ...], block: int) -> tuple[int, int]:
    """Return the range of the first extent in a block, or an empty one."""
    return next(((extent.start, extent.end) for extent in extents if extent.passage == block), (0, 0))


CHECK = CheckType("unexplained-anonymity", Options, build, placeholders=("source", "more"))
