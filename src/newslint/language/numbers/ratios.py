"""Hold a share in words against the percentage beside it: “a third (50 per cent)”, “over half, 45 per cent”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from newslint.language.numbers.figured import PERCENT, SHARE, Figure, Figured, Mismatch, gap
from newslint.language.numbers.intervals import HUNDRED, ZERO, Interval, interval_of
from newslint.language.numbers.sums import show
from newslint.patterns import pattern

_SHARED, _PERCENT = f"(?P<share>{SHARE})", f"(?P<percent>{PERCENT})"
_OF = rf"(?:[ ](?:of|people|adults|children|voters|households|residents)\b{gap(60)})?"
_OR = r",?[ ](?:or|i\.e\.,?|that[ ]is,?|equal[ ]to|equivalent[ ]to)[ ]"
_FRAMES = tuple(
    pattern(form, re.IGNORECASE)
    for form in (
        rf"{_SHARED}{gap(60)}[ ][(](?:or[ ]|exactly[ ]|just[ ])?{_PERCENT}[);,]",
        rf"{_PERCENT}{gap(60)}[ ][(](?:or[ ])?{_SHARED}(?:[ ]of[ ][^()]{{0,40}})?[);,]",
        rf"{_SHARED}{_OF}{_OR}{_PERCENT}(?=[,.;)]|[ ](?!of\b|to\b))",
        rf"{_PERCENT}{gap(30)}{_OR}{_SHARED}(?=[,.;)]|[ ])",
        rf"{_SHARED}{_OF}(?:,[ ]|[ ]?[–—][ ]?)(?:or[ ]|at[ ]|exactly[ ])?{_PERCENT}(?:,(?![ ](?:and|or)\b)|[ ]?[–—])",
        rf"{_PERCENT}(?:,[ ]|[ ]?[–—][ ]?)(?:or[ ]|that[ ]is[ ])?{_SHARED}(?:,(?![ ](?:and|or)\b)|[ ]?[–—])",
    )
)
# Words between the two that say that they are of different things.
_APART = pattern(
    r"\b(?:and|but|while|whereas|than|from|compared|against|who|up|down|rose|fell|other|rest)\b", re.IGNORECASE
)
# How far a share in words may be from the exact one, and the smallest such distance, in points.
_LOOSE, _LEAST = Decimal("0.08"), Decimal("1.5")
_NEARLY = Decimal("0.75")
_TIGHT = Decimal("0.6")


# “The No. 18 post in 33 starts” is no share.
_NUMBERED = pattern(r"\b(?:no\.|nos\.|number|#)[ ]?$", re.IGNORECASE)


def find_ratio_mismatches(sentence: Figured) -> Iterator[Mismatch]:
    """Yield shares in words that the percentage beside them contradicts, each once; near enough is right."""
    known: set[int] = set()
    for frame in _FRAMES:
        for match in frame.finditer(sentence.text):
            share, percent = sentence.figure(match, "share"), sentence.figure(match, "percent")
            first, last = sorted((match.start("share"), match.start("percent")))
            is_numbered = _NUMBERED.search(sentence.text, 0, match.start("share")) is not None
            if share.start in known or is_numbered or _APART.search(sentence.text, first, last):
                continue
            known.add(share.start)
            if not _range_of(sentence, share).meets(_near(percent)):
                right = f"{show(share.value)} per cent"
                yield Mismatch(share.start, share.end, sentence.written(share), sentence.written(percent), right)


def _near(percent: Figure) -> Interval:
    """Return the percentages that one stands for; beside a share in words, “about” reaches less far."""
    if percent.bound != "about":
        return percent.interval
    return interval_of(percent.quantity).wider(_ABOUT)


_ABOUT = Decimal("0.04")


def _range_of(sentence: Figured, share: Figure) -> Interval:
    """Return the percentages that a share in words may stand for."""
    value = share.value
    if share.bound == "above":
        return Interval(value - _TIGHT, HUNDRED)
    if share.bound == "below":
        word = sentence.written(share).split(None, 1)[0].lower()
        is_near = word in ("nearly", "almost", "close", "approaching", "just", "slightly")
        return Interval(value * _NEARLY if is_near else ZERO, value + _TIGHT)
    if share.bound == "open":
        return Interval(ZERO, HUNDRED)
    return Interval(value, value).wider(_LOOSE * (2 if share.bound else 1), _LEAST)
