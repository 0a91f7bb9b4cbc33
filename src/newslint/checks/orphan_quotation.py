"""Flag quotations whose own paragraph names no speaker; it leaves titles, terms and block quotations alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.diagnostics import Finding
from newslint.language.attributions import find_orphans
from newslint.rules.rule import CheckType, Scene


class Options(NamedTuple):
    """Quotations of at least `min_words` words are looked at."""

    min_words: int = 4


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Asks the attribution analysis which quotations stand alone."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield each orphan; of grade `carried` where a speaker carries over from the paragraph before."""
        orphans = find_orphans(article.passages, article.quotations, article.attributions, self.options.min_words)
        for index, is_carried in orphans:
            quotation = article.quotations[index]
            extent = quotation.extent
            block = article.blocks[extent.passage]
            if block.kind not in PROSE_KINDS:
                continue
            words = " ".join(block.text[quotation.inner.start : quotation.inner.end].split()[:6])
            yield Finding(
                block.locate(extent.start, extent.end), {"words": words}, "carried" if is_carried else "default"
            )


CHECK = CheckType("orphan-quotation", Options, build, grades=("carried",))
