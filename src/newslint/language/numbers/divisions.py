"""Hold what each costs against the number and the total: “120 buses for $60m, or $600,000 each”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from newslint.language.numbers.averages import find_average_mismatches, is_told_apart
from newslint.language.numbers.figured import MEASURE, MONEY, PLAIN, Figured, Mismatch, gap
from newslint.language.numbers.sums import show_like
from newslint.patterns import pattern

_COUNT = f"(?P<count>{PLAIN})"
_TOTAL = f"(?P<total>[{MONEY}{MEASURE}{PLAIN}])"
_EACH = (
    f"(?P<each>[{MONEY}{MEASURE}{PLAIN}])"
    r"(?:[ ][a-z]{2,20}){0,2}?[ ](?:each|apiece|per[ ](?!year|month|week|day|hour)[a-z]+"
    r"|an?[ ](?:head|piece|person|child|pupil|household"
    r"|unit|bus"
    r"|seat|ticket|boat|home|house)|on[ ]average|(?:for[ ])?every[ ][a-z]+)\b"
)
_COSTS = (
    r"(?:for|cost(?:s|ing)?|worth|at[ ]a[ ](?:total[ ])?cost[ ]of|sold[ ]for|at[ ]a[ ]total[ ]of|totall?ing"
    r"|bought[ ]for)"
)
_LINK = (
    r"(?:,|[ ]?[–—(]|[.;])?[ ]?(?:(?:or|at|that[ ]is|which[ ]is|i\.e\.|meaning|about|making[ ]it|works[ ]out[ ]at)[ ])*"
)
_FRAMES = tuple(
    pattern(form, re.IGNORECASE)
    for form in (
        rf"{_COUNT}{gap(50)}[ ]{_COSTS}[ ]{gap(25)}{_TOTAL}{gap(25)}{_LINK}{_EACH}",
        rf"{_TOTAL}{gap(30)}[ ](?:for|on|to[ ]buy|(?:split|shared|divided|spread)[ ](?:[a-z]+[ ])?(?:among|between"
        rf"|across|over))[ ]"
        rf"(?:the[ ]|its[ ]|all[ ])?{_COUNT}{gap(50)}{_LINK}{_EACH}",
        rf"{_COUNT}{gap(40)}[ ](?:at|for|of)[ ]{_EACH}{gap(20)}(?:,|[ ]?[–—(])[ ]?(?:for[ ]|at[ ]|or[ ]|making[ ]|an?"
        rf"[ ]|in[ ]){{0,3}}"
        rf"(?:total(?:s|ling|ing)?|sum|bill|cost)?(?:[ ](?:cost[ ]|bill[ ])?of)?[ ]?{_TOTAL}[ ]?(?:in[ ](?:all|total)"
        rf"|altogether)?",
        rf"\beach[ ]of[ ](?:the|its|their|his|her)[ ]{_COUNT}{gap(50)}[ ](?P<each>{MONEY}){gap(30)}"
        rf"[ ](?:from|of|out[ ]of)[ ](?:the|an?|its|their)[ ](?P<total>{MONEY})",
    )
)
_BEHIND, _OF_EACH = _FRAMES[:2], _FRAMES[3]
_APART = pattern(r"\b(?:while|whereas|but|who|than|from|extra|plus|minimum|maximum|up[ ]to)\b", re.IGNORECASE)
_MOST, _LEAST, _SLACK = 1000, 2, Decimal("0.06")


def find_division_mismatches(sentence: Figured) -> Iterator[Mismatch]:
    """Yield what each of a number of things costs, weighs or gets where number and total make something else."""
    known: set[int] = set()
    for found in find_average_mismatches(sentence):
        known.add(found.start)
        yield found
    for frame in _FRAMES:
        for match in frame.finditer(sentence.text):
            count, total, each = (sentence.figure(match, name) for name in ("count", "total", "each"))
            is_apart = frame is not _OF_EACH and _APART.search(match[0]) is not None
            is_apart = is_apart or (frame in _BEHIND and is_told_apart(sentence, match, each))
            if each.start in known or is_apart or not each.is_like(total):
                continue
            known.add(each.start)
            one = total.interval.over(count.interval)
            if "open" in (count.bound, total.bound, each.bound) or count.value < _LEAST or not one or not each.value:
                continue
            right = total.value / count.value
            is_near = each.value < right * _MOST and right < each.value * _MOST
            if is_near and not one.wider(_SLACK).meets(each.interval):
                told = f"{sentence.written(total)} for {sentence.written(count)}"
                written = sentence.written(each)
                yield Mismatch(each.start, each.end, written, told, show_like(right, written, each.quantity))
