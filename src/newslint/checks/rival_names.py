"""Find names in full of which the article has two spellings: of a given name, an initial, an institution.

Families share surnames, and institutions share words. So given names are told only where nothing speaks of relatives,
and words of institutions where both have the same neighbour.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import combinations, pairwise

from newslint.checks.capitals import Capitals, FullName, Mention, Rivals
from newslint.language.speech.source_words import institution_words
from newslint.language.units.edits import is_inner_swap, is_one_slip, keys_near
from newslint.language.units.given_names import how_alike
from newslint.language.units.name_words import CALENDAR, COMPASS, TITLES
from newslint.patterns import pattern

_RELATIVES = pattern(
    r"\b(?:couple|wife|wives|husband|spouse|brother|sister|sibling|son|daughter|father|mother|dad|mum|mom|parent|cousin"
    r"|twin|uncle|aunt|nephew|niece|grand(?:father|mother|son|daughter|parents?)|step\w{0,9}|famil(?:y|ies)|married"
    r"|marriage|née|relatives?|widow(?:er)?|in-law|divorced?|namesake|related|no relation|Senior|Junior|Jr|Sr)s?\b"
)
_FEW = 6  # given names beside one surname that are compared
_AROUND = 80  # code points before and after a name that say who somebody is
_ROLE = pattern(r"(?<![\w-])[A-Za-z][a-z-]{3,40}+(?![\w-])")
_NO_ROLES = frozenset(
    """said says told that this with from have been were when will they their which also after before about more than
    year years last first monday tuesday wednesday thursday friday saturday sunday according statement added while other
    would could into over only some most what whose where there then wrote spoke asked""".split()
)
_CONNECTED = pattern(r"[ ](?:(?:of|for|and|on|&|to|the|in)[ ]){0,2}\Z")
_SHORTEST_GIVEN = 3
_SHORTEST = 5  # letters of a word of an institution


class RivalNames:
    """The names in full of an article, to hold against one another."""

    def __init__(self, capitals: Capitals) -> None:
        self._words = capitals

    def find(self) -> Iterator[Rivals]:
        """Yield the names that are written in two ways, once each, in the order of the text."""
        yield from sorted([*self._given_names(), *self._institutions()], key=lambda rivals: rivals.places[0])

    def _given_names(self) -> Iterator[Rivals]:
        families: dict[str, dict[str, list[FullName]]] = defaultdict(dict)
        for name in self._words.names:
            if len(name.words) <= 3 and not self._is_institution(name.words):
                families[name.surname].setdefault(name.given, []).append(name)
        for surname, givens in families.items():
            for names in givens.values():
                yield from self._initials(names)
            if 1 < len(givens) <= _FEW:
                yield from self._in_family(surname, givens)

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
            right, wrong = sorted((one, other), key=lambda names: (-len(names), names[0].first))
            if self._are_one(right, wrong):
                yield self._tell(wrong, right)

    def _are_one(self, right: list[FullName], wrong: list[FullName]) -> bool:
        """Tell whether two names in full are those of one person."""
        if is_inner_swap(right[0].given, wrong[0].given):
            return True
        alike = how_alike(right[0].given, wrong[0].given)
        is_short = min(len(right[0].given), len(wrong[0].given)) < _SHORTEST_GIVEN
        if alike is None or is_short or self._words.article.language_code not in (None, "en"):
            return False
        if self._may_be_two(right, wrong):
            return False
        if self._stand_alone(right[0].given) and self._stand_alone(wrong[0].given):
            return False
        return alike == "spelling" or self._have_one_role(right, wrong)

    def _may_be_two(self, right: list[FullName], wrong: list[FullName]) -> bool:
        """Tell whether one paragraph has both names, or says that somebody has relatives."""
        if {name.first.block for name in right} & {name.first.block for name in wrong}:
            return True
        return any(_RELATIVES.search(self._around(name)) for name in (*right, *wrong))

    def _stand_alone(self, given: str) -> bool:
        return bool(self._words.lone.get(given))

    def _have_one_role(self, right: list[FullName], wrong: list[FullName]) -> bool:
        return not self._roles(right).isdisjoint(self._roles(wrong))

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

    def _around(self, name: FullName) -> str:
        text = self._words.parts[name.first.block].text
        return text[max(0, name.first.start - _AROUND) : name.last.end + _AROUND]

    def _tell(self, wrong: list[FullName], right: list[FullName]) -> Rivals:
        places = [self._words.locate(name.first, name.last) for name in wrong]
        right_place = self._words.locate(right[0].first, right[0].last)
        return Rivals(self._said(wrong[0]), places, self._said(right[0]), right_place)

    def _said(self, name: FullName) -> str:
        return self._words.parts[name.first.block].text[name.first.start : name.last.end]

    # Institutions

    @cached_property
    def _known(self) -> frozenset[str]:
        return institution_words(self._words.article.lexicon)["within"]

    def _is_institution(self, words: Iterable[str]) -> bool:
        return not self._known.isdisjoint(word.lower() for word in words)

    def _institutions(self) -> Iterator[Rivals]:
        """Yield words of institutions that are one slip from another beside the same word."""
        beside: dict[tuple[str, str, str], dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
        known = self._known
        for words in self._words.words:
            for one, other in pairwise(words):
                if one.word.lower() not in known and other.word.lower() not in known:
                    continue
                gap = self._words.parts[one.block].text[one.end : other.start]
                if gap and len(gap) < 12 and _CONNECTED.match(gap):
                    beside["before", one.word, gap][other.word].append(other)
                    beside["after", other.word, gap][one.word].append(one)
        told: set[Mention] = set()
        for (side, neighbour, gap), found in beside.items():
            if len(found) > 1 and neighbour.lower() not in TITLES | CALENDAR:
                for wrong, right in self._pairs(found, side, neighbour, gap):
                    if told.isdisjoint(found[wrong]):
                        told.update(found[wrong])
                        yield self._tell_word(found[wrong], found[right])

    def _pairs(
        self, found: Mapping[str, list[Mention]], side: str, neighbour: str, gap: str
    ) -> Iterator[tuple[str, str]]:
        """Yield words beside one neighbour that are one slip apart, the wrong one first."""
        keys: dict[str, list[str]] = defaultdict(list)
        for word in sorted(found, key=lambda word: (-len(found[word]), found[word][0])):
            if len(word) < _SHORTEST or word.isupper() or word.lower() in COMPASS:
                continue
            near = dict.fromkeys(each for key in keys_near(word.lower()) for each in keys.get(key, ()))
            for right in near:
                if is_one_slip(word.lower(), right.lower()) and self._is_drift(word, right, side, neighbour, gap):
                    yield word, right
                    break
            for key in {*keys_near(word.lower())}:
                keys[key].append(word)

    def _is_drift(self, wrong: str, right: str, side: str, neighbour: str, gap: str) -> bool:
        """Tell whether two words beside the same one are two spellings of one in the name of an institution."""
        if not self._is_institution((neighbour, wrong, right)):
            return False
        short, long = sorted((wrong.lower(), right.lower()), key=len)
        if long == f"{short}s":
            # “Board of Elections” is one board; “Supreme Courts” are several courts.
            return gap != " " and side == "before" and neighbour.lower() in self._known
        return not (short[:-1] == long[:-1] or long in (f"{short}n", f"{short}y", f"{short}r", f"{short}i"))

    def _tell_word(self, wrong: list[Mention], right: list[Mention]) -> Rivals:
        places = [self._words.locate(mention) for mention in wrong]
        return Rivals(wrong[0].word, places, right[0].word, self._words.locate(right[0]))
