"""Flag verbs of attribution that judge those who speak; it does not know whether the judgement is fair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.source import Span

_SHOWN = 8
# What stands before a verb's form only where it is a noun: “Roe's claims”, “of the rants”.
_NOUN = pattern(r"(?:['’]s?|\b(?:the|his|her|its|their|these|those|of|any|such|no|in|about|fraud|false))[ ]$")


class Options(NamedTuple):
    """`verbs`: the forms to flag; `unless`: patterns of what may follow the verb where it is exact.

    A verb of `mild` is reported only where an article uses verbs of the two lists at least `least` times.
    """

    verbs: tuple[str, ...]
    mild: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    least: int = 3


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


_ANY_WORD = pattern(r"\w+")


class Check:
    """Reads the cues of the article's attributions."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        self._verbs = frozenset(options.verbs)
        self._mild = frozenset(options.mild)

    def prepare(self) -> None:
        """Make all patterns, so that what is wrong with one shows."""
        _ = self._unless

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding an article, at the first such verb, with the others as related places."""
        strong: list[tuple[Span, str]] = []
        mild: list[tuple[Span, str]] = []
        seen = set()
        for attribution in article.attributions:
            if not attribution.source or not attribution.cue:
                continue
            extent = attribution.cue[-1]
            block = article.blocks[extent.passage]
            if block.kind not in PROSE_KINDS or extent in seen:
                continue
            seen.add(extent)
            for word in _ANY_WORD.finditer(block.text[extent.start : extent.end]):
                verb = word.group().lower()
                if verb not in self._verbs and verb not in self._mild:
                    continue
                start, end = extent.start + word.start(), extent.start + word.end()
                if _NOUN.search(block.text, max(0, start - 20), start):
                    break
                is_theirs = article.is_quoted(extent.passage, start, end)
                if not is_theirs and not self._unless.match(block.text, end):
                    (strong if verb in self._verbs else mild).append((block.locate(start, end), word.group()))
                break
        found = strong + mild if len(strong) + len(mild) >= self.options.least else strong
        if found:
            found.sort()
            related = tuple(Related(span, f"“{text}”") for span, text in found[1:_SHOWN])
            more = f" ({len(found)} places)" if len(found) > 1 else ""
            yield Finding(found[0][0], {"verb": found[0][1], "more": more}, related=related)

    @cached_property
    def _unless(self) -> re.Pattern[str]:
        return pattern("|".join(f"(?:{regex})" for regex in self.options.unless) or r"(?!)")


CHECK = CheckType("attribution-verb", Options, build, placeholders=("verb", "more"))
