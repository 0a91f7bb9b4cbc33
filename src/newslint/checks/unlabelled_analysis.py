"""Flag interpretation in a piece that does not say it interprets: by its headings, or by how much of it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, PhraseHit, Scene
from newslint.diagnostics import Finding, Related
from newslint.patterns import pattern
from newslint.source import Span

_SHOWN = 8
_TO_THE_READER = pattern(r"\b(?:you|your|in practice)\b")


class Options(NamedTuple):
    """`headings` begin an analysis; `labels` declare one; `phrases` interpret; a `share` of the sentences may."""

    headings: tuple[str, ...]
    labels: tuple[str, ...]
    phrases: tuple[str, ...]
    share: float = 0.2
    min_sentences: int = 6


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


_LEAD_END = pattern(r"[:|–—]")


class Check:
    """Looks at labels first, then at headings, then at the share of interpreting sentences."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options
        self._headings = tuple(_plain(heading) for heading in options.headings)
        self._labels = frozenset(_plain(label) for label in options.labels)

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield one finding: at the first heading that announces an analysis, or at the first interpreting sentence."""
        # A text with blocks of code is a manual rather than a report.
        if self._is_labelled(article) or any(block.kind == "code" for block in article.blocks):
            return
        headings = [block for block in article.blocks if block.kind == "heading" and self._announces(block.text)]
        sentences = _interpreting(article, scene.hits)
        if headings:
            first, *others = headings
            related = tuple(Related(block.span, f"“{block.text}”") for block in others)
            related += tuple(Related(span, "interprets") for span in sentences[: _SHOWN - len(others)])
            yield Finding(first.locate(0, len(first.text)), {"what": f"“{first.text.strip()}”"}, related=related)
        elif len(sentences) >= self.options.min_sentences and len(sentences) >= self.options.share * len(
            article.sentences
        ):
            what = f"{len(sentences)} of {len(article.sentences)} sentences interpret, and nobody is named for it"
            related = tuple(Related(span, "interprets") for span in sentences[1:_SHOWN])
            yield Finding(sentences[0], {"what": what}, related=related)

    def _is_labelled(self, article: Article) -> bool:
        texts = [element.value or element.text for element in article.find_all("label")]
        headline = article.headline
        if headline:
            texts.append(_LEAD_END.split(headline.text)[0])
        return any(_plain(text) in self._labels for text in texts)

    def _announces(self, text: str) -> bool:
        plain = _plain(text)
        # “What this means for you” serves the reader with advice rather than with a view.
        return plain.startswith(self._headings) and not _TO_THE_READER.search(plain)


def _interpreting(article: Article, hits: Iterable[PhraseHit]) -> list[Span]:
    """Return the spans of the phrases that interpret in the publication's own voice, one a sentence."""
    found: dict[tuple[int, int], Span] = {}
    for hit in hits:
        if article.is_quoted(hit.block, hit.start, hit.end) or article.is_attributed(hit.block, hit.start, hit.end):
            continue
        for sentence in article.sentences_of.get(hit.block, ()):
            if sentence.start <= hit.start < sentence.end:
                span = article.blocks[hit.block].locate(hit.start, hit.end)
                found.setdefault((hit.block, sentence.start), span)
    return list(found.values())


_NOT_PLAIN = pattern(r"[^\w ]+")


def _plain(text: str) -> str:
    return _NOT_PLAIN.sub("", text.replace("’", "'")).strip().lower()


def phrases_of(options: Options) -> Iterable[str]:
    """Give the shared automaton the interpreting phrases."""
    return options.phrases


CHECK = CheckType("unlabelled-analysis", Options, build, phrases=phrases_of, placeholders=("what",))
