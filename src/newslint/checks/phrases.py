"""Flag phrases of a list; quotations and attributed words may be left to those who spoke them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, PhraseHit, Scene
from newslint.diagnostics import Finding


class Options(NamedTuple):
    """`phrases` to flag; `skip` names what to leave alone: quoted, attributed; `limit` caps the findings (0: none)."""

    phrases: tuple[str, ...]
    skip: tuple[str, ...] = ("quoted",)
    headings: bool = False
    limit: int = 0


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Flags each hit of its phrases that is not excused."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each phrase, with `phrase` for the message."""
        hits = [hit for hit in scene.hits if self._counts(article, hit)]
        for hit in hits[: self.options.limit or None]:
            block = article.blocks[hit.block]
            yield Finding(block.locate(hit.start, hit.end), {"phrase": block.text[hit.start : hit.end]})

    def _counts(self, article: Article, hit: PhraseHit) -> bool:
        kind = article.blocks[hit.block].kind
        if kind not in PROSE_KINDS and not (self.options.headings and kind == "heading"):
            return False
        if "quoted" in self.options.skip and article.is_quoted(hit.block, hit.start, hit.end):
            return False
        return not ("attributed" in self.options.skip and article.is_attributed(hit.block, hit.start, hit.end))


def phrases_of(options: Options) -> Iterable[str]:
    """Give the shared automaton the phrases to look for."""
    return options.phrases


CHECK = CheckType("phrases", Options, build, phrases=phrases_of, placeholders=("phrase",))
