"""Read the people whom a line or a field names, with their roles, outlets and places.

This is the only reader of names: front matter, metadata and markup of pages, and visible lines all use it. A text is
cut into tokens, and a short list of steps (`_STEPS`) reads one part after another: a separator, a credit such as
“photos by”, an agency, a role, an outlet, a place, a name. Reading ends at the first token that no step knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from newslint.newsroom.credits import Credit, read_contribution, read_credit
from newslint.newsroom.name_tokens import (
    BEFORE_ROLES,
    Token,
    end_of_glued,
    inverted_names,
    is_conjunction,
    is_house,
    is_job,
    is_signature,
    words_of,
)
from newslint.newsroom.particulars import Particulars, without
from newslint.parts import Person, PersonKind
from newslint.records import NamedTuple

_MOST_PEOPLE = 50
_LONGEST_SERVICE = 4
_ARTICLES = ("the", "die", "der", "la", "l'", "della")
_LONGEST = 2000  # code points


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


class _Reader(Particulars):
    """The steps that read people."""

    def __init__(self, text: str, start: int) -> None:
        super().__init__(text, start)
        self.credit: Credit | None = None

    def read(self) -> People:
        """Read until a token that no step knows."""
        for name in inverted_names(self.text[self.end :], _MOST_PEOPLE):
            self._add(name, "author", len(self.text))
            self.at = len(self.tokens)
        while self.at < len(self.tokens) and len(self.people) < _MOST_PEOPLE:
            before = self.at
            if not self._step() or self.at == before:
                break
        if self.role and not self.people and self.at == len(self.tokens):
            # A role without a name: “Staff writer”.
            name, self.role = self.role, ""
            self._add(name, "group", self.end)
        return People(tuple(self.people), self.names_end, self.end)

    def _step(self) -> bool:
        """Take the first step that reads something, if any does."""
        return any(step(self) for step in (_STEPS if self.people else _FIRST_STEPS))

    def _add(self, name: str, kind: PersonKind, end: int) -> None:
        role = self.credit.role if self.credit else self.role
        if kind == "author" and " " in name:
            name = name.rstrip("0123456789")  # of a note at the name's end
        kind = self.credit.kind if self.credit and kind == "author" else kind
        self.people.append(Person(name, role, kind=kind))
        self.role = ""
        self.names_end = self.end = end
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

    def _read_title(self) -> bool:
        """A title before a full name, which is left out: `Dr.`, `Prof. Dr.`."""
        word = self.word(self.at)
        if word is None or word.key not in words_of("courtesy") or (self.people and not self.separator):
            return False
        rest = [one for one in self.run(self.at + 1, 6) if one.key not in words_of("courtesy")]
        if len(rest) < 2 or rest[0].text.islower() or rest[1].key in words_of("and"):
            return False
        self.at += 1
        return True

    def _read_agency(self) -> bool:
        """An agency with or without an article: `The Associated Press`, `dpa`, `agencies`."""
        skip = 1 if (word := self.word(self.at)) and word.key in _ARTICLES else 0
        run = self.run(self.at + skip, 4)
        for size in range(len(run), 0, -1):
            key = " ".join(word.key for word in run[:size])
            if key in words_of("agency") and not self._goes_on(skip + size) and is_signature(run[:size], self.text):
                return self._add_house(skip, size)
        return self._read_partner()

    def _read_joined(self) -> bool:
        """Kinds of writers that are joined and sign as one: `Staff and wire reports`."""
        run = self.run(self.at, 5)
        if len(run) < 3 or run[0].key not in words_of("desk") or not is_conjunction(run[1]):
            return False
        size = 2 + len([*takewhile(lambda word: word.key in words_of("modifier house desk"), run[2:])])
        if run[size - 1].key not in words_of("desk"):
            return False
        self._add(self.take(size), "group", run[size - 1].end)
        return True

    def _read_partner(self) -> bool:
        """A house that signs by its letters with an agency: `HK mit dpa`."""
        run = self.run(self.at, 3)
        if len(run) < 3 or not run[0].text.isupper() or run[1].key not in words_of("and"):
            return False
        if (
            run[2].key not in words_of("agency")
            or run[0].key in words_of("agency")
            or len(run[0].text) > _LONGEST_SERVICE
        ):
            return False
        self._add(self.take(3), "group", run[2].end)
        return True

    def _continue_group(self) -> bool:
        """Add words that go on with a desk's name: `Detroit News wire services`."""
        if self.people[-1].kind != "group" or self.separator:
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
        if self.text.startswith("/", end) and (more := self.proper(last + 2) or self._is_service(last)):
            # Two houses that sign together, or a house's regional service: `AFP/The Caucus`, `dpa/lnw`.
            size += 1 + more
            end = self.tokens[self.at + skip + size - 1].end
        name = without(_ARTICLES, self.take(skip + size))
        if self.people and self.people[-1].kind != "group" and self.separator in ("comma", "bar", "dash", "open"):
            self._attach(outlet=name)
        else:
            self._add(name, "group", end)
        return True

    def _is_service(self, at: int) -> bool:
        """Tell whether a word in small letters and the one behind the next mark name an agency's service."""
        service = self.word(at + 2)
        return self.tokens[at].text.islower() and service is not None and len(service.text) <= _LONGEST_SERVICE

    def _read_desk(self) -> bool:
        """A desk, a team or a board: `Sports Desk`, `The Courier Editorial Board`, `the Courier data team`."""
        size = self.desk_size()
        if not size:
            return False
        end = self.tokens[self.at + size - 1].end
        self._add(without(BEFORE_ROLES, self.take(size)), "group", end)
        return True

    def _is_house_of(self, size: int) -> bool:
        """Tell whether so many words behind a comma begin the name of a house in another language: one that goes on
        in small letters."""
        after = self.word(self.at + size)
        if not self.people or after is None or not after.text.islower() or is_job(after):
            return False
        is_known = after.key in words_of("and after interface particle after-job modifier soft function desk")
        return not is_known and read_contribution(self.text, after.start) is None

    def _read_name(self) -> bool:
        """Up to six capitalised words with particles and initials between them."""
        size = self.name_size() if self.separator or not self.people else 0
        if not size or (self.separator == "comma" and self._is_house_of(size)):
            return False
        words = [token for token in self.tokens[self.at : self.at + size] if token.kind == "word"]
        kind = _kind_of(words)
        glued = end_of_glued(words[-1].text)
        end = self.tokens[self.at + size - 1].end
        name = self.take(size)
        if glued:
            cut = len(words[-1].text) - glued
            name, end = name[:-cut], end - cut
        self._add(name, kind, end)
        return True


def _kind_of(words: Sequence[Token]) -> PersonKind:
    """Return whether a name of these words is a person's or a house's."""
    is_group = len(words) > 1 and (words[0].key in words_of("desk") or any(map(is_house, words[1:])))
    return "group" if is_group else "author"


_STEPS: tuple[Callable[[_Reader], bool], ...] = (
    _Reader._separate,
    _Reader._read_credit,
    _Reader._read_contribution,
    _Reader._read_address,
    _Reader._read_degree,
    _Reader._read_title,
    _Reader._continue_group,
    _Reader._read_joined,
    _Reader._read_agency,
    _Reader._read_role,
    _Reader._read_desk,
    _Reader._read_outlet,
    _Reader._read_place,
    _Reader._read_apposition,
    _Reader._read_name,
)
_OF_LAST = frozenset(
    {_Reader._read_degree, _Reader._continue_group, _Reader._read_outlet, _Reader._read_place, _Reader._read_apposition}
)
_FIRST_STEPS = tuple(step for step in _STEPS if step not in _OF_LAST)
