"""Find names in full of people of which the article has two spellings: of a given name, or of an initial.

Families share surnames. So given names are told only where nothing speaks of relatives, and what is less alike only
where the article introduces no second person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import combinations, pairwise

from newslint.checks.capitals import Capitals, FullName, Mention, Rivals
from newslint.language.lexicon import Lexicon, table
from newslint.language.speech.source_words import institution_words
from newslint.language.units.edits import is_inner_swap, is_one_slip
from newslint.language.units.given_names import how_alike
from newslint.language.units.kinship import tells_relative
from newslint.patterns import pattern

_FEW = 6  # given names beside one surname that are compared
_AROUND = 80  # code points before and after a name that say who somebody is
_ROLE = pattern(r"(?<![\w-])[A-Za-z][a-z-]{3,40}+(?![\w-])")
_NO_ROLES = frozenset(
    """said says told that this with from have been were when will they their which also after before about more than
    year years last first monday tuesday wednesday thursday friday saturday sunday according statement added while other
    would could into over only some most what whose where there then wrote spoke asked""".split()
)
_STOP = pattern(r"[.!?][”\"’']?\s")
_ALIKE = frozenset(["spelling", "near"])
_SHORTEST_GIVEN = 3
# What is named before these is a street: “Main St”, “Market St”.
_STREETS = frozenset(
    "St Street Ave Avenue Rd Road Dr Drive Ln Lane Blvd Boulevard Hwy Highway Sq Square Pl Place".split()
)
# Offices that one person has in the place of which an article tells.
_SINGLE = frozenset(
    """mayor mayoress governor president premier chancellor minister executive principal headteacher headmaster
    headmistress head teacher chairman chairwoman chairperson chair ceo bishop archbishop dean rector vicar provost
    sheriff coroner coach manager captain skipper conductor director editor curator commissioner superintendent chief
    warden harbourmaster treasurer headliner owner founder landlord landlady""".split()
)
# Words behind which a name begins that the article has told of before: “Ana Lund, 34, a pilot” is somebody new.
_NEW = pattern(
    r",[ ](?:\d\d?\b|(?:an?|the|who|whose|his|her|their|another|of|from)[ ]|[a-z]+(?:-[a-z]+)?[ ](?:of|at|for)[ ])"
    r"|[ ]\("
)


class RivalNames:
    """The people in full of an article, to hold against one another."""

    def __init__(self, capitals: Capitals) -> None:
        self._words = capitals
        self._is_english = capitals.article.language_code in (None, "en")

    def find(self) -> Iterator[Rivals]:
        """Yield the names that are written in two ways, once each, in the order of the text."""
        yield from sorted(self._given_names(), key=lambda rivals: rivals.places[0])

    def _given_names(self) -> Iterator[Rivals]:
        families: dict[str, dict[str, list[FullName]]] = defaultdict(dict)
        for name in self._words.names:
            if len(name.words) <= 3 and not self._is_institution(name.words):
                families[name.surname].setdefault(name.given, []).append(name)
        for name in self._buried():
            givens = families.get(name.surname, {})
            if name.given in givens or any(how_alike(given, name.given) in _ALIKE for given in givens):
                givens.setdefault(name.given, []).append(name)
        for surname, givens in families.items():
            for names in givens.values():
                yield from self._initials(names)
            if 1 < len(givens) <= _FEW:
                yield from self._in_family(surname, givens)

    def _buried(self) -> Iterator[FullName]:
        """Yield pairs of words that may be names within longer runs: in headlines, and behind a place or an office."""
        for run in self._words.heads:
            for one, other in pairwise(run):
                if not self._words.is_noun(one.word.lower()):
                    yield FullName((one.word, other.word), one, other)
        for name in self._words.names:
            if len(name.words) == 3:
                inner = next(each for each in self._words.words[name.first.block] if each.start > name.first.start)
                yield FullName((inner.word, name.surname), inner, name.last)

    def _initials(self, names: list[FullName]) -> Iterator[Rivals]:
        """Yield names that differ in the initial between given name and surname: “Ana J. Lund”, “Ana K. Lund”."""
        by_initial: dict[str, list[FullName]] = defaultdict(list)
        for name in names:
            if len(name.words) == 3 and len(name.words[1]) == 1:
                by_initial[name.words[1]].append(name)
        if len(by_initial) == 2:
            right, wrong = sorted(by_initial.values(), key=lambda names: (-len(names), names[0].first))
            if not self._may_be_two(right, wrong):
                yield self._tell(wrong, right)

    def _in_family(self, surname: str, givens: Mapping[str, list[FullName]]) -> Iterator[Rivals]:
        if f"{surname}s" in self._words.uses:
            return  # “the Lunds”
        for one, other in combinations(givens.values(), 2):
            right, wrong = sorted((one, other), key=self._rank)
            if self._are_one(right, wrong):
                yield self._tell(wrong, right)

    @cached_property
    def _heads(self) -> frozenset[int]:
        return frozenset(run[0].block for run in self._words.heads)

    def _rank(self, names: list[FullName]) -> tuple[int, bool, Mention]:
        """Return what sorts spellings: first the usual one, or that of running text, or the first of all."""
        return -len(names), names[0].first.block in self._heads, names[0].first

    def _are_one(self, right: list[FullName], wrong: list[FullName]) -> bool:
        """Tell whether two names in full are those of one person."""
        ours, theirs = right[0].given, wrong[0].given
        if is_inner_swap(ours, theirs):
            return True
        if right[0].surname in _STREETS and not is_one_slip(ours.lower(), theirs.lower()):
            return False
        if not self._is_english or min(len(ours), len(theirs)) < _SHORTEST_GIVEN:
            return False
        alike = how_alike(ours, theirs)
        if self._may_be_two(right, wrong) or (self._stand_alone(ours) and self._stand_alone(theirs)):
            return False
        if alike == "spelling" and not self._are_man_and_woman(ours, theirs):
            return True
        roles = self._roles(right) & self._roles(wrong)
        if alike is None:
            return not roles.isdisjoint(_SINGLE) and not self._is_new(wrong)
        is_near = alike == "near" and not self._are_man_and_woman(ours, theirs)
        return bool(roles) or (is_near and not self._is_new(wrong))

    def _are_man_and_woman(self, one: str, other: str) -> bool:
        genders = _genders(self._words.article.lexicon)
        return len({genders.get(one.lower(), ""), genders.get(other.lower(), "")} - {""}) > 1

    def _is_new(self, names: Iterable[FullName]) -> bool:
        """Tell whether the article introduces somebody as a new person: by age or by what they are."""
        return any(_NEW.match(self._words.parts[name.last.block].text, name.last.end) for name in names)

    def _may_be_two(self, right: list[FullName], wrong: list[FullName]) -> bool:
        """Tell whether one paragraph has both names, or says that somebody has relatives."""
        if any(self._are_together(one, other) for one in right for other in wrong):
            return True
        return any(tells_relative(*self._around(name)) for name in (*right, *wrong))

    def _are_together(self, one: FullName, other: FullName) -> bool:
        """Tell whether one sentence has both names."""
        if one.first.block != other.first.block:
            return False
        first, last = sorted((one, other), key=lambda name: name.first)
        return not _STOP.search(self._words.parts[one.first.block].text[first.last.end : last.first.start])

    def _stand_alone(self, given: str) -> bool:
        return bool(self._words.lone.get(given))

    def _roles(self, names: Iterable[FullName]) -> set[str]:
        return {role for name in names for role in self._roles_of(name)}

    def _roles_of(self, name: FullName) -> set[str]:
        """Return the words that stand right before a name and, behind a comma, after it."""
        text = self._words.parts[name.first.block].text
        before = text[max(0, name.first.start - 30) : name.first.start].rpartition(".")[2]
        words = _ROLE.findall(before)[-2:] if before[-1:] == " " and before[-2:-1] != "," else []
        if text[name.last.end : name.last.end + 2] == ", ":
            words += _ROLE.findall(text[name.last.end + 2 : name.last.end + 42].partition(",")[0])
        return {word.lower() for word in words} - _NO_ROLES

    def _around(self, name: FullName) -> tuple[str, str]:
        text = self._words.parts[name.first.block].text
        return text[max(0, name.first.start - _AROUND) : name.first.start], text[
            name.first.start : name.last.end + _AROUND
        ]

    def _tell(self, wrong: list[FullName], right: list[FullName]) -> Rivals:
        places = [self._words.locate(name.first, name.last) for name in wrong]
        right_place = self._words.locate(right[0].first, right[0].last)
        return Rivals(self._said(wrong[0]), places, self._said(right[0]), right_place)

    def _said(self, name: FullName) -> str:
        return self._words.parts[name.first.block].text[name.first.start : name.last.end]

    @cached_property
    def _known(self) -> frozenset[str]:
        return institution_words(self._words.article.lexicon)["within"]

    def _is_institution(self, words: Iterable[str]) -> bool:
        return not self._known.isdisjoint(word.lower() for word in words)


@table
def _genders(lexicon: Lexicon) -> dict[str, str]:
    return {name: pronoun for pronoun, names in lexicon.groups("given_names").items() for name in names}
