"""Hold a share in words or counts against the percentage beside it: “a third (50 per cent)”, “30 of 120, or 35 %”.

A share is a fraction (“two-thirds”), a ratio (“one in five”), a part of a number (“30 of the 120 trees”) or a word such
as “majority”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from newslint.language.numbers.figured import PERCENT, PLAIN, SHARE, Figure, Figured, Mismatch, gap
from newslint.language.numbers.intervals import HUNDRED, ZERO, Interval, interval_of
from newslint.language.numbers.sums import show
from newslint.patterns import pattern

_SHARED, _PERCENT = f"(?P<share>{SHARE})", f"(?P<percent>{PERCENT})"
_OR = (
    r"(?:,|[ ]?[–—])?[ ](?:or|i\.e\.,?|that[ ]is,?|which[ ]is|equal[ ]to|equivalent[ ]to)[ ]"
    r"(?:just[ ]|only[ ]|exactly[ ])?"
)
_ASIDE = r"(?:,[ ]|[ ]?[–—][ ]?)(?:or[ ]|at[ ]|exactly[ ]|just[ ]|that[ ]is[ ])?"
_ENDS = r"(?:,(?![ ](?:and|or)\b)|[ ]?[–—]|;)"
_SUMMED = r"\.[ ](?:That|This|It)[ ](?:is|was|makes|means|equals|works[ ]out[ ]at)[ ]"
_STOPS = r"(?=[,.;)–—]|\Z|[ ](?!of\b|to\b|more\b|less\b|higher\b|lower\b|up\b|down\b))"
# What is behind a share or a count before its percentage.
_BEHIND_SHARE = (
    rf"{gap(60)}[ ][(](?:or[ ]|exactly[ ]|just[ ]|about[ ])?{_PERCENT}[);,]",
    rf"{gap(60)}{_OR}{_PERCENT}{_STOPS}",
    rf"{gap(60)}{_ASIDE}{_PERCENT}{_ENDS}",
    rf"{gap(80)}{_SUMMED}{_PERCENT}{_STOPS}",
)
_FRAMES = tuple(
    pattern(form, re.IGNORECASE)
    for form in (
        *(rf"{_SHARED}(?:[ ]of[ ](?:(?:the|its|their|all)[ ]){{1,2}}{PLAIN})?{form}" for form in _BEHIND_SHARE),
        rf"{_PERCENT}{gap(60)}[ ][(](?:or[ ])?{_SHARED}(?:[ ]of[ ][^()]{{0,40}})?[);,]",
        rf"{_PERCENT}{gap(30)}{_OR}{_SHARED}(?=[,.;)]|[ ])",
        rf"{_PERCENT}{_ASIDE}{_SHARED}(?:,(?![ ](?:and|or)\b)|[ ]?[–—])",
    )
)
# “30 of the 120 trees”, “of the 400 people asked, 180”.
_WHOSE = r"(?:(?:the|its|their|his|her|our|all|those|these|every)[ ])?(?:[a-z]{2,20}[ ]){0,2}?"
_COUNTS = (
    rf"(?P<part>{PLAIN})(?:[ ][a-z]{{2,20}}){{0,2}}?[ ](?:of|out[ ]of)[ ]{_WHOSE}(?P<whole>{PLAIN})",
    rf"\bof[ ]{_WHOSE}(?P<whole>{PLAIN}){gap(45)},[ ]{gap(12)}(?P<part>{PLAIN})",
)
_COUNTED = tuple(pattern(count + form, re.IGNORECASE) for count in _COUNTS for form in _BEHIND_SHARE[:3])
# Words for shares, with the least and the most per cent that they may be.
_NAMED = {
    "vast": (Decimal(60), HUNDRED),
    "nearly": (Decimal(75), HUNDRED),
    "majority": (Decimal(50), HUNDRED),
    "minority": (ZERO, Decimal(50)),
}
_MAJORITY = tuple(
    pattern(rf"(?P<name>{name}){form}", re.IGNORECASE)
    for name in (
        r"\b(?:an?|the)[ ](?:(?P<vast>vast|overwhelming|large|huge|great)[ ]|[a-z]{3,20}[ ])?(?P<majority>majority)\b",
        r"\b(?:an?|the)[ ](?:[a-z]{3,20}[ ])?(?P<minority>minority)\b",
        r"\b(?P<nearly>(?:almost|nearly|virtually|practically)[ ](?:all|every|everyone|everybody))\b",
        r"(?:\A|(?<=[.!?;][ ]))(?P<majority>Most)(?=[ ](?:of[ ])?(?:the[ ]|its[ ]|their[ ]|our[ ])?[a-z]{3,20}s?\b)",
    )
    for form in (rf"(?:[ ]of[ ](?:(?:the|its|their|all)[ ]){{0,2}}{PLAIN})?{behind}" for behind in _BEHIND_SHARE[:3])
)
# Words between the two that say that they are of different things.
_APART = pattern(
    r"\b(?:and|but|while|whereas|than|from|compared|against|who|whom|up|down|rose|fell|other|rest|if|after|another"
    r"|since|until|including|excluding|among|with)\b",
    re.IGNORECASE,
)
# How far a share in words may be from the exact one, and the smallest such distance, in points.
_LOOSE, _LEAST = Decimal("0.08"), Decimal("1.5")
# “Nearly” and “just over”: how far, as a share of the value, at least and at most so many points.
_NEARLY, _NEAREST, _FARTHEST = Decimal("0.16"), Decimal(2), Decimal(8)
_TIGHT = Decimal("0.6")
_NEAR_WORDS = frozenset("nearly almost close approaching just slightly a not".split())


# “The No. 18 post in 33 starts” is no share.
_NUMBERED = pattern(r"\b(?:no\.|nos\.|number|#)[ ]?$", re.IGNORECASE)


def find_ratio_mismatches(sentence: Figured) -> Iterator[Mismatch]:
    """Yield shares in words or counts that the percentage beside them contradicts, each once; near enough is right."""
    text, known = sentence.text, set[int]()
    if PERCENT not in text:
        return
    for frame in _FRAMES if SHARE in text else ():
        for match in frame.finditer(text):
            share, percent = sentence.figure(match, "share"), sentence.figure(match, "percent")
            if share.start in known or not _are_of_one(match, "share"):
                continue
            known.add(share.start)
            if not _range_of(sentence, share).meets(_near(percent)):
                right = f"{show(share.value)} per cent"
                yield Mismatch(share.start, share.end, sentence.written(share), sentence.written(percent), right)
    yield from _counts(sentence, known)
    yield from _majorities(sentence)


def _are_of_one(match: re.Match[str], name: str) -> bool:
    """Tell whether nothing between a share and a percentage says that they are of different things."""
    first, last = sorted((match.start(name), match.start("percent")))
    is_numbered = _NUMBERED.search(match.string, 0, match.start(name)) is not None
    return not is_numbered and _APART.search(match.string, first, last) is None


def _counts(sentence: Figured, known: set[int]) -> Iterator[Mismatch]:
    """Yield counts of a whole that are another share of it than the percentage beside them."""
    for frame in _COUNTED:
        for match in frame.finditer(sentence.text):
            part, whole, percent = (sentence.figure(match, name) for name in ("part", "whole", "percent"))
            if part.start in known or not _are_of_one(match, "part" if frame in _COUNTED[:3] else "whole"):
                continue
            known.add(part.start)
            ratio = part.interval.over(whole.interval)
            is_part = 0 < part.value < whole.value and not {"open", "above", "below"} & {part.bound, whole.bound}
            if ratio and is_part and not ratio.times(HUNDRED).wider(_SLACK, _HALF).meets(_near(percent)):
                told = f"{sentence.written(part)} of {sentence.written(whole)}"
                right = f"{show(part.value / whole.value * HUNDRED)} per cent"
                yield Mismatch(percent.start, percent.end, told, sentence.written(percent), right)


_SLACK, _HALF = Decimal("0.02"), Decimal("0.5")


def _majorities(sentence: Figured) -> Iterator[Mismatch]:
    """Yield “majority”, “minority” and the like beside a percentage that is none."""
    known: set[int] = set()
    for frame in _MAJORITY if _MAYBE.search(sentence.text) else ():
        for match in frame.finditer(sentence.text):
            percent = sentence.figure(match, "percent")
            if percent.start in known or _APART.search(sentence.text, match.end("name"), match.start("percent")):
                continue
            known.add(percent.start)
            name = next(name for name in _NAMED if match.groupdict().get(name))
            least, most = _NAMED[name]
            if percent.interval.high < least or percent.interval.low > most:
                right = f"more than {show(least)} per cent" if least else f"less than {show(most)} per cent"
                yield Mismatch(percent.start, percent.end, match["name"], sentence.written(percent), right)


_MAYBE = pattern(r"ority\b|\b(?:all|every|everyone|everybody)\b|\bMost\b")


def _near(percent: Figure) -> Interval:
    """Return the percentages that one stands for; beside a share in words, “about” reaches less far."""
    if percent.bound != "about":
        return percent.interval
    return interval_of(percent.quantity).wider(_ABOUT)


_ABOUT = Decimal("0.04")


def _range_of(sentence: Figured, share: Figure) -> Interval:
    """Return the percentages that a share in words may stand for."""
    value = share.value
    is_near = sentence.written(share).split(None, 1)[0].lower() in _NEAR_WORDS
    near = max(min(value * _NEARLY, _FARTHEST), _NEAREST)
    if share.bound == "above":
        return Interval(value - _TIGHT, value + near if is_near else HUNDRED)
    if share.bound == "below":
        return Interval(value - near if is_near else ZERO, value + _TIGHT)
    if share.bound == "open":
        return Interval(ZERO, HUNDRED)
    return Interval(value, value).wider(_LOOSE * (2 if share.bound else 1), _LEAST)
