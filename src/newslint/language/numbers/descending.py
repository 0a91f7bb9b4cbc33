"""Find spans of figures that run downwards where nothing falls: 12 to 8 feet, aged 11 to 5, between 8 and 6 people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from newslint.language.numbers.quantities import Quantity
from newslint.patterns import pattern

Range = tuple[int, int]

_JOIN = pattern(r"\s(?P<to>to)\s|\s(?P<and>and)\s|\s?(?P<dash>[-–—])\s?")
_BETWEEN = pattern(r"\bbetween\s(?:about\s|roughly\s|around\s|the\sages\sof\s)?\Z", re.IGNORECASE)
_FROM = pattern(r"\bfrom\s(?:about\s|roughly\s|around\s)?\Z", re.IGNORECASE)
# A span: of ages, of what is numbered, or of what something costs, takes or measures.
_AGED = pattern(
    r"(?:\b(?:aged|ages|ages\sof|age)\s(?:from\s|between\s)?|\b(?:children|pupils|girls|boys|teenagers|youngsters|students|those)\sfrom\s)\Z",
    re.IGNORECASE,
)
_YEARS_OLD = pattern(r"[-\s]years?[-\s]olds?\b")


_RANGING = pattern(
    r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|costs?|costing|priced|prices(?:\sare|\srun)?|tickets(?:\sare)?|fees(?:\sare)?|fares"
    r"|extends?|stretch(?:es|ed)?|paid|pays?|earns?|salar(?:y|ies)|rates(?:\sare)?)\s(?:anywhere\s|in\sprice\s|in\sage\s)?from\s\Z",
    re.IGNORECASE,
)
# What falls, what is counted down, and two figures that are set against each other.
_FALLING = pattern(
    r"\b(?:f[ae]ll(?:s|en|ing)?|drop\w*|declin\w+|decreas\w+|cut(?:s|ting)?|reduc\w+|slid\w*|shr[aiu]nk\w*|shrinking|lower\w*|down\w*|slash\w*"
    r"|trim\w*|narrow\w*|eas(?:e[sd]?|ing)|cool\w*|sank|sink\w*|plung\w+|plummet\w*|slump\w*|tumbl\w+|dwindl\w*|dip(?:s|ped)?|retreat\w*|brought\sdown"
    r"|chang\w+|slow\w*|wean\w*|taper\w*|pared|halv\w+|countdown|count\w*|revers\w*"
    r"|improv\w+|shorten\w*|shav\w+|knock\w*|convert\w*|turn\w*|compress\w*|squeez\w*|revis\w+|discount\w*|marked|mark(?:ing)?|swap\w*|switch\w*|chop\w*)\b",
    re.IGNORECASE,
)
_AGAINST = pattern(
    r"\b(?:vot(?:e[sd]?|ing|ers?)|w[io]ns?|won|beat\w*|lost|los(?:e[s]?|s|ing)|lead(?:s|ing)?|led|ahead|trail\w*|behind|polls?|polling|polled|odds|chances?|ratios?|scor\w+|defeat\w*"
    r"|victor\w+|outnumber\w*|against|versus|vs|favou?r\w*|major\w*|margin|pass(?:ed)?|reject\w*|approv\w*|back(?:ed|s)?|split|divid\w*|compar\w+|prefer\w*"
    r"|out[a-z]{3,8}(?:ed|nt|ld|id)|outshot|outscor\w*|edg\w+|advantage|draw|drew|tied|rul\w+|oppos\w+|support\w*|gaps?|differen\w+|choice|choos\w*|half-?way|mid-?way|exchang\w+"
    r"|ago|remaining|left|versus|respectively|times|both|either|share[sd]?|evenly|apart|deficit|comeback|match\w*|game|quarter|half-time|halftime|shut-?out)\b",
    re.IGNORECASE,
)
# “The gap between 30 and 20 per cent”.
_SET_APART = pattern(
    r"\b(?:differen\w+|gaps?|choice|choos\w*|half-?way|mid-?way|split|divid\w*|odds|vot(?:e[sd]?|ing)|polls?|margin|scor\w+|fell|drop\w*|swing\w*"
    r"|alternat\w+|oscillat\w+|flip\w*|match\w*|border|line|road|distinction|ratio|relation\w*|compar\w+|exchang\w+|spread)\b",
    re.IGNORECASE,
)
_BY = pattern(r"\bby\s(?:about\s|between\s|around\s|roughly\s)?\Z", re.IGNORECASE)
# What is no quantity beside its noun: aged 65-50, chapters 12 to 9, grade 8 to grade 5.
_NOUNS = (
    r"(?:years?|grades?|bands?|forms?|class(?:es)?|chapters?|pages?|verses?|weeks?|levels?|tiers?|rows?|gates?|platforms?|lots?|zones?|stages?|rounds?"
    r"|phases?|wards?|bays?|floors?|rooms?|sections?|articles?|clauses?|items?|volumes?|episodes?|lessons?|junctions?|exits?|acts?|scenes?|units|modules)"
)


@cache
def _plain() -> re.Pattern[str]:
    return pattern(
        rf"""
        (?: \b(?:aged?|ages) \s (?:from\s|between\s)? (?P<age>\d\d?) (?:\s?[-–—]\s?|\sto\s) (?P<old>\d\d?)
          | (?<![\w.,:/$£€-]) (?P<few>\d{{1,3}}) - (?P<many>\d{{1,3}}) (?= \s(?:miles|km|kilomet(?:re|er)s
                |metres|meters|feet|minutes|hours|days
                |weeks|months|years(?!-)|degrees|mph|per\scent|percent|people)\b)
          | (?<![\w.,:/$£€-]) (?P<youth>\d\d) [-–] (?P<elder>\d\d)
            (?= \s(?:age|year-old)\s?(?:s|group|bracket|band|range|cohort)s?\b)
          | \bpp\.\s? (?P<sheet>\d{{2,4}}) \s?[-–]\s? (?P<page>\d{{2,4}})
          | \b{_NOUNS} \s (?P<one>\d{{1,3}}) \s? (?: [-–—] \s? | to\s(?:{_NOUNS}\s)? ) (?P<other>\d{{1,3}}) )
        (?! [\w%°] | [.,:/-]\d | \s?(?:[-–—]\s?\d) )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_HAS_PLAIN = pattern(r"\d(?:\s?[-–—]\s?|\sto\s(?:[a-z]+\s)?)\d")


def find_backward_numbers(text: str) -> Iterator[Range]:
    """Yield the spans of ages and of what is numbered of which the last number is before the first."""
    if not _HAS_PLAIN.search(text):
        return
    for match in _plain().finditer(text):
        first, last = (int(number) for number in match.groups() if number)
        around = _sentence(text, match.start(), match.end())
        is_set_apart = not (match["age"] or match["youth"] or match["sheet"]) and (
            _AGAINST.search(around) or _COUNTED_DOWN.search(around)
        )
        # “pp. 214-19” is short for 214-219.
        is_short = first >= _HUNDRED > last and (match["sheet"] or match[0].lower().startswith("page"))
        if 0 < last < first and not is_short and not (_FALLING.search(around) or is_set_apart):
            yield match.span()


_COUNTED_DOWN = pattern(
    r"\b(?:back\w*|reverse\w*|from|up|climb\w*|rose|promot\w+|demot\w+|relegat\w+)\b", re.IGNORECASE
)


def _sentence(text: str, start: int, end: int) -> str:
    """Return what stands around a place, up to full stops."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return f"{before[before.rfind('. ') + 1 :]}{text[start:end]}{after.partition('. ')[0]}"


_NEAR = 80  # code points
_HUNDRED = 100


def may_fall(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures that follow each other may be such a span."""
    return 0 < other.value < one.value < _MOST_TIMES * other.value and 0 < other.start - one.end <= len(" and ")


_MOST_TIMES = 100  # what is more differs in its unit or scale
_KINDS = frozenset({"measure", "money", "percent"})


def find_falling_ranges(text: str, found: Sequence[Quantity]) -> Iterator[Range]:
    """Yield the spans of a sentence of which the first figure is the larger, where it names the bounds of something.

    Votes, scores, odds and falls are let pass.
    """
    for one, other in pairwise(found):
        join = _JOIN.fullmatch(text, one.end, other.start) if may_fall(one, other) else None
        if not join or (one.kind != other.kind and one.kind != "plain") or one.currency != other.currency:
            continue
        if one.kind == other.kind and one.unit != other.unit:
            continue  # “between 90 minutes and two hours”
        start = _begin(text, one, other, join)
        if start is not None and not _is_told_down(text, start, one, other):
            yield start, other.end


def _begin(text: str, one: Quantity, other: Quantity, join: re.Match[str]) -> int | None:
    """Return where a span begins, or None where two figures are none."""
    at = one.start
    window = max(0, at - 40)
    between = _BETWEEN.search(text, window, at)
    if join["and"] or between:
        is_what = other.kind in _KINDS or _COUNTED.match(text, other.end) or _YEARS_OLD.match(text, other.end)
        is_age = between and "age" in between[0].lower()
        return between.start() if between and join["and"] and (is_what or is_age) else None
    if _AGED.search(text, window, at) or _YEARS_OLD.match(text, other.end):
        return at
    if _RANGING.search(text, window, at):
        return at
    if one.kind == other.kind == "plain" and _HOLDS.search(text, window, at) and _THINGS.match(text, other.end):
        return None if join["dash"] else at
    # A unit that is written twice sets two figures against each other: “led him 56 percent to 32 percent”.
    is_measured = other.kind in _KINDS and one.kind == other.kind and one.unit == other.unit
    is_measured = is_measured and (one.kind == "money" or text[one.start : one.end].replace(",", "").isalnum())
    if join["dash"] or _FROM.search(text, window, at) or not is_measured:
        return None
    return at


_HOLDS = pattern(
    r"\b(?:has|have|had|of|for|with|takes?|needs?|employs?|houses?|seats|holds?|attracts?|draws?|sells?|serves?|in|at|about|some)\s\Z",
    re.IGNORECASE,
)
_THINGS = pattern(r"\s(?!times\b|points\b|votes\b|goals\b|seats\b|games\b|wins\b|runs\b|odds\b)[a-z]{3,}(?<!s)s\b")
_COUNTED = pattern(r"\s(?!times\b|points\b|votes\b|ago\b)(?:[a-z]+\s)?(?:people|men|women|children|[a-z]{3,}s)\b")


def _is_told_down(text: str, start: int, one: Quantity, other: Quantity) -> bool:
    """Tell whether a sentence tells of a fall, a vote or a score."""
    if text.startswith(("between", "Between"), start):
        return _SET_APART.search(text) is not None
    if _AGAINST.search(text):
        return True
    is_amount = _BY.search(text, max(0, start - 20), start)
    return not is_amount and _FALLING.search(text) is not None
