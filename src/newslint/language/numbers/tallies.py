"""Find what the figures of a sentence count, as far as articles tell it twice: tolls, sums of money, votes.

A tally has heads, which are what it counts (the dead, a fine), and is told as known where it is taken up (“the 14
dead”, “the $2m gift”, “the 7-2 vote”). Only the words around a figure are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from newslint.language.numbers.bounds import bound_before, bound_behind
from newslint.language.numbers.quantities import Quantity
from newslint.language.numbers.votes import VOTE_WORDS, Vote, find_votes
from newslint.language.units.similarity import stem
from newslint.patterns import pattern
from newslint.records import NamedTuple

TallyKind = Literal["toll", "money", "vote"]


class Tally(NamedTuple):
    """Hold a figure of a text with what it counts: its half-open span, its kind and its values, one or two.

    `heads` are what it counts: the class of a toll, the roles of a sum. `noun` is the stem of what is counted, where
    that says more than “people”. `unit` is a currency, `rate` what a sum is paid for. `is_bounded` is for “at least”
    and “about”, `is_known` for what is taken up, unless words behind it say which is meant.
    """

    start: int
    end: int
    kind: TallyKind
    values: tuple[Decimal, ...]
    heads: frozenset[str]
    noun: str = ""
    unit: str = ""
    rate: str = ""
    is_bounded: bool = False
    is_known: bool = False
    step: Decimal = Decimal(1)


def _by_word(rows: str) -> Mapping[str, frozenset[str]]:
    """Return the names of the rows in which each word stands; a row begins with its name."""
    found: dict[str, set[str]] = {}
    for row in rows.strip().splitlines():
        name, _, words = row.strip().partition(":")
        for word in words.split():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


_STATES = _by_word(
    """
    dead: dead died die dies dying killed deaths fatalities drowned perished lives bodies victims
    injured: injured injuries wounded hurt
    missing: missing unaccounted
    arrested: arrested arrests detained
    rescued: rescued saved
    evacuated: evacuated
    """
)
_DOING = _by_word(
    """
    dead: killed kill kills killing claimed claims drowned buries buried burying
    injured: injured injuring injures wounded wounding wounds hurts hurting
    arrested: arrested arresting detained
    rescued: rescued rescuing saved saving
    evacuated: evacuated evacuating
    """
)
_ROLES = _by_word(
    """
    gift: gift gifts donation donated donate gave give gives bequest bequeathed legacy left leaves leave grant grants
    fine: fine fined fines penalty
    price: cost costs price priced paid pay pays bought buy sold sell sale fetched auction fee fees transfer bid
    ransom: ransom
    settlement: settlement settle settled damages compensation payout
    prize: prize winnings jackpot
    loan: loan loans borrowed borrow debt debts owe owes owed mortgage lent
    loss: thieves thief raid burglars lost swindled stolen stole cheated defrauded robbed embezzled haul scam theft
    appeal: raised raise appeal fundraising
    deal: deal contract order
    wage: salary wage wages earns earned paid
    budget: budget
    rent: rent rents
    bail: bail
    reward: reward
    bonus: bonus
    damages: damages compensation awarded award payout
    """
)
# Words of which a text that tells a toll has one, cut at hyphens.
TOLL_WORDS = frozenset([*_STATES, *_DOING, "toll", "lost", "loss", "death"])
ROLE_WORDS = frozenset(_ROLES)
_GENERIC = frozenset(
    map(
        stem,
        "people persons victims dead bodies lives deaths fatalities casualties others injured wounded".split(),
    )
)
_LINKS = frozenset(
    """who that which have has had were was are is been being feared confirmed found later presumed believed reported
    still also so far""".split()
)
_NO_NOUN = frozenset(
    """of in on at to for from by with and or but after before when while if as than per years year days months weeks
    hours minutes times percent miles a an the his her their its it he she they say said says told seats points votes
    goals runs yards""".split()
)
_BOUNDING = frozenset("at least about around some up to more than nearly almost over as many the of just only".split())
_TOKENS = pattern(r"[A-Za-z’'-]+|\d[\d,.]*|[^\sA-Za-z\d]")
_AHEAD, _BACK, _NEAR = 90, 60, 9
_TAKEN_UP = frozenset("the those these all this that".split())
# Words that say which of several things are meant.
_WHICH = frozenset("in at on from by during near last since between under within that which for to at".split())
_RATE = frozenset(
    "hour day week month year night share barrel litre liter head person kilo pound tonne ticket seat".split()
)
_ENDS = frozenset('.;:?!()“”"')


def find_tallies(
    text: str, start: int, end: int, quantities: Sequence[Quantity], words: frozenset[str]
) -> Iterator[Tally]:
    """Yield the tallies of a sentence of a text [start, end) that has these quantities.

    `words` are those of the text in small letters: what has none for a kind need not be searched for it.
    """
    may_toll, may_vote = not TOLL_WORDS.isdisjoint(words), not (VOTE_WORDS | _RESULT_NOUNS).isdisjoint(words)
    for each in quantities:
        if each.kind == "money":
            yield _read_sum(text, start, end, each)
        elif each.kind == "plain" and each.value > 1 and (may_toll or _taken_up(text, each.start)):
            found = _read_toll(text, start, end, each)
            if found:
                yield found
    if may_vote:
        for vote in find_votes(text, start, end):
            found = _read_vote(text, start, end, vote)
            if found:
                yield found


def _words_before(text: str, start: int, at: int) -> list[str]:
    return [token.lower() for token in _TOKENS.findall(text[max(start, at - _BACK) : at])]


def _words_behind(text: str, end: int, at: int) -> list[str]:
    return _TOKENS.findall(text[at : min(end, at + _AHEAD)])


def _taken_up(text: str, at: int) -> bool:
    return text[max(0, at - 8) : at].lower().split()[-1:] in (["the"], ["those"], ["these"], ["all"])


def _bounded(text: str, quantity: Quantity) -> bool:
    return bool(bound_before(text, quantity.start)[0] or bound_behind(text, quantity.end)[0])


def _read_toll(text: str, start: int, end: int, quantity: Quantity) -> Tally | None:
    """Return what a plain number tells of people or animals: how many died, or a number of some that are known."""
    behind = _words_behind(text, end, quantity.end)
    before = _words_before(text, start, quantity.start)
    noun, at = _read_nouns(behind)
    heads, last = _state_behind(behind, at)
    heads = heads or _state_before(before)
    is_known = _taken_up(text, quantity.start)
    if not heads and not (is_known and noun):
        return None
    follows = behind[last].lower() if last < len(behind) else ""
    is_known = is_known and follows not in _WHICH
    noun = "" if stem(noun) in _GENERIC else stem(noun)
    if not heads and (not noun or not is_known):
        return None
    return Tally(
        quantity.start,
        quantity.end,
        "toll",
        (quantity.value,),
        heads,
        noun,
        "",
        "",
        _bounded(text, quantity),
        is_known,
        quantity.step,
    )


def _read_nouns(behind: Sequence[str]) -> tuple[str, int]:
    """Return the noun behind a number, in small letters, and where the words after it begin."""
    noun, at = "", 0
    while at < min(len(behind), _MOST_NOUNS):
        word = behind[at].lower()
        if not word[0].isalpha() or word in _LINKS or word in _NO_NOUN:
            break
        if word in _STATES and word not in _COUNTED:
            break
        noun, at = word, at + 1
        if word.endswith("s") or word in _PLURALS or word in _STATES:
            break
    return noun, at


_MOST_NOUNS = 3
_PLURALS = frozenset(
    "people men women children cattle sheep police fish personnel crew staff clergy deer teenagers".split()
)
# Words of a class that are nouns: “nine bodies”.
_COUNTED = frozenset("bodies victims deaths lives fatalities injuries arrests".split())


def _state_behind(behind: Sequence[str], at: int) -> tuple[frozenset[str], int]:
    """Return the class that the words behind a number and its noun tell, and where they end."""
    if at and behind[at - 1].lower() in _STATES:
        return _STATES[behind[at - 1].lower()], at
    at = _skip_aside(behind, at)
    links = at
    while at < len(behind) and behind[at].lower() in _LINKS:
        at += 1
    word = behind[at].lower() if at < len(behind) else ""
    if word in _STATES and word not in _COUNTED:
        return _STATES[word], at + 1
    if [each.lower() for each in behind[at + 1 : at + 3]] == ["to", "death"]:
        return frozenset(["dead"]), at + 3
    if word == "lost" and (
        at > links or [each.lower() for each in behind[at + 1 : at + 3]] in (["their", "lives"], ["their", "life"])
    ):
        is_life = behind[at + 1 : at + 2] == ["their"]
        return (
            (frozenset(["dead"]), at + (3 if is_life else 1))
            if is_life or behind[at + 1 : at + 2] in ([], ["."], [","])
            else (frozenset(), at)
        )
    if at > links:
        # “were overcome by fumes and died”
        for place in range(at, min(len(behind) - 1, at + 6)):
            if behind[place][0] in _ENDS or behind[place] == ",":
                break
            if behind[place] == "and" and behind[place + 1].lower() in ("died", "killed", "drowned", "perished"):
                return frozenset(["dead"]), place + 2
    return frozenset(), at


def _skip_aside(behind: Sequence[str], at: int) -> int:
    """Return the place behind a short aside between commas: “the three students, all 20, were …”."""
    if behind[at : at + 1] == [","]:
        for place in range(at + 1, min(at + 5, len(behind))):
            if behind[place] == ",":
                return place + 1
    return at


def _state_before(before: Sequence[str]) -> frozenset[str]:
    """Return the class that the words before a number tell: “killed at least 12”, “the toll reached 12”."""
    at = len(before) - 1
    while at >= 0 and at > len(before) - 6 and before[at] in _BOUNDING:
        at -= 1
    word = before[at] if at >= 0 else ""
    if word in _DOING:
        return _DOING[word]
    tail = before[-_NEAR:]
    if before[at : at + 1] == ["loss"] or (
        "toll" in tail and not any(token[0].isdigit() for token in tail[tail.index("toll") :])
    ):
        return frozenset(["dead"])
    return frozenset()


def _read_sum(text: str, start: int, end: int, quantity: Quantity) -> Tally:
    """Return a sum of money with the roles of the words around it."""
    before = _cut(reversed(_words_before(text, start, quantity.start)))[:_NEAR]
    behind = _words_behind(text, end, quantity.end)
    near = [*before, *(word.lower() for word in _cut(behind)[:_NEAR])]
    heads = frozenset(role for word in near for role in _ROLES.get(word, ()))
    rate = behind[1].lower() if len(behind) > 1 and behind[0].lower() in ("a", "an", "per") else ""
    noun = behind[0].lower() if behind and behind[0].islower() and behind[0] not in _NO_NOUN | _LINKS else ""
    follows = behind[1].lower() if len(behind) > 1 else ""
    is_known = before[:1] != [] and before[0] in _TAKEN_UP and bool(noun) and follows not in _WHICH
    rate = rate if rate in _RATE else ""
    return Tally(
        quantity.start,
        quantity.end,
        "money",
        (quantity.value,),
        heads,
        stem(noun) if noun else "",
        quantity.currency or "",
        rate,
        _bounded(text, quantity),
        is_known,
        quantity.step,
    )


def _cut(words: object) -> list[str]:
    found: list[str] = []
    for word in words:  # type: ignore[attr-defined]
        if word in _ENDS:
            break
        found.append(word)
    return found


_RESULT_NOUNS = frozenset(
    "vote split tie result decision margin ruling tally count defeat victory majority verdict".split()
)


_CERTAIN = frozenset("vote votes voted voting ballot ballots ruling ruled jury jurors ratified motion bill".split())
_SPORT = frozenset(
    """game games match matches goal goals season win won wins lost loss record played play team teams coach league half
    quarter score scored innings lead beat sets round final semifinal draw drew""".split()
)


def _read_vote(text: str, start: int, end: int, vote: Vote) -> Tally | None:
    """Return a result, or None for one of sport; its head is “vote” where its sentence says that it is of one."""
    own = frozenset(token.lower() for token in _TOKENS.findall(text[start:end]))
    behind = [word.lower() for word in _words_behind(text, end, vote.end)[:2]]
    before = _words_before(text, start, vote.start)
    is_known = (
        behind[:1] != []
        and behind[0] in _RESULT_NOUNS
        and before[-1:] in (["the"], ["that"], ["this"], ["a"], ["its"], ["their"])
    )
    if _CERTAIN.isdisjoint(own) and not _SPORT.isdisjoint(own):
        return None
    heads = frozenset() if VOTE_WORDS.isdisjoint(own) else frozenset(["vote"])
    values = (Decimal(vote.votes[0]), Decimal(vote.votes[1]))
    return Tally(vote.start, vote.end, "vote", values, heads, behind[0] if is_known else "", "", "", False, is_known)
