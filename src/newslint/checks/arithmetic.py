"""Checks of what sentences say of their figures: changes, points, falls."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newslint.article import Article
from newslint.checks.own_texts import Text, block_text, digests, figured_digests, figured_texts, quantities_of
from newslint.contract import Scene, check
from newslint.diagnostics import Finding
from newslint.language.numbers.changes import Change, find_changes
from newslint.language.numbers.falls import find_falls
from newslint.language.numbers.hidden import Hidden, find_hidden
from newslint.language.numbers.quantities import Quantity
from newslint.language.numbers.sums import Verdict, judge_change, show, tell_change


@check(placeholders=("stated", "before", "after", "sum"))
def wrong_change(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a change that does not fit the two values that its sentence gives; quotations are left alone.

    The message may use `{stated}`, the change; `{before}` and `{after}`, the values; and `{sum}`, what they make.
    """
    for text, change, verdict in _changes(article):
        if verdict in ("wrong", "direction"):
            yield Finding(text.locate(change.start, change.end), _values(text, change))


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
    for text, change, verdict in _changes(article):
        if verdict == "points":
            points = show(abs(change.after.value - change.before.value))
            yield Finding(text.locate(change.start, change.end), {**_values(text, change), "points": points})
    for text, sentence in figured_texts(article):
        for hidden in find_hidden(sentence):
            if not text.is_quoted(article, hidden.start, hidden.end):
                yield _tell_hidden(text, hidden)


def _tell_hidden(text: Text, hidden: Hidden) -> Finding:
    level = hidden.level.quantity
    stated, after = text.text[hidden.start : hidden.end], text.text[level.start : level.end]
    values = {"stated": stated, "before": "", "after": after, "points": show(hidden.change.value), "sum": ""}
    return Finding(text.locate(hidden.start, hidden.end), values, message="hidden")


def _changes(article: Article) -> Iterator[tuple[Text, Change, Verdict]]:
    """Yield the changes that an article states in its own words, each with its text and what it is."""
    own = ((block_text(article, index), change) for index, change in article.changes)
    told = ((text, change) for text, sentence in figured_digests(article) for change in find_changes(sentence))
    for text, change in chain(own, told):
        verdict = judge_change(change)
        if verdict != "fits" and not text.is_quoted(article, change.start, change.end):
            yield text, change, verdict


def _values(text: Text, change: Change) -> dict[str, object]:
    figures = {"before": change.before, "after": change.after}
    values = {name: text.text[each.quantity.start : each.quantity.end] for name, each in figures.items()}
    return {"stated": text.text[change.start : change.end], "sum": tell_change(change), **values}


@check(
    grades=("times",),
    placeholders=("fall",),
    messages={"times": "“{fall}” can be read in two ways: say what share is left, or by how much it is less."},
)
def fall_below_zero(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a fall of more than 100 per cent; “three times less” has the grade `times`. Quotations are left alone.

    The message may use `{fall}`.
    """
    for text, quantities in _counted_texts(article):
        for start, end in text.sentences(article):
            own = [each for each in quantities if start <= each.start < end]
            for first, last, form in find_falls(text.text, start, end, own) if own else ():
                if not text.is_quoted(article, first, last):
                    grade, message = ("times", "times") if form == "times" else ("default", None)
                    values = {"fall": text.text[first:last]}
                    yield Finding(text.locate(first, last), values, grade, message=message)


def _counted_texts(article: Article) -> Iterator[tuple[Text, list[Quantity]]]:
    """Yield the texts that have a plain number or more than 100 per cent, with those."""
    by_block: dict[int, list[Quantity]] = {}
    for index, quantity in article.quantities:
        if quantity.kind == "plain" or (quantity.kind == "percent" and quantity.value > _WHOLE):
            by_block.setdefault(index, []).append(quantity)
    for index, quantities in by_block.items():
        if index in article.sentences_of or article.blocks[index].kind in ("heading", "caption"):
            yield block_text(article, index), quantities
    for text in digests(article):
        yield text, [each for each in quantities_of(text.text) if each.kind in ("plain", "percent")]


_WHOLE = 100
