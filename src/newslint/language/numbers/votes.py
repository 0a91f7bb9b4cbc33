"""Find the results of votes: “7-2”, “18 votes to 11”, “203 to 197”, “131 votes in favour and 24 against”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.language.numbers.names import CARDINALS
from newslint.patterns import pattern
from newslint.records import NamedTuple


class Vote(NamedTuple):
    """Hold a result of a text: its half-open span and how many were for and against, or won and lost."""

    start: int
    end: int
    votes: tuple[int, int]


_NAMES = "|".join(sorted((name for name, value in CARDINALS.items() if value <= 20), key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,4}}|{_NAMES})"
_RESULT = pattern(
    rf"(?<![\w.,$£€/:–-])(?P<one>{_NUMBER})(?:[-–]|(?:[ ]votes?)?(?:[ ](?:for|in[ ]favou?r))?(?:[ ]to|[ ]against"
    rf"|,?[ ]and|[ ]versus)[ ])"
    rf"(?P<two>{_NUMBER})(?![\w/:%–-]|[.,]\d|[ ]?(?:%|per[ ]?cent|percent|million|billion|years?|minutes|days"
    rf"|weeks|months|hours))",
    re.IGNORECASE,
)
_HYPHEN = frozenset("-–")
# Words of which a text that tells the result of a vote has one, cut at hyphens.
VOTE_WORDS = frozenset(
    """vote votes voted voting ballot ballots split tie tied ruling ruled jury jurors passed pass passes approved
    approves rejected rejects reject backed ratified ratifies motion bill carried failed decision decided quorum
    confirm confirms confirmed""".split()
)


def find_votes(text: str, start: int, end: int) -> Iterator[Vote]:
    """Yield the results in a sentence of a text [start, end); which of them are of votes, their context must say."""
    for match in _RESULT.finditer(text, start, end):
        link = text[match.end("one") : match.start("two")]
        one, two = _read(match["one"]), _read(match["two"])
        is_years = max(one, two) >= _YEARS and "," not in match[0]
        if link in _HYPHEN and (is_years or not (match[0][0].isdigit() and match[0][-1].isdigit())):
            continue
        # “And” joins two counts, unless the second is “against”.
        if " and " in link and not _AGAINST.match(text, match.end()):
            continue
        if link.strip() == "to" and (one < two * _FAR) is (one * _FAR < two):
            continue
        yield Vote(match.start(), match.end(), (one, two))


_YEARS = 1000
_FAR = 30
_AGAINST = pattern(r"(?:[ ]votes?)?[ ](?:against|opposed|voted[ ](?:no|against))\b")


def _read(word: str) -> int:
    return CARDINALS.get(word.lower()) if word[0].isalpha() else int(word.replace(",", ""))  # type: ignore[return-value]
