"""Find the values before and after a change, in any form: “from 50 to 65”, “65, against 50”, “50 last year, 65 now”.

Pairs are read in a sentence with marks for figures (`figured`), in which lengths of time have a mark of their own, so
that “over ten years” may stand between two values. Which value was first is told by the words around both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint.language.numbers.figured import MEASURE, MONEY, ORDINAL, PERCENT, PLAIN, Figure, Figured, gap
from newslint.patterns import pattern
from newslint.records import NamedTuple

__all__ = ["TIME", "VALUE", "Pair", "find_marked_pairs", "find_told_pairs", "is_alone", "mask", "may_be_one"]

# A length of time, or what a price is for (“$4 a dozen”): no figure ends where it stands.
TIME = "\ue007"
VALUE = f"[{PERCENT}{MONEY}{MEASURE}{PLAIN}{TIME}]"
_MARK = pattern("[\ue000-\ue007]")
_TIMES = frozenset("second minute hour day week month year decade century".split())
_DOZEN = pattern(r"an?[ ](?:dozen|hundred|thousand|million)")


class Pair(NamedTuple):
    """Hold the places of two values in a masked sentence, and where the words that join them begin and end.

    `is_compared` says that they are held against each other (“65 against 50”), not told as a way (“from 50 to 65”), and
    `is_open` that only the change itself can tell which one was first (“50 in May and 65 in August”).
    """

    start: int
    end: int
    before: int
    after: int
    is_compared: bool = False
    is_open: bool = False


def mask(sentence: Figured) -> str:
    """Return a sentence's text with a mark of its own for lengths of time; all places stay the same."""
    figures, text = sentence.figures, list(sentence.text)
    for place, figure in zip(_MARK.finditer(sentence.text), figures, strict=False):
        quantity = figure.quantity
        if quantity.unit in _TIMES or _DOZEN.fullmatch(sentence.source, quantity.start, quantity.end):
            text[place.start()] = TIME
    return "".join(text)


# “from 50 to 65”, “to 65 from 50”.
_FROM_TO = pattern(rf"\bfrom[ ]{gap(25)}(?P<before>{VALUE}){gap(50)}\bto[ ]{gap(25)}(?P<after>{VALUE})", re.IGNORECASE)
_TO_FROM = pattern(rf"\bto[ ]{gap(25)}(?P<after>{VALUE}){gap(50)}\bfrom[ ]{gap(25)}(?P<before>{VALUE})", re.IGNORECASE)
# “People aged from 18 to 65” are no change.
_RANGE = pattern(
    r"\b(?:aged?|ages|rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|everything|anything|open"
    r"|hours|(?<!,[ ])going|prices?|priced|costs?|costing|sells?|selling|sold|available)[ ]\Z"
)
_REACH = 160
_AGAINST = (
    r"(?:(?:as[ ])?compared[ ](?:with|to)|(?:as[ ])?against|as[ ]opposed[ ]to|versus|vs\.?|rather[ ]than"
    r"|instead[ ]of|in[ ]place[ ]of|(?:up|down|and[ ]not)[ ]from)"
)
_DETERMINED = r"(?:[a-z0-9’'-]+[ ]){0,5}?"
_COMPARED = pattern(
    rf"(?P<after>{VALUE}){gap(45)}(?:,|[ ]?[–—(]|[ ]-)?[ ](?:(?:it|this|that|which)[ ](?:is|was)[ ])?"
    rf"(?:{_AGAINST}|(?<=,[ ])from)[ ]{_DETERMINED}(?P<before>{VALUE})(?!{gap(50)}[ ]to[ ]{gap(25)}{VALUE})",
    re.IGNORECASE,
)
# “since 2010, when it was 40, to 60”.
_WHEN = pattern(
    rf"\bwhen[ ](?:it|they|there|that|this|(?:the|an?|its)[ ][a-z]+)[ ](?:was|were|stood[ ]at|had|cost)[ ]{gap(15)}"
    rf"(?P<before>{VALUE})"
    rf"{gap(15)},?[ ]to[ ]{gap(15)}(?P<after>{VALUE})",
    re.IGNORECASE,
)


# Between two values: the second one is of something else.
_WHILE = pattern(r"\b(?:but|while|whereas|although|though)\b")
# “From 23 per cent in May, and inflation slowed to 4”: another clause, with its own subject.
_ANOTHER = pattern(r",[ ]and[ ](?!(?:then|later|on|now|again|finally|eventually|up|down|back|from|is|was|has)\b)[a-z]")
_APART = pattern(r"\b(?:and|but|while|whereas|although|though|they|he|she|we|after|before[ ]a|following)\b")


def find_told_pairs(text: str) -> Iterator[Pair]:
    """Yield the pairs of a masked sentence that are told as a way from one value to another, or as a comparison."""
    for regex, word in ((_FROM_TO, "rom "), (_TO_FROM, "rom "), (_WHEN, "when "), (_COMPARED, "")):
        for match in regex.finditer(text) if word in text else ():
            is_range = word == "rom " and _RANGE.search(text, max(0, match.start() - _REACH), match.start())
            between = text[slice(*sorted((match.start("before"), match.start("after"))))]
            is_apart = word == "rom " and (_APART if regex is _TO_FROM else _WHILE).search(between)
            is_apart = is_apart or (regex is _FROM_TO and _ANOTHER.search(between))
            if not is_range and not is_apart:
                places = match.start("before"), match.start("after")
                yield Pair(*match.span(), *places, is_compared=regex is _COMPARED)


_FROM_BEHIND = pattern(r"\bfrom[ ](?:[\w’'-]+[ ]){0,4}\Z", re.IGNORECASE)
_AGAINST_BEHIND = pattern(rf"\b(?:{_AGAINST}|from)[ ](?:[\w’'-]+[ ]){{0,5}}\Z", re.IGNORECASE)
_UNTIL_STOP = pattern(r"[^,.;:()–—\ue000-\ue006]*")
_DIVIDED = pattern(r"[,.;:()–—]|[ ](?:and|while|but|against)[ ]")
_SPANS = "year|month|week|season|quarter|decade|summer|winter|spring|autumn|term|time|night|day|campaign"
_NOW = pattern(
    rf"\b(?:this[ ](?:{_SPANS})|now|today|currently|at[ ]present|these[ ]days|nowadays|will|is|are|next[ ](?:{_SPANS})"
    r"|has|have)\b",
    re.IGNORECASE,
)
_LAST = pattern(
    rf"\b(?:last|past)[ ](?:{_SPANS})\b|\byesterday\b|\bmost[ ]recent(?:ly)?\b",
    re.IGNORECASE,
)
_MONTH = pattern(
    r"\bin[ ](?:January|February|March|April|May|June|July|August|September|October|November|December)\b", re.IGNORECASE
)
_LONG_AGO = pattern(
    rf"(?:\b(?:a|an|one)[ ](?:{_SPANS})|{TIME}|\byears?)[ ](?:ago|before|earlier|previously|back)\b"
    rf"|\bthe[ ](?:{_SPANS})[ ]before\b|\bthe[ ](?:previous|preceding|prior)[ ](?:{_SPANS})\b|\bpreviously\b"
    r"|\bformerly\b|\bused[ ]to\b|\b(?:last|previous)[ ](?:census|count|election|poll|survey|report)\b",
    re.IGNORECASE,
)
_YEAR = pattern(r"(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,]\d)")
_EARLIEST, _LATEST, _OPEN = -1, 9999, -1
# What says little where the other value has no time: a month, and “now”.
_SOME_MONTH = _LATEST - 3
_SOME_TIME = _LATEST - 4
_WEAK = frozenset({_SOME_MONTH, _SOME_TIME, _LATEST - 1})
_WAS = pattern(r"\b(?:was|were|had|averaged|stood|until|till)\b")


def find_marked_pairs(text: str, sentence: Figured) -> Iterator[Pair]:
    """Yield neighbouring values of a masked sentence of which words say which one was first."""
    places = [match.start() for match in _MARK.finditer(text)]
    values = [place for place in places if text[place] not in (TIME, ORDINAL)]
    times = [place for place in places if text[place] == TIME]
    for own in (values, times):
        for one, two in pairwise(own):
            if may_be_one(sentence.figure_at(one), sentence.figure_at(two)):
                first = _first_of(text, one, two)
                if first is not None:
                    before = max(first, one)
                    yield Pair(one, two + 1, before, one + two - before, is_open=first == _OPEN)


def _first_of(text: str, one: int, two: int) -> int | None:
    """Return the place of that of two values which was before the other; None where nothing says so, `_OPEN` where both
    are told of the same time."""
    ahead = max(0, one - _REACH)
    if _FROM_BEHIND.search(text, ahead, one):
        return None if _RANGE.search(text[ahead : text.rfind("from ", ahead, one)]) else one
    if _AGAINST_BEHIND.search(text, one + 1, two):
        return two
    middle = _DIVIDED.search(text, one + 1, two)
    cut = middle.start() if middle else two
    earlier = _time_of(_part_before(text, ahead, one), text[one + 1 : cut])
    behind = _UNTIL_STOP.match(text, two + 1)
    later = _time_of(_part_before(text, cut, two), behind[0] if behind else "")
    if earlier is None and later is None:
        return None
    if earlier == later and earlier != _LATEST - 1:
        return _OPEN
    if earlier == later or (None in (earlier, later) and not _WEAK.isdisjoint((earlier, later))):
        return None
    return one if (earlier or _LATEST) < (later or _LATEST) else two


def _part_before(text: str, start: int, end: int) -> str:
    """Return the words of a part of a sentence before a place; “In 2020, the port had” is one part."""
    cut = max(text.rfind(mark, start, end) for mark in _STOPS)
    if text[max(0, cut) : cut + 1] == "," and text[cut - 1 : cut].isdigit():
        cut = max(text.rfind(mark, start, cut) for mark in _STOPS)
    return text[max(start, cut + 1) : end]


_STOPS = (*",.;:()–—", *map(chr, range(0xE000, 0xE007)))


def _time_of(before: str, behind: str) -> int | None:
    """Return when a value was, by the words around it in its part of the sentence: a year, or before and after any."""
    told = f"{before} {behind}"
    year = _YEAR.search(told)
    if year:
        return int(year[0])
    if _LONG_AGO.search(told):
        return _EARLIEST
    if _LAST.search(told):
        return _LATEST - 2
    if _MONTH.search(told):
        return _SOME_MONTH
    if _NOW.search(told):
        return _LATEST - 1
    return _SOME_TIME if _WAS.search(told) else None


# What stands behind a figure whose unit is said with the other: “from 40 in 2019”.
_ALONE = pattern(
    r"(?:[,.;:)–—]|\Z|[ ](?:in|a|an|last|this|on|at|before|earlier|when|now|so|from|to|over|years?|per|for|as|and|by"
    r"|since|during|against|the[ ](?:year|season|month|week))\b|[ ]\ue007)"
)


def may_be_one(one: Figure, two: Figure) -> bool:
    """Tell whether two figures may be values of one thing: of one kind, or one without a unit."""
    kinds = {one.quantity.kind, two.quantity.kind}
    if one.is_like(two):
        return True
    low, high = sorted((one.value, two.value))
    return "plain" in kinds and bool(kinds & {"money", "measure"}) and 0 < high <= low * _LIKE


_LIKE = 5


def is_alone(source: str, figure: Figure) -> bool:
    """Tell whether nothing behind a figure says what it counts."""
    return _ALONE.match(source, figure.end) is not None
