"""Read the people whom a line or a field names, with their roles, outlets and places.

This is the only reader of names: front matter, metadata and markup of pages, and visible lines all use it. A text is
cut into tokens, and a short list of steps (`_STEPS`) reads one part after another: a separator, a credit such as
“photos by”, an agency, a role, an outlet, a place, a name. Reading ends at the first token that no step knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from newslint.newsroom.words import word_lists
from newslint.parts import Person, PersonKind
from newslint.patterns import pattern

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


@cache
def _words(groups: str) -> frozenset[str]:
    """Return the words of one group or of several."""
    return frozenset().union(*(word_lists("people")[group] for group in groups.split()))


class _Token(NamedTuple):
    """A piece of the text: its range, its kind (word, nickname, number, address or mark), its text, and the text in
    small letters without stops."""

    start: int
    end: int
    kind: str
    text: str
    key: str


@cache
def _token_pattern() -> re.Pattern[str]:
    return pattern(
        r"""
        (?P<address> [\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64} | https?:[^\s,;)]+ | www\.[^\s,;)]+ | @\w+ )
      | (?P<number>  \d[^\s,;|()]* )
      | (?P<nickname> ["“‘'] [^\W\d_] [\w\s]{0,24} ["”’'] (?!\w) )
      | (?P<word>    [^\W\d_] (?: [^\W\d_] | [’'.‐‑-] )* )
      | (?P<mark>    \n | [^\s\w] | _ )
        """,
        re.VERBOSE,
    )


# What sites print right behind a name, without a space.
_GLUED = pattern(r"\w*[a-z](?=(?:Twitter|Follow|Following|Facebook|Instagram|Email|Contact|Share|Bio)$)")


def _tokens(text: str, start: int) -> list[_Token]:
    found = []
    for match in _token_pattern().finditer(text, start):
        kind, words, end = match.lastgroup or "mark", match.group(), match.end()
        if kind == "word":
            # A stop after a whole word ends a sentence; after initials and short forms it belongs to them.
            if words.endswith(".") and not _is_short_form(words):
                words = words.rstrip(".")
            words = words.rstrip("’'-‐‑")
            end = match.start() + len(words)
        found.append(_Token(match.start(), end, kind, words, words.lower().strip(".").replace("’", "'")))
    return found


def _is_short_form(word: str) -> bool:
    plain = word.rstrip(".")
    return len(plain) <= 2 or "." in plain or plain.lower() in _words("title suffix degree")


# The parts that credits stand for, by the name of the group; `contributor` roles make nobody the author.
_CREDITS = {
    "both": "text and photos", "text": "", "reporting": "additional reporting", "photos": "photos",
    "translation": "translation", "editing": "editing", "research": "research", "graphics": "graphics",
}  # fmt: skip


@cache
def _credit_pattern() -> re.Pattern[str]:
    # A credit's word is followed by “by” or a colon; in brackets behind a name it stands alone.
    return pattern(
        r"""
        (?:with\s+|mit\s+)?(?:
            (?P<both> (?:text|words|story|report)\s(?:and|und|&)\s(?:photos?|photographs?|pictures|images|fotos)
              | (?:photos?|pictures)\sand\s(?:text|story|words) )
          | (?P<text> text|words|texte?|texto|written | story )
          | (?P<reporting> (?:(?:additional|further|extra|zusätzliche)\s)?(?:reporting|contributions?|recherchen?)
              | mitarbeit )
          | (?P<photos> photos? | photographs? | photography | pictures? | images? | fotos? | bild(?:er)? )
          | (?P<translation> translated(?:\sfrom\s[^\W\d_]{1,20})? | translation | übersetz(?:t|ung) | traduction
              | traduit | traducción | traducido )
          | (?P<editing> edited | editing )
          | (?P<research> research )
          | (?P<graphics> graphics? | illustrations? | video | charts? | maps? | data )
        )
        (?P<by> \s*:\s* | \s+(?:by|from|von|par|por)\b[\s:]* | (?=\s*[)\]]) )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_CONTRIBUTED = pattern(
    r"(?:also\s)?contributed(?:\s(?:reporting|to\sthis\s(?:report|story|article)))?\b", re.IGNORECASE
)


@cache
def _special_pattern() -> re.Pattern[str]:
    return pattern(r"(?i:special|exclusive|exclusively)\s(?i:to|for)\s(?=\S)|(?:für|pour|para|per|voor)\s")


_JOINERS = frozenset("of de la del du des der the for upon und & le di da do".split())
_SEPARATORS = {
    ",": "comma", ";": "list", "&": "and", "+": "and", "|": "bar", "•": "bar", "·": "bar", "/": "bar", "\n": "bar",
    "–": "dash", "—": "dash", "-": "dash", "(": "open", "[": "open", ")": "list", "]": "list", "<": "open", ">": "",
    '"': "", "”": "", "“": "", "*": "", "_": "", "'": "", ".": "list",
}  # fmt: skip
_ALONE = frozenset({"", "and", "start", "list"})


class _Reader:
    """The tokens of a text and the people read from them so far."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.tokens = _tokens(text, start)
        self.at = 0
        self.people: list[Person] = []
        self.separator = "start"
        self.role = ""  # of the people to come: “By political editor …”
        self.credit: tuple[str, PersonKind] | None = None  # the role and kind that a credit gives
        self.group = 0  # where the people of the present part begin
        self.end = self.names_end = start

    def read(self) -> People:
        """Read until a token that no step knows."""
        self._read_inverted()
        while self.at < len(self.tokens) and len(self.people) < _MOST_PEOPLE:
            before = self.at
            if not any(step(self) for step in _STEPS) or self.at == before:
                break
        if self.role and not self.people and self.at == len(self.tokens):
            # A role without a name: “Staff writer”.
            self._add(self.role, "group", self.end)
        return People(tuple(self.people), self.names_end, self.end)

    # Looking at tokens

    def _word(self, at: int) -> _Token | None:
        """Return the token at an index if it is a word."""
        token = self.tokens[at] if at < len(self.tokens) else None
        return token if token is not None and token.kind == "word" else None

    def _run(self, at: int, most: int) -> list[_Token]:
        """Return the words from an index on that only spaces part."""
        run: list[_Token] = []
        while len(run) < most and (word := self._word(at + len(run))):
            if run and self.text[run[-1].end : word.start].strip(" \t\u00a0’'"):
                break
            run.append(word)
        return run

    def _phrase(self, first: int, last: int) -> str:
        """Return the text of the tokens [first, last), with single spaces."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def _take(self, count: int) -> str:
        """Move over so many tokens and return their text."""
        phrase = self._phrase(self.at, self.at + count)
        self.at += count
        self.end = self.tokens[self.at - 1].end
        return phrase

    def _is_last(self, count: int) -> bool:
        """Tell whether after so many tokens comes a mark or nothing."""
        after = self.at + count
        return after >= len(self.tokens) or self.tokens[after].kind == "mark"

    def _add(self, name: str, kind: PersonKind, end: int) -> None:
        role, credited = self.credit or (self.role, "author")
        self.people.append(Person(name, role, kind=credited if kind == "author" else kind))
        self.role = ""
        self.names_end = self.end = end
        self.separator = ""

    def _attach(self, role: str = "", outlet: str = "", place: str = "") -> None:
        """Say more of the last person; what was known stays."""
        last = self.people[-1]
        self.people[-1] = last._replace(role=last.role or role, outlet=last.outlet or outlet, place=last.place or place)
        self.separator = ""

    # Steps: each reads one part and says whether it did

    def _read_inverted(self) -> None:
        """Read `Oduya, Mara; Doe, Ben`: a list of surnames with given names after commas, and nothing else."""
        parts = _BETWEEN_INVERTED.split(self.text[self.end :])
        found = []
        for part in parts[:_MOST_PEOPLE]:
            surname, comma, given = (piece.strip() for piece in part.partition(","))
            if not comma or not _is_inverted(surname, given):
                return
            found.append(f"{given} {surname}")
        for name in found:
            self._add(name, "author", len(self.text))
        self.at = len(self.tokens)

    def _separate(self) -> bool:
        """A mark or a conjunction between two parts."""
        token = self.tokens[self.at]
        if token.kind == "mark" and token.text in _SEPARATORS:
            self.separator = _SEPARATORS[token.text] or self.separator
            if token.text in ";|•\n.":
                self.group = len(self.people)
                self.credit = None
            if token.text in ")]" and self.people:
                self.end = token.end
        elif self.people and _is_conjunction(token) and self._parts_names():
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
        after = self._run(self.at + 1, 3)
        return token.key != "en" or (len(after) > 1 and after[1].text[0].isupper())

    def _read_credit(self) -> bool:
        """“additional reporting by”, “Photos:”, or “(photos)” behind a name."""
        match = _credit_pattern().match(self.text, self.tokens[self.at].start)
        if match is None or (not match["by"].strip() and not (self.people and self.separator == "open")):
            return False
        role = _CREDITS[next(name for name in _CREDITS if match[name])]
        kind: PersonKind = "author" if role in ("", "text and photos") else "contributor"
        while self.at < len(self.tokens) and self.tokens[self.at].start < match.end():
            self.at += 1
        if match["by"].strip():
            self.credit = role, kind
            self.separator = "start" if not self.people else "and"
        else:
            self.people[-1] = self.people[-1]._replace(role=role, kind=kind)
            self.end = match.end()
        return True

    def _read_contribution(self) -> bool:
        """“… contributed reporting”, which makes contributors of those since the last full stop or semicolon."""
        match = _CONTRIBUTED.match(self.text, self.tokens[self.at].start) if self.people else None
        if match is None or not self.group:
            return False
        while self.at < len(self.tokens) and self.tokens[self.at].start < match.end():
            self.at += 1
        self.people[self.group :] = [
            person._replace(kind="contributor", role=_CREDITS["reporting"]) for person in self.people[self.group :]
        ]
        self.end = match.end()
        return True

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
        word = self._word(self.at)
        if word is None or not self.people or self.separator not in ("comma", ""):
            return False
        if word.key in _words("suffix") and (word.text[0].isupper()):
            last = self.people[-1]
            self.people[-1] = last._replace(name=f"{last.name} {word.text}")
            self.names_end = word.end
        elif word.key.replace(".", "") not in _words("degree") or word.text.islower() or self._is_before_name():
            return False
        self._take(1)
        self.separator = ""
        return True

    def _is_before_name(self) -> bool:
        after = self._word(self.at + 1)
        return after is not None and not after.text[0].islower()

    def _read_agency(self) -> bool:
        """An agency with or without an article: `The Associated Press`, `dpa`, `agencies`."""
        skip = 1 if (word := self._word(self.at)) and word.key in ("the", "die", "der", "l'") else 0
        run = self._run(self.at + skip, 4)
        for size in range(len(run), 0, -1):
            key = " ".join(word.key for word in run[:size])
            if key in _words("agency") and not self._goes_on(skip + size) and _is_signature(run[:size], self.text):
                return self._add_house(skip, size)
        return False

    def _continue_group(self) -> bool:
        """Add words that go on with a desk's name: `Detroit News wire services`."""
        if not self.people or self.people[-1].kind != "group" or self.separator:
            return False
        run = self._run(self.at, 3)
        size = next((size for size, word in enumerate(run, 1) if word.key in _words("desk")), 0)
        if not size:
            return False
        self.people[-1] = self.people[-1]._replace(name=f"{self.people[-1].name} {self._take(size)}")
        self.names_end = self.end
        return True

    def _goes_on(self, size: int) -> bool:
        """Tell whether words go on after so many: `CNN Senior Analyst`, `agencies of the state`."""
        after = self._word(self.at + size)
        return after is not None and after.key not in _words("and after month day interface")

    def _add_house(self, skip: int, size: int) -> bool:
        """Add an agency; after a person and a comma it is the person's outlet."""
        last = self.at + skip + size - 1
        end = self.tokens[last].end
        if self.text.startswith("/", end) and (more := self._proper(last + 2)):
            # Two houses that sign together: `AFP/The Caucus`.
            size += 1 + more
            end = self.tokens[self.at + skip + size - 1].end
        if self.people and self.people[-1].kind != "group" and self.separator in ("comma", "bar", "dash", "open"):
            name = self._take(skip + size)
            self._attach(outlet=name.removeprefix("the "))
        else:
            name = self._take(skip + size)
            self._add(name.removeprefix("the "), "group", end)
        return True

    def _read_desk(self) -> bool:
        """A desk, a team or a board: `Sports Desk`, `The Courier Editorial Board`, `the Courier data team`."""
        run = self._run(self.at, _NAME_WORDS)
        sizes = [size for size, word in enumerate(run, 1) if word.key in _words("desk") and self._ends_group(size)]
        if not sizes or sizes[0] < 2:
            return False
        words = run[: sizes[0]]
        is_marked = words[0].key in ("the", "our") or all(
            word.key in _words("modifier house desk job") for word in words
        )
        if any(word.key in _words("and particle") for word in words) or not (
            is_marked or all(word.text[0].isupper() for word in words)
        ):
            return False
        end = words[-1].end
        name = self._take(sizes[0])
        self._add(name.removeprefix("the "), "group", end)
        return True

    def _ends_group(self, size: int) -> bool:
        after = self._word(self.at + size)
        return after is None or after.key in _words("and interface after")

    def _read_role(self) -> bool:
        """A job before a name (`our health correspondent …`) or after one (`…, Port Ellery correspondent`)."""
        run = self._run(self.at, _ROLE_WORDS)
        size = _size_of_role(run)
        if not size:
            return False
        is_after = bool(self.people) and self.separator not in _ALONE - {""}
        if not self._may_be_role(run[:size], is_after):
            return False
        size = self._extended(run, size)
        if not is_after and not self._names_follow(size):
            return False
        outlet = ""
        if size > 1 and run[0].key in _words("agency") and run[0].key not in _words("modifier"):
            outlet = self._take(1)
            size -= 1
        role = self._take(size)
        for word in ("our ", "the ", "a ", "an "):
            role = role.removeprefix(word)
        if is_after:
            self._attach(role=role, outlet=outlet)
            if _is_plural(role):
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
        after = self._word(self.at + size)
        if after is not None:
            return not after.text[0].islower()
        token = self.tokens[self.at + size] if self.at + size < len(self.tokens) else None
        return (token is None and not self.people) or (token is not None and token.text == ",")

    def _may_be_role(self, words: Sequence[_Token], is_after: bool) -> bool:
        unknown = [
            word for word in words[:-1]
            if word.key not in _words("modifier") and word.key not in _words("job") and not word.text.islower()
        ]  # fmt: skip
        if any(word.key in _words("and") for word in words[:1]) or words[0].key in _words("interface"):
            return False
        if not unknown:
            return True
        if is_after and self.separator:
            # “Ben Doe Staff Writer” is a name and a role, “Port Ellery correspondent” a role.
            has_known_end = len(words) > 1 and words[-2].key in _words("modifier")
            return unknown[0].key in _words("agency") or not has_known_end or len(unknown) == 1
        follows = bool(self._run(self.at + len(words), 2)[1:]) or self.at + len(words) == len(self.tokens)
        return not self.people and len(unknown) == 1 and follows

    def _extended(self, run: Sequence[_Token], size: int) -> int:
        """Return the size of a role with what belongs to it: `in chief`, `of history`, `and editor`."""
        rest = [word.key for word in run[size : size + 4]]
        if rest[:2] in (["in", "chief"], ["at", "large"]):
            return size + 2
        if rest[:1] in (["of"], ["for"]) and len(rest) > 1 and _is_subject(run[size + 1]):
            size += 2
            while size < len(run) and run[size].text.islower() and run[size].key not in _words("and after"):
                size += 1
            return size
        jobs = [number for number in (1, 2, 3) if number < len(rest) and _is_job(run[size + number])]
        if rest[:1] == ["and"] and jobs and all(word.text.islower() for word in run[size : size + jobs[0]]):
            return size + jobs[0] + 1
        return size

    def _read_outlet(self) -> bool:
        """`Special to The Courier`, `for the Courier`, `of The Caucus`, `at Lune FM`."""
        if not self.people:
            return False
        special = _special_pattern().match(self.text, self.tokens[self.at].start)
        size = 2 if special and " " in special.group().strip() else 1
        word = self.tokens[self.at]
        if special is None and word.key not in ("for", "of", "at", "from", "in"):
            return False
        length = self._proper(self.at + size)
        if not length:
            return False
        run = self._run(self.at + size, length)
        is_house = run[0].key in ("the", "der", "die", "das") or any(_is_house(one) for one in run)
        if word.key in ("of", "from", "in") and not special and not is_house:
            return False
        self._take(size)
        self._attach(outlet=_without_article(self._take(length)))
        return True

    def _read_place(self) -> bool:
        """`in Tarrow`, `reporting from Hallin`, `aus Hallin`."""
        if not self.people:
            return False
        at = self.at
        if self.tokens[at].key in ("reporting", "reports", "based"):
            at += 1
        word = self._word(at)
        if word is None or word.key not in ("in", "of", "from", "aus", "bei", "à", "en", "da"):
            return False
        length = self._proper(at + 1)
        first = self._word(at + 1)
        if not length or first is None or first.key in _words("month soft"):
            return False
        self._take(at + 1 - self.at)
        self._attach(place=self._take(length))
        return True

    def _proper(self, at: int) -> int:
        """Return how many tokens from an index on are a proper name, an article before it included."""
        run = self._run(at, _NAME_WORDS)
        size = 1 if run and run[0].key in ("the", "der", "die", "das") and len(run) > 1 else 0
        while size < len(run):
            word = run[size]
            is_joiner = word.key in _JOINERS and size + 1 < len(run) and run[size + 1].text[0].isupper() and size > 0
            if word.key in _words("interface") or not (word.text[0].isupper() or is_joiner or "." in word.text):
                break
            size += 1
        return size if size and (run[0].text[0].isupper() or size > 1 or "." in run[0].text) else 0

    def _read_apposition(self) -> bool:
        """A proper name after a person that is no person's: `…, Tarrow Courier`, `… (Harbour Lab)`, `…, Tarrow`."""
        if not self.people or self.people[-1].kind in ("group", "account") or self.separator in _ALONE:
            return False
        length = self._proper(self.at)
        run = self._run(self.at, length)
        if not length:
            return False
        if (
            any(_is_house(word) for word in run[1 if run[0].key not in _words("agency") else 0 :])
            or self.separator == "open"
            or run[0].key == "the"
        ):
            self._attach(outlet=_without_article(self._take(length)))
        elif length == 1 and self._is_last_or_joined(1) and " " in self.people[-1].name:
            name = self._take(1)
            is_outlet = name.isupper() and len(name) <= 5
            self._attach(outlet=name if is_outlet else "", place="" if is_outlet else name)
        elif self.separator == "dash":
            self._attach(place=self._take(length))
        else:
            return False
        return True

    def _is_last_or_joined(self, count: int) -> bool:
        after = self._word(self.at + count)
        return self._is_last(count) or (after is not None and after.key in _words("and"))

    def _read_name(self) -> bool:
        """Up to six capitalised words with particles and initials between them."""
        if self.people and self.separator == "":
            return False
        size = self._name_size()
        if not size:
            return False
        words = [token for token in self.tokens[self.at : self.at + size] if token.kind == "word"]
        is_group = len(words) > 1 and (words[0].key in _words("desk") or any(_is_house(word) for word in words[1:]))
        kind: PersonKind = "group" if is_group else "author"
        glued = _GLUED.match(words[-1].text)
        end = self.tokens[self.at + size - 1].end
        name = self._take(size)
        if glued:
            cut = len(words[-1].text) - glued.end()
            name, end = name[:-cut], end - cut
        self._add(name, kind, end)
        return True

    def _name_size(self) -> int:
        size = kept = 0
        while size < _NAME_WORDS and self.at + size < len(self.tokens):
            token = self.tokens[self.at + size]
            if token.kind == "nickname" and size:
                size += 1
                continue
            if token.kind != "word" or (size and self.text[self.tokens[self.at + size - 1].end : token.start].strip()):
                break
            if not self._belongs(token, size):
                break
            size += 1
            if token.key not in _words("particle") or not token.text.islower():
                kept = size
            if _GLUED.match(token.text):
                break
        return kept

    def _belongs(self, word: _Token, size: int) -> bool:
        """Tell whether a word goes on with a name of so many words."""
        after = self.tokens[self.at + size + 1] if self.at + size + 1 < len(self.tokens) else None
        if word.text[0].islower():
            following = [one for one in self._run(self.at + size + 1, 3) if one.key not in _words("particle")]
            is_capital_next = bool(following) and not following[0].text[0].islower()
            if word.key in ("y", "e"):
                return is_capital_next and not self._joins_names(size)
            is_elided = word.text[:2] in ("d’", "d'", "o'") and word.text[2:3].isupper()
            is_of_house = size > 0 and (
                "." in word.text[1:-1] or (word.key in _words("house") and self._is_last(size + 1))
            )
            return is_elided or is_of_house or (word.key in _words("particle") and is_capital_next)
        if len(word.key) == 1 and (size or "." in word.text):
            return True
        if size and (
            _is_conjunction(word) or (word.key in _words("function") and not self._is_last_or_joined(size + 1))
        ):
            return False
        if after is not None and after.kind == "number" and word.key in _words("month day"):
            return False
        if size == 0:
            return self._may_begin(word)
        if word.key in _words("interface") or (size > 1 and word.key in _words("soft") and not _is_house(word)):
            return False
        return size < 2 or not self._begins_role(size)

    def _joins_names(self, size: int) -> bool:
        """Tell whether `y` or `e` at an index parts two names: it does unless one word follows at least two."""
        after = self._run(self.at + size + 1, 3)
        return size < 2 or (len(after) > 1 and after[1].key not in _words("and"))

    def _may_begin(self, word: _Token) -> bool:
        if word.key in _words("function") or word.key in _words("interface"):
            return False
        if word.key in _words("rare") or word.key in _words("soft"):
            # “Sunday Adeyemi”, “Best Okoro”: the word after it is not known as a word.
            rest = [one for one in self._run(self.at + 1, 4) if one.key not in _words("particle")]
            return (
                bool(rest)
                and rest[0].text[0].isupper()
                and rest[0].key not in _words("soft interface function house")
                and (word.key in _words("rare") or len(self._run(self.at, 3)) == 2)
            )
        return True

    def _begins_role(self, size: int) -> bool:
        """Tell whether the words from here on are a role: `Amy Roe Political Correspondent`."""
        run = self._run(self.at + size, _ROLE_WORDS)
        jobs = [number for number, word in enumerate(run) if _is_job(word)]
        known = _words("modifier job")
        if not jobs or any(word.key not in known for word in run[: jobs[0]]):
            return False
        return self._word(self.at + size - 1) is not None and not self._is_desk_name(run[jobs[0]])

    def _is_desk_name(self, word: _Token) -> bool:
        return word.key in _words("desk") and all(one.key in _words("house") for one in self._run(self.at, 2)[1:])


def _is_job(word: _Token) -> bool:
    parts = word.key.split("-")
    return word.key in _words("job") or (len(parts) > 1 and (parts[-1] in _words("job") or parts[0] in _words("job")))


def _is_conjunction(word: _Token) -> bool:
    return word.key in _words("and") and (word.text.islower() or (word.text.isupper() and len(word.text) > 1))


def _is_house(word: _Token) -> bool:
    return word.key in _words("house") or word.key in _words("agency")


def _size_of_role(run: Sequence[_Token]) -> int:
    """Return how many words of a run reach to a job, and over those that go on with it: `Chief Political Editor`."""
    size = next((size for size, word in enumerate(run, 1) if _is_job(word)), 0)
    for further in range(size, len(run)):
        if not size or (run[further].key not in _words("modifier") and not _is_job(run[further])):
            break
        if _is_job(run[further]):
            size = further + 1
    return size


def _is_subject(word: _Token) -> bool:
    return word.key != "the" and (word.text.islower() or word.key in _words("modifier"))


def _is_plural(role: str) -> bool:
    return role.lower().split()[-1].endswith("s")


def _is_signature(words: Sequence[_Token], text: str) -> bool:
    """Tell whether the words are written as a signature is: not a small word such as `pa` or `stat` inside prose."""
    return words[0].text[0].isupper() or len(words[0].key) > 4 or words[0].key in ("dpa", "afp", "apa", "sid")


def _without_article(name: str) -> str:
    for article in ("the ", "der ", "die ", "das "):
        name = name.removeprefix(article)
    return name


_BETWEEN_INVERTED = pattern(r";|\s(?:and|und|et|y|&)\s")
_GIVEN = pattern(r"[^\W\d_][\w’'‐‑-]*\.?(?:\s[^\W\d_]\.?){0,2}")


def _is_inverted(surname: str, given: str) -> bool:
    """Tell whether two parts are a surname and a given name."""
    words = surname.split()
    if not words or len(words) > 4 or not _GIVEN.fullmatch(given) or not given[0].isupper():
        return False
    if not words[-1][0].isupper() or any(word.lower() not in _words("particle") for word in words[:-1]):
        return False
    keys = {words[-1].lower().strip("."), *(word.lower().strip(".") for word in given.split())}
    known = ("suffix", "degree", "job", "modifier", "house", "agency", "function", "interface", "soft")
    return not any(keys & _words(group) for group in known)


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
