"""Say what two values make, and whether what is stated of them fits; write the result for a message."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from newslint.language.numbers.changes import Change, intervals
from newslint.language.numbers.intervals import HUNDRED, ONE, Interval, around
from newslint.language.numbers.quantities import Quantity

Verdict = Literal["fits", "points", "wrong", "direction"]
# A change may be cut off rather than rounded.
_SLACK = Decimal("0.02")


def judge_change(change: Change) -> Verdict:
    """Tell whether a change fits its two values: `points` where per cent is said for percentage points.

    `direction` says that a rise is told as a fall, or the other way round.
    """
    difference = _difference(change)
    is_turned = (change.sign > 0 and difference.high < 0) or (change.sign < 0 and difference.low > 0)
    ratio = _ratio(change)
    if change.way == "multiple":
        return "fits" if ratio is None or change.stated.meets(ratio) else "wrong"
    size, stated = _size(difference), change.stated.wider(_SLACK)
    if change.way in ("points", "amount"):
        fits = stated.meets(size)
    else:
        fits = ratio is None or stated.meets(_size(ratio.minus(Interval(ONE, ONE)).times(HUNDRED)))
        is_of_points = change.before.quantity.kind == "percent" and not is_turned and stated.meets(size)
        if is_of_points and (not fits or _is_difference(change)):
            return "points"
        fits = fits and not _is_of_last(change)
    return "wrong" if not fits else "direction" if is_turned else "fits"


def _difference(change: Change) -> Interval:
    """Return where the difference of the values of a change lies.

    Two roundings hardly ever add up to their most: their squares are added.
    """
    before, after = intervals(change)
    if change.before.bound or change.after.bound:
        return after.minus(before)
    return around(_middle(after) - _middle(before), 2 * _root(_radius(before), _radius(after)))


def _ratio(change: Change) -> Interval | None:
    """Return where the quotient of the values of a change lies, or None where the first may be zero."""
    before, after = intervals(change)
    if change.before.bound or change.after.bound or before.low <= 0 or after.low < 0:
        return after.over(before)
    ratio = _middle(after) / _middle(before)
    shares = _radius(before) / _middle(before), _radius(after) / (_middle(after) or ONE)
    return around(ratio, 2 * ratio * _root(*shares))


def _middle(found: Interval) -> Decimal:
    return (found.low + found.high) / 2


def _radius(found: Interval) -> Decimal:
    return (found.high - found.low) / 2


def _root(one: Decimal, other: Decimal) -> Decimal:
    return (one * one + other * other).sqrt()


def _is_difference(change: Change) -> bool:
    """Tell whether a change in per cent is just the difference of two percentages, and nearly their ratio by chance."""
    before, after, told = change.before.value, change.after.value, (change.stated.low + change.stated.high) / 2
    is_exact = not (change.before.bound or change.after.bound) and told == abs(after - before)
    return is_exact and abs(abs(after - before) / before * HUNDRED - told) >= _SEEN


_SEEN = Decimal("0.25")


def _is_of_last(change: Change) -> bool:
    """Tell whether a change in per cent is the difference divided by the last value, where the first makes a round one.

    That is the commonest slip: “from 1,200 to 1,500, a rise of 20 per cent” is 25.
    """
    before, after, stated = change.before.value, change.after.value, change.stated
    if not after or change.before.bound or change.after.bound or change.before.is_share:
        return False
    right, slip = (abs(after - before) / each * HUNDRED for each in (before, after))
    is_slip = stated.low <= slip <= stated.high and not stated.wider(_SLACK).meets(Interval(right, right))
    return is_slip and right == right.to_integral_value() and slip == slip.to_integral_value()


def _size(found: Interval) -> Interval:
    if found.low >= 0:
        return found
    if found.high <= 0:
        return Interval(-found.high, -found.low)
    return Interval(Decimal(0), max(-found.low, found.high))


def tell_change(change: Change) -> str:
    """Return in words what the two values of a change make."""
    before, after = change.before.value, change.after.value
    if change.way == "multiple":
        return f"{show(after / before)} times as much"
    name = "a rise of" if after > before else "a fall of" if after < before else "a change of"
    if change.way == "points":
        return f"{name} {show(abs(after - before))} points"
    if change.way == "amount":
        return f"{name} {show(abs(after - before))}"
    return f"{name} {show(abs(after - before) / before * HUNDRED)} per cent"


def show(value: Decimal) -> str:
    """Return a number with commas, rounded to what a reader needs: one decimal place, or two below ten."""
    places = Decimal("0.01") if abs(value) < 10 else Decimal("0.1")
    text = f"{value.quantize(places, rounding=ROUND_HALF_UP):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def show_scaled(value: Decimal) -> str:
    """Return a large number with its scale: “50 million”."""
    for name, size in _SCALES:
        if value >= size:
            return f"{show(value / size)} {name}"
    return show(value)


_SCALES = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))


def show_like(value: Decimal, written: str, quantity: Quantity) -> str:
    """Return a number in the form of a written one: with its currency sign, its per cent and, if large, its scale."""
    sign = next((mark for mark in written if mark in "$£€¥₹₩₽₺₦₱₪₫"), "")
    text = show_scaled(value) if quantity.step > 1 else show(value)
    return f"{text} per cent" if quantity.kind == "percent" else f"{sign}{text}"
