"""Find changes of rates in per cent that the level behind could not show: “unemployment rose 0.2 per cent to 5.4”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from newslint.language.numbers.figured import PERCENT, Figure, Figured, gap
from newslint.language.numbers.movement import FALLS, RISES
from newslint.patterns import pattern
from newslint.records import NamedTuple

_VERBS = rf"\b(?:{RISES}|{FALLS})"
_ADVERB = r"(?:[ ][a-z]{1,20}ly)?"
# “Unemployment rose 0.2 per cent to 5.4 per cent”.
_RATE_WORD = (
    r"(?:rates?|inflation|unemployment|joblessness|turnout|yields?|tax|vat|duty|levy|margins?|share|vacancy|approval"
    r"|support|interest|coupon|tariffs?|ratio|proportion)"
)
_TO_RATE = pattern(
    rf"\b(?:{_RATE_WORD}\b{gap(60)}{_VERBS}\b(?:{gap(40)}[ ]by|{_ADVERB})?"
    rf"|(?:{RISES}|{FALLS})\b{gap(30)}[ ]{_RATE_WORD}{gap(15)}[ ]by)[ ](?:an?[ ]|another[ ])?(?P<change>{PERCENT})"
    rf"(?:[ ](?:increase|rise|cut|drop|fall))?,?[ ]to[ ](?P<level>{PERCENT})(?![ ](?:above|below|more|less|higher))",
    re.IGNORECASE,
)


class Hidden(NamedTuple):
    """Hold a change in per cent that the level behind it could not show: per cent of per cent are hardly meant.

    [start, end) is where the change stands in the block's text.
    """

    start: int
    end: int
    change: Figure
    level: Figure


def find_hidden(sentence: Figured) -> Iterator[Hidden]:
    """Yield changes of rates that must be in points: in per cent of the level they would be lost in its rounding."""
    if sentence.text.count(PERCENT) <= 1:
        return
    for match in _TO_RATE.finditer(sentence.text):
        change, level = sentence.figure(match, "change"), sentence.figure(match, "level")
        moved = change.value * level.value / 100
        is_range = level.value < change.value * _FINER
        if not is_range and not change.bound and moved < _step_of(change, level) / 2:
            yield Hidden(change.start, change.end, change, level)


_FINER = 4
# Rates that are set move in twentieths of a point.
_TWENTIETH = Decimal("0.05")


def _step_of(change: Figure, level: Figure) -> Decimal:
    """Return the steps in which a rate moves."""
    is_set = not change.value % _TWENTIETH and not level.value % _TWENTIETH
    return max(level.quantity.step, _TWENTIETH) if is_set else level.quantity.step
