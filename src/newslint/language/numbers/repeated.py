"""Find what a figure counts, and whether it is told as known (“the 14 deaths”), to compare it with what was told.

A figure with “the” takes up one that readers know. It is the noun directly behind the figure that is counted; words for
the dead, the injured and the like count the same, whether as nouns or as verbs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from newslint.language.numbers.bounds import bound_before, bound_behind
from newslint.language.numbers.quantities import Quantity
from newslint.language.units.similarity import STOP_WORDS, stem
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Counted(NamedTuple):
    """Hold a figure and what it counts: its half-open span with the noun, a key for what is counted, and its value.

    `is_known` says that it is told as known: with “the”, and nothing behind that says which.
    """

    start: int
    end: int
    key: str
    quantity: Quantity
    is_known: bool


# Nouns and verbs that count the same people.
_CLASSES: Mapping[str, frozenset[str]] = {
    "dead": frozenset("dead died die dies dying killed kill kills deaths fatalities drowned perished".split()),
    "injured": frozenset("injured injuries wounded hurt".split()),
    "missing": frozenset(["missing"]),
    "arrested": frozenset("arrested arrests detained".split()),
}
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words}
# “12 people died”, “12 of the crew were injured”, “killed 12 people”.
_PEOPLE = (
    r"(?:people|persons|men|women|children|civilians|soldiers|passengers|residents|villagers|workers|miners|others"
    r"|sailors|fishermen|pupils|students|migrants|refugees|firefighters|tourists)"
)
_DONE = pattern(
    rf"[ ](?:{_PEOPLE}[ ])?(?:(?:have|has|had|were|was|are|been|being|being|feared|confirmed)[ ]){{0,3}}(?P<word>"
    rf"[a-z]+)\b",
    re.IGNORECASE,
)
_KILLED = pattern(r"\b(?P<word>killed|killing|injured|injuring|wounded|wounding|arrested|detained)[ ]\Z", re.IGNORECASE)
_VERB_CLASS = {"killing": "dead", "injuring": "injured", "wounding": "injured"}
_TOLL = pattern(
    r"\bdeath[ ]toll[ ](?:of|is|was|stands[ ]at|stood[ ]at|rose[ ]to|reached|has[ ]reached)"
    r"[ ]\Z",
    re.IGNORECASE,
)
_NOUN = pattern(r"[ -](?P<noun>[a-z][a-z’'-]{2,30})\b")
_KNOWN = pattern(r"\b(?:the|these|those|all)[ ]\Z", re.IGNORECASE)
# Behind a noun: which of several things are meant.
_WHICH = pattern(
    r"[ ,]{0,2}(?:of|in|at|on|from|for|by|to|that|which|who|whose|where|with|without|between|under|within|since|during"
    r"|left|already|still|yet|remaining|needed|required|it|he|she|they|we|you|I)\b"
)
# Nouns that count time, parts of a list, or anything.
_ANYTHING = frozenset(
    """year month week day hour minute second decade centur time way thing point per percent person people man
    men woman women side team countr nation part reason step stage other major main candidat parti state
    question issu group member season game set match round goal run yard mile foot feet mark top bottom best
    last first next biggest largest dollar pound euro cent million billion thousand hundred""".split()
)


_TIMES = frozenset("second minute hour day week month year decade century".split())


def find_counted(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> Iterator[Counted]:
    """Yield the figures of a sentence of a text [start, end) that count something, with what they count."""
    for each in quantities:
        if each.kind not in ("plain", "money", "measure") or _is_bounded(text, each):
            continue
        found = _read_toll(text, start, end, each) or _read_noun(text, start, end, each)
        if found:
            yield found


def _is_bounded(text: str, quantity: Quantity) -> bool:
    return bool(bound_before(text, quantity.start)[0] or bound_behind(text, quantity.end)[0])


def _read_toll(text: str, start: int, end: int, quantity: Quantity) -> Counted | None:
    """Return a figure that counts the dead, the injured and the like, or None."""
    if quantity.kind != "plain":
        return None
    behind = _DONE.match(text, quantity.end, end)
    name = _CLASS_OF.get(behind["word"].lower()) if behind else None
    last = behind.end() if behind and name else quantity.end
    if name is None:
        before = _KILLED.search(text, max(start, quantity.start - 12), quantity.start)
        if before:
            word = before["word"].lower()
            name = _VERB_CLASS.get(word) or _CLASS_OF.get(word)
        elif _TOLL.search(text, max(start, quantity.start - 40), quantity.start):
            name = "dead"
    if name is None:
        return None
    is_noun = behind is not None and behind.start("word") == quantity.end + 1
    is_known = is_noun and _is_known(text, start, end, quantity.start, last)
    return Counted(quantity.start, last, name, quantity, is_known)


def _read_noun(text: str, start: int, end: int, quantity: Quantity) -> Counted | None:
    """Return a figure with the noun behind it, or None where that could be anything."""
    match = _NOUN.match(text, quantity.end, end)
    if match is None or match["noun"] in STOP_WORDS:
        return None
    noun = stem(match["noun"])
    if (
        noun in _ANYTHING
        or quantity.unit in _TIMES
        or (quantity.kind == "plain" and not match["noun"].endswith(_PLURALS))
    ):
        return None
    key = " ".join(filter(None, (quantity.kind, quantity.unit, quantity.currency, noun)))
    return Counted(quantity.start, match.end(), key, quantity, _is_known(text, start, end, quantity.start, match.end()))


_PLURALS = ("s", "men", "children", "oxen", "brethren")  # “open” and “wooden” belong to what follows them


def _is_known(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Tell whether a figure and its noun take up what is known, and nothing behind them says which is meant."""
    is_taken_up = _KNOWN.search(text, max(start, first - 8), first) is not None
    return is_taken_up and not _WHICH.match(text, last, end)


# A result of a match or a vote, and one that is taken up: “the 4-2 win”.
_RESULT = pattern(r"(?<![\w.,–-])(?P<one>\d{1,3})[-–](?P<two>\d{1,3})(?![\w–-]|[.,]\d)")
_WON = pattern(
    r"\b(?:won|win|wins|beat|beats|lost|lose|defeated|voted|votes?|ruled|drew|victory|defeat|loss|passed|approved"
    r"|rejected)\b",
    re.IGNORECASE,
)
_TAKEN_UP = pattern(
    r"[ ](?:win|victory|defeat|loss|draw|vote|decision|ruling|result|score|triumph)\b(?![ ](?:over|against|at|in|on"
    r"|of|for|from"
    r"|last|to|by|with))"
)


class Result(NamedTuple):
    """Hold a result of a text: its half-open span, both figures, the larger first, and whether it is taken up."""

    start: int
    end: int
    figures: tuple[int, int]
    is_known: bool


def find_results(text: str, start: int, end: int) -> Iterator[Result]:
    """Yield the results of a sentence of a text [start, end) that tells who won, or takes a result up."""
    for match in _RESULT.finditer(text, start, end):
        one, two = int(match["one"]), int(match["two"])
        is_known = (
            _KNOWN.search(text, max(start, match.start() - 8), match.start()) is not None
            and _TAKEN_UP.match(text, match.end(), end) is not None
        )
        if is_known or _WON.search(text, start, end):
            yield Result(match.start(), match.end(), (max(one, two), min(one, two)), is_known)
