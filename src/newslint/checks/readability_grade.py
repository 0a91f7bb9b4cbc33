"""Compare an article's readability with a limit; it names the paragraphs that weigh most."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newslint.article import Article
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.units.words import count_words

if TYPE_CHECKING:
    from newslint.language.readability.measures import Backend


class Options(NamedTuple):
    """The highest Flesch-Kincaid grade allowed, the words an article needs to be judged, the paragraphs to name."""

    max_grade: float = 12.0
    min_words: int = 150
    paragraphs: int = 3
    paragraph_words: int = 30


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


class Check:
    """Measures the body's prose once."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield at most one finding, at the heaviest paragraph's first sentence."""
        if article.word_count < self.options.min_words:
            return
        whole = article.readability(scene.readability_backend)
        if whole.flesch_kincaid_grade <= self.options.max_grade:
            return
        first = next(block for _, block in article.prose_blocks())
        related = tuple(self._heaviest(article, scene.readability_backend))
        values = {
            "grade": f"{whole.flesch_kincaid_grade:.1f}",
            "ease": f"{whole.flesch_reading_ease:.0f}",
            "limit": f"{self.options.max_grade:g}",
        }
        yield Finding(article.first_sentence_span(first), values, related=related)

    def _heaviest(self, article: Article, backend: Backend) -> Iterator[Related]:
        from newslint.language.readability.measures import measure

        measured = []
        for index, block in article.prose_blocks():
            sentences = [sentence.text for sentence in article.sentences_of.get(index, ())]
            if sentences and count_words(block.text) >= self.options.paragraph_words:
                grade = measure(sentences, backend=backend).flesch_kincaid_grade
                if grade > self.options.max_grade:
                    measured.append((grade, index))
        for grade, index in sorted(measured, key=lambda item: (-item[0], item[1]))[: self.options.paragraphs]:
            yield Related(article.first_sentence_span(article.blocks[index]), f"this paragraph: grade {grade:.1f}")


CHECK = CheckType("readability-grade", Options, build, placeholders=("grade", "ease", "limit"))
