"""Say between which values the true one of a written figure may lie, by its digits and by the words around it."""

from __future__ import annotations

from decimal import Decimal

from newslint.language.numbers.bounds import Bound
from newslint.language.numbers.quantities import Quantity
from newslint.records import NamedTuple

ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)
# How far “about”, “nearly” and “more than” reach, as a share of the value.
_ABOUT, _FAR = Decimal("0.1"), Decimal("0.25")
_EXACT_BELOW = 1000
_HALF = Decimal("0.5")


class Interval(NamedTuple):
    """Hold the least and the greatest value that a figure may stand for."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Tell whether both may be the same value."""
        return self.low <= other.high and other.low <= self.high

    def wider(self, share: Decimal, least: Decimal = ZERO) -> Interval:
        """Return the interval with a share of its greatest value, or at least so much, to both sides."""
        more = max(abs(self.high) * share, least)
        return Interval(self.low - more, self.high + more)

    def plus(self, other: Interval) -> Interval:
        """Return where the sum of both lies."""
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: Interval) -> Interval:
        """Return where the difference lies."""
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, factor: Decimal) -> Interval:
        """Return the interval of a multiple, for factors above zero."""
        return Interval(self.low * factor, self.high * factor)

    def over(self, other: Interval) -> Interval | None:
        """Return where the quotient of two positive values lies, or None where the divisor may be zero."""
        if other.low <= 0 or self.low < 0:
            return None
        return Interval(self.low / other.high, self.high / other.low)


def interval_of(quantity: Quantity, bound: Bound = "") -> Interval:
    """Return between which values a quantity lies, by half of its last digit that tells something.

    Small whole numbers are exact, or, where something is measured, nearly so. Zeros at the end of a long
    number may be rounding, but for its first two digits.
    """
    return widen(around(quantity.value, rounding_of(quantity)), bound)


def around(value: Decimal, rounding: Decimal) -> Interval:
    """Return the interval of a value that was rounded to a place value."""
    return Interval(value - rounding / 2, value + rounding / 2)


def rounding_of(quantity: Quantity) -> Decimal:
    """Return the place value of the last digit that is no rounding."""
    value = abs(quantity.value)
    if not value or quantity.step < 1:
        return quantity.step
    if quantity.step == 1 and value < _EXACT_BELOW and quantity.kind in ("plain", "money", "measure"):
        return _HALF if quantity.kind == "measure" else ZERO
    zeros = value.normalize().as_tuple().exponent
    last = Decimal(1).scaleb(zeros) if isinstance(zeros, int) else quantity.step
    second = Decimal(1).scaleb(value.adjusted() - 1)
    return max(quantity.step, min(last, second))


def pair_of(one: Quantity, other: Quantity) -> tuple[Decimal, Decimal]:
    """Return the place values of two figures that are given side by side: one is hardly much finer than the other."""
    first, second = rounding_of(one), rounding_of(other)
    finest = min(first, second) or min(one.step, other.step)
    return min(first, finest * _FINER), min(second, finest * _FINER)


_FINER = 3


def widen(found: Interval, bound: Bound) -> Interval:
    """Return the interval with what “about”, “more than” and “nearly” add to it."""
    if bound == "about":
        return found.wider(_ABOUT)
    if bound == "above":
        return Interval(found.low, found.high + abs(found.high) * _FAR)
    if bound == "below":
        return Interval(found.low - abs(found.low) * _FAR, found.high)
    return found
