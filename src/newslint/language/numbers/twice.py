"""Weigh whether two tallies of an article count the same thing, and one of them has the wrong figure."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from newslint.language.numbers.tallies import Tally

# What two figures of one thing are worth together, at least, to be told; of a toll, one less.
ENOUGH = 4
_SCALES = (10, 100, 1000, 1_000_000)
_CLOSE, _SHARE = 3, Decimal("0.15")
_FEW_DIGITS = 2
_MOST_TIMES = Decimal("2.5")


def likeness(one: Tally, other: Tally) -> int:
    """Return how much one figure looks like a slip of the other: 2 for exchanged digits, 1 for near ones, else 0.

    It is -1 for figures that are the same, as far as they are given, or far apart.
    """
    if one.kind == "vote":
        return _like_votes(one.values, other.values)
    a, b = one.values[0], other.values[0]
    low, high = sorted((a, b))
    if abs(a - b) <= max(one.step, other.step) / 2 or low <= 1:
        return -1
    if is_turned(a, b):
        return 2
    if high > low * _MOST_TIMES:
        return 1 if high / low in _SCALES and one.kind == "money" else -1
    if one.kind == "money":
        return 1 if high <= low * (1 + _SHARE) or (_is_fine(a) and _one_off(a, b)) else 0
    return 1 if high - low <= _CLOSE or high <= low * (1 + _SHARE) or _one_off(a, b) else 0


def _is_fine(value: Decimal) -> bool:
    """Tell whether a sum has so many digits that another one differs in one of them hardly by chance."""
    return len(_digits(value)) > _FEW_DIGITS or value >= _MILLION


_MILLION = Decimal(1_000_000)


def _digits(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", "").rstrip("0") or "0"


def is_turned(one: Decimal, two: Decimal) -> bool:
    """Tell whether two values have the same digits in another order: 212 and 221, 140 and 104."""
    first, second = (f"{each.normalize():f}" for each in (one, two))
    if len(first.partition(".")[0]) != len(second.partition(".")[0]):
        return False
    a, b = first.replace(".", ""), second.replace(".", "")
    return len(a) == len(b) > 1 and sorted(a) == sorted(b)


def _one_off(one: Decimal, two: Decimal) -> bool:
    a, b = _digits(one), _digits(two)
    return len(a) == len(b) > 1 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


_BENCH = 12


def _like_votes(one: tuple[Decimal, ...], other: tuple[Decimal, ...]) -> int:
    if sorted(one) == sorted(other):
        return -1
    a, b = sorted(one), sorted(other)
    same = {*a} & {*b}
    # Of a dozen members or fewer, any vote is near any other: only one of as many voters may be the same.
    if max(*a, *b) <= _BENCH:
        return 1 if sum(a) == sum(b) else -1
    if same:
        rest = [(sum(a) - each, sum(b) - each) for each in same]
        is_slip = any(
            abs(x - y) <= _CLOSE or is_turned(x, y) or _one_off(x, y) or max(x, y) <= min(x, y) * (1 + _SHARE)
            for x, y in rest
        )
        return 2 if is_slip else 0
    is_pair = all(is_turned(x, y) or abs(x - y) <= _CLOSE for x, y in zip(a, b, strict=True))
    return 1 if sum(a) == sum(b) or is_pair else -1


def weigh(one: Tally, later: Tally, shared: Collection[str]) -> int:
    """Return what speaks for it that two tallies are of one thing; `shared` are telling words of both sentences."""
    like = likeness(one, later)
    if like < 0 or one.kind != later.kind or ((one.is_bounded or later.is_bounded) and like < 2):
        return 0
    score = like + (one.is_known or later.is_known) + min(2, len(shared))
    if one.kind == "toll":
        return _weigh_tolls(one, later, score)
    if one.kind == "money":
        return _weigh_sums(one, later, score)
    return score if one.heads or later.heads else 0


def _weigh_sums(one: Tally, later: Tally, score: int) -> int:
    if one.rate and later.rate and one.rate != later.rate:
        return 0
    is_same = bool(one.heads & later.heads) or bool(one.rate and later.rate)
    if not (is_same or one.is_known or later.is_known or likeness(one, later) > 1):
        return 0
    return score + is_same + bool(one.noun and one.noun == later.noun)


def _weigh_tolls(one: Tally, later: Tally, score: int) -> int:
    if one.noun and later.noun and one.noun != later.noun:
        return 0
    is_same_noun = bool(one.noun) and one.noun == later.noun
    if one.heads and later.heads:
        return score + is_same_noun if one.heads & later.heads else 0
    # “Seven workers died … the eight workers”
    return score if is_same_noun and (one.heads or later.heads) and later.is_known else 0
