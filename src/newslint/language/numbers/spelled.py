"""Read numbers that are spelled out in English; knows nothing of units, currencies and approximations."""

import re
from decimal import Decimal
from functools import cache

from newslint.language.numbers.names import CARDINALS, ORDINALS, SCALES
from newslint.patterns import pattern

_SCALE_WORDS = "hundred|thousand|lakh|million|crore|billion|trillion|dozen"


@cache
def _anchor() -> re.Pattern[str]:
    # Word beginnings of the number words, so that the costly pattern is tried only there.
    return pattern(
        r"""
        [tfsenzaohTFSENZAOH] (?<!\w\w)
        (?: wo|we|hree|hir|en|our|ive|if|or|ix|even|igh|in|le|ero|ne\b|n?[\s-](?=[htlmcbdHTLMCBD])|alf\s )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _cardinal() -> re.Pattern[str]:
    numbers = "|".join(sorted(CARDINALS, key=lambda name: (-len(name), name)))
    return pattern(
        rf"""
        \b (?: (?:half\s)? an? (?=[\s\-](?:{_SCALE_WORDS})\b) | (?:{numbers})\b )
        (?: [\s\-] (?:and\s)? (?:{numbers}|{_SCALE_WORDS})\b ){{0,12}}
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _ordinal() -> re.Pattern[str]:
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    names = "|".join(
        sorted((name for name in ORDINALS if name not in ("zeroth", "first", "second")), key=len, reverse=True)
    )
    return pattern(rf"\b(?:(?P<tens>{tens})-(?P<one>first|second|{names})|(?P<name>{names}))\b", re.IGNORECASE)


def find_spelled_numbers(text: str) -> list[tuple[int, int, Decimal, Decimal, bool]]:
    """Find spelled-out numbers in order, disjoint, as (start, end, value, place value of the last word, is ordinal).

    "first" and "second" alone, fractions ("a third", "two-thirds") and what adds up to no number ("nine eleven") are
    left out.
    """
    found: list[tuple[int, int, Decimal, Decimal, bool]] = []
    last = 0
    for anchor in _anchor().finditer(text):
        at = anchor.start()
        if at < last:
            continue
        match = _ordinal().match(text, at)
        if match:
            last = match.end()
            value = _read_ordinal(text, match)
            if value is not None:
                found.append((at, last, Decimal(value), Decimal(1), True))
            continue
        match = _cardinal().match(text, at)
        if match:
            last = match.end()
            read = _read_cardinal(text, match)
            if read:
                found.append((at, last, *read, False))
    return found


def _read_cardinal(text: str, match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    start, end = match.span()
    if text[end : end + 7].lower().startswith(_FRACTIONS) or text[start - 1 : start] == "-":
        return None
    before = text[max(0, start - 12) : start].lower().split()
    if before and before[-1] in ("few", "several", "many", "no", "point"):
        return None
    return add_words(match[0].lower())


_FRACTIONS = tuple(mark + name for mark in " -" for name in ("third", "half ", "halve", "quart", "fifth", "tenth"))


def _read_ordinal(text: str, match: re.Match[str]) -> int | None:
    before = text[max(0, match.start() - 12) : match.start()].lower().replace("-", " ").split()
    if before and (before[-1] in ("a", "an", "and") or before[-1] in CARDINALS):
        # "a third", "two fifths": parts of a whole.
        return None
    if match["name"]:
        return ORDINALS[match["name"].lower()]
    return CARDINALS[match["tens"].lower()] + ORDINALS[match["one"].lower()]


_INSIDE_NUMBER = pattern(r"[\s\-]+")
# “a” adds nothing to the scale behind it.
_ARTICLE = pattern(r"\A(?:half\s)?an?[\s\-]")
_FACTORS = {**SCALES, "dozen": Decimal(12)}
# Of these, a text with a spelled-out number has at least one among its words, cut at hyphens.
NUMBER_WORDS = frozenset((*CARDINALS, *ORDINALS, *_FACTORS))


def add_words(words: str) -> tuple[Decimal, Decimal] | None:
    """Add up a number in lower-case words as (value, place value of its last word); None where they make no number."""
    if words == "zero":
        return Decimal(0), Decimal(1)
    total = current = Decimal(0)
    step = Decimal(1)
    last = 1000
    for word in _INSIDE_NUMBER.split(_ARTICLE.sub("", words)):
        if word in CARDINALS:
            number = CARDINALS[word]
            if not _may_follow(number, last):
                return None
            current += number
            last, step = number, Decimal(1)
        elif word != "and":
            step = _FACTORS[word]
            current = (current or Decimal(1)) * step
            last = 100
            if word != "hundred":
                total, current, last = total + current, Decimal(0), 1000
        elif last < 100:
            return None
    value = total + current
    return (value / 2, step / 2) if words.startswith("half") else (value, step)


def _may_follow(number: int, last: int) -> bool:
    """Tell whether a number goes on behind another: “hundred five”, “twenty five”, but not “nine eleven”."""
    return number > 0 and (last >= 100 or (last >= 20 and number < 10))
