"""Say what two values make, and whether what is stated of them fits; write the result for a message."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from newslint.language.numbers.changes import Change, intervals
from newslint.language.numbers.intervals import HUNDRED, ONE, Interval
from newslint.language.numbers.quantities import Quantity

Verdict = Literal["fits", "points", "wrong", "direction"]
# A change may be cut off rather than rounded.
_SLACK = Decimal("0.05")


def judge_change(change: Change) -> Verdict:
    """Tell whether a change fits its two values: `points` where per cent is said for percentage points.

    `direction` says that a rise is told as a fall, or the other way round.
    """
    before, after = intervals(change)
    difference = after.minus(before)
    is_turned = (change.sign > 0 and difference.high < 0) or (change.sign < 0 and difference.low > 0)
    if change.way == "multiple":
        ratio = after.over(before)
        return "fits" if ratio is None or change.stated.meets(ratio) else "wrong"
    size, stated = _size(difference), change.stated.wider(_SLACK)
    if change.way in ("points", "amount"):
        fits = stated.meets(size)
    else:
        ratio = after.over(before)
        fits = ratio is None or stated.meets(_size(ratio.minus(Interval(ONE, ONE)).times(HUNDRED)))
        if not fits and change.before.quantity.kind == "percent" and stated.meets(size) and not is_turned:
            return "points"
    return "wrong" if not fits else "direction" if is_turned else "fits"


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
