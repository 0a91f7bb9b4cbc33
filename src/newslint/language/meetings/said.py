"""The words of a sentence as frames see them: in small letters, with signs for figures and names."""

from __future__ import annotations

from functools import lru_cache

from newslint.patterns import pattern
from newslint.records import NamedTuple

_TOKEN = pattern(r"\d{1,3}[-/]\d{1,2}(?![\w/-])|\w+|[%$£€₹]")
_PAIR = pattern(r"\d[-/]\d")
_DIGIT = pattern(r"\d")
_OPENING = frozenset(":;–—(!?.")  # marks behind which an order may begin
# Names with a syllable of bookmakers: “Velobet”, “BetRidge”, “Stake365”, “Oddsworth”.
_BOOKIE = pattern(
    r"\b(?!(?:Ti|Alpha|Go|[A-Z]li[sz]a)bet)[A-Z]\w*bets?\b|\b[A-Z]\w*(?:Bet|Odds|Casino|Slate|Slots|Wager|Punt"
    r"|Stake)\w*"
    r"|\bBet(?!h|t|s[iy]|ra|ween|wixt|an|a\b|as\b|o\b|el|on\b|imes|oken|ide|wetter|ula?\b)[A-Za-z\d]{2}|\b(?:Stake\d"
    r"|Odds\w|Punt[eE]r\w|Wager\w|Casino|Bingo)"
)
# Words of which a text has one where betting is spoken of.
_BETTING = frozenset(
    """
    bet bets betting odds tip tips value price prices stake stakes staking bonus bonuses free offers offer offering
    evens favourite punt punters wager wagers casino poker bingo slots roulette spread handicap points accumulator
    deposit code welcome first second back pick take with on at
    """.split()
)
_COIN = pattern(r"[A-Z]\w+coin")
_COUNTRY = "usa"  # “US” is no “us”
MOST = 80  # words of a sentence that are read
SIGNS = frozenset(["#", "#-#", "Name", "Bookie", "Coin"])

Place = tuple[int, int]


class Said(NamedTuple):
    """The words of a sentence: in small letters, as signs, where they stand, and which open something.

    What needs none of `vocabulary`, the different words and signs, need not look at each of them.
    """

    words: tuple[str, ...]
    signs: tuple[str, ...]
    places: tuple[Place, ...]
    opening: frozenset[int]
    vocabulary: frozenset[str]


@lru_cache(maxsize=512)
def read_said(text: str) -> Said:
    """Cut a sentence into words."""
    found = [match for _, match in zip(range(MOST), _TOKEN.finditer(text), strict=False)]
    written = [match[0] for match in found]
    signs = ["" if word.islower() else _sign(word) for word in written]
    if signs and signs[0] == "Name":
        signs[0] = ""
    places = tuple([match.span() for match in found])
    words = tuple([_COUNTRY if word == "US" and not text.isupper() else word.lower() for word in written])
    return Said(words, tuple(signs), places, _opening(text, places), frozenset([*words, *signs]))


def _opening(text: str, places: tuple[Place, ...]) -> frozenset[int]:
    """Return which words begin a sentence or follow a mark behind which an order may begin."""
    ends = [0, *(end for _, end in places)]
    return frozenset(
        at
        for at, ((start, _), end) in enumerate(zip(places, ends, strict=False))
        if at == 0 or (start > end + 1 and not _OPENING.isdisjoint(text[end:start]))
    )


def _sign(word: str) -> str:
    if word[0].isdigit():
        return "#-#" if _PAIR.search(word) else "#"
    if not word[0].isupper():
        return ""
    if _BOOKIE.match(word):
        return "Bookie"
    return "Coin" if _COIN.fullmatch(word) else "Name"


@lru_cache(maxsize=64)
def signs_of(text: str) -> frozenset[str]:
    """Return the signs that a text may have words for."""
    found = ["Name", *(["#"] if _DIGIT.search(text) else []), *(["#-#"] if _PAIR.search(text) else [])]
    found += ["Bookie"] if _BOOKIE.search(text) else []
    return frozenset([*found, "Coin"] if "coin" in text else found)


def has_bookmaker(words: frozenset[str], text: str) -> bool:
    """Tell whether a text, given with its words, names a bookmaker."""
    return not _BETTING.isdisjoint(words) and _BOOKIE.search(text) is not None
