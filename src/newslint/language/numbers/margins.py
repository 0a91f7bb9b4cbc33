"""Hold the margin of a vote or a match against both figures of it: “won 52,300 to 48,100, by 4,000 votes”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from newslint.language.numbers.figured import PERCENT, PLAIN, POINTS, Figure, Figured, Mismatch, gap
from newslint.language.numbers.intervals import Interval
from newslint.language.numbers.names import CARDINALS
from newslint.language.numbers.sums import show
from newslint.patterns import pattern

_THINGS = r"(?:[ ](?:votes?|points?|goals?|seats?|runs?|ballots?|frames?|percentage[ ]points?))?"
_RESULT = (
    rf"(?:(?P<one>[{PERCENT}{PLAIN}]){_THINGS}(?:[ ](?:for|in[ ]favou?r)?)?[ ](?:to|against|versus)[ ](?P<two>"
    rf"[{PERCENT}{PLAIN}])"
    r"|(?<![\w,.–-])(?P<first>\d{1,3})[-–](?P<second>\d{1,3})(?![\w–-]|[.,]\d))"
)
_MARGIN = rf"(?P<margin>[{PERCENT}{POINTS}{PLAIN}])(?![ ]?(?:minutes|years|days|in|to|of|sets|per)\b)"
_NOUN = r"(?:margin|majority|lead|gap|difference|advantage)"
_FRAMES = tuple(
    pattern(form, re.IGNORECASE)
    for form in (
        rf"\b(?:by|won[ ]by|lost[ ]by|lead[ ]of|{_NOUN}[ ]of)[ ](?:an?[ ]|just[ ]|only[ ])?{_MARGIN}{_THINGS}{gap(25)}"
        rf"(?:[ ][(]|,[ ](?:with[ ]|winning[ ]|at[ ])?|[ ]?[–—][ ]?|[ ](?!from\b)\w+[ ]){_RESULT}",
        rf"{_RESULT}{_THINGS}{gap(40)}(?:,|[ ]?[–—(])?[ ]?(?:or[ ]|winning[ ]|won[ ]|a[ ]win[ ])?by[ ](?:just[ ]|only"
        rf"[ ]|an?[ ])?{_MARGIN}",
        rf"{_RESULT}{_THINGS}{gap(40)}(?:,|[ ]?[–—(]|[.])[ ]?(?:(?:that[ ]is|with|giving[ ][a-z]+)[ ])?(?:an?|the)"
        rf"[ ](?:[a-z]+[ ])?"
        rf"(?:{_NOUN}[ ]of[ ]{_MARGIN}|(?P<margin2>[{PERCENT}{POINTS}{PLAIN}]){_THINGS}-?(?:[ -](?:vote|point|goal"
        rf"|run|seat))?[ ]{_NOUN})",
    )
)


# Without one of these, “by 37 per cent, from 0.90 to 1.23” is a change.
_CONTEST = pattern(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|en)?|defeat(?:s|ed)?|los[et](?:s|ing)?|lead(?:s|ing)?|led|majority|margin|ahead|trail(?:s|ed)?"
    r"|votes?|voted|ballots?|passed|carried|approved|rejected|victory|winner|score[ds]?|goals?|advantage|gap|difference)\b",
    re.IGNORECASE,
)


def find_margin_mismatches(sentence: Figured) -> Iterator[Mismatch]:
    """Yield margins that are not the difference of the two figures beside them."""
    known: set[int] = set()
    if _CONTEST.search(sentence.text) is None:
        return
    for frame in _FRAMES:
        for match in frame.finditer(sentence.text):
            name = "margin" if match["margin"] else "margin2"
            margin = sentence.figure(match, name)
            found = _difference(sentence, match)
            if margin.start in known or found is None or margin.bound == "open" or not _is_of(sentence, margin, match):
                continue
            known.add(margin.start)
            interval, told = found
            if not interval.meets(margin.interval):
                right = show((interval.low + interval.high) / 2)
                yield Mismatch(margin.start, margin.end, sentence.written(margin), told, right)


def _is_of(sentence: Figured, margin: Figure, match: re.Match[str]) -> bool:
    """Tell whether a margin is in what the results are in: a change in per cent of two counts is no margin."""
    in_percent = bool(match["one"]) and sentence.figure(match, "one").quantity.kind == "percent"
    return margin.quantity.kind != "percent" or in_percent


def _difference(sentence: Figured, match: re.Match[str]) -> tuple[Interval, str] | None:
    """Return the difference between the two figures of a result, and how they are written."""
    if match["first"]:
        one, two = Decimal(match["first"]), Decimal(match["second"])
        return Interval(abs(one - two), abs(one - two)), f"{one}–{two}"
    first, second = sentence.figure(match, "one"), sentence.figure(match, "two")
    if not first.is_like(second) or first.bound or second.bound or first.is_share or second.is_share:
        return None
    gap_between = first.interval.minus(second.interval)
    size = gap_between if first.value >= second.value else Interval(-gap_between.high, -gap_between.low)
    return size, f"{sentence.written(first)} to {sentence.written(second)}"


_SMALL = "|".join(name for name, number in CARDINALS.items() if 2 < number <= 20)
_BODY = pattern(
    rf"\b(?P<size>{_SMALL}|\d{{1,3}})-(?:member|person|strong|seat|judge|justice|man|woman)[ ]"
    r"(?:[a-z]+[ ]){0,3}?(?:board|council|court|panel|committee|commission|jury|bench|cabinet|assembly|trust|senate)",
    re.IGNORECASE,
)
_VOTED = pattern(
    r"\b(?:voted|votes?|ruled|decided|split|passed|approved|rejected|divided|in[ ]an?|by)[ ](?:[a-z]+[ ]){0,3}?"
    r"(?P<for>\d{1,3})(?:[-–]|[ ]to[ ])(?P<against>\d{1,3})(?:[-–](?P<abstained>\d{1,2}))?(?![\w–-]|[.,]\d)",
    re.IGNORECASE,
)


def find_votes_beyond(text: str) -> Iterator[Mismatch]:
    """Yield votes of a paragraph that are more than the members of the only body whose size it gives."""
    bodies = list(_BODY.finditer(text))
    if len(bodies) != 1:
        return
    size = int(CARDINALS.get(bodies[0]["size"].lower(), bodies[0]["size"]))
    for match in _VOTED.finditer(text):
        votes = [int(match[name]) for name in ("for", "against", "abstained") if match[name]]
        if sum(votes) > size and max(votes) <= size * 2:
            told = text[match.start("for") : match.end()]
            yield Mismatch(match.start("for"), match.end(), told, bodies[0][0], str(sum(votes)))
