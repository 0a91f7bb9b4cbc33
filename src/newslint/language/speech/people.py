"""Collect the people that an article names, how they were introduced and which pronoun fits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from newslint.language.lexicon import Lexicon, table
from newslint.language.speech.source_words import institution_words, is_institutional
from newslint.language.speech.word_classes import BITS
from newslint.language.units.tokens import COMMA, DET, NAME, POSS, PUNCT, TIME, TITLE, Tokens

_NAMING = NAME | TIME
# How many mentions back a pronoun is looked up.
_NEARBY = 30
_PRONOUNS = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}
_RESOLVED = {**dict.fromkeys(("he", "his", "him"), "he"), **dict.fromkeys(("she", "her", "hers"), "she")}
_COURTESY = frozenset("mr mrs ms miss mr. mrs. ms. messrs. shri smt".split())
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())


@table
def _genders(lexicon: Lexicon) -> dict[str, str]:
    return {name: pronoun for pronoun, names in lexicon.groups("given_names").items() for name in names}


class Person:
    """Hold what an article says of one person."""

    __slots__ = ("has_role", "is_known", "name", "pronoun", "surname")

    def __init__(self, surname: str, name: str, pronoun: str | None, *, has_role: bool) -> None:
        self.surname = surname
        self.name = name
        self.pronoun = pronoun
        # At the first mention; headlines have it before a text tells who somebody is.
        self.has_role = has_role
        # Whether any mention tells that the name is a person's: a title, a role or a given name.
        self.is_known = has_role or pronoun is not None


class PeopleInArticle:
    """Collect the people of an article, passage by passage."""

    __slots__ = ("_genders", "_institutions", "by_surname", "mentions")

    def __init__(self, lexicon: Lexicon) -> None:
        self._genders = _genders(lexicon)
        self._institutions = institution_words(lexicon)
        self.by_surname: dict[str, Person] = {}
        self.mentions: dict[int, list[tuple[int, Person]]] = {}

    def add(self, number: int, tokens: Tokens) -> None:
        """Read the names of one passage."""
        flags = tokens.flags
        runs: list[tuple[int, int]] = []
        for place in [place for place, flag in enumerate(flags) if flag & _NAMING == NAME]:
            if runs and place == runs[-1][1] and not flags[place - 1] & POSS:
                runs[-1] = (runs[-1][0], place + 1)
            else:
                runs.append((place, place + 1))
        found = [(start, person) for start, stop in runs if (person := self._person(tokens, start, stop)) is not None]
        if found:
            self.mentions[number] = found

    def _person(self, tokens: Tokens, start: int, stop: int) -> Person | None:
        """Return the person that names of tokens start..stop stand for, or None where they are not a person's."""
        lower = tokens.lower
        last = stop - 1
        while last > start and lower[last].rstrip(".") in _SUFFIXES:
            last -= 1
        known = self.by_surname.get(bare(tokens.words[last]))
        if known is None:
            return self._introduced(tokens, start, last, stop)
        known.pronoun = known.pronoun or _PRONOUNS.get(lower[start].rstrip("."))
        known.is_known = known.is_known or bool(
            known.pronoun or tokens.flags[start] & TITLE or _stands_beside_role(tokens, start, stop)
        )
        return known

    def _introduced(self, tokens: Tokens, start: int, last: int, stop: int) -> Person | None:
        """Return the person that names whose surname is the word `last` introduce, if they do."""
        words, lower = tokens.words, tokens.lower
        surname = bare(words[last])
        titled = last
        while titled > start and not tokens.flags[titled - 1] & TITLE:
            titled -= 1
        has_title = titled > start
        if not (has_title or self._is_full_name(words[start : last + 1])) or not _is_written_as_surname(surname):
            return None
        pronoun = self._genders.get(lower[titled]) if last > titled else None
        if has_title:
            pronoun = _PRONOUNS.get(lower[start].rstrip("."), pronoun)
        has_role = (has_title and lower[start] not in _COURTESY) or _stands_beside_role(tokens, start, stop)
        person = Person(surname, " ".join([*words[titled:last], surname]), pronoun, has_role=has_role)
        self.by_surname[surname] = person
        return person

    def _is_full_name(self, words: list[str]) -> bool:
        return 2 <= len(words) <= 4 and not is_institutional([bare(word).lower() for word in words], self._institutions)

    def most_named(self, passages: Iterable[int]) -> tuple[int, int] | None:
        """Return passage and token of the first mention of whom some passages name most often, or None."""
        found: dict[str, list[tuple[int, int]]] = {}
        for number in passages:
            for start, person in self.mentions.get(number, ()):
                found.setdefault(person.surname, []).append((number, start))
        return max(found.values(), key=len)[0] if found else None

    def named_before(self, tokens: Tokens, at: int) -> str | None:
        """Return the person whose name stands directly before a relative pronoun: “Ada Roe, who …”."""
        last = at - 2 if at > 1 and tokens.flags[at - 1] & COMMA else at - 1
        known = self.by_surname.get(bare(tokens.words[last])) if last >= 0 and tokens.flags[last] & NAME else None
        return None if known is None else known.name

    def resolve(self, pronoun: str, number: int, before: int) -> str | None:
        """Return the name a pronoun at token ``before`` stands for, where only one person fits."""
        wanted = _RESOLVED.get(pronoun)
        if wanted is None:
            return None
        mentions = self.mentions.get(number, [])
        here = mentions[: bisect_left(mentions, before, key=lambda mention: mention[0])]
        for nearby in (here, self.mentions.get(number - 1, [])):
            fitting = {person.surname: person for _, person in nearby[-_NEARBY:] if person.pronoun in (None, wanted)}
            if len(fitting) == 1:
                only = next(iter(fitting.values()))
                # A name of unknown gender and without a role may be that of a place.
                return only.name if only.pronoun is not None or only.has_role else None
            if fitting:
                return None
        return None


def _is_written_as_surname(word: str) -> bool:
    return word[1:].islower() or (len(word) > 3 and word[-1:].islower())


def _stands_beside_role(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether a role stands before a name, or after it and a comma: “Roe, the mayor”."""
    flags = tokens.flags
    if start and flags[start - 1] & BITS["role"]:
        return True
    after = stop + 1
    if after >= len(flags) or not flags[stop] & COMMA or flags[after] & PUNCT:
        return False
    return bool(flags[after] & (DET | BITS["role"])) or tokens.lower[after] in ("who", "whose", "of", "former")


def bare(word: str) -> str:
    """Return a word without its possessive ending."""
    if word.isalpha():
        return word
    for ending in ("'s", "’s", "'", "’"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word
