"""Read what a line says of the people whom it names: their roles, outlets, places and degrees; it names nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from newslint.newsroom.credits import special_words
from newslint.newsroom.name_tokens import (
    BEFORE_ROLES,
    Cursor,
    Token,
    extended_role,
    is_house,
    size_of_role,
    words_of,
)
from newslint.parts import Person

_ROLE_WORDS = 8
_ARTICLES = ("the", "der", "die", "das")
_BEFORE_PLACE = frozenset("in of from aus bei à en em da".split())
_BEFORE_LAST_PLACE = _BEFORE_PLACE | {"de", "desde", "a"}
# After these a name is another person's.
ALONE = frozenset({"", "and", "start", "list"})


class Particulars(Cursor):
    """The tokens of a text, the people read from them so far, and the steps that say more of the last of them.

    Each step reads one part and says whether it did. Those that say more of the last person are taken only where there
    is one.
    """

    def __init__(self, text: str, start: int) -> None:
        """Begin with nobody."""
        super().__init__(text, start)
        self.people: list[Person] = []
        self.separator = "start"
        self.role = ""  # of the people to come: “By political editor …”
        self.group = 0  # where the people of the present part begin
        self.names_end = start

    def _attach(self, role: str = "", outlet: str = "", place: str = "") -> None:
        """Say more of the last person; what was known stays."""
        last = self.people[-1]
        self.people[-1] = last._replace(role=last.role or role, outlet=last.outlet or outlet, place=last.place or place)
        self.separator = ""

    def _read_degree(self) -> bool:
        """Letters after a name: a degree, which is left out, or a suffix, which belongs to the name."""
        word = self.word(self.at)
        if word is None or self.separator not in ("comma", ""):
            return False
        if word.key in words_of("suffix") and (word.text[0].isupper()):
            self.people[-1] = self.people[-1]._replace(name=f"{self.people[-1].name} {word.text}")
            self.names_end = word.end
        elif word.key.replace(".", "") not in words_of("degree") or word.text.islower() or self._is_before_name():
            return False
        self.take(1)
        self.separator = ""
        return True

    def _is_before_name(self) -> bool:
        after = self.word(self.at + 1)
        return after is not None and not after.text[0].islower()

    def _read_role(self) -> bool:
        """A job before a name (`our health correspondent …`) or after one (`…, Port Ellery correspondent`)."""
        run = self.run(self.at, _ROLE_WORDS)
        size = size_of_role(run)
        if not size:
            return False
        is_after = bool(self.people) and self.separator not in ALONE - {""}
        if not self._may_be_role(run[:size], is_after):
            return False
        size = extended_role(run, size)
        if not is_after and not self._names_follow(size):
            return False
        outlet = ""
        if size > 1 and run[0].key in words_of("agency") - words_of("modifier"):
            outlet = self.take(1)
            size -= 1
        role = without(BEFORE_ROLES, self.take(size))
        if is_after:
            self._attach(role=role, outlet=outlet)
            self._share_role(role)
        else:
            self.role = role
            self.separator = "start" if not self.people else "and"
        return True

    def _share_role(self, role: str) -> None:
        """Give a role in the plural (“staff writers”) to all people of the present part that have none."""
        if not role.lower().endswith("s"):
            return
        self.people[self.group :] = [
            person if person.role or person.kind != "author" else person._replace(role=role)
            for person in self.people[self.group :]
        ]

    def _names_follow(self, size: int) -> bool:
        """Tell whether a name or nothing at all follows a role that stands before names."""
        after = self.word(self.at + size)
        if after is not None:
            return not after.text[0].islower()
        token = self.tokens[self.at + size] if self.at + size < len(self.tokens) else None
        return (token is None and not self.people) or (token is not None and token.text == ",")

    def _may_be_role(self, words: Sequence[Token], is_after: bool) -> bool:
        if words[0].key in _no_roles():
            return False
        unknown = _unknown_words(words)
        if not unknown:
            return True
        if is_after and self.separator:
            # “Ben Doe Staff Writer” is a name and a role, “Port Ellery correspondent” a role.
            is_name = len(unknown) > 1 and words[-2].key in words_of("modifier")
            return unknown[0].key in words_of("agency") or not is_name
        if self.people or len(unknown) > 1:
            return False
        return len(self.run(self.at + len(words), 2)) > 1 or self.at + len(words) == len(self.tokens)

    def _read_outlet(self) -> bool:
        """`Special to The Courier`, `for the Courier`, `of The Caucus`, `at Lune FM`."""
        special = special_words(self.text, self.tokens[self.at].start)
        opener = "for" if special else self.tokens[self.at].key
        # “By Mara Oduya, in News, Travel”
        is_section = opener == "in" and self.separator == "comma"
        if opener not in ("for", "of", "at", "from", "in") or is_section:
            return False
        size = special or 1
        length = self.proper(self.at + size)
        if not length:
            return False
        run = self.run(self.at + size, length)
        is_of_house = run[0].key in _ARTICLES or any(map(is_house, run))
        if opener in ("of", "from", "in") and not is_of_house:
            return False
        self.take(size)
        self._attach(outlet=without(_ARTICLES, self.take(length)))
        return True

    def _read_place(self) -> bool:
        """`in Tarrow`, `reporting from Hallin`, `aus Hallin`."""
        at = self.at
        is_last = self.is_last(2) and self.people[-1].kind == "author" and " " in self.people[-1].name
        if self.tokens[at].key in ("reporting", "reports", "based"):
            at += 1
        word = self.word(at)
        openers = _BEFORE_LAST_PLACE if is_last else _BEFORE_PLACE
        if word is None or not word.text.islower() or word.key not in openers:
            return False
        length = self.proper(at + 1)
        if not length or self.tokens[at + 1].key in words_of("month soft"):
            return False
        self.take(at + 1 - self.at)
        self._attach(place=self.take(length))
        return True

    def _read_apposition(self) -> bool:
        """A proper name that is not a person's: `…, Tarrow Courier`, `… (Harbour Lab)`, `…, Tarrow`, `PTI | Tarrow`."""
        if self.people[-1].kind == "account" or self.separator in ALONE:
            return False
        length = self.proper(self.at)
        what = self._what_of(length) if length else ""
        if what == "outlet":
            self._attach(outlet=without(_ARTICLES, self.take(length)))
        elif what == "place":
            self._attach(place=self.take(length))
        return bool(what)

    def _what_of(self, length: int) -> Literal["outlet", "place", ""]:
        """Return what so many words from here are of the last person."""
        if self._is_place(length):
            return "place"
        if self.people[-1].kind == "group":
            return ""
        if self._is_outlet(length):
            return "outlet"
        if length == 1 and self.is_last_or_joined(1) and " " in self.people[-1].name:
            name = self.tokens[self.at].text
            return "outlet" if name.isupper() and len(name) <= 5 else "place"
        return "place" if self.separator == "dash" else ""

    def _is_place(self, length: int) -> bool:
        """Tell whether so many last words are a place: one word after an agency, or `New Tarrow` after anybody."""
        first = self.word(self.at)
        if first is None or not self.is_last(length):
            return False
        if length == 1:
            return self.people[-1].kind == "group" and first.key not in words_of("house agency desk job interface soft")
        return first.key in words_of("place") and not any(map(is_house, self.run(self.at, length)))

    def _is_outlet(self, length: int) -> bool:
        """Tell whether so many words from here are an outlet: in brackets, or by their words, “Press” not first."""
        first, *others = self.run(self.at, length)
        if self.separator == "open" or first.key == "the" or first.key in words_of("agency"):
            return True
        return any(map(is_house, others))


def without(words: Iterable[str], name: str) -> str:
    """Return a name without these words at its beginning."""
    for word in words:
        name = name.removeprefix(f"{word} ")
    return name


def _unknown_words(words: Sequence[Token]) -> list[Token]:
    """Return the words with capitals before a job that are not known to say more of it."""
    known = words_of("modifier job")
    return [word for word in words[:-1] if word.key not in known and not word.text.islower()]


@cache
def _no_roles() -> frozenset[str]:
    """Return the words with which no role begins."""
    return words_of("and interface function") - frozenset(BEFORE_ROLES)
