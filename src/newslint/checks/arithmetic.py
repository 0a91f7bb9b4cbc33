"""Checks of what sentences say of their figures: changes, points, falls."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.contract import Scene, check
from newslint.diagnostics import Finding
from newslint.language.numbers.changes import Change, Hidden, find_hidden
from newslint.language.numbers.falls import find_falls
from newslint.language.numbers.quantities import Quantity
from newslint.language.numbers.sums import Verdict, judge_change, show, tell_change


@check(placeholders=("stated", "before", "after", "sum"))
def wrong_change(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a change that does not fit the two values that its sentence gives; quotations are left alone.

    The message may use `{stated}`, the change; `{before}` and `{after}`, the values; and `{sum}`, what they make.
    """
    for index, change, verdict in _changes(article):
        if verdict in ("wrong", "direction"):
            yield Finding(article.blocks[index].locate(change.start, change.end), _values(article, index, change))


@check(
    placeholders=("stated", "before", "after", "points", "sum"),
    messages={
        "hidden": "“{stated}” of a rate that is {after} would not show: say percentage points if they are meant."
    },
)
def percent_for_points(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag the difference of two percentages that is called per cent; quotations are left alone.

    The message may use `{stated}`, `{before}` and `{after}`; `{points}`, the difference in points; and `{sum}`, the
    change in per cent.
    """
    for index, change, verdict in _changes(article):
        if verdict == "points":
            points = show(abs(change.after.value - change.before.value))
            values = {**_values(article, index, change), "points": points}
            yield Finding(article.blocks[index].locate(change.start, change.end), values)
    for index, sentence in article.figured:
        for hidden in find_hidden(sentence):
            if not article.is_quoted(index, hidden.start, hidden.end):
                yield _tell_hidden(article, index, hidden)


def _tell_hidden(article: Article, index: int, hidden: Hidden) -> Finding:
    block, level = article.blocks[index], hidden.level.quantity
    stated, after = block.text[hidden.start : hidden.end], block.text[level.start : level.end]
    values = {"stated": stated, "before": "", "after": after, "points": show(hidden.change.value), "sum": ""}
    return Finding(block.locate(hidden.start, hidden.end), values, message="hidden")


def _changes(article: Article) -> Iterator[tuple[int, Change, Verdict]]:
    """Yield the changes that an article states in its own words, each with its block's index and what it is."""
    for index, change in article.changes:
        verdict = judge_change(change)
        if verdict != "fits" and not article.is_quoted(index, change.start, change.end):
            yield index, change, verdict


def _values(article: Article, index: int, change: Change) -> dict[str, object]:
    text = article.blocks[index].text
    figures = {"before": change.before, "after": change.after}
    values = {name: text[each.quantity.start : each.quantity.end] for name, each in figures.items()}
    return {"stated": text[change.start : change.end], "sum": tell_change(change), **values}


@check(
    grades=("times",),
    placeholders=("fall",),
    messages={"times": "“{fall}” can be read in two ways: say what share is left, or by how much it is less."},
)
def fall_below_zero(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a fall of more than 100 per cent; “three times less” has the grade `times`. Quotations are left alone.

    The message may use `{fall}`.
    """
    by_block: dict[int, list[Quantity]] = {}
    for index, quantity in article.quantities:
        if index in article.sentences_of and (quantity.kind == "plain" or quantity.value > _WHOLE):
            by_block.setdefault(index, []).append(quantity)
    for index, quantities in by_block.items():
        block = article.blocks[index]
        for sentence in article.sentences_of[index]:
            own = [each for each in quantities if sentence.start <= each.start < sentence.end]
            for start, end, form in find_falls(block.text, sentence.start, sentence.end, own):
                if not article.is_quoted(index, start, end):
                    grade, message = ("times", "times") if form == "times" else ("default", None)
                    yield Finding(block.locate(start, end), {"fall": block.text[start:end]}, grade, message=message)


_WHOLE = 100
