"""Hold a total against the list behind it that says what it is made of: “fifty beds, 35 downstairs and 25 upstairs”.

A list behind a total gives its parts where its items have no noun of their own (“35 on the ground floor”, “21 Labour”,
“14 chose French”), where it says that it does (“namely”, “are split between”), or where it is a list of sums of money
or amounts that the total is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from newslint.language.numbers.figured import Figure, Figured, Mismatch
from newslint.language.numbers.intervals import Interval
from newslint.language.numbers.lists import Listed, find_lists
from newslint.language.numbers.parts import leaves_others
from newslint.language.numbers.sums import show_like
from newslint.patterns import pattern

__all__ = ["find_breakdown_mismatches"]

_LEAST = 2
# How far the parts may be from the total; else they are parts of something else.
_FAR, _MOST = Decimal("0.6"), Decimal("1.7")
_KINDS = frozenset({"plain", "money", "measure"})
# Between a total and its parts: what they are said to be.
_NAMELY = pattern(
    r"(?::|[ ]?[–—(]|,?[ ](?:namely|made[ ]up[ ]of|compris(?:ing|es|ed)|consist(?:ing|s|ed)?[ ]of|composed[ ]of"
    r"|br(?:eaks|oken|oke)[ ]down[ ]into|(?:split|divided|shared)[ ](?:into|between|among)[ ][^,;:()]{0,30}[(]?"
    r"|(?:split|divided)|[ ]-)"
    r"(?:[ ](?:as[ ]follows|like[ ]this))?:?)[ ]?\Z"
)
_SPLIT = pattern(r"\b(?:split|divided|shared)\b[^.]{0,25}\.[ ][^.]{0,30}\Z")
_OF_WHICH = pattern(r",[ ](?:of[ ]which|including)[ ][^,;:]{0,20}\Z")
_COPULA = pattern(r"[^,;:()]{0,60}[ ](?:are|were|is|was)[ ]")
# “Of the 30 pupils,”.
_OUT_OF = pattern(
    r"(?:(?:\A|[,;.:][ ]?)of|\bout[ ]of)[ ](?:the[ ]|its[ ]|their[ ]|all[ ]|these[ ]|those[ ]|some[ ])?\Z"
)
# What says that parts overlap, or are not all.
_NOT_ALL = pattern(
    r"\b(?:of[ ](?:them|whom|those|these)|some|so[ ]far|at[ ]least|more|other|others|also|both|another|further"
    r"|additional|each|per|every|extra|plus|than|if|up[ ](?:from|to)"
    r"|earlier|later|previous|last[ ]year|in[ ](?:19|20)\d\d|average|like[ds]?|speak|spoke|play(?:ed)?|have|had"
    r"|know|knew|use[d]?|read)\b"
)
# What stands behind the figure of an item that has no noun of its own.
_ELLIPTIC = pattern(
    r"\A(?:(?:for|in|on|at|to|from|by|with|under|over|upstairs|downstairs|inside|outside|elsewhere|abroad|here"
    r"|there|north|south|east|west|are|were|is|was|went|goes?"
    r"|came|come|chose|voted|work|live|died|survived|[a-z]{3,12}ed)\b|[A-Z])|\A\Z"
)


def find_breakdown_mismatches(sentence: Figured) -> Iterator[Mismatch]:
    """Yield the totals of a sentence that the list behind them does not make."""
    for listed in find_lists(sentence, _fits):
        for total, place, parts in _split(sentence, listed):
            form = _read_form(sentence.text, total, place, parts)
            if form == "":
                continue
            made, whole = _sum(parts), total.interval
            is_all = form == "all" and not leaves_others(sentence.text)
            if made.low > whole.high or (made.high < whole.low and is_all):
                yield _tell(sentence, total, parts)
            break


def _fits(figure: Figure) -> bool:
    return figure.quantity.kind in _KINDS and figure.bound != "open" and not figure.is_share


def _split(sentence: Figured, listed: Listed) -> Iterator[tuple[Figure, int, Listed]]:
    """Yield each figure that may be the total of a list, its place, and the list without it."""
    first = listed.items[0].figure
    before = [each for each in sentence.figures if each.start < first.start and _may_count(each, first)]
    if before:
        yield before[-1], _place_of(sentence, before[-1]), listed
    if len(listed.items) > _LEAST:
        items = listed.items[1:]
        second = _place_of(sentence, items[0].figure)
        yield first, listed.start, Listed(items, listed.lead, second, listed.end)


def _may_count(total: Figure, first: Figure) -> bool:
    """Tell whether a figure may be the total of parts: “240 miles, 150 by train …”."""
    is_short = first.quantity.kind == "plain" and total.quantity.kind == "measure"
    return _fits(total) and (total.is_like(first) or is_short)


def _place_of(sentence: Figured, figure: Figure) -> int:
    at = -1
    for each in sentence.figures:
        at = next(place for place in range(at + 1, len(sentence.text)) if sentence.text[place] in _ALL)
        if each is figure:
            break
    return at


_ALL = frozenset(map(chr, range(0xE000, 0xE007)))


Form = Literal["", "all", "most"]


def _read_form(text: str, total: Figure, place: int, parts: Listed) -> Form:
    """Tell whether a list gives all parts of a total, parts of which none may be in two (`most`), or neither."""
    made, whole = sum((each.value for each in parts.figures), Decimal(0)), total.value
    if (
        whole <= 1
        or not _FAR <= made / whole <= _MOST
        or _NOT_ALL.search(text[place : parts.end].lower() + parts.items[-1].behind.lower())
    ):
        return ""
    gap = text[place + 1 : parts.start]
    is_open = _GOES_ON.search(parts.items[-1].behind) is not None or _ONE_MORE.match(text, parts.end) is not None
    if (_NAMELY.search(gap) and ")" not in gap) or _SPLIT.search(gap):
        return "most" if is_open else "all"
    if _OF_WHICH.search(gap):
        return "most" if total.quantity.kind != "plain" else ""
    if _OUT_OF.search(text[:place].lower()):
        return "most"
    return _read_apposed(text, total, place, gap, parts)


def _read_apposed(text: str, total: Figure, place: int, gap: str, parts: Listed) -> Form:
    """Tell the same of a list that only a comma or “are” parts from the total."""
    is_bare = not gap.strip(" ,")
    # “20 in May, 12 in June and nine in July”: the first is one of them.
    first = parts.items[0].behind.partition(" ")[0]
    is_first = not is_bare and (_ELLIPTIC.match(gap.lstrip()) is not None or f" {first} " in gap)
    is_elliptic = not is_first and all(_is_elliptic(item.behind, is_bare=is_bare) for item in parts.items)
    if _COPULA.fullmatch(gap):
        return "all" if is_elliptic else ""
    if not _ENDS_COMMA.fullmatch(gap):
        return ""
    if is_elliptic or _is_apposition(text, place, parts):
        return "all"
    is_stuff = (is_bare or gap.startswith(" of ")) and all(item.behind.startswith("of ") for item in parts.items)
    return "most" if is_stuff and total.quantity.kind != "plain" else ""


def _is_elliptic(behind: str, *, is_bare: bool) -> bool:
    """Tell whether an item has no noun of its own; beside a total without a noun, it says what it is of."""
    return _ELLIPTIC.match(behind) is not None and bool(behind or not is_bare)


# A list that goes on with what has no figure: “two collies, three lurchers and a pug”.
_GOES_ON = pattern(r"(?:^|[ ])(?:and|plus|or)[ ]")
# A last part that is no figure: “21 in Hull, two in Goole, and one in Leeds”.
_ONE_MORE = pattern(r"[^.;:!?]{0,60},?[ ](?:and|plus|or)[ ](?:one|another|an?|the[ ](?:other|rest|last))\b")
_ENDS_COMMA = pattern(r"[^,:;]{0,60},[ ]")
_KNOWN = pattern(r"\b(?:the|her|his|its|their|all|these|our)[ ]\Z", re.IGNORECASE)
_CLOSED = pattern(r",[ ](?:have|has|had|are|is|were|was|will|would|do|did|can|may)\b")


def _is_apposition(text: str, place: int, parts: Listed) -> bool:
    """Tell whether a list is put between commas behind a known total: “her ten novels, six of …, have sold”."""
    if not _KNOWN.search(text[:place]):
        return False
    behind = text.find(parts.items[-1].behind, parts.end) + len(parts.items[-1].behind)
    return _CLOSED.match(text, behind) is not None


def _sum(parts: Listed) -> Interval:
    made = Interval(Decimal(0), Decimal(0))
    for figure in parts.figures:
        made = made.plus(figure.interval)
    return made


def _tell(sentence: Figured, total: Figure, parts: Listed) -> Mismatch:
    value = sum((each.value for each in parts.figures), Decimal(0))
    right = show_like(value, sentence.written(total), total.quantity)
    told = " + ".join(sentence.source[each.quantity.start : each.quantity.end] for each in parts.figures)
    return Mismatch(total.start, total.end, sentence.written(total), told, right)
