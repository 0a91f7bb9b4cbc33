"""Choose the particular of a sentence that a particular of another text was mistaken for."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.language.numbers.particulars import Particular, is_slip

# How many telling words two sentences share that say the same; and where one particular looks like a slip.
LEAST, LEAST_SLIP, LEAST_MISSING = 2.9, 1.9, 0.9
# Units of which an article states many figures.
_COMMON_UNITS = frozenset("second minute hour day week month year decade century percent USD percentage-point".split())
_NEXT_YEARS = 5
# Two years that are limits (“until 2029”) are of two things if they are far apart.
_NEXT_LIMITS, LEAST_LIMIT = 3, 1.5
# A number that is so many times as large counts something else.
_MOST_TIMES = 5


def choose_rival(told: Particular, rivals: Sequence[Particular], score: float, is_missing: bool) -> Particular | None:
    """Return the rival that a particular was mistaken for, in a sentence that shares so much with the digest.

    Of what the body never states, less must be shared.
    """
    slips = [each for each in rivals if is_slip(told, each)]
    is_enough = is_missing and score >= LEAST_MISSING
    if told.kind == "year":
        return _choose_limit(told, slips, is_enough and score >= LEAST_LIMIT) or _choose_year(
            told, slips, score >= LEAST, is_enough
        )
    if slips:
        return slips[0] if is_enough or score >= LEAST_SLIP else None
    is_rare = told.kind == "figure" and told.unit not in _COMMON_UNITS
    is_close = score >= LEAST or (is_enough and is_rare)
    return rivals[0] if rivals and is_close and _are_one(told, rivals) else None


def _choose_limit(told: Particular, slips: Sequence[Particular], is_enough: bool) -> Particular | None:
    """Return the year of the same limit: what is frozen until one year is not frozen until another."""
    near = (each for each in slips if abs(each.value[0] - told.value[0]) <= _NEXT_LIMITS)
    return next((each for each in near if is_enough and told.nouns & each.nouns), None)


def _choose_year(told: Particular, slips: Sequence[Particular], is_close: bool, is_enough: bool) -> Particular | None:
    """Return the year that another was mistaken for; those before and after are told of in the same words."""
    far = (each for each in slips if abs(each.value[0] - told.value[0]) > _NEXT_YEARS)
    return next((each for each in far if is_close or (is_enough and _are_turned(told, each))), None)


def _are_turned(one: Particular, other: Particular) -> bool:
    """Tell whether two years have the same digits: 1932 and 1923."""
    return sorted(str(one.value[0])) == sorted(str(other.value[0]))


def _are_one(told: Particular, rivals: Sequence[Particular]) -> bool:
    """Tell whether a sentence has one rival only, which is not of another size altogether."""
    low, high = sorted((told.value[0], rivals[0].value[0]))
    return len({each.value for each in rivals}) == 1 and (told.kind != "count" or high <= low * _MOST_TIMES)
