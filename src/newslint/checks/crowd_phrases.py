"""Read who is the source of a sentence, where it has no name: “old hands at the port”, “somebody close to her”."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newslint.patterns import pattern
from newslint.records import NamedTuple

__all__ = ["CERTAIN", "CLAIMED_ANYHOW", "QUOTED", "Crowd", "CrowdReader", "Token", "Words"]

QUOTED = "“”"
# The endings of what people are called.
_SUFFIXED = pattern(
    r"[a-z-]{2,30}(?:er|or|ist|ian|ican|ant|ent|eer|ee|man|woman|person|smith|crat|mate|wife|ster|nary|hand|guard|maid|folk|wright)"
)
_PLURAL_MEN = pattern(r"[a-z-]{2,30}(?:men|women|people|folks?|wives|naries)")
_THINGS = ("ment", "tion", "ence", "ance")
_DETERMINERS = frozenset(
    "his her their its the these those some many most several few all other both two three four five six seven eight "
    "nine ten dozens hundreds thousands scores plenty countless numerous various certain enough more fellow a an one "
    "another any every no lots almost nearly virtually practically not so too very good great of".split()
)
_COUNTED = frozenset(
    "number lot handful majority group couple chorus string host score dozen few many minority sections parts".split()
)
_DETERMINED = _DETERMINERS | _COUNTED
_BODIES = frozenset("crowd congregation audience village community electorate party squad team trade public".split())
_INDEFINITE = frozenset("a an one another".split())
_POSSESSIVE = frozenset("his her their its".split())
# Whose they are tells nothing of these.
_OWNED = frozenset("critic detractor rival opponent enemy foe friend colleague ally circle".split())
_BACK = frozenset("the these those both all them".split())
_ALONE = frozenset("those somebody someone insiders locals".split())
_APART = frozenset("present in on at close with within who inside familiar briefed involved aware near working".split())
_SOME = frozenset("some many several few most".split())
# Who speaks for a body, or whose word is public, may be told by the office alone.
_SPEAKING = frozenset(
    "spokesman spokeswoman spokesperson representative judge magistrate coroner court reporter moderator host "
    "interviewer narrator reader voter prosecutor editor respondent jury lawyer attorney president council agency "
    "newspaper broadcaster publisher airline carmaker supplier retailer manufacturer operator".split()
)
_COMPANY = frozenset("circle entourage".split())
_DOING = frozenset("who familiar close briefed involved with".split())
# “Doctors said she was stable” speaks of hers.
_ATTENDING = frozenset(
    "doctors medics paramedics surgeons vets counselors counsellors members participants figures users".split()
)
# Anybody at all, where nothing describes them.
_ANYBODY = frozenset("people persons folk folks men women children kids families".split())
_UNTOLD = frozenset("when if unless whether than until before after once".split())
_BELIEVED = ["to", "be", "believed"]
_SLIP = frozenset("slip on know".split())
_PARTS = frozenset("sections parts".split())
_THERE = frozenset("him her them his one".split())
_WAS = frozenset("former ex- retired one senior onetime one-time".split())
_STOPS = frozenset(
    "the a an his her their its this those of in at on near close familiar with from who whose whom which "
    "that to around outside inside within behind by for along across involved briefed living working speaking "
    "and or but as than up there here nearby it they he she we i is are was were be been have has had will "
    "would can could may might must do does did not when where while after before because since about into "
    "over under against during between among without aware".split()
)
_AFTER_HEAD = frozenset(
    "of in at on near nearby close familiar with from who whose around outside inside within behind along across "
    "involved briefed living working there here up aware".split()
)
_HELPERS = frozenset("have has had are is was were also still now will would can long even themselves all both".split())
_BE = frozenset("are were is was be been being remain remained".split())
# What claims something whether a rule lists it or not: “told”, “let slip”, “are to be believed”.
CLAIMED_ANYHOW = frozenset(("told", "let", "believed"))
CERTAIN = frozenset(
    "convinced adamant certain sure unhappy furious angry sceptical skeptical doubtful worried afraid unconvinced "
    "incensed livid fearful hopeful confident pessimistic".split()
)
_NO_VERBS_AFTER = frozenset("who to that which whom not if whether than of the a an in on for from with by".split())
_CLAUSE_STARTS = frozenset(", ; — – : ( “” but and while though although yet as because where so what".split())
# What leads to a source: “according to”, and the words around a view.
_AMONG = frozenset(
    f"{before} {after}"
    for before in "the a an common general by growing some".split()
    for after in ("of", "among", "in", "on", "from", "between")
)
_LONGEST = 14  # words
_MOST_DETERMINERS = 6
_MOST_NOUNS = 5


class Words(NamedTuple):
    """What a rule tells of words; nouns are in the singular."""

    verbs: frozenset[str]
    people: frozenset[str]
    plurals: frozenset[str]
    offices: frozenset[str]
    others: frozenset[str]
    views: frozenset[str]


class Token(NamedTuple):
    """A word or mark of a block and its range.

    A quotation is one token, which may end as speech does within a sentence, or be a title.
    """

    text: str
    start: int
    end: int
    is_open_ended: bool = False
    is_title: bool = False


class Crowd(NamedTuple):
    """The words that name a crowd or somebody of one in a block: their range, and the head noun.

    What describes them further ends at `reach`.
    """

    start: int
    end: int
    reach: int
    noun: str
    is_one: bool
    is_subject: bool


@lru_cache(maxsize=8)
def _leading(verbs: frozenset[str], views: frozenset[str]) -> frozenset[str]:
    """Return words that may lead to who is the source."""
    return verbs | views | {"according", "for", "per"}


class CrowdReader:
    """Read who is the source of a sentence."""

    def __init__(self, tokens: Sequence[Token], words: Words) -> None:
        self._tokens = tokens
        self._words = words
        self._low = [token.text.lower() for token in tokens]

    def first(self) -> Crowd | None:
        """Read the first crowd that begins at the start of a clause, or to which some words lead."""
        low, leading = self._low, _leading(self._words.verbs, self._words.views)
        starts = (at for at, word in enumerate(low) if not at or low[at - 1] in _CLAUSE_STARTS or word in leading)
        return next(filter(None, map(self.read, starts)), None)

    def read(self, at: int) -> Crowd | None:
        """Read a crowd that begins at a word, or to which the words from there lead."""
        if at == 0 or (self._low[at - 1] in _CLAUSE_STARTS and not self._is_apposed(at)):
            head = self._phrase(at)
            if head is not None and self._is_said_after(head):
                return self._crowd(at, head, is_subject=at == 0 or self._low[at - 1] != "as")
        start = self._led_to(at)
        return None if start is None else self._read_phrase(start, is_subject=False)

    def _read_phrase(self, start: int, is_subject: bool) -> Crowd | None:
        head = self._phrase(start)
        return None if head is None or self._is_title(head) else self._crowd(start, head, is_subject)

    def _is_title(self, head: int) -> bool:
        """Tell whether a name follows a noun: “consultants Roe and Lund”."""
        after = self._tokens[head + 1 : head + 2]
        return bool(after) and after[0].text[:1].isupper() and not after[0].text.endswith("day")

    def _is_apposed(self, at: int) -> bool:
        """Tell whether words stand in apposition to a name: “Ana Roe, a tenant”."""
        is_name = at > 2 and self._low[at - 1] == "," and self._tokens[at - 2].text[:1].isupper()
        return is_name and self._low[at] in _INDEFINITE

    def _crowd(self, start: int, head: int, is_subject: bool) -> Crowd:
        noun = self._low[head]
        is_one = not self._is_plural(noun) and noun not in _COMPANY
        after, tokens, last = head + 1, self._tokens, min(len(self._low), head + _LONGEST)
        while after < last and tokens[after].text.islower() and self._low[after] not in self._words.verbs:
            after += 1
        return Crowd(tokens[start].start, tokens[head].end, tokens[after - 1].end, noun, is_one, is_subject)

    def read_at(self, start: int) -> Crowd | None:
        """Read a crowd that begins at an offset of the block, where somebody is known to speak."""
        at = next((at for at, token in enumerate(self._tokens) if token.start == start), None)
        if at and self._low[at - 1] in _UNTOLD:
            return None
        return None if at is None else self._read_phrase(at, is_subject=True)

    def _led_to(self, at: int) -> int | None:
        """Return where a source begins to which words lead: “according to”, “in the view of”, “agreed”."""
        word, before = self._low[at], self._low[at - 1] if at else ""
        after = "".join(self._low[at + 1 : at + 2])
        if f"{word} {after}" == "according to" or (word in self._words.views and f"{before} {after}" in _AMONG):
            return at + 2
        is_led = self._is_preposition(word, before, after) or (word in self._words.verbs and self._is_tag(at, before))
        return at + 1 if is_led else None

    def _is_preposition(self, word: str, before: str, after: str) -> bool:
        """Tell whether “per” or, beside a quotation, “for” leads to those who hold something."""
        if word == "for":
            return QUOTED in self._low and before in ("", ",", QUOTED) and after in _SOME
        return word == "per" and before in (",", "", "—", "as")

    def _is_tag(self, at: int, before: str) -> bool:
        """Tell whether a verb stands after what is said: “…,” agreed; so say."""
        return before in (QUOTED, "so") or (before == "," and len(self._low) - at <= _LONGEST)

    def _phrase(self, start: int) -> int | None:
        """Return the head noun of a phrase, read from a place, for people who have no name."""
        low, first = self._low, self._skip_determiners(start)
        at = first
        while at < len(low) and at - first < _MOST_NOUNS and self._is_noun_part(at, start):
            at += 1
        head = at - 1
        if at == first:
            return self._head_alone(head, start)
        return head if self._is_people(head, start) else None

    def _head_alone(self, head: int, start: int) -> int | None:
        """Return the head of “those close to her” and “many on the estate”; a bare “some” has been told of before."""
        low = self._low
        if head < start:
            return head + 1 if not _ALONE.isdisjoint(low[head + 1 : head + 2]) else None
        is_alone = low[head] in _ALONE or (low[head] in _SOME and head == start)
        is_apart = not _APART.isdisjoint(low[head + 1 : head + 2])
        return head if is_alone and is_apart and not self._is_anybody(head, start) else None

    def _is_anybody(self, head: int, start: int) -> bool:
        """Tell whether “those who swim” are anybody: nothing leads to them."""
        before = self._low[start - 1] if start else ""
        is_led = before in self._words.verbs or before in ("to", "of", "among")
        return self._low[head : head + 2] == ["those", "who"] and not is_led

    def _skip_determiners(self, start: int) -> int:
        """Return where the nouns of a phrase begin; “some of the women” are known, and end there."""
        at, end = start, min(len(self._low), start + _MOST_DETERMINERS)
        while at < end and self._low[at] in _DETERMINED:
            is_back = at > start and self._low[at] in _BACK and self._low[at - 1] == "of"
            if is_back and self._low[start] not in _PARTS:
                return at - 1
            at += 1
        return at

    def _is_noun_part(self, at: int, start: int) -> bool:
        token, word = self._tokens[at].text, self._low[at]
        if word in _STOPS or not word[0].isalpha() or "’" in word or "'" in word:
            return False
        if at == start:
            return not word.endswith("ing") and (token.islower() or (start == 0 and token[1:].islower()))
        return token.islower() and not self._ends_before(at, word)

    def _ends_before(self, at: int, word: str) -> bool:
        """Tell whether a noun for people ends before a verb or an adverb."""
        return word in self._words.verbs or (word.endswith("ly") and self._is_plural(self._low[at - 1]))

    def _is_people(self, head: int, start: int) -> bool:
        word, before = self._low[head], self._low[start:head]
        noun = self._singular(word)
        if not (noun in _OWNED or _POSSESSIVE.isdisjoint(before)):
            return False
        if word in _BODIES or word in _COMPANY:
            return head > start if word in _COMPANY else not _PARTS.isdisjoint(before)
        if self._is_plural(word):
            return self._are_people(head, start, noun)
        return self._low[start] in _INDEFINITE and self._is_single(word) and self._is_open(head, before)

    def _are_people(self, head: int, start: int, noun: str) -> bool:
        if noun in self._words.offices or (head == start and self._is_known(head, self._low[head])):
            return False
        return self._low[start] not in _INDEFINITE or not _COUNTED.isdisjoint(self._low[start:head])

    def _is_known(self, head: int, word: str) -> bool:
        """Tell whether a noun that stands alone is one of somebody's, of anybody at all or the name of a people."""
        if word in _ANYBODY:
            return self._low[head + 1 : head + 2] == [] or self._low[head + 1] not in _AFTER_HEAD
        return word in _ATTENDING or (head == 0 and _is_nation(word))

    def _is_open(self, head: int, before: Sequence[str]) -> bool:
        """Tell whether a noun leaves open who it is: any but an office that is not somebody's of before."""
        is_described = not _DOING.isdisjoint(self._low[head + 1 : head + 2])
        return self._low[head] not in _SPEAKING or is_described or not _WAS.isdisjoint(before)

    def _is_plural(self, word: str) -> bool:
        if word in self._words.plurals or word in _ALONE or _PLURAL_MEN.fullmatch(word):
            return True
        return word.endswith("s") and not word.endswith("ss") and self._is_single(self._singular(word))

    def _singular(self, word: str) -> str:
        if word.endswith("ies"):
            return f"{word[:-3]}y"
        is_longer = word.endswith("es") and (word[:-2] in self._words.people or word[:-2] in self._words.offices)
        return word[:-2] if is_longer else word.removesuffix("s")

    def _is_single(self, word: str) -> bool:
        if word in self._words.people or word in self._words.offices:
            return True
        return word not in self._words.others and not word.endswith(_THINGS) and _SUFFIXED.fullmatch(word) is not None

    def _is_said_after(self, head: int) -> bool:
        """Tell whether a verb of claiming follows a noun and what describes it, all in small letters."""
        low, at = self._low, head + 1
        if at < len(low) and low[at] in _AFTER_HEAD:
            at = self._skip_description(at)
        while at < len(low) and self._is_helper(at):
            at += 1
        if low[at : at + 3] == _BELIEVED:
            return True
        return at < len(low) and self._tokens[at].text.islower() and self._is_claimed(at)

    def _is_claimed(self, at: int) -> bool:
        """Tell whether a word claims something; not “told him”, which is part of a story, nor “let” but “let slip”."""
        low, after = self._low, self._low[at + 1 : at + 2]
        if low[at - 1] in _BE:
            return low[at] in CERTAIN
        if low[at] in ("told", "let"):
            return _THERE.isdisjoint(after) if low[at] == "told" else not _SLIP.isdisjoint(after)
        return low[at] in self._words.verbs

    def _is_helper(self, at: int) -> bool:
        return self._low[at] in _HELPERS or self._low[at].endswith("ly")

    def _skip_description(self, start: int) -> int:
        """Return where what describes a noun ends: before the first verb of claiming; past all if there is none."""
        low = self._low
        for at in range(start + 1, min(len(low), start + _LONGEST)):
            if not self._tokens[at].text.islower():
                break
            if low[at] in self._words.verbs and low[at - 1] not in _NO_VERBS_AFTER:
                while self._is_helper(at - 1):
                    at -= 1
                return at
        return len(low)


def _is_nation(word: str) -> bool:
    """Tell whether a word that begins a sentence may be the name of a people or a party: “Republicans”."""
    return word.endswith("ans") and not word.endswith(("icians", "rians"))
