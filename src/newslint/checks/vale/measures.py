"""What is measured of a whole article: formulas of counts, and how hard it is to read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Annotated

from newslint.article import Article
from newslint.checks.vale.formulas import FormulaError, compute
from newslint.checks.vale.hits import PLACEHOLDERS, Hit, report, view_of
from newslint.checks.vale.options import Configured, Limit, Name
from newslint.checks.vale.reading import prepare_reading
from newslint.checks.vale.views import View
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding
from newslint.language.readability.measures import Counts, apply_formulas, count
from newslint.language.units.sentences import split_sentences

_HEADINGS = tuple(f"heading_h{level}" for level in range(1, 7))
COUNTS = (
    *_HEADINGS, "list", "blockquote", "pre", "paragraphs", "words", "sentences", "characters", "syllables",
    "complex_words", "long_words", "polysyllabic_words",
)  # fmt: skip
"""What formulas may name."""
_GRADES = {
    "Gunning Fog": "gunning_fog",
    "Coleman-Liau": "coleman_liau",
    "Flesch-Kincaid": "flesch_kincaid_grade",
    "SMOG": "smog",
    "Automated Readability": "automated_readability_index",
}


def _counts(view: View) -> Counts:
    texts = (text.text for text in view.prose)
    return count([*chain.from_iterable([text[start:end] for start, end in split_sentences(text)] for text in texts)])


def numbers_of(view: View) -> dict[str, float]:
    """Return what formulas may name: words, sentences, headings of each level and the like."""
    counts = _counts(view)
    numbers: dict[str, float] = {name: view.count("heading", name.partition("_")[2]) for name in _HEADINGS}
    numbers |= {name: view.count(name) for name in ("list", "blockquote")}
    return numbers | {
        "pre": sum(block.kind == "code" for block in view.article.blocks),
        "paragraphs": sum(text.is_plain for text in view.select(("text",)).texts),
        "words": counts.words,
        "sentences": counts.sentences,
        "characters": counts.letters,
        "syllables": counts.syllables,
        "complex_words": counts.complex_words,
        "long_words": counts.long_words,
        "polysyllabic_words": counts.polysyllables,
    }


@check(placeholders=PLACEHOLDERS, prepared={"reading": prepare_reading})
def vale_metric(
    article: Article,
    scene: Scene,
    *,
    formula: Annotated[str, Option("what is computed, of counts by name")],
    condition: Annotated[str, Option("when that is a fault, such as `> 30`")],
    name: Name = "",
    scope: Annotated[tuple[str, ...], Option("always the whole article")] = ("summary",),
    limit: Limit = 0,
    reading: Configured = None,
) -> Iterator[Finding]:
    """Flag articles whose counts come to too much or too little, as `extends: metric` of Vale does.

    The message may use `{value_1}`, what was computed.
    """
    view = view_of(article, reading)
    numbers = numbers_of(view) if view.is_on(name) else {}
    if not numbers.get("words"):
        return
    try:
        value = float(compute(formula, numbers))
        is_wrong = bool(compute(f"{value!r} {condition}", numbers))
    except FormulaError:  # a division by a count of nothing
        return
    if is_wrong:
        yield from report(view, name, limit, [Hit(None, 0, 0, (f"{value:.2f}",))])


@check(placeholders=PLACEHOLDERS, prepared={"reading": prepare_reading})
def vale_readability(
    article: Article,
    scene: Scene,
    *,
    metrics: Annotated[tuple[str, ...], Option("whose average counts, by their names in Vale")],
    grade: Annotated[float, Option("the highest grade that is no fault")],
    name: Name = "",
    scope: Annotated[tuple[str, ...], Option("always the whole article")] = ("summary",),
    limit: Limit = 0,
    reading: Configured = None,
) -> Iterator[Finding]:
    """Flag articles that are too hard to read, as `extends: readability` of Vale does.

    The message may use `{value_1}`, the grade.
    """
    view = view_of(article, reading)
    counts = _counts(view) if view.is_on(name) else None
    if counts is None or not counts.words:
        return
    figures = apply_formulas(counts)
    values = [getattr(figures, _GRADES[each]) or 0.0 for each in metrics if each in _GRADES]
    average = sum(values) / len(values) if values else 0.0
    if average > grade:
        yield from report(view, name, limit, [Hit(None, 0, 0, (f"{average:.2f}",))])
