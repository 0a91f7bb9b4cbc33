"""Flag the headline where it is printed once more as a line or heading of its own; other repeats are left alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.article import Article, Block
from newslint.diagnostics import Edit, Finding, Fix, Related
from newslint.language.likeness import fold_words
from newslint.rules.rule import CheckType, Scene
from newslint.source import Span

_METADATA = ("front matter", "JSON-LD", "meta tag")
_LINES = frozenset({"heading", "paragraph"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Headlines of fewer words than `least_words` are not looked for.

    `count_metadata` also flags a heading that repeats a title given in front matter only: for sites whose
    templates print that title themselves.
    """

    least_words: int = 3
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
        places = [
            block
            for block in article.blocks
            if block.kind in _LINES
            and abs(len(block.text) - len(headline.text)) <= 20
            and fold_words(block.text) == words
        ]
        firsts = [headline.span] if self._is_printed_by_template(article, places) else []
        firsts += [_span(block) for block in places]
        if len(firsts) < 2:
            return
        block = next(block for block in places if _span(block) == firsts[1])
        related = [Related(firsts[0], "the headline stands here first")]
        related += [Related(span, "and once more") for span in firsts[2:]]
        yield Finding(firsts[1], {"headline": headline.text}, related=tuple(related), fix=_fix(article, block))

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


CHECK = CheckType("duplicate-headline", Options, build)
