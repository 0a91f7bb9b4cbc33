"""Flag a FAQ whose answers mostly repeat the body; it does not judge a single sentence that does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, Block, Sentence
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.units.similarity import content_words
from newslint.source import Span


class Options(NamedTuple):
    """An answer's sentence repeats the body when a share of `enough` of its telling words stands in one sentence there.

    Sentences of fewer than `least_words` telling words are not judged. The FAQ is flagged when at least
    `least_sentences` of its sentences repeat the body.
    """

    enough: float = 0.6
    least_words: int = 5
    least_sentences: int = 2


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Compares each sentence of each answer with every sentence of the body that shares words with it."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, at the sentence that is closest to the body, with the others as related places."""
        faq = {index for question in article.faq for index in (*question.blocks, *question.answer_blocks)}
        if not faq:
            return
        body = _Index(sentence for sentence in article.sentences if sentence.block not in faq)
        repeats: list[tuple[float, Sentence, Sentence]] = []
        for question in article.faq:
            for index in question.answer_blocks:
                for sentence in article.sentences_of.get(index, ()):
                    share, original = body.find(sentence.text, self.options.least_words)
                    if original is not None and share >= self.options.enough:
                        repeats.append((share, sentence, original))
        if len(repeats) < self.options.least_sentences:
            return
        closest = max(repeats, key=lambda repeat: repeat[0])
        _, sentence, original = closest
        related = [Related(_span(article.blocks, original), "the body says it here")]
        related += [
            Related(_span(article.blocks, other), "so does this answer")
            for _, other, _ in repeats
            if other is not sentence
        ]
        yield Finding(_span(article.blocks, sentence), {"count": len(repeats)}, related=tuple(related))


def _span(blocks: tuple[Block, ...], sentence: Sentence) -> Span:
    return blocks[sentence.block].locate(sentence.start, sentence.end)


class _Index:
    """The body's sentences by their telling words."""

    def __init__(self, sentences: Iterator[Sentence]) -> None:
        self._sentences: list[Sentence] = []
        self._places: dict[str, list[int]] = {}
        for number, sentence in enumerate(sentences):
            self._sentences.append(sentence)
            for word in set(content_words(sentence.text)):
                self._places.setdefault(word, []).append(number)

    def find(self, text: str, least: int) -> tuple[float, Sentence | None]:
        """Return the body's sentence that shares most telling words with a text, and the share of them."""
        words = set(content_words(text))
        if len(words) < least:
            return 0.0, None
        counts: dict[int, int] = {}
        for word in words:
            places = self._places.get(word, [])
            # A word of very many sentences tells nothing, and counting it would cost more than linear time.
            for number in places[:200]:
                counts[number] = counts.get(number, 0) + 1
        if not counts:
            return 0.0, None
        best = min(counts, key=lambda number: (-counts[number], number))
        return counts[best] / len(words), self._sentences[best]


CHECK = CheckType("faq-overlap", Options, build, placeholders=("count",))
