"""Flag a word or two in quotation marks that nobody is said to have used; it knows no contested terms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.diagnostics import Finding, Related
from newslint.rules.rule import CheckType, Scene
from newslint.source import Span

_SHOWN = 8
# Words that name the term instead of using it: “the so-called …”, “a method dubbed …”.
_NAMED = re.compile(
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
        for quotation in short:
            extent, text = quotation.extent, texts[id(quotation)]
            block = article.blocks[extent.passage]
            if block.kind not in PROSE_KINDS or not text[:1].islower() or uses[text.lower().strip(" .,")] > 1:
                continue
            sentence = next(
                (s for s in article.sentences_of.get(extent.passage, ()) if s.start <= extent.start < s.end), None
            )
            start = sentence.start if sentence else 0
            end = sentence.end if sentence else len(block.text)
            is_sourced = any(
                part.start < end and start < part.end
                for attribution in article.attributions_of.get(extent.passage, ())
                for part in (*attribution.content, *attribution.cue)
            )
            if not is_sourced and not _NAMED.search(block.text, start, extent.start):
                found.append((block.locate(extent.start, extent.end), text))
        if found:
            related = tuple(Related(span, f"“{text}”") for span, text in found[1:_SHOWN])
            more = f" ({len(found)} places)" if len(found) > 1 else ""
            yield Finding(found[0][0], {"text": found[0][1], "more": more}, related=related)


CHECK = CheckType("scare-quotes", Options, build)
