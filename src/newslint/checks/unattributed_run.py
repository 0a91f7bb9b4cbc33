"""Flag a run of paragraphs that claim things and name no source; a word on the label of an analysis excuses it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, Block
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related

_SHOWN = 8


class Options(NamedTuple):
    """Runs of `run` paragraphs without a source are flagged where `claims` of them claim something.

    Paragraphs under `least_words` end no run and count for none; the first `lead` are left alone.
    """

    run: int = 3
    claims: int = 2
    least_words: int = 20
    lead: int = 2


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Walks the paragraphs and counts those in which nobody but the publication speaks."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding an article, at the first paragraph of its longest run."""
        if article.find("label") is not None:
            return
        claiming = {claim.sentence.passage for claim in article.claims}
        quoted = {quotation.extent.passage for quotation in article.quotations if quotation.role == "speech"}
        runs: list[list[int]] = [[]]
        seen = 0
        for index, block in enumerate(article.blocks):
            if block.kind == "boilerplate" or block.role in ("summary", "dek", "headline"):
                continue
            if block.kind != "paragraph" or block.role:
                runs.append([])
                continue
            if len(block.text.split()) < self.options.least_words:
                continue
            seen += 1
            if seen <= self.options.lead or self._is_sourced(article, index, block, quoted):
                runs.append([])
            else:
                runs[-1].append(index)
        best = max(runs, key=len)
        if len(best) >= self.options.run and len(claiming & set(best)) >= self.options.claims:
            spans = [article.first_sentence_span(article.blocks[index]) for index in best]
            related = tuple(Related(span, "no source either") for span in spans[1:_SHOWN])
            yield Finding(spans[0], {"count": len(best)}, related=related)

    @staticmethod
    def _is_sourced(article: Article, index: int, block: Block, quoted: set[int]) -> bool:
        return (
            index in quoted
            or index in article.linked_blocks
            or article.has_source(index, 0, len(block.text))
            or any(attribution.source for attribution in article.attributions_of.get(index, ()))
        )


CHECK = CheckType("unattributed-run", Options, build, placeholders=("count",))
