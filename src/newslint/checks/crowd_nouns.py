"""Read a noun phrase for people who have no name: “several of the mothers”, “a Western official”."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newslint.checks.crowd_phrases import Token, Words
from newslint.patterns import pattern
from newslint.records import NamedTuple

__all__ = ["EXPERTS", "Phrase", "PhraseReader"]

# What they say counts as knowledge, so that readers must know whose it is; “the analysts” are those of before.
EXPERTS = pattern(
    r"(?<!the )\b(?i:experts|economists|analysts|scholars|researchers|scientists|strategists|historians|academics"
    r"|[a-z]{3,20}ologists)\Z"
)

_SUFFIXED = pattern(
    r"[a-z-]{2,30}(?:er|or|ist|ian|ican|ant|ent|eer|ee|man|woman|person|smith|crat|mate|wife|ster|nary|hand|guard|maid|folk|wright)"
)
_PLURAL = pattern(r"[a-z-]{2,30}(?:men|women|people|folks?|wives|naries)")
_THINGS = ("ment", "tion", "ence", "ance")
_DETERMINERS = frozenset(
    "the these those some many most several few all other both two three four five six seven eight nine ten eleven "
    "twelve dozens hundreds thousands scores plenty countless numerous various certain enough more fellow a an one "
    "another any every lots almost nearly virtually practically not so too very good great of number lot handful "
    "majority group couple chorus string host score dozen minority sections parts half much two-thirds three-quarters "
    "generation growing members section part trickle steady small large at least only just over under about around "
    "roughly even hardly barely scarcely nearly".split()
)
_HEADS = frozenset("everyone everybody those anyone anybody someone somebody".split())
_APART = frozenset(
    "in on at who living working close with within familiar near present inside from of outside behind around".split()
)
# Anybody at all, where nothing describes them.
_ANYBODY = frozenset("people person persons folk folks man woman men women children kids families".split())
_SOME = frozenset("some many several few most others those all".split())
_ALONE = frozenset("some many most others several plenty".split())
_BODIES = frozenset(
    "community congregation crowd electorate shift staff workforce audience public fanbase membership flock squad "
    "team village townspeople parish neighbourhood neighborhood crew cast choir orchestra class town street estate "
    "country county city island valley".split()
)
# Bodies that think and say something as one: “the trade thinks”.
_MINDS = frozenset(
    "trade industry opposition profession market sector dressing-room locker-room commentariat establishment "
    "intelligentsia neighbourhood neighborhood village terraces fanbase fourth-estate".split()
)
_QUANTITIES = frozenset("much half two-thirds three-quarters most sections parts section part many some all".split())
_INDEFINITE = frozenset("a an one another".split())
# Whose they are tells nothing of these.
_OWNED = frozenset(
    "critic detractor rival opponent enemy foe friend colleague ally cellmate classmate schoolmate teammate neighbour "
    "neighbor admirer workmate co-worker coworker flatmate roommate acquaintance landlady landlord contemporary "
    "contact source informant mole handler".split()
)
_SECRET = frozenset("contact source informant mole insider".split())
_POSSESSIVE = frozenset("his her their its my our".split())
# Who speaks for a body, or whose word is public.
_SPEAKING = frozenset(
    "spokesman spokeswoman spokesperson representative judge magistrate coroner court reporter moderator host agency "
    "interviewer narrator reader prosecutor editor respondent jury president council newspaper broadcaster mayor "
    "publisher airline carmaker automaker carrier official police authority minister governor inspector detective "
    "investigator regulator commissioner premier author writer columnist correspondent journalist officer leader "
    "chancellor ambassador pollster ombudsman superintendent registrar defendant plaintiff petitioner claimant viewer "
    "user player participant member candidate voter respondent user supplier retailer manufacturer maker operator "
    "narrator character speaker god lord reader follower person user attacker suspect gunman".split()
)
# Of whom several speak for nobody but themselves.
_SEVERAL = frozenset(
    "prosecutor member developer player voter user participant follower detective inspector leader viewer supplier "
    "retailer manufacturer maker operator petitioner claimant journalist reporter columnist writer author candidate "
    "reader carrier publisher".split()
)
_CAPITALS = frozenset("MP MPs MEP MEPs MSP MSPs GP GPs DJ DJs TD TDs CEO CEOs VIP VIPs".split())
_PLACES = pattern(
    r"(?:[A-Z][a-z]+(?:ern|ish|ese|ian|ean|can|an|ic|ist|ory|our|ch)|Black|White|Jewish|Muslim|Christian|Arab|Sikh|GOP"
    r"|Democratic|Labour|Tory|Green|Year|EU|UN|US|UK|NHS|Pro-[a-z]+|Anti-[a-z]+|Ex-[a-z]+)"
)
_LIVING = frozenset(
    "residents locals villagers neighbours neighbors parents householders homeowners tenants shopkeepers traders "
    "commuters islanders townspeople farmers fishermen".split()
)
_WORDS_WITH_FIGURES = frozenset("figures hands heads troops".split())
# Bodies without a name that speak: “charities warn”.
_GROUPS = frozenset(
    "groups unions charities firms companies businesses clubs organisations organizations associations bodies "
    "campaigns lobbies schools hospitals banks think-tanks parties societies churches chains brands rivals "
    "circles quarters".split()
)
_BEYOND = frozenset("who close familiar briefed involved".split())
_STOPS = frozenset(
    "the a an of this these those some any every each no "
    "in at on near close familiar with from who whose whom which that to around outside inside within behind by for "
    "along across involved briefed and or but as than up there here nearby it they he she we i is are was were be been "
    "have has had will would can could may might must do does did when where while after before because since about "
    "into against during between among without aware , . ; : ( ) — – “” now still also long never already r not his "
    "her their its my our your what how if this itself themselves back".split()
)
_PICKED = frozenset("one two three four five six several some many most".split())
# Bodies that several of them are, without a name: “both camps”.
_SIDES = frozenset("camps sides factions".split())
_COUNTING = frozenset("some many most several few two three four five six dozens scores".split())
_MOST_NOUNS = 6
_MOST_DETERMINERS = 7


class Phrase(NamedTuple):
    """A noun phrase for people: its head, whether it is several, and whether its verb may be of one or several."""

    head: int
    is_plural: bool
    is_body: bool = False


class PhraseReader:
    """Read phrases for people in the tokens of a sentence."""

    def __init__(self, tokens: Sequence[Token], words: Words) -> None:
        self._tokens = tokens
        self._words = words
        self._low = [token.text.lower() for token in tokens]
        low = self._low
        self._described = {word for word, after in pairwise(low) if after in _BEYOND}

    def read(self, start: int) -> Phrase | None:
        """Return the phrase for nameless people that begins at a word."""
        low, first = self._low, self._skip_determiners(start)
        determiners = low[start:first]
        is_owned = self._is_owner(first)
        first += is_owned
        head = self._head(first, start)
        if head is None:
            return self._bare(start, first)
        if self._is_title(head):
            return None
        is_plural = self.is_plural(head)
        if low[head] in _ANYBODY and head == first and not self._is_apart(head + 1):
            return None
        is_own = (
            self.singular(low[head]) in _OWNED or low[head] in _GROUPS or self.is_crowd(low[first - 1].rstrip("’'"))
        )
        if is_owned and not is_own and not self._is_some_of(determiners):
            return None
        is_secret = low[first - 1] in ("my", "our") and low[head] in _SECRET
        is_owned = is_owned and not self._is_some_of(determiners)
        if not is_plural and not is_secret and (is_owned or not self._is_one(determiners, head)):
            return None
        if is_plural and "of" not in determiners and not _INDEFINITE.isdisjoint(determiners):
            return None
        return Phrase(head, is_plural and not self._is_one_of(determiners))

    def _is_title(self, head: int) -> bool:
        """Tell whether a name follows a noun: “economist Ana Roe”."""
        after = self._tokens[head + 1 : head + 2]
        return bool(after) and after[0].text[:1].isupper() and after[0].text not in _CAPITALS

    def _is_apart(self, at: int) -> bool:
        """Tell whether what follows a noun tells of which people it speaks: “people in the queue”."""
        return self._word(at) in _APART or (self._word(at).endswith("ing") and self._word(at) != "being")

    @staticmethod
    def _is_some_of(determiners: Sequence[str]) -> bool:
        """Tell whether somebody is one of several: “one of his bodyguards”."""
        return determiners[1:2] == ["of"] and determiners[0] in _PICKED

    def _is_one_of(self, determiners: Sequence[str]) -> bool:
        return determiners[:2] == ["one", "of"]

    def _is_one(self, determiners: Sequence[str], head: int) -> bool:
        is_described = not _APART.isdisjoint(self._low[head + 1 : head + 2])
        if self._low[head] in _SPEAKING and not is_described:
            return False
        return not _INDEFINITE.isdisjoint(determiners) and "the" not in determiners

    def _bare(self, start: int, first: int) -> Phrase | None:
        """Read “everyone on the street”, “some in the congregation”, “much of the Muslim community”, “the trade”."""
        low = self._low
        last, word = first - 1, self._word(first)
        if word in _HEADS:
            if self._word(first + 1) not in _APART or "not" in low[start:first]:
                return None
            return Phrase(first, word not in ("everyone", "everybody"), is_body=True)
        if last >= start and low[last] in _SOME and word in _APART and word != "of":
            return Phrase(last, is_plural=True)
        if last == start and low[last] in _ALONE and word not in ("of", "a") and not self._is_described_noun(first):
            return Phrase(last, is_plural=True)
        return self._body(start, first)

    def _body(self, start: int, first: int) -> Phrase | None:
        """Read “half the town” and “the trade”, which speak as one."""
        low = self._low
        if self._word(first) in _SIDES and low[start:first] in (["both"], ["all"]) and self._word(first + 1) != "of":
            return Phrase(first, is_plural=True)
        if self._word(first) in _MINDS and low[start:first] == ["the"]:
            return Phrase(first, is_plural=False, is_body=True)
        body = next((at for at in range(first, min(first + 3, len(low))) if low[at] in _BODIES), None)
        if body is not None and low[start] in _QUANTITIES and low[start:first][-1:] in (["of"], ["the"]):
            return Phrase(body, is_plural=True, is_body=True)
        return None

    def _is_described_noun(self, at: int) -> bool:
        """Tell whether a quantity counts a noun that is none for people: “many boats”."""
        word = self._word(at)
        return word.endswith("s") and not word.endswith("ss") and word not in ("has", "was", "is", "says")

    def _word(self, at: int) -> str:
        return self._low[at] if 0 <= at < len(self._low) else ""

    def _skip_determiners(self, start: int) -> int:
        at, low = start, self._low
        end = min(len(low), start + _MOST_DETERMINERS)
        while at < end and (low[at] in _DETERMINERS or low[at].isdigit()):
            at += 1
        return at

    def _is_owner(self, at: int) -> bool:
        word = self._low[at] if at < len(self._low) else ""
        return word in _POSSESSIVE or word.endswith(("’s", "'s", "s’", "s'"))

    def _head(self, first: int, start: int) -> int | None:
        """Return the last noun for people in the words from a place, before a word that ends the phrase."""
        head, end = None, min(len(self._low), first + _MOST_NOUNS)
        for at in range(first, end):
            word, text = self._low[at], self._tokens[at].text
            if word == "close" and self._word(at + 1) != "to":
                continue  # “a close friend”
            if word in _STOPS or "’" in word or "'" in word or not word[0].isalnum():
                break
            if text in _CAPITALS or ((text.islower() or at == 0) and self._is_people(at, first)):
                head = at
            elif head is not None:
                break
            elif not self._is_modifier(at, start):
                return None
        return head

    def _is_modifier(self, at: int, start: int) -> bool:
        text = self._tokens[at].text
        if text.islower() or text.isdigit() or at == 0:
            return True
        if self._low[start] in _INDEFINITE or self._low[start] in _COUNTING:
            return True  # “a Treasury insider”: a name that follows a noun is told apart
        return _PLACES.fullmatch(text) is not None or self._word(at + 1) in _LIVING

    def _is_people(self, at: int, first: int) -> bool:
        word = self._low[at]
        if word in _WORDS_WITH_FIGURES and at == first:
            return False
        if word == "figure":
            return at > first
        noun = self.singular(word)
        if word in _GROUPS:
            return True
        if word != noun or word in self._words.plurals or _PLURAL.fullmatch(word):
            return self._is_crowd(word, noun)
        return self._is_single(word)

    def is_crowd(self, word: str) -> bool:
        """Tell whether a word names several people."""
        noun = self.singular(word)
        return word in _GROUPS or (word != noun and self._is_crowd(word, noun))

    def _is_crowd(self, word: str, noun: str) -> bool:
        if noun in _SPEAKING:
            return noun in _SEVERAL or word in self._described
        return word in self._words.plurals or _PLURAL.fullmatch(word) is not None or self._is_single(noun)

    def is_plural(self, at: int) -> bool:
        """Tell whether a noun for people names several."""
        word = self._low[at]
        return word in self._words.plurals or word != self.singular(word) or _PLURAL.fullmatch(word) is not None

    def singular(self, word: str) -> str:
        """Return a noun in the singular, as far as its ending tells."""
        if word.endswith("ies"):
            return f"{word[:-3]}y"
        if word.endswith("es") and (word[:-2] in self._words.people or word[:-2] in self._words.offices):
            return word[:-2]
        return word if word.endswith("ss") else word.removesuffix("s")

    def _is_single(self, word: str) -> bool:
        if word in self._words.people or word in self._words.offices:
            return True
        return word not in self._words.others and not word.endswith(_THINGS) and _SUFFIXED.fullmatch(word) is not None
