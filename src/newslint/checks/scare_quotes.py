"""Flag a word or two in quotation marks that nobody is said to have used; it knows no contested terms."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.source import Span

_SHOWN = 8
_REACH = 120
# Words that name the term instead of using it: “the so-called …”, “a method dubbed …”.
_NAMED = pattern(
    r"\b(?:so-called|called|known as|termed|dubbed|nicknamed|named|titled|labell?ed|described|describes|referred to"
    r"|refers to|calls?|words?|phrase|term|meaning|means|stands for|the (?:song|film|book|show)|coined)\b[^.;]{0,60}$"
)


class Options(NamedTuple):
    """Quotations of at most `most_words` words in lower case are looked at."""

    most_words: int = 2


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Looks for a source in the sentence of each such quotation, and for other uses of the same words."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding an article, at the first such quotation, with the others as related places."""
        short = [quotation for quotation in article.quotations if quotation.words <= self.options.most_words]
        texts = {
            id(quotation): article.blocks[quotation.inner.passage].text[quotation.inner.start : quotation.inner.end]
            for quotation in short
        }
        uses = Counter(text.lower().strip(" .,") for text in texts.values())
        found: list[tuple[Span, str]] = []
        sourced: dict[int, set[int]] = {}
        for quotation in short:
            extent, text = quotation.extent, texts[id(quotation)]
            block = article.blocks[extent.passage]
            if block.kind not in PROSE_KINDS or not text[:1].islower() or uses[text.lower().strip(" .,")] > 1:
                continue
            if extent.passage not in sourced:
                sourced[extent.passage] = _sourced(article, extent.passage)
            start = _sentence_at(article, extent.passage, extent.start)
            before = max(start, extent.start - _REACH)
            if start not in sourced[extent.passage] and not _NAMED.search(block.text, before, extent.start):
                found.append((block.locate(extent.start, extent.end), text))
        if found:
            related = tuple(Related(span, f"“{text}”") for span, text in found[1:_SHOWN])
            more = f" ({len(found)} places)" if len(found) > 1 else ""
            yield Finding(found[0][0], {"text": found[0][1], "more": more}, related=related)


def _sentence_at(article: Article, block: int, place: int) -> int:
    """Return where the sentence begins that holds a place of a block's text."""
    sentences = article.sentences_of.get(block, ())
    at = bisect_right(sentences, place, key=lambda sentence: sentence.start) - 1
    return sentences[at].start if at >= 0 else 0


def _sourced(article: Article, block: int) -> set[int]:
    """Return the beginnings of a block's sentences in which some source speaks, thinks or does."""
    return {
        _sentence_at(article, block, place)
        for attribution in article.attributions_of.get(block, ())
        for part in (*attribution.content, *attribution.cue)
        for place in (part.start, part.end - 1)
    }


CHECK = CheckType("scare-quotes", Options, build, placeholders=("text", "more"))
