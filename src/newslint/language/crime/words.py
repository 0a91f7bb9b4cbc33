"""The words of crime and of courts, read once from the list beside this module."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from newslint.language.speech.inflections import verb_forms
from newslint.records import NamedTuple

_FILE = Path(__file__).with_name("words.txt")
_FORMS = ("third", "past", "participle", "ing")
_VERB_GROUPS = (
    "victim",
    "violence",
    "robbed",
    "goods",
    "buildings",
    "papers",
    "trade",
    "deeds",
    "schemes",
    "paid",
    "fires",
    "cruel",
)
# Which nouns the object of a verb of each group may be.
OBJECTS: Mapping[str, tuple[str, ...]] = {
    "victim": ("people",),
    "violence": ("people",),
    "robbed": ("people", "places", "property"),
    "goods": ("property", "bribes"),
    "buildings": ("buildings-noun",),
    "papers": ("paper-noun",),
    "trade": ("drugs",),
    "deeds": ("deed",),
    "schemes": ("scheme",),
    "paid": ("bribes",),
    "fires": ("fire-noun",),
    "cruel": ("animal",),
}
# Verbs of these are everyday words: only their object tells of a crime.
WEAK = frozenset({"trade", "deeds", "schemes", "paid", "papers", "buildings", "fires", "cruel"})


class Verb(NamedTuple):
    """A form of a verb: the groups of its frames, what stands behind the verb itself, and which form it is."""

    frame: str
    particles: tuple[str, ...]
    form: str


@cache
def groups() -> Mapping[str, frozenset[str]]:
    """Return the words of each group, those of several parts with spaces."""
    found: dict[str, set[str]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        group, colon, words = line.partition(" : ")
        if colon and not line.startswith("#"):
            found.setdefault(group, set()).update(word.replace("_", " ") for word in words.split())
    return {group: frozenset(words) for group, words in found.items()}


@cache
def verbs() -> Mapping[str, tuple[Verb, ...]]:
    """Return by each form of a verb, in small letters, what it may be; those with particles come first."""
    found: dict[str, list[Verb]] = {}
    for frame in _VERB_GROUPS:
        for entry in groups()[frame]:
            head, *particles = entry.split(" ")
            for word, form in _forms(head):
                found.setdefault(word, []).append(Verb(frame, tuple(particles), form))
    return {word: tuple(sorted(made, key=lambda verb: -len(verb.particles))) for word, made in found.items()}


def _forms(head: str) -> list[tuple[str, str]]:
    """Return the forms of a verb with their kinds; its base is `base`, and a past that is a participle, too, `past`."""
    if "/" in head:
        base, *others = head.split("/")
        made = [("base", base), *zip(_FORMS, others, strict=True)]
    else:
        made = [("base", head), *verb_forms(head).items()]
    known: dict[str, list[str]] = {}
    for kind, word in made:
        known.setdefault(word, []).append(kind)
    return [(word, "+".join(kinds)) for word, kinds in known.items()]


@cache
def nouns_of(frame: str) -> frozenset[str]:
    """Return the nouns that may be the object of a frame's verbs."""
    return frozenset().union(*(groups()[group] for group in OBJECTS[frame]))
