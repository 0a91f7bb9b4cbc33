"""Find falls by more than all there is: “costs fell 150 per cent”, “three times less”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from newslint.language.numbers.movement import FALL_NOUNS, FALLS, RISE_NOUNS
from newslint.language.numbers.quantities import Quantity
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Fall(NamedTuple):
    """Hold a fall that leaves less than nothing: its half-open span and its form, `percent` or `times`."""

    start: int
    end: int
    form: Literal["percent", "times"]


_BOUND = (
    r"(?:up[ ]to|as[ ]much[ ]as|about|around|some|nearly|almost|more[ ]than|over|an?|another"
    r"|a[ ]whopping|a[ ]staggering)"
)
_FELL = pattern(
    rf"\b(?:{FALLS})\b[^.;:,()\d]{{0,45}}?(?<![ ]to)(?<![ ]of)(?<![ ]at)(?<![ ]from)(?<![ ]than)(?<![ ]for)(?<![ ]and)"
    rf"(?:[ ]{_BOUND}){{0,2}}[ ]\Z",
    re.IGNORECASE,
)
_FALL_OF = pattern(
    rf"\b(?:{FALL_NOUNS}|hit|blow|drop-off|fall-off|squeeze)(?:[ ]of|,|[ ]?[–—:])[ ](?:{_BOUND}[ ])?\Z", re.IGNORECASE
)
# “lost 180 per cent of its worth”
_LOST = pattern(rf"\b(?:los(?:e|es|t|ing)|shed|sheds|shedding|gave[ ]up|forfeited)[ ](?:{_BOUND}[ ])?\Z", re.IGNORECASE)
_OF_ITS = pattern(r"[ ]of[ ](?:its|their|his|her|all|the)[ ]")
_FALL = pattern(
    rf"[ -](?:[a-z]{{2,20}}[ ]){{0,2}}?(?:{FALL_NOUNS}|less|fewer|smaller|lower|cheaper|shorter"
    r"|lighter|narrower|thinner|weaker|quieter)\b",
    re.IGNORECASE,
)
_TIMES = pattern(r"[ ]times[ ](?:less|fewer|smaller|lower|cheaper|slower|lighter|shorter|weaker)\b", re.IGNORECASE)
# What may fall below zero, and what is no fall of a thing to be counted.
_BELOW_ZERO = pattern(
    r"\b(?:(?:interest|mortgage|lending|bank|base|policy|deposit|exchange|repo|inflation|real|swap|savings|discount|key)"
    r"[ ]rates?|profits?|income|earnings|margins?|loss(?:es)?|losses|results?|surplus|deficits?|balances?|cash"
    r"|ebitda?|yields?|growth|returns?|temperatures?|positions?|leverage|futures|oil|contracts?|net|if|would|can[’']t|cannot"
    r"|impossible)\b",
    re.IGNORECASE,
)
_OF = pattern(rf"[ ](?:of|to|compared)\b|[ -](?:[a-z]{{2,20}}[ ]){{0,2}}?(?:{RISE_NOUNS})\b", re.IGNORECASE)
_REACH, _WHOLE = 70, 100


def find_falls(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> Iterator[Fall]:
    """Yield the falls by more than all in a sentence of a text [start, end), of which `quantities` are the figures."""
    for each in quantities:
        if each.kind == "percent" and each.value > _WHOLE:
            first = max(start, each.start - _REACH)
            if _OF.match(text, each.end) and not (
                _LOST.search(text, first, each.start) and _OF_ITS.match(text, each.end)
            ):
                continue
            falls = _FELL.search(text, first, each.start) or _FALL_OF.search(text, first, each.start)
            if (falls or _FALL.match(text, each.end, end)) and not _BELOW_ZERO.search(text, start, end):
                yield Fall(each.start, each.end, "percent")
        elif each.kind == "plain" and (times := _TIMES.match(text, each.end, end)):
            yield Fall(each.start, times.end(), "times")
