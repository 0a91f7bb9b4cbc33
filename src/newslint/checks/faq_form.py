"""Flag questions of a FAQ without mark, answer or right number, and those asked twice; not what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from newslint.article import Article, Question
from newslint.contract import CheckType, Scene
from newslint.diagnostics import Finding, Related
from newslint.language.units.similarity import fold_words
from newslint.patterns import pattern

_ASKS = pattern(
    r"(?:and\s|but\s|so\s)?(?:who|whose|whom|what|when|where|which|why|how|is|are|was|were|do|does|did|can|could|will|would|should"
    r"|has|have|had|may|must)(?:n['’]t)?\b(?!\s+to\b)",
    re.IGNORECASE,
)


class Options(NamedTuple):
    """A FAQ needs `least_questions` before its numbers are judged."""

    least_questions: int = 2


def build(options: Options) -> Check:
    """Make the check of these options."""
    return Check(options)


_NUMBER = pattern(r"\d+")


class Check:
    """Flags each malformed question once, with `problem` for the message."""

    def __init__(self, options: Options) -> None:
        """Keep the options."""
        self.options = options

    def __call__(self, article: Article, scene: Scene) -> Iterator[Finding]:
        """Yield a finding for each question that is malformed."""
        seen: dict[tuple[str, ...], Question] = {}
        wrong_numbers = self._misnumbered(article.faq)
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
                yield _report(question, f"is numbered {question.ordinal} where {wrong_numbers[number]} should stand")

    def _misnumbered(self, faq: tuple[Question, ...]) -> dict[int, int]:
        """Return the first question whose number does not follow, and the number that does; all must be numbered."""
        numbers = [int(found[0]) if (found := _NUMBER.search(question.ordinal or "")) else None for question in faq]
        if len(faq) < self.options.least_questions or None in numbers:
            return {}
        # Markdown renders a list that is written 1. 1. 1. as 1. 2. 3.
        if len(set(numbers)) == 1:
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


CHECK = CheckType("faq-form", Options, build, placeholders=("question", "problem"))
