"""Flag a long report in which one voice only is heard; it does not judge whether one is enough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import PROSE_KINDS, Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding
from newslint.language.speech.claims import is_telling
from newslint.patterns import pattern

_NAME = pattern(r"[A-Z][\w’'-]+")


class Options(NamedTuple):
    """Articles of at least `least_words` words in which one source tells something at least `least` times."""

    least_words: int = 350
    least: int = 4


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Counts the sources that tell something."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding an article, at the source's first words."""
        if article.word_count < self.options.least_words or article.linked_blocks:
            return
        voices: set[str] = set()
        first, count = None, 0
        for attribution in article.attributions:
            if not attribution.source or article.blocks[attribution.source[0].passage].kind not in PROSE_KINDS:
                continue
            cue = " ".join(article.blocks[part.passage].text[part.start : part.end] for part in attribution.cue)
            if attribution.quotation is None and not is_telling(cue, article.lexicon):
                continue
            extent = attribution.source[0]
            text = _core(article.blocks[extent.passage].text[extent.start : extent.end])
            count += 1
            if attribution.source_kind == "pronoun":
                continue
            names = _NAME.findall(text)
            voices.add((names[-1] if names else text).lower().removesuffix("’s").removesuffix("'s"))
            if len(voices) > 1:
                return
            first = first or extent
        if first is not None and count >= self.options.least:
            block = article.blocks[first.passage]
            source = block.text[first.start : first.end].partition(",")[0]
            yield Finding(block.locate(first.start, first.start + len(source)), {"source": source, "count": count})


_ARTICLE = pattern(r"^(?:[Tt]he|[Aa]n?) ")


def _core(text: str) -> str:
    """Return a source without its article and without what stands after a comma."""
    return _ARTICLE.sub("", text.partition(",")[0])


CHECK = CheckType("single-source", Options, build, placeholders=("source", "count"))
