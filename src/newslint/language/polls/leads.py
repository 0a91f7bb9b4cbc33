"""Find the leads of a poll, its margin of error and its sample."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint.language.polls.words import ASKING, NUMBER, PEOPLE
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Lead(NamedTuple):
    """Hold a lead: the half-open range of its words, and its size in points."""

    start: int
    end: int
    points: float


_SMALL = {word: size for size, word in enumerate("zero one two three four five six seven eight nine ten".split())}
_POINTS = r"(?:\d{1,2}(?:\.\d{1,2})?|one|two|three|four|five|six|seven|eight|nine|ten)"
_LEADING = (
    r"(?:leads?|leading|led|ahead|edges?|edged|edging|tops|topped|beats?|beat[ ]out|beating|overtak(?:es|ing"
    r"|en)|overtook|overtaken|beaten|in[ ]front"
    r"|advantage|front-?runner|pulled[ ](?:ahead|clear)|would[ ]win|trail(?:s|ed|ing)?|behind)"
)
_GAP = pattern(
    rf"\b{_LEADING}\b(?:(?!\b(?:up|down|rose|fell|risen|fallen|gained|lost|climbed|dropped)\b)[^.!?;]){{0,60}}?"
    rf"\b(?P<points>{_POINTS})[- ](?:percentage[ -])?points?\b"
    rf"|\b(?P<before>{_POINTS})[- ](?:percentage[ -])?points?[ -](?:lead|ahead|advantage|edge|gap|in[ ]front"
    rf"|behind|cushion)\b",
    re.IGNORECASE,
)
_SHARE = pattern(
    r"(?<![\w.,$£€/])(?<!\w[–-])(?<!\d\d\d[–-])(?P<share>\d\d(?:\.\d)?)(?P<sign>[ ]?(?:%|per[ ]?cent\b"
    r"|percent\b|pct\b))?"
    r"(?![\w/]|[.,:]\d|[ ](?:years?|points?|days?|people|January|February|March|April|May|June|July|August"
    r"|September"
    r"|October|November|December|minutes|hours|weeks|months|seats|miles|million|billion|thousand)\b)",
    re.IGNORECASE,
)
_FRAME = pattern(
    r"(?:\b(?:on|at|has|have|had|by|to|of|against|with|win|wins|have|get|gets|slim|narrow|right[’']s"
    r"|left[’']s|versus|just)"
    r"|\b[A-Z]\w+)[ ]\Z"
)
_DATE = pattern(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|from"
    r"|between)[ ]\Z"
)
_FAR = 70  # code points between two shares
_BETWEEN = frozenset([" to ", " against ", " versus ", " v ", " vs ", "-", "–"])
_LEAST, _MOST = 15, 100  # of two shares that are those of rivals: each, and both together


def find_lead(text: str, start: int, end: int) -> Lead | None:
    """Return the lead that a sentence tells by its size or by both shares, or None."""
    match = _GAP.search(text, start, end)
    if match:
        size = (match["points"] or match["before"]).lower()
        return Lead(*match.span(), _read(size))
    return next(_pairs(text, start, end), None)


def _read(size: str) -> float:
    return float(_SMALL.get(size, 0) or size)


def _pairs(text: str, start: int, end: int) -> Iterator[Lead]:
    """Yield two shares close to each other that may be those of rivals."""
    found = [match for match in _SHARE.finditer(text, start, end) if not _DATE.search(text, start, match.start())]
    for one, two in pairwise(found):
        first, second = float(one["share"]), float(two["share"])
        is_signed = bool(one["sign"] or two["sign"])
        is_framed = all(_FRAME.search(text, max(start, each.start() - 20), each.start()) for each in (one, two))
        is_near = two.start() - one.end() <= _FAR and not set("()").issubset(text[one.end() : two.start()])
        is_framed |= text[one.end() : two.start()] in _BETWEEN
        if is_near and (is_signed or is_framed) and min(first, second) >= _LEAST and first + second <= _MOST:
            yield Lead(one.start(), two.end(), round(abs(first - second), 2))


_WIDEST = 12  # points of a margin of error


def find_shares(text: str) -> list[str]:
    """Return the shares that a text gives in per cent."""
    return _PERCENTS.findall(text)


_PERCENTS = pattern(r"(?<![\w.,])(\d{1,2}(?:\.\d)?)[ ]?(?:%|per[ ]?cent\b|percent\b|pct\b)", re.IGNORECASE)
_MARGIN = pattern(
    rf"\b(?<!by a )(?<!by the )(?<!by )(?:margins?|(?<!trial and )errors?)\b(?:[ ](?:of|for)[ ](?:sampling[ ]"
    rf"|statistical[ ])?error)?"
    rf"[^.!?;,]{{0,40}}?(?<![\d.])\b(?P<size>{_POINTS})(?:[ -](?:percentage|points?|%|per[ ]?cent|percent)|%"
    rf"|(?=[.]?\Z))"
    rf"|(?:\bplus[- ]or[- ]minus|±|\+/[-–−]|\bgive[ ]or[ ]take|\baccurate[ ]to(?:[ ]within)?|\b(?:off|out)[ ]by"
    rf"|(?<!\w)within)[ ]?(?P<size2>{_POINTS})"
    rf"(?=[ -](?:percentage|points?|%|per[ ]?cent)|%)"
    rf"|\b(?P<size3>{_POINTS})[- ](?:percentage[ -])?points?[ ](?:margin[ ](?:of|for)[ ]error|either[ ]way)",
    re.IGNORECASE,
)


def find_margins(text: str) -> Iterator[Lead]:
    """Yield the margins of error that a text gives, each with its range and size."""
    for match in _MARGIN.finditer(text):
        size = _read((match["size"] or match["size2"] or match["size3"]).lower())
        if size <= _WIDEST:
            yield Lead(*match.span(), size)


_SAMPLE = pattern(
    rf"\b(?:{ASKING}|sample[ ](?:size[ ])?(?:of|was)|poll[ ]of|survey[ ]of|interviews[ ]with|responses[ ]from"
    rf"|spoke[ ]to)[ ]"
    rf"(?:[a-z-]+[ ]){{0,4}}?(?P<size>{NUMBER})\b(?![ ]?(?:%|per|points?))"
    rf"|\b(?P<size2>{NUMBER})[ ](?!per|points?)(?:[\w’'-]{{1,20}}[ ]){{0,4}}?{PEOPLE}\b",
    re.IGNORECASE,
)
_LEAST_SAMPLE = 100


def find_samples(text: str) -> Iterator[int]:
    """Yield the sizes of samples that a text gives in digits."""
    for match in _SAMPLE.finditer(text):
        digits = (match["size"] or match["size2"]).replace(",", "")
        if digits.isdigit() and int(digits) >= _LEAST_SAMPLE:
            yield int(digits)


_EVEN = pattern(
    r"""
      \b(?:statistical(?:ly)?|technical|virtual|dead|effectively|too)[ ](?:a[ ])?(?:tie|tied|heat|draw|level
        |even|insignificant
        |indistinguishable|close|little)\b
    | \b(?:with)?in(?:side)?[ ](?:(?:the|its|that|this|a)[ ])?(?:poll[’']s[ ]
      |survey[’']s[ ])?(?:statistical[ ])?(?:margin|error)\b
    | \b(?:neck[ -]and[ -]neck|not[ ](?:statistically[ ])?significant|inseparable|smaller[ ]than[ ](?:the|its)
      |no[ ]clear[ ]\w+|toss-?up
        |neither|cannot|can[ ]no[ ]longer|can[’']t[ ]be[ ]called|no[ ](?:favou?rite|lead|winner)|(?:are|is
          |stands?|draws?|drawn|all|now)[ ](?:\w+[ ])?level|a[ ](?:tie|draw)|split|all[ ]square
        |may[ ]be[ ]no[ ]lead|could[ ]be[ ](?:level|tied|behind))\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLAIM = pattern(
    rf"\b(?:{_LEADING}|lead|strongest|favou?rite|majority|winner|w[io]ns?|winning|first|dethron\w+"
    rf"|more[ ][\w-]+[ ]than|most[ ]popular|biggest"
    r"|largest|outstrip\w*|prefer\w*|clear(?:ly)?|plump\w*|rather|over|past|upper[ ]hand|above"
    r"|takes?[ ](?:the[ ])?lead|taken|changed|defeat\w*|on[ ]top|heads|narrowly|victory|tops|prevail\w*"
    r"|overhaul\w*|pips?|pipped|nudges?|nudged|shades?|noses?|tips[ ]the|slim)\b",
    re.IGNORECASE,
)


def is_even(text: str) -> bool:
    """Tell whether a text says that nobody leads for certain."""
    return _EVEN.search(text) is not None


def claims_lead(text: str) -> bool:
    """Tell whether a text says that somebody leads, or what most want."""
    return _CLAIM.search(text) is not None
