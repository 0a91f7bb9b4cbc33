"""Flag what a chat assistant said to its user and left in the copy; it does not guess who wrote a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding
from newslint.patterns import pattern

_SILENT = frozenset({"code", "boilerplate"})
_Place = tuple[int, int, int]


class Options(NamedTuple):
    """What gives an assistant away.

    `phrases` are its words, `openings` patterns for the beginning of a block, `artefacts` patterns of its citation
    marks anywhere in the text, `targets` patterns in the addresses of links. Where at least `topic_hits` of `topics`
    occur, the article is about assistants: phrases and openings there are its subject and left alone.
    """

    phrases: tuple[str, ...]
    openings: tuple[str, ...] = ()
    artefacts: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    topic_hits: int = 3


def build(options: Options) -> Check:
    """Make the check of these options; raise re.error where a pattern does not compile."""
    return Check(options)


class Check:
    """Looks at phrases, block openings, citation marks and link targets, with `text` for the message."""

    def __init__(self, options: Options) -> None:
        """Compile the patterns of text; the others when they are first needed."""
        self.options = options
        self._openings = pattern("|".join(options.openings)) if options.openings else None
        self._artefacts = pattern("|".join(options.artefacts)) if options.artefacts else None
        self._targets = pattern("|".join(options.targets)) if options.targets else None

    @cached_property
    def _topics(self) -> re.Pattern[str]:
        return pattern(rf"\b(?:{'|'.join(self.options.topics)})\b")

    def prepare(self) -> None:
        """Make all patterns, so that what is wrong with one shows."""
        _ = self._topics

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each trace, in the order of the source."""
        said = [(hit.block, hit.start, hit.end) for hit in scene.hits]
        said += self._search(article, self._openings, is_opening=True)
        said = [place for place in said if self._is_ours(article, *place)]
        if said and self._is_topic(article):
            said = []
        marks = [place for place in self._search(article, self._artefacts) if self._is_ours(article, *place)]
        found = []
        end_of_last = (-1, -1)
        for index, start, end in sorted({*said, *marks}):
            if (index, start) >= end_of_last:
                block = article.blocks[index]
                found.append(Finding(block.locate(start, end), {"text": block.text[start:end]}))
                end_of_last = (index, end)
        found += self._search_links(article)
        yield from sorted(found, key=lambda finding: finding.span)

    def _search(self, article: Article, regex: re.Pattern[str] | None, *, is_opening: bool = False) -> list[_Place]:
        if regex is None:
            return []
        found = []
        for index, block in enumerate(article.blocks):
            if block.kind in _SILENT:
                continue
            if is_opening:
                match = regex.match(block.text)
                found += [(index, *match.span())] if match else []
            else:
                found += [(index, *match.span()) for match in regex.finditer(block.text)]
        return found

    def _is_ours(self, article: Article, index: int, start: int, end: int) -> bool:
        block = article.blocks[index]
        if block.kind in _SILENT or article.is_quoted(index, start, end) or article.is_code(index, start, end):
            return False
        # Words in quotation marks are mentioned, whatever the marks and however short.
        before, after = block.text[max(0, start - 2) : start], block.text[end : end + 2]
        return not (any(mark in before for mark in "“‘\"'„«") and any(mark in after for mark in "”’\"'“»…"))

    def _is_topic(self, article: Article) -> bool:
        if not self.options.topics:
            return False
        hits = 0
        for block in article.blocks:
            if block.kind not in _SILENT:
                hits += sum(1 for _ in self._topics.finditer(block.text))
                if hits >= self.options.topic_hits:
                    return True
        return False

    def _search_links(self, article: Article) -> Iterator[Finding]:
        if self._targets is None:
            return
        for link in article.links:
            match = self._targets.search(link.target) if link.target else None
            if match and link.block is not None and article.blocks[link.block].kind not in _SILENT:
                yield Finding(link.span, {"text": match.group()})


def phrases_of(options: Options) -> Iterable[str]:
    """Give the shared automaton the phrases to look for."""
    return options.phrases


CHECK = CheckType("assistant-residue", Options, build, phrases=phrases_of, placeholders=("text",))
