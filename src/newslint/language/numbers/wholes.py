"""Hold the shares that a sentence lists against the whole: “61 per cent by car, 24 by bus and 25 on foot”.

Shares that exclude each other make no more than 100 per cent. That they do is told by what divides a whole (“made up
of”, “split between”), by a residue (“neither”, “the rest”), by answers and grades of one scale, or by the form of the
items: all have the same preposition, or are bare names of stuff.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from newslint.language.numbers.figured import PERCENT, Figure, Figured, Mismatch
from newslint.language.numbers.intervals import HUNDRED
from newslint.language.numbers.lists import Item, Listed, find_lists
from newslint.language.numbers.parts import is_of_shares
from newslint.language.numbers.sums import show
from newslint.patterns import pattern

__all__ = ["find_whole_mismatches"]

_OVER = Decimal(2)
# What makes more is of several wholes, or of answers of which people could give several.
_MOST, _MOST_PAIR = Decimal(122), Decimal(115)
_PAIR = 2
# Three shares or more that are so near the whole are meant to make it.
_NEAR = Decimal(112)
# What says that the shares are of other wholes: rates, changes, groups, another time, several answers.
_NOT_ONE = pattern(
    r"\b(?:than|compared|up[ ]from|down[ ]from|from[ ](?=[\ue000])|earlier|previous(?:ly)?|also|both|too(?=[,.]"
    r"|\Z)|among|rose|fell|grew|growth"
    r"|increas(?:e[ds]?|ing)|decreas(?:e[ds]?|ing)|rises?|falls?|declin(?:e[ds]?|ing)|dropp?(?:ed|s)?|gain(?:ed"
    r"|s)?|jump(?:ed|s)?|climb(?:ed|s)?|slump(?:ed|s)?"
    r"|margins?|error|turnout|respectively|unemployment|jobless|inflation|rates?|averag(?:e[ds]?|ing)|interest"
    r"|discounts?|humidity|probability"
    r"|chance|likely|likelihood|odds|approval|popularity|confidence|accuracy|tax(?:es)?|tariffs?|returns?|yields?"
    r"|higher|lower|more|less|fewer"
    r"|multiple|several|cited|mention(?:ed)?|listed|named|reported|worr(?:y|ied)|concerned|use[ds]?|using"
    r"|owned[ ]an?|watch(?:ed)?|read|heard|played"
    r"|in[ ](?:19|20)\d\d|last[ ](?:year|month|week)|this[ ]year|whites?|blacks?|hispanics?|latinos?"
    r"|per[ ](?:year|month)|capacity|completed?"
    r"|rang(?:e|es|ed|ing)|must|needs?|counted|reporting|at[ ]least|agree|pass(?:ed)?|recover(?:ed|y))\b",
)
_DIVIDED = (
    r"\b(?:ma[dk]e[s]?[ ]up|making[ ]up|account(?:s|ed|ing)?[ ]for|compris(?:e[sd]?|ing)|constitut(?:e[sd]?|ing)"
    r"|consist(?:s|ed|ing)?|composed|composition"
    r"|split|divided|breakdown|broke[n]?[ ]down|mix(?:ture)?|blend(?:ed)?|shared[ ]out|stake|came|come[s]?|goes"
    r"|went|sourced|generated"
    r"|chose|picked|opted|preferred|voted|backed|own(?:s|ed|ership)?|poll[ ]put|made[ ]of|electorate|ballots?"
    r"|vote|seats|by[ ]age|took|takes?|provide[sd]?|suppl(?:y|ies|ied)|produce[sd]?|received|holds?|held"
    r"|final[ ]count|run-?off|referendum|primary|distribution|portfolio)\b"
)
_DIVIDING = pattern(_DIVIDED)
# What is left when the others are counted.
_RESIDUE = pattern(
    r"\b(?:neither|none|nobody|other|others|rest|remaining|remainder|undecided|unsure|not[ ]sure|no[ ]opinion"
    r"|no[ ]preference|no[ ]view|no[ ]answer"
    r"|abstain(?:ed|ing)?|elsewhere|don[’']t[ ]know|didn[’']t[ ]know|did[ ]not[ ]know|do[ ]not[ ]know|withdrawn"
    r"|independents?|invalid|spoil(?:ed|t)|blank)\b"
)
# Grades and answers of one scale, of which nobody gives two: two of a row are enough.
_SCALES = tuple(
    tuple(pattern(rf"\b(?:{words})\b") for words in row)
    for row in (
        ("yes", "no", "maybe"),
        ("support(?:ed|s)?|favou?r(?:ed|s)?|in[ ]favou?r|backed|for", "oppos(?:e[ds]?|ing)|against|rejected"),
        (
            "too[ ](?:high|much|many|fast|big|far|long|old|strict)",
            "too[ ](?:low|little|few|slow|small|short|young|lax)",
            "about[ ]right|just[ ]right",
        ),
        ("better", "worse", "same|unchanged|no[ ]different"),
        ("satisfied|happy", "dissatisfied|unhappy"),
        ("good|excellent", "fair|average", "poor|bad"),
        ("upheld|allowed|granted", "rejected|dismissed|refused|denied", "withdrawn|pending|settled"),
        ("men|male|males|boys", "women|female|females|girls"),
        ("urban|city|cities", "rural|countryside"),
        ("married", "single|unmarried", "divorced|widowed"),
        ("always", "sometimes|often", "never|rarely"),
        ("full-time", "part-time"),
        ("won|wins", "lost|losses", "drew|drawn|draws"),
        ("under", "over|older|above"),
        ("younger", "older"),
        ("north", "south"),
        ("owned|owners?", "rented|tenants?|renters?"),
        ("on[ ]time", "late"),
        ("car", "bus|train|rail|tram", "foot|bike|bicycle"),
        ("cash", "card|cheque|check"),
        ("public", "private"),
        ("domestic|home", "foreign|abroad|overseas"),
    )
)
_OPPOSITES = tuple(
    pattern(rf"\b(?:{words})\b") for words in ("let|occupied|full|filled", "empty|vacant|unlet|unoccupied")
)
_ELECTED = pattern(r"\b(?:final[ ]count|run-?off|referendum)\b")
_PREPOSITION = pattern(
    r"(?:of[ ](?:(?:the|its|their|his|her|all)[ ])?[a-z]+[ ])?(?:(?:are|is|were|was|will|would|live[ds]?|goes|go"
    r"|went|came|come|work|travel|arrive[ds]?)[ ])*(from|by|on|in|to|for|at|with)\b"
)
# A word for stuff or a name alone: “66% wheat, 22% rye”.
_BARE = pattern(r"[a-z][a-z-]{2,14}")
_AGED = pattern(
    r"(?:(?:of[ ](?:the[ ])?[a-z]+[ ])?(?:are|is|were|was)[ ])?(?:aged?|under|over|between|older|younger"
    r"|[\ue002\ue003\ue004])"
)
_ALL_OF = pattern(r"of[ ](?:its|their|his|her|all|total)[ ]")
# The result of a vote: “57 percent to 46 percent”.
_TO = pattern(rf"{PERCENT}[ ](?:to|against)[ ]{PERCENT}")
_VOTED = pattern(r"\b(?:vote[sd]?|voters|ballots?|election|referendum|approved|rejected|passed|carried)\b")


def find_whole_mismatches(sentence: Figured) -> Iterator[Mismatch]:
    """Yield the last of some shares that exclude each other and make more than 100 per cent."""
    if sentence.text.count(PERCENT) < 1:
        return
    for listed in [*find_lists(sentence, _is_share)] or find_lists(sentence, _may_be_share):
        total = sum((each.value for each in listed.figures), Decimal(0))
        most = _MOST_PAIR if len(listed.items) == _PAIR else _MOST
        is_one = not is_of_shares(sentence, listed.figures)
        if is_one and HUNDRED + _slack(listed.figures) < total <= most and _excludes(sentence.text, listed, total):
            last = listed.figures[-1]
            told = " + ".join(_number(sentence, each) for each in listed.figures)
            yield Mismatch(last.start, last.end, sentence.written(last), told, f"{show(total)} per cent")
    yield from _find_results(sentence)


def _find_results(sentence: Figured) -> Iterator[Mismatch]:
    """Yield the second share of a result of a vote that makes more than 100 per cent: “57 percent to 46 percent”."""
    text = sentence.text
    for match in _TO.finditer(text):
        one, two = sentence.figure_at(match.start()), sentence.figure_at(match.end() - 1)
        total = one.value + two.value
        is_vote = _VOTED.search(text.lower()) is not None and not _NOT_ONE.search(text.lower())
        if HUNDRED + _slack((one, two)) < total <= _MOST_PAIR and is_vote and not (one.bound or two.bound):
            told = f"{_number(sentence, one)} + {_number(sentence, two)}"
            yield Mismatch(two.start, two.end, sentence.written(two), told, f"{show(total)} per cent")


def _slack(figures: Sequence[Figure]) -> Decimal:
    """Return by how much rounding and “about” may make shares more than 100 per cent."""
    steps = sum((min(each.quantity.step, Decimal(1)) for each in figures), Decimal(0)) / 2
    return min(_OVER, steps + _LITTLE) + sum(each.bound == "about" for each in figures)


_LITTLE = Decimal("0.5")


def _is_share(figure: Figure) -> bool:
    return figure.bound in ("", "about") and figure.quantity.kind == "percent"


def _may_be_share(figure: Figure) -> bool:
    """Tell whether a figure may be a share without its sign: “55 per cent were for it, 35 against”."""
    return _is_share(figure) or (figure.bound == "" and figure.quantity.kind == "plain" and figure.value < HUNDRED)


def _number(sentence: Figured, figure: Figure) -> str:
    return sentence.source[figure.quantity.start : figure.quantity.end]


def _excludes(text: str, listed: Listed, total: Decimal) -> bool:
    """Tell whether the shares of a list are of one whole, and nothing is in two of them."""
    items = listed.items
    if items[0].figure.quantity.kind != "percent" or _NOT_ONE.search(text.lower()):
        return False
    words = [f"{item.before} {item.behind}".lower() for item in items]
    said = " ; ".join(words)
    if sum(word.startswith(("of ", "of the ")) for word in (item.behind for item in items)) > 1:
        return False
    on_scale = any(sum(any(regex.search(word) for word in words) for regex in row) > 1 for row in _SCALES)
    if len(items) == _PAIR:
        is_pair = all(regex.search(said) for regex in _OPPOSITES)
        of_one = items[0].behind.startswith("of ") or all(_BARE.fullmatch(item.behind) for item in items)
        return (
            is_pair
            or (on_scale and (of_one or _DIVIDING.search(text.lower()) is not None))
            or _ELECTED.search(text.lower()) is not None
        )
    is_short = len(items) > _PAIR and any(each.quantity.kind == "plain" for each in listed.figures)
    if on_scale or _RESIDUE.search(words[-1]):
        return True
    if is_short:
        return False
    return total <= _NEAR or _DIVIDING.search(text.lower()) is not None or _are_alike(items)


def _are_alike(items: Sequence[Item]) -> bool:
    """Tell whether the items have the same preposition, or are names of stuff and no more."""
    found = [_PREPOSITION.match(item.behind) for item in items]
    if all(found):
        words = {match[1] for match in found if match}
        return bool(words & {"from", "by", "on", "for", "to"}) or _ALL_OF.match(items[0].behind) is not None
    if all(_AGED.match(item.behind) for item in items):
        return True
    return all(_BARE.fullmatch(item.behind) for item in items)
