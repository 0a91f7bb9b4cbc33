"""Flag quotations that were changed in several places; it does not know what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding
from newslint.patterns import pattern

_CHANGE = pattern(r"\[(?!sic\]|\d)[^\]\n]{0,80}\]|…|\.[ ]?\.[ ]?\.")


class Options(NamedTuple):
    """Quotations with at least `least` insertions and omissions, and one for every `words` words or fewer."""

    least: int = 3
    words: int = 15


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Counts brackets and ellipses within quotations."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each quotation that was changed so often."""
        for quotation in article.quotations:
            block = article.blocks[quotation.inner.passage]
            if block.kind not in PROSE_KINDS:
                continue
            changes = len(_CHANGE.findall(block.text, quotation.inner.start, quotation.inner.end))
            if changes >= self.options.least and quotation.words <= changes * self.options.words:
                span = block.locate(quotation.inner.start, quotation.inner.end)
                yield Finding(span, {"changes": changes})


CHECK = CheckType("altered-quotation", Options, build, placeholders=("changes",))
