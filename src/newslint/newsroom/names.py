"""Read the people in the fields where sites keep authors: front matter of any shape, and values of metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newslint.newsroom.bylines import find_opener
from newslint.newsroom.name_tokens import words_of
from newslint.newsroom.people import read_people
from newslint.parts import Person
from newslint.patterns import pattern

_MOST = 50
_LONGEST = 2000  # code points
_LONGEST_NAME = 70
_MOST_WORDS = 5
# Keys under which site generators keep a person's name, the most readable first.
_NAME_KEYS = ("name", "fullname", "full_name", "display_name", "displayname", "author", "title", "label", "twitter",
              "github", "login", "handle", "id", "email")  # fmt: skip
_LINK = pattern(r"\[([^\]\[]*)\]\([^()\s]*(?:\s[^()]*)?\)")
_TAG = pattern(r"<[^<>@]{0,300}>")
_MAIL_FIRST = pattern(r"^[\w.+-]{1,64}@[\w.-]{1,64}\s*\(([^()]{2,60})\)$")
_BETWEEN = pattern(r"[;,|]|\s(?:&|\+|and|und|et|with)\s")
# The title of an author's page, in place of the author.
_ARCHIVE = pattern(r"(?:view\s+)?(?:all|more)\s+(?:posts|articles|stories)\s+(?:by|from)\s+", re.IGNORECASE)
_LATER_BY = pattern(r"\bby\s+(?=[A-Z])")
_EDGES = " \t\"'“”*_"


def read_value(value: object) -> tuple[Person, ...]:
    """Return the people in a field's value: a text, a list, or a mapping with a name; at most 50, each once."""
    found: dict[str, Person] = {}
    for person in _people_in(value, 0):
        found.setdefault(person.name, person)
        if len(found) == _MOST:
            break
    return tuple(found.values())


def _people_in(value: object, depth: int) -> Iterator[Person]:
    if isinstance(value, str):
        yield from read_field(value)
    elif depth > 4 or isinstance(value, bool):
        return
    elif isinstance(value, (list, tuple)):
        for item in value[:60]:
            yield from _people_in(item, depth + 1)
    elif isinstance(value, Mapping):
        yield from _people_in_record(value, depth)
    elif isinstance(value, int):
        yield Person(str(value), kind="account")


def _people_in_record(record: Mapping[object, object], depth: int) -> Iterator[Person]:
    known = {str(key).lower(): item for key, item in record.items()}
    first, last = _first_text(known, "first_name", "first"), _first_text(known, "last_name", "last")
    if first and last:
        yield Person(f"{first} {last}")
    elif name := _first_text(known, *_NAME_KEYS):
        yield from read_field(name)
    else:
        for item in record.values():
            if isinstance(item, Mapping):
                yield from _people_in(item, depth + 1)


def _first_text(record: Mapping[str, object], *keys: str) -> str:
    return next((text.strip() for key in keys if isinstance(text := record.get(key), str) and text.strip()), "")


def read_field(text: str) -> tuple[Person, ...]:
    """Return the people whom the text of a field names.

    A text that names nobody as newsrooms do is split at its commas, and each part is an account: a handle, or a name
    in small letters.
    """
    text = text[:_LONGEST].strip()
    mail = _MAIL_FIRST.match(text)
    text = _TAG.sub("", _LINK.sub(r"\1", mail[1] if mail else text)).strip(_EDGES)
    opener = _ARCHIVE.match(text)
    start = opener.end() if opener else (find_opener(text) or (0, 0))[1]
    found = read_people(text, start).people
    if not found and (later := _LATER_BY.search(text, start)):
        found = read_people(text, later.end()).people
    return found or tuple(_accounts(text[start:]))


def _accounts(text: str) -> Iterator[Person]:
    for part in _BETWEEN.split(text.replace("\n", ";")):
        words = part.strip(_EDGES).split()
        # What is left of a date before the name.
        while len(words) > 1 and not any(sign.isalpha() for sign in words[0]):
            words.pop(0)
        name = " ".join(words)
        found = read_people(name).people
        if found:
            yield from found
        elif name and _may_be_account(name):
            yield Person(name, kind="account")


def _may_be_account(name: str) -> bool:
    words = name.lower().split()
    keys = frozenset(words)
    if len(name) > _LONGEST_NAME or keys <= words_of("interface soft"):
        return False
    if len(words) == 1:
        return True
    return len(words) <= _MOST_WORDS and name[-1] not in ".!?" and not keys & words_of("interface month")
