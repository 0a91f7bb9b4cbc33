"""Read the people whom a line or a field names, with their roles, outlets and places.

This is the only reader of names: front matter, metadata and markup of pages, and visible lines all use it. A text is
cut into tokens, and a short list of steps (`_STEPS`) reads one part after another: a separator, a credit such as
“photos by”, an agency, a role, an outlet, a place, a name. Reading ends at the first token that no step knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from newslint.newsroom.credits import Credit, read_contribution, read_credit, special_words
from newslint.newsroom.name_tokens import (
    GLUED,
    Cursor,
    Token,
    extended_role,
    inverted_names,
    is_conjunction,
    is_house,
    is_signature,
    size_of_role,
    words_of,
)
from newslint.parts import Person, PersonKind

_MOST_PEOPLE = 50
_LONGEST = 2000  # code points
_NAME_WORDS = 6
_ROLE_WORDS = 8


class People(NamedTuple):
    """Those whom a text names, where the last of their names ends, and where reading ended."""

    people: tuple[Person, ...]
    names_end: int
    end: int


def names_of(people: Iterable[Person]) -> tuple[str, ...]:
    """Return the names of the authors, each once; those of desks and agencies where no author is named."""
    signed = [person for person in people if person.kind != "contributor"]
    authors = [person.name for person in signed if person.kind != "group"]
    return tuple(dict.fromkeys(authors or (person.name for person in signed)))


def read_people(text: str, start: int = 0) -> People:
    """Read the people whom a text names from an offset on, at most 50, in time linear in its length."""
    return _Reader(text[: start + _LONGEST], start).read()


_SEPARATORS = {
    ",": "comma", ";": "list", "&": "and", "+": "and", "|": "bar", "•": "bar", "·": "bar", "/": "bar", "\n": "bar",
    "–": "dash", "—": "dash", "-": "dash", "(": "open", "[": "open", ")": "list", "]": "list", "<": "open", ">": "",
    '"': "", "”": "", "“": "", "*": "", "_": "", "'": "", ".": "list",
}  # fmt: skip
_BEFORE_ROLES = ("our", "the", "a", "an")
_ARTICLES = ("the", "der", "die", "das")
_ALONE = frozenset({"", "and", "start", "list"})


class _Reader(Cursor):
    """The tokens of a text and the people read from them so far."""

    def __init__(self, text: str, start: int) -> None:
        super().__init__(text, start)
        self.people: list[Person] = []
        self.separator = "start"
        self.role = ""  # of the people to come: “By political editor …”
        self.credit: Credit | None = None
        self.group = 0  # where the people of the present part begin
        self.names_end = start

    def read(self) -> People:
        """Read until a token that no step knows."""
        for name in inverted_names(self.text[self.end :], _MOST_PEOPLE):
            self._add(name, "author", len(self.text))
            self.at = len(self.tokens)
        while self.at < len(self.tokens) and len(self.people) < _MOST_PEOPLE:
            before = self.at
            if not any(step(self) for step in _STEPS) or self.at == before:
                break
        if self.role and not self.people and self.at == len(self.tokens):
            # A role without a name: “Staff writer”.
            name, self.role = self.role, ""
            self._add(name, "group", self.end)
        return People(tuple(self.people), self.names_end, self.end)

    def _add(self, name: str, kind: PersonKind, end: int) -> None:
        role = self.credit.role if self.credit else self.role
        kind = self.credit.kind if self.credit and kind == "author" else kind
        self.people.append(Person(name, role, kind=kind))
        self.role = ""
        self.names_end = self.end = end
        self.separator = ""

    def _attach(self, role: str = "", outlet: str = "", place: str = "") -> None:
        """Say more of the last person; what was known stays."""
        last = self.people[-1]
        self.people[-1] = last._replace(role=last.role or role, outlet=last.outlet or outlet, place=last.place or place)
        self.separator = ""

    # Steps: each reads one part and says whether it did

    def _separate(self) -> bool:
        """A mark or a conjunction between two parts."""
        token = self.tokens[self.at]
        if token.kind == "mark" and token.text in _SEPARATORS:
            self.separator = _SEPARATORS[token.text] or self.separator
            if token.text in ";|•\n.":
                self.group, self.credit = len(self.people), None
            if token.text in ")]" and self.people:
                self.end = token.end
        elif self.people and is_conjunction(token) and self._parts_names():
            self.separator = "and"
        else:
            return False
        self.at += 1
        return True

    def _parts_names(self) -> bool:
        """Tell whether a conjunction stands between two names: “Ortega y Gasset” is one, “en Tarrow” a place."""
        token = self.tokens[self.at]
        if token.key not in ("y", "e", "en"):
            return True
        after = self.run(self.at + 1, 3)
        return token.key != "en" or (len(after) > 1 and after[1].text[0].isupper())

    def _read_credit(self) -> bool:
        """“additional reporting by”, “Photos:”, or “(photos)” behind a name."""
        credit = read_credit(self.text, self.tokens[self.at].start)
        if credit is None or (not credit.has_by and not (self.people and self.separator == "open")):
            return False
        self._pass(credit.end)
        if credit.has_by:
            self.credit = credit
            self.separator = "start" if not self.people else "and"
        else:
            self.people[-1] = self.people[-1]._replace(role=credit.role, kind=credit.kind)
            self.end = credit.end
        return True

    def _read_contribution(self) -> bool:
        """“… contributed reporting”, which makes contributors of those since the last full stop or semicolon."""
        credit = read_contribution(self.text, self.tokens[self.at].start) if self.group else None
        if credit is None:
            return False
        self._pass(credit.end)
        self.people[self.group :] = [
            person._replace(kind=credit.kind, role=credit.role) for person in self.people[self.group :]
        ]
        self.end = credit.end
        return True

    def _pass(self, offset: int) -> None:
        """Move over the tokens before an offset."""
        while self.at < len(self.tokens) and self.tokens[self.at].start < offset:
            self.at += 1

    def _read_address(self) -> bool:
        """A mail address or a handle; one that stands alone is an account."""
        token = self.tokens[self.at]
        if token.kind != "address":
            return False
        self.at += 1
        self.end = token.end
        if not self.people and self.at == len(self.tokens):
            self._add(token.text, "account", token.end)
        return True

    def _read_degree(self) -> bool:
        """Letters after a name: a degree, which is left out, or a suffix, which belongs to the name."""
        word = self.word(self.at)
        if word is None or not self.people or self.separator not in ("comma", ""):
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

    def _read_agency(self) -> bool:
        """An agency with or without an article: `The Associated Press`, `dpa`, `agencies`."""
        skip = 1 if (word := self.word(self.at)) and word.key in ("the", "die", "der", "l'") else 0
        run = self.run(self.at + skip, 4)
        for size in range(len(run), 0, -1):
            key = " ".join(word.key for word in run[:size])
            if key in words_of("agency") and not self._goes_on(skip + size) and is_signature(run[:size], self.text):
                return self._add_house(skip, size)
        return False

    def _continue_group(self) -> bool:
        """Add words that go on with a desk's name: `Detroit News wire services`."""
        if not self.people or self.people[-1].kind != "group" or self.separator:
            return False
        run = self.run(self.at, 3)
        size = next((size for size, word in enumerate(run, 1) if word.key in words_of("desk")), 0)
        if not size:
            return False
        self.people[-1] = self.people[-1]._replace(name=f"{self.people[-1].name} {self.take(size)}")
        self.names_end = self.end
        return True

    def _goes_on(self, size: int) -> bool:
        """Tell whether words go on after so many: `CNN Senior Analyst`, `agencies of the state`."""
        after = self.word(self.at + size)
        return after is not None and after.key not in words_of("and after month day interface")

    def _add_house(self, skip: int, size: int) -> bool:
        """Add an agency; after a person and a comma it is the person's outlet."""
        last = self.at + skip + size - 1
        end = self.tokens[last].end
        if self.text.startswith("/", end) and (more := self.proper(last + 2)):
            # Two houses that sign together: `AFP/The Caucus`.
            size += 1 + more
            end = self.tokens[self.at + skip + size - 1].end
        name = self.take(skip + size).removeprefix("the ")
        if self.people and self.people[-1].kind != "group" and self.separator in ("comma", "bar", "dash", "open"):
            self._attach(outlet=name)
        else:
            self._add(name, "group", end)
        return True

    def _read_desk(self) -> bool:
        """A desk, a team or a board: `Sports Desk`, `The Courier Editorial Board`, `the Courier data team`."""
        size = self.desk_size()
        if not size:
            return False
        end = self.tokens[self.at + size - 1].end
        self._add(self.take(size).removeprefix("the "), "group", end)
        return True

    def _read_role(self) -> bool:
        """A job before a name (`our health correspondent …`) or after one (`…, Port Ellery correspondent`)."""
        run = self.run(self.at, _ROLE_WORDS)
        size = size_of_role(run)
        if not size:
            return False
        is_after = bool(self.people) and self.separator not in _ALONE - {""}
        if not self._may_be_role(run[:size], is_after):
            return False
        size = extended_role(run, size)
        if not is_after and not self._names_follow(size):
            return False
        outlet = ""
        if size > 1 and run[0].key in words_of("agency") and run[0].key not in words_of("modifier"):
            outlet = self.take(1)
            size -= 1
        role = _without(_BEFORE_ROLES, self.take(size))
        if is_after:
            self._attach(role=role, outlet=outlet)
            if role.lower().endswith("s"):
                self._share_role(role)
        else:
            self.role = role
            self.separator = "start" if not self.people else "and"
        return True

    def _share_role(self, role: str) -> None:
        """Give a role such as “staff writers” to all people of the present part that have none."""
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
        known = words_of("modifier job")
        unknown = [word for word in words[:-1] if word.key not in known and not word.text.islower()]
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
        if not self.people:
            return False
        special = special_words(self.text, self.tokens[self.at].start)
        size = special or 1
        word = self.tokens[self.at]
        if not special and word.key not in ("for", "of", "at", "from", "in"):
            return False
        length = self.proper(self.at + size)
        if not length:
            return False
        run = self.run(self.at + size, length)
        is_of_house = run[0].key in _ARTICLES or any(map(is_house, run))
        if word.key in ("of", "from", "in") and not special and not is_of_house:
            return False
        self.take(size)
        self._attach(outlet=_without(_ARTICLES, self.take(length)))
        return True

    def _read_place(self) -> bool:
        """`in Tarrow`, `reporting from Hallin`, `aus Hallin`."""
        if not self.people:
            return False
        at = self.at
        if self.tokens[at].key in ("reporting", "reports", "based"):
            at += 1
        word = self.word(at)
        if word is None or word.key not in ("in", "of", "from", "aus", "bei", "à", "en", "da"):
            return False
        length = self.proper(at + 1)
        first = self.word(at + 1)
        if not length or first is None or first.key in words_of("month soft"):
            return False
        self.take(at + 1 - self.at)
        self._attach(place=self.take(length))
        return True

    def _read_apposition(self) -> bool:
        """A proper name after a person that is no person's: `…, Tarrow Courier`, `… (Harbour Lab)`, `…, Tarrow`."""
        if not self.people or self.people[-1].kind in ("group", "account") or self.separator in _ALONE:
            return False
        length = self.proper(self.at)
        if not length:
            return False
        if self._is_outlet(length):
            self._attach(outlet=_without(_ARTICLES, self.take(length)))
        elif length == 1 and self.is_last_or_joined(1) and " " in self.people[-1].name:
            name = self.take(1)
            self._attach(**{"outlet" if name.isupper() and len(name) <= 5 else "place": name})
        elif self.separator == "dash":
            self._attach(place=self.take(length))
        else:
            return False
        return True

    def _is_outlet(self, length: int) -> bool:
        """Tell whether so many words from here are an outlet: in brackets, or by their words, “Press” not first."""
        first, *others = self.run(self.at, length)
        if self.separator == "open" or first.key == "the" or first.key in words_of("agency"):
            return True
        return any(map(is_house, others))

    def _read_name(self) -> bool:
        """Up to six capitalised words with particles and initials between them."""
        if self.people and self.separator == "":
            return False
        size = self.name_size()
        if not size:
            return False
        words = [token for token in self.tokens[self.at : self.at + size] if token.kind == "word"]
        is_group = len(words) > 1 and (words[0].key in words_of("desk") or any(map(is_house, words[1:])))
        kind: PersonKind = "group" if is_group else "author"
        glued = GLUED.match(words[-1].text)
        end = self.tokens[self.at + size - 1].end
        name = self.take(size)
        if glued:
            cut = len(words[-1].text) - glued.end()
            name, end = name[:-cut], end - cut
        self._add(name, kind, end)
        return True


def _without(words: Iterable[str], name: str) -> str:
    """Return a name without these words at its beginning."""
    for word in words:
        name = name.removeprefix(f"{word} ")
    return name


@cache
def _no_roles() -> frozenset[str]:
    """Return the words with which no role begins."""
    return words_of("and interface function") - frozenset(_BEFORE_ROLES)


_STEPS: tuple[Callable[[_Reader], bool], ...] = (
    _Reader._separate,
    _Reader._read_credit,
    _Reader._read_contribution,
    _Reader._read_address,
    _Reader._read_degree,
    _Reader._continue_group,
    _Reader._read_agency,
    _Reader._read_role,
    _Reader._read_desk,
    _Reader._read_outlet,
    _Reader._read_place,
    _Reader._read_apposition,
    _Reader._read_name,
)
