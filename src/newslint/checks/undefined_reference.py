"""Flag a document that is referred to as somebody's (“his post”) before the article has told of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, PhraseHit, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.source import Span

_SHOWN = 8
_OWNER = pattern(r"\b(?:[Ii]n|[Bb]y|as|with)[ ](?P<flag>(?:his|her|their|its)[ ](?:[\w-]+[ ]){0,3})$")


class Options(NamedTuple):
    """`documents`: nouns, each with the beginnings of words that introduce it, as in `post: post, tweet, wrote on`."""

    documents: dict[str, tuple[str, ...]]


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Looks back from each such reference to whatever was said of the document before."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding an article, at the first such reference, with the others as related places."""
        starts: dict[str, tuple[int, int]] = {}
        for phrase in {hit.phrase for hit in scene.hits}:
            starts[phrase] = self._introduction(article, phrase)
        found = [place for hit in scene.hits for place in self._judge(article, hit, starts[hit.phrase])]
        if found:
            related = tuple(Related(span, f"“{text}”") for span, text in found[1:_SHOWN])
            more = f" ({len(found)} places)" if len(found) > 1 else ""
            yield Finding(found[0][0], {"text": found[0][1], "more": more}, related=related)

    def _introduction(self, article: Article, phrase: str) -> tuple[int, int]:
        """Return the block and place where the first word about a document stands, or a place past the end."""
        signs = self.options.documents.get(phrase, (phrase,))
        regex = pattern(r"\b(?:" + "|".join(re.escape(sign) for sign in signs) + ")", re.IGNORECASE)
        for index, block in enumerate(article.blocks):
            match = regex.search(block.text) if block.kind != "boilerplate" else None
            if match:
                return index, match.start()
        return len(article.blocks), 0

    def _judge(self, article: Article, hit: PhraseHit, introduced: tuple[int, int]) -> Iterator[tuple[Span, str]]:
        block = article.blocks[hit.block]
        if block.kind not in PROSE_KINDS or article.is_quoted(hit.block, hit.start, hit.end):
            return
        owner = _OWNER.search(block.text, max(0, hit.start - 60), hit.start)
        if owner is None or hit.block in article.linked_blocks or block.text[hit.end : hit.end + 1] == "-":
            return
        start = owner.start("flag")
        if introduced >= (hit.block, start):
            yield block.locate(start, hit.end), block.text[start : hit.end]


def phrases_of(options: Options) -> Iterable[str]:
    """Give the shared automaton the nouns."""
    return options.documents


CHECK = CheckType("undefined-reference", Options, build, phrases=phrases_of, placeholders=("text", "more"))
