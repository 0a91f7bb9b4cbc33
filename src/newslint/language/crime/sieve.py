"""Pass over sentences that tell of no crime, before any of them is cut: by their words and what stands beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from newslint.language.crime.expressions import expressions
from newslint.language.crime.idioms import IDIOM_VERBS, IDIOM_WORDS
from newslint.language.crime.words import Verb, groups, nouns_of, verbs

_REACH = 9  # words behind a verb
_BACK = 6
_MARKS = ".,;:!?()[]“”\"'’‘—–"
_PEOPLE = frozenset({"victim", "violence", "robbed"})
# What stands behind a verb that has no object, other than its particle.
_NO_OBJECT = frozenset(
    """of in on at for about after before between during against among through towards upon without within across
    since until till despite around above below beside as than like while when where because although though so
    but and or who which that is was were are be been""".split()
)
_BLAMING = frozenset("behind guilty responsible".split())
_OWNERS = frozenset("his her".split())
UNLAWFULLY = frozenset("illegally unlawfully fraudulently corruptly criminally feloniously".split())


@cache
def _frames() -> Mapping[str, tuple[tuple[str, frozenset[str], bool], ...]]:
    """Return each form of a verb with its frames: a particle, the nouns of its objects, and whether they are people."""
    return {word: tuple(map(_frame, made)) for word, made in verbs().items()}


def _frame(verb: Verb) -> tuple[str, frozenset[str], bool]:
    return verb.particles[0] if verb.particles else "", _objects(verb.frame), verb.frame in _PEOPLE


@cache
def _objects(frame: str) -> frozenset[str]:
    """Return the last words of what may be the object of a frame's verbs; one set for all of them, which are many."""
    nouns = frozenset(noun.rpartition(" ")[2] for noun in nouns_of(frame))
    if frame == "goods":
        nouns |= {"from"}  # “stole from the hospice”
    return nouns | (groups()["pronouns"] if frame in _PEOPLE else frozenset())


@cache
def _nouns() -> frozenset[str]:
    """Return the nouns of deeds, and those that belong to somebody who did one."""
    return groups()["deed"] | groups()["act"] | UNLAWFULLY


@cache
def _labels() -> frozenset[str]:
    return groups()["guilty"] | groups()["doers"]


def _is_label(lower: Sequence[str], at: int) -> bool:
    return lower[at] in _labels() or (at > 0 and f"{lower[at - 1]} {lower[at]}" in _labels())


@cache
def known_words() -> frozenset[str]:
    """Return the words without one of which a passage tells of no crime, in small letters, cut at hyphens."""
    single = _frames().keys() | _nouns() | _labels() | UNLAWFULLY | _BLAMING
    return frozenset(word.rpartition(" ")[2].rpartition("-")[2] for word in single)


def telling_words(vocabulary: frozenset[str]) -> frozenset[str]:
    """Return the words of a passage that may tell of a crime in it: verbs only with a noun that may be their object."""
    return frozenset([word for word in known_words() & vocabulary if _has_company(word, vocabulary)])


def _has_company(word: str, vocabulary: frozenset[str]) -> bool:
    frames = _frames().get(word)
    if frames is None or word in _nouns() or word in _labels():
        return True
    return any(
        (not particle or particle in vocabulary) and (is_person or not nouns.isdisjoint(vocabulary))
        for particle, nouns, is_person in frames
    )


def may_tell(text: str, found: frozenset[str], has_idioms: bool) -> bool:
    """Tell whether a sentence may tell of a crime: `found` are the words of its passage that tell of one."""
    small = text.lower()
    may_have = any(map(small.__contains__, found))
    if not has_idioms and not may_have:
        return False
    lower = [word.strip(_MARKS) for word in small.replace("’", "'").split()]
    if may_have:
        is_known = found.__contains__
        ends = [word.rpartition("-")[2] if "-" in word else word for word in lower]
        places = [at for at, end in enumerate(ends) if is_known(end) or is_known(lower[at])]
        words = [word.strip(_MARKS) for word in text.split()] if places else []
        if any(_is_told(words, lower, at) for at in places):
            return True
    if not has_idioms or IDIOM_WORDS.isdisjoint(lower) or IDIOM_VERBS.isdisjoint(lower):
        return False
    return expressions("idioms").search(text) is not None


def _is_told(words: Sequence[str], lower: Sequence[str], at: int) -> bool:
    word = lower[at]
    if word in UNLAWFULLY or _is_label(lower, at):
        return True
    if word in _BLAMING:
        return not _nouns().isdisjoint(lower[at : at + _REACH]) or word == "guilty"
    if word in _nouns() and _has_owner(lower, at):
        return True
    return any(_fits(words, lower, at, *frame) for frame in _frames().get(word, ()))


def _fits(
    words: Sequence[str], lower: Sequence[str], at: int, particle: str, nouns: frozenset[str], is_person: bool
) -> bool:
    """Tell whether what stands beside a verb may be its object in a frame, or who did it."""
    behind = lower[at + 1 : at + _REACH]
    if behind[1:2] in (["least"], ["most"]) or behind[:2] == ["up", "to"]:
        behind = behind[2:]
    if particle and behind[:1] != [particle]:
        return False
    if not behind or (behind[0] in _NO_OBJECT and not particle):
        return ("by" in behind and (is_person or bool(nouns & set(lower[:at])))) or _follows(words, lower, at, nouns)
    if not nouns.isdisjoint(behind) or (behind[0] == "from" and not is_person):
        return True
    is_aged = any(each.endswith("-old") or each[:1] in "£$€₹" for each in behind if each)
    return is_aged or (is_person and any(each[:1].isupper() for each in words[at + 1 : at + _REACH]))


def _has_owner(lower: Sequence[str], at: int) -> bool:
    """Tell whether somebody is named or hinted at as the doer of a deed: by “by”, “of”, a possessive, or “behind”."""
    before = lower[max(0, at - _BACK) : at]
    is_owned = any(each.endswith(("'s", "s'")) for each in before) or not _OWNERS.isdisjoint(before)
    return is_owned or "by" in lower[at + 1 : at + 12]


def _follows(words: Sequence[str], lower: Sequence[str], at: int, nouns: frozenset[str]) -> bool:
    """Tell whether a verb has its object before its subject: “the money Pell stole”."""
    return at > 1 and words[at - 1][:1].isupper() and not nouns.isdisjoint(lower[max(0, at - _BACK) : at])
