"""Flag the headline where it is printed once more as a line or heading of its own; other repeats are left alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, Block
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.language.units.similarity import fold_words
from newslint.source import Span

_METADATA = ("front matter", "JSON-LD", "meta tag")
_LINES = frozenset({"heading", "paragraph"})


class Options(NamedTuple):
    """Headlines of fewer words than `least_words` are not looked for, nor more than `within` blocks below the first.

    `count_metadata` also flags a heading that repeats a title given in front matter only: for sites whose
    templates print that title themselves.
    """

    least_words: int = 3
    within: int = 12
    count_metadata: bool = False


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Reports the second occurrence once, with the first as a related place."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, at the second place where the headline stands."""
        headline = article.headline
        if headline is None:
            return
        words = fold_words(headline.text)
        if len(words) < self.options.least_words:
            return
        places = self._find_places(article, words, len(headline.text))
        firsts = [headline.span] if self._is_printed_by_template(article, places) else []
        firsts += [_span(block) for block in places]
        if len(firsts) < 2:
            return
        block = next(block for block in places if _span(block) == firsts[1])
        related = [Related(firsts[0], "the headline stands here first")]
        related += [Related(span, "and once more") for span in firsts[2:]]
        yield Finding(firsts[1], {"headline": headline.text}, related=tuple(related), fix=_fix(article, block))

    def _find_places(self, article: Article, words: tuple[str, ...], size: int) -> list[Block]:
        """Return the blocks that say the headline, the first and those close below it."""
        linked = {link.block for link in article.links if link.end - link.start >= 0.8 * size}
        places: list[tuple[int, Block]] = []
        for index, block in enumerate(article.blocks):
            if block.kind not in _LINES or block.role not in ("", "headline") or abs(len(block.text) - size) > 20:
                continue
            if index in linked or fold_words(block.text) != words:
                continue
            # A page may hold a second first-level heading that only narrow screens show.
            is_variant = article.format == "html" and not article.is_fragment and block.level == 1
            if places and (is_variant or index - places[0][0] > self.options.within):
                continue
            places.append((index, block))
        return [block for _, block in places]

    def _is_printed_by_template(self, article: Article, places: list[Block]) -> bool:
        headline = article.headline
        return self.options.count_metadata and headline is not None and headline.origin in _METADATA and bool(places)


def _span(block: Block) -> Span:
    return block.locate(0, len(block.text))


def _fix(article: Article, block: Block) -> Fix | None:
    """Remove the line and the blank lines after it; in HTML an element has more to it than its text."""
    if article.format == "html":
        return None
    text = article.source.text
    start = article.source.line_span(article.source.position(block.span.start).line).start
    end = block.span.end
    while end < len(text) and text[end].isspace():
        end += 1
    if text[start : block.span.start].strip():
        return None
    return Fix("safe", (Edit(start, end, ""),))


CHECK = CheckType("duplicate-headline", Options, build, placeholders=("headline",))
