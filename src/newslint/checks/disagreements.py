"""Checks of figures in one sentence or table that do not agree: shares, conversions, parts and totals, margins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Literal

from newslint.article import Article, Block
from newslint.checks.own_texts import Text, block_text, figured_texts
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.numbers.breakdowns import find_breakdown_mismatches
from newslint.language.numbers.conversions import (
    Conversion,
    find_conversion_mismatches,
    find_money_conversions,
    find_scale_mismatches,
)
from newslint.language.numbers.divisions import find_division_mismatches
from newslint.language.numbers.figured import Figured, Mismatch
from newslint.language.numbers.margins import find_margin_mismatches, find_votes_beyond
from newslint.language.numbers.parts import find_part_mismatches, find_share_mismatches
from newslint.language.numbers.ratios import find_ratio_mismatches
from newslint.language.numbers.sums import show
from newslint.language.numbers.tables import find_total_mismatches
from newslint.language.numbers.wholes import find_whole_mismatches

_Placed = tuple[int, Conversion]
_Find = Callable[[Figured], Iterator[Mismatch]]
_FINDERS: Mapping[str, _Find] = {
    "ratio": find_ratio_mismatches,
    "unit": find_conversion_mismatches,
    "scale": find_scale_mismatches,
    "parts": lambda sentence: _first(sentence, find_part_mismatches, find_breakdown_mismatches),
    "division": find_division_mismatches,
}


@check(placeholders=("stated", "other", "sum"))
def figures_apart(
    article: Article,
    scene: Scene,
    *,
    of: Annotated[
        Literal["ratio", "unit", "scale", "parts", "division"],
        Option(
            "what is compared: shares in words, units, lakh and crore, parts and totals, or what each of some costs"
        ),
    ],
) -> Iterator[Finding]:
    """Flag a figure that another one in its sentence contradicts; quotations are left alone.

    The message may use `{stated}`, the figure; `{other}`, what it is held against; and `{sum}`, what that makes.
    """
    for text, found in _mismatches(article, _FINDERS[of]):
        yield _tell(text, found)


@check(placeholders=("stated", "other", "sum"), messages={"table": "“{stated}” is not what the column makes: {sum}."})
def parts_of_whole(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag shares of one whole that do not make 100 per cent, and cells of a table's row of totals.

    The message may use `{stated}`, `{other}`, the shares, and `{sum}`, what they make.
    """
    for text, found in _mismatches(article, lambda each: _first(each, find_share_mismatches, find_whole_mismatches)):
        yield _tell(text, found)
    tables: dict[int, list[Block]] = {}
    for block in article.blocks:
        if block.kind == "table-row" and block.table is not None:
            tables.setdefault(block.table, []).append(block)
    for rows in tables.values():
        yield from _add_up(rows)


def _add_up(blocks: list[Block]) -> Iterator[Finding]:
    """Yield the totals of a table that do not fit."""
    heads = [block for block in blocks if block.is_header]
    rows = [block for block in blocks if not block.is_header]
    header = _cells(heads[-1]) if heads else []
    for row, column, right in find_total_mismatches([_cells(block) for block in rows], header):
        start, end = rows[row].cells[column]
        stated = rows[row].text[start:end].strip()
        values = {"stated": stated, "other": "", "sum": right}
        yield Finding(rows[row].locate(start, end), values, message="table")


def _cells(block: Block) -> list[str]:
    return [block.text[start:end] for start, end in block.cells]


@check(
    placeholders=("stated", "other", "sum"),
    messages={"beyond": "“{stated}” makes {sum} votes, but the {other} has fewer."},
)
def vote_margin(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag margins that are not the difference of both results, and votes of more than there are members.

    The message may use `{stated}`, the margin; `{other}`, the results; and `{sum}`, their difference.
    """
    for text, found in _mismatches(article, find_margin_mismatches):
        yield _tell(text, found)
    for index in article.sentences_of:
        if "member" not in article.vocabulary(index):
            continue
        for found in find_votes_beyond(article.blocks[index].text):
            if not article.is_quoted(index, found.start, found.end):
                yield _tell(block_text(article, index), found, "beyond")


@check(placeholders=("stated", "rate", "other", "other_rate"))
def conversion_rates(article: Article, scene: Scene) -> Iterator[Finding]:
    """Flag a sum of money that is converted at another rate than most, or than the first; quotations are left alone.

    The message may use `{stated}` and `{other}`, the two conversions, and `{rate}` and `{other_rate}`.
    """
    known: dict[tuple[str, str], list[_Placed]] = {}
    for index, sentence in article.figured:
        for found in find_money_conversions(sentence):
            if article.is_quoted(index, found.one.start, found.two.end):
                continue
            key = (found.one.quantity.currency or "", found.two.quantity.currency or "")
            known.setdefault(key, []).append((index, found))
    for placed in known.values():
        usual = _usual(placed)
        yield from (_tell_rates(article, usual, each) for each in placed if _differ(usual[1], each[1]))


_MOST_COMPARED = 20  # conversions of one currency, each with all others


def _usual(placed: Sequence[_Placed]) -> _Placed:
    """Return the conversion whose rate most others are near to; of several, the first.

    A rounded sum agrees with rates far apart, so that its rounding is not allowed for here.
    """
    rates = [each.one.value / each.two.value for _, each in placed[:_MOST_COMPARED]]
    near = [sum(abs(rate - other) <= _TOLERANCE * rate for other in rates) for rate in rates]
    return placed[near.index(max(near))]


_TOLERANCE = Decimal("0.1")


def _differ(one: Conversion, other: Conversion) -> bool:
    """Tell whether two conversions are at rates further apart than their rounding explains."""
    rates = [each.one.interval.over(each.two.interval) for each in (one, other)]
    if rates[0] is None or rates[1] is None:
        return False
    return not rates[0].wider(_TOLERANCE).meets(rates[1])


def _tell_rates(article: Article, first: _Placed, second: _Placed) -> Finding:
    values: dict[str, object] = {}
    spans = []
    for (index, each), name, rate in ((second, "stated", "rate"), (first, "other", "other_rate")):
        block = article.blocks[index]
        end = each.two.quantity.end
        end += block.text.startswith(")", end)
        values[name] = block.text[each.one.quantity.start : end]
        values[rate] = show(each.one.value / each.two.value)
        spans.append(block.locate(each.one.start, end))
    return Finding(spans[0], values, related=(Related(spans[1], "converted at another rate here"),))


def _first(sentence: Figured, *finders: _Find) -> Iterator[Mismatch]:
    """Yield what the first of some finders finds that finds anything."""
    for find in finders:
        found = list(find(sentence))
        if found:
            yield from found
            return


def _mismatches(article: Article, find: _Find) -> Iterator[tuple[Text, Mismatch]]:
    """Yield what a finder finds in the article's own words, each with its text."""
    for text, sentence in figured_texts(article):
        for found in find(sentence):
            if not text.is_quoted(article, found.start, found.end):
                yield text, found


def _tell(text: Text, found: Mismatch, message: str | None = None) -> Finding:
    values = {"stated": found.stated, "other": found.other, "sum": found.right}
    return Finding(text.locate(found.start, found.end), values, message=message)
