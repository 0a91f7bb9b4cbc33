"""Checks of questions and answers: their form, and whether they say more than the body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from newslint.article import Article, Question, Sentence
from newslint.checks.shared import span_of
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.similarity import content_words, fold_words
from newslint.patterns import pattern

_ASKS = pattern(
    r"(?:and\s|but\s|so\s)?(?:who|whose|whom|what|when|where|which|why|how|is|are|was|were|do|does|did|can|could|will|would|should"
    r"|has|have|had|may|must)(?:n['’]t)?\b(?!\s+to\b)",
    re.IGNORECASE,
)


_NUMBER = pattern(r"\d+")


@check(placeholders=("question", "problem"), renamed={"least_questions": "min_questions"})
def faq_form(
    article: Article,
    scene: Scene,
    *,
    min_questions: Annotated[int, Option("how many questions it takes to judge their numbers", ge=1)] = 2,
) -> Iterator[Finding]:
    """Flag questions of a FAQ without a question mark, answer or right number, and those asked twice."""
    seen: dict[tuple[str, ...], Question] = {}
    wrong_numbers = _misnumbered(article.faq) if len(article.faq) >= min_questions else {}
    for number, question in enumerate(article.faq):
        words = fold_words(question.question)
        first = seen.setdefault(words, question)
        if not question.answer.strip():
            yield _report(question, "has no answer")
        elif first is not question and words:
            yield _report(question, "is asked twice", Related(first.question_span, "asked here first"))
        elif not question.question.rstrip().rstrip("”’\"')").endswith("?") and _is_meant(question, article.faq):
            yield _report(question, "has no question mark")
        elif number in wrong_numbers:
            yield _report(question, f"is numbered {question.ordinal} instead of {wrong_numbers[number]}")


def _misnumbered(faq: tuple[Question, ...]) -> dict[int, int]:
    """Return the first question whose number does not follow, and the number that does; all must be numbered."""
    numbers = [int(found[0]) if (found := _NUMBER.search(question.ordinal or "")) else None for question in faq]
    # Markdown renders a list that is written 1. 1. 1. as 1. 2. 3.
    if None in numbers or len(set(numbers)) == 1:
        return {}
    for place, number in enumerate(numbers):
        before = numbers[place - 1] if place else None
        if before is not None and number != before + 1:
            return {place: before + 1}
    return {}


def _is_meant(question: Question, faq: tuple[Question, ...]) -> bool:
    """Tell whether a question without a mark is one: by its first word, and because most others have the mark."""
    marks = Counter(entry.question.rstrip().endswith("?") for entry in faq)
    return bool(_ASKS.match(question.question.strip())) or (len(faq) >= 4 and marks[True] == len(faq) - 1)


def _report(question: Question, problem: str, *related: Related) -> Finding:
    return Finding(question.question_span, {"question": question.question.strip(), "problem": problem}, related=related)


@check(
    placeholders=("count",),
    renamed={"enough": "min_share", "least_words": "min_words", "least_sentences": "min_sentences"},
)
def faq_overlap(
    article: Article,
    scene: Scene,
    *,
    min_share: Annotated[
        float, Option("a sentence repeats the body if one there has this share of its content words", ge=0, le=1)
    ] = 0.6,
    min_words: Annotated[int, Option("sentences with fewer content words are not judged", ge=1)] = 5,
    min_sentences: Annotated[int, Option("how many sentences repeat the body, at least", ge=1)] = 2,
) -> Iterator[Finding]:
    """Flag a FAQ whose answers mostly repeat the body, at the sentence that is closest to it."""
    repeats = [repeat for repeat in _find_repeats(article, min_words) if repeat[0] >= min_share] if article.faq else []
    if len(repeats) < min_sentences:
        return
    nearest = max(repeats, key=lambda repeat: repeat[0])
    repeats.remove(nearest)
    _, sentence, original = nearest
    related = [Related(span_of(article, original), "the body says it here")]
    related += [Related(span_of(article, other), "so does this answer") for _, other, _ in repeats]
    yield Finding(span_of(article, sentence), {"count": len(repeats) + 1}, related=tuple(related))


def _find_repeats(article: Article, min_words: int) -> Iterator[tuple[float, Sentence, Sentence]]:
    """Yield each sentence of an answer with the nearest one of the body, after the share of words that they share."""
    answers = [index for question in article.faq for index in question.answer_blocks]
    faq = {*answers, *(index for question in article.faq for index in question.blocks)}
    body = _Index(sentence for sentence in article.sentences if sentence.block not in faq)
    for index in answers:
        for sentence in article.sentences_of.get(index, ()):
            share, original = body.find(sentence.text, min_words)
            if original is not None:
                yield share, sentence, original


class _Index:
    """The body's sentences by their content words."""

    def __init__(self, sentences: Iterator[Sentence]) -> None:
        self._sentences: list[Sentence] = []
        self._places: dict[str, list[int]] = {}
        for number, sentence in enumerate(sentences):
            self._sentences.append(sentence)
            for word in set(content_words(sentence.text)):
                self._places.setdefault(word, []).append(number)

    def find(self, text: str, least: int) -> tuple[float, Sentence | None]:
        """Return the body's sentence that shares most content words with a text, and the share of them."""
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
