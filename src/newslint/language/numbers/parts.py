"""Hold the parts that a sentence lists against their total: “nine people: four men and six women”.

A list of parts has two figures or more of one kind, each with a few words. Whether the parts make up the whole is told
by the form of the sentence (a colon, brackets, “made up of”, “a total of”, “the rest”) or by what the parts are: men
and women, yes and no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from newslint.language.numbers.figured import MEASURE, MONEY, PERCENT, PLAIN, Figure, Figured, Mismatch
from newslint.language.numbers.intervals import HUNDRED, Interval
from newslint.language.numbers.sums import show, show_like
from newslint.patterns import pattern

__all__ = ["find_part_mismatches", "find_share_mismatches", "is_of_shares", "leaves_others"]

_MARK = f"[{PERCENT}{MONEY}{MEASURE}{PLAIN}]"
_WORD = r"(?:[ ](?!and\b|or\b|plus\b|but\b|including\b)[\w’'/-]{1,30})"
# “12 boys”, “one girl”, “the other six of them”.
_ITEM = rf"(?:(?:the[ ])?(?:other|remaining|last|rest)[ ](?:of[ ])?)?(?:{_MARK}|one|an?){_WORD}{{0,7}}"
_AND = r"(?:,?[ ](?:and|plus|with)[ ](?:also[ ]|another[ ]|a[ ]further[ ])?|[ ]?\+[ ]?)"
_LIST = rf"{_ITEM}(?:[,;][ ]{_ITEM}){{0,8}}{_AND}{_ITEM}"
_TOTAL = rf"(?P<total>{_MARK})"
_STOP = rf"(?=[.;)–—]|\Z|,[ ](?!and\b|or\b|plus\b|one\b|an?\b|{_MARK}))"
_MADE_OF = (
    r"(?:compris(?:es|ed|ing)|consist(?:s|ed|ing)[ ]of|(?:is|are|was|were)?[ ]?made[ ]up[ ]of|composed[ ]of|namely"
    r"|(?:broken|divided|split)[ ](?:down[ ])?into|breaks[ ]down[ ]into)"
)
_SUM_WORD = r"(?:an?[ ]|the[ ]|its[ ]|their[ ]|in[ ])?(?:grand[ ]|combined[ ]|overall[ ])?(?:total|sum)"
# What is listed in full; the total comes first, or last.
_WHOLE = tuple(
    pattern(form, re.IGNORECASE)
    for form in (
        rf"{_TOTAL}{_WORD}{{0,8}}(?:[ ]?[:(][ ]?|[ ]?[–—][ ]?|,?[ ]{_MADE_OF}[ ])(?P<list>{_LIST}){_STOP}",
        rf"(?P<list>{_LIST})(?:,|[ ]?[–—(]|[.;])?[ ](?:for[ ]|making[ ]|giving[ ]|bringing[ ])?{_SUM_WORD}"
        rf"(?:[ ][a-z]{{2,20}}){{0,3}}?(?:[ ](?:of|to|is|was|comes[ ]to|came[ ]to))?[ ]{_TOTAL}",
        rf"(?P<list>{_LIST})(?:,|[ ]?[–—(]|[.;])?[ ](?:or[ ]|making[ ]|that[ ](?:is|makes)[ ]|total(?:s|ling|ing)[ ]"
        rf"|is[ ]|are[ ]"
        rf"|makes?[ ]|together[ ](?:that[ ]makes[ ])?)?{_TOTAL}{_WORD}{{0,4}}?[ ](?:in[ ](?:all|total)|altogether"
        rf"|overall|all[ ]told"
        r"|together)\b",
        rf"(?P<list>{_LIST})(?:,|[ ]?[–—(]|[.;])?[ ](?:which[ ]|that[ ])?total(?:s|l?ed|l?ing)[ ](?:up[ ]to"
        rf"[ ])?{_TOTAL}",
        rf"(?:In[ ](?:all|total)|Altogether|A[ ]total[ ]of)[ ,]{{1,2}}{_TOTAL}{_WORD}{{0,8}}[:–—(]"
        rf"[ ]?(?P<list>{_LIST}){_STOP}",
        rf"\bof[ ](?:the|its|their|his|her|our|all)[ ]{_TOTAL}{_WORD}{{0,6}},[ ](?P<list>{_LIST}){_STOP}",
        rf"{_TOTAL}{_WORD}{{0,5}},[ ](?P<list>{_LIST}){_STOP}",
        rf"(?P<list>{_LIST})[.;][ ](?:In[ ](?:all|total)|Together|Altogether),?[ ](?:(?:that|this|it|they|which)[ ])?"
        rf"(?:is|makes?|made|comes?[ ]to|came[ ]to|amounts?[ ]to|are|were|was)[ ]{_TOTAL}",
        rf"(?P<list>{_LIST})[ ](?:are|were|is|was)?[ ]?among[ ](?:the|its|their)[ ]{_TOTAL}",
    )
)
_BY_NATURE = frozenset({_WHOLE[5], _WHOLE[6], _WHOLE[8]})
_AT_MOST = (
    pattern(rf"{_TOTAL}{_WORD}{{0,8}},?[ ]\(?(?:including|among[ ]them)[ ](?P<list>{_LIST}){_STOP}", re.IGNORECASE),
)
_REST = pattern(r"\b(?:other|remaining|rest)\b", re.IGNORECASE)
# Classes of which nothing is in two; where a list has two of a row, it lists all.
_CLASSES: tuple[tuple[frozenset[str], ...], ...] = tuple(
    tuple(frozenset(words.split()) for words in row)
    for row in (
        ("man men male males father fathers husband husbands", "woman women female females mother mothers wife wives"),
        ("boy boys son sons", "girl girls daughter daughters"),
        (
            "adult adults",
            "child children minor minors teenager teenagers pup pups calf calves cub cubs chick chicks juveniles",
        ),
        ("won win wins victory victories", "lost loss losses lose defeat defeats", "drew drawn draw draws tied ties"),
        ("for favour favor yes aye ayes", "against no nay noes nays", "abstained abstentions abstention abstain"),
        ("democrat democrats democratic", "republican republicans"),
        ("dead killed died drowned", "survived alive survivors unhurt saved rescued"),
        ("passed passes pass", "failed fails fail"),
        ("new", "used old"),
        ("arrivals", "departures"),
    )
)
_WORDS = pattern(r"[a-z]+")
_ITEMS = pattern(rf"(?P<mark>{_MARK})|(?<![\w’'-])(?P<one>one|an?)(?=[ ])", re.IGNORECASE)
_FACTOR = 2
# “20 teams of one skipper and one mate”: what each of them is made of.
_MADE_OF_SOME = pattern(rf"{_MARK}[ ][a-z]+s[ ]of[ ](?:one|two|an?|{_MARK})[ ]", re.IGNORECASE)


def find_part_mismatches(sentence: Figured) -> Iterator[Mismatch]:
    """Yield totals that their parts do not make, or that are less than the parts which they include."""
    if len(sentence.figures) < _FACTOR:
        return
    known: set[int] = set()
    for frame in (*_WHOLE, *_AT_MOST):
        for match in frame.finditer(sentence.text):
            total = sentence.figure(match, "total")
            if total.start in known or total.bound == "open":
                continue
            known.add(total.start)
            found = _read_parts(sentence, match, total)
            if found and _is_wrong(found, total, match, is_most=frame in _AT_MOST, by_nature=frame in _BY_NATURE):
                yield _tell(sentence, match, total, found)


def _read_parts(sentence: Figured, match: re.Match[str], total: Figure) -> list[Figure | int] | None:
    """Return the parts of a list, a number for “one” and “a”; None where some are of another kind than the total."""
    parts: list[Figure | int] = []
    at = match.start("list")
    if total.value == 1 or not _are_of_one(match["list"]) or _MADE_OF_SOME.search(match["list"]):
        return None
    for item in _ITEMS.finditer(sentence.text, at, match.end("list")):
        if not item["mark"]:
            if _begins_item(sentence.text, item.start(), at):
                parts.append(1)
            continue
        figure = sentence.figure_at(item.start())
        if not figure.is_like(total) or figure.bound == "open":
            return None
        parts.append(figure)
    return parts if len(parts) > 1 else None


def _begins_item(text: str, at: int, first: int) -> bool:
    """Tell whether “one” or “a” at a place begins an item of a list, and is no word within one."""
    before = text[max(first, at - 6) : at].rstrip()
    return at == first or before.endswith((",", ";", " and", " plus", "+"))


def _is_wrong(
    parts: Sequence[Figure | int], total: Figure, match: re.Match[str], *, is_most: bool, by_nature: bool
) -> bool:
    made = _sum(parts)
    if made.meets(total.interval) or (made.high < total.interval.low and leaves_others(match["list"])):
        return False
    # “55 per cent by Blues, 33 by Reds and 12 by others”: the first is a part, too.
    if total.quantity.kind == "percent" and made.meets(Interval(HUNDRED - total.value, HUNDRED - total.value)):
        return False
    if is_most:
        return made.low > total.interval.high and _are_apart(match["list"])
    if by_nature and not (_are_apart(match["list"]) or (_REST.search(match["list"]) and "among" not in match[0])):
        return False
    # Parts of something else: “two teams (11 players and 5 others)”.
    value = _value(parts)
    return value <= total.value * _FACTOR and total.value <= value * _FACTOR


def _value(parts: Sequence[Figure | int]) -> Decimal:
    return sum((Decimal(part) if isinstance(part, int) else part.value for part in parts), Decimal(0))


def _sum(parts: Sequence[Figure | int]) -> Interval:
    made = Interval(Decimal(0), Decimal(0))
    for part in parts:
        made = made.plus(Interval(Decimal(part), Decimal(part)) if isinstance(part, int) else part.interval)
    return made


def leaves_others(text: str) -> bool:
    """Tell whether a list names parties: those that it does not name, and seats that nobody has, are left out."""
    return not _PARTISANS.isdisjoint(_WORDS.findall(text.lower()))


_PARTISANS = frozenset(
    """democrat democrats democratic republican republicans labour conservative conservatives tory tories liberal
    liberals""".split()
)


def _are_apart(text: str) -> bool:
    """Tell whether a list has two classes of which nothing is in both."""
    words = frozenset(_WORDS.findall(text.lower()))
    return any(sum(not words.isdisjoint(group) for group in row) > 1 for row in _CLASSES)


def _tell(sentence: Figured, match: re.Match[str], total: Figure, parts: Sequence[Figure | int]) -> Mismatch:
    value = _value(parts)
    right = show_like(value, sentence.written(total), total.quantity)
    listed = " + ".join(str(each) if isinstance(each, int) else _number(sentence, each) for each in parts)
    return Mismatch(total.start, total.end, sentence.written(total), listed, right)


def _number(sentence: Figured, figure: Figure) -> str:
    return sentence.source[figure.quantity.start : figure.quantity.end]


# Answers to one question, of which nobody gives two.
_ANSWERS = tuple(
    tuple(pattern(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for words in row)
    for row in (
        (
            r"yes|favou?r(?:ed|s)?|support(?:ed|s)?|approv(?:e|ed|es|ing)|agree[ds]?|back(?:ed|s)?",
            r"no|oppos(?:e|ed|es|ing)|against|disapprov(?:e|ed|es|ing)|disagree[ds]?|reject(?:ed|s)?",
            r"undecided|unsure|not[ ]sure|(?:did|do|does)[ ]not[ ]know|(?:did|do|does)n[’']t[ ]know|no[ ]opinion"
            r"|abstain(?:ed)?",
        ),
        # Who they are, not what they think: “60 per cent were men”, “women made up 45 per cent”.
        (
            rf"{PERCENT}[ ](?:are|were|is|was)[ ](?:men|boys|male)"
            rf"|(?:men|boys|males)[ ]ma(?:ke|de|king)[ ]up[ ]{PERCENT}",
            rf"{PERCENT}[ ](?:(?:are|were|is|was)[ ])?(?:women|girls|female)"
            rf"|(?:women|girls|females)[ ](?:[a-z]+[ ]){{0,2}}{PERCENT}",
        ),
        (r"satisfied|happy", r"dissatisfied|unhappy", r"neither|undecided|unsure|not[ ]sure"),
    )
)
# What one whole was divided among.
_ONE_WHOLE = pattern(
    r"\b(?:of[ ](?:the|all)[ ](?:vote|votes|ballots|market|shares|seats|total|money|budget|electricity|power|energy)"
    r"|(?:own|owns|owned|holds?|held)[ ](?:[a-z]{2,20}[ ]){0,2}?(?=[\ue000]))",
    re.IGNORECASE,
)
_LEFT = pattern(rf"\bthe[ ](?:other|remaining|rest|remainder)\b[^{PERCENT}.,;()]{{0,15}}?{PERCENT}", re.IGNORECASE)
# Percentages of other things: of groups, of another time, ranges and changes.
_NOT_ONE = pattern(
    r"\b(?:than|compared|must|needs?|counted|reporting|aged?|majority|plurality"
    r"|up[ ]from|down[ ]from|from|last[ ](?:year|month|week)|earlier|previous(?:ly)?|also|both"
    r"|too|while[ ]among"
    r"|among|rose|fell|increase[ds]?|decrease[ds]?|margin|error|turnout|multiple|respectively|in[ ](?:19|20)\d\d"
    r"|rang(?:e|es|ed|ing))\b|\ue000(?:[ ]to[ ]|[ ]?[-–][ ]?)\ue000",
    re.IGNORECASE,
)
_GROUPS = pattern(rf"{PERCENT}[ ](?:of|among|overall)\b(?:[ ](?:the[ ])?([a-z’'-]+))?", re.IGNORECASE)
_OVER = Decimal(2)
# What makes more is of several wholes.
_MOST = Decimal(130)


def find_share_mismatches(sentence: Figured) -> Iterator[Mismatch]:
    """Yield shares of one whole that make more than 100 per cent, or less where the rest is told; the last of them."""
    text = sentence.text
    shares = [each for each in sentence.figures if each.quantity.kind == "percent" and not each.is_share]
    if is_of_shares(sentence, shares):
        return
    if len(shares) < _FACTOR or any(each.bound not in ("", "about") for each in shares) or not _are_of_one(text):
        return
    total = sum((each.value for each in shares), Decimal(0))
    slack = _OVER + sum(each.bound == "about" for each in shares)
    is_left = _LEFT.search(text) is not None
    is_answers = any(sum(regex.search(text) is not None for regex in row) > 1 for row in _ANSWERS)
    is_wrong = HUNDRED + slack < total <= _MOST and (is_left or is_answers or _ONE_WHOLE.search(text) is not None)
    if is_wrong or (is_left and total < HUNDRED - slack):
        listed = " + ".join(_number(sentence, each) for each in shares)
        last = shares[-1]
        yield Mismatch(last.start, last.end, sentence.written(last), listed, f"{show(total)} per cent")


def is_of_shares(sentence: Figured, shares: Sequence[Figure]) -> bool:
    """Tell whether a share is told twice, rounded and in brackets, or is a share of another: “2% of that 12% tax”."""
    if _OF_A_SHARE.search(sentence.text):
        return True
    gaps = ((sentence.source[one.end : other.start], abs(one.value - other.value)) for one, other in pairwise(shares))
    return any("(" in between and apart <= 1 for between, apart in gaps)


_OF_A_SHARE = pattern(rf"{PERCENT}[ ]of[ ](?:that|this|the|its|a|an|their)[ ]{PERCENT}", re.IGNORECASE)


def _are_of_one(text: str) -> bool:
    """Tell whether the percentages of a sentence may be of one whole."""
    groups = {(match[1] or "").lower() for match in _GROUPS.finditer(text)}
    return len(groups) < _FACTOR and not _NOT_ONE.search(text)
