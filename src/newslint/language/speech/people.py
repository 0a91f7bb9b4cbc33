"""Collect the people that an article names, how they were introduced and which pronoun fits."""

from __future__ import annotations

from bisect import bisect_left

from newslint.language.lexicon import Lexicon, table
from newslint.language.speech.source_words import is_institutional, source_nouns
from newslint.language.units.tokens import COMMA, DET, NAME, POSS, PUNCT, TIME, TITLE, Tokens

# How many mentions back a pronoun is looked up.
_NEARBY = 30
_COURTESY = frozenset("mr mrs ms miss mr. mrs. ms. messrs. shri smt".split())
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())


@table
def _genders(lexicon: Lexicon) -> dict[str, str]:
    return {name: pronoun for pronoun, names in lexicon.groups("given_names").items() for name in names}


class Person:
    """Hold what an article says of one person."""

    __slots__ = ("has_role", "name", "pronoun", "surname")

    def __init__(self, surname: str, name: str, pronoun: str | None, *, has_role: bool) -> None:
        self.surname = surname
        self.name = name
        self.pronoun = pronoun
        self.has_role = has_role


class PeopleInArticle:
    """Collect the people of an article, passage by passage."""

    __slots__ = ("by_surname", "mentions")

    def __init__(self) -> None:
        self.by_surname: dict[str, Person] = {}
        self.mentions: dict[int, list[tuple[int, Person]]] = {}

    def add(self, number: int, tokens: Tokens) -> None:
        """Read the names of one passage."""
        flags = tokens.flags
        found: list[tuple[int, Person]] = []
        place, count = 0, len(flags)
        while place < count:
            if not flags[place] & NAME or flags[place] & TIME:
                place += 1
                continue
            start = place
            while place < count and flags[place] & NAME and not flags[place] & TIME:
                place += 1
                if flags[place - 1] & POSS:
                    break
            person = self._person(tokens, start, place)
            if person is not None:
                found.append((start, person))
        if found:
            self.mentions[number] = found

    def _person(self, tokens: Tokens, start: int, stop: int) -> Person | None:
        words, lower, flags = tokens.words, tokens.lower, tokens.flags
        last = stop - 1
        while last > start and lower[last].rstrip(".") in _SUFFIXES:
            last -= 1
        surname = bare(words[last])
        titled = last
        while titled > start and not flags[titled - 1] & TITLE:
            titled -= 1
        before = lower[start - 1] if start else ""
        kinds = source_nouns(tokens.lexicon)
        has_title = titled > start
        known = self.by_surname.get(surname)
        if known is not None:
            if known.pronoun is None and lower[start].rstrip(".") in ("mr", "mrs", "ms", "miss"):
                known.pronoun = "he" if lower[start].startswith("mr") and not lower[start].startswith("mrs") else "she"
            return known
        if last == titled and not has_title:
            return None
        if not has_title and (
            last - titled > 3
            or is_institutional([bare(word).lower() for word in words[titled : last + 1]], tokens.lexicon)
        ):
            return None
        if not surname[1:].islower() and not (len(surname) > 3 and surname[-1:].islower()):
            return None
        name = " ".join([*words[titled:last], surname])
        pronoun = _genders(tokens.lexicon).get(lower[titled]) if last > titled else None
        if has_title and lower[start].rstrip(".") in ("mr", "mrs", "ms", "miss"):
            pronoun = "he" if lower[start].rstrip(".") == "mr" else "she"
        has_role = (has_title and lower[start] not in _COURTESY) or kinds.get(before) == "role"
        if not has_role and stop + 1 < len(flags) and flags[stop] & COMMA and not flags[stop + 1] & PUNCT:
            after = lower[stop + 1]
            has_role = (
                bool(flags[stop + 1] & DET) or after in ("who", "whose", "of", "former") or kinds.get(after) == "role"
            )
        person = Person(surname, name, pronoun, has_role=has_role)
        self.by_surname[surname] = person
        return person

    def resolve(self, pronoun: str, number: int, before: int) -> str | None:
        """Return the name a pronoun at token ``before`` stands for, where only one person fits."""
        wanted = {"his": "he", "him": "he", "her": "she", "hers": "she"}.get(pronoun, pronoun)
        if wanted not in ("he", "she"):
            return None
        mentions = self.mentions.get(number, [])
        stop = bisect_left(mentions, before, key=lambda mention: mention[0])
        here = [person for _, person in mentions[max(0, stop - _NEARBY) : stop]]
        for nearby in (here, [person for _, person in self.mentions.get(number - 1, [])[-_NEARBY:]]):
            fitting = {person.surname: person for person in nearby if person.pronoun in (None, wanted)}
            if len(fitting) == 1:
                only = next(iter(fitting.values()))
                # A name of unknown gender and without a role may be that of a place.
                return only.name if only.pronoun is not None or only.has_role else None
            if fitting:
                return None
        return None


def bare(word: str) -> str:
    """Return a word without its possessive ending."""
    for ending in ("'s", "’s", "'", "’"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word
