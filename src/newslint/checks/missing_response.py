"""Flag an accusation against somebody named who is not heard; it does not judge what is said to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, PhraseHit, Scene
from newslint.diagnostics import Finding
from newslint.patterns import pattern

_LONGEST = 1000  # code points of a headline


class Options(NamedTuple):
    """`triggers` of accusations, `patterns` with a group `accused`, and `responses` (patterns) that answer one.

    Only what the first `lead` paragraphs say is judged, or what is said of somebody whom the headline names.
    """

    triggers: tuple[str, ...]
    patterns: tuple[str, ...]
    responses: tuple[str, ...]
    lead: int = 4


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


_CAPITALISED = pattern(r"[A-Z]\w+")


class Check:
    """Looks for a response anywhere in the article, and for the accused among its sources."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def prepare(self) -> None:
        """Make all patterns, so that what is wrong with one shows."""
        _ = self._patterns, self._responses

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding an article, at the first accused who is not heard."""
        if not scene.hits or any(self._responses.search(passage.text) for passage in article.passages):
            return
        voices = _voices(article)
        lead = {index for index, _ in islice(article.prose_blocks(), self.options.lead)}
        headline = article.headline.text[:_LONGEST] if article.headline else ""
        for hit in scene.hits:
            for start, end in self._accused(article, hit):
                text = article.blocks[hit.block].text[start:end]
                names = _CAPITALISED.findall(text)
                is_central = hit.block in lead or any(name in headline for name in names)
                if is_central and not {name.lower() for name in names} & voices:
                    yield Finding(article.blocks[hit.block].locate(start, end), {"accused": text})
                    return

    def _accused(self, article: Article, hit: PhraseHit) -> Iterator[tuple[int, int]]:
        block = article.blocks[hit.block]
        if block.kind not in PROSE_KINDS or article.is_quoted(hit.block, hit.start, hit.end):
            return
        begin, stop = max(0, hit.start - 80), min(len(block.text), hit.end + 80)
        for regex in self._patterns:
            for match in regex.finditer(block.text, begin, stop):
                if match.start() <= hit.start < match.end():
                    yield match.span("accused")

    @cached_property
    def _patterns(self) -> list[re.Pattern[str]]:
        return [pattern(regex) for regex in self.options.patterns]

    @cached_property
    def _responses(self) -> re.Pattern[str]:
        return pattern("|".join(f"(?:{regex})" for regex in self.options.responses))


def _voices(article: Article) -> set[str]:
    """Return the capitalised words of all sources, in lower case, and of the names that pronouns stand for."""
    voices: set[str] = set()
    for attribution in article.attributions:
        texts = [article.blocks[extent.passage].text[extent.start : extent.end] for extent in attribution.source]
        for text in [*texts, attribution.resolved or ""]:
            voices.update(word.lower() for word in _CAPITALISED.findall(text))
    return voices


def phrases_of(options: Options) -> Iterable[str]:
    """Give the shared automaton the words of accusation."""
    return options.triggers


CHECK = CheckType("missing-response", Options, build, phrases=phrases_of, placeholders=("accused",))
