"""Check digits: whether a number can be one of its kind. The methods are public; the code is our own.

A library (python-stdnum) knows more numbers, but under the LGPL, and numbers must be found in the text before it can be
asked, which is most of the work.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from newslint.patterns import pattern

_OTHER = pattern(r"[^0-9A-Za-z]+")


def bare(text: str) -> str:
    """Return the digits and letters of a number, the letters as capitals."""
    return _OTHER.sub("", text).upper()


def digits(text: str) -> list[int]:
    """Return the digits of a number."""
    return [int(each) for each in text if each.isascii() and each.isdigit()]


def luhn(text: str) -> bool:
    """Tell whether the last digit fits as on payment cards: every second one from the right counts twice."""
    found = digits(text)[::-1]
    doubled = (sum(divmod(2 * each, 10)) for each in found[1::2])
    return bool(found) and (sum(found[::2]) + sum(doubled)) % 10 == 0


_VERHOEFF = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)  # the permutation whose powers a place applies


def verhoeff(text: str) -> bool:
    """Tell whether the last digit fits by Verhoeff's method, a walk through the symmetries of a pentagon."""
    total = 0
    for place, digit in enumerate(digits(text)[::-1]):
        for _ in range(place % 8):
            digit = _VERHOEFF[digit]
        total = _turn(total, digit)
    return total == 0


def _turn(one: int, two: int) -> int:
    """Return what two symmetries of a pentagon make together: 0 to 4 are turns, 5 to 9 are reflections."""
    if one < 5:
        return (one + two) % 5 if two < 5 else 5 + (one + two) % 5
    return 5 + (one - two) % 5 if two < 5 else (one - two) % 5


def weighted(text: str, weights: Sequence[int]) -> int:
    """Return the sum of a number's digits, each times its weight."""
    return sum(digit * weight for digit, weight in zip(digits(text), weights, strict=False))


def mod97(text: str) -> bool:
    """Tell whether an IBAN fits: letters are numbers from 10, the first four characters go to the end."""
    found = bare(text)
    moved = found[4:] + found[:4]
    return int("".join(str(int(each, 36)) for each in moved) or "0") % 97 == 1


def iso7064(text: str) -> bool:
    """Tell whether the last digit fits by ISO 7064, MOD 11,10."""
    product = 10
    found = digits(text)
    for digit in found[:-1]:
        total = (digit + product) % 10 or 10
        product = 2 * total % 11
    return bool(found) and (11 - product) % 10 == found[-1]


def is_day(day: int, month: int, year: int = 2000) -> bool:
    """Tell whether a day exists; the year 2000 had all days."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def begins_with_day(text: str) -> bool:
    """Tell whether a number begins with day, month and year of two digits each."""
    found = bare(text)
    return found[:6].isdigit() and is_day(int(found[:2]), int(found[2:4]))


def begins_with_year(text: str) -> bool:
    """Tell whether a number begins with year, month and day of two digits each."""
    found = bare(text)
    return found[:6].isdigit() and is_day(int(found[4:6]), int(found[2:4]))
