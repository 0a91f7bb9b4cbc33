"""Find the nouns that call somebody guilty, and whom they call so: “killer Dorian Pell”, “Pell, the thief, …”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from newslint.language.crime.clauses import BE, Clause, Item
from newslint.language.crime.words import groups
from newslint.records import NamedTuple

How = Literal["name", "noun"]
_DEFINITE = frozenset("the this that her his their".split())
_ARTICLES = frozenset("a an the".split()) | _DEFINITE
_FEW = 4
# Behind the noun, it is only part of another: “the killer whale”, “murderer’s row”, “killer of weeds”.
_COMPOUND = frozenset(
    """whale whales instinct app apps blow heels heatwave heat virus bees bee asteroid shark sharks drug drugs punch
    robot robots dog dogs disease diseases storm clown nurse question smile line lines hornets series novel film
    thriller bars hunt mask detector base code music rap wing attack attacks group groups organisation
    organization cell cells suspect suspects registry registries register registers law laws statute statutes list lists
    treatment programme program database""".split()
)


class Label(NamedTuple):
    """A noun that calls somebody guilty, its range in the sentence, and the item of the name, where there is one."""

    at: int
    start: int
    end: int
    name: int | None
    is_held: bool
    """Whether it is right beside what is done with suspects: “the thief was arrested”, “arrested the thief”."""


def find_labels(clause: Clause, is_headline: bool = False) -> Iterator[Label]:
    """Yield the nouns of a sentence that call somebody guilty; headlines leave articles out."""
    items = clause.items
    for at in range(len(items)):
        size = _size(items, at)
        if not size or items[at].kind != "word" or _is_excused(items, at):
            continue
        last = at + size - 1
        after = items[last + 1] if last + 1 < len(items) else None
        if after is not None and after.kind == "word" and after.lower in _COMPOUND:
            continue
        name = _name_of(items, at, last)
        first = _first(items, at)
        is_doer = items[last].lower in groups()["doers"]
        determiner = items[first - 1].lower if first > 0 else ""
        is_held = _is_held(items, last) or (first > 1 and items[first - 2].lower in _HELD)
        is_definite = determiner in _DEFINITE or (determiner in ("a", "an") and _is_held(items, last))
        is_definite = is_definite or (first > 1 and items[first - 2].lower == "into" and determiner in ("a", "an"))
        is_doer = is_doer and determiner not in ("her", "his", "their")
        # “Survivors may sue their abusers”, “charges against people who supply”: a class of people, and no suspect.
        is_class = items[last].lower.endswith("s") and determiner == "their"
        is_class = is_class or (items[at].lower in ("people", "men", "women") and determiner not in _DEFINITE)
        if name is not None or (not (is_doer or is_class) and (is_definite or is_headline)):
            yield Label(last, items[at].start, items[last].end, name, is_held)


_HELD = frozenset("arrested charged remanded detained caught held jailed".split())
_HELD_REACH = 4


def _is_held(items: Sequence[Item], last: int) -> bool:
    """Tell whether somebody is right away told to have been arrested or charged: “a thief has been arrested”."""
    after = [item.lower for item in items[last + 1 : last + 1 + _HELD_REACH]]
    return not _HELD.isdisjoint(after) and not BE.isdisjoint(after)


def _size(items: Sequence[Item], at: int) -> int:
    """Return of how many words a noun consists that begins at an item and calls somebody guilty, 0 where none does."""
    guilty, doers = groups()["guilty"], groups()["doers"]
    if items[at].lower in _SOMEBODY and (size := _size_behind(items, at)):
        return size
    if at + 1 < len(items) and f"{items[at].lower} {items[at + 1].lower}" in guilty:
        return 2
    return 1 if items[at].lower in guilty or items[at].lower in doers else 0


_SOMEBODY = frozenset("man woman person driver teenager men women people pair couple duo trio".split())


def _size_behind(items: Sequence[Item], at: int) -> int:
    """Return of how many words “man behind the robbery” or the like consists, 0 where it is none."""
    words = [item.lower for item in items[at + 1 : at + 8]]
    start = 1 if words[:1] == ["behind"] else 2 if words[:2] == ["responsible", "for"] else 0
    known = groups()["deed"] | groups()["fire-noun"] | {"deaths", "crash", "explosion", "blast"}
    found = next((place for place, word in enumerate(words[start : start + 4], start) if word in known), None)
    return found + 2 if start and found is not None else 0


def _first(items: Sequence[Item], at: int) -> int:
    """Return the first of the words that stand between an article and a noun."""
    while (
        at > 0
        and items[at - 1].kind == "word"
        and items[at - 1].lower not in _ARTICLES | BE
        and len(items[at - 1].lower) > _FEW - 1
    ):
        at -= 1
        if items[at].lower in ("and", "with", "from", "that", "against", "about"):
            return at + 1
    return at


def _is_excused(items: Sequence[Item], at: int) -> bool:
    excusing = groups()["excusing"]
    before = [item.lower for item in items[max(0, at - _FEW) : at]]
    return not excusing.isdisjoint(before) or not {
        "not",
        "as",
        "like",
        "no",
        "if",
        "called",
        "calls",
        "call",
    }.isdisjoint(before)


def _name_of(items: Sequence[Item], at: int, last: int) -> int | None:
    """Return the item of the name that a noun stands beside, or is said of."""
    after = items[last + 1 : last + 4]
    if after and after[0].kind == "person":
        return last + 1
    if len(after) > 1 and after[0].lower in (",", "—", "–") and after[1].kind == "person":
        return (
            last + 2
            if len(after) < 3 or after[2].lower in (",", ".", "—", "–", "(") or after[2].kind == "mark"
            else None
        )
    first = _first(items, at)
    start = first - 1 if first and items[first - 1].lower in _ARTICLES else first
    if start > 1 and items[start - 1].lower in (",", "—", "–") and items[start - 2].kind == "person":
        return start - 2
    if start > 1 and items[start - 1].lower in BE and items[start - 2].kind == "person" and start < first:
        return start - 2
    return None
